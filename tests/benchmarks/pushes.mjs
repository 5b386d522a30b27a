#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// How long a call's push takes to leave, beside a bare HTTP/2 client that does the same post. See README.md.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import http2 from 'node:http2';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values: options } = parseArgs({
    options: {
        calls: { type: 'string', default: '1000' },
        many: { type: 'string', default: '500' },
        seconds: { type: 'string', default: '10' },
        bin: { type: 'string', default: join(root, 'build', 'release', 'bin') },
    },
});
process.env.ANTEROOM_TEST_BIN = options.bin;
const { Clinic } = await import('../system/browser/clinic.mjs');

const folder = mkdtempSync(join(tmpdir(), 'anteroom-calls-'));
const openssl = (text) => execFileSync('openssl', text.split(' '), { cwd: folder, stdio: 'ignore' });
openssl('req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test -addext '
    + 'subjectAltName=IP:127.0.0.1 -keyout tls.key -out tls.crt');
openssl('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out apns.p8');

/// The push service in a process of its own; tells when each push came, by the clock that all processes share.
class Service {
    async start() {
        this.cameAt = new Map();
        this.waiting = new Map();
        this.process = spawn(process.execPath, ['--input-type=module', '-e', `
            import { readFileSync } from 'node:fs';
            import { PushServers } from ${JSON.stringify(join(root, 'tests/app/delivery/pushservers.mjs'))};
            const read = (name) => readFileSync(${JSON.stringify(folder)} + '/' + name);
            const servers = await new PushServers({ cert: read('tls.crt'), key: read('tls.key'), tell: (event) => {
                if (event.event === 'push') process.send({ id: event.body.callId, at: Number(event.at) });
            } }).start();
            process.send({ port: servers.apns.address().port });
            process.on('disconnect', () => process.exit());
        `], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        this.process.on('message', ({ id, at }) => {
            if (!id) return;
            this.cameAt.set(id, at);
            this.waiting.get(id)?.(at);
        });
        this.port = (await once(this.process, 'message'))[0].port;
        return this;
    }

    come(id) {
        return this.cameAt.get(id) ?? new Promise((resolve) => { this.waiting.set(id, resolve); });
    }

    stop() { this.process.disconnect(); }
}

const percentile = (list, share) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * share))];
const now = () => Number(process.hrtime.bigint()) / 1e6; // ms

const service = await new Service().start();
const clinic = await Clinic.start({
    ANTEROOM_PUSH_PROVIDER: 'real',
    ANTEROOM_APNS_URL: `https://127.0.0.1:${service.port}`,
    ANTEROOM_APNS_KEY: join(folder, 'apns.p8'),
    ANTEROOM_APNS_KEY_ID: 'ABC123DEFG',
    ANTEROOM_APNS_TEAM_ID: 'TEAM123456',
    ANTEROOM_APNS_TOPIC: 'org.example.patients',
    ANTEROOM_PUSH_CA: join(folder, 'tls.crt'),
});
const devices = 50;
const uuid = (n) => `0198c0de-0000-7000-8000-${String(n).padStart(12, '0')}`;
const bundle = { users: [], userDevices: [] };
for (let i = 0; i < devices; ++i) {
    bundle.users.push({ id: uuid(1000 + i), kind: 'patient', firstName: 'John', mobile: `+4477771${10000 + i}`,
        mobileVerified: true, isAppUser: true });
    bundle.userDevices.push({ id: uuid(i), userId: uuid(1000 + i), platform: 'ios', pushToken: 'f'.repeat(64),
        acceptsInboundCalls: true });
}
writeFileSync(join(folder, 'people.json'), JSON.stringify(bundle));
await clinic.command('import', join(folder, 'people.json'), '--data', clinic.data);
const token = (await clinic.command('token', 'create', '--data', clinic.data, '--name', 'bench', '--scope', 'call:create')).trim();
const staff = new URL(clinic.staffUrl);
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function call(id, n) {
    return new Promise((resolve, reject) => {
        const body = JSON.stringify({ callId: id, callerName: 'Dr Rachel Williams' });
        const asked = request({ agent, host: staff.hostname, port: staff.port, method: 'POST',
            path: `/v1/notifications/call/${uuid(n % devices)}`, headers: { authorization: `Bearer ${token}`,
                'content-type': 'application/json', 'content-length': body.length } }, (answer) => {
            answer.resume();
            answer.on('end', () => resolve(answer.statusCode));
        });
        asked.on('error', reject);
        asked.end(body);
    });
}

const bare = http2.connect(`https://127.0.0.1:${service.port}`, { ca: readFileSync(join(folder, 'tls.crt')) });
await once(bare, 'connect');
function post(id) {
    return new Promise((resolve, reject) => {
        const stream = bare.request({ ':method': 'POST', ':path': `/3/device/${'f'.repeat(64)}`,
            authorization: `bearer ${'x'.repeat(200)}`, 'apns-topic': 'org.example.patients.voip', 'apns-push-type': 'voip' });
        stream.on('error', reject);
        stream.on('response', (headers) => { stream.resume(); stream.on('end', () => resolve(headers[':status'])); });
        stream.end(JSON.stringify({ aps: {}, type: 'call', userDeviceId: uuid(0), callId: id, callerName: 'Dr Rachel Williams' }));
    });
}

const ours = [];
const theirs = [];
const answered = [];
for (let i = 0; i < Number(options.calls) + 50; ++i) {
    const early = i < 50; // warming up
    let began = now();
    const status = call(`ours-${i}`, i);
    const left = await service.come(`ours-${i}`);
    if (await status !== 202) throw new Error(`a call was answered ${await status}`);
    if (!early) { ours.push(left - began); answered.push(now() - began); }
    began = now();
    const done = post(`theirs-${i}`);
    const arrived = await service.come(`theirs-${i}`);
    await done;
    if (!early) theirs.push(arrived - began);
}
const line = (name, list) => console.log(name.padEnd(44), `p50 ${percentile(list, 0.5).toFixed(2).padStart(7)} ms   p99 ${percentile(list, 0.99).toFixed(2).padStart(7)} ms`);
line('request sent -> push at the service', ours);
line('bare HTTP/2 post -> push at the service', theirs);
line('request sent -> 202 (durable)', answered);
console.log(`difference of the p99: ${(percentile(ours, 0.99) - percentile(theirs, 0.99)).toFixed(2)} ms (at most 3 is wanted)`);

const many = Number(options.many);
const gap = Number(options.seconds) * 1000 / many;
const statuses = [];
const begin = now();
for (let i = 0; i < many; ++i) {
    statuses.push(call(`many-${i}`, i));
    const wait = begin + (i + 1) * gap - now();
    if (wait > 0) await pause(wait);
}
const all = await Promise.all(statuses);
const took = (now() - begin) / 1000;
const accepted = all.filter((status) => status === 202).length;
await Promise.all(all.map((_, i) => service.come(`many-${i}`)));
console.log(`${accepted} of ${many} calls accepted and pushed in ${took.toFixed(1)} s`);
bare.close();
agent.destroy();
service.stop();
await clinic.stop();
rmSync(folder, { recursive: true });
process.exit(accepted === many ? 0 : 1);
