// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Outbox;
class Settings;
class Vault;

/// One-time codes, by which patients pass the lock that wrong dates put on a link (RULES.md, The patient
/// page). They stand beside the date of birth, never for it. Synchronous, on the thread of the transaction.
class PatientCodes
{
public:
    static constexpr int digits = 6;
    static constexpr std::chrono::minutes validFor{10};
    static constexpr int triesAllowed = 5; ///< answers that name a code, right or wrong
    static constexpr int mostAnHour = 3;   ///< a request
    static constexpr int mostADay = 10;

    PatientCodes(const Settings &settings, const Vault &vault, const Outbox &outbox);

    /// Sends a new code to where the link went; the one before it ends. The outcome for the audit log: "ok",
    /// or why none was sent. Errors: the vault's and the outbox's.
    Result<const char *> send(WriteTransaction &tx, const FileRequest &request) const;

    /// Whether `given` is the request's code. It costs the code a try either way.
    bool tryOut(WriteTransaction &tx, const FileRequest &request, const QByteArray &given) const;

    /// The request's code ends: it was used, or is not needed any more.
    static void end(WriteTransaction &tx, const FileRequestId &request);

    /// Removes those that need not be counted any more.
    static void forgetOld(WriteTransaction &tx);

private:
    Result<void> tell(WriteTransaction &tx, const FileRequest &request, const QString &code) const;

    const Settings &m_settings;
    const Vault &m_vault;
    const Outbox &m_outbox;
};

} // namespace anteroom
