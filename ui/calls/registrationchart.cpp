// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/registrationchart.h"

#include "ui/calls/callwords.h"
#include "ui/common/tokens.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace anteroom {

namespace {

constexpr int barCount = 20;

// The value that so many of a hundred do not exceed.
std::chrono::milliseconds percentile(const QVector<std::chrono::milliseconds> &sorted, int percent)
{
    const qsizetype place = (sorted.size() * percent + 99) / 100 - 1;
    return sorted.at(std::clamp<qsizetype>(place, 0, sorted.size() - 1));
}

} // namespace

RegistrationChart::RegistrationChart(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("From push to registration"));
}

void RegistrationChart::setTimes(const QVector<RegistrationTime> &times, std::chrono::milliseconds patience)
{
    m_bars = {};
    m_summary.clear();
    QVector<std::chrono::milliseconds> sorted;
    for (const RegistrationTime &time : times)
        sorted.append(time.took);
    std::sort(sorted.begin(), sorted.end());
    if (!sorted.isEmpty()) {
        m_bars.fill(0, barCount);
        m_width = double(patience.count()) / 1000 / barCount;
        for (const auto took : std::as_const(sorted)) {
            const int bar = int(double(took.count()) / 1000 / m_width);
            ++m_bars[std::clamp(bar, 0, barCount - 1)];
        }
        const auto slow = percentile(sorted, 95);
        m_slow = double(slow.count()) / 1000;
        m_summary = tr("%n call(s) · median %1 · 95 % within %2", nullptr, int(sorted.size()))
                        .arg(secondsText(percentile(sorted, 50)), secondsText(slow));
    }
    setAccessibleDescription(m_summary);
    update();
}

QSize RegistrationChart::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 9};
}

QSize RegistrationChart::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 6};
}

void RegistrationChart::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontFor(TextRole::Caption, font()));
    const QFontMetrics metrics(painter.font());
    const QRect room = rect().adjusted(space::l, space::m, -space::l, -space::s);
    painter.setPen(tokens.dim);
    if (m_bars.isEmpty()) {
        painter.drawText(room, int(Qt::AlignCenter) | int(Qt::TextWordWrap),
                         tr("No phone has registered for a call in the last 30 days."));
        return;
    }
    const int labelHeight = metrics.height() + space::xs;
    const QRectF plot = QRectF(room).adjusted(0, 0, 0, -labelHeight);
    const double step = plot.width() / barCount;
    const int most = *std::max_element(m_bars.begin(), m_bars.end());
    const int widest = metrics.horizontalAdvance(QLocale().toString(88.8, 'f', 1)) + space::s;
    const int every = std::max(1, int(std::ceil(widest / step)));
    for (int i = 0; i < barCount; ++i) {
        if (m_bars.at(i) > 0) {
            const double height = std::max(2.0, plot.height() * m_bars.at(i) / most);
            QColor color = tokens.accent;
            if (i * m_width >= m_slow)
                color.setAlphaF(0.5F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            const QRectF bar(plot.left() + i * step + step * 0.12, plot.bottom() - height, step * 0.76,
                             height);
            painter.drawRoundedRect(bar, 3, 3);
        }
        if (i % every == 0) {
            painter.setPen(tokens.dim);
            painter.drawText(QRectF(plot.left() + (i + 0.5) * step - widest, plot.bottom() + space::xs,
                                    2.0 * widest, metrics.height()),
                             Qt::AlignCenter, QLocale().toString(i * m_width, 'f', 1));
        }
    }
    painter.setPen(QPen(tokens.line, 1));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
}

} // namespace anteroom
