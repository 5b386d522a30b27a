// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/importteleconsultation.h"

#include "app/delivery/outbox.h"
#include "app/directory/userrepository.h"
#include "app/settings/settings.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "app/teleconsultations/teleconsultationservice.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QJsonObject &object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    return value.isString() && value.toString().isNull() ? u""_s : value.toString();
}

NewParticipants participantsFrom(const QJsonObject &given)
{
    NewParticipants participants;
    participants.number = given.value("number"_L1).toInt();
    const QJsonArray data = given.value("data"_L1).toArray();
    for (const QJsonValue &value : data) {
        const QJsonObject object = value.toObject();
        NewParticipant participant{.externalId = textOf(object, "userExternalId"_L1),
                                   .fullName = textOf(object, "fullName"_L1),
                                   .groups = std::nullopt,
                                   .language = textOf(object, "language"_L1)};
        if (object.value("groups"_L1).isArray()) {
            participant.groups.emplace();
            const QJsonArray groups = object.value("groups"_L1).toArray();
            for (const QJsonValue &group : groups)
                participant.groups->append(group.toString());
        }
        participants.data.append(participant);
    }
    return participants;
}

// The place in the file: what the rules say of a body, as a pointer.
void refuse(BundleRow &row, const Error &error)
{
    QString place = error.data.value("place"_L1).toString();
    place = place.section(u'/', 1);
    const QString member = error.data.value("member"_L1).toString();
    if (!member.isEmpty())
        place += (place.isEmpty() ? QString() : u"/"_s) + member;
    if (place.isEmpty())
        row.refuse(error);
    else
        row.refuse(place, error.reason);
}

void store(WriteTransaction &tx, const Actor &actor, const RoomAccess &rooms, Teleconsultation next,
           bool isNew)
{
    next.provider = QLatin1String(RoomAccess::provider);
    next.roomId = next.isComplete() ? QString::fromLatin1(next.id.text()) : QString();
    next.roomMadeOf = QByteArray();
    next.changedAt = tx.now();
    for (Participant &p : next.participants) {
        p.providerUserId = RoomAccess::userOf(tx, p.externalId);
        p.accessUrl = QByteArray();
        const auto users = UserRepository::patientsByExternalId(tx, p.externalId);
        if (p.user.isNull() && !users.isEmpty())
            p.user = users.constFirst().id;
    }
    const auto tokenOf = [&rooms](const ParticipantId &id) { return rooms.tokenOf(id); };
    if (isNew) {
        next.createdAt = tx.now();
        TeleconsultationRepository::insert(tx, next, tokenOf);
    } else {
        ++next.sequence;
        TeleconsultationRepository::update(tx, next, tokenOf);
    }
    auditTeleconsultation(tx, actor, "teleconsultation.import", next);
}

} // namespace

void importTeleconsultation(WriteTransaction &tx, const Actor &actor, const Settings &settings,
                            const Vault &vault, BundleRow &row)
{
    QString idText;
    row.read("id", idText);
    const auto id =
        idText.isNull() ? TeleconsultationId::generate(tx.now()) : TeleconsultationId::parse(idText.toUtf8());
    if (!id)
        row.refuse(u"id"_s, "teleconsultation.id");
    TeleconsultationInput input;
    row.read("start_date", input.startsAt);
    row.read("end_date", input.endsAt);
    std::optional<qint64> seconds;
    row.read("duration_in_seconds", seconds);
    if (seconds)
        input.duration = std::chrono::seconds(*seconds);
    if (row.given("participants")) {
        QJsonObject participants;
        row.read("participants", participants);
        input.participants = participantsFrom(participants);
    }
    const auto privileges = Privileges::inForce(settings);
    if (!privileges)
        return row.refuse(privileges.error());
    if (!row.good())
        return;

    const TeleconsultationRules rules{.privileges = *privileges,
                                      .provider = QLatin1String(RoomAccess::provider),
                                      .unlimited = settings.flag("UNLIMITED_TELECONSULTATION")};
    const auto known = TeleconsultationRepository::byId(tx, *id);
    if (known && known->state == Teleconsultation::State::Trash)
        return row.refuse(u"id"_s, "teleconsultation.deleted");
    auto next = planned(input, known ? &*known : nullptr, rules, {}, tx.now());
    if (!next)
        return refuse(row, next.error());
    next->id = *id;
    if (known && known->startsAt != next->startsAt)
        next->remindedAt = std::nullopt;
    if (known && !known->roomId.isNull()) {
        const auto given =
            deleteRoomLater(tx, Outbox(settings, vault), known->provider, known->roomId, known->id);
        if (!given)
            return row.refuse(given.error());
    }
    store(tx, actor, RoomAccess(settings, vault), *std::move(next), !known);
}

} // namespace anteroom
