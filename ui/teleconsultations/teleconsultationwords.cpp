// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationwords.h"

#include "app/teleconsultations/clinictime.h"
#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct TeleconsultationWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::TeleconsultationWords)
};

struct Refusal
{
    const char *reason;
    const char *text;
};

// In the order of the alphabet.
constexpr Refusal refusals[] = {
    {"auth0.failed", QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                                       "The directory of people could not be asked. Nothing was changed; try "
                                       "again in a moment.")},
    {"auth0.not_set_up", QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                                           "Nobody has set up the directory of people (Auth0) yet. An "
                                           "administrator can do it in Settings.")},
    {"privileges.malformed",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "The file that says who may host can't be understood. An administrator should look "
                       "at it.")},
    {"privileges.unreadable",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "The file that says who may host can't be read. An administrator should look at "
                       "it.")},
    {"stopping",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "The program is stopping. Nothing was changed.")},
    {"teleconsultation.changed",
     QT_TRANSLATE_NOOP(
         "anteroom::TeleconsultationWords",
         "Somebody else changed this teleconsultation just now. Look at it again, then decide.")},
    {"teleconsultation.full",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "Everybody is named already.")},
    {"teleconsultation.group",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "Somebody here belongs to a group that has no role any more. Choose their role "
                       "again.")},
    {"teleconsultation.immutable",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "It is open already, and its people may be waiting: it can't be changed any more. It "
                       "can be cancelled.")},
    {"teleconsultation.length",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "It can last from 5 minutes to 24 hours.")},
    {"teleconsultation.no_groups",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "No group has this role. An administrator should look at the file that says who may "
                       "host.")},
    {"teleconsultation.no_link",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "There is no link that works now.")},
    {"teleconsultation.no_plus",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "No clinician with the right to host yet. Add one, or make somebody the host.")},
    {"teleconsultation.no_role",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "Somebody here has no group that may take part. Whoever looks after the directory of "
                       "people can give them one.")},
    {"teleconsultation.number_low",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "At least two people meet. Add one more, or say that somebody is named later.")},
    {"teleconsultation.over",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "This teleconsultation is over and can't be changed. Schedule another one.")},
    {"teleconsultation.participant_unknown",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "This person takes part no more. Look at it again.")},
    {"teleconsultation.person_unknown",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "The directory of people knows somebody here by no such id. Check the ids.")},
    {"teleconsultation.twice",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "Somebody is named here twice. Remove one.")},
    {"teleconsultation.unknown",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords", "Somebody has cancelled this teleconsultation.")},
    {"video.failed", QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                                       "The provider of video rooms did not do it. Nothing was changed; try "
                                       "again in a moment.")},
    {"video.garbage", QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                                        "The provider of video rooms answered something that is not "
                                        "understood. Nothing was changed.")},
    {"video.not_set_up",
     QT_TRANSLATE_NOOP("anteroom::TeleconsultationWords",
                       "Nobody has set up the provider of video rooms yet. An administrator can do it in "
                       "Settings.")},
};

QString lastingText(std::chrono::minutes time)
{
    if (time < std::chrono::minutes(100))
        return TeleconsultationWords::tr("%1 min").arg(QLocale().toString(qint64(time.count())));
    return TeleconsultationWords::tr("%1 h").arg(QLocale().toString(qint64(time.count() / 60)));
}

} // namespace

QString phaseText(TeleconsultationPhase phase)
{
    switch (phase) {
    case TeleconsultationPhase::Incomplete:
        return TeleconsultationWords::tr("Incomplete");
    case TeleconsultationPhase::Ready:
        return TeleconsultationWords::tr("Ready");
    case TeleconsultationPhase::Open:
        return TeleconsultationWords::tr("Open");
    case TeleconsultationPhase::Running:
        return TeleconsultationWords::tr("Running");
    case TeleconsultationPhase::Ended:
        break;
    }
    return TeleconsultationWords::tr("Ended");
}

Tone phaseTone(TeleconsultationPhase phase)
{
    switch (phase) {
    case TeleconsultationPhase::Incomplete:
        return Tone::Warn;
    case TeleconsultationPhase::Ready:
        return Tone::Info;
    case TeleconsultationPhase::Open:
    case TeleconsultationPhase::Running:
        return Tone::Good;
    case TeleconsultationPhase::Ended:
        break;
    }
    return Tone::Neutral;
}

QString progressText(const Teleconsultation &t, TeleconsultationPhase phase, UtcTime now)
{
    switch (phase) {
    case TeleconsultationPhase::Incomplete:
        //: How many of the people of a teleconsultation are known: "2 of 3 people".
        return TeleconsultationWords::tr("%1 of %n people", nullptr, t.expected)
            .arg(QLocale().toString(t.participants.size()));
    case TeleconsultationPhase::Ready:
        return TeleconsultationWords::tr("ready");
    case TeleconsultationPhase::Open:
        return TeleconsultationWords::tr("open");
    case TeleconsultationPhase::Running: {
        const auto since = std::chrono::floor<std::chrono::minutes>(now - t.joinedAt.value_or(now));
        return TeleconsultationWords::tr("running %1").arg(lastingText(std::max(since, {})));
    }
    case TeleconsultationPhase::Ended:
        break;
    }
    return TeleconsultationWords::tr("ended");
}

QString roleText(ParticipantRole role)
{
    return role == ParticipantRole::Plus ? TeleconsultationWords::tr("Host")
                                         : TeleconsultationWords::tr("Guest");
}

QString participantText(const Participant &participant)
{
    return participant.fullName.isEmpty() ? TeleconsultationWords::tr("Without a name")
                                          : participant.fullName;
}

