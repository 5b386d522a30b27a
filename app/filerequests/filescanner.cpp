// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filescanner.h"

#include "app/settings/settings.h"

namespace anteroom {

namespace {

constexpr std::chrono::seconds belief{5};

} // namespace

bool FileScanner::isOn() const
{
    return !m_settings.text("ANTEROOM_CLAMD").isEmpty();
}

Result<ScanState> FileScanner::scan(const VirusScanner::Source &content, const std::atomic<bool> *stop) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (isOn() && !m_believedAway.hasExpired())
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
    if (clean)
        return *clean ? Result<ScanState>(ScanState::Clean) : fail(ErrorCode::Unprocessable, "file.infected");
    if (clean.error().is("scanner.too_large"))
        return fail(ErrorCode::TooLarge, "file.too_large_to_scan");
    if (!clean.error().is("scanner.away") && !clean.error().is("scanner.timeout"))
        return fail(clean.error());
    const std::lock_guard lock(m_mutex);
    m_believedAway.setRemainingTime(belief);
    return ScanState::Waiting;
}

} // namespace anteroom
