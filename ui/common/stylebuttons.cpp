// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/styleparts.h"

#include "ui/common/button.h"
#include "ui/common/keyhint.h"
#include "ui/common/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace anteroom::style {
namespace {

constexpr int sidePadding = 14;
constexpr int chipGap = 10;
constexpr int iconGap = 8;

Button::Kind kindOf(const QStyleOptionButton &option, const QWidget *widget)
{
    if (const auto *button = qobject_cast<const Button *>(widget))
        return button->kind();
    if (option.features & QStyleOptionButton::DefaultButton)
        return Button::Kind::Primary;
    return option.features & QStyleOptionButton::Flat ? Button::Kind::Quiet : Button::Kind::Normal;
}

QString chipOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const Button *>(widget);
    return button ? button->keyHint() : QString();
}

QFont fontOf(Button::Kind kind, const QWidget *widget)
{
    const QFont base = widget ? widget->font() : QFont();
    const bool strong = kind == Button::Kind::Primary || (widget && widget->property("tone").isValid());
    return fontFor(strong ? TextRole::Strong : TextRole::Body, base);
}

QColor mix(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(float(a.redF() * (1 - share) + b.redF() * share),
                            float(a.greenF() * (1 - share) + b.greenF() * share),
                            float(a.blueF() * (1 - share) + b.blueF() * share));
}

QColor textColorOf(Button::Kind kind, const QStyleOption &option, const Tokens &tokens, const QWidget *widget)
{
    if (!(option.state & QStyle::State_Enabled))
        return tokens.dim;
    // A button on the ground of a state, as in an inline bar.
    if (const auto tone = widget ? widget->property("tone") : QVariant(); tone.isValid())
        return tokens.tone(static_cast<Tone>(tone.toInt())).text;
    switch (kind) {
    case Button::Kind::Primary:
        return tokens.onAccent;
    case Button::Kind::Quiet:
        return tokens.accent;
    case Button::Kind::Normal:
        break;
    }
    return tokens.ink;
}

} // namespace

void roundedRect(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line,
                 double lineWidth)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const double half = line.isValid() ? lineWidth / 2 : 0;
    painter->setPen(line.isValid() ? QPen(line, lineWidth) : QPen(Qt::NoPen));
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double r = qMin(radius - half, qMin(rect.width(), rect.height()) / 2);
    painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), r, r);
    painter->restore();
}

