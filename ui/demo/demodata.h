// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "app/base/result.h"

#include <QString>

namespace anteroom {

class Clinic;

/// Fills an empty clinic with a dozen invented people and file requests in every state, some answered with
/// drawn photos, all of it by the ways that real data takes; and adds the person who is signed in. Blocks for
/// a second or two: called before the window is shown. `intakeHelper` is the program that examines photos.
/// Errors: those of the import, of file requests and of photos.
Result<Staff> loadDemoData(Clinic &clinic, const QString &intakeHelper);

} // namespace anteroom
