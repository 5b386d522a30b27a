// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/patientaccess.h"
#include "server/http/uploadsink.h"
#include "server/patient/incomingphoto.h"
#include "server/patient/multipartreader.h"
#include "server/patient/photobatch.h"

#include <optional>

namespace anteroom {

class PatientSite;

/// One POST of photos: lets only the page's own form in, streams each photo sealed to disk, and has them
/// checked and stored on the pool once all are there. Nothing of an upload that ends early stays. Lives in an
/// io thread.
class PatientUpload final : public UploadSink, private MultipartReceiver
{
public:
    /// `site` outlives the upload and what it hands to the pool.
    PatientUpload(PatientSite &site, QByteArray link);
    ~PatientUpload() override;

    void begin(RequestHead &&head, Ticket ticket) override;
    void write(const QByteArray &block) override;
    void end() override;
    void aborted(Abort why) override;

private:
    enum class Field { Csrf, Photo, Description, Other };

    bool partBegins(const MultipartPart &part) override;
    bool partData(QByteArrayView bytes) override;
    bool partEnds() override;

    void answer(const PhotoBatch::Outcome &outcome);
    bool refuse(const PhotoBatch::Outcome &outcome);
    void remember(const Error &error, const QString &photo);
    void checkPhotosInPool();

    PatientSite &m_site;
    const QByteArray m_link;
    RequestHead m_head;
    Ticket m_ticket;
    bool m_byScript = false;
    bool m_answered = false;

    std::optional<PatientPage> m_page;
    std::optional<MultipartReader> m_reader;
    Field m_field = Field::Other;
    QByteArray m_text;      ///< of a field that is no photo
    bool m_trusted = false; ///< the csrf field was right

    /// A photo or (null) an empty file field, which keeps its place for the descriptions' order.
    struct Place
    {
        std::unique_ptr<IncomingPhoto> photo;
        bool skipped = false; ///< too large: read on, but not kept
    };
    std::vector<Place> m_places;
    std::vector<std::pair<size_t, QString>> m_descriptions; ///< with how many places stood before each
    int m_photos = 0;
    PhotoBatch::Outcome m_problems; ///< of single photos, told at the end
};

} // namespace anteroom
