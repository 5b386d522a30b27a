// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/filerequests/filerequest.h"
#include "app/intake/virusscanner.h"

#include <QDeadlineTimer>

#include <mutex>

namespace anteroom {

class Settings;

/// Has what arrives looked at by the scanner that ANTEROOM_CLAMD names (RULES.md, Virus scanner). Any thread.
class FileScanner
{
public:
    explicit FileScanner(const Settings &settings)
        : m_settings(settings)
    {
    }

    bool isOn() const;

    /// BLOCKS as VirusScanner does. Clean, also where there is no scanner; Waiting where it is away or took
    /// too long. After it took too long it is not asked for half a minute, so that not every photo waits as
    /// long. Errors: Unprocessable "file.infected"; TooLarge "file.too_large_to_scan"; those of the source.
    Result<ScanState> scan(const VirusScanner::Source &content,
                           const std::atomic<bool> *stop = nullptr) const;

    /// The same, asked in any case: for the one who tries again.
    Result<ScanState> scanNow(const VirusScanner::Source &content,
                              const std::atomic<bool> *stop = nullptr) const;

private:
    const Settings &m_settings;
    mutable std::mutex m_mutex;
    mutable QDeadlineTimer m_believedSlow; ///< expired: nothing is known
};

} // namespace anteroom
