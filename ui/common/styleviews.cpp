// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/styleparts.h"

#include "ui/common/tokens.h"

#include <QPainter>
#include <QStyleOption>

namespace anteroom::style {

void paintHeaderSection(QPainter *painter, const QStyleOption &option)
{
    const auto &tokens = Tokens::of(option.palette);
    const auto &rect = option.rect;
    const bool hover = (option.state & QStyle::State_MouseOver) && (option.state & QStyle::State_Enabled);
    painter->fillRect(rect, hover ? tokens.hover : tokens.panel);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
}

void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option)
{
    const auto &tokens = Tokens::of(option.palette);
    painter->save();
    const QFont font = fontFor(TextRole::CaptionStrong, painter->font());
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter->setPen(sorted ? tokens.ink : tokens.dim);
    // The arrow stands right behind the word, not at the far end of the column.
    auto area = option.rect;
    const int arrow = sorted ? metrics.height() : 0;
    const int room = qMax(0, area.width() - arrow);
    const auto text = metrics.elidedText(option.text, Qt::ElideRight, room);
    const auto alignment = QStyle::visualAlignment(option.direction, option.textAlignment | Qt::AlignVCenter);
    const int used = metrics.horizontalAdvance(text);
    QRect textRect(area.left(), area.top(), qMin(used + 1, room), area.height());
    if (option.textAlignment & Qt::AlignRight)
        textRect.moveRight(area.right() - arrow);
    else if (option.textAlignment & Qt::AlignHCenter)
        textRect.moveLeft(area.left() + (room - textRect.width()) / 2);
    textRect = QStyle::visualRect(option.direction, area, textRect);
    painter->drawText(textRect, int(alignment), text);
    if (sorted) {
        const bool leftToRight = option.direction == Qt::LeftToRight;
        const QRect mark(leftToRight ? textRect.right() + 2 : textRect.left() - arrow - 2, area.top(), arrow,
                         area.height());
        // SortDown is how Qt calls ascending; people read an arrow up as "smallest first".
        chevron(painter, mark,
                option.sortIndicator == QStyleOptionHeader::SortDown ? Direction::Up : Direction::Down,
                tokens.ink);
    }
    painter->restore();
}

void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option)
{
    if (option.maximum <= option.minimum)
        return;
    const auto &tokens = Tokens::of(option.palette);
    const bool active = option.activeSubControls & QStyle::SC_ScrollBarSlider;
    const bool busy = active && (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    QRectF thumb(scrollBarPart(option, QStyle::SC_ScrollBarSlider));
    const double inset = busy ? 2 : 3;
    thumb.adjust(inset, inset, -inset, -inset);
    roundedRect(painter, thumb, qMin(thumb.width(), thumb.height()) / 2, busy ? tokens.dim : tokens.fieldLine,
                {});
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const auto &rect = option.rect;
    const bool across = option.orientation == Qt::Horizontal;
    const int length = across ? rect.width() : rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0) {
        thumb = int(length * qint64(option.pageStep) / (range + option.pageStep));
        thumb = qBound(qMin(32, length), thumb, length);
    }
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - thumb, option.upsideDown);
    const auto slice = [&](int from, int size) {
        const auto part_ = across ? QRect(rect.left() + from, rect.top(), size, rect.height())
                                  : QRect(rect.left(), rect.top() + from, rect.width(), size);
        return across ? QStyle::visualRect(option.direction, rect, part_) : part_;
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slice(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return slice(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return slice(start + thumb, length - start - thumb);
    case QStyle::SC_ScrollBarGroove:
        return rect;
    default:
        return {};
    }
}

void paintTab(QPainter *painter, const QStyleOptionTab &option)
{
    const auto &tokens = Tokens::of(option.palette);
    const auto &rect = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line);
    if (!selected && (option.state & QStyle::State_MouseOver))
        roundedRect(painter, rect.adjusted(2, 4, -2, -4), 6, tokens.hover, {});
    if (selected)
        roundedRect(painter, QRect(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), 1.5,
                    tokens.accent, {});
    if (option.state & QStyle::State_HasFocus)
        roundedRect(painter, rect.adjusted(2, 4, -2, -5), 6, {}, tokens.accent, 2);
}

void paintProgress(QPainter *painter, const QStyleOptionProgressBar &option)
{
    const auto &tokens = Tokens::of(option.palette);
    QRectF groove(option.rect);
    const double height = qMin(groove.height(), 8.0);
    groove = QRectF(groove.left(), groove.center().y() - height / 2, groove.width(), height);
    roundedRect(painter, groove, height / 2, tokens.line, {});
    const double range = double(option.maximum) - option.minimum;
    // Nothing known about the end: a third in the middle, and the words beside it say what runs.
    const double share = range > 0 ? (option.progress - option.minimum) / range : 0.33;
    QRectF done = groove;
    done.setWidth(qMax(height, groove.width() * qBound(0.0, share, 1.0)));
    if (range <= 0)
        done.moveCenter(groove.center());
    else if ((option.direction == Qt::RightToLeft) != option.invertedAppearance)
        done.moveRight(groove.right());
    if (range <= 0 || option.progress > option.minimum)
        roundedRect(painter, done, height / 2, tokens.accent, {});
}

} // namespace anteroom::style
