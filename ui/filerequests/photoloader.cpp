// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/photoloader.h"

#include "app/access/audit.h"
#include "app/clinic.h"
#include "app/filerequests/fileservice.h"

#include <QBuffer>
#include <QImageReader>
#include <QPromise>

namespace anteroom {

namespace {

// Stored pictures have at most 100 megapixels (RULES.md, Photos); four bytes a pixel.
constexpr int mostMegabytes = 400;
// What is shown needs no more than this on its longer side; what is saved is the whole file.
constexpr int longestSide = 6000;

Result<QImage> decode(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (qMax(size.width(), size.height()) > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    QImage image = reader.read();
    if (image.isNull())
        return fail(ErrorCode::UnsupportedType, "photo.not_shown");
    return image;
}

struct Opened
{
    FileId id;
    UserId patient;
    SecretKey key;
};

} // namespace

PhotoLoader::PhotoLoader(Clinic &clinic, std::function<Actor()> actor)
    : m_clinic(clinic)
    , m_actor(std::move(actor))
{
    m_pool.setMaxThreadCount(2);
    QImageReader::setAllocationLimit(mostMegabytes);
}

PhotoLoader::~PhotoLoader()
{
    m_pool.waitForDone();
}

template<typename T, typename F>
QFuture<Result<T>> PhotoLoader::load(const FileId &id, bool thumbnail, F decode)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    QFuture<Result<T>> future = promise->future();
    promise->start();
    m_pool.start([&clinic = m_clinic, actor = m_actor(), id, thumbnail, decode = std::move(decode), promise] {
        const auto part = thumbnail ? BlobStore::Part::Thumbnail : BlobStore::Part::Content;
        const auto work = [&]() -> Result<T> {
            auto opened = clinic.store().readNow([&](Transaction &tx) -> Result<std::shared_ptr<Opened>> {
                const auto file = clinic.files().get(tx, actor, id);
                if (!file)
                    return fail(file.error());
                auto key = clinic.files().keyOf(tx, *file);
                if (!key)
                    return fail(key.error());
                return std::make_shared<Opened>(Opened{id, file->patient, *std::move(key)});
            });
            if (!opened)
                return fail(opened.error());
            if (!thumbnail) {
                clinic.store().writeLater([actor, id, patient = (*opened)->patient](WriteTransaction &tx) {
                    recordAudit(tx, actor, {.action = "file.read", .patient = patient, .subject = id.text()});
                });
            }
            auto bytes = clinic.blobs().load(id, part, (*opened)->key);
            if (!bytes)
                return fail(bytes.error());
            return decode(*std::move(bytes));
        };
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

QFuture<Result<QImage>> PhotoLoader::thumbnail(const FileId &id)
{
    return load<QImage>(id, true, &anteroom::decode);
}

QFuture<Result<QImage>> PhotoLoader::photo(const FileId &id)
{
    return load<QImage>(id, false, &anteroom::decode);
}

QFuture<Result<QByteArray>> PhotoLoader::content(const FileId &id)
{
    return load<QByteArray>(id, false, [](QByteArray bytes) -> Result<QByteArray> { return bytes; });
}

} // namespace anteroom
