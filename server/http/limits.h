// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace anteroom {

/// The limits of one WebSocket (RULES.md, Limits).
struct SocketLimits
{
    quint64 frame = 48 * 1024;      ///< a frame, and a message, in bytes; below a connection's read buffer
    qint64 unsent = 1024 * 1024;    ///< bytes that a client may leave untaken; above: cut
    int messageBurst = 400;         ///< frames at once …
    int messagesPerSecond = 40;     ///< … and in the long run; above: 1008
    qint64 byteBurst = 1024 * 1024; ///< the same for bytes
    qint64 bytesPerSecond = 64 * 1024;
    std::chrono::milliseconds ping{10'000};    ///< how often it is pinged
    std::chrono::milliseconds silence{25'000}; ///< without any sign of life: cut
    std::chrono::milliseconds farewell{2'000}; ///< to read what was sent last
};

/// Every limit of the transport (RULES.md, Limits). Set before the server starts.
struct Limits
{
    qint64 head = 16 * 1024;       ///< request line and fields, bytes; above: 431
    qint64 jsonBody = 1024 * 1024; ///< where the application names no other limit, bytes; above: 413
    qint64 target = 8 * 1024;      ///< the request target, bytes; above: 414
    int fields = 100;              ///< header fields; above: 431

    std::chrono::milliseconds headTime{10'000};   ///< TLS handshake, and a head from its first byte on: 408
    std::chrono::milliseconds idle{30'000};       ///< a kept connection without a request: closed
    std::chrono::milliseconds bodyStall{120'000}; ///< a body without a new byte: 408
    std::chrono::milliseconds writeStall{60'000}; ///< an answer of which the client takes nothing: cut
    std::chrono::milliseconds bodyGrace{30'000};  ///< after so long a body has to keep up bodyRate: 408
    qint64 bodyRate = 128;                        ///< bytes a second on average; 0: no minimum
    std::chrono::milliseconds linger{2'000};      ///< how long a refused client's bytes are read and dropped
    /// And how many of them: more than the largest JSON body that is taken (files), so that whoever sent a
    /// little too much hears so.
    qint64 lingerBytes = 64 * 1024 * 1024;
    std::chrono::milliseconds shutdown{4'000}; ///< running requests are given up after so long
    std::chrono::milliseconds sweep{500};      ///< how often the clocks are looked at

    int connections = 2'000; ///< in all; a further one closes the longest idle one, or is closed itself
    /// The same for one address (IPv6: one /64); loopback and trusted proxies are exempt.
    int connectionsPerHost = 500;
    bool capLoopback = false;            ///< counts loopback for connectionsPerHost too
    qint64 uploadUnderWay = 1024 * 1024; ///< bytes of one upload that wait for the disk at most
    SocketLimits socket;
};

} // namespace anteroom
