// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listpane.h"

#include "ui/common/card.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listview.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/tokens.h"

#include <QApplication>
#include <QBoxLayout>
#include <QStackedWidget>

namespace anteroom {

ListPane::ListPane(PagedModelBase *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_card(new Card(this))
    , m_stack(new QStackedWidget(m_card))
    , m_view(new ListView(m_stack))
    , m_empty(new EmptyState(m_stack))
    , m_loading(new EmptyState(m_stack))
    , m_failed(new EmptyState(m_stack))
    , m_moreFailed(new InlineBar(Tone::Bad, {}, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_card, 1);
    column->addWidget(m_moreFailed);
    m_moreFailed->hide();
    m_card->body()->addWidget(m_stack);
    for (auto *widget : {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_empty),
                         static_cast<QWidget *>(m_loading), static_cast<QWidget *>(m_failed)})
        m_stack->addWidget(widget);

    m_view->setModel(model);
    m_loading->set(Icon::Clock, tr("Loading…"), {});
    m_failed->setButton(tr("Try again"));
    m_moreFailed->setAction(tr("Try again"));
    m_moreFailed->setClosable(false);
    setEmpty(Icon::Good, tr("Nothing here"), {});
    m_patience.setSingleShot(true);
    m_patience.setInterval(250);

    connect(m_failed, &EmptyState::buttonClicked, model, &PagedModelBase::retry);
    connect(m_moreFailed, &InlineBar::actionTriggered, model, &PagedModelBase::retry);
    connect(&m_patience, &QTimer::timeout, this, &ListPane::follow);
    connect(model, &PagedModelBase::stateChanged, this, &ListPane::follow);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListPane::follow);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListPane::follow);
    connect(model, &QAbstractItemModel::modelReset, this, &ListPane::follow);
    connect(m_view, &ListView::focusChanged, m_card, &Card::setFocusShown);
    follow();
}

void ListPane::setEmpty(Icon icon, const QString &title, const QString &text, QAction *action)
{
    m_empty->set(icon, title, text, IconRole::Accent);
    m_empty->setAction(action);
}

ListPane::Face ListPane::face() const
{
    const auto *shown = m_stack->currentWidget();
    return shown == m_empty     ? Face::Empty
           : shown == m_loading ? Face::Loading
           : shown == m_failed  ? Face::Failed
                                : Face::Rows;
}

void ListPane::focusContent()
{
    m_wantsFocus = true;
    QWidget *target = m_view;
    if (auto *instead = qobject_cast<EmptyState *>(m_stack->currentWidget()))
        target = instead->focusTarget() ? instead->focusTarget() : m_view;
    target->setFocus(Qt::OtherFocusReason);
}

void ListPane::showFace(QWidget *face)
{
    if (m_stack->currentWidget() == face)
        return;
    const auto *focus = QApplication::focusWidget();
    const bool had = (focus && isAncestorOf(focus)) || (!focus && m_wantsFocus);
    m_stack->setCurrentWidget(face);
    if (had)
        focusContent();
}

void ListPane::follow()
{
    const bool rows = m_model->rowCount() > 0;
    const auto state = m_model->state();
    m_moreFailed->setVisible(rows && state == PagedModelBase::State::Failed);
    if (state == PagedModelBase::State::Failed && m_model->error()) {
        const auto words = errorText(*m_model->error());
        m_moreFailed->setText(words);
        m_failed->set(Icon::Warn, tr("This list could not be loaded"), words, IconRole::Bad);
    }
    if (state != PagedModelBase::State::Loading)
        m_patience.stop();
    if (rows || state == PagedModelBase::State::Idle) {
        showFace(m_view);
    } else if (state == PagedModelBase::State::Failed) {
        showFace(m_failed);
    } else if (state == PagedModelBase::State::Ready) {
        showFace(m_empty);
    } else if (sender() == &m_patience) {
        showFace(m_loading);
    } else if (!m_patience.isActive() && m_stack->currentWidget() != m_loading) {
        m_patience.start();
    }
}

} // namespace anteroom
