// SPDX-License-Identifier: GPL-3.0-or-later
// Kannel in a scratch folder: its bearerbox and smsbox on free ports of loopback.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { answers, freePort, until } from '../common.mjs';

const bearerbox = process.env.ANTEROOM_BEARERBOX ?? '/usr/sbin/bearerbox';
const smsbox = process.env.ANTEROOM_SMSBOX ?? '/usr/sbin/smsbox';

export const password = 'only-for-this-test';

export class Kannel {
    /// `centrePort`: where the short message centre is.
    static async start(centrePort) {
        const kannel = new Kannel();
        kannel.folder = await mkdtemp(join(tmpdir(), 'anteroom-kannel-'));
        [kannel.adminPort, kannel.boxPort, kannel.port] = [await freePort(), await freePort(), await freePort()];
        kannel.config = join(kannel.folder, 'kannel.conf');
        await writeFile(kannel.config, `
group = core
admin-port = ${kannel.adminPort}
admin-interface = 127.0.0.1
admin-password = ${password}
smsbox-port = ${kannel.boxPort}
box-allow-ip = "127.0.0.1"
dlr-storage = internal
log-file = "${kannel.folder}/bearerbox.log"
log-level = 1

group = smsc
smsc = smpp
smsc-id = centre
host = 127.0.0.1
port = ${centrePort}
smsc-username = clinic
smsc-password = clinic
system-type = ""
transceiver-mode = true
reconnect-delay = 1
max-pending-submits = 50

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = ${kannel.port}
sendsms-interface = 127.0.0.1
global-sender = Clinic
log-file = "${kannel.folder}/smsbox.log"
log-level = 1

group = sendsms-user
username = anteroom
password = ${password}
max-messages = 10
concatenation = true

group = sms-service
keyword = default
catch-all = true
text = "none"
max-messages = 0
`);
        try {
            await kannel.resume();
        } catch (error) {
            await kannel.stop();
            throw error;
        }
        return kannel;
    }

    async resume() {
        const run = (program) => spawn(program, ['-v', '4', this.config], { stdio: 'ignore', cwd: this.folder });
        this.bearer = run(bearerbox);
        await this.began('bearerbox', this.bearer, this.boxPort);
        this.box = run(smsbox);
        await this.began('smsbox', this.box, this.port);
    }

    async began(name, process, port) {
        await until(`${name} on port ${port}`, async () => {
            if (!process || process.exitCode !== null || process.signalCode !== null) {
                throw new Error(`${name} ended: ${await readFile(join(this.folder, `${name}.log`), 'utf8')}`);
            }
            return answers(port);
        });
    }

    /// What bearerbox says of itself, as text.
    async status() {
        const answer = await fetch(`http://127.0.0.1:${this.adminPort}/status.txt?password=${password}`);
        return answer.text();
    }

    async pause() {
        for (const process of [this.box, this.bearer]) {
            if (process.exitCode !== null || process.signalCode !== null) continue;
            const ended = once(process, 'exit');
            process.kill('SIGKILL');
            await ended;
        }
    }

    async stop() {
        await this.pause();
        await rm(this.folder, { recursive: true, force: true });
    }
}
