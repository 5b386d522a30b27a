// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/teleconsultationscheduler.h"

#include <QWidget>

namespace anteroom {

class Button;
class Label;

/// One who takes part: their name, role, what they were told, and their link.
class ParticipantRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ParticipantRow(const ParticipantId &id, QWidget *parent = nullptr);

    const ParticipantId &id() const { return m_id; }
    /// `noLink` says why there is none; empty where there is one.
    void show(const Participant &participant, const QVector<TeleconsultationView::Told> &told,
              const QString &noLink);
    /// Says on the button that it was done, until the next change.
    void setCopied(bool copied);

    QString facts() const;
    Button *copyButton() const { return m_copy; }

Q_SIGNALS:
    void linkRequested(const anteroom::ParticipantId &id);

private:
    const ParticipantId m_id;
    Label *m_name;
    Label *m_facts;
    Button *m_copy;
};

} // namespace anteroom
