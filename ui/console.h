// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace anteroom {

class Clinic;
class DirectorySearch;
class FileRequestPage;
class MainWindow;
class PeoplePage;
class Session;
class TeleconsultationsPage;
class Tray;
class ViewState;

/// Puts the console together: window, session, pages, search and tray, over one clinic. GUI thread.
class Console final : public QObject
{
    Q_OBJECT

public:
    /// `clinic` outlives the console.
    explicit Console(Clinic &clinic, QObject *parent = nullptr);
    ~Console() override;

    /// Shows the window; somebody is asked to sign in, or `signedIn` is signed in already (the demo).
    void show(const std::optional<Staff> &signedIn = std::nullopt);

    /// Where the two listeners are, for the status line; empty: it does not listen.
    void setAddresses(const QString &api, const QString &patients);
    /// Why they do not listen, said above the page.
    void showTrouble(const QString &words);

    MainWindow &window() { return *m_window; }
    Session &session() { return *m_session; }

Q_SIGNALS:
    /// Somebody chose Quit and meant it.
    void quitRequested();

private:
    void addPages();
    void followRole();
    void addNews();
    void tellOfTrouble();
    void followWaiting();
    void quit();

    Clinic &m_clinic;
    std::unique_ptr<ViewState> m_views;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<DirectorySearch> m_search;
    std::unique_ptr<Tray> m_tray;
    QTimer m_troublePause; ///< failures are gathered: a gateway that is away fails many
    int m_troubles = 0;
    PeoplePage *m_people = nullptr;
    FileRequestPage *m_fileRequests = nullptr;
    TeleconsultationsPage *m_teleconsultations = nullptr;
};

} // namespace anteroom
