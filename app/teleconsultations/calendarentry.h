// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/teleconsultation.h"

#include <QTimeZone>

namespace anteroom {

/// What a calendar's entry says beside the teleconsultation itself.
struct CalendarEntry
{
    QString clinicName; ///< empty: left out
    QString clinicMail; ///< the organizer's address; empty: one that leads nowhere
    QTimeZone zone;     ///< the clinic's
    Language language = Language::English;
    QString link;         ///< of whom it is for; empty: none
    QString attendeeName; ///< of whom it is for; empty: nobody in particular
    QString attendeeMail; ///< empty: unknown
};

/// The teleconsultation as an iCalendar object (RFC 5545, 5546) in UTF-8: times in UTC, with the clinic's
/// zone beside them. METHOD is REQUEST, or CANCEL once it lies in the trash; SEQUENCE rises with every
/// change. Who else takes part is not in it.
QByteArray calendarOf(const Teleconsultation &teleconsultation, const CalendarEntry &entry);

/// `name@domain` of `Name <name@domain>`.
QString mailAddressOf(const QString &sender);

} // namespace anteroom
