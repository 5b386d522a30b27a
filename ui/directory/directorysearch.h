// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "ui/shell/personsearch.h"

#include <functional>

namespace anteroom {

class Clinic;

/// Finds the directory's patients for the search box and the pickers.
class DirectorySearch final : public PersonSearch
{
public:
    /// `clinic` outlives the search; `actor` says who is signed in.
    DirectorySearch(Clinic &clinic, std::function<Actor()> actor);

    QFuture<Result<QVector<PersonHit>>> find(const QString &text, int limit) override;

private:
    Clinic &m_clinic;
    std::function<Actor()> m_actor;
};

} // namespace anteroom
