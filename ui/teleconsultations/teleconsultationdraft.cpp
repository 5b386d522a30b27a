// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationdraft.h"

#include "ui/directory/persontext.h"

namespace anteroom {

namespace {

constexpr int step = 30; // minutes: where a new one begins

QStringList groupsOf(const TeleconsultationDraft::Person &person, const Privileges &privileges)
{
    if (privileges.roleOf(person.groups) == person.role)
        return person.groups;
    const QString group = groupOf(person.role, privileges);
    return group.isEmpty() ? QStringList() : QStringList{group};
}

} // namespace

QString groupOf(ParticipantRole role, const Privileges &privileges)
{
    const QStringList &groups = privileges.of(role).groups;
    const QString usual =
        role == ParticipantRole::Plus ? QStringLiteral("doctor") : QStringLiteral("patient");
    return groups.contains(usual) ? usual : groups.value(0);
}

TeleconsultationDraft TeleconsultationDraft::beginning(UtcTime now, std::optional<UtcTime> start,
                                                       const QTimeZone &zone)
{
    TeleconsultationDraft draft;
    QDateTime local = localTime(start.value_or(now), zone);
    if (!start) {
        const int minute = local.time().hour() * 60 + local.time().minute();
        const int next = (minute / step + 1) * step;
        local = QDateTime(local.date().addDays(next / (24 * 60)),
                          QTime::fromMSecsSinceStartOfDay(next % (24 * 60) * 60'000), Qt::UTC);
    }
    draft.date = local.date();
    draft.clock = QTime(local.time().hour(), local.time().minute());
    draft.isSecond = start && draft.meaning(zone).kind == LocalMeaning::Kind::Twice &&
                     draft.meaning(zone).second <= *start;
    return draft;
}

TeleconsultationDraft TeleconsultationDraft::of(const Teleconsultation &t, const QTimeZone &zone)
{
    TeleconsultationDraft draft = beginning(t.startsAt, t.startsAt, zone);
    draft.length = std::chrono::floor<std::chrono::minutes>(t.endsAt - t.startsAt);
    draft.later = std::max(0, t.expected - int(t.participants.size()));
    for (const Participant &p : t.participants)
        draft.people.append({.externalId = p.externalId,
                             .name = p.fullName,
                             .role = p.role,
                             .groups = p.groups,
                             .language = p.language,
                             .user = p.user});
    return draft;
}

// As in file requests: who has no id of another system is known by our own.
TeleconsultationDraft::Person TeleconsultationDraft::of(const User &user)
{
    return {.externalId = user.externalId.isEmpty() ? QString::fromLatin1(user.id.text()) : user.externalId,
            .name = personName(user),
            .role = ParticipantRole::Basic,
            .groups = {},
            .language = user.language ? QString::fromLatin1(languageCode(*user.language)) : QString(),
            .user = user.id};
}

TeleconsultationDraft::Person TeleconsultationDraft::of(const Staff &staff)
{
    return {.externalId = QString::fromLatin1(staff.id.text()),
            .name = staff.name,
            .role = ParticipantRole::Plus,
            .groups = {},
            .language = {},
            .user = {}};
}

LocalMeaning TeleconsultationDraft::meaning(const QTimeZone &zone) const
{
    return meaningOf(date, clock, zone);
}

UtcTime TeleconsultationDraft::startsAt(const QTimeZone &zone) const
{
    const LocalMeaning means = meaning(zone);
    return means.kind == LocalMeaning::Kind::Twice && isSecond ? means.second : means.time;
}

TeleconsultationInput TeleconsultationDraft::input(const QTimeZone &zone, const TeleconsultationRules &rules,
                                                   const TeleconsultationDraft *before) const
{
    TeleconsultationInput input;
    const bool sameTime = before && before->startsAt(zone) == startsAt(zone);
    if (!sameTime)
        input.startsAt = startsAt(zone);
    if (!sameTime || before->length != length)
        input.duration = length;
    if (before && before->people == people && before->later == later)
        return input;
    NewParticipants participants{.number = int(people.size()) + later, .data = {}};
    for (const Person &person : people)
        participants.data.append({.externalId = person.externalId,
                                  .fullName = person.name.isEmpty() ? QString() : person.name,
                                  .groups = groupsOf(person, rules.privileges),
                                  .language = person.language,
                                  .user = person.user});
    input.participants = std::move(participants);
    return input;
}

} // namespace anteroom
