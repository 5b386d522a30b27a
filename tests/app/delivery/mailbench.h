// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace anteroom::test {

inline QString besideTests(const char *name)
{
    return qEnvironmentVariable("ANTEROOM_TEST_SOURCE") + QStringLiteral("/tests/app/delivery/") +
           QLatin1String(name);
}

/// What Python's mail library makes of an e-mail; empty where it cannot read it.
inline QJsonObject parseMail(const QByteArray &mail)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {besideTests("parse_mail.py")});
    python.write(mail);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

/// The text of the part of that type; null where there is none.
inline QString partOf(const QJsonObject &mail, const char *type)
{
    for (const auto &part : mail.value(QLatin1String("parts")).toArray()) {
        if (part.toObject().value(QLatin1String("type")).toString() == QLatin1String(type))
            return part.toObject().value(QLatin1String("text")).toString();
    }
    return {};
}

/// A key and a certificate for itself, as PEM files.
struct Certificate
{
    QString certificate, key;

    static Certificate make(const QTemporaryDir &folder, const QString &name, const QString &names)
    {
        Certificate made{folder.filePath(name + QLatin1String(".crt")),
                         folder.filePath(name + QLatin1String(".key"))};
        QProcess openssl;
        openssl.start(
            QStringLiteral("openssl"),
            QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
                           "-subj /CN=test -addext subjectAltName=%1 -keyout %2 -out %3")
                .arg(names, made.key, made.certificate)
                .split(u' '));
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("no certificate could be made");
        QFile::setPermissions(made.key, QFileDevice::ReadOwner | QFileDevice::WriteOwner |
                                            QFileDevice::ReadGroup | QFileDevice::ReadOther);
        return made;
    }
};

/// tests/app/delivery/mailserver.mjs in one of its modes; ends with the object.
class OddServer
{
public:
    explicit OddServer(const QString &mode, const Certificate &certificate = {})
    {
        QStringList arguments{besideTests("mailserver.mjs"), mode};
        if (!certificate.key.isEmpty())
            arguments << certificate.certificate << certificate.key;
        m_process.start(QStringLiteral("node"), arguments);
        while (m_port == 0 && m_process.waitForReadyRead(patience))
            take();
    }
    ~OddServer()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }

    /// Of everything it told, what is such an event.
    QVector<QJsonObject> events(const char *kind)
    {
        const auto heard = some("heard").size();
        m_process.write("\n");
        while (some("heard").size() == heard && m_process.waitForReadyRead(patience))
            take();
        take();
        return some(kind);
    }

private:
    QVector<QJsonObject> some(const char *kind) const
    {
        QVector<QJsonObject> some;
        for (const QJsonObject &event : m_events) {
            if (event.value(QLatin1String("event")).toString() == QLatin1String(kind))
                some.append(event);
        }
        return some;
    }

    void take()
    {
        m_process.setReadChannel(QProcess::StandardOutput);
        while (m_process.canReadLine()) {
            const QJsonObject event = QJsonDocument::fromJson(m_process.readLine()).object();
            m_events.append(event);
            if (event.contains(QLatin1String("port")))
                m_port = quint16(event.value(QLatin1String("port")).toInt());
        }
    }

    QProcess m_process;
    QVector<QJsonObject> m_events;
    quint16 m_port = 0;
};

/// A real exim4 for example.org in a folder of its own: takes mail for jane and olena from whoever signed in
/// over TLS as anteroom, and puts it into a maildir. Ends with the object.
class Exim
{
public:
    static QString program()
    {
        return QStandardPaths::findExecutable(QStringLiteral("exim4"),
                                              {QStringLiteral("/usr/sbin"), QStringLiteral("/usr/bin")});
    }

