// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace anteroom::test {

/// The test file of the anti-virus makers, put together here so that no scanner takes this program for one.
inline QByteArray eicar()
{
    return QByteArrayLiteral("X5O!P%@AP[4\\PZX54(P^)7CC)7}$") + QByteArrayLiteral("EICAR-STANDARD-") +
           QByteArrayLiteral("ANTIVIRUS-TEST-FILE!") + QByteArrayLiteral("$H+H*");
}

/// A real clamd on a socket in a scratch folder, which knows eicar() alone.
class Clamd
{
public:
    Clamd()
    {
        write("local.ndb", "Anteroom.Test:0:*:" + eicar().toHex() + "\n");
        // The last one is smaller than what some tests send.
        write("clamd.conf", "DatabaseDirectory " + m_folder.path().toUtf8() + "\nLocalSocket " + socket() +
                                "\nTemporaryDirectory " + m_folder.path().toUtf8() +
                                "\nForeground yes\nFixStaleSocket yes\nStreamMaxLength 2M\n");
    }
    ~Clamd() { kill(); }

    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("clamd"),
                                              {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }

    /// Whether it runs and takes connections.
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program(), {QStringLiteral("-c"), m_folder.filePath(QStringLiteral("clamd.conf"))});
        // It says so last of all, once it listens.
        while (m_process.state() != QProcess::NotRunning || m_process.bytesAvailable() > 0) {
            m_said += m_process.readAll();
            if (m_said.contains("Self checking"))
                return true;
            if (!m_process.waitForReadyRead(2 * patience))
                break;
        }
        return false;
    }

    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
        m_said.clear();
    }

    QByteArray socket() const { return m_folder.filePath(QStringLiteral("clamd.sock")).toUtf8(); }
    QByteArray said() const { return m_said; }

private:
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", name);
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    QByteArray m_said;
};

} // namespace anteroom::test
