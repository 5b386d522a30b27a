// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/erasurerepository.h"

#include "app/directory/userrepository.h"
#include "app/storage/vault.h"

#include <limits>

namespace anteroom {

namespace {

// How many rows one look at a whole table reads: some 20 ms.
constexpr int rowsAtOnce = 10'000;

QVector<FileId> ids(Cursor rows)
{
    QVector<FileId> all;
    while (rows.next())
        all.append(rows.id<FileId>(0));
    return all;
}

QVector<ErasureRepository::OldRequest> requests(Cursor rows)
{
    QVector<ErasureRepository::OldRequest> all;
    while (rows.next())
        all.append({rows.id<FileRequestId>(0), rows.id<UserId>(1), rows.time(2)});
    return all;
}

ErasureRepository::Traces traces(Cursor rows, const UserId &user)
{
    ErasureRepository::Traces found;
    int read = 0;
    while (rows.next()) {
        ++read;
        found.last = rows.bytes(0);
        if (rows.view(1) == user.text())
            found.ids.append(found.last);
    }
    if (read < rowsAtOnce)
        found.last = QByteArray();
    return found;
}

QByteArray orFirst(const QByteArray &after)
{
    return after.isNull() ? QByteArray("") : after;
}

} // namespace

QVector<ErasureRepository::OldFile> ErasureRepository::filesBefore(Transaction &tx, UtcTime before,
                                                                   const FileId &after, int limit)
{
    // Ids begin with their time, so that the files' own order needs no index by age.
    QVector<OldFile> files;
    Cursor rows = tx.query("SELECT id, user_id, coalesce(data_key, user_id), data_key IS NULL, created_at "
                           "FROM files WHERE id > ? AND id < ? ORDER BY id LIMIT ?",
                           orFirst(after.text()), FileId::generate(before), limit);
    while (rows.next())
        files.append({rows.id<FileId>(0), rows.id<UserId>(1), rows.bytes(2), rows.boolean(3), rows.time(4)});
    return files;
}

bool ErasureRepository::isKeyOver(Transaction &tx, const OldFile &file, UtcTime keyMadeBefore, UtcTime cutoff)
{
    if (file.createdAt >= cutoff)
        return false;
    if (file.hasOwnKey) // it stays with its owner; its files are told apart by nothing but their age
        return true;
    return !tx.query("SELECT 1 FROM data_keys WHERE owner_id = ? AND created_at > ?", file.key, keyMadeBefore)
                .next() &&
           !tx.query("SELECT 1 FROM files WHERE user_id = ? AND created_at >= ? AND data_key = ?", file.user,
                     cutoff, file.key)
                .next();
}

QVector<ErasureRepository::OldRequest> ErasureRepository::requestsBefore(Transaction &tx,
                                                                         const QByteArray &state,
                                                                         UtcTime before,
                                                                         const OldRequest &after, int limit)
{
    const UtcTime from = after.id.isNull() ? utcFromUs(std::numeric_limits<qint64>::min()) : after.createdAt;
    const QByteArray fromId = orFirst(after.id.text());
    if (state == "open")
        return requests(tx.query("SELECT id, patient_user_id, created_at FROM file_requests "
                                 "WHERE state = 'open' AND created_at < ? AND (created_at, id) > (?, ?) "
                                 "ORDER BY created_at, id LIMIT ?",
                                 before, from, fromId, limit));
    return requests(tx.query("SELECT id, patient_user_id, created_at FROM file_requests "
                             "WHERE state <> 'open' AND state = ? AND created_at < ? "
                             "AND (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?",
                             state, before, from, fromId, limit));
}

bool ErasureRepository::hasFiles(Transaction &tx, const FileRequestId &request)
{
    return tx.query("SELECT 1 FROM files WHERE file_request_id = ?", request).next();
}

QVector<ErasureRepository::OldRequest> ErasureRepository::requestsOf(Transaction &tx, const UserId &patient,
                                                                     int limit)
{
    return requests(tx.query("SELECT id, patient_user_id, created_at FROM file_requests "
                             "WHERE patient_user_id = ? LIMIT ?",
                             patient, limit));
}

QVector<FileId> ErasureRepository::filesOfUser(Transaction &tx, const UserId &user, int limit)
{
    return ids(tx.query("SELECT id FROM files WHERE user_id = ? LIMIT ?", user, limit));
}

QVector<FileId> ErasureRepository::filesOfRequest(Transaction &tx, const FileRequestId &request)
{
    return ids(tx.query("SELECT id FROM files WHERE file_request_id = ?", request));
}

void ErasureRepository::eraseFile(WriteTransaction &tx, const FileId &id)
{
    tx.execute("DELETE FROM files WHERE id = ?", id);
}

void ErasureRepository::eraseRequest(WriteTransaction &tx, const FileRequestId &id)
{
    tx.execute("DELETE FROM outbox WHERE reference = ?", id);
    tx.execute("DELETE FROM app_fallbacks WHERE file_request_id = ?", id);
    tx.execute("DELETE FROM patient_sessions WHERE file_request_id = ?", id);
    tx.execute("DELETE FROM patient_codes WHERE file_request_id = ?", id);
    tx.execute("DELETE FROM patient_upload_parts WHERE upload_id IN "
               "(SELECT u.id FROM patient_uploads u WHERE u.file_request_id = ?)",
               id);
    tx.execute("DELETE FROM patient_uploads WHERE file_request_id = ?", id);
    tx.execute("DELETE FROM file_requests WHERE id = ?", id);
}

QVector<ErasureRepository::OldResend> ErasureRepository::resendsBefore(Transaction &tx, UtcTime before,
                                                                       int limit)
{
    // By their ids, which begin with their time.
    QVector<OldResend> all;
    Cursor rows = tx.query("SELECT id, patient_id, message_id FROM device_request_jobs WHERE id < ? "
                           "ORDER BY id LIMIT ?",
                           FileId::generate(before), limit);
    while (rows.next())
        all.append({rows.bytes(0), rows.bytes(1), rows.bytes(2)});
    return all;
}

void ErasureRepository::eraseResend(WriteTransaction &tx, const OldResend &resend)
{
    tx.execute("DELETE FROM outbox WHERE id = ?", resend.message);
    tx.execute("DELETE FROM device_request_jobs WHERE id = ?", resend.job);
}

QVector<ErasureRepository::OldCall> ErasureRepository::callsBefore(Transaction &tx, UtcTime before, int limit)
{
    QVector<OldCall> calls;
    Cursor rows = tx.query("SELECT id, user_id FROM call_attempts WHERE dispatched_at < ? AND due_at IS NULL "
                           "ORDER BY dispatched_at, id LIMIT ?",
                           before, limit);
    while (rows.next())
        calls.append({rows.bytes(0), rows.id<UserId>(1)});
    return calls;
}

void ErasureRepository::eraseCall(WriteTransaction &tx, const QByteArray &id)
{
    tx.execute("DELETE FROM outbox WHERE reference = ?", id);
    tx.execute("DELETE FROM call_attempts WHERE id = ?", id);
}

void ErasureRepository::eraseCallsOf(WriteTransaction &tx, const UserId &user)
{
    tx.execute("DELETE FROM call_attempts WHERE user_id = ?", user);
}

void ErasureRepository::emptyUser(WriteTransaction &tx, const User &user)
{
    Vault::erase(tx, user.id.text());
    User empty;
    empty.id = user.id;
    empty.kind = user.kind;
    empty.createdAt = user.createdAt;
    empty.changedAt = tx.now();
    UserRepository::update(tx, user, empty);
    tx.execute("UPDATE users SET erased_at = ? WHERE id = ?", tx.now(), user.id);
    tx.execute("DELETE FROM user_devices WHERE user_id = ?", user.id);
}

void ErasureRepository::erasePerson(WriteTransaction &tx, const QByteArray &personId)
{
    if (personId.isEmpty())
        return;
    Vault::erase(tx, personId);
    // Texts about their device requests, and those about somebody else's that went to their number.
    tx.execute("DELETE FROM outbox WHERE id IN (SELECT message_id FROM device_request_jobs "
               "WHERE patient_id = ?)",
               personId);
    tx.execute("DELETE FROM outbox WHERE id IN (SELECT message_id FROM device_request_jobs "
               "WHERE told_person_id <> patient_id AND told_person_id = ?)",
               personId);
    tx.execute("DELETE FROM device_request_jobs WHERE patient_id = ?", personId);
    tx.execute("UPDATE device_request_jobs SET told_person_id = NULL "
               "WHERE told_person_id <> patient_id AND told_person_id = ?",
               personId);
    tx.execute("DELETE FROM device_requests WHERE patient_id = ?", personId);
    tx.execute("DELETE FROM authentication_methods WHERE person_id = ?", personId);
    tx.execute("DELETE FROM confidant_person_relationships WHERE person_id = ? OR confidant_person_id = ?",
               personId, personId);
    tx.execute("DELETE FROM persons WHERE id = ?", personId);
}

void ErasureRepository::eraseParticipant(WriteTransaction &tx, const User &user)
{
    const QString externalId = user.externalId.isEmpty() ? QString() : user.externalId;
    // A room_id, if only an empty one, has the others told (TeleconsultationService::giveUpLeftRooms).
    tx.execute("UPDATE teleconsultations SET state = 'trash', changed_at = ?1, sequence = sequence + 1, "
               "room_id = COALESCE(room_id, '') "
               "WHERE state = 'public' AND ended_at IS NULL AND (ends_at > ?1 OR is_unlimited = 1) AND id IN "
               "(SELECT teleconsultation_id FROM teleconsultation_participants "
               "WHERE user_id = ?2 OR external_id = ?3)",
               tx.now(), user.id, externalId);
    // Also those from before it was known whose participant they were.
    tx.execute("DELETE FROM outbox WHERE id IN (SELECT o.id FROM teleconsultation_participants p "
               "JOIN teleconsultation_invitations i ON i.teleconsultation_id = p.teleconsultation_id "
               "AND i.participant_id = p.id "
               "JOIN outbox o ON o.reference = i.teleconsultation_id AND o.recipient = i.recipient "
               "WHERE p.user_id = ?1 OR p.external_id = ?2)",
               user.id, externalId);
    tx.execute("DELETE FROM teleconsultation_invitations WHERE participant_id IN "
               "(SELECT id FROM teleconsultation_participants WHERE user_id = ?1 OR external_id = ?2)",
               user.id, externalId);
    tx.execute("DELETE FROM video_users WHERE external_id IN (SELECT external_id "
               "FROM teleconsultation_participants WHERE user_id = ?1 OR external_id = ?2)",
               user.id, externalId);
    tx.execute("UPDATE teleconsultation_participants SET external_id = 'erased ' || id, full_name = '', "
               "language = NULL, user_id = NULL, provider_user_id = NULL, access_url = NULL, "
               "token_sha256 = randomblob(32) WHERE user_id = ?1 OR external_id = ?2",
               user.id, externalId);
}

QVector<QByteArray> ErasureRepository::teleconsultationsBefore(Transaction &tx, UtcTime before, int limit)
{
    QVector<QByteArray> found;
    Cursor rows = tx.query("SELECT id FROM teleconsultations WHERE ends_at < ? AND "
                           "(is_unlimited = 0 OR ended_at IS NOT NULL OR state = 'trash') "
                           "ORDER BY ends_at, id LIMIT ?",
                           before, limit);
    while (rows.next())
        found.append(rows.bytes(0));
    return found;
}

void ErasureRepository::eraseTeleconsultation(WriteTransaction &tx, const QByteArray &id)
{
    tx.execute("DELETE FROM outbox WHERE reference = ? AND NOT (channel = 'video' AND "
               "(status = 'queued' OR status = 'sending' OR status = 'failed' OR status = 'in_doubt'))",
               id);
    tx.execute("DELETE FROM teleconsultation_invitations WHERE teleconsultation_id = ?", id);
    tx.execute("DELETE FROM teleconsultation_participants WHERE teleconsultation_id = ?", id);
    tx.execute("DELETE FROM teleconsultations WHERE id = ?", id);
}

void ErasureRepository::begin(WriteTransaction &tx, const UserId &user)
{
    tx.execute("INSERT INTO erasures (user_id, begun_at) VALUES (?, ?)", user, tx.now());
}

void ErasureRepository::end(WriteTransaction &tx, const UserId &user)
{
    tx.execute("DELETE FROM erasures WHERE user_id = ?", user);
}

QVector<UserId> ErasureRepository::underWay(Transaction &tx)
{
    QVector<UserId> all;
    Cursor rows = tx.query("SELECT user_id FROM erasures WHERE user_id <> '' ORDER BY user_id");
    while (rows.next())
        all.append(rows.id<UserId>(0));
    return all;
}

void ErasureRepository::noteRemainders(WriteTransaction &tx)
{
    tx.execute("INSERT OR IGNORE INTO erasures (user_id, begun_at) VALUES ('', ?)", tx.now());
}

bool ErasureRepository::hasRemainders(Transaction &tx)
{
    return tx.query("SELECT 1 FROM erasures WHERE user_id = ''").next();
}

void ErasureRepository::forgetRemainders(WriteTransaction &tx)
{
    tx.execute("DELETE FROM erasures WHERE user_id = ''");
}

ErasureRepository::Traces ErasureRepository::requestsTo(Transaction &tx, const UserId &recipient,
                                                        const QByteArray &after)
{
    return traces(tx.query("SELECT id, recipient_user_id FROM file_requests WHERE id > ? ORDER BY id LIMIT ?",
                           orFirst(after), rowsAtOnce),
                  recipient);
}

ErasureRepository::Traces ErasureRepository::messagesTo(Transaction &tx, const UserId &user,
                                                        const QByteArray &after)
{
    return traces(tx.query("SELECT id, user_id FROM outbox WHERE id > ? ORDER BY id LIMIT ?", orFirst(after),
                           rowsAtOnce),
                  user);
}

void ErasureRepository::forgetRecipient(WriteTransaction &tx, const QByteArray &request,
                                        const UserId &recipient)
{
    tx.execute("UPDATE file_requests SET recipient_mobile = NULL, recipient_email = NULL "
               "WHERE id = ? AND recipient_user_id = ?",
               request, recipient);
}

void ErasureRepository::eraseMessage(WriteTransaction &tx, const QByteArray &message)
{
    tx.execute("DELETE FROM outbox WHERE id = ?", message);
}

} // namespace anteroom
