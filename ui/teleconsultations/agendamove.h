// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teleconsultations/agendalayout.h"

namespace anteroom {

/// An entry on its way to another time, by the mouse or by keys, in quarters of an hour on the clock. A
/// value; any thread.
class AgendaMove
{
public:
    /// `layout` outlives it.
    AgendaMove(AgendaEntry entry, const AgendaLayout &layout);

    const AgendaEntry &entry() const { return m_entry; }
    /// When it would begin.
    UtcTime target() const { return m_target; }
    bool isElsewhere() const { return m_target != m_entry.from; }
    /// The entry as it would be then; its words are still the old ones.
    AgendaEntry moved() const;

    void setTarget(UtcTime target) { m_target = target; }
    /// So far from where it was, and within the days and hours that are shown.
    void drag(int days, int minutes);
    /// To the next or the previous quarter of an hour. A quarter is one that passes, so that an hour that is
    /// there twice is walked through twice.
    void stepQuarter(int direction);
    /// To the same time on the next or the previous day, if that is shown.
    void stepDay(int direction);

private:
    const AgendaLayout &m_layout;
    AgendaEntry m_entry;
    UtcTime m_target;
};

} // namespace anteroom
