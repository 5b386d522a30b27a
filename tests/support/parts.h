// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// For where a program of others that a test needs is not installed: at a developer's desk the test is left
/// out; with the preset `ci`, by which packaging/check builds, everything has to run and the test fails.
#define LEAVE_OUT_UNLESS_CI(reason)                                                                          \
    do {                                                                                                     \
        if (qEnvironmentVariableIntValue("ANTEROOM_BROWSER_TESTS") != 0)                                     \
            QFAIL(reason);                                                                                   \
        QSKIP(reason);                                                                                       \
    } while (false)
