// SPDX-License-Identifier: GPL-3.0-or-later
// Kamailio with packaging/kamailio in a scratch folder, on a free port of loopback. 127.0.0.1 is the clinic's telephone
// system; whoever comes from another address of loopback is a phone.
import { execFile, spawn } from 'node:child_process';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { answers, freePort, until } from '../common.mjs';

const kamailio = process.env.ANTEROOM_KAMAILIO ?? '/usr/sbin/kamailio';
const kamcmd = process.env.ANTEROOM_KAMCMD ?? '/usr/sbin/kamcmd';
const nginx = process.env.ANTEROOM_NGINX ?? '/usr/sbin/nginx';
const streamModule = '/usr/lib/nginx/modules/ngx_stream_module.so';
const packaged = new URL('../../../packaging/kamailio/', import.meta.url).pathname;
const run = promisify(execFile);

// No HTTP proxy of the caller's between Kamailio and Anteroom.
const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

export class Proxy {
    /// `api`: where Anteroom is; `token`: what opens it. `defines` replace the settings of the same name. `tls`: {key,
    /// cert}, files; phones may come by TLS then, to `tlsPort`, through nginx.
    static async start(api, token, defines = {}, tls = null) {
        const proxy = new Proxy();
        proxy.folder = await mkdtemp(join(tmpdir(), 'anteroom-proxy-'));
        proxy.port = await freePort();
        await proxy.writeConfig(api, token, defines);
        try {
            if (tls) await proxy.addTls(tls);
            await proxy.resume();
        } catch (error) {
            await proxy.stop();
            throw error;
        }
        return proxy;
    }

    async writeConfig(api, token, defines) {
        for (const file of await readdir(packaged)) {
            if (/\.(cfg|list)$/.test(file)) await copyFile(join(packaged, file), join(this.folder, file));
        }
        this.config = join(this.folder, 'kamailio.cfg');
        const tokenFile = join(this.folder, 'token');
        await writeFile(join(this.folder, 'address.list'), '1 127.0.0.1 32 0\n');
        await writeFile(tokenFile, `${token}\n`, { mode: 0o600 });
        const all = {
            ANTEROOM_API: JSON.stringify(api),
            ANTEROOM_TOKEN_FILE: JSON.stringify(tokenFile),
            WAKE_MS: 50_000,
            RING_MS: 60_000,
            CALLER_NAME: '""',
            PHONE_REQUESTS_IN_2_S: 100_000,
            API_CA_FILE: JSON.stringify(join(this.folder, 'nobody.pem')),
            ...defines,
        };
        await writeFile(join(this.folder, 'anteroom-settings.cfg'), `listen=udp:127.0.0.1:${this.port}\n`
            + `listen=tcp:127.0.0.1:${this.port}\nalias="sip.example.org"\n`
            + Object.entries(all).map(([name, value]) => `#!define ${name} ${value}\n`).join(''));
    }

    /// nginx before the phones' socket, as packaging/kamailio/nginx-stream.conf has it.
    async addTls({ key, cert }) {
        [this.tlsPort, this.phonePort] = [await freePort(), await freePort()];
        await appendFile(join(this.folder, 'anteroom-settings.cfg'), `listen=tcp:127.0.0.1:${this.phonePort}
#!define PHONE_SOCKET "tcp:127.0.0.1:${this.phonePort}"
#!define PHONE_ROUTE "sip.example.org:5061;transport=tls;r2=on"
#!define CLINIC_ROUTE "127.0.0.1:${this.port};r2=on"
`);
        const text = await readFile(join(packaged, 'nginx-stream.conf'), 'utf8');
        const config = join(this.folder, 'nginx.conf');
        await writeFile(config, `daemon off;\nmaster_process off;\nerror_log stderr;\npid ${this.folder}/nginx.pid;
load_module ${streamModule};\nevents {}
${text.replace('listen 5061', `listen 127.0.0.1:${this.tlsPort}`).replace(/listen \[::\].*/, '')
        .replace(/ssl_certificate .*/, `ssl_certificate ${cert};`).replace(/ssl_certificate_key .*/, `ssl_certificate_key ${key};`)
        .replace('127.0.0.1:5062', `127.0.0.1:${this.phonePort}`)}`);
        this.nginx = spawn(nginx, ['-p', this.folder, '-c', config], { stdio: ['ignore', 'ignore', 'pipe'] });
        this.nginxEnded = new Promise((resolve) => { this.nginx.on('exit', resolve); });
        this.nginxLog = '';
        this.nginx.stderr.on('data', (more) => { this.nginxLog += more; });
        await until('nginx', () => answers(this.tlsPort)).catch((error) => {
            throw new Error(`${error.message}: ${this.nginxLog}`);
        });
    }

    async resume() {
        this.log = '';
        this.runtime = join(this.folder, 'run');
        await mkdir(this.runtime, { recursive: true });
        this.process = spawn(kamailio, ['-DD', '-E', '-f', this.config, '-P', join(this.folder, 'pid'),
            '-Y', this.runtime, '-m', '64'], { cwd: this.folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
        this.process.stderr.on('data', (text) => { this.log += text; });
        this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
        await until('Kamailio', async () => {
            if (this.process.exitCode !== null || this.process.signalCode !== null) {
                throw new Error(`Kamailio ended: ${this.log}`);
            }
            return this.command('core.uptime').then(() => true, () => false);
        });
    }

    /// What kamcmd prints.
    async command(...args) {
        const { stdout } = await run(kamcmd, ['-s', `unix:${join(this.runtime, 'kamailio_ctl')}`, ...args]);
        return stdout;
    }

    /// Lines of the log that an administrator would worry about.
    get complaints() {
        return this.log.split('\n').filter((line) => /\b(ERROR|CRITICAL|ALERT|EMERG|WARNING)\b/.test(line));
    }

    async stop() {
        if (this.process && this.process.exitCode === null && this.process.signalCode === null) {
            this.process.kill('SIGTERM');
            const late = setTimeout(() => { this.process.kill('SIGKILL'); }, 30_000);
            await this.ended;
            clearTimeout(late);
        }
        if (this.nginx && this.nginx.exitCode === null) {
            this.nginx.kill('SIGTERM');
            await this.nginxEnded;
        }
        await rm(this.folder, { recursive: true, force: true });
    }
}

/// What `kamailio -c` says of the packaged files as they are.
export async function check() {
    const folder = await mkdtemp(join(tmpdir(), 'anteroom-proxy-'));
    try {
        for (const file of await readdir(packaged)) {
            if (/\.(cfg|list)$/.test(file)) await copyFile(join(packaged, file), join(folder, file));
        }
        const { stderr } = await run(kamailio, ['-c', '-f', join(folder, 'kamailio.cfg')], { env: environment });
        return stderr;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
