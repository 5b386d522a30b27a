// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mailbox.h"

#include <QCoreApplication>
#include <QThread>

#include <unistd.h>

namespace anteroom {

QEvent::Type Mailbox::eventType()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

Mailbox::~Mailbox()
{
    close();
}

void Mailbox::open(Receiver *receiver)
{
    const std::lock_guard lock(m_mutex);
    m_receiver = receiver;
    m_thread = QThread::currentThreadId();
    if (!m_mails.empty())
        QCoreApplication::postEvent(m_receiver, new QEvent(eventType()));
}

void Mailbox::close()
{
    std::vector<Mail> left;
    {
        const std::lock_guard lock(m_mutex);
        m_receiver = nullptr;
        m_thread = nullptr;
        m_closed = true;
        left.swap(m_mails);
    }
    for (const auto &mail : left) {
        if (const auto *accepted = std::get_if<AcceptMail>(&mail))
            ::close(int(accepted->descriptor));
    }
}

void Mailbox::answer(quint64 connection, quint64 sequence, HttpResponse response)
{
    // Only the worker's thread sets and clears m_receiver, so it may read it without the lock.
    if (m_thread.load(std::memory_order_relaxed) == QThread::currentThreadId() &&
        m_receiver->takeDirectly(connection, sequence, response))
        return;
    post(AnswerMail{connection, sequence, std::move(response)});
}

void Mailbox::sendText(quint64 connection, const QByteArray &text)
{
    post(SocketMail{connection, text, 0});
}

void Mailbox::closeSocket(quint64 connection, quint16 code)
{
    post(SocketMail{connection, {}, code});
}

void Mailbox::post(Mail mail)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_closed) {
            const bool wasEmpty = m_mails.empty();
            m_mails.push_back(std::move(mail));
            if (wasEmpty && m_receiver)
                QCoreApplication::postEvent(m_receiver, new QEvent(eventType()));
            return;
        }
    }
    if (const auto *accepted = std::get_if<AcceptMail>(&mail))
        ::close(int(accepted->descriptor));
}

void Mailbox::take(std::vector<Mail> &into)
{
    const std::lock_guard lock(m_mutex);
    into.swap(m_mails);
}

} // namespace anteroom
