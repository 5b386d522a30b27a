// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backupfile.h"

#include "app/base/random.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <cerrno>
#include <sodium.h>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const QByteArray magic = "ANTEROOM-BACKUP\n"_ba;
constexpr int version = 1;
constexpr qsizetype blockBytes = 64 * 1024;
constexpr auto overhead = qsizetype(crypto_secretstream_xchacha20poly1305_ABYTES);
constexpr qsizetype hashBytes = crypto_generichash_BYTES;
constexpr qint64 longestHead = 4096;
constexpr qint64 longestName = 200;
constexpr qsizetype shortestPassphrase = 10;
constexpr qint64 opsLimit = 3;
constexpr qint64 memLimit = 64 * 1024 * 1024;
// A file that asks for more than this wants to stop the machine, not to be read.
constexpr qint64 mostOps = 20;
constexpr qint64 mostMemory = 1024LL * 1024 * 1024;

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

Error at(ErrorCode code, const char *reason, const QString &path)
{
    return {code, reason, nullptr, {{u"path"_s, path}}};
}

Error writeError(const QSaveFile &file)
{
    const bool full = file.error() == QFileDevice::ResourceError || errno == ENOSPC || errno == EDQUOT;
    return at(ErrorCode::Unavailable, full ? "storage.full" : "backup.unwritable", file.fileName());
}

bool deriveKey(QByteArray &key, const QString &passphrase, const QByteArray &salt, qint64 ops, qint64 memory)
{
    const QByteArray plain = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    key.resize(crypto_secretstream_xchacha20poly1305_KEYBYTES);
    return crypto_pwhash(raw(key), quint64(key.size()), plain.constData(), quint64(plain.size()), raw(salt),
                         quint64(ops), size_t(memory), crypto_pwhash_ALG_ARGON2ID13) == 0;
}

} // namespace

// ---- BackupWriter ----

struct BackupWriter::State
{
    bool encrypted = false;
    crypto_secretstream_xchacha20poly1305_state stream{};
    crypto_generichash_state hash{};
    ~State() { sodium_memzero(this, sizeof *this); }
};

BackupWriter::BackupWriter(const QString &path)
    : m_file(path)
    , m_state(std::make_unique<State>())
{
}

BackupWriter::~BackupWriter() = default;

Result<std::unique_ptr<BackupWriter>> BackupWriter::create(const QString &path, const QString &passphrase,
                                                           UtcTime now)
{
    if (!passphrase.isNull() && passphrase.size() < shortestPassphrase)
        return fail(at(ErrorCode::Invalid, "backup.passphrase_too_short", path));
    // An older backup may be replaced; anything else was named by mistake.
    if (QFileInfo::exists(path)) {
        QFile there(path);
        if (!there.open(QIODevice::ReadOnly) || there.read(magic.size()) != magic)
            return fail(at(ErrorCode::Conflict, "backup.exists", path));
    }
    std::unique_ptr<BackupWriter> writer(new BackupWriter(path));
    if (auto begun = writer->begin(passphrase, now); !begun)
        return fail(begun.error());
    return writer;
}

