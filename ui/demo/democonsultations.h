// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/base/result.h"

namespace anteroom {

class Clinic;

/// A week of teleconsultations around now, as far as each may be: over, running, open, ready, incomplete;
/// `host` hosts most of them. Those that are there already stay as they are. Waits for the writer.
Result<void> addDemoConsultations(Clinic &clinic, const Staff &host);

} // namespace anteroom
