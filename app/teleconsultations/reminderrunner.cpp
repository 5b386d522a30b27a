// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/reminderrunner.h"

#include "app/base/whendone.h"
#include "app/teleconsultations/teleconsultationservice.h"

namespace anteroom {

ReminderRunner::ReminderRunner(Store &store, const TeleconsultationService &service)
    : m_store(store)
    , m_service(service)
    , m_timer(this)
{
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &ReminderRunner::look);
}

ReminderRunner::~ReminderRunner()
{
    m_looked.waitForFinished();
    m_worked.waitForFinished();
}

void ReminderRunner::start()
{
    m_timer.start();
    look();
}

void ReminderRunner::look()
{
    if (m_working)
        return;
    m_working = true;
    // Reading costs the writer nothing, and nearly always there is nothing to do.
    m_looked = m_store.read([this](Transaction &tx) -> Result<bool> {
        return m_service.isReminderDue(tx) || TeleconsultationService::hasLeftRooms(tx);
    });
    whenDone(m_looked, this, [this](const Result<bool> &due) {
        m_working = false;
        if (due && *due)
            work();
    });
}

void ReminderRunner::work()
{
    m_working = true;
    m_worked = m_store.write([this](WriteTransaction &tx) -> Result<int> {
        if (auto given = m_service.giveUpLeftRooms(tx); !given)
            return given;
        return m_service.remind(tx);
    });
    whenDone(m_worked, this, [this](const Result<int> &reminded) {
        m_working = false;
        if (reminded)
            look(); // there may be more
    });
}

} // namespace anteroom
