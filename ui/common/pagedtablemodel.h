// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/page.h"

#include <QAbstractTableModel>
#include <QFuture>
#include <QFutureWatcher>
#include <QSet>

#include <functional>
#include <optional>

namespace anteroom {

/// What a cell tells the delegates beside its text (Qt::DisplayRole).
enum CellRole {
    ToneRole = Qt::UserRole + 100, ///< int(Tone) of a state word, for StateDelegate
    TimeRole, ///< qint64 microseconds (toUs) for RelativeTimeDelegate; invalid where never
    DimRole,  ///< true: text of second rank
    KeyRole   ///< QByteArray, the row's key; the model answers it itself
};

/// The part of PagedTableModel that views and signals need. GUI thread.
class PagedModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class State {
        Idle,    ///< nothing asked for yet
        Loading, ///< a page is on its way; rows may be there already
        Ready,
        Failed ///< the last page did not come; rows may be there already
    };
    Q_ENUM(State)

    using QAbstractTableModel::QAbstractTableModel;

    State state() const { return m_state; }
    /// Why, while Failed.
    const std::optional<Error> &error() const { return m_error; }

    /// Asks for everything shown again and merges the answer: selection, current row and scroll stay with
    /// their rows. Call it when the change feed says so.
    virtual void refresh() = 0;
    /// Starts anew from the first page and forgets the rows; after a change of filter or order.
    virtual void reload() = 0;
    /// Asks again for what failed.
    virtual void retry() = 0;
    /// Which row has this key; -1 where none has.
    virtual int rowOf(const QByteArray &key) const = 0;
    virtual QByteArray keyAt(int row) const = 0;

    /// By which column and how the loader should sort; -1: its own order. Columns say whether they can.
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }
    virtual bool isSortable(int column) const = 0;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void stateChanged();
    /// Around the merge of a refresh, so that a view can keep its place.
    void aboutToMerge();
    void merged();
    /// A page with rows came that was not there before; not at a refresh.
    void pageLoaded();

protected:
    void setState(State state, std::optional<Error> error = std::nullopt);

private:
    State m_state = State::Idle;
    std::optional<Error> m_error;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

/// One column of a paged table.
template<typename Row>
struct PagedColumn
{
    QString title;
    std::function<QVariant(const Row &row, int role)> data; ///< asked for DisplayRole and the CellRoles
    bool sortable = false;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A table fed by keyset pages from a loader. It never blocks: the loader answers with a future, an answer to
/// a question that is no longer asked is dropped, and rows that are shown stay while the next ones are on
/// their way.
template<typename Row>
class PagedTableModel : public PagedModelBase
{
public:
    using Loader = std::function<QFuture<Result<Page<Row>>>(const PageRequest &request)>;
    using Key = std::function<QByteArray(const Row &row)>;

    /// `key` names a row for good; two rows never share one. Nothing is loaded before reload() or refresh().
    PagedTableModel(QVector<PagedColumn<Row>> columns, Key key, Loader loader, QObject *parent = nullptr)
        : PagedModelBase(parent)
        , m_columns(std::move(columns))
        , m_key(std::move(key))
        , m_loader(std::move(loader))
    {
    }

    void setPageSize(int rows) { m_pageSize = rows; }
    const Row &row(int index) const { return m_rows.at(index); }
    const QVector<Row> &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_columns.size());
    }

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        if (role == KeyRole)
            return m_key(m_rows.at(index.row()));
        const auto &column = m_columns.at(index.column());
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(column.alignment);
        return column.data(m_rows.at(index.row()), role);
    }

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
            return {};
        if (role == Qt::DisplayRole)
            return m_columns.at(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(m_columns.at(section).alignment);
        return {};
    }

    bool isSortable(int column) const override
    {
        return column >= 0 && column < m_columns.size() && m_columns.at(column).sortable;
    }

    bool canFetchMore(const QModelIndex &parent) const override
    {
        return !parent.isValid() && state() == State::Ready && !m_next.isEmpty();
    }

    void fetchMore(const QModelIndex &parent) override
    {
        if (canFetchMore(parent))
            ask(Purpose::Append, {m_pageSize, m_next});
    }

    void reload() override
    {
        drop();
        if (!m_rows.isEmpty()) {
            beginResetModel();
            m_rows.clear();
            endResetModel();
        }
        m_next.clear();
        ask(Purpose::Append, {m_pageSize, {}});
    }

    void refresh() override
    {
        if (m_rows.isEmpty())
            return reload();
        drop();
        m_gathered.clear();
        m_wanted = m_rows.size();
        ask(Purpose::Merge, {m_pageSize, {}});
    }

    void retry() override
    {
        if (state() == State::Failed)
            ask(m_purpose, m_lastRequest);
    }

    int rowOf(const QByteArray &key) const override
    {
        for (int i = 0; i < m_rows.size(); ++i) {
            if (m_key(m_rows.at(i)) == key)
                return i;
        }
        return -1;
    }

    QByteArray keyAt(int row) const override
    {
        return row >= 0 && row < m_rows.size() ? m_key(m_rows.at(row)) : QByteArray();
    }

