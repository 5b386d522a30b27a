// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/teleconsultations/consultations.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/filerequests/personpicker.h"
#include "ui/teleconsultations/participantseditor.h"
#include "ui/teleconsultations/teleconsultationdialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// The form of a teleconsultation: what it says while somebody types, what it refuses, and what it saves.
class TestTeleconsultationDialog final : public QObject
{
    Q_OBJECT

private:
    void start(QHash<QByteArray, QString> environment = {})
    {
        m_dialog.reset();
        m_consultations.reset();
        environment.insert("ANTEROOM_TIME_ZONE", u"Europe/Rome"_s);
        m_console = std::make_unique<ScratchConsole>(environment);
        m_consultations = std::make_unique<Consultations>(*m_console);
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            const Actor actor = ScratchConsole::actor()();
            for (const auto &[id, login, name] :
                 {std::tuple(actor.id, u"rachel"_s, actor.displayName),
                  std::tuple("0198c0de-0000-7000-8000-000000000003"_ba, u"omar"_s, u"Dr Omar & Sons"_s)})
                tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at) "
                           "VALUES (?, ?, ?, 'clinician', 'x', ?)",
                           id, login, name, tx.now());
            return true;
        });
    }

    void open(const TeleconsultationDialog::Subject &subject = {})
    {
        m_dialog = std::make_unique<TeleconsultationDialog>(m_console->clinic(), ScratchConsole::actor(),
                                                            m_consultations->scheduler, m_console->search(),
                                                            subject);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    template<typename T>
    T *field() const
    {
        return m_dialog->findChild<T *>();
    }
    QSpinBox *later() const { return m_dialog->findChildren<QSpinBox *>().at(0); }
    QSpinBox *length() const { return m_dialog->findChildren<QSpinBox *>().at(1); }
    bool says(const QString &words) const { return m_dialog->says().contains(words); }
    bool isReady() const { return m_dialog->saveButton()->isEnabled(); }
    void setTime(QDate date, QTime time)
    {
        field<QDateEdit>()->setDate(date);
        field<QTimeEdit>()->setTime(time);
    }
    void pressSave() { QTest::keyClick(m_dialog.get(), Qt::Key_Return, Qt::ControlModifier); }
    QString shownTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_dialog->findChildren<QLabel *>()) {
            if (label->isVisibleTo(m_dialog.get()))
                texts += label->text();
        }
        return texts.join(u'\n');
    }
    int count() const
    {
        return m_console->read([](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM teleconsultations");
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<Consultations> m_consultations;
    std::unique_ptr<TeleconsultationDialog> m_dialog;

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        m_dialog.reset();
        m_consultations.reset();
        m_console.reset();
    }

    // From an empty form to a saved one, by keys alone.
    void aPatientIsFoundAndMeetsWhoeverIsSignedIn()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, u"+447777123456"_s);
        open();
        QTRY_VERIFY2(says(u"At least two people"_s), qPrintable(m_dialog->says()));
        QVERIFY(!isReady());
        QCOMPARE(m_dialog->people()->people().size(), 1);
        QTRY_VERIFY(m_dialog->people()->picker()->hasFocus());
        QTest::keyClicks(m_dialog->people()->picker(), u"jane"_s);
        const auto *popup = m_dialog->findChild<SearchPopup *>();
        QTRY_COMPARE(popup->count(), 1);
        QTest::keyClick(m_dialog->people()->picker(), Qt::Key_Return);
        QTRY_COMPARE(m_dialog->people()->people().size(), 2);
        QTRY_VERIFY2(isReady(), qPrintable(m_dialog->says()));
        QVERIFY2(says(u"Dr Rachel Williams"_s) && says(u"Jane Doe"_s) && says(u"Europe/Rome"_s),
                 qPrintable(m_dialog->says()));
        QSignalSpy saved(m_dialog.get(), &TeleconsultationDialog::saved);
        pressSave();
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(!m_dialog->isVisible());
        const auto t = saved.first().first().value<Teleconsultation>();
        QCOMPARE(t.participants.at(0).role, ParticipantRole::Plus);
        QCOMPARE(t.participants.at(0).groups, QStringList{u"doctor"_s});
        QCOMPARE(t.participants.at(1).user, jane.id);
        QCOMPARE(t.participants.at(1).groups, QStringList{u"patient"_s});
        QCOMPARE(t.endsAt - t.startsAt, 30min);
        QVERIFY(t.startsAt > m_consultations->now());
        QCOMPARE(m_consultations->audited("teleconsultation.create"), 1);
    }

    // Ctrl+Enter right after the last key: what is saved is what was looked at.
    void savesOnceItWasLookedAt()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, {});
        open({.person = jane.id});
        QTRY_VERIFY(isReady());
        QSignalSpy saved(m_dialog.get(), &TeleconsultationDialog::saved);
        length()->setValue(45);
        pressSave();
        QTRY_COMPARE(saved.size(), 1);
        const auto t = saved.first().first().value<Teleconsultation>();
        QCOMPARE(t.endsAt - t.startsAt, 45min);
        QCOMPARE(count(), 1);
    }

    void whatIsMissingIsSaidWhileOneTypes()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, {});
        open({.person = jane.id});
        QTRY_VERIFY(isReady());
        m_dialog->people()->findChildren<QComboBox *>().at(0)->setCurrentIndex(1); // nobody hosts
        Q_EMIT m_dialog->people()->findChildren<QComboBox *>().at(0)->activated(1);
        QTRY_VERIFY2(says(u"No clinician with the right to host yet"_s), qPrintable(m_dialog->says()));
        QVERIFY(!isReady());
        pressSave();
        later()->setValue(1); // then it may be: they may be among those who come
        QTRY_VERIFY(isReady());
        QVERIFY(says(u"No clinician with the right to host yet"_s));
        QVERIFY2(says(u"1 person is not named yet"_s) || says(u"1 people are not named yet"_s),
                 qPrintable(m_dialog->says()));
        later()->setValue(5);
        QTRY_VERIFY(!isReady());
        QVERIFY2(m_dialog->people()->error().contains(u"At most 6"_s),
                 qPrintable(m_dialog->people()->error()));
        QVERIFY(says(u"can’t be saved yet"_s));
        QCOMPARE(count(), 0);
    }

    void aTimeThatIsOverAndOneThatIsOpenAtOnceAreSaid()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, {});
        open({.person = jane.id, .start = m_consultations->now() - 2h});
        QTRY_VERIFY2(says(u"This time is over"_s), qPrintable(m_dialog->says()));
        QVERIFY(isReady());
        open({.person = jane.id, .start = m_consultations->now() - 2min});
        QTRY_VERIFY2(says(u"open at once"_s), qPrintable(m_dialog->says()));
    }

    void aMissingHourAndADoubledOneAreSaid()
    {
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, {});
        open({.person = jane.id});
        QTRY_VERIFY(isReady());
        setTime(QDate(2027, 3, 28), QTime(2, 30));
        QVERIFY2(shownTexts().contains(u"leave out"_s), qPrintable(shownTexts()));
        QTRY_VERIFY2(says(u"3:30"_s) && says(u"put forward"_s), qPrintable(m_dialog->says()));
        const auto which = [&] { return m_dialog->findChildren<QComboBox *>().last(); };
        QVERIFY(!which()->isVisible());

        setTime(QDate(2027, 10, 31), QTime(2, 30));
        QVERIFY2(shownTexts().contains(u"two of this time"_s), qPrintable(shownTexts()));
        QVERIFY(which()->isVisible());
        QCOMPARE(which()->itemText(0), u"The first (UTC+2)"_s);
        QCOMPARE(which()->itemText(1), u"The second (UTC+1)"_s);
        which()->setCurrentIndex(1);
        Q_EMIT which()->activated(1);
        QSignalSpy saved(m_dialog.get(), &TeleconsultationDialog::saved);
        pressSave();
        QTRY_COMPARE(saved.size(), 1);
        const auto t = saved.first().first().value<Teleconsultation>();
        QCOMPARE(toIsoMillis(t.startsAt), "2027-10-31T01:30:00.000Z"_ba);

        open({.id = t.id}); // and it comes back as the second one
        QTRY_VERIFY(isReady());
        QVERIFY(which()->isVisible());
        QCOMPARE(which()->currentIndex(), 1);
    }

    void colleaguesAndOthersAreAdded()
    {
        open();
        QTRY_VERIFY(m_dialog->people()->isEnabled());
        QAction *omar = nullptr;
        for (QMenu *menu : m_dialog->findChildren<QMenu *>()) {
            for (QAction *action : menu->actions())
                omar = action->text() == u"Dr Omar && Sons"_s ? action : omar;
        }
        QVERIFY(omar);
        omar->trigger();
        QCOMPARE(m_dialog->people()->people().size(), 2);
        QCOMPARE(m_dialog->people()->people().at(1).role, ParticipantRole::Plus);

        Button *other = nullptr, *take = nullptr;
        for (Button *button : m_dialog->findChildren<Button *>()) {
            other = button->text() == u"Somebody else"_s ? button : other;
            take = button->text() == u"Add"_s ? button : take;
        }
        other->click();
        QVERIFY(take->isVisible());
        take->click();
        QVERIFY2(shownTexts().contains(u"By what are they known"_s), qPrintable(shownTexts()));
        const auto fields = take->parentWidget()->findChildren<QLineEdit *>();
        fields.at(0)->setText(u"Mario Rossi"_s);
        fields.at(1)->setText(u" mario@example.org "_s);
        QTest::keyClick(fields.at(1), Qt::Key_Return); // adds, and saves nothing
        QCOMPARE(m_dialog->people()->people().size(), 3);
        QCOMPARE(m_dialog->people()->people().at(2).externalId, u"mario@example.org"_s);
        QVERIFY(!take->isVisible());
        QVERIFY(m_dialog->isVisible());
        m_dialog->people()->add(m_dialog->people()->people().at(2)); // nobody twice
        QCOMPARE(m_dialog->people()->people().size(), 3);
        QTRY_VERIFY(isReady());
    }

    void onlyWhatWasChangedIsSaved()
    {
        const auto t = m_consultations->add(24h);
        open({.id = t.id});
        QTRY_VERIFY(isReady());
        QCOMPARE(m_consultations->audited("teleconsultation.change"), 0);
        length()->setValue(50);
        QTRY_VERIFY(isReady());
        pressSave();
        QTRY_VERIFY(!m_dialog->isVisible());
        const auto now = m_consultations->get(t.id);
        QCOMPARE(now.startsAt, t.startsAt); // to the second, which the form does not show
        QCOMPARE(now.endsAt, t.startsAt + 50min);
        QCOMPARE(now.participants.at(1).id, t.participants.at(1).id);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.read"), 1);
    }

    void whoIsTakenOffAndWhoIsToldAreSaid()
    {
        const auto t = m_consultations->add(
            m_consultations->input(24h, {Consultations::host(), Consultations::guest(),
                                         Consultations::guest(u"mario"_s, u"Mario Rossi"_s)}));
        m_consultations->scheduler
            .invite(t.id, {{t.participants.at(1).id, Channel::Email, u"jane@example.org"_s}})
            .waitForFinished();
        open({.id = t.id});
        QTRY_VERIFY(isReady());
        QVERIFY(!says(u"told"_s));
        field<QDateEdit>()->setDate(field<QDateEdit>()->date().addDays(1));
        QTRY_VERIFY2(says(u"invited is told"_s), qPrintable(m_dialog->says()));
        for (Button *button : m_dialog->people()->findChildren<Button *>()) {
            if (button->accessibleName() == u"Remove Mario Rossi"_s)
                button->click();
        }
        QTRY_VERIFY2(says(u"Mario Rossi’s link stops"_s), qPrintable(m_dialog->says()));
    }

    void aClosedOneIsRefusedBeforeAnybodyTypes()
    {
        const auto t = m_consultations->add(-1min);
        open({.id = t.id});
        QTRY_VERIFY2(says(u"can't be changed any more"_s), qPrintable(m_dialog->says()));
        QVERIFY(!isReady());
        QVERIFY(!field<QDateEdit>()->isEnabled());
        pressSave();
        QVERIFY(m_dialog->isVisible());
        open({.id = m_consultations->add(-2h).id});
        QTRY_VERIFY2(says(u"is over"_s), qPrintable(m_dialog->says()));
        QVERIFY(!isReady());
    }

    void anothersChangeIsNotOverwritten()
    {
        const auto t = m_consultations->add(24h);
        open({.id = t.id});
        QTRY_VERIFY(isReady());
        m_consultations->scheduler.move(t.id, t.startsAt + 1h).waitForFinished();
        QTRY_VERIFY2(says(u"Somebody else changed"_s), qPrintable(m_dialog->says())); // by itself
        QVERIFY(!isReady());
        m_consultations->scheduler.remove(t.id).waitForFinished();
        QTRY_VERIFY2(says(u"has cancelled"_s), qPrintable(m_dialog->says()));
    }

    void withAuth0IdsAreEnough()
    {
        start({{"AUTH_SERVICE", u"auth0-client"_s}});
        open();
        QTRY_VERIFY2(says(u"At least two"_s), qPrintable(m_dialog->says()));
        QVERIFY(m_dialog->people()->people().isEmpty());
        m_dialog->people()->add({.externalId = u"auth0|1"_s});
        m_dialog->people()->add({.externalId = u"auth0|2"_s});
        QTRY_VERIFY2(isReady(), qPrintable(m_dialog->says()));
        QVERIFY(says(u"Auth0 says who they are"_s));
        QVERIFY(m_dialog->people()->findChildren<QComboBox *>().isEmpty()); // roles are not for us to give
        pressSave();                                                        // and nobody has set Auth0 up
        QTRY_VERIFY2(says(u"Nobody has set up the directory"_s), qPrintable(m_dialog->says()));
        QVERIFY(isReady()); // once somebody has, it can be tried again

        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, u"+447777123456"_s);
        open({.person = jane.id}); // Auth0 can't know her by an id that is ours alone
        QTRY_VERIFY2(m_dialog->people()->error().contains(u"id in Auth0"_s),
                     qPrintable(m_dialog->people()->error()));
        QVERIFY(m_dialog->people()->people().isEmpty());
    }

    // The dialog can be closed while a provider keeps silent; its failure is told all the same.
    void closingDoesNotLoseWhatIsUnderWay()
    {
        SilentProvider provider;
        start(provider.environment());
        const User jane = m_console->addPatient(u"Jane"_s, u"Doe"_s, {});
        open({.person = jane.id});
        QTRY_VERIFY(isReady());
        QPointer<TeleconsultationDialog> dialog = m_dialog.release();
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QStringList failures;
        connect(dialog, &TeleconsultationDialog::failed, this,
                [&](const QString &words) { failures += words; });
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(provider.asked() > 0);
        QVERIFY(dialog->says().contains(u"is asked"_s));
        dialog->reject();
        QVERIFY(dialog && !dialog->isVisible());
        m_consultations.reset(); // the program ends, or the provider's time does
        QTRY_COMPARE(failures.size(), 1);
        QTRY_VERIFY(!dialog);
        QCOMPARE(count(), 0);
    }
};

QTEST_MAIN(TestTeleconsultationDialog)
#include "tst_teleconsultationdialog.moc"
