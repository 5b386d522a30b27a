// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userservice.h"
#include "tests/ui/teleconsultations/consultations.h"
#include "ui/common/button.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/teleconsultations/canceldialog.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/teleconsultations/participantrow.h"
#include "ui/teleconsultations/teleconsultationdetails.h"
#include "ui/teleconsultations/teleconsultationdialog.h"
#include "ui/teleconsultations/teleconsultationspage.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QUrl>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// Takes the addresses that are opened.
class Browser final : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"http"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"http"_s); }

    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url.toString(QUrl::FullyEncoded); }
};

/// What the details of a teleconsultation say and offer in each state, and the two dialogs behind them.
class TestTeleconsultationDetails final : public QObject
{
    Q_OBJECT

private:
    void start(QHash<QByteArray, QString> environment = {})
    {
        m_details.reset();
        m_consultations.reset();
        environment.insert("ANTEROOM_TIME_ZONE", u"Europe/Rome"_s);
        m_console = std::make_unique<ScratchConsole>(environment);
        m_consultations = std::make_unique<Consultations>(*m_console);
        m_details =
            std::make_unique<TeleconsultationDetails>(m_console->clinic(), m_consultations->scheduler);
        m_details->resize(480, 700);
        m_details->show();
    }

    Teleconsultation shown(const Teleconsultation &t)
    {
        m_details->show(t.id);
        return t;
    }
    bool says(const QString &words) const { return m_details->says().contains(words); }
    QString facts(int row) const { return m_details->rows().at(row)->facts(); }
    Button *copy(int row) const { return m_details->rows().at(row)->copyButton(); }
    template<typename T>
    T *dialog() const
    {
        return m_details->findChild<T *>();
    }
    User addJane()
    {
        UserInput input;
        input.firstName = u"Jane"_s;
        input.lastName = u"Doe"_s;
        input.mobile = u"+447777123456"_s;
        input.email = u"jane@example.org"_s;
        input.externalId = u"jane"_s;
        return m_console->write([&](WriteTransaction &tx) {
            return m_console->clinic().users().add(tx, ScratchConsole::actor()(), input);
        });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<Consultations> m_consultations;
    std::unique_ptr<TeleconsultationDetails> m_details;

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        m_details.reset();
        m_consultations.reset();
        m_console.reset();
    }

    void oneThatIsReadyIsToBeInvitedTo()
    {
        QVERIFY(says(u"Choose"_s));
        shown(m_consultations->add(25h));
        QTRY_COMPARE(m_details->state(), u"Ready"_s);
        QVERIFY2(says(u"It opens at"_s), qPrintable(m_details->says()));
        QVERIFY(!m_details->joinButton()->isVisible());
        QVERIFY(m_details->inviteButton()->isVisible());
        QCOMPARE(m_details->inviteButton()->kind(), Button::Kind::Primary);
        QVERIFY(m_details->editButton()->isEnabled());
        QVERIFY(m_details->reason().isEmpty());
        QVERIFY2(facts(1).contains(u"not invited"_s), qPrintable(facts(1)));
        QVERIFY(facts(0).contains(u"Host"_s));
        QSignalSpy edit(m_details.get(), &TeleconsultationDetails::editRequested);
        m_details->editButton()->click();
        QCOMPARE(edit.size(), 1);
        QTRY_COMPARE(m_consultations->audited("teleconsultation.read"), 1);
        m_details->show(m_details->id()); // again is no other reading
        m_console->write([&](WriteTransaction &tx) {
            return m_console->clinic().teleconsultations().remove(tx, ScratchConsole::actor()(),
                                                                  m_details->id());
        });
        QTRY_COMPARE(m_details->state(), u"Cancelled"_s);
        QCOMPARE(m_consultations->audited("teleconsultation.read"), 1);
    }

    void whatIsMissingIsSaid()
    {
        const auto t = shown(m_consultations->add(m_consultations->input(1h, {Consultations::guest()}, 3)));
        QTRY_COMPARE(m_details->state(), u"Incomplete"_s);
        QVERIFY2(says(u"not named yet"_s) && says(u"No clinician with the right to host yet"_s),
                 qPrintable(m_details->says()));
        QVERIFY(copy(0)->isEnabled()); // with rooms of our own the page waits by itself
        m_consultations->scheduler
            .change(t.id, m_consultations->input(1h, {Consultations::guest(), Consultations::host()}))
            .waitForFinished();
        QTRY_COMPARE(m_details->state(), u"Ready"_s); // live
        QCOMPARE(m_details->rows().size(), 2);
    }

