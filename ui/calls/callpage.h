// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/callcenter.h"
#include "ui/calls/calldesk.h"
#include "ui/shell/consolepage.h"
#include "ui/shell/personsearch.h"

#include <functional>

class QBoxLayout;

namespace anteroom {

class CallHistory;
class Card;
class Clinic;
class Label;
class ListAudit;
class ListPane;
class PersonPicker;
class RegistrationChart;

/// Calls to patients: pick a person, let their devices ring and watch each step; what became of earlier
/// calls, and how long phones take to wake.
class CallPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the page; `actor` says who is signed in.
    CallPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Chooses the person with this id.
    void open(const QByteArray &userId) override;

    void call();
    CallDesk *desk() const { return m_desk; }
    CallHistory *history() const { return m_history; }
    RegistrationChart *chart() const { return m_chart; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(const UserId &user);
    void load();
    void loadDesk();
    void loadChart();
    void showSubject(const CallSubject &subject);
    void cancel();
    void openUrl(const char *setting);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PersonPicker *m_picker;
    CallDesk *m_desk;
    CallHistory *m_history;
    ListPane *m_pane;
    RegistrationChart *m_chart;
    Card *m_chartCard;
    Label *m_summary;
    QBoxLayout *m_below;
    ListAudit *m_audit;
    UserId m_user;
    CallKey m_call;         ///< made here last, of m_user
    CallKey m_connected;    ///< handed over to the clinician's phone by itself
    QString m_number;       ///< of m_user
    bool m_opened = false;  ///< from elsewhere: the picker does not say the name yet
    quint64 m_question = 0; ///< answers about an earlier person no longer count
};

} // namespace anteroom
