// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/consolepage.h"

#include "ui/common/label.h"

#include <QAction>
#include <QBoxLayout>

namespace anteroom {

ConsolePage::ConsolePage(QByteArray id, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_id(std::move(id))
    , m_title(title)
    , m_titleLabel(new Label(TextRole::Title, title, this))
    , m_subtitleLabel(new Label(TextRole::Body, {}, this))
    , m_titleLine(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    m_subtitleLabel->setDim(true);
    m_subtitleLabel->hide();
    m_titleLabel->setElided(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_titleLabel);
    words->addWidget(m_subtitleLabel);
    m_titleLine->setSpacing(space::m);
    m_titleLine->addLayout(words, 1);
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(space::l);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(m_titleLine);
    column->addLayout(m_content, 1);
    m_titleLabel->setMinimumHeight(controlHeight(fontMetrics()));
}

void ConsolePage::setTitle(const QString &title)
{
    m_title = title;
    m_titleLabel->setText(m_heading.isEmpty() ? title : m_heading);
    Q_EMIT titleChanged();
}

void ConsolePage::setHeading(const QString &heading)
{
    m_heading = heading;
    m_titleLabel->setText(heading.isEmpty() ? m_title : heading);
}

void ConsolePage::setSubtitle(const QString &subtitle)
{
    m_subtitleLabel->setText(subtitle);
    m_subtitleLabel->setVisible(!subtitle.isEmpty());
}

void ConsolePage::addHeaderWidget(QWidget *widget)
{
    m_titleLine->addWidget(widget, 0, Qt::AlignVCenter);
}

void ConsolePage::setPrimaryAction(QAction *action)
{
    m_primary = action;
    Q_EMIT primaryActionChanged();
}

void ConsolePage::setCount(std::optional<int> count, Tone tone)
{
    if (count == m_count && tone == m_countTone)
        return;
    m_count = count;
    m_countTone = tone;
    Q_EMIT countChanged();
}

void ConsolePage::activate()
{
}

void ConsolePage::restoreView(ViewState &)
{
}

void ConsolePage::open(const QByteArray &)
{
}

} // namespace anteroom
