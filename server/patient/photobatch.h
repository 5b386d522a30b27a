// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/fileservice.h"
#include "app/storage/store.h"
#include "server/patient/incomingphoto.h"
#include "server/patient/patientpages.h"

#include <atomic>
#include <functional>

namespace anteroom {

class PhotoIntake;

/// The photos of one upload on their way into the file request: all of them or none (RULES.md, Patient page).
class PhotoBatch
{
public:
    struct Parts
    {
        Store &store;
        const BlobStore &blobs;
        const FileService &files;
        const PhotoIntake &intake;
        const Settings &settings;
        const Clock &clock;
        const std::atomic<bool> &stopping; ///< gives up between two photos
    };

    /// How it ended: 200 with nothing else, or the status and why.
    struct Outcome
    {
        int status = 200;
        QList<PhotoProblem> problems;
    };

    PhotoBatch(Parts parts, Actor actor, FileRequestId request);

    /// What is done in the transaction that stores them. May be called twice.
    using Along = std::function<void(WriteTransaction &)>;

    /// Checks, strips, seals and stores them. BLOCKS for up to seconds a photo: on an io thread.
    Outcome take(const std::vector<std::unique_ptr<IncomingPhoto>> &photos, const Along &along = {});

    /// The words and the status for an error of a photo, of the service or of the store.
    static Outcome outcomeOf(const Error &error, const QString &photo = {});

private:
    Result<ReadyFile> takeOne(const IncomingPhoto &photo, const FileId &id, const SecretKey &key);
    void removeAll(const QVector<ReadyFile> &files) const;

    const Parts m_parts;
    const Actor m_actor;
    const FileRequestId m_request;
};

} // namespace anteroom
