// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestpage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/filerequests/publicurl.h"
#include "ui/common/delegates.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QItemSelectionModel>

#include <algorithm>
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
{
    using State = FileRequestFilter::State;
    m_filter->setAccessibleName(tr("Which requests"));
    m_filter->addItem(tr("All"), int(State::Any));
    m_filter->addItem(tr("Answered"), int(State::Answered));
    m_filter->addItem(tr("Open"), int(State::Open));
    m_filter->addItem(tr("Expired"), int(State::Expired));
    m_filter->addItem(tr("Done"), int(State::Done));
    m_filter->addItem(tr("Cancelled"), int(State::Cancelled));
    addHeaderWidget(m_filter);

    auto *create = new QAction(tr("New file request"), this);
    create->setShortcut(QKeySequence::New);
    connect(create, &QAction::triggered, this, [this] { startNew(); });
    setPrimaryAction(create);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("File requests"));
    view->setItemDelegateForColumn(FileRequestModel::State, new StateDelegate(view));
    view->setItemDelegateForColumn(FileRequestModel::When, new RelativeTimeDelegate(clinic.clock(), view));
    view->setColumnWeights({2, 5, 0, 0, 0});

    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({600, 400}); // in proportion, until somebody drags it
    content()->addWidget(m_splitter, 1);

    connect(m_filter, &QComboBox::activated, this, &FileRequestPage::applyFilter);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FileRequestPage::follow);
    connect(m_model, &PagedModelBase::merged, this, &FileRequestPage::follow);
    connect(m_model, &PagedModelBase::stateChanged, this, &FileRequestPage::choosePending);
    connect(m_details, &FileRequestDetails::requested, this, &FileRequestPage::act);
    connect(m_details, &FileRequestDetails::openPerson, this,
            [this](const UserId &id) { Q_EMIT openRequested("people", id.text()); });
    connect(m_details, &FileRequestDetails::failed, this, [this](const Error &error) {
        if (bars())
            bars()->show(Tone::Bad, errorText(error));
    });
    connect(&clinic.store().changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        const auto matters = [](const Change &change) {
            return change.topic == Topic::FileRequests || change.topic == Topic::Files ||
                   change.topic == Topic::Outbox;
        };
        if (!std::any_of(changes.begin(), changes.end(), matters))
            return;
        countAnswered();
        m_model->refresh();
    });
    applyFilter();
    countAnswered();
}

void FileRequestPage::activate()
{
    m_model->refresh();
    m_pane->view()->setFocus();
}

void FileRequestPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("file-requests/list"));
    state.track(m_splitter, QStringLiteral("file-requests/splitter"));
}

void FileRequestPage::open(const QByteArray &id)
{
    m_pending = id;
    m_filter->setCurrentIndex(0);
    applyFilter();
}

void FileRequestPage::applyFilter()
{
    const auto state = FileRequestFilter::State(m_filter->currentData().toInt());
    if (state == FileRequestFilter::State::Any)
        m_pane->setEmpty(Icon::Photo, tr("No file requests yet"),
                         tr("Ask a patient for a photo: they get a link and need no account."),
                         primaryAction());
    else
        m_pane->setEmpty(Icon::Photo, tr("Nothing here"), tr("No request is in this state."));
    m_model->setFilter({.state = state});
}

void FileRequestPage::choosePending()
{
    if (m_pending.isEmpty() || m_model->state() != PagedModelBase::State::Ready)
        return;
    const int row = m_model->rowOf(m_pending);
    m_pending.clear();
    m_pane->view()->selectRow(row);
}

void FileRequestPage::follow()
{
    const int row = m_pane->view()->selectedRow();
    m_details->show(row < 0 ? std::nullopt : std::optional(m_model->row(row)));
    if (row < 0)
        return;
    const FileRequest &request = m_model->row(row).view.request;
    const QByteArray reading = m_actor().id + '/' + request.id.text();
    if (std::exchange(m_read, reading) != reading) // else what is open is shown anew
        auditLater(m_clinic.store(), m_actor(),
                   {.action = "file_request.read", .patient = request.patient, .subject = request.id.text()});
}

void FileRequestPage::startNew(const UserId &patient)
{
    auto *dialog = new FileRequestDialog(m_clinic, m_actor, m_search, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!patient.isNull())
        dialog->setPatient(patient);
    connect(dialog, &FileRequestDialog::created, this, &FileRequestPage::offerUndo);
    dialog->open();
}

void FileRequestPage::offerUndo(const FileRequestView &view)
{
    m_pending = view.request.id.text();
    m_model->refresh();
    if (!bars())
        return;
    InlineBar *bar =
        bars()->show(Tone::Good, tr("The request for %1 is on its way.").arg(nameText(view.patient)),
                     tr("Undo"), QKeySequence::Undo);
    bar->startCountdown(m_clinic.clock(), view.request.createdAt + FileRequestService::undoFor);
    connect(bar, &InlineBar::actionTriggered, this, [this, bar, id = view.request.id] {
        bar->dismiss();
        undo(id);
    });
}

void FileRequestPage::undo(const FileRequestId &id)
{
    change([&clinic = m_clinic, actor = m_actor(),
            id](WriteTransaction &tx) { return clinic.fileRequests().undo(tx, actor, id); },
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
    case Action::AssignToMe:
        return change(
            [&service, actor, id](WriteTransaction &tx) { return service.assign(tx, actor, id, actor.name); },
            tr("The request is yours."));
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

// How many answers wait for somebody; at most a page of them is counted.
void FileRequestPage::countAnswered()
{
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor()](Transaction &tx) -> Result<int> {
        const auto page =
            clinic.fileRequests().list(tx, actor, {.state = FileRequestFilter::State::Answered}, {100, {}});
        return page ? Result<int>(int(page->items.size())) : fail(page.error());
    }),
             this, [this](const Result<int> &count) {
                 if (count)
                     setCount(*count, Tone::Info);
             });
}

} // namespace anteroom
