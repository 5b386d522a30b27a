// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/jsonmembers.h"

#include "server/http/jsonwriter.h"

using namespace Qt::StringLiterals;

namespace anteroom {

QString textOf(const QJsonObject &body, QLatin1String name)
{
    const QJsonValue value = body.value(name);
    if (!value.isString())
        return {};
    const QString text = value.toString();
    return text.isNull() ? u""_s : text;
}

void timeMember(JsonWriter &json, QByteArrayView name, const std::optional<UtcTime> &time)
{
    json.name(name);
    if (time)
        json.ascii(toIsoMicros(*time));
    else
        json.null();
}

} // namespace anteroom
