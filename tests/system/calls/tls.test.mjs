// SPDX-License-Identifier: GPL-3.0-or-later
// As a clinic has it: phones by TLS, behind a NAT, nginx in front, and Anteroom at https.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect } from 'node:tls';
import { promisify } from 'node:util';

import { until } from '../common.mjs';
import { AnteroomStub, token } from './anteroomstub.mjs';
import { Proxy } from './proxy.mjs';
import { Telephone, caller } from './telephones.mjs';

const calls = 20;
let folder, stub, proxy, key, cert;

const secureStub = async () => AnteroomStub.start({ key: await readFile(key), cert: await readFile(cert) });

before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anteroom-tls-'));
    [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    await promisify(execFile)('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
        '-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']);
    stub = await secureStub();
    proxy = await Proxy.start(stub.url, token, { API_CA_FILE: JSON.stringify(cert) }, { key, cert });
});
after(async () => {
    await proxy?.stop();
    await stub?.stop();
    await rm(folder, { recursive: true, force: true });
});

/// A phone that registers over TLS, and on the same connection answers, talks and is hung up on.
class SecurePhone {
    static async start(number, device) {
        const phone = new SecurePhone();
        phone.requests = [];
        phone.statuses = [];
        let text = '';
        phone.socket = connect({ host: '127.0.0.1', port: proxy.tlsPort, localAddress: '127.0.0.2', ca: await readFile(cert) });
        phone.socket.on('error', () => {});
        phone.socket.on('data', (bytes) => {
            text += bytes.toString('latin1');
            for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
                phone.take(text.slice(0, end).replace(/^(\r\n)+/, ''));
                text = text.slice(end + 4);
            }
        });
        phone.socket.write([`REGISTER sip:sip.example.org SIP/2.0`, `Via: SIP/2.0/TLS 192.168.1.7:5061;branch=z9hG4bK${device}`,
            'Max-Forwards: 70', `From: <sip:${number}@sip.example.org>;tag=1`, `To: <sip:${number}@sip.example.org>`,
            `Call-ID: ${device}`, 'CSeq: 1 REGISTER',
            `Contact: <sip:${number}@192.168.1.7:5061;transport=tls;pn-prid=${device}>;+sip.pnsreg`, 'Expires: 7200',
            'Content-Length: 0', '', ''].join('\r\n'));
        return phone;
    }

    take(head) {
        const [first, ...lines] = head.split('\r\n');
        if (first.startsWith('SIP/2.0')) {
            this.statuses.push(Number(first.split(' ')[1]));
            return;
        }
        const method = first.split(' ')[0];
        this.requests.push(method);
        if (method === 'INVITE') this.routes = lines.filter((line) => line.startsWith('Record-Route:'));
        if (method === 'ACK') return;
        const same = lines.filter((line) => /^(Via|From|To|Call-ID|CSeq|Record-Route):/.test(line))
            .map((line) => (method === 'INVITE' && line.startsWith('To:') ? `${line};tag=phone` : line));
        const answer = (status) => {
            this.socket.write([`SIP/2.0 ${status}`, ...same, 'Contact: <sip:me@192.168.1.7:5061;transport=tls>',
                'Content-Length: 0', '', ''].join('\r\n'));
        };
        if (method === 'INVITE') answer('180 Ringing');
        answer('200 OK');
    }
}

test(`${calls} calls to phones by TLS`, async () => {
    await Promise.all(Array.from({ length: calls }, async (_, i) => {
        const number = `+447777${String(i).padStart(6, '0')}`;
        const device = randomUUID();
        stub.add(number, device);
        const call = await Telephone.start(proxy, '127.0.0.1', caller.answered(), { keys: { number } });
        const pushed = until('a push', () => stub.pushes().some((push) => push.device === device));
        await pushed.catch((error) => { throw new Error(`${error.message}: ${call.output}`); });
        const phone = await SecurePhone.start(number, device);
        assert.equal(await call.done(), 0, `${call.output}\n${proxy.complaints.join('\n')}`);
        await until('all of the call', () => phone.requests.length >= 3);
        assert.deepEqual(phone.requests, ['INVITE', 'ACK', 'BYE']);
        assert.deepEqual(phone.statuses, [200]);
        assert.match(phone.routes[0], /<sip:sip\.example\.org:5061;transport=tls;r2=on;lr/);
        phone.socket.destroy();
        await call.stop();
    }));
    await until('all reports', () => stub.bodies('/v1/sip/calls').length === 3 * calls);
    assert.deepEqual(proxy.complaints, []);
});

test('an Anteroom whose certificate nobody has signed is not told anything', async () => {
    const unasked = await secureStub();
    const distrusting = await Proxy.start(unasked.url, token, {}, { key, cert });
    const call = await Telephone.start(distrusting, '127.0.0.1', caller.refused(480), { keys: { number: '+447777000001' } });
    assert.equal(await call.done(), 0, call.output);
    assert.deepEqual(unasked.asked, []);
    await call.stop();
    await distrusting.stop();
    await unasked.stop();
});
