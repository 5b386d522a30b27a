// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/sealedfile.h"

#include "app/base/random.h"

#include <QDir>
#include <QFileInfo>

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

namespace anteroom {

namespace {

constexpr qsizetype blockBytes = 64 * 1024;
constexpr auto overhead = qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES);
constexpr auto headerBytes = qsizetype(crypto_secretstream_xchacha20poly1305_HEADERBYTES);

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

bool syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool synced = ::fsync(folder) == 0;
    ::close(folder);
    return synced;
}

tl::unexpected<Error> writeError(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
    return fail(ErrorCode::Unavailable, full ? "storage.full" : "storage.io");
}

} // namespace

// ---- SealedFileWriter ----

struct SealedFileWriter::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

SealedFileWriter::SealedFileWriter(const QString &path, const QByteArray &context)
    : m_file(path)
    , m_context(context)
    , m_state(std::make_unique<State>())
{
}

SealedFileWriter::~SealedFileWriter() = default;

Result<std::unique_ptr<SealedFileWriter>> SealedFileWriter::create(const QString &path, const SecretKey &key,
                                                                   const QByteArray &context)
{
    std::unique_ptr<SealedFileWriter> writer(new SealedFileWriter(path, context));
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return writeError(writer->m_file);
    writer->m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QByteArray header(headerBytes, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(
        &writer->m_state->stream, reinterpret_cast<unsigned char *>(header.data()), key.data());
    if (writer->m_file.write(header) != header.size())
        return writeError(writer->m_file);
    return writer;
}

Result<void> SealedFileWriter::write(QByteArrayView plain)
{
    m_size += plain.size();
    while (!plain.isEmpty()) {
        // A full block is written only once more follows: the last one carries the end mark.
        if (m_pending.size() == blockBytes) {
            if (auto written = writeBlock(false); !written)
                return written;
        }
        const qsizetype take = qMin(blockBytes - m_pending.size(), plain.size());
        m_pending.append(plain.first(take));
        plain = plain.sliced(take);
    }
    return {};
}

Result<void> SealedFileWriter::writeBlock(bool last)
{
    QByteArray sealed(m_pending.size() + overhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(
        &m_state->stream, reinterpret_cast<unsigned char *>(sealed.data()), nullptr, raw(m_pending),
        quint64(m_pending.size()), raw(m_context), quint64(m_context.size()),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
             : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    m_pending.resize(0);
    if (m_file.write(sealed) != sealed.size())
        return writeError(m_file);
    return {};
}

Result<void> SealedFileWriter::commit()
{
    if (auto written = writeBlock(true); !written)
        return written;
    if (!m_file.commit()) // flushes, syncs and renames
        return writeError(m_file);
    // Otherwise a power cut could take the name away from under a row that is durable.
    if (m_nameIsDurable && !syncFolder(QFileInfo(m_file.fileName()).path()))
        return fail(ErrorCode::Unavailable, "storage.io");
    return {};
}

// ---- SealedFileReader ----

struct SealedFileReader::State
{
    crypto_secretstream_xchacha20poly1305_state stream;
    ~State() { sodium_memzero(&stream, sizeof stream); }
};

SealedFileReader::SealedFileReader(const QString &path, const QByteArray &context)
    : m_file(path)
    , m_context(context)
    , m_state(std::make_unique<State>())
{
}

SealedFileReader::~SealedFileReader() = default;

Result<std::unique_ptr<SealedFileReader>> SealedFileReader::open(const QString &path, const SecretKey &key,
                                                                 const QByteArray &context)
{
    std::unique_ptr<SealedFileReader> reader(new SealedFileReader(path, context));
    if (!reader->m_file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, "file.missing");
    const QByteArray header = reader->m_file.read(headerBytes);
    if (header.size() != headerBytes || crypto_secretstream_xchacha20poly1305_init_pull(
                                            &reader->m_state->stream, raw(header), key.data()) != 0)
        return fail(ErrorCode::Internal, "file.damaged");
    return reader;
}

Result<QByteArray> SealedFileReader::read()
{
    if (m_atEnd)
        return QByteArray();
    const QByteArray sealed = m_file.read(blockBytes + overhead);
    if (sealed.size() < overhead)
        return fail(ErrorCode::Internal, "file.damaged");
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(
            &m_state->stream, reinterpret_cast<unsigned char *>(plain.data()), nullptr, &tag, raw(sealed),
            quint64(sealed.size()), raw(m_context), quint64(m_context.size())) != 0)
        return fail(ErrorCode::Internal, "file.damaged");
    const bool final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (final != m_file.atEnd()) // cut at a block's edge, or something was appended
        return fail(ErrorCode::Internal, "file.damaged");
    m_atEnd = final;
    return plain;
}

Result<QByteArray> SealedFileReader::readAll(qint64 limit)
{
    QByteArray all;
    all.reserve(qMin(limit, m_file.size()));
    while (!m_atEnd) {
        const auto block = read();
        if (!block)
            return block;
        if (all.size() + block->size() > limit)
            return fail(ErrorCode::TooLarge, "file.too_large");
        all += *block;
    }
    return all;
}

// ---- BlobStore ----

namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

void makeFolder(const QString &path)
{
    QDir().mkpath(path);
    QFile::setPermissions(path, ownerOnly);
}

QByteArray contextOf(const FileId &id, BlobStore::Part part)
{
    return id.text() + (part == BlobStore::Part::Content ? "/content" : "/thumbnail");
}

} // namespace

BlobStore::BlobStore(QString folder)
    : m_folder(std::move(folder))
{
    makeFolder(m_folder);
    QDir(m_folder + QStringLiteral("/incoming")).removeRecursively();
    makeFolder(m_folder + QStringLiteral("/incoming"));
}

// The last two digits of a UUID v7 are random, the first ones are the time: folders fill evenly.
QString BlobStore::path(const FileId &id, Part part) const
{
    const QString name = QString::fromLatin1(id.text());
    return m_folder + u'/' + name.right(2) + u'/' + name +
           (part == Part::Content ? QLatin1String(".content") : QLatin1String(".thumbnail"));
}

QString BlobStore::temporaryPath() const
{
    return m_folder + QStringLiteral("/incoming/") + QString::fromLatin1(randomBytes(16).toHex());
}

Result<std::unique_ptr<SealedFileWriter>> BlobStore::create(const FileId &id, Part part,
                                                            const SecretKey &key) const
{
    const QString file = path(id, part);
    const QString folder = QFileInfo(file).path();
    if (!QFileInfo::exists(folder)) {
        makeFolder(folder);
        syncFolder(m_folder);
    }
    auto writer = SealedFileWriter::create(file, key, contextOf(id, part));
    if (writer)
        (*writer)->m_nameIsDurable = true;
    return writer;
}

Result<std::unique_ptr<SealedFileReader>> BlobStore::open(const FileId &id, Part part,
                                                          const SecretKey &key) const
{
    return SealedFileReader::open(path(id, part), key, contextOf(id, part));
}

Result<void> BlobStore::store(const FileId &id, Part part, const SecretKey &key, QByteArrayView plain) const
{
    auto writer = create(id, part, key);
    if (!writer)
        return fail(writer.error());
    if (auto written = (*writer)->write(plain); !written)
        return written;
    return (*writer)->commit();
}

Result<QByteArray> BlobStore::load(const FileId &id, Part part, const SecretKey &key) const
{
    auto reader = open(id, part, key);
    if (!reader)
        return fail(reader.error());
    return (*reader)->readAll(std::numeric_limits<qint64>::max());
}

void BlobStore::remove(const FileId &id) const
{
    QFile::remove(path(id, Part::Content));
    QFile::remove(path(id, Part::Thumbnail));
}

} // namespace anteroom
