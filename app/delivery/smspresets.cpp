// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smspresets.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace anteroom {

QVector<SmsPreset> smsPresets()
{
    QFile file(QStringLiteral(":/anteroom/sms-presets.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QVector<SmsPreset> presets;
    for (const QJsonValue value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject object = value.toObject();
        const auto text = [&object](const char *name) {
            return object.value(QLatin1String(name)).toString();
        };
        presets.append({text("id"), text("name"), text("method"), text("url"), text("headers"), text("body"),
                        text("successPattern"), text("secret")});
    }
    return presets;
}

} // namespace anteroom
