// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/devicerequests/devicerequest.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <optional>

namespace anteroom {

// The health system's answers, as rows of our registers by the names of the import file. Nothing is believed
// that does not have its form. Errors of all: BadGateway "ehealth.not_understood" with the member in
// data.member. Pure.

/// The `data` of an envelope: `{"meta": {…}, "data": …}`.
Result<QJsonValue> enveloped(const QByteArray &body);

/// The row of a device request. References come as an id or as {"identifier": {"value"}}, a code as {system,
/// code} or {"coding": [{system, code}]}. It has to be the one that was asked for.
Result<QJsonObject> deviceRequestRow(const QByteArray &body, const PersonId &patient,
                                     const DeviceRequestId &id);

/// The rows of a person's authentication methods, which may come in pages (`paging`), of one list: pages that
/// do not fit together are not believed. A number with stars in it says nothing of the number; a method whose
/// answer says nothing of is_active is active.
class MethodPages
{
public:
    explicit MethodPages(const PersonId &person)
        : m_person(person)
    {
    }

    /// The next page, from the first on. After an error nothing of it is of use.
    Result<void> add(const QByteArray &body);
    /// Which page is wanted; nothing once all are there.
    std::optional<int> next() const { return m_read < m_pages ? std::optional(m_read + 1) : std::nullopt; }
    const QJsonArray &rows() const { return m_rows; }

private:
    PersonId m_person;
    QJsonArray m_rows;
    QSet<QString> m_ids;
    int m_read = 0;
    int m_pages = 1;
    int m_entries = -1; ///< below 0: nobody said how many there are
};

} // namespace anteroom
