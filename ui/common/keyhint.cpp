// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/keyhint.h"

#include "ui/common/tokens.h"

#include <QFontMetrics>
#include <QPainter>

namespace anteroom {

using namespace Qt::StringLiterals;

QString keyHintText(const QKeySequence &keys)
{
    auto text = keys.toString(QKeySequence::NativeText);
    text.replace(u"Return"_s, u"↵"_s).replace(u"Enter"_s, u"↵"_s);
    return text.replace(u'+', u' ');
}

QSize keyHintSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(fontFor(TextRole::Caption, font));
    const int height = metrics.height() + 4;
    return {qMax(metrics.horizontalAdvance(text) + 12, height), height};
}

void paintKeyHint(QPainter *painter, const QRect &rect, const QString &text, const QFont &font,
                  const QColor &color, const QColor &line)
{
    const auto size = keyHintSize(text, font);
    const QRectF chip(rect.left() + 0.5, rect.top() + (rect.height() - size.height()) / 2 + 0.5,
                      size.width() - 1, size.height() - 1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(chip, 4, 4);
    painter->setPen(color);
    painter->setFont(fontFor(TextRole::Caption, font));
    painter->drawText(chip, Qt::AlignCenter, text);
    painter->restore();
}

KeyHint::KeyHint(const QKeySequence &keys, QWidget *parent)
    : QWidget(parent)
    , m_text(keyHintText(keys))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize KeyHint::sizeHint() const
{
    return keyHintSize(m_text, font());
}

void KeyHint::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    paintKeyHint(&painter, rect(), m_text, font(), tokens.dim, tokens.fieldLine);
}

} // namespace anteroom
