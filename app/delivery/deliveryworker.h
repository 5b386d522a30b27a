// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/gateway.h"
#include "app/storage/store.h"

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
    /// Lets go of its timer and of the change feed, so that it may be destroyed in another thread.
    void stop();
    /// Looks for due rows now; also called by the change feed and by the timer.
    void wake();

Q_SIGNALS:
    /// A row was given up or is in doubt: a person should look.
    void troubled();

private:
    void recover();
    void handOver(const QVector<Message> &messages);
    void recordOutcomes();
    void scheduleNext();
    Gateway *gatewayFor(const QString &provider) const;

    Store &m_store;
    const Outbox &m_outbox;
    std::map<QString, std::unique_ptr<Gateway>> m_gateways;
    QTimer m_timer;
    QVector<DeliveryOutcome> m_outcomes;
    bool m_claiming = false;
    bool m_wakeAgain = false;
    bool m_recording = false;
};

} // namespace anteroom
