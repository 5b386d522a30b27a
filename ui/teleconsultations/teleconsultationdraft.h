// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/directory/user.h"
#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/newteleconsultation.h"

namespace anteroom {

/// What the form of a teleconsultation says: who meets, and when on the clinic's clock.
struct TeleconsultationDraft
{
    /// Somebody who takes part.
    struct Person
    {
        QString externalId;
        QString name; ///< empty where only somebody else's directory knows it
        ParticipantRole role = ParticipantRole::Basic;
        QStringList groups; ///< as they were; new ones follow the role
        QString language;   ///< null: not known
        UserId user;        ///< null: nobody of the directory

        friend bool operator==(const Person &, const Person &) = default;
    };

    QVector<Person> people;
    int later = 0; ///< how many more there will be
    QDate date;
    QTime clock;
    bool isSecond = false; ///< of a time that is there twice the second one is meant
    std::chrono::minutes length = std::chrono::minutes(30);

    friend bool operator==(const TeleconsultationDraft &, const TeleconsultationDraft &) = default;

    /// One that begins at the next half hour, or at `start`.
    static TeleconsultationDraft beginning(UtcTime now, std::optional<UtcTime> start, const QTimeZone &zone);
    /// What is there already.
    static TeleconsultationDraft of(const Teleconsultation &teleconsultation, const QTimeZone &zone);

    static Person of(const User &user);
    static Person of(const Staff &staff);

    /// What the time on the clock means.
    LocalMeaning meaning(const QTimeZone &zone) const;
    UtcTime startsAt(const QTimeZone &zone) const;
    /// For the service. Of `before`, where one is changed, only what differs is named.
    TeleconsultationInput input(const QTimeZone &zone, const TeleconsultationRules &rules,
                                const TeleconsultationDraft *before = nullptr) const;
};

/// The group by which somebody gets the role: the usual one where it is listed, else the first; empty where
/// none is.
QString groupOf(ParticipantRole role, const Privileges &privileges);

} // namespace anteroom
