// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"

#include "app/access/staffservice.h"
#include "app/access/tokenservice.h"
#include "app/calls/callcenter.h"
#include "app/delivery/deliveryreports.h"
#include "app/delivery/deliveryworker.h"
#include "app/delivery/mailgateway.h"
#include "app/delivery/pushgateway.h"
#include "app/delivery/realpush.h"
#include "app/delivery/smsgateway.h"
#include "app/delivery/webhookgateway.h"
#include "app/devicerequests/devicerequestservice.h"
#include "app/devicerequests/ehealthrefresh.h"
#include "app/directory/userdeviceservice.h"
#include "app/directory/userservice.h"
#include "app/filerequests/appfallback.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/filerequests/patientaccess.h"
#include "app/filerequests/publicurl.h"
#include "app/filerequests/scanworker.h"
#include "app/retention/retentionrunner.h"
#include "app/teleconsultations/auth0tokens.h"
#include "app/teleconsultations/bandyer.h"
#include "app/teleconsultations/reminderrunner.h"
#include "app/teleconsultations/roomaccess.h"
#include "app/teleconsultations/teleconsultationdesk.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logClinic, "anteroom.clinic")

// A service has five seconds to end, and its transport needs most of them.
constexpr std::chrono::milliseconds underWayEndsWithin = std::chrono::milliseconds(2000);
// And what does not end is broken off and written down.
constexpr std::chrono::milliseconds brokenOffWithin = std::chrono::milliseconds(1500);

// A folder stays with the kind of keyring it began with. A desktop that has none is no reason not to start:
// the file is what the service uses too.
std::unique_ptr<Keyring> chooseKeyring(const DataDir &dir, bool desktopPreferred)
{
    if (desktopPreferred && !QFile::exists(dir.keyFile())) {
        auto desktop = Keyring::ofDesktop(dir.path());
        const auto names = desktop->names();
        if (names || names.error().is("keyring.locked"))
            return desktop;
    }
    return Keyring::inFile(dir.path());
}

} // namespace

Clinic::Clinic(const Options &options, const Clock &clock)
    : m_clock(clock)
    , m_dataDir(options.dataDir)
    , m_keyring(chooseKeyring(m_dataDir, options.desktopKeyring))
    , m_settings(std::make_unique<Settings>(options.environment))
{
}

Clinic::~Clinic()
{
    m_callCenter.reset(); // waits for the calls that are being placed, which go to the store
    if (m_retentionRunner)
        m_retentionRunner->stop();
    if (m_scanWorker)
        m_scanWorker->stop();
    if (m_deliveryWorker) {
        stopDelivery();
        DeliveryWorker &worker = *m_deliveryWorker;
        if (!worker.waitUntilIdle(std::chrono::milliseconds(m_deliveryEnds->remainingTime()))) {
            QMetaObject::invokeMethod(&worker, &DeliveryWorker::cutShort, Qt::QueuedConnection);
            worker.waitUntilIdle(brokenOffWithin);
        }
    }
    m_deliveryThread.quit();
    m_deliveryThread.wait();
    m_scanThread.quit();
    m_scanThread.wait();
    if (m_push)
        m_push->cancel(); // whose answers go to the store
    m_eHealth.reset();    // breaks off what is asked of others
    m_staff.reset();      // waits for the passwords at hand, which go to the store
}

Result<std::unique_ptr<Clinic>> Clinic::open(const Options &options, const Clock &clock)
{
    std::unique_ptr<Clinic> clinic(new Clinic(options, clock));
    if (auto prepared = clinic->m_dataDir.prepare(); !prepared)
        return fail(prepared.error());
    auto lock = clinic->m_dataDir.lock();
    if (!lock)
        return fail(lock.error());
    clinic->m_lock = *std::move(lock);
    clinic->m_dataDir.removeLeftovers();

    const bool storeIsNew = !QFile::exists(clinic->m_dataDir.database());
    auto master = masterKey(*clinic->m_keyring, storeIsNew);
    if (!master)
        return fail(master.error());
    auto store = Store::open(clinic->m_dataDir.database(), clock);
    if (!store)
        return fail(store.error());
    clinic->m_store = *std::move(store);
    clinic->m_vault = std::make_unique<Vault>(*std::move(master));
    clinic->m_blobs = std::make_unique<BlobStore>(clinic->m_dataDir.files());
    if (auto built = clinic->build(); !built)
        return fail(built.error());
    return clinic;
}

