// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace anteroom {

/// The head of one part of a multipart/form-data body.
struct MultipartPart
{
    QByteArray name;
    bool isFile = false; ///< it has a filename, which may be empty
    QString fileName;    ///< its last component; what a browser percent-encodes in it decoded
};

/// Takes the parts as they come. Each call says whether to go on.
class MultipartReceiver
{
public:
    MultipartReceiver() = default;
    MultipartReceiver(const MultipartReceiver &) = delete;
    MultipartReceiver &operator=(const MultipartReceiver &) = delete;
    virtual ~MultipartReceiver() = default;

    virtual bool partBegins(const MultipartPart &part) = 0;
    virtual bool partData(QByteArrayView bytes) = 0; ///< never empty; valid during the call
    virtual bool partEnds() = 0;
};

/// Reads a multipart/form-data body (RFC 7578) from blocks of any size and keeps no more of it than one block
/// and a part's head. Strict: what no browser sends is refused, so that nobody reads the same body
/// differently.
class MultipartReader
{
public:
    enum class State {
        Reading,   ///< wants more
        Complete,  ///< the closing boundary has been seen
        Malformed, ///< broken, or over a limit of its form
        Stopped    ///< the receiver did not want more
    };

    static constexpr qsizetype maxHead = 4096; ///< bytes of a part's head
    static constexpr int maxParts = 100;

    /// The boundary that a Content-Type names; nothing where it is no multipart/form-data with a good one.
    static std::optional<QByteArray> boundaryOf(const QByteArray &contentType);

    /// `receiver` outlives this object.
    MultipartReader(const QByteArray &boundary, MultipartReceiver &receiver);

    /// Reads on. After anything but Reading further blocks are ignored, except that bytes after the end are
    /// malformed.
    State feed(QByteArrayView block);

    State state() const { return m_state; }

private:
    enum class Place { Start, AfterBoundary, Head, Data, End };

    bool step();
    bool stepStart();
    bool stepAfterBoundary();
    bool stepHead();
    bool stepData();
    bool stop(State state);
    bool take(bool wanted) { return wanted || stop(State::Stopped); }

    const QByteArray m_delimiter; ///< CRLF, two dashes, the boundary
    const QByteArrayMatcher m_matcher;
    MultipartReceiver &m_receiver;
    QByteArray m_buffer; ///< what has not been read yet
    State m_state = State::Reading;
    Place m_place = Place::Start;
    int m_parts = 0;
};

} // namespace anteroom
