// SPDX-License-Identifier: GPL-3.0-or-later
// anteroomd is killed (SIGKILL) again and again while it is asked and hands over. Afterwards nothing that it answered
// with 200 may be missing, and nothing may have been handed over twice: what was under way is shown as in doubt.
// ANTEROOM_KILLS sets how often.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Clinic } from '../browser/clinic.mjs';
import { CountingMailServer } from './countingmailserver.mjs';

const kills = Number(process.env.ANTEROOM_KILLS ?? 20);
const clients = 6;
const asksEachRound = 60;

const mailServer = await CountingMailServer.start();
const clinic = await Clinic.start({
    ANTEROOM_MAIL_PROVIDER: 'smtp',
    ANTEROOM_SMTP_URL: mailServer.url,
    ANTEROOM_MAIL_FROM: 'Riverside Practice <photos@example.org>',
});
after(async () => {
    await clinic.stop();
    mailServer.stop();
});

let asked = 0;
let logged = '';
const answered = new Map(); // file request's id -> e-mail address

/// One request with an address of its own; whether there was an answer.
async function ask() {
    asked += 1;
    const recipientEmail = `patient${asked}@example.org`;
    const response = await fetch(`${clinic.staffUrl}/v1/file-requests`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${clinic.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
            prompt: 'Please take a photo.', type: 'photo', accountId: '12', accountUserId: '42', staffName: 'Dr Williams',
            patientDateOfBirth: '1980-06-17', patientExternalId: `p${asked}`, recipientEmail,
        }),
    });
    assert.equal(response.status, 200);
    answered.set((await response.json()).id, recipientEmail);
}

/// Asks from several sides until the program is gone or enough was asked.
async function load(round) {
    let left = asksEachRound;
    const client = async () => {
        while (left > 0 && !round.killed) {
            left -= 1;
            try {
                await ask();
            } catch (error) {
                if (!round.killed) throw error;
            }
        }
    };
    await Promise.all(Array.from({ length: clients }, client));
}

async function outbox() {
    return JSON.parse(await clinic.command('outbox', 'list', '--json', '--data', clinic.data));
}

test(`${kills} kills lose nothing and send nothing twice`, async (t) => {
    for (let kill = 0; kill < kills; kill += 1) {
        const round = { killed: false };
        const loaded = load(round);
        await pause(20 + Math.random() * 300);
        round.killed = true;
        await clinic.kill();
        await loaded;
        logged += clinic.log;
        await clinic.serve();
    }
    await load({ killed: false });

    let rows = [];
    const deadline = Date.now() + 120_000;
    do {
        assert.ok(Date.now() < deadline, 'the outbox is emptied in the end');
        await pause(300);
        rows = await outbox();
    } while (rows.some((row) => row.status === 'queued' || row.status === 'sending'));

    const byReference = new Map(rows.map((row) => [row.reference, row]));
    for (const [id, address] of answered) assert.equal(byReference.get(id)?.to, address, `the mail of ${id}`);
    const ids = [...answered.keys()];
    await Promise.all(Array.from({ length: clients }, async () => {
        while (ids.length) await clinic.request(ids.pop());
    }));

    const inDoubt = rows.filter((row) => row.status === 'in_doubt');
    const doubled = [...mailServer.mails].filter(([, mail]) => mail.times > 1);
    assert.deepEqual(doubled, []);
    for (const row of rows) {
        const mail = mailServer.mails.get(row.id);
        if (row.status === 'sent') assert.deepEqual(mail, { to: row.to, times: 1 });
        else assert.equal(row.status, 'in_doubt', row.id);
    }
    for (const id of mailServer.mails.keys()) assert.ok(rows.some((row) => row.id === id), 'what left is in the outbox');
    assert.ok(inDoubt.length > 0, 'some kill came between handing over and writing it down');
    await clinic.command('verify', '--data', clinic.data);
    assert.doesNotMatch(logged + clinic.log, /@example|patient\d/, 'no address in the log');

    const arrived = inDoubt.filter((row) => mailServer.mails.has(row.id)).length;
    t.diagnostic(`${kills} kills, ${asked} asked, ${answered.size} answered, ${rows.length} rows, ` +
        `${mailServer.mails.size} handed over, ${inDoubt.length} in doubt (${arrived} had arrived)`);
});
