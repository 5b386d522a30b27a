// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/photoviewer.h"

#include "ui/common/tokens.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace anteroom {

namespace {

constexpr double zoomStep = 1.25;
constexpr double mostZoom = 8;

} // namespace

PhotoViewer::PhotoViewer(QWidget *parent)
    : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Photo"));
    setAccessibleDescription(tr("Plus and minus zoom, 0 fits, R rotates, Page Down shows the next photo."));
    viewport()->setAutoFillBackground(false);
}

void PhotoViewer::setImage(const QImage &image, const QString &words)
{
    m_image = image;
    m_words = words;
    m_quarterTurns = 0;
    fit();
}

QSize PhotoViewer::turnedSize() const
{
    return m_quarterTurns % 2 == 0 ? m_image.size() : m_image.size().transposed();
}

double PhotoViewer::fittingZoom() const
{
    if (m_image.isNull())
        return 1;
    const QSizeF room = viewport()->size();
    const QSizeF size = turnedSize();
    return std::min({room.width() / size.width(), room.height() / size.height(), 1.0});
}

double PhotoViewer::zoom() const
{
    return m_zoom > 0 ? m_zoom : fittingZoom();
}

void PhotoViewer::rotate()
{
    m_quarterTurns = (m_quarterTurns + 1) % 4;
    fit();
}

void PhotoViewer::zoomIn()
{
    setZoom(zoom() * zoomStep, viewport()->rect().center());
}

void PhotoViewer::zoomOut()
{
    setZoom(zoom() / zoomStep, viewport()->rect().center());
}

void PhotoViewer::fit()
{
    m_zoom = 0;
    layOut();
}

// The point of the picture that lies under `around` stays there.
void PhotoViewer::setZoom(double value, QPointF around)
{
    const double before = zoom();
    const double after = std::min(value, mostZoom);
    const QPointF at((horizontalScrollBar()->value() + around.x()) / before,
                     (verticalScrollBar()->value() + around.y()) / before);
    m_zoom = after <= fittingZoom() ? 0 : after;
    layOut();
    horizontalScrollBar()->setValue(qRound(at.x() * zoom() - around.x()));
    verticalScrollBar()->setValue(qRound(at.y() * zoom() - around.y()));
}

void PhotoViewer::layOut()
{
    const QSize shown = turnedSize() * zoom();
    const QSize room = viewport()->size();
    horizontalScrollBar()->setRange(0, m_zoom > 0 ? std::max(0, shown.width() - room.width()) : 0);
    verticalScrollBar()->setRange(0, m_zoom > 0 ? std::max(0, shown.height() - room.height()) : 0);
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setPageStep(room.height());
    viewport()->update();
}

QSize PhotoViewer::sizeHint() const
{
    return {400, 360};
}

void PhotoViewer::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    const Tokens &tokens = Tokens::of(palette());
    const QRect room = viewport()->rect();
    QPainterPath corners;
    corners.addRoundedRect(room, controlRadius, controlRadius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners, tokens.background);
    if (m_image.isNull()) {
        painter.setPen(tokens.dim);
        painter.drawText(room.adjusted(space::l, 0, -space::l, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_words);
    } else {
        painter.setClipPath(corners);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSizeF shown = QSizeF(turnedSize()) * zoom();
        const QPointF origin(shown.width() < room.width() ? (room.width() - shown.width()) / 2
                                                          : -horizontalScrollBar()->value(),
                             shown.height() < room.height() ? (room.height() - shown.height()) / 2
                                                            : -verticalScrollBar()->value());
        painter.translate(origin + QPointF(shown.width() / 2, shown.height() / 2));
        painter.rotate(90.0 * m_quarterTurns);
        painter.scale(zoom(), zoom());
        painter.drawImage(QPointF(-m_image.width() / 2.0, -m_image.height() / 2.0), m_image);
        painter.resetTransform();
        painter.setClipping(false);
    }
    if (hasFocus()) {
        painter.setPen(QPen(tokens.accent, 2));
        painter.drawRoundedRect(QRectF(room).adjusted(1, 1, -1, -1), controlRadius, controlRadius);
    }
}

void PhotoViewer::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void PhotoViewer::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QAbstractScrollArea::wheelEvent(event);
        return;
    }
    setZoom(zoom() * (event->angleDelta().y() > 0 ? zoomStep : 1 / zoomStep), event->position());
    event->accept();
}

void PhotoViewer::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->matches(QKeySequence::Print)) {
        Q_EMIT printRequested();
        return;
    }
    if (event->matches(QKeySequence::Save)) {
        Q_EMIT saveRequested();
        return;
    }
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_0:
        return fit();
    case Qt::Key_R:
        return rotate();
    case Qt::Key_PageDown:
        Q_EMIT nextRequested();
        return;
    case Qt::Key_PageUp:
        Q_EMIT previousRequested();
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void PhotoViewer::mousePressEvent(QMouseEvent *event)
{
    m_dragFrom = event->position().toPoint();
}

void PhotoViewer::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint to = event->position().toPoint();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - (to - m_dragFrom).x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - (to - m_dragFrom).y());
    m_dragFrom = to;
}

void PhotoViewer::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (m_zoom > 0)
        fit();
    else
        setZoom(1, event->position());
}

} // namespace anteroom
