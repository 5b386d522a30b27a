// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callcenter.h"
#include "app/directory/userdeviceservice.h"
#include "app/directory/userservice.h"
#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

namespace anteroom::test {

/// A server with patients whose phones can be called.
class CallFixture : public ApiFixture
{
public:
    explicit CallFixture(QHash<QByteArray, QString> environment = {})
        : ApiFixture(std::move(environment))
    {
        if (error())
            qFatal("the server did not start: %s", error()->reason);
        caller = token(Scope::CallCreate);
        proxy = token(Scope::SipWrite);
        devices = token(Scopes(Scope::DeviceRead) | Scope::DeviceWrite);
    }

    UserId addPatient(const QString &mobile = QStringLiteral("+447777123456"), bool verified = true)
    {
        const auto added = store().writeNow([&](WriteTransaction &tx) {
            UserInput input;
            input.firstName = QStringLiteral("John");
            input.lastName = QStringLiteral("Smith");
            input.mobile = mobile;
            input.mobileVerified = verified;
            input.isAppUser = true;
            return clinic().users().add(tx, Actor::system("test"), input);
        });
        if (!added)
            qFatal("no patient: %s", added.error().reason);
        return added->id;
    }

    DeviceId addDevice(const UserId &user, bool accepts = true,
                       const QString &pushToken = QStringLiteral("t0ken"),
                       UserDevice::Platform platform = UserDevice::Platform::Android)
    {
        const DeviceId id = DeviceId::generate(clock.now());
        const auto added = store().writeNow([&](WriteTransaction &tx) {
            return clinic().userDevices().put(tx, Actor::system("test"), id,
                                              {user, platform, pushToken, accepts});
        });
        if (!added)
            qFatal("no device: %s", added.error().reason);
        return id;
    }

    Answer call(const DeviceId &device, const QJsonObject &body = {}, const QByteArray &fields = {})
    {
        const Answer answer = json("POST", "/v1/notifications/call/" + device.text(), caller, body, fields);
        clock.advance(std::chrono::microseconds(1)); // so that what comes next is later
        return answer;
    }
    static QJsonObject named(const QString &callId) { return {{QStringLiteral("callId"), callId}}; }

    int registers(const DeviceId &device, int expires = 3600,
                  const QString &contact = QStringLiteral("<sip:+447777123456@10.0.0.7>;+sip.pnsreg"))
    {
        return json("POST", "/v1/sip/registrations", proxy,
                    {{QStringLiteral("deviceId"), QString::fromLatin1(device.text())},
                     {QStringLiteral("contact"), contact},
                     {QStringLiteral("expires"), expires}})
            .status;
    }

    int reports(const DeviceId &device, const QString &callId, const QString &state, int sipStatus = 0)
    {
        QJsonObject body{{QStringLiteral("deviceId"), QString::fromLatin1(device.text())},
                         {QStringLiteral("callId"), callId},
                         {QStringLiteral("state"), state}};
        if (sipStatus)
            body.insert(QStringLiteral("sipStatus"), sipStatus);
        return json("POST", "/v1/sip/calls", proxy, body).status;
    }

    int cancels(const DeviceId &device, const QString &callId,
                const QString &reason = QStringLiteral("cancelled"))
    {
        return json("POST", "/v1/cancel-call", caller,
                    {{QStringLiteral("deviceId"), QString::fromLatin1(device.text())},
                     {QStringLiteral("callId"), callId},
                     {QStringLiteral("reason"), reason}})
            .status;
    }

    /// Newest first.
    QJsonArray attempts(const QByteArray &query = {})
    {
        return objectOf(send("GET", "/v1/call-attempts" + query, caller))
            .value(QLatin1String("items"))
            .toArray();
    }
    /// The newest attempt of a device.
    QJsonObject attempt(const DeviceId &device)
    {
        return attempts("?limit=1&userDeviceId=" + device.text()).at(0).toObject();
    }
    QString stateOf(const DeviceId &device)
    {
        return attempt(device).value(QLatin1String("state")).toString();
    }
    QJsonValue fallbackOf(const DeviceId &device) { return attempt(device).value(QLatin1String("fallback")); }

    /// The pushes to a device so far, oldest first.
    QVector<QJsonObject> pushes(const DeviceId &device)
    {
        QVector<QJsonObject> payloads;
        for (const Message &message : messages(device))
            payloads.append(QJsonDocument::fromJson(message.body.toUtf8()).object());
        return payloads;
    }
    QVector<Message> messages(const DeviceId &device)
    {
        auto all = store().readNow([&](Transaction &tx) -> Result<QVector<Message>> {
            return clinic().outbox().listOldestFirst(tx, {.limit = 200}).items;
        });
        QVector<Message> found;
        for (const Message &message : *all) {
            if (message.channel == Channel::Push && message.to.toLatin1() == device.text())
                found.append(message);
        }
        return found;
    }

    /// Lets the clock run, and what it ends end.
    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        if (!store().writeNow([&](WriteTransaction &tx) { return clinic().calls().expire(tx); }))
            qFatal("what is due did not end");
    }

    QByteArray caller, proxy, devices;
};

} // namespace anteroom::test
