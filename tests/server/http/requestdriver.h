// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/dispatcher.h"
#include "tests/support/patience.h"

#include <QElapsedTimer>
#include <QTest>

#include <deque>
#include <map>
#include <mutex>

namespace anteroom {

/// Takes the answers that a dispatcher gives, from any thread.
class AnswerBox final : public AnswerPort
{
public:
    void answer(quint64, quint64 sequence, HttpResponse response) override
    {
        const std::lock_guard lock(m_mutex);
        ++m_count[sequence];
        m_answers.try_emplace(sequence, std::move(response));
    }

    bool has(quint64 sequence)
    {
        const std::lock_guard lock(m_mutex);
        return m_answers.contains(sequence);
    }

    HttpResponse take(quint64 sequence)
    {
        const std::lock_guard lock(m_mutex);
        auto node = m_answers.extract(sequence);
        return node.empty() ? HttpResponse::empty(0) : std::move(node.mapped());
    }

private:
    std::mutex m_mutex;
    std::map<quint64, HttpResponse> m_answers;
    std::map<quint64, int> m_count;
};

/// Puts requests before a dispatcher as a worker would, without a network.
class RequestDriver
{
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    explicit RequestDriver(Dispatcher &dispatcher, Listener listener = Listener::Staff)
        : m_listener(listener)
        , m_handler(dispatcher.createHandler(listener, 0))
    {
    }

    /// Hands a request in; the number under which its answer will lie.
    quint64 begin(const QByteArray &method, const QByteArray &target, const Headers &headers = {},
                  const QByteArray &body = {})
    {
        static const std::map<QByteArray, HttpMethod> methods{
            {"GET", HttpMethod::Get},        {"HEAD", HttpMethod::Head},   {"POST", HttpMethod::Post},
            {"PUT", HttpMethod::Put},        {"PATCH", HttpMethod::Patch}, {"DELETE", HttpMethod::Delete},
            {"OPTIONS", HttpMethod::Options}};
        HttpRequest request;
        request.listener = m_listener;
        const auto known = methods.find(method);
        request.method = known == methods.end() ? HttpMethod::Other : known->second;
        request.methodText = method;
        const qsizetype mark = target.indexOf('?');
        request.rawPath = mark < 0 ? target : target.left(mark);
        if (mark >= 0)
            request.rawQuery = target.mid(mark + 1);
        for (const auto &[name, value] : headers)
            request.headers.append(name, value);
        request.peer = QHostAddress(QHostAddress::LocalHost);
        request.requestId = "test-1";
        request.body = body;
        request.bodyLength = body.size();
        const quint64 sequence = ++m_sequence;
        request.ticket = Ticket(m_box, 1, sequence);
        m_handler->handle(std::move(request));
        return sequence;
    }

    bool isAnswered(quint64 sequence) { return m_box->has(sequence); }

    /// Waits for the answer; status 0 where none comes.
    HttpResponse answer(quint64 sequence)
    {
        (void)QTest::qWaitFor([&] { return m_box->has(sequence); }, patience);
        return m_box->take(sequence);
    }

    HttpResponse send(const QByteArray &method, const QByteArray &target, const Headers &headers = {},
                      const QByteArray &body = {})
    {
        return answer(begin(method, target, headers, body));
    }

private:
    Listener m_listener;
    std::unique_ptr<RequestHandler> m_handler;
    std::shared_ptr<AnswerBox> m_box = std::make_shared<AnswerBox>();
    quint64 m_sequence = 0;
};

/// The value of an answer's field; null where it has none.
inline QByteArray headerOf(const HttpResponse &response, QByteArrayView name)
{
    for (const auto &[key, value] : response.headers) {
        if (QByteArrayView(key).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace anteroom
