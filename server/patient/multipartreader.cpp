// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/multipartreader.h"

#include "server/patient/multiparthead.h"

namespace anteroom {

MultipartReader::MultipartReader(const QByteArray &boundary, MultipartReceiver &receiver)
    : m_delimiter("\r\n--" + boundary)
    , m_matcher(m_delimiter)
    , m_receiver(receiver)
    , m_buffer("\r\n") // so that the first boundary looks like the others
{
}

MultipartReader::State MultipartReader::feed(QByteArrayView block)
{
    if (m_state == State::Malformed || m_state == State::Stopped)
        return m_state;
    m_buffer.append(block);
    while (step()) {
    }
    return m_state;
}

/// One step on; false where more bytes are needed or nothing is left to do.
bool MultipartReader::step()
{
    switch (m_place) {
    case Place::Start:
        return stepStart();
    case Place::AfterBoundary:
        return stepAfterBoundary();
    case Place::Head:
        return stepHead();
    case Place::Data:
        return stepData();
    case Place::End:
        break;
    }
    // One line end may follow the closing boundary, and nothing else.
    if (!QByteArrayView("\r\n").startsWith(m_buffer))
        return stop(State::Malformed);
    return false;
}

bool MultipartReader::stop(State state)
{
    m_state = state;
    m_buffer.clear();
    return false;
}

bool MultipartReader::stepStart()
{
    const qsizetype known = qMin(m_buffer.size(), m_delimiter.size());
    if (QByteArrayView(m_buffer).first(known) != QByteArrayView(m_delimiter).first(known))
        return stop(State::Malformed);
    if (known < m_delimiter.size())
        return false;
    m_buffer.remove(0, known);
    m_place = Place::AfterBoundary;
    return true;
}

bool MultipartReader::stepAfterBoundary()
{
    if (m_buffer.size() < 2)
        return false;
    if (m_buffer.startsWith("--")) {
        m_state = State::Complete;
        m_place = Place::End;
    } else if (m_buffer.startsWith("\r\n") && ++m_parts <= maxParts) {
        m_place = Place::Head;
    } else {
        return stop(State::Malformed);
    }
    m_buffer.remove(0, 2);
    return true;
}

bool MultipartReader::stepHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (m_buffer.startsWith("\r\n") || end > maxHead || (end < 0 && m_buffer.size() > maxHead + 4))
        return stop(State::Malformed);
    if (end < 0)
        return false;
    const std::optional<MultipartPart> part = parsePartHead(QByteArrayView(m_buffer).first(end));
    if (!part)
        return stop(State::Malformed);
    m_buffer.remove(0, end + 4);
    m_place = Place::Data;
    return take(m_receiver.partBegins(*part));
}

bool MultipartReader::stepData()
{
    const qsizetype found = m_matcher.indexIn(m_buffer);
    // Without a boundary all but its possible beginning at the end is content.
    const qsizetype content = found < 0 ? m_buffer.size() - (m_delimiter.size() - 1) : found;
    if (content > 0 && !take(m_receiver.partData(QByteArrayView(m_buffer).first(content))))
        return false;
    if (found < 0) {
        if (content > 0)
            m_buffer.remove(0, content);
        return false;
    }
    m_buffer.remove(0, found + m_delimiter.size());
    m_place = Place::AfterBoundary;
    return take(m_receiver.partEnds());
}

} // namespace anteroom
