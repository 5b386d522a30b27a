// SPDX-License-Identifier: GPL-3.0-or-later
// The patient pages for everybody: axe on every state, large text, small screens, the keyboard alone, three languages.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkAccessible, checkFits, giveDate, launch, phone, picture } from './browser.mjs';
import { Clinic } from './clinic.mjs';
import { drawJpeg } from './photos.mjs';

let clinic;
let browser;
let photo;
let folder;

before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anteroom-logo-'));
    const logo = join(folder, 'logo.svg');
    await writeFile(logo, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30"><rect width="90" height="30" fill="#0b6e6e"/></svg>');
    clinic = await Clinic.start({
        ANTEROOM_CLINIC_NAME: 'Riverside Health Centre',
        ANTEROOM_CLINIC_PHONE: '020 7946 0018',
        ANTEROOM_CLINIC_LOGO: logo,
    });
    browser = await launch();
    const page = await browser.newPage();
    photo = { name: 'IMG_0292.JPG', mimeType: 'image/jpeg', buffer: await drawJpeg(page, 400, 300, 40) };
    await page.close();
});

after(async () => {
    await browser?.close();
    if (clinic) assert.equal(await clinic.stop(), 0);
    await rm(folder, { recursive: true, force: true });
});

const notes = { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('Dear doctor') };

/// Walks through every state of the page and calls `check(page, state)` in each.
const walk = async (options, check) => {
    const request = await clinic.ask({ recipientIsProxy: true });
    const { context, page } = await phone(browser, clinic.patientUrl, { bypassCSP: true, ...options });
    await page.goto(request.link);
    await check(page, 'date');
    await page.click('button[type=submit]');
    if (options.javaScriptEnabled !== false) await page.locator('#date-error').waitFor();
    await check(page, 'date-missing');
    await giveDate(page, 18, 6, 1980);
    await page.locator('#summary').waitFor();
    await check(page, 'refused');
    await page.locator('main a[href="?code"]').click();
    await page.locator('[name=ask]').waitFor({ state: 'attached' });
    await check(page, 'code-offer');
    await page.click('button[type=submit]');
    await page.locator('#code').waitFor();
    await check(page, 'code-form');
    if (options.javaScriptEnabled !== false) {
        await page.click('button[type=submit]');
        await page.locator('#code-error').waitFor();
        await check(page, 'code-missing');
    }
    await page.fill('#code', '000 000');
    await giveDate(page, 18, 6, 1980);
    await page.locator('#summary a[href="#code"]').waitFor();
    await check(page, 'code-refused');
    await page.goto(request.link);
    await giveDate(page, 17, 6, 1980);
    await page.locator('blockquote').waitFor();
    await check(page, 'request');
    if (options.javaScriptEnabled !== false) {
        await page.click('button[type=submit]');
        await page.locator('#summary').waitFor();
        await check(page, 'nothing-chosen');
        await page.setInputFiles('input[name=photo]', [photo, notes]);
        await page.locator('.row').nth(1).waitFor();
        await check(page, 'chosen');
        await page.click('button[type=submit]');
        await page.locator('#summary').waitFor();
        await check(page, 'problem');
        await page.goto(request.link);
    } else {
        await page.setInputFiles('#photo', [photo, notes]);
        await page.click('button[type=submit]');
        await page.locator('#summary').waitFor();
        await check(page, 'problem');
        await page.setInputFiles('#photo', [photo]);
        await page.click('button[type=submit]');
    }
    await page.locator('.done').waitFor();
    await check(page, 'receipt');
    await clinic.api('POST', '/v1/files', {
        userId: request.patientUser.id,
        fileRequestId: request.id,
        files: Array.from({ length: 19 }, (_, i) => (
            { name: `${i}.jpg`, type: 'image/jpeg', contents: photo.buffer.toString('base64') })),
    });
    await page.goto(request.link);
    assert.equal(await page.locator('form').count(), 0);
    await check(page, 'full');
    await page.goto(`${request.link}/files`);
    await check(page, 'wrong-method');
    const soon = new Date(Date.now() + 4_000).toISOString();
    await clinic.api('POST', `/v1/file-requests/${request.id}/extend`, { shortLinkExpiresAt: soon });
    while ((await page.goto(request.link)).status() !== 410) await page.waitForTimeout(200);
    await check(page, 'expired');
    await clinic.api('POST', `/v1/file-requests/${request.id}/extend`, { shortLinkExpiresAt: null });
    await clinic.api('POST', `/v1/file-requests/${request.id}/cancel`);
    await page.goto(request.link);
    assert.equal(await page.locator('form').count(), 0);
    await check(page, 'cancelled');
    await context.close();
};

for (const colorScheme of ['light', 'dark']) {
    test(`no violation in ${colorScheme}`, () => walk({ colorScheme }, async (page, state) => {
        await checkAccessible(page, state);
        await picture(page, `${colorScheme}-${state}`);
    }));
}

for (const [locale, language] of [['it-IT', 'it'], ['uk-UA', 'uk']]) {
    test(`no violation in ${language}`, () => walk({ locale }, async (page, state) => {
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        await checkAccessible(page, state);
        await checkFits(page, state);
        await picture(page, `${language}-${state}`);
    }));
}

