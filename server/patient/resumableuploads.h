// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/patientaccess.h"
#include "server/http/router.h"
#include "server/patient/leases.h"
#include "server/patient/partfolder.h"
#include "server/patient/photobatch.h"

namespace anteroom {

class PatientSite;

/// Photos in pieces, for the page's script: a cut upload goes on where it stopped, also after the page was
/// loaded anew or the server was started anew (RULES.md, The patient page).
///
///     POST /r/{link}/uploads               csrf, sha256 (hex), size     -> {"id", "have", "sent"}
///     POST /r/{link}/uploads/{id}?from=N   bytes; X-Csrf                -> {"have"}; 409 {"have"}
///     POST /r/{link}/uploads/{id}/done     csrf, name, description      -> {}; 202 while it is being checked
///
/// All with the session's cookie. A problem is {"error": words, "again": worth another try}. 404: the upload
/// is gone, begin anew. Belongs to the PatientSite.
class ResumableUploads
{
public:
    /// Pieces are larger only by mistake.
    static constexpr qint64 mostPieceBytes = 4 * 1024 * 1024;
    /// What is kept of a piece whose connection broke.
    static constexpr qint64 leastKept = 64 * 1024;
    static constexpr int mostAtOnce = 4; ///< pieces of one request

    /// `folder` is for the pieces. Removes what a crash has left there.
    ResumableUploads(PatientSite &site, const Vault &vault, const QString &folder);

    void addRoutes(Router &router);
    /// Discards what nobody goes on with. Any thread.
    void sweep();

    // For a piece on its way, in its io thread.

    /// Where it belongs, and the key to seal it with. Errors: NotFound "upload.unknown"; the vault's.
    struct Place
    {
        PhotoUpload upload;
        SecretKey key;
    };
    Result<Place> placeOf(const PatientPage &page, const QByteArray &id);
    /// Errors: as PhotoUploads::addPart(); the piece is removed then.
    Result<PhotoUpload> add(const PatientPage &page, const QByteArray &id, const UploadPart &part);
    const PartFolder &folder() const { return m_folder; }
    Leases &leases() { return m_leases; }

    /// An answer in JSON with the headers of all of them.
    static HttpResponse answer(int status, const QByteArray &json);
    HttpResponse problem(const RequestHead &head, const PhotoBatch::Outcome &outcome) const;
    /// Why the page takes no photos; nothing where it does.
    static std::optional<PhotoBatch::Outcome> whyNot(const Result<PatientPage> &page);

private:
    void begin(RouteCall &call);
    void finish(RouteCall &call);
    struct Words
    {
        QString name;
        QString description; ///< null where there is none
    };
    void finishInPool(const RequestHead &head, const PatientPage &page, const QByteArray &id,
                      const Words &words, const Answer &to);
    HttpResponse finished(const RequestHead &head, const PatientPage &page, const QByteArray &id,
                          const Words &words);
    Result<std::unique_ptr<IncomingPhoto>> joined(const PatientPage &page, const PhotoUpload &upload,
                                                  const QString &name) const;
    /// The page of whoever may change something by this form; answers where nobody may.
    std::optional<PatientPage> trusted(RouteCall &call, const QByteArray &csrf) const;
    void drop(const QByteArray &id);

    PatientSite &m_site;
    const Vault &m_vault;
    const PartFolder m_folder;
    Leases m_leases;
};

} // namespace anteroom
