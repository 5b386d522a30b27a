// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way with the real program: made over the API, met in through the links that it gives, ended or cancelled.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Clinic } from '../browser/clinic.mjs';
import { closeAll, join, launch, seesMoving, state, visit, within } from './room.mjs';

let clinic;
let token;
let browser;

before(async () => {
    clinic = await Clinic.start({ ANTEROOM_CLINIC_PHONE: '020 7946 0018' });
    token = (await clinic.command('token', 'create', '--data', clinic.data, '--name', 'portal', '--scope',
        'teleconsultation:read teleconsultation:write identity:delegate')).trim();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (clinic) assert.equal(await clinic.stop(), 0);
});

afterEach(closeAll);

/// As a portal asks, for one of its users.
const ask = (method, path, { as, body } = {}) => fetch(`${clinic.staffUrl}/teleconsultation${path}`, {
    method,
    headers: {
        Authorization: `Bearer ${token}`,
        ...(as && { miauserid: as }),
        ...(body && { 'Content-Type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
});

const doctorJoe = { userExternalId: 'auth|joe', groups: ['doctor'], fullName: 'Joe Smith', language: 'en' };
const patientJane = { userExternalId: 'auth|jane', groups: ['patient'], fullName: 'Jane Doe', language: 'en' };

/// The id of a new one, from `startsIn` seconds on, for half an hour.
const create = async (startsIn, data = [doctorJoe, patientJane]) => {
    const answer = await ask('POST', '', { body: {
        participants: { number: 2, data },
        start_date: new Date(Date.now() + startsIn * 1000).toISOString(),
        duration_in_seconds: 1800,
    } });
    assert.equal(answer.status, 201, await answer.clone().text());
    const { roomId } = await answer.json();
    assert.match(roomId, /^[0-9a-f]{24}$/);
    return roomId;
};

const room = async (id, { userExternalId: as }) => {
    const answer = await ask('GET', `/${id}`, { as });
    assert.equal(answer.status, 200);
    return answer.json();
};

/// The calendar entry of one person, unfolded.
const invitation = async (id, { userExternalId: as }) => {
    const answer = await ask('GET', `/${id}/invite.ics`, { as });
    assert.equal(answer.status, 200);
    return (await answer.text()).replaceAll('\r\n ', '');
};

const linkIn = (calendar) => calendar.match(/^URL:(\S+)$/m)?.[1];

test('two meet through the links that the API gives, and the clinician ends it', async () => {
    const id = await create(0, [doctorJoe]); // the patient is not known yet
    assert.equal((await room(id, doctorJoe)).accessLinkURL, null);
    const added = await ask('POST', `/${id}/participants/data`, { body: patientJane });
    assert.equal(added.status, 201);

    const links = [];
    for (const person of [doctorJoe, patientJane]) {
        const { accessLinkURL: link, participantsBandyerCall: others } = await room(id, person);
        assert.ok(link.startsWith(`${clinic.patientUrl}/room/`), link);
        assert.equal(linkIn(await invitation(id, person)), link);
        assert.deepEqual(others.map((one) => one.fullName), [person === doctorJoe ? 'Jane Doe' : 'Joe Smith']);
        links.push(link);
    }
    assert.notEqual(links[0], links[1]);

    const doctor = await visit(browser, links[0]);
    const patient = await visit(browser, links[1]);
    for (const page of [doctor, patient]) await join(page);
    for (const page of [doctor, patient]) {
        await state(page, 'live');
        await seesMoving(page, 1);
    }
    await doctor.locator('.tile .name', { hasText: 'Jane Doe' }).waitFor();
    await patient.locator('.tile .name', { hasText: 'Joe Smith' }).waitFor();

    await doctor.click('[data-action=end]');
    for (const page of [doctor, patient]) await state(page, 'ended');
    assert.match(await patient.locator('main').innerText(), /The clinician ended it/);
    assert.equal((await room(id, patientJane)).accessLinkURL, null);
    await patient.reload();
    await state(patient, 'ended');
    for (const page of [doctor, patient]) assert.deepEqual(page.complaints(), []);
});

test('who waits hears that it was moved, and within two seconds that it was cancelled', async () => {
    const deleted = [];
    await within(2000, async () => {
        const id = await create(3000);
        assert.equal((await room(id, patientJane)).accessLinkURL, null, 'no link before it opens');
        const link = linkIn(await invitation(id, patientJane)); // the invitation has it at any time
        const page = await visit(browser, link);
        await page.locator('#opens', { hasText: /^Opens in \d\d:\d\d$/ }).waitFor();

        const later = new Date(Date.now() + 9_000_000).toISOString();
        const moved = await ask('PATCH', `/${id}`, { body: { start_date: later, duration_in_seconds: 1800 } });
        assert.equal(moved.status, 204);
        await page.locator('#opens', { hasText: /^Opens in 2:\d\d:\d\d$/ }).waitFor();
        assert.equal(linkIn(await invitation(id, patientJane)), link, 'who stays keeps the link');
        await page.evaluate(() => {
            new MutationObserver(() => {
                if (document.body.dataset.state === 'ended') globalThis.ended ??= Date.now();
            }).observe(document.body, { attributes: true });
        });
        const gone = await ask('DELETE', `/${id}`);
        const answered = Date.now();
        assert.equal(gone.status, 204);
        await state(page, 'ended');
        assert.match(await page.locator('main').innerText(), /was cancelled/);
        assert.match(await page.locator('footer').innerText(), /020 7946 0018/);
        deleted.push(id);
        const took = (await page.evaluate(() => globalThis.ended)) - answered;
        assert.deepEqual(page.complaints(), []);
        await closeAll();
        return took;
    });
    for (const id of deleted) assert.equal((await ask('GET', `/${id}`, { as: patientJane.userExternalId })).status, 404);
});

test('what has begun cannot be changed any more, but it can be cancelled', async () => {
    const id = await create(0);
    const links = [];
    for (const person of [doctorJoe, patientJane]) links.push((await room(id, person)).accessLinkURL);
    // Complete and begun: nothing of it can be changed any more, but it can be cancelled.
    const late = await ask('PATCH', `/${id}`, { body: { duration_in_seconds: 3600 } });
    assert.equal(late.status, 409);
    const doctor = await visit(browser, links[0]);
    await join(doctor);
    await state(doctor, 'live');
    assert.equal((await ask('DELETE', `/${id}`)).status, 204);
    await state(doctor, 'ended');
    assert.match(await doctor.locator('main').innerText(), /was cancelled/);
    assert.deepEqual(doctor.complaints(), []);
});
