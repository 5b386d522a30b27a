// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/ehealthanswers.h"

#include <QJsonDocument>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestText = 500;
constexpr qsizetype mostMethods = 500;
constexpr int mostPages = 50;

tl::unexpected<Error> notUnderstood(QLatin1String member)
{
    return fail(ErrorCode::BadGateway, "ehealth.not_understood", nullptr, {{u"member"_s, member}});
}

// Text of a sensible length; null where it is null or absent.
Result<QJsonValue> textIn(const QJsonObject &object, QLatin1String member)
{
    const QJsonValue value = object.value(member);
    if (value.isNull() || value.isUndefined())
        return QJsonValue();
    if (!value.isString() || value.toString().trimmed().isEmpty() || value.toString().size() > longestText)
        return notUnderstood(member);
    return value;
}

// The id in a reference, in any of its forms; null where there is none.
Result<QJsonValue> idIn(const QJsonObject &object, QLatin1String member)
{
    QJsonValue value = object.value(member);
    if (value.isObject()) {
        const QJsonObject reference = value.toObject();
        value = reference.contains("identifier"_L1) ? reference["identifier"_L1].toObject().value("value"_L1)
                                                    : reference.value("auth_method_id"_L1);
    }
    if (value.isNull() || value.isUndefined() || value == QJsonValue(QString()))
        return QJsonValue();
    const auto id = canonicalUuid(value.toString().toUtf8());
    if (!id)
        return notUnderstood(member);
    return QJsonValue(QLatin1String(*id));
}

Result<QJsonValue> codeIn(const QJsonObject &object)
{
    QJsonValue value = object.value("code"_L1);
    if (value.isNull() || value.isUndefined())
        return QJsonValue();
    if (value.toObject().contains("coding"_L1))
        value = value.toObject().value("coding"_L1).toArray().first();
    const auto system = textIn(value.toObject(), "system"_L1);
    const auto code = textIn(value.toObject(), "code"_L1);
    if (!system || !code || system->isNull() || code->isNull())
        return notUnderstood("code"_L1);
    return QJsonValue(QJsonObject{{u"system"_s, *system}, {u"code"_s, *code}});
}

Result<QJsonValue> timeIn(const QJsonObject &object, QLatin1String member)
{
    auto text = textIn(object, member);
    if (!text || text->isNull() || parseUtcTime(text->toString()))
        return text;
    return notUnderstood(member);
}

/// Collects a row's members; the first that is not understood is what comes of it.
class Row
{
public:
    explicit Row(QJsonObject begun)
        : m_row(std::move(begun))
    {
    }
    Row &add(const char *name, const Result<QJsonValue> &value, bool required = false)
    {
        if (!m_error && !value)
            m_error = value.error();
        else if (!m_error && required && value->isNull())
            m_error = notUnderstood(QLatin1String(name)).value();
        else if (!m_error)
            m_row.insert(QLatin1String(name), *value);
        return *this;
    }
    Result<QJsonObject> take() const { return m_error ? Result<QJsonObject>(fail(*m_error)) : m_row; }

private:
    QJsonObject m_row;
    std::optional<Error> m_error;
};

Result<QJsonObject> methodRow(const QJsonObject &data, const PersonId &person)
{
    const auto id = canonicalUuid(data.value("id"_L1).toString().toUtf8());
    if (!id)
        return notUnderstood("id"_L1);
    const QJsonValue active = data.value("is_active"_L1);
    if (!active.isUndefined() && !active.isNull() && !active.isBool())
        return notUnderstood("is_active"_L1);
    Row row({{u"id"_s, QLatin1String(*id)},
             {u"personId"_s, QLatin1String(person.text())},
             {u"isActive"_s, active.toBool(true)}});
    row.add("type", textIn(data, "type"_L1), true);
    row.add("endedAt", timeIn(data, "ended_at"_L1));
    row.add("value", idIn(data, "value"_L1));
    const auto number = textIn(data, "phone_number"_L1);
    if (!number || !number->toString().contains(u'*'))
        row.add("phoneNumber", number);
    const auto inserted = timeIn(data, "inserted_at"_L1);
    if (!inserted || !inserted->isNull())
        row.add("insertedAt", inserted);
    return row.take();
}

} // namespace

Result<QJsonValue> enveloped(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject() || !document.object().value("meta"_L1).isObject())
        return notUnderstood("meta"_L1);
    const QJsonValue data = document.object().value("data"_L1);
    if (!data.isObject() && !data.isArray())
        return notUnderstood("data"_L1);
    return data;
}

Result<QJsonObject> deviceRequestRow(const QByteArray &body, const PersonId &patient,
                                     const DeviceRequestId &id)
{
    const auto data = enveloped(body);
    if (!data)
        return fail(data.error());
    const QJsonObject request = data->toObject();
    if (canonicalUuid(request.value("id"_L1).toString().toUtf8()) != id.text())
        return notUnderstood("id"_L1);
    return Row({{u"id"_s, QLatin1String(id.text())}, {u"patientId"_s, QLatin1String(patient.text())}})
        .add("status", textIn(request, "status"_L1), true)
        .add("requisition", textIn(request, "requisition"_L1), true)
        .add("programId", idIn(request, "program"_L1))
        .add("code", codeIn(request))
        .add("codeReference", idIn(request, "code_reference"_L1))
        .add("informWith", idIn(request, "inform_with"_L1))
        .take();
}

Result<void> MethodPages::add(const QByteArray &body)
{
    const auto data = enveloped(body);
    if (!data)
        return fail(data.error());
    const QJsonValue told = QJsonDocument::fromJson(body).object().value("paging"_L1);
    const QJsonObject paging = told.toObject();
    const auto number = [&](QLatin1String member, int absent) { return paging.value(member).toInt(absent); };
    const int pages = number("total_pages"_L1, 1), entries = number("total_entries"_L1, -1);
    // The list may have changed between two pages: then it is half of one and half of another.
    const bool isFirst = m_read == 0;
    if (!data->isArray() || number("page_number"_L1, m_read + 1) != m_read + 1 || pages > mostPages ||
        (!isFirst && (pages != m_pages || entries != m_entries)))
        return notUnderstood("paging"_L1);
    m_pages = pages;
    m_entries = entries;
    ++m_read;
    const QJsonArray methods = data->toArray();
    for (const QJsonValue &method : methods) {
        const auto row = methodRow(method.toObject(), m_person);
        if (!row)
            return fail(row.error());
        const QString id = row->value("id"_L1).toString();
        if (m_ids.contains(id) || m_rows.size() == mostMethods)
            return notUnderstood("data"_L1);
        m_ids.insert(id);
        m_rows.append(*row);
    }
    if (!next() && m_entries >= 0 && m_entries != m_rows.size())
        return notUnderstood("paging"_L1);
    return {};
}

} // namespace anteroom
