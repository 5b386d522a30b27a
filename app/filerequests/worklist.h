// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/delivery/message.h"
#include "app/filerequests/filerequestservice.h"

namespace anteroom {

/// A file request as the console's lists show it: with what became of its messages and whose it is.
struct WorkItem
{
    FileRequestView view;
    QVector<Message> messages; ///< newest first, at most the newest of many
    QString assignee;          ///< the name; null: nobody's
    int filesToScan = 0;       ///< came, and not known to be harmless yet: they are not in the view
    int filesInfected = 0;     ///< came, and were removed when the scanner had seen them
};

/// How many answers wait for somebody.
struct WorkCounts
{
    int answered = 0;
    int mine = 0;
    int unassigned = 0;
};

/// Photos that came, in short: for a notification.
struct NewAnswer
{
    FileRequestId request;
    UtcTime at; ///< the latest photos
    QString patient;
    int photos = 0; ///< in all so far
};

/// A message that failed or is in doubt, with whom it concerns.
struct TroubledMessage
{
    Message message; ///< its body is not read
    QString patient; ///< the name; empty where nobody is known
};

/// What the console's lists read: several features' tables in one query each, never one a row. Synchronous,
/// on the thread of the transaction it is given. Audit rows of the reads are the caller's.
class WorkList
{
public:
    /// As FileRequestService::list(), newest first. Errors: the same.
    static Result<Page<WorkItem>> page(Transaction &tx, const FileRequestService &service, const Actor &actor,
                                       const FileRequestFilter &filter, const PageRequest &page);
    /// One of them. Errors: as FileRequestService::get().
    static Result<WorkItem> item(Transaction &tx, const FileRequestService &service, const Actor &actor,
                                 const FileRequestId &id);
    /// Counts, without loading anything. Errors: Forbidden "scope.missing" for whoever is no staff.
    static Result<WorkCounts> answered(Transaction &tx, const Actor &actor);
    /// Answers after `since`, the oldest first. Errors: as answered().
    static Result<QVector<NewAnswer>> answeredSince(Transaction &tx, const Actor &actor, UtcTime since,
                                                    int limit);
    /// Messages to people that need a decision, newest first. Errors: as answered().
    static Result<QVector<TroubledMessage>> troubled(Transaction &tx, const Actor &actor, int limit);
};

} // namespace anteroom