Result<void> BackupWriter::begin(const QString &passphrase, UtcTime now)
{
    if (!m_file.open(QIODevice::WriteOnly))
        return fail(writeError(m_file));
    m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray salt = randomBytes(crypto_pwhash_SALTBYTES);
    QJsonObject head{{u"version"_s, version}, {u"createdAt"_s, QString::fromUtf8(toIsoMillis(now))}};
    m_state->encrypted = !passphrase.isNull();
    head.insert(u"encrypted"_s, m_state->encrypted);
    if (m_state->encrypted) {
        head.insert(u"salt"_s, QString::fromUtf8(salt.toBase64()));
        head.insert(u"ops"_s, opsLimit);
        head.insert(u"memory"_s, memLimit);
    }
    m_head = magic + QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
    crypto_generichash_init(&m_state->hash, nullptr, 0, size_t(hashBytes));
    if (auto written = put(m_head); !written || !m_state->encrypted)
        return written;

    QByteArray key;
    if (!deriveKey(key, passphrase, salt, opsLimit, memLimit))
        return fail(ErrorCode::Unavailable, "staff.no_memory");
    QByteArray start(crypto_secretstream_xchacha20poly1305_HEADERBYTES, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_init_push(&m_state->stream, raw(start), raw(QByteArrayView(key)));
    sodium_memzero(key.data(), size_t(key.size()));
    return put(start);
}

Result<void> BackupWriter::put(QByteArrayView bytes)
{
    if (m_file.write(bytes.data(), bytes.size()) != bytes.size())
        return fail(writeError(m_file));
    if (!m_state->encrypted)
        crypto_generichash_update(&m_state->hash, raw(bytes), quint64(bytes.size()));
    m_size += bytes.size();
    return {};
}

Result<void> BackupWriter::writeBlock(bool last)
{
    QByteArray block;
    block.swap(m_pending);
    m_pending.reserve(blockBytes);
    if (!m_state->encrypted)
        return put(block);
    QByteArray sealed(block.size() + overhead, Qt::Uninitialized);
    crypto_secretstream_xchacha20poly1305_push(&m_state->stream, raw(sealed), nullptr,
                                               raw(QByteArrayView(block)), quint64(block.size()),
                                               raw(QByteArrayView(m_head)), quint64(m_head.size()),
                                               last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                    : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    return put(sealed);
}

Result<void> BackupWriter::append(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        if (m_pending.size() == blockBytes) { // the last block carries the end mark, so it waits
            if (auto written = writeBlock(false); !written)
                return written;
        }
        const qsizetype count = qMin(blockBytes - m_pending.size(), bytes.size());
        m_pending.append(bytes.first(count));
        bytes = bytes.sliced(count);
    }
    return {};
}

Result<void> BackupWriter::beginEntry(const QByteArray &name, qint64 size)
{
    Q_ASSERT(!name.isEmpty() && name.size() <= longestName);
    QByteArray head(10, Qt::Uninitialized);
    qToBigEndian(quint16(name.size()), head.data());
    qToBigEndian(size, head.data() + 2);
    return append(head + name);
}

Result<void> BackupWriter::addBytes(const QByteArray &name, QByteArrayView bytes)
{
    if (auto begun = beginEntry(name, bytes.size()); !begun)
        return begun;
    return append(bytes);
}

Result<void> BackupWriter::addFile(const QByteArray &name, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(at(ErrorCode::Unavailable, "backup.unreadable", path));
    qint64 left = file.size();
    if (auto begun = beginEntry(name, left); !begun)
        return begun;
    while (left > 0) {
        const QByteArray bytes = file.read(qMin<qint64>(left, blockBytes));
        if (bytes.isEmpty())
            return fail(at(ErrorCode::Unavailable, "backup.unreadable", path));
        left -= bytes.size();
        if (auto written = append(bytes); !written)
            return written;
    }
    return {};
}

Result<void> BackupWriter::commit()
{
    if (auto ended = append(QByteArray(10, '\0')); !ended)
        return ended;
    if (auto written = writeBlock(true); !written)
        return written;
    if (!m_state->encrypted) {
        QByteArray hash(hashBytes, Qt::Uninitialized);
        crypto_generichash_final(&m_state->hash, raw(hash), size_t(hashBytes));
        if (m_file.write(hash) != hash.size())
            return fail(writeError(m_file));
    }
    if (!m_file.commit()) // flushes, syncs and renames
        return fail(writeError(m_file));
    return {};
}

// ---- BackupReader ----

struct BackupReader::State
{
    crypto_secretstream_xchacha20poly1305_state stream{};
    crypto_generichash_state hash{};
    ~State() { sodium_memzero(this, sizeof *this); }
};

BackupReader::BackupReader(const QString &path)
    : m_file(path)
    , m_state(std::make_unique<State>())
{
}

BackupReader::~BackupReader() = default;

tl::unexpected<Error> BackupReader::damaged() const
{
    return fail(at(ErrorCode::Internal, "backup.damaged", m_file.fileName()));
}

Result<std::unique_ptr<BackupReader>> BackupReader::open(const QString &path, const QString &passphrase)
{
    std::unique_ptr<BackupReader> reader(new BackupReader(path));
    if (auto begun = reader->begin(passphrase); !begun)
        return fail(begun.error());
    return reader;
}

Result<void> BackupReader::begin(const QString &passphrase)
{
    randomBytes(1); // makes sure that libsodium is ready
    const QString path = m_file.fileName();
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(at(ErrorCode::NotFound, "backup.unreadable", path));
    if (m_file.read(magic.size()) != magic)
        return fail(at(ErrorCode::Invalid, "backup.not_a_backup", path));
    const QByteArray line = m_file.readLine(longestHead);
    const QJsonObject head = QJsonDocument::fromJson(line).object();
    if (!line.endsWith('\n') || head.isEmpty())
        return damaged();
    if (head.value("version"_L1).toInt() > version)
        return fail(at(ErrorCode::Invalid, "backup.newer", path));
    m_head = magic + line;
    m_encrypted = head.value("encrypted"_L1).toBool();
    if (!m_encrypted) {
        crypto_generichash_init(&m_state->hash, nullptr, 0, size_t(hashBytes));
        crypto_generichash_update(&m_state->hash, raw(QByteArrayView(m_head)), quint64(m_head.size()));
        return readBlock();
    }

    if (passphrase.isNull())
        return fail(at(ErrorCode::Invalid, "backup.needs_passphrase", path));
    const QByteArray salt = QByteArray::fromBase64(head.value("salt"_L1).toString().toLatin1());
    const qint64 ops = head.value("ops"_L1).toInteger();
    const qint64 memory = head.value("memory"_L1).toInteger();
    const QByteArray start = m_file.read(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (salt.size() != crypto_pwhash_SALTBYTES || ops < 1 || ops > mostOps || memory < 8192 ||
        memory > mostMemory || start.size() != crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        return damaged();
    QByteArray key;
    if (!deriveKey(key, passphrase, salt, ops, memory))
        return fail(ErrorCode::Unavailable, "staff.no_memory");
    const int begun = crypto_secretstream_xchacha20poly1305_init_pull(
        &m_state->stream, raw(QByteArrayView(start)), raw(QByteArrayView(key)));
    sodium_memzero(key.data(), size_t(key.size()));
    if (begun != 0)
        return damaged();
    // The first block tells whether the passphrase is right; a damaged one looks the same.
    if (!readBlock())
        return fail(at(ErrorCode::Unauthenticated, "backup.wrong_passphrase", path));
    return {};
}

// Appends the next block to m_block.
Result<void> BackupReader::readBlock()
{
    if (m_lastBlock)
        return damaged();
    if (!m_encrypted) {
        const qint64 left = m_file.size() - hashBytes - m_file.pos();
        const QByteArray block = m_file.read(qBound<qint64>(0, left, blockBytes));
        crypto_generichash_update(&m_state->hash, raw(QByteArrayView(block)), quint64(block.size()));
        if (block.size() >= left) {
            QByteArray hash(hashBytes, Qt::Uninitialized);
            crypto_generichash_final(&m_state->hash, raw(hash), size_t(hashBytes));
            if (!equalInConstantTime(hash, m_file.read(hashBytes)))
                return damaged();
            m_lastBlock = true;
        } else if (block.isEmpty()) {
            return damaged();
        }
        m_block += block;
        return {};
    }
    const QByteArray sealed = m_file.read(blockBytes + overhead);
    if (sealed.size() < overhead)
        return damaged();
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&m_state->stream, raw(plain), nullptr, &tag,
                                                   raw(QByteArrayView(sealed)), quint64(sealed.size()),
                                                   raw(QByteArrayView(m_head)), quint64(m_head.size())) != 0)
        return damaged();
    m_lastBlock = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (m_lastBlock != m_file.atEnd()) // cut at a block's edge, or something was appended
        return damaged();
    m_block += plain;
    return {};
}

Result<QByteArray> BackupReader::take(qint64 count)
{
    while (m_block.size() < count) {
        if (auto more = readBlock(); !more)
            return fail(more.error());
    }
    QByteArray bytes = m_block.first(count);
    m_block.remove(0, count);
    return bytes;
}

Result<std::optional<BackupReader::Entry>> BackupReader::next()
{
    while (m_left > 0) {
        if (const auto skipped = read(); !skipped)
            return fail(skipped.error());
    }
    const auto head = take(10);
    if (!head)
        return fail(head.error());
    const auto length = qFromBigEndian<quint16>(head->constData());
    const auto size = qFromBigEndian<qint64>(head->constData() + 2);
    if (length > longestName || size < 0)
        return damaged();
    if (length == 0) { // the end: whole only if the file ends here too
        if (!m_block.isEmpty() || !m_lastBlock)
            return damaged();
        return std::optional<Entry>();
    }
    const auto name = take(length);
    if (!name)
        return fail(name.error());
    m_left = size;
    return Entry{*name, size};
}

Result<QByteArray> BackupReader::read()
{
    if (m_left == 0)
        return QByteArray();
    if (m_block.isEmpty()) {
        if (auto more = readBlock(); !more)
            return fail(more.error());
    }
    const qint64 count = qMin<qint64>(m_left, m_block.size());
    if (count == 0)
        return damaged();
    m_left -= count;
    return take(count);
}

} // namespace anteroom
