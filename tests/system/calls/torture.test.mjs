// SPDX-License-Identifier: GPL-3.0-or-later
// What the network may throw at the proxy: REGISTERs in the manner of RFC 4475, byte by byte. None may be taken for
// a registration that it is not, and none may stop the proxy.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { until } from '../common.mjs';
import { AnteroomStub, token } from './anteroomstub.mjs';
import { Proxy } from './proxy.mjs';

let stub, proxy, socket, number, id;
const answers = [];

before(async () => {
    stub = await AnteroomStub.start();
    proxy = await Proxy.start(stub.url, token);
    socket = createSocket('udp4').bind(0, '127.0.0.2');
    await once(socket, 'listening');
    socket.on('message', (text) => { answers.push(text.toString('latin1')); });
});
after(async () => {
    socket?.close();
    await proxy?.stop();
    await stub?.stop();
});

let sent = 0;
let patients = 0;

// A patient of its own for each test: what is reported late of another's is no part of it.
beforeEach(() => {
    stub.forget();
    patients += 1;
    number = `+44777712345${patients}`;
    id = `c1a21fce-8660-4c69-a98d-820a50154f9${patients}`;
    stub.add(number, id);
});

/// A REGISTER whose parts may be anything.
function register(parts = {}) {
    sent += 1;
    const callId = `torture-${sent}`;
    const { line = 'REGISTER sip:sip.example.org SIP/2.0', via = `SIP/2.0/UDP 127.0.0.2:${socket.address().port};branch=z9hG4bK${sent}`,
        to = `<sip:${number}@sip.example.org>`, contact = `<sip:${number}@10.0.0.1;pn-prid=${id}>`, cseq = '1 REGISTER',
        more = '', body = '', length = body.length } = parts;
    const lines = [line, `Via: ${via}`, 'Max-Forwards: 70', `From: <sip:${number}@sip.example.org>;tag=${sent}`, `To: ${to}`,
        `Call-ID: ${callId}`, `CSeq: ${cseq}`, contact && `Contact: ${contact}`, more, `Content-Length: ${length}`];
    return { callId, bytes: Buffer.from(`${lines.filter(Boolean).join('\r\n')}\r\n\r\n${body}`, 'latin1') };
}

const send = (bytes) => { socket.send(bytes, proxy.port, '127.0.0.1'); };
const statusOf = (callId) => Number(answers.filter((text) => text.includes(`Call-ID: ${callId}\r\n`))
    .map((text) => text.match(/^SIP\/2\.0 (\d+)/)[1]).find((status) => Number(status) >= 200) ?? 0);

async function answered(parts) {
    const { callId, bytes } = register(parts);
    send(bytes);
    const again = setInterval(() => { send(bytes); }, 2000);
    try {
        return await until(`an answer to ${JSON.stringify(parts)}`, () => statusOf(callId));
    } finally {
        clearInterval(again);
    }
}

test('a header in several lines is one header', async () => {
    assert.equal(await answered({ contact: `<sip:${number}@x-onsip.net;pn-prid=${id}>;\r\n  +sip.pnsreg` }), 200);
    assert.equal(await answered({ contact: `\r\n <sip:${number}@x-onsip.net;pn-prid=${id}>` }), 200);
    assert.equal(await answered({ contact: `"Smith, J." <sip:${number}@x-onsip.net;pn-prid=${id}>` }), 400);
});

test('what does not say clearly which device of whom it is, is refused', async () => {
    const uri = `sip:${number}@10.0.0.1`;
    const cases = [
        { contact: '' },
        { contact: '<>' },
        { contact: '<sip:>' },
        { contact: uri },
        { contact: `${uri};pn-prid=${id}` },
        { contact: `<${uri};pn-prid=${id}` },
        { contact: `<${uri};pn-prid=>` },
        { contact: `<${uri};pn-prid>` },
        { contact: `<${uri};pn-prid="${id}">` },
        { contact: `<${uri};pn-prid=${id}\\">` },
        { contact: `<${uri};pn-prid=${id.slice(0, 35)}>` },
        { contact: `<${uri};pn-prid=${id}%00>` },
        { contact: `<${uri};pn-prid=${id.replace('c', '%63')}>` },
        { contact: `<${uri};pn-prid=${id}>, <${uri};pn-prid=${randomUUID()}>` },
        { contact: `<${uri}>`, more: `Contact: <${uri};pn-prid=${id}>` },
        { contact: `<${uri};pn-prid=${id}>`, more: `m: <${uri};pn-prid=${id}>` },
        { contact: `<tel:${number};pn-prid=${id}>` },
        { contact: `<mailto:a@b;pn-prid=${id}>` },
        { contact: `<sip:\xff\xfe@10.0.0.1;pn-prid=${id}>` },
        { contact: `<sip:a b@10.0.0.1;pn-prid=${id}>` },
        { contact: `<sip:[::1;pn-prid=${id}>` },
        { contact: `<sip:a@10.0.0.1:99999999;pn-prid=${id}>` },
        { contact: `<sip:${'a'.repeat(2000)}@10.0.0.1;pn-prid=${id}x>` },
        { contact: '*', more: 'Expires: 0' },
        { to: '<sip:@sip.example.org>' },
        { to: '<sip:sip.example.org>' },
        { to: `<sip:${number}%20@sip.example.org>` },
        { to: `<sip:${number}&mobileNumber=+447777000000@sip.example.org>` },
        { to: '<sip:+4477771234567890123@sip.example.org>' },
        { to: '<sip:+44;x=y@sip.example.org>' },
        { line: 'REGISTER sip:elsewhere.example.com SIP/2.0' },
        { line: 'REGISTER tel:+1 SIP/2.0' },
    ];
    for (const one of cases) {
        const status = await answered(one);
        assert.ok(status >= 400 && status < 500, `${JSON.stringify(one)}: ${status}`);
    }
    assert.deepEqual(stub.bodies('/v1/sip/registrations'), []);
});

