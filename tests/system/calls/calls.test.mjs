// SPDX-License-Identifier: GPL-3.0-or-later
// Calls from SIPp's callers through Kamailio and anteroomd to SIPp's phones: what the API tells of them afterwards.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../common.mjs';
import { CallingClinic, isFinal, registerTimeout } from './anteroom.mjs';
import { Proxy } from './proxy.mjs';
import { Telephone, always, answering, caller, registering } from './telephones.mjs';

// One that waits for phones however slow a machine is, where what counts is that they come; one that soon gives up.
const wake = registerTimeout - 500;
const soon = 1500;
let anteroom, proxy, hasty;
let telephones = [];

before(async () => {
    anteroom = await CallingClinic.start();
    [proxy, hasty] = await Promise.all([wake, soon].map((time) => Proxy.start(anteroom.url, anteroom.token,
        { WAKE_MS: time, CALLER_NAME: '"Riverside Practice"' })));
});
after(async () => {
    await proxy?.stop();
    await hasty?.stop();
    await anteroom?.stop();
});
afterEach(async () => {
    await Promise.all(telephones.map((phone) => phone.stop()));
    telephones = [];
});

async function telephone(address, own, options, through = proxy) {
    const phone = await Telephone.start(through, address, own, options);
    telephones.push(phone);
    return phone;
}
const clinicCalls = (number, own, through) => telephone('127.0.0.1', own, { keys: { number } }, through);
const phoneOf = (number, device, own, other, through) => telephone('127.0.0.2', own, { other, keys: { number, device } }, through);

async function ok(phone) {
    assert.equal(await phone.done(), 0,
        `${phone.output}\n${await phone.trace()}\n${[...proxy.complaints, ...hasty.complaints].join('\n')}`);
}

/// A call was refused before anybody could have waited for a phone.
async function refusedAtOnce(call, began) {
    await ok(call);
    const [refused] = await call.notes();
    assert.ok(refused.at - began < wake, `${refused.at - began} ms`);
}

/// All pushes to a device, once there are so many.
const pushes = (id, count) => until(`${count} pushes`, async () => (await anteroom.pushes(id)).length >= count)
    .then(() => anteroom.pushes(id));

const dispatched = (id) => until('a push', async () => (await anteroom.attempts(id))[0]);
const ended = (id) => until('the end', async () => {
    const [attempt] = await anteroom.attempts(id);
    return attempt && isFinal(attempt) && attempt;
});
const at = (time) => new Date(time).getTime();

test('answered: every step is told, and nothing of it in a log', async (t) => {
    const { number, ids: [id] } = await anteroom.patient();
    const call = await clinicCalls(number, caller.answered());
    await dispatched(id);
    const phone = await phoneOf(number, id, registering({ stay: always }), answering.with200(0));
    await ok(call);
    const attempt = await ended(id);
    assert.equal(attempt.state, 'ended');
    assert.equal(attempt.fallback, null);
    assert.equal((await anteroom.attempts(id)).length, 1);
    const [push, ...more] = await anteroom.pushes(id);
    assert.equal(push.callerName, 'Riverside Practice');
    assert.equal(push.callId, attempt.callId);
    assert.deepEqual(more, []);
    for (const log of [proxy.log, anteroom.clinic.log]) assert.ok(!log.includes(number.slice(1)));

    const sent = (what, text) => new Date(`${text.match(new RegExp(`(\\d{4}-\\d\\d-\\d\\d)[ \\t]+(\\d\\d:\\d\\d:\\d\\d\\.\\d{3})`
        + `\\d*\\nUDP message (?:sent|received) [^\\n]*\\n\\n${what}`)).slice(1).join('T')}`).getTime();
    const [callers, phones] = [await call.trace(), await phone.trace()];
    const invited = sent('INVITE', callers), registered = sent('REGISTER', phones);
    t.diagnostic(`INVITE to push ${at(push.sentAt) - invited} ms, REGISTER to the phone's INVITE `
        + `${sent('INVITE', phones) - registered} ms, to the caller's 200 ${sent('SIP/2.0 200', callers) - registered} ms`);
});

test('a phone that takes its time is waited for', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    const call = await clinicCalls(number, caller.answered());
    await dispatched(id);
    await pause(4000);
    await phoneOf(number, id, registering({ stay: always }), answering.with200());
    await ok(call);
    const { state, registeredAt, dispatchedAt } = await ended(id);
    assert.equal(state, 'ended');
    assert.ok(at(registeredAt) - at(dispatchedAt) > 3900);
});

