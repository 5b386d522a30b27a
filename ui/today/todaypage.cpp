// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todaypage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/common/relativetime.h"
#include "ui/common/scrolled.h"
#include "ui/delivery/deliverywords.h"
#include "ui/delivery/outboxmodel.h"
#include "ui/filerequests/filerequestmodel.h"
#include "ui/filerequests/photoloader.h"
#include "ui/shell/viewstate.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QBoxLayout>
#include <QDateTime>
#include <QDesktopServices>
#include <QStackedWidget>
#include <QStyle>
#include <QTabBar>
#include <QUrl>

#include <map>

namespace anteroom {

namespace {

constexpr int answersShown = 8;
constexpr int troublesShown = 20;
constexpr int consultationsShown = 8;
const QByteArray pausedKey = QByteArrayLiteral("paused ");
const QString whoseKey = QStringLiteral("today/whose");

// Whether the quiet button hands a message over again; else it opens the outbox.
bool canSendAgain(const Message &message)
{
    return message.status == MessageStatus::InDoubt && !isRoomInDoubt(message);
}

} // namespace

TodayPage::TodayPage(Clinic &clinic, std::function<Actor()> actor, QAction *start, QWidget *parent)
    : ConsolePage("today", tr("Today"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_photos(std::make_unique<PhotoLoader>(clinic, m_actor))
    , m_faces(new QStackedWidget)
    , m_nothing(new EmptyState)
    , m_answered(new TodayList(tr("Answered")))
    , m_troubled(new TodayList(tr("Not delivered")))
    , m_calls(new TodayList(tr("Calls")))
    , m_consultations(new TodayList(tr("Next consultations")))
    , m_whose(new QTabBar)
    , m_scheduler(new TeleconsultationScheduler(clinic, m_actor, this))
{
    build(start);
    connect(m_answered, &TodayList::actionRequested, this,
            [this](const QByteArray &id) { Q_EMIT openRequested("file-requests", id); });
    connect(m_troubled, &TodayList::actionRequested, this,
            [this](const QByteArray &id) { decide(id, false); });
    connect(m_troubled, &TodayList::secondRequested, this,
            [this](const QByteArray &id) { decide(id, true); });
    connect(m_calls, &TodayList::actionRequested, this,
            [this](const QByteArray &user) { Q_EMIT openRequested("calls", user); });
    connect(m_consultations, &TodayList::actionRequested, this, &TodayPage::begin);
    connect(m_consultations, &TodayList::secondRequested, this,
            [this](const QByteArray &id) { Q_EMIT openRequested("teleconsultations", id); });
    connect(m_whose, &QTabBar::currentChanged, this, [this](int index) {
        if (m_views)
            m_views->setValue(whoseKey, index);
        m_opened = true;
        load();
    });
    // The side bar counts on, whichever page is shown.
    auto *watch = new ChangeWatch(clinic.store().changes(),
                                  {Topic::FileRequests, Topic::Files, Topic::Outbox, Topic::Settings,
                                   Topic::Calls, Topic::Teleconsultations},
                                  static_cast<QObject *>(this));
    connect(watch, &ChangeWatch::changed, this, &TodayPage::load);
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            load();
    });
    m_minute.start();
    m_change.setSingleShot(true);
    m_change.setTimerType(Qt::PreciseTimer);
    connect(&m_change, &QTimer::timeout, this, [this] {
        if (isVisible())
            load();
    });
}

TodayPage::~TodayPage() = default;

void TodayPage::build(QAction *start)
{
    m_whose->setAccessibleName(tr("Whose answers"));
    m_whose->setDrawBase(false);
    m_whose->setExpanding(false);
    m_whose->setUsesScrollButtons(false);
    for (int i = 0; i < 3; ++i)
        m_whose->addTab({});
    m_whose->setCurrentIndex(int(Whose::All));
    m_answered->addHeaderWidget(m_whose);
    auto *all = new Button(tr("Show all answers"), Button::Kind::Quiet);
    connect(all, &Button::clicked, this, [this] { Q_EMIT allAnswersRequested(whose()); });
    m_allAnswers = all;
    m_answered->body()->addWidget(all, 0, Qt::AlignLeft);
    m_answered->setEmptyText(tr("No answer waits here."));
    m_troubled->setEmptyText(tr("Every message left as it should."));
    m_calls->setEmptyText(tr("No call runs, and none was missed since yesterday."));
    m_consultations->setEmptyText(tr("Nobody meets within 24 hours."));
    m_consultations->addHeaderWidget(new Label(TextRole::Caption, tr("24 hours")));
    auto *agenda = new Button(tr("Show the agenda"), Button::Kind::Quiet);
    connect(agenda, &Button::clicked, this, [this] { Q_EMIT openRequested("teleconsultations", {}); });
    m_allConsultations = agenda;
    m_consultations->body()->addWidget(agenda, 0, Qt::AlignLeft);
    m_nothing->set(Icon::Good, tr("Nothing waits for you"),
                   tr("Every answer has been dealt with, and every message left as it should."),
                   IconRole::Good);
    m_nothing->setAction(start);

    auto *cards = new QWidget;
    m_cards = new QBoxLayout(QBoxLayout::LeftToRight, cards);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(space::l);
    for (const auto &[above, below] :
         {std::pair(m_answered, m_calls), std::pair(m_troubled, m_consultations)}) {
        auto *side = new QVBoxLayout;
        side->setSpacing(space::l);
        side->addWidget(above);
        side->addWidget(below);
        side->addStretch(1);
        m_cards->addLayout(side, 1);
    }
    auto *column = new QWidget;
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(cards);
    rows->addStretch();
    m_faces->addWidget(scrolled(column));
    m_faces->addWidget(m_nothing);
    content()->addWidget(m_faces, 1);
}

void TodayPage::activate()
{
    m_opened = true;
    m_wantsFocus = true;
    load();
}

void TodayPage::restoreView(ViewState &state)
{
    m_views = &state;
    const QSignalBlocker blocked(m_whose);
    m_whose->setCurrentIndex(state.value(whoseKey, int(Whose::All)).toInt());
}

void TodayPage::resizeEvent(QResizeEvent *event)
{
    ConsolePage::resizeEvent(event);
    followWidth();
}

// Two columns where there is room for them, at any size of text and in any language.
void TodayPage::followWidth()
{
    int needed = m_cards->spacing() + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    for (int i = 0; i < m_cards->count(); ++i)
        needed += m_cards->itemAt(i)->minimumSize().width();
    const bool isWide = width() >= std::max(needed, fontMetrics().averageCharWidth() * 130);
    m_cards->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

TodayPage::Whose TodayPage::whose() const
{
    return Whose(m_whose->currentIndex());
}

void TodayPage::load()
{
    FileRequestFilter filter{.state = FileRequestFilter::State::Answered};
    if (whose() == Whose::Mine)
        filter.assignee = StaffId::fromTrusted(m_actor().id);
    else if (whose() == Whose::Unassigned)
        filter.assignee = StaffId();
    // Out of sight only the numbers are of use.
    const bool isShown = isVisible();
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), filter,
                                    isShown](Transaction &tx) -> Result<News> {
        auto counts = WorkList::answered(tx, actor);
        if (!counts)
            return fail(std::move(counts.error()));
        auto troubled = WorkList::troubled(tx, actor, troublesShown);
        if (!troubled)
            return fail(std::move(troubled.error()));
        auto calls = TodayCalls::load(tx);
        if (!isShown)
            return News{.counts = *counts, .troubled = *std::move(troubled), .calls = std::move(calls)};
        auto consultations = TodayConsultations::load(tx, clinic.teleconsultations(), actor,
                                                      clinicZone(clinic.settings()), consultationsShown);
        if (!consultations)
            return fail(std::move(consultations.error()));
        auto page = WorkList::page(tx, clinic.fileRequests(), actor, filter, {answersShown, {}});
        if (!page)
            return fail(std::move(page.error()));
        return News{*counts,
                    std::move(page->items),
                    !page->nextCursor.isEmpty(),
                    *std::move(troubled),
                    std::move(calls),
                    *std::move(consultations),
                    true};
    }),
             this, [this](const Result<News> &news) {
                 if (news)
                     showNews(*news);
                 else if (bars() && isVisible())
                     bars()->show(Tone::Bad, errorText(news.error()));
             });
}

