// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/access/session.h"

#include "app/access/staffservice.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/errortext.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signinview.h"

namespace anteroom {

namespace {

const QByteArray source = QByteArrayLiteral("console");

} // namespace

Session::Session(Clinic &clinic, MainWindow &window, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_window(window)
    , m_idle(clinic.clock())
{
    connect(window.signInView(), &SignInView::signInRequested, this, &Session::signIn);
    connect(window.signInView(), &SignInView::administratorRequested, this, &Session::addFirst);
    connect(&window, &MainWindow::locked, this, &Session::leave);
    connect(&window, &MainWindow::signOutRequested, this, [this] {
        leave();
        m_window.signOut();
        begin();
    });
    connect(&m_idle, &IdleLock::idle, &window, &MainWindow::lock);
}

Session::~Session() = default;

void Session::begin()
{
    whenDone(
        m_clinic.store().read([](Transaction &tx) -> Result<bool> { return StaffService::hasAnyStaff(tx); }),
        this, [this](const Result<bool> &any) {
            if (any && !*any)
                m_window.signInView()->showFirstAdministrator();
            else
                m_window.signInView()->showSignIn();
            if (!any)
                m_window.signInView()->setError(errorText(any.error()));
        });
}

void Session::begin(const Staff &staff)
{
    m_window.signInView()->setLogin(staff.login); // unlocking asks for the password alone
    enter(staff);
}

Actor Session::actor() const
{
    // Nobody's scopes and no role: every service refuses it.
    return m_staff ? m_staff->actor(source) : Actor{.kind = Actor::Kind::Staff, .source = source};
}

void Session::signIn(const QString &login, const QString &password)
{
    m_window.signInView()->setBusy(true);
    whenDone(m_clinic.staff().signIn(login, password, source), this, [this](const Result<Staff> &staff) {
        m_window.signInView()->setBusy(false);
        if (staff)
            enter(*staff);
        else
            refuse(staff.error());
    });
}

void Session::addFirst(const QString &name, const QString &login, const QString &password)
{
    m_window.signInView()->setBusy(true);
    NewStaff input;
    input.name = name;
    input.login = login;
    input.password = password;
    input.role = Actor::Role::Admin;
    whenDone(m_clinic.staff().addFirst(std::move(input)), this, [this](const Result<Staff> &staff) {
        m_window.signInView()->setBusy(false);
        if (staff)
            enter(*staff);
        else
            refuse(staff.error());
    });
}

void Session::enter(const Staff &staff)
{
    m_staff = staff;
    const QString role = staff.role == Actor::Role::Admin ? tr("Administrator") : tr("Clinician");
    m_window.signIn(staff.id.text(), staff.name, role);
    m_idle.setLimit(std::chrono::minutes(m_clinic.settings().integer("ANTEROOM_IDLE_LOCK_MINUTES")));
    m_idle.start();
    Q_EMIT signedIn();
}

void Session::leave()
{
    m_staff.reset();
    m_idle.stop();
}

void Session::refuse(const Error &error)
{
    SignInView *view = m_window.signInView();
    const qint64 retryAfterMs = error.data.value(QLatin1String("retryAfterMs")).toInteger();
    if (retryAfterMs > 0)
        view->startSlowDown(m_clinic.clock(),
                            m_clinic.clock().now() + std::chrono::milliseconds(retryAfterMs));
    if (error.field)
        view->setFieldError(error.field, errorText(error));
    else
        view->setError(errorText(error));
}

} // namespace anteroom
