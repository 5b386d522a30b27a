// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/label.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace anteroom {

Label::Label(TextRole role, const QString &text, QWidget *parent)
    : QLabel(text, parent)
    , m_parent(parent)
    , m_role(role)
    , m_dim(role == TextRole::Caption || role == TextRole::CaptionStrong)
{
    setTextFormat(Qt::PlainText);
    if (m_parent)
        m_parent->installEventFilter(this);
    applyLook();
}

void Label::setDim(bool dim)
{
    m_dim = dim;
    applyLook();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    applyLook();
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

bool Label::event(QEvent *event)
{
    const bool done = QLabel::event(event);
    // The size is the label's own value, so a change of the application's text size would pass it by: the
    // parent, which has none, tells.
    if (event->type() == QEvent::ParentChange && m_parent != parentWidget()) {
        if (m_parent)
            m_parent->removeEventFilter(this);
        m_parent = parentWidget();
        if (m_parent)
            m_parent->installEventFilter(this);
        applyLook();
    } else if (event->type() == QEvent::PaletteChange) {
        applyLook();
    }
    return done;
}

bool Label::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_parent && event->type() == QEvent::FontChange)
        applyLook();
    return QLabel::eventFilter(watched, event);
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

void Label::applyLook()
{
    if (m_busy)
        return;
    m_busy = true;
    setFont(fontFor(m_role, m_parent ? m_parent->font() : QApplication::font()));
    const auto &tokens = Tokens::of(QApplication::palette());
    QPalette own; // only what is set here is the label's own
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
