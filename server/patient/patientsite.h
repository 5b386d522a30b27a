// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/patientaccess.h"
#include "server/http/router.h"
#include "server/patient/cliniclogo.h"
#include "server/patient/delayer.h"
#include "server/patient/misslimiter.h"
#include "server/patient/patientpages.h"
#include "server/patient/photobatch.h"
#include "server/patient/resumableuploads.h"

#include <atomic>

class QThreadPool;

namespace anteroom {

class PublicUrl;

/// The patients' side of file requests: `/r/{shortLinkId}` and what belongs to it (RULES.md, Patient page).
/// Made before the transport, told to stop() when it stops, and destroyed after it and after the pool's work.
class PatientSite
{
public:
    struct Parts
    {
        Store &store;
        const Settings &settings;
        const BlobStore &blobs;
        const PatientAccess &access;
        const FileService &files;
        const PublicUrl &publicUrl;
        const PhotoIntake &intake;
        const Clock &clock;
        QThreadPool &pool; ///< where photos are checked
        const Vault &vault;
        QString uploadFolder; ///< for photos that have not come whole
    };

    struct Pace
    {
        /// Refusals leave at whole multiples of this after the question, so that the time says nothing of
        /// what was looked up.
        std::chrono::milliseconds refusal{200};
        MissLimiter::Limits misses;
    };

    explicit PatientSite(const Parts &parts)
        : PatientSite(parts, Pace())
    {
    }
    PatientSite(const Parts &parts, Pace pace);
    ~PatientSite();
    PatientSite(const PatientSite &) = delete;
    PatientSite &operator=(const PatientSite &) = delete;

    void addRoutes(Router &router);

    /// Lets delayed answers go and the checking of photos end after the one at hand. Any thread.
    void stop();

    /// Removes what was never finished; called now and then. Any thread.
    void sweep() { m_uploads.sweep(); }

    /// What a transport's refusal (413, 503 and the like) looks like here.
    HttpResponse refusalPage(int status) const;

    // For the upload, any thread.

    PageFrame frameOf(const RequestHead &head) const;
    /// The request's session cookie; empty where there is none.
    static QByteArray sessionOf(const RequestHead &head);
    /// The page of whoever has the request's session cookie. Errors: as PatientAccess::page().
    Result<PatientPage> pageOf(const RequestHead &head, const QByteArray &link) const;
    /// How an upload ended: the way to the receipt, or the form again with why not; to a script the same as
    /// JSON. `page` is missing where there was no session.
    HttpResponse uploadAnswer(const RequestHead &head, const QByteArray &link,
                              const std::optional<PatientPage> &page,
                              const PhotoBatch::Outcome &outcome) const;
    PhotoBatch::Parts batchParts() const;

    const Parts &parts() const { return m_parts; }
    const PatientPages &pages() const { return m_pages; }

private:
    void getPage(RouteCall &call) const;
    void postDate(RouteCall &call);
    void askForCode(RouteCall &call, Delayer::Clock::time_point began);
    struct Asked
    {
        QHostAddress peer;
        Delayer::Clock::time_point began;
        bool withCode;
    };
    void answerDate(const Answer &answer, const PageFrame &frame, const QByteArray &link, const Asked &asked,
                    const Result<DateAnswer> &result);
    /// At a whole multiple of the pace after `began`, and later still where there were many misses.
    void answerLate(Delayer::Clock::time_point began, std::function<void()> respond);
    HttpResponse requestPage(const PageFrame &frame, const PatientPage &page,
                             const PhotoBatch::Outcome &outcome) const;
    HttpResponse busy(const PageFrame &frame) const;

    const Parts m_parts;
    const Pace m_pace;
    const Phrasebook m_phrasebook;
    const PatientPages m_pages;
    const ClinicLogo m_logo;
    MissLimiter m_misses;
    ResumableUploads m_uploads;
    std::atomic<bool> m_stopping = false;
    Delayer m_delayer;
};

} // namespace anteroom
