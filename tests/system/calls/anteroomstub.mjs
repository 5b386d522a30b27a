// SPDX-License-Identifier: GPL-3.0-or-later
// What the proxy asks of Anteroom, with faults: for what the real one does not do on demand.
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { once } from 'node:events';

import { freePort } from '../common.mjs';

export const token = 'only-for-this-test';

export class AnteroomStub {
    /// `tls`: {key, cert}; https then.
    static async start(tls = null) {
        const stub = new AnteroomStub();
        stub.devices = new Map(); // number -> ids
        stub.answers = new Map(); // id -> {status, when (a promise)} of the answer to its push
        stub.attempts = new Map(); // id -> what GET /v1/call-attempts lists
        stub.askedOfAll = [];
        stub.past = new Set(); // numbers and ids of before forget()
        stub.fault = null; // 'hang' or a status for everything
        stub.held = null; // a promise: the next who asks who may be called hears it then
        stub.givenUp = 0; // requests that were not waited for
        stub.hanging = [];
        stub.port = await freePort();
        stub.tls = tls;
        stub.url = `${tls ? 'https' : 'http'}://127.0.0.1:${stub.port}`;
        await stub.resume();
        return stub;
    }

    /// After stop().
    async resume() {
        const take = (request, response) => { this.take(request, response); };
        this.server = this.tls ? createTlsServer(this.tls, take) : createServer(take);
        this.server.listen(this.port, '127.0.0.1');
        await once(this.server, 'listening');
    }

    /// No fault from now on, and none of the past goes on.
    heal() {
        this.fault = null;
        this.held = null;
        for (const response of this.hanging) response.destroy();
        this.hanging = [];
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
        const device = pathname.match(/^\/v1\/notifications\/call\/([^/]+)$/)?.[1];
        this.askedOfAll.push({ at: Date.now(), method: request.method, path: pathname, body, query: searchParams,
            whom: device ?? body?.deviceId ?? searchParams.get('mobileNumber') ?? searchParams.get('userDeviceId') });
        response.on('close', () => { this.givenUp += response.writableFinished ? 0 : 1; });
        const answer = (status, json) => {
            response.writeHead(status, json ? { 'Content-Type': 'application/json' } : {});
            response.end(json && JSON.stringify(json));
        };
        if (this.fault === 'hang') return this.hanging.push(response);
        if (this.fault) return answer(this.fault, { error: 'fault' });
        if (request.headers.authorization !== `Bearer ${token}`) return answer(401);
        const types = request.rawHeaders.filter((_, i) => /^content-type$/i.test(request.rawHeaders[i - 1] ?? ''));
        if (text && types.join() !== 'application/json') return answer(400);

        if (pathname === '/v1/callable-devices') {
            const { held } = this;
            this.held = null;
            await held;
            const ids = this.devices.get(searchParams.get('mobileNumber')) ?? [];
            return answer(200, ids.map((id) => ({ id })));
        }
        if (pathname === '/v1/call-attempts') {
            return answer(200, { items: this.attempts.get(searchParams.get('userDeviceId')) ?? [], nextCursor: null });
        }
        if (device) {
            const { status = 202, when } = this.answers.get(device) ?? {};
            await when;
            return answer(status, status === 202 ? undefined : { error: 'refused' });
        }
        if (pathname === '/v1/cancel-call') return answer(202);
        return answer(pathname.startsWith('/v1/sip/') ? 204 : 404);
    }

    /// What it was asked about the patients of now. Reports of earlier calls may come at any time: they are no part of it.
    get asked() {
        return this.askedOfAll.filter((one) => !this.past.has(one.whom));
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

    /// What was asked so far, and whatever comes later about the patients of before: `add` those of now.
    forget() {
        this.askedOfAll = [];
        for (const [number, ids] of this.devices) for (const one of [number, ...ids]) this.past.add(one);
        this.devices.clear();
    }

    async stop() {
        this.server.closeAllConnections();
        await new Promise((resolve) => { this.server.close(resolve); });
    }
}
