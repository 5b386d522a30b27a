// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/delivery/deliverywords.h"

namespace anteroom {

class Store;

/// The outbox as a list, the newest first. GUI thread; pages come from the store's readers.
class OutboxModel final : public PagedTableModel<Message>
{
public:
    enum Column { To, Text, ChannelColumn, State, Tries, When };

    /// `store` outlives the model.
    explicit OutboxModel(Store &store, QObject *parent = nullptr);

    /// Shows only these, from the beginning.
    void setFilter(const MessageFilter &filter);

private:
    QFuture<Result<Page<Message>>> load(const PageRequest &request) const;

    Store &m_store;
    MessageFilter m_filter;
};

} // namespace anteroom
