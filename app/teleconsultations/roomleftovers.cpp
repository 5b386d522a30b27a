// SPDX-License-Identifier: GPL-3.0-or-later
// Rooms that lie with a provider and are not used: what becomes of them.
#include "app/delivery/outbox.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "app/teleconsultations/teleconsultationservice.h"

#include <QJsonDocument>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

struct Intent
{
    QByteArray id;
    QString provider;
    QByteArray teleconsultation;
};

std::optional<Intent> intentOf(Transaction &tx, const QByteArray &id)
{
    Cursor row = tx.query("SELECT id, provider, teleconsultation_id FROM video_intents WHERE id = ?", id);
    return row.next() ? std::optional(Intent{row.bytes(0), row.text(1), row.bytes(2)}) : std::nullopt;
}

} // namespace

Result<void> deleteRoomLater(WriteTransaction &tx, const Outbox &outbox, const QString &provider,
                             const QString &roomId, const TeleconsultationId &teleconsultation)
{
    if (provider == QLatin1String(RoomAccess::provider))
        return {};
    const auto queued =
        outbox.enqueue(tx, {.channel = Channel::Video,
                            .to = roomId,
                            .body = compact({{u"action"_s, u"room.delete"_s}, {u"room_id"_s, roomId}}),
                            .reference = teleconsultation.text(),
                            .provider = provider});
    return queued ? Result<void>() : fail(queued.error());
}

Result<void> TeleconsultationService::giveUpRoom(WriteTransaction &tx, const QString &provider,
                                                 const QString &roomId,
                                                 const TeleconsultationId &teleconsultation) const
{
    return deleteRoomLater(tx, m_parts.outbox, provider, roomId, teleconsultation);
}

Result<void> TeleconsultationService::noteDoubt(WriteTransaction &tx, const QByteArray &id) const
{
    const auto intent = intentOf(tx, id);
    if (!intent)
        return {};
    const auto noted = m_parts.outbox.enqueueInDoubt(tx,
                                                     {.channel = Channel::Video,
                                                      .to = QString::fromLatin1(intent->teleconsultation),
                                                      .body = compact({{u"action"_s, u"room.create"_s}}),
                                                      .reference = intent->teleconsultation,
                                                      .provider = intent->provider},
                                                     "video.room_unknown");
    if (!noted)
        return fail(noted.error());
    tx.execute("DELETE FROM video_intents WHERE id = ?", id);
    return {};
}

bool TeleconsultationService::needsRepair(Transaction &tx)
{
    return tx.query("SELECT 1 FROM video_intents LIMIT 1").next() || hasLeftRooms(tx);
}

bool TeleconsultationService::hasLeftRooms(Transaction &tx)
{
    return tx.query("SELECT 1 FROM teleconsultations WHERE state = 'trash' AND room_id IS NOT NULL LIMIT 1")
        .next();
}

Result<int> TeleconsultationService::repair(WriteTransaction &tx) const
{
    QVector<QByteArray> intents;
    {
        Cursor row = tx.query("SELECT id FROM video_intents ORDER BY id");
        while (row.next())
            intents.append(row.bytes(0));
    }
    for (const QByteArray &id : intents) {
        if (auto noted = noteDoubt(tx, id); !noted)
            return fail(noted.error());
    }
    const auto left = giveUpLeftRooms(tx);
    return left ? Result<int>(int(intents.size()) + *left) : left;
}

Result<int> TeleconsultationService::giveUpLeftRooms(WriteTransaction &tx) const
{
    struct Left
    {
        QByteArray id;
        QString provider;
        QString room;
    };
    QVector<Left> left;
    {
        Cursor row = tx.query("SELECT id, provider, room_id FROM teleconsultations "
                              "WHERE state = 'trash' AND room_id IS NOT NULL");
        while (row.next())
            left.append({row.bytes(0), row.text(1), row.text(2)});
    }
    for (const Left &one : left) {
        const auto id = TeleconsultationId::fromTrusted(one.id);
        if (!one.room.isEmpty()) {
            if (auto given = giveUpRoom(tx, one.provider, one.room, id); !given)
                return fail(given.error());
        }
        // Who was to meet them hears of it as of any cancellation.
        if (const auto t = TeleconsultationRepository::byId(tx, id); t && !t->isOver(tx.now())) {
            if (auto told = tellInvited(tx, *t, TeleconsultationMessage::Cancelled); !told)
                return told;
        }
        tx.execute("UPDATE teleconsultations SET room_id = NULL, room_made_of = NULL WHERE id = ?", one.id);
    }
    return int(left.size());
}

} // namespace anteroom
