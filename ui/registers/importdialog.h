// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/directory/bundle.h"

#include <QDialog>
#include <QThreadPool>

#include <atomic>
#include <functional>

class QLineEdit;
class QProgressBar;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;
class Label;

/// Imports a file while the console goes on: with progress, a way to stop until everything is in, and what is
/// wrong with the file in words. All of it comes in, or nothing.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog; `actor` says who is signed in.
    ImportDialog(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);
    /// Stops an import that is under way, and waits for it.
    ~ImportDialog() override;

    void setPath(const QString &path);
    /// Starts with the file that is named.
    void start();
    /// Nothing more is imported; where all of it is in already, it stays.
    void stop();
    /// What is said of the outcome.
    QString outcome() const;

    void reject() override;

Q_SIGNALS:
    /// The import is over, whichever way.
    void imported();

private:
    void choose();
    void showProgress(int done, int all);
    void finish(const Result<ImportSummary> &summary);
    void setRunning(bool running);
    void fit();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::atomic<bool> m_stop = false;
    bool m_running = false;
    QLineEdit *m_path;
    FormRow *m_pathRow;
    Button *m_choose;
    InlineBar *m_bar;
    Label *m_counts;
    QProgressBar *m_progress;
    Button *m_start;
    Button *m_cancel;
    QThreadPool m_pool;
};

} // namespace anteroom
