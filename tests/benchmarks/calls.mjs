#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Calls through Kamailio and anteroomd to phones that wake up about a second later: how long each leg takes, and whether
// one is lost. See README.md.
import { join, dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values: options } = parseArgs({
    options: {
        calls: { type: 'string', default: '500' },
        seconds: { type: 'string', default: '10' },
        bin: { type: 'string', default: join(root, 'build', 'release', 'bin') },
    },
});
process.env.ANTEROOM_TEST_BIN = options.bin;
const { CallingClinic } = await import('../system/calls/anteroom.mjs');
const { Proxy } = await import('../system/calls/proxy.mjs');
const { Callers, Phones } = await import('../system/calls/useragents.mjs');

const count = Number(options.calls);
const every = Number(options.seconds) * 1000 / count;

const anteroom = await CallingClinic.start();
const proxy = await Proxy.start(anteroom.url, anteroom.token);
const callers = await Callers.start('127.0.0.1', proxy);
const phones = await Phones.start('127.0.0.2', proxy);
try {
    const patients = await anteroom.patients(count);
    const placed = await Promise.all(patients.map(async ({ number, ids: [id] }, i) => {
        await pause(i * every);
        const result = callers.call(number);
        await pause(700 + Math.random() * 600);
        phones.register(number, id, { after: 0, status: 200 });
        return { id, ...await result };
    }));
    await pause(1500);

    const rows = JSON.parse(await anteroom.clinic.command('outbox', 'list', '--json', '--data', anteroom.clinic.data));
    const pushed = new Map(rows.filter((row) => row.channel === 'push').map((row) => [row.to, new Date(row.sentAt).getTime()]));
    const tally = (what) => [...what.reduce((sums, one) => sums.set(one, (sums.get(one) ?? 0) + 1), new Map())]
        .map(([one, times]) => `${one}: ${times}`).join(', ');
    const spread = (what, values) => {
        values.sort((a, b) => a - b);
        const at = (part) => String(values[Math.min(values.length - 1, Math.floor(values.length * part))]).padStart(6);
        console.log(`${what.padEnd(42)} p50${at(0.5)}  p99${at(0.99)}  max${at(1)} ms`);
    };
    const attempts = [];
    for (const { id } of placed) attempts.push(...await anteroom.attempts(id));
    console.log(`${count} calls in ${options.seconds} s; answers ${tally(placed.map((one) => one.status))}; `
        + `attempts ${tally(attempts.map((one) => one.state))}`);
    const seen = (one) => phones.seen.get(one.id);
    spread('INVITE to the push', placed.map((one) => pushed.get(one.id) - one.began));
    spread('REGISTER to the INVITE at the phone', placed.map((one) => seen(one).rang - seen(one).sent));
    spread('REGISTER to the 200 at the caller', placed.map((one) => one.at - seen(one).sent));
    process.exitCode = attempts.length === count && placed.every((one) => one.status === 200) ? 0 : 1;
} finally {
    callers.stop();
    phones.stop();
    await proxy.stop();
    await anteroom.stop();
}
