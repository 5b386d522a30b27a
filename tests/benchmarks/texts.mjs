#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Queued text messages through Kannel on loopback, beside Kannel's own ceiling, and the API meanwhile. See README.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values: options } = parseArgs({
    options: {
        messages: { type: 'string', default: '10000' },
        bin: { type: 'string', default: join(root, 'build', 'release', 'bin') },
    },
});
process.env.ANTEROOM_TEST_BIN = options.bin;
const { Clinic } = await import('../system/browser/clinic.mjs');
const { until } = await import('../system/common.mjs');
const { Kannel, password } = await import('../system/sms/kannel.mjs');

const count = Number(options.messages);
const patience = 600_000;

/// The message centre runs in a process of its own, so that it is no part of what is measured here.
class Centre {
    async start() {
        this.submitted = 0;
        this.process = spawn(process.execPath, ['--input-type=module', '-e', `
            import { MessageCentre } from ${JSON.stringify(join(root, 'tests/system/sms/smsc.mjs'))};
            const centre = new MessageCentre();
            centre.keep = false;
            await centre.start();
            process.send({ port: centre.port });
            setInterval(() => process.send({ submitted: centre.submitted, at: Date.now() }), 20);
            process.on('disconnect', () => process.exit());
        `], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
        this.process.on('message', (message) => {
            if (message.submitted > this.submitted) this.changedAt = message.at;
            this.submitted = message.submitted ?? this.submitted;
        });
        this.port = (await once(this.process, 'message'))[0].port;
        return this;
    }

    /// Seconds from now until so many more have come; the start is told by what comes back.
    async take(more, begin) {
        const goal = this.submitted + more;
        const began = Date.now();
        await begin();
        await until(`${more} messages at the centre`, () => this.submitted >= goal, patience);
        return (this.changedAt - began) / 1000;
    }

    stop() { this.process.disconnect(); }
}

function ask(agent, method, url, { token, body } = {}) {
    return new Promise((resolve, reject) => {
        const began = performance.now();
        const asked = request(url, {
            agent,
            method,
            headers: {
                ...(token && { Authorization: `Bearer ${token}` }),
                ...(body && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }),
            },
        }, (answer) => {
            answer.resume();
            answer.on('end', () => (answer.statusCode < 300 ? resolve(performance.now() - began)
                : reject(new Error(`${method} ${url}: ${answer.statusCode}`))));
        });
        asked.on('error', reject);
        asked.end(body);
    });
}

/// Runs `count` calls of `one`, so many at once.
async function many(number, atOnce, one) {
    let next = 0;
    await Promise.all(Array.from({ length: atOnce }, async () => {
        for (let i = next++; i < number; i = next++) await one(i);
    }));
}

/// Milliseconds of processor time that these processes have used.
function worked(...pids) {
    const ticks = pids.map((pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' '))
        .reduce((sum, stat) => sum + Number(stat[11]) + Number(stat[12]), 0);
    return ticks * 10; // USER_HZ is 100
}

const p99 = (times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)];
const number = (i) => `+3809${String(i).padStart(8, '0')}`;

const centre = await new Centre().start();
const kannel = await Kannel.start(centre.port);
let clinic;
try {
    await until('a bind', async () => /centre.*online/.test(await kannel.status()));
    const sendsms = `http://127.0.0.1:${kannel.port}/cgi-bin/sendsms?charset=utf-8&coding=2&dlr-mask=19`;
    const text = 'Riverside Practice: Олена Їжакевич просить вас надіслати фото.';

    const all = [kannel.bearer, kannel.box, centre.process].map((one) => one.pid);
    let others, ours;
    const straight = async (messages) => {
        const kept = new Agent({ keepAlive: true, maxSockets: 16 });
        const took = await centre.take(messages, () => many(messages, 16, (i) => ask(kept, 'GET',
            `${sendsms}&username=anteroom&password=${password}&to=${encodeURIComponent(number(i))}&text=${encodeURIComponent(text)}`)));
        kept.destroy();
        return took;
    };
    await straight(Math.min(count, 1000)); // programs that have just begun are slow
    others = worked(...all);
    ours = worked(process.pid);
    let ceiling = await straight(count);
    const workAlone = [worked(...all) - others, worked(process.pid) - ours];

    clinic = await Clinic.start({
        ANTEROOM_SMS_PROVIDER: 'http',
        ANTEROOM_SMS_METHOD: 'GET',
        ANTEROOM_SMS_URL: `${sendsms}&username=anteroom&password={secret}&to={to}&text={text}`,
        ANTEROOM_SMS_SECRET: password,
        ANTEROOM_LANGUAGE: 'uk',
    });
    const config = (key, value) => clinic.command('config', 'set', key, value, '--data', clinic.data);
    const api = new Agent({ keepAlive: true, maxSockets: 32 });
    const create = (i) => ask(api, 'POST', `${clinic.staffUrl}/v1/file-requests`, {
        token: clinic.token,
        body: JSON.stringify({
            type: 'photo', accountId: '12', accountUserId: '42', staffName: 'Олена Їжакевич',
            patientDateOfBirth: '1980-06-17', patientMobile: number(i), recipientMobile: number(i),
        }),
    });
    // A request every 5 ms, for at least a second and as long as `goesOn`.
    const probe = async (goesOn) => {
        const times = [];
        const list = `${clinic.staffUrl}/v1/file-requests?limit=20`;
        for (let i = 0; i < 200 || goesOn(); ++i) {
            times.push(await ask(api, 'GET', list, { token: clinic.token }));
            await pause(5);
        }
        return p99(times);
    };

    // Held back by a limit until all are there.
    await config('ANTEROOM_SMS_PER_MINUTE', '1');
    const before = centre.submitted;
    await many(count, 32, create);
    const idle = await probe(() => false);
    const left = count - (centre.submitted - before);
    let busy, delivering = true;
    others = worked(...all);
    ours = worked(clinic.process.pid);
    const took = await centre.take(left, async () => {
        busy = probe(() => delivering);
        await config('ANTEROOM_SMS_PER_MINUTE', '1000000');
    });
    const workThrough = [worked(...all) - others, worked(clinic.process.pid) - ours];
    delivering = false;
    busy = await busy;
    await until('all recorded', async () => /anteroom_outbox_waiting 0/.test(await (await fetch(`${clinic.staffUrl}/metrics`, {
        headers: { Authorization: `Bearer ${(await clinic.command('token', 'create', '--data', clinic.data, '--name', 'bench',
            '--scope', 'admin')).trim()}` },
    })).text()), patience);
    api.destroy();
    ceiling = (ceiling + await straight(count)) / 2; // before and after: whatever else runs here changes

    const rate = left / took;
    const most = count / ceiling;
    const row = (name, value) => console.log(`${name.padEnd(38)}${value}`);
    row('Kannel alone', `${most.toFixed(0)} messages/s`);
    row('anteroomd through Kannel', `${rate.toFixed(0)} messages/s`);
    row('ratio (wanted: at least 0.8)', (rate / most).toFixed(2));
    const each = ([kannels, senders], messages) => `${(kannels / messages).toFixed(3)} + ${(senders / messages).toFixed(3)} ms`;
    row('processor a message: Kannel + bench', each(workAlone, count));
    row('processor a message: Kannel + ours', each(workThrough, left));
    row('API p99, queue held back', `${idle.toFixed(1)} ms`);
    row('API p99, delivering', `${busy.toFixed(1)} ms`);
    row('ratio (wanted: at most 2)', (busy / idle).toFixed(2));
} finally {
    await clinic?.stop();
    await kannel.stop();
    centre.stop();
}
