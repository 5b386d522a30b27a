// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/devicerequestspage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/devicerequests/devicerequestrepository.h"
#include "app/devicerequests/ehealthrefresh.h"
#include "app/directory/userrepository.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/delegates.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/searchfield.h"
#include "ui/devicerequests/devicerequestwords.h"
#include "ui/devicerequests/resendpanel.h"
#include "ui/devicerequests/textsdialog.h"
#include "ui/shell/viewstate.h"

#include <QCheckBox>
#include <QItemSelectionModel>

#include <utility>

namespace anteroom {

namespace {

constexpr int jobsShown = 5;

} // namespace

DeviceRequestsPage::DeviceRequestsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("device-requests", tr("Device requests"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_model(new DeviceRequestModel(clinic, m_actor, this))
    , m_pane(new ListPane(m_model))
    , m_details(new DeviceRequestDetails(clinic.clock()))
    , m_splitter(new DetailSplitter)
    , m_search(new SearchField(tr("Find by number or patient")))
    , m_person(new InlineBar(Tone::Info, {}))
    , m_texts(new Button(tr("Texts…")))
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "device_request.list"))
{
    m_search->setMinimumWidth(240);
    addHeaderWidget(m_search);
    addHeaderWidget(m_texts);
    ListView *view = m_pane->view();
    view->setAccessibleName(tr("Device requests"));
    view->setItemDelegateForColumn(DeviceRequestModel::Status, new StateDelegate(view));
    view->setColumnWeights({0, 1, 8, 8, 0, 1});
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({680, 320}); // in proportion, until somebody drags it
    m_person->setAction(tr("Show everybody’s"));
    m_person->setClosable(false);
    m_person->hide();
    content()->addWidget(m_person);
    content()->addWidget(m_splitter, 1);
    describeEmpty();

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &DeviceRequestsPage::applyFilter);
    connect(m_person, &InlineBar::actionTriggered, this, [this] { open({}); });
    connect(m_texts, &Button::clicked, this, &DeviceRequestsPage::editTexts);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &DeviceRequestsPage::follow);
    // From the row to the tick, and from there with Tab to the button.
    connect(view, &QTableView::activated, this, [this] {
        if (m_details->panel()->tick()->isVisible())
            m_details->panel()->tick()->setFocus();
    });
    connect(m_details->panel(), &ResendPanel::resendRequested, this, &DeviceRequestsPage::resend);
    connect(m_details->panel(), &ResendPanel::waitOver, this, &DeviceRequestsPage::showDetails);
    connect(m_details, &DeviceRequestDetails::refreshRequested, this,
            &DeviceRequestsPage::refreshFromEHealth);
    connect(m_details, &DeviceRequestDetails::openPerson, this,
            [this](const UserId &id) { Q_EMIT openRequested("people", id.text()); });
    ChangeFeed &changes = clinic.store().changes();
    auto *listed = new ChangeWatch(changes, {Topic::DeviceRequests, Topic::Registers}, this);
    connect(listed, &ChangeWatch::changed, m_model, &PagedModelBase::refresh);
    // What would happen depends on the registers and the settings too, and a text's fate on the outbox.
    auto *shown = new ChangeWatch(
        changes, {Topic::DeviceRequests, Topic::Registers, Topic::Settings, Topic::Outbox}, this);
    connect(shown, &ChangeWatch::changed, this, &DeviceRequestsPage::showDetails);
}

void DeviceRequestsPage::activate()
{
    m_texts->setVisible(m_actor().isAdmin());
    m_audit->opened();
    m_model->refresh();
    showDetails();
    m_pane->focusContent();
}

void DeviceRequestsPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("device-requests/list"));
    state.track(m_splitter, QStringLiteral("device-requests/splitter"));
}

void DeviceRequestsPage::open(const QByteArray &person)
{
    m_patient = PersonId::fromTrusted(person);
    m_person->setVisible(!m_patient.isNull());
    m_person->setText(tr("Only one patient’s are shown."));
    m_search->clear();
    m_pause.stop();
    applyFilter();
    if (m_patient.isNull())
        return;
    whenDone(m_clinic.store().read([id = m_patient](Transaction &tx) -> Result<std::optional<Person>> {
        return DeviceRequestRepository::person(tx, id);
    }),
             this, [this, id = m_patient](const Result<std::optional<Person>> &found) {
                 if (!found || !*found || !(m_patient == id))
                     return;
                 const QString name = QString((*found)->firstName + u' ' + (*found)->lastName).trimmed();
                 if (!name.isEmpty())
                     m_person->setText(tr("Only those of %1 are shown.").arg(name));
             });
}

void DeviceRequestsPage::applyFilter()
{
    m_model->setFilter({.patient = m_patient, .text = m_search->text()});
    describeEmpty();
    follow();
}

