// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tray.h"

#include "ui/common/icons.h"
#include "ui/shell/mainwindow.h"

#include <QAction>

namespace anteroom {

Tray::Tray(MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_icon(applicationIcon())
{
    auto *open = m_menu.addAction(tr("Open Anteroom"));
    connect(open, &QAction::triggered, &m_window, &MainWindow::bringForward);
    auto *lock = m_menu.addAction(icon(Icon::Lock), tr("Lock"));
    connect(lock, &QAction::triggered, &m_window, &MainWindow::lock);
    m_menu.addSeparator();
    auto *quit = m_menu.addAction(tr("Quit…"));
    connect(quit, &QAction::triggered, this, &Tray::quitRequested);

    m_icon.setToolTip(tr("Anteroom"));
    m_icon.setContextMenu(&m_menu);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            m_window.bringForward();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] {
        m_window.bringForward();
        if (!m_page.isEmpty())
            m_window.openPage(m_page, m_thing);
    });
    connect(&m_window, &MainWindow::hiddenToTray, this, &Tray::onHidden);
    m_window.installEventFilter(this);
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_icon.show();
        m_window.setCloseToTray(true);
    }
}

// A desktop's tray can come and go: a window must never be hidden where it could not be had back from.
bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Close)
        m_window.setCloseToTray(m_icon.isVisible() && QSystemTrayIcon::isSystemTrayAvailable());
    return QObject::eventFilter(watched, event);
}

void Tray::notify(const QString &title, const QString &text, const QByteArray &page, const QByteArray &thing,
                  bool failure)
{
    if (!m_icon.isVisible())
        return;
    m_page = page;
    m_thing = thing;
    m_icon.showMessage(title, text, failure ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

void Tray::onHidden()
{
    // Said once: who does not know looks for the window in vain.
    if (!std::exchange(m_told, true))
        notify(tr("Anteroom goes on in the tray"), tr("The API and the patients' pages keep running."), {},
               {});
}

} // namespace anteroom
