// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/anteroomstyle.h"

#include "ui/common/styleparts.h"
#include "ui/common/tokens.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
}

} // namespace

AnteroomStyle::AnteroomStyle()
    : QProxyStyle(u"fusion"_s)
{
    setObjectName(u"anteroom"_s);
}

QPalette AnteroomStyle::standardPalette() const
{
    return makePalette(Tokens::of(Scheme::Light, Contrast::Normal));
}

void AnteroomStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

void AnteroomStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    const auto &tokens = Tokens::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return style::paintButtonBevel(painter, *button, widget);
        break;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonTool:
        return style::paintToolButton(painter, *option);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option)) {
            if (frame->lineWidth > 0)
                style::paintField(painter, *option, widget);
            return;
        }
        break;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isTextArea(widget))
            return style::paintField(painter, *option, widget);
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            style::roundedRect(painter, option->rect, controlRadius, {}, tokens.line);
        return;
    case PE_FrameFocusRect:
        // Buttons draw their ring in their bevel, rows in their view.
        if (!qobject_cast<const QPushButton *>(widget) && !qobject_cast<const QAbstractItemView *>(widget) &&
            !qobject_cast<const QComboBox *>(widget) && !qobject_cast<const QToolButton *>(widget) &&
            !qobject_cast<const QTabBar *>(widget))
            style::paintFocusRing(painter, *option, 4);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return style::paintIndicator(painter, *option, false);
    case PE_IndicatorRadioButton:
        return style::paintIndicator(painter, *option, true);
    case PE_PanelItemViewRow:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                          tokens.line);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            const auto rect = option->rect.adjusted(0, 0, 0, -1);
            if (option->state & State_Selected)
                painter->fillRect(rect, tokens.accentSoft);
            else if (item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(rect, item->backgroundBrush);
            else if (option->state & State_MouseOver)
                painter->fillRect(rect, tokens.hover);
            return;
        }
        break;
    case PE_FrameMenu:
        painter->setPen(tokens.line);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, tokens.panel);
        return;
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorArrowDown:
        return style::chevron(painter, option->rect, style::Direction::Down, tokens.ink);
    case PE_IndicatorArrowUp:
        return style::chevron(painter, option->rect, style::Direction::Up, tokens.ink);
    case PE_IndicatorArrowLeft:
        return style::chevron(painter, option->rect, style::Direction::Left, tokens.ink);
    case PE_IndicatorArrowRight:
        return style::chevron(painter, option->rect, style::Direction::Right, tokens.ink);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void AnteroomStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return style::paintButtonBevel(painter, *button, widget);
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return style::paintButtonLabel(painter, *button, widget);
        break;
    case CE_ComboBoxLabel:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return style::paintComboBoxLabel(painter, *combo);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        return style::paintHeaderSection(painter, *option);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return style::paintHeaderLabel(painter, *header);
        break;
    case CE_Header:
        // Fusion would put the arrow at the far end; the label draws it.
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            style::paintHeaderSection(painter, *header);
            QStyleOptionHeader label = *header;
            label.rect = header->rect.adjusted(10, 0, -6, 0);
            style::paintHeaderLabel(painter, label);
            return;
        }
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option)) {
            const auto &tokens = Tokens::of(option->palette);
            QStyleOptionViewItem copy = *item;
            for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
                copy.palette.setColor(group, QPalette::HighlightedText, tokens.ink);
            copy.state &= ~State_HasFocus;
            return QProxyStyle::drawControl(element, &copy, painter, widget);
        }
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return style::paintTab(painter, *tab);
        break;
    case CE_Splitter:
        // Nothing at rest; a short line where it can be taken.
        if (option->state & (State_MouseOver | State_Sunken)) {
            const auto center = QRectF(option->rect).center();
            const QSizeF size = option->state & State_Horizontal ? QSizeF(4, 32) : QSizeF(32, 4);
            QRectF grip(QPointF(), size);
            grip.moveCenter(center);
            style::roundedRect(painter, grip, 2, Tokens::of(option->palette).fieldLine, {});
        }
        return;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        if (const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return style::paintProgress(painter, *progress);
        break;
    case CE_ProgressBarLabel:
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void AnteroomStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                       QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            return style::paintComboBox(painter, *combo, widget);
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return style::paintSpinBox(painter, *spin, widget);
        break;
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return style::paintScrollBar(painter, *slider);
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int AnteroomStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const auto textHeight = [&] {
        return option ? option->fontMetrics.height() : QFontMetrics(QFont()).height();
    };
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_DefaultFrameWidth:
        // Wide enough that the square viewport stays inside the round corners.
        return isTextArea(widget) ? 4 : 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return qMax(18, textHeight());
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::s;
    case PM_FocusFrameHMargin:
        return qobject_cast<const QAbstractItemView *>(widget)
                   ? 9
                   : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? space::xl : space::m;
    case PM_LayoutHorizontalSpacing:
        return space::s;
    case PM_LayoutVerticalSpacing:
        return space::m;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return qMax(18, textHeight());
    case PM_TabBarTabHSpace:
        return 2 * space::l;
    case PM_TabBarTabVSpace:
        return 2 * space::s;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_MenuVMargin:
    case PM_MenuHMargin:
        return space::xs;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AnteroomStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                             QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_ItemView_ShowDecorationSelected:
        return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_FormLayoutWrapPolicy:
        return 2;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize AnteroomStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                      const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return style::buttonSize(*button, widget);
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return {contents.width() + 20, controlHeight(option->fontMetrics)};
        return contents;
    case CT_ComboBox:
        // A little more than the words: they are measured by the letter and cut by the pixel.
        return {contents.width() + 14 + style::arrowWidth(*option), controlHeight(option->fontMetrics)};
    case CT_SpinBox:
        return {contents.width() + 10 + style::arrowWidth(*option), controlHeight(option->fontMetrics)};
    case CT_HeaderSection: {
        auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 12, controlHeight(option->fontMetrics)};
    }
    case CT_MenuItem: {
        auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType != QStyleOptionMenuItem::Separator)
            size.setHeight(qMax(size.height(), controlHeight(option->fontMetrics) - 4));
        return size;
    }
    case CT_ItemViewItem: {
        auto size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        size.setHeight(qMax(size.height(), rowHeight(option->fontMetrics)));
        return size;
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect AnteroomStyle::subElementRect(SubElement element, const QStyleOption *option,
                                    const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return option->rect.adjusted(8, 1, -8, -1);
        return option->rect;
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect AnteroomStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                    SubControl part, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (part == SC_ComboBoxArrow || part == SC_ComboBoxEditField)
            return style::comboBoxPart(*option, part);
        break;
    case CC_SpinBox:
        if (const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option))
            return style::spinBoxPart(*spin, part);
        break;
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return style::scrollBarPart(*slider, part);
        break;
    default:
        break;
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace anteroom
