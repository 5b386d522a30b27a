// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/uploadsink.h"
#include "server/patient/resumableuploads.h"

namespace anteroom {

/// One piece of a photo: streamed sealed to disk. Where its connection breaks, what has come is kept. Lives
/// in an io thread.
class UploadPiece final : public UploadSink
{
public:
    /// Both outlive the piece.
    UploadPiece(PatientSite &site, ResumableUploads &uploads);

    Limits limits() const override { return {.maxBytes = ResumableUploads::mostPieceBytes}; }
    void begin(RequestHead &&head, Ticket ticket) override;
    void write(const QByteArray &block) override;
    void end() override;
    void aborted(Abort why) override;

private:
    void answer(HttpResponse response);
    Result<PhotoUpload> keep();

    PatientSite &m_site;
    ResumableUploads &m_uploads;
    RequestHead m_head;
    Ticket m_ticket;
    bool m_answered = false;
    std::optional<PatientPage> m_page;
    std::shared_ptr<Leases::Lease> m_lease;
    PhotoUpload m_upload;
    PartFolder::Writing m_writing;
};

} // namespace anteroom
