// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/application.h"

namespace anteroom {

std::optional<BodyLimit> HttpApplication::bodyLimit(const RequestHead &) const
{
    return std::nullopt;
}

std::unique_ptr<UploadSink> HttpApplication::createUploadSink(const RequestHead &) const
{
    return nullptr;
}

HttpResponse HttpApplication::refusal(Listener, const QByteArray &, const QByteArray &, int status,
                                      const QByteArray &, const QByteArray &) const
{
    return HttpResponse::empty(status);
}

} // namespace anteroom
