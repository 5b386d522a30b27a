// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/teleconsultationservice.h"
#include "ui/today/todaylist.h"

#include <QTimeZone>

namespace anteroom {

/// The teleconsultations of the next 24 hours, and those that have begun and are not over.
struct TodayConsultations
{
    /// What one of them asks for first.
    enum class Next {
        Join,   ///< its room is open, and whoever signed in takes part
        Invite, ///< nobody was told of it
        Open    ///< nothing: it is looked at in the agenda
    };
    struct Item
    {
        Teleconsultation teleconsultation;
        TeleconsultationPhase phase = TeleconsultationPhase::Incomplete;
        UtcTime opensAt;
        ParticipantId self; ///< whoever signed in; null where they take no part
        int guests = 0;     ///< those who do not host
        int invited = 0;    ///< of these, who were told of it
        Next next = Next::Open;
    };

    QVector<Item> items;
    bool more = false; ///< there are others that day
    QTimeZone zone;    ///< the clinic's

    /// As of now, by start; of more than `most` those in which whoever signed in takes part come first, then
    /// the earliest. Errors: TeleconsultationService::list()'s.
    static Result<TodayConsultations> load(Transaction &tx, const TeleconsultationService &service,
                                           const Actor &actor, const QTimeZone &zone, int most);
    /// As lines of Today; the key is the teleconsultation's id.
    QVector<TodayEntry> entries(UtcTime now) const;
    /// nullptr where there is none of that id.
    const Item *item(const QByteArray &id) const;
    /// When one of them opens, begins or ends next; nothing where none does.
    std::optional<UtcTime> nextChange(UtcTime now) const;
};

} // namespace anteroom
