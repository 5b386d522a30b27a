// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/patientpages.h"

#include "server/patient/gzip.h"
#include "server/patient/pagelanguage.h"
#include "server/patient/phrases.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QByteArray resource(const QByteArray &name)
{
    QFile file(u":/patient/"_s + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the resource patient/%s is missing", name.constData());
    return file.readAll();
}

/// Without what only its writers need: indentation, and lines that are comments.
QByteArray slim(const QByteArray &source)
{
    QByteArray out;
    out.reserve(source.size());
    for (const QByteArray &line : source.split('\n')) {
        const QByteArray text = line.trimmed();
        if (!text.isEmpty() && !text.startsWith("//") && !(text.startsWith("/*") && text.endsWith("*/")))
            out += text + '\n';
    }
    return out;
}

Template parsed(const QByteArray &name)
{
    Result<Template> result = Template::parse(resource(name));
    if (!result)
        qFatal("the template %s is malformed", name.constData());
    return *std::move(result);
}

/// Nothing inline, nothing from elsewhere, nobody's frame, nothing kept. `blob:` is for previews of photos
/// that have not left the device yet.
void addPageHeaders(HttpResponse &response)
{
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        "trusted-types 'none'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("X-Frame-Options", "DENY");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Permissions-Policy",
                                  "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Cross-Origin-Embedder-Policy", "require-corp");
    response.headers.emplace_back("Cache-Control", "no-store");
}

/// What a `tel:` link takes of a number as it is shown.
QString phoneLink(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if ((c >= u'0' && c <= u'9') || (c == u'+' && digits.isEmpty()))
            digits += c;
    }
    return digits;
}

} // namespace

PatientPages::PatientPages(const Phrasebook &phrasebook)
    : m_phrasebook(phrasebook)
    , m_layout(parsed("layout.html"))
    , m_date(parsed("date.html"))
    , m_code(parsed("code.html"))
    , m_request(parsed("request.html"))
    , m_message(parsed("message.html"))
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *name : {"page.css", "page.js", "icon.svg"}) {
        const QByteArray content = slim(resource(name));
        hash.addData(content);
        m_assets.insert(name, content);
        m_gzipped.insert(name, gzipped(content));
    }
    m_version = QString::fromLatin1(hash.result().toHex().left(12));
}

QByteArrayList PatientPages::templateNames()
{
    return {"layout.html"_ba, "date.html"_ba, "code.html"_ba, "request.html"_ba, "message.html"_ba};
}

QString PatientPages::words(const QByteArray &language, QByteArrayView key, int n) const
{
    return m_phrasebook.text(language, patientPageContext, patientPhrase(key), n);
}

HttpResponse PatientPages::page(const PageFrame &frame, int status, const Template &content,
                                TemplateData data, const QString &title) const
{
    const PhraseLookup phrases = [this, &frame](QByteArrayView key, int n) {
        return words(frame.language, key, n);
    };
    data.values.insert("lang", QString::fromLatin1(frame.language));
    data.values.insert("title", title);
    data.values.insert("clinic", frame.clinic);
    data.values.insert("logo", frame.logo);
    data.values.insert("phone", frame.phone);
    data.values.insert("phoneLink", phoneLink(frame.phone));
    data.values.insert("keep", frame.keep);
    data.values.insert("version", m_version);
    QList<TemplateData> languages;
    for (const QByteArray &code : Phrasebook::languages()) {
        TemplateData language;
        language.values.insert("code", QString::fromLatin1(code));
        language.values.insert("name", QString::fromUtf8(languageName(code)));
        language.setFlag("current", code == frame.language);
        languages.append(language);
    }
    data.lists.insert("languages", languages);
    data.values.insert("content", QString::fromUtf8(content.render(data, phrases)));

    HttpResponse response = HttpResponse::html(status, m_layout.render(data, phrases));
    addPageHeaders(response);
    response.headers.emplace_back("Vary", "Accept-Language, Cookie");
    response.headers.emplace_back("Content-Language", frame.language);
    if (frame.rememberLanguage) {
        response.headers.emplace_back(
            "Set-Cookie", "lang=" + frame.language + "; Path=/r; Max-Age=31536000; SameSite=Lax; HttpOnly" +
                              (frame.secure ? "; Secure" : ""));
    }
    return response;
}

HttpResponse PatientPages::dateForm(const PageFrame &frame) const
{
    return page(frame, 200, m_date, {}, words(frame.language, "date.title"));
}

HttpResponse PatientPages::codeOffer(const PageFrame &frame) const
{
    PageFrame kept = frame;
    kept.keep = u"code&"_s;
    return page(kept, 200, m_code, {}, words(frame.language, "code.title"));
}

HttpResponse PatientPages::codeForm(const PageFrame &frame) const
{
    PageFrame kept = frame;
    kept.keep = u"code=sent&"_s;
    TemplateData data;
    data.setFlag("withCode", true);
    return page(kept, 200, m_date, data, words(frame.language, "code.enter"));
}

HttpResponse PatientPages::refused(const PageFrame &frame, std::chrono::seconds retryAfter,
                                   bool withCode) const
{
    PageFrame kept = frame;
    TemplateData data;
    data.setFlag("failed", true);
    data.setFlag("withCode", withCode);
    if (withCode)
        kept.keep = u"code=sent&"_s;
    const bool tooMany = retryAfter.count() > 0;
    HttpResponse response = page(kept, tooMany ? 429 : 403, m_date, data,
                                 words(frame.language, withCode ? "code.enter" : "date.title"));
    if (tooMany)
        response.headers.emplace_back("Retry-After", QByteArray::number(qint64(retryAfter.count())));
    return response;
}

