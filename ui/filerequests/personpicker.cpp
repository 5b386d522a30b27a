// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/personpicker.h"

#include "app/base/whendone.h"
#include "ui/common/tokens.h"

#include <QKeyEvent>
#include <QListWidget>

#include <chrono>

namespace anteroom {

namespace {

constexpr int mostHits = 8;

} // namespace

PersonPicker::PersonPicker(PersonSearch &search, QWidget *parent)
    : QLineEdit(parent)
    , m_search(search)
    , m_list(new QListWidget(this))
{
    setPlaceholderText(tr("Name, number or date of birth"));
    m_list->setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->hide();
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(120));
    connect(&m_pause, &QTimer::timeout, this, &PersonPicker::ask);
    connect(this, &QLineEdit::textEdited, this, [this] {
        ++m_question;
        if (!m_chosen.isNull()) {
            m_chosen = {};
            Q_EMIT cleared();
        }
        m_pause.start();
    });
    connect(m_list, &QListWidget::itemClicked, this, &PersonPicker::takeCurrent);
}

PersonPicker::~PersonPicker() = default;

void PersonPicker::setChosen(const UserId &id, const QString &words)
{
    m_chosen = id;
    setText(words);
    setCursorPosition(0);
    m_list->hide();
}

void PersonPicker::ask()
{
    if (text().trimmed().isEmpty()) {
        m_list->hide();
        return;
    }
    const auto question = ++m_question;
    whenDone(m_search.find(text(), mostHits), this,
             [this, question](const Result<QVector<PersonHit>> &answer) {
                 if (question == m_question && hasFocus())
                     present(answer);
             });
}

void PersonPicker::present(const Result<QVector<PersonHit>> &answer)
{
    m_list->clear();
    m_hits = answer.value_or(QVector<PersonHit>());
    for (const PersonHit &hit : std::as_const(m_hits))
        m_list->addItem(hit.detail.isEmpty() ? hit.name : hit.name + QStringLiteral(" · ") + hit.detail);
    if (m_hits.isEmpty()) {
        m_list->addItem(tr("Nobody found. Add the person in People first."));
        m_list->item(0)->setFlags(Qt::NoItemFlags);
    }
    const int rows = m_list->count();
    m_list->setGeometry(QRect(mapToGlobal(QPoint(0, height() + space::xs)),
                              QSize(qMax(width(), 360), rows * m_list->sizeHintForRow(0) + space::s)));
    m_list->setCurrentRow(m_hits.isEmpty() ? -1 : 0);
    m_list->show();
}

void PersonPicker::takeCurrent()
{
    const int row = m_list->currentRow();
    if (!m_list->isVisible() || row < 0 || row >= m_hits.size())
        return;
    const PersonHit hit = m_hits.at(row);
    const UserId id = UserId::fromTrusted(hit.id);
    setChosen(id, hit.name);
    Q_EMIT personChosen(id);
}

void PersonPicker::keyPressEvent(QKeyEvent *event)
{
    if (m_list->isVisible()) {
        switch (event->key()) {
        case Qt::Key_Down:
            m_list->setCurrentRow(qMin(m_list->currentRow() + 1, m_list->count() - 1));
            return;
        case Qt::Key_Up:
            m_list->setCurrentRow(qMax(m_list->currentRow() - 1, 0));
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
                return takeCurrent();
            break;
        case Qt::Key_Escape:
            m_list->hide();
            return;
        default:
            break;
        }
    }
    QLineEdit::keyPressEvent(event);
}

// Leaving the field by Tab takes what is marked, as completion fields do.
void PersonPicker::focusOutEvent(QFocusEvent *event)
{
    if (event->reason() == Qt::TabFocusReason)
        takeCurrent();
    m_list->hide();
    QLineEdit::focusOutEvent(event);
}

} // namespace anteroom
