// SPDX-License-Identifier: GPL-3.0-or-later
// A short message centre: takes what is submitted over SMPP, puts long messages together again and sends receipts.
import { once } from 'node:events';
import { createRequire } from 'node:module';

const smpp = createRequire(import.meta.url)('smpp');

const DELIVERED = 'DELIVRD';

export class MessageCentre {
    constructor() {
        this.messages = []; // { to, text, coding, parts } once all parts are there
        this.submitted = 0;
        this.fates = new Map(); // by number: a receipt's state, or 'refuse'
        this.halves = new Map();
        this.keep = true;
    }

    async start() {
        this.server = smpp.createServer((session) => {
            session.on('error', () => {});
            for (const bind of ['bind_transceiver', 'bind_transmitter', 'bind_receiver']) {
                session.on(bind, (pdu) => session.send(pdu.response()));
            }
            session.on('enquire_link', (pdu) => session.send(pdu.response()));
            session.on('unbind', (pdu) => { session.send(pdu.response()); session.close(); });
            session.on('submit_sm', (pdu) => this.take(session, pdu));
        });
        this.server.listen(0, '127.0.0.1');
        await once(this.server, 'listening');
        return this;
    }

    get port() { return this.server.address().port; }

    take(session, pdu) {
        const to = `+${pdu.destination_addr.replace('+', '')}`; // SMPP says elsewhere that it is international
        const fate = this.fates.get(to) ?? DELIVERED;
        if (fate === 'refuse') {
            session.send(pdu.response({ command_status: smpp.ESME_RINVDSTADR }));
            return;
        }
        const id = String(++this.submitted);
        session.send(pdu.response({ message_id: id }));
        if (this.keep) this.put(to, pdu);
        if (pdu.registered_delivery & 1) {
            session.deliver_sm({
                esm_class: 4,
                source_addr: pdu.destination_addr,
                destination_addr: pdu.source_addr,
                short_message: `id:${id} sub:001 dlvrd:001 submit date:2601150800 done date:2601150800 stat:${fate} err:000 text:`,
            });
        }
    }

    put(to, pdu) {
        const { udh = [], message } = pdu.short_message;
        // Reference, number of parts and this one's place, where the message has several.
        const join = udh.find((element) => element[0] === 0);
        const [reference, count, place] = join ? join.subarray(2) : [0, 1, 1];
        const key = `${to}/${reference}`;
        const parts = this.halves.get(key) ?? [];
        parts[place - 1] = message;
        this.halves.set(key, parts);
        if (parts.filter((part) => part !== undefined).length < count) return;
        this.halves.delete(key);
        this.messages.push({ to, text: parts.join(''), coding: pdu.data_coding, parts: count });
    }

    async stop() {
        for (const session of this.server.sessions) session.destroy();
        await new Promise((resolve) => { this.server.close(resolve); });
    }
}