test('nobody is the clinic because he says so', async () => {
    const { port } = proxy;
    for (const said of ['PROXY TCP4 127.0.0.1 127.0.0.1 5060 5062\r\n', '']) {
        const stream = connect({ port, host: '127.0.0.1' });
        stream.write(`${said}${register({ line: `INVITE sip:${number}@sip.example.org SIP/2.0`, cseq: '1 INVITE' }).bytes}`);
        const [answer] = await once(stream, 'data');
        assert.match(answer.toString('latin1'), /^SIP\/2\.0 403 /);
        stream.destroy();
    }
    assert.deepEqual(stub.asked, []);
});

test('what is no SIP, or hardly, is survived', async () => {
    const garbage = [
        register({ line: 'REGISTER sip:sip.example.org SIP/7.0' }), register({ line: 'REGISTER sip:sip.example.org' }),
        register({ line: '\0\0\0\0' }), register({ cseq: '99999999999999999999 REGISTER' }), register({ cseq: '1 INVITE' }),
        register({ cseq: '-1 REGISTER' }), register({ length: -999 }), register({ length: 99_999_999_999 }),
        register({ length: 70_000 }), register({ via: 'SIP/2.0/UDP' }), register({ via: 'SIP/2.0/UDP ;;,;,,' }),
        register({ via: `SIP/2.0/UDP 127.0.0.2:99999;branch=z9hG4bK${'x'.repeat(3000)}` }),
        register({ more: 'Expires: 99999999999999999999' }), register({ more: 'Expires: -1' }), register({ more: 'Expires: x' }),
        register({ more: `${'X-Y: z\r\n'.repeat(1500)}X-Z: 1` }), register({ more: `Subject: ${'=?utf-8?q?'.repeat(900)}` }),
        register({ more: ': nameless' }), register({ more: 'Max-Forwards: 9999999999' }), register({ more: 'Route: <sip:;lr>' }),
        register({ to: '"unterminated <sip:a@b>' }), register({ more: 'Record-Route: ,,,' }), register({ more: 'Path: <' }), register({ to: '<sip:%00%00@sip.example.org>' }),
        register({ to: `<sip:${'+1'.repeat(500)}@sip.example.org>` }), register({ contact: `<sip:${';'.repeat(5000)}>` }),
        register({ contact: `${'<'.repeat(3000)}` }), register({ contact: `<sip:a@b;${'pn-prid=;'.repeat(500)}>` }),
    ].map((one) => one.bytes);
    const whole = register().bytes;
    for (let cut = 1; cut < whole.length; cut += 7) garbage.push(whole.subarray(0, cut));
    for (let at = 0; at < whole.length; at += 5) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] * 7 + 131) % 256;
        garbage.push(changed);
    }
    garbage.push(Buffer.alloc(0), Buffer.alloc(1), Buffer.alloc(4000, 0xff), Buffer.from('\r\n\r\n'));
    for (const one of garbage) {
        send(one);
        await pause(2);
    }
    // The same bytes in a stream, where nothing says where a message ends.
    for (const one of garbage.slice(0, 27)) {
        const stream = connect({ port: proxy.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
        stream.on('error', () => {});
        stream.end(one);
    }
    assert.equal(await answered({}), 200, 'it still answers');
    assert.equal(proxy.process.exitCode, null);
    const registered = stub.bodies('/v1/sip/registrations');
    for (const one of registered) assert.equal(one.deviceId, id);
});
