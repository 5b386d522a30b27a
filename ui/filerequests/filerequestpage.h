// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/filerequests/filerequestdetails.h"
#include "ui/shell/consolepage.h"

class QComboBox;
class QSplitter;

namespace anteroom {

class ListAudit;
class ListPane;
class PersonSearch;

/// File requests: the list, the chosen one's photos, and the way to a new one.
class FileRequestPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the page; `actor` says who is signed in.
    FileRequestPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                    QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;
    /// Chooses the request with this id.
    void open(const QByteArray &id) override;
    /// Shows the answers that wait: everybody's, nobody's or one's own.
    enum class Whose { Everybodys, Nobodys, Mine };
    void openAnswered(Whose whose);

    /// Opens the dialog with these people chosen.
    void startNew(const QVector<UserId> &patients = {});

    FileRequestModel *model() const { return m_model; }
    FileRequestDetails *details() const { return m_details; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    void addKeys();
    void applyFilter();
    void describeEmpty();
    void follow();
    void present(const FileRequestRow &row);
    void showAlone(const FileRequestId &id);
    void choosePending();
    void offerUndo(const QVector<FileRequestView> &views);
    void act(FileRequestDetails::Action action, const FileRequestId &id);
    void assign(const FileRequestId &id, const QString &login);
    void loadColleagues();
    void change(std::function<Result<FileRequestView>(WriteTransaction &)> work, const QString &done);
    void undo(const QVector<FileRequestView> &views);
    void countAnswered();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PersonSearch &m_search;
    FileRequestModel *m_model;
    ListPane *m_pane;
    FileRequestDetails *m_details;
    QSplitter *m_splitter;
    QComboBox *m_filter;
    QComboBox *m_whose;
    ListAudit *m_audit;
    QByteArray m_pending;  ///< to be chosen once its row is there
    FileRequestId m_alone; ///< shown, though its row is not loaded
    QByteArray m_read;     ///< who opened which last, for the audit log
};

} // namespace anteroom
