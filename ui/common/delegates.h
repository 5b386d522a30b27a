// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QStyledItemDelegate>

namespace anteroom {

class Clock;

/// Draws a cell's text in the row's look; text of second rank where the cell's DimRole says so. Every list
/// has it.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

/// Draws a state's word (DisplayRole) on its ground (ToneRole).
class StateDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// Draws how long ago the cell's TimeRole is; the tool tip tells the whole moment.
class RelativeTimeDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    /// `clock` outlives the delegate.
    explicit RelativeTimeDelegate(const Clock &clock, QObject *parent = nullptr);

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Clock &m_clock;
};

/// The size of a state's word on its ground, beside text in `font`, and the drawing of it (in the middle of
/// `rect`'s height, at its beginning; cut with "…" where there is too little room).
QSize pillSize(const QString &text, const QFont &font);
void paintPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QFont &font,
               const Tokens &tokens, Qt::LayoutDirection direction);

} // namespace anteroom
