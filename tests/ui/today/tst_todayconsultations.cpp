// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationrepository.h"
#include "app/teleconsultations/teleconsultationservice.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/button.h"
#include "ui/common/emptystate.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/today/todaylist.h"
#include "ui/today/todaypage.h"

#include <QAction>
#include <QDesktopServices>
#include <QPushButton>
#include <QSignalSpy>
#include <QUrl>

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTodayConsultations : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void open(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>(
            QHash<QByteArray, QString>{{"IMMUTABLE_PERIOD_MS", u"600000"_s}});
        m_start = std::make_unique<QAction>(u"New file request"_s);
        m_page = std::make_unique<TodayPage>(m_console->clinic(), ScratchConsole::actor(), m_start.get());
        m_page->resize(1200, 800);
        m_page->show();
        m_opened.clear();
        m_john = UserId();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void invitationsAreSentWhereNobodyWasInvited()
    {
        m_john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s).id;
        const Teleconsultation t = schedule(2h, {"john", "rachel"});
        m_page->activate();
        QTRY_COMPARE(list()->count(), 1);
        TodayEntry entry = list()->entries().first();
        QCOMPARE(entry.key, t.id.text());
        QVERIFY2(entry.title.contains(u"Name of john"_s), qPrintable(entry.title));
        QVERIFY2(entry.detail.contains(u"nobody invited"_s) && entry.detail.contains(u"opens"_s),
                 qPrintable(entry.detail));
        QVERIFY(!entry.time.isEmpty());
        QCOMPARE(entry.state, u"Ready"_s);
        QCOMPARE(entry.action, u"Send invitations"_s);
        QTest::keyClick(list()->focusTarget(), Qt::Key_Space);
        InvitationDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_page->window()->findChild<InvitationDialog *>()));
        QTRY_VERIFY(dialog->sendButton()->isEnabled());
        dialog->sendButton()->click();
        QTRY_VERIFY(!m_console->messages().isEmpty());
        QCOMPARE(m_console->messages().first().to, u"+447777123456"_s);

        QTRY_COMPARE(list()->entries().first().action, u"Open"_s);
        entry = list()->entries().first();
        QVERIFY2(entry.detail.endsWith(u"· invited"_s), qPrintable(entry.detail));
        QVERIFY2(entry.second.isEmpty(), "the same twice");
        QSignalSpy shown(m_page.get(), &ConsolePage::openRequested);
        Q_EMIT list()->actionRequested(entry.key);
        QCOMPARE(shown.value(0).value(0).toByteArray(), "teleconsultations"_ba);
        QCOMPARE(shown.value(0).value(1).toByteArray(), t.id.text());
    }

    void anOpenRoomIsJoinedWithOnesOwnLink()
    {
        QDesktopServices::setUrlHandler(u"http"_s, this, "open");
        const Teleconsultation mine = schedule(5min, {"john", "rachel"});
        const Teleconsultation theirs = schedule(6min, {"jane", "james"});
        m_page->activate();
        QTRY_COMPARE(list()->count(), 2);
        QCOMPARE(list()->entries().first().state, u"Open"_s);
        QCOMPARE(list()->entries().first().action, u"Join"_s);
        QCOMPARE(list()->entries().last().state, u"Open"_s);
        QCOMPARE(list()->entries().last().action, u"Open"_s); // there is no link of hers
        list()->focusTarget()->setFocus();
        QTest::keyClick(list()->focusTarget(), Qt::Key_Space);
        QTRY_COMPARE(m_opened.size(), 1);
        QDesktopServices::unsetUrlHandler(u"http"_s);
        const auto expected = m_console->read([&](Transaction &tx) -> Result<QString> {
            const auto &service = m_console->clinic().teleconsultations();
            return service.linkNow(tx, mine, *mine.participant(u"rachel"_s)).value_or(QString());
        });
        QCOMPARE(m_opened.first().toString(), expected);
        QTRY_COMPARE(audited("teleconsultation.link"), 1);
        QVERIFY(theirs.participants.size() == 2);
    }

    void aRoomOpensWithoutAnybodysDoing()
    {
        schedule(10min + 2s, {"john", "rachel"});
        m_page->activate();
        QTRY_COMPARE(list()->entries().value(0).action, u"Join"_s);
    }

    void onlyWhatIsStillAheadIsListed()
    {
        schedule(-2h, {"over", "rachel"});
        schedule(25h, {"later", "rachel"});
        const Teleconsultation ended = schedule(-10min, {"ended", "rachel"});
        const Teleconsultation running = schedule(-11min, {"running", "rachel"});
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            TeleconsultationRepository::setEnded(tx, ended.id, tx.now());
            TeleconsultationRepository::setJoined(tx, running.id, tx.now() - 10min);
            return true;
        });
        schedule(3h, {"alone"}, 3);
        m_page->activate();
        QTRY_COMPARE(list()->count(), 2);
        const TodayEntry begun = list()->entries().first();
        QCOMPARE(begun.key, running.id.text());
        QCOMPARE(begun.state, u"Running"_s);
        QVERIFY2(begun.detail.contains(u"running 1"_s), qPrintable(begun.detail));
        const TodayEntry missing = list()->entries().last();
        QCOMPARE(missing.state, u"Incomplete"_s);
        QVERIFY2(missing.detail.contains(u"1 of 3 people"_s), qPrintable(missing.detail));
        QCOMPARE(m_page->count().value_or(0), 0); // who meets is no trouble
        QVERIFY(!m_page->findChild<EmptyState *>()->isVisible());
    }

    void aFullDayLeadsToTheAgenda()
    {
        for (int i = 0; i < 8; ++i)
            schedule(2h + i * 10min, {"john", "rachel"});
        m_page->activate();
        QTRY_COMPARE(list()->count(), 8);
        QPushButton *all = button(u"Show the agenda"_s);
        QVERIFY(all && !all->isVisible());
        schedule(20h, {"john", "rachel"});
        QTRY_VERIFY(all->isVisible());
        QCOMPARE(list()->count(), 8);
        QSignalSpy shown(m_page.get(), &ConsolePage::openRequested);
        all->click();
        QCOMPARE(shown.value(0).value(0).toByteArray(), "teleconsultations"_ba);
    }

    void onesOwnAreNotCrowdedOutByOthers()
    {
        for (int i = 0; i < 9; ++i)
            schedule(2h + i * 10min, {"john", "james"});
        const Teleconsultation mine = schedule(20h, {"jane", "rachel"});
        schedule(21h, {"jane", "james"});
        m_page->activate();
        QTRY_COMPARE(list()->count(), 8);
        QCOMPARE(list()->entries().last().key, mine.id.text()); // by start, all the same
    }

    void aRoomWithoutAnEndDoesNotStayForEver()
    {
        const auto start = [this](std::chrono::seconds in, bool joined) {
            const Teleconsultation t = schedule(in, {"john", "rachel"});
            m_console->write([&](WriteTransaction &tx) -> Result<bool> {
                tx.execute("UPDATE teleconsultations SET is_unlimited = 1 WHERE id = ?", t.id.text());
                if (joined)
                    TeleconsultationRepository::setJoined(tx, t.id, t.startsAt);
                return true;
            });
            return t.id.text();
        };
        start(-3h, true);
        start(-1h, false);
        const QByteArray overrun = start(-50min, true);
        m_page->activate();
        QTRY_COMPARE(list()->count(), 1);
        QCOMPARE(list()->entries().first().key, overrun);
        QCOMPARE(list()->entries().first().state, u"Running"_s);
    }

    void nothingIsCutWhereWordsAreLong()
    {
        schedule(2h, {"a-guest-of-a-name-that-is-as-long-as-names-come-to-be", "rachel"});
        schedule(5min, {"another one", "rachel"});
        m_page->activate();
        QTRY_COMPARE(list()->count(), 2);
        for (const int width : {1500, 1000, 860}) {
            m_page->resize(width, 900);
            QCoreApplication::processEvents();
            for (const auto *button : list()->findChildren<QPushButton *>()) {
                if (!button->isVisible())
                    continue;
                const int right = button->mapTo(m_page.get(), QPoint(button->width(), 0)).x();
                QVERIFY2(right <= width,
                         qPrintable(u"%1: %2 of %3"_s.arg(button->text()).arg(right).arg(width)));
            }
        }
    }

    void openingItIsWrittenDownAndRefreshesAreNot()
    {
        schedule(2h, {"john", "rachel"});
        m_page->activate();
        QTRY_COMPARE(audited("teleconsultation.list"), 1);
        schedule(3h, {"jane", "rachel"});
        QTRY_COMPARE(list()->count(), 2);
        QCOMPARE(audited("teleconsultation.list"), 1);
    }

