// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/common/button.h"
#include "ui/common/inlinebar.h"
#include "ui/common/searchfield.h"
#include "ui/common/tokens.h"
#include "ui/shell/consolepage.h"
#include "ui/shell/personsearch.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusline.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCloseEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QShortcut>
#include <QStackedWidget>

#include <algorithm>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

/// The line with the search box, on the panel's ground.
class TopLine final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &tokens = Tokens::of(palette());
        QPainter painter(this);
        painter.fillRect(rect(), tokens.panel);
        painter.fillRect(0, height() - 1, width(), 1, tokens.line);
    }
};

} // namespace

MainWindow::MainWindow(ViewState &state, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_faces(new QStackedWidget(this))
    , m_signInView(new SignInView(this))
    , m_sidebar(new Sidebar(this))
    , m_searchField(
          new SearchField(tr("Find a person: name, number, birthday"), QKeySequence(u"Ctrl+K"_s), this))
    , m_bars(new InlineBarArea(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new StatusLine(this))
{
    setWindowIcon(applicationIcon());
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_faces);
    m_faces->addWidget(m_signInView);
    m_faces->addWidget(makeFrame());
    m_searchPopup = new SearchPopup(m_searchField);
    connect(m_searchPopup, &SearchPopup::chosen, this,
            [this](const QByteArray &id) { openPage(m_peoplePage, id); });
    connect(m_searchPopup, &SearchPopup::addRequested, this, &MainWindow::addPersonRequested);
    connect(m_searchField, &SearchField::left, this, [this] {
        if (currentPage())
            activatePage();
    });
    connect(m_sidebar, &Sidebar::chosen, this, [this](int place) { showPage(place, true); });
    makeMenuAndKeys();
    showFrame(false);
    resize(QSize(1280, 800));
    m_state.restoreGeometry(this);
}

MainWindow::~MainWindow() = default;

QWidget *MainWindow::makeFrame()
{
    auto *frame = new QWidget(this);
    m_topLine = new TopLine(frame);
    auto *top = new QHBoxLayout(m_topLine);
    top->setContentsMargins(space::l, 7, space::l, space::s);
    top->setSpacing(space::l);
    m_searchField->setMaximumWidth(fontMetrics().averageCharWidth() * 64);
    top->addWidget(m_searchField, 1);
    top->addStretch(0);

    auto *page = new QVBoxLayout;
    page->setContentsMargins(space::l, space::m, space::l, space::l);
    page->setSpacing(space::m);
    page->addWidget(m_bars);
    page->addWidget(m_stack, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topLine);
    right->addLayout(page, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_sidebar);
    middle->addLayout(right, 1);
    auto *all = new QVBoxLayout(frame);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(middle, 1);
    all->addWidget(m_status);
    return frame;
}

void MainWindow::makeMenuAndKeys()
{
    m_personMenu = new QMenu(this);
    auto *lockAction = m_personMenu->addAction(icon(Icon::Lock), tr("Lock"));
    lockAction->setShortcut(QKeySequence(u"Ctrl+L"_s));
    // The key works by its own shortcut below: a menu's action answers only while it can be seen.
    lockAction->setShortcutContext(Qt::WidgetShortcut);
    connect(lockAction, &QAction::triggered, this, &MainWindow::lock);
    auto *leave = m_personMenu->addAction(icon(Icon::Logout), tr("Sign out"));
    connect(leave, &QAction::triggered, this, &MainWindow::signOutRequested);
    m_sidebar->setPersonMenu(m_personMenu);

    const auto key = [this](const QKeySequence &keys, auto &&what) {
        auto *shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, what);
        m_frameKeys.append(shortcut);
    };
    key(QKeySequence(u"Ctrl+K"_s), [this] {
        m_searchField->setFocus(Qt::ShortcutFocusReason);
        m_searchField->selectAll();
    });
    key(QKeySequence(u"Ctrl+L"_s), [this] { lock(); });
    for (int place = 0; place < 9; ++place) {
        key(QKeySequence(int(Qt::ALT) | int(Qt::Key_1 + place)), [this, place] {
            if (place < m_pages.size())
                showPage(place, true);
        });
    }
}

