// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestpage.h"

#include "app/access/auditlater.h"
#include "app/access/staffservice.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/filerequests/publicurl.h"
#include "ui/common/changewatch.h"
#include "ui/common/delegates.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/filerequestheader.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QShortcut>

#include <utility>

namespace anteroom {

FileRequestPage::FileRequestPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                                 QWidget *parent)
    : ConsolePage("file-requests", tr("File requests"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_search(search)
    , m_model(new FileRequestModel(clinic, m_actor, this))
    , m_pane(new ListPane(m_model))
    , m_details(new FileRequestDetails(clinic, m_actor))
    , m_splitter(new DetailSplitter)
    , m_filter(new QComboBox)
    , m_whose(new QComboBox)
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "file_request.list"))
{
    using State = FileRequestFilter::State;
    m_filter->setAccessibleName(tr("Which requests"));
    m_filter->addItem(tr("All"), int(State::Any));
    m_filter->addItem(tr("Answered"), int(State::Answered));
    m_filter->addItem(tr("Open"), int(State::Open));
    m_filter->addItem(tr("Expired"), int(State::Expired));
    m_filter->addItem(tr("Done"), int(State::Done));
    m_filter->addItem(tr("Cancelled"), int(State::Cancelled));
    m_whose->setAccessibleName(tr("Whose requests"));
    m_whose->addItem(tr("Everybody’s"), int(Whose::Everybodys));
    m_whose->addItem(tr("Mine"), int(Whose::Mine));
    m_whose->addItem(tr("Unassigned"), int(Whose::Nobodys));
    for (QComboBox *choice : {m_whose, m_filter}) {
        choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        addHeaderWidget(choice);
    }

    auto *create = new QAction(tr("New file request"), this);
    create->setShortcut(QKeySequence::New);
    connect(create, &QAction::triggered, this, [this] { startNew(); });
    setPrimaryAction(create);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("File requests"));
    view->setItemDelegateForColumn(FileRequestModel::State, new StateDelegate(view));
    view->setItemDelegateForColumn(FileRequestModel::When, new RelativeTimeDelegate(clinic.clock(), view));
    view->setColumnWeights({2, 16, 1, 1, 0, 0});

    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({600, 400}); // in proportion, until somebody drags it
    content()->addWidget(m_splitter, 1);

    connect(m_filter, &QComboBox::activated, this, &FileRequestPage::applyFilter);
    connect(m_whose, &QComboBox::activated, this, &FileRequestPage::applyFilter);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FileRequestPage::follow);
    connect(m_model, &PagedModelBase::merged, this, &FileRequestPage::follow);
    connect(m_model, &PagedModelBase::stateChanged, this, &FileRequestPage::choosePending);
    connect(m_details, &FileRequestDetails::requested, this, &FileRequestPage::act);
    connect(m_details, &FileRequestDetails::assignRequested, this, &FileRequestPage::assign);
    connect(m_details, &FileRequestDetails::openPerson, this,
            [this](const UserId &id) { Q_EMIT openRequested("people", id.text()); });
    connect(m_details, &FileRequestDetails::failed, this, [this](const Error &error) {
        if (bars())
            bars()->show(Tone::Bad, errorText(error));
    });
    auto *shown =
        new ChangeWatch(clinic.store().changes(), {Topic::FileRequests, Topic::Files, Topic::Outbox}, this);
    connect(shown, &ChangeWatch::changed, m_model, &PagedModelBase::refresh);
    // The side bar counts on, whichever page is shown.
    auto *counted =
        new ChangeWatch(clinic.store().changes(), {Topic::FileRequests}, static_cast<QObject *>(this));
    connect(counted, &ChangeWatch::changed, this, &FileRequestPage::countAnswered);
    addKeys();
    describeEmpty();
    countAnswered();
}

// On the list: A takes over, Shift+A gives away, D is done.
void FileRequestPage::addKeys()
{
    ListView *view = m_pane->view();
    const auto key = [this, view](const QKeySequence &keys, auto what) {
        auto *shortcut = new QShortcut(keys, view, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, view, what] {
            const int row = view->selectedRow();
            if (row >= 0)
                what(m_model->row(row).view.request.id);
        });
    };
    key(Qt::Key_A, [this](const FileRequestId &id) { assign(id, m_actor().name); });
    key(QKeySequence(Qt::SHIFT | Qt::Key_A),
        [this](const FileRequestId &) { m_details->header()->openColleagues(); });
    key(Qt::Key_D, [this](const FileRequestId &id) { act(FileRequestDetails::Action::Done, id); });
}

