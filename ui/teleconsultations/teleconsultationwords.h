// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/teleconsultationservice.h"
#include "ui/common/tokens.h"

#include <QLocale>
#include <QTimeZone>

namespace anteroom {

/// How far a teleconsultation is, in a word: "Incomplete", "Ready", "Open", "Running", "Ended".
QString phaseText(TeleconsultationPhase phase);
Tone phaseTone(TeleconsultationPhase phase);
/// The same within a line, with what makes it worth knowing: "2 of 3 people", "running 12 min".
QString progressText(const Teleconsultation &teleconsultation, TeleconsultationPhase phase, UtcTime now);

/// What a participant may do: "Host", "Guest".
QString roleText(ParticipantRole role);
/// A participant's name; in words where they were erased or never had one.
QString participantText(const Participant &participant);
/// Whom it is about, in few words: the first who does not host, and how many more of them: "Jane Doe + 1".
QString whoText(const Teleconsultation &teleconsultation);
/// Everybody who takes part: "Jane Doe, Dr Rachel Williams".
QString everybodyText(const Teleconsultation &teleconsultation);

/// "10:30" on the clock of `zone`; where the clock shows that twice, with which of the two it is.
QString timeText(UtcTime time, const QTimeZone &zone, const QLocale &locale = QLocale());
/// "10:30 – 11:00" on the clock of `zone`; an end on another day says which.
QString spanText(UtcTime from, UtcTime to, const QTimeZone &zone, const QLocale &locale = QLocale());
/// In which zone the times of a page are.
QString zoneText(const QTimeZone &zone);

/// A moment as one speaks of it: the time of day, with the day where it is another one than today.
QString momentText(UtcTime time, UtcTime now, const QTimeZone &zone);
/// How far one is and what comes next, in sentences: "It opens at 10:30.", "Running for 12 min."
QString stateText(const Teleconsultation &teleconsultation, TeleconsultationPhase phase, UtcTime opensAt,
                  UtcTime now, const QTimeZone &zone);
/// What one lacks to take place, a sentence each: people who are not named, somebody who may host.
QStringList missingTexts(const Teleconsultation &teleconsultation);
/// "UTC+2": how far the clock of `zone` is from UTC then.
QString offsetText(UtcTime time, const QTimeZone &zone);

/// Why a change of one was refused, and what to do next.
QString refusalText(const Error &error);

} // namespace anteroom
