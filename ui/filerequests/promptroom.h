// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPlainTextEdit;

namespace anteroom {

class FormRow;

/// Makes `edit`, the field of `row`, one for what a patient is asked: it says how many characters are left,
/// and that there are too many as soon as there are.
void sayRoom(FormRow *row, QPlainTextEdit *edit);

} // namespace anteroom
