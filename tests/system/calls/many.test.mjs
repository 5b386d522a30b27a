// SPDX-License-Identifier: GPL-3.0-or-later
// Many calls, one after the other and many at a time, to phones that wake up when they like, answer, refuse or do nothing,
// from callers with and without patience. Each ends in one state everywhere, and nothing rings after the end.
// ANTEROOM_CALLS sets how many.
import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../common.mjs';
import { CallingClinic, isFinal, registerTimeout } from './anteroom.mjs';
import { Proxy } from './proxy.mjs';
import { Callers, Phones } from './useragents.mjs';

const calls = Number(process.env.ANTEROOM_CALLS ?? 200);
const every = 60; // ms
const wake = 3000;
// Two sockets are not always read in the order in which something came, least of all when we were kept waiting.
const delays = monitorEventLoopDelay();
const blur = () => 300 + delays.max / 1e6;
let anteroom, proxy, callers, phones;

before(async () => {
    anteroom = await CallingClinic.start();
    proxy = await Proxy.start(anteroom.url, anteroom.token, { WAKE_MS: wake, RING_MS: 4000 });
    delays.enable();
    callers = await Callers.start('127.0.0.1', proxy);
    phones = await Phones.start('127.0.0.2', proxy);
});
after(async () => {
    callers?.stop();
    phones?.stop();
    await proxy?.stop();
    await anteroom?.stop();
});

const upTo = (most) => Math.floor(Math.random() * most);

/// What a device does, drawn by lot.
function plan() {
    const lot = Math.random();
    return { wakesAfter: upTo(wake * 1.3), after: upTo(1200), status: lot < 0.6 ? 200 : lot < 0.8 ? 486 : 0 };
}

async function place({ number, ids }) {
    const plans = ids.map(plan);
    const hasPatience = Math.random() < 0.75;
    const result = callers.call(number, hasPatience ? {} : { patience: upTo(wake) });
    await Promise.all(plans.map(async (one, i) => {
        await pause(one.wakesAfter);
        phones.register(number, ids[i], one);
    }));
    return { number, ids, plans, ...await result };
}

/// How the call looks from all sides.
function describe(call, attempts) {
    return JSON.stringify({ call: { ...call, resolve: undefined, hangUp: undefined },
        seen: call.ids.map((id) => ({ ...phones.seen.get(id), timer: undefined })), attempts }, null, 1);
}

test(`${calls} calls end in one state each, and no phone rings after the end`, async (t) => {
    const patients = [...await anteroom.patients(Math.ceil(calls * 0.7)), ...await anteroom.patients(Math.floor(calls * 0.3), 2)]
        .sort(() => Math.random() - 0.5);
    const placed = await Promise.all(patients.map(async (patient, i) => {
        await pause(i * every);
        return place(patient);
    }));
    const ends = new Map();
    await pause(1000); // a push that left as its call ended is written down
    for (const call of placed) {
        let attempts;
        await until(`the end of ${call.callId}`, async () => {
            attempts = (await Promise.all(call.ids.map((id) => anteroom.attempts(id)))).flat();
            return attempts.every(isFinal);
        }).catch((error) => { throw new Error(`${error.message}: ${describe(call, attempts)}`); });
        const about = () => describe(call, attempts);
        const seen = call.ids.map((id) => phones.seen.get(id));
        ends.set(call.status, (ends.get(call.status) ?? 0) + 1);

        assert.ok([200, 480, 486, 487].includes(call.status), about());
        // Two phones may answer at the same moment; then the caller hangs up on both.
        if (call.status !== 200) assert.equal(call.finals.length, 1, about());
        assert.ok(attempts.length <= call.ids.length, about());
        assert.equal(new Set(attempts.map((one) => one.userDeviceId)).size, attempts.length, about());
        const answered = attempts.filter((one) => one.answeredAt);
        // The caller may hang up in the moment in which a phone answers.
        if (call.status !== 200 || !call.cancelled) assert.equal(answered.length, call.status === 200 ? 1 : 0, about());
        for (const one of attempts) {
            if (one.answeredAt) assert.equal(one.state, 'ended', about());
            // Who registers in the moment in which the proxy gives up has done so in time.
            const isReached = attempts.some((other) => other.registeredAt);
            // On a machine that stood still Anteroom's own time may be up before the caller has an answer.
            const isTimeUp = attempts.every((other) => other.state === 'timed_out'
                && call.at - Date.parse(other.dispatchedAt) >= registerTimeout);
            const isOffered = isTimeUp || (call.status === 480 && !isReached);
            assert.equal(one.fallback, isOffered ? call.number : null, about());
            const wasJustTooLate = call.status === 480 && isReached && seen.every((phone) => !phone.rang);
            assert.ok(!wasJustTooLate || seen.some((phone) => phone.registered > call.at - 1000 - blur()), about());
        }
        for (const phone of seen) {
            if (!phone.rang) continue;
            assert.ok(phone.rang <= call.at + blur(), `rang after the end: ${about()}`);
            assert.ok(phone.acknowledged || phone.cancelled || phone.answered === 486, `rings for ever: ${about()}`);
        }
    }
    t.diagnostic(`ended with ${[...ends].sort().map(([status, count]) => `${status}: ${count}`).join(', ')}`);
    for (const status of [200, 480, 486, 487]) assert.ok(ends.get(status) > 0, `some ended with ${status}`);
    assert.deepEqual(proxy.complaints, []);
    assert.doesNotMatch(anteroom.clinic.log + proxy.log, /447777\d{6}/, 'no number in a log');
});
