// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/store.h"

#include <QObject>
#include <QTimer>

namespace anteroom {

class TeleconsultationService;

/// Looks every few seconds whether participants are to be reminded, and gives up rooms that erasing has left.
/// Lives in a thread with an event loop.
class ReminderRunner final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds every{15};

    ReminderRunner(Store &store, const TeleconsultationService &service);
    /// Waits for what is under way: it uses the rules, which may go next.
    ~ReminderRunner() override;

    void start();
    /// Looks now; also called by the timer.
    void look();

private:
    void work();

    Store &m_store;
    const TeleconsultationService &m_service;
    QTimer m_timer;
    bool m_working = false;
    QFuture<Result<bool>> m_looked;
    QFuture<Result<int>> m_worked;
};

} // namespace anteroom