    void whoTakesPartJoinsWhileItIsOpen()
    {
        Browser browser;
        const auto t = shown(m_consultations->add(-2min));
        QTRY_COMPARE(m_details->state(), u"Open"_s);
        QVERIFY2(says(u"Nobody has come in yet"_s), qPrintable(m_details->says()));
        QVERIFY(m_details->joinButton()->isVisible() && m_details->joinButton()->isEnabled());
        QVERIFY(!m_details->editButton()->isEnabled());
        QVERIFY2(m_details->reason().contains(u"can’t be edited"_s), qPrintable(m_details->reason()));
        m_details->joinButton()->click();
        QTRY_COMPARE(browser.opened.size(), 1);
        copy(0)->click();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), browser.opened.first());
        QTRY_COMPARE(copy(0)->text(), u"Copied"_s);
        copy(1)->click();
        QTRY_COMPARE(copy(1)->text(), u"Copied"_s);
        QCOMPARE(copy(0)->text(), u"Copy link"_s);
        QVERIFY(QGuiApplication::clipboard()->text() != browser.opened.first());
        QTRY_COMPARE(m_consultations->audited("teleconsultation.link"), 3);

        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE teleconsultations SET joined_at = ? WHERE id = ?", tx.now() - 12min,
                       t.id.text());
            tx.changed(Topic::Teleconsultations, t.id.text());
            return true;
        });
        QTRY_COMPARE(m_details->state(), u"Running"_s);
        QVERIFY2(says(u"Running for 1"_s) && says(u"It ends at"_s), qPrintable(m_details->says()));
    }

    void whoTakesNoPartIsToldWhyTheyCantJoin()
    {
        auto another = Consultations::host();
        another.externalId = u"omar"_s;
        shown(m_consultations->add(m_consultations->input(-2min, {another, Consultations::guest()})));
        QTRY_COMPARE(m_details->state(), u"Open"_s);
        QVERIFY(!m_details->joinButton()->isEnabled());
        QVERIFY2(m_details->reason().contains(u"you do not take part"_s), qPrintable(m_details->reason()));
    }

    void oneThatIsOverOffersNothing()
    {
        shown(m_consultations->add(-2h));
        QTRY_COMPARE(m_details->state(), u"Ended"_s);
        QVERIFY2(says(u"Nobody came in"_s), qPrintable(m_details->says()));
        QVERIFY(!m_details->joinButton()->isVisible() && !m_details->inviteButton()->isVisible() &&
                !m_details->editButton()->isVisible());
        QVERIFY(!copy(0)->isEnabled());
        QVERIFY2(facts(0).contains(u"works no more"_s), qPrintable(facts(0)));
    }

    // It opens while it is looked at: nothing but the clock has changed.
    void itFollowsTheClock()
    {
        shown(m_consultations->add(m_consultations->input(2s)));
        QTRY_COMPARE(m_details->state(), u"Open"_s);
        QVERIFY(m_details->joinButton()->isVisible());
    }

    void aDoubtAboutTheRoomIsShown()
    {
        const auto t = shown(m_consultations->add(1h));
        QTRY_COMPARE(m_details->state(), u"Ready"_s);
        const auto *doubt = m_details->findChildren<InlineBar *>().first();
        QVERIFY(!doubt->isVisible());
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.changed(Topic::Outbox);
            return m_console->clinic()
                .outbox()
                .enqueueInDoubt(tx,
                                {.channel = Channel::Video,
                                 .to = u"x"_s,
                                 .body = u"{}"_s,
                                 .reference = t.id.text(),
                                 .provider = u"bandyer"_s},
                                "video.room_unknown")
                .map([](const MessageId &) { return true; });
        });
        QTRY_VERIFY(doubt->isVisible());
    }

    // With a provider of others there is no link before its time.
    void whyThereIsNoLinkYetIsSaid()
    {
        const auto t = m_consultations->add(25h);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE teleconsultations SET provider = 'bandyer' WHERE id = ?", t.id.text());
            return true;
        });
        shown(t);
        QTRY_COMPARE(m_details->state(), u"Ready"_s);
        QVERIFY(!copy(0)->isEnabled());
        QVERIFY2(facts(0).contains(u"There is a link from"_s), qPrintable(facts(0)));
    }

    void invitationsGoWhereTheyAreToGo()
    {
        addJane();
        auto byMail = Consultations::guest(u"mario@example.org"_s, u"Mario Rossi"_s);
        const auto t = shown(m_consultations->add(
            m_consultations->input(25h, {Consultations::host(), Consultations::guest(), byMail})));
        QTRY_VERIFY(m_details->inviteButton()->isVisible());
        m_details->inviteButton()->click();
        auto *invite = dialog<InvitationDialog>();
        QVERIFY(invite);
        QTRY_VERIFY2(invite->sendButton()->isEnabled(), qPrintable(invite->says()));
        const auto ways = invite->ways();
        QCOMPARE(ways.size(), 6);
        QVERIFY(!ways.at(0).tick->isChecked() && !ways.at(1).tick->isChecked()); // nothing is known
        QVERIFY(ways.at(2).tick->isChecked() && !ways.at(3).tick->isChecked());
        QCOMPARE(ways.at(3).to->text(), u"jane@example.org"_s); // known, not used
        QVERIFY(ways.at(5).tick->isChecked());
        QCOMPARE(ways.at(5).to->text(), u"mario@example.org"_s);
        QVERIFY2(invite->says().contains(u"Jane Doe gets a text message at +44 7777 123456"_s),
                 qPrintable(invite->says()));
        QVERIFY(invite->text().contains(u"/room/"_s));

        ways.at(0).to->setText(u"077"_s);
        Q_EMIT ways.at(0).to->textEdited(u"077"_s); // who types an address means it
        QVERIFY(ways.at(0).tick->isChecked());
        QVERIFY2(ways.at(0).error->text().contains(u"no mobile number"_s),
                 qPrintable(ways.at(0).error->text()));
        QVERIFY(!invite->sendButton()->isEnabled());
        ways.at(0).tick->setChecked(false);
        QVERIFY(invite->sendButton()->isEnabled());
        QTest::keyClick(invite, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(m_details->notice().contains(u"2 invitation"_s), qPrintable(m_details->notice()));
        const auto messages = m_console->messages();
        QCOMPARE(messages.size(), 2);
        QTRY_VERIFY2(facts(1).contains(u"+44 7777 123456: Sent"_s), qPrintable(facts(1)));
        QCOMPARE(m_details->inviteButton()->kind(), Button::Kind::Normal);
        QSignalSpy outbox(m_details.get(), &TeleconsultationDetails::outboxRequested);
        Q_EMIT m_details->findChildren<InlineBar *>().at(1)->actionTriggered();
        QCOMPARE(outbox.size(), 1);

        // Nobody is invited twice unless somebody says so.
        InvitationDialog again(
            m_console->clinic(), m_consultations->scheduler,
            *m_consultations->scheduler.view(t.id, TeleconsultationScheduler::Reading::Refreshed)
                 .takeResult());
        QTRY_COMPARE(again.says(), u"Nobody is chosen yet."_s);
        QVERIFY(!again.sendButton()->isEnabled());
        QCOMPARE(again.ways().at(5).to->text(), u"mario@example.org"_s);
    }

    void cancellingSaysWhoIsTold()
    {
        const auto t = shown(m_consultations->add(25h));
        QTRY_COMPARE(m_details->state(), u"Ready"_s);
        m_details->cancelButton()->click();
        auto *first = dialog<CancelDialog>();
        QVERIFY2(first->consequences().contains(u"nobody is told"_s), qPrintable(first->consequences()));
        QTest::keyClick(first, Qt::Key_Return); // a stray Return keeps it
        QTRY_VERIFY(!dialog<CancelDialog>());
        QCOMPARE(m_consultations->get(t.id).state, Teleconsultation::State::Public);

        m_consultations->scheduler.invite(t.id, {{t.participants.at(1).id, Channel::Sms, u"+447777123456"_s}})
            .waitForFinished();
        QTRY_VERIFY2(facts(1).contains(u"+44"_s), qPrintable(facts(1)));
        m_details->cancelButton()->click();
        auto *second = dialog<CancelDialog>();
        QVERIFY2(second->consequences().contains(u"Jane Doe (+44 7777 123456)"_s),
                 qPrintable(second->consequences()));
        second->confirmButton()->click();
        QTRY_COMPARE(m_details->state(), u"Cancelled"_s);
        QVERIFY2(m_details->notice().contains(u"1 message"_s), qPrintable(m_details->notice()));
        QCOMPARE(m_console->messages().size(), 2);
        QVERIFY(!m_details->cancelButton()->isVisible());
        QVERIFY(!copy(0)->isEnabled());
    }

    void besideTheAgenda()
    {
        const auto t = m_consultations->add(25h);
        TeleconsultationsPage page(m_console->clinic(), ScratchConsole::actor(), m_console->search());
        InlineBarArea bars;
        page.setBars(&bars);
        page.resize(1200, 800);
        page.show();
        page.activate();
        QVERIFY(!page.details()->isVisible());
        page.open(t.id.text());
        QTRY_VERIFY(page.details()->isVisible());
        QTRY_COMPARE(page.details()->state(), u"Ready"_s);
        page.details()->editButton()->click();
        QTRY_VERIFY(page.findChild<TeleconsultationDialog *>());
        page.findChild<TeleconsultationDialog *>()->reject();
        QSignalSpy elsewhere(&page, &ConsolePage::openRequested);
        Q_EMIT page.details()->outboxRequested();
        QCOMPARE(elsewhere.first().first().toByteArray(), "outbox"_ba);
        page.details()->cancelButton()->click();
        page.findChild<CancelDialog *>()->confirmButton()->click();
        QTRY_COMPARE(bars.count(), 1); // said where it stays, for the details go
        QTRY_VERIFY(!page.details()->isVisible());
    }
};

QTEST_MAIN(TestTeleconsultationDetails)
#include "tst_teleconsultationdetails.moc"
