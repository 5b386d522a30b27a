// SPDX-License-Identifier: GPL-3.0-or-later
// A patient who answers: node answer.mjs LINK DAY MONTH YEAR DESCRIPTION PHOTO...
import { giveDate, launch, phone } from './browser.mjs';

const [link, day, month, year, description, ...photos] = process.argv.slice(2);
const browser = await launch();
try {
    const { page, complaints } = await phone(browser, new URL(link).origin, { javaScriptEnabled: false });
    await page.goto(link);
    await giveDate(page, day, month, year);
    await page.setInputFiles('input[type=file][name=photo]', photos);
    await page.fill('[name=description] >> nth=0', description);
    await page.click('form[enctype="multipart/form-data"] button[type=submit]');
    await page.waitForLoadState();
    if (complaints.length) throw new Error(complaints.join('\n'));
} finally {
    await browser.close();
}
