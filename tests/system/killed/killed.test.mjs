// SPDX-License-Identifier: GPL-3.0-or-later
// anteroomd is killed (SIGKILL) again and again while it is asked and hands over. Afterwards nothing that it answered
// with 200 may be missing, and nothing may have been handed over twice: what was under way is shown as in doubt.
// ANTEROOM_KILLS sets how often.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Clinic } from '../browser/clinic.mjs';
import { CountingMailServer, CountingTextGateway } from './countingservers.mjs';

const kills = Number(process.env.ANTEROOM_KILLS ?? 20);
const clients = 6;
const asksEachRound = 60;

const mailServer = await CountingMailServer.start();
const textGateway = await CountingTextGateway.start();
const clinic = await Clinic.start({
    ANTEROOM_MAIL_PROVIDER: 'smtp',
    ANTEROOM_SMTP_URL: `smtp://${mailServer.address}`,
    ANTEROOM_MAIL_FROM: 'Riverside Practice <photos@example.org>',
    ANTEROOM_SMS_PROVIDER: 'http',
    ANTEROOM_SMS_METHOD: 'GET',
    ANTEROOM_SMS_URL: `http://${textGateway.address}/send?id={id}&to={to}&text={text}`,
});
after(async () => {
    await clinic.stop();
    mailServer.stop();
    textGateway.stop();
});

let asked = 0;
let logged = '';
const answered = new Map(); // file request's id -> whom it is to reach, by channel

/// One request to an address and a number of its own, once it is answered.
async function ask() {
    asked += 1;
    const recipientEmail = `patient${asked}@example.org`;
    const recipientMobile = `+447${String(asked).padStart(9, '0')}`;
    const response = await fetch(`${clinic.staffUrl}/v1/file-requests`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${clinic.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({
            prompt: 'Please take a photo.', type: 'photo', accountId: '12', accountUserId: '42', staffName: 'Dr Williams',
            patientDateOfBirth: '1980-06-17', patientExternalId: `p${asked}`, recipientEmail, recipientMobile,
        }),
    });
    assert.equal(response.status, 200);
    answered.set((await response.json()).id, { email: recipientEmail, sms: recipientMobile });
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
    const deadline = Date.now() + 300_000;
    do {
        assert.ok(Date.now() < deadline, 'the outbox is emptied in the end');
        await pause(300);
        rows = await outbox();
    } while (rows.some((row) => row.status === 'queued' || row.status === 'sending'));

    const byCause = new Map(rows.map((row) => [`${row.reference} ${row.channel}`, row]));
    for (const [id, to] of answered) {
        for (const channel of ['email', 'sms']) assert.equal(byCause.get(`${id} ${channel}`)?.to, to[channel]);
    }
    const ids = [...answered.keys()];
    await Promise.all(Array.from({ length: clients }, async () => {
        while (ids.length) await clinic.request(ids.pop());
    }));

    const inDoubt = rows.filter((row) => row.status === 'in_doubt');
    const taken = new Map([...mailServer.taken, ...textGateway.taken]);
    assert.deepEqual([...taken].filter(([, message]) => message.times > 1), []);
    for (const row of rows) {
        if (row.status === 'sent') assert.deepEqual(taken.get(row.id), { to: row.to, times: 1 });
        else assert.equal(row.status, 'in_doubt', row.id);
    }
    const known = new Set(rows.map((row) => row.id));
    for (const id of taken.keys()) assert.ok(known.has(id), 'what left is in the outbox');
    assert.ok(inDoubt.length > 0, 'some kill came between handing over and writing it down');
    await clinic.command('verify', '--data', clinic.data);
    assert.doesNotMatch(logged + clinic.log, /@example|\+?447\d{9}/, 'neither addresses nor numbers in the log');

    const arrived = inDoubt.filter((row) => taken.has(row.id)).length;
    t.diagnostic(`${kills} kills, ${asked} asked, ${answered.size} answered, ${rows.length} rows, ` +
        `${mailServer.taken.size} e-mails and ${textGateway.taken.size} texts handed over, ` +
        `${inDoubt.length} in doubt (${arrived} had arrived)`);
});
