// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/pagelanguage.h"

#include "app/base/phrasebook.h"

namespace anteroom {

namespace {

/// Our language for a tag such as "it-CH"; empty where it is none of ours.
QByteArray known(QByteArrayView tag)
{
    const QByteArray primary =
        tag.first(qMax<qsizetype>(0, tag.indexOf('-') < 0 ? tag.size() : tag.indexOf('-')))
            .trimmed()
            .toByteArray()
            .toLower();
    return Phrasebook::languages().contains(primary) ? primary : QByteArray();
}

QByteArray askedFor(const QByteArray &query)
{
    for (const QByteArray &pair : query.split('&')) {
        if (pair.startsWith("lang="))
            return known(QByteArrayView(pair).sliced(5));
    }
    return {};
}

} // namespace

QByteArray acceptedLanguage(QByteArrayView acceptLanguage)
{
    QByteArray best;
    double bestQuality = 0;
    for (const QByteArray &item : acceptLanguage.toByteArray().split(',')) {
        const QList<QByteArray> parts = item.split(';');
        double quality = 1;
        for (qsizetype i = 1; i < parts.size(); ++i) {
            const QByteArray parameter = parts.at(i).trimmed();
            if (parameter.startsWith("q="))
                quality = parameter.mid(2).toDouble();
        }
        const QByteArray tag = parts.first().trimmed();
        const QByteArray language = tag == "*" ? Phrasebook::languages().first() : known(tag);
        if (!language.isEmpty() && quality > bestQuality && quality <= 1) {
            best = language;
            bestQuality = quality;
        }
    }
    return best;
}

QByteArray cookieValue(const RequestHead &head, QByteArrayView name)
{
    for (const QByteArray &field : head.headers.values("cookie")) {
        for (const QByteArray &item : field.split(';')) {
            const QByteArray cookie = item.trimmed();
            const qsizetype equals = cookie.indexOf('=');
            if (equals > 0 && QByteArrayView(cookie).first(equals) == name)
                return cookie.mid(equals + 1);
        }
    }
    return {};
}

const char *languageName(QByteArrayView code)
{
    if (code == "it")
        return "Italiano";
    return code == "uk" ? "Українська" : "English";
}

PageLanguage pageLanguage(const RequestHead &head)
{
    if (const QByteArray asked = askedFor(head.rawQuery); !asked.isEmpty())
        return {asked, true};
    if (const QByteArray remembered = known(cookieValue(head, "lang")); !remembered.isEmpty())
        return {remembered, false};
    const QByteArray accepted = acceptedLanguage(head.headers.view("accept-language"));
    return {accepted.isEmpty() ? Phrasebook::languages().first() : accepted, false};
}

} // namespace anteroom
