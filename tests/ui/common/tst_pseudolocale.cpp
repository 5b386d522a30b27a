// SPDX-License-Identifier: GPL-3.0-or-later
// Shows every page in a language that is a third longer than English and marks each text: what carries no
// mark was never handed to the translators, and what does not fit is cut in some real language.
#include "tests/support/scratchconsole.h"
#include "tests/ui/teleconsultations/consultations.h"
#include "ui/audit/auditpage.h"
#include "ui/calls/callpage.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/label.h"
#include "ui/delivery/outboxpage.h"
#include "ui/devicerequests/devicerequestspage.h"
#include "ui/devicerequests/textsdialog.h"
#include "ui/directory/peoplepage.h"
#include "ui/directory/persondialog.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/filerequestpage.h"
#include "ui/filerequests/templatesdialog.h"
#include "ui/registers/importdialog.h"
#include "ui/registers/registerdialog.h"
#include "ui/registers/registerspage.h"
#include "ui/settings/settingspage.h"
#include "ui/teleconsultations/canceldialog.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/teleconsultations/participantrow.h"
#include "ui/teleconsultations/participantseditor.h"
#include "ui/teleconsultations/teleconsultationdetails.h"
#include "ui/teleconsultations/teleconsultationdialog.h"
#include "ui/teleconsultations/teleconsultationspage.h"
#include "ui/today/todaypage.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QListWidget>
#include <QStyle>
#include <QTabBar>
#include <QTableView>
#include <QTranslator>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

constexpr QChar first(u'⟦');
constexpr QChar last(u'⟧');

/// Marks every text of ours and makes it longer; keeps placeholders and mnemonics.
class PseudoLocale final : public QTranslator
{
public:
    QString translate(const char *context, const char *source, const char *, int) const override
    {
        if (!QByteArrayView(context).startsWith("anteroom::"))
            return {}; // Qt's own are Qt's
        const QString text = QString::fromUtf8(source);
        return first + text + QString(text.size() / 3, u'~') + last;
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestPseudoLocale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(new AnteroomStyle);
        QCoreApplication::installTranslator(&m_translator);
        m_console = std::make_unique<ScratchConsole>();
        m_john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        const auto view = m_console->ask(m_john);
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE file_requests SET state = 'answered', answered_at = ?", tx.now());
            tx.execute("UPDATE outbox SET status = 'in_doubt'");
            return true;
        });
    }

    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_translator); }

    void pages_data()
    {
        QTest::addColumn<QByteArray>("page");
        for (const char *page : {"today", "people", "file-requests", "teleconsultations", "calls",
                                 "device-requests", "outbox", "audit", "settings", "registers"})
            QTest::newRow(page) << QByteArray(page);
    }

    void pages()
    {
        QFETCH(const QByteArray, page);
        QAction start(u"⟦Start⟧"_s);
        std::unique_ptr<ConsolePage> shown;
        Clinic &clinic = m_console->clinic();
        if (page == "today")
            shown = std::make_unique<TodayPage>(clinic, ScratchConsole::actor(), &start);
        else if (page == "people")
            shown = std::make_unique<PeoplePage>(clinic, ScratchConsole::actor());
        else if (page == "file-requests")
            shown = std::make_unique<FileRequestPage>(clinic, ScratchConsole::actor(), m_console->search());
        else if (page == "outbox")
            shown = std::make_unique<OutboxPage>(clinic, ScratchConsole::actor());
        else if (page == "calls") {
            shown = std::make_unique<CallPage>(clinic, ScratchConsole::actor(), m_console->search());
            shown->open(m_john.id.text());
        } else if (page == "audit")
            shown = std::make_unique<AuditPage>(clinic, ScratchConsole::actor(), m_console->search());
        else if (page == "teleconsultations")
            shown =
                std::make_unique<TeleconsultationsPage>(clinic, ScratchConsole::actor(), m_console->search());
        else if (page == "device-requests")
            shown = std::make_unique<DeviceRequestsPage>(clinic, ScratchConsole::actor());
        else if (page == "registers")
            shown = std::make_unique<RegistersPage>(clinic, ScratchConsole::actor());
        else
            shown = std::make_unique<SettingsPage>(clinic, ScratchConsole::actor());
        shown->resize(1060, 700);
        shown->show();
        shown->activate();
        QTest::qWait(300); // the first page of everything
        for (auto *list : shown->findChildren<QTableView *>()) {
            if (list->model() && list->model()->rowCount() > 0)
                list->selectRow(0);
        }
        QTest::qWait(200);
        check(*shown);
        if (auto *sections = shown->findChild<QListWidget *>(); sections && page == "settings") {
            for (int i = 0; i < sections->count(); ++i) {
                sections->setCurrentRow(i);
                QTest::qWait(20);
                check(*shown);
            }
        }
    }

    void dialogs()
    {
        FileRequestDialog request(m_console->clinic(), ScratchConsole::actor(), m_console->search());
        request.setPatients({m_john.id});
        request.show();
        QTest::qWait(400);
        check(request);
        TemplatesDialog templates(m_console->clinic(), ScratchConsole::actor(),
                                  m_console->read([](Transaction &tx) -> Result<QVector<PromptTemplate>> {
                                      return PromptTemplates::list(tx);
                                  }));
        templates.show();
        QTest::qWait(50);
        check(templates);
        PersonDialog person(m_console->clinic(), ScratchConsole::actor(), std::nullopt, nullptr);
        person.show();
        QTest::qWait(50);
        check(person);
        for (const RegisterShape &shape : registerShapes()) {
            RegisterDialog entry(m_console->clinic(), ScratchConsole::actor(), shape.which, std::nullopt);
            entry.show();
            QTest::qWait(20);
            check(entry);
        }
        TextsDialog texts(m_console->clinic(), ScratchConsole::actor());
        texts.show();
        QTest::qWait(20);
        check(texts);
        ImportDialog import(m_console->clinic(), ScratchConsole::actor());
        import.show();
        QTest::qWait(50);
        check(import);
    }

    void teleconsultations()
    {
        Consultations consultations(*m_console);
        auto john = Consultations::guest(u"john"_s, u"John Smith"_s);
        const auto later = consultations.add(consultations.input(30h, {Consultations::host(), john}));
        const auto open = consultations.add(consultations.input(-2min, {Consultations::host(), john}));
        const auto missing = consultations.add(consultations.input(30h, {john}, 2));
        for (const TeleconsultationId &id : {TeleconsultationId(), later.id, open.id}) {
            TeleconsultationDialog dialog(m_console->clinic(), ScratchConsole::actor(),
                                          consultations.scheduler, m_console->search(), {.id = id});
            dialog.show();
            QTRY_VERIFY(!dialog.people()->people().isEmpty() || id.isNull());
            QTRY_VERIFY(!dialog.says().isEmpty());
            check(dialog);
        }
        TeleconsultationDetails details(m_console->clinic(), consultations.scheduler);
        details.resize(480, 700);
        details.show();
        for (const Teleconsultation &t : {later, open, missing}) {
            details.show(t.id);
            QTRY_VERIFY(!details.rows().isEmpty() &&
                        details.rows().first()->id() == t.participants.first().id);
            check(details);
        }
        const auto view =
            consultations.scheduler.view(later.id, TeleconsultationScheduler::Reading::Refreshed)
                .takeResult();
        InvitationDialog invite(m_console->clinic(), consultations.scheduler, *view);
        const QString before = invite.says();
        invite.show();
        QTRY_VERIFY(invite.says() != before);
        check(invite);
        CancelDialog cancel(consultations.scheduler, *view, consultations.now(), QTimeZone::utc());
        cancel.show();
        check(cancel);
    }

