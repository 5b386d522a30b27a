// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/verification.h"

#include "app/access/audit.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

constexpr int keysAtOnce = 1000;
constexpr int filesAtOnce = 200;

Error broken(const char *reason, const QString &name, const QJsonValue &value)
{
    return {ErrorCode::Internal, reason, nullptr, {{name, value}}};
}

using Progress = std::function<bool(qint64)>;

Result<void> lookAtDatabase(Clinic &clinic, Verification &found, const Progress &)
{
    return clinic.store().readNow([&](Transaction &tx) -> Result<void> {
        Cursor row = tx.query("PRAGMA integrity_check(1)");
        if (!row.next())
            found.broken = broken("verify.database", u"detail"_s, u"it can't be read"_s);
        else if (row.text(0) != "ok"_L1)
            found.broken = broken("verify.database", u"detail"_s, row.text(0));
        return {};
    });
}

Result<void> lookAtAudit(Clinic &clinic, Verification &found, const Progress &progress)
{
    return clinic.store().readNow([&](Transaction &tx) -> Result<void> {
        const AuditVerdict verdict = verifyAudit(tx, [&](qint64) { return !progress || progress(0); });
        found.auditRows = verdict.rows;
        if (verdict.brokenAt)
            found.broken = broken("verify.audit", u"row"_s, *verdict.brokenAt);
        return {};
    });
}

Result<void> lookAtKeys(Clinic &clinic, Verification &found, const Progress &)
{
    QByteArray last = "";
    for (bool more = true; more && !found.broken;) {
        const auto looked = clinic.store().readNow([&](Transaction &tx) -> Result<void> {
            QByteArrayList owners;
            Cursor row =
                tx.query("SELECT owner_id FROM data_keys WHERE owner_id > ? ORDER BY owner_id LIMIT ?", last,
                         keysAtOnce);
            while (row.next())
                owners.append(row.bytes(0));
            more = owners.size() == keysAtOnce;
            for (const QByteArray &owner : owners) {
                if (!clinic.vault().existingFileKey(tx, owner)) {
                    found.broken = broken("verify.key", u"owner"_s, QString::fromUtf8(owner));
                    return {};
                }
                ++found.keys;
                last = owner;
            }
            return {};
        });
        if (!looked)
            return looked;
    }
    return {};
}

struct SealedPart
{
    FileId id;
    BlobStore::Part part;
    qint64 size; ///< negative: not known
    SecretKey key;
};

// The next files after `last`, with their keys; a file whose owner was erased is not to be read by anybody.
Result<std::vector<SealedPart>> nextFiles(Clinic &clinic, QByteArray &last, bool &more)
{
    return clinic.store().readNow([&](Transaction &tx) -> Result<std::vector<SealedPart>> {
        std::vector<SealedPart> parts;
        int rows = 0;
        Cursor row = tx.query("SELECT id, coalesce(data_key, user_id), size, has_thumbnail FROM files "
                              "WHERE id > ? AND removed_at IS NULL ORDER BY id LIMIT ?",
                              last, filesAtOnce);
        while (row.next()) {
            ++rows;
            last = row.bytes(0);
            auto key = clinic.vault().existingFileKey(tx, row.bytes(1));
            if (!key)
                continue;
            if (row.boolean(3))
                parts.push_back({row.id<FileId>(0), BlobStore::Part::Thumbnail, -1, key->clone()});
            parts.push_back({row.id<FileId>(0), BlobStore::Part::Content, row.integer(2), *std::move(key)});
        }
        more = rows == filesAtOnce;
        return parts;
    });
}

// The reason that a part is broken; nullptr where it opens to its end.
const char *lookAtPart(const BlobStore &blobs, const SealedPart &part)
{
    const auto reader = blobs.open(part.id, part.part, part.key);
    if (!reader)
        return reader.error().is("file.missing") ? "verify.file_missing" : "verify.file_damaged";
    qint64 size = 0;
    for (;;) {
        const auto bytes = (*reader)->read();
        if (!bytes)
            return "verify.file_damaged";
        if (bytes->isEmpty())
            break;
        size += bytes->size();
    }
    return part.size >= 0 && size != part.size ? "verify.file_size" : nullptr;
}

// Whether the file is still one of ours: it may have been removed while it was looked at.
bool isStillThere(Clinic &clinic, const FileId &id)
{
    return clinic.store()
        .readNow([&](Transaction &tx) -> Result<bool> {
            return tx.query("SELECT 1 FROM files WHERE id = ? AND removed_at IS NULL", id).next();
        })
        .value_or(true);
}

} // namespace

Result<Verification> verifyClinic(Clinic &clinic, const Progress &progress)
{
    Verification found;
    for (const auto look : {lookAtDatabase, lookAtAudit, lookAtKeys}) {
        if (const auto looked = look(clinic, found, progress); !looked)
            return fail(looked.error());
        if (found.broken)
            return found;
    }
    QByteArray last = "";
    for (bool more = true; more;) {
        const auto parts = nextFiles(clinic, last, more);
        if (!parts)
            return fail(parts.error());
        for (const SealedPart &part : *parts) {
            const char *reason = lookAtPart(clinic.blobs(), part);
            if (reason && isStillThere(clinic, part.id)) {
                found.broken = broken(reason, u"file"_s, QString::fromUtf8(part.id.text()));
                return found;
            }
            ++found.files;
            if (progress && !progress(found.files))
                return found;
        }
    }
    return found;
}

} // namespace anteroom
