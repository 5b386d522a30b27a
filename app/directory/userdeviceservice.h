// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/directory/userdevice.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Vault;

/// What the app's maker tells of a device: everything there is to know of it.
struct UserDeviceInput
{
    UserId user;
    UserDevice::Platform platform = UserDevice::Platform::Ios;
    QString pushToken; ///< null: it has none
    bool acceptsInboundCalls = false;
};

/// The rules of patients' devices (RULES.md, Calls). On the thread of the transaction.
class UserDeviceService
{
public:
    explicit UserDeviceService(const Vault &vault);

    /// Makes the device, or overwrites all of it; its push token counts as alive again. Errors: NotFound
    /// "user.unknown"; Invalid "text.blank", "text.too_long", "text.malformed"; the vault's.
    Result<UserDevice> put(WriteTransaction &tx, const Actor &actor, const DeviceId &id,
                           const UserDeviceInput &input) const;
    /// Errors: NotFound "device.unknown". The caller leaves the audit row.
    Result<UserDevice> get(Transaction &tx, const DeviceId &id) const;
    /// Errors: NotFound "device.unknown".
    Result<void> remove(WriteTransaction &tx, const Actor &actor, const DeviceId &id) const;

private:
    const Vault &m_vault;
};

} // namespace anteroom
