// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QWidget>

class QPainter;

namespace anteroom {

/// "Ctrl K": a shortcut as it stands in a chip, in the user's language and the platform's way.
QString keyHintText(const QKeySequence &keys);

/// The size of a chip with `text` beside text in `font`.
QSize keyHintSize(const QString &text, const QFont &font);
/// Draws the chip in the middle of `rect`'s height, at its left.
void paintKeyHint(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  const QColor &color, const QColor &line);

/// The chip as a widget of its own.
class KeyHint : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHint(const QKeySequence &keys, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

} // namespace anteroom
