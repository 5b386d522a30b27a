// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchconsole.h"
#include "ui/common/formrow.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/directory/erasedialog.h"
#include "ui/directory/peoplepage.h"
#include "ui/directory/persondetails.h"
#include "ui/directory/persondialog.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestPeoplePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_page = std::make_unique<PeoplePage>(m_console->clinic(), ScratchConsole::actor());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void somebodyAddedElsewhereAppearsByThemselves()
    {
        QTRY_COMPARE(m_page->model()->state(), PagedModelBase::State::Ready);
        m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QCOMPARE(m_page->model()->index(0, 0).data().toString(), u"John Smith"_s);
        QCOMPARE(m_page->model()->index(0, 2).data().toString(), u"+44 7777 123456"_s);
    }

    void photosAreAskedOfAllThatAreSelected()
    {
        const User john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        m_console->addPatient(u"Jane"_s, u"Doe"_s, u"+447777123457"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        auto *view = m_page->findChild<ListPane *>()->view();
        QSignalSpy asked(m_page.get(), &PeoplePage::photosRequested);
        view->setFocus();
        view->selectAll();
        QTRY_VERIFY(m_page->findChild<PersonDetails *>()->user());
        QTest::keyClick(view, Qt::Key_R);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().first().value<QVector<UserId>>().size(), 2);
        view->selectRow(m_page->model()->rowOf(john.id.text()));
        QTRY_COMPARE(m_page->findChild<PersonDetails *>()->user()->id, john.id);
        QTest::keyClick(view, Qt::Key_R);
        QCOMPARE(asked.last().first().value<QVector<UserId>>(), QVector<UserId>{john.id});
    }

    void aTeleconsultationWithThisPersonIsOneKeyAway()
    {
        const User john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        auto *view = m_page->findChild<ListPane *>()->view();
        QSignalSpy asked(m_page.get(), &PeoplePage::scheduleRequested);
        view->setFocus();
        view->selectRow(0);
        QTest::keyClick(view, Qt::Key_T);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.last().first().value<UserId>(), john.id);
    }

    void deviceRequestsOfThisPersonAreOneKeyAway()
    {
        const User john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        const QByteArray person = "0198c0de-0000-7000-8000-0000000000a1";
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, u"+447777123457"_s);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE users SET person_id = ? WHERE id = ?", person, john.id);
            tx.changed(Topic::Users, john.id.text());
            return true;
        });
        auto *view = m_page->findChild<ListPane *>()->view();
        auto *details = m_page->findChild<PersonDetails *>();
        QSignalSpy opened(m_page.get(), &ConsolePage::openRequested);
        const auto choose = [&](const User &user) {
            view->selectRow(m_page->model()->rowOf(user.id.text()));
            return QTest::qWaitFor([&] { return details->user() && details->user()->id == user.id; },
                                   patience);
        };
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        view->setFocus();
        QVERIFY(choose(jane));
        QTest::keyClick(view, Qt::Key_D);
        QVERIFY2(opened.isEmpty(), "nobody the registers know");
        QVERIFY(choose(john));
        QTRY_COMPARE(details->user()->personId, person);
        QTest::keyClick(view, Qt::Key_D);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened.first().at(0).toByteArray(), "device-requests"_ba);
        QCOMPARE(opened.first().at(1).toByteArray(), person);
        for (auto *button : details->findChildren<QPushButton *>()) {
            if (button->text() == u"Device requests"_s)
                button->click(); // does the same
        }
        QCOMPARE(opened.value(1), opened.first());
    }

    void openingTheListAndSearchingAreWrittenDown()
    {
        const auto audited = [this](const char *action) {
            return m_console->read([&](Transaction &tx) -> Result<int> {
                Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
                return row.next() ? int(row.integer(0)) : -1;
            });
        };
        m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QTRY_COMPARE(audited("user.list"), 1);
        const auto found = m_console->search().find(u"smi"_s, 5).result();
        QCOMPARE(found->size(), 1);
        QTRY_COMPARE(audited("user.search"), 1);
    }

    void openingAPersonIsWrittenDown()
    {
        const User user = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        m_page->open(user.id.text());
        QTRY_COMPARE(m_console->read([&](Transaction &tx) -> Result<int> {
            Cursor row =
                tx.query("SELECT count(*) FROM audit WHERE action = 'user.read' AND patient_id = ?", user.id);
            return row.next() ? int(row.integer(0)) : -1;
        }),
                     1);
    }

    void somebodyIsAddedAsPeopleWriteThem()
    {
        m_page->startNew(u"Anna Nowak"_s);
        auto *dialog = m_page->window()->findChild<PersonDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->input().firstName, u"Anna"_s);
        QCOMPARE(dialog->input().lastName, u"Nowak"_s);
        type(dialog, u"&Date of birth"_s, u"12/12/1985"_s);
        type(dialog, u"&Mobile number"_s, u"+44 (7777) 123-456"_s);
        QSignalSpy saved(dialog, &PersonDialog::saved);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        const User user = m_page->model()->row(0);
        QCOMPARE(user.dateOfBirth, QDate(1985, 12, 12));
        QCOMPARE(user.mobile, u"+447777123456"_s);
    }

    void aWrongFieldIsSaidUnderItAndNothingIsKept_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        QTest::newRow("no date") << u"&Date of birth"_s << u"31/2/1980"_s;
        QTest::newRow("born tomorrow") << u"&Date of birth"_s << u"1/1/2999"_s;
        QTest::newRow("no number") << u"&Mobile number"_s << u"12"_s;
        QTest::newRow("no address") << u"&E-mail"_s << u"anna at home"_s;
    }

    void aWrongFieldIsSaidUnderItAndNothingIsKept()
    {
        QFETCH(const QString, label);
        QFETCH(const QString, text);
        m_page->startNew(u"Anna Nowak"_s);
        auto *dialog = m_page->window()->findChild<PersonDialog *>();
        type(dialog, label, text);
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(row(dialog, label)->hasError());
        QVERIFY(dialog->isVisible());
        QCOMPARE(m_page->model()->rowCount(), 0);
    }

    void onlyAdministratorsAreOfferedToErase()
    {
        const User user = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        Actor actor = ScratchConsole::actor()();
        for (const Actor::Role role : {Actor::Role::Clinician, Actor::Role::Admin}) {
            actor.role = role;
            PeoplePage page(m_console->clinic(), [actor] { return actor; });
            page.show();
            page.activate();
            QTRY_COMPARE(page.model()->rowCount(), 1);
            page.open(user.id.text());
            QTRY_VERIFY(page.findChild<PersonDetails *>()->user());
            QCOMPARE(eraseButton(page)->isVisible(), role == Actor::Role::Admin);
        }
    }

    void aPersonIsErasedOnceSomebodySaysThatTheyKnow()
    {
        const User user = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        Actor actor = ScratchConsole::actor()();
        actor.role = Actor::Role::Admin;
        PeoplePage page(m_console->clinic(), [actor] { return actor; });
        page.resize(1200, 800);
        page.show();
        page.activate();
        QTRY_COMPARE(page.model()->rowCount(), 1);
        page.open(user.id.text());
        QTRY_VERIFY(page.findChild<PersonDetails *>()->user());
        eraseButton(page)->click();
        auto *dialog = page.window()->findChild<EraseDialog *>();
        QVERIFY(dialog);
        auto *known = dialog->findChild<QCheckBox *>();
        QPushButton *erase = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text().contains(u"for good"_s))
                erase = button;
        }
        QTRY_VERIFY(known->isEnabled());
        QVERIFY(erase && !erase->isEnabled());
        known->setChecked(true);
        QVERIFY(erase->isEnabled());
        QSignalSpy erased(dialog, &EraseDialog::erased);
        erase->click();
        QTRY_COMPARE(erased.size(), 1);
        QTRY_COMPARE(page.model()->rowCount(), 0);
        QTRY_VERIFY(!page.findChild<PersonDetails *>()->user());
        QCOMPARE(m_console->read([&](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'user.erase' AND patient_id = ?",
                                  user.id);
            return row.next() ? int(row.integer(0)) : -1;
        }),
                 1);
    }

    void theSearchFindsByBeginningsOfNames()
    {
        m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        m_console->addPatient(u"Olena"_s, u"Kovalenko"_s, u"+380501234567"_s);
        const auto find = [this](const QString &text) {
            return m_console->search().find(text, 5).result().value();
        };
        QCOMPARE(find(u"kov"_s).size(), 1);
        QCOMPARE(find(u"kov"_s).first().name, u"Olena Kovalenko"_s);
        QCOMPARE(find(u"+447777123456"_s).size(), 1);
        QVERIFY(find(u"nobody"_s).isEmpty());
    }

private:
    static QPushButton *eraseButton(const PeoplePage &page)
    {
        for (QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Erase this person"_s)
                return button;
        }
        qFatal("there is no such button");
        return nullptr;
    }

    // A row's label is its first child label; mnemonics are part of the text.
    static FormRow *row(QWidget *dialog, const QString &label)
    {
        for (FormRow *each : dialog->findChildren<FormRow *>()) {
            const auto labels = each->findChildren<QLabel *>();
            if (std::any_of(labels.begin(), labels.end(), [&](QLabel *l) { return l->text() == label; }))
                return each;
        }
        qFatal("no such row: %s", qPrintable(label));
        return nullptr;
    }

    static void type(QWidget *dialog, const QString &label, const QString &text)
    {
        auto *edit = qobject_cast<QLineEdit *>(row(dialog, label)->field());
        edit->clear();
        QTest::keyClicks(edit, text);
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<PeoplePage> m_page;
};

QTEST_MAIN(TestPeoplePage)
#include "tst_peoplepage.moc"
