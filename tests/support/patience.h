// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// How long a test waits for what comes at once on a quiet machine, ms. Reached only where it fails; Qt's own
/// five seconds are too few on a busy one.
inline constexpr int patience = 30'000;

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, patience)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, patience)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, patience)
