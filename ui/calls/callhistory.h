// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callservice.h"
#include "ui/common/pagedtablemodel.h"

namespace anteroom {

class Store;

/// An attempt with what its person and device are called.
struct CallLine
{
    CallAttemptView view;
    QString person;
    QString device;
};

/// The attempts to ring somebody, the newest first. GUI thread; pages come from the store's readers.
class CallHistory final : public PagedTableModel<CallLine>
{
public:
    enum Column { When, Person, Device, Outcome, AwakeAfter, Talked };

    /// `store` and `service` outlive the model.
    CallHistory(Store &store, const CallService &service, QObject *parent = nullptr);

    /// Only this person's; null: everybody's.
    void setUser(const UserId &user);

private:
    QFuture<Result<Page<CallLine>>> load(const PageRequest &request) const;

    Store &m_store;
    const CallService &m_service;
    UserId m_user;
};

} // namespace anteroom
