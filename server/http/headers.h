// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QVarLengthArray>

namespace anteroom {

/// The header fields of a request in the order they came, looked up without regard to case. One buffer and a
/// list of spans, so that a request costs no allocation a field.
class HttpHeaders
{
public:
    struct Field
    {
        QByteArrayView name;
        QByteArrayView value;
    };

    HttpHeaders() = default;

    /// Adds a field; for tests and for whoever makes a request by hand.
    void append(QByteArrayView name, QByteArrayView value);

    /// The first field of that name, trimmed; null (isNull()) where there is none, empty where it is empty.
    QByteArray value(QByteArrayView name) const;

    /// The same without a copy: valid as long as this object is neither changed, moved nor destroyed.
    QByteArrayView view(QByteArrayView name) const;

    /// All fields of that name.
    QList<QByteArray> values(QByteArrayView name) const;

    /// How many fields of that name there are.
    qsizetype count(QByteArrayView name) const;
    bool contains(QByteArrayView name) const { return indexOf(name, 0) >= 0; }

    qsizetype size() const { return m_spans.size(); }
    bool isEmpty() const { return m_spans.isEmpty(); }

    /// The field at `index`; the views are valid as those of view().
    Field at(qsizetype index) const;

    /// For the head parser: takes the whole head over; addSpan() then names the fields in it.
    void setBuffer(QByteArray head);
    void addSpan(qsizetype nameBegin, qsizetype nameLength, qsizetype valueBegin, qsizetype valueLength);

private:
    struct Span
    {
        qint32 nameBegin, nameLength, valueBegin, valueLength;
    };

    qsizetype indexOf(QByteArrayView name, qsizetype from) const;

    QByteArray m_buffer;
    QVarLengthArray<Span, 16> m_spans;
};

} // namespace anteroom
