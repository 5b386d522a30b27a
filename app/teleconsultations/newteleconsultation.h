// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/teleconsultations/privileges.h"

#include <QHash>

namespace anteroom {

/// Somebody who is to take part, as a caller names them.
struct NewParticipant
{
    QString externalId;
    QString fullName;                  ///< null: not given
    std::optional<QStringList> groups; ///< nothing: not given
    QString language;                  ///< null: not given
    UserId user;                       ///< null: looked for by the external id
};

struct NewParticipants
{
    int number = 0; ///< how many there will be
    QVector<NewParticipant> data;
    bool idsOnly = false; ///< came as a list of ids
};

/// What a teleconsultation is to be, or what of it is to change: then what is absent stays.
struct TeleconsultationInput
{
    std::optional<UtcTime> startsAt;
    std::optional<UtcTime> endsAt; ///< this or `duration`
    std::optional<std::chrono::seconds> duration;
    std::optional<NewParticipants> participants;
};

/// What is known of a person elsewhere (Auth0), by their external id.
struct KnownPerson
{
    QString fullName;
    QStringList groups;
};
using KnownPeople = QHash<QString, KnownPerson>;

/// What the rules depend on, as of now.
struct TeleconsultationRules
{
    Privileges privileges;
    QString provider;             ///< where rooms are made
    int mostParticipants = 6;     ///< of one of its rooms
    bool fromAuthService = false; ///< groups and names come from there
    bool unlimited = false;       ///< rooms have no end
};

inline constexpr std::chrono::seconds shortestTeleconsultation = std::chrono::minutes(5);
inline constexpr std::chrono::seconds longestTeleconsultation = std::chrono::hours(24);

/// Whether the input will do as far as that can be said without knowing the people; `current` is what is to
/// change, null for a new one. Errors: Invalid with the words' figures in data: "teleconsultation.required"
/// (data.member), "teleconsultation.end_and_duration", "teleconsultation.length",
/// "teleconsultation.ids_not_taken", "teleconsultation.number" (data.limit), "teleconsultation.number_low",
/// "teleconsultation.too_many" (data.number), "teleconsultation.twice", "teleconsultation.group"
/// (data.place), those of checkText().
Result<void> checkInput(const TeleconsultationInput &input, const Teleconsultation *current,
                        const TeleconsultationRules &rules);
/// The same for one who is added.
Result<void> checkParticipant(const NewParticipant &participant, const QString &place,
                              const TeleconsultationRules &rules);

/// What it will be. The participants who stay keep their ids. `people` has everybody whom the input names,
/// where rules.fromAuthService. Errors: checkInput()'s; Invalid "teleconsultation.person_unknown",
/// "teleconsultation.no_role" (data.place), "teleconsultation.no_plus".
Result<Teleconsultation> planned(const TeleconsultationInput &input, const Teleconsultation *current,
                                 const TeleconsultationRules &rules, const KnownPeople &people, UtcTime now);
/// `current` with one more. Errors: also Invalid "teleconsultation.full".
Result<Teleconsultation> plannedWith(const NewParticipant &added, const Teleconsultation &current,
                                     const TeleconsultationRules &rules, const KnownPeople &people,
                                     UtcTime now);

} // namespace anteroom
