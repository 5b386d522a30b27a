// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendablock.h"

#include "ui/common/styleparts.h"

#include <QAccessibleWidget>
#include <QPainter>

namespace anteroom {

namespace {

constexpr int radius = 5;
constexpr int edgeWidth = 4;
constexpr int textInset = 9;

class AccessiblePlace final : public QAccessibleWidget
{
public:
    explicit AccessiblePlace(QWidget *widget)
        : QAccessibleWidget(widget, QAccessible::ListItem)
    {
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        const auto *block = qobject_cast<const AgendaBlock *>(widget());
        state.selected = block && block->isChosen();
        return state;
    }
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    if (className == QLatin1String("anteroom::AgendaCanvas"))
        return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::List);
    auto *place = qobject_cast<AgendaPlace *>(object);
    return place ? new AccessiblePlace(place) : nullptr;
}

} // namespace

AgendaPlace::AgendaPlace(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void AgendaPlace::setCurrent(bool current)
{
    setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
}

void AgendaPlace::installAccessible()
{
    static const bool once = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(once)
}

AgendaBlock::AgendaBlock(QWidget *parent)
    : AgendaPlace(parent)
{
}

void AgendaBlock::setEntry(const AgendaEntry &entry, const AgendaBlockPlace &place)
{
    m_place = place;
    if (entry == m_entry)
        return;
    m_entry = entry;
    setAccessibleName(entry.spoken);
    update();
}

void AgendaBlock::setNow(int y)
{
    if (y == m_nowY)
        return;
    m_nowY = y;
    update();
}

void AgendaBlock::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    QAccessible::State changed;
    changed.selected = true;
    QAccessibleStateChangeEvent event(this, changed);
    QAccessible::updateAccessibility(&event);
    update();
}

void AgendaBlock::setLeaving(bool leaving)
{
    m_leaving = leaving;
    update();
}

void AgendaBlock::setGhost(bool ghost)
{
    m_ghost = ghost;
    setFocusPolicy(Qt::NoFocus);
    update();
}

void AgendaBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_leaving)
        painter.setOpacity(0.4);
    paintGround(painter);
    paintText(painter);
}

void AgendaBlock::paintGround(QPainter &painter) const
{
    const auto &tokens = Tokens::of(palette());
    const TonePair &pair = tokens.tone(m_entry.tone);
    // A seam in the panel's colour keeps neighbours apart.
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    style::roundedRect(&painter, area, radius, pair.ground, {});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(QRectF(area.left(), area.top(), edgeWidth, area.height()));
    if (m_entry.edge == AgendaEntry::Edge::Plain || m_entry.edge == AgendaEntry::Edge::Strong)
        style::roundedRect(&painter, area, radius, pair.text, {});
    painter.restore();
    if (m_nowY >= 0 && m_nowY < height()) { // faint: words stand over it
        QColor color = tokens.tone(Tone::Bad).text;
        color.setAlphaF(0.35F);
        painter.fillRect(QRectF(0, m_nowY - 1, width(), 2), color);
    }
    const bool hasRing = m_ghost || hasFocus() || m_chosen;
    if (m_entry.edge == AgendaEntry::Edge::Dashed && !hasRing) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(pair.text, 1.5, Qt::CustomDashLine));
        QPen pen = painter.pen();
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(area.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
        painter.restore();
    } else if (m_entry.edge == AgendaEntry::Edge::Strong && !hasRing) {
        style::roundedRect(&painter, area, radius, {}, pair.text, 1.5);
    }
    if (hasRing)
        style::roundedRect(&painter, area, radius, {}, tokens.accent, hasFocus() || m_ghost ? 2.5 : 1.5);
}

// Two lines where there is room for them, smaller ones before that, else one with both.
void AgendaBlock::paintText(QPainter &painter) const
{
    painter.setPen(Tokens::of(palette()).tone(m_entry.tone).text);
    const QRect area = rect().adjusted(textInset, 2, -space::xs, -1);
    const QFont small = fontFor(TextRole::Caption, font());
    const QFontMetrics detail(small);
    const auto line = [&](const QFont &face, const QRect &room, const QString &text) {
        painter.setFont(face);
        // Where hardly a letter fits, an ellipsis would take its place.
        const QFontMetrics metrics(face);
        const bool isTiny = room.width() < metrics.averageCharWidth() * 6;
        if (room.width() > 0)
            painter.drawText(room, Qt::AlignLeft | Qt::AlignTop,
                             isTiny ? text : metrics.elidedText(text, Qt::ElideRight, room.width()));
    };
    // The state is what matters; when it is can be seen.
    const auto fitting = [&](int width) {
        return detail.horizontalAdvance(m_entry.detail) <= width ? m_entry.detail : m_entry.brief;
    };
    const QFont strong = fontFor(TextRole::Strong, font());
    const QFont strongSmall = fontFor(TextRole::CaptionStrong, font());
    const bool isRoomy = area.height() >= QFontMetrics(strong).height() + detail.height() + 3;
    const QFont &face = isRoomy ? strong : strongSmall;
    const QFontMetrics title(face);
    if (area.height() < title.height() + detail.height() - 2) {
        const QRect room(area.left(), qMax(0, (height() - title.height()) / 2), area.width(), title.height());
        const int used = qMin(title.horizontalAdvance(m_entry.title), room.width() * 3 / 5) + space::s;
        line(face, room.adjusted(0, 0, -(room.width() - used + space::s), 0), m_entry.title);
        return line(small, room.adjusted(used, 0, 0, 0), fitting(room.width() - used));
    }
    line(face, area, m_entry.title);
    // In a narrow column the state goes on in lines of its own, or stands alone.
    const QRect room = area.adjusted(0, title.height() - (isRoomy ? 0 : 1), 0, 0);
    const int flags = int(Qt::AlignLeft | Qt::AlignTop) | int(Qt::TextWordWrap);
    const QRect broken = detail.boundingRect(QRect(0, 0, room.width(), 0), flags, m_entry.detail);
    const bool fits = broken.width() <= room.width() && broken.height() <= room.height();
    if (!fits || detail.horizontalAdvance(m_entry.detail) <= room.width())
        return line(small, room, fitting(room.width()));
    painter.setFont(small);
    painter.drawText(room, flags, m_entry.detail);
}

AgendaSlot::AgendaSlot(QWidget *parent)
    : AgendaPlace(parent)
{
}

void AgendaSlot::set(const QString &text, const QString &spoken)
{
    m_text = text;
    setAccessibleName(spoken);
    update();
}

void AgendaSlot::paintEvent(QPaintEvent *)
{
    if (!hasFocus())
        return;
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    style::roundedRect(&painter, rect(), radius, tokens.accentSoft, tokens.accent, 2);
    painter.setPen(tokens.ink);
    painter.setFont(fontFor(TextRole::Caption, font()));
    painter.drawText(rect().adjusted(textInset, 0, -space::xs, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(painter.font()).elidedText(m_text, Qt::ElideRight, width() - textInset));
}

} // namespace anteroom
