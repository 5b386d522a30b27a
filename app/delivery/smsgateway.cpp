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

constexpr int threads = 48; // at most; started as they are needed
// Asking again does not mend a password, and some gateways lock whoever asks too often. A change of the
// settings ends the pause at once.
constexpr std::chrono::milliseconds untilMended = std::chrono::minutes(5);
// How often a gateway that takes other texts may answer 403 to one before it is believed to mean that one.
constexpr int refusalsBelieved = 3;
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

bool asksForReport(const QString &url, const QString &headers, const QString &body)
{
    return (url + headers + body).contains("{dlr_url}"_L1);
}

} // namespace

/// An account's gateway as the settings have it.
struct SmsGateway::Templates
{
    QByteArray method;
    QString url, headers, body;
    QString origin; ///< of the URL
    QByteArray secret;
    QString caFile;
    std::optional<QRegularExpression> success; ///< of an answer; not set: any
    bool asksForReport = false;
};

SmsGateway::SmsGateway(const Settings &settings, Keyring &keyring, const Clock &clock,
                       const DeliveryReports &reports, TransferOptions options)
    : TransferGateway(clock, threads, std::move(options))
    , m_settings(settings)
    , m_keyring(keyring)
    , m_reports(reports)
{
}

SmsGateway::~SmsGateway()
{
    end();
}

QString SmsGateway::provider() const
{
    return u"http"_s;
}

bool SmsGateway::mayRepeat(const Message &message) const
{
    return m_settings.text("ANTEROOM_SMS_DROPS_DOUBLES", message.accountId) == "true"_L1;
}

// One gateway that hangs leaves room for others.
int SmsGateway::maxInFlightPerLane() const
{
    return threads / 2;
}

void SmsGateway::settingsChanged()
{
    m_templates.forget();
    const std::lock_guard lock(m_mutex);
    m_closing.clear();
    m_takenAt.clear();
}

Result<SmsGateway::Templates> SmsGateway::readTemplates(const QString &account) const
{
    Templates templates;
    templates.url = m_settings.text("ANTEROOM_SMS_URL", account);
    if (templates.url.isEmpty())
        return fail(ErrorCode::Invalid, "sms.no_url");
    templates.origin = originOf(templates.url);
    if (templates.origin.contains(u'{')) // nobody's text says where it goes
        return fail(ErrorCode::Invalid, "sms.bad_url");

    const Secrets secrets(m_settings, m_keyring);
    // Passwords of the general gateway go to no other server.
    const bool elsewhere = templates.origin != originOf(m_settings.text("ANTEROOM_SMS_URL"));
    const auto secret = [&](const char *name) {
        return elsewhere ? secrets.readExactly(QByteArray(name) + "__" + account.toUtf8())
                         : secrets.read(name, account);
    };
    auto headers = secret("ANTEROOM_SMS_HEADERS");
    auto password = secret("ANTEROOM_SMS_SECRET");
    if (headers && headers->isEmpty() && elsewhere) {
        headers = secrets.read("ANTEROOM_SMS_HEADERS");
        if (headers)
            headers = harmless(QString::fromUtf8(*headers)).toUtf8();
    }
    if (!headers || !password)
        return fail(ErrorCode::Unavailable, "sms.no_secret");
    templates.headers = QString::fromUtf8(*headers);
    templates.secret = *std::move(password);

    templates.method = m_settings.text("ANTEROOM_SMS_METHOD", account).toLatin1();
    templates.body = m_settings.text("ANTEROOM_SMS_BODY", account);
    templates.caFile = m_settings.text("ANTEROOM_SMS_CA", account);
    if (const QString pattern = m_settings.text("ANTEROOM_SMS_SUCCESS_PATTERN", account); !pattern.isEmpty())
        templates.success = QRegularExpression(pattern);
    templates.asksForReport = asksForReport(templates.url, templates.headers, templates.body);
    return templates;
}

