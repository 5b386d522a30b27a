// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequest.h"
#include "app/filerequests/filerequestservice.h"

namespace anteroom {

/// The SQL of file requests, and nothing else: no rules, no audit. On the thread of the transaction.
class FileRequestRepository
{
public:
    static std::optional<FileRequest> byId(Transaction &tx, const FileRequestId &id);
    static std::optional<FileRequest> byShortLink(Transaction &tx, const QByteArray &shortLinkId);
    /// With its people and files.
    static std::optional<FileRequestView> viewById(Transaction &tx, const FileRequestId &id);
    /// The same for a request at hand.
    static FileRequestView viewOf(Transaction &tx, const FileRequest &request);

    /// Newest first, of the account that the filter names or of all.
    static Page<FileRequestView> list(Transaction &tx, const FileRequestFilter &filter,
                                      const PageRequest &page);

    /// False where the id or the short link is taken.
    static bool insert(WriteTransaction &tx, const FileRequest &request);
    /// Overwrites everything but the id and what counts wrong dates.
    static void update(WriteTransaction &tx, const FileRequest &request);

    /// How many messages to people it has caused.
    static int messagesOf(Transaction &tx, const FileRequestId &id);

    struct Lock
    {
        int wrongDates = 0;
        int lockCount = 0;
        std::optional<UtcTime> lockedUntil;
        std::optional<UtcTime> codesLockedUntil; ///< one-time codes do not help until then
    };
    static Lock lockOf(Transaction &tx, const FileRequestId &id);
    static void setLock(WriteTransaction &tx, const FileRequestId &id, const Lock &lock);
};

} // namespace anteroom