void TodayPage::showNews(const News &news)
{
    m_paused = paused();
    const int waiting =
        news.counts.answered + int(news.troubled.size() + m_paused.size() + news.calls.missed.size());
    setCount(waiting);
    if (!isVisible() || !news.isWhole)
        return;
    if (std::exchange(m_opened, false)) {
        if (!news.answered.isEmpty())
            auditLater(m_clinic.store(), m_actor(), {.action = "file_request.list"});
        if (!news.troubled.isEmpty())
            auditLater(m_clinic.store(), m_actor(), {.action = "outbox.list"});
        if (!news.calls.isEmpty())
            auditLater(m_clinic.store(), m_actor(), {.action = "call.list"});
        if (!news.consultations.items.isEmpty())
            auditLater(m_clinic.store(), m_actor(), {.action = "teleconsultation.list"});
    }
    const QDate today = localTime(m_clinic.clock().now(), clinicZone(m_clinic.settings())).date();
    const QString date = QLocale().toString(today, QLocale::LongFormat);
    setSubtitle(waiting == 0 ? date
                             : QStringLiteral("%1 · %2").arg(
                                   date, tr("%n thing(s) need(s) somebody", nullptr, waiting)));
    const bool isQuiet = waiting == 0 && news.calls.isEmpty() && news.consultations.items.isEmpty();
    m_faces->setCurrentIndex(isQuiet ? 1 : 0);
    showAnswers(news);
    showTroubled(news);
    showCalls(news.calls);
    showConsultations(news.consultations);
    followWidth();
    if (std::exchange(m_wantsFocus, false)) {
        QWidget *target = isQuiet ? m_nothing->focusTarget() : nullptr;
        for (const TodayList *list : {m_answered, m_troubled, m_calls, m_consultations}) {
            if (!target)
                target = list->focusTarget();
        }
        if (target)
            target->setFocus(Qt::OtherFocusReason);
    }
}

