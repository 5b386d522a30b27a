// SPDX-License-Identifier: GPL-3.0-or-later
// The event of new files, from anteroomd to a receiver that checks it with the Standard Webhooks' own library.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';

import { Webhook } from 'standardwebhooks';

import { Clinic } from '../browser/clinic.mjs';
import { until } from '../common.mjs';

const oldSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const newSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/// Takes requests and answers each with the next of `answers`, or 200; 'hang' leaves it waiting.
class Receiver {
    constructor() {
        this.answers = [];
        this.taken = [];
    }

    async start() {
        this.server = createServer((request, response) => {
            const parts = [];
            request.on('data', (part) => parts.push(part));
            request.on('end', () => {
                const body = Buffer.concat(parts).toString();
                const answer = this.answers.shift() ?? 200;
                this.taken.push({ method: request.method, headers: request.headers, body, at: Date.now() });
                if (answer !== 'hang') response.writeHead(answer).end();
            });
        }).listen(0, '127.0.0.1');
        await once(this.server, 'listening');
        return this;
    }

    get url() { return `http://127.0.0.1:${this.server.address().port}/events`; }

    /// Waits until `count` requests have come in all.
    async come(count) {
        return until(`${count} requests`, () => this.taken[count - 1]);
    }

    stop() {
        this.server.closeAllConnections?.();
        this.server.close();
    }
}

let clinic;
let receiver;

before(async () => {
    receiver = await new Receiver().start();
    clinic = await Clinic.start({
        ANTEROOM_WEBHOOKS_ENABLED: 'true',
        ANTEROOM_WEBHOOK_ALLOW_HTTP: 'true',
        ANTEROOM_WEBHOOK_ALLOW_PRIVATE: 'true',
        ANTEROOM_WEBHOOK_SECRET: `${oldSecret} ${newSecret}`,
    });
});

after(async () => {
    receiver.stop();
    assert.equal(await clinic.stop(), 0);
});

/// A file request with one file; the request.
async function answered() {
    const request = await clinic.ask({ filesUpdateWebhookUrl: receiver.url });
    await clinic.api('POST', '/v1/files', {
        files: [{ name: 'note.txt', type: 'text/plain', contents: Buffer.from('Привіт, "clinic"').toString('base64') }],
        fileRequestId: request.id,
        userId: request.patientUser.id,
    });
    return request;
}

async function row(request, ready) {
    return until('the row', async () => {
        const found = (await clinic.messages(request.id)).find((message) => message.channel === 'webhook');
        return found && ready(found) && found;
    });
}

test('an event verifies with either secret and says what was added', async () => {
    const request = await answered();
    const taken = await receiver.come(1);
    assert.equal(taken.method, 'POST');
    for (const secret of [oldSecret, newSecret]) {
        const { event } = new Webhook(secret).verify(taken.body, taken.headers);
        assert.equal(event.id, taken.headers['webhook-id']);
        assert.equal(event.type, 'file-request.files.update');
        assert.equal(event.fileRequest.id, request.id);
        assert.equal(event.addedFileIds.length, 1);
        assert.deepEqual(event.removedFileIds, []);
    }
    assert.throws(() => new Webhook('whsec_' + Buffer.alloc(32, 7).toString('base64')).verify(taken.body, taken.headers));
    assert.throws(() => new Webhook(newSecret).verify(taken.body + ' ', taken.headers));
    const sent = await row(request, (found) => found.status === 'sent');
    assert.equal(sent.provider, 'webhook');
    assert.equal(sent.attempts, 1);
});

test('a receiver that fails gets the same event again, five seconds later at the earliest', async () => {
    const count = receiver.taken.length;
    receiver.answers = [500];
    const request = await answered();
    const first = await receiver.come(count + 1);
    const second = await receiver.come(count + 2);
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
    assert.equal(second.body, first.body);
    assert.ok(second.at - first.at >= 4900, `${second.at - first.at} ms`);
    new Webhook(newSecret).verify(second.body, second.headers);
    assert.equal((await row(request, (found) => found.status === 'sent')).attempts, 2);
});

test('an event that was under way when the program was killed comes again', async () => {
    const count = receiver.taken.length;
    receiver.answers = ['hang'];
    const request = await answered();
    const first = await receiver.come(count + 1);
    assert.equal((await row(request, () => true)).status, 'sending');
    await clinic.killAndRestart();
    const second = await receiver.come(count + 2);
    assert.equal(second.headers['webhook-id'], first.headers['webhook-id']);
    await row(request, (found) => found.status === 'sent');
});

test('a receiver that says it is gone is not tried again', async () => {
    const request = await clinic.ask({ filesUpdateWebhookUrl: receiver.url });
    receiver.answers = [410];
    const count = receiver.taken.length;
    await clinic.api('POST', '/v1/files', {
        files: [{ name: 'note.txt', type: 'text/plain', contents: Buffer.from('x').toString('base64') }],
        fileRequestId: request.id,
        userId: request.patientUser.id,
    });
    await row(request, (found) => found.status === 'failed');
    assert.equal(receiver.taken.length, count + 1);
});
