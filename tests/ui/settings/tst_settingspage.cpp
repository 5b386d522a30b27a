// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/staffservice.h"
#include "app/access/tokenservice.h"
#include "app/settings/secrets.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/searchfield.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingwords.h"
#include "ui/settings/staffsection.h"
#include "ui/settings/testrow.h"
#include "ui/settings/tokensection.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestSettingsPage : public QObject
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
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void everyKeyOfAShownGroupHasARowWithWords()
    {
        int rows = 0;
        for (const SettingKey &key : settingKeys()) {
            if (settingGroupTitle(key.group).isEmpty())
                continue;
            ++rows;
            QVERIFY2(m_page->row(key.name), key.name);
            QVERIFY2(settingTitle(key.name) != QString::fromLatin1(key.name), key.name);
        }
        QVERIFY(rows > 30);
    }

    void aValueIsSavedAndTakesEffect()
    {
        SettingRow *name = m_page->row("ANTEROOM_CLINIC_NAME");
        auto *field = qobject_cast<QLineEdit *>(name->field());
        QVERIFY(description(name).contains(u"takes effect at once"_s));
        QTest::keyClicks(field, u"Riverside Practice"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_console->clinic().settings().text("ANTEROOM_CLINIC_NAME"), u"Riverside Practice"_s);
        QTRY_COMPARE(field->text(), u"Riverside Practice"_s);
        QVERIFY(name->error().isEmpty());
    }

    void aChoiceStandsWhereItIsInForce()
    {
        show(u"Text messages"_s);
        QTRY_COMPARE(qobject_cast<QComboBox *>(m_page->row("ANTEROOM_SMS_METHOD")->field())->currentData(),
                     u"POST"_s);
        QVERIFY(!button(m_page->row("ANTEROOM_SMS_METHOD"), u"Save"_s)->isVisible());
        auto *events = qobject_cast<QComboBox *>(m_page->row("ANTEROOM_WEBHOOKS_ENABLED")->field());
        QCOMPARE(events->currentData().toString(), u"false"_s);
        auto *provider = qobject_cast<QComboBox *>(m_page->row("ANTEROOM_SMS_PROVIDER")->field());
        provider->setCurrentIndex(provider->findData(u"http"_s));
        QTest::mouseClick(button(m_page->row("ANTEROOM_SMS_PROVIDER"), u"Save"_s), Qt::LeftButton);
        QTRY_COMPARE(m_console->clinic().settings().text("ANTEROOM_SMS_PROVIDER"), u"http"_s);
    }

    void whatWillNotDoIsSaidInWordsUnderTheField()
    {
        SettingRow *minutes = m_page->row("ANTEROOM_IDLE_LOCK_MINUTES");
        auto *field = qobject_cast<QLineEdit *>(minutes->field());
        QTRY_COMPARE(field->text(), u"10"_s);
        field->setText(u"soon"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(minutes->error(), u"Write a whole number."_s);
        QCOMPARE(m_console->clinic().settings().integer("ANTEROOM_IDLE_LOCK_MINUTES"), 10);
        field->setText(u"20"_s);
        QVERIFY(minutes->error().isEmpty());
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(m_console->clinic().settings().integer("ANTEROOM_IDLE_LOCK_MINUTES"), 20);
    }

    void aSecretIsWrittenAndNeverShown()
    {
        SettingRow *password = m_page->row("ANTEROOM_SMTP_PASSWORD");
        auto *field = qobject_cast<QLineEdit *>(password->field());
        QTRY_VERIFY(description(password).contains(u"not set"_s));
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        show(u"E-mail"_s);
        QTest::keyClicks(field, u"opensesame"_s);
        QTest::keyClick(field, Qt::Key_Return);
        const Secrets secrets(m_console->clinic().settings(), m_console->clinic().keyring());
        QTRY_COMPARE(secrets.read("ANTEROOM_SMTP_PASSWORD").value(), "opensesame"_ba);
        QTRY_VERIFY(description(password).contains(u"it is never shown"_s));
        QVERIFY(field->text().isEmpty());
        for (const auto *edit : m_page->findChildren<QLineEdit *>())
            QVERIFY(!edit->text().contains(u"opensesame"_s));
        QTRY_COMPARE(audited("setting.change"), 1);
    }

    void whatTheEnvironmentRulesCannotBeChangedHere()
    {
        SettingRow row(*settingKey("ANTEROOM_CLINIC_NAME"));
        row.show({.value = u"Riverside"_s, .fromEnvironment = true});
        QVERIFY(!row.field()->isEnabled());
        QVERIFY(description(&row).contains(u"environment variable"_s));
    }

    void whatAProviderDoesNotNeedIsNotInTheWay()
    {
        show(u"Teleconsultations"_s);
        auto *provider = m_page->row("ANTEROOM_VIDEO_PROVIDER");
        auto *key = m_page->row("BANDYER_API_SECRET_KEY");
        auto *relay = m_page->row("ANTEROOM_TURN_URL");
        QVERIFY(relay->isVisible());
        QVERIFY(!key->isVisible());
        QVERIFY(description(relay).contains(u"ANTEROOM_TURN_URL"_s)); // as it is read out, whole
        QVERIFY(!m_page->row("AUTH0_CLIENT_ID")->isVisible());

        auto *choice = qobject_cast<QComboBox *>(provider->field());
        QVERIFY(choice);
        choice->setCurrentIndex(choice->findData(u"bandyer"_s)); // not saved yet
        QVERIFY(key->isVisible());
        QVERIFY(!relay->isVisible());
        auto *typed = qobject_cast<QLineEdit *>(key->field());
        QCOMPARE(typed->echoMode(), QLineEdit::Password);
        typed->setText(u"k3y"_s);
        choice->setCurrentIndex(choice->findData(u"embedded"_s));
        QVERIFY2(key->isVisible(), "what was typed would be saved unseen");
        key->undo();
        QVERIFY(!key->isVisible());
        m_page->row("AUTH0_DOMAIN")->suggest(u"clinic.eu.auth0.com"_s);
        QVERIFY(m_page->row("AUTH0_CLIENT_ID")->isVisible());

        auto *search = m_page->findChild<SearchField *>();
        search->setText(u"bandyer_base"_s);
        QVERIFY2(m_page->row("BANDYER_BASE_URL")->isVisible(), "a search finds it anyway");
        search->setText(u"smtp"_s);
        QVERIFY(!m_page->row("AUTH0_CLIENT_ID")->isVisible());
    }

    void theSearchBoxFindsByNameAndByKey()
    {
        auto *search = m_page->findChild<SearchField *>();
        search->setText(u"smtp_user"_s);
        QVERIFY(m_page->row("ANTEROOM_SMTP_USER")->isVisible());
        QVERIFY(!m_page->row("ANTEROOM_SMTP_URL")->isVisible());
        QVERIFY(!m_page->row("ANTEROOM_CLINIC_NAME")->isVisible());
        search->setText(u"retention"_s);
        QVERIFY(m_page->row("ANTEROOM_RETENTION_DAYS")->isVisible());
        search->clear();
        QVERIFY(m_page->row("ANTEROOM_CLINIC_NAME")->isVisible()); // the section that is chosen
    }

    void aTestSaysWhatBecameOfIt()
    {
        show(u"Text messages"_s);
        auto *test = m_page->findChild<TestRow *>();
        auto *to = test->findChild<QLineEdit *>();
        to->setText(u"nobody"_s);
        QTest::mouseClick(button(test, u"Send a test"_s), Qt::LeftButton);
        QTRY_VERIFY(!to->accessibleDescription().isEmpty());
        QVERIFY(m_console->messages().isEmpty());
        to->setText(u"+44 7777 123456"_s);
        QTest::mouseClick(button(test, u"Send a test"_s), Qt::LeftButton);
        QTRY_VERIFY2(test->outcome().contains(u"sandbox"_s), qPrintable(test->outcome()));
        QCOMPARE(m_console->messages().size(), 1);
    }

    void somebodyIsAddedDisabledAndUnlocked()
    {
        show(u"Staff"_s);
        auto *staff = m_page->staff();
        const auto fields = staff->findChildren<QLineEdit *>();
        const auto fill = [&](const QString &name, const QString &login, const QString &password) {
            field(staff, u"Name"_s)->setText(name);
            field(staff, u"Login"_s)->setText(login);
            field(staff, u"First password"_s)->setText(password);
            QTest::mouseClick(staff->findChild<QPushButton *>(u"add-staff"_s), Qt::LeftButton);
        };
        fill(u"Luigi Bianchi"_s, u"luigi"_s, u"short"_s);
        QTRY_VERIFY(hasText(staff, u"10 characters"_s));
        QVERIFY(staff->staff().isEmpty());
        fill(u"Luigi Bianchi"_s, u"luigi"_s, u"long enough for this"_s);
        QTRY_COMPARE(staff->staff().size(), 1);
        const StaffId id = staff->staff().first().id;
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE staff SET wrong_tries = 9, blocked_until = ?",
                       tx.now() + std::chrono::hours(1));
            tx.changed(Topic::Staff, id.text());
            return true;
        });
        auto *table = staff->findChild<QTableWidget *>();
        QTRY_COMPARE(table->item(0, 3)->text(), u"Has to wait after wrong passwords"_s);
        table->selectRow(0);
        QTest::mouseClick(button(staff, u"Unlock"_s), Qt::LeftButton);
        QTRY_COMPARE(table->item(0, 3)->text(), u"May sign in"_s);
        table->selectRow(0);
        QTest::mouseClick(button(staff, u"Disable"_s), Qt::LeftButton);
        QTRY_COMPARE(table->item(0, 3)->text(), u"Disabled"_s);
    }

    void aTokenIsShownOnceAndRevoked()
    {
        show(u"API tokens"_s);
        auto *tokens = m_page->tokens();
        auto *make = tokens->findChild<QPushButton *>(u"make-token"_s);
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_VERIFY(hasText(tokens, u"name"_s));
        field(tokens, u"Name, such as the system that uses it"_s)->setText(u"Records"_s);
        field(tokens, u"Accounts, separated by commas"_s)->setText(u"12, 13"_s);
        tokens->findChildren<QCheckBox *>().first()->setChecked(true);
        QTest::mouseClick(make, Qt::LeftButton);
        QTRY_COMPARE(tokens->tokens().size(), 1);
        QCOMPARE(tokens->tokens().first().accounts, QVector<QString>({u"12"_s, u"13"_s}));
        const QString secret = field(tokens, u"The new token"_s)->text();
        QVERIFY(secret.startsWith(u"anteroom_"_s));
        QTest::mouseClick(button(tokens, u"Hide it"_s), Qt::LeftButton);
        QVERIFY(field(tokens, u"The new token"_s)->text().isEmpty());
        tokens->findChild<QTableWidget *>()->selectRow(0);
        QTest::mouseClick(button(tokens, u"Revoke"_s), Qt::LeftButton);
        QTRY_COMPARE(tokens->tokens().size(), 0);
    }

    void aBackupIsMadeWithProgressAndWrittenDown()
    {
        show(u"Backup"_s);
        auto *backup = m_page->backup();
        QTemporaryDir folder;
        field(backup, u"File to write"_s)->setText(folder.filePath(u"a.backup"_s));
        field(backup, u"Passphrase"_s)->setText(u"correct horse battery"_s);
        QTest::mouseClick(button(backup, u"Make a backup"_s), Qt::LeftButton);
        QVERIFY(!QFile::exists(folder.filePath(u"a.backup"_s))); // the two are not the same
        field(backup, u"The same again"_s)->setText(u"correct horse battery"_s);
        QSignalSpy made(backup, &BackupSection::made);
        QTest::mouseClick(button(backup, u"Make a backup"_s), Qt::LeftButton);
        QVERIFY(backup->findChild<QProgressBar *>()->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(made.size(), 1, 2 * patience);
        QVERIFY(QFile::exists(folder.filePath(u"a.backup"_s)));
        QVERIFY(field(backup, u"Passphrase"_s)->text().isEmpty());
        QTRY_COMPARE(audited("backup"), 1);
    }

    void aClinicianChangesNothing()
    {
        auto *page = m_page.get();
        SettingsPage theirs(m_console->clinic(), [] {
            Actor actor = ScratchConsole::actor()();
            actor.role = Actor::Role::Clinician;
            return actor;
        });
        SettingRow *name = theirs.row("ANTEROOM_CLINIC_NAME");
        Q_EMIT name->saveRequested(u"Mine"_s);
        QTRY_VERIFY(!name->error().isEmpty());
        QVERIFY(m_console->clinic().settings().text("ANTEROOM_CLINIC_NAME").isEmpty());
        Q_UNUSED(page)
    }

private:
    void show(const QString &section)
    {
        auto *list = m_page->findChild<QListWidget *>();
        const auto items = list->findItems(section, Qt::MatchExactly);
        QVERIFY(!items.isEmpty());
        list->setCurrentItem(items.first());
    }

    static QString description(const SettingRow *row) { return row->field()->accessibleDescription(); }

    static QLineEdit *field(const QWidget *in, const QString &name)
    {
        for (auto *edit : in->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == name)
                return edit;
        }
        return nullptr;
    }

    static QPushButton *button(const QWidget *in, const QString &text)
    {
        for (auto *each : in->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    static bool hasText(const QWidget *in, const QString &text)
    {
        for (const auto *label : in->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text, Qt::CaseInsensitive))
                return true;
        }
        return false;
    }

    int audited(const char *action)
    {
        return m_console->read([action](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<SettingsPage> m_page;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
