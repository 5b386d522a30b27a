// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QWidget;

/// What AnteroomStyle is made of; nothing else includes this.
namespace anteroom::style {

enum class Direction { Up, Down, Left, Right };

/// A rounded rectangle with sharp lines: `line` is drawn inside `rect`. An invalid colour draws nothing.
void roundedRect(QPainter *painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line,
                 double lineWidth = 1);
void chevron(QPainter *painter, const QRect &rect, Direction direction, const QColor &color);

QSize buttonSize(const QStyleOptionButton &option, const QWidget *widget);
void paintButtonBevel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void paintButtonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void paintToolButton(QPainter *painter, const QStyleOption &option);
void paintIndicator(QPainter *painter, const QStyleOption &option, bool round);
void paintFocusRing(QPainter *painter, const QStyleOption &option, double radius);

/// The panel and line of a field, with its ring where it has the focus.
void paintField(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void paintComboBox(QPainter *painter, const QStyleOptionComboBox &option, const QWidget *widget);
void paintComboBoxLabel(QPainter *painter, const QStyleOptionComboBox &option);
void paintSpinBox(QPainter *painter, const QStyleOptionSpinBox &option, const QWidget *widget);
QRect comboBoxPart(const QStyleOptionComplex &option, QStyle::SubControl part);
QRect spinBoxPart(const QStyleOptionSpinBox &option, QStyle::SubControl part);
/// Width of the arrow's part of a combo or spin box.
int arrowWidth(const QStyleOption &option);

void paintHeaderSection(QPainter *painter, const QStyleOption &option);
void paintHeaderLabel(QPainter *painter, const QStyleOptionHeader &option);
void paintScrollBar(QPainter *painter, const QStyleOptionSlider &option);
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void paintTab(QPainter *painter, const QStyleOptionTab &option);
void paintProgress(QPainter *painter, const QStyleOptionProgressBar &option);

} // namespace anteroom::style
