// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/searchfield.h"

#include "ui/common/icons.h"
#include "ui/common/keyhint.h"
#include "ui/common/tokens.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>

namespace anteroom {

SearchField::SearchField(const QString &placeholder, const QKeySequence &keys, QWidget *parent)
    : QLineEdit(parent)
    , m_hint(keys.isEmpty() ? QString() : keyHintText(keys))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(icon(Icon::Search, IconRole::Dim), LeadingPosition);
    auto *empty = addAction(icon(Icon::Close, IconRole::Dim), TrailingPosition);
    empty->setToolTip(tr("Empty this field"));
    empty->setVisible(false);
    connect(empty, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, empty,
            [empty](const QString &text) { empty->setVisible(!text.isEmpty()); });
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_hint.isEmpty() || !text().isEmpty() || hasFocus())
        return;
    const auto &tokens = Tokens::of(palette());
    const auto size = keyHintSize(m_hint, font());
    // With large text the words matter more than the keys.
    const int words = fontMetrics().horizontalAdvance(placeholderText());
    if (words + size.width() + 3 * height() / 2 + 10 > width())
        return;
    const QRect chip(QPoint(width() - size.width() - 10, 0), QSize(size.width(), height()));
    QPainter painter(this);
    paintKeyHint(&painter, layoutDirection() == Qt::LeftToRight ? chip : chip.translated(10 - chip.left(), 0),
                 m_hint, font(), tokens.dim, tokens.line);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace anteroom
