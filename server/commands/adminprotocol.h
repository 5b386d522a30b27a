// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "server/commands/command.h"

#include <atomic>

class QLocalSocket;

namespace anteroom {

/// What goes over the admin socket, blocking, both ways. The request is one line of JSON
/// (`{"command","options","arguments","inputBytes"}`) and then the input's bytes. The answer is chunks, each
/// a line `o N` (stdout) or `e N` (stderr) and then N bytes, and at the end a line `x STATUS`.
namespace adminprotocol {

constexpr qint64 longestLine = 256 * 1024;
constexpr qint64 largestInput = 512LL * 1024 * 1024;

/// Sends a command. False where the other side is gone.
bool sendRequest(QLocalSocket &socket, const Command &command);

/// Reads a command. `stop` set from elsewhere ends the waiting, as does a client that is silent for 10 s.
/// Errors: Invalid "admin.malformed", TooLarge "admin.too_large", Unavailable "admin.gone".
Result<Command> readRequest(QLocalSocket &socket, const std::atomic<bool> &stop);

/// Sends `bytes` and waits until they are on their way. False where the other side is gone, or takes nothing
/// for 30 s, or `stop` is set.
bool send(QLocalSocket &socket, QByteArrayView bytes, const std::atomic<bool> &stop);

/// Reads the whole answer into `output`; the exit status, or nothing where it was cut off.
std::optional<int> readAnswer(QLocalSocket &socket, CommandOutput &output);

} // namespace adminprotocol

} // namespace anteroom
