// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy before the server that knows whose WebSocket is whose, and breaks one person's line.
import { connect, createServer } from 'node:net';

export class Lines {
    static async start() {
        const lines = new Lines();
        lines.target = 0; ///< the port behind it
        lines.blocked = new Set(); ///< tokens whose lines are broken, and stay so
        lines.open = new Set();
        lines.server = createServer((client) => lines.join(client));
        await new Promise((resolve) => { lines.server.listen(0, '127.0.0.1', resolve); });
        lines.port = lines.server.address().port;
        lines.url = `http://127.0.0.1:${lines.port}`;
        return lines;
    }

    join(client) {
        client.on('error', () => {});
        const line = { client, token: '' };
        this.open.add(line);
        client.on('close', () => {
            this.open.delete(line);
            line.server?.destroy();
        });
        client.once('data', (first) => {
            line.token = String(first).match(/^GET \/room\/([^/ ]+)\/signal/)?.[1] ?? '';
            if (this.blocked.has(line.token)) {
                client.destroy();
                return;
            }
            line.server = connect(this.target, '127.0.0.1');
            line.server.on('error', () => {});
            line.server.on('close', () => client.destroy());
            line.server.write(first);
            line.server.pipe(client);
            client.pipe(line.server);
        });
    }

    /// Breaks the WebSocket of a link, and keeps it broken until mend().
    cut(link) {
        const token = new URL(link).pathname.split('/')[2];
        this.blocked.add(token);
        for (const line of this.open) {
            if (line.token === token) line.client.destroy();
        }
    }

    mend() { this.blocked.clear(); }

    cutAll() {
        for (const line of this.open) line.client.destroy();
    }

    stop() {
        this.cutAll();
        this.server.close();
    }
}
