// SPDX-License-Identifier: GPL-3.0-or-later
// A cut upload goes on where it stopped: by itself, after the page was loaded anew, after the server was started anew.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkAccessible, giveDate, launch, phone, picture } from './browser.mjs';
import { Clinic } from './clinic.mjs';
import { Cutter } from './cutter.mjs';
import { drawJpeg } from './photos.mjs';

const megabyte = 1024 * 1024;
let cutter;
let clinic;
let browser;
let photo;

before(async () => {
    cutter = await Cutter.start();
    clinic = await Clinic.start({ ANTEROOM_PUBLIC_URL: cutter.url });
    clinic.patientUrl = cutter.url;
    browser = await launch();
    const page = await browser.newPage();
    // What follows the end of the picture makes it as long as a telephone's.
    photo = Buffer.concat([await drawJpeg(page, 800, 600, 90), Buffer.alloc(6 * megabyte, 'x')]);
    await page.close();
});

beforeEach(() => {
    cutter.target = Number(new URL(clinic.listensAt).port);
    cutter.cutAfter = Infinity;
    cutter.onCut = null;
});

after(async () => {
    cutter?.stop();
    await browser?.close();
    if (clinic) assert.equal(await clinic.stop(), 0);
});

const begin = async (options) => {
    const request = await clinic.ask();
    const opened = await phone(browser, cutter.url, options);
    const { page } = opened;
    await page.goto(request.link);
    await giveDate(page, 17, 6, 1980);
    await page.locator('#choose').waitFor();
    // Of its own content, as no two photos are the same.
    const buffer = Buffer.concat([photo, Buffer.from(request.id)]);
    await page.setInputFiles('input[name=photo]', [{ name: 'IMG_0292.JPG', mimeType: 'image/jpeg', buffer }]);
    await page.locator('.row').waitFor();
    return { ...opened, request, buffer };
};

const checkArrived = async ({ page, request }, sent, most) => {
    await page.getByRole('heading', { name: '1 photo arrived' }).waitFor();
    const { files } = await clinic.request(request.id);
    assert.equal(files.length, 1);
    assert.equal(files[0].imageWidth, 800);
    assert.ok(sent < most, `${sent} bytes went for a photo of ${photo.length}`);
};

test('by itself, when the connection breaks', async () => {
    const opened = await begin();
    const before = cutter.upward;
    cutter.cutAfter = 3.5 * megabyte;
    await opened.page.locator('[name=description]').fill('left arm');
    await opened.page.click('button[type=submit]');
    await checkArrived(opened, cutter.upward - before, photo.length + 1.5 * megabyte);
    assert.equal((await clinic.request(opened.request.id)).files[0].description, 'left arm');
    assert.deepEqual(opened.complaints, []);
    await opened.context.close();
});

test('after the page was loaded anew', async () => {
    const opened = await begin({ bypassCSP: true });
    const { page } = opened;
    const before = cutter.upward;
    cutter.cutAfter = 3.5 * megabyte;
    const cut = new Promise((resolve) => { cutter.onCut = () => { cutter.target = 0; resolve(); }; });
    await page.click('button[type=submit]');
    await cut;
    await page.getByText('The connection was lost. It goes on by itself…').waitFor();
    assert.ok(Number(await page.locator('progress').evaluate((bar) => bar.value)) > 30);
    await checkAccessible(page, 'waiting for the connection');
    await picture(page, 'waiting');
    cutter.target = Number(new URL(clinic.listensAt).port);
    page.on('dialog', (dialog) => dialog.accept());
    await page.goto('about:blank');
    await page.goto(opened.request.link);
    await page.locator('#choose').waitFor(); // the session goes on
    const { buffer } = opened;
    await page.setInputFiles('input[name=photo]', [{ name: 'IMG_0292.JPG', mimeType: 'image/jpeg', buffer }]);
    await page.click('button[type=submit]');
    await checkArrived(opened, cutter.upward - before, photo.length + 1.5 * megabyte);
    await opened.context.close();
});

test('after the server was started anew', async () => {
    const opened = await begin();
    const { page } = opened;
    const before = cutter.upward;
    cutter.cutAfter = 3.5 * megabyte;
    const cut = new Promise((resolve) => { cutter.onCut = () => { cutter.target = 0; resolve(); }; });
    await page.click('button[type=submit]');
    await cut;
    await clinic.restart();
    cutter.target = Number(new URL(clinic.listensAt).port);
    await checkArrived(opened, cutter.upward - before, photo.length + 1.5 * megabyte);
    await opened.context.close();
});

test('when it stays broken, it is told, and trying again goes on', async () => {
    const opened = await begin();
    const { page } = opened;
    await page.clock.install();
    const before = cutter.upward;
    cutter.cutAfter = 3.5 * megabyte;
    const cut = new Promise((resolve) => { cutter.onCut = () => { cutter.target = 0; resolve(); }; });
    await page.click('button[type=submit]');
    await cut;
    const alert = page.getByRole('alert').getByText('The connection was lost. Press “Try again”');
    while (!await alert.isVisible()) await page.clock.runFor(2_000);
    cutter.target = Number(new URL(clinic.listensAt).port);
    await page.getByRole('button', { name: 'Try again' }).click();
    await checkArrived(opened, cutter.upward - before, photo.length + 1.5 * megabyte);
    await opened.context.close();
});
