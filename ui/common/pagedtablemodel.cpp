// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/pagedtablemodel.h"

namespace anteroom {

void PagedModelBase::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && !isSortable(column))
        return;
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    // Before the first load there is nothing to put in order yet.
    if (m_state != State::Idle)
        reload();
}

void PagedModelBase::setState(State state, std::optional<Error> error)
{
    m_state = state;
    m_error = std::move(error);
    Q_EMIT stateChanged();
}

} // namespace anteroom
