// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendacanvas.h"

#include "ui/common/styleparts.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int slotMinutes = 30;
constexpr int blockGap = 3;

} // namespace

class AgendaCanvas::NowLine final : public QWidget
{
public:
    explicit NowLine(QWidget *parent)
        : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor color = Tokens::of(palette()).tone(Tone::Bad).text;
        const double middle = height() / 2.0;
        painter.setPen(QPen(color, 2));
        painter.drawLine(QPointF(4, middle), QPointF(width(), middle));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(QPointF(middle, middle), middle - 0.5, middle - 0.5);
    }
};

AgendaCanvas::AgendaCanvas(QWidget *parent)
    : QWidget(parent)
    , m_slots{new AgendaSlot(this), new AgendaSlot(this)}
    , m_nowLine(new NowLine(this))
{
    AgendaPlace::installAccessible();
    setAccessibleName(tr("Agenda"));
    setAccessibleDescription(
        tr("Arrows go from time to time and from day to day. Enter opens. Control with an "
           "arrow moves a teleconsultation."));
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    for (AgendaSlot *one : m_slots)
        one->hide();
}

void AgendaCanvas::setAgenda(const QVector<QDate> &dates, const QTimeZone &zone,
                             const QVector<AgendaEntry> &entries)
{
    const bool hadFocus = currentPlace()->hasFocus();
    if (m_dropped)
        cancelMove();
    m_entries = entries;
    m_places = AgendaLayout(dates, zone, entries);
    if (m_move) {
        const AgendaEntry *entry = entryOf(m_move->entry().id);
        const bool stays = entry && entry->from == m_move->entry().from && !entry->isFixed;
        const UtcTime target = m_move->target();
        cancelMove();
        if (stays && beginMove(entry->id)) {
            m_move->setTarget(target);
            followMove();
        }
    }
    placeBlocks();
    setCurrent(m_current, hadFocus);
    setChosen(m_chosen);
    updateGeometry();
    update();
    Q_EMIT relaid();
}

void AgendaCanvas::setNow(UtcTime now)
{
    m_now = now;
    placeNow();
    update();
}

void AgendaCanvas::setChosen(const QByteArray &id)
{
    m_chosen = id;
    for (AgendaBlock *block : std::as_const(m_blocks))
        block->setChosen(!id.isEmpty() && block->entry().id == id);
}

void AgendaCanvas::placeBlocks()
{
    const auto &places = m_places.blocks();
    // Blocks stay the widgets they are, so that the focus stays too.
    QVector<AgendaBlock *> old = m_blocks;
    m_blocks.clear();
    for (const AgendaBlockPlace &place : places) {
        const AgendaEntry &entry = m_entries.at(place.entry);
        const auto same = std::find_if(old.begin(), old.end(), [&](const AgendaBlock *block) {
            return block->entry().id == entry.id && block->place().day == place.day;
        });
        AgendaBlock *block = same == old.end() ? new AgendaBlock(this) : *same;
        if (same != old.end())
            old.erase(same);
        block->setEntry(entry, place);
        block->setLeaving(m_move && m_move->entry().id == entry.id);
        block->setGeometry(rectOf(place.day, place.top, place.bottom, place.lane, place.lanes));
        block->show();
        m_blocks.append(block);
    }
    qDeleteAll(old);
    for (AgendaBlock *ghost : std::as_const(m_ghosts)) {
        const AgendaBlockPlace &place = ghost->place();
        ghost->setGeometry(rectOf(place.day, place.top, place.bottom));
        ghost->raise();
    }
    placeSlot();
    placeNow();
}

void AgendaCanvas::placeSlot()
{
    if (!m_current.id.isEmpty() || m_places.dates().isEmpty())
        return;
    m_slots[m_slot]->setGeometry(rectOf(m_current.day, m_current.minute, m_current.minute + slotMinutes));
    m_slots[m_slot]->show();
}

void AgendaCanvas::placeNow()
{
    const auto place = m_places.dates().isEmpty() ? std::nullopt : m_places.placeOf(m_now);
    const bool isSeen = place && place->second >= firstHour() * 60 && place->second <= lastHour() * 60;
    m_nowLine->setVisible(isSeen);
    if (!isSeen) {
        for (AgendaBlock *block : std::as_const(m_blocks))
            block->setNow(-1);
        return;
    }
    const QRect line = rectOf(place->first, place->second, place->second);
    m_nowLine->setGeometry(line.left() - 5, line.top() - 4, line.width() + 8, 9);
    m_nowLine->lower(); // blocks draw it through themselves, under their words
    for (AgendaBlock *block : std::as_const(m_blocks))
        block->setNow(block->place().day == place->first ? line.top() - block->y() : -1);
}

