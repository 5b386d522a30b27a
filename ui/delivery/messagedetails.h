// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/lanes.h"

#include <QWidget>

class QPlainTextEdit;
class QUrl;

namespace anteroom {

class Button;
class Card;
class Label;

/// One message of the outbox: to whom, its text, what became of it, and what a person can decide about it.
class MessageDetails final : public QWidget
{
    Q_OBJECT

public:
    explicit MessageDetails(QWidget *parent = nullptr);

    /// Nothing: an invitation to choose a row. `lanes` says what is paused.
    void show(const std::optional<Message> &message, const DeliveryFigures &lanes, UtcTime now);
    const std::optional<Message> &message() const { return m_message; }

    /// The first http(s) address in a text; invalid where there is none.
    static QUrl firstLink(const QString &text);

Q_SIGNALS:
    void retryRequested(const anteroom::MessageId &id);
    void settleRequested(const anteroom::MessageId &id);
    void replayRequested(const anteroom::MessageId &id);

private:
    std::optional<Message> m_message;
    Card *m_card;
    Label *m_hint;
    QWidget *m_content;
    Label *m_to;
    Label *m_how;
    Label *m_subject;
    QPlainTextEdit *m_text;
    Label *m_trouble;
    Label *m_next;
    Button *m_openLink;
    Button *m_retry;
    Button *m_settle;
    Button *m_replay;
};

} // namespace anteroom
