// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace anteroom {

/// A push button of one of three kinds. A view has one primary button.
class Button : public QPushButton
{
    Q_OBJECT

public:
    enum class Kind {
        Primary, ///< filled with the accent: what most people want next
        Normal,  ///< a line around it
        Quiet    ///< like a link: no line, accent text
    };

    explicit Button(const QString &text, Kind kind = Kind::Normal, QWidget *parent = nullptr);
    /// With the action's text, shortcut and enabled state, which it follows; a press triggers the action.
    explicit Button(QAction *action, Kind kind = Kind::Normal, QWidget *parent = nullptr);

    Kind kind() const { return m_kind; }
    void setKind(Kind kind);

    /// Keys shown in a chip behind the text ("Ctrl N"); the shortcut itself is the action's.
    QString keyHint() const { return m_keyHint; }
    void setKeyHint(const QKeySequence &keys);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    Kind m_kind;
    QString m_keyHint;
};

} // namespace anteroom
