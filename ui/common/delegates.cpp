// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/delegates.h"

#include "app/base/clock.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/relativetime.h"
#include "ui/common/styleparts.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace anteroom {
namespace {

constexpr int cellMargin = 10;

} // namespace

void RowDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(DimRole).toBool())
        option->palette.setColor(QPalette::Text, Tokens::of(option->palette).dim);
}

void StateDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const auto text = std::exchange(item.text, QString());
    const auto *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    if (text.isEmpty())
        return;
    paintPill(painter, item.rect.adjusted(cellMargin, 0, -cellMargin / 2, -1), text,
              static_cast<Tone>(index.data(ToneRole).toInt()), item.font, Tokens::of(item.palette),
              item.direction);
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto pill = pillSize(index.data().toString(), option.font);
    return {pill.width() + 2 * cellMargin,
            qMax(pill.height() + 8, RowDelegate::sizeHint(option, index).height())};
}

RelativeTimeDelegate::RelativeTimeDelegate(const Clock &clock, QObject *parent)
    : RowDelegate(parent)
    , m_clock(clock)
{
}

void RelativeTimeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    const auto time = index.data(TimeRole);
    if (!time.isValid())
        return;
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->text = relativeTime(utcFromUs(time.toLongLong()), m_clock.now());
}

bool RelativeTimeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                     const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto time = index.data(TimeRole);
    if (event->type() != QEvent::ToolTip || !time.isValid())
        return RowDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), fullTime(utcFromUs(time.toLongLong())), view);
    return true;
}

QSize pillSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(fontFor(TextRole::CaptionStrong, font));
    return {metrics.horizontalAdvance(text) + 2 * space::s, metrics.height() + 6};
}

void paintPill(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QFont &font,
               const Tokens &tokens, Qt::LayoutDirection direction)
{
    const auto size = pillSize(text, font);
    QRect pill(rect.left(), rect.top() + (rect.height() - size.height()) / 2,
               qMin(size.width(), rect.width()), size.height());
    pill = QStyle::visualRect(direction, rect, pill);
    const auto &pair = tokens.tone(tone);
    const bool lined = tone == Tone::Neutral || tokens.contrast == Contrast::High;
    style::roundedRect(painter, pill, 6, pair.ground,
                       lined ? (tone == Tone::Neutral ? tokens.line : pair.text) : QColor());
    painter->save();
    const auto pillFont = fontFor(TextRole::CaptionStrong, font);
    painter->setFont(pillFont);
    painter->setPen(pair.text);
    const auto area = pill.adjusted(space::s, 0, -space::s + 1, 0);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(pillFont).elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

} // namespace anteroom
