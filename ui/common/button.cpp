// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/button.h"

#include "ui/common/keyhint.h"

#include <QAction>
#include <QStyleOption>

namespace anteroom {

Button::Button(const QString &text, Kind kind, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setAutoDefault(false);
}

Button::Button(QAction *action, Kind kind, QWidget *parent)
    : Button(action->text(), kind, parent)
{
    const auto follow = [this, action] {
        setText(action->text());
        setIcon(action->icon());
        setKeyHint(action->shortcut());
        setEnabled(action->isEnabled());
        // Not shown before the button has a place, or it would be a window of its own.
        if (!action->isVisible())
            hide();
        else if (testAttribute(Qt::WA_WState_ExplicitShowHide) && parentWidget())
            show();
        setToolTip(action->toolTip() == action->text() ? QString() : action->toolTip());
    };
    follow();
    connect(action, &QAction::changed, this, follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QKeySequence &keys)
{
    m_keyHint = keyHintText(keys);
    updateGeometry();
    update();
}

QSize Button::sizeHint() const
{
    // Not QPushButton's, which is kept until the text changes and knows nothing of kinds and keys.
    ensurePolished();
    QStyleOptionButton option;
    initStyleOption(&option);
    return style()->sizeFromContents(QStyle::CT_PushButton, &option, {}, this);
}

} // namespace anteroom
