// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/changefeed.h"
#include "app/storage/connection.h"

namespace anteroom {

/// What a repository reads through: one consistent view of the store. Thread of the connection it stands on.
class Transaction
{
public:
    Transaction(Connection &connection, UtcTime now)
        : m_connection(connection)
        , m_now(now)
    {
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// The moment this piece of work began; the same throughout, so that all its rows agree.
    UtcTime now() const { return m_now; }

    /// `tx.query("SELECT name FROM user WHERE id = ?", id)`. `sql` must be a literal.
    template<typename... Values>
    Cursor query(std::string_view sql, const Values &...values)
    {
        if constexpr (sizeof...(values) == 0) {
            return m_connection.query(sql, {});
        } else {
            const SqlValue list[] = {SqlValue(values)...};
            return m_connection.query(sql, list);
        }
    }

    /// Whether a statement has failed: then nothing of this is kept and the caller gets the store's error.
    bool failed() const { return m_connection.failed(); }

protected:
    Connection &m_connection;

private:
    UtcTime m_now;
};

/// A transaction that may change the store. Runs on the writer's thread; what it changes becomes durable, or
/// is undone, as a whole.
class WriteTransaction final : public Transaction
{
public:
    using Transaction::Transaction;

    /// Runs an INSERT, UPDATE or DELETE; the number of rows it changed.
    template<typename... Values>
    int execute(std::string_view sql, const Values &...values)
    {
        if constexpr (sizeof...(values) == 0) {
            return m_connection.execute(sql, {});
        } else {
            const SqlValue list[] = {SqlValue(values)...};
            return m_connection.execute(sql, list);
        }
    }

    /// Runs an INSERT; false where it would break a UNIQUE or PRIMARY KEY, which is no failure.
    template<typename... Values>
    bool insertUnlessDuplicate(std::string_view sql, const Values &...values)
    {
        const SqlValue list[] = {SqlValue(values)...};
        return m_connection.executeUnlessDuplicate(sql, list);
    }

    /// Has the change feed tell of this once it is committed.
    void changed(Topic topic, QByteArray id = {}) { m_changes.append({topic, std::move(id)}); }

    ChangeSet takeChanges() { return std::exchange(m_changes, {}); }

private:
    ChangeSet m_changes;
};

} // namespace anteroom