Result<void> Clinic::build()
{
    const auto loaded = m_store->readNow([this](Transaction &tx) -> Result<bool> {
        m_settings->load(tx);
        return true;
    });
    if (!loaded)
        return fail(loaded.error());

    // Without one no web hook leaves; the console says so, and everything else works.
    if (const auto made = ensureWebhookSecret(*m_settings, *m_keyring); !made)
        qCWarning(logClinic, "no secret for web hooks could be made (%s)", made.error().reason);

    // On the writer's thread, so that what is written after a commit already sees the new values.
    connect(
        &m_store->changes(), &ChangeFeed::changed, this,
        [this](const ChangeSet &changes) {
            const auto isSetting = [](const Change &change) { return change.topic == Topic::Settings; };
            if (!std::any_of(changes.begin(), changes.end(), isSetting))
                return;
            reloadSettings();
            m_retentionRunner->settingsChanged();
        },
        Qt::DirectConnection);

    m_outbox = std::make_unique<Outbox>(*m_settings, *m_vault);
    m_deliveryReports = std::make_unique<DeliveryReports>(*m_settings, *m_vault);
    m_tokens = std::make_unique<TokenService>(*m_store);
    m_staff = std::make_unique<StaffService>(*m_store);
    m_users = std::make_unique<UserService>(*m_settings);
    m_userDevices = std::make_unique<UserDeviceService>(*m_vault);
    m_publicUrl = std::make_unique<PublicUrl>(*m_settings);
    m_fileRequests = std::make_unique<FileRequestService>(*m_settings, *m_outbox, *m_publicUrl);
    m_appFallback = std::make_unique<AppFallback>(*m_settings, *m_fileRequests);
    m_files = std::make_unique<FileService>(*m_settings, *m_vault, *m_outbox);
    m_patientAccess = std::make_unique<PatientAccess>(*m_settings, *m_vault, *m_outbox);
    m_roomAccess = std::make_unique<RoomAccess>(*m_settings, *m_vault);
    m_deviceRequests = std::make_unique<DeviceRequestService>(*m_settings, *m_vault, *m_outbox);
    m_eHealth = std::make_unique<EHealthRefresh>(*m_store, *m_settings, *m_keyring, *m_vault);
    m_push = std::make_unique<RealPush>(*m_settings, m_clock);
    m_calls = std::make_unique<CallService>(*m_settings, *m_vault, *m_outbox);
    m_callCenter = std::make_unique<CallCenter>(*m_store, *m_calls, *m_push);
    m_teleconsultations = std::make_unique<TeleconsultationService>(
        TeleconsultationService::Parts{*m_settings, *m_vault, *m_outbox, *m_roomAccess, *m_publicUrl});
    m_bandyer = std::make_unique<BandyerApi>(*m_settings, *m_keyring);
    m_bandyerRooms = std::make_unique<BandyerProvider>(*m_bandyer);
    m_auth0People = std::make_unique<Auth0People>(*m_settings, *m_keyring, m_clock);
    m_auth0Tokens = std::make_unique<Auth0Tokens>(*m_settings, m_clock);
    m_teleconsultationDesk = std::make_unique<TeleconsultationDesk>(
        TeleconsultationDesk::Parts{*m_store, *m_teleconsultations, *m_auth0People, *m_bandyerRooms});
    // Before anybody can ask for a room: what is intended now was left by an earlier stop.
    if (const auto repaired = repairRooms(); !repaired)
        return fail(repaired.error());
    m_retention = std::make_unique<RetentionService>(*m_settings);
    m_retentionRunner = std::make_unique<RetentionRunner>(
        RetentionRun::Parts{*m_store, *m_retention, *m_vault, *m_blobs, m_dataDir});
    return {};
}

