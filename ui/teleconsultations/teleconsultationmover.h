// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/teleconsultation.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMessageBox;
class QWidget;

namespace anteroom {

class Clinic;
class TeleconsultationScheduler;

/// Moves a teleconsultation to another start as somebody asked for in the agenda. Asks first only where that
/// can't be undone: when people were invited, who will be told, or when it would be open there at once, and
/// so closed to changes. One at a time. GUI thread.
class TeleconsultationMover final : public QObject
{
    Q_OBJECT

public:
    /// All outlive the mover; what it asks stands over `window`.
    TeleconsultationMover(Clinic &clinic, TeleconsultationScheduler &scheduler, QWidget *window);

    void move(const Teleconsultation &teleconsultation, UtcTime start);
    bool isBusy() const { return m_busy; }
    /// The question on the screen, if any.
    QMessageBox *question() const;

Q_SIGNALS:
    /// It is there now; how many people are told.
    void moved(const anteroom::Teleconsultation &was, anteroom::UtcTime start, int told);
    /// It stays where it is; why, or nothing where whoever asked thought better of it.
    void stayed(const QString &why);

private:
    void ask(const Teleconsultation &teleconsultation, UtcTime start, int told);
    void perform(const Teleconsultation &teleconsultation, UtcTime start, int told);
    void stay(const QString &why);

    Clinic &m_clinic;
    TeleconsultationScheduler &m_scheduler;
    QWidget *m_window;
    QPointer<QMessageBox> m_question;
    bool m_busy = false;
};

} // namespace anteroom
