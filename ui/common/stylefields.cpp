// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/styleparts.h"

#include "ui/common/tokens.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace anteroom::style {
namespace {

constexpr int textMargin = 10;

} // namespace

void paintField(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const auto &tokens = Tokens::of(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focus = enabled && (option.state & QStyle::State_HasFocus);
    const bool invalid = widget && widget->property("invalid").toBool();
    const bool quiet = option.state & QStyle::State_ReadOnly;
    QColor line = enabled && !quiet ? tokens.fieldLine : tokens.line;
    if (invalid)
        line = tokens.tone(Tone::Bad).text;
    else if (focus)
        line = tokens.accent;
    const QColor fill = enabled && !quiet ? tokens.panel : tokens.background;
    roundedRect(painter, option.rect, controlRadius, fill, line, focus ? 2 : 1);
}

int arrowWidth(const QStyleOption &option)
{
    return option.fontMetrics.height() + 14;
}

void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.frame)
        paintField(painter, option, widget);
    const auto &tokens = Tokens::of(option.palette);
    const auto arrow = comboBoxPart(option, QStyle::SC_ComboBoxArrow);
    chevron(painter, arrow, Direction::Down, option.state & QStyle::State_Enabled ? tokens.ink : tokens.dim);
}

void paintComboBoxLabel(QPainter *painter, const QStyleOptionComboBox &option)
{
    auto area = comboBoxPart(option, QStyle::SC_ComboBoxEditField);
    painter->save();
    if (!option.currentIcon.isNull()) {
        const QRect icon(area.left(), area.top(), option.iconSize.width(), area.height());
        option.currentIcon.paint(painter, QStyle::visualRect(option.direction, area, icon));
        area.adjust(icon.width() + 8, 0, 0, 0);
    }
    if (!option.currentText.isEmpty() && !option.editable) {
        const auto group = option.state & QStyle::State_Enabled ? QPalette::Active : QPalette::Disabled;
        painter->setPen(option.palette.color(group, QPalette::Text));
        const auto text = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, area.width());
        painter->drawText(
            area, int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)), text);
    }
    painter->restore();
}

QRect comboBoxPart(const QStyleOptionComplex &option, QStyle::SubControl part)
{
    const auto &rect = option.rect;
    const int arrow = arrowWidth(option);
    QRect result = rect;
    if (part == QStyle::SC_ComboBoxArrow)
        result.setLeft(rect.right() - arrow + 1);
    else if (part == QStyle::SC_ComboBoxEditField)
        result = rect.adjusted(textMargin, 2, -arrow, -2);
    return QStyle::visualRect(option.direction, rect, result);
}

void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget)
{
    if (option.frame)
        paintField(painter, option, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto &tokens = Tokens::of(option.palette);
    const auto draw = [&](QStyle::SubControl part, Direction direction, bool possible) {
        chevron(painter, spinBoxPart(option, part), direction, possible ? tokens.ink : tokens.dim);
    };
    draw(QStyle::SC_SpinBoxUp, Direction::Up, option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    draw(QStyle::SC_SpinBoxDown, Direction::Down, option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part)
{
    const auto &rect = option.rect;
    const int arrow = option.buttonSymbols == QAbstractSpinBox::NoButtons ? textMargin : arrowWidth(option);
    const int half = rect.height() / 2;
    QRect result = rect;
    switch (part) {
    case QStyle::SC_SpinBoxUp:
        result = QRect(rect.right() - arrow + 1, rect.top() + 2, arrow - 2, half - 2);
        break;
    case QStyle::SC_SpinBoxDown:
        result = QRect(rect.right() - arrow + 1, rect.top() + half, arrow - 2, half - 2);
        break;
    case QStyle::SC_SpinBoxEditField:
        result = rect.adjusted(textMargin - 2, 2, -arrow, -2);
        break;
    default:
        break;
    }
    return QStyle::visualRect(option.direction, rect, result);
}

} // namespace anteroom::style
