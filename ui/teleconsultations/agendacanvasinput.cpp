// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and mouse of the agenda: getting around, and moving what lies there.
#include "app/teleconsultations/clinictime.h"
#include "ui/teleconsultations/agendacanvas.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int slotMinutes = 30;

} // namespace

AgendaPlace *AgendaCanvas::currentPlace() const
{
    for (AgendaBlock *block : m_blocks) {
        if (!m_current.id.isEmpty() && block->entry().id == m_current.id &&
            block->place().day == m_current.day)
            return block;
    }
    return m_slots[m_slot];
}

void AgendaCanvas::setCurrent(const AgendaStop &stop, bool withFocus)
{
    if (m_places.dates().isEmpty())
        return;
    AgendaStop place = stop;
    place.day = std::clamp(place.day, 0, int(m_places.dates().size()) - 1);
    const auto stops = m_places.stops(place.day, m_entries);
    const auto same = std::find_if(stops.begin(), stops.end(), [&](const AgendaStop &one) {
        return place.id.isEmpty() ? one == place : one.id == place.id;
    });
    place = same != stops.end() ? *same : m_places.nearest(place.day, place.minute, m_entries);
    const bool isOther = !(place == m_current);
    const bool isFree = place.id.isEmpty();
    if (isFree && isOther && m_slots[m_slot]->hasFocus()) {
        // The other one takes over, so that the focus moves and a screen reader reads where to.
        m_slots[m_slot]->setCurrent(false);
        m_slot = 1 - m_slot;
    }
    m_current = place;
    AgendaSlot *const slot = m_slots[m_slot];
    if (isFree)
        slot->set(timeText(m_places.timeAt(place.day, place.minute), m_places.zone()), slotSpoken(place));
    placeSlot();
    AgendaPlace *const now = currentPlace();
    for (AgendaBlock *block : std::as_const(m_blocks))
        block->setCurrent(block == now);
    for (AgendaSlot *one : m_slots)
        one->setCurrent(one == now);
    if (withFocus && !now->hasFocus())
        now->setFocus(Qt::OtherFocusReason);
    // Not before the focus has gone elsewhere, or it would go further.
    for (AgendaSlot *one : m_slots) {
        if (one != now)
            one->hide();
    }
    if (withFocus)
        Q_EMIT wanted(now->geometry());
    if (isOther)
        Q_EMIT currentChanged();
}

void AgendaCanvas::focusCurrent(Qt::FocusReason reason)
{
    currentPlace()->setFocus(reason);
    Q_EMIT wanted(currentPlace()->geometry());
}

QString AgendaCanvas::slotSpoken(const AgendaStop &stop) const
{
    const QDate date = m_places.dates().at(stop.day);
    //: Read to blind people: a day, a time on it, and that nothing is planned then.
    return tr("%1, %2, free")
        .arg(dayText(date, date, QLocale()),
             timeText(m_places.timeAt(stop.day, stop.minute), m_places.zone()));
}

// Up and down among what is there and what is free; left and right to the same time of another day.
void AgendaCanvas::step(int days, int stops)
{
    if (days != 0) {
        const int day = m_current.day + days;
        if (day < 0 || day >= m_places.dates().size())
            return Q_EMIT stepRequested(days, true);
        return setCurrent(m_places.nearest(day, m_current.minute, m_entries), true);
    }
    const auto all = m_places.stops(m_current.day, m_entries);
    const qsizetype at = all.indexOf(m_current) + stops;
    if (at >= 0 && at < all.size())
        setCurrent(all.at(at), true);
}

void AgendaCanvas::activate(const AgendaStop &stop)
{
    if (stop.id.isEmpty())
        Q_EMIT newRequested(m_places.timeAt(stop.day, stop.minute));
    else
        Q_EMIT opened(stop.id);
}

void AgendaCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool moves = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    const int key = event->key();
    const int side = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : 0;
    const int along = key == Qt::Key_Up ? -1 : key == Qt::Key_Down ? 1 : 0;
    if ((side != 0 || along != 0) && (moves || m_move)) {
        if (m_pressed || m_dropped || (!m_move && !beginMove(m_current.id)))
            return;
        if (side != 0)
            m_move->stepDay(side);
        else
            m_move->stepQuarter(along);
        return followMove();
    }
    if (side != 0 || along != 0)
        return step(side, along);
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (m_move && isEnter)
        return drop();
    if (m_move && key == Qt::Key_Escape)
        return cancelMove();
    if (isEnter || key == Qt::Key_Space)
        return activate(m_current);
    switch (key) {
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return Q_EMIT stepRequested(key == Qt::Key_PageUp ? -1 : 1, false);
    case Qt::Key_Home:
    case Qt::Key_End: {
        const auto all = m_places.stops(m_current.day, m_entries);
        if (!all.isEmpty())
            setCurrent(key == Qt::Key_Home ? all.constFirst() : all.constLast(), true);
        return;
    }
    case Qt::Key_Escape:
        return Q_EMIT escapePressed();
    default:
        QWidget::keyPressEvent(event);
    }
}

