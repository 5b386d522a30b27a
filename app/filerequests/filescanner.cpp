// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filescanner.h"

#include "app/settings/settings.h"

namespace anteroom {

namespace {

constexpr std::chrono::seconds belief{30};

} // namespace

bool FileScanner::isOn() const
{
    return !m_settings.text("ANTEROOM_CLAMD").isEmpty();
}

Result<ScanState> FileScanner::scan(const VirusScanner::Source &content, const std::atomic<bool> *stop) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (isOn() && !m_believedSlow.hasExpired())
            return ScanState::Waiting;
    }
    return scanNow(content, stop);
}

Result<ScanState> FileScanner::scanNow(const VirusScanner::Source &content,
                                       const std::atomic<bool> *stop) const
{
    const QString address = m_settings.text("ANTEROOM_CLAMD");
    if (address.isEmpty())
        return ScanState::Clean;
    const auto clean = VirusScanner(address).isClean(content, stop);
    const bool late = !clean && clean.error().is("scanner.timeout");
    {
        const std::lock_guard lock(m_mutex);
        m_believedSlow.setRemainingTime(late ? std::chrono::milliseconds(belief)
                                             : std::chrono::milliseconds(0));
    }
    if (clean)
        return *clean ? Result<ScanState>(ScanState::Clean) : fail(ErrorCode::Unprocessable, "file.infected");
    if (late || clean.error().is("scanner.away"))
        return ScanState::Waiting;
    if (clean.error().is("scanner.too_large"))
        return fail(ErrorCode::TooLarge, "file.too_large_to_scan");
    return fail(clean.error());
}

} // namespace anteroom
