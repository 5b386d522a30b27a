// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/support/apifixture.h"

#include <QJsonArray>
#include <QTest>

namespace anteroom::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline QJsonObject person(const char *id, const char *group, const char *name, const char *language = "it")
{
    return {{u"userExternalId"_s, QLatin1String(id)},
            {u"groups"_s, QJsonArray{QLatin1String(group)}},
            {u"fullName"_s, QLatin1String(name)},
            {u"language"_s, QLatin1String(language)}};
}

inline QJsonObject joe()
{
    return person("user1_external_id", "doctor", "Joe Smith");
}
inline QJsonObject jane()
{
    return person("user3_external_id", "patient", "Jane Doe");
}

inline QJsonObject participants(const QJsonArray &data, int number = 0)
{
    return {{u"number"_s, number > 0 ? number : int(data.size())}, {u"data"_s, data}};
}

/// A server of one test's own, and what its tests of teleconsultations ask again and again.
class TeleconsultationFixture : public QObject
{
    Q_OBJECT

protected:
    using Answer = RawClient::Answer;

    void start(QHash<QByteArray, QString> environment = {})
    {
        m_api = std::make_unique<ApiFixture>(std::move(environment));
        QVERIFY2(!m_api->error(), m_api->error() ? m_api->error()->reason : "");
        m_token = m_api->token(Scope::TeleconsultationRead | Scope::TeleconsultationWrite |
                               Scope::IdentityDelegate);
    }

    QString at(std::chrono::seconds fromNow) const
    {
        return QString::fromLatin1(toIsoMillis(m_api->clock.now() + fromNow));
    }
    /// Hands over what is in the outbox; in the thread in which the clinic lives.
    void startDelivery()
    {
        QMetaObject::invokeMethod(
            &m_api->clinic(), [this] { m_api->clinic().startDelivery(); }, Qt::BlockingQueuedConnection);
    }

    /// From in an hour on, for an hour.
    QJsonObject body(const QJsonValue &who = participants({joe(), jane()})) const
    {
        return {{u"participants"_s, who}, {u"start_date"_s, at(1h)}, {u"end_date"_s, at(2h)}};
    }
    static QJsonObject with(QJsonObject body, const char *member, const QJsonValue &value)
    {
        body.insert(QLatin1String(member), value);
        return body;
    }
    static QJsonObject without(QJsonObject body, const char *member)
    {
        body.remove(QLatin1String(member));
        return body;
    }

    Answer post(const QJsonObject &what, const QByteArray &fields = {})
    {
        return m_api->json("POST", "/teleconsultation", m_token, what, fields);
    }
    QByteArray created(const QJsonObject &what)
    {
        const Answer answer = post(what);
        if (answer.status != 201)
            qWarning("%d %s", answer.status, answer.body.constData());
        return objectOf(answer).value("roomId"_L1).toString().toLatin1();
    }
    QByteArray created() { return created(body()); }
    Answer patch(const QByteArray &id, const QJsonObject &what)
    {
        return m_api->json("PATCH", "/teleconsultation/" + id, m_token, what);
    }
    Answer add(const QByteArray &id, const QJsonObject &who)
    {
        return m_api->json("POST", "/teleconsultation/" + id + "/participants/data", m_token, who);
    }
    Answer remove(const QByteArray &id) { return m_api->send("DELETE", "/teleconsultation/" + id, m_token); }
    Answer get(const QByteArray &id, const QByteArray &user = {})
    {
        return m_api->send("GET", "/teleconsultation/" + id, m_token, {},
                           user.isEmpty() ? QByteArray() : "miauserid: " + user + "\r\n");
    }
    QString link(const QByteArray &id, const QByteArray &user)
    {
        return objectOf(get(id, user)).value("accessLinkURL"_L1).toString();
    }
    Answer invitation(const QByteArray &id, const QByteArray &user = {})
    {
        return m_api->send("GET", "/teleconsultation/" + id + "/invite.ics", m_token, {},
                           user.isEmpty() ? QByteArray() : "miauserid: " + user + "\r\n");
    }
    static QString crudMessage(const Answer &answer)
    {
        return objectOf(answer).value("message"_L1).toString();
    }

    std::unique_ptr<ApiFixture> m_api;
    QByteArray m_token;
};

} // namespace anteroom::test
