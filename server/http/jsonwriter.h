// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QByteArray>
#include <QString>

namespace anteroom {

/// Writes JSON text straight to bytes: a QJsonObject of an answer costs more than the database read behind
/// it. Commas are set by the writer; the caller opens and closes in pairs. One thread.
class JsonWriter
{
public:
    explicit JsonWriter(qsizetype reserve = 1024) { m_out.reserve(reserve); }

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();

    /// A member's name: ASCII that needs no escapes. What follows is its value.
    JsonWriter &name(QByteArrayView name);

    JsonWriter &value(const QString &text); ///< a null string is null
    JsonWriter &
    ascii(QByteArrayView text);            ///< text that needs no escapes: an id, a time; a null view is null
    JsonWriter &utf8(QByteArrayView text); ///< escaped; has to be valid UTF-8
    JsonWriter &value(qint64 number);
    JsonWriter &value(double number); ///< what is not finite is null
    JsonWriter &value(bool flag);
    JsonWriter &null();
    JsonWriter &raw(QByteArrayView json); ///< a whole value that is JSON already

    /// What was written; the writer is empty then.
    QByteArray take() { return std::exchange(m_out, {}); }

private:
    void separate();
    void quote(QByteArrayView utf8);

    QByteArray m_out;
    bool m_comma = false; ///< a value stands before the next one
};

} // namespace anteroom
