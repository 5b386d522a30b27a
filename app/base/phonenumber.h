// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace anteroom {

/// A number in E.164 form: `+`, then 7 to 15 digits of which the first is no 0 (RULES.md, File requests).
/// No stricter: tables of what numbers exist are wrong often enough to keep a patient from being reached.
class PhoneNumber
{
public:
    /// Nothing where the text is not of that form.
    static std::optional<PhoneNumber> parse(QStringView text);
    /// The same from how a person writes it: spaces, hyphens, dots and brackets are left out, a leading 00 is
    /// `+`.
    static std::optional<PhoneNumber> parseLoosely(QStringView text);

    /// `+447777123456`
    const QString &text() const { return m_text; }
    /// `+44 7777 123456`, as its country writes it.
    QString pretty() const;
    /// Whether the tables know no such number: worth a warning to whoever types it, never a refusal.
    bool looksImpossible() const;

    friend bool operator==(const PhoneNumber &, const PhoneNumber &) = default;

private:
    explicit PhoneNumber(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace anteroom
