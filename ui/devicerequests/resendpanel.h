// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devicerequests/devicerequestservice.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace anteroom {

class Button;
class Clock;
class InlineBar;
class Label;

/// What would happen if the text were sent now: where to, in which words; or why it can't be, with the
/// seconds that are left of a wait. Sending asks for a tick that the patient confirmed the number. Under it
/// what became of the texts before. It asks; the page does.
class ResendPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `clock` outlives the panel.
    explicit ResendPanel(const Clock &clock, QWidget *parent = nullptr);

    /// `isAnother`: another request than before, whose number nobody has confirmed yet.
    void show(const ResendPreview &preview, const QVector<ResendJob> &jobs, bool isAnother);
    /// While the text is on its way to the store nobody can press twice.
    void setBusy(bool busy);

    QCheckBox *tick() const { return m_tick; }
    Button *button() const { return m_send; }
    /// Why not; empty where it can be sent.
    QString reason() const;

Q_SIGNALS:
    void resendRequested();
    /// A wait is over: what would happen now is another question.
    void waitOver();

private:
    void follow();
    void tickDown();
    void showJobs(const QVector<ResendJob> &jobs);

    const Clock &m_clock;
    ResendPreview m_preview;
    bool m_busy = false;
    Label *m_to;
    Label *m_text;
    Label *m_parts;
    InlineBar *m_reason;
    QCheckBox *m_tick;
    Button *m_send;
    Label *m_hint;
    Label *m_jobsTitle;
    QVBoxLayout *m_jobs;
    QTimer m_second;
};

} // namespace anteroom
