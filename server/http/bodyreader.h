// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace anteroom {

/// Takes one request's body out of a connection and off its framing (RFC 9112 §6 and §7), and never a byte
/// more.
class BodyReader
{
public:
    enum class Status {
        More,     ///< everything that has come is taken; there will be more
        Full,     ///< `out` holds as much as was asked for; there may be more at hand
        Done,     ///< the body is complete
        TooLarge, ///< more than `maxBytes`
        Bad       ///< broken chunks
    };

    /// `length` is Content-Length, or -1 for chunks.
    void start(qint64 length, qint64 maxBytes);

    /// Appends to `out` until it holds `room` bytes. `scratch` is a buffer of ScratchSize.
    Status read(QIODevice &device, QByteArray &out, qint64 room, char *scratch);

    static constexpr qsizetype ScratchSize = 64 * 1024;

private:
    enum class Chunk : quint8 { Size, Extension, SizeEnd, Data, DataCr, DataEnd, Trailer, TrailerEnd, Done };

    Status readLength(QIODevice &device, QByteArray &out, qint64 room);
    Status readChunks(QIODevice &device, QByteArray &out, qint64 room, char *scratch);
    qsizetype decode(QByteArrayView bytes, QByteArray &out, qint64 room, Status &status);
    bool frame(char c, Status &status);

    qint64 m_left = 0; ///< of the body, or of the chunk
    qint64 m_total = 0;
    qint64 m_max = 0;
    int m_digits = 0;
    int m_extra = 0; ///< bytes of extensions and trailers
    bool m_chunked = false;
    bool m_lineEmpty = true;
    Chunk m_chunk = Chunk::Size;
};

} // namespace anteroom
