// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/smspresets.h"
#include "app/settings/secrets.h"
#include "tests/support/scratchconsole.h"
#include "ui/settings/accountchooser.h"
#include "ui/settings/settinggroup.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/smspresetpanel.h"
#include "ui/settings/testrow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTranslator>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestSmsSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_page = std::make_unique<SettingsPage>(m_console->clinic(), ScratchConsole::actor());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
        auto *list = m_page->findChild<QListWidget *>();
        list->setCurrentItem(list->findItems(u"Text messages"_s, Qt::MatchExactly).first());
        m_presets = m_page->findChild<SmsPresetPanel *>();
        m_accounts = m_page->findChild<AccountChooser *>();
        m_group = qobject_cast<SettingGroup *>(m_presets->parentWidget());
        QTRY_COMPARE(text("ANTEROOM_SMS_METHOD"), u"POST"_s);
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void aPresetFillsTheFieldsAndSavesNothing()
    {
        choosePreset(u"Twilio"_s);
        type(u"Account at the gateway (SID)"_s, u"AC12"_s);
        type(u"Account and token with a colon between"_s, u"AC12:token"_s);
        click(m_presets, u"Fill in the fields below"_s);
        QVERIFY2(text("ANTEROOM_SMS_URL").contains(u"/Accounts/AC12/"_s),
                 qPrintable(text("ANTEROOM_SMS_URL")));
        QCOMPARE(text("ANTEROOM_SMS_PROVIDER"), u"http"_s);
        QVERIFY(text("ANTEROOM_SMS_HEADERS").startsWith(u"Authorization: Basic {secret}"_s));
        QVERIFY(row("ANTEROOM_SMS_BODY")->error().contains(u"<SENDER>"_s));
        QVERIFY(settings().text("ANTEROOM_SMS_URL").isEmpty());

        saveAll(); // what is missing keeps all back
        QVERIFY(row("ANTEROOM_SMS_BODY")->field()->hasFocus());
        type(u"Sender, the number or name that patients see"_s, u"+44 20 7946 0000"_s);
        click(m_presets, u"Fill in the fields below"_s);
        QVERIFY(row("ANTEROOM_SMS_BODY")->error().isEmpty());
        QVERIFY(text("ANTEROOM_SMS_BODY").contains(u"From=%2B44%2020%207946%200000"_s));
        QVERIFY(settings().text("ANTEROOM_SMS_URL").isEmpty());

        saveAll();
        QTRY_COMPARE(settings().text("ANTEROOM_SMS_PROVIDER"), u"http"_s);
        QCOMPARE(kept("ANTEROOM_SMS_SECRET"), "QUMxMjp0b2tlbg=="_ba);
        QVERIFY(kept("ANTEROOM_SMS_HEADERS").contains("application/x-www-form-urlencoded"));
        QVERIFY(settings().text("ANTEROOM_SMS_SUCCESS_PATTERN").contains(u"sid"_s));
        QTRY_VERIFY(!m_group->isChanged());
        for (const auto *edit : m_page->findChildren<QLineEdit *>())
            QVERIFY2(!edit->text().contains(u"token"_s) && !edit->text().contains(u"QUMx"_s),
                     qPrintable(edit->accessibleName()));
        QVERIFY(text("ANTEROOM_SMS_HEADERS").isEmpty()); // headers may hold passwords
    }

    void anotherGatewayDoesNotGetTheLastOnesPasswords()
    {
        choosePreset(u"Twilio"_s);
        type(u"Account at the gateway (SID)"_s, u"AC12"_s);
        type(u"Sender, the number or name that patients see"_s, u"Clinic"_s);
        type(u"Account and token with a colon between"_s, u"AC12:token"_s);
        click(m_presets, u"Fill in the fields below"_s);
        m_group->saveAll();
        QTRY_VERIFY(!kept("ANTEROOM_SMS_SECRET").isEmpty() && !m_group->isChanged());

        choosePreset(u"Kannel"_s);
        type(u"User name at the gateway"_s, u"anteroom"_s);
        click(m_presets, u"Fill in the fields below"_s);
        QVERIFY(hint("ANTEROOM_SMS_SECRET").contains(u"forgotten when you save"_s));
        QVERIFY(!kept("ANTEROOM_SMS_SECRET").isEmpty());
        m_group->saveAll();
        QTRY_VERIFY(settings().text("ANTEROOM_SMS_URL").contains(u"sendsms"_s));
        QVERIFY(kept("ANTEROOM_SMS_SECRET").isEmpty());
        QVERIFY(kept("ANTEROOM_SMS_HEADERS").isEmpty());
        QVERIFY(settings().text("ANTEROOM_SMS_BODY").isEmpty());
        QCOMPARE(settings().text("ANTEROOM_SMS_METHOD"), u"GET"_s);
    }

    void anAccountInheritsUntilItHasAValueOfItsOwn()
    {
        save("ANTEROOM_SMS_URL", u"https://all.example/?to={to}"_s);
        addAccount(u"12"_s);
        QCOMPARE(m_accounts->account(), u"12"_s);
        QTRY_VERIFY(hint("ANTEROOM_SMS_URL").contains(u"ANTEROOM_SMS_URL__12"_s));
        QVERIFY(hint("ANTEROOM_SMS_URL").contains(u"as for all accounts"_s));
        auto *url = qobject_cast<QLineEdit *>(row("ANTEROOM_SMS_URL")->field());
        QVERIFY(url->text().isEmpty());
        QCOMPARE(url->placeholderText(), u"https://all.example/?to={to}"_s);
        QCOMPARE(qobject_cast<QComboBox *>(row("ANTEROOM_SMS_METHOD")->field())->currentText(),
                 u"As for all accounts: POST"_s);
        QVERIFY(!row("ANTEROOM_QUIET_HOURS")->isVisible()); // no account has its own

        save("ANTEROOM_SMS_URL", u"https://twelve.example/?to={to}"_s);
        QCOMPARE(settings().text("ANTEROOM_SMS_URL", u"12"_s), u"https://twelve.example/?to={to}"_s);
        QCOMPARE(settings().text("ANTEROOM_SMS_URL"), u"https://all.example/?to={to}"_s);
        QTRY_VERIFY(hint("ANTEROOM_SMS_URL").contains(u"the account’s own"_s));
        click(row("ANTEROOM_SMS_URL"), u"As for all accounts"_s);
        QTRY_COMPARE(settings().text("ANTEROOM_SMS_URL", u"12"_s), u"https://all.example/?to={to}"_s);
        QTRY_VERIFY(url->text().isEmpty());
    }

    void anAccountsSecretIsItsOwn()
    {
        save("ANTEROOM_SMS_SECRET", u"of all"_s);
        addAccount(u"12"_s);
        QTRY_VERIFY(hint("ANTEROOM_SMS_SECRET").contains(u"unless the account’s address"_s));
        save("ANTEROOM_SMS_SECRET", u"of twelve"_s);
        const Secrets secrets(settings(), m_console->clinic().keyring());
        QTRY_COMPARE(secrets.read("ANTEROOM_SMS_SECRET", u"12"_s).value(), "of twelve"_ba);
        QCOMPARE(secrets.read("ANTEROOM_SMS_SECRET").value(), "of all"_ba);
        auto *combo = m_accounts->findChild<QComboBox *>();
        QTRY_VERIFY(combo->isEnabled());
        combo->setCurrentIndex(combo->findData(QString()));
        QTRY_VERIFY(combo->findData(u"12"_s) > 0); // known by its secret alone
        QTRY_VERIFY(hint("ANTEROOM_QUIET_HOURS").contains(u"at once"_s));
        QVERIFY(row("ANTEROOM_QUIET_HOURS")->isVisible());
    }

    void changesHoldTheChoiceOfAccount()
    {
        addAccount(u"12"_s);
        auto *combo = m_accounts->findChild<QComboBox *>();
        QVERIFY(combo->isEnabled());
        row("ANTEROOM_SMS_URL")->suggest(u"https://twelve.example/"_s);
        QVERIFY(!combo->isEnabled());
        QVERIFY(combo->accessibleDescription().contains(u"Save or undo"_s));
        row("ANTEROOM_SMS_URL")->undo();
        QVERIFY(combo->isEnabled());
    }

    void anIdThatNoKeyCanHaveIsRefused()
    {
        addAccount(u"twelve!"_s);
        QVERIFY(m_accounts->account().isEmpty());
    }

    void anAccountSaysThatEveryAnswerWillDo()
    {
        save("ANTEROOM_SMS_SUCCESS_PATTERN", u"^OK"_s);
        addAccount(u"12"_s);
        choosePreset(u"Bird (MessageBird)"_s);
        click(m_presets, u"Fill in the fields below"_s);
        QCOMPARE(text("ANTEROOM_SMS_SUCCESS_PATTERN"), u"^"_s);
    }

    void aTestGoesByTheAccountsGateway()
    {
        addAccount(u"12"_s);
        auto *test = m_page->findChild<TestRow *>();
        test->findChild<QLineEdit *>()->setText(u"+44 7777 123456"_s);
        click(test, u"Send a test"_s);
        QTRY_COMPARE(m_console->messages().size(), 1);
        QCOMPARE(m_console->messages().first().accountId, u"12"_s);
    }

    void everyPresetHasWords()
    {
        for (const SmsPreset &preset : smsPresets()) {
            for (const QString &word : preset.blanks())
                QVERIFY2(presetBlankText(word) != word, qPrintable(word));
        }
        QTranslator italian;
        QVERIFY(italian.load(u":/translations/anteroom_it.qm"_s));
        for (const SmsPreset &preset : smsPresets())
            QVERIFY2(
                !italian.translate("anteroom::PresetWords", preset.secret.toUtf8().constData()).isEmpty(),
                qPrintable(preset.secret));
    }

