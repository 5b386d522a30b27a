// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>

namespace anteroom {

class PagedModelBase;

/// A table as this console shows them: whole rows, lines between them, as wide as the view and no wider until
/// somebody drags a column. Enter or a double click opens a row (`activated`). Keeps its place while a paged
/// model merges a refresh. RelativeTimeDelegate's cells are painted anew by themselves.
class ListView final : public QTableView
{
    Q_OBJECT

public:
    explicit ListView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;

    /// Until the user drags a column each is as wide as its words, and what is left over (or missing) is
    /// shared by these weights: 0 keeps its width always, as states and times should. By default all are 1.
    void setColumnWeights(const QVector<int> &weights);
    /// Takes a column out of sight, or back, and shares the room anew; not what a user does by dragging.
    void setColumnShown(int column, bool shown);
    /// Selects the row and shows it; nothing happens for -1.
    void selectRow(int row);
    /// The row in the selection, or -1.
    int selectedRow() const;

    /// Widths, order and sorting as bytes, and back; what doesn't fit this table is ignored.
    QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    /// The user moved or dragged a column, or sorted.
    void layoutChanged();
    void focusChanged(bool focus);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void applyMetrics();
    void shareWidth();
    void onHeaderChanged();
    void onSortChanged(int column, Qt::SortOrder order);
    void keepPlace();
    void restorePlace();

    QVector<int> m_weights;
    bool m_userSized = false;
    bool m_sharing = false;
    QPersistentModelIndex m_anchor;
    int m_anchorOffset = 0;
    QTimer m_tick; ///< "4 min" becomes "5 min"
};

} // namespace anteroom
