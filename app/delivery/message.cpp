// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/message.h"

#include <array>

namespace anteroom {

namespace {

constexpr std::array channelNames{"sms", "email", "push", "webhook", "video"};
constexpr std::array statusNames{"queued",   "sending", "sent",     "delivered",
                                 "rejected", "failed",  "in_doubt", "cancelled"};

template<typename Enum, size_t count>
std::optional<Enum> byName(const std::array<const char *, count> &names, QByteArrayView name)
{
    for (size_t i = 0; i < count; ++i) {
        if (name == QByteArrayView(names[i]))
            return Enum(i);
    }
    return std::nullopt;
}

} // namespace

const char *channelName(Channel channel)
{
    return channelNames[size_t(channel)];
}

std::optional<Channel> channelByName(QByteArrayView name)
{
    return byName<Channel>(channelNames, name);
}

const char *statusName(MessageStatus status)
{
    return statusNames[size_t(status)];
}

std::optional<MessageStatus> statusByName(QByteArrayView name)
{
    return byName<MessageStatus>(statusNames, name);
}

} // namespace anteroom
