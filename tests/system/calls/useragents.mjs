// SPDX-License-Identifier: GPL-3.0-or-later
// Many callers and many phones, each on one socket: as little SIP as it takes, written down as it happens.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const repeatAfter = 500;

class Agent {
    static async start(address, proxy) {
        const agent = new this();
        agent.proxy = proxy;
        agent.socket = createSocket({ type: 'udp4', recvBufferSize: 4 << 20 }).bind(0, address);
        await once(agent.socket, 'listening');
        agent.address = `${address}:${agent.socket.address().port}`;
        agent.socket.on('message', (bytes) => {
            if (bytes.length > 4) agent.take(parse(bytes.toString('latin1'))); // else it keeps a NAT's way open
        });
        agent.timers = new Map();
        agent.branches = 0;
        return agent;
    }

    send(...lines) {
        this.socket.send([...lines, 'Content-Length: 0', '', ''].join('\r\n'), this.proxy.port, '127.0.0.1');
    }

    /// Sends now and again and again, until heard(key).
    insist(key, ...lines) {
        this.heard(key);
        const start = Date.now();
        this.timers.set(key, setInterval(() => {
            if (Date.now() - start > 10_000) this.heard(key);
            else this.send(...lines);
        }, repeatAfter));
        this.send(...lines);
    }

    heard(key) {
        clearInterval(this.timers.get(key));
        this.timers.delete(key);
    }

    via() {
        this.branches += 1;
        return `Via: SIP/2.0/UDP ${this.address};branch=z9hG4bKx${this.branches}`;
    }

    stop() {
        for (const timer of this.timers.values()) clearInterval(timer);
        this.socket.close();
    }
}

function parse(text) {
    const [first, ...lines] = text.split('\r\n\r\n')[0].split('\r\n');
    const all = (name) => lines.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    const one = (name) => all(name)[0]?.slice(name.length + 1).trim();
    const cseq = one('CSeq').split(' ');
    return {
        status: first.startsWith('SIP/2.0') ? Number(first.split(' ')[1]) : 0,
        method: first.startsWith('SIP/2.0') ? cseq[1] : first.split(' ')[0],
        target: first.split(' ')[1], callId: one('Call-ID'), all, one, cseq,
    };
}

/// The clinic's telephones.
export class Callers extends Agent {
    calls = new Map();

    /// Calls a number; hangs up after `patience` ms when nobody has answered, and 100 ms after an answer. The promise
    /// holds {callId, status, finals, at}: `finals` are all final answers, `at` when the first came.
    call(number, { patience = 60_000 } = {}) {
        const callId = `call-${number.slice(1)}`;
        const via = this.via();
        const from = `From: <sip:clinic@sip.example.org>;tag=c${number.slice(1)}`;
        const call = { callId, number, via, from, finals: [], began: Date.now(), rang: [] };
        this.calls.set(callId, call);
        call.over = new Promise((resolve) => { call.resolve = resolve; });
        this.insist(callId, `INVITE sip:${number}@sip.example.org SIP/2.0`, via, 'Max-Forwards: 70', from,
            `To: <sip:${number}@sip.example.org>`, `Call-ID: ${callId}`, 'CSeq: 1 INVITE', `Contact: <sip:clinic@${this.address}>`);
        call.hangUp = setTimeout(() => { this.cancel(call); }, patience);
        return call.over;
    }

    cancel(call) {
        call.cancelled = Date.now();
        this.insist(`${call.callId} CANCEL`, `CANCEL sip:${call.number}@sip.example.org SIP/2.0`, call.via,
            'Max-Forwards: 70', call.from, `To: <sip:${call.number}@sip.example.org>`, `Call-ID: ${call.callId}`, 'CSeq: 1 CANCEL');
    }

