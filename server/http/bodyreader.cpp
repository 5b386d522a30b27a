// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/bodyreader.h"

#include <algorithm>

namespace anteroom {

namespace {

constexpr int ExtraLimit = 8 * 1024;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

void BodyReader::start(qint64 length, qint64 maxBytes)
{
    *this = BodyReader();
    m_chunked = length < 0;
    m_left = m_chunked ? 0 : length;
    m_max = maxBytes;
}

BodyReader::Status BodyReader::read(QIODevice &device, QByteArray &out, qint64 room, char *scratch)
{
    if (m_chunked)
        return readChunks(device, out, room, scratch);
    return m_left > m_max ? Status::TooLarge : readLength(device, out, room);
}

BodyReader::Status BodyReader::readLength(QIODevice &device, QByteArray &out, qint64 room)
{
    while (m_left > 0) {
        if (out.size() >= room)
            return Status::Full;
        const auto before = out.size();
        // Asked for also when nothing is there: that switches a full socket's notifier on again.
        const auto want = std::min({m_left, room - before, std::max<qint64>(device.bytesAvailable(), 1)});
        out.resize(before + want);
        const auto got = std::max<qint64>(device.read(out.data() + before, want), 0);
        out.resize(before + got);
        m_left -= got;
        m_total += got;
        if (got == 0)
            return Status::More;
    }
    return Status::Done;
}

BodyReader::Status BodyReader::readChunks(QIODevice &device, QByteArray &out, qint64 room, char *scratch)
{
    for (;;) {
        const auto peeked = device.peek(scratch, ScratchSize);
        if (peeked <= 0)
            return Status::More;
        auto status = Status::More;
        const auto taken = decode(QByteArrayView(scratch, peeked), out, room, status);
        device.skip(taken);
        if (status != Status::More)
            return status;
    }
}

/// Decodes until the bytes or the room end; how many bytes were used. At the body's end it stops at once.
qsizetype BodyReader::decode(QByteArrayView bytes, QByteArray &out, qint64 room, Status &status)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (m_chunk == Chunk::Data) {
            const auto take = std::min({m_left, qint64(bytes.size() - at), room - qint64(out.size())});
            if (take <= 0) {
                status = Status::Full;
                return at;
            }
            out.append(bytes.data() + at, take);
            at += take;
            m_left -= take;
            if (m_left == 0)
                m_chunk = Chunk::DataCr;
            continue;
        }
        if (!frame(bytes.at(at), status))
            return at;
        ++at;
        if (m_chunk == Chunk::Done) {
            status = Status::Done;
            return at;
        }
    }
    return at;
}

/// One byte of the framing; false where it is wrong, with the reason in `status`.
bool BodyReader::frame(char c, Status &status)
{
    status = Status::Bad;
    switch (m_chunk) {
    case Chunk::Size:
        if (const int digit = hexValue(c); digit >= 0) {
            if (++m_digits > 15)
                return false;
            m_left = m_left * 16 + digit;
            break;
        }
        if (m_digits == 0 || (c != ';' && c != '\r'))
            return false;
        if (m_left > m_max - m_total) {
            status = Status::TooLarge;
            return false;
        }
        m_chunk = c == '\r' ? Chunk::SizeEnd : Chunk::Extension;
        break;
    case Chunk::Extension:
        if (c == '\r')
            m_chunk = Chunk::SizeEnd;
        else if (c == '\n' || ++m_extra > ExtraLimit)
            return false;
        break;
    case Chunk::SizeEnd:
        if (c != '\n')
            return false;
        m_total += m_left;
        m_digits = 0;
        m_lineEmpty = true;
        m_chunk = m_left > 0 ? Chunk::Data : Chunk::Trailer;
        break;
    case Chunk::DataCr:
        if (c != '\r')
            return false;
        m_chunk = Chunk::DataEnd;
        break;
    case Chunk::DataEnd:
        if (c != '\n')
            return false;
        m_chunk = Chunk::Size;
        break;
    case Chunk::Trailer:
        if (c == '\r') {
            m_chunk = Chunk::TrailerEnd;
        } else {
            m_lineEmpty = false;
            if (c == '\n' || ++m_extra > ExtraLimit)
                return false;
        }
        break;
    case Chunk::TrailerEnd:
        if (c != '\n')
            return false;
        m_chunk = m_lineEmpty ? Chunk::Done : Chunk::Trailer;
        m_lineEmpty = true;
        break;
    case Chunk::Data:
    case Chunk::Done:
        return false;
    }
    status = Status::More;
    return true;
}

} // namespace anteroom
