// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace anteroom {

/// Puts a form or other tall content where it can be scrolled, so that large text cuts nothing off: no frame,
/// never sideways, on the window's ground. The area takes `content`.
inline QScrollArea *scrolled(QWidget *content, QWidget *parent = nullptr)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setBackgroundRole(QPalette::Window);
    content->setBackgroundRole(QPalette::Window);
    area->setWidget(content);
    return area;
}

} // namespace anteroom
