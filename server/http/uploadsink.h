// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

#include <chrono>

namespace anteroom {

/// Takes the body of one request as it comes (RULES.md, Patient page). limits() is asked in the worker's
/// thread; everything else, the destructor too, is called in one io thread, in order, and may block on the
/// disk: the client is held back while 1 MiB waits to be written. A sink whose begin() is never called (the
/// announced length is too large) is destroyed in the worker's thread.
class UploadSink
{
public:
    struct Limits
    {
        qint64 maxBytes = 520 * 1024 * 1024; ///< above: 413, then aborted(TooLarge)
        std::chrono::seconds stall{120};     ///< so long without a byte: 408, then aborted(Stalled)
    };

    enum class Abort {
        ClientLeft,   ///< the connection closed before the end of the body
        Stalled,      ///< no byte for too long, or too slow
        TooLarge,     ///< more than maxBytes
        BadFraming,   ///< a broken chunk
        ShuttingDown, ///< the server ends
        Answered      ///< the ticket was answered before the end; the rest of the body is not read
    };

    UploadSink() = default;
    UploadSink(const UploadSink &) = delete;
    UploadSink &operator=(const UploadSink &) = delete;
    virtual ~UploadSink() = default;

    virtual Limits limits() const { return {}; }

    /// The first call. Answering here (403, 404, 413) refuses the upload before its body is read.
    virtual void begin(RequestHead &&head, Ticket ticket) = 0;

    /// The next bytes of the body, at most 64 KiB, without the transfer's framing.
    virtual void write(const QByteArray &block) = 0;

    /// The body is complete. The ticket is answered here or later; the sink is destroyed right after.
    virtual void end() = 0;

    /// There will be no more; instead of end(). What was written has to be removed. The transport answers
    /// where there is somebody to answer; the sink is destroyed right after.
    virtual void aborted(Abort why) = 0;
};

} // namespace anteroom
