// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace anteroom {

/// Whether `contents` can be what `declared` (a media type, parameters ignored) says: `POST /v1/files` takes
/// files of any type and refuses those that lie (RULES.md, File requests). Any thread.
///
/// This is done here and not in the confined child, because nothing is parsed: QMimeDatabase compares a few
/// bytes at fixed places with known ones. A type without such a mark (an office's own, say) is believed,
/// unless it belongs to those that always have one: images, sound, film, fonts, PDF, archives; and text has
/// to be text.
bool contentMatches(const QByteArray &contents, const QByteArray &declared);

/// Whether `contents` begins as the photos do that the confined child reads: JPEG, PNG, WebP, HEIC. They are
/// examined and stripped whatever they are called; a picture of another kind is kept as it came. Any thread.
bool looksLikePhoto(const QByteArray &contents);

} // namespace anteroom
