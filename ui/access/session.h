// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "ui/shell/idlelock.h"

#include <QObject>

#include <optional>

namespace anteroom {

class Clinic;
class MainWindow;

/// Who sits at the console: wires the sign-in view to the staff service, locks after idle minutes (Ctrl+L at
/// once), and tells the pages who acts. GUI thread.
class Session final : public QObject
{
    Q_OBJECT

public:
    /// `clinic` and `window` outlive the session.
    Session(Clinic &clinic, MainWindow &window, QObject *parent = nullptr);
    ~Session() override;

    /// Asks for the first administrator where there is no staff yet, else for login and password.
    void begin();
    /// Signs somebody in without asking, for the demo.
    void begin(const Staff &staff);

    /// Who acts; the system's nobody while nobody is signed in.
    Actor actor() const;
    bool isSignedIn() const { return m_staff.has_value(); }

Q_SIGNALS:
    void signedIn();

private:
    void signIn(const QString &login, const QString &password);
    void addFirst(const QString &name, const QString &login, const QString &password);
    void enter(const Staff &staff);
    void leave();
    void refuse(const Error &error);

    Clinic &m_clinic;
    MainWindow &m_window;
    std::optional<Staff> m_staff;
    IdleLock m_idle;
};

} // namespace anteroom
