// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

namespace anteroom::test {

using namespace Qt::StringLiterals;

inline QJsonObject base()
{
    return {{u"prompt"_s, u"Please take a photo of your rash."_s},
            {u"type"_s, u"photo"_s},
            {u"accountUserId"_s, u"42"_s},
            {u"accountId"_s, u"12"_s},
            {u"staffName"_s, u"Dr Rachel Williams"_s},
            {u"patientDateOfBirth"_s, u"1980-06-17"_s},
            {u"patientFirstName"_s, u"John"_s},
            {u"patientLastName"_s, u"Smith"_s}};
}

/// A member's value as it is written in a test.
struct Plain
{
    Plain(const char *text)
        : value(QString::fromLatin1(text))
    {
    }
    Plain(const QString &text)
        : value(text)
    {
    }
    Plain(bool flag)
        : value(flag)
    {
    }
    QJsonValue value;
};

inline QJsonObject with(QJsonObject body, std::initializer_list<std::pair<const char *, Plain>> members)
{
    for (const auto &[name, plain] : members)
        body.insert(QString::fromLatin1(name), plain.value);
    return body;
}

// The customer's five examples, in their order.
inline constexpr const char *johnsNumber = "+447777123456";
inline QJsonObject inApp()
{
    return with(base(), {{"patientMobile", johnsNumber}, {"recipientMobile", johnsNumber}});
}
inline QJsonObject byEmail()
{
    return with(base(), {{"patientMobile", johnsNumber},
                         {"recipientEmail", "johnsmith@example.com"},
                         {"attemptAppDelivery", true}});
}
inline QJsonObject byExternalId()
{
    return with(base(),
                {{"patientExternalId", "EMISIM1-5005730"}, {"recipientEmail", "johnsmith@example.com"}});
}
inline QJsonObject bySms()
{
    return with(base(), {{"patientMobile", johnsNumber},
                         {"recipientMobile", "+447755012345"},
                         {"attemptAppDelivery", false}});
}
inline QJsonObject toProxy()
{
    return with(
        base(),
        {{"patientMobile", johnsNumber}, {"recipientMobile", "+47123456789"}, {"recipientIsProxy", true}});
}

/// A real server of one test's own, and what its tests of file requests ask and look up again and again.
class FileRequestFixture : public QObject
{
    Q_OBJECT

protected:
    void start(QHash<QByteArray, QString> environment = {})
    {
        m_api = std::make_unique<ApiFixture>(std::move(environment));
        QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
        m_token = m_api->token(Scopes(Scope::FileRequestRead) | Scope::FileRequestWrite | Scope::FileRead);
    }

    /// John has the app: his number is checked and he has two phones, one of them without a token.
    UserId addApp()
    {
        const auto id = m_api->store().writeNow([](WriteTransaction &tx) -> Result<UserId> {
            User john;
            john.id = UserId::generate(tx.now());
            john.firstName = u"John"_s;
            john.lastName = u"Smith"_s;
            john.dateOfBirth = QDate(1980, 6, 17);
            john.mobile = QString::fromLatin1(johnsNumber);
            john.mobileVerified = true;
            john.isAppUser = true;
            john.createdAt = john.changedAt = tx.now();
            UserRepository::insert(tx, john);
            for (const bool live : {true, false}) {
                const DeviceId device = DeviceId::generate(tx.now());
                tx.execute(
                    "INSERT INTO user_devices (id, user_id, platform, push_token, accepts_inbound_calls, "
                    "created_at, changed_at) VALUES (?, ?, 'ios', ?, 1, 0, 0)",
                    device, john.id, Blob{live ? QByteArrayView("sealed") : QByteArrayView()});
            }
            return john.id;
        });
        return id.value_or(UserId());
    }

    QJsonObject create(const QJsonObject &body)
    {
        const auto answer = m_api->json("POST", "/v1/file-requests", m_token, body);
        if (answer.status != 200)
            qWarning("%d %s", answer.status, answer.body.constData());
        m_api->clock.advance(std::chrono::seconds(1));
        return objectOf(answer);
    }
    QByteArray createdPath(const QJsonObject &body = inApp())
    {
        return "/v1/file-requests/" + create(body).value("id"_L1).toString().toLatin1();
    }

    /// What the request with this id has to do with its recipient, and what was sent: "sms +4477…", sorted.
    QStringList sent(const QString &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<QStringList> {
                QStringList all;
                Cursor rows = tx.query("SELECT channel, recipient FROM outbox WHERE reference = ?", id);
                while (rows.next())
                    all.append(rows.text(0) + u' ' +
                               (rows.text(0) == u"push" ? u"a device"_s : rows.text(1)));
                all.sort();
                return all;
            })
            .value();
    }
    std::optional<User> user(const QByteArray &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<std::optional<User>> {
                return UserRepository::byId(tx, UserId::fromTrusted(id));
            })
            .value();
    }
    QByteArray recipientOf(const QString &id)
    {
        return m_api->store()
            .readNow([&](Transaction &tx) -> Result<QByteArray> {
                Cursor row = tx.query("SELECT recipient_user_id FROM file_requests WHERE id = ?", id);
                return row.next() ? row.bytes(0) : QByteArray();
            })
            .value();
    }
    QStringList listed(const QByteArray &query, int status = 200)
    {
        const auto answer = m_api->send("GET", "/v1/file-requests?" + query, m_token);
        QStringList ids;
        if (answer.status != status)
            return {u"status %1"_s.arg(answer.status)};
        const QJsonArray items = objectOf(answer).value("items"_L1).toArray();
        for (const QJsonValue &item : items)
            ids.append(item.toObject().value("id"_L1).toString());
        return ids;
    }
    RawClient::Answer addFile(const QJsonObject &request, std::optional<int> interval = {})
    {
        QJsonObject body{{u"userId"_s, request.value("patientUser"_L1).toObject().value("id"_L1)},
                         {u"fileRequestId"_s, request.value("id"_L1)},
                         {u"files"_s, QJsonArray{QJsonObject{{u"name"_s, u"a.txt"_s},
                                                             {u"type"_s, u"text/plain"_s},
                                                             {u"contents"_s, u"aGVsbG8="_s}}}}};
        if (interval)
            body.insert(u"expiryInterval"_s, *interval);
        return m_api->json("POST", "/v1/files", m_token, body);
    }
    void addStaff(const char *login, bool disabled = false)
    {
        QVERIFY(m_api->store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at, disabled_at) "
                       "VALUES (?, ?, 'Rachel', 'clinician', 'x', 0, ?)",
                       StaffId::generate(tx.now()), login, disabled ? std::optional(tx.now()) : std::nullopt);
            return {};
        }));
    }

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token;
};

} // namespace anteroom::test
