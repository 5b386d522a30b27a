// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smsgateway.h"

#include "app/delivery/deliveryreports.h"
#include "app/delivery/smstemplate.h"
#include "app/settings/secrets.h"
#include "app/settings/settings.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;
using Failure = CurlReply::Failure;
using Kind = DeliveryOutcome::Kind;

namespace {

// Far more than a gateway has to say, and little enough to search.
constexpr qsizetype answerRead = 64 * 1024;

// Where a template leads, up to its path.
QString originOf(const QString &urlTemplate)
{
    const qsizetype host = urlTemplate.indexOf("://"_L1);
    const qsizetype end = urlTemplate.indexOf(QRegularExpression(u"[/?#]"_s), host < 0 ? 0 : host + 3);
    return urlTemplate.left(end < 0 ? urlTemplate.size() : end).toLower();
}

// Of headers that were made for another server, those that only say what the body is.
QString harmless(const QString &headers)
{
    QStringList kept;
    for (const QString &line : headers.split(u'\n')) {
        const QString name = line.section(u':', 0, 0).trimmed().toLower();
        if (name == "content-type"_L1 || name == "accept"_L1)
            kept.append(line);
    }
    return kept.join(u'\n');
}

} // namespace

SmsGateway::SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                       const DeliveryReports &reports, Options options)
    : m_settings(settings)
    , m_keyring(keyring)
    , m_clock(clock)
    , m_reports(reports)
    , m_options(options)
    , m_pool(threads)
{
}

SmsGateway::SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                       const DeliveryReports &reports)
    : SmsGateway(settings, keyring, clock, reports, Options())
{
}

QString SmsGateway::provider() const
{
    return u"http"_s;
}

bool SmsGateway::mayRepeat() const
{
    return m_settings.flag("ANTEROOM_SMS_DROPS_DOUBLES");
}

void SmsGateway::send(const Message &message, Done done)
{
    m_pool.start(
        [this, message, done = std::move(done)](CurlTransfer &transfer, const std::stop_token &stop) {
            DeliveryOutcome outcome = deliver(message, transfer, stop);
            outcome.id = message.id;
            done(std::move(outcome));
        });
}

// `own`: only what was set for the account itself.
Result<QByteArray> SmsGateway::secret(const char *name, const QString &account, bool own) const
{
    const std::lock_guard lock(m_keyringMutex); // a desktop's keyring answers one at a time
    const Secrets secrets(m_settings, m_keyring);
    return own ? secrets.readExactly(QByteArray(name) + "__" + account.toUtf8())
               : secrets.read(name, account);
}

Result<CurlRequest> SmsGateway::requestFor(const Message &message) const
{
    if (message.body.isEmpty())
        return fail(ErrorCode::Invalid, "sms.no_text"); // it was erased with the key that sealed it
    const QString &account = message.accountId;
    const QString url = m_settings.text("ANTEROOM_SMS_URL", account);
    if (url.isEmpty())
        return fail(ErrorCode::Invalid, "sms.no_url");
    const QString origin = originOf(url);
    if (origin.contains(u'{')) // nobody's text says where it goes
        return fail(ErrorCode::Invalid, "sms.bad_url");
    // Passwords of the general gateway go to no other server.
    const bool elsewhere = origin != originOf(m_settings.text("ANTEROOM_SMS_URL"));
    auto headers = secret("ANTEROOM_SMS_HEADERS", account, elsewhere);
    const auto password = secret("ANTEROOM_SMS_SECRET", account, elsewhere);
    if (headers && headers->isEmpty() && elsewhere) {
        headers = secret("ANTEROOM_SMS_HEADERS", {}, false);
        if (headers)
            headers = harmless(QString::fromUtf8(*headers)).toUtf8();
    }
    if (!headers || !password)
        return fail(ErrorCode::Unavailable, "sms.no_secret");

    const SmsValues values{message.to, message.body, message.id.text(), m_reports.urlFor(message), *password};
    CurlRequest request;
    request.url = expandSmsTemplate(url, SmsPlace::Url, values);
    request.method = m_settings.text("ANTEROOM_SMS_METHOD", account).toLatin1();
    request.headers = expandSmsHeaders(QString::fromUtf8(*headers), values);
    const QString body = m_settings.text("ANTEROOM_SMS_BODY", account);
    if (request.method != "GET" && !body.isEmpty()) {
        const SmsPlace place = smsBodyPlace(request.headers, body);
        request.body = expandSmsTemplate(body, place, values);
    }
    request.headers.append("User-Agent: Anteroom/" ANTEROOM_VERSION);
    request.caFile = m_settings.text("ANTEROOM_SMS_CA", account);
    request.connectWithin = m_options.connectWithin;
    request.endWithin = m_options.endWithin;
    request.answerLimit = answerRead;
    // On a connection that was kept, libcurl sends a request once more when the first brought no answer.
    request.keepConnection = mayRepeat();
    return request;
}

DeliveryOutcome SmsGateway::deliver(const Message &message, CurlTransfer &transfer,
                                    const std::stop_token &stop) const
{
    const auto request = requestFor(message);
    if (!request) {
        const bool mends = request.error().code == ErrorCode::Unavailable;
        return {.kind = mends ? Kind::TryAgain : Kind::GivenUp,
                .reason = request.error().reason,
                .providerFailed = mends};
    }
    const CurlReply reply = transfer.perform(*request, stop);
    DeliveryOutcome outcome = judge(reply, message.accountId);
    if (outcome.kind == Kind::InDoubt && mayRepeat())
        outcome.kind = Kind::TryAgain;
    return outcome;
}

// A status counts also where the rest of the answer never came.
DeliveryOutcome SmsGateway::judge(const CurlReply &reply, const QString &account) const
{
    DeliveryOutcome outcome;
    const int status = reply.status;
    if (status < 200) {
        outcome.reason = reasonOf(reply.failure == Failure::None ? Failure::Broken : reply.failure);
        outcome.kind = reply.mayHaveLeft                  ? Kind::InDoubt
                       : reply.failure == Failure::BadUrl ? Kind::GivenUp
                                                          : Kind::TryAgain;
        outcome.providerFailed = reply.failure != Failure::BadUrl && reply.failure != Failure::Cancelled;
        return outcome;
    }
    if (status <= 299) {
        const QString pattern = m_settings.text("ANTEROOM_SMS_SUCCESS_PATTERN", account);
        if (pattern.isEmpty() || QRegularExpression(pattern).match(QString::fromUtf8(reply.body)).hasMatch())
            return outcome;
        // An answer that says something else is a refusal; one that was cut off says nothing.
        const bool isWhole = reply.failure == Failure::None;
        outcome.kind = isWhole ? Kind::GivenUp : Kind::InDoubt;
        outcome.reason = isWhole ? "sms.unexpected_answer"_ba : reasonOf(reply.failure);
        return outcome;
    }
    outcome.reason = "sms.status_" + QByteArray::number(status);
    if (status == 504) { // somebody in between had no answer from the gateway itself
        outcome.kind = Kind::InDoubt;
        outcome.providerFailed = true;
    } else if (status == 408 || status == 429 || status >= 500) {
        outcome.kind = Kind::TryAgain;
        outcome.retryAfter = parseRetryAfter(reply.retryAfter, m_clock.now());
        outcome.providerFailed = true;
    } else {
        outcome.kind = Kind::GivenUp; // 3xx too: a redirect is not followed with what is the patient's
        if (status == 401 || status == 403 || status == 407)
            outcome.reason = "sms.sign_in " + QByteArray::number(status);
    }
    return outcome;
}

} // namespace anteroom
