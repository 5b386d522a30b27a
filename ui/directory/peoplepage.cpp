// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/peoplepage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/filerequests/filerequestservice.h"
#include "ui/common/changewatch.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/numbertext.h"
#include "ui/common/searchfield.h"
#include "ui/directory/erasedialog.h"
#include "ui/directory/persondetails.h"
#include "ui/directory/persondialog.h"
#include "ui/directory/persontext.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QItemSelectionModel>
#include <QLocale>
#include <QShortcut>

#include <utility>

namespace anteroom {

namespace {

constexpr int historyShown = 12;

QVariant text(const QString &value, int role)
{
    return role == Qt::DisplayRole ? QVariant(value) : QVariant();
}

QVector<PagedColumn<User>> columns()
{
    return {
        {.title = PeoplePage::tr("Name"),
         .data = [](const User &user, int role) { return text(personName(user), role); }},
        {.title = PeoplePage::tr("Born"),
         .data =
             [](const User &user, int role) {
                 return text(user.dateOfBirth.isValid()
                                 ? QLocale().toString(user.dateOfBirth, QLocale::ShortFormat)
                                 : QStringLiteral("–"),
                             role);
             }},
        {.title = PeoplePage::tr("Number"),
         .data = [](const User &user, int role) { return text(numberText(user.mobile), role); }},
        {.title = PeoplePage::tr("Reached by"),
         .data = [](const User &user, int role) { return text(reachText(user), role); }},
    };
}

struct PersonView
{
    User user;
    QVector<FileRequestView> requests;
};

} // namespace

PeoplePage::PeoplePage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("people", tr("People"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_model(new PagedTableModel<User>(
          columns(), [](const User &user) { return user.id.text(); },
          [this](const PageRequest &request) { return load(request); }, this))
    , m_pane(new ListPane(m_model))
    , m_details(new PersonDetails)
    , m_splitter(new DetailSplitter)
    , m_filter(new SearchField(tr("Filter by name, number or date of birth")))
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "user.list"))
{
    auto *add = new QAction(tr("Add person"), this);
    add->setShortcut(QKeySequence::New);
    connect(add, &QAction::triggered, this, [this] { startNew(); });
    setPrimaryAction(add);
    m_filter->setMinimumWidth(320);
    addHeaderWidget(m_filter);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("People"));
    view->setColumnWeights({1, 0, 0, 0});
    view->setSelectionMode(QAbstractItemView::ExtendedSelection); // photos can be asked of several at once
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({600, 400}); // in proportion, until somebody drags it
    content()->addWidget(m_splitter, 1);
    m_pane->setEmpty(Icon::People, tr("Nobody here"),
                     tr("Add a patient, or have your records system send its list."), add);

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(m_filter, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] { m_model->reload(); });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PeoplePage::follow);
    connect(view, &QTableView::activated, this,
            [this](const QModelIndex &index) { edit(m_model->row(index.row())); });
    connect(m_details, &PersonDetails::editRequested, this, &PeoplePage::edit);
    connect(m_details, &PersonDetails::eraseRequested, this, &PeoplePage::erase);
    connect(m_details, &PersonDetails::photosRequested, this, [this] { Q_EMIT photosRequested(chosen()); });
    connect(m_details, &PersonDetails::openRequest, this,
            [this](const FileRequestId &id) { Q_EMIT openRequested("file-requests", id.text()); });
    auto *photosKey = new QShortcut(QKeySequence(Qt::Key_R), view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(photosKey, &QShortcut::activated, this, [this] {
        if (const auto people = chosen(); !people.isEmpty())
            Q_EMIT photosRequested(people);
    });
    const auto call = [this] {
        if (const auto people = chosen(); people.size() == 1)
            Q_EMIT openRequested("calls", people.first().text());
    };
    connect(m_details, &PersonDetails::callRequested, this, call);
    auto *callKey = new QShortcut(QKeySequence(Qt::Key_C), view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(callKey, &QShortcut::activated, this, call);
    const auto schedule = [this] {
        if (const auto people = chosen(); people.size() == 1)
            Q_EMIT scheduleRequested(people.first());
    };
    connect(m_details, &PersonDetails::scheduleRequested, this, schedule);
    auto *scheduleKey = new QShortcut(QKeySequence(Qt::Key_T), view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(scheduleKey, &QShortcut::activated, this, schedule);
    const auto openDeviceRequests = [this] {
        if (m_details->user() && !m_details->user()->personId.isEmpty())
            Q_EMIT openRequested("device-requests", m_details->user()->personId);
    };
    connect(m_details, &PersonDetails::deviceRequestsRequested, this, openDeviceRequests);
    auto *deviceRequestsKey =
        new QShortcut(QKeySequence(Qt::Key_D), view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(deviceRequestsKey, &QShortcut::activated, this, openDeviceRequests);
    auto *people = new ChangeWatch(clinic.store().changes(), {Topic::Users}, this);
    connect(people, &ChangeWatch::changed, m_model, &PagedModelBase::refresh);
    auto *person = new ChangeWatch(clinic.store().changes(), {Topic::Users, Topic::FileRequests}, this);
    connect(person, &ChangeWatch::changed, this, [this] {
        if (!m_shown.isNull())
            showDetails(m_shown);
    });
}

QFuture<Result<Page<User>>> PeoplePage::load(const PageRequest &request) const
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), text = m_filter->text(),
                                  request](Transaction &tx) -> Result<Page<User>> {
        return clinic.users().list(tx, actor, {.text = text}, request);
    });
}

