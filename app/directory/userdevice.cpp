// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userdevice.h"

namespace anteroom {

const char *platformName(UserDevice::Platform platform)
{
    switch (platform) {
    case UserDevice::Platform::Android:
        return "android";
    case UserDevice::Platform::Web:
        return "web";
    case UserDevice::Platform::Ios:
        break;
    }
    return "ios";
}

std::optional<UserDevice::Platform> platformByName(QByteArrayView name)
{
    using Platform = UserDevice::Platform;
    for (const Platform platform : {Platform::Ios, Platform::Android, Platform::Web}) {
        if (name == QByteArrayView(platformName(platform)))
            return platform;
    }
    return std::nullopt;
}

} // namespace anteroom
