// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdeviceservice.h"

#include "app/access/audit.h"
#include "app/base/textrules.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"

namespace anteroom {

namespace {

constexpr int longestToken = 4096;

} // namespace

UserDeviceService::UserDeviceService(const Vault &vault)
    : m_vault(vault)
{
}

Result<UserDevice> UserDeviceService::put(WriteTransaction &tx, const Actor &actor, const DeviceId &id,
                                          const UserDeviceInput &input) const
{
    if (const auto ok = checkText(input.pushToken, longestToken, "pushToken"); !ok)
        return fail(ok.error());
    if (!UserRepository::byId(tx, input.user))
        return fail(ErrorCode::NotFound, "user.unknown");
    const auto known = UserDeviceRepository::byId(tx, id);
    UserDevice device = known.value_or(UserDevice{.id = id, .createdAt = tx.now()});
    device.user = input.user;
    device.platform = input.platform;
    device.acceptsInboundCalls = input.acceptsInboundCalls;
    device.hasPushToken = !input.pushToken.isNull();
    device.pushTokenDead = false;
    device.changedAt = tx.now();
    UserDeviceRepository::save(tx, device);
    const auto kept = UserDeviceRepository::savePushToken(tx, m_vault, device, input.pushToken.toUtf8());
    if (!kept)
        return fail(kept.error());
    recordAudit(tx, actor, {.action = "device.write", .patient = device.user, .subject = id.text()});
    tx.changed(Topic::UserDevices, id.text());
    return device;
}

Result<UserDevice> UserDeviceService::get(Transaction &tx, const DeviceId &id) const
{
    auto device = UserDeviceRepository::byId(tx, id);
    if (!device)
        return fail(ErrorCode::NotFound, "device.unknown");
    return *std::move(device);
}

Result<void> UserDeviceService::remove(WriteTransaction &tx, const Actor &actor, const DeviceId &id) const
{
    const auto device = UserDeviceRepository::byId(tx, id);
    if (!device)
        return fail(ErrorCode::NotFound, "device.unknown");
    UserDeviceRepository::remove(tx, id);
    recordAudit(tx, actor, {.action = "device.delete", .patient = device->user, .subject = id.text()});
    tx.changed(Topic::UserDevices, id.text());
    return {};
}

} // namespace anteroom
