// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/utctime.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace anteroom {

class Button;
class Clock;
class FormRow;
class InlineBar;
class Label;

/// Login and password; or, where there is no staff yet, the first administrator; or, after a lock, the
/// password of whoever was there. It only asks: whoever knows the staff answers with setError(),
/// startSlowDown() or by taking the view away. Passwords leave it only in its signals. GUI thread.
class SignInView final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInView(QWidget *parent = nullptr);

    enum class Mode { SignIn, FirstAdministrator, Locked };
    Mode mode() const { return m_mode; }

    void showSignIn();
    void showFirstAdministrator();
    /// `name` is the person's name; the login that is asked with is the one signed in with before.
    void showLocked(const QString &name);

    /// The login to unlock with, where somebody was signed in without this view (as the demo does).
    void setLogin(const QString &login) { m_lastLogin = login; }
    /// Fewest characters of a new password, as the access service wants it; 10 at first.
    void setPasswordLength(int characters);
    /// While the answer is on its way: nothing can be pressed twice.
    void setBusy(bool busy);
    /// Why it was refused, above the fields; empties the password and puts the focus there.
    void setError(const QString &error);
    /// A refusal that belongs to one field: "name", "login" or "password".
    void setFieldError(const QByteArray &field, const QString &error);
    /// No try before `until`; the button counts down. `clock` outlives the view.
    void startSlowDown(const Clock &clock, UtcTime until);

Q_SIGNALS:
    void signInRequested(const QString &login, const QString &password);
    void administratorRequested(const QString &name, const QString &login, const QString &password);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void setMode(Mode mode);
    void submit();
    bool check();
    void tick();
    void followButton();
    void focusFirst();
    QLineEdit *edit(const FormRow *row) const;

    Mode m_mode = Mode::SignIn;
    int m_length = 10;
    bool m_busy = false;
    Label *m_title;
    Label *m_text;
    InlineBar *m_error;
    FormRow *m_name;
    FormRow *m_login;
    FormRow *m_password;
    FormRow *m_again;
    Button *m_submit;
    Button *m_other; ///< "Sign in as somebody else", while locked
    QString m_lastLogin;
    const Clock *m_clock = nullptr;
    UtcTime m_until;
    QTimer m_timer;
};

} // namespace anteroom
