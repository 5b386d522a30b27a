// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium with a camera and a microphone that are made up, and what the tests look at in a room's page.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { phone } from '../browser/browser.mjs';

export const launch = (...args) => chromium.launch({
    executablePath: process.env.ANTEROOM_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--use-fake-device-for-media-stream=fps=8',
        '--use-fake-ui-for-media-stream', '--auto-select-desktop-capture-source=Entire screen', ...args],
});

/// What Chromium itself writes when a line breaks that is meant to.
const expected = /WebSocket connection to|ERR_CONNECTION|ERR_INTERNET|ERR_EMPTY_RESPONSE/;

let opened = [];

/// After each test: pages that go on sending pictures cost a machine its breath.
export const closeAll = async () => {
    await Promise.all(opened.map((context) => context.close()));
    opened = [];
};

/// Opens a link on a phone, or as `options` say (`devices`: the error that asking for them brings, '': no such thing here); `page.complaints()` is what must not have happened.
export const visit = async (browser, link, options = {}) => {
    const { relayOnly, devices, ...rest } = options;
    const { context, page, complaints } = await phone(browser, new URL(link).origin, {
        permissions: ['camera', 'microphone'], ...rest,
    });
    opened.push(context);
    if (relayOnly) {
        await context.addInitScript(() => {
            const Direct = globalThis.RTCPeerConnection;
            globalThis.RTCPeerConnection = class extends Direct {
                constructor(configuration) {
                    super({ ...configuration, iceTransportPolicy: 'relay' });
                    (globalThis.connections ??= []).push(this);
                }
            };
        });
    }
    if (devices !== undefined) {
        await context.addInitScript((error) => {
            if (!error) {
                Object.defineProperty(navigator, 'mediaDevices', { value: undefined });
                return;
            }
            navigator.mediaDevices.getUserMedia = async () => { throw new DOMException('', error); };
            navigator.permissions.query = async () => ({ state: 'denied' });
        }, devices);
    }
    page.complaints = () => complaints.filter((one) => !expected.test(one));
    await page.goto(link);
    return page;
};

export const join = (page) => page.click('[data-action=join]');

export const state = (page, wanted, timeout = 15_000) =>
    page.locator(`body[data-state=${wanted}]`).waitFor({ state: 'attached', timeout });

/// So many other people are seen, and all their pictures move.
export const seesMoving = async (page, count, timeout = 20_000) => {
    const frames = () => page.evaluate(() => [...document.querySelectorAll('video[data-participant]')].map((video) => ({
        width: video.videoWidth, height: video.videoHeight, frames: video.getVideoPlaybackQuality().totalVideoFrames,
    })));
    const deadline = Date.now() + timeout;
    let before = await frames();
    for (;;) {
        await new Promise((resolve) => { setTimeout(resolve, 300); });
        const after = await frames();
        const all = after.length === count && after.every((video, index) =>
            video.width > 0 && video.height > 0 && video.frames > (before[index]?.frames ?? Infinity));
        if (all) return;
        assert.ok(Date.now() < deadline, `${count} moving pictures wanted: ${JSON.stringify({ before, after })}`);
        before = after;
    }
};

/// The names of the buttons that can be pressed.
export const buttons = (page) => page.locator('[data-action]:visible').evaluateAll((all) => all.map((one) => one.dataset.action));

export const messages = (page) => page.locator('[data-chat-message]').allTextContents();
