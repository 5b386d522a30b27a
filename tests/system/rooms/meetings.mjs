// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic in a scratch folder whose meetings are made directly in its store (roomhost.cpp).
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const program = join(process.env.ANTEROOM_TEST_BIN ?? 'build/dev/bin', 'roomhost');

// Nothing of the caller's settings may reach the program.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ANTEROOM_')));

export class Meetings {
    static async start(settings = {}) {
        const meetings = new Meetings();
        meetings.settings = settings;
        meetings.folder = await mkdtemp(join(tmpdir(), 'anteroom-rooms-'));
        await meetings.serve();
        meetings.patientUrl = settings.ANTEROOM_PUBLIC_URL ?? meetings.listensAt;
        return meetings;
    }

    async serve() {
        this.process = spawn(program, [join(this.folder, 'data'), '127.0.0.1:0'], {
            env: { ...environment, ...this.settings }, stdio: ['pipe', 'pipe', 'inherit'],
        });
        this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
        this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
        this.listensAt = (await this.lines.next()).value;
    }

    async ask(wanted) {
        this.process.stdin.write(`${JSON.stringify(wanted)}\n`);
        return JSON.parse((await this.lines.next()).value);
    }

    /// `{ id, links }`, clinicians first. `startsIn` and `seconds` are seconds.
    meet(wanted = {}) { return this.ask({ plus: 1, basic: 1, ...wanted }); }
    cancel({ id }) { return this.ask({ cancel: id }); }
    /// To another start, as long as before.
    move({ id }, { startsIn }) { return this.ask({ move: id, startsIn }); }
    remove({ id }, who) { return this.ask({ remove: id, who }); }

    /// As a power cut would have it; on another port afterwards.
    async killAndRestart() {
        this.process.kill('SIGKILL');
        await this.ended;
        await this.serve();
    }

    /// Its exit status.
    async stop() {
        this.process.stdin.end();
        const code = await this.ended;
        await rm(this.folder, { recursive: true, force: true });
        return code;
    }
}
