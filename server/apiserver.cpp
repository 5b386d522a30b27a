// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/apiserver.h"

#include "app/access/tokenservice.h"
#include "app/calls/callcenter.h"
#include "app/delivery/deliveryreports.h"
#include "app/delivery/outbox.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/filerequests/patientaccess.h"
#include "app/filerequests/publicurl.h"
#include "app/intake/photointake.h"
#include "server/calls/callmetrics.h"
#include "server/calls/callroutes.h"
#include "server/delivery/deliverymetrics.h"
#include "server/delivery/deliveryreportroutes.h"
#include "server/devicerequests/devicerequestroutes.h"
#include "server/directory/userdeviceroutes.h"
#include "server/filerequests/filerequestroutes.h"
#include "server/filerequests/fileroutes.h"
#include "server/http/dispatcher.h"
#include "server/http/systemroutes.h"
#include "server/http/transportserver.h"
#include "server/patient/patientsite.h"
#include "server/rooms/roomsite.h"
#include "server/teleconsultations/teleconsultationroutes.h"

#include <QLoggingCategory>
#include <QTimer>

#include <atomic>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logServer, "anteroom.server")

constexpr auto purgedEvery = std::chrono::minutes(10);
constexpr int heavyThreads = 2; // large bodies and photos, past the workers

QTimeZone zoneOf(const Settings &settings)
{
    const QTimeZone zone(settings.text("ANTEROOM_TIME_ZONE").toUtf8());
    return zone.isValid() ? zone : QTimeZone::utc();
}

Limits limitsFrom(const Settings &settings)
{
    using std::chrono::seconds;
    Limits limits;
    limits.head = settings.integer("ANTEROOM_HTTP_HEAD_BYTES");
    limits.jsonBody = settings.integer("ANTEROOM_JSON_BODY_LIMIT");
    limits.headTime = seconds(settings.integer("ANTEROOM_HTTP_HEAD_SECONDS"));
    limits.idle = seconds(settings.integer("ANTEROOM_HTTP_IDLE_SECONDS"));
    limits.bodyStall = seconds(settings.integer("ANTEROOM_HTTP_BODY_STALL_SECONDS"));
    limits.connections = int(settings.integer("ANTEROOM_HTTP_MAX_CONNECTIONS"));
    limits.connectionsPerHost = int(settings.integer("ANTEROOM_HTTP_MAX_CONNECTIONS_PER_HOST"));
    return limits;
}

Result<TransportConfig> transportFrom(const Settings &settings)
{
    TransportConfig config;
    config.limits = limitsFrom(settings);
    config.workers = int(settings.integer("ANTEROOM_HTTP_WORKERS"));
    config.tlsCertificateFile = settings.text("ANTEROOM_TLS_CERT");
    config.tlsKeyFile = settings.text("ANTEROOM_TLS_KEY");
    if (config.tlsCertificateFile.isEmpty() != config.tlsKeyFile.isEmpty())
        return fail(ErrorCode::Invalid, "tls.half");
    auto proxies = TrustedProxies::parse(settings.text("ANTEROOM_TRUSTED_PROXIES"));
    if (!proxies)
        return fail(proxies.error());
    config.trustedProxies = *std::move(proxies);
    return config;
}

} // namespace

// In the order of what needs what: the transport goes first, then the pool's work, then what they use.
class ApiServer::Private
{
public:
    Private(Clinic &theClinic, Options theOptions)
        : clinic(theClinic)
        , options(std::move(theOptions))
        , intake(PhotoIntake::findHelper())
        , keys(clinic.store(), clinic.vault())
        , teleconsultations({.store = clinic.store(),
                             .settings = clinic.settings(),
                             .service = clinic.teleconsultations(),
                             .desk = clinic.teleconsultationDesk(),
                             .tokens = clinic.auth0Tokens()})
        , patients({.store = clinic.store(),
                    .settings = clinic.settings(),
                    .blobs = clinic.blobs(),
                    .access = clinic.patientAccess(),
                    .files = clinic.files(),
                    .publicUrl = clinic.publicUrl(),
                    .intake = intake,
                    .clock = clinic.clock(),
                    .pool = pool,
                    .vault = clinic.vault(),
                    .uploadFolder = clinic.dataDir().path() + u"/uploads"_s})
        , videoRooms({.store = clinic.store(),
                      .settings = clinic.settings(),
                      .keyring = clinic.keyring(),
                      .vault = clinic.vault(),
                      .access = clinic.roomAccess(),
                      .publicUrl = clinic.publicUrl(),
                      .clock = clinic.clock()})
    {
    }

