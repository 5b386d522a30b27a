// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/language.h"

#include <QDateTime>
#include <QString>

namespace anteroom {

/// What a message about a teleconsultation says.
struct TeleconsultationWords
{
    QString clinicName; ///< empty: left out
    QDateTime startsAt; ///< on the clinic's clock; the zone is said with it
    QString link;       ///< of whom it goes to; empty: none
};

/// The texts of invitations, reminders and calendar entries, a template a language.
class TeleconsultationTexts
{
public:
    enum class Kind { Invitation, Moved, Reminder, Cancelled };

    static QString sms(Language language, Kind kind, const TeleconsultationWords &words);
    static QString emailSubject(Language language, Kind kind, const TeleconsultationWords &words);
    static QString emailBody(Language language, Kind kind, const TeleconsultationWords &words);

    /// A calendar entry's title and text.
    static QString summary(Language language, const TeleconsultationWords &words);
    static QString description(Language language, const TeleconsultationWords &words);
    /// `22/02/2022, 16:30 (Europe/Rome)`, as the language writes it.
    static QString when(Language language, const QDateTime &time);
};

} // namespace anteroom
