// SPDX-License-Identifier: GPL-3.0-or-later
// Text messages from anteroomd through Kannel to a short message centre, and its receipts on their way back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { Clinic } from '../browser/clinic.mjs';
import { until } from '../common.mjs';
import { Kannel, password } from './kannel.mjs';
import { MessageCentre } from './smsc.mjs';

const GSM7 = 0;
const UCS2 = 8;
let centre, kannel, clinic;

before(async () => {
    centre = await new MessageCentre().start();
    kannel = await Kannel.start(centre.port);
    await until('a bind', async () => /centre.*online/.test(await kannel.status()));
    const smsbox = `http://127.0.0.1:${kannel.port}/cgi-bin/sendsms`;
    clinic = await Clinic.start({
        ANTEROOM_SMS_PROVIDER: 'http',
        ANTEROOM_SMS_METHOD: 'GET',
        ANTEROOM_SMS_URL: `${smsbox}?username=anteroom&password={secret}&to={to}&text={text}&charset=utf-8`
            + '&coding={coding}&dlr-mask=19&dlr-url={dlr_url}%26state%3D%25d',
        ANTEROOM_SMS_SUCCESS_PATTERN: '^0: ',
        ANTEROOM_SMS_SECRET: password,
        // The same by POST, with everything but the text in headers.
        ANTEROOM_SMS_METHOD__13: 'POST',
        ANTEROOM_SMS_URL__13: smsbox,
        ANTEROOM_SMS_HEADERS__13: 'Content-Type: text/plain; charset=utf-8\nX-Kannel-Username: anteroom\n'
            + 'X-Kannel-Password: {secret}\nX-Kannel-To: {to}\nX-Kannel-Coding: {coding}\nX-Kannel-DLR-Mask: 19\n'
            + 'X-Kannel-DLR-Url: {dlr_url}&state=%d',
        ANTEROOM_SMS_BODY__13: '{text}',
    });
});

after(async () => {
    await clinic?.stop();
    await kannel?.stop();
    await centre?.stop();
});

async function ask(members) {
    const mobile = members.recipientMobile;
    const request = await clinic.ask({ patientMobile: mobile, ...members });
    const text = (await clinic.messages(request.id))[0].body;
    return { id: request.id, text, mobile };
}

const row = async (asked) => (await clinic.messages(asked.id))[0];

async function becomes(asked, status) {
    return until(`${status} of ${asked.mobile}`, async () => {
        const now = await row(asked);
        return now.status === status && now;
    });
}

const arrived = (asked) => centre.messages.filter((message) => message.to === asked.mobile);

test('texts arrive unharmed, in parts where they are long, and are reported as delivered', async () => {
    const asked = await Promise.all([
        ask({ recipientMobile: '+447777123401', staffName: 'Dr Rachel Williams {€} @ Riverside' }),
        ask({ recipientMobile: '+447777123402', staffName: `Dr ${'Rachel '.repeat(25)}Williams` }),
        ask({ recipientMobile: '+380931234503', staffName: 'Лікарка Олена Їжакевич-Ґалаґан' }),
        ask({ recipientMobile: '+380931234504', staffName: `Олена ${'Їжакевич '.repeat(20)}й 👩‍⚕️` }),
        ask({ recipientMobile: '+380931234505', staffName: 'Лікар "Ї" & <син>; 100%', accountId: '13' }),
    ]);
    const rows = await Promise.all(asked.map((one) => becomes(one, 'delivered')));
    for (const [index, one] of asked.entries()) {
        // The receipt of one part may be quicker than the other parts.
        const [message, ...more] = await until('all parts', () => arrived(one).length && arrived(one));
        assert.equal(message.text, one.text);
        assert.equal(more.length, 0, 'once');
        assert.equal(message.coding, index < 2 ? GSM7 : UCS2);
        assert.equal(rows[index].attempts, 1);
        assert.equal(rows[index].provider, 'http');
    }
    assert.deepEqual(asked.map((one) => arrived(one)[0].parts > 1), [false, true, true, true, true]);
});

test('what the centre refuses, and what never arrives, is shown as rejected', async () => {
    centre.fates.set('+447777123411', 'refuse');
    centre.fates.set('+447777123412', 'UNDELIV');
    centre.fates.set('+447777123413', 'EXPIRED');
    const asked = await Promise.all(['+447777123411', '+447777123412', '+447777123413']
        .map((recipientMobile) => ask({ recipientMobile })));
    for (const one of asked) await becomes(one, 'rejected');
});

test('while Kannel is away texts wait, and leave once when it is back', async () => {
    await kannel.pause();
    const asked = await ask({ recipientMobile: '+447777123421' });
    await until('a try', async () => (await row(asked)).attempts > 0);
    assert.equal((await becomes(asked, 'queued')).sentAt, undefined);
    await kannel.resume();
    const sent = await becomes(asked, 'delivered');
    assert.ok(sent.attempts > 1);
    assert.equal(arrived(asked).length, 1);
    assert.ok(!clinic.log.includes(password), 'no password in the log');
});
