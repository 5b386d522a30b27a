// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"
#include "ui/common/translators.h"
#include "ui/delivery/outboxmodel.h"
#include "ui/filerequests/filerequestdialog.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

// One message of a catalogue; `forms` has one text, or one for each plural.
struct Entry
{
    QString context, source, comment, type;
    QStringList forms;
    bool plural = false;

    QString key() const
    {
        return context + u" | "_s + source + (comment.isEmpty() ? u""_s : u" | "_s + comment);
    }
};

using Catalogue = QMap<QString, Entry>;

QString sourceFolder()
{
    return qEnvironmentVariable("ANTEROOM_TEST_SOURCE");
}

Entry readMessage(QXmlStreamReader &xml, const QString &context)
{
    Entry entry{.context = context, .plural = xml.attributes().value("numerus"_L1) == "yes"_L1};
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            entry.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            entry.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            entry.type = xml.attributes().value("type"_L1).toString();
            if (!entry.plural) {
                entry.forms += xml.readElementText();
                continue;
            }
            while (xml.readNextStartElement())
                entry.forms += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

Catalogue readCatalogue(const QString &path)
{
    QFile file(path);
    Catalogue all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            const Entry entry = readMessage(xml, context);
            all.insert(entry.key(), entry);
        }
    }
    return xml.hasError() ? Catalogue() : all;
}

Catalogue catalogueOf(const QString &language)
{
    return readCatalogue(u"%1/translations/anteroom_%2.ts"_s.arg(sourceFolder(), language));
}

// What stands for something else and has to be in the translation as often: %1, %n.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(\\d+|n)"_s);
    QStringList all;
    for (const auto &match : pattern.globalMatch(text))
        all += match.captured();
    all.sort();
    return all;
}

