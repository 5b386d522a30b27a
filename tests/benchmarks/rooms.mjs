// SPDX-License-Identifier: GPL-3.0-or-later
// Video rooms: how long a signal takes from one browser to the other while 200 rooms are busy, what a participant costs
// in memory, and how long it takes from Join to the first picture, beside the same page on a bare node ws server.
// See README.md beside this file.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import WebSocket from 'ws';
import { serve } from './peers/rooms.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { values: options } = parseArgs({ options: {
    bin: { type: 'string', default: join(root, 'build/release/bin') },
    rooms: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '10' },
    rate: { type: 'string', default: '5' }, // signals a second from each
    joins: { type: 'string', default: '7' },
} });
const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];

const folder = mkdtempSync(join(tmpdir(), 'anteroom-bench-'));
const host = spawn(join(options.bin, 'roomhost'), [join(folder, 'data'), '127.0.0.1:0'], {
    stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, ANTEROOM_HTTP_MAX_CONNECTIONS: '5000' },
});
const lines = createInterface({ input: host.stdout })[Symbol.asyncIterator]();
const url = (await lines.next()).value;
const meet = async () => {
    host.stdin.write('{"plus":1,"basic":1}\n');
    return JSON.parse((await lines.next()).value).links;
};
const resident = () => Number(readFileSync(`/proc/${host.pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);

/// Processor time so far, microseconds: what counts where others use the machine too.
const worked = () => {
    const fields = readFileSync(`/proc/${host.pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
};

/// One end of a busy room: answers nothing, counts how long what came was under way.
class Client {
    constructor(link, times) {
        this.times = times;
        this.other = null;
        const { origin, host: address, pathname } = new URL(link);
        this.socket = new WebSocket(`ws://${address}${pathname}/signal`, { origin, perMessageDeflate: false });
        this.ready = new Promise((resolve, reject) => {
            this.socket.on('error', reject);
            this.socket.on('message', (data) => {
                const message = JSON.parse(data);
                if (message.type === 'signal') times.push(performance.now() - message.data.sent);
                if (message.people?.length) this.other = message.people[0].id;
                if (message.person) this.other = message.person.id;
                if (message.state === 'open') this.say({ type: 'join', instance: 'bench' });
                if (message.state === 'live') resolve();
            });
        });
    }

    say(message) { this.socket.send(JSON.stringify(message)); }

    signal() {
        this.say({ type: 'signal', to: this.other, data: { session: 'x', candidate: 'c'.repeat(1000), sent: performance.now() } });
    }
}

/// `linksOf()` gives the two links of a new room.
const signals = async (linksOf) => {
    const times = [];
    const clients = [];
    for (let room = 0; room < Number(options.rooms); ++room) {
        for (const link of await linksOf(room)) {
            const client = new Client(link, times);
            await client.ready;
            clients.push(client);
        }
    }
    await wait(1000);
    const memory = resident();
    times.length = 0;
    const before = worked();
    const period = 1000 / Number(options.rate);
    const timers = clients.map((client, index) => {
        let timer = setTimeout(() => {
            timer = setInterval(() => client.signal(), period);
            client.stop = () => clearInterval(timer);
        }, (period * index) / clients.length);
        return timer;
    });
    await wait(Number(options.seconds) * 1000);
    for (const [index, client] of clients.entries()) {
        clearTimeout(timers[index]);
        client.stop?.();
    }
    await wait(500);
    for (const client of clients) client.socket.terminate();
    times.sort((a, b) => a - b);
    return { times, memory, work: (worked() - before) / times.length };
};

const report = (name, { times }) => console.log(`${name}: ${times.length} signals, median ${at(times, 0.5).toFixed(2)} ms, `
    + `p99 ${at(times, 0.99).toFixed(2)} ms, most ${times.at(-1).toFixed(1)} ms`);

// --- signals

const page = await (await fetch(await meet().then(([link]) => link))).text();
const bare = await serve(page, join(root, 'resources/room'));
await wait(500);
const idle = resident();
const ours = await signals(meet);
report('anteroom', ours);
console.log(`anteroom: ${ours.work.toFixed(0)} µs of a processor a signal`);
console.log(`anteroom: ${((ours.memory - idle) / (2 * Number(options.rooms))).toFixed(1)} kB resident a participant `
    + `(${(idle / 1024).toFixed(0)} MiB idle, ${(ours.memory / 1024).toFixed(0)} MiB with ${2 * Number(options.rooms)})`);
report('bare ws  ', await signals((room) => [1, 2].map((place) => `${bare.url}/room/bench${room}-${place}`)));

// --- from Join to the first picture

if (Number(options.joins) > 0) {
    const { chromium } = createRequire(join(root, 'tests/package.json'))('playwright-core');
    const browser = await chromium.launch({
        executablePath: process.env.ANTEROOM_CHROMIUM ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking',
            '--use-fake-device-for-media-stream=fps=15', '--use-fake-ui-for-media-stream'],
    });
    const first = async ([a, b]) => {
        const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
        const open = async (link) => {
            const one = await context.newPage();
            await one.goto(link);
            await one.waitForFunction(() => document.querySelector('video[data-self]').videoWidth > 0
                && document.querySelector('#check-connection').textContent === 'Good');
            return one;
        };
        const [one, two] = [await open(a), await open(b)];
        await one.click('[data-action=join]');
        await one.locator('body[data-state=live]').waitFor({ state: 'attached' });
        await wait(500);
        // From the click to a frame that is shown, by the page's own clock.
        const took = await two.evaluate(() => new Promise((resolve) => {
            const began = performance.now();
            new MutationObserver((_, observer) => {
                const video = document.querySelector('video[data-participant]');
                if (!video) return;
                observer.disconnect();
                video.requestVideoFrameCallback(() => resolve(performance.now() - began));
            }).observe(document.getElementById('tiles'), { childList: true, subtree: true });
            document.querySelector('[data-action=join]').click();
        }));
        await context.close();
        return took;
    };
    const took = { anteroom: [], bare: [] };
    for (let round = 0; round < Number(options.joins); ++round) {
        const both = [['anteroom', async () => first(await meet())],
            ['bare', async () => first([1, 2].map((place) => `${bare.url}/room/join${round}-${place}`))]];
        for (const [name, run] of round % 2 ? both.reverse() : both) took[name].push(await run());
    }
    for (const all of Object.values(took)) all.sort((x, y) => x - y);
    const [mine, theirs] = [at(took.anteroom, 0.5), at(took.bare, 0.5)];
    console.log(`Join to the first picture, medians of ${options.joins}: anteroom ${mine.toFixed(0)} ms, `
        + `bare ws ${theirs.toFixed(0)} ms, ratio ${(mine / theirs).toFixed(2)}`);
    console.log(`  ${JSON.stringify(Object.fromEntries(Object.entries(took).map(([name, all]) => [name, all.map(Math.round)])))}`);
    await browser.close();
}

bare.stop();
host.stdin.end();
await new Promise((resolve) => { host.on('exit', resolve); });
rmSync(folder, { recursive: true, force: true });
process.exit(0);
