// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace anteroom {

/// Where a web hook may be sent: an absolute https address without credentials, at most 2,048 characters.
/// Where its host leads is looked at when something is sent (RULES.md, Web hooks).
class HttpsUrl
{
public:
    enum class Plain { Refused, ToLoopback };

    /// Nothing where the text is no such address. With Plain::ToLoopback also http to this machine itself.
    static std::optional<HttpsUrl> parse(const QString &text, Plain plain = Plain::Refused);

    /// As it was given.
    const QString &text() const { return m_text; }

private:
    explicit HttpsUrl(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace anteroom