test('nobody wakes up: 480 before our own time-out, the number is offered, and who is later does not ring', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    const call = await clinicCalls(number, caller.refused(480), hasty);
    await ok(call);
    const attempt = await ended(id);
    assert.equal(attempt.state, 'failed');
    assert.equal(attempt.fallback, number);
    assert.ok(at(attempt.endedAt) - at(attempt.dispatchedAt) < registerTimeout);
    const phone = await phoneOf(number, id, registering({ stay: 700 }), answering.with200(), hasty);
    await ok(phone);
    await phone.hears('200'); // registered, and no INVITE
    const told = (await pushes(id, 2)).map((push) => push.type);
    assert.deepEqual(told, ['call', 'cancel-call'], 'a phone that wakes up too late is told to stop');
    assert.equal((await ended(id)).state, attempt.state);
});

test('a device that takes no calls: 480 at once, and no push', async () => {
    const { number, ids: [id] } = await anteroom.patient(1, { acceptsInboundCalls: false });
    const began = Date.now();
    await refusedAtOnce(await clinicCalls(number, caller.refused(480)), began);
    assert.deepEqual(await anteroom.pushes(id), []);
});

test('two devices ring, the first answer wins', async () => {
    const { number, ids } = await anteroom.patient(2);
    const call = await clinicCalls(number, caller.answered());
    await Promise.all(ids.map(dispatched));
    const slow = await phoneOf(number, ids[0], registering({ stay: always }), answering.never());
    await until('it to ring', async () => (await anteroom.attempts(ids[0]))[0].ringingAt);
    const quick = await phoneOf(number, ids[1], registering({ stay: always }), answering.with200(300));
    await ok(call);
    await slow.hears('200', 'INVITE', 'CANCEL');
    await quick.hears('200', 'INVITE', 'ACK', 'BYE');
    const [loser, winner] = [await ended(ids[0]), await ended(ids[1])];
    assert.ok(winner.answeredAt && winner.state === 'ended');
    assert.ok(loser.ringingAt && !loser.answeredAt && loser.state === 'ended');
    const [, cancel] = await pushes(ids[0], 2);
    assert.equal(cancel.reason, 'answered_elsewhere');
    assert.equal((await anteroom.pushes(ids[1])).length, 1);
});

test('the caller hangs up while the call is parked: 487, and the phone is told once', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    const call = await clinicCalls(number, caller.cancelling());
    await dispatched(id);
    await call.cue();
    await ok(call);
    const attempt = await ended(id);
    assert.equal(attempt.state, 'ended');
    assert.equal(attempt.fallback, null);
    assert.deepEqual((await pushes(id, 2)).map((push) => push.reason), [undefined, 'cancelled']);
});

test('a patient\'s number is not taken over', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    const other = await anteroom.patient();
    const refuses = await anteroom.patient(1, { acceptsInboundCalls: false });
    for (const [who, device] of [[number, other.ids[0]], [number, randomUUID()], [number, 'x'], [other.number, id],
        [refuses.number, refuses.ids[0]]]) {
        await ok(await phoneOf(who, device, registering({ status: 403 })));
        assert.ok(!(await proxy.command('ul.dump')).includes(`pn-prid=${device}`));
    }
    await ok(await phoneOf(number, id, registering()));
    assert.match(await proxy.command('ul.dump'), new RegExp(`pn-prid=${id}`));
});

test('the console calls, and hands over to the clinician\'s telephone: one call, one push', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    const answer = await fetch(`${anteroom.url}/v1/notifications/call/${id}`, {
        method: 'POST', headers: { Authorization: `Bearer ${anteroom.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ callId: 'from-the-console' }),
    });
    assert.equal(answer.status, 202);
    await phoneOf(number, id, registering({ stay: always }), answering.with200());
    await until('a registration', async () => (await anteroom.attempts(id))[0].registeredAt);
    const call = await clinicCalls(number, caller.answered());
    await ok(call);
    const attempt = await ended(id);
    assert.equal(attempt.callId, 'from-the-console');
    assert.ok(attempt.answeredAt);
    assert.equal((await anteroom.attempts(id)).length, 1);
    assert.equal((await anteroom.pushes(id)).length, 1);
});

test('anteroomd is away: 480 at once; back, it is found again', async () => {
    const { number, ids: [id] } = await anteroom.patient();
    await anteroom.clinic.kill();
    const began = Date.now();
    await refusedAtOnce(await clinicCalls(number, caller.refused(480)), began);
    await anteroom.clinic.serve(); // on another port: the proxy is told where
    await proxy.stop();
    proxy = await Proxy.start(anteroom.url, anteroom.token, { WAKE_MS: wake });
    const call = await clinicCalls(number, caller.answered());
    await dispatched(id);
    await phoneOf(number, id, registering({ stay: always }), answering.with200());
    await ok(call);
});
