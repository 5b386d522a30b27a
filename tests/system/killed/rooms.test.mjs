// SPDX-License-Identifier: GPL-3.0-or-later
// anteroomd is killed (SIGKILL) at each step between it and a provider of video rooms. Afterwards every room that the
// provider has is used by a teleconsultation, is deleted, or is shown as in doubt, and every link leads to a room.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';

import { Clinic } from '../browser/clinic.mjs';
import { patience } from '../common.mjs';

/// Bandyer's API, v1, that writes down what it has. `at(step)` is asked at each step; true: no answer comes.
class Provider {
    users = new Set();
    rooms = new Map(); // id -> deleted?
    at = async () => false;

    async start() {
        this.server = http.createServer(async (request, response) => {
            let text = '';
            for await (const part of request) text += part;
            const body = text ? JSON.parse(text) : {};
            const call = request.method === 'DELETE' ? 'delete' : request.url.includes('/user/') ? 'user' : 'room';
            if (await this.at(`${call} asked`)) return;
            const answer = this.#do(call, request.url, body);
            if (await this.at(`${call} done`)) return;
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify(answer), () => this.at(`${call} answered`));
        });
        await new Promise((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
        this.url = `http://127.0.0.1:${this.server.address().port}`;
        return this;
    }

    #do(call, url, body) {
        if (call === 'user') {
            this.users.add(body.id);
            return { user: { id: body.id } };
        }
        if (call === 'delete') {
            this.rooms.set(url.split('/').pop(), true);
            return {};
        }
        const id = `room-${this.rooms.size + 1}`;
        this.rooms.set(id, false);
        return { room: { room_id: id, user_urls: body.participants.map(({ user_id: user }) => (
            { user, url: `https://video.example/${id}/${user}` })) } };
    }
}

const provider = await new Provider().start();
const clinic = await Clinic.start({
    ANTEROOM_VIDEO_PROVIDER: 'bandyer', BANDYER_BASE_URL: provider.url, BANDYER_API_SECRET_KEY: 'secret',
});
after(async () => {
    await clinic.stop();
    provider.server.closeAllConnections();
    provider.server.close();
});
const token = (await clinic.command('token', 'create', '--data', clinic.data, '--name', 'rooms', '--scope',
    'teleconsultation:read teleconsultation:write identity:delegate')).trim();

async function ask(method, path, body) {
    return fetch(`${clinic.staffUrl}${path}`, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', miauserid: 'doctor' },
        body: body && JSON.stringify(body),
    });
}

const when = (hours) => new Date(Date.now() + hours * 3600_000).toISOString();
let patients = 0;
const plan = () => ({
    start_date: when(5), end_date: when(6),
    participants: { number: 2, data: [
        { userExternalId: 'doctor', groups: ['doctor'], fullName: 'Joe Smith' },
        { userExternalId: `patient${patients += 1}`, groups: ['patient'], fullName: 'Jane Doe' }] },
});

async function create() {
    const answer = await ask('POST', '/teleconsultation', plan());
    assert.equal(answer.status, 201);
    return (await answer.json()).roomId;
}

const outbox = async () => JSON.parse(await clinic.command('outbox', 'list', '--json', '--data', clinic.data))
    .filter((row) => row.channel === 'video');

/// Kills when the step comes, while something is asked; then the clinic is there again.
async function killedAt(step, something) {
    let killed = null;
    provider.at = async (now) => {
        if (now !== step || killed) return false;
        killed = clinic.kill();
        return !now.endsWith('answered');
    };
    await something().catch(() => {});
    const deadline = Date.now() + patience;
    while (!killed) {
        assert.ok(Date.now() < deadline, `${step} never came`);
        await pause(10);
    }
    await killed;
    provider.at = async () => false;
    await clinic.serve();
}

/// The rooms that links lead to, once everything has settled.
async function used() {
    const deadline = Date.now() + 2 * patience;
    while ((await outbox()).some((row) => row.status === 'queued' || row.status === 'sending')) {
        assert.ok(Date.now() < deadline, 'the outbox settles');
        await pause(100);
    }
    clinic.settings.IMMUTABLE_PERIOD_MS = String(24 * 3600_000); // every link can be seen
    await clinic.restart();
    const page = await (await ask('GET', '/teleconsultation?limit=200')).json();
    const rooms = new Set();
    for (const { _id: id } of page.items) {
        const { accessLinkURL: link } = await (await ask('GET', `/teleconsultation/${id}`)).json();
        assert.match(link, /^https:\/\/video\.example\//, 'every teleconsultation has its room');
        rooms.add(link.split('/')[3]);
    }
    delete clinic.settings.IMMUTABLE_PERIOD_MS;
    await clinic.restart();
    return rooms;
}

async function settled(t) {
    const rooms = await used();
    for (const room of rooms) assert.equal(provider.rooms.get(room), false, 'a link leads to a room that is there');
    const lost = [...provider.rooms].filter(([id, gone]) => !gone && !rooms.has(id)).length;
    const doubts = (await outbox()).filter((row) => row.status === 'in_doubt').length;
    assert.ok(lost <= doubts, `${lost} rooms are used by nobody, ${doubts} are in doubt`);
    t.diagnostic(`${provider.rooms.size} rooms made, ${rooms.size} used, ${lost} lost, ${doubts} in doubt`);
    return { lost, doubts };
}

for (const step of ['user asked', 'user done', 'user answered', 'room asked', 'room done', 'room answered']) {
    test(`killed at "${step}" of a POST`, async (t) => {
        const before = (await outbox()).filter((row) => row.status === 'in_doubt').length;
        const asked = plan();
        await killedAt(step, () => ask('POST', '/teleconsultation', asked));
        const { doubts } = await settled(t);
        if (step === 'user asked' || step === 'user done') assert.equal(doubts, before);
        // Between the answer and its end the program may have come to the room, or to writing down that it will ask.
        if (step === 'user answered') assert.ok(doubts - before <= 1, `${doubts - before} new doubts`);
        if (step === 'room done') assert.equal(doubts, before + 1, 'it is said that a room may have been made');
        assert.equal((await ask('POST', '/teleconsultation', asked)).status, 201);
    });
}

for (const step of ['room asked', 'room done', 'room answered', 'delete asked', 'delete done', 'delete answered']) {
    test(`killed at "${step}" of a PATCH`, async (t) => {
        const id = await create();
        await killedAt(step, () => ask('PATCH', `/teleconsultation/${id}`, { end_date: when(7 + Math.random()) }));
        await settled(t);
    });
}

for (const step of ['delete asked', 'delete done', 'delete answered']) {
    test(`killed at "${step}" of a DELETE`, async (t) => {
        const id = await create();
        await killedAt(step, () => ask('DELETE', `/teleconsultation/${id}`));
        assert.equal((await ask('GET', `/teleconsultation/${id}`)).status, 404);
        await settled(t);
    });
}

test('each person is made once', () => {
    assert.equal(provider.users.size, patients + 1);
});
