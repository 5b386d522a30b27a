// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settingchecks.h"

#include "app/base/id.h"
#include "app/settings/logofile.h"

#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>
#include <QUrl>

namespace anteroom::settingchecks {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *notUrl = "setting.not_a_url";

bool isLoopback(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

std::optional<QUrl> webUrlOf(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        return std::nullopt;
    return url;
}

bool isHostName(const QString &value)
{
    static const QRegularExpression name(u"^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$"_s);
    return value.size() <= 253 && name.match(value).hasMatch();
}

bool isPort(QStringView text, int least)
{
    bool number = false;
    const int port = text.toInt(&number);
    return number && port >= least && port <= 65535 && text.size() <= 5;
}

// Cuts `host:port` at the last colon; IPv6 addresses stand in brackets.
bool split(const QString &value, QString &host, QString &port)
{
    const qsizetype colon = value.lastIndexOf(u':');
    if (colon < 1)
        return false;
    host = value.left(colon);
    port = value.mid(colon + 1);
    if (host.startsWith(u'[') && host.endsWith(u']')) {
        host = host.mid(1, host.size() - 2);
        return QHostAddress(host).protocol() == QAbstractSocket::IPv6Protocol;
    }
    return !host.contains(u':');
}

// Everything that looks like a placeholder has to be one, or it would reach a patient as it is.
bool hasOnly(const QString &text, const QStringList &placeholders)
{
    static const QRegularExpression placeholder(u"<[^<>]*>"_s);
    auto found = placeholder.globalMatch(text);
    while (found.hasNext()) {
        if (!placeholders.contains(found.next().captured()))
            return false;
    }
    return true;
}

QStringList parts(const QString &value, const QString &separators)
{
    QStringList all;
    QString part;
    for (const QChar c : value + separators.at(0)) {
        if (!separators.contains(c)) {
            part += c;
        } else if (!part.isEmpty()) {
            all.append(part);
            part.clear();
        }
    }
    return all;
}

} // namespace

const char *webUrl(const QString &value)
{
    return webUrlOf(value) ? nullptr : notUrl;
}

const char *secureUrl(const QString &value)
{
    const auto url = webUrlOf(value);
    if (!url)
        return notUrl;
    return url->scheme() == "https"_L1 || isLoopback(url->host()) ? nullptr : "setting.url_not_secure";
}

const char *publicUrl(const QString &value)
{
    const auto url = webUrlOf(value);
    return url && !url->hasQuery() ? nullptr : notUrl;
}

const char *templateUrl(const QString &value)
{
    static const QRegularExpression placeholder(u"\\{[a-z_]+\\}"_s);
    return webUrl(QString(value).replace(placeholder, u"x"_s));
}

const char *phoneUrl(const QString &value)
{
    static const QRegularExpression good(u"^(tel|sips?|callto):[^\\s]*\\{number\\}[^\\s]*$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return good.match(value).hasMatch() ? nullptr : "setting.not_a_phone_url";
}

const char *smtpUrl(const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool mail = url.scheme() == "smtp"_L1 || url.scheme() == "smtps"_L1;
    const bool bare =
        url.userInfo().isEmpty() && !url.hasFragment() && !url.hasQuery() && url.path().size() <= 1;
    return url.isValid() && mail && bare && !url.host().isEmpty() ? nullptr : "setting.not_an_smtp_url";
}

const char *turnUrls(const QString &value)
{
    static const QRegularExpression turn(
        u"^turns?:(\\[[0-9a-fA-F:]+\\]|[A-Za-z0-9.-]+)(:\\d{1,5})?(\\?transport=(udp|tcp))?$"_s);
    const QStringList all = parts(value, u" ,"_s);
    for (const QString &one : all) {
        if (!turn.match(one).hasMatch())
            return "setting.not_a_turn_url";
    }
    return all.isEmpty() ? "setting.not_a_turn_url" : nullptr;
}

const char *hostOrUrl(const QString &value)
{
    return value.contains("://"_L1) ? secureUrl(value) : isHostName(value) ? nullptr : notUrl;
}

const char *listenAddress(const QString &value)
{
    QString host, port;
    const bool good = split(value, host, port) && isPort(port, 0) &&
                      (host == "localhost"_L1 || host == "*"_L1 || !QHostAddress(host).isNull());
    return good ? nullptr : "setting.not_an_address";
}

const char *scanner(const QString &value)
{
    const QString place = value.startsWith("unix:"_L1) ? value.mid(5) : value;
    if (place.startsWith(u'/'))
        return nullptr;
    QString host, port;
    const bool good = split(value.startsWith("tcp://"_L1) ? value.mid(6) : value, host, port) &&
                      isPort(port, 1) && (isHostName(host) || !QHostAddress(host).isNull());
    return good ? nullptr : "setting.not_a_scanner";
}

const char *mailAddress(const QString &value)
{
    static const QRegularExpression address(
        u"^([^<>@\\r\\n]*<[!-;=?A-~]+@[A-Za-z0-9.-]+>|[!-;=?A-~]+@[A-Za-z0-9.-]+)$"_s);
    return address.match(value).hasMatch() ? nullptr : "setting.not_a_mail_address";
}

const char *headerLines(const QString &value)
{
    for (const QString &line : parts(value, u"\n"_s)) {
        const qsizetype colon = line.indexOf(u':');
        if (colon < 1 || headerName(line.left(colon)) || line.contains(u'\r'))
            return "setting.not_headers";
    }
    return nullptr;
}

const char *headerName(const QString &value)
{
    static const QRegularExpression token(u"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$"_s);
    return token.match(value).hasMatch() ? nullptr : "setting.not_a_header_name";
}

const char *pattern(const QString &value)
{
    return QRegularExpression(value).isValid() ? nullptr : "setting.not_a_pattern";
}

const char *webhookSecrets(const QString &value)
{
    const QStringList all = parts(value, u" "_s);
    for (const QString &one : all) {
        const auto bytes =
            QByteArray::fromBase64Encoding(one.mid(6).toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
        if (!one.startsWith("whsec_"_L1) || !bytes || bytes.decoded.size() < 24 || bytes.decoded.size() > 64)
            return "setting.not_a_webhook_secret";
    }
    return all.isEmpty() ? "setting.not_a_webhook_secret" : nullptr;
}

const char *hours(const QString &value)
{
    static const QRegularExpression pair(u"^([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d$"_s);
    const bool good = pair.match(value).hasMatch() && value.first(5) != value.last(5);
    return good ? nullptr : "setting.not_hours";
}

const char *logo(const QString &value)
{
    const auto read = readLogo(value);
    return read ? nullptr : read.error().reason;
}

const char *words(const QString &value)
{
    static const QRegularExpression list(u"^\\s*[\\w-]+\\s*(,\\s*[\\w-]+\\s*)*$"_s);
    return list.match(value).hasMatch() ? nullptr : "setting.not_a_list";
}

const char *secureBase(const QString &value)
{
    const char *reason = secureUrl(value);
    return reason ? reason : QUrl(value).hasQuery() ? notUrl : nullptr;
}

const char *bearer(const QString &value)
{
    static const QRegularExpression visible(u"^[!-~]+$"_s);
    return visible.match(value).hasMatch() ? nullptr : "setting.not_a_bearer";
}

const char *uuid(const QString &value)
{
    return canonicalUuid(value.toUtf8()) ? nullptr : "setting.not_a_uuid";
}

const char *textWithCode(const QString &value)
{
    return hasOnly(value, {u"<request_number>"_s, u"<verification_code>"_s}) ? nullptr
                                                                             : "setting.unknown_placeholder";
}

const char *textWithoutCode(const QString &value)
{
    return hasOnly(value, {u"<request_number>"_s}) ? nullptr : "setting.unknown_placeholder_no_code";
}

const char *cidrs(const QString &value)
{
    for (const QString &one : parts(value, u" ,"_s)) {
        const bool range = one.contains(u'/');
        if (range ? QHostAddress::parseSubnet(one).second < 0 : QHostAddress(one).isNull())
            return "setting.not_a_cidr";
    }
    return nullptr;
}

} // namespace anteroom::settingchecks
