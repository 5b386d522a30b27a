// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/audit/auditmodel.h"
#include "ui/shell/consolepage.h"

#include <QTimer>

namespace anteroom {

class AuditFilterBar;
class AuditJob;
class Button;
class Clinic;
class Label;
class ListAudit;
class ListPane;
class PersonSearch;

/// Who did what with whose data, for administrators: to look through, to take along and to prove.
class AuditPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the page; `actor` says who is signed in.
    AuditPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;

    AuditModel *model() const { return m_model; }
    AuditFilterBar *filters() const { return m_filters; }
    AuditJob *job() const { return m_job; }

private:
    void applyFilter();
    void refresh();
    void describe();
    void askWhere();

    std::function<Actor()> m_actor;
    AuditModel *m_model;
    ListPane *m_pane;
    AuditFilterBar *m_filters;
    AuditJob *m_job;
    Label *m_details; ///< what the columns have no room for
    ListAudit *m_audit;
    QTimer m_patience; ///< with a filter each refresh may look at the whole log
};

} // namespace anteroom
