// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic in a scratch folder: anteroomd with both listeners on free ports of loopback, and what its users do by HTTP.
import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const program = join(process.env.ANTEROOM_TEST_BIN ?? 'build/dev/bin', 'anteroomd');
const run = promisify(execFile);

// Nothing of the caller's settings may reach the program.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('ANTEROOM_')));

export class Clinic {
    static async start(settings = {}) {
        const clinic = new Clinic();
        clinic.settings = settings;
        clinic.folder = await mkdtemp(join(tmpdir(), 'anteroom-browser-'));
        clinic.data = join(clinic.folder, 'data');
        await clinic.serve();
        clinic.patientUrl = clinic.listensAt;
        clinic.token = (await clinic.command('token', 'create', '--data', clinic.data, '--name', 'browser test',
            '--scope', 'file_request:read file_request:write file:read')).trim();
        return clinic;
    }

    async serve() {
        this.process = spawn(program, ['serve', '--data', this.data, '--listen', '127.0.0.1:0',
            '--patient-listen', '127.0.0.1:0'], {
            env: { ...environment, ...this.settings }, stdio: ['ignore', 'pipe', 'pipe'],
        });
        this.log = '';
        this.process.stderr.on('data', (text) => { this.log += text; });
        this.ended = new Promise((resolve) => { this.process.on('exit', resolve); });
        const lines = createInterface({ input: this.process.stdout });
        const urls = [];
        await Promise.race([
            (async () => {
                for await (const line of lines) {
                    urls.push(line.match(/listening on (\S+)/)[1]);
                    if (urls.length === 2) return;
                }
            })(),
            this.ended.then((code) => { throw new Error(`anteroomd ended with ${code}: ${this.log}`); }),
        ]);
        /// Where patients come in; `patientUrl` is what their links begin with.
        [this.staffUrl, this.listensAt] = urls;
    }

    /// As a power cut would have it; on other ports afterwards.
    async killAndRestart() {
        this.process.kill('SIGKILL');
        await this.ended;
        await this.serve();
        this.patientUrl = this.listensAt;
    }

    /// On other ports.
    async restart() {
        this.process.kill('SIGTERM');
        assert.equal(await this.ended, 0);
        await this.serve();
    }

    /// SIGKILL; it may serve() again.
    async kill() {
        this.process.kill('SIGKILL');
        await this.ended;
    }

    async command(...args) {
        const { stdout } = await run(program, args, { env: environment, maxBuffer: 2 ** 28 });
        return stdout;
    }

    async api(method, path, body) {
        const answer = await fetch(this.staffUrl + path, {
            method,
            headers: { Authorization: `Bearer ${this.token}`, ...(body && { 'Content-Type': 'application/json' }) },
            body: body && JSON.stringify(body),
        });
        assert.equal(answer.status, 200, `${method} ${path}: ${answer.status}`);
        return answer;
    }

    /// Asks a patient born on 17 June 1980 for photos; the request with the link that was sent.
    async ask(members = {}) {
        const answer = await this.api('POST', '/v1/file-requests', {
            prompt: 'Please take a photo of your rash, one from near and one from afar.',
            type: 'photo',
            accountId: '12',
            accountUserId: '42',
            staffName: 'Dr Rachel Williams',
            patientDateOfBirth: '1980-06-17',
            patientMobile: '+447777123456',
            recipientMobile: '+447777123456',
            ...members,
        });
        const request = await answer.json();
        const message = (await this.messages(request.id)).find((row) => row.channel === 'sms');
        assert.ok(message, 'the outbox has a text message for the request');
        const link = message.body.match(/https?:\/\/\S+\/r\/[a-z0-9]{12}/)?.[0];
        assert.equal(link, `${this.patientUrl}/r/${request.shortLinkId}`);
        return { ...request, link };
    }

    /// What was sent about a request, oldest first.
    async messages(id) {
        const outbox = JSON.parse(await this.command('outbox', 'list', '--json', '--data', this.data));
        return outbox.filter((row) => row.reference === id);
    }

    async request(id) {
        return (await this.api('GET', `/v1/file-requests/${id}`)).json();
    }

    async stop() {
        this.process.kill('SIGTERM');
        const code = await this.ended;
        await rm(this.folder, { recursive: true, force: true });
        return code;
    }
}
