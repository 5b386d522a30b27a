// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/filerequests/filecontent.h"

#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

/// Hands out the plain bytes of a sealed file, at most 64 KiB a block.
class SealedSource final : public BodySource
{
public:
    SealedSource(std::unique_ptr<SealedFileReader> reader, qint64 size)
        : m_reader(std::move(reader))
        , m_size(size)
    {
    }

    qint64 size() const override { return m_size; }

    QByteArray read(qint64 maxBytes) override
    {
        if (m_rest.isEmpty()) {
            auto block = m_reader->read();
            if (!block)
                return {}; // cut: the client sees that the body is not whole
            m_rest = *std::move(block);
        }
        const QByteArray given = m_rest.left(maxBytes);
        m_rest.remove(0, given.size());
        return given;
    }

private:
    std::unique_ptr<SealedFileReader> m_reader;
    qint64 m_size;
    QByteArray m_rest;
};

// Pictures that a browser may show in place; an SVG can carry scripts and is none of them.
bool isShownInPlace(QByteArrayView mimeType)
{
    constexpr std::array<QByteArrayView, 6> shown{"image/jpeg", "image/png",  "image/webp",
                                                  "image/gif",  "image/heic", "image/heif"};
    return std::find(shown.begin(), shown.end(), mimeType) != shown.end();
}

void addHeaders(HttpResponse &response, const QByteArray &mimeType, const QString &name)
{
    response.contentType = mimeType;
    response.with("X-Content-Type-Options"_ba, "nosniff"_ba).with("Cache-Control"_ba, "private, no-store"_ba);
    if (isShownInPlace(mimeType))
        return;
    QByteArray disposition = "attachment"_ba;
    if (!name.isEmpty())
        disposition += "; filename*=UTF-8''" + QUrl::toPercentEncoding(name);
    response.with("Content-Disposition"_ba, disposition);
}

} // namespace

Result<HttpResponse> storedContent(const BlobStore &blobs, const File &file, const SecretKey &key)
{
    auto reader = blobs.open(file.id, BlobStore::Part::Content, key);
    if (!reader)
        return fail(reader.error());
    HttpResponse response;
    addHeaders(response, file.mimeType.toUtf8(), file.originalName);
    response.source = std::make_unique<SealedSource>(*std::move(reader), file.size);
    return response;
}

HttpResponse renderedContent(const QByteArray &mimeType, const QByteArray &bytes)
{
    HttpResponse response;
    addHeaders(response, mimeType, {});
    response.body = bytes;
    return response;
}

} // namespace anteroom
