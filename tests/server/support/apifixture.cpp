// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/apifixture.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace anteroom::test {

template<typename F>
void ApiFixture::inThread(F fn)
{
    QMetaObject::invokeMethod(&m_context, fn, Qt::BlockingQueuedConnection);
}

ApiFixture::ApiFixture(QHash<QByteArray, QString> environment, ApiServer::Options options)
{
    if (!environment.contains("ANTEROOM_LISTEN"))
        environment.insert("ANTEROOM_LISTEN"_ba, u"127.0.0.1:0"_s);
    if (!environment.contains("ANTEROOM_PATIENT_LISTEN"))
        environment.insert("ANTEROOM_PATIENT_LISTEN"_ba, u"127.0.0.1:0"_s);
    options.logSink = [this](const QByteArray &lines) {
        const std::lock_guard lock(m_logMutex);
        m_log += lines;
    };
    options.moreRoutes = [this, more = options.moreRoutes](Router &router) {
        if (more)
            more(router);
        m_router = &router;
    };
    m_context.moveToThread(&m_thread);
    m_thread.start();
    inThread([&] {
        auto clinic =
            Clinic::open({.dataDir = m_folder.filePath(u"data"_s), .environment = environment}, clock);
        if (!clinic) {
            m_error = clinic.error();
            return;
        }
        m_clinic = *std::move(clinic);
        m_tokens = std::make_unique<TokenService>(m_clinic->store());
        m_server = std::make_unique<ApiServer>(*m_clinic, options);
        if (auto started = m_server->start(); !started) {
            m_error = started.error();
            return;
        }
        m_port = quint16(QUrl(m_server->staffUrl()).port());
        m_patientPort = quint16(QUrl(m_server->patientUrl()).port());
    });
}

ApiFixture::~ApiFixture()
{
    inThread([&] {
        m_server.reset();
        m_tokens.reset();
        m_clinic.reset();
    });
    m_thread.quit();
    m_thread.wait();
}

QByteArray ApiFixture::token(Scopes scopes, const QVector<QString> &accounts)
{
    const auto issued = store().writeNow([&](WriteTransaction &tx) {
        return m_tokens->create(tx, Actor::system("test"),
                                {.name = u"test"_s, .scopes = scopes, .accounts = accounts});
    });
    return issued ? issued->secret : QByteArray();
}

ApiFixture::Answer ApiFixture::send(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                                    const QByteArray &body, const QByteArray &fields)
{
    QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields;
    if (!token.isNull())
        request += "Authorization: Bearer " + token + "\r\n";
    if (!body.isNull())
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    RawClient client(m_port);
    client.send(request + "\r\n" + body);
    const Answer answer = client.answer(30'000, method == "HEAD");
    holdAgainstDescription(method, path, answer);
    return answer;
}

void ApiFixture::holdAgainstDescription(const QByteArray &method, const QByteArray &path,
                                        const Answer &answer)
{
    for (const Route &route : m_router->routes()) {
        RequestHead head;
        head.method = route.method;
        head.rawPath = path.left(path.indexOf('?') < 0 ? path.size() : path.indexOf('?'));
        const QByteArray name = method == "HEAD" ? "GET"_ba : method;
        if (methodName(route.method) != name || m_router->match(head).route != &route || !route.documented)
            continue;
        m_statuses[route.operationId].insert(answer.status);
        const QByteArray problem = m_description.problemOf(route.operationId, answer, method == "HEAD");
        if (!problem.isEmpty() && !m_undescribed.contains(problem))
            m_undescribed.append(problem);
    }
}

ApiFixture::Answer ApiFixture::json(const QByteArray &method, const QByteArray &path, const QByteArray &token,
                                    const QJsonObject &body, const QByteArray &fields)
{
    return send(method, path, token, QJsonDocument(body).toJson(QJsonDocument::Compact),
                "Content-Type: application/json\r\n" + fields);
}

qint64 ApiFixture::number(std::string_view sql)
{
    const auto found = store().readNow([sql](Transaction &tx) -> Result<qint64> {
        Cursor row = tx.query(sql);
        return row.next() ? row.integer(0) : -1;
    });
    return found ? *found : -2;
}

QByteArray ApiFixture::log()
{
    const std::lock_guard lock(m_logMutex);
    return m_log;
}

} // namespace anteroom::test
