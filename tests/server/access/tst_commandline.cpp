// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandline.h"

#include "app/settings/settings.h"
#include "server/commands/commandwords.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses();
    void refuses_data();
    void refuses();
    void prints();
    void everySettingErrorHasWords();
};

void TestCommandLine::parses()
{
    const auto token = parseCommandLine({u"token"_s, u"create"_s, u"--scope"_s, u"job:read"_s, u"--data=d"_s,
                                         u"--account"_s, u"1"_s, u"--name"_s, u"-x-"_s, u"--account=2"_s});
    QVERIFY(token);
    QCOMPARE(token->command.name, "token create"_ba);
    QCOMPARE(token->command.option("data"), u"d"_s);
    QCOMPARE(token->command.option("name"), u"-x-"_s);
    QCOMPARE(token->command.options.value("account"), (QStringList{u"1"_s, u"2"_s}));
    QVERIFY(checkCommand(token->command).isNull());

    const auto set =
        parseCommandLine({u"config"_s, u"set"_s, u"--data"_s, u"d"_s, u"DR_SEND_TIMEOUT"_s, u"-1"_s});
    QVERIFY(set);
    QCOMPARE(set->command.arguments, (QStringList{u"DR_SEND_TIMEOUT"_s, u"-1"_s}));
    QVERIFY(!checkCommand(set->command).isNull());

    const auto odd = parseCommandLine(
        {u"config"_s, u"set"_s, u"--data"_s, u"d"_s, u"--"_s, u"ANTEROOM_CLINIC_NAME"_s, u"--help"_s});
    QVERIFY(odd);
    QCOMPARE(odd->command.arguments.constLast(), u"--help"_s);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named"); // what the line has to speak of
    const auto row = [](const QString &typed, const QString &named) {
        QTest::newRow(qPrintable(typed)) << typed.split(u' ', Qt::SkipEmptyParts) << named;
    };
    row(u""_s, u"a command is missing"_s);
    row(u"fly"_s, u"\"fly\""_s);
    row(u"token"_s, u"second word"_s);
    row(u"token fly"_s, u"\"token fly\""_s);
    row(u"token list"_s, u"--data"_s);
    row(u"token list --data"_s, u"--data needs a value"_s);
    row(u"token list --data --json"_s, u"--data needs a value"_s);
    row(u"token list --data a --data b"_s, u"twice"_s);
    row(u"token list --data a --json"_s, u"--json"_s);
    row(u"token list --data a b"_s, u"\"b\""_s);
    row(u"token create --data a --scope x"_s, u"--name is missing"_s);
    row(u"outbox list --data a --json=yes"_s, u"takes no value"_s);
    row(u"config get --data a"_s, u"KEY is missing"_s);
    row(u"config set --data a K"_s, u"VALUE is missing"_s);
    row(u"backup --data a"_s, u"--to is missing"_s);
    row(u"import --data a"_s, u"FILE.json is missing"_s);
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto line = parseCommandLine(arguments);
    QVERIFY(!line);
    QVERIFY2(line.error().contains(named), qPrintable(line.error()));
    QVERIFY2(line.error().contains(u"anteroomd"), "says how to mend it");
    QVERIFY(!line.error().contains(u'\n'));
}

void TestCommandLine::prints()
{
    const auto help = parseCommandLine({u"--help"_s});
    for (const char *name :
         {"serve", "token create", "token list", "token revoke", "import", "config get", "config set",
          "config list", "outbox list", "backup", "restore", "verify", "staff add"}) {
        QVERIFY2(help->print.contains(QLatin1String(name)), name);
        QVERIFY2(commandSpec(name), name);
    }
    QVERIFY(parseCommandLine({u"--version"_s})->print.startsWith(u"anteroomd "));
    QVERIFY(parseCommandLine({u"token"_s, u"create"_s, u"--help"_s})->print.contains(u"--legal-entity"));
}

void TestCommandLine::everySettingErrorHasWords()
{
    for (const auto &[key, value] :
         {std::pair("DR_MAX_ATTEMPTS_COUNT", "0"), std::pair("DR_MAX_ATTEMPTS_COUNT", "x"),
          std::pair("ANTEROOM_PUBLIC_URL", "x"), std::pair("ANTEROOM_TIME_ZONE", "x"),
          std::pair("ANTEROOM_TRUSTED_PROXIES", "x"), std::pair("ANTEROOM_TLS_CERT", "/x"),
          std::pair("ANTEROOM_SMS_PROVIDER", "x"), std::pair("ANTEROOM_SMTP_URL", "x"),
          std::pair("ANTEROOM_WEBHOOK_SECRET", "x"), std::pair("ANTEROOM_CLAMD", "x"),
          std::pair("ANTEROOM_TURN_URL", "x"), std::pair("USERID_HEADER_KEY", "a b")}) {
        const auto good = checkSetting(key, QLatin1String(value));
        QVERIFY2(!good, key);
        const QString words = commandWords(good.error());
        QVERIFY2(words.startsWith(QLatin1String(key)) && words.contains(u' ') && !words.contains(u'{'),
                 qPrintable(words));
    }
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