    explicit Exim(const Certificate &certificate)
    {
        const auto everybody = QFileDevice::Permissions(0x7777);
        QFile::setPermissions(m_folder.path(), everybody); // it does not stay root
        for (const char *name : {"spool", "log", "mail"}) {
            QDir(m_folder.path()).mkdir(QLatin1String(name));
            QFile::setPermissions(m_folder.filePath(QLatin1String(name)), everybody);
        }
        QTcpServer taken;
        taken.listen(QHostAddress::LocalHost);
        m_port = taken.serverPort();
        taken.close();
        const QString path = m_folder.filePath(QStringLiteral("exim.conf"));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(configuration(certificate).toUtf8());
        file.close();
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup |
                            QFileDevice::ReadOther);
        m_process.start(program(), {QStringLiteral("-bdf"), QStringLiteral("-C"), path});
    }
    ~Exim()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(5'000))
            m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }
    bool isUp() { return log().contains("daemon started"); }
    void forgetMails()
    {
        QDir arrived(m_folder.filePath(QStringLiteral("mail/new")));
        for (const QString &name : arrived.entryList(QDir::Files))
            arrived.remove(name);
    }
    QByteArray log() const { return contentOf(m_folder.filePath(QStringLiteral("log/mainlog"))); }

    /// What was put into the maildir.
    QVector<QByteArray> mails() const
    {
        QVector<QByteArray> all;
        const QDir arrived(m_folder.filePath(QStringLiteral("mail/new")));
        for (const QFileInfo &file : arrived.entryInfoList(QDir::Files, QDir::Time | QDir::Reversed))
            all.append(contentOf(file.filePath()));
        return all;
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QString configuration(const Certificate &certificate) const
    {
        // Started by root it becomes Debian-exim; started by anybody else it stays who that is.
        const bool isRoot = ::geteuid() == 0;
        QProcess who;
        who.start(QStringLiteral("id"), {QStringLiteral("-un")});
        who.waitForFinished();
        const QString user =
            isRoot ? QStringLiteral("Debian-exim") : QString::fromUtf8(who.readAllStandardOutput().trimmed());
        QString text = QStringLiteral(R"(primary_hostname = mail.example.org
daemon_smtp_ports = {port}
local_interfaces = 127.0.0.1
exim_user = {user}
{drop}
spool_directory = {dir}/spool
log_file_path = {dir}/log/%slog
pid_file_path = {dir}/exim.pid
tls_certificate = {certificate}
tls_privatekey = {key}
tls_advertise_hosts = *
acl_smtp_rcpt = rcpt
acl_smtp_data = accept
host_lookup =
rfc1413_hosts =
message_size_limit = 100K
smtputf8_advertise_hosts =
keep_environment =
begin acl
rcpt:
  deny condition = ${if eq{$tls_in_cipher}{}}
       message = 5.7.0 TLS first
  deny !authenticated = *
       message = 5.7.1 sign in first
  defer local_parts = later
       message = 4.2.1 try again later
  deny !local_parts = jane : olena
       message = 5.1.1 $local_part is not known here
  accept
begin routers
all:
  driver = accept
  transport = maildir
begin transports
maildir:
  driver = appendfile
  directory = {dir}/mail
  maildir_format
  create_directory
  return_path_add
{as}
begin retry
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_set_id = $auth2
  server_advertise_condition = ${if def:tls_in_cipher}
  server_prompts = :
  server_condition = ${if and{{eq{$auth2}{anteroom}}{eq{$auth3}{right-password}}}}
)");
        const QHash<QString, QString> values{
            {QStringLiteral("{port}"), QString::number(m_port)},
            {QStringLiteral("{user}"), user},
            {QStringLiteral("{dir}"), m_folder.path()},
            {QStringLiteral("{certificate}"), certificate.certificate},
            {QStringLiteral("{key}"), certificate.key},
            {QStringLiteral("{drop}"),
             isRoot ? QString() : QStringLiteral("exim_group = %1\ndeliver_drop_privilege = true").arg(user)},
            {QStringLiteral("{as}"), isRoot ? QStringLiteral("  user = ") + user : QString()},
        };
        for (auto it = values.begin(); it != values.end(); ++it)
            text.replace(it.key(), it.value());
        return text;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace anteroom::test
