// SPDX-License-Identifier: GPL-3.0-or-later
// What the proxy asks of Anteroom, with faults: for what the real one does not do on demand.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

export const token = 'only-for-this-test';

export class AnteroomStub {
    /// `tls`: {key, cert}; https then.
    static async start(port = 0, tls = null) {
        const stub = new AnteroomStub();
        stub.devices = new Map(); // number -> ids
        stub.answers = new Map(); // id -> {status, after (ms)} of its push
        stub.attempts = new Map(); // id -> what GET /v1/call-attempts lists
        stub.asked = [];
        stub.fault = null; // 'hang' or a status for everything
        stub.slow = 0; // ms until it says who may be called
        const take = (request, response) => { stub.take(request, response); };
        stub.server = tls ? createTlsServer(tls, take) : createServer(take);
        stub.server.listen(port, '127.0.0.1');
        await once(stub.server, 'listening');
        stub.port = stub.server.address().port;
        stub.url = `${tls ? 'https' : 'http'}://127.0.0.1:${stub.port}`;
        return stub;
    }

    /// A patient with as many devices as ids.
    add(number, ...ids) {
        this.devices.set(number, ids);
    }

    async take(request, response) {
        let text = '';
        for await (const piece of request) text += piece;
        const { pathname, searchParams } = new URL(request.url, this.url);
        const body = text ? JSON.parse(text) : undefined;
        this.asked.push({ at: Date.now(), method: request.method, path: pathname, body, query: searchParams });
        const answer = (status, json) => {
            response.writeHead(status, json ? { 'Content-Type': 'application/json' } : {});
            response.end(json && JSON.stringify(json));
        };
        if (this.fault === 'hang') return undefined;
        if (this.fault) return answer(this.fault, { error: 'fault' });
        if (request.headers.authorization !== `Bearer ${token}`) return answer(401);
        const types = request.rawHeaders.filter((_, i) => /^content-type$/i.test(request.rawHeaders[i - 1] ?? ''));
        if (text && types.join() !== 'application/json') return answer(400);

        if (pathname === '/v1/callable-devices') {
            await pause(this.slow);
            const ids = this.devices.get(searchParams.get('mobileNumber')) ?? [];
            return answer(200, ids.map((id) => ({ id })));
        }
        if (pathname === '/v1/call-attempts') {
            return answer(200, { items: this.attempts.get(searchParams.get('userDeviceId')) ?? [], nextCursor: null });
        }
        const device = pathname.match(/^\/v1\/notifications\/call\/([^/]+)$/)?.[1];
        if (device) {
            const { status = 202, after = 0 } = this.answers.get(device) ?? {};
            await pause(after);
            return answer(status, status === 202 ? undefined : { error: 'refused' });
        }
        if (pathname === '/v1/cancel-call') return answer(202);
        return answer(pathname.startsWith('/v1/sip/') ? 204 : 404);
    }

    /// The bodies of what was POSTed to a path, the first first.
    bodies(path) {
        return this.asked.filter((one) => one.method === 'POST' && one.path === path).map((one) => one.body);
    }

    /// What was reported about calls to these devices, the first first: `failed 480`.
    states(...ids) {
        return this.bodies('/v1/sip/calls').filter((one) => ids.includes(one.deviceId))
            .map((one) => `${one.state}${one.sipStatus ? ` ${one.sipStatus}` : ''}`);
    }

    pushes() {
        return this.asked.filter((one) => one.path.startsWith('/v1/notifications/call/'))
            .map((one) => ({ at: one.at, device: one.path.split('/').pop(), ...one.body }));
    }

    forget() {
        this.asked = [];
    }

    async stop() {
        this.server.closeAllConnections();
        await new Promise((resolve) => { this.server.close(resolve); });
    }
}
