// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callpage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "ui/calls/callhistory.h"
#include "ui/calls/callwords.h"
#include "ui/calls/registrationchart.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/changewatch.h"
#include "ui/common/delegates.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/scrolled.h"
#include "ui/directory/persontext.h"
#include "ui/filerequests/personpicker.h"
#include "ui/shell/viewstate.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QUrl>

namespace anteroom {

namespace {

constexpr std::chrono::hours chartSpan{24 * 30};

} // namespace

CallPage::CallPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search, QWidget *parent)
    : ConsolePage("calls", tr("Calls"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_picker(new PersonPicker(search))
    , m_desk(new CallDesk(clinic.clock()))
    , m_history(new CallHistory(clinic.store(), clinic.calls(), this))
    , m_pane(new ListPane(m_history))
    , m_chart(new RegistrationChart)
    , m_chartCard(new Card)
    , m_summary(new Label(TextRole::Caption))
    , m_below(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_audit(new ListAudit(m_history, clinic.store(), m_actor, "call.list"))
{
    m_picker->setAccessibleName(tr("Whom to call"));
    m_picker->setPlaceholderText(tr("Whom to call: name or number"));
    m_picker->setMinimumWidth(300);
    addHeaderWidget(m_picker);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("Earlier calls"));
    view->setItemDelegateForColumn(CallHistory::Outcome, new StateDelegate(view));
    view->setItemDelegateForColumn(CallHistory::When, new RelativeTimeDelegate(clinic.clock(), view));
    view->setColumnWeights({0, 2, 1, 0, 0, 0});
    m_pane->card()->setTitle(tr("Earlier calls"));
    m_pane->setMinimumHeight(260);
    m_chartCard->setTitle(tr("From push to registration, last 30 days"));
    m_chartCard->body()->addWidget(m_chart, 1);
    auto *caption = new QHBoxLayout;
    caption->setContentsMargins(14, 0, 14, space::s);
    m_summary->setWordWrap(true);
    caption->addWidget(m_summary);
    m_chartCard->body()->addLayout(caption);
    m_below->setSpacing(space::l);
    m_below->addWidget(m_pane, 2);
    m_below->addWidget(m_chartCard, 1);

    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    column->addWidget(m_desk);
    column->addLayout(m_below, 1);
    content()->addWidget(scrolled(inner), 1);

    connect(m_picker, &PersonPicker::personChosen, this, &CallPage::choose);
    connect(m_picker, &PersonPicker::cleared, this, [this] { choose({}); });
    connect(view, &ListView::activated, this,
            [this](const QModelIndex &index) { open(m_history->row(index.row()).view.attempt.user.text()); });
    connect(m_desk, &CallDesk::callRequested, this, &CallPage::call);
    connect(m_desk, &CallDesk::cancelRequested, this, &CallPage::cancel);
    connect(m_desk, &CallDesk::dialRequested, this, [this] { openUrl("ANTEROOM_CALL_PHONE_URL"); });
    connect(m_desk, &CallDesk::connectRequested, this, [this] { openUrl("ANTEROOM_CALL_SIP_URL"); });
    auto *calls =
        new ChangeWatch(clinic.store().changes(), {Topic::Calls, Topic::UserDevices, Topic::Users}, this);
    connect(calls, &ChangeWatch::changed, this, &CallPage::load);
}

void CallPage::activate()
{
    m_audit->opened();
    load();
    m_picker->setFocus();
}

void CallPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), QStringLiteral("calls/list"));
}

void CallPage::open(const QByteArray &userId)
{
    m_opened = true;
    choose(UserId::fromTrusted(userId));
    loadDesk();
}

void CallPage::choose(const UserId &user)
{
    if (m_user == user)
        return;
    m_user = user;
    m_call = {};
    m_number.clear();
    ++m_question; // an answer about who was looked at before comes too late
    m_desk->setTrouble({});
    m_desk->show(std::nullopt);
    m_history->setUser(user);
    m_pane->view()->setColumnShown(CallHistory::Person, user.isNull());
    m_pane->setEmpty(Icon::Calls, user.isNull() ? tr("No calls yet") : tr("Never called"),
                     tr("Every call stands here, and what became of it."));
    if (user.isNull())
        return;
    auditLater(m_clinic.store(), m_actor(), {.action = "device.list", .patient = user});
    loadDesk();
}

void CallPage::load()
{
    m_history->refresh();
    loadDesk();
    loadChart();
}