void TodayPage::showAnswers(const News &news)
{
    m_whose->setTabText(int(Whose::Mine), tr("Mine %1").arg(news.counts.mine));
    m_whose->setTabText(int(Whose::Unassigned), tr("Unassigned %1").arg(news.counts.unassigned));
    m_whose->setTabText(int(Whose::All), tr("All %1").arg(news.counts.answered));
    m_allAnswers->setVisible(news.moreAnswered);
    QVector<TodayEntry> entries;
    for (const WorkItem &item : news.answered) {
        const FileRequest &request = item.view.request;
        QStringList detail{tr("%n photo(s)", nullptr, int(item.view.files.size()))};
        if (!request.prompt.isEmpty())
            detail += tr("“%1”").arg(fontMetrics().elidedText(request.prompt.simplified(), Qt::ElideRight,
                                                              fontMetrics().averageCharWidth() * 60));
        if (request.answeredAt)
            detail += relativeTime(*request.answeredAt, m_clinic.clock().now());
        if (whose() == Whose::All && !item.assignee.isEmpty())
            detail += item.assignee;
        const bool scanning = item.filesToScan > 0;
        entries.append({.key = request.id.text(),
                        .title = nameText(item.view.patient),
                        .detail = detail.join(QStringLiteral(" · ")),
                        .state = scanning ? tr("Scanning") : QString(),
                        .tone = Tone::Warn,
                        .action = tr("Open"),
                        .hasPicture = true});
    }
    m_answered->setEntries(entries);
    for (const WorkItem &item : news.answered) {
        if (!item.view.files.isEmpty() && item.view.files.first().hasThumbnail)
            loadPicture(item.view.request.id.text(), item.view.files.first().id);
    }
}

void TodayPage::loadPicture(const QByteArray &key, const FileId &file)
{
    if (const auto known = m_pictures.constFind(key); known != m_pictures.constEnd()) {
        m_answered->setPicture(key, *known);
        return;
    }
    whenDone(m_photos->thumbnail(file), this, [this, key](const Result<QImage> &image) {
        if (!image)
            return;
        if (m_pictures.size() > 100)
            m_pictures.clear();
        m_pictures.insert(key, *image);
        m_answered->setPicture(key, *image);
    });
}

void TodayPage::showTroubled(const News &news)
{
    m_messages = news.troubled;
    QVector<TodayEntry> entries = m_paused;
    for (const auto &[message, patient] : news.troubled) {
        const bool inDoubt = message.status == MessageStatus::InDoubt;
        QString way = channelText(message.channel);
        if (message.channel != Channel::Push) // a device's number says nothing to anybody
            way += u' ' + numberText(message.to);
        entries.append({.key = message.id.text(),
                        .title = patient.isEmpty() ? way : QStringLiteral("%1 · %2").arg(patient, way),
                        .detail = troubleText(message),
                        .state = stateText(message),
                        .tone = stateTone(message),
                        .action = inDoubt ? settleText(message) : tr("Retry"),
                        .second = canSendAgain(message) ? tr("Send again") : tr("Open")});
    }
    m_troubled->setEntries(entries);
}

