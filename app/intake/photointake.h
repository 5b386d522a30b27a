// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/result.h"
#include "app/intake/phototime.h"

#include <QByteArray>
#include <QSemaphore>
#include <QSize>

#include <chrono>
#include <functional>

namespace anteroom {

/// What is kept of a photo, and known about it.
struct ExaminedPhoto
{
    QByteArray mimeType;  ///< image/jpeg, image/png, image/webp or image/heic, by content
    QSize size;           ///< in pixels, upright
    PhotoTime taken;      ///< unchecked words of a camera: see momentOf
    QByteArray thumbnail; ///< JPEG, upright, fits 320×320, never enlarged
    QByteArray stripped;  ///< the photo to keep; empty where a sink took it
    qint64 strippedSize = 0;
};

/// A photo drawn at another size.
struct RenderedPhoto
{
    QByteArray mimeType; ///< image/jpeg; image/png where it has transparency
    QByteArray bytes;
};

/// Reads photos without touching them: for each it starts `anteroom-intake`, which has no network, no keys
/// and no database, gives it the photo, and believes nothing it answers beyond its form (RULES.md, Photos).
///
/// Every call BLOCKS, for some ten milliseconds to `limit`, plus the wait for a turn: made on io threads,
/// never on the GUI's, an HTTP worker's or the writer's. Any number of threads at once.
///
/// Errors (`reason`): the photo's own fault: photo.not_a_photo, photo.unsupported, photo.truncated,
/// photo.damaged, photo.too_large, photo.too_many_pixels, photo.too_complex; it brought the
/// child down: intake.died; it took too long: intake.timeout; ours: intake.missing, intake.bad_answer,
/// intake.busy.
class PhotoIntake
{
public:
    /// `helper` is the program; at most `atOnce` run at a time, each for at most `limit`.
    explicit PhotoIntake(const QString &helper, int atOnce = 2,
                         std::chrono::milliseconds limit = std::chrono::seconds(10));

    /// Where the helper lies: beside the running program, else in ../libexec/anteroom. Empty where it is in
    /// neither (then every call answers intake.missing). No environment variable is asked.
    static QString findHelper();

    /// Gives the photo's next bytes, in pieces of any size; no bytes mean the end.
    using Source = std::function<Result<QByteArray>()>;
    /// Is handed the stripped photo piece by piece. What it was given counts only once `examine` has
    /// succeeded.
    using Sink = std::function<Result<void>(QByteArrayView)>;

    /// Examines a photo of `size` bytes that is never whole in our memory. Errors of source and sink are
    /// passed on.
    Result<ExaminedPhoto> examine(qint64 size, const Source &photo, const Sink &stripped) const;
    /// The same in memory.
    Result<ExaminedPhoto> examine(const QByteArray &photo) const;

    /// Draws a photo that `examine` gave so that it fills `wanted` (neither side smaller, never enlarged),
    /// upright.
    Result<RenderedPhoto> render(const QByteArray &stripped, QSize wanted) const;

private:
    QByteArray m_helper;
    std::chrono::milliseconds m_limit;
    mutable QSemaphore m_turns;
};

} // namespace anteroom
