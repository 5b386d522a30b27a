// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

namespace anteroom {

class MainWindow;

/// The console's place in the tray: closing the window leaves it here, news pop up from here and lead to
/// their row. Where the desktop has no tray it does nothing and closing the window asks to quit. GUI thread.
class Tray final : public QObject
{
    Q_OBJECT

public:
    /// `window` outlives it.
    explicit Tray(MainWindow &window, QObject *parent = nullptr);

    bool isShown() const { return m_icon.isVisible(); }
    /// A notification; a click on it shows the window and there the thing on its page. While the console is
    /// locked give no name: the text stands on the locked screen too.
    void notify(const QString &title, const QString &text, const QByteArray &page, const QByteArray &thing,
                bool failure = false);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Quit in the tray's menu: ask (askToQuit), then leave.
    void quitRequested();

private:
    void onHidden();

    MainWindow &m_window;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QByteArray m_page;
    QByteArray m_thing;
    bool m_told = false;
};

} // namespace anteroom
