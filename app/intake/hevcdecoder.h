// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libheif/heif_plugin.h>

namespace anteroom::intake {

/// Decodes HEVC for libheif in the thread that asks for it, by libde265.
const heif_decoder_plugin *hevcDecoder();

} // namespace anteroom::intake
