// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/auditservice.h"
#include "ui/common/tokens.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>

class QProgressBar;

namespace anteroom {

class Button;
class InlineBar;
class Label;

/// Verifies the audit log or writes it to a file, one at a time, on a thread of its own: with progress, a way
/// to stop, and the result in words.
class AuditJob final : public QWidget
{
    Q_OBJECT

public:
    /// `store` outlives it; `actor` says who is signed in.
    AuditJob(Store &store, std::function<Actor()> actor, QWidget *parent = nullptr);
    /// Stops what is under way, and waits for it.
    ~AuditJob() override;

    void verify();
    void exportTo(const QString &path, AuditService::Format format, const AuditFilter &filter);
    bool isRunning() const { return m_running; }
    /// What was said last; for tests.
    QString outcome() const;

Q_SIGNALS:
    void runningChanged(bool running);

private:
    void begin(const QString &words);
    AuditService::Progress progress();
    void end(Tone tone, const QString &words);

    Store &m_store;
    std::function<Actor()> m_actor;
    bool m_running = false;
    std::atomic<bool> m_stop = false;
    QWidget *m_line;
    Label *m_words;
    QProgressBar *m_bar;
    Button *m_cancel;
    InlineBar *m_result;
    QThreadPool m_pool;
};

} // namespace anteroom