// The letter that goes to a field with Alt; '\0' where there is none.
QChar mnemonic(const QString &text)
{
    static const QRegularExpression pattern(u"&(\\w)"_s, QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.captured(1).front().toLower() : QChar();
}

QString margin(const QString &text, bool front)
{
    static const QRegularExpression atFront(u"^\\s*"_s), atBack(u"…?\\s*$"_s);
    return (front ? atFront : atBack).match(text).captured();
}

// What is wrong with one form of a translation, or nothing.
QString trouble(const Entry &entry, const QString &form)
{
    if (form.trimmed().isEmpty())
        return u"is empty"_s;
    if (placeholders(form) != placeholders(entry.source))
        return u"has other placeholders"_s;
    if (form.count(u'&') != entry.source.count(u'&') ||
        mnemonic(form).isNull() != mnemonic(entry.source).isNull())
        return u"has another number of &"_s;
    if (margin(form, true) != margin(entry.source, true) ||
        margin(form, false) != margin(entry.source, false))
        return u"begins or ends otherwise"_s;
    return {};
}

// What lupdate finds in the sources today, and what it complains about.
struct Found
{
    Catalogue words;
    QByteArray complaints;
};

Found askLupdate()
{
    QTemporaryDir scratch;
    const QString fresh = scratch.filePath(u"fresh_it.ts"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(sourceFolder());
    lupdate.start(qEnvironmentVariable("ANTEROOM_LUPDATE"),
                  {u"-silent"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s, u"app"_s, u"server"_s, u"ui"_s,
                   u"-source-language"_s, u"en"_s, u"-ts"_s, fresh});
    if (!lupdate.waitForFinished(60'000))
        return {};
    return {readCatalogue(fresh), lupdate.readAllStandardError()};
}

QString list(const QStringList &keys)
{
    return u"\n  "_s + keys.join(u"\n  "_s);
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsTranslated_data();
    void everythingIsTranslated();
    void englishHasItsPlurals();
    void mnemonicsDiffer_data();
    void mnemonicsDiffer();
    void theSourcesHoldNoOtherWords();
    void theProgramSpeaks_data();
    void theProgramSpeaks();
    void pluralsFollowTheNumber();
    void takesTheLanguageOfTheLocale();
    void figuresStandInTheWords();
    void cleanup();
};

void TestTranslations::cleanup()
{
    installTranslators(*QCoreApplication::instance(), QLocale::c());
}

void TestTranslations::everythingIsTranslated_data()
{
    QTest::addColumn<int>("plurals");
    QTest::newRow("en") << 2;
    QTest::newRow("it") << 2;
    QTest::newRow("uk") << 3;
}

void TestTranslations::everythingIsTranslated()
{
    QFETCH(int, plurals);
    const Catalogue all = catalogueOf(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!all.isEmpty());
    QStringList bad;
    for (const Entry &entry : all) {
        if (!entry.type.isEmpty())
            bad += entry.key() + u": "_s + entry.type;
        if (entry.forms.size() != (entry.plural ? plurals : 1))
            bad += entry.key() + u": has too few or too many plurals"_s;
        for (const QString &form : entry.forms) {
            if (const QString why = trouble(entry, form); !why.isEmpty())
                bad += entry.key() + u": “%1” "_s.arg(form) + why;
        }
    }
    QVERIFY2(bad.isEmpty(), qPrintable(list(bad)));
}

void TestTranslations::englishHasItsPlurals()
{
    const Catalogue english = catalogueOf(u"en"_s);
    QStringList wanted;
    for (const Entry &entry : catalogueOf(u"it"_s)) {
        if (entry.plural)
            wanted += entry.key();
    }
    QCOMPARE(english.keys(), wanted);
}

void TestTranslations::mnemonicsDiffer_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"en", "it", "uk"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

// A class stands for a form: two fields of one form under the same letter would have to share it.
void TestTranslations::mnemonicsDiffer()
{
    QFETCH(QString, language);
    QMap<QString, QString> taken;
    for (const Entry &entry : catalogueOf(language == "en"_L1 ? u"it"_s : language)) {
        const QString text = language == "en"_L1 ? entry.source : entry.forms.value(0);
        if (mnemonic(text).isNull())
            continue;
        const QString key = entry.context + u' ' + mnemonic(text);
        QVERIFY2(!taken.contains(key), qPrintable(list({key, taken.value(key), text})));
        taken.insert(key, text);
    }
    QVERIFY(!taken.isEmpty());
}

void TestTranslations::theSourcesHoldNoOtherWords()
{
    const Found found = askLupdate();
    QVERIFY2(!found.words.isEmpty(), found.complaints.constData());
    // Words of such a class would be kept under one name and asked for under another.
    QVERIFY2(!found.complaints.contains("lacks Q_OBJECT"), found.complaints.constData());
    QVERIFY2(!found.complaints.contains("unknown namespace"), found.complaints.constData());
    for (const QString &language : {u"it"_s, u"uk"_s}) {
        const Catalogue ours = catalogueOf(language);
        QStringList differing;
        for (const Entry &entry : found.words) {
            if (!ours.contains(entry.key()))
                differing += u"new: "_s + entry.key();
            else if (ours.value(entry.key()).plural != entry.plural)
                differing += u"with a number or without: "_s + entry.key();
        }
        for (const Entry &entry : ours) {
            if (!found.words.contains(entry.key()))
                differing += u"gone: "_s + entry.key();
        }
        QVERIFY2(differing.isEmpty(), qPrintable(u"Build update_translations and translate, "_s + language +
                                                 u':' + list(differing)));
    }
}

void TestTranslations::theProgramSpeaks_data()
{
    QTest::addColumn<QString>("tag");
    QTest::addColumn<QString>("waiting");
    QTest::addColumn<QString>("send");
    QTest::addColumn<QString>("refusal");
    QTest::newRow("en") << u"en_GB"_s << u"Waiting"_s << u"Send"_s << u"A person needs a name. Enter one."_s;
    QTest::newRow("it") << u"it_IT"_s << u"In attesa"_s << u"Invia"_s
                        << u"Una persona deve avere un nome. Inserirlo."_s;
    QTest::newRow("uk") << u"uk_UA"_s << u"Очікує"_s << u"Надіслати"_s
                        << u"Особі потрібне ім’я. Введіть його."_s;
}

// The embedded catalogues answer under the names that the program asks with.
void TestTranslations::theProgramSpeaks()
{
    QFETCH(QString, tag);
    QCOMPARE(installTranslators(*QCoreApplication::instance(), QLocale(tag)), QTest::currentDataTag());
    QTEST(statusText(MessageStatus::Queued), "waiting");
    QTEST(FileRequestDialog::tr("Send"), "send");
    QTEST(errorText({ErrorCode::Invalid, "user.nameless", nullptr, {}}), "refusal");
    if (tag.startsWith("en"_L1))
        return;
    for (const Entry &entry : catalogueOf(QString::fromLatin1(QTest::currentDataTag()))) {
        if (!entry.plural)
            QCOMPARE(QCoreApplication::translate(entry.context.toUtf8().constData(),
                                                 entry.source.toUtf8().constData()),
                     entry.forms.first());
    }
}

void TestTranslations::pluralsFollowTheNumber()
{
    const auto wait = [](int seconds) {
        return retryAfterText({ErrorCode::TooMany, "", nullptr, {{u"retryAfterMs"_s, seconds * 1000}}});
    };
    installTranslators(*QCoreApplication::instance(), QLocale(u"en"_s));
    QCOMPARE(wait(1), u"in 1 second"_s);
    QCOMPARE(wait(2), u"in 2 seconds"_s);
    installTranslators(*QCoreApplication::instance(), QLocale(u"it"_s));
    QCOMPARE(wait(1), u"tra 1 secondo"_s);
    QCOMPARE(wait(2), u"tra 2 secondi"_s);
    installTranslators(*QCoreApplication::instance(), QLocale(u"uk"_s));
    QCOMPARE(wait(21), u"через 21 секунду"_s);
    QCOMPARE(wait(3), u"через 3 секунди"_s);
    QCOMPARE(wait(11), u"через 11 секунд"_s);
}

void TestTranslations::takesTheLanguageOfTheLocale()
{
    auto &application = *QCoreApplication::instance();
    QCOMPARE(installTranslators(application, QLocale(u"uk_UA"_s)), "uk"_ba);
    QCOMPARE(installTranslators(application, QLocale(u"it_CH"_s)), "it"_ba);
    QCOMPARE(statusText(MessageStatus::Queued), u"In attesa"_s);
    QCOMPARE(installTranslators(application, QLocale(u"fr_FR"_s)), "en"_ba);
    QCOMPARE(installTranslators(application, QLocale::c()), "en"_ba);
    QCOMPARE(statusText(MessageStatus::Queued), u"Waiting"_s);
}

void TestTranslations::figuresStandInTheWords()
{
    const Error inUse{ErrorCode::Conflict, "datadir.in_use", nullptr, {{u"pid"_s, 4711}}};
    const Error taken{
        ErrorCode::Unavailable, "listen.failed", nullptr, {{u"address"_s, u"127.0.0.1:8080"_s}}};
    for (const QString &language : {u"en"_s, u"it"_s, u"uk"_s}) {
        installTranslators(*QCoreApplication::instance(), QLocale(language));
        QVERIFY2(errorText(inUse).contains(u"4711"_s), qPrintable(errorText(inUse)));
        QVERIFY2(errorText(taken).contains(u"127.0.0.1:8080"_s), qPrintable(errorText(taken)));
    }
}

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
