// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationdetails.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/roomaccess.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/changewatch.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"
#include "ui/teleconsultations/canceldialog.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/teleconsultations/participantrow.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QUrl>

#include <algorithm>

namespace anteroom {

TeleconsultationDetails::TeleconsultationDetails(Clinic &clinic, TeleconsultationScheduler &scheduler,
                                                 QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_scheduler(scheduler)
    , m_zone(clinicZone(clinic.settings()))
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a teleconsultation.")))
    , m_who(new Label(TextRole::Section))
    , m_badge(new Badge)
    , m_when(new Label(TextRole::Body))
    , m_says(new Label(TextRole::Body))
    , m_doubt(
          new InlineBar(Tone::Warn, tr("What the provider did about its room is not certain, or failed.")))
    , m_notice(new InlineBar(Tone::Good, {}))
    , m_join(new Button(tr("Join"), Button::Kind::Primary))
    , m_invite(new Button(tr("Send invitations")))
    , m_edit(new Button(tr("Edit")))
    , m_cancel(new Button(tr("Cancel consultation"), Button::Kind::Quiet))
    , m_reason(new Label(TextRole::Caption))
    , m_people(new QVBoxLayout)
{
    build();
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, [this] {
        if (isVisible())
            follow();
    });
    connect(m_join, &Button::clicked, this, &TeleconsultationDetails::join);
    connect(m_invite, &Button::clicked, this, &TeleconsultationDetails::invite);
    connect(m_edit, &Button::clicked, this, [this] { Q_EMIT editRequested(m_id); });
    connect(m_cancel, &Button::clicked, this, &TeleconsultationDetails::cancel);
    connect(m_doubt, &InlineBar::actionTriggered, this, &TeleconsultationDetails::outboxRequested);
    connect(m_notice, &InlineBar::actionTriggered, this, &TeleconsultationDetails::outboxRequested);
    auto *watch = new ChangeWatch(clinic.store().changes(),
                                  {Topic::Teleconsultations, Topic::Outbox, Topic::Settings}, this);
    connect(watch, &ChangeWatch::changed, this,
            [this] { read(TeleconsultationScheduler::Reading::Refreshed); });
    clear();
}

void TeleconsultationDetails::build()
{
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    for (Label *each : {m_hint, m_who, m_when, m_says, m_reason})
        each->setWordWrap(true);
    for (InlineBar *bar : {m_doubt, m_notice}) {
        // As high as its words in this width, which may be more than the bar's own hint.
        bar->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        bar->hide();
    }
    m_doubt->setClosable(false);
    m_doubt->setAction(tr("Open the outbox"));
    m_people->setSpacing(space::m);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *inner = new QWidget;
    m_area = scrolled(inner);
    m_area->setBackgroundRole(QPalette::Base);
    inner->setBackgroundRole(QPalette::Base);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_area, 1);
    auto *header = new QHBoxLayout;
    header->setSpacing(space::s);
    header->addWidget(m_who, 1);
    header->addWidget(m_badge, 0, Qt::AlignTop);
    auto *main = new QHBoxLayout;
    main->setSpacing(space::s);
    main->addWidget(m_join);
    main->addWidget(m_invite);
    main->addStretch();
    auto *others = new QHBoxLayout;
    others->setSpacing(space::s);
    others->addWidget(m_edit);
    others->addWidget(m_cancel);
    others->addStretch();
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addLayout(header);
    column->addWidget(m_when);
    column->addWidget(m_says);
    column->addWidget(m_doubt);
    column->addWidget(m_notice);
    column->addLayout(main);
    column->addLayout(others);
    column->addWidget(m_reason);
    column->addWidget(new Separator);
    column->addWidget(new Label(TextRole::Strong, tr("Who takes part")));
    column->addLayout(m_people);
    column->addStretch();
}

void TeleconsultationDetails::clear()
{
    m_id = {};
    m_view.reset();
    m_second.stop();
    m_hint->setText(tr("Choose a teleconsultation."));
    m_hint->show();
    m_area->hide();
}

void TeleconsultationDetails::show(const TeleconsultationId &id)
{
    if (id.isNull())
        return clear();
    const bool isOther = std::exchange(m_reader, m_scheduler.actor().id) != m_scheduler.actor().id;
    if (id == m_id && m_view && !isOther)
        return read(TeleconsultationScheduler::Reading::Refreshed);
    clear();
    m_id = id;
    m_isCancelled = false;
    m_notice->hide();
    m_hint->setText(tr("One moment…"));
    read(TeleconsultationScheduler::Reading::Opened);
}

