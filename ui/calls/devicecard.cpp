// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/devicecard.h"

#include "ui/calls/callwords.h"
#include "ui/common/badge.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"

#include <QBoxLayout>

namespace anteroom {

namespace {

enum { PushSent, Awake, Ringing, Answered };

std::chrono::milliseconds between(UtcTime from, UtcTime to)
{
    return std::max(std::chrono::round<std::chrono::milliseconds>(to - from), std::chrono::milliseconds(0));
}

} // namespace

DeviceCard::DeviceCard(QWidget *parent)
    : Card(parent)
    , m_state(new Badge)
    , m_words(new Label(TextRole::Body))
{
    addHeaderWidget(m_state);
    m_words->setDim(true);
    m_words->setWordWrap(true);
    m_words->setMargin(14);
    const QStringList names{tr("Push sent"), tr("Phone awake (registered)"), tr("Ringing"), tr("Answered")};
    for (int i = 0; i < names.size(); ++i) {
        Step &step = m_steps[size_t(i)];
        step.line = new QWidget;
        step.sign = new Label(TextRole::Body);
        step.words = new Label(TextRole::Body, names.at(i));
        step.words->setElided(true);
        step.time = new Label(TextRole::Body);
        step.time->setDim(true);
        auto *line = new QHBoxLayout;
        line->setContentsMargins(14, space::s, 14, space::s);
        line->addWidget(step.sign);
        line->addWidget(step.words, 1);
        line->addWidget(step.time);
        auto *column = new QVBoxLayout(step.line);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addLayout(line);
        column->addWidget(new Separator);
        body()->addWidget(step.line);
    }
    body()->addWidget(m_words);
    body()->addStretch();
}

void DeviceCard::show(const QString &name, const UserDevice &device,
                      const std::optional<CallAttempt> &attempt, UtcTime now)
{
    m_name = name;
    m_attempt = attempt;
    setTitle(name);
    if (attempt)
        return tick(now);
    for (const Step &step : m_steps)
        step.line->hide();
    const bool callable = device.takesCalls();
    m_state->set(callable                      ? tr("Takes calls")
                 : !device.acceptsInboundCalls ? tr("Refuses calls")
                                               : tr("Not reachable"),
                 callable ? Tone::Good : Tone::Neutral);
    m_words->setText(callable ? tr("A call wakes it and lets it ring.")
                     : !device.acceptsInboundCalls
                         ? tr("Calls are turned off on this device.")
                         : tr("The app on this device has told us no way to wake it."));
    m_words->show();
    setAccessibleName(QStringLiteral("%1, %2").arg(m_name, m_state->text()));
}

void DeviceCard::tick(UtcTime now)
{
    if (!m_attempt)
        return;
    const CallProgress &progress = m_attempt->progress;
    QString words = callStateText(progress);
    if (progress.state == CallState::Ringing)
        words += u' ' + clockText(between(*progress.ringingAt, now));
    else if (progress.state == CallState::Answered)
        words += u' ' + clockText(between(*progress.answeredAt, now));
    m_state->set(words, callStateTone(progress));
    setAccessibleName(QStringLiteral("%1, %2").arg(m_name, callStateText(progress)));
    showSteps(progress, now);
    const QString reason = callReasonText(progress);
    m_words->setText(reason);
    m_words->setVisible(!reason.isEmpty());
}

void DeviceCard::showSteps(const CallProgress &progress, UtcTime now)
{
    const bool began = progress.state != CallState::Refused &&
                       !(progress.state == CallState::Unreachable && !progress.acceptedAt);
    for (const Step &step : m_steps)
        step.line->setVisible(began);
    if (!began)
        return;
    const UtcTime start = progress.dispatchedAt;
    const UtcTime end = progress.endedAt.value_or(now);
    // A phone that is heard of was reached, whatever the push service has said so far.
    const auto sent = progress.acceptedAt ? progress.acceptedAt : progress.registeredAt;
    showStep(PushSent, start, sent, sent || progress.wasReached(), end);
    const bool awake = progress.wasReached();
    showStep(Awake, sent || awake ? std::optional(start) : std::nullopt, progress.registeredAt, awake, end);
    showStep(Ringing, progress.ringingAt, progress.answeredAt, progress.ringingAt.has_value(), end);
    showStep(Answered, progress.answeredAt, progress.endedAt, progress.answeredAt.has_value(), end);
}

// Ringing and talking last; the others are a wait that ends.
void DeviceCard::showStep(int which, std::optional<UtcTime> since, std::optional<UtcTime> until, bool reached,
                          UtcTime now)
{
    const Step &step = m_steps[size_t(which)];
    const bool over = m_attempt->progress.isFinal();
    const bool waits = since && !until && !over;
    const bool lasts = which == Ringing || which == Answered;
    const bool done = reached && (!lasts || until || over);
    step.sign->setText({});
    const int size = fontMetrics().height(); // as large as the words beside it
    step.sign->setFixedWidth(size + space::s);
    if (done || (reached && !waits))
        step.sign->setPixmap(icon(Icon::Check, IconRole::Good).pixmap(size, size));
    else if (waits)
        step.sign->setPixmap(icon(Icon::Clock, IconRole::Info).pixmap(size, size));
    else
        step.sign->setText(QStringLiteral("–"));
    step.words->setDim(!reached && !waits);
    QString time;
    if (since && (reached || waits)) {
        const auto took = between(*since, until.value_or(now));
        time = which == Answered ? clockText(took) : secondsText(took);
    }
    step.time->setText(time);
}

QStringList DeviceCard::steps() const
{
    QStringList all;
    for (const Step &step : m_steps) {
        if (!step.line->isHidden())
            all += step.words->text() + (step.time->text().isEmpty() ? QString() : u' ' + step.time->text());
    }
    return all;
}

QString DeviceCard::state() const
{
    return m_state->text();
}

} // namespace anteroom
