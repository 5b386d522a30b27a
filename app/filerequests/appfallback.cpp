// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/appfallback.h"

#include "app/access/audit.h"
#include "app/base/whendone.h"
#include "app/filerequests/filerequestrepository.h"
#include "app/settings/settings.h"

namespace anteroom {

namespace {

constexpr int atOnce = 100;
// What was told before is history, also where the setting is changed: a day longer than it can be.
constexpr std::chrono::hours oldest{8 * 24};

bool isUnanswered(Transaction &tx, const FileRequestView &view)
{
    const FileRequest &request = view.request;
    return request.state == FileRequest::State::Open && !request.openedAt && view.files.isEmpty() &&
           !request.isLinkExpired(tx.now());
}

} // namespace

AppFallback::AppFallback(const Settings &settings, const FileRequestService &requests)
    : m_settings(settings)
    , m_requests(requests)
{
}

void AppFallback::expect(WriteTransaction &tx, const FileRequestId &id, UtcTime toldAt)
{
    tx.execute("INSERT INTO app_fallbacks (file_request_id, told_at) VALUES (?, ?) "
               "ON CONFLICT (file_request_id) DO UPDATE SET told_at = excluded.told_at",
               id, toldAt);
}

UtcTime AppFallback::dueBefore(UtcTime now) const
{
    const qint64 minutes = m_settings.integer("ANTEROOM_APP_FALLBACK_MINUTES");
    return minutes > 0 ? now - std::chrono::minutes(minutes) : now - oldest;
}

bool AppFallback::isDue(Transaction &tx) const
{
    Cursor row = tx.query("SELECT 1 FROM app_fallbacks WHERE told_at <= ? LIMIT 1", dueBefore(tx.now()));
    return row.next();
}

Result<int> AppFallback::run(WriteTransaction &tx) const
{
    const bool isOn = m_settings.integer("ANTEROOM_APP_FALLBACK_MINUTES") > 0;
    QVector<std::pair<FileRequestId, UtcTime>> due;
    {
        Cursor row = tx.query("SELECT file_request_id, told_at FROM app_fallbacks WHERE told_at <= ? "
                              "ORDER BY told_at LIMIT ?",
                              dueBefore(tx.now()), atOnce);
        while (row.next())
            due.append({row.id<FileRequestId>(0), row.time(1)});
    }
    int sent = 0;
    for (const auto &[id, toldAt] : due) {
        tx.execute("DELETE FROM app_fallbacks WHERE file_request_id = ?", id);
        const auto view = FileRequestRepository::viewById(tx, id);
        if (!isOn || toldAt <= tx.now() - oldest || !view || !isUnanswered(tx, *view))
            continue;
        if (const auto told = m_requests.tellByText(tx, view->request); !told)
            return fail(told.error());
        recordAudit(
            tx, Actor::system("delivery"),
            {.action = "file_request.app_fallback", .patient = view->patient.id, .subject = id.text()});
        tx.changed(Topic::FileRequests, id.text());
        ++sent;
    }
    return sent;
}

AppFallbackRunner::AppFallbackRunner(Store &store, const AppFallback &fallback)
    : m_store(store)
    , m_fallback(fallback)
    , m_timer(this)
{
    m_timer.setInterval(every);
    connect(&m_timer, &QTimer::timeout, this, &AppFallbackRunner::look);
}

AppFallbackRunner::~AppFallbackRunner()
{
    m_looked.waitForFinished();
    m_worked.waitForFinished();
}

void AppFallbackRunner::start()
{
    m_timer.start();
    look();
}

void AppFallbackRunner::look()
{
    if (m_working)
        return;
    m_working = true;
    // Reading costs the writer nothing, and nearly always there is nothing to do.
    m_looked = m_store.read([this](Transaction &tx) -> Result<bool> { return m_fallback.isDue(tx); });
    whenDone(m_looked, this, [this](const Result<bool> &due) {
        m_working = false;
        if (due && *due)
            work();
    });
}

void AppFallbackRunner::work()
{
    m_working = true;
    m_worked = m_store.write([this](WriteTransaction &tx) { return m_fallback.run(tx); });
    whenDone(m_worked, this, [this](const Result<int> &sent) {
        m_working = false;
        if (sent)
            look(); // there may be more
    });
}

} // namespace anteroom
