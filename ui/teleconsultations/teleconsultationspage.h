// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/id.h"
#include "app/base/utctime.h"
#include "ui/shell/consolepage.h"

#include <functional>
#include <optional>

namespace anteroom {

class Clinic;
class EmptyState;

/// Teleconsultations as an agenda: a week or a day on the clinic's clock, moved by dragging or by keys, with
/// the details of the chosen one beside it.
class TeleconsultationsPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    TeleconsultationsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    /// Begins a new one, with that person and at that time where they are given.
    void startNew(const UserId &person = {}, std::optional<UtcTime> start = std::nullopt);

private:
    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    EmptyState *m_nothing;
};

} // namespace anteroom
