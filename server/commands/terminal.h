// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/commands/command.h"

#include <cstdio>

namespace anteroom {

/// This process's own stdout and stderr.
class TerminalOutput final : public CommandOutput
{
public:
    void out(QByteArrayView bytes) override { write(stdout, bytes); }
    void err(QByteArrayView bytes) override { write(stderr, bytes); }
    bool isGone() const override { return m_gone; }

private:
    void write(std::FILE *file, QByteArrayView bytes)
    {
        m_gone = std::fwrite(bytes.data(), 1, size_t(bytes.size()), file) != size_t(bytes.size()) || m_gone;
        std::fflush(file);
    }

    bool m_gone = false;
};

} // namespace anteroom
