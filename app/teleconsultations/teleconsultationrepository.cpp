// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationrepository.h"

#include "app/storage/keyset.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace anteroom {

namespace {

#define COLUMNS                                                                                              \
    "SELECT id, state, starts_at, ends_at, is_unlimited, expected, provider, room_id, room_made_of, "        \
    "sequence, created_at, changed_at, joined_at, ended_at, reminded_at FROM teleconsultations "

Teleconsultation readOne(const Cursor &row)
{
    Teleconsultation t;
    t.id = TeleconsultationId::fromTrusted(row.bytes(0));
    t.state = row.view(1) == "trash" ? Teleconsultation::State::Trash : Teleconsultation::State::Public;
    t.startsAt = row.time(2);
    t.endsAt = row.time(3);
    t.unlimited = row.boolean(4);
    t.expected = int(row.integer(5));
    t.provider = row.text(6);
    t.roomId = row.text(7);
    t.roomMadeOf = row.bytes(8);
    t.sequence = int(row.integer(9));
    t.createdAt = row.time(10);
    t.changedAt = row.time(11);
    t.joinedAt = row.optionalTime(12);
    t.endedAt = row.optionalTime(13);
    t.remindedAt = row.optionalTime(14);
    return t;
}

void readParticipants(Transaction &tx, Teleconsultation &t)
{
    Cursor row = tx.query("SELECT id, external_id, full_name, group_names, role, language, user_id, "
                          "provider_user_id, access_url FROM teleconsultation_participants "
                          "WHERE teleconsultation_id = ? ORDER BY place",
                          t.id.text());
    while (row.next()) {
        Participant p;
        p.id = row.id<ParticipantId>(0);
        p.externalId = row.text(1);
        p.fullName = row.text(2);
        const QJsonArray groups = QJsonDocument::fromJson(row.bytes(3)).array();
        for (const QJsonValue &group : groups)
            p.groups.append(group.toString());
        p.role = row.view(4) == "plus" ? ParticipantRole::Plus : ParticipantRole::Basic;
        p.language = row.text(5);
        p.user = row.id<UserId>(6);
        p.providerUserId = row.text(7);
        p.accessUrl = row.bytes(8);
        t.participants.append(std::move(p));
    }
}

std::optional<Teleconsultation> one(Transaction &tx, Cursor row)
{
    if (!row.next())
        return std::nullopt;
    Teleconsultation t = readOne(row);
    readParticipants(tx, t);
    return t;
}

QByteArray sha256(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

const char *stateName(Teleconsultation::State state)
{
    return state == Teleconsultation::State::Trash ? "trash" : "public";
}

void writeParticipants(WriteTransaction &tx, const Teleconsultation &t,
                       const TeleconsultationRepository::TokenOf &tokenOf)
{
    tx.execute("DELETE FROM teleconsultation_participants WHERE teleconsultation_id = ?", t.id.text());
    int place = 0;
    for (const Participant &p : t.participants) {
        const QByteArray groups =
            QJsonDocument(QJsonArray::fromStringList(p.groups)).toJson(QJsonDocument::Compact);
        const QByteArray hash = sha256(tokenOf(p.id));
        tx.execute("INSERT INTO teleconsultation_participants (id, teleconsultation_id, place, external_id, "
                   "full_name, group_names, role, language, user_id, provider_user_id, access_url, "
                   "token_sha256) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   p.id, t.id.text(), place++, p.externalId, p.fullName, groups, roleName(p.role), p.language,
                   p.user, p.providerUserId, Blob{p.accessUrl}, Blob{hash});
    }
}

} // namespace

std::optional<Teleconsultation> TeleconsultationRepository::byId(Transaction &tx,
                                                                 const TeleconsultationId &id)
{
    return one(tx, tx.query(COLUMNS "WHERE id = ?", id.text()));
}

std::optional<Teleconsultation> TeleconsultationRepository::ofParticipant(Transaction &tx,
                                                                          const ParticipantId &id)
{
    return one(tx, tx.query(COLUMNS "WHERE id = (SELECT teleconsultation_id "
                                    "FROM teleconsultation_participants WHERE id = ?)",
                            id));
}

std::optional<ParticipantId> TeleconsultationRepository::byToken(Transaction &tx, QByteArrayView hash)
{
    Cursor row = tx.query("SELECT id FROM teleconsultation_participants WHERE token_sha256 = ?", Blob{hash});
    return row.next() ? std::optional(row.id<ParticipantId>(0)) : std::nullopt;
}

Result<Page<Teleconsultation>> TeleconsultationRepository::list(Transaction &tx, std::optional<UtcTime> from,
                                                                std::optional<UtcTime> to,
                                                                const PageRequest &page)
{
    qint64 after = std::numeric_limits<qint64>::min();
    QByteArray afterId = "";
    if (!page.cursor.isEmpty()) {
        const auto key = unpackCursor(page.cursor, 2);
        if (!key)
            return fail(key.error());
        bool isNumber = false;
        after = key->at(0).toLongLong(&isNumber);
        afterId = key->at(1);
        if (!isNumber)
            return fail(ErrorCode::Invalid, "page.cursor", "cursor");
    }
    const int limit = clampedLimit(page);
    Page<Teleconsultation> found;
    {
        Cursor row = tx.query(COLUMNS "WHERE state = 'public' AND starts_at >= ? AND starts_at < ? "
                                      "AND (starts_at, id) > (?, ?) ORDER BY starts_at, id LIMIT ?",
                              from ? toUs(*from) : std::numeric_limits<qint64>::min(),
                              to ? toUs(*to) : std::numeric_limits<qint64>::max(), after, afterId, limit + 1);
        while (row.next())
            found.items.append(readOne(row));
    }
    if (found.items.size() > limit) {
        found.items.resize(limit);
        const Teleconsultation &last = found.items.constLast();
        found.nextCursor = packCursor({QByteArray::number(toUs(last.startsAt)), last.id.text()});
    }
    for (Teleconsultation &t : found.items)
        readParticipants(tx, t);
    return found;
}

QVector<Teleconsultation> TeleconsultationRepository::goingOn(Transaction &tx, UtcTime from, UtcTime now,
                                                              std::chrono::seconds overrun, int limit)
{
    QVector<Teleconsultation> found;
    {
        Cursor row =
            tx.query(COLUMNS "WHERE state = 'public' AND starts_at >= ? AND starts_at < ? "
                             "AND ended_at IS NULL AND (ends_at > ? OR (is_unlimited = 1 AND "
                             "joined_at IS NOT NULL AND ends_at > ?)) ORDER BY starts_at, id LIMIT ?",
                     from, now, now, now - overrun, limit);
        while (row.next())
            found.append(readOne(row));
    }
    for (Teleconsultation &t : found)
        readParticipants(tx, t);
    return found;
}

bool TeleconsultationRepository::insert(WriteTransaction &tx, const Teleconsultation &t,
                                        const TokenOf &tokenOf)
{
    const bool fresh = tx.insertUnlessDuplicate(
        "INSERT INTO teleconsultations (id, state, starts_at, ends_at, is_unlimited, expected, provider, "
        "room_id, room_made_of, sequence, created_at, changed_at, joined_at, ended_at, reminded_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        t.id.text(), stateName(t.state), t.startsAt, t.endsAt, t.unlimited, t.expected, t.provider, t.roomId,
        t.roomMadeOf, t.sequence, t.createdAt, t.changedAt, t.joinedAt, t.endedAt, t.remindedAt);
    if (fresh)
        writeParticipants(tx, t, tokenOf);
    return fresh;
}

void TeleconsultationRepository::update(WriteTransaction &tx, const Teleconsultation &t,
                                        const TokenOf &tokenOf)
{
    tx.execute("UPDATE teleconsultations SET state = ?, starts_at = ?, ends_at = ?, is_unlimited = ?, "
               "expected = ?, provider = ?, room_id = ?, room_made_of = ?, sequence = ?, changed_at = ?, "
               "joined_at = ?, ended_at = ?, reminded_at = ? WHERE id = ?",
               stateName(t.state), t.startsAt, t.endsAt, t.unlimited, t.expected, t.provider, t.roomId,
               t.roomMadeOf, t.sequence, t.changedAt, t.joinedAt, t.endedAt, t.remindedAt, t.id.text());
    writeParticipants(tx, t, tokenOf);
    tx.execute("DELETE FROM teleconsultation_invitations WHERE teleconsultation_id = ? AND participant_id "
               "NOT IN (SELECT id FROM teleconsultation_participants WHERE teleconsultation_id = ?)",
               t.id.text(), t.id.text());
}

void TeleconsultationRepository::setJoined(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at)
{
    tx.execute("UPDATE teleconsultations SET joined_at = ? WHERE id = ? AND joined_at IS NULL", at,
               id.text());
}

void TeleconsultationRepository::setEnded(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at)
{
    tx.execute("UPDATE teleconsultations SET ended_at = ? WHERE id = ? AND ended_at IS NULL", at, id.text());
}

QVector<InvitationAddress> TeleconsultationRepository::invited(Transaction &tx, const TeleconsultationId &id)
{
    QVector<InvitationAddress> all;
    Cursor row = tx.query("SELECT participant_id, channel, recipient FROM teleconsultation_invitations "
                          "WHERE teleconsultation_id = ? ORDER BY participant_id, channel",
                          id.text());
    while (row.next())
        all.append(
            {row.id<ParticipantId>(0), channelByName(row.view(1)).value_or(Channel::Sms), row.text(2)});
    return all;
}

void TeleconsultationRepository::setInvited(WriteTransaction &tx, const TeleconsultationId &id,
                                            const InvitationAddress &address)
{
    tx.execute("INSERT INTO teleconsultation_invitations (teleconsultation_id, participant_id, channel, "
               "recipient, invited_at) VALUES (?, ?, ?, ?, ?) "
               "ON CONFLICT (teleconsultation_id, participant_id, channel) DO UPDATE SET "
               "recipient = excluded.recipient, invited_at = excluded.invited_at",
               id.text(), address.participant, channelName(address.channel), address.to, tx.now());
}

QVector<TeleconsultationId> TeleconsultationRepository::toRemind(Transaction &tx, UtcTime before, int limit)
{
    QVector<TeleconsultationId> ids;
    Cursor row = tx.query("SELECT id FROM teleconsultations WHERE state = 'public' AND starts_at > ? "
                          "AND starts_at <= ? AND reminded_at IS NULL AND room_id IS NOT NULL "
                          "ORDER BY starts_at, id LIMIT ?",
                          tx.now(), before, limit);
    while (row.next())
        ids.append(TeleconsultationId::fromTrusted(row.bytes(0)));
    return ids;
}

void TeleconsultationRepository::setReminded(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at)
{
    tx.execute("UPDATE teleconsultations SET reminded_at = ? WHERE id = ?", at, id.text());
}

std::optional<TeleconsultationRepository::VideoUser>
TeleconsultationRepository::videoUser(Transaction &tx, const QString &provider, const QString &externalId)
{
    Cursor row = tx.query("SELECT provider_user_id, is_confirmed FROM video_users "
                          "WHERE provider = ? AND external_id = ?",
                          provider, externalId);
    return row.next() ? std::optional(VideoUser{row.text(0), row.boolean(1)}) : std::nullopt;
}

void TeleconsultationRepository::setVideoUser(WriteTransaction &tx, const QString &provider,
                                              const QString &externalId, const VideoUser &user)
{
    tx.execute("INSERT INTO video_users (provider, external_id, provider_user_id, is_confirmed, created_at) "
               "VALUES (?, ?, ?, ?, ?) ON CONFLICT (provider, external_id) DO UPDATE SET "
               "provider_user_id = excluded.provider_user_id, is_confirmed = excluded.is_confirmed "
               "WHERE is_confirmed = 0",
               provider, externalId, user.id, user.confirmed, tx.now());
}

} // namespace anteroom
