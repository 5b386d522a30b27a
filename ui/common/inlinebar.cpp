// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/inlinebar.h"

#include "app/base/clock.h"
#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/styleparts.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

namespace anteroom {
namespace {

constexpr int barsAtOnce = 3;

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Icon::Good;
    case Tone::Warn:
        return Icon::Warn;
    case Tone::Bad:
        return Icon::Bad;
    case Tone::Neutral:
    case Tone::Info:
        break;
    }
    return Icon::Info;
}

IconRole roleOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return IconRole::Good;
    case Tone::Warn:
        return IconRole::Warn;
    case Tone::Bad:
        return IconRole::Bad;
    case Tone::Info:
        return IconRole::Info;
    case Tone::Neutral:
        break;
    }
    return IconRole::Dim;
}

} // namespace

InlineBar::InlineBar(Tone tone, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_sign(new QToolButton(this))
    , m_text(new Label(TextRole::Body, text, this))
    , m_action(new Button(QString(), Button::Kind::Quiet, this))
    , m_close(new QToolButton(this))
{
    m_text->setWordWrap(true);
    m_sign->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_sign->setFocusPolicy(Qt::NoFocus);
    m_sign->setAutoRaise(true);
    m_action->hide();
    setTone(tone);
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::StrongFocus);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(space::s, space::xs, space::s, space::xs);
    line->setSpacing(space::xs);
    line->addWidget(m_sign, 0, Qt::AlignVCenter);
    line->addWidget(m_text, 1);
    line->addWidget(m_action, 0, Qt::AlignVCenter);
    line->addWidget(m_close, 0, Qt::AlignVCenter);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setAccessibleName(text);

    connect(m_action, &QPushButton::clicked, this, &InlineBar::actionTriggered);
    connect(m_close, &QToolButton::clicked, this, &InlineBar::dismiss);
    connect(&m_timer, &QTimer::timeout, this, &InlineBar::tick);
}

void InlineBar::setTone(Tone tone)
{
    m_tone = tone;
    m_text->setTone(tone);
    m_sign->setIcon(icon(iconOf(tone), roleOf(tone)));
    m_close->setIcon(icon(Icon::Close, roleOf(tone)));
    m_action->setProperty("tone", int(tone));
    update();
}

QString InlineBar::text() const
{
    return m_text->text();
}

void InlineBar::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void InlineBar::setAction(const QString &text, const QKeySequence &keys)
{
    m_actionText = text;
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    delete std::exchange(m_shortcut, nullptr);
    m_action->setKeyHint(keys);
    if (!keys.isEmpty()) {
        m_shortcut = new QShortcut(keys, this);
        connect(m_shortcut, &QShortcut::activated, m_action, &QPushButton::click);
    }
}

QString InlineBar::actionText() const
{
    return m_action->text();
}

void InlineBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void InlineBar::startCountdown(const Clock &clock, UtcTime until)
{
    m_clock = &clock;
    m_until = until;
    m_timer.setSingleShot(false);
    m_timer.start(100);
    tick();
}

void InlineBar::closeAfter(std::chrono::milliseconds time)
{
    m_clock = nullptr;
    m_timer.setSingleShot(true);
    m_timer.start(time);
}

void InlineBar::dismiss()
{
    m_timer.stop();
    hide();
    Q_EMIT closed();
}

void InlineBar::tick()
{
    if (!m_clock)
        return dismiss();
    const auto left = m_until - m_clock->now();
    if (left.count() <= 0) {
        Q_EMIT expired();
        return dismiss();
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left).count();
    //: %1 is an action such as "Undo", %2 the seconds left for it.
    m_action->setText(tr("%1 (%2 s)").arg(m_actionText).arg(seconds));
}

void InlineBar::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    const auto &pair = tokens.tone(m_tone);
    QPainter painter(this);
    style::roundedRect(&painter, rect(), controlRadius, pair.ground,
                       tokens.contrast == Contrast::High ? pair.text : QColor());
}

int InlineBar::leastHeight() const
{
    return controlHeight(fontMetrics()) + 4;
}

QSize InlineBar::sizeHint() const
{
    return QWidget::sizeHint().expandedTo({0, leastHeight()});
}

QSize InlineBar::minimumSizeHint() const
{
    return QWidget::minimumSizeHint().expandedTo({0, leastHeight()});
}

int InlineBar::heightForWidth(int width) const
{
    return qMax(leastHeight(), QWidget::heightForWidth(width));
}

void InlineBar::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

InlineBarArea::InlineBarArea(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::s);
    setVisible(false);
}

InlineBar *InlineBarArea::show(Tone tone, const QString &text, const QString &action,
                               const QKeySequence &keys)
{
    using namespace std::chrono_literals;
    while (m_bars.size() >= barsAtOnce)
        m_bars.first()->dismiss();
    auto *bar = new InlineBar(tone, text, this);
    if (!action.isEmpty())
        bar->setAction(action, keys);
    else if (tone == Tone::Good)
        bar->closeAfter(8s);
    m_bars.append(bar);
    m_column->addWidget(bar);
    connect(bar, &InlineBar::closed, this, [this, bar] {
        m_bars.removeOne(bar);
        bar->deleteLater();
        setVisible(!m_bars.isEmpty());
    });
    setVisible(true);
    bar->setVisible(true);
    return bar;
}

int InlineBarArea::count() const
{
    return int(m_bars.size());
}

void InlineBarArea::clear()
{
    while (!m_bars.isEmpty())
        m_bars.first()->dismiss();
}

} // namespace anteroom
