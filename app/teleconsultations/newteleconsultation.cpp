// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/newteleconsultation.h"

#include "app/base/textrules.h"

#include <QSet>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestParticipants = 2;
constexpr int longestId = 255;
constexpr int longestName = 200;
constexpr int longestLanguage = 35;
constexpr int longestGroup = 100;

tl::unexpected<Error> invalid(const char *reason, QJsonObject data = {})
{
    return fail(ErrorCode::Invalid, reason, nullptr, std::move(data));
}

tl::unexpected<Error> missing(const QString &place, const QString &member)
{
    return invalid("teleconsultation.required", {{u"place"_s, place}, {u"member"_s, member}});
}

struct Span
{
    UtcTime startsAt;
    UtcTime endsAt;
};

Result<Span> spanOf(const TeleconsultationInput &input, const Teleconsultation *current)
{
    if (!current && !input.startsAt)
        return missing(u"body"_s, u"start_date"_s);
    if (!current && !input.endsAt && !input.duration)
        return missing(u"body"_s, u"end_date"_s);
    if (input.endsAt && input.duration)
        return invalid("teleconsultation.end_and_duration");
    Span span;
    span.startsAt = input.startsAt ? *input.startsAt : current->startsAt;
    if (input.duration && (*input.duration < shortestTeleconsultation ||
                           *input.duration > longestTeleconsultation)) // before it is added to anything
        return invalid("teleconsultation.length");
    span.endsAt = input.endsAt     ? *input.endsAt
                  : input.duration ? span.startsAt + *input.duration
                                   : current->endsAt;
    const auto length = span.endsAt - span.startsAt;
    if (length < shortestTeleconsultation || length > longestTeleconsultation)
        return invalid("teleconsultation.length");
    return span;
}

Result<void> checkNumber(int number, const TeleconsultationRules &rules)
{
    if (number < fewestParticipants)
        return invalid("teleconsultation.number_low", {{u"limit"_s, fewestParticipants}});
    if (number > rules.mostParticipants)
        return invalid("teleconsultation.number", {{u"limit"_s, rules.mostParticipants}});
    return {};
}

QString placeOf(const NewParticipants &participants, qsizetype index)
{
    return (participants.idsOnly ? u"body/participants/%1"_s : u"body/participants/data/%1"_s).arg(index);
}

Result<void> checkParticipants(const NewParticipants &participants, const TeleconsultationRules &rules)
{
    if (participants.idsOnly && !rules.fromAuthService)
        return invalid("teleconsultation.ids_not_taken");
    if (auto good = checkNumber(participants.number, rules); !good)
        return good;
    if (participants.data.size() > participants.number)
        return invalid("teleconsultation.too_many", {{u"number"_s, participants.number}});
    QSet<QString> ids;
    for (qsizetype i = 0; i < participants.data.size(); ++i) {
        const NewParticipant &p = participants.data.at(i);
        const QString place = placeOf(participants, i);
        if (auto good = checkParticipant(p, place, rules); !good)
            return good;
        if (ids.contains(p.externalId))
            return invalid("teleconsultation.twice", {{u"place"_s, place}});
        ids.insert(p.externalId);
    }
    return {};
}

/// The participant with their role, from what is given or what is known elsewhere.
Result<Participant> resolved(const NewParticipant &given, const QString &place,
                             const TeleconsultationRules &rules, const KnownPeople &people)
{
    Participant p;
    p.externalId = given.externalId;
    p.language = given.language;
    p.user = given.user;
    if (rules.fromAuthService) {
        const auto known = people.find(given.externalId);
        if (known == people.end())
            return invalid("teleconsultation.person_unknown", {{u"place"_s, place}});
        p.fullName = known->fullName;
        p.groups = known->groups;
    } else {
        p.fullName = given.fullName;
        p.groups = given.groups.value_or(QStringList());
    }
    const auto role = rules.privileges.roleOf(p.groups);
    if (!role)
        return invalid("teleconsultation.no_role", {{u"place"_s, place}});
    p.role = *role;
    return p;
}

