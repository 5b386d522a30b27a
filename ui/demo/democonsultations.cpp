// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/democonsultations.h"

#include "app/clinic.h"
#include "app/directory/userrepository.h"
#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "app/teleconsultations/teleconsultationservice.h"

namespace anteroom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One of the demo's; who takes part besides the host.
struct DemoConsultation
{
    UtcTime startsAt;
    std::chrono::minutes lasts;
    QVector<int> patients; ///< their numbers in the demo's file
    int expected = 0;      ///< 0: as many as there are
    bool isInvited = false;
    bool isByAnother = false; ///< another doctor hosts
};

struct WeekTime
{
    int day; ///< 0: Monday
    QTime clock;
    std::chrono::minutes lasts;
    QVector<int> patients;
    int expected = 0;
    bool isByAnother = false;
};

// A plain week; what lies too near to now gives way to what is made for now.
const QVector<WeekTime> &week()
{
    static const QVector<WeekTime> all{
        {0, QTime(9, 30), 30min, {1}},
        {0, QTime(11, 0), 45min, {4}},
        {0, QTime(14, 30), 30min, {10}, 0, true},
        {1, QTime(10, 30), 60min, {4, 7}},
        {1, QTime(15, 0), 30min, {12}},
        {2, QTime(9, 0), 30min, {3}},
        {2, QTime(11, 30), 60min, {2}},
        {2, QTime(11, 45), 30min, {9}, 0, true},
        {3, QTime(10, 0), 30min, {8}},
        {3, QTime(16, 0), 45min, {5}, 3},
        {4, QTime(9, 15), 30min, {11}},
        {4, QTime(12, 30), 30min, {6}},
    };
    return all;
}

using FiveMinutes = std::chrono::duration<qint64, std::ratio<300>>;

QVector<DemoConsultation> consultations(UtcTime now, const QTimeZone &zone)
{
    const UtcTime soon = std::chrono::ceil<FiveMinutes>(now);
    QVector<DemoConsultation> all{
        {soon - 15min, 45min, {2}, 0, true},  // somebody is in
        {soon + 5min, 30min, {3}, 0, true},   // open, and nobody is in yet
        {soon + 90min, 60min, {4}, 3, false}, // an interpreter is to be found
        {soon + 3h, 30min, {6}, 0, false},    // nobody was told yet
        {soon + 18h, 30min, {1, 9}, 0, true},
    };
    const QDate today = localTime(now, zone).date();
    const QDate monday = today.addDays(1 - today.dayOfWeek());
    for (int weeks = -1; weeks <= 1; ++weeks) {
        for (const WeekTime &each : week()) {
            const UtcTime start = meaningOf(monday.addDays(7 * weeks + each.day), each.clock, zone).time;
            if (start > now - 2h && start < now + 5h)
                continue;
            all.append({start, each.lasts, each.patients, each.expected, true, each.isByAnother});
        }
    }
    return all;
}

NewParticipants participantsOf(Transaction &tx, const DemoConsultation &demo, const Staff &host)
{
    NewParticipants participants;
    for (int number : demo.patients) {
        const auto user =
            UserRepository::byId(tx, UserId::fromTrusted("d0000000-0000-7000-8000-" +
                                                         QByteArray::number(number).rightJustified(12, '0')));
        if (!user)
            continue;
        participants.data.append({.externalId = user->externalId,
                                  .fullName = u"%1 %2"_s.arg(user->firstName, user->lastName),
                                  .groups = QStringList{u"patient"_s},
                                  .user = user->id});
    }
    participants.data.append(
        {.externalId = demo.isByAnother ? u"james"_s : QString::fromLatin1(host.id.text()),
         .fullName = demo.isByAnother ? u"Dr James Patel"_s : host.name,
         .groups = QStringList{u"doctor"_s}});
    participants.number = demo.expected > 0 ? demo.expected : int(participants.data.size());
    return participants;
}

// How far it got: who was told, who came, and when it was over.
void live(WriteTransaction &tx, const Clinic &clinic, const DemoConsultation &demo, const Teleconsultation &t)
{
    if (demo.isInvited) {
        for (const InvitationAddress &address : clinic.teleconsultations().addressesOf(tx, t))
            TeleconsultationRepository::setInvited(tx, t.id, address);
    }
    if (!t.isComplete() || t.startsAt > tx.now())
        return;
    TeleconsultationRepository::setJoined(tx, t.id, t.startsAt + 1min);
    if (t.endsAt < tx.now())
        TeleconsultationRepository::setEnded(tx, t.id, t.endsAt - 3min);
}

} // namespace

Result<void> addDemoConsultations(Clinic &clinic, const Staff &host)
{
    const Actor actor = Actor::system("demo");
    return clinic.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        const auto all = consultations(tx.now(), clinicZone(clinic.settings()));
        for (qsizetype i = 0; i < all.size(); ++i) {
            const auto id =
                TeleconsultationId::fromTrusted("de30" + QByteArray::number(i).rightJustified(20, '0'));
            if (TeleconsultationRepository::byId(tx, id))
                continue;
            const auto made = clinic.teleconsultations().apply(
                tx, actor,
                {.id = id,
                 .input = {.startsAt = all[i].startsAt,
                           .duration = all[i].lasts,
                           .participants = participantsOf(tx, all[i], host)}});
            if (!made)
                return fail(made.error());
            live(tx, clinic, all[i], *made);
        }
        return {};
    });
}

} // namespace anteroom
