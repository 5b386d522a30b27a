// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/publicurl.h"
#include "app/intake/photointake.h"
#include "server/http/dispatcher.h"
#include "server/http/transportserver.h"
#include "server/patient/patientsite.h"
#include "tests/server/http/transportfixture.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QThreadPool>

namespace anteroom::test {

/// A clinic whose patient pages are served on a port of loopback, in threads of their own.
class PatientServer
{
public:
    using Answer = RawClient::Answer;

    /// `settings` win as the environment does.
    explicit PatientServer(QHash<QByteArray, QString> settings = {}, PatientSite::Pace pace = fastPace());
    ~PatientServer();

    static PatientSite::Pace fastPace()
    {
        return {.refusal = std::chrono::milliseconds(1), .misses = {.perAddress = 1000, .total = 1000}};
    }

    /// A request whose patient was born on 17 June 1980. Its short link.
    FileRequestView newRequest(const std::function<void(NewFileRequest &)> &change = {});
    template<typename F>
    auto write(F fn)
    {
        auto result = clinic->store().writeNow(std::move(fn));
        if (!result)
            qFatal("a write failed: %s", result.error().reason);
        return *std::move(result);
    }
    FileRequestView stored(const FileRequestView &view);

    /// One connection, one request.
    Answer exchange(const QByteArray &bytes, bool head = false) const;
    Answer get(const QByteArray &link, const QByteArray &cookie = {}, const QByteArray &fields = {}) const;
    Answer postDate(const QByteArray &link, const QByteArray &form = "day=17&month=6&year=1980") const;
    /// The cookie of a new session, as it is to be sent.
    QByteArray signIn(const QByteArray &link) const;
    /// The token in the page's form.
    QByteArray csrfOf(const QByteArray &link, const QByteArray &cookie) const;

    struct Part
    {
        QByteArray name;
        QByteArray data;
        QByteArray fileName = {}; ///< null: no file
    };
    static QByteArray uploadOf(const QByteArray &link, const QByteArray &cookie, const QList<Part> &parts,
                               const QByteArray &fields = {});
    Answer upload(const QByteArray &link, const QByteArray &cookie, const QList<Part> &parts,
                  const QByteArray &fields = {}) const;

    /// Files on the disk: photos and thumbnails, and those that are under way.
    int blobs() const;
    int incoming() const;

    QTemporaryDir dir;
    ManualClock clock;
    std::unique_ptr<Clinic> clinic;
    std::unique_ptr<PublicUrl> publicUrl;
    std::unique_ptr<FileRequestService> requests;
    std::unique_ptr<FileService> files;
    std::unique_ptr<PatientAccess> access;
    PhotoIntake intake;
    QThreadPool pool;
    std::unique_ptr<PatientSite> site;
    Router router;
    std::unique_ptr<Dispatcher> dispatcher;
    quint16 port = 0;

private:
    QThread m_thread;
    std::unique_ptr<TransportServer> m_transport;
};

} // namespace anteroom::test