AgendaBlock *AgendaCanvas::blockAt(const QPoint &pos) const
{
    const auto found = std::find_if(m_blocks.begin(), m_blocks.end(), [&](const AgendaBlock *block) {
        return block->geometry().contains(pos);
    });
    return found == m_blocks.end() ? nullptr : *found;
}

void AgendaCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_dropped || m_places.dates().isEmpty())
        return;
    if (m_move)
        cancelMove();
    m_pressed = event->pos();
    const AgendaBlock *block = blockAt(event->pos());
    m_pressedId = block ? block->entry().id : QByteArray();
    const auto [day, minute] = dayAndMinuteAt(event->pos());
    const int half = minute / slotMinutes * slotMinutes;
    if (block)
        return setCurrent({block->place().day, block->place().top, m_pressedId}, true);
    // A half hour that is free; else, beside something shorter, the quarter that was met.
    const bool isFree = m_places.stops(day, m_entries).contains(AgendaStop{day, half, {}});
    m_pressedStart = m_places.timeAt(day, isFree ? half : minute / 15 * 15);
    setCurrent({day, half, {}}, true);
}

void AgendaCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_pressed || m_pressedId.isEmpty()) {
        const AgendaBlock *block = blockAt(event->pos());
        return setCursor(block && !block->entry().isFixed ? Qt::OpenHandCursor : Qt::ArrowCursor);
    }
    const QPoint by = event->pos() - *m_pressed;
    if (!m_move) {
        if (by.manhattanLength() < QApplication::startDragDistance())
            return;
        if (!beginMove(m_pressedId)) {
            m_pressed.reset();
            return;
        }
    }
    setCursor(Qt::ClosedHandCursor);
    const int days = dayAndMinuteAt(event->pos()).first - dayAndMinuteAt(*m_pressed).first;
    m_move->drag(days, by.y() * (lastHour() - firstHour()) * 60 / qMax(1, height()));
    followMove();
    Q_EMIT wanted(QRect(event->pos() - QPoint(0, 24), QSize(1, 48)));
}

void AgendaCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_pressed)
        return;
    m_pressed.reset();
    unsetCursor();
    if (m_move)
        drop();
    else if (!m_pressedId.isEmpty())
        Q_EMIT chosen(m_pressedId);
}

// The first click may have brought the details and moved everything: what it met counts.
void AgendaCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_dropped || m_places.dates().isEmpty())
        return;
    m_pressed.reset();
    if (m_pressedId.isEmpty())
        Q_EMIT newRequested(m_pressedStart);
    else
        Q_EMIT opened(m_pressedId);
}

bool AgendaCanvas::beginMove(const QByteArray &id)
{
    const AgendaEntry *entry = entryOf(id);
    if (!entry)
        return false;
    if (entry->isFixed) {
        Q_EMIT moveRefused(id);
        return false;
    }
    m_move.emplace(*entry, m_places);
    return true;
}

void AgendaCanvas::followMove()
{
    AgendaEntry moved = m_move->moved();
    moved.detail = spanText(moved.from, moved.to, m_places.zone());
    moved.brief = timeText(moved.from, m_places.zone());
    m_moveHours = AgendaLayout(m_places.dates(), m_places.zone(), {moved});
    const auto &places = m_moveHours.blocks();
    while (m_ghosts.size() > places.size())
        delete m_ghosts.takeLast();
    while (m_ghosts.size() < places.size()) {
        m_ghosts.append(new AgendaBlock(this));
        m_ghosts.constLast()->setGhost(true);
    }
    for (qsizetype i = 0; i < places.size(); ++i) {
        m_ghosts.at(i)->setEntry(moved, places.at(i));
        m_ghosts.at(i)->show();
    }
    placeBlocks();
    if (!m_ghosts.isEmpty() && !m_pressed)
        Q_EMIT wanted(m_ghosts.constFirst()->geometry());
    // Said to a screen reader without moving the focus away from what is moved.
    const QString day = dayText(localTime(moved.from, m_places.zone()).date(),
                                localTime(m_now, m_places.zone()).date(), QLocale());
    //: While a teleconsultation is being moved: a day and a span of time.
    const QString spoken = tr("%1, %2. Enter puts it there, Escape leaves it.").arg(day, moved.detail);
    currentPlace()->setAccessibleDescription(spoken);
    Q_EMIT moveChanged(spoken);
    update();
}

void AgendaCanvas::drop()
{
    if (m_dropped)
        return;
    if (!m_move->isElsewhere())
        return cancelMove();
    m_dropped = true;
    currentPlace()->setAccessibleDescription({});
    Q_EMIT moveChanged({});
    Q_EMIT moveRequested(m_move->entry().id, m_move->target());
}

void AgendaCanvas::endMove(bool willShow)
{
    if (!willShow)
        cancelMove();
}

void AgendaCanvas::cancelMove()
{
    m_move.reset();
    m_dropped = false;
    m_pressed.reset();
    qDeleteAll(m_ghosts);
    m_ghosts.clear();
    unsetCursor();
    currentPlace()->setAccessibleDescription({});
    Q_EMIT moveChanged({});
    placeBlocks();
    update();
}

} // namespace anteroom
