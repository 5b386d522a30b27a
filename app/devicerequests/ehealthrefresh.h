// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/delivery/transferpool.h"
#include "app/devicerequests/devicerequest.h"
#include "app/storage/store.h"

namespace anteroom {

class Keyring;
class Settings;
class Vault;

/// What a refresh brought.
struct EHealthRefreshed
{
    int methods = 0; ///< that the patient has there
    int ended = 0;   ///< that they have here and no longer there: not active now
};

/// Asks a health system's installation for what our registers say of a device request (RULES.md, Device
/// requests): ANTEROOM_EHEALTH_URL and ANTEROOM_EHEALTH_TOKEN; off while either is unset. On a thread of its
/// own; any thread may ask. When it ends it breaks off what is under way.
class EHealthRefresh
{
public:
    EHealthRefresh(Store &store, const Settings &settings, Keyring &keyring, const Vault &vault);
    ~EHealthRefresh();

    /// Whether an address is set; the token is looked for only when it is needed.
    bool isSetUp() const;

    /// Gets the device request and its patient's authentication methods, checks both, and writes them in one
    /// transaction, or changes nothing. The verification code stays as it is: it is never told.
    /// Errors: Forbidden "scope.missing" (a token's, a patient's); Conflict "ehealth.not_set_up"; NotFound
    /// "ehealth.unknown"; BadGateway "ehealth.unreachable" (data.why: a reason of reasonOf()),
    /// "ehealth.refused" (data.status), "ehealth.not_understood" (data.member); the keyring's and the
    /// store's.
    QFuture<Result<EHealthRefreshed>> refresh(const Actor &actor, const PersonId &patient,
                                              const DeviceRequestId &id);

private:
    struct Answers;
    Result<Answers> ask(CurlTransfer &transfer, const std::stop_token &stop, const PersonId &patient,
                        const DeviceRequestId &id) const;
    Result<QByteArray> get(CurlTransfer &transfer, const std::stop_token &stop, const QByteArray &token,
                           const QByteArray &path) const;

    Store &m_store;
    const Settings &m_settings;
    Keyring &m_keyring;
    const Vault &m_vault;
    TransferPool m_pool;
};

} // namespace anteroom
