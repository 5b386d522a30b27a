// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/clock.h"
#include "app/delivery/lanes.h"
#include "app/settings/settings.h"
#include "app/storage/datadir.h"
#include "app/storage/keyring.h"
#include "app/storage/sealedfile.h"
#include "app/storage/store.h"
#include "app/storage/vault.h"

#include <QDeadlineTimer>
#include <QThread>

namespace anteroom {

class AppFallback;
class AppFallbackRunner;
class CallCenter;
class CallService;
class Auth0People;
class Auth0Tokens;
class BandyerApi;
class DeliveryReports;
class DeliveryWorker;
class DeviceRequestService;
class EHealthRefresh;
class FileRequestService;
class FileService;
class PatientAccess;
class PublicUrl;
class RealPush;
class ReminderRunner;
class RetentionRunner;
class RetentionService;
class RoomAccess;
class ScanWorker;
class StaffService;
class TeleconsultationDesk;
class TeleconsultationService;
class TokenService;
class UserDeviceService;
class UserService;
class VideoProvider;

/// The composition of the model: built once by each main, given by reference to whoever needs a part. No
/// singleton.
class Clinic final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString dataDir;
        bool desktopKeyring = false; ///< the console's way; the service keeps a file
        QHash<QByteArray, QString> environment = Settings::processEnvironment();
    };

    /// Takes the folder's lock and opens everything in it. Errors: those of DataDir, Store and Keyring.
    static Result<std::unique_ptr<Clinic>> open(const Options &options, const Clock &clock);
    ~Clinic() override;

    const Clock &clock() const { return m_clock; }
    const DataDir &dataDir() const { return m_dataDir; }
    Store &store() { return *m_store; }
    Settings &settings() { return *m_settings; }
    Keyring &keyring() { return *m_keyring; }
    Vault &vault() { return *m_vault; }
    BlobStore &blobs() { return *m_blobs; }
    const Outbox &outbox() const { return *m_outbox; }
    DeliveryReports &deliveryReports() { return *m_deliveryReports; }
    const TokenService &tokens() const { return *m_tokens; }
    StaffService &staff() { return *m_staff; }
    const UserService &users() const { return *m_users; }
    const UserDeviceService &userDevices() const { return *m_userDevices; }
    PublicUrl &publicUrl() { return *m_publicUrl; }
    const FileRequestService &fileRequests() const { return *m_fileRequests; }
    const FileService &files() const { return *m_files; }
    const DeviceRequestService &deviceRequests() const { return *m_deviceRequests; }
    EHealthRefresh &eHealth() { return *m_eHealth; }
    const PatientAccess &patientAccess() const { return *m_patientAccess; }
    const RoomAccess &roomAccess() const { return *m_roomAccess; }
    const CallService &calls() const { return *m_calls; }
    CallCenter &callCenter() { return *m_callCenter; }
    const TeleconsultationService &teleconsultations() const { return *m_teleconsultations; }
    /// For changes that ask somebody else first; its calls wait.
    TeleconsultationDesk &teleconsultationDesk() { return *m_teleconsultationDesk; }
    Auth0Tokens &auth0Tokens() { return *m_auth0Tokens; }
    const RetentionService &retention() const { return *m_retention; }
    RetentionRunner &retentionRunner() { return *m_retentionRunner; }

    /// Starts erasing what is over age, now and every hour. Commands do not.
    void startRetention();

    /// Starts handing over what is in the outbox, on the delivery thread, and scanning the files that wait
    /// for it, on another. Commands that only write rows do not.
    void startDelivery();
    /// Hands nothing more over; what is under way may end until the clinic goes, for some seconds at most.
    void stopDelivery();
    /// What is under way and what is paused; nothing before startDelivery(). Any thread, once it runs.
    DeliveryFigures deliveryFigures() const;

Q_SIGNALS:
    /// A message was given up or is in doubt.
    void deliveryTroubled();

private:
    Result<void> build();
    void reloadSettings();
    Result<void> repairRooms();
    Clinic(const Options &options, const Clock &clock);

    const Clock &m_clock;
    DataDir m_dataDir;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Keyring> m_keyring;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Vault> m_vault;
    std::unique_ptr<BlobStore> m_blobs;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<DeliveryReports> m_deliveryReports;
    std::unique_ptr<TokenService> m_tokens;
    std::unique_ptr<StaffService> m_staff;
    std::unique_ptr<UserService> m_users;
    std::unique_ptr<UserDeviceService> m_userDevices;
    std::unique_ptr<PublicUrl> m_publicUrl;
    std::unique_ptr<FileRequestService> m_fileRequests;
    std::unique_ptr<AppFallback> m_appFallback;
    std::unique_ptr<AppFallbackRunner> m_appFallbackRunner; ///< null until startDelivery()
    std::unique_ptr<FileService> m_files;
    std::unique_ptr<PatientAccess> m_patientAccess;
    std::unique_ptr<RoomAccess> m_roomAccess;
    std::unique_ptr<DeviceRequestService> m_deviceRequests;
    std::unique_ptr<EHealthRefresh> m_eHealth;
    std::unique_ptr<RealPush> m_push;
    std::unique_ptr<CallService> m_calls;
    std::unique_ptr<CallCenter> m_callCenter;
    std::unique_ptr<TeleconsultationService> m_teleconsultations;
    std::unique_ptr<BandyerApi> m_bandyer;
    std::unique_ptr<VideoProvider> m_bandyerRooms;
    std::unique_ptr<Auth0People> m_auth0People;
    std::unique_ptr<Auth0Tokens> m_auth0Tokens;
    std::unique_ptr<TeleconsultationDesk> m_teleconsultationDesk;
    std::unique_ptr<ReminderRunner> m_reminderRunner; ///< null until startDelivery()
    std::unique_ptr<RetentionService> m_retention;
    std::unique_ptr<RetentionRunner> m_retentionRunner;
    std::unique_ptr<DeliveryWorker> m_deliveryWorker; ///< null until startDelivery()
    std::unique_ptr<ScanWorker> m_scanWorker;         ///< null until startDelivery()
    std::unique_ptr<Store> m_store; ///< goes first: what it still has to do uses all of the above
    QThread m_deliveryThread;
    QThread m_scanThread;
    std::optional<QDeadlineTimer> m_deliveryEnds; ///< since stopDelivery()
};

} // namespace anteroom
