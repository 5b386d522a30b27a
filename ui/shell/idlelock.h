// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QObject>
#include <QTimer>

namespace anteroom {

class Clock;

/// Notices that nobody has touched the keyboard or the mouse for a while. GUI thread.
class IdleLock final : public QObject
{
    Q_OBJECT

public:
    /// `clock` outlives it. Ten minutes unless the clinic's settings say otherwise.
    explicit IdleLock(const Clock &clock, std::chrono::seconds limit = std::chrono::minutes(10),
                      QObject *parent = nullptr);

    void setLimit(std::chrono::seconds limit) { m_limit = limit; }
    /// Begins to watch, as after a sign-in; stop() ends it, as after a lock.
    void start();
    void stop();
    /// Looks at the clock now; it does so by itself every few seconds.
    void check();

Q_SIGNALS:
    /// Once, when the limit is over; then it has stopped.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const Clock &m_clock;
    std::chrono::seconds m_limit;
    UtcTime m_last;
    QTimer m_timer;
};

} // namespace anteroom
