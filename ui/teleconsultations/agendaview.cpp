// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendaview.h"

#include "ui/common/label.h"
#include "ui/common/styleparts.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>

namespace anteroom {

// The days' names over their columns.
class AgendaView::Header final : public QWidget
{
public:
    explicit Header(const AgendaCanvas &canvas, QWidget *parent)
        : QWidget(parent)
        , m_canvas(canvas)
    {
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    }

    QDate today;

    QSize sizeHint() const override { return {0, fontMetrics().height() + 2 * space::s}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        QPainter painter(this);
        painter.fillRect(rect(), tokens.panel);
        painter.setPen(tokens.line);
        painter.drawLine(0, height() - 1, width(), height() - 1);
        const auto &dates = m_canvas.places().dates();
        const QFont font = fontFor(TextRole::CaptionStrong, this->font());
        const QFontMetrics metrics(font);
        painter.setFont(font);
        const QLocale locale;
        for (int day = 0; day < dates.size(); ++day) {
            QRect column = m_canvas.rectOf(day, 0, 0);
            column.setTop(0);
            column.setHeight(height() - 1);
            const bool isToday = dates.at(day) == today;
            const auto format = dates.size() == 1 ? QLocale::LongFormat : QLocale::ShortFormat;
            QString text = locale.dayName(dates.at(day).dayOfWeek(), format) + u' ' +
                           QString::number(dates.at(day).day());
            const QRect room = column.adjusted(7, 0, 0, 0);
            if (metrics.horizontalAdvance(text) > room.width())
                text = locale.dayName(dates.at(day).dayOfWeek(), QLocale::NarrowFormat) + u' ' +
                       QString::number(dates.at(day).day());
            text = metrics.elidedText(text, Qt::ElideRight, room.width());
            painter.setPen(isToday ? tokens.accent : tokens.ink);
            painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
            if (isToday) {
                const QRectF bar(column.left() - 3, height() - 4, column.width() + 6, 3);
                style::roundedRect(&painter, bar, 1.5, tokens.accent, {});
            }
        }
    }

private:
    const AgendaCanvas &m_canvas;
};

AgendaView::AgendaView(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea)
    , m_canvas(new AgendaCanvas)
    , m_notice(new Label(TextRole::Body, {}, this))
{
    m_header = new Header(*m_canvas, this);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_canvas);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_area, 1);
    m_notice->setDim(true);
    m_notice->setWordWrap(true);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setMargin(space::m);
    m_notice->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_notice->setAutoFillBackground(true);
    m_notice->setBackgroundRole(QPalette::Base);
    m_notice->hide();
    connect(m_canvas, &AgendaCanvas::relaid, this, &AgendaView::relay);
    connect(m_canvas, &AgendaCanvas::wanted, this, &AgendaView::bring);
}

void AgendaView::bring(const QRect &rect)
{
    // What is taller than the view shows its beginning.
    const int height = qMin(rect.height(), m_area->viewport()->height());
    m_area->ensureVisible(rect.center().x(), rect.top() + height / 2, 0, height / 2 + space::s);
}

void AgendaView::setNotice(const QString &text)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    m_notice->raise();
    relay();
}

QString AgendaView::notice() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void AgendaView::setToday(QDate today)
{
    m_header->today = today;
    m_header->update();
}

void AgendaView::layNow()
{
    QEvent event(QEvent::LayoutRequest);
    QCoreApplication::sendEvent(m_area->viewport(), &event);
}

void AgendaView::scrollTo(int hour)
{
    layNow();
    m_area->verticalScrollBar()->setValue(m_canvas->rectOf(0, hour * 60, hour * 60).top() - 1);
}

void AgendaView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    relay();
    // Details below must not hide what they are about.
    if (event->size().height() >= event->oldSize().height())
        return;
    for (const AgendaBlock *block : m_canvas->blocks()) {
        if (block->isChosen())
            return bring(block->geometry());
    }
}

void AgendaView::relay()
{
    const AgendaLayout &places = m_canvas->places();
    const bool hasOtherHours =
        m_firstHour >= 0 && (places.firstHour() != m_firstHour || places.lastHour() != m_lastHour);
    const auto *bar = m_area->verticalScrollBar();
    const double hours = m_lastHour - m_firstHour;
    const double top = m_firstHour + bar->value() * hours / qMax(1, m_canvas->height());
    m_canvas->setMinimumHeight(m_canvas->leastHeight());
    m_firstHour = places.firstHour();
    m_lastHour = places.lastHour();
    if (hasOtherHours) { // the same hour stays at the top
        layNow();
        const double perHour = m_canvas->height() / double(m_lastHour - m_firstHour);
        m_area->verticalScrollBar()->setValue(qRound((top - m_firstHour) * perHour));
    }
    m_header->update();
    const QRect room = m_area->geometry().adjusted(m_canvas->gutter() + space::l, 0, -space::l, 0);
    const int width = qMin(room.width(), fontMetrics().averageCharWidth() * 60);
    const int height = m_notice->heightForWidth(width);
    QRect place(0, 0, width, height);
    place.moveCenter({room.center().x(), room.top() + room.height() / 3});
    m_notice->setGeometry(place);
}

} // namespace anteroom