test('everything fits without scripts', () => walk({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
    async (page, state) => {
        await checkFits(page, state);
        await picture(page, `plain-${state}`);
    }));

test('320 px and text at 200 %', () => walk({ viewport: { width: 320, height: 640 } }, async (page, state) => {
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await checkFits(page, `${state} at 320 px`);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    await checkFits(page, `${state} at 320 px and 200 %`);
    await picture(page, `large-${state}`);
}));

test('nothing moves for those who want it so, and the logo is shown', () => walk({ reducedMotion: 'reduce',
    viewport: { width: 390, height: 844 } }, async (page, state) => {
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0, state);
    assert.ok(await page.locator('.clinic img').evaluate((image) => image.complete && image.naturalWidth > 0), state);
    await picture(page, `phone-${state}`);
}));

test('at most 30 kB come before the photos', async () => {
    for (const locale of ['en-GB', 'it-IT', 'uk-UA']) {
        const request = await clinic.ask();
        const { context, page } = await phone(browser, clinic.patientUrl, { locale });
        const session = await context.newCDPSession(page);
        await session.send('Network.enable');
        // As they went over the line, heads and all, but for the clinic's own logo.
        let bytes = 0;
        const addresses = new Map();
        session.on('Network.requestWillBeSent', ({ requestId, request: { url } }) => addresses.set(requestId, url));
        session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
            if (!addresses.get(requestId)?.includes('/r/-/logo')) bytes += encodedDataLength;
        });
        await page.goto(request.link, { waitUntil: 'networkidle' });
        await giveDate(page, 17, 6, 1980);
        await page.locator('#choose').waitFor();
        await page.waitForLoadState('networkidle');
        console.log(`# ${locale}: ${bytes} bytes`);
        assert.ok(bytes > 10_000 && bytes <= 30_000, `${bytes} bytes in ${locale}`);
        await context.close();
    }
});

test('the language is switched and kept', async () => {
    const { context, page } = await phone(browser, clinic.patientUrl);
    const request = await clinic.ask();
    await page.goto(request.link);
    await page.getByRole('link', { name: 'Українська' }).click();
    await page.getByText('Яка дата народження пацієнта?').waitFor();
    await giveDate(page, 17, 6, 1980);
    await page.getByText('Dr Rachel Williams просить:').waitFor();
    await page.getByRole('link', { name: 'Italiano' }).click();
    await page.getByText('Dr Rachel Williams chiede:').waitFor();
    await context.close();
});

const focused = (page) => page.evaluate(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    return { name: element.name || element.textContent.trim(), outlined: style.outlineStyle !== 'none' };
});
const tabTo = async (page, name) => {
    for (let i = 0; i < 40; ++i) {
        await page.keyboard.press('Tab');
        const { name: here, outlined } = await focused(page);
        assert.ok(outlined, `the focus is not seen on ${here}`);
        if (here === name) return;
    }
    assert.fail(`${name} can't be reached`);
};

test('by keyboard alone', async () => {
    const request = await clinic.ask();
    const { context, page, complaints } = await phone(browser, clinic.patientUrl,
        { viewport: { width: 800, height: 700 }, isMobile: false, hasTouch: false });
    await page.goto(request.link);
    await page.keyboard.press('Tab');
    assert.equal((await focused(page)).name, 'Skip to the content');
    await tabTo(page, 'day');
    await page.keyboard.type('17');
    await tabTo(page, 'month');
    await page.keyboard.type('6');
    await tabTo(page, 'year');
    await page.keyboard.type('1980');
    await page.keyboard.press('Enter');
    await page.locator('blockquote').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, 'Choose from this device');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([photo]);
    await page.locator('.row').waitFor();
    await tabTo(page, 'Remove');
    await tabTo(page, 'description');
    await page.keyboard.type('left arm');
    await tabTo(page, 'Send photos');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 photo arrived' }).waitFor();
    assert.equal((await clinic.request(request.id)).files[0].description, 'left arm');
    assert.deepEqual(complaints, []);
    await context.close();
});

test('a code by keyboard alone', async () => {
    const request = await clinic.ask();
    const { context, page, complaints } = await phone(browser, clinic.patientUrl,
        { viewport: { width: 800, height: 700 }, isMobile: false, hasTouch: false });
    await page.goto(request.link);
    for (let i = 0; i < 5; ++i) await giveDate(page, 18, 6, 1980);
    await tabTo(page, 'Get a one-time code');
    await page.keyboard.press('Enter');
    await page.locator('[name=ask]').waitFor({ state: 'attached' });
    await tabTo(page, 'Send me a code');
    await page.keyboard.press('Enter');
    await page.locator('#code').waitFor();
    const message = (await clinic.messages(request.id)).find(({ body }) => !body.includes('/r/'));
    await tabTo(page, 'code');
    await page.keyboard.type(message.body.match(/\b\d{6}\b/)[0]);
    for (const [name, value] of [['day', '17'], ['month', '6'], ['year', '1980']]) {
        await tabTo(page, name);
        await page.keyboard.type(value);
    }
    await page.keyboard.press('Enter');
    await page.locator('blockquote').waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
});
