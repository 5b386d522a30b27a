// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingstable.h"

#include "ui/common/tokens.h"

#include <QHeaderView>

namespace anteroom {

namespace {

constexpr int mostRowsShown = 8;

} // namespace

QTableWidget *settingsTable(const QString &name, const QStringList &columns)
{
    auto *table = new QTableWidget;
    table->setAccessibleName(name);
    table->setColumnCount(int(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setShowGrid(false);
    fillTable(table, {});
    return table;
}

void fillTable(QTableWidget *table, const QVector<QStringList> &rows, int current)
{
    table->clearSelection();
    table->setRowCount(int(rows.size()));
    const int height = rowHeight(table->fontMetrics());
    table->verticalHeader()->setDefaultSectionSize(height);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows.at(row).size(); ++column) {
            auto *item = new QTableWidgetItem(rows.at(row).at(column));
            item->setToolTip(item->text());
            table->setItem(row, column, item);
        }
    }
    const int shown = qBound(1, int(rows.size()), mostRowsShown);
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() + shown * height +
                          2 * table->frameWidth() + 2);
    if (current >= 0)
        table->selectRow(current);
}

int selectedTableRow(const QTableWidget *table)
{
    const auto rows = table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : rows.first().row();
}

} // namespace anteroom