void MainWindow::addPage(ConsolePage *page, Icon icon, bool separated)
{
    const int place = m_sidebar->addItem(icon, page->title(), separated);
    m_pages.append(page);
    m_stack->addWidget(page);
    page->setBars(m_bars);
    connect(page, &ConsolePage::titleChanged, this, &MainWindow::followTitle);
    connect(page, &ConsolePage::primaryActionChanged, this, &MainWindow::followPrimaryAction);
    connect(page, &ConsolePage::countChanged, this, [this, place] { followCount(place); });
    connect(page, &ConsolePage::openRequested, this, &MainWindow::openPage);
    followCount(place);
    if (m_pages.size() == 1)
        showPage(0, false);
}

ConsolePage *MainWindow::page(const QByteArray &id) const
{
    for (auto *page : m_pages) {
        if (page->id() == id)
            return page;
    }
    return nullptr;
}

ConsolePage *MainWindow::currentPage() const
{
    const int place = m_stack->currentIndex();
    return place >= 0 && place < m_pages.size() ? m_pages.at(place) : nullptr;
}

void MainWindow::openPage(const QByteArray &id, const QByteArray &thing)
{
    auto *wanted = page(id);
    if (!wanted)
        return;
    if (!m_signedIn) {
        m_pending = {id, thing};
        return;
    }
    showPage(int(m_pages.indexOf(wanted)), true);
    if (!thing.isEmpty() && !m_withheld.contains(wanted))
        wanted->open(thing);
}

void MainWindow::setFallbackAction(QAction *action)
{
    m_fallback = action;
    followPrimaryAction();
}

void MainWindow::setPersonSearch(PersonSearch *search)
{
    m_searchPopup->setSearch(search);
}

void MainWindow::signIn(const QByteArray &userKey, const QString &name, const QString &role)
{
    m_person = name;
    const bool isSame = std::exchange(m_userKey, userKey) == userKey;
    m_sidebar->setPerson(name, role);
    m_state.setUser(userKey);
    for (auto *page : std::as_const(m_pages))
        page->restoreView(m_state);
    showFrame(true);
    takeDialogsBack(isSame);
    if (const auto [id, thing] = std::exchange(m_pending, {}); !id.isEmpty())
        openPage(id, thing);
    else if (currentPage())
        activatePage();
}

void MainWindow::lock()
{
    if (!m_signedIn)
        return;
    showFrame(false);
    m_signInView->showLocked(m_person);
    Q_EMIT locked();
}

void MainWindow::signOut()
{
    m_person.clear();
    m_pending = {};
    m_bars->clear();
    m_state.setUser({});
    showFrame(false);
    takeDialogsBack(false);
    m_signInView->showSignIn();
    if (!m_pages.isEmpty())
        showPage(0, false);
}

void MainWindow::bringForward()
{
    if (isMinimized())
        showNormal();
    else
        show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_state.saveGeometry(this);
    if (m_leaving || qGuiApp->isSavingSession())
        return event->accept();
    event->ignore();
    if (m_closeToTray) {
        hide();
        Q_EMIT hiddenToTray();
    } else {
        Q_EMIT quitRequested();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSidebar();
}

void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitSidebar();
}

void MainWindow::fitSidebar()
{
    m_sidebar->setCompact(width() < fontMetrics().averageCharWidth() * 110);
}

