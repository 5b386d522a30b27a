// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/retention/erasurerepository.h"

namespace anteroom {

class Settings;

/// What a piece of erasing took away. The contents are for the caller to remove once it is committed: until
/// then they can't be read, because their key is gone.
struct ErasedBatch
{
    int requests = 0;
    QVector<FileId> files;
    bool more = false; ///< whether there may be something left: go on
};

/// What goes with a person.
struct PersonHoldings
{
    int requests = 0;
    int files = 0;
    int devices = 0;
};

/// The rules of erasing (RULES.md, Erasing). Every call is one short transaction of bounded work; what drives
/// them to the end is RetentionRun. Keys go first, audit rows stay. Synchronous, on the thread of the
/// transaction.
class RetentionService
{
public:
    /// The most files or requests that one transaction erases.
    static constexpr int batch = 100;

    explicit RetentionService(const Settings &settings);

    /// Before which moment things are over age; nothing where nothing ever is (ANTEROOM_RETENTION_DAYS
    /// unset).
    std::optional<UtcTime> cutoff(UtcTime now) const;

    /// Erases files over age, going on behind `after`, which it moves: a key with everything it seals, once
    /// all of that is over age.
    Result<ErasedBatch> eraseOldFiles(WriteTransaction &tx, UtcTime cutoff, FileId &after) const;
    /// Erases requests of a state (open, answered, …) that are over age and hold no file any more, likewise.
    Result<ErasedBatch> eraseOldRequests(WriteTransaction &tx, const QByteArray &state, UtcTime cutoff,
                                         ErasureRepository::OldRequest &after) const;

    /// Erases texts of device requests that are over age, and their jobs.
    Result<ErasedBatch> eraseOldResends(WriteTransaction &tx, UtcTime cutoff) const;
    /// Erases calls over age.
    Result<ErasedBatch> eraseOldCalls(WriteTransaction &tx, UtcTime cutoff) const;
    /// Erases teleconsultations that ended that long ago, whatever became of them.
    Result<ErasedBatch> eraseOldTeleconsultations(WriteTransaction &tx, UtcTime cutoff) const;

    /// What erasing the person would take away. Errors: Forbidden "access.admin_only"; NotFound
    /// "user.unknown".
    Result<PersonHoldings> holdingsOf(Transaction &tx, const Actor &actor, const UserId &id) const;

    /// Erases a patient: keys, name, numbers, devices and register rows at once, and the first of the
    /// requests. From then on nothing of theirs is found; continuePerson() takes away the rest, also after a
    /// crash. Errors: as holdingsOf().
    Result<ErasedBatch> erasePerson(WriteTransaction &tx, const Actor &actor, const UserId &id) const;
    Result<ErasedBatch> continuePerson(WriteTransaction &tx, const UserId &id) const;
    /// Takes the person out of other patients' requests that were sent to them.
    void forgetAsRecipient(WriteTransaction &tx, const UserId &id, const QVector<QByteArray> &requests) const;
    void eraseMessages(WriteTransaction &tx, const QVector<QByteArray> &messages) const;
    /// Nothing of the person is left.
    void endPerson(WriteTransaction &tx, const UserId &id) const;

private:
    ErasedBatch eraseSome(WriteTransaction &tx, const Actor &actor, const UserId &id) const;

    const Settings &m_settings;
};

} // namespace anteroom
