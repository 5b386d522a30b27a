// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/calldesk.h"

#include "app/base/clock.h"
#include "ui/calls/callwords.h"
#include "ui/calls/devicecard.h"
#include "ui/common/button.h"
#include "ui/common/emptystate.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/directory/persontext.h"

#include <QGridLayout>
#include <QShortcut>

#include <algorithm>
#include <functional>

namespace anteroom {

namespace {

constexpr int lettersACard = 44;
constexpr int lettersOfHeader = 90;

} // namespace

CallDesk::CallDesk(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_nobody(new EmptyState)
    , m_content(new QWidget)
    , m_name(new Label(TextRole::Section))
    , m_detail(new Label(TextRole::Caption))
    , m_cancel(new Button(tr("Cancel")))
    , m_connect(new Button(tr("Connect my phone")))
    , m_call(new Button(tr("Call"), Button::Kind::Primary))
    , m_dial(new Button(tr("Call by phone instead"), Button::Kind::Primary))
    , m_notice(new InlineBar(Tone::Info, {}))
    , m_header(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_grid(new QGridLayout)
{
    m_nobody->set(Icon::Calls, tr("Choose whom to call"),
                  tr("All devices of a patient ring at once; whichever is answered first stops the others."));
    m_cancel->setKeyHint(QKeySequence(Qt::Key_Escape));
    m_notice->setClosable(false);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_detail);
    m_name->setWordWrap(true);
    m_detail->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    for (Button *button : {m_cancel, m_connect, m_call, m_dial})
        buttons->addWidget(button);
    buttons->addStretch();
    m_header->setSpacing(space::s);
    m_header->addLayout(names, 1);
    m_header->addLayout(buttons);
    m_grid->setSpacing(space::l);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(m_header);
    column->addWidget(m_notice);
    column->addLayout(m_grid);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_nobody);
    all->addWidget(m_content);

    connect(m_call, &Button::clicked, this, &CallDesk::callRequested);
    connect(m_cancel, &Button::clicked, this, &CallDesk::cancelRequested);
    connect(m_dial, &Button::clicked, this, &CallDesk::dialRequested);
    connect(m_connect, &Button::clicked, this, &CallDesk::connectRequested);
    auto *escape =
        new QShortcut(QKeySequence(Qt::Key_Escape), m_cancel, nullptr, nullptr, Qt::WindowShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_cancel->isVisible())
            Q_EMIT cancelRequested();
    });
    m_second.setInterval(std::chrono::milliseconds(200));
    connect(&m_second, &QTimer::timeout, this, &CallDesk::tick);
    show(std::nullopt);
}

QString CallDesk::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void CallDesk::show(const std::optional<CallSubject> &subject)
{
    m_subject = subject;
    m_nobody->setVisible(!subject);
    m_content->setVisible(subject.has_value());
    follow();
}

void CallDesk::setPlacing(bool placing)
{
    m_placing = placing;
    if (placing)
        m_trouble.clear();
    follow();
}

void CallDesk::setTrouble(const QString &words)
{
    m_trouble = words;
    follow();
}

void CallDesk::focusMain()
{
    for (Button *button : {m_cancel, m_dial, m_call}) {
        if (!button->isHidden())
            return button->setFocus(Qt::OtherFocusReason);
    }
}

bool CallDesk::isLive() const
{
    return m_subject && m_subject->call && !m_subject->call->isOver();
}

bool CallDesk::isPhoneAwake() const
{
    return isLive() && std::any_of(m_subject->call->attempts.begin(), m_subject->call->attempts.end(),
                                   [](const CallAttempt &each) {
                                       return !each.progress.isFinal() && each.progress.wasReached();
                                   });
}

