// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"
#include "app/directory/bundle.h"
#include "tests/server/support/apifixture.h"
#include "tests/support/resendcases.h"

#include <QTest>

namespace anteroom::test {

using namespace Qt::StringLiterals;

inline const QByteArray patientsRequests = "/api/patients/"_ba + patient + "/device_requests";
inline const QByteArray onePath = patientsRequests + '/' + deviceRequest;
inline const QByteArray resendPath = onePath + "/actions/resend";

/// A server with what an import file brought it, and a token of the legal entity.
class RequestApi : public ApiFixture
{
public:
    explicit RequestApi(const Bundle &bundle = simpleBundle())
    {
        import(bundle.json);
        sender = tokenOf(Scope::DeviceRequestResend);
        reader = tokenOf(Scope::DeviceRequestRead);
    }

    void import(const QJsonObject &bundle)
    {
        const BundleImport importer(clinic().settings(), clinic().vault(), clinic().fileRequests());
        const auto done = store().writeNow(
            [&](WriteTransaction &tx) { return importer.run(tx, Actor::system("test"), bundle); });
        if (!done)
            qFatal("the import failed: %s", done.error().reason);
    }

    QByteArray tokenOf(Scopes scopes, const char *entity = legalEntity)
    {
        NewToken wanted{.name = u"test"_s, .scopes = scopes};
        if (entity)
            wanted.legalEntity = LegalEntityId::fromTrusted(entity);
        const auto issued = store().writeNow([&](WriteTransaction &tx) {
            return clinic().tokens().create(tx, Actor::system("test"), wanted);
        });
        return issued->secret;
    }

    Answer resend(const QByteArray &method = "GET", const QByteArray &path = resendPath)
    {
        return send(method, path, sender, method == "GET" || method == "HEAD" ? QByteArray() : ""_ba);
    }

    QVector<Message> messages()
    {
        return store()
            .readNow([&](Transaction &tx) -> Result<QVector<Message>> {
                return clinic().outbox().listOldestFirst(tx, {.limit = 200}).items;
            })
            .value();
    }

    QByteArray sender;
    QByteArray reader;
};

inline QJsonObject dataOf(const RawClient::Answer &answer)
{
    return objectOf(answer).value("data"_L1).toObject();
}

inline QString messageOf(const RawClient::Answer &answer)
{
    return objectOf(answer).value("error"_L1).toObject().value("message"_L1).toString();
}

inline QString typeOf(const RawClient::Answer &answer)
{
    return objectOf(answer).value("error"_L1).toObject().value("type"_L1).toString();
}

inline QByteArray jobPathOf(const RawClient::Answer &answer)
{
    return dataOf(answer)
        .value("links"_L1)
        .toArray()
        .first()
        .toObject()
        .value("href"_L1)
        .toString()
        .toLatin1();
}

} // namespace anteroom::test
