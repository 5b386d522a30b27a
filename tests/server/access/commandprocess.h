// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace anteroom {

/// How a command ended.
struct CommandOutcome
{
    int status = -1;
    QByteArray out;
    QByteArray err;
};

/// A temporary folder with a clinic's folder in it, and anteroomd as processes that work on it.
class CommandFolder
{
public:
    ~CommandFolder() { stopServer(); }

    QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString data() const { return m_data; }
    void useData(const char *name) { m_data = path(name); }
    void useWholePath(const QString &whole) { m_data = whole; }

    static QString program()
    {
        return qEnvironmentVariable("ANTEROOM_TEST_BIN") + QStringLiteral("/anteroomd");
    }

    /// Words without spaces in them, and the clinic's folder.
    QStringList onClinic(const QString &words) const
    {
        return words.split(u' ') + QStringList{QStringLiteral("--data"), m_data};
    }

    static CommandOutcome finish(QProcess &process, const QByteArray &input = {})
    {
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), process.readAllStandardError()};
    }

    static CommandOutcome run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess process;
        process.start(program(), arguments);
        return finish(process, input);
    }

    /// Serves the clinic on free ports; whether both listeners were told of.
    bool startServer()
    {
        m_server = std::make_unique<QProcess>();
        m_server->start(program(),
                        onClinic(QStringLiteral("serve --listen 127.0.0.1:0 --patient-listen 127.0.0.1:0")));
        QByteArray told;
        while (told.count('\n') < 2 && m_server->waitForReadyRead(patience))
            told += m_server->readAllStandardOutput();
        m_staffPort = told.left(told.indexOf('\n')).split(':').constLast().toUShort();
        return told.count('\n') == 2 && m_staffPort != 0;
    }
    /// What a GET on the staff listener answers, head and body; empty where nothing came.
    QByteArray answer(const QByteArray &path, const QByteArray &token) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_staffPort);
        if (!socket.waitForConnected(patience))
            return {};
        socket.write("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " +
                     token + "\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(patience))
            answer += socket.readAll();
        return answer + socket.readAll();
    }
    /// The status of that answer, else 0.
    int get(const QByteArray &path, const QByteArray &token) const
    {
        return answer(path, token).split(' ').value(1).toInt();
    }
    QProcess *server() { return m_server.get(); }
    void stopServer()
    {
        if (!m_server)
            return;
        m_server->terminate();
        m_server->waitForFinished(patience);
        m_server.reset();
    }

private:
    QTemporaryDir m_folder;
    QString m_data = m_folder.filePath(QStringLiteral("clinic"));
    std::unique_ptr<QProcess> m_server;
    quint16 m_staffPort = 0;
};

} // namespace anteroom
