// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/message.h"
#include "app/filerequests/worklist.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/tokens.h"

namespace anteroom {

class Clinic;

/// A file request as the list shows it: with what became of its messages.
struct FileRequestRow : WorkItem
{
    bool isExpired = false;

    /// The channels that were used, in words: "Text message, e-mail".
    QString sentBy() const;
    /// The one state that matters most now, in a word and a tone.
    QString stateText() const;
    Tone stateTone() const;
    /// Until when it can be undone; nothing where something has left.
    std::optional<UtcTime> undoUntil() const;

private:
    enum class State {
        Done,
        Cancelled,
        Answered,
        Scanning,
        NotDelivered,
        InDoubt,
        Expired,
        Opened,
        Queued,
        Waiting
    };
    State state() const;
};

/// File requests as a list, the newest first. GUI thread; pages come from the store's readers.
class FileRequestModel final : public PagedTableModel<FileRequestRow>
{
public:
    enum Column { Patient, AskedFor, SentBy, Assignee, State, When };

    /// `clinic` outlives the model; `actor` says who is signed in.
    FileRequestModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);

    /// Shows only these, from the beginning.
    void setFilter(const FileRequestFilter &filter);
    const FileRequestFilter &filter() const { return m_filter; }

private:
    QFuture<Result<Page<FileRequestRow>>> load(const PageRequest &request) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    FileRequestFilter m_filter;
};

/// What to call somebody in a list; never empty.
QString nameText(const UserSummary &user);

} // namespace anteroom
