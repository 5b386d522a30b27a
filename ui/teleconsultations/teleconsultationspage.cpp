// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationspage.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/changewatch.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/listaudit.h"
#include "ui/shell/viewstate.h"
#include "ui/teleconsultations/agendamodel.h"
#include "ui/teleconsultations/teleconsultationdetails.h"
#include "ui/teleconsultations/teleconsultationdialog.h"
#include "ui/teleconsultations/teleconsultationmover.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QShortcut>

namespace anteroom {

namespace {

const QString spanKey = QStringLiteral("teleconsultations/day");
const QString weekendKey = QStringLiteral("teleconsultations/weekend");
constexpr std::chrono::seconds tick{5};

} // namespace

TeleconsultationsPage::TeleconsultationsPage(Clinic &clinic, std::function<Actor()> actor,
                                             PersonSearch &search, QWidget *parent)
    : ConsolePage("teleconsultations", tr("Teleconsultations"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_search(search)
    , m_model(new AgendaModel(clinic, m_actor, this))
    , m_scheduler(new TeleconsultationScheduler(clinic, m_actor, this))
    , m_mover(new TeleconsultationMover(clinic, *m_scheduler, this))
    , m_agenda(new AgendaView)
    , m_splitter(new DetailSplitter)
    , m_pane(new QWidget)
    , m_details(new TeleconsultationDetails(clinic, *m_scheduler))
    , m_failed(new InlineBar(Tone::Bad, {}))
    , m_cutOff(new InlineBar(Tone::Warn, tr("There is more than can be shown here: these are the first %1.")
                                             .arg(QLocale().toString(AgendaModel::most))))
    , m_note(new Label(TextRole::Caption))
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "teleconsultation.list"))
    , m_zone(clinicZone(clinic.settings()))
    , m_date(today())
{
    makeHeader();
    m_failed->setAction(tr("Try again"));
    m_failed->setClosable(false);
    m_failed->hide();
    m_cutOff->setClosable(false);
    m_cutOff->hide();
    auto *card = new Card;
    card->body()->addWidget(m_agenda);
    m_splitter->addWidget(card);
    makeDetails();
    m_note->setWordWrap(true);
    content()->setSpacing(space::s);
    content()->addWidget(m_failed);
    content()->addWidget(m_cutOff);
    content()->addWidget(m_splitter, 1);
    content()->addWidget(m_note);
    connectAgenda();

    connect(m_failed, &InlineBar::actionTriggered, m_model, &AgendaModel::retry);
    connect(m_model, &AgendaModel::loaded, this, &TeleconsultationsPage::fill);
    connect(m_model, &PagedModelBase::stateChanged, this, &TeleconsultationsPage::followState);
    connect(m_mover, &TeleconsultationMover::moved, this, &TeleconsultationsPage::sayMoved);
    connect(m_mover, &TeleconsultationMover::stayed, this, &TeleconsultationsPage::refuse);
    auto *watch =
        new ChangeWatch(clinic.store().changes(), {Topic::Teleconsultations, Topic::Settings}, this);
    connect(watch, &ChangeWatch::changed, this, &TeleconsultationsPage::load);
    m_tick.setInterval(tick);
    connect(&m_tick, &QTimer::timeout, this, &TeleconsultationsPage::followClock);
    describe();
}

void TeleconsultationsPage::connectAgenda()
{
    AgendaCanvas *canvas = m_agenda->canvas();
    connect(canvas, &AgendaCanvas::chosen, this, &TeleconsultationsPage::choose);
    connect(canvas, &AgendaCanvas::opened, this, &TeleconsultationsPage::enterDetails);
    // Once details are shown they follow the arrows.
    connect(canvas, &AgendaCanvas::currentChanged, this, [this, canvas] {
        if (!m_isFilling && !m_chosen.isEmpty() && !canvas->current().id.isEmpty())
            choose(canvas->current().id);
    });
    connect(canvas, &AgendaCanvas::newRequested, this, [this](UtcTime start) { startNew({}, start); });
    connect(canvas, &AgendaCanvas::moveRequested, this, &TeleconsultationsPage::move);
    connect(canvas, &AgendaCanvas::moveRefused, this, [this](const QByteArray &id) {
        const int row = m_model->rowOf(id);
        const bool isOver =
            row >= 0 && m_clinic.teleconsultations().phaseOf(m_model->row(row), m_clinic.clock().now()) ==
                            TeleconsultationPhase::Ended;
        refuse(refusalText({ErrorCode::Conflict,
                            isOver ? "teleconsultation.over" : "teleconsultation.immutable",
                            nullptr,
                            {}}));
    });
    connect(canvas, &AgendaCanvas::moveChanged, this,
            [this](const QString &words) { m_note->setText(words.isEmpty() ? zoneText(m_zone) : words); });
    connect(canvas, &AgendaCanvas::stepRequested, this, &TeleconsultationsPage::step);
    connect(canvas, &AgendaCanvas::escapePressed, this, [this] { choose({}); });
}

void TeleconsultationsPage::activate()
{
    m_audit->opened();
    load();
    if (!m_chosen.isEmpty())
        m_details->show(m_details->id()); // as whoever is signed in now
    m_agenda->canvas()->focusCurrent();
}

void TeleconsultationsPage::restoreView(ViewState &state)
{
    m_views = &state;
    m_weekend->setChecked(state.value(weekendKey, false).toBool());
    setSpan(state.value(spanKey, false).toBool() ? Span::Day : Span::Week);
    state.track(m_splitter, QStringLiteral("teleconsultations/splitter"));
}

void TeleconsultationsPage::keepView()
{
    if (!m_views)
        return;
    m_views->setValue(spanKey, m_span == Span::Day);
    m_views->setValue(weekendKey, m_weekend->isChecked());
}

void TeleconsultationsPage::open(const QByteArray &id)
{
    whenDone(
        m_scheduler->view(TeleconsultationId::fromTrusted(id), TeleconsultationScheduler::Reading::Refreshed),
        this, [this, id](const Result<TeleconsultationView> &view) {
            if (!view)
                return refuse(refusalText(view.error()));
            m_toChoose = id;
            goTo(localTime(view->teleconsultation.startsAt, m_zone).date());
        });
}

void TeleconsultationsPage::startNew(const UserId &person, std::optional<UtcTime> start)
{
    const AgendaCanvas *canvas = m_agenda->canvas();
    const AgendaStop &stop = canvas->current();
    if (!start && stop.id.isEmpty() && stop.day < canvas->places().dates().size()) {
        const UtcTime free = canvas->places().timeAt(stop.day, stop.minute);
        if (free > m_clinic.clock().now() && localTime(free, m_zone).date() != today())
            start = free;
    }
    openForm({}, person, start);
}

void TeleconsultationsPage::edit(const QByteArray &id)
{
    openForm(id, {}, std::nullopt);
}

void TeleconsultationsPage::openForm(const QByteArray &id, const UserId &person, std::optional<UtcTime> start)
{
    auto *dialog = new TeleconsultationDialog(
        m_clinic, m_actor, *m_scheduler, m_search,
        {.id = TeleconsultationId::fromTrusted(id), .person = person, .start = start}, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TeleconsultationDialog::saved, this, [this](const Teleconsultation &t) {
        m_toChoose = t.id.text();
        goTo(localTime(t.startsAt, m_zone).date());
    });
    connect(dialog, &TeleconsultationDialog::failed, this, &TeleconsultationsPage::refuse);
    dialog->open();
}

void TeleconsultationsPage::setSpan(Span span)
{
    m_spans->actions().at(int(span))->setChecked(true);
    if (span == m_span)
        return;
    // The day on which the keyboard is becomes the one that is shown.
    const auto &dates = m_agenda->canvas()->places().dates();
    if (span == Span::Day && m_agenda->canvas()->current().day < dates.size())
        m_date = dates.at(m_agenda->canvas()->current().day);
    m_span = span;
    m_isFresh = true;
    describe();
    if (isVisible())
        load();
}

void TeleconsultationsPage::setWeekendShown(bool shown)
{
    m_weekend->setChecked(shown);
    fill();
}

void TeleconsultationsPage::goTo(QDate date)
{
    m_isFresh = true;
    m_date = date;
    load();
}

void TeleconsultationsPage::step(int direction, bool bySide)
{
    m_sideways = bySide ? direction : 0;
    goTo(m_date.addDays(m_span == Span::Week ? 7 * direction : direction));
}

void TeleconsultationsPage::load()
{
    m_zone = clinicZone(m_clinic.settings());
    const QDate first = m_span == Span::Day ? m_date : m_date.addDays(1 - m_date.dayOfWeek());
    const UtcTime from = startOfDay(first, m_zone);
    const UtcTime to = startOfDay(first.addDays(m_span == Span::Day ? 1 : 7), m_zone);
    const bool isOther = from != m_model->from() || to != m_model->to();
    m_model->setSpan(from, to);
    if (isOther)
        fill(); // nothing yet, but the days are right
    describe();
}

void TeleconsultationsPage::followState()
{
    const bool isFailed = m_model->state() == PagedModelBase::State::Failed;
    m_failed->setVisible(isFailed);
    if (isFailed && m_model->error()) {
        m_failed->setText(errorText(*m_model->error()));
        m_agenda->canvas()->endMove(false);
    }
    if (m_model->rows().isEmpty() && !m_model->isWhole())
        m_agenda->setNotice({});
}

void TeleconsultationsPage::followClock()
{
    const auto all = entries();
    if (all != m_agenda->canvas()->entries() && m_model->isWhole())
        fill();
    m_agenda->canvas()->setNow(m_clinic.clock().now());
    m_agenda->setToday(today());
}

void TeleconsultationsPage::showEvent(QShowEvent *event)
{
    ConsolePage::showEvent(event);
    m_tick.start();
    followClock();
}

void TeleconsultationsPage::hideEvent(QHideEvent *event)
{
    ConsolePage::hideEvent(event);
    m_tick.stop();
}

void TeleconsultationsPage::choose(const QByteArray &id)
{
    m_chosen = id;
    m_agenda->canvas()->setChosen(id);
    m_pane->setVisible(!id.isEmpty());
    if (id.isEmpty())
        m_details->clear();
    else
        m_details->show(TeleconsultationId::fromTrusted(id));
}

// The first Enter shows the details, a second one goes to what can be done there.
void TeleconsultationsPage::enterDetails(const QByteArray &id)
{
    if (id != m_chosen || !m_pane->isVisible())
        return choose(id);
    for (Button *button : {m_details->joinButton(), m_details->inviteButton(), m_details->editButton(),
                           m_details->cancelButton()}) {
        if (button->isVisible() && button->isEnabled())
            return button->setFocus(Qt::OtherFocusReason);
    }
}

void TeleconsultationsPage::makeDetails()
{
    auto *close = new Button(tr("Close details"), Button::Kind::Quiet);
    close->setToolTip(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    auto *column = new QVBoxLayout(m_pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_details, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    m_splitter->addWidget(m_pane);
    m_splitter->setSizes({680, 320}); // in proportion, until somebody drags it
    m_splitter->setStretchFactor(0, 1);
    m_pane->hide();
    const auto leave = [this] {
        choose({});
        m_agenda->canvas()->focusCurrent();
    };
    connect(close, &Button::clicked, this, leave);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_pane, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, leave);
    connect(m_details, &TeleconsultationDetails::editRequested, this,
            [this](const TeleconsultationId &id) { edit(id.text()); });
    connect(m_details, &TeleconsultationDetails::cancelled, this, [this, leave](int told) {
        leave();
        if (bars())
            bars()->show(Tone::Good,
                         told > 0 ? tr("Cancelled. %n message(s) say so.", nullptr, told) : tr("Cancelled."));
    });
    connect(m_details, &TeleconsultationDetails::outboxRequested, this,
            [this] { Q_EMIT openRequested("outbox", {}); });
}

void TeleconsultationsPage::move(const QByteArray &id, UtcTime start)
{
    const int row = m_model->rowOf(id);
    if (row < 0 || m_mover->isBusy())
        return m_agenda->canvas()->endMove(false);
    m_mover->move(m_model->row(row), start);
}

void TeleconsultationsPage::refuse(const QString &why)
{
    m_agenda->canvas()->endMove(false);
    if (!why.isEmpty() && bars())
        bars()->show(Tone::Bad, why);
}

void TeleconsultationsPage::sayMoved(const Teleconsultation &was, UtcTime start, int told)
{
    m_agenda->canvas()->endMove(true);
    load();
    if (!bars())
        return;
    const QString day = dayText(localTime(start, m_zone).date(), today(), QLocale());
    const QString time = timeText(start, m_zone);
    if (told > 0) {
        bars()->show(Tone::Good,
                     tr("Moved to %1, %2. %n person(s) is/are told.", nullptr, told).arg(day, time));
        return;
    }
    InlineBar *bar = bars()->show(Tone::Good, tr("Moved to %1, %2.").arg(day, time), tr("Undo"));
    bar->closeAfter(std::chrono::seconds(10));
    connect(bar, &InlineBar::actionTriggered, this, [this, bar, was] {
        bar->dismiss();
        if (!m_mover->isBusy())
            m_mover->move(was, was.startsAt);
    });
}

} // namespace anteroom