private:
    // What people, other systems and the templates say is not ours to translate.
    static bool isData(const QString &text)
    {
        static const QStringList known{u"John Smith"_s,
                                       u"Please take a photo of your rash."_s,
                                       u"Dr Rachel Williams"_s,
                                       u"Dr Rachel Williams, John Smith"_s,
                                       u"Rash"_s,
                                       u"Wound"_s,
                                       u"Mole"_s,
                                       u"Medicine"_s};
        const bool hasLetters = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
        // A heading with a date is the locale's, not ours.
        bool isDate = false;
        for (int month = 1; month <= 12; ++month)
            isDate = isDate || text.contains(QLocale().monthName(month));
        return !hasLetters || isDate || known.contains(text) || text.contains(u"http://"_s) ||
               text.contains(u':') || text.contains(u"ANTEROOM_"_s) || text.startsWith(u"/"_s) ||
               text.startsWith(u"+44"_s) || text == u"admin"_s;
    }

    void check(const QWidget &window)
    {
        QCoreApplication::sendPostedEvents(); // what was just said has its place after this
        QStringList bad;
        for (const auto *label : window.findChildren<QLabel *>()) {
            const QString text = label->text();
            if (!label->isVisible() || text.isEmpty())
                continue;
            if (!text.contains(first) && !isData(text))
                bad += u"not translated: "_s + text;
            const bool wraps = label->wordWrap() || text.contains(u'\n');
            const int needed = label->fontMetrics().horizontalAdvance(text);
            const bool elided = label->property("elided").toBool();
            if (!wraps && !elided && label->width() + 1 < needed && text.contains(last))
                bad += u"cut: %1 (%2 of %3)"_s.arg(text).arg(label->width()).arg(needed);
        }
        for (const auto *button : window.findChildren<QAbstractButton *>()) {
            const QString text = button->text();
            if (!button->isVisible() || text.isEmpty())
                continue;
            if (!text.contains(first) && !isData(text))
                bad += u"not translated: "_s + text;
            if (button->width() + 1 < button->minimumSizeHint().width())
                bad += u"cut: "_s + text;
        }
        for (const auto *widget : window.findChildren<QWidget *>()) {
            if (widget->isVisible() && !widget->accessibleName().isEmpty() &&
                !widget->accessibleName().contains(first) && !isData(widget->accessibleName()) &&
                !widget->accessibleName().contains(u"device_request"_s))
                bad += u"accessible name not translated: "_s + widget->accessibleName();
        }
        bad.removeDuplicates();
        QVERIFY2(bad.isEmpty(), qPrintable(u"\n  "_s + bad.join(u"\n  "_s)));
    }

    PseudoLocale m_translator;
    std::unique_ptr<ScratchConsole> m_console;
    User m_john;
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
