// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callservice.h"

#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QGridLayout;

namespace anteroom {

class Button;
class Clock;
class DeviceCard;
class EmptyState;
class InlineBar;
class Label;

/// Whom to call, as the desk shows it.
struct CallSubject
{
    User user;
    QVector<UserDevice> devices;
    std::optional<CallView> call; ///< that is under way, or that was made here last
    std::chrono::milliseconds patience = std::chrono::seconds(12); ///< for a registration
    bool hasSoftphone = false; ///< there is an address to hand the call over to
    bool isSandbox = false;    ///< no push leaves the machine
};

/// A person's devices, each with its steps while it is called; and the telephone instead, exactly where no
/// device took the call or none registered in time (RULES.md, Calls). It asks; the page does.
class CallDesk final : public QWidget
{
    Q_OBJECT

public:
    explicit CallDesk(const Clock &clock, QWidget *parent = nullptr);

    /// Nothing: an invitation to choose somebody.
    void show(const std::optional<CallSubject> &subject);
    /// The call was asked for and nothing is known of it yet.
    void setPlacing(bool placing);
    void setTrouble(const QString &words);
    /// Gives the focus to what most people want next.
    void focusMain();

    const QVector<DeviceCard *> &cards() const { return m_cards; }
    Button *call() const { return m_call; }
    Button *dial() const { return m_dial; }
    Button *cancel() const { return m_cancel; }
    Button *connectPhone() const { return m_connect; }
    QString notice() const;

Q_SIGNALS:
    void callRequested();
    void cancelRequested();
    void dialRequested();
    void connectRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void followCards();
    void tick();
    void arrange();
    bool isLive() const;
    bool isPhoneAwake() const;

    const Clock &m_clock;
    std::optional<CallSubject> m_subject;
    bool m_placing = false;
    QString m_trouble;
    EmptyState *m_nobody;
    QWidget *m_content;
    Label *m_name;
    Label *m_detail;
    Button *m_cancel;
    Button *m_connect;
    Button *m_call;
    Button *m_dial;
    InlineBar *m_notice;
    QBoxLayout *m_header;
    QGridLayout *m_grid;
    QVector<DeviceCard *> m_cards;
    QTimer m_second;
};

} // namespace anteroom