private:
    Teleconsultation schedule(std::chrono::seconds in, const QList<const char *> &names, int number = 2)
    {
        NewParticipants participants{.number = number};
        for (const char *name : names) {
            const QString id = QString::fromLatin1(name);
            const bool hosts = id == u"rachel"_s || id == u"james"_s;
            participants.data.append({.externalId = id,
                                      .fullName = u"Name of "_s + id,
                                      .groups = QStringList{hosts ? u"doctor"_s : u"patient"_s},
                                      .user = id == u"john"_s ? m_john : UserId()});
        }
        return m_console->write([&](WriteTransaction &tx) {
            return m_console->clinic().teleconsultations().apply(
                tx, ScratchConsole::actor()(),
                {.input = {.startsAt = tx.now() + in, .duration = 30min, .participants = participants}});
        });
    }

    int audited(const char *action)
    {
        return m_console->read([&](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    QPushButton *button(const QString &text) const
    {
        for (auto *each : m_page->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    TodayList *list() const { return m_page->consultations(); }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<QAction> m_start;
    std::unique_ptr<TodayPage> m_page;
    QVector<QUrl> m_opened;
    UserId m_john; ///< where somebody of the directory is meant
};

QTEST_MAIN(TestTodayConsultations)
#include "tst_todayconsultations.moc"
