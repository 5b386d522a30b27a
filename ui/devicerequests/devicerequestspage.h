// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devicerequests/devicerequestdetails.h"
#include "ui/shell/consolepage.h"

#include <QTimer>

#include <functional>

class QSplitter;

namespace anteroom {

class Clinic;
class InlineBar;
class ListAudit;
class ListPane;
class SearchField;

/// Device requests, anybody's or one patient's, found by their number; and the resending of a text, which
/// says why not before anybody presses the button.
class DeviceRequestsPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    DeviceRequestsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Shows the requests of this person of the register; an empty id: everybody's.
    void open(const QByteArray &person) override;

    DeviceRequestModel *model() const { return m_model; }
    DeviceRequestDetails *details() const { return m_details; }

private:
    void applyFilter();
    void describeEmpty();
    void follow();
    void showDetails();
    void resend();
    void refreshFromEHealth();
    void editTexts();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    DeviceRequestModel *m_model;
    ListPane *m_pane;
    DeviceRequestDetails *m_details;
    QSplitter *m_splitter;
    SearchField *m_search;
    InlineBar *m_person; ///< whose requests are shown, and the way back to everybody's
    Button *m_texts;
    ListAudit *m_audit;
    QTimer m_pause;
    PersonId m_patient; ///< only theirs; null: everybody's
    DeviceRequestId m_shown;
    PersonId m_shownPatient;
    QByteArray m_read; ///< who opened which last, for the audit log
};

} // namespace anteroom