private:
    enum class Purpose { Append, Merge };
    using Answer = Result<Page<Row>>;

    /// An answer that is still on its way no longer counts.
    void drop() { ++m_question; }

    void ask(Purpose purpose, PageRequest request)
    {
        const auto question = ++m_question;
        m_purpose = purpose;
        m_lastRequest = request;
        setState(State::Loading);
        auto *watcher = new QFutureWatcher<Answer>(this);
        connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, question] {
            watcher->deleteLater();
            if (question != m_question)
                return;
            const auto future = watcher->future();
            if (future.resultCount() == 0) {
                setState(State::Failed, Error{ErrorCode::Unavailable, "cancelled", nullptr, {}});
                return;
            }
            take(future.result());
        });
        watcher->setFuture(m_loader(request));
    }

    void take(Answer answer)
    {
        if (!answer) {
            setState(State::Failed, std::move(answer.error()));
            return;
        }
        if (m_purpose == Purpose::Append) {
            const bool any = !answer->items.isEmpty();
            append(std::move(answer->items));
            m_next = answer->nextCursor;
            setState(State::Ready);
            if (any)
                Q_EMIT pageLoaded();
            return;
        }
        m_gathered += answer->items;
        if (!answer->nextCursor.isEmpty() && m_gathered.size() < m_wanted) {
            ask(Purpose::Merge, {m_pageSize, answer->nextCursor});
            return;
        }
        Q_EMIT aboutToMerge();
        merge(std::exchange(m_gathered, {}));
        m_next = answer->nextCursor;
        Q_EMIT merged();
        setState(State::Ready);
    }

    void append(QVector<Row> rows)
    {
        // A row that moved between two pages must not stand twice.
        rows.removeIf([this](const Row &row) { return rowOf(m_key(row)) >= 0; });
        if (rows.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + rows.size()) - 1);
        m_rows += rows;
        endInsertRows();
    }

    /// Turns the rows into `fresh` by single removals, moves and insertions, which views can follow.
    void merge(const QVector<Row> &fresh)
    {
        QSet<QByteArray> stays;
        for (const auto &row : fresh)
            stays.insert(m_key(row));
        for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
            if (!stays.contains(m_key(m_rows.at(i)))) {
                beginRemoveRows({}, i, i);
                m_rows.removeAt(i);
                endRemoveRows();
            }
        }
        QSet<QByteArray> had;
        for (const auto &row : std::as_const(m_rows))
            had.insert(m_key(row));
        for (int i = 0; i < fresh.size(); ++i) {
            const auto key = m_key(fresh.at(i));
            if (!had.contains(key)) {
                beginInsertRows({}, i, i);
                m_rows.insert(i, fresh.at(i));
                endInsertRows();
                continue;
            }
            int from = i;
            while (from < m_rows.size() && m_key(m_rows.at(from)) != key)
                ++from;
            if (from == m_rows.size())
                continue; // the loader gave a row twice
            if (from != i) {
                beginMoveRows({}, from, from, {}, i);
                m_rows.move(from, i);
                endMoveRows();
            }
            m_rows[i] = fresh.at(i);
        }
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, int(m_columns.size()) - 1));
    }

    QVector<PagedColumn<Row>> m_columns;
    Key m_key;
    Loader m_loader;
    QVector<Row> m_rows;
    QByteArray m_next;
    int m_pageSize = 50;
    quint64 m_question = 0;
    Purpose m_purpose = Purpose::Append;
    PageRequest m_lastRequest;
    QVector<Row> m_gathered;
    qsizetype m_wanted = 0;
};

} // namespace anteroom
