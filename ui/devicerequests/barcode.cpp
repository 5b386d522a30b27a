// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/barcode.h"

#include "ui/common/tokens.h"
#include "ui/devicerequests/code128.h"

#include <QEvent>
#include <QPainter>

#include <numeric>

namespace anteroom {

Barcode::Barcode(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void Barcode::setText(const QString &text)
{
    m_text = text;
    m_widths = code128(text).value_or(QByteArray());
    setAccessibleName(tr("Bar code of %1").arg(text));
    updateGeometry();
    update();
}

// With the quiet zones.
int Barcode::modules() const
{
    return std::accumulate(m_widths.begin(), m_widths.end(), 2 * code128Quiet,
                           [](int sum, char width) { return sum + (width - '0'); });
}

int Barcode::barHeight() const
{
    return m_widths.isEmpty() ? 0 : 3 * fontMetrics().height();
}

QSize Barcode::sizeHint() const
{
    const QFontMetrics metrics(fontFor(TextRole::Strong, font()));
    const int text = metrics.horizontalAdvance(m_text) + 2 * space::m;
    return {m_widths.isEmpty() ? text : qMax(text, modules()),
            barHeight() + metrics.height() + 2 * space::m + space::xs};
}

QSize Barcode::minimumSizeHint() const
{
    return sizeHint();
}

void Barcode::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    // Paper: what is scanned from a screen has to be dark on light.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(rect(), controlRadius, controlRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!m_widths.isEmpty()) {
        // Whole pixels of the screen, or edges blur and bars differ in width.
        const qreal pixel = 1 / devicePixelRatioF();
        const qreal module = qMax(1, int(width() / pixel) / modules()) * pixel;
        qreal x = int((width() - module * modules()) / 2 / pixel) * pixel + code128Quiet * module;
        for (qsizetype i = 0; i < m_widths.size(); ++i) {
            const qreal wide = (m_widths.at(i) - '0') * module;
            if (i % 2 == 0)
                painter.fillRect(QRectF(x, space::m, wide, barHeight()), Qt::black);
            x += wide;
        }
    }
    painter.setPen(Qt::black);
    painter.setFont(fontFor(TextRole::Strong, font()));
    painter.drawText(rect().adjusted(space::m, 0, -space::m, -space::m), Qt::AlignHCenter | Qt::AlignBottom,
                     m_text);
}

void Barcode::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace anteroom
