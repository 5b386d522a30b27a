// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArray>
#include <QHashFunctions>

#include <optional>

namespace anteroom {

/// A new UUID of version 7 (RFC 9562 §5.7) in lower case: ids made one after the other lie side by side in an
/// index; the other 74 bits come from the system's generator. Any thread.
QByteArray newUuid(UtcTime now);

/// The UUID in canonical lower case; nothing where the text is no UUID in 8-4-4-4-12 form.
std::optional<QByteArray> canonicalUuid(QByteArrayView text);

/// A UUID that says of what it is the id, so that a patient's cannot be passed for a device's.
template<typename Tag>
class Id
{
public:
    Id() = default;

    static Id generate(UtcTime now) { return Id(newUuid(now)); }

    /// Nothing where the text is no UUID.
    static std::optional<Id> parse(QByteArrayView text)
    {
        auto uuid = canonicalUuid(text);
        return uuid ? std::optional<Id>(Id(*std::move(uuid))) : std::nullopt;
    }

    /// For text that is known to be one of ours, such as a column of the store.
    static Id fromTrusted(QByteArray text) { return Id(std::move(text)); }

    bool isNull() const { return m_text.isEmpty(); }
    const QByteArray &text() const { return m_text; }

    friend bool operator==(const Id &a, const Id &b) { return a.m_text == b.m_text; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_text < b.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_text, seed); }

private:
    explicit Id(QByteArray text)
        : m_text(std::move(text))
    {
    }

    QByteArray m_text;
};

using UserId = Id<struct UserTag>;
using DeviceId = Id<struct DeviceTag>;
using FileRequestId = Id<struct FileRequestTag>;
using FileId = Id<struct FileTag>;
using MessageId = Id<struct MessageTag>; ///< a row of the outbox
using TokenId = Id<struct TokenTag>;
using StaffId = Id<struct StaffTag>;
using LegalEntityId = Id<struct LegalEntityTag>;

} // namespace anteroom
