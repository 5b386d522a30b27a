// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/access/session.h"
#include "ui/audit/auditpage.h"
#include "ui/calls/callpage.h"
#include "ui/common/changewatch.h"
#include "ui/common/icons.h"
#include "ui/common/inlinebar.h"
#include "ui/delivery/outboxpage.h"
#include "ui/devicerequests/devicerequestspage.h"
#include "ui/directory/directorysearch.h"
#include "ui/directory/peoplepage.h"
#include "ui/filerequests/answernotifier.h"
#include "ui/filerequests/filerequestpage.h"
#include "ui/registers/registerspage.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/shell/tray.h"
#include "ui/shell/viewstate.h"
#include "ui/teleconsultations/teleconsultationspage.h"
#include "ui/today/todaypage.h"

#include <QAction>

namespace anteroom {

Console::Console(Clinic &clinic, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_views(std::make_unique<ViewState>(clinic.dataDir().path() + QStringLiteral("/views.ini")))
    , m_window(std::make_unique<MainWindow>(*m_views))
    , m_session(std::make_unique<Session>(clinic, *m_window))
    , m_search(std::make_unique<DirectorySearch>(clinic, [this] { return m_session->actor(); }))
    , m_tray(std::make_unique<Tray>(*m_window))
{
    addPages();
    addNews();
    connect(m_session.get(), &Session::signedIn, this, &Console::followRole);
    m_window->setPersonSearch(m_search.get());
    connect(m_window.get(), &MainWindow::quitRequested, this, &Console::quit);
    connect(m_window.get(), &MainWindow::addPersonRequested, this, [this](const QString &text) {
        m_window->openPage("people");
        m_people->startNew(text);
    });
    auto *outbox = new ChangeWatch(clinic.store().changes(), {Topic::Outbox}, static_cast<QObject *>(this));
    connect(outbox, &ChangeWatch::changed, this, &Console::followWaiting);
    followWaiting();
}

Console::~Console()
{
    m_window->setPersonSearch(nullptr);
}

void Console::addPages()
{
    const auto actor = [this] { return m_session->actor(); };
    m_people = new PeoplePage(m_clinic, actor);
    m_fileRequests = new FileRequestPage(m_clinic, actor, *m_search);
    auto *ask = new QAction(tr("New file request"), this);
    ask->setShortcut(QKeySequence::New);
    connect(ask, &QAction::triggered, this, [this] {
        m_window->openPage("file-requests");
        m_fileRequests->startNew();
    });
    m_window->setFallbackAction(ask);
    auto *today = new TodayPage(m_clinic, actor, ask);
    m_window->addPage(today, Icon::Today);
    m_window->addPage(m_people, Icon::People);
    m_window->addPage(m_fileRequests, Icon::FileRequests);
    m_teleconsultations = new TeleconsultationsPage(m_clinic, actor, *m_search);
    m_window->addPage(m_teleconsultations, Icon::Teleconsultations);
    m_window->addPage(new CallPage(m_clinic, actor, *m_search), Icon::Calls);
    m_window->addPage(new DeviceRequestsPage(m_clinic, actor), Icon::DeviceRequests);
    m_window->addPage(new OutboxPage(m_clinic, actor), Icon::Outbox);
    m_window->addPage(new AuditPage(m_clinic, actor, *m_search), Icon::Audit, true);
    auto *settings = new SettingsPage(m_clinic, actor);
    m_window->addPage(settings, Icon::Settings);
    m_window->addPage(new RegistersPage(m_clinic, actor), Icon::Registers);
    connect(settings->backup(), &BackupSection::made, m_window->statusLine(), &StatusLine::setBackup);
    connect(today, &TodayPage::allAnswersRequested, this, [this](TodayPage::Whose whose) {
        m_window->openPage("file-requests");
        m_fileRequests->openAnswered(whose == TodayPage::Whose::Mine ? FileRequestPage::Whose::Mine
                                     : whose == TodayPage::Whose::Unassigned
                                         ? FileRequestPage::Whose::Nobodys
                                         : FileRequestPage::Whose::Everybodys);
    });
    connect(m_people, &PeoplePage::scheduleRequested, this, [this](const UserId &patient) {
        m_window->openPage("teleconsultations");
        m_teleconsultations->startNew(patient);
    });
    connect(m_people, &PeoplePage::photosRequested, m_fileRequests, &FileRequestPage::startNew);
}

void Console::followRole()
{
    for (const char *page : {"audit", "settings", "registers"})
        m_window->setPageOffered(page, m_session->actor().isAdmin());
}

// While the console is locked, news name nobody.
void Console::addNews()
{
    connect(m_tray.get(), &Tray::quitRequested, this, &Console::quit);
    auto *notifier = new AnswerNotifier(
        m_clinic, [this] { return m_session->actor(); }, this);
    connect(notifier, &AnswerNotifier::answered, this,
            [this](const QString &patient, int photos, const QByteArray &id) {
                const QString text = m_session->isSignedIn()
                                         ? tr("%1 answered: %n photo(s)", nullptr, photos).arg(patient)
                                         : tr("A patient answered: %n photo(s)", nullptr, photos);
                m_tray->notify(tr("Photos arrived"), text, "file-requests", id);
            });
    connect(notifier, &AnswerNotifier::manyAnswered, this, [this](int answers) {
        m_tray->notify(tr("Photos arrived"), tr("%n patient(s) answered", nullptr, answers), "today", {});
    });
    m_troublePause.setSingleShot(true);
    m_troublePause.setInterval(std::chrono::seconds(3));
    connect(&m_troublePause, &QTimer::timeout, this, &Console::tellOfTrouble);
    connect(&m_clinic, &Clinic::deliveryTroubled, this, [this] {
        ++m_troubles;
        if (!m_troublePause.isActive())
            m_troublePause.start();
    });
}

void Console::tellOfTrouble()
{
    m_tray->notify(tr("%n message(s) need(s) you", nullptr, std::exchange(m_troubles, 0)),
                   tr("Not delivered, or in doubt."), "today", {}, true);
}

void Console::show(const std::optional<Staff> &signedIn)
{
    if (signedIn)
        m_session->begin(*signedIn);
    else
        m_session->begin();
    m_views->restoreGeometry(m_window.get());
    m_window->show();
}

void Console::setAddresses(const QString &api, const QString &patients)
{
    m_window->statusLine()->setApiAddress(api);
    m_window->statusLine()->setPatientAddress(patients);
}

void Console::showTrouble(const QString &words)
{
    m_window->bars()->show(Tone::Bad, words);
}

void Console::followWaiting()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<int> { return Outbox::waiting(tx); }), this,
             [this](const Result<int> &count) {
                 if (count)
                     m_window->statusLine()->setMessagesWaiting(*count);
             });
}

void Console::quit()
{
    if (!askToQuit(m_window.get()))
        return;
    m_views->saveGeometry(m_window.get());
    Q_EMIT quitRequested();
}

} // namespace anteroom
