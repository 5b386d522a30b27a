// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QString>

namespace anteroom {

/// What the placeholders of a gateway's templates stand for (RULES.md, Text messages).
struct SmsValues
{
    QString to;    ///< {to}: `+` and digits; {to_digits}: without the `+`
    QString text;  ///< {text}; {coding}: 0 where it fits GSM-7, else 2; {type}: `text` or `unicode` likewise
    QByteArray id; ///< {id}: the message's own, the same on every try
    QByteArray reportUrl; ///< {dlr_url}
    QByteArray secret;    ///< {secret}: ANTEROOM_SMS_SECRET
};

/// Where a placeholder stands, which decides how its value is escaped.
enum class SmsPlace {
    Url,    ///< percent-encoded
    Header, ///< on one line
    Json,   ///< inside a string
    Form,   ///< percent-encoded
    Xml,    ///< text or attribute
    Plain   ///< as it is
};

/// Replaces the placeholders, in one pass: what a value holds is never taken for a placeholder. UTF-8; of a
/// URL ASCII. Other braces stay.
QByteArray expandSmsTemplate(const QString &pattern, SmsPlace place, const SmsValues &values);

/// `Name: value` lines, expanded; blank ones are left out.
QByteArrayList expandSmsHeaders(const QString &lines, const SmsValues &values);

/// How values are escaped in the body, by the Content-Type among the headers. Where there is none, it is told
/// from the template and added to them.
SmsPlace smsBodyPlace(QByteArrayList &headers, const QString &bodyPattern);

} // namespace anteroom
