// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever somebody sends to a room's WebSocket: the room goes on.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { Meetings } from './meetings.mjs';
import { closeAll, join, launch, messages, seesMoving, state, visit } from './room.mjs';

let meetings;
let browser;

before(async () => {
    meetings = await Meetings.start();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (meetings) assert.equal(await meetings.stop(), 0);
});

afterEach(closeAll);

const frame = (opcode, payload, announced = payload.length) => {
    const head = Buffer.alloc(14);
    head[0] = 0x80 | opcode;
    head[1] = 0xff;
    head.writeBigUInt64BE(BigInt(announced), 2);
    return Buffer.concat([head, payload]);
};

/// A WebSocket by hand; the status of the answer, and what came until it was closed or for `ms` from the answer on.
const speak = (link, frames, { ms = 1500, origin } = {}) => new Promise((resolve) => {
    const url = new URL(link);
    const socket = connect(url.port, url.hostname);
    let heard = Buffer.alloc(0);
    let isOpen = false;
    const end = () => {
        socket.destroy();
        resolve({ status: Number(String(heard).slice(9, 12)), heard });
    };
    let timer = setTimeout(end, 60_000);
    socket.on('error', () => {});
    socket.on('close', () => {
        clearTimeout(timer);
        end();
    });
    socket.on('data', (bytes) => {
        heard = Buffer.concat([heard, bytes]);
        if (isOpen || !heard.includes('\r\n\r\n')) return;
        isOpen = true;
        clearTimeout(timer);
        timer = setTimeout(end, ms);
        for (const one of frames) socket.write(one);
    });
    socket.write(`GET ${url.pathname}/signal HTTP/1.1\r\nHost: ${url.host}\r\nConnection: Upgrade\r\n`
        + `Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n`
        + `Origin: ${origin ?? url.origin}\r\n\r\n`);
});

test('the room goes on', { timeout: 500_000 }, async () => {
    const meeting = await meetings.meet({ basic: 2 });
    const other = await meetings.meet();
    const [doctor, patient] = [await visit(browser, meeting.links[0]), await visit(browser, meeting.links[1])];
    for (const page of [doctor, patient]) {
        await join(page);
        await state(page, 'live');
    }
    for (const page of [doctor, patient]) await seesMoving(page, 1);

    const text = (value) => frame(1, Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
    const enter = text({ type: 'join', instance: 'fuzz' });
    const third = meeting.links[2];
    const foreign = other.links[0];
    const id = await doctor.locator('video[data-participant]').getAttribute('data-participant');
    assert.equal((await speak(`${meetings.patientUrl}/room/${'A'.repeat(43)}`, [])).status, 404);
    assert.equal((await speak(third, [], { origin: 'https://elsewhere.example' })).status, 403);
    // Somebody of another room knows an id of this one.
    await speak(foreign, [enter, text({ type: 'signal', to: id, data: { description: { type: 'offer', sdp: 'x' }, fresh: true } })]);
    // And somebody of this one sends what is no description.
    await speak(third, [enter, ...[null, 7, {}, { description: 7 }, { description: { type: 'offer', sdp: 'v=0' }, fresh: true },
        { candidate: { candidate: 'x' } }, { session: 'x', candidate: 1 }, { anew: true }].map((data) => text({ type: 'signal', to: id, data }))]);
    for (const frames of [
        [frame(1, Buffer.alloc(60_000, 'x'))],
        [frame(1, Buffer.from('x'), 2 ** 40)],
        [frame(2, randomBytes(1000))],
        [frame(1, randomBytes(1000))],
        [text('{"type":')],
        [text('[[[['.repeat(4000))],
        Array.from({ length: 100 }, () => text('no')),
        Array.from({ length: 3000 }, () => text({ type: 'chat', text: '' })),
        Array.from({ length: 3000 }, () => frame(9, Buffer.from('x'))),
        Array.from({ length: 20 }, () => randomBytes(500)),
    ]) {
        const { status } = await speak(third, [enter, ...frames]);
        assert.equal(status, 101);
    }
    // The place of whoever broke off is given up after a while; those who are there go on all the time.
    await doctor.click('[data-action=chat]');
    await doctor.fill('[data-chat-input]', 'Where were we?');
    await doctor.press('[data-chat-input]', 'Enter');
    await patient.locator('[data-chat-message]', { hasText: 'Where were we?' }).waitFor({ state: 'attached' });
    assert.ok((await messages(doctor)).includes('Where were we?'));
    for (const page of [doctor, patient]) {
        await page.locator('video[data-participant]').nth(1).waitFor({ state: 'detached', timeout: 120_000 });
        await seesMoving(page, 1);
    }
});
