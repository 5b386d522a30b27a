// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/access/auditrepository.h"
#include "ui/common/pagedtablemodel.h"

#include <functional>

namespace anteroom {

class Store;

/// A row with what the patient is called now.
struct AuditLine
{
    AuditRow row;
    QString patient; ///< empty: nobody's data
};

/// The audit log as a list, the newest first. GUI thread; pages come from the store's readers, and a search
/// for what is rare takes many short reads.
class AuditModel final : public PagedTableModel<AuditLine>
{
public:
    enum Column { When, Who, What, Patient, From, Outcome };

    /// `store` outlives the model; `actor` says who is signed in.
    AuditModel(Store &store, std::function<Actor()> actor, QObject *parent = nullptr);

    /// Shows only these, from the beginning.
    void setFilter(const AuditFilter &filter);
    const AuditFilter &filter() const { return m_filter; }

private:
    using Answer = Result<Page<AuditLine>>;
    struct Search;

    QFuture<Answer> load(const PageRequest &request);
    void look(std::shared_ptr<Search> search);

    Store &m_store;
    std::function<Actor()> m_actor;
    AuditFilter m_filter;
};

} // namespace anteroom
