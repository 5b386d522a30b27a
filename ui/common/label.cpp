// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/label.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace anteroom {

Label::Label(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_role(role)
    , m_dim(role == TextRole::Caption || role == TextRole::CaptionStrong)
{
    setTextFormat(Qt::PlainText);
    applyFont();
}

void Label::setDim(bool dim)
{
    m_dim = dim;
    applyFont();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyFont();
}

void Label::setElided(bool elided)
{
    m_elided = elided;
    updateGeometry();
    update();
}

QSize Label::minimumSizeHint() const
{
    auto size = QLabel::minimumSizeHint();
    if (m_elided)
        size.setWidth(qMin(size.width(), fontMetrics().averageCharWidth() * 4));
    return size;
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    // Both leave a value of our own on the label, which would no longer follow the application.
    if (event->type() == QEvent::ApplicationFontChange || event->type() == QEvent::ApplicationPaletteChange ||
        event->type() == QEvent::ParentChange)
        applyFont();
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!m_elided)
        return QLabel::paintEvent(event);
    const auto whole = text();
    const auto shown = fontMetrics().elidedText(whole, Qt::ElideRight, contentsRect().width());
    setToolTip(shown == whole ? QString() : whole);
    QPainter painter(this);
    style()->drawItemText(&painter, contentsRect(),
                          int(QStyle::visualAlignment(layoutDirection(), alignment())), palette(),
                          isEnabled(), shown, QPalette::WindowText);
}

void Label::applyFont()
{
    if (m_busy)
        return;
    m_busy = true;
    setFont(fontFor(m_role, QApplication::font()));
    const auto &tokens = Tokens::of(QApplication::palette());
    auto own = QApplication::palette();
    // On a panel Qt takes Text for what is WindowText elsewhere.
    for (const auto which : {QPalette::WindowText, QPalette::Text}) {
        if (m_tone != Tone::Neutral)
            own.setColor(which, tokens.tone(m_tone).text);
        else if (m_dim)
            own.setColor(which, tokens.dim);
    }
    setPalette(own);
    m_busy = false;
}

} // namespace anteroom