void chevron(QPainter *painter, const QRect &rect, Direction direction, const QColor &color)
{
    const double reach = qBound(3.5, qMin(rect.width(), rect.height()) * 0.15, 8.0);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(color, qMax(1.5, reach * 0.4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->translate(QRectF(rect).center());
    painter->rotate(direction == Direction::Up      ? 180
                    : direction == Direction::Left  ? 90
                    : direction == Direction::Right ? -90
                                                    : 0);
    const QPointF points[] = {{-reach, -reach / 2}, {0, reach / 2}, {reach, -reach / 2}};
    painter->drawPolyline(points, 3);
    painter->restore();
}

QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const auto kind = kindOf(option, widget);
    const QFontMetrics metrics(fontOf(kind, widget));
    int width = option.text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + (option.text.isEmpty() ? 0 : iconGap);
    if (const auto chip = chipOf(widget); !chip.isEmpty())
        width += chipGap + keyHintSize(chip, widget->font()).width();
    if (option.features & QStyleOptionButton::HasMenu)
        width += metrics.height();
    const int height = controlHeight(metrics);
    return {qMax(width + 2 * (option.text.isEmpty() ? 8 : sidePadding), height), height};
}

void paintButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const auto &tokens = Tokens::of(option.palette);
    const auto kind = kindOf(option, widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool hover = enabled && (option.state & QStyle::State_MouseOver);
    const bool focus = enabled && (option.state & QStyle::State_HasFocus);
    const QRectF rect(option.rect);

    if (kind == Button::Kind::Primary) {
        if (!enabled)
            return roundedRect(painter, rect, controlRadius, tokens.hover, tokens.line);
        auto fill = tokens.accent;
        if (down)
            fill = mix(fill, tokens.ink, 0.25);
        else if (hover)
            fill = mix(fill, tokens.ink, 0.12);
        if (focus) {
            roundedRect(painter, rect, controlRadius, tokens.panel, tokens.accent, 2);
            roundedRect(painter, rect.adjusted(4, 4, -4, -4), controlRadius - 3, fill, {});
        } else {
            roundedRect(painter, rect, controlRadius, fill, {});
        }
        return;
    }
    QColor fill = kind == Button::Kind::Normal ? tokens.panel : QColor();
    if (down)
        fill = tokens.accentSoft;
    else if (hover)
        fill = tokens.hover;
    QColor line = kind == Button::Kind::Normal ? (enabled ? tokens.fieldLine : tokens.line) : QColor();
    roundedRect(painter, rect, controlRadius, fill, focus ? tokens.accent : line, focus ? 2 : 1);
}

void paintButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const auto &tokens = Tokens::of(option.palette);
    const auto kind = kindOf(option, widget);
    const auto color = textColorOf(kind, option, tokens, widget);
    const auto font = fontOf(kind, widget);
    const QFontMetrics metrics(font);
    const auto chip = chipOf(widget);
    const auto chipSize = chip.isEmpty() ? QSize() : keyHintSize(chip, widget->font());

    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const int menuWidth = hasMenu ? metrics.height() : 0;
    const int iconWidth = option.icon.isNull() ? 0 : option.iconSize.width();
    const int textWidth = option.text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, option.text).width();
    const int gap = iconWidth && textWidth ? iconGap : 0;
    const int chipWidth = chip.isEmpty() ? 0 : chipGap + chipSize.width();
    const auto area = option.rect.adjusted(6, 0, -6, 0);
    const int needed = iconWidth + gap + textWidth + chipWidth + menuWidth;
    const int shownText = qMax(0, textWidth - qMax(0, needed - area.width()));
    int x = area.left() + qMax(0, (area.width() - needed) / 2);
    const auto place = [&](int width) {
        const QRect part(x, area.top(), width, area.height());
        x += width;
        return QStyle::visualRect(option.direction, option.rect, part);
    };

    if (iconWidth) {
        const auto mode = option.state & QStyle::State_Enabled ? QIcon::Normal : QIcon::Disabled;
        option.icon.paint(painter, place(iconWidth), Qt::AlignCenter, mode,
                          option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
        x += gap;
    }
    painter->save();
    painter->setFont(font);
    painter->setPen(color);
    if (shownText) {
        const auto text = metrics.elidedText(option.text, Qt::ElideRight, shownText, Qt::TextShowMnemonic);
        painter->drawText(place(shownText), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextShowMnemonic, text);
    }
    if (!chip.isEmpty()) {
        x += chipGap;
        auto line = color;
        line.setAlphaF(kind == Button::Kind::Normal ? 0.35F : 0.6F);
        paintKeyHint(painter, place(chipSize.width()), chip, widget->font(), color, line);
    }
    if (hasMenu)
        chevron(painter, place(menuWidth).adjusted(4, 0, 4, 0), Direction::Down, color);
    painter->restore();
}

void paintToolButton(QPainter *painter, const QStyleOption &option)
{
    const auto &tokens = Tokens::of(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    QColor fill;
    if (option.state & (QStyle::State_Sunken | QStyle::State_On))
        fill = tokens.accentSoft;
    else if (enabled && (option.state & QStyle::State_MouseOver))
        fill = tokens.hover;
    const bool focus = option.state & QStyle::State_HasFocus;
    roundedRect(painter, option.rect, 6, fill, focus ? tokens.accent : QColor(), 2);
}

void paintIndicator(QPainter *painter, const QStyleOption &option, bool round)
{
    const auto &tokens = Tokens::of(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool focus = option.state & QStyle::State_HasFocus;
    const QRectF rect(option.rect);
    const double side = rect.width();
    const QColor filled = enabled ? tokens.accent : tokens.line;
    const bool fill = on || partly;
    const QColor line = fill ? (focus ? tokens.ink : filled) : (focus ? tokens.accent : tokens.dim);
    roundedRect(painter, rect, round ? side / 2 : 4, fill ? filled : tokens.panel, line, focus ? 2 : 1.2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor mark = enabled ? tokens.onAccent : tokens.ink;
    if (round && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        painter->drawEllipse(rect.center(), side * 0.2, side * 0.2);
    } else if (fill) {
        painter->setPen(QPen(mark, side / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->translate(rect.topLeft());
        painter->scale(side, side);
        painter->setPen(QPen(mark, 0.11, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath path;
        if (partly) {
            path.moveTo(0.28, 0.5);
            path.lineTo(0.72, 0.5);
        } else {
            path.moveTo(0.26, 0.52);
            path.lineTo(0.43, 0.69);
            path.lineTo(0.75, 0.33);
        }
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(path);
    }
    painter->restore();
}

void paintFocusRing(QPainter *painter, const QStyleOption &option, double radius)
{
    roundedRect(painter, option.rect, radius, {}, Tokens::of(option.palette).accent, 2);
}

} // namespace anteroom::style
