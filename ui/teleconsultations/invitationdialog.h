// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/teleconsultationscheduler.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QVBoxLayout;

namespace anteroom {

class Button;
class InlineBar;
class Label;

/// Invites people to a teleconsultation: each by text message, by e-mail with the calendar's entry, by both
/// or not at all; what is known of them is filled in. Says who gets what before it goes.
class InvitationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    InvitationDialog(Clinic &clinic, TeleconsultationScheduler &scheduler, const TeleconsultationView &view,
                     QWidget *parent = nullptr);

    /// One way of one person.
    struct Way
    {
        ParticipantId participant;
        QString name;
        Channel channel = Channel::Sms;
        QCheckBox *tick = nullptr;
        QLineEdit *to = nullptr;
        Label *error = nullptr; ///< why the address will not do
    };
    const QVector<Way> &ways() const { return m_ways; }
    /// Who gets what, in words.
    QString says() const;
    /// A text message as it would arrive; empty where none goes.
    QString text() const;
    Button *sendButton() const { return m_send; }

Q_SIGNALS:
    /// They are in the outbox; the dialog has closed.
    void invited(int messages);

private:
    void build(QVBoxLayout *people);
    void addWay(QVBoxLayout *column, const Participant &participant, Channel channel);
    void begin(const InvitationSetup &setup);
    bool wasTold(const ParticipantId &id) const;
    QVector<InvitationAddress> addresses();
    void follow();
    void send();

    Clinic &m_clinic;
    TeleconsultationScheduler &m_scheduler;
    const TeleconsultationView m_view;
    QStringList m_texts;
    QVector<Way> m_ways;
    bool m_ready = false;
    bool m_sending = false;
    InlineBar *m_sentence;
    Label *m_parts;
    Label *m_text;
    QWidget *m_sample;
    Button *m_send;
};

} // namespace anteroom
