// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/outboxpage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/changewatch.h"
#include "ui/common/delegates.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/delivery/messagedetails.h"
#include "ui/shell/viewstate.h"

#include <QComboBox>
#include <QItemSelectionModel>

#include <utility>

namespace anteroom {

namespace {

enum Filter { Everything, Trouble, Texts, Emails, Pushes, Webhooks };

MessageFilter filterOf(int choice)
{
    switch (choice) {
    case Trouble:
        return {.onlyTrouble = true};
    case Texts:
        return {.channel = Channel::Sms};
    case Emails:
        return {.channel = Channel::Email};
    case Pushes:
        return {.channel = Channel::Push};
    case Webhooks:
        return {.channel = Channel::Webhook};
    default:
        return {};
    }
}

} // namespace

OutboxPage::OutboxPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("outbox", tr("Outbox"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_model(new OutboxModel(clinic.store(), this))
    , m_pane(new ListPane(m_model))
    , m_details(new MessageDetails)
    , m_splitter(new DetailSplitter)
    , m_filter(new QComboBox)
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "outbox.list"))
{
    m_filter->setAccessibleName(tr("Which messages"));
    m_filter->addItem(tr("Everything"), Everything);
    m_filter->addItem(tr("Needs someone"), Trouble);
    m_filter->addItem(tr("Text messages"), Texts);
    m_filter->addItem(tr("E-mails"), Emails);
    m_filter->addItem(tr("App"), Pushes);
    m_filter->addItem(tr("Web hooks"), Webhooks);
    addHeaderWidget(m_filter);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("Messages"));
    view->setItemDelegateForColumn(OutboxModel::State, new StateDelegate(view));
    view->setItemDelegateForColumn(OutboxModel::When, new RelativeTimeDelegate(clinic.clock(), view));
    view->setColumnWeights({1, 40, 0, 0, 0, 0});

    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({600, 400}); // in proportion, until somebody drags it
    content()->addWidget(m_splitter, 1);

    connect(m_filter, &QComboBox::activated, this, [this] {
        m_reference.clear();
        applyFilter();
    });
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutboxPage::follow);
    connect(m_model, &PagedModelBase::merged, this, &OutboxPage::follow);
    connect(m_details, &MessageDetails::retryRequested, this,
            [this](const MessageId &id) { decide(id, Decision::SendAgain); });
    connect(m_details, &MessageDetails::settleRequested, this,
            [this](const MessageId &id) { decide(id, Decision::Arrived); });
    connect(m_details, &MessageDetails::replayRequested, this,
            [this](const MessageId &id) { decide(id, Decision::Replay); });
    auto *shown = new ChangeWatch(clinic.store().changes(), {Topic::Outbox}, this);
    connect(shown, &ChangeWatch::changed, m_model, &PagedModelBase::refresh);
    // The side bar counts on, whichever page is shown.
    auto *counted = new ChangeWatch(clinic.store().changes(), {Topic::Outbox}, static_cast<QObject *>(this));
    connect(counted, &ChangeWatch::changed, this, &OutboxPage::countTrouble);
    describeEmpty();
    countTrouble();
}

void OutboxPage::activate()
{
    m_audit->opened();
    m_model->refresh();
    m_pane->focusContent();
}

void OutboxPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("outbox/list"));
    state.track(m_splitter, QStringLiteral("outbox/splitter"));
}

void OutboxPage::open(const QByteArray &id)
{
    m_reference = id;
    m_filter->setCurrentIndex(m_filter->findData(Everything));
    applyFilter();
}

void OutboxPage::applyFilter()
{
    describeEmpty();
    MessageFilter filter = filterOf(m_filter->currentData().toInt());
    filter.reference = m_reference;
    m_model->setFilter(filter);
}

void OutboxPage::describeEmpty()
{
    const int choice = m_filter->currentData().toInt();
    if (!m_reference.isEmpty())
        m_pane->setEmpty(Icon::Outbox, tr("No messages"), tr("Nothing was sent for this request."));
    else if (choice == Trouble)
        m_pane->setEmpty(Icon::Outbox, tr("All is well"), tr("Every message left as it should."));
    else
        m_pane->setEmpty(Icon::Outbox, tr("Nothing has left yet"),
                         tr("Messages to patients appear here as soon as they are queued."));
    setSubtitle(m_reference.isEmpty() ? QString() : tr("Messages of one file request"));
}

void OutboxPage::follow()
{
    const int row = m_pane->view()->selectedRow();
    m_details->show(row < 0 ? std::nullopt : std::optional(m_model->row(row)), m_clinic.deliveryFigures(),
                    m_clinic.clock().now());
    if (row < 0)
        return;
    const Message &message = m_model->row(row);
    const QByteArray reading = m_actor().id + '/' + message.id.text();
    if (std::exchange(m_read, reading) != reading) // else what is open is shown anew
        auditLater(m_clinic.store(), m_actor(),
                   {.action = "message.read", .patient = message.user, .subject = message.id.text()});
}

// What needs someone stands in the side bar, in red.
void OutboxPage::countTrouble()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<int> { return Outbox::troubled(tx); }), this,
             [this](const Result<int> &count) {
                 if (count)
                     setCount(*count, Tone::Bad);
             });
}

void OutboxPage::decide(const MessageId &id, Decision decision)
{
    whenDone(m_clinic.store().write([outbox = &m_clinic.outbox(), id, decision,
                                     actor = m_actor()](WriteTransaction &tx) -> Result<void> {
        switch (decision) {
        case Decision::SendAgain:
            return outbox->retry(tx, actor, id);
        case Decision::Arrived:
            return outbox->settle(tx, actor, id);
        case Decision::Replay:
            break;
        }
        return outbox->replay(tx, actor, id).map([](const MessageId &) {});
    }),
             this, [this, decision](const Result<void> &decided) {
                 if (!bars())
                     return;
                 if (!decided)
                     bars()->show(Tone::Bad, errorText(decided.error()));
                 else if (decision == Decision::Replay)
                     bars()->show(Tone::Info,
                                  tr("The event is sent once more; it stands at the top of the list."));
             });
}

} // namespace anteroom
