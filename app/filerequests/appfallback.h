// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/storage/store.h"

#include <QObject>
#include <QTimer>

namespace anteroom {

class FileRequestService;
class Settings;

/// Where a request was told to an app, and ANTEROOM_APP_FALLBACK_MINUTES later neither its page was opened
/// nor a file has come, it is told by text message too, once (RULES.md, File requests).
class AppFallback
{
public:
    AppFallback(const Settings &settings, const FileRequestService &requests);

    /// A request is told to an app, or will be then; an earlier time is forgotten.
    static void expect(WriteTransaction &tx, const FileRequestId &id, UtcTime toldAt);

    /// Whether run() has something to do.
    bool isDue(Transaction &tx) const;
    /// Sends what is due, some at a time; how many text messages. What is sent and that it need not be sent
    /// again are one transaction. Errors: the outbox's.
    Result<int> run(WriteTransaction &tx) const;

private:
    UtcTime dueBefore(UtcTime now) const;

    const Settings &m_settings;
    const FileRequestService &m_requests;
};

/// Looks every few seconds whether something is due. Lives in a thread with an event loop.
class AppFallbackRunner final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds every{15};

    AppFallbackRunner(Store &store, const AppFallback &fallback);
    /// Waits for what is under way: it uses the rules, which may go next.
    ~AppFallbackRunner() override;

    void start();
    /// Looks now; also called by the timer.
    void look();

private:
    void work();

    Store &m_store;
    const AppFallback &m_fallback;
    QTimer m_timer;
    bool m_working = false;
    QFuture<Result<bool>> m_looked;
    QFuture<Result<int>> m_worked;
};

} // namespace anteroom
