// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium as the tests use it: no network but loopback, a phone's size, every complaint of the page kept.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const pictures = process.env.ANTEROOM_SCREENSHOTS;

export const launch = () => chromium.launch({
    timeout: 120_000,
    executablePath: process.env.ANTEROOM_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/// A phone's page. `complaints` fills with what must not happen: errors, and requests that leave our address.
export const phone = async (browser, origin, options = {}) => {
    const context = await browser.newContext({
        viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, locale: 'en-GB', ...options,
    });
    context.setDefaultTimeout(120_000); // for what never comes, not for what is slow on a busy machine
    const page = await context.newPage();
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
        // Chromium itself writes one for every answer of 400 and more.
        if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
            complaints.push(`console: ${message.text()}`);
        }
    });
    page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(`${origin}/`) && !url.startsWith(`blob:${origin}/`)) complaints.push(`request: ${url}`);
    });
    return { context, page, complaints };
};

/// No violation of WCAG 2.2 A and AA, nor of axe's good practice. The context must be made with bypassCSP.
export const checkAccessible = async (page, what) => {
    await page.addScriptTag({ path: axeSource });
    const found = await page.evaluate(async () => {
        const result = await globalThis.axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return result.violations.map((violation) => ({
            rule: violation.id,
            help: violation.help,
            where: violation.nodes.map((node) => `${node.html} ${node.failureSummary}`),
        }));
    });
    assert.deepEqual(found, [], `accessibility of ${what}`);
};

/// Nothing is wider than the screen.
export const checkFits = async (page, what) => {
    const [content, screen] = await page.evaluate(() => [
        document.scrollingElement.scrollWidth, document.documentElement.clientWidth]);
    assert.ok(content <= screen, `${what}: ${content} px wide on a screen of ${screen}`);
};

/// A picture for whoever wants to look: into the folder that ANTEROOM_SCREENSHOTS names.
export const picture = async (page, name) => {
    if (!pictures) return;
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
};

export const giveDate = async (page, day, month, year) => {
    await page.fill('[name=day]', String(day));
    await page.fill('[name=month]', String(month));
    await page.fill('[name=year]', String(year));
    await page.click('button[type=submit]');
};
