// SPDX-License-Identifier: GPL-3.0-or-later
// Chromium with a camera and a microphone that are made up, and what the tests look at in a room's page.
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { phone } from '../browser/browser.mjs';

export const launch = (...args) => chromium.launch({
    timeout: 120_000,
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
    // Small pictures: six of them are made and shown by one machine, which has other things to do.
    await context.addInitScript(() => {
        const { mediaDevices } = navigator;
        if (!mediaDevices) return;
        const ask = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = (wanted) => ask(wanted?.video
            ? { ...wanted, video: { ...(wanted.video === true ? {} : wanted.video), width: 160, height: 120 } } : wanted);
    });
    await context.addInitScript(() => {
        globalThis.heard = [];
        document.addEventListener('DOMContentLoaded', () => {
            const news = document.getElementById('news');
            if (!news) return;
            new MutationObserver((changes) => {
                for (const { addedNodes } of changes) globalThis.heard.push(...[...addedNodes].map((one) => one.textContent));
            }).observe(news, { childList: true });
        });
    });
    page.complaints = () => complaints.filter((one) => !expected.test(one));
    await page.goto(link);
    return page;
};

export const join = (page) => page.click('[data-action=join]');

/// Limits are for what never comes: several pages that send pictures leave a busy machine little breath.
const patience = 120_000;

export const state = (page, wanted, timeout = patience) =>
    page.locator(`body[data-state=${wanted}]`).waitFor({ state: 'attached', timeout });

/// So many other people are seen, and all their pictures move: each shows new frames from now on, at whatever pace.
export const seesMoving = async (page, count, timeout = patience) => {
    const pictures = () => page.evaluate(() => [...document.querySelectorAll('video[data-participant]')].map((video) => ({
        id: video.dataset.participant, width: video.videoWidth, height: video.videoHeight,
        frames: video.getVideoPlaybackQuality().totalVideoFrames,
    })));
    const deadline = Date.now() + timeout;
    const seen = new Map(); // frames at first sight
    for (;;) {
        const now = await pictures();
        for (const { id, frames } of now) {
            if (!(seen.get(id) <= frames)) seen.set(id, frames); // new, or begun anew
        }
        const moves = ({ id, width, height, frames }) => width > 0 && height > 0 && frames >= seen.get(id) + 2;
        if (now.length === count && now.every(moves)) return;
        assert.ok(Date.now() < deadline, `${count} moving pictures wanted: ${JSON.stringify({ now, first: [...seen] })}`);
        await new Promise((resolve) => { setTimeout(resolve, 200); });
    }
};

/// Waits until the page has said something that matches: what it says is soon replaced by what comes next.
export const hears = (page, words, since = 0) => page.waitForFunction(
    ([source, from]) => globalThis.heard.slice(from).some((one) => new RegExp(source).test(one)), [words.source, since]);

/// How much the page has said so far, for hears().
export const heardSoFar = (page) => page.evaluate(() => globalThis.heard.length);

/// Whatever has a limit of time that people were promised must keep it once in three tries: a machine that is busy
/// elsewhere may miss it, and what is too slow by itself misses it always. `attempt` gives the milliseconds it took.
export const within = async (limit, attempt) => {
    const took = [];
    while (took.length < 3) {
        took.push(await attempt());
        if (took.at(-1) <= limit) return;
    }
    assert.fail(`${limit} ms are promised, it took ${took.join(', ')}`);
};

/// The names of the buttons that can be pressed.
export const buttons = (page) => page.locator('[data-action]:visible').evaluateAll((all) => all.map((one) => one.dataset.action));

export const messages = (page) => page.locator('[data-chat-message]').allTextContents();
