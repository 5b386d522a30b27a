// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlelock.h"

#include "app/base/clock.h"

#include <QCoreApplication>
#include <QEvent>

namespace anteroom {

IdleLock::IdleLock(const Clock &clock, std::chrono::seconds limit, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_limit(limit)
{
    m_timer.setInterval(5000);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::check);
}

void IdleLock::start()
{
    m_last = m_clock.now();
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::stop()
{
    m_timer.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

void IdleLock::check()
{
    if (!m_timer.isActive())
        return;
    const auto now = m_clock.now();
    // A clock that was set back must not keep the console open for ever.
    if (now < m_last)
        m_last = now;
    if (now - m_last < m_limit)
        return;
    stop();
    Q_EMIT idle();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
        // Whoever comes back after the limit finds the console locked, even if no timer ran meanwhile
        // (sleep).
        check();
        m_last = m_clock.now();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace anteroom
