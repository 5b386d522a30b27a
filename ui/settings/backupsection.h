// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/backup/backup.h"

#include <QThreadPool>
#include <QWidget>

#include <atomic>
#include <functional>

class QLineEdit;
class QProgressBar;

namespace anteroom {

class Button;
class FormRow;
class InlineBar;

/// Makes a backup while the clinic goes on: where to, with which passphrase, with progress and a way to stop.
class BackupSection final : public QWidget
{
    Q_OBJECT

public:
    /// `clinic` outlives the section; `actor` says who is signed in.
    BackupSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);
    /// Stops a backup that is under way, and waits for it.
    ~BackupSection() override;

    /// Starts with what the fields say.
    void start();

Q_SIGNALS:
    /// A backup was made, in words for the status line.
    void made(const QString &words);
    void finished();

private:
    void show(qint64 done, qint64 total);
    void finish(const Result<BackupSummary> &summary);
    void setRunning(bool running);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::atomic<bool> m_stop = false;
    InlineBar *m_bar;
    QLineEdit *m_path;
    FormRow *m_pathRow;
    QLineEdit *m_passphrase;
    QLineEdit *m_again;
    FormRow *m_againRow;
    Button *m_start;
    Button *m_cancel;
    QProgressBar *m_progress;
    QThreadPool m_pool;
};

} // namespace anteroom
