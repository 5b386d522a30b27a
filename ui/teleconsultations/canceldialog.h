// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/teleconsultationscheduler.h"

#include <QDialog>

namespace anteroom {

class Button;
class Label;

/// Asks whether a teleconsultation is to be cancelled, and says who is told of it: that can't be undone.
class CancelDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `scheduler` outlives the dialog.
    CancelDialog(TeleconsultationScheduler &scheduler, const TeleconsultationView &view, UtcTime now,
                 const QTimeZone &zone, QWidget *parent = nullptr);

    /// What comes of it, in words.
    QString consequences() const;
    Button *confirmButton() const { return m_confirm; }

Q_SIGNALS:
    /// It lies in the trash; `told`: how many messages say so.
    void cancelled(int told);

private:
    void confirm();

    TeleconsultationScheduler &m_scheduler;
    const TeleconsultationId m_id;
    int m_told = 0;
    Label *m_consequences;
    Label *m_refusal;
    Button *m_confirm;
};

} // namespace anteroom
