// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/drawnphoto.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QRandomGenerator>

#include <cmath>

namespace anteroom {

namespace {

constexpr QSize photoSize(1512, 2016);

using Random = QRandomGenerator;

double between(Random &random, double low, double high)
{
    return low + random.generateDouble() * (high - low);
}

// Light from one side over skin, with a little unevenness.
void drawSkin(QPainter &painter, Random &random)
{
    QLinearGradient light(0, 0, photoSize.width(), photoSize.height());
    const int hue = int(between(random, 16, 24));
    light.setColorAt(0, QColor::fromHsv(hue, 60, 240));
    light.setColorAt(0.6, QColor::fromHsv(hue, 90, 215));
    light.setColorAt(1, QColor::fromHsv(hue, 120, 165));
    painter.fillRect(QRect({}, photoSize), light);
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < 240; ++i) {
        QColor tint = QColor::fromHsv(hue, int(between(random, 60, 130)), int(between(random, 150, 245)), 14);
        painter.setBrush(tint);
        const double radius = between(random, 20, 140);
        painter.drawEllipse(
            QPointF(between(random, 0, photoSize.width()), between(random, 0, photoSize.height())), radius,
            radius * between(random, 0.6, 1.4));
    }
}

void drawSpots(QPainter &painter, Random &random, int count, double spread)
{
    const QPointF middle(photoSize.width() * 0.5, photoSize.height() * 0.48);
    for (int i = 0; i < count; ++i) {
        const double angle = between(random, 0, 2 * M_PI);
        const double away = std::sqrt(random.generateDouble()) * spread;
        const QPointF at = middle + QPointF(std::cos(angle) * away, std::sin(angle) * away * 1.3);
        const double radius = between(random, 8, 34);
        QRadialGradient spot(at, radius);
        spot.setColorAt(0, QColor(176, 52, 48, 190));
        spot.setColorAt(0.7, QColor(190, 84, 74, 120));
        spot.setColorAt(1, QColor(190, 84, 74, 0));
        painter.setBrush(spot);
        painter.drawEllipse(at, radius, radius);
    }
}

void drawMole(QPainter &painter, Random &random)
{
    QPainterPath outline;
    const QPointF middle(photoSize.width() * 0.52, photoSize.height() * 0.5);
    for (int i = 0; i <= 24; ++i) {
        const double angle = 2 * M_PI * i / 24;
        const double radius = 170 + (i % 24 == 0 ? 0 : between(random, -14, 14));
        const QPointF at = middle + QPointF(std::cos(angle) * radius, std::sin(angle) * radius * 0.85);
        i == 0 ? outline.moveTo(at) : outline.lineTo(at);
    }
    QRadialGradient brown(middle - QPointF(30, 30), 210);
    brown.setColorAt(0, QColor(92, 54, 34));
    brown.setColorAt(1, QColor(132, 84, 58));
    painter.setBrush(brown);
    painter.drawPath(outline);
}

void drawWound(QPainter &painter, Random &random)
{
    painter.save();
    painter.translate(photoSize.width() * 0.5, photoSize.height() * 0.5);
    painter.rotate(between(random, -30, 30));
    QRadialGradient around(QPointF(), 420);
    around.setColorAt(0, QColor(206, 96, 88, 200));
    around.setColorAt(1, QColor(206, 96, 88, 0));
    painter.setBrush(around);
    painter.drawEllipse(QPointF(), 420, 170);
    painter.setBrush(QColor(120, 28, 30));
    painter.drawRoundedRect(QRectF(-300, -18, 600, 36), 18, 18);
    painter.setPen(QPen(QColor(40, 40, 60), 7, Qt::SolidLine, Qt::RoundCap));
    for (int x = -260; x <= 260; x += 74)
        painter.drawLine(x, -52, x + 8, 52);
    painter.restore();
}

void drawLabel(QPainter &painter)
{
    painter.fillRect(QRect({}, photoSize), QColor(214, 206, 192));
    painter.setBrush(QColor(246, 248, 250));
    painter.drawRoundedRect(QRectF(220, 420, 1072, 1180), 48, 48);
    painter.setBrush(QColor(11, 110, 110));
    painter.drawRect(QRectF(220, 560, 1072, 180));
    painter.setBrush(QColor(170, 180, 190));
    for (int line = 0; line < 7; ++line)
        painter.drawRoundedRect(QRectF(310, 830 + line * 90, line % 3 == 2 ? 520 : 860, 34), 12, 12);
}

} // namespace

QByteArray drawPhoto(DrawnSubject subject, quint32 seed)
{
    Random random(seed);
    QImage image(photoSize, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (subject == DrawnSubject::Label) {
        drawLabel(painter);
    } else {
        drawSkin(painter, random);
        if (subject == DrawnSubject::Rash)
            drawSpots(painter, random, 90, 420);
        else if (subject == DrawnSubject::Mole)
            drawMole(painter, random);
        else
            drawWound(painter, random);
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 88);
    return bytes;
}

} // namespace anteroom
