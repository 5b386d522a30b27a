// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userservice.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/shell/consolepage.h"

#include <QTimer>

#include <functional>

class QSplitter;

namespace anteroom {

class Clinic;
class ListAudit;
class ListPane;
class PersonDetails;
class SearchField;

/// The clinic's patients: find, read, add and change them; from a person every job is one key away.
class PeoplePage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    PeoplePage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Shows the person with this id, wherever they stand in the list.
    void open(const QByteArray &id) override;
    /// Opens the form for somebody new, with what was typed into a search box.
    void startNew(const QString &text = {});

    PagedTableModel<User> *model() const { return m_model; }

Q_SIGNALS:
    /// From one person, or from all that are selected.
    void photosRequested(const QVector<anteroom::UserId> &patients);
    /// A teleconsultation with this patient.
    void scheduleRequested(const anteroom::UserId &patient);

private:
    QFuture<Result<Page<User>>> load(const PageRequest &request) const;
    void edit(const User &user);
    void erase(const User &user);
    void forget();
    void follow();
    QVector<UserId> chosen() const;
    void showDetails(const UserId &id);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PagedTableModel<User> *m_model;
    ListPane *m_pane;
    PersonDetails *m_details;
    QSplitter *m_splitter;
    SearchField *m_filter;
    ListAudit *m_audit;
    QTimer m_pause;
    UserId m_shown;
    QByteArray m_read; ///< who opened whom last, for the audit log
};

} // namespace anteroom
