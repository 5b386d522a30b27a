// SPDX-License-Identifier: GPL-3.0-or-later
// People meet in a room: real pages with pictures that move.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { picture } from '../browser/browser.mjs';
import { Lines } from './lines.mjs';
import { Meetings } from './meetings.mjs';
import {
    buttons, closeAll, heardSoFar, hears, join, launch, messages, seesMoving, state, visit, within,
} from './room.mjs';

let lines;
let meetings;
let browser;

before(async () => {
    lines = await Lines.start();
    meetings = await Meetings.start({ ANTEROOM_PUBLIC_URL: lines.url, ANTEROOM_CLINIC_PHONE: '020 7946 0018' });
    lines.target = Number(new URL(meetings.listensAt).port);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (meetings) assert.equal(await meetings.stop(), 0);
    lines?.stop();
});

afterEach(closeAll);

const desk = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false };

const meetTwo = async () => {
    const meeting = await meetings.meet();
    const doctor = await visit(browser, meeting.links[0], desk);
    const patient = await visit(browser, meeting.links[1]);
    await join(doctor);
    await join(patient);
    for (const page of [doctor, patient]) {
        await state(page, 'live');
        await seesMoving(page, 1);
    }
    return { meeting, doctor, patient };
};

test('two see each other, write to each other, and the clinician ends it', async () => {
    const { doctor, patient } = await meetTwo();
    assert.ok(await doctor.evaluate(() => document.querySelector('video[data-self]').videoWidth > 0));
    assert.deepEqual((await buttons(doctor)).sort(), ['camera', 'chat', 'end', 'leave', 'microphone', 'screen']);
    assert.equal(await patient.locator('[data-action=end]').count(), 0);
    await picture(doctor, 'room-two-desk');
    await picture(patient, 'room-two-phone');

    await doctor.click('[data-action=chat]');
    await doctor.fill('[data-chat-input]', 'Good morning <b>Jane</b>');
    await doctor.press('[data-chat-input]', 'Enter');
    await patient.locator('[data-action=chat][data-unread]').waitFor();
    await patient.click('[data-action=chat]');
    assert.deepEqual(await messages(patient), ['Good morning <b>Jane</b>']);
    await patient.fill('[data-chat-input]', 'Добрий день');
    await patient.press('[data-chat-input]', 'Enter');
    await doctor.locator('[data-chat-message]').nth(1).waitFor();
    assert.deepEqual(await messages(doctor), ['Good morning <b>Jane</b>', 'Добрий день']);
    await picture(patient, 'room-chat-phone');

    await patient.click('[data-action=camera]');
    await doctor.locator('.tile .state', { hasText: 'Camera is off' }).waitFor();
    await patient.click('[data-action=microphone]');
    await doctor.locator('.tile .name', { hasText: 'Microphone is off' }).waitFor();
    await patient.click('[data-action=camera]');
    await patient.click('[data-action=microphone]');
    await doctor.locator('.tile .state', { hasText: 'Camera is off' }).waitFor({ state: 'hidden' });
    await seesMoving(doctor, 1);

    // Thought better of it; at once, because there are three seconds only.
    await doctor.evaluate(() => {
        document.querySelector('[data-action=end]').click();
        document.querySelector('[data-action=stay]').click();
    });
    assert.ok(await doctor.locator('#ending').isHidden());
    await doctor.click('[data-action=end]');
    await state(patient, 'ended');
    await state(doctor, 'ended');
    assert.match(await patient.locator('main').innerText(), /The clinician ended it/);
    await patient.reload();
    await state(patient, 'ended');
    assert.deepEqual(doctor.complaints(), []);
    assert.deepEqual(patient.complaints(), []);
});

test('a screen is shared beside the picture', async () => {
    const { doctor, patient } = await meetTwo();
    await doctor.click('[data-action=screen]');
    await patient.locator('video[data-screen]').waitFor();
    await patient.waitForFunction(() => document.querySelector('video[data-screen]').videoWidth > 0);
    await seesMoving(patient, 1);
    await picture(patient, 'room-screen-phone');
    await doctor.click('[data-action=screen]');
    await patient.locator('video[data-screen]').waitFor({ state: 'detached' });
});

