// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/photostrip.h"

#include "ui/common/tokens.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

namespace anteroom {

namespace {

constexpr QSize thumbSize(64, 52);

/// One small picture: cut to fill, with a ring where it is the chosen one.
class Thumb final : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

    void setImage(const QImage &image)
    {
        m_image = image;
        update();
    }

    QSize sizeHint() const override { return thumbSize; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const Tokens &tokens = Tokens::of(palette());
        const QRectF inner = QRectF(rect()).adjusted(3, 3, -3, -3);
        QPainterPath corners;
        corners.addRoundedRect(inner, 6, 6);
        painter.fillPath(corners, tokens.line);
        if (!m_image.isNull()) {
            painter.setClipPath(corners);
            const QSizeF size = QSizeF(m_image.size()).scaled(inner.size(), Qt::KeepAspectRatioByExpanding);
            painter.drawImage(QRectF(inner.center() - QPointF(size.width() / 2, size.height() / 2), size),
                              m_image);
            painter.setClipping(false);
        }
        if (isChecked() || hasFocus()) {
            painter.setPen(QPen(tokens.accent, hasFocus() ? 3 : 2));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), controlRadius,
                                    controlRadius);
        }
    }

private:
    QImage m_image;
};

} // namespace

PhotoStrip::PhotoStrip(QWidget *parent)
    : QScrollArea(parent)
    , m_group(new QButtonGroup(this))
{
    auto *inner = new QWidget;
    m_row = new QHBoxLayout(inner);
    setWidget(inner);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // the pictures take it
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(space::s);
    m_row->addStretch();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT chosen(m_files.at(index));
    });
}

void PhotoStrip::setFiles(const QVector<FileId> &files)
{
    if (files == m_files)
        return;
    qDeleteAll(m_group->buttons());
    m_files = files;
    for (int i = 0; i < files.size(); ++i) {
        auto *thumb = new Thumb(widget());
        thumb->setMinimumSize(thumbSize);
        thumb->setCheckable(true);
        thumb->setAccessibleName(tr("Photo %1 of %2").arg(i + 1).arg(files.size()));
        thumb->setToolTip(thumb->accessibleName());
        m_group->addButton(thumb, i);
        m_row->insertWidget(i, thumb);
    }
    choose(0);
    fitHeight();
}

void PhotoStrip::setThumbnail(const FileId &id, const QImage &image)
{
    const qsizetype index = m_files.indexOf(id);
    if (index >= 0)
        static_cast<Thumb *>(m_group->button(int(index)))->setImage(image);
}

int PhotoStrip::current() const
{
    return m_group->checkedId();
}

void PhotoStrip::choose(int index)
{
    if (QAbstractButton *button = m_group->button(index)) {
        button->setChecked(true);
        ensureWidgetVisible(button, space::s, 0);
    }
}

void PhotoStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        choose(current() + (event->key() == Qt::Key_Right ? 1 : -1));
        return;
    }
    QScrollArea::keyPressEvent(event);
}

// As high as the pictures, and as their scroll bar where there is one.
void PhotoStrip::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitHeight();
}

void PhotoStrip::fitHeight()
{
    if (!widget())
        return; // it is just being made
    const bool scrolls = widget()->minimumSizeHint().width() > width();
    setFixedHeight(thumbSize.height() + (scrolls ? horizontalScrollBar()->sizeHint().height() : 0));
}

} // namespace anteroom