void DeviceRequestsPage::describeEmpty()
{
    if (!m_search->text().trimmed().isEmpty())
        m_pane->setEmpty(Icon::Search, tr("Nothing found"),
                         tr("Numbers and patients’ names are found by their beginning. Look for a typing "
                            "mistake."));
    else if (!m_patient.isNull())
        m_pane->setEmpty(Icon::DeviceRequests, tr("No device requests"),
                         tr("Nothing was prescribed for this patient."));
    else
        m_pane->setEmpty(Icon::DeviceRequests, tr("No device requests yet"),
                         tr("They come from the health system: an administrator imports them in Registers."));
}

void DeviceRequestsPage::follow()
{
    const int row = m_pane->view()->selectedRow();
    m_shown = row < 0 ? DeviceRequestId() : m_model->row(row).view.request.id;
    m_shownPatient = row < 0 ? PersonId() : m_model->row(row).view.request.patient;
    showDetails();
}

void DeviceRequestsPage::showDetails()
{
    m_details->setRefreshable(m_clinic.eHealth().isSetUp());
    if (m_shown.isNull())
        return m_details->show(std::nullopt);
    const Actor actor = m_actor();
    const QByteArray reading = actor.id + '/' + m_shown.text();
    const bool isOpened = std::exchange(m_read, reading) != reading; // else what is open is shown anew
    whenDone(m_clinic.store().read([&requests = m_clinic.deviceRequests(), actor, id = m_shown,
                                    patient = m_shownPatient](Transaction &tx) -> Result<DeviceRequestFacts> {
        auto view = requests.get(tx, actor, patient, id);
        if (!view)
            return fail(view.error());
        auto preview = requests.preview(tx, actor, patient, id);
        if (!preview)
            return fail(preview.error());
        auto jobs = requests.jobsOf(tx, actor, patient, id, jobsShown);
        if (!jobs)
            return fail(jobs.error());
        const auto user = UserRepository::byPersonId(tx, patient.text());
        return DeviceRequestFacts{DeviceRequestModel::rowOf(tx, *std::move(view)), *std::move(preview),
                                  *std::move(jobs), user ? user->id : UserId()};
    }),
             this, [this, actor, id = m_shown, isOpened](const Result<DeviceRequestFacts> &facts) {
                 if (facts && isOpened)
                     auditLater(m_clinic.store(), actor,
                                {.action = "device_request.read",
                                 .patient = UserId::fromTrusted(facts->row.view.request.patient.text()),
                                 .subject = id.text()});
                 if (!(m_shown == id))
                     return;
                 if (facts)
                     return m_details->show(*facts);
                 m_details->show(std::nullopt);
                 if (isOpened && bars())
                     bars()->show(Tone::Bad, resendRefusalText(facts.error()));
             });
}

void DeviceRequestsPage::resend()
{
    // What is seen and ticked, whatever has been chosen or changed since.
    const std::optional<DeviceRequestFacts> &seen = m_details->facts();
    if (!seen)
        return;
    m_details->panel()->setBusy(true);
    const Actor actor = m_actor();
    const DeviceRequest &request = seen->row.view.request;
    whenDone(m_clinic.store().write([&requests = m_clinic.deviceRequests(), actor, id = request.id,
                                     patient = request.patient,
                                     confirmed = seen->preview.target](WriteTransaction &tx) {
        return requests.resend(tx, actor, patient, id, confirmed);
    }),
             this, [this, actor, id = request.id, patient = request.patient](const Result<ResendJob> &job) {
                 if (!job)
                     auditLater(m_clinic.store(), actor,
                                {.action = "device_request.resend",
                                 .patient = UserId::fromTrusted(patient.text()),
                                 .subject = id.text(),
                                 .outcome = job.error().reason});
                 if (m_shown == id) {
                     m_details->panel()->setBusy(false);
                     m_details->panel()->tick()->setChecked(!job && m_details->panel()->tick()->isChecked());
                     showDetails();
                     m_pane->view()->setFocus(); // the button is gone from under the focus
                 }
                 if (!bars())
                     return;
                 if (job)
                     bars()->show(Tone::Good, tr("The text is on its way. What becomes of it stands with the "
                                                 "request."));
                 else
                     bars()->show(Tone::Bad, resendRefusalText(job.error()));
             });
}

// What is new comes in by the change feed.
void DeviceRequestsPage::refreshFromEHealth()
{
    if (m_shown.isNull())
        return;
    m_details->setRefreshing(true);
    whenDone(m_clinic.eHealth().refresh(m_actor(), m_shownPatient, m_shown), this,
             [this](const Result<EHealthRefreshed> &refreshed) {
                 m_details->setRefreshing(false);
                 if (!bars())
                     return;
                 if (refreshed)
                     bars()->show(Tone::Good, tr("This is what the health system says now. The patient has "
                                                 "%n way(s) to be informed there.",
                                                 nullptr, refreshed->methods));
                 else
                     bars()->show(Tone::Bad, errorText(refreshed.error()));
             });
}

void DeviceRequestsPage::editTexts()
{
    auto *dialog = new TextsDialog(m_clinic, m_actor, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace anteroom
