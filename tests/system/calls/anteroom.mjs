// SPDX-License-Identifier: GPL-3.0-or-later
// A clinic with app users who may be called, and the token of its proxy.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Clinic } from '../browser/clinic.mjs';

/// In Anteroom, ms: half a second more than that of Proxy.
export const registerTimeout = 50_500;

export class CallingClinic {
    static async start(settings = {}) {
        const self = new CallingClinic();
        self.clinic = await Clinic.start({ ANTEROOM_CALL_REGISTER_TIMEOUT_MS: String(registerTimeout), ...settings });
        self.token = await self.tokenFor('call:create device:read sip:write');
        self.count = 0;
        return self;
    }

    get url() { return this.clinic.staffUrl; }

    async tokenFor(scope) {
        return (await this.clinic.command('token', 'create', '--data', this.clinic.data, '--name', 'proxy', '--scope', scope)).trim();
    }

    /// Patients with `devices` devices each: {number, ids}.
    async patients(count, devices = 1, members = {}) {
        const made = Array.from({ length: count }, () => {
            this.count += 1;
            return {
                userId: randomUUID(),
                number: `+447777${String(this.count).padStart(6, '0')}`,
                ids: Array.from({ length: devices }, () => randomUUID()),
            };
        });
        const file = join(this.clinic.folder, 'patients.json');
        await writeFile(file, JSON.stringify({
            users: made.map(({ userId, number }) => ({
                id: userId, kind: 'patient', firstName: 'John', lastName: 'Smith', mobile: number, mobileVerified: true, isAppUser: true,
            })),
            userDevices: made.flatMap(({ userId, ids }) => ids.map((id) => ({
                id, userId, platform: 'ios', pushToken: id.replaceAll('-', '').repeat(2), acceptsInboundCalls: true, ...members,
            }))),
        }));
        await this.clinic.command('import', file, '--data', this.clinic.data);
        return made;
    }

    async patient(devices = 1, members = {}) {
        return (await this.patients(1, devices, members))[0];
    }

    /// All attempts to call a device, the newest first.
    async attempts(device) {
        const answer = await fetch(`${this.url}/v1/call-attempts?userDeviceId=${device}`,
            { headers: { Authorization: `Bearer ${this.token}` } });
        assert.equal(answer.status, 200);
        return (await answer.json()).items;
    }

    /// The payloads of the pushes to a device, the first first.
    async pushes(device) {
        const rows = JSON.parse(await this.clinic.command('outbox', 'list', '--json', '--data', this.clinic.data));
        return rows.filter((row) => row.channel === 'push' && row.to === device)
            .map((row) => ({ ...JSON.parse(row.body), status: row.status, sentAt: row.sentAt }));
    }

    async stop() {
        await this.clinic.stop();
    }
}

export const isFinal = (attempt) => ['ended', 'refused', 'unreachable', 'failed', 'timed_out'].includes(attempt.state);
