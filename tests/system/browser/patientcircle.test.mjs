// SPDX-License-Identifier: GPL-3.0-or-later
// The whole circle: staff ask over HTTP, the patient follows the link and sends photos, staff get them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkFits, giveDate, launch, phone, picture } from './browser.mjs';
import { Clinic } from './clinic.mjs';
import { drawJpeg, tellsTooMuch, withPosition } from './photos.mjs';

let clinic;
let browser;
let photos;

before(async () => {
    clinic = await Clinic.start({ ANTEROOM_CLINIC_NAME: 'Riverside Health Centre', ANTEROOM_CLINIC_PHONE: '020 7946 0018' });
    browser = await launch();
    const page = await browser.newPage();
    photos = await Promise.all([[800, 600, 10], [600, 800, 120], [1200, 900, 230]].map(async ([w, h, hue], i) => ({
        name: `IMG_029${i}.JPG`, mimeType: 'image/jpeg', buffer: withPosition(await drawJpeg(page, w, h, hue), i ? 1 : 6),
    })));
    assert.ok(photos.every(({ buffer }) => tellsTooMuch(buffer)));
    await page.close();
});

after(async () => {
    await browser?.close();
    if (clinic) assert.equal(await clinic.stop(), 0);
});

const checkArrived = async (request, expected) => {
    const { files } = await clinic.request(request.id);
    assert.deepEqual(files.map(({ originalName, description, mimeType, imageWidth, imageHeight }) => (
        { originalName, description, mimeType, imageWidth, imageHeight })), expected);
    for (const file of files) {
        const answer = await clinic.api('GET', `/v1/files/${file.id}`);
        assert.equal(answer.headers.get('content-type'), 'image/jpeg');
        const bytes = Buffer.from(await answer.arrayBuffer());
        assert.equal(bytes.length, file.size);
        assert.equal(tellsTooMuch(bytes), false, `${file.originalName} tells where it was taken`);
        assert.equal(file.photoCreatedAt, '2024-03-31T16:05:59.000000+00:00');
    }
};

const row = (i, description) => ({
    originalName: photos[i].name,
    description,
    mimeType: 'image/jpeg',
    // The first one was taken with the phone turned.
    imageWidth: [600, 600, 1200][i],
    imageHeight: [800, 800, 900][i],
});

test('with scripts', async () => {
    const request = await clinic.ask();
    const { context, page, complaints } = await phone(browser, clinic.patientUrl);
    assert.equal((await page.goto(request.link)).status(), 200);
    await checkFits(page, 'date form');
    await picture(page, 'date');
    await giveDate(page, 17, 6, 1980);
    await page.getByText('Dr Rachel Williams asks:').waitFor();
    assert.equal(page.url(), request.link);
    const [cookie] = (await context.cookies()).filter(({ name }) => name === 'session');
    assert.ok(cookie.httpOnly && cookie.sameSite === 'Strict' && cookie.path === `/r/${request.shortLinkId}`);

    await page.setInputFiles('input[name=photo]', photos.slice(0, 2));
    await page.setInputFiles('input[name=photo]', [photos[2]]);
    await page.locator('.row').nth(2).waitFor();
    await page.locator('.row img').first().evaluate((image) => image.decode()); // the policy lets previews be
    await page.locator('[name=description]').nth(0).fill('left arm');
    await page.locator('[name=description]').nth(2).fill('from afar, <b>three</b> days ago');
    await page.getByRole('button', { name: `Remove ${photos[1].name}` }).click();
    assert.equal(await page.locator('.row').count(), 2);
    await checkFits(page, 'upload form');
    await picture(page, 'chosen');
    await page.click('button[type=submit]');
    await page.getByRole('heading', { name: '2 photos arrived' }).waitFor();
    assert.equal(page.url(), request.link);
    await checkFits(page, 'receipt');
    await picture(page, 'receipt');
    await checkArrived(request, [row(0, 'left arm'), row(2, 'from afar, <b>three</b> days ago')]);

    // On return the receipt is there, and more can be sent.
    await page.goto(request.link);
    await page.getByText('from afar, <b>three</b> days ago').waitFor();
    await page.getByText('You can send 18 more photos.').waitFor();
    await page.setInputFiles('input[name=photo]', [photos[1]]);
    await page.click('button[type=submit]');
    await page.getByRole('heading', { name: '3 photos arrived' }).waitFor();
    assert.equal((await clinic.request(request.id)).files.length, 3);
    assert.deepEqual(complaints, []);
    await context.close();
});

