// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/personsearch.h"

#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/common/styleparts.h"

#include <QBoxLayout>
#include <QFutureWatcher>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace anteroom {
namespace {

constexpr int hitsAtOnce = 8;
constexpr int IdRole = Qt::UserRole + 1;
constexpr int DetailRole = Qt::UserRole + 2;

// Name over what tells two people of one name apart.
class HitDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics caption(fontFor(TextRole::Caption, option.font));
        return {0, option.fontMetrics.height() + caption.height() + 2 * space::s};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto &tokens = Tokens::of(option.palette);
        if (option.state & QStyle::State_Selected) {
            style::roundedRect(painter, option.rect.adjusted(4, 1, -4, -1), 6, tokens.accentSoft, {});
            style::roundedRect(
                painter, QRect(option.rect.left() + 4, option.rect.top() + 8, 3, option.rect.height() - 16),
                1.5, tokens.accent, {});
        }
        const auto area = option.rect.adjusted(14, space::s, -14, -space::s);
        painter->save();
        const auto draw = [&](const QString &text, TextRole role, Qt::Alignment side, const QColor &color) {
            const auto font = fontFor(role, option.font);
            painter->setFont(font);
            painter->setPen(color);
            painter->drawText(area, int(side | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                              QFontMetrics(font).elidedText(text, Qt::ElideRight, area.width()));
        };
        const auto detail = index.data(DetailRole).toString();
        draw(index.data().toString(), detail.isEmpty() ? TextRole::Body : TextRole::Strong,
             detail.isEmpty() ? Qt::AlignVCenter : Qt::AlignTop,
             detail.isEmpty() ? tokens.accent : tokens.ink);
        draw(detail, TextRole::Caption, Qt::AlignBottom, tokens.dim);
        painter->restore();
    }
};

} // namespace

SearchPopup::SearchPopup(QLineEdit *field, Use use)
    : QFrame(field->window())
    , m_field(field)
    , m_use(use)
    , m_list(new QListWidget(this))
    , m_words(new Label(TextRole::Body, {}, this))
{
    hide();
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new HitDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("People found"));
    m_list->viewport()->setAutoFillBackground(false);
    m_words->setDim(true);
    m_words->setWordWrap(true);
    m_words->setMargin(space::s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 5, 1, 5);
    column->setSpacing(0);
    column->addWidget(m_words);
    column->addWidget(m_list);
    m_pause.setSingleShot(true);
    m_pause.setInterval(120);

    m_field->installEventFilter(this);
    connect(&m_pause, &QTimer::timeout, this, &SearchPopup::ask);
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        ++m_question;
        if (text.trimmed().isEmpty())
            dismiss();
        else
            m_pause.start();
    });
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            dismiss();
    });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
}

void SearchPopup::setSearch(PersonSearch *search)
{
    m_search = search;
    dismiss();
}

int SearchPopup::count() const
{
    return m_list->count();
}

int SearchPopup::current() const
{
    return m_list->currentRow();
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible() && !m_list->viewport()->underMouse()) {
        const bool byTab = static_cast<QFocusEvent *>(event)->reason() == Qt::TabFocusReason;
        if (m_use == Use::Pick && byTab)
            choose(m_list->currentRow());
        dismiss();
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int rows = m_list->count();
    if (!isVisible()) {
        if (key == Qt::Key_Down && !m_field->text().trimmed().isEmpty()) {
            ask();
            return true;
        }
        return QFrame::eventFilter(watched, event);
    }
    switch (key) {
    case Qt::Key_Down:
        m_list->setCurrentRow(rows == 0 ? -1 : (m_list->currentRow() + 1) % rows);
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(rows == 0 ? -1 : (m_list->currentRow() + rows - 1) % rows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // What stands there belongs to an earlier text while the next answer is on its way.
        if (!m_pause.isActive())
            choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return QFrame::eventFilter(watched, event);
    }
}

void SearchPopup::paintEvent(QPaintEvent *)
{
    const auto &tokens = Tokens::of(palette());
    QPainter painter(this);
    style::roundedRect(&painter, rect(), controlRadius, tokens.panel, tokens.fieldLine);
}

void SearchPopup::ask()
{
    const auto text = m_field->text().trimmed();
    if (!m_search || text.isEmpty())
        return;
    const auto question = ++m_question;
    auto *watcher = new QFutureWatcher<Result<QVector<PersonHit>>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, question, text] {
        watcher->deleteLater();
        if (question == m_question && watcher->future().resultCount() > 0 && m_field->hasFocus())
            present(watcher->future().result(), text);
    });
    watcher->setFuture(m_search->find(text, hitsAtOnce));
}

void SearchPopup::present(const Result<QVector<PersonHit>> &answer, const QString &text)
{
    m_list->clear();
    if (answer) {
        for (const auto &hit : *answer) {
            auto *item = new QListWidgetItem(hit.name, m_list);
            item->setData(IdRole, hit.id);
            item->setData(DetailRole, hit.detail.isEmpty() ? QStringLiteral(" ") : hit.detail);
            item->setData(Qt::AccessibleTextRole, QString(hit.name + QStringLiteral(", ") + hit.detail));
        }
        if (m_use == Use::Search) {
            auto *add = new QListWidgetItem(tr("Add “%1”…").arg(text), m_list);
            add->setData(IdRole, QByteArray());
        }
        m_words->setText(m_use == Use::Search ? tr("Nobody by that name, number or birthday.")
                                              : tr("Nobody found. Add the person in People first."));
        m_words->setVisible(answer->isEmpty());
        m_list->setCurrentRow(0);
    } else {
        m_words->setText(errorText(answer.error()));
        m_words->setVisible(true);
    }
    m_list->setVisible(m_list->count() > 0);
    place();
    QFrame::show();
    raise();
}

void SearchPopup::place()
{
    int height = 10;
    for (int i = 0; i < m_list->count(); ++i)
        height += m_list->sizeHintForRow(i);
    const int width = m_field->width();
    if (!m_words->isHidden())
        height += m_words->heightForWidth(width - 2);
    if (parentWidget() != m_field->window()) // a form's field finds its window later
        setParent(m_field->window());
    const auto under = m_field->mapTo(m_field->window(), QPoint(0, m_field->height() + space::xs));
    setGeometry(under.x(), under.y(), width,
                qMin(height, m_field->window()->height() - under.y() - space::l));
}

void SearchPopup::choose(int row)
{
    auto *item = m_list->item(row);
    if (!item)
        return;
    const auto id = item->data(IdRole).toByteArray();
    const auto text = m_field->text().trimmed();
    const auto name = item->text();
    if (m_use == Use::Search)
        m_field->clear();
    dismiss();
    if (id.isEmpty())
        Q_EMIT addRequested(text);
    else
        Q_EMIT chosen(id, name);
}

void SearchPopup::dismiss()
{
    ++m_question;
    m_pause.stop();
    hide();
}

} // namespace anteroom