    ~Private()
    {
        stopping = true;
        patients.stop();
        teleconsultations.stop();
        transport.reset();
        pool.waitForDone();
        clinic.callCenter().waitUntilIdle();
        // What was handed to the writer before still answers through parts of this object.
        (void)clinic.store().writeNow([](WriteTransaction &) -> Result<void> { return {}; });
    }

    void addRoutes()
    {
        router.addFamily("/v1", Family::XOn);
        router.addFamily("/teleconsultation", Family::Telecons);
        router.addFamily("/api/v1/telecons-be", Family::Telecons);
        for (const char *prefix : {"/api/patients", "/api/jobs", "/Jobs", "/jobs"})
            router.addFamily(prefix, Family::EHealth);
        addSystemRoutes(router, {.store = &clinic.store(),
                                 .openApi = openApi,
                                 .metrics = [this](Transaction &tx) { return metrics(tx); }});
        addDeliveryReportRoutes(router, clinic.store(), clinic.deliveryReports());
        addFileRequestRoutes(router, clinic.store(), clinic.fileRequests());
        addFileRoutes(router, {.store = clinic.store(),
                               .service = clinic.files(),
                               .blobs = clinic.blobs(),
                               .intake = intake,
                               .pool = pool,
                               .openApi = openApi,
                               .timeZone = [this] { return zoneOf(clinic.settings()); },
                               .bodyLimit = clinic.settings().integer("ANTEROOM_FILES_BODY_LIMIT"),
                               .stopping = &stopping});
        addDeviceRequestRoutes(router, clinic.store(), clinic.deviceRequests());
        addUserDeviceRoutes(router, clinic.store(), clinic.userDevices());
        addCallRoutes(router, clinic.store(), clinic.calls(), clinic.callCenter());
        addSipRoutes(router, clinic.store(), clinic.calls(), clinic.callCenter());
        teleconsultations.addTo(router);
        patients.addRoutes(router);
        videoRooms.addRoutes(router);
        if (options.moreRoutes)
            options.moreRoutes(router);
    }

    QByteArray metrics(Transaction &tx) const
    {
        const TransportFigures figures = transport->figures();
        QByteArray text = dispatcher->metrics().text();
        text +=
            metricLine("anteroom_http_connections", "gauge", "Open connections.", figures.connectionsOpen);
        text += metricLine("anteroom_http_connections_total", "counter", "Connections accepted.",
                           figures.connectionsOpened);
        text += metricLine("anteroom_http_connections_refused_total", "counter",
                           "Connections refused at a cap.", figures.connectionsRefused);
        text += metricLine("anteroom_http_uploads", "gauge", "Uploads under way.", figures.uploadsUnderWay);
        text +=
            metricLine("anteroom_http_received_bytes_total", "counter", "Bytes received.", figures.bytesIn);
        text += metricLine("anteroom_http_sent_bytes_total", "counter", "Bytes sent.", figures.bytesOut);
        text += metricLine("anteroom_writer_waiting", "gauge", "Pieces of work that wait for the writer.",
                           quint64(clinic.store().waitingWrites()));
        text += metricLine("anteroom_outbox_waiting", "gauge", "Messages that have not left yet.",
                           quint64(Outbox::waiting(tx)));
        text +=
            metricLine("anteroom_outbox_troubled", "gauge",
                       "Messages that failed, were rejected or are in doubt.", quint64(Outbox::troubled(tx)));
        text += metricLine("anteroom_rooms", "gauge", "Video rooms in which somebody is or waits.",
                           quint64(videoRooms.rooms()));
        text += metricLine("anteroom_room_people", "gauge", "People who meet in video rooms.",
                           quint64(videoRooms.people()));
        text += deliveryMetrics(clinic.deliveryFigures());
        text += callMetrics(tx, clinic.callCenter().figures());
        return text;
    }

    // Only what stays on this machine, or is encrypted, may be heard (RULES.md, Listeners).
    Result<void> allow(const ListenAddress &address, Listener listener, const QJsonObject &data) const
    {
        if (address.isLoopback() || transport->isSecure())
            return {};
        if (listener == Listener::Staff)
            return fail(ErrorCode::Invalid, "listen.needs_tls", nullptr, data);
        if (clinic.settings().flag("ANTEROOM_PATIENT_PLAIN"))
            return {};
        return fail(ErrorCode::Invalid, "listen.patient_needs_tls", nullptr, data);
    }

