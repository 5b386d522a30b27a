// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/teleconsultations/teleconsultationjson.h"

#include "server/http/jsonmembers.h"
#include "server/http/jsonwriter.h"

#include <QJsonArray>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

Result<std::optional<UtcTime>> timeOf(const QJsonObject &body, QLatin1String name)
{
    const QString text = textOf(body, name);
    if (text.isNull())
        return std::nullopt;
    auto time = parseUtcTime(text);
    if (!time)
        return fail(ErrorCode::Invalid, "teleconsultation.date", nullptr, {{u"place"_s, u"body/"_s + name}});
    return time;
}

NewParticipants participantsFrom(const QJsonValue &value)
{
    NewParticipants participants;
    if (value.isArray()) {
        const QJsonArray ids = value.toArray();
        participants.idsOnly = true;
        participants.number = int(ids.size());
        for (const QJsonValue &id : ids) {
            const QString text = id.toString();
            participants.data.append({.externalId = text.isNull() ? u""_s : text});
        }
        return participants;
    }
    participants.number = value.toObject().value("number"_L1).toInt();
    const QJsonArray data = value.toObject().value("data"_L1).toArray();
    for (const QJsonValue &participant : data)
        participants.data.append(newParticipantFrom(participant.toObject()));
    return participants;
}

} // namespace

NewParticipant newParticipantFrom(const QJsonObject &body)
{
    NewParticipant participant;
    participant.externalId = textOf(body, "userExternalId"_L1);
    participant.fullName = textOf(body, "fullName"_L1);
    participant.language = textOf(body, "language"_L1);
    if (body.contains("groups"_L1)) {
        participant.groups.emplace();
        const QJsonArray groups = body.value("groups"_L1).toArray();
        for (const QJsonValue &group : groups)
            participant.groups->append(group.toString());
    }
    return participant;
}

Result<TeleconsultationInput> teleconsultationInputFrom(const QJsonObject &body)
{
    TeleconsultationInput input;
    const auto startsAt = timeOf(body, "start_date"_L1);
    if (!startsAt)
        return fail(startsAt.error());
    const auto endsAt = timeOf(body, "end_date"_L1);
    if (!endsAt)
        return fail(endsAt.error());
    input.startsAt = *startsAt;
    input.endsAt = *endsAt;
    if (body.contains("duration_in_seconds"_L1))
        input.duration = std::chrono::seconds(body.value("duration_in_seconds"_L1).toInteger());
    if (body.contains("participants"_L1))
        input.participants = participantsFrom(body.value("participants"_L1));
    return input;
}

QByteArray encodedRoomId(const Teleconsultation &t)
{
    JsonWriter json(48);
    json.beginObject().name("roomId").ascii(t.id.text()).endObject();
    return json.take();
}

QByteArray encodedTeleconsultationPage(const Page<Teleconsultation> &page)
{
    JsonWriter json(4096);
    json.beginObject().name("items").beginArray();
    for (const Teleconsultation &t : page.items) {
        json.beginObject();
        json.name("_id").ascii(t.id.text());
        json.name("start_date").ascii(toIsoMillis(t.startsAt));
        json.name("end_date").ascii(toIsoMillis(t.endsAt));
        json.name("participants").beginObject();
        json.name("number").value(qint64(t.expected));
        json.name("data").beginArray();
        for (const Participant &p : t.participants) {
            json.beginObject();
            json.name("userExternalId").value(p.externalId);
            json.name("groups").beginArray();
            for (const QString &group : p.groups)
                json.value(group);
            json.endArray();
            json.name("fullName").value(p.fullName);
            json.name("language").value(p.language);
            json.endObject();
        }
        json.endArray().endObject().endObject();
    }
    json.endArray().name("nextCursor");
    if (page.nextCursor.isEmpty())
        json.null();
    else
        json.ascii(page.nextCursor);
    json.endObject();
    return json.take();
}

QByteArray encodedRoom(const Teleconsultation &t, const Participant &asker,
                       const std::optional<QString> &link)
{
    JsonWriter json(1024);
    json.beginObject();
    json.name("bandyerUserId").value(asker.providerUserId);
    json.name("accessLinkURL").value(link.value_or(QString()));
    json.name("participantsBandyerCall").beginArray();
    for (const Participant &p : t.participants) {
        if (p.id == asker.id)
            continue;
        json.beginObject();
        json.name("bandyerUserId").value(p.providerUserId);
        json.name("fullName").value(p.fullName);
        json.endObject();
    }
    json.endArray().endObject();
    return json.take();
}

} // namespace anteroom
