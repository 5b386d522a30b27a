// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/icons.h"

#include <QPointer>
#include <QVector>
#include <QWidget>

class QMenu;
class QShortcut;
class QStackedWidget;

namespace anteroom {

class Button;
class InlineBarArea;
class ConsolePage;
class PersonSearch;
class SearchField;
class SearchPopup;
class Sidebar;
class SignInView;
class StatusLine;
class ViewState;

/// The console's window: side bar, search box, pages and status line; or, while nobody is signed in or the
/// console is locked, the sign-in view alone, with nothing of a patient on the screen or in the title. GUI
/// thread.
class MainWindow final : public QWidget
{
    Q_OBJECT

public:
    /// `state` outlives the window.
    explicit MainWindow(ViewState &state, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Adds a page at the end of the side bar, which shows it from now on; `separated` draws a line above it.
    /// The first nine answer to Alt+1 … Alt+9. The window owns the page.
    void addPage(ConsolePage *page, Icon icon, bool separated = false);
    ConsolePage *page(const QByteArray &id) const;
    /// Whether this person is offered the page at all; who looks at one that is taken away sees the first.
    void setPageOffered(const QByteArray &id, bool offered);
    ConsolePage *currentPage() const;
    /// Shows the page, and there the thing with this id. While locked: as soon as somebody signs in.
    void openPage(const QByteArray &id, const QByteArray &thing = {});
    /// The page that the search box's people open on; "people" unless said otherwise.
    void setPeoplePage(const QByteArray &id) { m_peoplePage = id; }

    /// The button beside the search box on pages without a primary action of their own; owned by the caller.
    void setFallbackAction(QAction *action);
    /// `search` outlives the window or is taken back with nullptr.
    void setPersonSearch(PersonSearch *search);

    /// Shows the frame for this person. `userKey` is the staff's id, by which views are remembered.
    void signIn(const QByteArray &userKey, const QString &name, const QString &role);
    /// Back to the sign-in view; pages keep their state, the person's name waits in the view. Dialogs are
    /// hidden, and there again once the same person has signed in.
    void lock();
    /// Back to an empty sign-in view.
    void signOut();
    bool isSignedIn() const { return m_signedIn; }

    SignInView *signInView() const { return m_signInView; }
    StatusLine *statusLine() const { return m_status; }
    Sidebar *sidebar() const { return m_sidebar; }
    SearchField *searchField() const { return m_searchField; }
    SearchPopup *searchPopup() const { return m_searchPopup; }
    /// The bars above the page.
    InlineBarArea *bars() const { return m_bars; }

    /// Whether closing the window only hides it, because it can be had back from the tray.
    void setCloseToTray(bool toTray) { m_closeToTray = toTray; }
    /// From here on closing closes. Call it before QCoreApplication::quit(), which asks every window first.
    void allowClose() { m_leaving = true; }
    /// Brings the window to the front, from the tray or a second start.
    void bringForward();

Q_SIGNALS:
    /// Ctrl+L, the person's menu, or lock().
    void locked();
    void signOutRequested();
    /// The window was closed and does not stay in the tray: ask (askToQuit) and leave, or stay.
    void quitRequested();
    /// The window went to the tray.
    void hiddenToTray();
    /// The search box's last line.
    void addPersonRequested(const QString &text);

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFrame();
    void makeMenuAndKeys();
    void showPage(int place, bool activate);
    void followPrimaryAction();
    void followTitle();
    void followCount(int place);
    void showFrame(bool frame);
    void hideDialogs();
    void takeDialogsBack(bool theirs);
    void fitSidebar();
    void activatePage();

    ViewState &m_state;
    QStackedWidget *m_faces;
    SignInView *m_signInView;
    Sidebar *m_sidebar;
    SearchField *m_searchField;
    SearchPopup *m_searchPopup = nullptr;
    QWidget *m_topLine = nullptr;
    Button *m_primaryButton = nullptr;
    QAction *m_fallback = nullptr;
    QAction *m_shownPrimary = nullptr;
    InlineBarArea *m_bars;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    QMenu *m_personMenu = nullptr;
    QVector<ConsolePage *> m_pages;
    QVector<ConsolePage *> m_withheld; ///< not this person's
    QVector<QShortcut *> m_frameKeys;  ///< work only while signed in
    QByteArray m_peoplePage = "people";
    QString m_person;
    QByteArray m_userKey;                        ///< who is, or was last, signed in
    QVector<QPointer<QWidget>> m_hiddenDialogs;  ///< what the lock took out of sight
    std::pair<QByteArray, QByteArray> m_pending; ///< asked for while locked
    bool m_signedIn = false;
    bool m_closeToTray = false;
    bool m_leaving = false;
};

/// Asks whether to leave, since the API and the patients' pages stop with the console. The default stays.
bool askToQuit(QWidget *parent);

} // namespace anteroom
