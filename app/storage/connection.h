// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/storage/value.h"

#include <QSqlDatabase>

#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace anteroom {

/// The rows of one query. It must not outlive its connection; the values it hands out are copies.
/// The statement goes back to the connection's cache when the cursor ends.
class Cursor
{
public:
    Cursor() = default;
    Cursor(Cursor &&other) noexcept;
    Cursor &operator=(Cursor &&other) noexcept;
    ~Cursor();

    /// Steps to the next row; false after the last one, and after a failure, which the connection remembers.
    bool next();

    bool isNull(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    qint64 integer(int column) const;
    double real(int column) const;
    /// Text as UTF-8, or a blob; null where the column is NULL.
    QByteArray bytes(int column) const;
    /// The same without a copy, valid until the next step.
    QByteArrayView view(int column) const;
    QString text(int column) const;
    UtcTime time(int column) const { return utcFromUs(integer(column)); }
    std::optional<UtcTime> optionalTime(int column) const;
    QDate date(int column) const;
    template<typename IdType>
    IdType id(int column) const
    {
        return IdType::fromTrusted(bytes(column));
    }

private:
    friend class Connection;
    Cursor(class Connection *connection, sqlite3_stmt *statement, bool owned)
        : m_connection(connection)
        , m_statement(statement)
        , m_owned(owned)
    {
    }
    void release();

    Connection *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
    bool m_owned = false; ///< prepared for this cursor alone: the cached one was in use
};

/// One SQLite connection with its prepared statements, for one thread. Opened through Qt's SQLite driver;
/// statements run on the driver's own handle, because QSqlQuery's QVariants cost more than SQLite does
/// (ARCHITECTURE.md, Store).
///
/// A failed statement marks the connection, as a stream's status does: callers need not look after every
/// step, and the Store rolls back whatever was done on a marked connection.
class Connection
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// Opens the database at `path`. Errors: Internal "storage.open", with SQLite's words in data.detail.
    static Result<std::unique_ptr<Connection>> open(const QString &path, Mode mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Runs a query. `sql` must be a literal: prepared statements are kept by its text.
    Cursor query(std::string_view sql, std::span<const SqlValue> values);

    /// Runs a statement to its end; the number of rows changed, 0 after a failure.
    int execute(std::string_view sql, std::span<const SqlValue> values);

    /// As execute(), but a broken UNIQUE or PRIMARY KEY is an answer (false) and marks nothing.
    bool executeUnlessDuplicate(std::string_view sql, std::span<const SqlValue> values);

    /// Runs a text of several statements, for migrations and pragmas. False after a failure.
    bool runScript(const QByteArray &sql);

    bool failed() const { return m_errorCode != 0; }
    /// SQLite's extended result code and words of the first failure since clearError().
    int errorCode() const { return m_errorCode; }
    QByteArray errorText() const { return m_errorText; }
    void clearError();
    /// The failure as an Error: Unavailable "storage.full" for a full disk, else Internal "storage.failed".
    Error error() const;

    sqlite3 *handle() const { return m_handle; }

private:
    friend class Cursor;
    Connection() = default;
    sqlite3_stmt *prepare(std::string_view sql, bool &owned);
    /// How long the values of a statement live: only for the call, or a copy of them as long as the cursor.
    enum class Lifetime { Call, Copied };

    Cursor begin(std::string_view sql, std::span<const SqlValue> values, Lifetime lifetime);
    bool bind(sqlite3_stmt *statement, std::span<const SqlValue> values, Lifetime lifetime);
    void remember(int code);

    struct Cached
    {
        sqlite3_stmt *statement = nullptr;
        bool busy = false;
    };

    QString m_name;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<std::string_view, Cached> m_statements;
    std::unordered_map<sqlite3_stmt *, Cached *> m_byStatement;
    int m_errorCode = 0;
    QByteArray m_errorText;
};

} // namespace anteroom