private:
    Settings &settings() { return m_console->clinic().settings(); }
    SettingRow *row(const char *name) { return m_group->row(name); }
    QString text(const char *name) { return row(name)->text(); }
    QString hint(const char *name) { return row(name)->field()->accessibleDescription(); }

    QByteArray kept(const char *name)
    {
        return Secrets(settings(), m_console->clinic().keyring()).read(name).value_or(QByteArray());
    }

    void choosePreset(const QString &name)
    {
        auto *gateways = m_presets->findChild<QComboBox *>();
        QVERIFY(gateways->findText(name) > 0);
        gateways->setCurrentIndex(gateways->findText(name));
    }

    void type(const QString &name, const QString &text)
    {
        for (auto *edit : m_presets->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit->setText(text);
        }
        QFAIL(qPrintable(name));
    }

    void save(const char *name, const QString &value)
    {
        row(name)->suggest(value);
        QVERIFY(row(name)->isChanged());
        Q_EMIT row(name)->saveRequested(value);
        QTRY_VERIFY2(!row(name)->isChanged(), qPrintable(row(name)->error()));
    }

    void saveAll()
    {
        const auto buttons = m_group->saveAllLine()->findChildren<QPushButton *>();
        QVERIFY(buttons.last()->isVisible());
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
    }

    void addAccount(const QString &id)
    {
        click(m_accounts, u"Another account…"_s);
        m_accounts->findChild<QLineEdit *>()->setText(id);
        click(m_accounts, u"Show its settings"_s);
    }

    static void click(const QWidget *in, const QString &text)
    {
        QCoreApplication::processEvents(); // what was just made finds its place
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return QTest::mouseClick(each, Qt::LeftButton);
        }
        QFAIL(qPrintable(text));
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<SettingsPage> m_page;
    SmsPresetPanel *m_presets = nullptr;
    AccountChooser *m_accounts = nullptr;
    SettingGroup *m_group = nullptr;
};

QTEST_MAIN(TestSmsSettings)
#include "tst_smssettings.moc"
