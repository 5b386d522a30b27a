// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/card.h"

#include "ui/common/label.h"
#include "ui/common/tokens.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace anteroom {

// Lies over the content: paints the line, and the ground outside the round corners over square children.
class Card::Edge : public QWidget
{
public:
    explicit Edge(Card *card)
        : QWidget(card)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
    }

    bool focusShown = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        const auto *behind = parentWidget()->parentWidget();
        const auto role = behind ? behind->backgroundRole() : QPalette::Window;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double width = focusShown ? 2 : 1;
        const QRectF line = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
        QPainterPath inside;
        inside.addRoundedRect(line, cardRadius - width / 2, cardRadius - width / 2);
        QPainterPath outside;
        outside.addRect(rect());
        painter.fillPath(outside.subtracted(inside), palette().color(role));
        painter.strokePath(inside, QPen(focusShown ? tokens.accent : tokens.line, width));
    }
};

Card::Card(QWidget *parent)
    : QFrame(parent)
    , m_body(new QVBoxLayout(this))
    , m_edge(new Edge(this))
{
    m_body->setContentsMargins(1, 1, 1, 1);
    m_body->setSpacing(0);
    setBackgroundRole(QPalette::Base);
}

void Card::setPadding(int pixels)
{
    m_body->setContentsMargins(pixels, pixels, pixels, pixels);
    m_body->setSpacing(space::m);
}

void Card::setTitle(const QString &title)
{
    makeHeader();
    m_title->setText(title);
}

void Card::addHeaderWidget(QWidget *widget)
{
    makeHeader();
    m_headerLine->addWidget(widget);
}

void Card::setFocusShown(bool shown)
{
    if (m_edge->focusShown == shown)
        return;
    m_edge->focusShown = shown;
    m_edge->update();
}

void Card::makeHeader()
{
    if (m_header)
        return;
    m_header = new QWidget(this);
    m_headerLine = new QHBoxLayout(m_header);
    m_headerLine->setContentsMargins(14, space::s, 14, space::s);
    m_title = new Label(TextRole::Section, {}, m_header);
    m_headerLine->addWidget(m_title, 1);
    m_headerLine->addStrut(24);
    m_body->insertWidget(0, m_header);
    m_body->insertWidget(1, new Separator(Qt::Horizontal, this));
    m_edge->raise();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::of(palette()).panel);
}

void Card::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_edge->setGeometry(rect());
}

bool Card::event(QEvent *event)
{
    // A child that came later would lie over the edge.
    if (event->type() == QEvent::ChildPolished || event->type() == QEvent::LayoutRequest)
        m_edge->raise();
    return QFrame::event(event);
}

Separator::Separator(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
{
    if (orientation == Qt::Horizontal)
        setFixedHeight(1);
    else
        setFixedWidth(1);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Tokens::of(palette()).line);
}

} // namespace anteroom
