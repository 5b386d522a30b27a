// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/outbox.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/tokens.h"

namespace anteroom {

class Store;

/// The words for a channel and for what became of a message.
QString channelText(Channel channel);
QString statusText(MessageStatus status);
Tone statusTone(MessageStatus status);
/// What the provider or the program said, in words; empty where it said nothing.
QString troubleText(const Message &message);

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