int AgendaCanvas::gutter() const
{
    const QFontMetrics metrics(fontFor(TextRole::CaptionStrong, font()));
    int widest = 0;
    for (const int hour : {8, 10, 20, 22})
        widest = qMax(widest,
                      metrics.horizontalAdvance(QLocale().toString(QTime(hour, 58), QLocale::ShortFormat)));
    return widest + 2 * space::s;
}

QRect AgendaCanvas::rectOf(int day, int top, int bottom, int lane, int lanes) const
{
    const qsizetype days = qMax<qsizetype>(1, m_places.dates().size());
    const double wide = double(width() - gutter()) / double(days);
    const double x = gutter() + day * wide;
    const double inner = wide - 2 * blockGap;
    const double perMinute = double(height()) / ((lastHour() - firstHour()) * 60);
    const int y = qRound((top - firstHour() * 60) * perMinute);
    const int end = qRound((bottom - firstHour() * 60) * perMinute);
    const int left = qRound(x + blockGap + inner * lane / lanes);
    const int right = qRound(x + blockGap + inner * (lane + 1) / lanes) - (lane + 1 < lanes ? 2 : 0);
    return {left, y + 1, right - left, qMax(0, end - y - 1)};
}

std::pair<int, int> AgendaCanvas::dayAndMinuteAt(const QPoint &pos) const
{
    const qsizetype days = qMax<qsizetype>(1, m_places.dates().size());
    const double wide = double(width() - gutter()) / double(days);
    const double perMinute = double(height()) / ((lastHour() - firstHour()) * 60);
    const int day = std::clamp(int((pos.x() - gutter()) / wide), 0, int(days) - 1);
    const int minute = firstHour() * 60 + int(pos.y() / perMinute);
    return {day, std::clamp(minute, firstHour() * 60, lastHour() * 60 - 1)};
}

int AgendaCanvas::firstHour() const
{
    return m_ghosts.isEmpty() ? m_places.firstHour() : qMin(m_places.firstHour(), m_moveHours.firstHour());
}

int AgendaCanvas::lastHour() const
{
    return m_ghosts.isEmpty() ? m_places.lastHour() : qMax(m_places.lastHour(), m_moveHours.lastHour());
}

int AgendaCanvas::leastHeight() const
{
    const QFontMetrics small(fontFor(TextRole::Caption, font()));
    const QFontMetrics strong(fontFor(TextRole::CaptionStrong, font()));
    const int half = small.height() + strong.height() + 6;
    return 2 * half * (lastHour() - firstHour());
}

void AgendaCanvas::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tokens.panel);
    if (m_places.dates().isEmpty())
        return;
    paintHours(painter);
    painter.setPen(tokens.line);
    for (int day = 0; day < m_places.dates().size(); ++day) {
        const int x = rectOf(day, 0, 0).left() - blockGap;
        painter.drawLine(x, 0, x, height());
    }
}

void AgendaCanvas::paintHours(QPainter &painter) const
{
    const auto &tokens = Tokens::of(palette());
    painter.setFont(fontFor(TextRole::Caption, font()));
    const QFontMetrics metrics(painter.font());
    const QLocale locale;
    const auto now = m_places.placeOf(m_now);
    const int nowY = now && m_nowLine->isVisible() ? m_nowLine->geometry().center().y() : -1000;
    const auto label = [&](int y, const QTime &time) {
        painter.drawText(QRect(0, y, gutter() - space::s, metrics.height()), Qt::AlignRight | Qt::AlignTop,
                         locale.toString(time, QLocale::ShortFormat));
    };
    for (int hour = firstHour(); hour < lastHour(); ++hour) {
        const int y = rectOf(0, hour * 60, hour * 60).top() - 1;
        painter.setPen(tokens.line);
        if (hour > firstHour())
            painter.drawLine(gutter() - space::xs, y, width(), y);
        const int text = y + 2;
        painter.setPen(tokens.dim);
        if (std::abs(text + metrics.height() / 2 - nowY) > metrics.height())
            label(text, QTime(hour, 0));
    }
    if (nowY >= 0) {
        painter.setFont(fontFor(TextRole::CaptionStrong, font()));
        painter.setPen(tokens.tone(Tone::Bad).text);
        const int y = std::clamp(nowY - metrics.height() / 2, 0, height() - metrics.height());
        label(y, QTime(now->second / 60, now->second % 60));
    }
}

void AgendaCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeBlocks();
    Q_EMIT relaid();
}

void AgendaCanvas::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        Q_EMIT relaid();
    }
}

bool AgendaCanvas::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const AgendaBlock *block = blockAt(help->pos()))
        QToolTip::showText(help->globalPos(), block->entry().spoken, this, block->geometry());
    else
        QToolTip::hideText();
    return true;
}

const AgendaEntry *AgendaCanvas::entryOf(const QByteArray &id) const
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const AgendaEntry &entry) { return entry.id == id; });
    return found == m_entries.end() ? nullptr : &*found;
}

} // namespace anteroom
