// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/patient/patientpages.h"

namespace anteroom {

/// Makes the pages of video rooms (RULES.md, Video rooms) with the headers that all of them carry. There is
/// nobody's name in them: that comes by the WebSocket, to whoever really joins. Any thread.
class RoomPages
{
public:
    /// `phrasebook` outlives this object.
    explicit RoomPages(const Phrasebook &phrasebook);

    /// The room itself; `socketOrigin` is where its WebSocket is, such as `wss://video.example.org`.
    HttpResponse room(const PageFrame &frame, const QByteArray &socketOrigin) const;
    /// What somebody sees whose link leads nowhere, whatever the reason (404; 429 with `retryAfter`).
    HttpResponse unknown(const PageFrame &frame, std::chrono::seconds retryAfter = {}) const;
    HttpResponse busy(const PageFrame &frame) const; ///< 503

    /// A script, a style or the icon under `/room/-/{version}/`; 404 where it is none of ours. Whatever the
    /// version; only the present one may be kept by the browser.
    HttpResponse asset(const QByteArray &version, const QByteArray &name, bool gzip) const;

    static QByteArrayList assetNames();
    /// The phrases of the templates. For tests.
    QList<QByteArray> phraseKeys() const;

private:
    HttpResponse page(const PageFrame &frame, int status, const Template &content, TemplateData data,
                      const QByteArray &socketOrigin) const;
    QString words(const QByteArray &language, QByteArrayView key) const;
    QString scriptTexts(const QByteArray &language) const;

    const Phrasebook &m_phrasebook;
    const Template m_layout;
    const Template m_room;
    const Template m_message;
    QHash<QByteArray, QByteArray> m_assets;
    QHash<QByteArray, QByteArray> m_gzipped;
    QByteArray m_version;
};

} // namespace anteroom
