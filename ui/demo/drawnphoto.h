// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

/// What the demo's patients photograph.
enum class DrawnSubject { Rash, Mole, Wound, Label };

/// A picture that looks enough like a photo to show what the console does with one: drawn, so that no person
/// is in it. JPEG, the same for the same arguments. Any thread.
QByteArray drawPhoto(DrawnSubject subject, quint32 seed);

} // namespace anteroom