void PeoplePage::activate()
{
    m_audit->opened();
    m_details->setMayErase(m_actor().isAdmin());
    m_model->refresh();
    if (!m_shown.isNull())
        showDetails(m_shown);
    m_pane->focusContent();
}

void PeoplePage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("people/list"));
    state.track(m_splitter, QStringLiteral("people/splitter"));
}

void PeoplePage::open(const QByteArray &id)
{
    m_pane->view()->selectRow(m_model->rowOf(id));
    showDetails(UserId::fromTrusted(id));
}

void PeoplePage::follow()
{
    const auto rows = m_pane->view()->selectionModel()->selectedRows();
    m_details->setChosen(int(rows.size()));
    const QModelIndex current = m_pane->view()->currentIndex();
    if (rows.size() > 1 && current.isValid())
        showDetails(m_model->row(current.row()).id);
    else if (!rows.isEmpty())
        showDetails(m_model->row(rows.first().row()).id);
}

// Whom the next job is for: all that are selected, or whoever is shown.
QVector<UserId> PeoplePage::chosen() const
{
    QVector<UserId> people;
    for (const QModelIndex &index : m_pane->view()->selectionModel()->selectedRows())
        people.append(m_model->row(index.row()).id);
    if (people.size() < 2 && m_details->user())
        people = {m_details->user()->id};
    return people;
}

void PeoplePage::showDetails(const UserId &id)
{
    m_shown = id;
    const QByteArray reading = m_actor().id + '/' + id.text();
    const bool isOpened = std::exchange(m_read, reading) != reading; // else what is open is shown anew
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor(),
                                    id](Transaction &tx) -> Result<PersonView> {
        auto user = clinic.users().get(tx, actor, id);
        if (!user)
            return fail(user.error());
        auto requests = clinic.fileRequests().list(tx, actor, {.patient = id}, {historyShown, {}});
        if (!requests)
            return fail(requests.error());
        return PersonView{*std::move(user), std::move(requests->items)};
    }),
             this, [this, id, isOpened, actor = m_actor()](const Result<PersonView> &person) {
                 if (person && isOpened)
                     auditLater(m_clinic.store(), actor,
                                {.action = "user.read", .patient = id, .subject = id.text()});
                 if (m_shown != id)
                     return;
                 if (person)
                     m_details->show(person->user, person->requests);
                 else if (!isOpened && person.error().is("user.unknown")) // erased while they were shown
                     forget();
                 else if (bars())
                     bars()->show(Tone::Bad, errorText(person.error()));
             });
}

void PeoplePage::forget()
{
    m_shown = UserId();
    m_details->show(std::nullopt);
}

void PeoplePage::startNew(const QString &text)
{
    auto *dialog = new PersonDialog(m_clinic, m_actor, std::nullopt, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->suggest(text);
    connect(dialog, &PersonDialog::saved, this, [this](const User &user) { open(user.id.text()); });
    dialog->open();
}

void PeoplePage::edit(const User &user)
{
    auto *dialog = new PersonDialog(m_clinic, m_actor, user, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void PeoplePage::erase(const User &user)
{
    auto *dialog = new EraseDialog(m_clinic, m_actor(), user, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EraseDialog::erased, this, [this](const UserId &id) {
        if (m_shown == id)
            forget();
        if (bars())
            bars()->show(Tone::Good, tr("The person was erased."));
    });
    dialog->open();
}

} // namespace anteroom
