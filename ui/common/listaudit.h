// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"

#include <QObject>

#include <functional>

namespace anteroom {

class PagedModelBase;
class Store;

/// Writes down that a list of patients' data was read (RULES.md, Audit): one row for each page that somebody
/// asked for by opening the list, filtering or scrolling, as a list over HTTP leaves. What a refresh brings
/// to somebody who has the list before them leaves none. GUI thread.
class ListAudit final : public QObject
{
    Q_OBJECT

public:
    /// `action` is a literal, such as "user.list". `store` outlives the model, which is the parent.
    ListAudit(PagedModelBase *model, Store &store, std::function<Actor()> actor, const char *action);

    /// The list comes into view: its next page counts as asked for.
    void opened() { m_opened = true; }

private:
    void write();

    Store &m_store;
    std::function<Actor()> m_actor;
    const char *m_action;
    bool m_opened = false;
};

} // namespace anteroom
