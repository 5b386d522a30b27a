// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>
#include <utility>
#include <vector>

namespace anteroom {

/// A body that is made while it is sent, such as a decrypted file. Made in any thread; after respond() it is
/// used and destroyed by the worker's thread alone, so read() should not take long (64 KiB from a local
/// file).
class BodySource
{
public:
    BodySource() = default;
    BodySource(const BodySource &) = delete;
    BodySource &operator=(const BodySource &) = delete;
    virtual ~BodySource() = default;

    /// The length of the whole body in bytes, known beforehand (Content-Length).
    virtual qint64 size() const = 0;

    /// The next bytes, at most `maxBytes`; empty only at the end or where it fails. A source that ends before
    /// size() has the connection cut, so that the client sees an incomplete body.
    virtual QByteArray read(qint64 maxBytes) = 0;
};

/// An answer. The transport adds Content-Length, Date, Connection and x-request-id, and drops the body where
/// the request was a HEAD or the status allows none (1xx, 204, 304).
struct HttpResponse
{
    using Header = std::pair<QByteArray, QByteArray>;

    int status = 200;
    QByteArray contentType; ///< empty: no Content-Type
    /// Further fields. A name that is no token, or a value with CR, LF or NUL, turns the answer into a 500.
    /// Content-Length, Transfer-Encoding, Connection and Date are the transport's and are left out.
    std::vector<Header> headers;
    QByteArray body;
    std::unique_ptr<BodySource> source; ///< where set, the body; `body` is then not looked at

    HttpResponse &with(QByteArray name, QByteArray value) &;
    HttpResponse &&with(QByteArray name, QByteArray value) &&;

    static HttpResponse empty(int status);
    /// `application/json`; `body` is the JSON text itself.
    static HttpResponse json(int status, QByteArray body);
    static HttpResponse text(int status, QByteArray body); ///< `text/plain; charset=utf-8`
    static HttpResponse html(int status, QByteArray body); ///< `text/html; charset=utf-8`
};

} // namespace anteroom
