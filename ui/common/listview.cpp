// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listview.h"

#include "ui/common/delegates.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/styleparts.h"

#include <QDataStream>
#include <QFocusEvent>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace anteroom {
namespace {

constexpr quint32 layoutVersion = 1;

} // namespace

ListView::ListView(QWidget *parent)
    : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setMouseTracking(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setSectionsClickable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(48);
    connect(header, &QHeaderView::sectionResized, this, &ListView::onHeaderChanged);
    connect(header, &QHeaderView::sectionMoved, this, &ListView::onHeaderChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ListView::onSortChanged);
    m_tick.setInterval(20'000);
    connect(&m_tick, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    applyMetrics();
}

void ListView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    if (auto *paged = qobject_cast<PagedModelBase *>(model)) {
        connect(paged, &PagedModelBase::aboutToMerge, this, &ListView::keepPlace);
        connect(paged, &PagedModelBase::merged, this, &ListView::restorePlace);
        bool sortable = false;
        for (int i = 0; i < paged->columnCount(); ++i)
            sortable = sortable || paged->isSortable(i);
        horizontalHeader()->setSortIndicator(paged->sortColumn(), paged->sortOrder());
        setSortingEnabled(sortable);
    }
    // The widths fit what is read first; they don't jump with every page that comes after.
    connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int) {
        if (first == 0 && !m_userSized)
            shareWidth();
    });
    shareWidth();
}

void ListView::setColumnWeights(const QVector<int> &weights)
{
    m_weights = weights;
    shareWidth();
}

void ListView::setColumnShown(int column, bool shown)
{
    if (isColumnHidden(column) != shown)
        return;
    m_sharing = true;
    setColumnHidden(column, !shown);
    m_sharing = false;
    shareWidth();
}

void ListView::selectRow(int row)
{
    if (!model() || row < 0)
        return;
    const auto index = model()->index(row, horizontalHeader()->logicalIndex(0));
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(index);
}

int ListView::selectedRow() const
{
    if (!selectionModel())
        return -1;
    const auto rows = selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

QByteArray ListView::saveLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << layoutVersion << qint32(horizontalHeader()->count()) << m_userSized
           << horizontalHeader()->saveState();
    return bytes;
}

void ListView::restoreLayout(const QByteArray &layout)
{
    QDataStream stream(layout);
    quint32 version = 0;
    qint32 columns = 0;
    bool userSized = false;
    QByteArray header;
    stream >> version >> columns >> userSized >> header;
    if (stream.status() != QDataStream::Ok || version != layoutVersion ||
        columns != horizontalHeader()->count())
        return;
    m_sharing = true;
    horizontalHeader()->restoreState(header);
    m_sharing = false;
    m_userSized = userSized;
    // The indicator comes back without a signal.
    if (isSortingEnabled())
        model()->sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    shareWidth();
}

void ListView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const auto current = currentIndex();
    if (!hasFocus() || !current.isValid())
        return;
    // The card around the list shows that it has the focus, this bar where in it.
    const QRect bar(0, rowViewportPosition(current.row()) + 6, 3, rowHeight(current.row()) - 13);
    QPainter painter(viewport());
    style::roundedRect(&painter, QStyle::visualRect(layoutDirection(), viewport()->rect(), bar), 1.5,
                       Tokens::of(palette()).accent, {});
}

void ListView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

void ListView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        applyMetrics();
}

void ListView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    // Without a current row the first key would do nothing that can be seen.
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0 &&
        event->reason() != Qt::MouseFocusReason)
        selectRow(0);
    viewport()->update();
    Q_EMIT focusChanged(true);
}

void ListView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
    Q_EMIT focusChanged(false);
}

void ListView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_tick.start();
}

void ListView::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    QTableView::hideEvent(event);
}

void ListView::applyMetrics()
{
    const int height = anteroom::rowHeight(fontMetrics());
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    shareWidth();
}

void ListView::shareWidth()
{
    auto *header = horizontalHeader();
    const int columns = header->count();
    const int width = viewport()->width();
    if (m_sharing || columns == 0 || width <= 0)
        return;
    m_sharing = true;
    if (m_userSized) {
        // The user's widths stand; the last column takes what is left over.
        const int last = header->logicalIndex(columns - 1);
        const int rest = width - (header->length() - header->sectionSize(last));
        if (rest > header->sectionSize(last))
            header->resizeSection(last, rest);
    } else {
        // Every column gets what its words need; what is left over, or missing, is shared by weight.
        QVector<int> sizes(columns);
        int rest = width;
        for (int i = 0; i < columns; ++i) {
            sizes[i] =
                header->isSectionHidden(i) ? 0 : qMax(header->sectionSizeHint(i), sizeHintForColumn(i));
            rest -= sizes[i];
        }
        // Under this a column says nothing any more; rather than that the list scrolls sideways.
        const auto least = [need = sizes, legible = fontMetrics().averageCharWidth() * 11](int column) {
            return qMin(need.at(column), legible);
        };
        // Again while a column that can shrink no further leaves its share to the others.
        for (int pass = 0; pass < columns && rest != 0; ++pass) {
            int total = 0;
            const auto weightOf = [&](int column) {
                const bool spent =
                    header->isSectionHidden(column) || (rest < 0 && sizes.at(column) <= least(column));
                return spent ? 0 : m_weights.value(column, 1);
            };
            for (int i = 0; i < columns; ++i)
                total += weightOf(i);
            for (int i = 0; i < columns && total > 0; ++i) {
                const int weight = weightOf(i);
                const int size = qMax(least(i), sizes[i] + int(qint64(rest) * weight / total));
                rest -= size - sizes[i];
                total -= weight;
                sizes[i] = size;
            }
        }
        for (int i = 0; i < columns; ++i) {
            if (!header->isSectionHidden(i))
                header->resizeSection(i, sizes[i]);
        }
    }
    m_sharing = false;
}

void ListView::onHeaderChanged()
{
    if (m_sharing)
        return;
    m_userSized = true;
    Q_EMIT layoutChanged();
}

void ListView::onSortChanged(int column, Qt::SortOrder)
{
    auto *paged = qobject_cast<PagedModelBase *>(model());
    if (paged && column >= 0 && !paged->isSortable(column)) {
        horizontalHeader()->setSortIndicator(paged->sortColumn(), paged->sortOrder());
        return;
    }
    Q_EMIT layoutChanged();
}

void ListView::keepPlace()
{
    m_anchor = QPersistentModelIndex();
    // At the very top the new rows should be seen.
    if (verticalScrollBar()->value() == 0)
        return;
    m_anchor = indexAt(QPoint(0, 0));
    if (m_anchor.isValid())
        m_anchorOffset = rowViewportPosition(m_anchor.row());
}

void ListView::restorePlace()
{
    if (!m_anchor.isValid())
        return;
    updateGeometries();
    const int moved = rowViewportPosition(m_anchor.row()) - m_anchorOffset;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    m_anchor = QPersistentModelIndex();
}

} // namespace anteroom
