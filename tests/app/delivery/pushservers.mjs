// SPDX-License-Identifier: GPL-3.0-or-later
// What FCM (HTTP v1, with its token endpoint) and APNs do, over HTTP/2 with TLS. How a push is answered stands in its
// device token: `ok…`, or the name of one of the answers below. Tells on stdout, a JSON object a line, what comes; takes
// orders on stdin the same way: {"expiresIn": s}, {"tokenStatus": n}, {"revoke": true}, {"reset": true},
// {"restart": "apns"}.
//
// node pushservers.mjs CERTIFICATE KEY [RSA-PUBLIC-KEY EC-PUBLIC-KEY]; it can also be imported.
import crypto from 'node:crypto';
import fs from 'node:fs';
import http2 from 'node:http2';
import readline from 'node:readline';

function readJwt(token, publicKey) {
    const [head, claims, signature] = token.split('.');
    const read = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
    let valid = null;
    if (publicKey) {
        valid = crypto.verify('sha256', Buffer.from(`${head}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' },
            Buffer.from(signature, 'base64url'));
    }
    return { header: read(head), claims: read(claims), valid };
}

const fcmError = (code, status, errorCode, message = 'No.') => ({
    status: code,
    body: {
        error: {
            code, status, message,
            details: errorCode ? [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }] : [],
        },
    },
});
const apnsError = (status, reason) => ({ status, body: { reason } });

// The nth try of one device token, from 1.
const answers = {
    fcm: {
        unregistered: () => fcmError(404, 'NOT_FOUND', 'UNREGISTERED'),
        notfound: () => fcmError(404, 'NOT_FOUND'),
        elsewhere: () => ({ status: 404, text: '<html>no such page</html>' }),
        badtoken: () => fcmError(400, 'INVALID_ARGUMENT', 'INVALID_ARGUMENT',
            'The registration token is not a valid FCM registration token'),
        badfield: () => ({
            status: 400,
            body: {
                error: {
                    code: 400, status: 'INVALID_ARGUMENT', message: 'Invalid value',
                    details: [{ fieldViolations: [{ field: 'message.token', description: 'Invalid' }] }],
                },
            },
        }),
        badmessage: () => fcmError(400, 'INVALID_ARGUMENT', 'INVALID_ARGUMENT', 'Invalid value at message.data'),
        othersender: () => fcmError(403, 'PERMISSION_DENIED', 'SENDER_ID_MISMATCH'),
        quota: () => fcmError(429, 'RESOURCE_EXHAUSTED', 'QUOTA_EXCEEDED'),
        down: () => fcmError(503, 'UNAVAILABLE', 'UNAVAILABLE'),
        downonce: (n) => (n === 1 ? fcmError(503, 'UNAVAILABLE', 'UNAVAILABLE') : {}),
    },
    apns: {
        unregistered: () => ({ status: 410, body: { reason: 'Unregistered', timestamp: 1 } }),
        badtoken: () => apnsError(400, 'BadDeviceToken'),
        othertopic: () => apnsError(400, 'DeviceTokenNotForTopic'),
        badmessage: () => apnsError(400, 'BadMessageId'),
        toolarge: () => apnsError(413, 'PayloadTooLarge'),
        expiredonce: (n) => (n === 1 ? apnsError(403, 'ExpiredProviderToken') : {}),
        expired: () => apnsError(403, 'ExpiredProviderToken'),
        stranger: () => apnsError(403, 'InvalidProviderToken'),
        quota: () => apnsError(429, 'TooManyRequests'),
        down: () => apnsError(503, 'ServiceUnavailable'),
        downonce: (n) => (n === 1 ? apnsError(503, 'Shutdown') : {}),
    },
};
const oddities = {
    slow: () => ({ silent: true }),
    slowonce: (n) => ({ silent: n === 1 }),
    reset: () => ({ reset: true }),
    hangup: () => ({ hangup: true }),
    hanguponce: (n) => ({ hangup: n === 1 }),
    garbage: () => ({ status: 500, text: '\u0000}{ no JSON' }),
    flood: () => ({ status: 400, text: 'x'.repeat(2_000_000) }),
    goaway: () => ({ goaway: true }),
};

export class PushServers {
    constructor({ cert, key, rsa, ec, tell = () => {} }) {
        Object.assign(this, { cert, key, rsa, ec, tell });
        this.tries = new Map();
        this.sessions = { fcm: new Set(), apns: new Set() };
        this.connections = 0;
        this.passes = new Set();
        this.passCount = 0;
        this.expiresIn = 3600;
        this.tokenStatus = 200;
    }

    async start() {
        this.fcm = await this.listen('fcm', 0);
        this.apns = await this.listen('apns', 0);
        return this;
    }

    async listen(service, port) {
        const server = http2.createSecureServer({ cert: this.cert, key: this.key, settings: { maxConcurrentStreams: 1000 } });
        server.on('session', (session) => {
            session.connection = ++this.connections;
            this.sessions[service].add(session);
            session.on('close', () => this.sessions[service].delete(session));
            session.on('error', () => {});
            this.tell({ event: 'connection', service, connection: session.connection });
        });
        server.on('sessionError', () => {});
        server.on('stream', (stream, headers) => {
            const parts = [];
            stream.on('error', () => {});
            stream.on('data', (part) => parts.push(part));
            stream.on('end', () => this.take(service, stream, headers, Buffer.concat(parts).toString()));
        });
        await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
        return server;
    }

    take(service, stream, headers, text) {
        if (service === 'fcm' && headers[':path'] === '/token') return this.takeToken(stream, text);
        let body = null;
        try { body = JSON.parse(text); } catch { /* told as null */ }
        const bearer = (headers.authorization ?? '').replace(/^bearer /i, '');
        const device = decodeURIComponent(service === 'fcm' ? body?.message?.token ?? '' : headers[':path'].split('/').pop());
        const n = (this.tries.get(device) ?? 0) + 1;
        this.tries.set(device, n);
        const event = { event: 'push', at: Number(process.hrtime.bigint()) / 1e6, service, device, try: n, method: headers[':method'], path: headers[':path'],
            headers: Object.fromEntries(Object.entries(headers)), body, connection: stream.session?.connection };
        if (service === 'apns') event.jwt = bearer.split('.').length === 3 ? readJwt(bearer, this.ec) : null;
        this.tell(event);
        let answer = {};
        if (service === 'fcm' && !this.passes.has(bearer)) answer = fcmError(401, 'UNAUTHENTICATED');
        else answer = (answers[service][device] ?? oddities[device] ?? (() => ({})))(n);
        this.give(service, stream, headers, answer);
        return undefined;
    }

    give(service, stream, headers, answer) {
        if (answer.silent || stream.destroyed) return;
        if (answer.reset) { stream.close(http2.constants.NGHTTP2_INTERNAL_ERROR); return; }
        if (answer.hangup) { stream.session.destroy(); return; }
        const good = service === 'fcm' ? JSON.stringify({ name: `projects/p/messages/${this.connections}` }) : '';
        const body = answer.text ?? (answer.body ? JSON.stringify(answer.body) : good);
        stream.respond({ ':status': answer.status ?? 200, 'apns-id': headers['apns-id'] ?? crypto.randomUUID(),
            'content-type': answer.text ? 'text/html' : 'application/json' });
        stream.end(body);
        if (answer.goaway) stream.session.close();
    }

    takeToken(stream, text) {
        const form = new URLSearchParams(text);
        this.tell({ event: 'token', grant: form.get('grant_type'), jwt: readJwt(form.get('assertion') ?? '', this.rsa) });
        stream.respond({ ':status': this.tokenStatus, 'content-type': 'application/json' });
        if (this.tokenStatus !== 200) { stream.end('{"error":"invalid_grant"}'); return; }
        const pass = `pass-${++this.passCount}`;
        this.passes.add(pass);
        stream.end(JSON.stringify({ access_token: pass, expires_in: this.expiresIn, token_type: 'Bearer' }));
    }

    async order(what) {
        if (what.expiresIn) this.expiresIn = what.expiresIn;
        if (what.tokenStatus) this.tokenStatus = what.tokenStatus;
        if (what.revoke) this.passes.clear();
        if (what.reset) {
            for (const service of ['fcm', 'apns']) for (const session of this.sessions[service]) session.destroy();
            this.tries.clear();
            Object.assign(this, { passCount: 0, expiresIn: 3600, tokenStatus: 200 });
        }
        if (what.restart) {
            const server = this[what.restart];
            const { port } = server.address();
            for (const session of this.sessions[what.restart]) session.destroy();
            await new Promise((resolve) => { server.close(resolve); });
            this[what.restart] = await this.listen(what.restart, port);
        }
        this.tell({ event: 'done' });
    }

    stop() {
        for (const service of ['fcm', 'apns']) {
            for (const session of this.sessions[service]) session.destroy();
            this[service].close();
        }
    }
}

if (process.argv[1]?.endsWith('/pushservers.mjs')) {
    const [cert, key, rsa, ec] = process.argv.slice(2).map((name) => fs.readFileSync(name));
    const tell = (event) => process.stdout.write(`${JSON.stringify(event)}\n`);
    const servers = await new PushServers({ cert, key, rsa, ec, tell }).start();
    tell({ event: 'ready', fcm: servers.fcm.address().port, apns: servers.apns.address().port });
    const orders = readline.createInterface({ input: process.stdin });
    orders.on('line', (line) => { servers.order(JSON.parse(line)); });
    orders.on('close', () => process.exit(0));
}
