// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/detailsplitter.h"

#include <QEvent>

namespace anteroom {

DetailSplitter::DetailSplitter(QWidget *parent)
    : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    setHandleWidth(14);
}

void DetailSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    turn();
}

void DetailSplitter::changeEvent(QEvent *event)
{
    QSplitter::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        turn();
}

void DetailSplitter::setNeeded(int width)
{
    m_needed = width;
    turn();
}

void DetailSplitter::turn()
{
    const int needed = qMax(m_needed, fontMetrics().averageCharWidth() * 90);
    const auto wanted = width() < needed ? Qt::Vertical : Qt::Horizontal;
    if (wanted != orientation())
        setOrientation(wanted);
}

} // namespace anteroom