void FileRequestPage::activate()
{
    m_audit->opened();
    m_model->refresh();
    countAnswered();
    loadColleagues();
    m_pane->focusContent();
}

void FileRequestPage::resizeEvent(QResizeEvent *event)
{
    ConsolePage::resizeEvent(event);
    fitColumns();
}

// In a narrow window the names need the room; by which way it went the details say too.
void FileRequestPage::fitColumns()
{
    const bool isWide = width() >= fontMetrics().averageCharWidth() * 170;
    m_pane->view()->setColumnShown(FileRequestModel::SentBy, isWide);
}

void FileRequestPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("file-requests/list"));
    state.track(m_splitter, QStringLiteral("file-requests/splitter"));
    fitColumns();
}

void FileRequestPage::open(const QByteArray &id)
{
    m_pending = id;
    m_filter->setCurrentIndex(0);
    m_whose->setCurrentIndex(0);
    applyFilter();
}

void FileRequestPage::openAnswered(Whose whose)
{
    m_filter->setCurrentIndex(m_filter->findData(int(FileRequestFilter::State::Answered)));
    m_whose->setCurrentIndex(m_whose->findData(int(whose)));
    applyFilter();
    m_pane->focusContent();
}

void FileRequestPage::applyFilter()
{
    describeEmpty();
    FileRequestFilter filter{.state = FileRequestFilter::State(m_filter->currentData().toInt())};
    switch (Whose(m_whose->currentData().toInt())) {
    case Whose::Everybodys:
        break;
    case Whose::Nobodys:
        filter.assignee = StaffId();
        break;
    case Whose::Mine:
        filter.assignee = StaffId::fromTrusted(m_actor().id);
        break;
    }
    m_model->setFilter(filter);
}

void FileRequestPage::describeEmpty()
{
    const auto state = FileRequestFilter::State(m_filter->currentData().toInt());
    const bool everybodys = m_whose->currentIndex() == 0;
    if (state == FileRequestFilter::State::Answered)
        m_pane->setEmpty(Icon::Good, tr("No answer waits"), tr("Every photo that came has been dealt with."),
                         primaryAction());
    else if (state == FileRequestFilter::State::Any && everybodys)
        m_pane->setEmpty(Icon::Photo, tr("No file requests yet"),
                         tr("Ask a patient for a photo: they get a link and need no account."),
                         primaryAction());
    else
        m_pane->setEmpty(Icon::Photo, tr("Nothing here"), tr("No request is in this state."));
}

void FileRequestPage::choosePending()
{
    if (m_pending.isEmpty() || m_model->state() != PagedModelBase::State::Ready)
        return;
    const QByteArray id = std::exchange(m_pending, {});
    if (const int row = m_model->rowOf(id); row >= 0)
        m_pane->view()->selectRow(row);
    else
        showAlone(FileRequestId::fromTrusted(id));
}

// What lies too far back for the rows that are loaded is shown without one.
void FileRequestPage::showAlone(const FileRequestId &id)
{
    m_pane->view()->clearSelection();
    m_alone = id;
    whenDone(m_clinic.store().read(
                 [&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) -> Result<FileRequestRow> {
                     auto item = WorkList::item(tx, clinic.fileRequests(), actor, id);
                     if (!item)
                         return fail(std::move(item.error()));
                     const bool isExpired = item->view.request.isLinkExpired(tx.now());
                     return FileRequestRow{*std::move(item), isExpired};
                 }),
             this, [this, id](const Result<FileRequestRow> &row) {
                 if (m_alone != id)
                     return; // another one was chosen meanwhile
                 if (row)
                     present(*row);
                 else if (bars())
                     bars()->show(Tone::Bad, errorText(row.error()));
             });
}

void FileRequestPage::follow()
{
    const int row = m_pane->view()->selectedRow();
    if (row >= 0) {
        m_alone = {};
        present(m_model->row(row));
    } else if (!m_alone.isNull()) {
        showAlone(m_alone);
    } else {
        m_details->show(std::nullopt);
    }
}

void FileRequestPage::present(const FileRequestRow &row)
{
    m_details->show(row);
    const FileRequest &request = row.view.request;
    const QByteArray reading = m_actor().id + '/' + request.id.text();
    if (std::exchange(m_read, reading) != reading) // else what is open is shown anew
        auditLater(m_clinic.store(), m_actor(),
                   {.action = "file_request.read", .patient = request.patient, .subject = request.id.text()});
}

