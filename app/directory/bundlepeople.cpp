// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/bundlepeople.h"

#include "app/access/audit.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/directory/userservice.h"
#include "app/settings/settings.h"

namespace anteroom {

void importUser(WriteTransaction &tx, const Actor &actor, const Settings &settings, BundleRow &row)
{
    const UserId id = UserId::fromTrusted(row.id());
    if (!row.good())
        return;
    const auto known = UserRepository::byId(tx, id);
    UserInput input = known ? UserInput::of(*known) : UserInput();
    QString kind = known ? QString::fromLatin1(userKindName(known->kind)) : QString();
    row.read("kind", kind);
    row.require("kind", !kind.isNull());
    if (const auto which = userKindByName(kind.toLatin1()))
        input.kind = *which;
    else
        row.refuse(QStringLiteral("kind"), "user.kind");
    row.read("displayName", input.displayName);
    row.read("firstName", input.firstName);
    row.read("lastName", input.lastName);
    row.read("dateOfBirth", input.dateOfBirth);
    row.read("mobile", input.mobile);
    row.read("mobileVerified", input.mobileVerified);
    row.read("email", input.email);
    row.read("externalId", input.externalId);
    row.read("isAppUser", input.isAppUser);
    row.read("accountId", input.accountId);
    row.read("accountUserId", input.accountUserId);
    row.read("profilePictureUrl", input.profilePictureUrl);
    row.read("language", input.language);
    row.read("personId", input.personId);
    if (!row.good())
        return;

    auto user = input.checked(tx.now(), settings.text("ANTEROOM_TIME_ZONE"));
    if (!user)
        return row.refuse(user.error());
    user->id = id;
    user->createdAt = known ? known->createdAt : tx.now();
    user->changedAt = tx.now();
    if (known)
        UserRepository::update(tx, *known, *user);
    else if (!UserRepository::insert(tx, *user))
        return row.refuse(QStringLiteral("id"), "user.erased");
    recordAudit(tx, actor, {.action = "user.import", .patient = id, .subject = id.text()});
    tx.changed(Topic::Users, id.text());
}

void importUserDevice(WriteTransaction &tx, const Actor &actor, const Vault &vault, BundleRow &row)
{
    const DeviceId id = DeviceId::fromTrusted(row.id());
    if (!row.good())
        return;
    const auto known = UserDeviceRepository::byId(tx, id);
    UserDevice device = known.value_or(UserDevice{.id = id, .createdAt = tx.now()});
    device.changedAt = tx.now();

    QByteArray user = device.user.text();
    row.readId("userId", user);
    row.require("userId", !user.isEmpty());
    device.user = UserId::fromTrusted(user);
    if (UserRepository::isErased(tx, device.user))
        row.refuse(QStringLiteral("userId"), "user.erased");
    QString platform = known ? QString::fromLatin1(platformName(known->platform)) : QString();
    row.read("platform", platform);
    row.require("platform", !platform.isNull());
    if (const auto which = platformByName(platform.toLatin1()))
        device.platform = *which;
    else
        row.refuse(QStringLiteral("platform"), "device.platform");
    row.require("acceptsInboundCalls", known || row.given("acceptsInboundCalls"));
    row.read("acceptsInboundCalls", device.acceptsInboundCalls);
    QString token;
    row.read("pushToken", token);
    if (!token.isNull() && token.trimmed().isEmpty())
        row.refuse(QStringLiteral("pushToken"), "text.blank");
    if (!row.good())
        return;

    UserDeviceRepository::save(tx, device);
    if (row.given("pushToken")) {
        if (const auto kept = UserDeviceRepository::savePushToken(tx, vault, device, token.toUtf8()); !kept)
            return row.refuse(kept.error());
    }
    recordAudit(tx, actor, {.action = "device.import", .patient = device.user, .subject = id.text()});
    tx.changed(Topic::UserDevices, id.text());
}

} // namespace anteroom
