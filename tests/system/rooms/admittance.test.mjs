// SPDX-License-Identifier: GPL-3.0-or-later
// Rooms where a clinician lets people in, people without a camera, and everybody's access: axe, widths, languages.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { checkAccessible, checkFits, picture } from '../browser/browser.mjs';
import { Meetings } from './meetings.mjs';
import { buttons, closeAll, join, launch, seesMoving, state, visit } from './room.mjs';

let meetings;
let browser;

before(async () => {
    meetings = await Meetings.start({
        ANTEROOM_ROOM_ADMIT: 'true', ANTEROOM_CLINIC_NAME: 'Riverside Health Centre', ANTEROOM_CLINIC_PHONE: '020 7946 0018',
    });
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (meetings) assert.equal(await meetings.stop(), 0);
});

afterEach(closeAll);

test('a clinician lets people in', async () => {
    const meeting = await meetings.meet();
    const patient = await visit(browser, meeting.links[1], { bypassCSP: true });
    await patient.locator('#words', { hasText: 'will let you in' }).waitFor();
    const doctor = await visit(browser, meeting.links[0], { bypassCSP: true });
    await join(doctor);
    await state(doctor, 'live');
    assert.equal(await patient.locator('body').getAttribute('data-state'), 'waiting');
    const admit = doctor.locator('[data-action=admit]');
    await admit.waitFor();
    await picture(doctor, 'room-admit-phone');
    await checkAccessible(doctor, 'somebody waits');
    await checkFits(doctor, 'somebody waits');
    assert.match(await admit.innerText(), /Patient 1/);
    await admit.click();
    await state(patient, 'live');
    await seesMoving(patient, 1);
    await seesMoving(doctor, 1);
    await checkAccessible(patient, 'a call');
    await checkFits(patient, 'a call');
    await doctor.click('[data-action=chat]');
    await checkAccessible(doctor, 'a call with the chat');
    await checkFits(doctor, 'a call with the chat');
    // Who was let in once is let in again.
    await patient.reload();
    await join(patient);
    await state(patient, 'live');
    await patient.click('[data-action=leave]');
    await state(patient, 'ended');
    await checkAccessible(patient, 'the end');
    assert.deepEqual(doctor.complaints(), []);
    assert.deepEqual(patient.complaints(), []);
});

test('without camera and microphone one watches, and hears why', async () => {
    for (const [error, words] of [['NotAllowedError', /does not let this page use/], ['NotFoundError', /None found/],
        ['', /not encrypted/]]) {
        const meeting = await meetings.meet({ plus: 2, basic: 0 });
        const other = await visit(browser, meeting.links[0]);
        await join(other);
        const page = await visit(browser, meeting.links[1], { devices: error, bypassCSP: true });
        await page.locator('#check', { hasText: words }).waitFor();
        await picture(page, `room-without-${error || 'devices'}`);
        if (error === 'NotAllowedError') await checkAccessible(page, 'no permission');
        await join(page);
        await state(page, 'live');
        await seesMoving(page, 1);
        await other.locator('.tile .state', { hasText: 'Camera is off' }).waitFor();
        assert.deepEqual(page.complaints(), []);
        await closeAll();
    }
});

test('in their language, at any width, with the keyboard', async () => {
    for (const [language, button] of [['en', 'Join'], ['it', 'Entri'], ['uk', 'Увійти']]) {
        const meeting = await meetings.meet({ plus: 1, basic: 0, language });
        const page = await visit(browser, meeting.links[0], {
            bypassCSP: true, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce',
            colorScheme: language === 'it' ? 'dark' : 'light',
        });
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        await page.locator('#check-connection', { hasNotText: '…' }).waitFor();
        const [other] = ['uk', 'en'].filter((one) => one !== language);
        await page.click(`nav a[hreflang=${other}]`);
        assert.equal(await page.locator('html').getAttribute('lang'), other);
        await page.click(`nav a[hreflang=${language}]`);
        await page.locator('#check-connection', { hasNotText: '…' }).waitFor();
        await checkAccessible(page, `before joining, ${language}`);
        await checkFits(page, `before joining, ${language}`);
        await picture(page, `room-ready-${language}`);
        const joining = page.locator('[data-action=join]');
        assert.equal(await joining.innerText(), button);
        await joining.focus();
        await page.keyboard.press('Enter');
        await state(page, 'live');
        assert.ok((await buttons(page)).includes('end'));
        await checkAccessible(page, `alone, ${language}`);
        await checkFits(page, `alone, ${language}`);
        await picture(page, `room-live-${language}`);
        await page.locator('[data-action=chat]').focus();
        await page.keyboard.press('Enter');
        assert.equal(await page.evaluate(() => document.activeElement.id), 'chat-text');
        await page.keyboard.press('Escape');
        assert.equal(await page.evaluate(() => document.activeElement.dataset.action), 'chat');
        await closeAll();
    }
});

test('a link that leads nowhere', async () => {
    const page = await visit(browser, `${meetings.patientUrl}/room/nothing`, { bypassCSP: true });
    await page.locator('h1', { hasText: 'does not lead to a consultation' }).waitFor();
    await checkAccessible(page, 'an unknown link');
    await checkFits(page, 'an unknown link');
    assert.match(await page.locator('footer').innerText(), /020 7946 0018/);
});
