// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listaudit.h"

#include "app/access/auditlater.h"
#include "ui/common/pagedtablemodel.h"

namespace anteroom {

ListAudit::ListAudit(PagedModelBase *model, Store &store, std::function<Actor()> actor, const char *action)
    : QObject(model)
    , m_store(store)
    , m_actor(std::move(actor))
    , m_action(action)
{
    connect(model, &PagedModelBase::pageLoaded, this, &ListAudit::write);
    connect(model, &PagedModelBase::merged, this, [this] {
        if (m_opened)
            write();
    });
}

void ListAudit::write()
{
    m_opened = false;
    auditLater(m_store, m_actor(), {.action = m_action});
}

} // namespace anteroom