// What no message says for itself: why none of a whole kind leaves.
QVector<TodayEntry> TodayPage::paused() const
{
    std::map<std::pair<QString, QByteArray>, QStringList> lanes; // of a provider, for the same reason
    for (const LaneState &lane : m_clinic.deliveryFigures().lanes) {
        if (lane.pausedUntil && isForAdministrator(lane.reason))
            lanes[{providerOfLane(lane.lane), lane.reason}].append(lane.lane);
    }
    QVector<TodayEntry> entries;
    for (const auto &[why, paused] : lanes)
        entries.append(
            {.key = pausedKey + why.first.toUtf8() + ' ' + why.second,
             .title = pausedText(paused),
             .detail = reasonText(why.second) + u' ' + tr("What waits leaves by itself once that is mended."),
             .state = tr("Stopped"),
             .tone = Tone::Bad,
             .action = m_actor().isAdmin() ? tr("Settings") : QString()});
    return entries;
}

void TodayPage::showCalls(const TodayCalls &calls)
{
    m_calls->setEntries(calls.entries(m_clinic.clock().now()));
}

void TodayPage::showConsultations(const TodayConsultations &consultations)
{
    m_next = consultations;
    const UtcTime now = m_clinic.clock().now();
    m_consultations->setEntries(consultations.entries(now));
    m_allConsultations->setVisible(consultations.more);
    m_change.stop();
    if (const auto next = consultations.nextChange(now))
        m_change.start(std::chrono::ceil<std::chrono::milliseconds>(*next - now));
}

// What it asks for first.
void TodayPage::begin(const QByteArray &consultation)
{
    const TodayConsultations::Item *item = m_next.item(consultation);
    if (item && item->next == TodayConsultations::Next::Join)
        join(*item);
    else if (item && item->next == TodayConsultations::Next::Invite)
        invite(item->teleconsultation.id);
    else
        Q_EMIT openRequested("teleconsultations", consultation);
}

// The link is read as it is used.
void TodayPage::join(const TodayConsultations::Item &item)
{
    whenDone(m_scheduler->link(item.teleconsultation.id, item.self, TeleconsultationScheduler::LinkUse::Join),
             this, [this](const Result<QString> &link) {
                 const bool isOpened = link && QDesktopServices::openUrl(QUrl(*link));
                 if (!isOpened && bars())
                     bars()->show(Tone::Bad,
                                  link ? tr("No browser could be opened.") : refusalText(link.error()));
             });
}

void TodayPage::invite(const TeleconsultationId &id)
{
    whenDone(m_scheduler->view(id, TeleconsultationScheduler::Reading::Opened), this,
             [this](const Result<TeleconsultationView> &view) {
                 if (!view) {
                     if (bars())
                         bars()->show(Tone::Bad, refusalText(view.error()));
                     return;
                 }
                 auto *dialog = new InvitationDialog(m_clinic, *m_scheduler, *view, window());
                 dialog->setAttribute(Qt::WA_DeleteOnClose);
                 connect(dialog, &InvitationDialog::invited, this, [this](int messages) {
                     if (bars())
                         bars()->show(Tone::Good,
                                      tr("%n invitation(s) are on their way.", nullptr, messages));
                 });
                 dialog->open();
             });
}

// In doubt: it arrived, or it is sent again. Failed: it is tried again, or looked at.
void TodayPage::decide(const QByteArray &id, bool second)
{
    if (id.startsWith(pausedKey)) {
        Q_EMIT openRequested("settings", {});
        return;
    }
    const auto at = std::find_if(m_messages.begin(), m_messages.end(),
                                 [&](const TroubledMessage &each) { return each.message.id.text() == id; });
    if (at == m_messages.end())
        return;
    const bool inDoubt = at->message.status == MessageStatus::InDoubt;
    if (second && !canSendAgain(at->message)) {
        Q_EMIT openRequested("outbox", at->message.reference);
        return;
    }
    const bool arrived = inDoubt && !second;
    whenDone(m_clinic.store().write([&clinic = m_clinic, actor = m_actor(), message = at->message.id,
                                     arrived](WriteTransaction &tx) -> Result<void> {
        return arrived ? clinic.outbox().settle(tx, actor, message)
                       : clinic.outbox().retry(tx, actor, message);
    }),
             this, [this, arrived](const Result<void> &decided) {
                 if (!bars())
                     return;
                 if (!decided)
                     bars()->show(Tone::Bad, errorText(decided.error()));
                 else
                     bars()->show(Tone::Good,
                                  arrived ? tr("Written down: it arrived.") : tr("It is on its way again."));
             });
}

} // namespace anteroom
