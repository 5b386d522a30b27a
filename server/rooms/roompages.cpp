// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/roompages.h"

#include "server/patient/gzip.h"
#include "server/patient/pagelanguage.h"
#include "server/rooms/roomphrases.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QByteArray resource(const QByteArray &name)
{
    QFile file(u":/room/"_s + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource room/%s is missing", name.constData());
    return file.readAll();
}

Template parsed(const QByteArray &name)
{
    Result<Template> result = Template::parse(resource(name));
    if (!result)
        qFatal("the template %s is malformed", name.constData());
    return *std::move(result);
}

/// Nothing inline, nothing from elsewhere, nobody's frame, nothing kept. The WebSocket is named, because
/// older browsers do not count it as 'self'. Camera, microphone and screen are for this page alone.
void addPageHeaders(HttpResponse &response, const QByteArray &socketOrigin)
{
    const bool isRoom = !socketOrigin.isEmpty();
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:; "
        "connect-src 'self'" +
            (isRoom ? " " + socketOrigin : QByteArray()) +
            "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; "
            "require-trusted-types-for 'script'; trusted-types 'none'");
    response.headers.emplace_back("Permissions-Policy",
                                  isRoom ? "camera=(self), microphone=(self), display-capture=(self), "
                                           "geolocation=(), browsing-topics=()"
                                         : "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Embedder-Policy", "require-corp");
    response.headers.emplace_back("Cache-Control", "no-store");
}

} // namespace

RoomPages::RoomPages(const Phrasebook &phrasebook)
    : m_phrasebook(phrasebook)
    , m_layout(parsed("layout.html"))
    , m_room(parsed("room.html"))
    , m_message(parsed("message.html"))
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &name : assetNames()) {
        const QByteArray content = resource(name);
        hash.addData(content);
        m_assets.insert(name, content);
        m_gzipped.insert(name, gzipped(content));
    }
    m_version = hash.result().toHex().left(12);
}

QByteArrayList RoomPages::assetNames()
{
    return {"room.css"_ba,   "room.js"_ba, "line.js"_ba, "mesh.js"_ba,
            "devices.js"_ba, "view.js"_ba, "icon.svg"_ba};
}

QList<QByteArray> RoomPages::phraseKeys() const
{
    return m_layout.phraseKeys() + m_room.phraseKeys() + m_message.phraseKeys();
}

QString RoomPages::words(const QByteArray &language, QByteArrayView key) const
{
    return m_phrasebook.text(language, roomPageContext, roomPhrase(key));
}

QString RoomPages::scriptTexts(const QByteArray &language) const
{
    QJsonObject texts;
    for (const Phrase &phrase : roomPhrases()) {
        const QByteArrayView key(phrase.key);
        if (key.startsWith("script."))
            texts.insert(QLatin1StringView(key.sliced(7)), words(language, key));
    }
    return QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact));
}

HttpResponse RoomPages::page(const PageFrame &frame, int status, const Template &content, TemplateData data,
                             const QByteArray &socketOrigin) const
{
    const PhraseLookup phrases = [this, &frame](QByteArrayView key, int) {
        return words(frame.language, key);
    };
    QString dialled;
    for (const QChar c : frame.phone) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && dialled.isEmpty()))
            dialled += c;
    }
    data.values.insert("lang", QString::fromLatin1(frame.language));
    data.values.insert("clinic", frame.clinic);
    data.values.insert("logo", frame.logo);
    data.values.insert("phone", frame.phone);
    data.values.insert("phoneLink", dialled);
    data.values.insert("version", QString::fromLatin1(m_version));
    QList<TemplateData> languages;
    for (const QByteArray &code : Phrasebook::languages()) {
        TemplateData language;
        language.values.insert("code", QString::fromLatin1(code));
        language.values.insert("name", QString::fromUtf8(languageName(code)));
        language.setFlag("current", code == frame.language);
        languages.append(language);
    }
    data.lists.insert("languages", languages);
    data.setFlag("script", !socketOrigin.isEmpty());
    data.values.insert("content", QString::fromUtf8(content.render(data, phrases)));
    HttpResponse response = HttpResponse::html(status, m_layout.render(data, phrases));
    addPageHeaders(response, socketOrigin);
    response.headers.emplace_back("Vary", "Accept-Language");
    response.headers.emplace_back("Content-Language", frame.language);
    return response;
}

HttpResponse RoomPages::room(const PageFrame &frame, const QByteArray &socketOrigin) const
{
    TemplateData data;
    data.values.insert("title", words(frame.language, "title"));
    data.values.insert("texts", scriptTexts(frame.language));
    data.values.insert("zone", QString::fromLatin1(frame.zone.id()));
    return page(frame, 200, m_room, data, socketOrigin);
}

HttpResponse RoomPages::unknown(const PageFrame &frame, std::chrono::seconds retryAfter) const
{
    TemplateData data;
    data.values.insert("title", words(frame.language, "unknown.title"));
    data.values.insert("words", words(frame.language, "unknown.words"));
    const bool tooMany = retryAfter.count() > 0;
    HttpResponse response = page(frame, tooMany ? 429 : 404, m_message, data, {});
    if (tooMany)
        response.headers.emplace_back("Retry-After", QByteArray::number(qint64(retryAfter.count())));
    return response;
}

HttpResponse RoomPages::busy(const PageFrame &frame) const
{
    TemplateData data;
    data.values.insert("title", words(frame.language, "busy.title"));
    data.values.insert("words", words(frame.language, "busy.words"));
    return page(frame, 503, m_message, data, {}).with("Retry-After"_ba, "30"_ba);
}

HttpResponse RoomPages::asset(const QByteArray &version, const QByteArray &name, bool gzip) const
{
    const auto found = m_assets.constFind(name);
    if (found == m_assets.constEnd())
        return HttpResponse::empty(404);
    HttpResponse response;
    response.contentType = name.endsWith(".css")  ? "text/css; charset=utf-8"
                           : name.endsWith(".js") ? "text/javascript; charset=utf-8"
                                                  : "image/svg+xml";
    response.body = gzip ? m_gzipped.value(name) : *found;
    if (gzip)
        response.with("Content-Encoding"_ba, "gzip");
    response.with("Vary"_ba, "Accept-Encoding");
    response.headers.emplace_back("Cache-Control",
                                  version == m_version ? "public, max-age=31536000, immutable" : "no-store");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return response;
}

} // namespace anteroom
