// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/migrations.h"

#include <QDir>
#include <QFile>

namespace anteroom {

namespace {

// Named NNNN_what_it_adds.sql, so that names in order are steps in order; the numbers have no gaps.
QStringList steps()
{
    return QDir(QStringLiteral(":/anteroom/migrations"))
        .entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

} // namespace

int newestSchema()
{
    return int(steps().size());
}

int schemaOf(Connection &connection)
{
    Cursor row = connection.query("PRAGMA user_version", {});
    return row.next() ? int(row.integer(0)) : 0;
}

Result<void> migrate(Connection &connection)
{
    const QStringList files = steps();
    const int from = schemaOf(connection);
    if (connection.failed())
        return fail(connection.error());
    if (from > files.size())
        return fail(ErrorCode::Internal, "storage.newer");
    if (from == files.size())
        return {};

    bool done = connection.runScript("BEGIN IMMEDIATE");
    for (int i = from; done && i < files.size(); ++i) {
        QFile file(QStringLiteral(":/anteroom/migrations/") + files.at(i));
        done = file.open(QIODevice::ReadOnly) && connection.runScript(file.readAll());
    }
    done = done && connection.runScript("PRAGMA user_version=" + QByteArray::number(files.size())) &&
           connection.runScript("COMMIT");
    if (!done) {
        const Error error = connection.error();
        connection.clearError();
        connection.runScript("ROLLBACK");
        return fail(error);
    }
    return {};
}

} // namespace anteroom
