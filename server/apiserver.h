// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clinic.h"
#include "server/http/requestlog.h"
#include "server/http/router.h"
#include "server/listenaddress.h"

#include <QObject>

namespace anteroom {

/// The clinic's HTTP server with both listeners: the transport, the route table and every route, made from
/// the model. `anteroomd serve` and the console run one. Lives in the thread that makes it, which needs an
/// event loop.
class ApiServer final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        std::optional<ListenAddress> listen = {};        ///< nothing: ANTEROOM_LISTEN
        std::optional<ListenAddress> patientListen = {}; ///< nothing: ANTEROOM_PATIENT_LISTEN
        bool logRequests = true;
        RequestLog::Sink logSink = {}; ///< empty: stderr
        /// Adds further routes before the server starts; they may hold what outlives this object.
        std::function<void(Router &)> moreRoutes = {};
    };

    /// `clinic` outlives this object.
    ApiServer(Clinic &clinic, Options options, QObject *parent = nullptr);
    ~ApiServer() override;

    /// Opens both listeners, then tells the clinic's PublicUrl where patients come in. Errors: Invalid
    /// "listen.malformed", "listen.needs_tls", "listen.patient_needs_tls", "tls.half"; Unavailable
    /// "listen.failed"; all with data.address; those of TransportServer::start().
    Result<void> start();

    /// `http://127.0.0.1:8080`; empty before start().
    QString staffUrl() const;
    QString patientUrl() const;

    /// Closes the listeners, lets what runs finish and emits stopped(), within five seconds.
    void stop();

Q_SIGNALS:
    void stopped();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anteroom
