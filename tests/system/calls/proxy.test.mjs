// SPDX-License-Identifier: GPL-3.0-or-later
// The proxy of packaging/kamailio between SIPp's callers and phones and a stub of Anteroom.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../common.mjs';
import { AnteroomStub, token } from './anteroomstub.mjs';
import { Proxy, check } from './proxy.mjs';
import { Telephone, always, answering, caller, registering } from './telephones.mjs';
import { Phones } from './useragents.mjs';

// One that waits for phones however slow a machine is, where what counts is that they come; one that soon gives up.
const wake = 50_000; // a call is forgotten after a minute
const soon = 1500;
let stub, proxy, hasty;
let telephones = [];
let patients = 0;

before(async () => {
    stub = await AnteroomStub.start();
    [proxy, hasty] = await Promise.all([wake, soon].map((time) => Proxy.start(stub.url, token, { WAKE_MS: time })));
});
after(async () => {
    await proxy?.stop();
    await hasty?.stop();
    await stub?.stop();
});
// Each test has patients of its own: what is reported late about another's is not what the stub shows it.
beforeEach(() => { stub.forget(); });
afterEach(async () => {
    stub.heal();
    await Promise.all(telephones.map((phone) => phone.stop()));
    telephones = [];
});

/// A patient with devices, whom nobody has called before.
function patient(devices = 1) {
    patients += 1;
    const number = `+447777${String(patients).padStart(6, '0')}`;
    const ids = Array.from({ length: devices }, () => randomUUID());
    stub.add(number, ...ids);
    return { number, ids, id: ids[0] };
}

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

const states = (count, ...ids) => until(`${count} reports`, () => stub.states(...ids).length >= count)
    .then(() => stub.states(...ids));

/// Those who were told to stop, and why.
async function cancels(...expected) {
    await until('a cancel', () => stub.bodies('/v1/cancel-call').length >= expected.length);
    assert.deepEqual(stub.bodies('/v1/cancel-call').map(({ deviceId, reason }) => [deviceId, reason]), expected);
}

/// A call was refused before anybody could have waited for a phone.
async function refusedAtOnce(call, began) {
    await ok(call);
    const [refused] = await call.notes();
    assert.ok(refused.at - began < wake, `${refused.at - began} ms`);
}

test('the packaged files are right', async () => {
    const said = await check();
    assert.match(said, /config file ok/);
    assert.doesNotMatch(said, /WARNING|ERROR/);
});

test('a phone that wakes up rings and is talked to', async (t) => {
    const { number, id } = patient();
    const began = Date.now();
    const call = await clinicCalls(number, caller.answered());
    const push = await until('a push', () => stub.pushes()[0]);
    const phone = await phoneOf(number, id, registering({ stay: always }), answering.with200());
    await ok(call);
    await phone.hears('200', 'INVITE', 'ACK', 'BYE');
    assert.equal(push.device, id);
    assert.deepEqual(await states(3, id), ['ringing 180', 'answered 200', 'ended']);
    for (const report of stub.bodies('/v1/sip/calls')) {
        assert.equal(report.deviceId, id);
        assert.equal(report.callId, push.callId);
    }
    const [registration] = stub.bodies('/v1/sip/registrations');
    assert.deepEqual(registration,
        { deviceId: id, contact: `sip:${number}@sip.example.org;pn-prid=${id}`, expires: 60 });
    assert.deepEqual(stub.bodies('/v1/cancel-call'), []);
    const [signedIn, rang] = await phone.notes();
    t.diagnostic(`INVITE to push ${push.at - began} ms (with SIPp's start), `
        + `REGISTER answered to INVITE ${rang.at - signedIn.at} ms`);
});

test('a phone that takes its time is waited for', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.answered());
    await until('a push', () => stub.pushes().length);
    await pause(4000);
    const phone = await phoneOf(number, id, registering({ stay: always }), answering.with200());
    await ok(call);
    await phone.hears('200', 'INVITE', 'ACK', 'BYE');
});

test('the phone hangs up', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.hungUpOn());
    await until('a push', () => stub.pushes().length);
    await phoneOf(number, id, registering({ stay: always }), answering.hangingUp());
    await ok(call);
    assert.deepEqual(await states(3, id), ['ringing 180', 'answered 200', 'ended']);
});

test('nobody wakes up: 480 in time, and who is later does not ring', async () => {
    const { number, id } = patient();
    const began = Date.now();
    const call = await clinicCalls(number, caller.refused(480), hasty);
    await ok(call);
    const [refused] = await call.notes();
    assert.ok(refused.at - began >= soon - 200 && refused.at - began < wake, `${refused.at - began} ms`);
    assert.deepEqual(await states(1, id), ['failed 480']);
    const phone = await phoneOf(number, id, registering({ stay: 1000 }), answering.with200(), hasty);
    await ok(phone);
    await phone.hears('200'); // registered, and no INVITE
});

