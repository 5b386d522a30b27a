// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QWidget>

class QAction;
class QBoxLayout;

namespace anteroom {

class Button;
class Label;

/// What stands where a list would: that there is nothing to do (which is good news), that something is on its
/// way, or that it could not be had; with the one action that helps.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    void set(Icon icon, const QString &title, const QString &text, IconRole role = IconRole::Dim);
    /// The action as the one button below the words; nullptr takes it away. Shows the action's shortcut.
    void setAction(QAction *action);
    /// A button of its own where there is no action of the page.
    void setButton(const QString &text);
    /// What to give the focus to; nullptr where there is no button.
    QWidget *focusTarget() const;

Q_SIGNALS:
    void buttonClicked();

private:
    void removeButton();

    class Picture;
    Picture *m_picture;
    Label *m_title;
    Label *m_text;
    QBoxLayout *m_buttonLine;
    Button *m_button = nullptr;
};

} // namespace anteroom
