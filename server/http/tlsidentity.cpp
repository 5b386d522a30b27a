// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tlsidentity.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

QByteArray stampOf(const QString &file)
{
    struct stat info = {};
    if (::stat(QFile::encodeName(file).constData(), &info) != 0)
        return "-"_ba;
    return QByteArray::number(qint64(info.st_mtim.tv_sec)) + '.' +
           QByteArray::number(qint64(info.st_mtim.tv_nsec)) + '/' + QByteArray::number(qint64(info.st_size)) +
           '/' + QByteArray::number(quint64(info.st_ino));
}

QByteArray stampOf(const QString &certificateFile, const QString &keyFile)
{
    return stampOf(certificateFile) + ' ' + stampOf(keyFile);
}

QByteArray contents(const QString &name)
{
    QFile file(name);
    return !name.isEmpty() && file.open(QIODevice::ReadOnly) ? file.read(1024 * 1024) : QByteArray();
}

QSslKey readKey(const QByteArray &pem)
{
    for (const auto algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

/// Whether the key belongs to the certificate. Qt does not tell; but a private key of these kinds holds its
/// public part as it stands in the certificate, of which 64 bytes before the exponent are looked for.
bool belongTogether(const QSslKey &key, const QSslCertificate &certificate)
{
    const auto publicKey = certificate.publicKey();
    if (publicKey.isNull() || publicKey.algorithm() != key.algorithm())
        return false;
    const auto known = publicKey.toDer();
    const auto tail = key.algorithm() == QSsl::Rsa ? 8 : 0;
    return known.size() < 80 || key.toDer().contains(known.sliced(known.size() - tail - 64, 64));
}

} // namespace

Result<void> TlsIdentity::load(const QString &certificateFile, const QString &keyFile)
{
    const auto stamp = stampOf(certificateFile, keyFile);
    {
        const std::lock_guard lock(m_mutex);
        m_certificateFile = certificateFile;
        m_keyFile = keyFile;
        m_stamp = stamp; // also where they do not do: they are tried again when they change again
    }
    const auto chain = QSslCertificate::fromData(contents(certificateFile), QSsl::Pem);
    if (chain.isEmpty())
        return fail(ErrorCode::Invalid, "tls.unreadable", nullptr, {{u"file"_s, certificateFile}});
    const auto key = readKey(contents(keyFile));
    if (key.isNull())
        return fail(ErrorCode::Invalid, "tls.unreadable", nullptr, {{u"file"_s, keyFile}});
    if (!belongTogether(key, chain.first()))
        return fail(ErrorCode::Invalid, "tls.mismatch", nullptr, {{u"file"_s, keyFile}});

    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setCaCertificates({}); // clients show none, and the list costs each handshake
    configuration.setAllowedNextProtocols({"http/1.1"_ba});

    const std::lock_guard lock(m_mutex);
    m_configuration = configuration;
    m_set = true;
    return {};
}

bool TlsIdentity::isChanged() const
{
    const std::lock_guard lock(m_mutex);
    return stampOf(m_certificateFile, m_keyFile) != m_stamp;
}

bool TlsIdentity::isSet() const
{
    const std::lock_guard lock(m_mutex);
    return m_set;
}

QSslConfiguration TlsIdentity::configuration() const
{
    const std::lock_guard lock(m_mutex);
    return m_configuration;
}

} // namespace anteroom
