// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/photo.h"

namespace anteroom::intake {

/// Has libheif load what it loads and use our decoder, which libde265 runs in the calling thread. Before
/// `confine`, for afterwards neither a file can be opened nor a thread begun. Any number of times.
void prepareHeif();

/// The size of a stripped HEIC photo as it is seen: cropped and turned as it says. No pixel is decoded.
Expected<Size> shownHeifSize(View file);

} // namespace anteroom::intake
