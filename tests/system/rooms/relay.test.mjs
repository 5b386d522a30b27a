// SPDX-License-Identifier: GPL-3.0-or-later
// Through a real TURN server alone, with the passwords that we make; and one whose whole network goes away.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { Cutter } from '../browser/cutter.mjs';
import { answers, freePort, until } from '../common.mjs';
import { Lines } from './lines.mjs';
import { Meetings } from './meetings.mjs';
import { closeAll, join, launch, seesMoving, state, visit } from './room.mjs';

const secret = 'north-of-the-river';
let folder;
let turn;
let turnLines;
let lines;
let meetings;
let browser;

before(async () => {
    folder = await mkdtemp(path(tmpdir(), 'anteroom-turn-'));
    const port = await freePort();
    turn = spawn('turnserver', ['-n', '--no-cli', '--no-tls', '--no-dtls', '--listening-ip=127.0.0.1',
        '--relay-ip=127.0.0.1', `--listening-port=${port}`, '--allow-loopback-peers', '--realm=clinic.example',
        '--use-auth-secret', `--static-auth-secret=${secret}`, '--log-file=stdout', `--pidfile=${path(folder, 'pid')}`,
        `--userdb=${path(folder, 'db')}`], { stdio: ['ignore', 'pipe', 'pipe'] });
    turn.log = '';
    for (const stream of [turn.stdout, turn.stderr]) stream.on('data', (text) => { turn.log += text; });
    await until('coturn', () => answers(port)).catch((error) => { throw new Error(`${error.message}: ${turn.log}`); });
    turnLines = await Cutter.start();
    turnLines.target = port;
    lines = await Lines.start();
    meetings = await Meetings.start({
        ANTEROOM_PUBLIC_URL: lines.url,
        ANTEROOM_TURN_URL: `turn:127.0.0.1:${new URL(turnLines.url).port}?transport=tcp`,
        ANTEROOM_TURN_SECRET: secret,
    });
    lines.target = Number(new URL(meetings.listensAt).port);
    browser = await launch();
});

after(async () => {
    await browser?.close();
    if (meetings) assert.equal(await meetings.stop(), 0);
    lines?.stop();
    turnLines?.stop();
    turn?.kill();
    await rm(folder, { recursive: true, force: true });
});

afterEach(closeAll);

/// What kinds of candidates the picture of a page really goes through.
const ways = (page) => page.evaluate(async () => {
    const all = [];
    for (const pc of globalThis.connections.filter((one) => one.connectionState === 'connected')) {
        const stats = [...(await pc.getStats()).values()];
        for (const pair of stats.filter((one) => one.type === 'candidate-pair' && one.nominated && one.bytesSent > 0)) {
            all.push(stats.find((one) => one.id === pair.localCandidateId).candidateType);
        }
    }
    return all;
});

test('relay only, and back after the network of one was gone', { timeout: 500_000 }, async () => {
    const meeting = await meetings.meet();
    const pages = [];
    for (const link of meeting.links) {
        const page = await visit(browser, link, { relayOnly: true });
        await join(page);
        pages.push(page);
    }
    for (const page of pages) {
        await state(page, 'live');
        await seesMoving(page, 1);
        const kinds = await ways(page);
        assert.ok(kinds.length > 0 && kinds.every((kind) => kind === 'relay'), `${kinds} ${turn.log.slice(-2000)}`);
    }
    // Line and relay at once: nothing goes in or out.
    const { target } = turnLines;
    turnLines.target = 0;
    turnLines.cut();
    lines.cut(meeting.links[1]);
    await new Promise((resolve) => { setTimeout(resolve, 6000); });
    turnLines.target = target;
    lines.mend();
    for (const page of pages) await seesMoving(page, 1);
    for (const page of pages) assert.deepEqual(page.complaints(), []);
});
