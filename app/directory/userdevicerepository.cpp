// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevicerepository.h"

#include "app/storage/vault.h"

namespace anteroom {

namespace {

#define DEVICE_COLUMNS                                                                                       \
    "id, user_id, platform, push_token IS NOT NULL, push_token_dead, accepts_inbound_calls, created_at, "    \
    "changed_at "

constexpr QByteArrayView tokenContext = "user_devices.push_token";

UserDevice readDevice(const Cursor &row)
{
    UserDevice device;
    device.id = row.id<DeviceId>(0);
    device.user = row.id<UserId>(1);
    device.platform = platformByName(row.view(2)).value_or(UserDevice::Platform::Ios);
    device.hasPushToken = row.boolean(3);
    device.pushTokenDead = row.boolean(4);
    device.acceptsInboundCalls = row.boolean(5);
    device.createdAt = row.time(6);
    device.changedAt = row.time(7);
    return device;
}

} // namespace

QVector<UserDevice> UserDeviceRepository::ofUser(Transaction &tx, const UserId &user)
{
    QVector<UserDevice> devices;
    Cursor rows = tx.query("SELECT " DEVICE_COLUMNS "FROM user_devices WHERE user_id = ? ORDER BY id", user);
    while (rows.next())
        devices.append(readDevice(rows));
    return devices;
}

std::optional<UserDevice> UserDeviceRepository::byId(Transaction &tx, const DeviceId &id)
{
    Cursor row = tx.query("SELECT " DEVICE_COLUMNS "FROM user_devices WHERE id = ?", id);
    return row.next() ? std::optional(readDevice(row)) : std::nullopt;
}

QVector<DeviceId> UserDeviceRepository::liveOfUser(Transaction &tx, const UserId &user)
{
    QVector<DeviceId> devices;
    Cursor rows = tx.query("SELECT id FROM user_devices WHERE user_id = ? AND push_token IS NOT NULL "
                           "AND push_token_dead = 0 ORDER BY id",
                           user);
    while (rows.next())
        devices.append(rows.id<DeviceId>(0));
    return devices;
}

void UserDeviceRepository::save(WriteTransaction &tx, const UserDevice &device)
{
    // A token is sealed for one user: it does not go over to another.
    const int changed = tx.execute(
        "UPDATE user_devices SET push_token = CASE WHEN user_id = ? THEN push_token END, user_id = ?, "
        "platform = ?, accepts_inbound_calls = ?, changed_at = ? WHERE id = ?",
        device.user, device.user, platformName(device.platform), device.acceptsInboundCalls, device.changedAt,
        device.id);
    if (changed == 0)
        tx.execute("INSERT INTO user_devices (id, user_id, platform, push_token_dead, accepts_inbound_calls, "
                   "created_at, changed_at) VALUES (?, ?, ?, 0, ?, ?, ?)",
                   device.id, device.user, platformName(device.platform), device.acceptsInboundCalls,
                   device.createdAt, device.changedAt);
}

Result<void> UserDeviceRepository::savePushToken(WriteTransaction &tx, const Vault &vault,
                                                 const UserDevice &device, const QByteArray &token)
{
    QByteArray sealed;
    if (!token.isNull()) {
        auto result = vault.seal(tx, device.user.text(), token, tokenContext);
        if (!result)
            return fail(std::move(result.error()));
        sealed = *std::move(result);
    }
    tx.execute("UPDATE user_devices SET push_token = ?, push_token_dead = 0 WHERE id = ?", Blob{sealed},
               device.id);
    return {};
}

Result<QByteArray> UserDeviceRepository::pushToken(Transaction &tx, const Vault &vault, const DeviceId &id)
{
    QByteArray sealed;
    QByteArray owner;
    {
        Cursor row = tx.query("SELECT user_id, push_token FROM user_devices WHERE id = ?", id);
        if (!row.next() || row.isNull(1))
            return QByteArray();
        owner = row.bytes(0);
        sealed = row.bytes(1);
    }
    return vault.open(tx, owner, sealed, tokenContext);
}

void UserDeviceRepository::markDead(WriteTransaction &tx, const DeviceId &id)
{
    tx.execute("UPDATE user_devices SET push_token_dead = 1 WHERE id = ?", id);
}

bool UserDeviceRepository::remove(WriteTransaction &tx, const DeviceId &id)
{
    return tx.execute("DELETE FROM user_devices WHERE id = ?", id) > 0;
}

} // namespace anteroom