void MainWindow::activatePage()
{
    auto *page = currentPage();
    page->activate();
    // Keys must land somewhere that can be seen, also where a page has no wish.
    auto *focus = focusWidget();
    if (focus && page->isAncestorOf(focus))
        return;
    for (auto *next = page->nextInFocusChain(); next && next != page; next = next->nextInFocusChain()) {
        if (page->isAncestorOf(next) && next->isVisibleTo(page) && next->isEnabled() &&
            (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_searchField->setFocus(Qt::OtherFocusReason);
}

void MainWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Tokens::of(palette()).background);
}

void MainWindow::setPageOffered(const QByteArray &id, bool offered)
{
    auto *one = page(id);
    if (!one)
        return;
    m_withheld.removeAll(one);
    if (!offered)
        m_withheld.append(one);
    m_sidebar->setItemShown(int(m_pages.indexOf(one)), offered);
    if (!offered && currentPage() == one)
        showPage(0, true);
}

void MainWindow::showPage(int place, bool activate)
{
    if (m_withheld.contains(m_pages.at(place)))
        return;
    m_stack->setCurrentIndex(place);
    m_sidebar->setCurrent(place);
    followPrimaryAction();
    followTitle();
    if (activate && m_signedIn)
        activatePage();
}

void MainWindow::followPrimaryAction()
{
    auto *page = currentPage();
    auto *wanted = page && page->primaryAction() ? page->primaryAction() : m_fallback;
    // The shortcut works in the whole window, but only for what the button shows.
    if (m_shownPrimary != wanted) {
        if (m_shownPrimary)
            removeAction(m_shownPrimary);
        m_shownPrimary = wanted;
        delete std::exchange(m_primaryButton, nullptr);
        if (wanted) {
            m_primaryButton = new Button(wanted, Button::Kind::Primary, m_topLine);
            m_topLine->layout()->addWidget(m_primaryButton);
            m_primaryButton->setVisible(wanted->isVisible());
        }
    }
    if (wanted && m_signedIn && !actions().contains(wanted))
        addAction(wanted);
    else if (wanted && !m_signedIn)
        removeAction(wanted);
}

void MainWindow::followTitle()
{
    const auto *page = currentPage();
    setWindowTitle(m_signedIn && page ? tr("%1 - Anteroom").arg(page->title()) : tr("Anteroom"));
}

void MainWindow::followCount(int place)
{
    const auto *page = m_pages.at(place);
    m_sidebar->item(place)->setCount(page->count().value_or(0), page->countTone());
}

void MainWindow::showFrame(bool frame)
{
    m_signedIn = frame;
    m_faces->setCurrentIndex(frame ? 1 : 0);
    for (auto *key : std::as_const(m_frameKeys))
        key->setEnabled(frame);
    if (!frame) {
        m_searchField->clear();
        hideDialogs();
    }
    followPrimaryAction();
    followTitle();
}

// What stands open over the frame names patients too, and would keep anybody from signing in.
void MainWindow::hideDialogs()
{
    const auto isOurs = [this](const QWidget *widget) {
        for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget()) {
            if (each == this)
                return true;
        }
        return false;
    };
    const auto all = QApplication::topLevelWidgets();
    for (QWidget *each : all) {
        if (each == this || !each->isVisible() || !isOurs(each))
            continue;
        auto *dialog = qobject_cast<QDialog *>(each);
        if (dialog && dialog->windowModality() == Qt::ApplicationModal) {
            dialog->reject(); // somebody waits for its answer
        } else if (each->windowType() == Qt::Popup || each->windowType() == Qt::ToolTip) {
            each->close();
        } else {
            each->hide();
            m_hiddenDialogs.append(each);
        }
    }
    const auto depth = [](const QWidget *widget) {
        int parents = 0;
        for (const QWidget *each = widget->parentWidget(); each; each = each->parentWidget())
            ++parents;
        return parents;
    };
    // A dialog over a dialog comes back after it.
    std::sort(m_hiddenDialogs.begin(), m_hiddenDialogs.end(),
              [&](const auto &a, const auto &b) { return depth(a) < depth(b); });
}

void MainWindow::takeDialogsBack(bool theirs)
{
    for (const auto &each : std::exchange(m_hiddenDialogs, {})) {
        if (!each)
            continue;
        if (!theirs)
            each->close();
        else if (auto *dialog = qobject_cast<QDialog *>(each.data()))
            dialog->open(); // as pages open theirs
        else
            each->show();
    }
}

bool askToQuit(QWidget *parent)
{
    QMessageBox box(parent);
    box.setWindowTitle(MainWindow::tr("Quit Anteroom?"));
    box.setText(MainWindow::tr("Quit Anteroom?"));
    box.setInformativeText(
        MainWindow::tr("The API and the patients' pages stop until Anteroom is started again. "
                       "Messages that wait are sent then."));
    auto *quit = box.addButton(MainWindow::tr("Quit"), QMessageBox::AcceptRole);
    auto *stay = box.addButton(MainWindow::tr("Stay"), QMessageBox::RejectRole);
    box.setDefaultButton(stay);
    box.setEscapeButton(stay);
    box.exec();
    return box.clickedButton() == quit;
}

} // namespace anteroom
