// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/incomingphoto.h"

namespace anteroom {

namespace {

const QByteArray context = QByteArrayLiteral("incoming");

} // namespace

IncomingPhoto::IncomingPhoto(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
    , m_key(SecretKey::random())
{
}

IncomingPhoto::~IncomingPhoto()
{
    m_writer.reset();
    QFile::remove(m_path);
}

Result<std::unique_ptr<IncomingPhoto>> IncomingPhoto::create(const BlobStore &blobs, QString name)
{
    std::unique_ptr<IncomingPhoto> photo(new IncomingPhoto(blobs.temporaryPath(), std::move(name)));
    auto writer = SealedFileWriter::create(photo->m_path, photo->m_key, context);
    if (!writer)
        return fail(writer.error());
    photo->m_writer = *std::move(writer);
    return photo;
}

Result<void> IncomingPhoto::write(QByteArrayView bytes)
{
    if (!m_writer)
        return fail(ErrorCode::TooLarge, "photo.too_large");
    m_size += bytes.size();
    if (m_size > maxBytes) {
        m_writer.reset(); // a writer that is not committed leaves no file
        return fail(ErrorCode::TooLarge, "photo.too_large");
    }
    return m_writer->write(bytes);
}

Result<void> IncomingPhoto::finish()
{
    if (!m_writer)
        return fail(ErrorCode::TooLarge, "photo.too_large");
    Result<void> done = m_writer->commit();
    m_writer.reset();
    return done;
}

Result<std::unique_ptr<SealedFileReader>> IncomingPhoto::open() const
{
    return SealedFileReader::open(m_path, m_key, context);
}

} // namespace anteroom
