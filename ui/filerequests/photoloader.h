// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"

#include <QFuture>
#include <QImage>
#include <QThreadPool>

#include <functional>

namespace anteroom {

class Clinic;

/// Fetches, opens and decodes photos off the GUI's thread. Every content that is handed out leaves an audit
/// row; thumbnails ride on the row of the list they stand in.
class PhotoLoader final
{
public:
    /// `clinic` outlives the loader; `actor` says who is signed in.
    PhotoLoader(Clinic &clinic, std::function<Actor()> actor);
    /// Waits for what is under way.
    ~PhotoLoader();

    QFuture<Result<QImage>> thumbnail(const FileId &id);
    /// The whole picture, upright. Errors: also UnsupportedType "photo.not_shown" where this console has no
    /// decoder.
    QFuture<Result<QImage>> photo(const FileId &id);
    /// The stored bytes, for saving.
    QFuture<Result<QByteArray>> content(const FileId &id);

private:
    template<typename T, typename F>
    QFuture<Result<T>> load(const FileId &id, bool thumbnail, F decode);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    QThreadPool m_pool;
};

} // namespace anteroom
