// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/delivery/testmessage.h"

#include <QWidget>

#include <functional>

class QLineEdit;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;

/// "Send a test" of one channel: where to, and then what becomes of it, until it is over.
class TestRow final : public QWidget
{
    Q_OBJECT

public:
    /// `channel` is Sms or Email. `clinic` outlives the row; `actor` says who is signed in.
    TestRow(Clinic &clinic, std::function<Actor()> actor, Channel channel, QWidget *parent = nullptr);

    /// Whose gateway it goes by; empty: the one of all accounts.
    void setAccount(const QString &account);
    /// What is said of the last test; for tests.
    QString outcome() const;

private:
    void send();
    void look();
    void show(const TestMessage::Outcome &outcome);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    Channel m_channel;
    QString m_account;
    MessageId m_message; ///< under way; null where none is
    QLineEdit *m_to;
    FormRow *m_row;
    Button *m_send;
    InlineBar *m_bar;
};

} // namespace anteroom
