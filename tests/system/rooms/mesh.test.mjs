// SPDX-License-Identifier: GPL-3.0-or-later
// Two meshes in one page, with the words between them in the test's hand: what happens where some are lost.
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Meetings } from './meetings.mjs';
import { closeAll, launch, visit } from './room.mjs';

let meetings;
let browser;
let page;

before(async () => {
    meetings = await Meetings.start();
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (meetings) assert.equal(await meetings.stop(), 0);
});

afterEach(closeAll);

/// `ann` and `bob` in the page: { mesh, isDeaf, person }.
const open = async () => {
    page = await visit(browser, (await meetings.meet({ startsIn: 600 })).links[0], { bypassCSP: true });
    await page.evaluate(async () => {
        const script = document.querySelector('script[src$="room.js"]').src;
        const { Mesh } = await import(script.replace('room.js', 'mesh.js'));
        for (const [name, other] of [['ann', 'bob'], ['bob', 'ann']]) {
            const one = { isDeaf: false, person: { id: name, instance: 'page', name } };
            one.mesh = new Mesh({
                send: ({ data }) => queueMicrotask(() => {
                    if (!globalThis[other].isDeaf) globalThis[other].mesh.signal(name, structuredClone(JSON.parse(JSON.stringify(data))));
                }),
                changed: () => {},
                gone: () => {},
            });
            one.mesh.self = name;
            globalThis[name] = one;
        }
    });
};

const connected = () => page.waitForFunction(() => {
    const [one, other] = [globalThis.ann.mesh.peers.get('bob'), globalThis.bob.mesh.peers.get('ann')];
    return one?.isHealthy && other?.isHealthy && one.session === other.session;
});

test('one who was given up, and does not know it', { timeout: 300_000 }, async () => {
    await open();
    await page.evaluate(() => {
        globalThis.ann.mesh.meet([globalThis.bob.person], false);
        globalThis.bob.mesh.entered(globalThis.ann.person);
    });
    await connected();
    const began = await page.evaluate(() => {
        const { ann, bob } = globalThis;
        bob.mesh.remove('ann');
        ann.mesh.meet([bob.person], true); // her connection still seems to work
        bob.mesh.entered(ann.person);
        return ann.mesh.peers.get('bob').session;
    });
    await connected();
    assert.notEqual(await page.evaluate(() => globalThis.ann.mesh.peers.get('bob').session), began);
});

for (const deaf of ['ann', 'bob']) {
    test(`the first words to ${deaf} are lost`, { timeout: 300_000 }, async () => {
        await open();
        await page.evaluate((name) => {
            globalThis[name].isDeaf = true;
            globalThis.bob.mesh.entered(globalThis.ann.person);
            globalThis.ann.mesh.meet([globalThis.bob.person], false);
        }, deaf);
        // As long as it takes until everything that was to be said was said.
        await page.waitForFunction(() => globalThis.ann.mesh.peers.get('bob').pc.iceGatheringState === 'complete');
        await page.evaluate((name) => { globalThis[name].isDeaf = false; }, deaf);
        await connected();
    });
}