test('three see each other, one leaves and comes back', async () => {
    const meeting = await meetings.meet({ basic: 2 });
    const pages = [];
    for (const link of meeting.links) {
        const page = await visit(browser, link, pages.length ? {} : desk);
        await join(page);
        await state(page, 'live');
        pages.push(page);
    }
    for (const page of pages) await seesMoving(page, 2);
    await picture(pages[0], 'room-three-desk');
    await picture(pages[1], 'room-three-phone');
    await pages[2].click('[data-action=leave]');
    await state(pages[2], 'ended');
    for (const page of pages.slice(0, 2)) await seesMoving(page, 1);
    await pages[2].click('[data-action=rejoin]');
    await join(pages[2]);
    for (const page of pages) await seesMoving(page, 2);
    // Another window of the same person takes over.
    const second = await visit(browser, meeting.links[1]);
    await join(second);
    await state(pages[1], 'ended');
    assert.match(await pages[1].locator('main').innerText(), /another window/);
    for (const page of [pages[0], second, pages[2]]) await seesMoving(page, 2);
    // Who is removed is out at once, and the link is dead.
    await meetings.remove(meeting, 2);
    await state(pages[2], 'ended');
    assert.match(await pages[2].locator('main').innerText(), /does not work any more/);
    for (const page of [pages[0], second]) await seesMoving(page, 1);
    assert.equal((await pages[2].reload()).status(), 404);
});

test('who comes early waits and is let in by itself; the end is counted down', async () => {
    const meeting = await meetings.meet({ startsIn: 600 });
    const doctor = await visit(browser, meeting.links[0], desk);
    const patient = await visit(browser, meeting.links[1], { timezoneId: 'Asia/Tokyo' });
    for (const page of [doctor, patient]) {
        await page.locator('#opens', { hasText: 'Opens in' }).waitFor();
        assert.equal(await page.locator('body').getAttribute('data-state'), 'waiting');
    }
    assert.match(await patient.locator('#words').innerText(), /UTC/); // the clinic's clock is another one
    assert.doesNotMatch(await doctor.locator('#words').innerText(), /UTC/);
    await picture(patient, 'room-early-phone');
    await meetings.move(meeting, { startsIn: 5 });
    await state(patient, 'live');
    await state(doctor, 'live');
    await seesMoving(patient, 1);
    await seesMoving(doctor, 1);
    await patient.locator('#clock', { hasText: /^Ends in \d\d:\d\d$/ }).waitFor();
});

test('who waits for a cancelled room hears of it', async () => {
    const meeting = await meetings.meet({ startsIn: 600 });
    const patient = await visit(browser, meeting.links[1]);
    await patient.locator('#opens', { hasText: 'Opens in' }).waitFor();
    await meetings.cancel(meeting);
    await state(patient, 'ended');
    assert.match(await patient.locator('main').innerText(), /was cancelled/);
    assert.match(await patient.locator('footer').innerText(), /020 7946 0018/);
    await picture(patient, 'room-cancelled-phone');
});

test('one whose line breaks is back within ten seconds, and pictures go on meanwhile', async () => {
    const { meeting, doctor, patient } = await meetTwo();
    await within(10_000, async () => {
        const before = await heardSoFar(patient);
        lines.cut(meeting.links[1]);
        await hears(patient, /interrupted/, before);
        await seesMoving(patient, 1); // browsers need no server for that
        await new Promise((resolve) => { setTimeout(resolve, 4000); });
        const mended = Date.now();
        lines.mend();
        await hears(patient, /The connection is back/, before);
        return Date.now() - mended;
    });
    await seesMoving(patient, 1);
    await seesMoving(doctor, 1);
    await doctor.click('[data-action=chat]');
    await doctor.fill('[data-chat-input]', 'Welcome back');
    await doctor.press('[data-chat-input]', 'Enter');
    await patient.locator('[data-chat-message]').waitFor({ state: 'attached' });
    assert.deepEqual(patient.complaints(), []);
});

test('one whose place was given up comes back while their own connection seems to be there', async () => {
    const { meeting, doctor, patient } = await meetTwo();
    const before = await heardSoFar(patient);
    lines.cut(meeting.links[1]);
    await doctor.locator('video[data-participant]').waitFor({ state: 'detached' });
    lines.mend();
    await hears(patient, /The connection is back/, before);
    for (const page of [doctor, patient]) await seesMoving(page, 1);
    assert.deepEqual(patient.complaints(), []);
});

test('a restart of the server ends nothing', async () => {
    const { doctor, patient } = await meetTwo();
    await within(10_000, async () => {
        const before = await Promise.all([doctor, patient].map(heardSoFar));
        await meetings.killAndRestart();
        lines.target = Number(new URL(meetings.listensAt).port);
        const began = Date.now();
        await hears(doctor, /The connection is back/, before[0]);
        await hears(patient, /The connection is back/, before[1]);
        return Date.now() - began;
    });
    for (const page of [doctor, patient]) await seesMoving(page, 1);
    await doctor.click('[data-action=chat]');
    await doctor.fill('[data-chat-input]', 'Still here');
    await doctor.press('[data-chat-input]', 'Enter');
    await patient.locator('[data-chat-message]').waitFor({ state: 'attached' });
});