QString whoText(const Teleconsultation &t)
{
    QVector<const Participant *> guests;
    for (const Participant &p : t.participants) {
        if (p.role == ParticipantRole::Basic)
            guests.append(&p);
    }
    if (guests.isEmpty()) {
        for (const Participant &p : t.participants)
            guests.append(&p);
    }
    if (guests.isEmpty())
        return TeleconsultationWords::tr("Nobody yet");
    const QString first = participantText(*guests.constFirst());
    if (guests.size() == 1)
        return first;
    //: A name, and how many more people: "Jane Doe + 1".
    return TeleconsultationWords::tr("%1 + %2").arg(first, QLocale().toString(guests.size() - 1));
}

QString everybodyText(const Teleconsultation &t)
{
    QStringList names;
    for (const Participant &p : t.participants)
        names.append(participantText(p));
    return names.isEmpty() ? TeleconsultationWords::tr("Nobody yet") : QLocale().createSeparatedList(names);
}

QString timeText(UtcTime time, const QTimeZone &zone, const QLocale &locale)
{
    const QDateTime local = localTime(time, zone);
    const QString text = locale.toString(local.time(), QLocale::ShortFormat);
    if (meaningOf(local.date(), local.time(), zone).kind != LocalMeaning::Kind::Twice)
        return text;
    return u"%1 (%2)"_s.arg(text, offsetText(time, zone));
}

QString spanText(UtcTime from, UtcTime to, const QTimeZone &zone, const QLocale &locale)
{
    const QDate begin = localTime(from, zone).date();
    const QDateTime end = localTime(to, zone);
    const bool isMidnight = end.time() == QTime(0, 0) && end.date() == begin.addDays(1);
    if (begin == end.date() || isMidnight)
        //: A span of time: "10:30 – 11:00".
        return TeleconsultationWords::tr("%1 – %2").arg(timeText(from, zone, locale),
                                                        timeText(to, zone, locale));
    //: A span of time that ends on another day: "23:30 – Tue 00:30".
    return TeleconsultationWords::tr("%1 – %2 %3")
        .arg(timeText(from, zone, locale), locale.dayName(end.date().dayOfWeek(), QLocale::ShortFormat),
             timeText(to, zone, locale));
}

QString zoneText(const QTimeZone &zone)
{
    return TeleconsultationWords::tr("Times are in %1.").arg(QString::fromLatin1(zone.id()));
}

QString momentText(UtcTime time, UtcTime now, const QTimeZone &zone)
{
    const QLocale locale;
    const QDateTime moment = localTime(time, zone);
    const QString clock = locale.toString(moment.time(), QLocale::ShortFormat);
    if (moment.date() == localTime(now, zone).date())
        return clock;
    //: A moment on another day: %1 the time of day, %2 the day.
    return TeleconsultationWords::tr("%1 on %2")
        .arg(clock, locale.toString(moment.date(), TeleconsultationWords::tr("dddd d MMMM")));
}

QString stateText(const Teleconsultation &t, TeleconsultationPhase phase, UtcTime opensAt, UtcTime now,
                  const QTimeZone &zone)
{
    const auto ends = t.roomEndsAt();
    const QString until = ends ? momentText(*ends, now, zone) : QString();
    switch (phase) {
    case TeleconsultationPhase::Incomplete:
        return missingTexts(t).join(u' ');
    case TeleconsultationPhase::Ready:
        return TeleconsultationWords::tr("It opens at %1.").arg(momentText(opensAt, now, zone));
    case TeleconsultationPhase::Open:
        return until.isEmpty()
                   ? TeleconsultationWords::tr("It is open. Nobody has come in yet.")
                   : TeleconsultationWords::tr("It is open until %1. Nobody has come in yet.").arg(until);
    case TeleconsultationPhase::Running: {
        const auto since = std::chrono::floor<std::chrono::minutes>(now - t.joinedAt.value_or(now));
        const QString running =
            TeleconsultationWords::tr("Running for %1.").arg(lastingText(std::max(since, {})));
        return until.isEmpty() ? running
                               : running + u' ' + TeleconsultationWords::tr("It ends at %1.").arg(until);
    }
    case TeleconsultationPhase::Ended:
        break;
    }
    const QString ended = until.isEmpty() ? TeleconsultationWords::tr("It is over.")
                                          : TeleconsultationWords::tr("It ended at %1.").arg(until);
    return t.joinedAt ? ended : ended + u' ' + TeleconsultationWords::tr("Nobody came in.");
}

QStringList missingTexts(const Teleconsultation &t)
{
    QStringList missing;
    if (!t.isComplete())
        missing += TeleconsultationWords::tr("%n people are not named yet.", nullptr,
                                             t.expected - int(t.participants.size()));
    if (!t.hasPlus())
        missing += TeleconsultationWords::tr("No clinician with the right to host yet.");
    return missing;
}

QString offsetText(UtcTime time, const QTimeZone &zone)
{
    const int minutes = localTime(time, zone).offsetFromUtc() / 60;
    const QString hours = QString::number(std::abs(minutes) / 60);
    const QString rest = minutes % 60 == 0
                             ? QString()
                             : u':' + QString::number(std::abs(minutes) % 60).rightJustified(2, u'0');
    return u"UTC"_s + (minutes < 0 ? QChar(0x2212) : u'+') + hours + rest;
}

QString refusalText(const Error &error)
{
    if (error.is("teleconsultation.number")) // with a figure in it
        return TeleconsultationWords::tr("At most %n people fit into one of these rooms.", nullptr,
                                         error.data.value("limit"_L1).toInt());
    for (const Refusal &refusal : refusals) {
        if (error.is(refusal.reason))
            return TeleconsultationWords::tr(refusal.text);
    }
    return errorText(error);
}

} // namespace anteroom
