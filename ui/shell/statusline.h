// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace anteroom {

class Label;

/// The quiet line at the foot of the window: where the two listeners are, what waits, the last backup.
class StatusLine final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// The listener's address, or empty where it does not listen (which is said in words and in red).
    void setApiAddress(const QString &address);
    void setPatientAddress(const QString &address);
    void setMessagesWaiting(int count);
    /// A whole phrase, such as "Backup 03:00, verified"; empty: "No backup yet".
    void setBackup(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    class Listener;
    Listener *m_api;
    Listener *m_patient;
    Label *m_waiting;
    Label *m_backup;
};

} // namespace anteroom
