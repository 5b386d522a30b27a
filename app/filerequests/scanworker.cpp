// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/scanworker.h"

#include "app/storage/sealedfile.h"
#include "app/storage/store.h"

#include <QLoggingCategory>

#include <algorithm>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logScan, "anteroom.scan")

} // namespace

ScanWorker::ScanWorker(Store &store, const FileService &files, const BlobStore &blobs, Pace pace)
    : m_store(store)
    , m_files(files)
    , m_blobs(blobs)
    , m_pace(pace)
    , m_retry(pace.firstRetry)
    , m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ScanWorker::look);
    connect(&store.changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        const bool arrived = std::any_of(changes.begin(), changes.end(), [](const Change &change) {
            return change.topic == Topic::Files || change.topic == Topic::Settings;
        });
        // What could be scanned at once tells that the scanner is back.
        if (arrived)
            m_timer.start(0);
    });
}

void ScanWorker::start()
{
    m_timer.start(0);
}

void ScanWorker::finish()
{
    m_timer.stop();
    m_store.changes().disconnect(this);
}

void ScanWorker::look()
{
    while (!m_stopping) {
        auto waiting = m_store.readNow(
            [this](Transaction &tx) -> Result<QVector<WaitingFile>> { return m_files.waitingForScan(tx); });
        if (!waiting || waiting->isEmpty()) {
            m_retry = m_pace.firstRetry;
            if (!waiting)
                m_timer.start(m_pace.longestRetry);
            else // some may have been put off
                m_timer.start(m_pace.lookAgain);
            return;
        }
        // Perhaps it is this one file that the scanner falls over: then all others come before it.
        const auto stumbled = std::find_if(waiting->begin(), waiting->end(),
                                           [&](const WaitingFile &file) { return file.id == m_stumbled; });
        if (stumbled != waiting->end())
            std::rotate(waiting->begin(), stumbled + 1, waiting->end());
        for (const WaitingFile &file : *waiting) {
            if (m_stopping)
                return;
            if (scan(file) == Outcome::Away) {
                m_stumbled = file.id;
                m_timer.start(m_retry);
                m_retry = std::min(m_retry * 2, m_pace.longestRetry);
                return;
            }
            m_retry = m_pace.firstRetry;
        }
    }
}

ScanWorker::Outcome ScanWorker::scan(const WaitingFile &file)
{
    auto state = m_store.readNow([&](Transaction &tx) { return m_files.keyOf(tx, file); })
                     .and_then([&](const SecretKey &key) {
                         return m_blobs.open(file.id, BlobStore::Part::Content, key);
                     })
                     .and_then([&](const std::unique_ptr<SealedFileReader> &content) {
                         return m_files.scanner().scanNow([&] { return content->read(); }, &m_stopping);
                     });
    if (m_stopping || (state && *state == ScanState::Waiting))
        return Outcome::Away;
    const Actor actor = Actor::system("scanner");
    const bool infected = !state && state.error().is("file.infected");
    const auto written = m_store.writeNow([&](WriteTransaction &tx) -> Result<bool> {
        Result<void> done;
        if (state)
            done = m_files.passScan(tx, actor, file.id);
        else if (infected)
            done = m_files.condemn(tx, actor, file.id);
        else
            m_files.postponeScan(tx, file.id, tx.now() + m_pace.lookAgain);
        return done ? Result<bool>(true) : fail(done.error());
    });
    if (infected && written)
        m_blobs.remove(file.id);
    if (!state && !infected)
        qCWarning(logScan, "a file cannot be scanned: %s", state.error().reason);
    if (!written) {
        qCWarning(logScan, "the outcome of a scan cannot be written: %s", written.error().reason);
        return Outcome::Away;
    }
    return Outcome::Done;
}

} // namespace anteroom
