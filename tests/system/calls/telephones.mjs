// SPDX-License-Identifier: GPL-3.0-or-later
// Callers and phones: SIPp, with scenarios made here.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { freePort, until } from '../common.mjs';

const sipp = process.env.ANTEROOM_SIPP ?? '/usr/bin/sipp';

const crlf = (text) => text.trim().replace(/\n/g, '\r\n');
const send = (text, attributes = '') => `<send ${attributes}><![CDATA[\r\n${crlf(text)}\r\n\r\n]]></send>`;
const pause = (milliseconds) => `<pause milliseconds="${milliseconds}"/>`;
const cue = '<recv request="MESSAGE"/>'; // Telephone.cue()
const note = (what) => `<action><log message="${what} [number] [timestamp]"/></action>`;

// SIPp writes the last steps' log only when a call ends in order, so every way leads to the end.
const scenario = (...steps) => `<?xml version="1.0" encoding="UTF-8"?>\n<scenario name="anteroom">\n${
    steps.join('\n')}\n</scenario>\n`;

const reply = (line) => `
SIP/2.0 ${line}
[last_Via:]
[last_From:]
[last_To:];tag=[pid]P[call_number]
[last_Call-ID:]
[last_CSeq:]
[last_Record-Route:]
Contact: <sip:phone@10.1.2.3:5060>
Content-Length: 0`;

export const register = ({ contact, expires = 7200 } = {}) => `
REGISTER sip:sip.example.org SIP/2.0
Via: SIP/2.0/[transport] 10.11.228.67:5060;branch=[branch]
Max-Forwards: 70
To: John Smith <sip:[number]@sip.example.org>
From: John Smith <sip:[number]@sip.example.org>;tag=[pid]R[call_number]
Call-ID: [call_id]
CSeq: 1826 REGISTER
Contact: ${contact ?? '<sip:[number]@sip.example.org;pn-prid=[device]>;+sip.pnsreg'}
Expires: ${expires}
Content-Length: 0`;

const ofCaller = (method, cseq, to = '[last_To:]', target = '[next_url]') => `
${method} ${target} SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
${method === 'BYE' || cseq === '1 ACK' ? '[routes]\n' : ''}Max-Forwards: 70
From: <sip:clinic@sip.example.org>;tag=[pid]C[call_number]
${to}
Call-ID: [call_id]
CSeq: ${cseq}
Contact: <sip:clinic@[local_ip]:[local_port]>
Content-Length: 0`;

// [branch-N]: the branch of N steps before, which a CANCEL and the ACK of a refusal share with their INVITE.
const ofInvite = (method, back, to) => ofCaller(method, `1 ${method}`, to, 'sip:[number]@sip.example.org')
    .replace('[branch]', `[branch-${back}]`);
const plainTo = 'To: <sip:[number]@sip.example.org>';
const invite = send(ofCaller('INVITE', '1 INVITE', plainTo, 'sip:[number]@sip.example.org'), 'retrans="500"');
const trying = '<recv response="100" optional="true"/>';

/// What a caller does.
export const caller = {
    /// Talks for 300 ms and hangs up.
    answered: () => scenario(
        invite, trying, `<recv response="180" optional="true">${note('ringing')}</recv>`,
        `<recv response="200" rrs="true">${note('200')}</recv>`,
        send(ofCaller('ACK', '1 ACK')), pause(300), send(ofCaller('BYE', '2 BYE'), 'retrans="500"'),
        '<recv response="200"/>'),
    /// Talks until the phone hangs up.
    hungUpOn: () => scenario(
        invite, trying, '<recv response="180" optional="true"/>', '<recv response="200" rrs="true"/>',
        send(ofCaller('ACK', '1 ACK')), `<recv request="BYE">${note('BYE')}</recv>`,
        send(reply('200 OK').replace(/;tag=.*/, ''))),
    /// Expects to be refused with `status`.
    refused: (status) => scenario(
        invite, trying, '<recv response="180" optional="true"/>', `<recv response="${status}">${note(status)}</recv>`,
        send(ofInvite('ACK', 4)), pause(200)),
    /// Hangs up while the call is parked, on a cue.
    cancelling: () => scenario(
        invite, '<recv response="100"/>', cue, send(ofInvite('CANCEL', 3, plainTo), 'retrans="500"'),
        `<recv response="487">${note('487')}</recv>`, send(ofInvite('ACK', 5)), '<recv response="200"/>', pause(200)),
    /// Hangs up when it has rung for `milliseconds`.
    cancellingRinging: (milliseconds) => scenario(
        invite, trying, '<recv response="180"/>', pause(milliseconds),
        send(ofInvite('CANCEL', 4, plainTo), 'retrans="500"'), '<recv response="200"/>',
        `<recv response="487">${note('487')}</recv>`, send(ofInvite('ACK', 7)), pause(200)),
};

