// SPDX-License-Identifier: GPL-3.0-or-later
// Kamailio with packaging/kamailio in a scratch folder, on a free port of loopback. 127.0.0.1 is the clinic's telephone
// system; whoever comes from another address of loopback is a phone.
import { execFile, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { until } from '../sms/kannel.mjs';

const kamailio = process.env.ANTEROOM_KAMAILIO ?? '/usr/sbin/kamailio';
const kamcmd = process.env.ANTEROOM_KAMCMD ?? '/usr/sbin/kamcmd';
const packaged = new URL('../../../packaging/kamailio/', import.meta.url).pathname;
const run = promisify(execFile);

// No HTTP proxy of the caller's between Kamailio and Anteroom.
const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' };

export async function freeUdpPort(address = '127.0.0.1') {
    const socket = createSocket('udp4').bind(0, address);
    await once(socket, 'listening');
    const { port } = socket.address();
    await new Promise((resolve) => { socket.close(resolve); });
    return port;
}

export class Proxy {
    /// `api`: where Anteroom is; `token`: what opens it. `defines` replace the settings of the same name.
    static async start(api, token, defines = {}) {
        const proxy = new Proxy();
        proxy.folder = await mkdtemp(join(tmpdir(), 'anteroom-proxy-'));
        proxy.port = await freeUdpPort();
        await proxy.writeConfig(api, token, defines);
        try {
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
        await writeFile(tokenFile, `${token}\n`, { mode: 0o600 });
        const all = {
            ANTEROOM_API: JSON.stringify(api),
            ANTEROOM_TOKEN_FILE: JSON.stringify(tokenFile),
            WAKE_MS: 3000,
            RING_MS: 10_000,
            CALLER_NAME: '""',
            PHONE_REQUESTS_IN_2_S: 100_000,
            API_CA_FILE: '"/etc/ssl/certs/ca-certificates.crt"',
            ...defines,
        };
        await writeFile(join(this.folder, 'anteroom-settings.cfg'), `listen=udp:127.0.0.1:${this.port}\n`
            + `listen=tcp:127.0.0.1:${this.port}\nalias="sip.example.org"\n`
            + Object.entries(all).map(([name, value]) => `#!define ${name} ${value}\n`).join(''));
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
            if (this.process.exitCode !== null) throw new Error(`Kamailio ended: ${this.log}`);
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
            const late = setTimeout(() => { this.process.kill('SIGKILL'); }, 5000);
            await this.ended;
            clearTimeout(late);
        }
        await rm(this.folder, { recursive: true, force: true });
    }
}

/// Whether `kamailio -c` finds the packaged files right as they are, with further lines of settings.
export async function check(settings = '') {
    const folder = await mkdtemp(join(tmpdir(), 'anteroom-proxy-'));
    try {
        for (const file of await readdir(packaged)) {
            if (/\.(cfg|list)$/.test(file)) await copyFile(join(packaged, file), join(folder, file));
        }
        await writeFile(join(folder, 'anteroom-settings.cfg'), settings, { flag: 'a' });
        const { stderr } = await run(kamailio, ['-c', '-f', join(folder, 'kamailio.cfg')], { env: environment });
        return stderr;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}
