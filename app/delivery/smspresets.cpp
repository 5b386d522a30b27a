// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smspresets.h"

#include "app/delivery/smstemplate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

QString blankOf(const QString &word)
{
    return u'<' + word + u'>';
}

QString escapedFor(SmsPlace place, const QString &value)
{
    SmsValues values;
    values.text = value;
    return QString::fromUtf8(expandSmsTemplate(u"{text}"_s, place, values));
}

QString fill(QString text, SmsPlace place, const QHash<QString, QString> &values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (!it.value().isEmpty())
            text.replace(blankOf(it.key()), escapedFor(place, it.value()));
    }
    return text;
}

} // namespace

QStringList SmsPreset::blanks() const
{
    static const QRegularExpression blank(u"<([A-Z]+)>"_s);
    QStringList words;
    for (const QString &part : {url, headers, body}) {
        for (auto matches = blank.globalMatch(part); matches.hasNext();) {
            const QString word = matches.next().captured(1);
            if (!words.contains(word))
                words.append(word);
        }
    }
    return words;
}

SmsPreset SmsPreset::filled(const QHash<QString, QString> &values) const
{
    QByteArrayList lines;
    for (const QString &line : headers.split(u'\n', Qt::SkipEmptyParts))
        lines.append(line.toUtf8());
    SmsPreset result = *this;
    result.url = fill(url, SmsPlace::Url, values);
    result.headers = fill(headers, SmsPlace::Header, values);
    result.body = fill(body, smsBodyPlace(lines, body), values);
    return result;
}

QString SmsPreset::secretFrom(const QString &typed) const
{
    return secretIsBase64 ? QString::fromLatin1(typed.toUtf8().toBase64()) : typed;
}

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
                        text("successPattern"), text("secret"), object.value("secretIsBase64"_L1).toBool()});
    }
    return presets;
}

QStringList blanksIn(const QString &text, const QStringList &blanks)
{
    QStringList found;
    std::copy_if(blanks.begin(), blanks.end(), std::back_inserter(found),
                 [&](const QString &word) { return text.contains(blankOf(word)); });
    return found;
}

} // namespace anteroom
