// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/tokenservice.h"
#include "app/clinic.h"
#include "server/apiserver.h"
#include "tests/server/http/transportfixture.h"
#include "tests/server/support/describedanswers.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

namespace anteroom::test {

/// A whole server on free ports of loopback with a clinic of its own, in a thread of its own, so that a test
/// may block on a plain socket. The clock stands still until it is moved.
class ApiFixture
{
public:
    using Answer = RawClient::Answer;

    explicit ApiFixture(QHash<QByteArray, QString> environment = {}, ApiServer::Options options = {});
    ~ApiFixture();

    /// The error that kept it from starting, if any.
    const std::optional<Error> &error() const { return m_error; }
    Clinic &clinic() { return *m_clinic; }
    Store &store() { return m_clinic->store(); }
    ManualClock clock;
    quint16 port() const { return m_port; }
    quint16 patientPort() const { return m_patientPort; }

    /// A new token's secret.
    QByteArray token(Scopes scopes, const QVector<QString> &accounts = {});

    /// Sends one request on a connection of its own. `token` null: no Authorization.
    Answer send(const QByteArray &method, const QByteArray &path, const QByteArray &token = {},
                const QByteArray &body = {}, const QByteArray &fields = {});
    /// The same with a JSON body.
    Answer json(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                const QJsonObject &body, const QByteArray &fields = {});

    /// The number a query answers with.
    qint64 number(std::string_view sql);

    /// The lines of the request log so far.
    QByteArray log();

    /// The server's route table.
    const Router &router() const { return *m_router; }
    /// What is at fault with answers so far, held against openapi.json; empty is right.
    QByteArrayList undescribed() const { return m_undescribed; }
    /// The statuses so far, by operationId.
    const std::map<QByteArray, std::set<int>> &statuses() const { return m_statuses; }
    const DescribedAnswers &description() const { return m_description; }

private:
    template<typename F>
    void inThread(F fn);
    void holdAgainstDescription(const QByteArray &method, const QByteArray &path, const Answer &answer);

    QTemporaryDir m_folder;
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<Clinic> m_clinic;
    std::unique_ptr<TokenService> m_tokens;
    std::unique_ptr<ApiServer> m_server;
    std::optional<Error> m_error;
    const Router *m_router = nullptr;
    DescribedAnswers m_description;
    QByteArrayList m_undescribed;
    std::map<QByteArray, std::set<int>> m_statuses;
    quint16 m_port = 0;
    quint16 m_patientPort = 0;
    std::mutex m_logMutex;
    QByteArray m_log;
};

/// The object in a body.
inline QJsonObject objectOf(const RawClient::Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// The words of an `{"error": …}`.
inline QString wordsOf(const RawClient::Answer &answer)
{
    return objectOf(answer).value(QLatin1String("error")).toString();
}

} // namespace anteroom::test
