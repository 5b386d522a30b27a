// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/pagelanguage.h"
#include "server/patient/patientpages.h"
#include "server/patient/phrases.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;

class TestPatientPages : public QObject
{
    Q_OBJECT

private:
    static QByteArray header(const HttpResponse &response, const QByteArray &name)
    {
        for (const auto &[key, value] : response.headers) {
            if (key.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }

    static RequestView view(int sent)
    {
        RequestView result;
        result.link = "a49ekq3jw7mz";
        result.csrf = "c5rf";
        result.staffName = u"Dr Rachel Williams"_s;
        result.prompt = u"Please take a photo of your rash.\nFrom near & <far>."_s;
        for (int i = 0; i < sent; ++i) {
            result.sent.append({.name = u"IMG_%1.JPG"_s.arg(i),
                                .description = u"<b>left</b> arm"_s,
                                .when = utcFromUs(1'768'478'400'000'000),
                                .size = 2'904'221});
        }
        result.left = 20 - sent;
        return result;
    }

    Phrasebook m_phrasebook;
    PatientPages m_pages{m_phrasebook};

private Q_SLOTS:
    void templatesAskForPhrasesThatExist()
    {
        QSet<QByteArray> known;
        for (const Phrase &phrase : patientPhrases()) {
            QVERIFY2(!known.contains(phrase.key), phrase.key);
            known.insert(phrase.key);
        }
        for (const QByteArray &name : PatientPages::templateNames()) {
            QFile file(u":/patient/"_s + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Template> parsed = Template::parse(file.readAll());
            QVERIFY2(parsed, name.constData());
            for (const QByteArray &key : parsed->phraseKeys())
                QVERIFY2(known.contains(key), key.constData());
        }
    }

    void everyPhraseIsTranslated()
    {
        for (const Phrase &phrase : patientPhrases()) {
            for (const char *language : {"it", "uk"})
                QVERIFY2(
                    m_phrasebook.has(language, patientPageContext, phrase.source, phrase.plural ? 2 : -1),
                    qPrintable(
                        u"%1 in %2"_s.arg(QLatin1StringView(phrase.key), QLatin1StringView(language))));
        }
    }

    void translationsKeepTheirPlaceholders()
    {
        static const QRegularExpression place(u"%[0-9n]"_s);
        for (const Phrase &phrase : patientPhrases()) {
            for (const QByteArray &language : Phrasebook::languages()) {
                const QString words = m_phrasebook.text(language, patientPageContext, phrase.source, -1);
                QSet<QString> there, wanted;
                for (auto match = place.globalMatch(words); match.hasNext();)
                    there.insert(match.next().captured());
                for (auto match = place.globalMatch(QString::fromUtf8(phrase.source)); match.hasNext();)
                    wanted.insert(match.next().captured());
                QCOMPARE(there, wanted);
            }
        }
    }

    void plurals_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("words");
        QTest::newRow("en 1") << "en"_ba << 1 << u"1 photo arrived"_s;
        QTest::newRow("en 2") << "en"_ba << 2 << u"2 photos arrived"_s;
        QTest::newRow("it 1") << "it"_ba << 1 << u"1 foto è arrivata"_s;
        QTest::newRow("it 3") << "it"_ba << 3 << u"3 foto sono arrivate"_s;
        QTest::newRow("uk 5") << "uk"_ba << 5 << u"Надійшло 5 фото"_s;
    }
    void plurals()
    {
        QFETCH(QByteArray, language);
        QFETCH(int, n);
        QTEST(m_pages.words(language, "sent.title", n), "words");
    }

    void whatComesFromPeopleIsEscaped()
    {
        const HttpResponse page = m_pages.request({}, view(2));
        QVERIFY(page.body.contains("near &amp; &lt;far&gt;."));
        QVERIFY(page.body.contains("&lt;b&gt;left&lt;/b&gt; arm"));
        QVERIFY(page.body.contains("2 photos arrived"));
        QVERIFY(!page.body.contains("{{"));
    }

    void everyPageHasTheHeadersAndNothingInline()
    {
        static const QRegularExpression inlined(
            u"<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://|<img"_s,
            QRegularExpression::CaseInsensitiveOption);
        std::vector<HttpResponse> pages;
        pages.push_back(m_pages.dateForm({}));
        pages.push_back(m_pages.refused({}));
        pages.push_back(m_pages.request({}, view(3)));
        pages.push_back(m_pages.request({}, view(20)));
        pages.push_back(m_pages.request({}, view(0), 415, {{u"a.jpg"_s, "photo.damaged"}}));
        pages.push_back(m_pages.message({}, PatientPages::Message::Expired, 410));
        for (const HttpResponse &page : pages) {
            QCOMPARE(header(page, "Cache-Control"), "no-store");
            QCOMPARE(header(page, "Referrer-Policy"), "no-referrer");
            QCOMPARE(header(page, "X-Content-Type-Options"), "nosniff");
            QCOMPARE(header(page, "Cross-Origin-Resource-Policy"), "same-origin");
            QVERIFY(!header(page, "Permissions-Policy").isEmpty());
            const QByteArray csp = header(page, "Content-Security-Policy");
            QVERIFY(csp.startsWith("default-src 'none';"));
            QVERIFY(csp.contains("frame-ancestors 'none'"));
            QVERIFY(!csp.contains("unsafe"));
            const auto found = inlined.match(QString::fromUtf8(page.body));
            QVERIFY2(!found.hasMatch(), qPrintable(found.captured()));
        }
    }

    /// Both pages that come before the photos, and all that belongs to them.
    void pagesAreLight()
    {
        for (const QByteArray &language : Phrasebook::languages()) {
            PageFrame frame;
            frame.language = language;
            const qsizetype total =
                m_pages.dateForm(frame).body.size() + m_pages.request(frame, view(0)).body.size() +
                m_pages.asset("page.css").body.size() + m_pages.asset("page.js").body.size() +
                m_pages.asset("icon.svg").body.size();
            qInfo("%lld bytes in %s", qint64(total), language.constData());
            QVERIFY2(total <= 30'000,
                     qPrintable(u"%1 bytes in %2"_s.arg(total).arg(QLatin1StringView(language))));
        }
    }

    void refusalsAlwaysSayTheSame()
    {
        const HttpResponse refused = m_pages.refused({});
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.body.contains("After five wrong answers you have to wait"));
        const HttpResponse tooMany = m_pages.refused({}, std::chrono::seconds(45));
        QCOMPARE(tooMany.status, 429);
        QCOMPARE(header(tooMany, "Retry-After"), "45");
        QCOMPARE(tooMany.body, refused.body);
    }

    void theCookieOfTheLanguage()
    {
        PageFrame frame;
        frame.language = "it";
        QVERIFY(header(m_pages.dateForm(frame), "Set-Cookie").isEmpty());
        frame.rememberLanguage = true;
        QVERIFY(!header(m_pages.dateForm(frame), "Set-Cookie").contains("Secure"));
        frame.secure = true;
        const QByteArray cookie = header(m_pages.dateForm(frame), "Set-Cookie");
        QVERIFY(cookie.startsWith("lang=it; "));
        QVERIFY(cookie.contains("; Secure"));
    }

    void problemsAreInWords()
    {
        const HttpResponse page =
            m_pages.request({}, view(0), 415, {{u"leg<1>.jpg"_s, "photo.not_a_photo", false}});
        QCOMPARE(page.status, 415);
        QVERIFY(page.body.contains("<b>leg&lt;1&gt;.jpg</b>: It is no photo that we can read."));
        QVERIFY(page.body.contains("without the one that did not work"));
        const HttpResponse script = m_pages.scriptAnswer({}, 415, {{u"a"_s, "photo.not_a_photo", false}});
        const QJsonObject answer = QJsonDocument::fromJson(script.body).object();
        QVERIFY(answer.value("error"_L1).toString().startsWith("It is no photo"_L1));
        QCOMPARE(answer.value("again"_L1).toBool(true), false);
    }

    void languages_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("cookie");
        QTest::addColumn<QByteArray>("accept");
        QTest::addColumn<QByteArray>("language");
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << "en"_ba;
        QTest::newRow("accepted") << QByteArray() << QByteArray() << "it-CH,it;q=0.9,en;q=0.8"_ba
                                  << "it"_ba;
        QTest::newRow("best quality") << QByteArray() << QByteArray() << "en;q=0.5, uk ;q=0.7"_ba
                                      << "uk"_ba;
        QTest::newRow("none of ours") << QByteArray() << QByteArray() << "fr, de;q=0.9"_ba
                                      << "en"_ba;
        QTest::newRow("refused") << QByteArray() << QByteArray() << "it;q=0, uk;q=0.1"_ba
                                 << "uk"_ba;
        QTest::newRow("nonsense") << QByteArray() << QByteArray() << ";;q=,,it;q=9"_ba
                                  << "en"_ba;
        QTest::newRow("cookie") << QByteArray() << "a=b; lang=uk"_ba
                                << "it"_ba
                                << "uk"_ba;
        QTest::newRow("query") << "x=1&lang=it"_ba
                               << "lang=uk"_ba
                               << "en"_ba
                               << "it"_ba;
        QTest::newRow("unknown query") << "lang=xx"_ba
                                       << "lang=uk"_ba
                                       << "en"_ba
                                       << "uk"_ba;
    }
    void languages()
    {
        QFETCH(QByteArray, query);
        QFETCH(QByteArray, cookie);
        QFETCH(QByteArray, accept);
        RequestHead head;
        head.rawQuery = query;
        if (!cookie.isNull())
            head.headers.append("Cookie", cookie);
        if (!accept.isNull())
            head.headers.append("Accept-Language", accept);
        QTEST(pageLanguage(head).code, "language");
    }

    void templateSections()
    {
        const Result<Template> parsed = Template::parse(
            "{{#rows}}[{{name}}{{^last}},{{/last}}]{{/rows}}{{^rows}}none{{/rows}}{{#flag}}!{{/flag}}");
        QVERIFY(parsed);
        const PhraseLookup none = [](QByteArrayView, int) { return QString(); };
        TemplateData data;
        data.lists.insert("rows", {});
        QCOMPARE(parsed->render(data, none), "none");
        TemplateData a, b;
        a.values.insert("name", u"<a>"_s);
        b.values.insert("name", u"%1"_s);
        b.setFlag("last", true);
        data.lists.insert("rows", {a, b});
        data.setFlag("flag", true);
        QCOMPARE(parsed->render(data, none), "[&lt;a&gt;,][%1]!");
        for (const char *wrong : {"{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{}}", "{{#}}{{/}}"})
            QVERIFY2(!Template::parse(wrong), wrong);
    }

    /// The pages as files, to be looked at: ANTEROOM_PAGES_OUT names a folder.
    void writePages()
    {
        const QString folder = qEnvironmentVariable("ANTEROOM_PAGES_OUT");
        if (folder.isEmpty())
            return;
        PageFrame frame;
        frame.clinic = u"Riverside Health Centre"_s;
        frame.phone = u"020 7946 0018"_s;
        const auto write = [&](const QByteArray &language, const QString &name, auto make) {
            frame.language = language;
            QFile file(folder + u'/' + QString::fromLatin1(language) + u'-' + name);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(make().body);
        };
        for (const QByteArray &language : Phrasebook::languages()) {
            write(language, u"date.html"_s, [&] { return m_pages.dateForm(frame); });
            write(language, u"refused.html"_s, [&] { return m_pages.refused(frame); });
            RequestView proxy = view(0);
            proxy.forProxy = true;
            write(language, u"request.html"_s, [&] { return m_pages.request(frame, proxy); });
            write(language, u"receipt.html"_s, [&] { return m_pages.request(frame, view(2)); });
            write(language, u"problem.html"_s, [&] {
                return m_pages.request(frame, view(0), 415,
                                       {{u"IMG_0292.JPG"_s, "photo.not_a_photo", false}});
            });
            write(language, u"expired.html"_s,
                  [&] { return m_pages.message(frame, PatientPages::Message::Expired, 410); });
        }
    }
};

QTEST_GUILESS_MAIN(TestPatientPages)
#include "tst_patientpages.moc"
