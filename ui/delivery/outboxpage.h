// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/delivery/outboxmodel.h"
#include "ui/shell/consolepage.h"

#include <functional>

class QComboBox;
class QSplitter;

namespace anteroom {

class Clinic;
class ListAudit;
class ListPane;
class MessageDetails;

/// Everything that left or will: who gets it, what became of it, and what a person decides about it.
class OutboxPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    OutboxPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Shows the messages of one cause: a file request's id.
    void open(const QByteArray &id) override;

private:
    enum class Decision { SendAgain, Arrived, Replay };

    void applyFilter();
    void describeEmpty();
    void follow();
    void countTrouble();
    void decide(const MessageId &id, Decision decision);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    OutboxModel *m_model;
    ListPane *m_pane;
    MessageDetails *m_details;
    QSplitter *m_splitter;
    QComboBox *m_filter;
    ListAudit *m_audit;
    QByteArray m_read;      ///< who opened which last, for the audit log
    QByteArray m_reference; ///< only this cause's, until the filter is changed
};

} // namespace anteroom