for (const status of [403, 404, 502]) {
    test(`all devices are refused with ${status}: 480 at once`, async () => {
        const { number, ids } = patient(2);
        for (const id of ids) stub.answers.set(id, { status });
        const began = Date.now();
        await refusedAtOnce(await clinicCalls(number, caller.refused(480)), began);
        await pause(200);
        assert.deepEqual(stub.states(...ids), [], 'Anteroom knows that itself');
    });
}

test('one device refuses, the other is waited for', async () => {
    const { number, ids } = patient(2);
    stub.answers.set(ids[0], { status: 403 });
    const call = await clinicCalls(number, caller.answered());
    await until('two pushes', () => stub.pushes().length === 2);
    await phoneOf(number, ids[1], registering({ stay: always }), answering.with200());
    await ok(call);
});

test('a number without devices: 480 at once', async () => {
    const began = Date.now();
    await refusedAtOnce(await clinicCalls('+447777999999', caller.refused(480)), began);
});

test('two devices ring, the first answer wins', async () => {
    const { number, ids } = patient(2);
    const call = await clinicCalls(number, caller.answered());
    await until('two pushes', () => stub.pushes().length === 2);
    assert.deepEqual(new Set(stub.pushes().map((push) => push.device)), new Set(ids));
    const slow = await phoneOf(number, ids[0], registering({ stay: always }), answering.never());
    await states(1, ids[0]);
    const quick = await phoneOf(number, ids[1], registering({ stay: always }), answering.with200(300));
    await ok(call);
    await quick.hears('200', 'INVITE', 'ACK', 'BYE');
    await slow.hears('200', 'INVITE', 'CANCEL');
    assert.deepEqual(await states(4, ...ids), ['ringing 180', 'ringing 180', 'answered 200', 'ended']);
    assert.deepEqual(stub.states(ids[0]), ['ringing 180']);
    await cancels([ids[0], 'answered_elsewhere']);
});

test('a device that has not woken up is told that another has answered', async () => {
    const { number, ids } = patient(2);
    const call = await clinicCalls(number, caller.answered());
    await until('two pushes', () => stub.pushes().length === 2);
    await phoneOf(number, ids[0], registering({ stay: always }), answering.with200(0));
    await ok(call);
    const late = await phoneOf(number, ids[1], registering({ stay: 500 }), answering.with200());
    await ok(late);
    await late.hears('200');
    await cancels([ids[1], 'answered_elsewhere']);
});

test('one phone says no, and that is the answer', async () => {
    const { number, ids } = patient(2);
    const call = await clinicCalls(number, caller.refused(486));
    await until('two pushes', () => stub.pushes().length === 2);
    await phoneOf(number, ids[0], registering({ stay: always }), answering.with('486 Busy Here'));
    await ok(call);
    assert.deepEqual(await states(2, ...ids), ['ringing 180', 'failed 486']);
    await cancels([ids[1], 'cancelled']);
});

test('the caller hangs up while the call is parked: 487, and the phone is told', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.cancelling());
    const push = await until('a push', () => stub.pushes()[0]);
    await call.cue();
    await ok(call);
    await call.hears('487');
    await cancels([id, 'cancelled']);
    assert.equal(stub.bodies('/v1/cancel-call')[0].callId, push.callId);
    const phone = await phoneOf(number, id, registering({ stay: 500 }), answering.with200());
    await ok(phone);
    await phone.hears('200');
});

test('the caller hangs up while it rings', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.cancellingRinging(500));
    await until('a push', () => stub.pushes().length);
    const phone = await phoneOf(number, id, registering({ stay: always }), answering.never());
    await ok(call);
    await phone.hears('200', 'INVITE', 'CANCEL');
    await cancels([id, 'cancelled']);
    assert.deepEqual(await states(1, id), ['ringing 180']);
});

test('Anteroom is away: 480 at once, and 503 to a phone', async () => {
    const { number, id } = patient();
    await stub.stop();
    try {
        const began = Date.now();
        const call = await clinicCalls(number, caller.refused(480));
        const phone = await phoneOf(number, id, registering({ status: 503 }));
        await refusedAtOnce(call, began);
        await ok(phone);
    } finally {
        await stub.resume();
    }
    assert.ok(!proxy.log.includes(number.slice(1)), 'no patient\'s number in the log');
});

test('Anteroom hangs: 480 all the same, and other SIP goes on meanwhile', async () => {
    const { number } = patient();
    stub.fault = 'hang';
    stub.givenUp = 0;
    const calls = await Promise.all(Array.from({ length: 8 }, () => clinicCalls(number, caller.refused(480), hasty)));
    await until('a question', () => stub.asked.length);
    const phones = await Phones.start('127.0.0.2', hasty);
    phones.register(number, 'nonsense', {});
    const { status } = await until('an answer', () => phones.seen.get('nonsense').status && phones.seen.get('nonsense'));
    assert.equal(status, 403);
    assert.equal(stub.givenUp, 0, 'a REGISTER is answered while all wait');
    phones.stop();
    for (const call of calls) await ok(call);
});