// The call that is under way, from wherever it was made; else the one that was made here.
void CallPage::loadDesk()
{
    if (m_user.isNull())
        return;
    const auto question = ++m_question;
    const Settings &settings = m_clinic.settings();
    const std::chrono::milliseconds patience(settings.integer("ANTEROOM_CALL_REGISTER_TIMEOUT_MS"));
    const bool sandbox = settings.text("ANTEROOM_PUSH_PROVIDER") == QLatin1String("sandbox");
    const bool softphone = !settings.text("ANTEROOM_CALL_SIP_URL").isEmpty();
    whenDone(m_clinic.store().read([user = m_user, made = m_call, patience, softphone,
                                    sandbox](Transaction &tx) -> Result<CallSubject> {
        auto known = UserRepository::byId(tx, user);
        if (!known)
            return fail(ErrorCode::NotFound, "user.unknown");
        CallSubject subject{*std::move(known), UserDeviceRepository::ofUser(tx, user),
                            std::nullopt,      patience,
                            softphone,         sandbox};
        for (const CallAttempt &last : CallRepository::lastOfUser(tx, user, 1)) {
            if (auto call = CallService::view(tx, last.call); call && !call->isOver())
                subject.call = *std::move(call);
        }
        if (!subject.call && !made.isNull()) {
            if (auto call = CallService::view(tx, made))
                subject.call = *std::move(call);
        }
        return subject;
    }),
             this, [this, question](const Result<CallSubject> &subject) {
                 if (question != m_question)
                     return;
                 if (subject)
                     showSubject(*subject);
                 else
                     m_desk->show(std::nullopt);
             });
}

void CallPage::showSubject(const CallSubject &subject)
{
    m_number = subject.user.mobile;
    m_desk->show(subject);
    if (std::exchange(m_opened, false)) {
        m_picker->setChosen(personName(subject.user));
        m_desk->focusMain();
    }
    // The phone is awake: now the clinician's own rings, once by itself.
    const bool awake = subject.call && !subject.call->isOver() && m_desk->connectPhone()->isVisibleTo(m_desk);
    if (awake && subject.call->key == m_call && std::exchange(m_connected, m_call) != m_call)
        openUrl("ANTEROOM_CALL_SIP_URL");
}

void CallPage::loadChart()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<QVector<RegistrationTime>> {
        return CallService::registrationTimes(tx, tx.now() - chartSpan, 5000);
    }),
             this, [this](const Result<QVector<RegistrationTime>> &times) {
                 if (!times)
                     return;
                 const auto patience = m_clinic.settings().integer("ANTEROOM_CALL_REGISTER_TIMEOUT_MS");
                 m_chart->setTimes(*times, std::chrono::milliseconds(patience));
                 m_summary->setText(m_chart->summary());
                 m_summary->setVisible(!m_chart->summary().isEmpty());
             });
}

void CallPage::call()
{
    if (m_user.isNull())
        return;
    const Actor actor = m_actor();
    m_call = {};
    m_desk->setPlacing(true);
    const NewCall call{.callId = {},
                       .callerName = actor.displayName.isEmpty() ? QString() : actor.displayName};
    whenDone(m_clinic.callCenter().callPerson(actor, m_user, call), this,
             [this, user = m_user](const Result<CallCenter::Placed> &placed) {
                 m_desk->setPlacing(false);
                 if (user != m_user)
                     return; // somebody else is looked at now
                 if (placed)
                     m_call = placed->call;
                 else if (!placed.error().is("call.no_device")) // the desk says that, with the number
                     m_desk->setTrouble(errorText(placed.error()));
                 loadDesk();
             });
}

void CallPage::cancel()
{
    if (m_user.isNull())
        return;
    whenDone(m_clinic.store().write([&service = m_clinic.calls(), actor = m_actor(),
                                     user = m_user](WriteTransaction &tx) -> Result<void> {
        const auto last = CallRepository::lastOfUser(tx, user, 1);
        return last.isEmpty() ? Result<void>() : service.cancelCall(tx, actor, last.first().call);
    }),
             this, [this](const Result<void> &done) {
                 if (!done)
                     m_desk->setTrouble(errorText(done.error()));
                 loadDesk();
             });
}

// The clinician's own telephone: what opens such an address is the desktop's choice.
void CallPage::openUrl(const char *setting)
{
    const QString url = phoneUrl(m_clinic.settings().text(setting), m_number);
    if (QDesktopServices::openUrl(QUrl(url)) || !bars())
        return;
    bars()->show(Tone::Warn, tr("No program on this computer opens %1. Dial the number yourself.").arg(url));
}

void CallPage::resizeEvent(QResizeEvent *event)
{
    ConsolePage::resizeEvent(event);
    m_below->setDirection(width() < fontMetrics().averageCharWidth() * 120 ? QBoxLayout::TopToBottom
                                                                           : QBoxLayout::LeftToRight);
}

} // namespace anteroom
