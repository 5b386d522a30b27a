// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/adminprotocol.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocalSocket>

namespace anteroom::adminprotocol {

using namespace Qt::StringLiterals;

namespace {

constexpr int slice = 200; // milliseconds between looks at the stop flag
constexpr int silence = 10'000;
constexpr int stall = 30'000;
constexpr qsizetype chunk = 256 * 1024;

bool isGone(const QLocalSocket &socket)
{
    return socket.state() != QLocalSocket::ConnectedState && socket.bytesAvailable() == 0;
}

// Waits for more bytes to read; false where none will come.
bool waitForMore(QLocalSocket &socket, const std::atomic<bool> &stop, QDeadlineTimer deadline)
{
    while (socket.bytesAvailable() == 0) {
        if (stop || deadline.hasExpired() || isGone(socket))
            return false;
        socket.waitForReadyRead(slice);
    }
    return true;
}

// A line without its end, at most longestLine.
Result<QByteArray> readLine(QLocalSocket &socket, const std::atomic<bool> &stop, QDeadlineTimer deadline)
{
    QByteArray line;
    while (!line.endsWith('\n')) {
        if (!waitForMore(socket, stop, deadline))
            return fail(ErrorCode::Unavailable, "admin.gone");
        line += socket.readLine(longestLine);
        if (line.size() >= longestLine)
            return fail(ErrorCode::TooLarge, "admin.too_large");
    }
    line.chop(1);
    return line;
}

Result<Command> parse(const QByteArray &line, qint64 &inputBytes)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    Command command;
    command.name = object.value("command"_L1).toString().toUtf8();
    const QJsonObject options = object.value("options"_L1).toObject();
    for (auto it = options.begin(); it != options.end(); ++it) {
        QStringList &values = command.options[it.key().toUtf8()];
        for (const QJsonValue &value : it->toArray())
            values.append(value.toString());
    }
    for (const QJsonValue &value : object.value("arguments"_L1).toArray())
        command.arguments.append(value.toString());
    inputBytes = object.value("inputBytes"_L1).toInteger(-1);
    if (command.name.isEmpty() || inputBytes < 0)
        return fail(ErrorCode::Invalid, "admin.malformed");
    if (inputBytes > largestInput)
        return fail(ErrorCode::TooLarge, "admin.too_large");
    return command;
}

} // namespace

bool sendRequest(QLocalSocket &socket, const Command &command)
{
    QJsonObject options;
    for (auto it = command.options.begin(); it != command.options.end(); ++it)
        options.insert(QString::fromUtf8(it.key()), QJsonArray::fromStringList(it.value()));
    const QJsonObject object{{u"command"_s, QString::fromUtf8(command.name)},
                             {u"options"_s, options},
                             {u"arguments"_s, QJsonArray::fromStringList(command.arguments)},
                             {u"inputBytes"_s, qint64(command.input.size())}};
    const std::atomic<bool> never{false};
    return send(socket, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n', never) &&
           send(socket, command.input, never);
}

Result<Command> readRequest(QLocalSocket &socket, const std::atomic<bool> &stop)
{
    const auto line = readLine(socket, stop, QDeadlineTimer(silence));
    if (!line)
        return fail(line.error());
    qint64 inputBytes = 0;
    auto command = parse(*line, inputBytes);
    while (command && command->input.size() < inputBytes) {
        if (!waitForMore(socket, stop, QDeadlineTimer(silence)))
            return fail(ErrorCode::Unavailable, "admin.gone");
        command->input += socket.read(inputBytes - command->input.size());
    }
    return command;
}

bool send(QLocalSocket &socket, QByteArrayView bytes, const std::atomic<bool> &stop)
{
    while (!bytes.isEmpty()) {
        const QByteArrayView part = bytes.first(qMin(chunk, bytes.size()));
        bytes = bytes.sliced(part.size());
        if (socket.write(part.data(), part.size()) != part.size())
            return false;
        const QDeadlineTimer deadline(stall);
        while (socket.bytesToWrite() > 0) {
            if (stop || deadline.hasExpired() || socket.state() != QLocalSocket::ConnectedState)
                return false;
            socket.waitForBytesWritten(slice);
        }
    }
    return true;
}

std::optional<int> readAnswer(QLocalSocket &socket, CommandOutput &output)
{
    const std::atomic<bool> never{false};
    for (;;) {
        const auto line = readLine(socket, never, QDeadlineTimer(QDeadlineTimer::Forever));
        if (!line || line->size() < 3)
            return std::nullopt;
        qint64 number = line->mid(2).toLongLong();
        if (line->startsWith("x "))
            return int(number);
        while (number > 0) {
            if (!waitForMore(socket, never, QDeadlineTimer(QDeadlineTimer::Forever)))
                return std::nullopt;
            const QByteArray bytes = socket.read(qMin<qint64>(number, chunk));
            number -= bytes.size();
            if (line->startsWith('o'))
                output.out(bytes);
            else
                output.err(bytes);
        }
    }
}

} // namespace anteroom::adminprotocol