test('a wrong token: 480 at once', async () => {
    stub.fault = 401;
    const began = Date.now();
    await refusedAtOnce(await clinicCalls(patient().number, caller.refused(480)), began);
});

test('a push that is answered too late counts as lost, and the phone is told', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.refused(480), hasty);
    stub.answers.set(id, { when: call.done() });
    await ok(call);
    await cancels([id, 'cancelled']);
});

test('a phone that is awake rings at once; the console\'s call is recognised', async () => {
    const { number, ids } = patient(2);
    const phone = await phoneOf(number, ids[0], registering({ stay: always }), answering.with200());
    await until('a registration', () => stub.bodies('/v1/sip/registrations').length);
    const first = await clinicCalls(number, caller.answered());
    await ok(first);
    await until('two pushes', () => stub.pushes().length === 2);
    assert.deepEqual(stub.pushes().map((push) => push.device).sort(), [...ids].sort());
    assert.deepEqual(await states(3, ...ids), ['ringing 180', 'answered 200', 'ended']);

    await cancels([ids[1], 'answered_elsewhere']);
    stub.askedOfAll = [];
    stub.attempts.set(ids[0], [{ id: randomUUID(), userDeviceId: ids[0], callId: 'console-7', state: 'registered' }]);
    const second = await clinicCalls(number, caller.answered());
    await ok(second);
    assert.deepEqual(stub.pushes(), [], 'the console has pushed');
    assert.deepEqual(await states(3, ...ids), ['ringing 180', 'answered 200', 'ended']);
    for (const report of stub.bodies('/v1/sip/calls')) assert.equal(report.callId, 'console-7');
    await phone.stop();
});

test('two who call the same patient both get through', async () => {
    const { number, id } = patient();
    const both = await Promise.all([clinicCalls(number, caller.answered()), clinicCalls(number, caller.answered())]);
    await until('two pushes', () => stub.pushes().length === 2);
    await phoneOf(number, id, registering({ stay: always }), answering.with200());
    for (const call of both) await ok(call);
    assert.deepEqual((await states(6, id)).filter((state) => state === 'ended').length, 2);
    assert.equal(new Set(stub.pushes().map((push) => push.callId)).size, 2);
});

test('a phone that signs out wakes no call', async () => {
    const { number, id } = patient();
    const call = await clinicCalls(number, caller.refused(480), hasty);
    await until('a push', () => stub.pushes().length);
    const phone = await phoneOf(number, id, registering({ expires: 0, stay: 500 }), answering.with200(), hasty);
    await ok(phone);
    await ok(call);
    await phone.hears('200');
    await until('a report', () => stub.bodies('/v1/sip/registrations').length);
    assert.deepEqual(stub.bodies('/v1/sip/registrations').map((one) => one.expires), [0]);
});

test('a phone that registers while Anteroom is still asked for the devices', async () => {
    const { number, id } = patient();
    let answer;
    stub.held = new Promise((resolve) => { answer = resolve; });
    const phones = await Phones.start('127.0.0.2', proxy);
    const call = await clinicCalls(number, caller.answered());
    await until('a question', () => stub.asked.length);
    phones.register(number, id, { after: 0, status: 200 });
    await until('a registration', () => stub.bodies('/v1/sip/registrations').length);
    answer();
    await ok(call);
    phones.stop();
});

test('who is not the clinic calls nobody', async () => {
    const { number } = patient();
    const stranger = await telephone('127.0.0.3', caller.refused(403), { keys: { number } });
    await ok(stranger);
    assert.deepEqual(stub.asked, []);
});

test('a REGISTER is accepted from a device of that number alone', async () => {
    const { number, id } = patient();
    const other = patient();
    const refusedWith = async (status, device, fields) => {
        const phone = await phoneOf(number, device, registering({ status, ...fields }));
        await ok(phone);
    };
    await refusedWith(403, other.id);
    await refusedWith(403, randomUUID());
    await refusedWith(403, 'not-a-uuid');
    await refusedWith(403, `${id}0`);
    await refusedWith(403, id, { contact: '<sip:[number]@sip.example.org>;+sip.pnsreg' });
    await refusedWith(403, id, { contact: '<sip:[number]@sip.example.org>;pn-prid=[device]' });
    await refusedWith(400, id, { contact: '<sip:a@b;pn-prid=[device]>, <sip:c@d>' });
    await refusedWith(400, id, { contact: '<sip:a"b@d;pn-prid=[device]>' });
    await refusedWith(400, id, { contact: '*', expires: 0 });
    assert.deepEqual(stub.bodies('/v1/sip/registrations'), []);
    await refusedWith(200, id.toUpperCase());
    assert.equal((await until('a report', () => stub.bodies('/v1/sip/registrations')[0])).deviceId, id);
});
