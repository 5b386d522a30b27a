// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/iothreads.h"
#include "server/http/mailbox.h"
#include "server/http/uploadsink.h"

#include <memory>

namespace anteroom {

/// One upload between a worker and its io thread: blocks go there, credit comes back by the mailbox. The
/// worker's, but for the sink, which lives in the io thread from begin() on.
class Upload
{
public:
    Upload(IoThreads &threads, std::shared_ptr<Mailbox> mailbox, std::unique_ptr<UploadSink> sink);
    ~Upload(); ///< an upload that was not ended is aborted: ClientLeft

    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;

    const UploadSink::Limits &limits() const { return m_limits; }

    void begin(RequestHead head, Ticket ticket);
    void write(QByteArray block);
    void end();
    void abort(UploadSink::Abort why);

    /// Bytes that were given to the io thread and are not written yet.
    qint64 underWay() const { return m_underWay; }
    void credit(qint64 bytes) { m_underWay -= bytes; }

private:
    IoThreads &m_threads;
    int m_index = 0;
    IoThread &m_thread;
    std::shared_ptr<Mailbox> m_mailbox;
    std::shared_ptr<UploadSink> m_sink; ///< null once it was ended
    UploadSink::Limits m_limits;
    Ticket m_ticket;
    qint64 m_underWay = 0;
};

} // namespace anteroom
