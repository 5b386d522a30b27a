// SPDX-License-Identifier: GPL-3.0-or-later
// What tests with several programs share: free ports, and waiting for a condition.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/// As long as a busy machine may take for what a quiet one does at once. Reached only where a test fails.
export const patience = 90_000;

/// What `condition` comes to, once it is true.
export async function until(what, condition, milliseconds = patience) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const found = await condition();
        if (found) return found;
        if (Date.now() > end) throw new Error(`${what} did not come about`);
        await pause(30);
    }
}

const given = new Set();

async function isFree(address, port) {
    const server = createServer();
    const socket = createSocket('udp4');
    try {
        await Promise.all([once(server.listen(port, address), 'listening'), once(socket.bind(port, address), 'listening')]);
        return true;
    } catch {
        return false;
    } finally {
        await Promise.all([server, socket].map((one) => new Promise((resolve) => {
            try { one.close(resolve); } catch { resolve(); }
        })));
    }
}

/// A port for a program that cannot choose one itself: free for TCP and UDP, and below those that the system deals out,
/// so that nobody is given it before the program has it.
export async function freePort(address = '127.0.0.1') {
    for (;;) {
        const port = 20_000 + Math.floor(Math.random() * 12_000);
        if (given.has(port)) continue;
        given.add(port);
        if (await isFree(address, port)) return port;
    }
}

/// Somebody listens at a port of loopback.
export const answers = (port) => new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => { socket.destroy(); resolve(true); });
    socket.on('error', () => resolve(false));
});