void FileRequestPage::startNew(const QVector<UserId> &patients)
{
    auto *dialog = new FileRequestDialog(m_clinic, m_actor, m_search, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!patients.isEmpty())
        dialog->setPatients(patients);
    connect(dialog, &FileRequestDialog::created, this, &FileRequestPage::offerUndo);
    dialog->open();
}

void FileRequestPage::offerUndo(const QVector<FileRequestView> &views)
{
    const FileRequestView &first = views.first();
    m_pending = first.request.id.text();
    m_model->refresh();
    if (!bars())
        return;
    const QString words = views.size() == 1
                              ? tr("The request for %1 is on its way.").arg(nameText(first.patient))
                              : tr("%n request(s) are on their way.", nullptr, int(views.size()));
    InlineBar *bar = bars()->show(Tone::Good, words, tr("Undo"), QKeySequence::Undo);
    bar->startCountdown(m_clinic.clock(), first.request.createdAt + FileRequestService::undoFor);
    connect(bar, &InlineBar::actionTriggered, this, [this, bar, views] {
        bar->dismiss();
        undo(views);
    });
}

// All that were made together, or none of them.
void FileRequestPage::undo(const QVector<FileRequestView> &views)
{
    change(
        [&clinic = m_clinic, actor = m_actor(), views](WriteTransaction &tx) -> Result<FileRequestView> {
            Result<FileRequestView> last = fail(ErrorCode::NotFound, "file_request.unknown");
            for (const FileRequestView &view : views) {
                last = clinic.fileRequests().undo(tx, actor, view.request.id);
                if (!last)
                    break;
            }
            return last;
        },
        tr("Taken back: nothing was sent."));
}

void FileRequestPage::act(FileRequestDetails::Action action, const FileRequestId &id)
{
    using Action = FileRequestDetails::Action;
    const FileRequestService &service = m_clinic.fileRequests();
    const Actor actor = m_actor();
    switch (action) {
    case Action::Done:
        return change([&service, actor, id](WriteTransaction &tx) { return service.done(tx, actor, id); },
                      {});
    case Action::SendAgain:
        return change([&service, actor, id](
                          WriteTransaction &tx) { return service.sendAgain(tx, actor, id, Origin::Console); },
                      tr("The link is on its way again."));
    case Action::Cancel:
        return change([&service, actor, id](WriteTransaction &tx) { return service.cancel(tx, actor, id); },
                      tr("The request is cancelled. Its link says so from now on."));
    case Action::Unlock:
        return change([&service, actor, id](WriteTransaction &tx) { return service.unlock(tx, actor, id); },
                      tr("The link can be tried again."));
    case Action::ShowMessages:
        Q_EMIT openRequested("outbox", id.text());
        return;
    case Action::CopyLink: {
        const int row = m_model->rowOf(id.text());
        if (row < 0)
            return;
        QGuiApplication::clipboard()->setText(
            m_clinic.publicUrl().linkTo(m_model->row(row).view.request.shortLinkId));
        if (bars())
            bars()->show(Tone::Good, tr("The patient’s link is on the clipboard."));
        return;
    }
    }
}

void FileRequestPage::assign(const FileRequestId &id, const QString &login)
{
    QString done = tr("The request is nobody’s now.");
    if (login == m_actor().name)
        done = tr("The request is yours.");
    else if (!login.isNull())
        done = tr("The request was given away.");
    change([&service = m_clinic.fileRequests(), actor = m_actor(), id,
            login](WriteTransaction &tx) { return service.assign(tx, actor, id, login); },
           done);
}

void FileRequestPage::loadColleagues()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<QVector<Staff>> {
        return StaffService::list(tx, {200, {}}).items;
    }),
             this, [this](const Result<QVector<Staff>> &staff) {
                 if (staff)
                     m_details->header()->setColleagues(*staff);
             });
}

void FileRequestPage::change(std::function<Result<FileRequestView>(WriteTransaction &)> work,
                             const QString &done)
{
    whenDone(m_clinic.store().write(std::move(work)), this,
             [this, done](const Result<FileRequestView> &changed) {
                 if (!bars())
                     return;
                 if (!changed)
                     bars()->show(Tone::Bad, errorText(changed.error()));
                 else if (!done.isEmpty())
                     bars()->show(Tone::Good, done);
             });
}

void FileRequestPage::countAnswered()
{
    whenDone(m_clinic.store().read([actor = m_actor()](Transaction &tx) -> Result<WorkCounts> {
        return WorkList::answered(tx, actor);
    }),
             this, [this](const Result<WorkCounts> &counts) {
                 if (counts)
                     setCount(counts->answered, Tone::Info);
             });
}

} // namespace anteroom