test('without scripts', async () => {
    const request = await clinic.ask();
    const { context, page, complaints } = await phone(browser, clinic.patientUrl, { javaScriptEnabled: false });
    await page.goto(request.link);
    await giveDate(page, 17, 6, 1980);
    await page.getByText('Dr Rachel Williams asks:').waitFor();
    await page.setInputFiles('#photo', [photos[0], photos[1]]);
    await page.fill('#description', 'left arm');
    await page.locator('summary').click();
    await page.setInputFiles('#photo2', [photos[2]]);
    await page.fill('#description2', 'right arm');
    await picture(page, 'plain');
    await page.click('button[type=submit]');
    await page.getByRole('heading', { name: '3 photos arrived' }).waitFor();
    assert.equal(page.url(), request.link);
    await checkArrived(request, [row(0, 'left arm'), row(1, 'left arm'), row(2, 'right arm')]);

    // One that is no photo: everything that came with it is refused, and it is named.
    await page.setInputFiles('#photo', [photos[0], { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('Dear doctor') }]);
    await page.click('button[type=submit]');
    await page.getByRole('alert').getByText('notes.txt').waitFor();
    await picture(page, 'plain-problem');
    assert.equal((await clinic.request(request.id)).files.length, 3);
    assert.deepEqual(complaints, []);
    await context.close();
});

test('a bad photo among good ones, with scripts', async () => {
    const request = await clinic.ask({ recipientIsProxy: true });
    const { context, page, complaints } = await phone(browser, clinic.patientUrl, { colorScheme: 'dark' });
    await page.goto(request.link);
    await giveDate(page, 17, 6, 1980);
    await page.getByText('This is for a patient in your care.').waitFor();
    await page.setInputFiles('input[name=photo]', [
        { name: 'notes.txt', mimeType: 'image/jpeg', buffer: Buffer.from('Dear doctor') }, photos[0]]);
    await page.click('button[type=submit]');
    const summary = page.getByRole('alert');
    await summary.getByText('notes.txt: It is no photo').waitFor();
    assert.equal(await summary.evaluate((box) => box === document.activeElement), true);
    assert.match(await page.title(), /^Error:/);
    await checkFits(page, 'problem');
    await picture(page, 'problem-dark');
    assert.equal((await clinic.request(request.id)).files.length, 1);
    await page.getByRole('button', { name: 'Remove notes.txt' }).click();
    await page.click('button[type=submit]');
    await page.getByRole('heading', { name: '1 photo arrived' }).waitFor();
    assert.deepEqual(complaints, []);
    await context.close();
});

test('wrong dates lock, and the page tells nothing', async () => {
    const request = await clinic.ask();
    const { context, page, complaints } = await phone(browser, clinic.patientUrl);
    const unknown = `${clinic.patientUrl}/r/abcdefghjkmn`;
    const pages = [];
    for (const link of [request.link, unknown]) {
        await page.goto(link);
        for (let i = 0; i < 6; ++i) {
            const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
            await giveDate(page, 18, 6, 1980);
            assert.equal((await answered).status(), 403);
            await page.getByRole('alert').getByText('After five wrong answers you have to wait').waitFor();
        }
        await page.waitForFunction(() => document.activeElement?.id === 'summary');
        pages.push(await page.content());
        await picture(page, 'refused');
    }
    assert.equal(pages[0], pages[1]);
    await page.goto(request.link);
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await giveDate(page, 17, 6, 1980);
    assert.equal((await answered).status(), 403);
    assert.deepEqual(complaints, []);
    await context.close();
});

for (const javaScriptEnabled of [true, false]) {
    test(`a one-time code passes the lock, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
        const request = await clinic.ask();
        const { context, page, complaints } = await phone(browser, clinic.patientUrl, { javaScriptEnabled });
        await page.goto(request.link);
        for (let i = 0; i < 6; ++i) {
            const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
            await giveDate(page, i < 5 ? 18 : 17, 6, 1980);
            assert.equal((await answered).status(), 403);
        }
        await page.getByRole('link', { name: 'Get a one-time code' }).click();
        await page.getByRole('link', { name: 'Italiano' }).click();
        await page.getByRole('link', { name: 'English' }).click();
        await page.getByRole('button', { name: 'Send me a code' }).click();
        await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
        await page.reload(); // asks for no second one
        const codes = (await clinic.messages(request.id)).filter(({ body }) => !body.includes('/r/'));
        assert.equal(codes.length, 1);
        await page.fill('[name=code]', codes[0].body.match(/\b\d{6}\b/)[0]);
        await giveDate(page, 17, 6, 1980);
        await page.getByText('Dr Rachel Williams asks:').waitFor();
        assert.equal(page.url(), request.link);
        assert.deepEqual(complaints, []);
        await context.close();
    });
}