QString PatientPages::scriptTexts(const QByteArray &language) const
{
    QJsonObject texts;
    for (const Phrase &phrase : patientPhrases()) {
        const QByteArrayView key(phrase.key);
        if (key.startsWith("script."))
            texts.insert(QLatin1StringView(key.sliced(7)), words(language, key));
    }
    texts.insert("prefix"_L1, words(language, "title.error"));
    texts.insert("problem"_L1, words(language, "refused.problem"));
    texts.insert("send"_L1, words(language, "send.button"));
    return QString::fromUtf8(QJsonDocument(texts).toJson(QJsonDocument::Compact));
}

HttpResponse PatientPages::request(const PageFrame &frame, const RequestView &view, int status,
                                   const QList<PhotoProblem> &problems) const
{
    const QLocale locale(QString::fromLatin1(frame.language));
    TemplateData data;
    data.values.insert("self", QString::fromLatin1("/r/" + view.link));
    data.values.insert("link", QString::fromLatin1(view.link));
    data.values.insert("csrf", QString::fromLatin1(view.csrf));
    data.values.insert("staff", view.staffName);
    data.values.insert("prompt", view.prompt);
    data.setFlag("proxy", view.forProxy);
    data.values.insert("left", QString::number(view.left));
    data.setFlag("full", view.left <= 0);
    data.values.insert("texts", scriptTexts(frame.language));

    QList<TemplateData> sent;
    for (const SentPhoto &photo : view.sent) {
        const QDateTime when = QDateTime::fromMSecsSinceEpoch(toUs(photo.when) / 1000, frame.zone);
        TemplateData row;
        row.values.insert("name", photo.name.isEmpty() ? words(frame.language, "photo.unnamed") : photo.name);
        row.values.insert("description", photo.description);
        row.values.insert("when", locale.toString(when, u"d MMMM yyyy, HH:mm"_s));
        row.values.insert("size", locale.formattedDataSize(photo.size, 1, QLocale::DataSizeSIFormat));
        sent.append(row);
    }
    data.lists.insert("sent", sent);
    if (!sent.isEmpty())
        data.values.insert("sentCount", QString::number(sent.size()));

    QList<TemplateData> rows;
    bool again = true;
    for (const PhotoProblem &problem : problems) {
        TemplateData row;
        row.values.insert("photo", problem.photo.isEmpty() && !problem.photo.isNull()
                                       ? words(frame.language, "photo.unnamed")
                                       : problem.photo);
        row.values.insert("words", words(frame.language, problem.phrase));
        again = again && problem.worthAgain;
        rows.append(row);
    }
    data.lists.insert("problems", rows);
    data.setFlag("failed", !rows.isEmpty());
    data.values.insert("problemTitle", words(frame.language, "problem.title"));
    data.values.insert("problemEnd", words(frame.language, again ? "problem.end.again" : "problem.end"));
    return page(frame, status, m_request, data, words(frame.language, "ask.title"));
}

HttpResponse PatientPages::scriptAnswer(const PageFrame &frame, int status,
                                        const QList<PhotoProblem> &problems) const
{
    QJsonObject answer;
    for (const PhotoProblem &problem : problems) {
        answer.insert("error"_L1, words(frame.language, problem.phrase));
        answer.insert("again"_L1, problem.worthAgain);
    }
    HttpResponse response = HttpResponse::json(status, QJsonDocument(answer).toJson(QJsonDocument::Compact));
    addPageHeaders(response);
    return response;
}

HttpResponse PatientPages::message(const PageFrame &frame, Message what, int status,
                                   const QByteArray &link) const
{
    const auto keys = [what]() -> QByteArray {
        switch (what) {
        case Message::Expired:
            return "expired";
        case Message::Cancelled:
            return "cancelled";
        case Message::Ended:
            return "ended";
        case Message::NotAllowed:
        case Message::Unreadable:
            return "wrong";
        case Message::TooLarge:
            return "body.too_large";
        case Message::Stalled:
            return "body.malformed";
        case Message::Busy:
            break;
        }
        return "busy";
    }();
    const bool upload = what == Message::TooLarge || what == Message::Stalled;
    const QString title = words(frame.language, upload ? "problem.title"_ba : keys + ".title");
    TemplateData data;
    TemplateData line;
    line.values.insert("words", words(frame.language, upload ? keys : keys + ".words"));
    data.lists.insert("lines", {line});
    if (!link.isEmpty()) {
        const QString self = QString::fromLatin1("/r/" + link.toPercentEncoding());
        data.values.insert("self", self);
        data.values.insert("back", self);
        data.values.insert("backWords", words(frame.language, "ended.back"));
    }
    return page(frame, status, m_message, data, title);
}

HttpResponse PatientPages::asset(const QByteArray &name, bool gzip) const
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
    response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    response.headers.emplace_back("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    return response;
}

HttpResponse PatientPages::seeOther(const QByteArray &location)
{
    HttpResponse response = HttpResponse::empty(303);
    addPageHeaders(response);
    response.headers.emplace_back("Location", location);
    return response;
}

} // namespace anteroom
