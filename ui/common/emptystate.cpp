// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/emptystate.h"

#include "ui/common/button.h"
#include "ui/common/label.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>

namespace anteroom {

class EmptyState::Picture : public QWidget
{
public:
    using QWidget::QWidget;

    QIcon icon;
    bool bad = false;

    QSize sizeHint() const override
    {
        const int side = fontMetrics().height() * 4;
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bad ? tokens.tone(Tone::Bad).ground : tokens.accentSoft);
        const int side = qMin(width(), height());
        const QRect round((width() - side) / 2, (height() - side) / 2, side, side);
        painter.drawEllipse(round);
        const int inset = side / 4;
        icon.paint(&painter, round.adjusted(inset, inset, -inset, -inset));
    }
};

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(this))
    , m_title(new Label(TextRole::Section, {}, this))
    , m_text(new Label(TextRole::Body, {}, this))
{
    m_text->setDim(true);
    m_text->setWordWrap(true);
    m_title->setWordWrap(true);
    m_text->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    for (auto *label : {m_title, m_text})
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_picture->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::s);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addSpacing(space::xs);
    column->addWidget(m_title);
    auto *textLine = new QHBoxLayout;
    textLine->addStretch(1);
    textLine->addWidget(m_text, 8);
    textLine->addStretch(1);
    column->addLayout(textLine);
    column->addSpacing(space::s);
    m_buttonLine = new QHBoxLayout;
    m_buttonLine->addStretch();
    m_buttonLine->addStretch();
    column->addLayout(m_buttonLine);
    column->addStretch(3);
}

void EmptyState::set(Icon which, const QString &title, const QString &text, IconRole role)
{
    m_picture->icon = icon(which, role);
    m_picture->bad = role == IconRole::Bad;
    m_picture->update();
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::setAction(QAction *action)
{
    removeButton();
    if (!action)
        return;
    m_button = new Button(action, Button::Kind::Normal, this);
    m_buttonLine->insertWidget(1, m_button);
}

void EmptyState::setButton(const QString &text)
{
    removeButton();
    if (text.isEmpty())
        return;
    m_button = new Button(text, Button::Kind::Normal, this);
    connect(m_button, &Button::clicked, this, &EmptyState::buttonClicked);
    m_buttonLine->insertWidget(1, m_button);
}

QWidget *EmptyState::focusTarget() const
{
    return m_button;
}

void EmptyState::removeButton()
{
    if (!m_button)
        return;
    m_button->hide();
    m_button->deleteLater();
    m_button = nullptr;
}

} // namespace anteroom
