// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/gateway.h"
#include "app/delivery/lanes.h"
#include "app/storage/store.h"

#include <QSemaphore>
#include <QTimer>

#include <map>

namespace anteroom {

/// Takes what is due out of the outbox: claims rows (committed), hands them over, records what became of them
/// (ARCHITECTURE.md, Delivery). Lives on the delivery thread; start() is called there.
class DeliveryWorker final : public QObject
{
    Q_OBJECT

public:
    DeliveryWorker(Store &store, const Outbox &outbox, std::vector<std::unique_ptr<Gateway>> gateways);
    ~DeliveryWorker() override;

    /// Settles what an earlier stop left claimed, then works whenever something is due.
    void start();
    /// Hands nothing more over; what is under way may end. Its thread.
    void finish();
    /// After finish(): has what is under way broken off, and records what that came to. Its thread.
    void cutShort();
    /// Waits, after finish(), until nothing is under way and all is recorded; whether it came to that. Any
    /// other thread.
    bool waitUntilIdle(std::chrono::milliseconds atMost);
    /// Lets go of its timer and of the change feed, so that it may be destroyed in another thread.
    void stop();
    /// Looks for due rows now; also called by the change feed and by the timer.
    void wake();

    /// What is under way and what is paused. Any thread.
    DeliveryFigures figures() const { return m_lanes.figures(m_store.clock().now()); }

Q_SIGNALS:
    /// A row was given up or is in doubt: a person should look.
    void troubled();

private:
    struct Inbox;
    struct Look;

    void recover();
    void take(const Look &look);
    void handOver(const ClaimedMessages &claimed);
    void handOver(const Message &message);
    void giveUpOverdue();
    void takeAnswers();
    void record(const QVector<DeliveryOutcome> &outcomes, const QVector<MessageId> &released);
    void looked();
    void scheduleNext(std::optional<UtcTime> next);
    void checkIdle();

    Store &m_store;
    const Outbox &m_outbox;
    std::map<QString, std::unique_ptr<Gateway>> m_gateways;
    Lanes m_lanes;
    std::shared_ptr<Inbox> m_inbox; ///< where gateways' answers come in, from any thread
    QTimer m_timer;
    QSemaphore m_idle;
    QVector<DeliveryOutcome> m_outcomes; ///< not yet recorded
    int m_recording = 0;
    bool m_looking = false;
    bool m_lookAgain = false;
    bool m_finishing = false;
};

} // namespace anteroom
