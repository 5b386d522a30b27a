// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the server: a WebSocket that comes back by itself.

const beat = 3000; // how often we ask whether the server is still there
const silence = 6500; // and how long without a word means that it is not
const waits = [200, 500, 1000, 1500, 2000];

/// Tells `events`: message(object), up(), down(), gone() (the link leads nowhere any more).
export class Line {
    constructor(url, page, events) {
        this.url = url;
        this.page = page;
        this.events = events;
        this.failed = 0;
        this.closed = false;
        this.roundTrip = null; ///< milliseconds of the last ping
        addEventListener('online', () => this.retryNow());
        document.addEventListener('visibilitychange', () => {
            if (!document.hidden) this.retryNow();
        });
        this.open();
    }

    get isUp() { return this.socket?.readyState === WebSocket.OPEN; }

    open() {
        clearTimeout(this.timer);
        const socket = new WebSocket(this.url);
        this.socket = socket;
        const tooLate = setTimeout(() => this.drop(socket), 5000);
        socket.onopen = () => {
            clearTimeout(tooLate);
            this.failed = 0;
            this.heard = this.beaten = performance.now();
            this.pulse = setInterval(() => this.beat(socket), beat);
            this.events.up();
            this.ping();
        };
        socket.onmessage = (event) => {
            this.heard = performance.now();
            const message = JSON.parse(event.data);
            if (message.type === 'pong') this.roundTrip = this.heard - this.pinged;
            else this.events.message(message);
        };
        socket.onclose = () => {
            clearTimeout(tooLate);
            this.drop(socket);
        };
    }

    // A page that was held up itself has not yet read what it was told meanwhile.
    beat(socket) {
        const now = performance.now();
        const isLate = now - this.beaten > 2 * beat;
        this.beaten = now;
        if (isLate) this.heard = Math.max(this.heard, now - beat);
        if (now - this.heard > silence) this.drop(socket);
        else this.ping();
    }

    ping() {
        this.pinged = performance.now();
        this.send({ type: 'ping' });
    }

    /// The socket is of no use any more: another one is tried soon.
    drop(socket) {
        if (socket !== this.socket) return;
        clearInterval(this.pulse);
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        this.socket = null;
        if (this.closed) return;
        if (!this.failed) this.events.down();
        this.failed += 1;
        if (this.failed % 3 === 0) this.ask();
        const wait = waits[Math.min(this.failed, waits.length) - 1];
        this.timer = setTimeout(() => this.open(), wait * (0.75 + Math.random() / 2));
    }

    // A browser does not say why a WebSocket was refused; the page's own address does.
    async ask() {
        try {
            const answer = await fetch(this.page, { method: 'HEAD', cache: 'no-store' });
            if (answer.status === 404 && !this.closed && !this.isUp) {
                this.close();
                this.events.gone();
            }
        } catch { /* nobody answers: it goes on trying */ }
    }

    retryNow() {
        if (!this.closed && !this.socket) this.open();
        else if (this.isUp) this.ping();
    }

    send(message) {
        if (!this.isUp) return false;
        this.socket.send(JSON.stringify(message));
        return true;
    }

    close() {
        this.closed = true;
        clearTimeout(this.timer);
        clearInterval(this.pulse);
        const socket = this.socket;
        this.socket = null;
        if (!socket) return;
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
    }
}
