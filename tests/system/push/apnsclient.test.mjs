// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in for APNs that our tests push to is one that a real client of APNs takes for the real one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

import apn from '@parse/node-apn';

import { PushServers } from '../../app/delivery/pushservers.mjs';

const folder = mkdtempSync(join(tmpdir(), 'anteroom-apns-'));
const read = (name) => readFileSync(join(folder, name));
const told = [];
let servers;
let provider;

before(async () => {
    const openssl = (text) => execFileSync('openssl', text.split(' '), { cwd: folder, stdio: 'ignore' });
    openssl('req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=test -addext '
        + 'subjectAltName=DNS:localhost -keyout tls.key -out tls.crt');
    openssl('genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out apns.p8');
    openssl('pkey -in apns.p8 -pubout -out ec.pub');
    servers = await new PushServers({ cert: read('tls.crt'), key: read('tls.key'), ec: read('ec.pub'),
        tell: (event) => told.push(event) }).start();
    provider = new apn.Provider({
        token: { key: read('apns.p8'), keyId: 'ABC123DEFG', teamId: 'TEAM123456' },
        address: 'localhost', port: servers.apns.address().port, production: false, ca: read('tls.crt'),
    });
});

after(async () => {
    await provider.shutdown();
    servers.stop();
    rmSync(folder, { recursive: true });
});

function call() {
    const note = new apn.Notification({ topic: 'org.example.patients.voip', pushType: 'voip', priority: 10, expiry: 0 });
    note.rawPayload = { aps: {}, type: 'call', callId: 'c-1' };
    return note;
}

test('a push is taken', async () => {
    const result = await provider.send(call(), 'a'.repeat(64));
    assert.deepEqual(result.failed, []);
    assert.equal(result.sent.length, 1);
    const push = told.find((event) => event.event === 'push');
    assert.equal(push.path, `/3/device/${'a'.repeat(64)}`);
    assert.equal(push.jwt.valid, true);
    assert.equal(push.jwt.header.kid, 'ABC123DEFG');
    assert.equal(push.headers['apns-push-type'], 'voip');
    assert.equal(push.body.callId, 'c-1');
});

for (const [device, status, reason] of [['unregistered', '410', 'Unregistered'], ['badtoken', '400', 'BadDeviceToken'],
    ['othertopic', '400', 'DeviceTokenNotForTopic'], ['stranger', '403', 'InvalidProviderToken']]) {
    test(`${reason} is understood`, async () => {
        const result = await provider.send(call(), device);
        assert.equal(result.failed.length, 1);
        assert.equal(String(result.failed[0].status), status);
        assert.equal(result.failed[0].response.reason, reason);
    });
}
