// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"
#include "app/teleconsultations/teleconsultation.h"

namespace anteroom {

/// The tables of teleconsultations: SQL and nothing else. On the thread of the transaction it is given.
class TeleconsultationRepository
{
public:
    /// One of the provider's users.
    struct VideoUser
    {
        QString id;
        bool confirmed = false; ///< the provider was asked and said so
    };

    static std::optional<Teleconsultation> byId(Transaction &tx, const TeleconsultationId &id);
    /// The teleconsultation that this participant takes part in.
    static std::optional<Teleconsultation> ofParticipant(Transaction &tx, const ParticipantId &id);
    /// Whose the token with that SHA-256 is.
    static std::optional<ParticipantId> byToken(Transaction &tx, QByteArrayView sha256);

    /// Those that begin in [from, to), by start; not those in the trash. Errors: Invalid "page.cursor".
    static Result<Page<Teleconsultation>> list(Transaction &tx, std::optional<UtcTime> from,
                                               std::optional<UtcTime> to, const PageRequest &page);

    /// Those that have begun, since `from` at the earliest, and are not over, by start. What has no end is
    /// over with its planned one, or, while somebody came in, `overrun` after it.
    static QVector<Teleconsultation> goingOn(Transaction &tx, UtcTime from, UtcTime now,
                                             std::chrono::seconds overrun, int limit);

    /// Whether the id was free. `tokenOf(ParticipantId)` says what stands in a participant's link.
    using TokenOf = std::function<QByteArray(const ParticipantId &)>;
    static bool insert(WriteTransaction &tx, const Teleconsultation &consultation, const TokenOf &tokenOf);
    /// Writes all of it: who is no longer there is removed, and their token with them.
    static void update(WriteTransaction &tx, const Teleconsultation &consultation, const TokenOf &tokenOf);
    static void setJoined(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at);
    static void setEnded(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at);

    /// Who was told of it, and where.
    static QVector<InvitationAddress> invited(Transaction &tx, const TeleconsultationId &id);
    static void setInvited(WriteTransaction &tx, const TeleconsultationId &id,
                           const InvitationAddress &address);
    /// What is complete, begins before that moment and was not reminded of.
    static QVector<TeleconsultationId> toRemind(Transaction &tx, UtcTime before, int limit);
    static void setReminded(WriteTransaction &tx, const TeleconsultationId &id, UtcTime at);

    static std::optional<VideoUser> videoUser(Transaction &tx, const QString &provider,
                                              const QString &externalId);
    /// Remembers it; one that is confirmed already stays.
    static void setVideoUser(WriteTransaction &tx, const QString &provider, const QString &externalId,
                             const VideoUser &user);
};

} // namespace anteroom