void CallDesk::follow()
{
    if (!m_subject)
        return m_second.stop();
    const User &user = m_subject->user;
    const bool live = isLive();
    const bool none = std::none_of(m_subject->devices.begin(), m_subject->devices.end(),
                                   std::mem_fn(&UserDevice::takesCalls));
    // The customer's two cases: no device took the call (where none can, asking them is of no use), or none
    // registered in time.
    const bool fallback = !m_placing && !live && !user.mobile.isEmpty() &&
                          (m_subject->call ? !m_subject->call->fallback.isEmpty() : none);
    m_name->setText(live || m_placing ? tr("Calling %1").arg(personName(user)) : personName(user));
    m_detail->setText(personDetail(user));
    m_cancel->setVisible(live);
    m_call->setVisible(!live && !none);
    m_call->setEnabled(!m_placing);
    m_call->setKind(fallback ? Button::Kind::Normal : Button::Kind::Primary);
    m_call->setText(m_subject->call ? tr("Call again") : tr("Call"));
    m_dial->setVisible(fallback);
    m_connect->setVisible(isPhoneAwake() && m_subject->hasSoftphone);

    const QString number = numberText(user.mobile);
    QString words = m_trouble;
    Tone tone = Tone::Bad;
    if (words.isEmpty() && fallback) {
        tone = Tone::Warn;
        const auto &call = m_subject->call;
        const bool waited =
            call && std::any_of(call->attempts.begin(), call->attempts.end(),
                                [](const auto &each) { return each.progress.state == CallState::TimedOut; });
        words = waited ? tr("No phone woke within %1. Call %2 by telephone instead.")
                             .arg(secondsText(m_subject->patience), number)
                : m_subject->devices.isEmpty()
                    ? tr("There is no device with the app. Call %1 by telephone instead.").arg(number)
                    : tr("No device takes the call. Call %1 by telephone instead.").arg(number);
    } else if (words.isEmpty() && live && !isPhoneAwake()) {
        tone = Tone::Info;
        words = user.mobile.isEmpty() ? tr("A phone has %1 to wake.").arg(secondsText(m_subject->patience))
                                      : tr("If no phone wakes within %1, the telephone is the way: %2")
                                            .arg(secondsText(m_subject->patience), number);
        if (m_subject->isSandbox)
            words +=
                QStringLiteral(". ") + tr("The push provider is the sandbox: nothing leaves this machine.");
    } else if (words.isEmpty() && none && user.mobile.isEmpty()) {
        tone = Tone::Warn;
        words = tr("No device takes calls, and no telephone number is known.");
    }
    m_notice->setTone(tone);
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
    followCards();
    if (live)
        m_second.start();
    else
        m_second.stop();
}

void CallDesk::followCards()
{
    const QVector<UserDevice> &devices = m_subject->devices;
    while (m_cards.size() > devices.size())
        delete m_cards.takeLast();
    while (m_cards.size() < devices.size()) {
        m_cards.append(new DeviceCard);
        m_grid->addWidget(m_cards.last(), 0, int(m_cards.size()) - 1);
    }
    const QStringList names = deviceTexts(devices);
    for (qsizetype i = 0; i < devices.size(); ++i) {
        std::optional<CallAttempt> attempt;
        if (m_subject->call) {
            for (const CallAttempt &each : m_subject->call->attempts) {
                if (each.device == devices.at(i).id)
                    attempt = each;
            }
        }
        m_cards.at(i)->show(names.at(i), devices.at(i), attempt, m_clock.now());
        m_cards.at(i)->setVisible(true);
    }
    arrange();
}

void CallDesk::tick()
{
    for (DeviceCard *card : std::as_const(m_cards))
        card->tick(m_clock.now());
}

// Side by side where there is room for it, at any size of text.
void CallDesk::arrange()
{
    const bool narrow = width() < fontMetrics().averageCharWidth() * lettersOfHeader;
    m_header->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    const int room = std::max(1, width() / (fontMetrics().averageCharWidth() * lettersACard));
    const int columns = qBound(1, int(m_cards.size()), room);
    for (int i = 0; i < m_cards.size(); ++i)
        m_grid->addWidget(m_cards.at(i), i / columns, i % columns);
    for (int i = 0; i < m_grid->columnCount(); ++i)
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
}

void CallDesk::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace anteroom