    /// Opens a listener where the options say, else where the setting does; its URL.
    Result<QString> open(Listener listener, const std::optional<ListenAddress> &told, const char *setting)
    {
        const QString text = clinic.settings().text(setting);
        const auto address = told ? told : ListenAddress::parse(text);
        if (!address)
            return fail(ErrorCode::Invalid, "listen.malformed", nullptr, {{u"address"_s, text}});
        const QJsonObject data{{u"address"_s, address->text()}};
        if (auto allowed = allow(*address, listener, data); !allowed)
            return fail(allowed.error());
        const auto port = transport->listen(listener, address->address, address->port);
        if (!port) {
            Error error = port.error();
            error.data.insert(u"address"_s, address->text());
            return fail(error);
        }
        return ListenAddress{address->address, *port}.url(transport->isSecure());
    }

    Clinic &clinic;
    const Options options;
    PhotoIntake intake;
    IdempotencyKeys keys;
    std::atomic<bool> stopping = false; ///< what waits for others gives up
    QThreadPool pool;
    std::shared_ptr<const OpenApi> openApi;
    std::unique_ptr<RequestLog> log;
    TeleconsultationRoutes teleconsultations;
    Router router;
    std::unique_ptr<Dispatcher> dispatcher;
    PatientSite patients; ///< after the dispatcher, which counts the answers that are still delayed
    RoomSite videoRooms;
    std::unique_ptr<TransportServer> transport;
    QTimer purge;
    QString staffUrl;
    QString patientUrl;
};

ApiServer::ApiServer(Clinic &clinic, Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clinic, std::move(options)))
{
    d->pool.setMaxThreadCount(heavyThreads);
    connect(&d->purge, &QTimer::timeout, this, [this] {
        d->keys.purge();
        d->clinic.store().writeLater([](WriteTransaction &tx) { PatientAccess::forgetOldSessions(tx); });
        d->patients.sweep();
    });
}

ApiServer::~ApiServer() = default;

Result<void> ApiServer::start()
{
    auto openApi = OpenApi::load();
    if (!openApi)
        return fail(openApi.error());
    d->openApi = *openApi;
    auto config = transportFrom(d->clinic.settings());
    if (!config)
        return fail(config.error());
    d->addRoutes();
    if (d->options.logRequests)
        d->log = std::make_unique<RequestLog>(d->options.logSink);
    d->dispatcher = std::make_unique<Dispatcher>(
        d->router,
        Dispatcher::Parts{.store = &d->clinic.store(),
                          .authenticate =
                              [this](Transaction &tx, QByteArrayView token, QByteArray source) {
                                  return d->clinic.tokens().authenticate(tx, token, std::move(source));
                              },
                          .identify =
                              [this](const QByteArray &token, std::function<void(Result<QString>)> later) {
                                  return d->teleconsultations.identify(token, std::move(later));
                              },
                          .openApi = d->openApi,
                          .keys = &d->keys,
                          .log = d->log.get(),
                          .patientRefusal = [this](int status) { return d->patients.refusalPage(status); }});
    d->transport = std::make_unique<TransportServer>(*d->dispatcher, *std::move(config));
    connect(d->transport.get(), &TransportServer::stopped, this, &ApiServer::stopped);
    connect(d->transport.get(), &TransportServer::tlsReloaded, this, [](bool good) {
        if (good)
            qCInfo(logServer, "the TLS certificate and key were read again");
        else
            qCWarning(logServer, "the changed TLS certificate or key will not do; the old ones stay in use");
    });
    if (auto started = d->transport->start(); !started)
        return started;

    auto staff = d->open(Listener::Staff, d->options.listen, "ANTEROOM_LISTEN");
    if (!staff)
        return fail(staff.error());
    auto patient = d->open(Listener::Patient, d->options.patientListen, "ANTEROOM_PATIENT_LISTEN");
    if (!patient)
        return fail(patient.error());
    d->staffUrl = *staff;
    d->patientUrl = *patient;
    d->clinic.publicUrl().setListener(d->patientUrl);
    d->clinic.deliveryReports().setListener(d->staffUrl);
    d->keys.purge();
    d->purge.start(purgedEvery);
    return {};
}

QString ApiServer::staffUrl() const
{
    return d->staffUrl;
}

QString ApiServer::patientUrl() const
{
    return d->patientUrl;
}

void ApiServer::stop()
{
    d->purge.stop();
    d->stopping = true;
    d->teleconsultations.stop();
    d->patients.stop();
    if (d->transport)
        d->transport->shutdown();
    else
        QMetaObject::invokeMethod(this, &ApiServer::stopped, Qt::QueuedConnection);
}

} // namespace anteroom