void TeleconsultationDetails::read(TeleconsultationScheduler::Reading reading)
{
    if (m_id.isNull())
        return;
    whenDone(m_scheduler.view(m_id, reading), this,
             [this, id = m_id](const Result<TeleconsultationView> &view) {
                 if (id == m_id)
                     take(view);
             });
}

void TeleconsultationDetails::take(const Result<TeleconsultationView> &view)
{
    m_zone = clinicZone(m_clinic.settings());
    if (view) {
        m_view = *view;
        m_isCancelled = false;
    } else if (m_view && view.error().is("teleconsultation.unknown")) {
        m_isCancelled = true; // while somebody looked at it
    } else if (!m_view) {
        m_hint->setText(refusalText(view.error()));
        return;
    } else {
        return say(Tone::Bad, refusalText(view.error()));
    }
    m_phase = m_clinic.teleconsultations().phaseOf(m_view->teleconsultation, m_clinic.clock().now());
    m_hint->hide();
    m_area->show();
    m_doubt->setVisible(m_view->isProviderInDoubt);
    for (ParticipantRow *row : rows())
        row->setCopied(false);
    follow();
    m_second.start();
}

// What the time alone changes too: every second.
void TeleconsultationDetails::follow()
{
    const Teleconsultation &t = m_view->teleconsultation;
    const UtcTime now = m_clinic.clock().now();
    const auto phase = m_clinic.teleconsultations().phaseOf(t, now);
    if (std::exchange(m_phase, phase) != phase)
        read(TeleconsultationScheduler::Reading::Refreshed); // links come and go with it
    m_who->setText(everybodyText(t));
    if (m_isCancelled)
        m_badge->set(tr("Cancelled"), Tone::Neutral);
    else
        m_badge->set(phaseText(phase), phaseTone(phase));
    const auto minutes = std::chrono::floor<std::chrono::minutes>(t.endsAt - t.startsAt).count();
    m_when->setText(
        tr("%1\n%2 (%3)")
            .arg(QLocale().toString(localTime(t.startsAt, m_zone).date(), QLocale::LongFormat),
                 spanText(t.startsAt, t.endsAt, m_zone),
                 t.unlimited ? tr("without an end") : tr("%1 min").arg(QLocale().toString(qint64(minutes)))) +
        u'\n' + zoneText(m_zone));
    m_says->setText(m_isCancelled ? tr("It was cancelled and does not take place.")
                                  : stateText(t, phase, m_view->opensAt, now, m_zone));
    m_says->setTone(phase == TeleconsultationPhase::Incomplete && !m_isCancelled ? Tone::Warn
                                                                                 : Tone::Neutral);
    followActions(now);
    followRows();
}

void TeleconsultationDetails::followActions(UtcTime now)
{
    const Teleconsultation &t = m_view->teleconsultation;
    const bool isThere = !m_isCancelled && m_phase != TeleconsultationPhase::Ended;
    const bool isOpen =
        isThere && (m_phase == TeleconsultationPhase::Open || m_phase == TeleconsultationPhase::Running);
    const bool isClosed = t.isComplete() && now >= m_view->opensAt;
    const bool mayJoin = !m_view->self.isNull() && m_view->withLink.contains(m_view->self);
    m_join->setVisible(isOpen);
    m_join->setEnabled(mayJoin);
    m_invite->setVisible(isThere && !t.participants.isEmpty());
    const bool inviteFirst = !isOpen && m_view->told.isEmpty();
    m_invite->setKind(inviteFirst ? Button::Kind::Primary : Button::Kind::Normal);
    m_edit->setVisible(isThere);
    m_edit->setEnabled(!isClosed);
    m_cancel->setVisible(!m_isCancelled);
    QStringList reasons;
    if (isOpen && m_view->self.isNull())
        reasons += tr("You can’t join: you do not take part in it.");
    else if (isOpen && !mayJoin)
        reasons += tr("You can’t join: the provider gave you no link.");
    if (isThere && isClosed)
        reasons += tr("It is open, so it can’t be edited any more.");
    m_reason->setText(reasons.join(u' '));
    m_reason->setVisible(!reasons.isEmpty());
    m_join->setAccessibleDescription(mayJoin ? QString() : m_reason->text());
    m_edit->setAccessibleDescription(isClosed ? m_reason->text() : QString());
}

