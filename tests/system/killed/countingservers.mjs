// SPDX-License-Identifier: GPL-3.0-or-later
// A mail server and a gateway for text messages, on loopback. They take everything and count how often each message
// was handed over.
import http from 'node:http';
import net from 'node:net';

// A message is taken and counted, and then it takes a while to say so: a kill in this gap is what leaves a doubt.
const answerSoon = (answer) => setTimeout(answer, Math.random() * 15);

class CountingServer {
    /// The row's id -> { to, times }.
    taken = new Map();
    #sockets = new Set();

    async listen(server) {
        this.server = server;
        server.on('connection', (socket) => {
            this.#sockets.add(socket);
            socket.on('close', () => this.#sockets.delete(socket)).on('error', () => {});
        });
        await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
        return this;
    }

    get address() {
        return `127.0.0.1:${this.server.address().port}`;
    }

    count(id, to) {
        const message = this.taken.get(id) ?? { to, times: 0 };
        message.times += 1;
        this.taken.set(id, message);
    }

    stop() {
        for (const socket of this.#sockets) socket.destroy();
        this.server.close();
    }
}

/// Asked with `?id=&to=`.
export class CountingTextGateway extends CountingServer {
    static start() {
        const counting = new CountingTextGateway();
        return counting.listen(http.createServer((request, response) => {
            const asked = new URL(request.url, 'http://gateway').searchParams;
            counting.count(asked.get('id'), asked.get('to'));
            answerSoon(() => response.end('taken'));
        }));
    }
}

/// The id is that of the Message-ID.
export class CountingMailServer extends CountingServer {
    static start() {
        const counting = new CountingMailServer();
        return counting.listen(net.createServer((socket) => counting.#talk(socket)));
    }

    #talk(socket) {
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
                    this.count(text.match(/^Message-ID: <([^@>]*)@/m)[1], to);
                    text = null;
                    answerSoon(() => say('250 taken'));
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
}