    take(message) {
        const call = this.calls.get(message.callId);
        if (!call || !message.status) return;
        if (message.method !== 'INVITE') {
            if (message.status >= 200) this.heard(`${call.callId} ${message.method}`);
            return;
        }
        this.heard(call.callId);
        if (message.status === 180) call.rang.push(Date.now());
        if (message.status < 200) return;
        clearTimeout(call.hangUp);
        const to = `To: ${message.one('To')}`;
        const again = call.finals.some((final) => final.to === to);
        if (!again) call.finals.push({ status: message.status, to });
        call.at ??= Date.now();
        if (message.status >= 300) {
            this.send(`ACK sip:${call.number}@sip.example.org SIP/2.0`, call.via, 'Max-Forwards: 70', call.from, to,
                `Call-ID: ${call.callId}`, 'CSeq: 1 ACK');
            this.finish(call);
            return;
        }
        const target = message.one('Contact').match(/<([^>]+)>/)[1];
        const routes = message.all('Record-Route').map((line) => line.replace('Record-Route', 'Route')).reverse();
        this.send(`ACK ${target} SIP/2.0`, this.via(), ...routes, 'Max-Forwards: 70', call.from, to, `Call-ID: ${call.callId}`,
            'CSeq: 1 ACK');
        if (again) return;
        setTimeout(() => {
            this.insist(`${call.callId} BYE`, `BYE ${target} SIP/2.0`, this.via(), ...routes, 'Max-Forwards: 70', call.from, to,
                `Call-ID: ${call.callId}`, 'CSeq: 2 BYE');
            this.finish(call);
        }, 100);
    }

    finish(call) {
        call.resolve({ ...call, status: call.finals[0].status });
    }
}

/// Patients' phones.
export class Phones extends Agent {
    /// By device: {registered, rang, acknowledged, cancelled, hungUpOn, refused} with times.
    seen = new Map();
    plans = new Map();

    /// Registers; `then`: {after (ms), status} of its answer, status 0 for none.
    register(number, device, then) {
        this.plans.set(device, then);
        this.seen.set(device, { sent: Date.now() });
        this.insist(device, 'REGISTER sip:sip.example.org SIP/2.0', this.via(), 'Max-Forwards: 70',
            `From: <sip:${number}@sip.example.org>;tag=r`, `To: <sip:${number}@sip.example.org>`, `Call-ID: ${device}`,
            'CSeq: 1 REGISTER', `Contact: <sip:${number}@10.0.0.1;pn-prid=${device}>;+sip.pnsreg`, 'Expires: 7200');
    }

    take(message) {
        if (message.status) {
            if (message.status < 200) return;
            this.heard(message.callId);
            const seen = this.seen.get(message.callId);
            if (seen) {
                seen.registered ??= Date.now();
                seen.status = message.status;
            }
            return;
        }
        const device = message.target.match(/pn-prid=([0-9a-f-]+)/)?.[1];
        const seen = this.seen.get(device);
        if (!seen) return;
        const same = ['Via', 'Record-Route', 'From'].flatMap((name) => message.all(name));
        const answer = (status, method = message.method) => [`SIP/2.0 ${status}`, ...same,
            `To: ${message.one('To').replace(/;tag=.*/, '')};tag=${device}`, `Call-ID: ${message.callId}`,
            `CSeq: ${message.cseq[0]} ${method}`, `Contact: <sip:me@10.0.0.1;pn-prid=${device}>`];
        const key = `${message.callId} ${device}`;
        if (message.method === 'INVITE') {
            if (seen.rang) return;
            seen.rang = Date.now();
            this.send(...answer('180 Ringing'));
            const { after, status } = this.plans.get(device);
            if (!status) return;
            seen.timer = setTimeout(() => {
                if (seen.cancelled) return;
                seen.answered = status;
                this.insist(key, ...answer(status === 200 ? '200 OK' : `${status} Busy Here`));
            }, after);
        } else if (message.method === 'ACK') {
            this.heard(key);
            if (seen.answered === 200) seen.acknowledged = Date.now();
            seen.over = true;
        } else if (message.method === 'CANCEL') {
            this.send(...answer('200 OK'));
            if (seen.answered || seen.cancelled) return;
            seen.cancelled = Date.now();
            this.insist(key, ...answer('487 Request Terminated', 'INVITE'));
        } else {
            this.send(...answer('200 OK'));
            if (message.method === 'BYE') seen.hungUpOn ??= Date.now();
        }
    }
}
