// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/filerequests/patientcodes.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Settings;

/// Somebody who gave the right date of birth, for a while. The token is for their browser: only its SHA-256
/// is kept.
struct PatientSession
{
    QByteArray token; ///< 32 bytes in base64url
    QByteArray csrf;
    UtcTime expiresAt;
    FileRequestId fileRequest;
};

/// What became of a date of birth given for a link.
struct DateAnswer
{
    enum class Kind {
        Opened,  ///< right: here is the session
        Expired, ///< right, but it is too late
        Refused  ///< anything else; nobody outside may be told what
    };

    Kind kind = Kind::Refused;
    PatientSession session;
    bool knownLink = false; ///< for counting misses by address; never for an answer
};

/// What the page shows to whoever has a session.
struct PatientPage
{
    FileRequest request;
    QString clinicName; ///< empty where unset
    QString clinicPhone;
    QVector<File> files; ///< what came so far, oldest first
    QByteArray csrf;
    bool isCancelled = false;
    bool isExpired = false;
    int photosLeft = 0;

    bool takesPhotos() const { return !isCancelled && !isExpired && photosLeft > 0; }
};

/// The way in for patients (RULES.md, The patient page). Synchronous, on the thread of the transaction.
class PatientAccess
{
public:
    static constexpr std::chrono::hours sessionFor{2};
    static constexpr int wrongDatesAllowed = 5;
    static constexpr std::chrono::minutes firstLock{15};
    static constexpr std::chrono::hours longestLock{24};

    PatientAccess(const Settings &settings, const Vault &vault, const Outbox &outbox);

    /// Holds a date against a link's. Wrong ones are counted: five lock the link for 15 minutes, then 30, to
    /// 24 hours; while it is locked the right one is refused too, and sessions that run go on. The same work
    /// is done whether the link exists or not. An invalid date is a wrong one. A refusal is a value, so that
    /// its count is kept.
    ///
    /// A right one-time `code` (empty: none) has one effect: the date is heard although the link is locked.
    /// Wrong dates count then too, and the fifth also shuts codes out for as long as the new lock lasts.
    Result<DateAnswer> checkDateOfBirth(WriteTransaction &tx, const QByteArray &shortLinkId, QDate date,
                                        const QByteArray &source, const QByteArray &code = {}) const;

    /// Sends a one-time code to where the link went, if it is a live link's and may have one. What became of
    /// it stands in the audit log alone. Errors: the store's.
    Result<void> askForCode(WriteTransaction &tx, const QByteArray &shortLinkId,
                            const QByteArray &source) const;

    /// Errors: Unauthenticated "session.unknown" where the token opens no session of this link any more.
    Result<PatientPage> page(Transaction &tx, const QByteArray &shortLinkId, const QByteArray &token) const;

    /// Whoever has the session, for the services that photos are given to.
    static Actor actorOf(const PatientPage &page, const QByteArray &source);

    /// Removes sessions that have ended, and old codes; called now and then.
    static void forgetOldSessions(WriteTransaction &tx);

private:
    const Settings &m_settings;
    const PatientCodes m_codes;
};

} // namespace anteroom