CurlRequest SmsGateway::requestFor(const Message &message, const Templates &templates) const
{
    const SmsValues values{message.to, message.body, message.id.text(),
                           templates.asksForReport ? m_reports.urlFor(message) : QByteArray(),
                           templates.secret};
    CurlRequest request;
    request.url = expandSmsTemplate(templates.url, SmsPlace::Url, values);
    request.method = templates.method;
    request.headers = expandSmsHeaders(templates.headers, values);
    if (request.method != "GET" && !templates.body.isEmpty()) {
        const SmsPlace place = smsBodyPlace(request.headers, templates.body);
        request.body = expandSmsTemplate(templates.body, place, values);
    }
    request.headers.append("User-Agent: Anteroom/" ANTEROOM_VERSION);
    request.caFile = templates.caFile;
    limit(request);
    request.answerLimit = answerRead;
    request.keepConnection = keepsConnections(templates.origin);
    return request;
}

bool SmsGateway::keepsConnections(const QString &origin) const
{
    const std::lock_guard lock(m_mutex);
    return !m_closing.contains(origin);
}

void SmsGateway::keepNoConnections(const QString &origin)
{
    const std::lock_guard lock(m_mutex);
    m_closing.insert(origin);
}

DeliveryOutcome SmsGateway::deliver(const Message &message, CurlTransfer &transfer,
                                    const std::stop_token &stop)
{
    if (message.body.isEmpty()) // it was erased with the key that sealed it
        return {.kind = Kind::GivenUp, .reason = "sms.no_text"};
    const auto templates =
        m_templates.get(message.accountId, now(), [&] { return readTemplates(message.accountId); });
    if (!templates) { // for the clinic to mend; a keyring that is locked may be open in a moment
        DeliveryOutcome outcome{
            .kind = Kind::TryAgain, .reason = templates.error().reason, .providerFailed = true};
        if (templates.error().code == ErrorCode::Invalid)
            outcome.leaveAlone = untilMended;
        return outcome;
    }
    const CurlReply reply = transfer.perform(requestFor(message, **templates), stop);
    // Whoever closes connections without a word gets a new one for each text: one doubt is enough.
    if (reply.keptWasClosed)
        keepNoConnections((*templates)->origin);
    DeliveryOutcome outcome = judge(reply, **templates);
    if (outcome.kind == Kind::InDoubt && mayRepeat(message))
        outcome.kind = Kind::TryAgain;
    const std::lock_guard lock(m_mutex);
    if (outcome.kind == Kind::Sent) {
        m_takenAt.insert(message.accountId, now());
    } else if (reply.status == 403 && message.tries >= refusalsBelieved && message.tryingSince) {
        const auto taken = m_takenAt.constFind(message.accountId);
        if (taken != m_takenAt.constEnd() && *taken > *message.tryingSince) // it lets us in
            outcome = {.kind = Kind::GivenUp, .reason = "sms.status_403"};
    }
    return outcome;
}

// A status counts also where the rest of the answer never came.
DeliveryOutcome SmsGateway::judge(const CurlReply &reply, const Templates &templates) const
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
        if (!templates.success || templates.success->match(QString::fromUtf8(reply.body)).hasMatch())
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
        outcome.retryAfter = parseRetryAfter(reply.retryAfter, now());
        outcome.providerFailed = true;
    } else if (status == 401 || status == 403 || status == 407) {
        // Nothing is wrong with the text. Of 403 that is not quite sure: some say so of a number, so that
        // only several in a row make the gateway be left alone, and deliver() asks what became of others.
        outcome.kind = Kind::TryAgain;
        outcome.reason = "sms.sign_in " + QByteArray::number(status);
        outcome.providerFailed = true;
        if (status != 403)
            outcome.leaveAlone = untilMended;
    } else {
        outcome.kind = Kind::GivenUp; // 3xx too: a redirect is not followed with what is the patient's
    }
    return outcome;
}

} // namespace anteroom
