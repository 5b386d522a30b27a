// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchconsole.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/templatesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestFileRequestDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_dialog = std::make_unique<FileRequestDialog>(m_console->clinic(), ScratchConsole::actor(),
                                                       m_console->search());
        m_dialog->show();
        m_sentence = m_dialog->findChild<InlineBar *>();
        m_prompt = m_dialog->findChild<QPlainTextEdit *>();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_console.reset();
    }

    void aTemplateSpeaksTheRecipientsLanguage()
    {
        const User john = person(u"John"_s, u"+447777123456"_s, {}, u"en"_s);
        const User mario = person(u"Mario"_s, u"+393331234567"_s, {}, u"it"_s);
        m_dialog->setPatients({mario.id});
        QTRY_VERIFY(m_sentence->text().contains(u"in Italian"_s));
        QTRY_VERIFY(chip(u"Wound"_s));
        QTest::mouseClick(chip(u"Wound"_s), Qt::LeftButton);
        QVERIFY2(m_prompt->toPlainText().contains(u"ferita"_s), qPrintable(m_prompt->toPlainText()));

        m_dialog->setPatients({john.id}); // another reader: the words follow
        QTRY_VERIFY2(m_prompt->toPlainText().contains(u"wound"_s), qPrintable(m_prompt->toPlainText()));

        m_prompt->setPlainText(u"Both wounds, please."_s); // one's own words stay
        m_dialog->setPatients({mario.id});
        QTRY_VERIFY(m_sentence->text().contains(u"in Italian"_s));
        QCOMPARE(m_prompt->toPlainText(), u"Both wounds, please."_s);
    }

    void severalGetTheirOwnAfterASecondLook()
    {
        const User john = person(u"John"_s, u"+447777123456"_s, {}, u"en"_s);
        const User mario = person(u"Mario"_s, u"+393331234567"_s, {}, u"it"_s);
        const User nobody = person(u"Peter"_s, {}, {}, u"en"_s);
        m_dialog->setPatients({john.id, mario.id, nobody.id});
        QTRY_VERIFY2(m_sentence->text().contains(u"2 people get this"_s), qPrintable(m_sentence->text()));
        QVERIFY(m_sentence->text().contains(
            u"Left out, as a number, an address or a date of birth is missing: Peter"_s));
        QTest::mouseClick(chip(u"Wound"_s), Qt::LeftButton);
        QTRY_VERIFY(send()->isEnabled());
        waitForPreview();

        QSignalSpy created(m_dialog.get(), &FileRequestDialog::created);
        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_sentence->tone(), Tone::Warn);
        QCOMPARE(send()->text(), u"Send to 2 people"_s);
        QVERIFY(created.isEmpty());
        QVERIFY(m_console->messages().isEmpty());

        QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(created.size(), 1);
        const auto prompts = m_console->read([](Transaction &tx) -> Result<QStringList> {
            QStringList all;
            Cursor row = tx.query("SELECT prompt FROM file_requests ORDER BY recipient_mobile");
            while (row.next())
                all += row.text(0);
            return all;
        });
        QCOMPARE(prompts.size(), 2);
        QVERIFY(prompts.at(0).contains(u"ferita"_s));
        QVERIFY(prompts.at(1).contains(u"wound"_s));
    }

    void aChangeTakesTheSecondLookBack()
    {
        m_dialog->setPatients(
            {person(u"John"_s, u"+447777123456"_s).id, person(u"Jane"_s, u"+447777123457"_s).id});
        QTRY_VERIFY(send()->isEnabled());
        waitForPreview();
        QTest::mouseClick(send(), Qt::LeftButton);
        QTRY_COMPARE(m_sentence->tone(), Tone::Warn);
        m_prompt->setPlainText(u"Something else"_s);
        QCOMPARE(m_sentence->tone(), Tone::Info);
        QCOMPARE(send()->text(), u"Send"_s);
    }

    void thePatientAndTheirCarerGetOneEach()
    {
        m_dialog->setPatients({person(u"John"_s, u"+447777123456"_s).id});
        QTRY_COMPARE(m_dialog->inputs().size(), 1);
        auto *who = m_dialog->findChild<QComboBox *>();
        who->setCurrentIndex(who->findText(u"Both"_s));
        carer()->setText(u"07700 900 123; anna@example.org"_s);
        const auto inputs = m_dialog->inputs();
        QCOMPARE(inputs.size(), 2);
        QVERIFY(!inputs.at(0).recipientIsProxy);
        QCOMPARE(inputs.at(0).recipientMobile, u"+447777123456"_s);
        QVERIFY(inputs.at(1).recipientIsProxy);
        QCOMPARE(inputs.at(1).recipientEmail, u"anna@example.org"_s);
        carer()->setText(u"+44 7700 900123"_s);
        QCOMPARE(m_dialog->inputs().at(1).recipientMobile, u"+447700900123"_s);
        QVERIFY(m_dialog->inputs().at(1).recipientEmail.isNull());
    }

    void aTextAndAnEmailBoth()
    {
        auto *too = m_dialog->findChildren<QCheckBox *>().at(1);
        m_dialog->setPatients({person(u"John"_s, u"+447777123456"_s).id});
        QTRY_COMPARE(m_dialog->inputs().size(), 1);
        QVERIFY(!too->isVisible());
        m_dialog->setPatients({person(u"Jane"_s, u"+447777123457"_s, u"jane@example.org"_s).id});
        QTRY_VERIFY(too->isVisible());
        QVERIFY(m_dialog->inputs().first().recipientEmail.isNull());
        too->setChecked(true);
        QCOMPARE(m_dialog->inputs().first().recipientEmail, u"jane@example.org"_s);
        QTRY_VERIFY2(
            m_sentence->text().contains(u"a text at +44 7777 123457 and an e-mail at jane@example.org"_s),
            qPrintable(m_sentence->text()));
    }

    void theFieldSaysHowMuchRoomIsLeft()
    {
        auto *row = qobject_cast<FormRow *>(m_prompt->parentWidget());
        QVERIFY(row);
        m_prompt->setPlainText(QString(1990, u'x'));
        QCOMPARE(m_prompt->accessibleDescription(), u"10 character(s) left"_s);
        QVERIFY(!row->hasError());
        m_prompt->setPlainText(QString(2001, u'x'));
        QCOMPARE(row->error(), u"1 character(s) too many"_s);
    }

    void anAdministratorEditsTheTemplates()
    {
        QTRY_VERIFY(chip(u"Wound"_s));
        QTest::mouseClick(chip(u"Edit templates"_s), Qt::LeftButton);
        auto *templates = m_dialog->findChild<TemplatesDialog *>();
        QVERIFY(templates);
        auto *name = templates->findChild<QLineEdit *>();
        name->clear();
        QTest::keyClicks(name, u"Eczema"_s);
        QTest::mouseClick(templates->findChild<Button *>(u"save"_s), Qt::LeftButton);
        QTRY_VERIFY(chip(u"Eczema"_s));
        QVERIFY(!chip(u"Rash"_s));
    }

private:
    User person(const QString &first, const QString &mobile, const QString &email = {},
                const QString &language = {})
    {
        User user = m_console->addPatient(first, u"Smith"_s, mobile);
        return m_console->write([&](WriteTransaction &tx) -> Result<User> {
            tx.execute("UPDATE users SET email = ?, language = ? WHERE id = ?", email, language, user.id);
            return user;
        });
    }

    void waitForPreview()
    {
        // Whoever is faster than the preview waits for it.
        QTRY_VERIFY(send()->isEnabled());
    }

    Button *chip(const QString &text)
    {
        for (auto *button : m_dialog->findChildren<Button *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    QLineEdit *carer()
    {
        for (auto *edit : m_dialog->findChildren<QLineEdit *>()) {
            if (edit->placeholderText().contains(u'@'))
                return edit;
        }
        return nullptr;
    }

    QPushButton *send() { return m_dialog->findChild<QPushButton *>(u"send"_s); }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<FileRequestDialog> m_dialog;
    InlineBar *m_sentence = nullptr;
    QPlainTextEdit *m_prompt = nullptr;
};

QTEST_MAIN(TestFileRequestDialog)
#include "tst_filerequestdialog.moc"
