// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/connection.h"

#include <QLoggingCategory>
#include <QSqlDriver>
#include <QSqlError>

#include <atomic>
#include <sqlite3.h>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logStorage, "anteroom.storage")

QString nextConnectionName()
{
    static std::atomic<quint64> count{0};
    return QStringLiteral("anteroom-%1").arg(++count);
}

// Qt keeps the handle inside a QVariant whose type name is the pointer's.
sqlite3 *nativeHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

// Each connection is one thread's, and nobody reads SQLite's memory statistics: without a mutex around every
// call and every allocation a write costs a fifth less. Counts only before SQLite is first used in the
// process.
void prepareLibrary()
{
    static const bool prepared = [] {
        return sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
               sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    }();
    if (!prepared)
        qCDebug(logStorage, "SQLite was in use already and keeps its own locks");
}

} // namespace

// ---- Cursor ----

Cursor::Cursor(Cursor &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_owned(other.m_owned)
{
}

Cursor &Cursor::operator=(Cursor &&other) noexcept
{
    if (this != &other) {
        release();
        m_connection = std::exchange(other.m_connection, nullptr);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_owned = other.m_owned;
    }
    return *this;
}

Cursor::~Cursor()
{
    release();
}

void Cursor::release()
{
    if (!m_statement)
        return;
    if (m_owned) {
        sqlite3_finalize(m_statement);
    } else {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
        if (const auto it = m_connection->m_byStatement.find(m_statement);
            it != m_connection->m_byStatement.end())
            it->second->busy = false;
    }
    m_statement = nullptr;
}

bool Cursor::next()
{
    if (!m_statement)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        m_connection->remember(code);
    release(); // the read transaction ends with the last row, not with the scope
    return false;
}

bool Cursor::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Cursor::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Cursor::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Cursor::view(int column) const
{
    const void *data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(data), sqlite3_column_bytes(m_statement, column)};
}

QByteArray Cursor::bytes(int column) const
{
    if (isNull(column))
        return {};
    const QByteArrayView value = view(column);
    return value.isEmpty() ? QByteArray("") : value.toByteArray();
}

QString Cursor::text(int column) const
{
    if (isNull(column))
        return {};
    const QByteArrayView value = view(column);
    return value.isEmpty() ? QLatin1String("") : QString::fromUtf8(value);
}

std::optional<UtcTime> Cursor::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

QDate Cursor::date(int column) const
{
    return QDate::fromString(text(column), Qt::ISODate);
}

// ---- Connection ----

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Mode mode)
{
    prepareLibrary();
    std::unique_ptr<Connection> connection(new Connection);
    connection->m_name = nextConnectionName();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection->m_name);
    database.setDatabaseName(path);
    database.setConnectOptions(mode == Mode::ReadOnly
                                   ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                   : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return fail(ErrorCode::Internal, "storage.open", nullptr,
                    {{QStringLiteral("detail"), database.lastError().databaseText()}});
    connection->m_handle = nativeHandle(database);
    if (!connection->m_handle)
        return fail(ErrorCode::Internal, "storage.open", nullptr,
                    {{QStringLiteral("detail"), QStringLiteral("the Qt SQLite driver gives no handle")}});
    sqlite3_extended_result_codes(connection->m_handle, 1);
    sqlite3_db_config(connection->m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    return connection;
}

Connection::~Connection()
{
    for (auto &[sql, cached] : m_statements)
        sqlite3_finalize(cached.statement);
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::clearError()
{
    m_errorCode = 0;
    m_errorText.clear();
}

void Connection::remember(int code)
{
    if (m_errorCode != 0)
        return;
    m_errorCode = code;
    m_errorText = sqlite3_errmsg(m_handle);
    qCWarning(logStorage, "SQLite error %d: %s", code, m_errorText.constData());
}

Error Connection::error() const
{
    if ((m_errorCode & 0xff) == SQLITE_FULL)
        return {ErrorCode::Unavailable, "storage.full", nullptr, {}};
    if ((m_errorCode & 0xff) == SQLITE_IOERR)
        return {ErrorCode::Unavailable, "storage.io", nullptr, {}};
    if ((m_errorCode & 0xff) == SQLITE_CORRUPT || (m_errorCode & 0xff) == SQLITE_NOTADB)
        return {ErrorCode::Internal, "storage.damaged", nullptr, {}};
    return {ErrorCode::Internal, "storage.failed", nullptr, {}};
}

sqlite3_stmt *Connection::prepare(std::string_view sql, bool &owned)
{
    owned = false;
    const auto found = m_statements.find(sql);
    if (found != m_statements.end() && !found->second.busy) {
        found->second.busy = true;
        return found->second.statement;
    }
    sqlite3_stmt *statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, nullptr);
    if (code != SQLITE_OK) {
        remember(code);
        return nullptr;
    }
    if (found != m_statements.end()) {
        owned = true; // the same query inside itself
    } else {
        const auto it = m_statements.emplace(sql, Cached{statement, true}).first;
        m_byStatement.emplace(statement, &it->second);
    }
    return statement;
}

bool Connection::bind(sqlite3_stmt *statement, std::span<const SqlValue> values, Lifetime lifetime)
{
    const auto keep = lifetime == Lifetime::Call ? SQLITE_STATIC : SQLITE_TRANSIENT;
    Q_ASSERT(sqlite3_bind_parameter_count(statement) == int(values.size()));
    int at = 0;
    for (const SqlValue &value : values) {
        ++at;
        int code = SQLITE_OK;
        switch (value.kind()) {
        case SqlValue::Kind::Null:
            code = sqlite3_bind_null(statement, at);
            break;
        case SqlValue::Kind::Integer:
            code = sqlite3_bind_int64(statement, at, value.integer());
            break;
        case SqlValue::Kind::Real:
            code = sqlite3_bind_double(statement, at, value.real());
            break;
        case SqlValue::Kind::Text:
            code = sqlite3_bind_text(statement, at, value.bytes().data(), int(value.bytes().size()), keep);
            break;
        case SqlValue::Kind::Blob:
            code = sqlite3_bind_blob64(statement, at, value.bytes().data(),
                                       sqlite3_uint64(value.bytes().size()), keep);
            break;
        }
        if (code != SQLITE_OK) {
            remember(code);
            return false;
        }
    }
    return true;
}

Cursor Connection::query(std::string_view sql, std::span<const SqlValue> values)
{
    return begin(sql, values, Lifetime::Copied);
}

Cursor Connection::begin(std::string_view sql, std::span<const SqlValue> values, Lifetime lifetime)
{
    bool owned = false;
    sqlite3_stmt *statement = prepare(sql, owned);
    if (!statement)
        return {};
    Cursor cursor(this, statement, owned);
    if (!bind(statement, values, lifetime))
        cursor.release();
    return cursor;
}

int Connection::execute(std::string_view sql, std::span<const SqlValue> values)
{
    Cursor cursor = begin(sql, values, Lifetime::Call);
    if (!cursor.m_statement)
        return 0;
    const bool hadError = failed();
    while (cursor.next()) {
    }
    return failed() && !hadError ? 0 : sqlite3_changes(m_handle);
}

bool Connection::executeUnlessDuplicate(std::string_view sql, std::span<const SqlValue> values)
{
    Cursor cursor = begin(sql, values, Lifetime::Call);
    if (!cursor.m_statement)
        return false;
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(cursor.m_statement);
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return false;
    if (code != SQLITE_DONE) {
        remember(code);
        return false;
    }
    return true;
}

bool Connection::runScript(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        remember(code);
    return code == SQLITE_OK;
}

} // namespace anteroom
