// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"

#include <QByteArray>

#include <atomic>
#include <chrono>
#include <functional>

namespace anteroom {

/// Asks clamd about content, by INSTREAM over its socket (RULES.md, Virus scanner). The content is streamed:
/// no more than a block of it is in memory. Every call BLOCKS, at most for the limits given; any thread.
class VirusScanner
{
public:
    struct Limits
    {
        std::chrono::milliseconds connect{3000};
        std::chrono::milliseconds idle{15'000};  ///< without a byte going out or coming in
        std::chrono::milliseconds whole{60'000}; ///< for one content
    };

    /// `address` is the setting's: `unix:/path` or `/path`, `tcp://host:port` or `host:port`.
    VirusScanner(const QString &address, const Limits &limits);
    explicit VirusScanner(const QString &address)
        : VirusScanner(address, Limits{})
    {
    }

    /// Gives the content's next bytes, in pieces of any size; no bytes mean the end.
    using Source = std::function<Result<QByteArray>()>;

    /// True where nothing is found, false where something is. Errors: Unavailable "scanner.away" (nobody
    /// there, hung up, or an answer that is none), "scanner.timeout"; TooLarge "scanner.too_large" (more than
    /// clamd's StreamMaxLength); those of the source. Where `*stop` becomes true, it ends as "scanner.away".
    Result<bool> isClean(const Source &content, const std::atomic<bool> *stop = nullptr) const;

private:
    QByteArray m_path; ///< of a Unix socket; else:
    QByteArray m_host;
    QByteArray m_port;
    Limits m_limits;
};

} // namespace anteroom
