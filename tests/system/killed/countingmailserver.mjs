// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server on loopback that takes everything and counts: how often each Message-ID was handed over, and to whom.
import net from 'node:net';

export class CountingMailServer {
    /// Message-ID (without its domain) -> { to, times }.
    mails = new Map();

    static async start() {
        const counting = new CountingMailServer();
        counting.sockets = new Set();
        counting.server = net.createServer((socket) => counting.#talk(socket));
        await new Promise((resolve) => { counting.server.listen(0, '127.0.0.1', resolve); });
        return counting;
    }

    get url() {
        return `smtp://127.0.0.1:${this.server.address().port}`;
    }

    stop() {
        for (const socket of this.sockets) socket.destroy();
        this.server.close();
    }

    #talk(socket) {
        this.sockets.add(socket);
        socket.on('close', () => this.sockets.delete(socket)).on('error', () => {});
        const say = (text) => socket.write(`${text}\r\n`);
        let pending = '';
        let text = null;
        let to = '';
        say('220 here');
        socket.on('data', (bytes) => {
            pending += bytes.toString('latin1');
            let end;
            while ((end = pending.indexOf('\r\n')) >= 0) {
                const line = pending.slice(0, end);
                pending = pending.slice(end + 2);
                if (text !== null) {
                    if (line !== '.') {
                        text += `${line}\n`;
                        continue;
                    }
                    this.#count(text.match(/^Message-ID: <([^@>]*)@/m)[1], to);
                    text = null;
                    // It is taken and counted; a kill in this gap is what leaves a doubt.
                    setTimeout(say, Math.random() * 15, '250 taken');
                    continue;
                }
                const command = line.slice(0, 4).toUpperCase();
                if (command === 'RCPT') to = line.match(/<(.*)>/)[1];
                if (command === 'DATA') text = '';
                if (command === 'QUIT') socket.end('221 bye\r\n');
                else say(command === 'DATA' ? '354 go on' : '250 fine');
            }
        });
    }

    #count(id, to) {
        const mail = this.mails.get(id) ?? { to, times: 0 };
        mail.times += 1;
        this.mails.set(id, mail);
    }
}
