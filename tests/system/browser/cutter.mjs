// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP proxy that breaks connections in the middle, as mobile networks do.
import { createServer, connect } from 'node:net';

export class Cutter {
    static async start() {
        const cutter = new Cutter();
        cutter.target = 0; ///< the port behind it; 0: nobody answers
        cutter.upward = 0; ///< bytes that clients sent
        cutter.cutAfter = Infinity; ///< so many more of them, then every connection breaks, once
        cutter.sockets = new Set();
        cutter.server = createServer((client) => cutter.join(client));
        await new Promise((resolve) => { cutter.server.listen(0, '127.0.0.1', resolve); });
        cutter.url = `http://127.0.0.1:${cutter.server.address().port}`;
        return cutter;
    }

    join(client) {
        client.on('error', () => {});
        if (!this.target) {
            client.destroy();
            return;
        }
        const server = connect(this.target, '127.0.0.1');
        server.on('error', () => {});
        for (const [socket, other] of [[client, server], [server, client]]) {
            this.sockets.add(socket);
            socket.on('close', () => {
                this.sockets.delete(socket);
                other.destroy();
            });
        }
        server.pipe(client);
        client.on('data', (bytes) => {
            this.upward += bytes.length;
            this.cutAfter -= bytes.length;
            // To the server it is a connection that ended: what came before still counts.
            if (this.cutAfter <= 0) {
                this.cutAfter = Infinity;
                this.onCut?.();
                this.cut();
                return;
            }
            if (!server.write(bytes)) {
                client.pause();
                server.once('drain', () => client.resume());
            }
        });
    }

    cut() {
        for (const socket of this.sockets) socket.destroy();
    }

    stop() {
        this.cut();
        this.server.close();
    }
}