Result<void> Clinic::repairRooms()
{
    const auto needed = m_store->readNow(
        [](Transaction &tx) -> Result<bool> { return TeleconsultationService::needsRepair(tx); });
    if (!needed)
        return fail(needed.error());
    if (!*needed)
        return {};
    const auto done =
        m_store->writeNow([this](WriteTransaction &tx) { return m_teleconsultations->repair(tx); });
    return done ? Result<void>() : fail(done.error());
}

void Clinic::reloadSettings()
{
    if (const auto reader = m_store->openReader()) {
        [[maybe_unused]] const auto loaded = (*reader)->run([this](Transaction &tx) -> Result<bool> {
            m_settings->load(tx);
            return true;
        });
    }
}

void Clinic::startRetention()
{
    m_retentionRunner->startRuns();
}

void Clinic::startDelivery()
{
    if (m_deliveryThread.isRunning())
        return;
    std::vector<std::unique_ptr<Gateway>> gateways;
    gateways.push_back(std::make_unique<SandboxGateway>());
    gateways.push_back(std::make_unique<MailGateway>(*m_settings, *m_keyring, m_clock));
    gateways.push_back(std::make_unique<WebhookGateway>(*m_settings, *m_keyring, m_clock));
    gateways.push_back(std::make_unique<PushGateway>(*m_store, *m_settings, *m_vault, *m_push));
    gateways.push_back(std::make_unique<SmsGateway>(*m_settings, *m_keyring, m_clock, *m_deliveryReports));
    gateways.push_back(std::make_unique<BandyerGateway>(*m_bandyer));
    m_deliveryWorker = std::make_unique<DeliveryWorker>(*m_store, *m_outbox, std::move(gateways));
    DeliveryWorker *worker = m_deliveryWorker.get();
    worker->moveToThread(&m_deliveryThread);
    connect(&m_deliveryThread, &QThread::started, worker, &DeliveryWorker::start);
    // It outlives its thread: futures of the store may still come in, and want an object to come to.
    connect(&m_deliveryThread, &QThread::finished, worker, &DeliveryWorker::stop, Qt::DirectConnection);
    connect(worker, &DeliveryWorker::troubled, this, &Clinic::deliveryTroubled);
    m_deliveryThread.setObjectName(QStringLiteral("delivery"));
    m_deliveryThread.start();
    m_appFallbackRunner = std::make_unique<AppFallbackRunner>(*m_store, *m_appFallback);
    m_appFallbackRunner->start();
    m_push->keepReady();
    m_reminderRunner = std::make_unique<ReminderRunner>(*m_store, *m_teleconsultations);
    m_reminderRunner->start();
    m_callCenter->start();

    m_scanWorker = std::make_unique<ScanWorker>(*m_store, *m_files, *m_blobs);
    m_scanWorker->moveToThread(&m_scanThread);
    connect(&m_scanThread, &QThread::started, m_scanWorker.get(), &ScanWorker::start);
    // A timer cannot be stopped in another thread than its own, and the worker goes with the clinic.
    connect(&m_scanThread, &QThread::finished, m_scanWorker.get(), &ScanWorker::finish, Qt::DirectConnection);
    m_scanThread.setObjectName(QStringLiteral("scans"));
    m_scanThread.start();
}

void Clinic::stopDelivery()
{
    if (!m_deliveryWorker || m_deliveryEnds)
        return;
    m_appFallbackRunner.reset();
    m_reminderRunner.reset();
    m_deliveryEnds = QDeadlineTimer(underWayEndsWithin);
    QMetaObject::invokeMethod(m_deliveryWorker.get(), &DeliveryWorker::finish, Qt::QueuedConnection);
}

DeliveryFigures Clinic::deliveryFigures() const
{
    return m_deliveryWorker ? m_deliveryWorker->figures() : DeliveryFigures{};
}

} // namespace anteroom
