// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace anteroom {

/// An address with the name that stands before it: `Riverside Practice <noreply@example.org>`.
struct MailAddress
{
    QString name;    ///< as people read it; may be empty
    QString address; ///< ASCII

    /// Also without a name and angle brackets. Nothing where it is no address, or has letters beyond ASCII:
    /// those need SMTPUTF8 all the way, which few servers speak.
    static std::optional<MailAddress> parse(const QString &text);
};

/// An e-mail as it travels (RFC 5322 and MIME): the text, the same text as plain HTML with its links made to
/// be pressed and nothing fetched from anywhere, and perhaps an invitation. Lines are short and ASCII,
/// whatever the texts are.
struct MailMessage
{
    QByteArray id; ///< what makes it unique: the same id is the same message to a mail program
    UtcTime date;
    MailAddress from;
    QString to; ///< an address
    QString subject;
    QString text;
    QByteArray calendar; ///< an iCalendar object in UTF-8; empty: none

    /// With CRLF; dots at the beginning of lines are the transport's business, and there are none.
    QByteArray toBytes() const;

    /// The text in HTML.
    QString html() const;
};

} // namespace anteroom
