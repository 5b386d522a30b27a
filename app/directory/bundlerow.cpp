// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/bundlerow.h"

#include "app/base/isodate.h"

namespace anteroom {

BundleRow::BundleRow(const QJsonObject &object, const char *list, qsizetype index)
    : m_object(object)
    , m_list(list)
    , m_index(index)
{
}

QJsonValue BundleRow::take(const char *member, bool &cleared) const
{
    const QJsonValue value = m_object.value(QLatin1String(member));
    cleared = value.isNull();
    return cleared ? QJsonValue(QJsonValue::Undefined) : value;
}

bool BundleRow::isCleared(const char *member) const
{
    return given(member) && m_object.value(QLatin1String(member)).isNull();
}

void BundleRow::refuse(const QString &member, const char *reason)
{
    if (m_problem)
        return;
    m_reason = reason;
    m_memberAtFault = member;
    const QString pointer = QStringLiteral("/%1/%2").arg(QLatin1String(m_list)).arg(m_index) +
                            (member.isEmpty() ? QString() : u'/' + member);
    m_problem =
        Error{ErrorCode::Invalid,
              "import.invalid",
              nullptr,
              {{QStringLiteral("pointer"), pointer}, {QStringLiteral("reason"), QLatin1String(reason)}}};
}

void BundleRow::refuse(const Error &error)
{
    if (m_problem)
        return;
    if (error.code != ErrorCode::Invalid) {
        m_problem = error;
        return;
    }
    refuse(QLatin1String(error.field ? error.field : ""), error.reason);
    for (auto it = error.data.begin(); it != error.data.end(); ++it)
        m_problem->data.insert(it.key(), it.value());
}

void BundleRow::require(const char *member, bool isThere)
{
    if (!isThere)
        refuse(QLatin1String(member), "member.required");
}

void BundleRow::read(const char *member, QString &value)
{
    bool cleared = false;
    const QJsonValue given = take(member, cleared);
    if (cleared)
        value = QString();
    else if (given.isString())
        value = given.toString().isNull() ? QStringLiteral("") : given.toString();
    else if (!given.isUndefined())
        refuse(QLatin1String(member), "member.not_text");
}

void BundleRow::read(const char *member, bool &value)
{
    std::optional<bool> read = value;
    this->read(member, read);
    value = read.value_or(false);
}

void BundleRow::read(const char *member, std::optional<bool> &value)
{
    bool cleared = false;
    const QJsonValue given = take(member, cleared);
    if (cleared)
        value.reset();
    else if (given.isBool())
        value = given.toBool();
    else if (!given.isUndefined())
        refuse(QLatin1String(member), "member.not_boolean");
}

void BundleRow::read(const char *member, std::optional<UtcTime> &value)
{
    QString text;
    read(member, text);
    if (!given(member) || text.isNull()) {
        if (given(member))
            value.reset();
        return;
    }
    if (const auto day = parseIsoDate(text))
        value = utcFromUs(day->startOfDay(Qt::UTC).toMSecsSinceEpoch() * 1000);
    else if (const auto moment = parseUtcTime(text))
        value = *moment;
    else
        refuse(QLatin1String(member), "time.malformed");
}

void BundleRow::read(const char *member, std::optional<qint64> &value)
{
    bool cleared = false;
    const QJsonValue given = take(member, cleared);
    if (cleared)
        value.reset();
    else if (given.isDouble() && double(given.toInteger()) == given.toDouble())
        value = given.toInteger();
    else if (!given.isUndefined())
        refuse(QLatin1String(member), "member.not_a_number");
}

void BundleRow::readId(const char *member, QByteArray &value)
{
    if (!given(member))
        return;
    QString text;
    read(member, text);
    value = QByteArray();
    if (text.isNull())
        return;
    if (const auto id = canonicalUuid(text.toUtf8()))
        value = *id;
    else
        refuse(QLatin1String(member), "id.malformed");
}

void BundleRow::readIdOrObject(const char *member, const char *inner, QByteArray &value)
{
    QJsonValue id = m_object.value(QLatin1String(member));
    if (id.isUndefined())
        return;
    if (id.isObject())
        id = id.toObject().value(QLatin1String(inner));
    value = QByteArray();
    if (id.isNull() || id.isUndefined() || id == QJsonValue(QString()))
        return;
    if (!id.isString())
        refuse(QLatin1String(member), "member.not_text");
    else if (const auto uuid = canonicalUuid(id.toString().toUtf8()))
        value = *uuid;
    else
        refuse(QLatin1String(member), "id.malformed");
}

void BundleRow::read(const char *member, QJsonObject &value)
{
    bool cleared = false;
    const QJsonValue given = take(member, cleared);
    if (cleared)
        value = {};
    else if (given.isObject())
        value = given.toObject();
    else if (!given.isUndefined())
        refuse(QLatin1String(member), "member.not_an_object");
}

void BundleRow::read(const char *member, QJsonArray &value)
{
    bool cleared = false;
    const QJsonValue given = take(member, cleared);
    if (cleared)
        value = {};
    else if (given.isArray())
        value = given.toArray();
    else if (!given.isUndefined())
        refuse(QLatin1String(member), "member.not_a_list");
}

QByteArray BundleRow::id()
{
    QByteArray id;
    readId("id", id);
    require("id", !id.isNull());
    return id;
}

} // namespace anteroom