QString TeleconsultationDetails::noLinkText(const Participant &p) const
{
    if (m_isCancelled || m_phase == TeleconsultationPhase::Ended)
        return tr("The link works no more.");
    if (m_view->withLink.contains(p.id))
        return {};
    if (!m_view->teleconsultation.isComplete())
        return tr("There is a link once everybody is named.");
    const UtcTime now = m_clinic.clock().now();
    return now < m_view->opensAt
               ? tr("There is a link from %1 on.").arg(momentText(m_view->opensAt, now, m_zone))
               : tr("The provider gave no link.");
}

// Rows stay as long as their people do, so that nobody loses the focus.
void TeleconsultationDetails::followRows()
{
    const auto &participants = m_view->teleconsultation.participants;
    const auto there = rows();
    const bool isSame =
        std::equal(there.begin(), there.end(), participants.begin(), participants.end(),
                   [](const ParticipantRow *row, const Participant &p) { return row->id() == p.id; });
    if (!isSame) {
        for (ParticipantRow *row : there) {
            m_people->removeWidget(row);
            row->hide();
            row->deleteLater();
        }
        for (const Participant &p : participants) {
            auto *row = new ParticipantRow(p.id);
            connect(row, &ParticipantRow::linkRequested, this, &TeleconsultationDetails::copyLink);
            m_people->addWidget(row);
        }
    }
    const auto shown = rows();
    for (qsizetype i = 0; i < shown.size(); ++i)
        shown.at(i)->show(participants.at(i), m_view->told, noLinkText(participants.at(i)));
}

QVector<ParticipantRow *> TeleconsultationDetails::rows() const
{
    QVector<ParticipantRow *> all;
    for (int i = 0; i < m_people->count(); ++i)
        all.append(static_cast<ParticipantRow *>(m_people->itemAt(i)->widget()));
    return all;
}

void TeleconsultationDetails::copyLink(const ParticipantId &id)
{
    whenDone(m_scheduler.link(m_id, id, TeleconsultationScheduler::LinkUse::HandOut), this,
             [this, id](const Result<QString> &link) {
                 if (!link)
                     return say(Tone::Warn, refusalText(link.error()));
                 QGuiApplication::clipboard()->setText(*link);
                 for (ParticipantRow *row : rows())
                     row->setCopied(row->id() == id);
             });
}

void TeleconsultationDetails::join()
{
    m_join->setEnabled(false);
    whenDone(m_scheduler.link(m_id, m_view->self, TeleconsultationScheduler::LinkUse::Join), this,
             [this](const Result<QString> &link) {
                 m_join->setEnabled(true);
                 if (!link)
                     say(Tone::Warn, refusalText(link.error()));
                 else if (!QDesktopServices::openUrl(QUrl(*link, QUrl::StrictMode)))
                     say(Tone::Warn, tr("No browser was found. Copy your link and open it in one."));
             });
}

void TeleconsultationDetails::invite()
{
    auto *dialog = new InvitationDialog(m_clinic, m_scheduler, *m_view, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &InvitationDialog::invited, this, [this](int messages) {
        say(Tone::Good, tr("%n invitation(s) are on their way.", nullptr, messages), true);
    });
    dialog->open();
}

void TeleconsultationDetails::cancel()
{
    auto *dialog = new CancelDialog(m_scheduler, *m_view, m_clinic.clock().now(), m_zone, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CancelDialog::cancelled, this, [this](int told) {
        if (told > 0)
            say(Tone::Good, tr("Cancelled. %n message(s) say so.", nullptr, told), true);
        Q_EMIT cancelled(told);
    });
    dialog->open();
}

void TeleconsultationDetails::say(Tone tone, const QString &words, bool withOutbox)
{
    m_notice->setTone(tone);
    m_notice->setText(words);
    m_notice->setAction(withOutbox ? tr("Open the outbox") : QString());
    m_notice->show();
}

QString TeleconsultationDetails::state() const
{
    return m_badge->text();
}

QString TeleconsultationDetails::says() const
{
    return m_area->isHidden() ? m_hint->text() : m_says->text();
}

QString TeleconsultationDetails::reason() const
{
    return m_reason->isHidden() ? QString() : m_reason->text();
}

QString TeleconsultationDetails::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

} // namespace anteroom
