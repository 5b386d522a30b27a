// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArrayList>
#include <QHostAddress>

#include <functional>
#include <memory>
#include <stop_token>

namespace anteroom {

/// One request to somebody else's server, by HTTP or, where `mailFrom` is set, an e-mail by SMTP.
struct CurlRequest
{
    QByteArray url; ///< ASCII; http, https, smtp or smtps
    /// Whether an address may be connected to; asked for the very address that is then used. Not set: any.
    std::function<bool(const QHostAddress &)> mayConnectTo;
    /// Fixed addresses, `host:port:address`, instead of asking the resolver.
    QByteArrayList addresses;
    QString caFile; ///< further roots to believe, beside the system's
    std::chrono::milliseconds connectWithin = std::chrono::seconds(10);
    std::chrono::milliseconds endWithin = std::chrono::seconds(30);
    qsizetype answerLimit = 4096; ///< bytes of the answer's body that are read; the rest is left unread
    /// For the next request of the same CurlTransfer to the same place, if it comes soon (HTTP).
    bool keepConnection = false;

    // HTTP
    QByteArray method = "GET";
    QByteArrayList headers; ///< `Name: value`
    QByteArray body;        ///< of POST and PUT

    // SMTP
    QByteArray mailFrom; ///< the envelope's sender
    QByteArrayList mailTo;
    bool requireTls = false; ///< with smtp: STARTTLS or nothing; else where the server offers it
    QByteArray user, password;
};

/// How far a conversation by SMTP has come: the command that was sent last.
enum class MailStep { Greeting, Hello, StartTls, SignIn, Sender, Recipient, Text, Quit };

/// What came of it.
struct CurlReply
{
    enum class Failure {
        None,           ///< there is a status, whatever it is
        BadUrl,         ///< or a protocol that is not spoken here
        NoAddress,      ///< the name is not known, or the resolver is away
        AddressRefused, ///< all that the name leads to was refused by mayConnectTo
        NoConnection,
        Certificate, ///< the server's certificate is not believed
        Tls,         ///< no common ground on TLS
        TimedOut,
        Broken,   ///< the connection broke, or what came was no answer
        SignIn,   ///< the server did not take user and password (SMTP)
        Refused,  ///< the server said no; `status` is its code (SMTP)
        Cancelled ///< we are stopping
    };

    Failure failure = Failure::None;
    int status = 0;         ///< HTTP's, or SMTP's last; 0: none came
    QByteArray body;        ///< at most answerLimit bytes
    QByteArray retryAfter;  ///< as it was sent
    bool connected = false; ///< there was a connection, with TLS where that was asked for
    /// Some or all of the request was sent; an e-mail: all of it, so that the server may have taken it.
    bool mayHaveLeft = false;
    /// It was sent on a connection that had been kept, and the other side closed that without an answer.
    bool keptWasClosed = false;

    // SMTP
    MailStep step = MailStep::Greeting; ///< Quit is never told: what counts is what it ends
    QByteArray enhancedStatus;          ///< such as "5.1.1" (RFC 3463), where the server gives one
};

/// libcurl for one thread: requests one after the other, each waits for its end. Never follows a redirect,
/// takes no proxy and no settings from the environment, always checks certificates. Not for the GUI's, the
/// delivery or an HTTP worker's thread: see TransferPool.
class CurlTransfer
{
public:
    CurlTransfer();
    ~CurlTransfer();
    CurlTransfer(const CurlTransfer &) = delete;
    CurlTransfer &operator=(const CurlTransfer &) = delete;

    /// Ends within about a second of `stop`. What was sent, if only in part, is never sent again by itself.
    CurlReply perform(const CurlRequest &request, const std::stop_token &stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// What a Retry-After header asks for: seconds or a date; nothing where it is neither. Never negative.
std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, UtcTime now);

/// A key for a failure such as "delivery.timed_out", to be recorded as a DeliveryOutcome's reason.
QByteArray reasonOf(CurlReply::Failure failure);

} // namespace anteroom
