// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/utctime.h"

#include <QByteArrayView>
#include <QDate>
#include <QString>

#include <optional>

namespace anteroom {

/// Bytes to be stored as such. A QByteArray alone is UTF-8 text.
struct Blob
{
    QByteArrayView bytes;
};

/// One parameter of a statement, as SQLite is to be given it. It refers to its argument: valid for the call
/// only.
class SqlValue
{
public:
    enum class Kind { Null, Integer, Real, Text, Blob };

    SqlValue(std::nullptr_t) {}
    SqlValue(std::nullopt_t) {}
    SqlValue(bool value)
        : m_kind(Kind::Integer)
        , m_integer(value)
    {
    }
    SqlValue(int value)
        : m_kind(Kind::Integer)
        , m_integer(value)
    {
    }
    SqlValue(qint64 value)
        : m_kind(Kind::Integer)
        , m_integer(value)
    {
    }
    SqlValue(double value)
        : m_kind(Kind::Real)
        , m_real(value)
    {
    }
    SqlValue(UtcTime value)
        : SqlValue(toUs(value))
    {
    }
    /// UTF-8 text; a null array is NULL.
    SqlValue(const QByteArray &utf8)
        : m_kind(utf8.isNull() ? Kind::Null : Kind::Text)
        , m_bytes(utf8)
    {
    }
    SqlValue(const char *utf8)
        : m_kind(Kind::Text)
        , m_bytes(utf8)
    {
    }
    /// Text; a null string is NULL.
    SqlValue(const QString &text)
        : m_kind(text.isNull() ? Kind::Null : Kind::Text)
        , m_owned(text.toUtf8())
    {
        m_bytes = m_owned;
    }
    SqlValue(Blob blob)
        : m_kind(blob.bytes.isNull() ? Kind::Null : Kind::Blob)
        , m_bytes(blob.bytes)
    {
    }
    /// `YYYY-MM-DD`; an invalid date is NULL.
    SqlValue(QDate date)
        : SqlValue(date.isValid() ? date.toString(Qt::ISODate) : QString())
    {
    }
    template<typename Tag>
    SqlValue(const Id<Tag> &id)
        : SqlValue(id.text())
    {
    }
    template<typename T>
    SqlValue(const std::optional<T> &value)
    {
        if (value)
            *this = SqlValue(*value);
    }

    SqlValue(const SqlValue &) = delete;
    SqlValue(SqlValue &&) = default;

    Kind kind() const { return m_kind; }
    qint64 integer() const { return m_integer; }
    double real() const { return m_real; }
    QByteArrayView bytes() const { return m_bytes; }

private:
    SqlValue &operator=(SqlValue &&) = default;

    Kind m_kind = Kind::Null;
    qint64 m_integer = 0;
    double m_real = 0;
    QByteArrayView m_bytes;
    QByteArray m_owned;
};

} // namespace anteroom
