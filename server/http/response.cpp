// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/response.h"

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

HttpResponse make(int status, QByteArray contentType, QByteArray body)
{
    HttpResponse response;
    response.status = status;
    response.contentType = std::move(contentType);
    response.body = std::move(body);
    return response;
}

} // namespace

HttpResponse &HttpResponse::with(QByteArray name, QByteArray value) &
{
    headers.emplace_back(std::move(name), std::move(value));
    return *this;
}

HttpResponse &&HttpResponse::with(QByteArray name, QByteArray value) &&
{
    headers.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

HttpResponse HttpResponse::empty(int status)
{
    return make(status, {}, {});
}

HttpResponse HttpResponse::json(int status, QByteArray body)
{
    return make(status, "application/json"_ba, std::move(body));
}

HttpResponse HttpResponse::text(int status, QByteArray body)
{
    return make(status, "text/plain; charset=utf-8"_ba, std::move(body));
}

HttpResponse HttpResponse::html(int status, QByteArray body)
{
    return make(status, "text/html; charset=utf-8"_ba, std::move(body));
}

} // namespace anteroom
