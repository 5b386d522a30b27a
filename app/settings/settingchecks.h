// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace anteroom {

/// The rules that single settings have beyond their type. Each returns nullptr where the value keeps it, else
/// the reason of the error, a literal. They look at no other setting. Any thread.
namespace settingchecks {

/// http or https with a host; no user, no fragment.
const char *webUrl(const QString &value);
/// https, or http to this machine; no user, no fragment.
const char *secureUrl(const QString &value);
/// What patients' links begin with: http or https, a host, perhaps a path; nothing else.
const char *publicUrl(const QString &value);
/// A web address that may hold placeholders such as `{to}`.
const char *templateUrl(const QString &value);
/// What the clinician's telephone opens: `tel:`, `sip:`, `sips:` or `callto:`, with `{number}`.
const char *phoneUrl(const QString &value);
/// `smtp://host[:port]` or `smtps://host[:port]`.
const char *smtpUrl(const QString &value);
/// One or more `turn:` or `turns:` addresses, separated by spaces.
const char *turnUrls(const QString &value);
/// A host's name, or a secure URL.
const char *hostOrUrl(const QString &value);
/// `address:port` where the address is an IP address (IPv6 in brackets), localhost or `*`.
const char *listenAddress(const QString &value);
/// A virus scanner: the path of a socket, or host:port.
const char *scanner(const QString &value);
/// `name@domain`, perhaps as `Name <name@domain>`; the address in ASCII.
const char *mailAddress(const QString &value);
/// `Name: value`, one a line.
const char *headerLines(const QString &value);
/// The name of a header.
const char *headerName(const QString &value);
/// A regular expression.
const char *pattern(const QString &value);
/// One or more `whsec_…` of 24 to 64 bytes, separated by spaces.
const char *webhookSecrets(const QString &value);
/// `22:00-07:30`.
const char *hours(const QString &value);
/// A PNG or SVG of at most 32 KiB (app/settings/logofile.h).
const char *logo(const QString &value);
/// Words separated by commas.
const char *words(const QString &value);
/// As secureUrl(), without a query: other systems' paths are put behind it.
const char *secureBase(const QString &value);
/// A token that a header can hold: visible ASCII.
const char *bearer(const QString &value);
/// A UUID.
const char *uuid(const QString &value);
/// The words of a text message: no placeholders but `<request_number>` and `<verification_code>`.
const char *textWithCode(const QString &value);
/// The same without the code.
const char *textWithoutCode(const QString &value);
/// CIDR ranges or addresses separated by commas or spaces.
const char *cidrs(const QString &value);

} // namespace settingchecks

} // namespace anteroom
