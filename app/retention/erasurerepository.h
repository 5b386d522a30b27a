// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"
#include "app/storage/transaction.h"

#include <QVector>

namespace anteroom {

/// The SQL of erasing, and nothing else: no rules, no audit. Whoever adds a table that holds something of a
/// file request or of a person adds its DELETE here. On the thread of the transaction.
class ErasureRepository
{
public:
    struct OldFile
    {
        FileId id;
        UserId user;
        QByteArray key; ///< data_keys.owner_id; the user's own for what is older than keys by the hour
        bool hasOwnKey = false;
        UtcTime createdAt;
    };
    /// Files in the order of their ids, which is that of their coming, made before `before`.
    static QVector<OldFile> filesBefore(Transaction &tx, UtcTime before, const FileId &after, int limit);
    /// Whether the key, made at `keyMadeBefore` at the latest, seals nothing that came at `cutoff` or later.
    static bool isKeyOver(Transaction &tx, const OldFile &file, UtcTime keyMadeBefore, UtcTime cutoff);

    struct OldRequest
    {
        FileRequestId id;
        UserId patient;
        UtcTime createdAt;
    };
    /// Requests of a state (open, answered, …) made before `before`, oldest first, from behind `after`.
    static QVector<OldRequest> requestsBefore(Transaction &tx, const QByteArray &state, UtcTime before,
                                              const OldRequest &after, int limit);
    static bool hasFiles(Transaction &tx, const FileRequestId &request);

    static QVector<OldRequest> requestsOf(Transaction &tx, const UserId &patient, int limit);
    /// The files of a user, or of a request, in no order.
    static QVector<FileId> filesOfUser(Transaction &tx, const UserId &user, int limit);
    static QVector<FileId> filesOfRequest(Transaction &tx, const FileRequestId &request);

    static void eraseFile(WriteTransaction &tx, const FileId &id);
    /// The request's row with its messages and its patients' sessions; its files are the caller's to erase
    /// first.
    static void eraseRequest(WriteTransaction &tx, const FileRequestId &id);

    struct OldResend
    {
        QByteArray job;
        QByteArray person;
        QByteArray message; ///< null: nothing was sent
    };
    /// Jobs of device requests made before `before`, in any order.
    static QVector<OldResend> resendsBefore(Transaction &tx, UtcTime before, int limit);
    /// The job with its message.
    static void eraseResend(WriteTransaction &tx, const OldResend &resend);

    struct OldCall
    {
        QByteArray id; ///< of the attempt to ring one device
        UserId user;
    };
    /// What is over and began before `before`, oldest first.
    static QVector<OldCall> callsBefore(Transaction &tx, UtcTime before, int limit);
    /// The attempt with what was pushed for it.
    static void eraseCall(WriteTransaction &tx, const QByteArray &id);
    /// All calls of somebody; their pushes go with messagesTo().
    static void eraseCallsOf(WriteTransaction &tx, const UserId &user);

    /// Empties the user's row, so that nothing finds it, and removes their names, devices and keys.
    static void emptyUser(WriteTransaction &tx, const User &user);
    /// What the health system's registers hold of the person.
    static void erasePerson(WriteTransaction &tx, const QByteArray &personId);

    /// Takes the person out of teleconsultations: their name, ids and links. What has not ended yet is
    /// cancelled; a room that a provider has of it is left for TeleconsultationService::giveUpLeftRooms().
    static void eraseParticipant(WriteTransaction &tx, const User &user);
    /// Teleconsultations that ended before `before`, the oldest first, at most `limit`; their ids.
    static QVector<QByteArray> teleconsultationsBefore(Transaction &tx, UtcTime before, int limit);
    /// With their participants and messages, but for what is still to be undone at a provider.
    static void eraseTeleconsultation(WriteTransaction &tx, const QByteArray &id);

    static void begin(WriteTransaction &tx, const UserId &user);
    static void end(WriteTransaction &tx, const UserId &user);
    /// Whose erasing has begun and not ended.
    static QVector<UserId> underWay(Transaction &tx);

    // Whether rows were erased whose remainders lie in the database file still.
    static void noteRemainders(WriteTransaction &tx);
    static bool hasRemainders(Transaction &tx);
    static void forgetRemainders(WriteTransaction &tx);

    /// Rows of others that name somebody, found by reading a whole table, a piece at a time.
    struct Traces
    {
        QVector<QByteArray> ids;
        QByteArray last; ///< where the next piece starts; null: that was all
    };
    static Traces requestsTo(Transaction &tx, const UserId &recipient, const QByteArray &after);
    static Traces messagesTo(Transaction &tx, const UserId &user, const QByteArray &after);
    static void forgetRecipient(WriteTransaction &tx, const QByteArray &request, const UserId &recipient);
    static void eraseMessage(WriteTransaction &tx, const QByteArray &message);
};

} // namespace anteroom
