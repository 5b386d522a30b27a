// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/retention/leftovers.h"
#include "app/retention/retentionservice.h"

namespace anteroom {

class Vault;

/// What a run took away.
struct Erased
{
    int requests = 0;
    int files = 0;
};

/// Drives erasing to its end: short transactions one after another, contents removed after each commit, the
/// database's log emptied and its free places overwritten in the end. It may stop or be killed anywhere; the
/// next run finds what is left. Blocks: for a thread of its own, for commands and tests.
class RetentionRun
{
public:
    struct Parts
    {
        Store &store;
        const RetentionService &service;
        const Vault &vault;
        const BlobStore &blobs;
        const DataDir &folder;
    };

    /// `goOn` is asked before each piece of work.
    explicit RetentionRun(
        Parts parts, GoOn goOn = [] { return true; });

    /// Everything that is over age, the persons whose erasing was cut off, and where asked for leftovers, for
    /// which every file in the folder is looked at.
    Result<Erased> all(bool withLeftovers = true);

    /// One person, at once. `progress(requests, files)` tells what is gone so far. Errors:
    /// RetentionService::erasePerson()'s; the store's, after which the rest follows at the next run.
    Result<Erased> person(const Actor &actor, const UserId &id,
                          const std::function<void(const Erased &)> &progress = {});

private:
    template<typename Step, typename Committed>
    Result<void> repeat(Step step, Committed committed);
    Result<bool> take(const Result<ErasedBatch> &batch);
    Result<void> rest(const UserId &id);
    Result<void> traces(const UserId &id);
    Result<void> answers(const QVector<QByteArray> &ids);
    Result<QVector<QByteArray>> idsOf(const UserId &id);
    void scrub();

    Parts m_parts;
    GoOn m_goOn;
    Erased m_erased;
    std::function<void(const Erased &)> m_progress;
};

} // namespace anteroom
