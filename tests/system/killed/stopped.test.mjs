// SPDX-License-Identifier: GPL-3.0-or-later
// A stop while providers hang: in time, and without a doubt about what never left.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { after, test } from 'node:test';

import { Clinic } from '../browser/clinic.mjs';

const sockets = [];
const silent = net.createServer((socket) => sockets.push(socket.on('error', () => {})));
silent.listen(0, '127.0.0.1');
await once(silent, 'listening');
const clinic = await Clinic.start({
    ANTEROOM_MAIL_PROVIDER: 'smtp',
    ANTEROOM_SMTP_URL: `smtp://127.0.0.1:${silent.address().port}`,
    ANTEROOM_MAIL_FROM: 'photos@example.org',
});
after(async () => {
    await clinic.stop(); // ended already: removes its folder
    for (const socket of sockets) socket.destroy();
    silent.close();
});

test('a mail server that says nothing delays no stop and leaves nothing in doubt', async () => {
    const connected = once(silent, 'connection');
    await clinic.api('POST', '/v1/file-requests', {
        prompt: 'Please take a photo.', type: 'photo', accountId: '12', accountUserId: '42', staffName: 'Dr Williams',
        patientDateOfBirth: '1980-06-17', patientExternalId: 'p1', recipientEmail: 'jane@example.org',
    });
    await connected;
    const stopped = Date.now();
    clinic.process.kill('SIGTERM');
    assert.equal(await clinic.ended, 0);
    // A mail server has 30 s to say something.
    assert.ok(Date.now() - stopped < 20_000, `${Date.now() - stopped} ms`);

    const [mail] = JSON.parse(await clinic.command('outbox', 'list', '--json', '--data', clinic.data));
    assert.equal(mail.status, 'queued');
});