// Who stays keeps their id, and with it their link.
void keepIds(Teleconsultation &next, const Teleconsultation *current, UtcTime now)
{
    for (Participant &p : next.participants) {
        const Participant *before = current ? current->participant(p.externalId) : nullptr;
        p.id = before ? before->id : ParticipantId::generate(now);
        if (before && p.user.isNull())
            p.user = before->user;
    }
}

Result<Teleconsultation> complete(Teleconsultation next)
{
    if (next.isComplete() && !next.hasPlus())
        return invalid("teleconsultation.no_plus");
    return next;
}

} // namespace

Result<void> checkParticipant(const NewParticipant &p, const QString &place,
                              const TeleconsultationRules &rules)
{
    if (p.externalId.isNull())
        return missing(place, u"userExternalId"_s);
    if (auto good = checkText(p.externalId, longestId, "userExternalId"); !good)
        return good;
    if (auto good = checkText(p.language, longestLanguage, "language"); !good)
        return good;
    if (rules.fromAuthService) // what the body says of groups and name does not count
        return {};
    if (!p.groups)
        return missing(place, u"groups"_s);
    if (p.fullName.isNull())
        return missing(place, u"fullName"_s);
    if (p.groups->isEmpty())
        return invalid("teleconsultation.no_groups", {{u"place"_s, place}});
    if (auto good = checkText(p.fullName, longestName, "fullName"); !good)
        return good;
    for (qsizetype i = 0; i < p.groups->size(); ++i) {
        const QString &group = p.groups->at(i);
        if (auto good = checkText(group.isNull() ? u""_s : group, longestGroup, "groups"); !good)
            return good;
        if (!rules.privileges.knows(group))
            return invalid("teleconsultation.group", {{u"place"_s, place + u"/groups/%1"_s.arg(i)}});
    }
    return {};
}

Result<void> checkInput(const TeleconsultationInput &input, const Teleconsultation *current,
                        const TeleconsultationRules &rules)
{
    if (!current && !input.participants)
        return missing(u"body"_s, u"participants"_s);
    if (const auto span = spanOf(input, current); !span)
        return fail(span.error());
    if (input.participants)
        return checkParticipants(*input.participants, rules);
    // The provider may be another one now, which takes fewer.
    return checkNumber(current->expected, rules);
}

Result<Teleconsultation> planned(const TeleconsultationInput &input, const Teleconsultation *current,
                                 const TeleconsultationRules &rules, const KnownPeople &people, UtcTime now)
{
    if (const auto good = checkInput(input, current, rules); !good)
        return fail(good.error());
    const auto span = spanOf(input, current);
    Teleconsultation next = current ? *current : Teleconsultation();
    next.startsAt = span->startsAt;
    next.endsAt = span->endsAt;
    next.unlimited = rules.unlimited;
    if (input.participants) {
        next.expected = input.participants->number;
        next.participants.clear();
        int index = 0;
        for (const NewParticipant &given : input.participants->data) {
            auto p = resolved(given, placeOf(*input.participants, index++), rules, people);
            if (!p)
                return fail(p.error());
            next.participants.append(*std::move(p));
        }
        keepIds(next, current, now);
    }
    return complete(std::move(next));
}

Result<Teleconsultation> plannedWith(const NewParticipant &added, const Teleconsultation &current,
                                     const TeleconsultationRules &rules, const KnownPeople &people,
                                     UtcTime now)
{
    if (const auto good = checkParticipant(added, u"body"_s, rules); !good)
        return fail(good.error());
    if (current.isComplete())
        return invalid("teleconsultation.full");
    if (current.participant(added.externalId))
        return invalid("teleconsultation.twice", {{u"place"_s, u"body"_s}});
    auto p = resolved(added, u"body"_s, rules, people);
    if (!p)
        return fail(p.error());
    Teleconsultation next = current;
    p->id = ParticipantId::generate(now);
    next.participants.append(*std::move(p));
    return complete(std::move(next));
}

} // namespace anteroom
