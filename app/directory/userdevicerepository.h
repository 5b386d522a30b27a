// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/directory/userdevice.h"
#include "app/storage/transaction.h"

#include <QVector>

namespace anteroom {

class Vault;

/// The SQL of users' devices. On the thread of the transaction.
class UserDeviceRepository
{
public:
    static QVector<UserDevice> ofUser(Transaction &tx, const UserId &user);
    static std::optional<UserDevice> byId(Transaction &tx, const DeviceId &id);
    /// Those of the user that something can be pushed to.
    static QVector<DeviceId> liveOfUser(Transaction &tx, const UserId &user);

    /// Inserts, or overwrites all but the push token, which is forgotten where the device goes to another
    /// user.
    static void save(WriteTransaction &tx, const UserDevice &device);
    /// Seals and keeps the token, which thereby counts as alive; a null one forgets it. Errors: the vault's.
    static Result<void> savePushToken(WriteTransaction &tx, const Vault &vault, const UserDevice &device,
                                      const QByteArray &token);
    /// The token in clear; null where there is none. Errors: the vault's.
    static Result<QByteArray> pushToken(Transaction &tx, const Vault &vault, const DeviceId &id);
    /// The push service no longer knows the token.
    static void markDead(WriteTransaction &tx, const DeviceId &id);
    static bool remove(WriteTransaction &tx, const DeviceId &id);
};

} // namespace anteroom
