// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/fileservice.h"

#include <QObject>
#include <QTimer>

#include <atomic>

namespace anteroom {

class BlobStore;
class Store;

/// Scans what arrived while the scanner was away (RULES.md, Virus scanner): a clean file joins its request
/// and is announced, an infected one is removed. Lives in a thread of its own, because scanning blocks.
class ScanWorker final : public QObject
{
    Q_OBJECT

public:
    struct Pace
    {
        std::chrono::milliseconds firstRetry{5000}; ///< after the scanner was away; doubles each time
        std::chrono::milliseconds longestRetry{30'000};
        std::chrono::seconds lookAgain{3600}; ///< at files that cannot be scanned at all
    };

    ScanWorker(Store &store, const FileService &files, const BlobStore &blobs, Pace pace);
    ScanWorker(Store &store, const FileService &files, const BlobStore &blobs)
        : ScanWorker(store, files, blobs, Pace{})
    {
    }

    /// In its thread: looks at once, and whenever files arrive.
    void start();
    /// Any thread: gives up what is under way.
    void stop() { m_stopping = true; }
    /// In its thread, as the last thing that happens there: nothing calls it any more. It may be destroyed in
    /// another one afterwards.
    void finish();

private:
    enum class Outcome { Done, Away };

    void look();
    Outcome scan(const WaitingFile &file);

    Store &m_store;
    const FileService &m_files;
    const BlobStore &m_blobs;
    Pace m_pace;
    std::chrono::milliseconds m_retry;
    FileId m_stumbled; ///< over which the scanner was last away
    QTimer m_timer;
    std::atomic<bool> m_stopping = false;
};

} // namespace anteroom
