// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableWidget>

namespace anteroom {

/// A short table of texts for the Settings page: whole rows, one chosen at a time, as high as its rows.
QTableWidget *settingsTable(const QString &name, const QStringList &columns);
/// Puts these rows in the place of all; chooses row `current`, where it is one.
void fillTable(QTableWidget *table, const QVector<QStringList> &rows, int current = -1);
/// -1 where none is chosen.
int selectedTableRow(const QTableWidget *table);

} // namespace anteroom
