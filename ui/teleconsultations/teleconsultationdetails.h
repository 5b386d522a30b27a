// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace anteroom {

class Badge;
class Button;
class Card;
class InlineBar;
class Label;
class ParticipantRow;

/// One teleconsultation: when on the clinic's clock, how far it is and what it lacks, who takes part and what
/// they were told, each one's link, and what can be done with it now. Live; opening one leaves an audit row.
class TeleconsultationDetails final : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the details.
    TeleconsultationDetails(Clinic &clinic, TeleconsultationScheduler &scheduler, QWidget *parent = nullptr);

    using QWidget::show;
    /// The same one again to the same person is shown anew, and is no other reading.
    void show(const TeleconsultationId &id);
    /// An invitation to choose one.
    void clear();
    const TeleconsultationId &id() const { return m_id; }

    QString state() const;  ///< in a word
    QString says() const;   ///< how far it is, in sentences
    QString reason() const; ///< why something can't be done; empty where all can
    QString notice() const; ///< what was done just now
    QVector<ParticipantRow *> rows() const;
    Button *joinButton() const { return m_join; }
    Button *inviteButton() const { return m_invite; }
    Button *editButton() const { return m_edit; }
    Button *cancelButton() const { return m_cancel; }

Q_SIGNALS:
    void editRequested(const anteroom::TeleconsultationId &id);
    /// It was cancelled from here; so many messages say so.
    void cancelled(int told);
    /// Somebody wants to see what the outbox has of it.
    void outboxRequested();

private:
    void build();
    void read(TeleconsultationScheduler::Reading reading);
    void take(const Result<TeleconsultationView> &view);
    void follow();
    void followActions(UtcTime now);
    void followRows();
    QString noLinkText(const Participant &participant) const;
    void copyLink(const ParticipantId &id);
    void join();
    void invite();
    void cancel();
    void say(Tone tone, const QString &words, bool withOutbox = false);

    Clinic &m_clinic;
    TeleconsultationScheduler &m_scheduler;
    TeleconsultationId m_id;
    std::optional<TeleconsultationView> m_view;
    TeleconsultationPhase m_phase = TeleconsultationPhase::Ready;
    bool m_isCancelled = false;
    QByteArray m_reader; ///< who opened it
    QTimeZone m_zone;
    QTimer m_second;

    Card *m_card;
    Label *m_hint;
    QScrollArea *m_area;
    Label *m_who;
    Badge *m_badge;
    Label *m_when;
    Label *m_says;
    InlineBar *m_doubt;
    InlineBar *m_notice;
    Button *m_join;
    Button *m_invite;
    Button *m_edit;
    Button *m_cancel;
    Label *m_reason;
    QVBoxLayout *m_people;
};

} // namespace anteroom
