// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/scrub.h"

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <sqlite3.h>

namespace anteroom {

namespace {

constexpr int fileHeader = 100;
constexpr int pageSizeAt = 16;
constexpr int autoVacuumAt = 52; // not 0: there are pages of another kind, which could be taken for rows'
// Pages that hold no rows begin with a page's number: below this one its first byte is 0.
constexpr qint64 mostPages = 1 << 24;

struct Gap
{
    int begin = 0;
    int end = 0;
};

// Where nothing is on a page of rows or of an index (SQLite's file format, 1.6); empty on any other.
Gap gapOf(const uchar *page, int pageSize, int header)
{
    const uchar kind = page[header];
    const bool isLeaf = kind == 10 || kind == 13;
    const bool isInterior = kind == 2 || kind == 5;
    if (!isLeaf && !isInterior)
        return {};
    const int cells = qFromBigEndian<quint16>(page + header + 3);
    const int content = qFromBigEndian<quint16>(page + header + 5);
    const Gap gap{header + (isLeaf ? 8 : 12) + 2 * cells, content == 0 ? 65536 : content};
    return gap.begin < gap.end && gap.end <= pageSize ? gap : Gap();
}

} // namespace

qint64 scrubGaps(sqlite3 *db, qint64 first, int pages)
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK || !file->pMethods)
        return -1;
    const sqlite3_io_methods &io = *file->pMethods;
    uchar head[fileHeader];
    sqlite3_int64 size = 0;
    if (io.xRead(file, head, sizeof head, 0) != SQLITE_OK || io.xFileSize(file, &size) != SQLITE_OK)
        return -1;
    const int declared = qFromBigEndian<quint16>(head + pageSizeAt);
    const int pageSize = declared == 1 ? 65536 : declared;
    if (pageSize < 512 || size / pageSize >= mostPages || qFromBigEndian<quint32>(head + autoVacuumAt) != 0)
        return -1;
    sqlite3_db_release_memory(db);

    const qint64 last = std::min<qint64>(size / pageSize, first + pages - 1);
    QByteArray page(pageSize, Qt::Uninitialized);
    const QByteArray zeros(pageSize, '\0');
    bool wrote = false;
    for (qint64 number = first; number <= last; ++number) {
        const qint64 at = (number - 1) * pageSize;
        if (io.xRead(file, page.data(), pageSize, at) != SQLITE_OK)
            return -1;
        const Gap gap =
            gapOf(reinterpret_cast<const uchar *>(page.constData()), pageSize, number == 1 ? fileHeader : 0);
        const int length = gap.end - gap.begin;
        if (length <= 0 || std::memcmp(page.constData() + gap.begin, zeros.constData(), size_t(length)) == 0)
            continue;
        if (io.xWrite(file, zeros.constData(), length, at + gap.begin) != SQLITE_OK)
            return -1;
        wrote = true;
    }
    if (wrote && io.xSync(file, SQLITE_SYNC_NORMAL) != SQLITE_OK)
        return -1;
    return last * pageSize < size ? last + 1 : 0;
}

} // namespace anteroom