/// What a phone does with an INVITE.
export const answering = {
    /// Rings, then answers and waits to be hung up on.
    with200: (ringFor = 200) => scenario(
        `<recv request="INVITE">${note('INVITE')}</recv>`, send(reply('180 Ringing')), pause(ringFor),
        send(reply('200 OK'), 'retrans="500"'), `<recv request="ACK">${note('ACK')}</recv>`,
        `<recv request="BYE">${note('BYE')}</recv>`, send(reply('200 OK').replace(/;tag=.*/, ''))),
    /// Answers, talks for 300 ms and hangs up.
    hangingUp: () => scenario(
        '<recv request="INVITE" rrs="true"><action><ereg regexp=".*" search_in="hdr" header="From:" assign_to="1"/>'
            + '</action></recv>',
        send(reply('180 Ringing')), send(reply('200 OK'), 'retrans="500"'),
        '<recv request="ACK"><action><ereg regexp=".*" search_in="hdr" header="To:" assign_to="2"/></action></recv>',
        pause(300), send(`
BYE [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
[routes]
Max-Forwards: 70
From:[$2]
To:[$1]
[last_Call-ID:]
CSeq: 7 BYE
Content-Length: 0`, 'retrans="500"'), `<recv response="200">${note('200')}</recv>`),
    /// Rings, then refuses.
    with: (line, ringFor = 200) => scenario(
        `<recv request="INVITE">${note('INVITE')}</recv>`, send(reply('180 Ringing')), pause(ringFor),
        send(reply(line), 'retrans="500"'), '<recv request="ACK"/>'),
    /// Rings until the caller gives up or another phone was quicker.
    never: () => scenario(
        `<recv request="INVITE">${note('INVITE')}</recv>`, send(reply('180 Ringing')),
        `<recv request="CANCEL">${note('CANCEL')}</recv>`, send(reply('200 OK').replace(/;tag=.*/, '')),
        send(reply('487 Request Terminated').replace('[last_CSeq:]', 'CSeq: 1 INVITE'), 'retrans="500"'),
        '<recv request="ACK"/>'),
};

/// What a phone does by itself: registers, and then stays for `stay` ms.
export const registering = ({ status = 200, stay = 0, ...fields } = {}) => scenario(
    send(register(fields), 'retrans="500"'), trying, `<recv response="${status}">${note(status)}</recv>`,
    pause(stay));

/// `stay` of a phone that is there until it is stopped: however long its call takes.
export const always = 110_000;

/// SIPp on one socket of `address`; ends by itself.
export class Telephone {
    /// `own`: the scenario; `other`: what it does with calls from outside of it. `keys` fill [number] and [device].
    static async start(proxy, address, own, { other, keys = {}, args = [], rows } = {}) {
        const phone = new Telephone();
        phone.folder = await mkdtemp(join(tmpdir(), 'anteroom-sipp-'));
        phone.address = address;
        phone.callId = randomUUID();
        phone.port = await freePort(address);
        const own$ = join(phone.folder, 'own.xml');
        await writeFile(own$, own);
        phone.log = join(phone.folder, 'log');
        phone.messages = join(phone.folder, 'messages');
        const all = ['-sf', own$, '-i', address, '-p', String(phone.port), '-m', '1', '-nostdin', '-timeout', '120',
            '-timeout_error', '-cid_str', phone.callId, '-trace_logs', '-log_file', phone.log, '-trace_msg', '-message_file', phone.messages,
            ...Object.entries(keys).flatMap(([name, value]) => ['-key', name, value]), ...args];
        if (other) {
            await writeFile(join(phone.folder, 'other.xml'), other);
            all.push('-oocsf', join(phone.folder, 'other.xml'));
        }
        if (rows) {
            await writeFile(join(phone.folder, 'rows'), `SEQUENTIAL\n${rows.map((row) => row.join(';')).join('\n')}\n`);
            all.push('-inf', join(phone.folder, 'rows'));
        }
        phone.process = spawn(sipp, [...all, `127.0.0.1:${proxy.port}`], { cwd: phone.folder, stdio: ['ignore', 'pipe', 'pipe'] });
        phone.output = '';
        phone.process.stdout.on('data', (text) => { phone.output = (phone.output + text).slice(-4000); });
        phone.process.stderr.on('data', (text) => { phone.output = (phone.output + text).slice(-4000); });
        phone.ended = new Promise((resolve) => { phone.process.on('exit', resolve); });
        return phone;
    }

    /// Its exit code, 0 where all went as the scenario says.
    async done() {
        return this.ended;
    }

    /// What was noted: {what, number, at (ms since 1970)}, the first first.
    async notes() {
        const text = await readFile(this.log, 'utf8').catch(() => '');
        return [...text.matchAll(/^(\S+) (\S+) (\d{4}-\d\d-\d\d)[ T\t]+(\d\d:\d\d:\d\d\.\d+)/gm)]
            .map(([, what, number, day, time]) => ({ what, number, at: new Date(`${day}T${time.slice(0, 12)}`).getTime() }));
    }

    async heard() {
        return (await this.notes()).map((one) => one.what);
    }

    /// What it has heard once that is as much as `what`, or once it has ended.
    async hears(...what) {
        await until('the end of a call', async () => this.process.exitCode !== null || (await this.heard()).length >= what.length);
        assert.deepEqual(await this.heard(), what);
    }

    /// Goes on with a scenario that waits for its cue, or is about to.
    async cue() {
        const socket = createSocket('udp4');
        const lines = ['MESSAGE sip:cue SIP/2.0', 'Via: SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKcue', `Call-ID: ${this.callId}`,
            'From: <sip:test>;tag=1', 'To: <sip:test>', 'CSeq: 1 MESSAGE', 'Content-Length: 0', '', ''];
        await new Promise((resolve) => { socket.send(lines.join('\r\n'), this.port, this.address, resolve); });
        socket.close();
    }

    async trace() {
        return readFile(this.messages, 'utf8').catch(() => '');
    }

    async stop() {
        if (this.process.exitCode === null && this.process.signalCode === null) {
            this.process.kill('SIGKILL');
            await this.ended;
        }
        await rm(this.folder, { recursive: true, force: true });
    }
}
