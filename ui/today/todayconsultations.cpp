// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todayconsultations.h"

#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace anteroom {

namespace {

struct TodayConsultationWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::TodayConsultationWords)
};

using Item = TodayConsultations::Item;

constexpr std::chrono::hours span{24};
constexpr std::chrono::hours overrun{1}; // of a room without an end in which somebody is
constexpr int looked = 200;              // whoever's they are

Item itemOf(Transaction &tx, const TeleconsultationService &service, const Actor &actor, Teleconsultation t)
{
    Item item{.phase = service.phaseOf(t, tx.now()), .opensAt = service.opensAt(t)};
    if (const Participant *self = TeleconsultationScheduler::participantOf(t, actor))
        item.self = self->id;
    QSet<QByteArray> told;
    for (const InvitationAddress &address : TeleconsultationRepository::invited(tx, t.id))
        told.insert(address.participant.text());
    for (const Participant &p : t.participants) {
        item.guests += p.role == ParticipantRole::Basic;
        item.invited += p.role == ParticipantRole::Basic && told.contains(p.id.text());
    }
    const bool isOpen =
        item.phase == TeleconsultationPhase::Open || item.phase == TeleconsultationPhase::Running;
    if (isOpen && !item.self.isNull())
        item.next = TodayConsultations::Next::Join;
    else if (told.isEmpty() && !t.participants.isEmpty() && !isOpen)
        item.next = TodayConsultations::Next::Invite;
    item.teleconsultation = std::move(t);
    return item;
}

// Everybody but whoever reads it.
QString titleText(const Item &item)
{
    Teleconsultation others = item.teleconsultation;
    if (others.participants.size() > 1)
        others.participants.removeIf([&](const Participant &p) { return p.id == item.self; });
    return everybodyText(others);
}

QString actionText(TodayConsultations::Next next)
{
    switch (next) {
    case TodayConsultations::Next::Join:
        return TodayConsultationWords::tr("Join");
    case TodayConsultations::Next::Invite:
        return TodayConsultationWords::tr("Send invitations");
    case TodayConsultations::Next::Open:
        break;
    }
    return TodayConsultationWords::tr("Open");
}

QString invitedText(const Item &item)
{
    if (item.guests == 0)
        return {};
    if (item.invited == 0)
        return TodayConsultationWords::tr("nobody invited");
    if (item.invited < item.guests)
        //: How many of the patients and others who take part were invited: "1 of 2 invited".
        return TodayConsultationWords::tr("%1 of %n invited", nullptr, item.guests)
            .arg(QLocale().toString(item.invited));
    return item.guests == 1 ? TodayConsultationWords::tr("invited")
                            : TodayConsultationWords::tr("everybody invited");
}

} // namespace

Result<TodayConsultations> TodayConsultations::load(Transaction &tx, const TeleconsultationService &service,
                                                    const Actor &actor, const QTimeZone &zone, int most)
{
    const UtcTime now = tx.now();
    auto next = service.list(tx, actor, now, now + span, {looked, {}});
    if (!next)
        return fail(std::move(next.error()));
    auto all = TeleconsultationRepository::goingOn(tx, now - longestTeleconsultation - overrun, now, overrun,
                                                   looked);
    for (Teleconsultation &t : next->items) {
        if (!t.isOver(now)) // ended before its time
            all.append(std::move(t));
    }
    TodayConsultations loaded{.more = all.size() > most || !next->nextCursor.isEmpty(), .zone = zone};
    if (all.size() > most) { // one's own come before what is others'
        const auto others = std::stable_partition(all.begin(), all.end(), [&](const Teleconsultation &t) {
            return TeleconsultationScheduler::participantOf(t, actor) != nullptr;
        });
        const auto end = all.begin() + most;
        if (others < end)
            std::inplace_merge(all.begin(), others, end,
                               [](const auto &a, const auto &b) { return a.startsAt < b.startsAt; });
        all.resize(most);
    }
    for (Teleconsultation &t : all)
        loaded.items.append(itemOf(tx, service, actor, std::move(t)));
    return loaded;
}

QVector<TodayEntry> TodayConsultations::entries(UtcTime now) const
{
    const QLocale locale;
    const QDate today = localTime(now, zone).date();
    QVector<TodayEntry> all;
    for (const Item &item : items) {
        const Teleconsultation &t = item.teleconsultation;
        const QDateTime start = localTime(t.startsAt, zone);
        QStringList detail;
        if (start.date() > today)
            detail += TodayConsultationWords::tr("tomorrow");
        else if (start.date() < today)
            detail += TodayConsultationWords::tr("since yesterday");
        // The badge says the rest.
        if (item.phase == TeleconsultationPhase::Incomplete || item.phase == TeleconsultationPhase::Running)
            detail += progressText(t, item.phase, now);
        if (item.phase == TeleconsultationPhase::Ready && item.opensAt < t.startsAt)
            detail += TodayConsultationWords::tr("opens %1")
                          .arg(locale.toString(localTime(item.opensAt, zone).time(), QLocale::ShortFormat));
        if (const QString invited = invitedText(item);
            !invited.isEmpty() && item.phase != TeleconsultationPhase::Running)
            detail += invited;
        all.append({.key = t.id.text(),
                    .time = locale.toString(start.time(), QLocale::ShortFormat),
                    .title = titleText(item),
                    .detail = detail.join(QStringLiteral(" · ")),
                    .state = phaseText(item.phase),
                    .tone = phaseTone(item.phase),
                    .action = actionText(item.next),
                    // The way to the invitations leads past it anyway.
                    .second = item.next == Next::Join ? actionText(Next::Open) : QString()});
    }
    return all;
}

const TodayConsultations::Item *TodayConsultations::item(const QByteArray &id) const
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item &each) { return each.teleconsultation.id.text() == id; });
    return found == items.end() ? nullptr : &*found;
}

std::optional<UtcTime> TodayConsultations::nextChange(UtcTime now) const
{
    std::optional<UtcTime> next;
    for (const Item &item : items) {
        for (const UtcTime each : {item.opensAt, item.teleconsultation.endsAt}) {
            if (each > now && (!next || each < *next))
                next = each;
        }
    }
    return next;
}

} // namespace anteroom
