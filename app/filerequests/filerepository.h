// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/fileservice.h"

namespace anteroom {

/// The SQL of files, and nothing else. Removed files, and those that are not known to be harmless, are not
/// found. On the thread of the transaction.
class FileRepository
{
public:
    /// Oldest first.
    static QVector<File> ofRequest(Transaction &tx, const FileRequestId &request);
    /// The same with those that wait for the scanner: for whoever sent them.
    static QVector<File> sentTo(Transaction &tx, const FileRequestId &request);
    static int countOfRequest(Transaction &tx, const FileRequestId &request);

    struct Row
    {
        StoredFile stored;
        QString accounts; ///< of a file without a request: separated by U+001F, empty for all
    };
    static std::optional<Row> byId(Transaction &tx, const FileId &id);

    static void insert(WriteTransaction &tx, const File &file, const UserId &patient, const QString &accounts,
                       const QByteArray &keyName, ScanState scan);

    /// At most fifty whose time has come, oldest first.
    static QVector<WaitingFile> waitingForScan(Transaction &tx);
    struct Waiting
    {
        File file;
        UserId patient;
    };
    static std::optional<Waiting> waiting(Transaction &tx, const FileId &id);
    static void postponeScan(WriteTransaction &tx, const FileId &id, UtcTime until);
    static void setScanned(WriteTransaction &tx, const FileId &id, ScanState state,
                           std::optional<UtcTime> removedAt);
};

} // namespace anteroom
