// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/gzip.h"

#include <zlib.h>

namespace anteroom {

QByteArray gzipped(const QByteArray &content)
{
    constexpr int gzipWindow = 15 + 16; // zlib's way to ask for gzip's head and tail
    constexpr int memory = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, gzipWindow, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib does not start");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(content.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(content.constData()));
    stream.avail_in = uInt(content.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    if (end != Z_STREAM_END)
        qFatal("zlib does not finish");
    return out;
}

bool acceptsGzip(QByteArrayView acceptEncoding)
{
    for (const QByteArray &item : acceptEncoding.toByteArray().toLower().split(',')) {
        const QList<QByteArray> parts = item.split(';');
        if (parts.first().trimmed() != "gzip")
            continue;
        const QByteArray quality = parts.value(1).trimmed();
        return !quality.startsWith("q=") || quality.mid(2).toDouble() > 0;
    }
    return false;
}

} // namespace anteroom
