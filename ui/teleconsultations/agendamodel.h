// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/teleconsultations/teleconsultation.h"
#include "ui/common/pagedtablemodel.h"

class QTimeZone;

namespace anteroom {

class Clinic;
struct Actor;

/// The teleconsultations that touch a span of days, all of them, up to a bound: its pages are loaded one
/// after the other. GUI thread; pages come from the store's readers.
class AgendaModel final : public PagedTableModel<Teleconsultation>
{
    Q_OBJECT

public:
    static constexpr int most = 500;

    /// `clinic` outlives the model; `actor` says who is signed in.
    AgendaModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);

    /// Shows what touches [from, to), anew.
    void setSpan(UtcTime from, UtcTime to);
    UtcTime from() const { return m_from; }
    UtcTime to() const { return m_to; }
    /// All pages are there, or as many as are shown.
    bool isWhole() const;
    /// There are more than are shown.
    bool isCutOff() const;

Q_SIGNALS:
    /// All that is shown is there, for the first time or again.
    void loaded();

private:
    QFuture<Result<Page<Teleconsultation>>> load(const PageRequest &request) const;
    void goOn();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    UtcTime m_from;
    UtcTime m_to;
};

} // namespace anteroom
