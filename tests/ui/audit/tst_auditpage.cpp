// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/audit.h"
#include "tests/support/scratchconsole.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/auditjob.h"
#include "ui/audit/auditpage.h"
#include "ui/audit/auditwords.h"
#include "ui/common/listview.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        m_page =
            std::make_unique<AuditPage>(m_console->clinic(), ScratchConsole::actor(), m_console->search());
        m_page->resize(1200, 800);
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void whoDidWhatWithWhom()
    {
        open();
        QTRY_VERIFY(rowOf("user.add") >= 0);
        const int row = rowOf("user.add");
        QCOMPARE(cell(row, AuditModel::Who), u"rachel"_s);
        QCOMPARE(cell(row, AuditModel::What), u"Added a person"_s);
        QCOMPARE(cell(row, AuditModel::Patient), u"John Smith"_s);
        QCOMPARE(cell(row, AuditModel::From), u"Console"_s);
        QCOMPARE(cell(row, AuditModel::Outcome), u"Done"_s);
    }

    void lookingIsWrittenDownOnce()
    {
        open();
        QTRY_COMPARE(count("audit.list"), 1);
        QTRY_VERIFY(rowOf("audit.list") >= 0); // the list follows what is written, and that is no new look
        QTest::qWait(600);
        QCOMPARE(count("audit.list"), 1);
    }

    void filtersNarrowTheList()
    {
        record(60, "user.read", u"luigi"_s);
        open();
        QTRY_VERIFY(m_page->model()->rows().size() >= 50);
        who()->setText(u"RACH"_s);
        QTRY_VERIFY(rowOf("user.add") >= 0 && rowOf("user.read") < 0);
        choose(1, u"People"_s);
        QTRY_COMPARE(m_page->model()->rows().size(), 1);
        who()->setText(u"nobody at all"_s);
        QTRY_VERIFY(hasText(u"No such row"_s));
        click(u"Clear the filters"_s);
        QTRY_VERIFY(m_page->model()->rows().size() >= 50);
        QVERIFY(m_page->filters()->filter().isEmpty());
    }

    // Between the rows that fit lie more than one read looks at.
    void whatIsRareIsFoundFarBack()
    {
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            for (int i = 0; i < 45'000; ++i)
                recordAudit(tx, Actor::system("command"), {.action = "user.read"});
            return true;
        });
        open();
        choose(1, u"People"_s);
        who()->setText(u"rachel"_s);
        QTRY_COMPARE(m_page->model()->rows().size(), 1);
        QCOMPARE(rowOf("user.add"), 0);
    }

    void spansOfTimeAreTheClinicsDays()
    {
        open();
        QCOMPARE(m_page->filters()->filter().from, std::nullopt);
        choose(0, u"Today"_s);
        const AuditFilter today = m_page->filters()->filter();
        const auto now = m_console->clinic().clock().now();
        QVERIFY(today.from && *today.from <= now && now - *today.from <= std::chrono::hours(25));
        QVERIFY(!today.until);
        choose(0, u"Other dates"_s);
        const AuditFilter dates = m_page->filters()->filter();
        QVERIFY(dates.from && dates.until && *dates.until > now);
    }

    void theDetailsSayTheIds()
    {
        open();
        QTRY_VERIFY(rowOf("user.add") >= 0);
        m_page->findChild<ListView *>()->selectRow(rowOf("user.add"));
        QVERIFY(hasText(QString::fromLatin1(m_john.id.text())));
        QVERIFY(hasText(u"user.add"_s));
    }

    void verifyingSaysTheResultInWords()
    {
        record(20, "user.read", u"luigi"_s);
        open();
        click(u"Verify"_s);
        QTRY_VERIFY2(m_page->job()->outcome().contains(u"The log is whole"_s),
                     qPrintable(m_page->job()->outcome()));
        QTRY_COMPARE(count("audit.verify"), 1);
    }

    void whatIsShownIsExported()
    {
        record(20, "user.read", u"luigi"_s);
        open();
        QTemporaryDir folder;
        const QString path = folder.filePath(u"log.csv"_s);
        m_page->job()->exportTo(path, AuditService::Format::Csv, {.who = u"luigi"_s});
        QVERIFY(m_page->job()->isRunning());
        QVERIFY(m_page->findChild<QProgressBar *>()->isVisible());
        QTRY_VERIFY(!m_page->job()->isRunning());
        QVERIFY2(m_page->job()->outcome().contains(u"20"_s), qPrintable(m_page->job()->outcome()));
        QVERIFY(m_page->job()->outcome().contains(u"log.csv"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count("\r\n"), 21);
        QCOMPARE(count("audit.export"), 1);
    }

    void aFileThatCannotBeWrittenIsSaidInWords()
    {
        open();
        m_page->job()->exportTo(u"/no/such/folder/log.csv"_s, AuditService::Format::Csv, {});
        QTRY_VERIFY(m_page->job()->outcome().contains(u"another folder"_s));
    }

    void aClinicianSeesNothing()
    {
        AuditPage theirs(
            m_console->clinic(),
            [] {
                Actor actor = ScratchConsole::actor()();
                actor.role = Actor::Role::Clinician;
                return actor;
            },
            m_console->search());
        theirs.show();
        theirs.activate();
        theirs.model()->reload();
        QTRY_VERIFY(theirs.model()->error().has_value());
        QVERIFY(theirs.model()->rows().isEmpty());
        QCOMPARE(count("audit.list"), 0);
    }

private:
    void open()
    {
        m_page->show();
        m_page->activate();
        QTRY_VERIFY(!m_page->model()->rows().isEmpty());
    }

    void record(int rows, const char *action, const QString &who)
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            Actor actor = ScratchConsole::actor()();
            actor.name = who;
            for (int i = 0; i < rows; ++i)
                recordAudit(tx, actor, {.action = action, .patient = m_john.id});
            return true;
        });
    }

    int count(const char *action)
    {
        return m_console->read([action](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    int rowOf(const char *action)
    {
        const auto &rows = m_page->model()->rows();
        for (int i = 0; i < rows.size(); ++i) {
            if (rows.at(i).row.action == action)
                return i;
        }
        return -1;
    }

    QString cell(int row, int column) { return m_page->model()->index(row, column).data().toString(); }

    QLineEdit *who()
    {
        for (auto *edit : m_page->filters()->findChildren<QLineEdit *>()) {
            if (edit->accessibleName() == u"Who"_s)
                return edit;
        }
        return nullptr;
    }

    // 0: when, 1: what.
    void choose(int which, const QString &text)
    {
        auto *combo = m_page->filters()->findChildren<QComboBox *>().at(which);
        QVERIFY(combo->findText(text) >= 0);
        combo->setCurrentIndex(combo->findText(text));
        Q_EMIT combo->activated(combo->currentIndex());
    }

    void click(const QString &text)
    {
        for (auto *each : m_page->findChildren<QPushButton *>()) {
            if (each->text() == text && each->isVisible())
                return each->click();
        }
        QFAIL(qPrintable(text));
    }

    bool hasText(const QString &text)
    {
        for (const auto *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<AuditPage> m_page;
    User m_john;
};

QTEST_MAIN(TestAuditPage)
#include "tst_auditpage.moc"
