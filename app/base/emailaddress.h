// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace anteroom {

/// An address such as `johnsmith@example.com`: an unquoted ASCII local part of at most 64 characters and a
/// domain of at least two labels, 254 characters in all. Kept as written, compared without case.
class EmailAddress
{
public:
    /// Nothing where the text is not of that form.
    static std::optional<EmailAddress> parse(QStringView text);

    const QString &text() const { return m_text; }

    friend bool operator==(const EmailAddress &a, const EmailAddress &b)
    {
        return a.m_text.compare(b.m_text, Qt::CaseInsensitive) == 0;
    }

private:
    explicit EmailAddress(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace anteroom
