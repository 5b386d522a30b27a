// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/access/staff.h"
#include "ui/common/tokens.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QComboBox;
class QLineEdit;
class QTableWidget;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;

/// Who may sign in: add, disable, unlock, give a new password.
class StaffSection final : public QWidget
{
    Q_OBJECT

public:
    /// `clinic` outlives the section; `actor` says who is signed in.
    StaffSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void load();
    const QVector<Staff> &staff() const { return m_staff; }

private:
    QWidget *makeForm();
    void showStaff(const QVector<Staff> &staff, const QHash<StaffId, UtcTime> &blocked);
    void follow();
    void add();
    void setPassword();
    void setDisabled();
    void unlock();
    void refuse(const Error &error);
    void say(Tone tone, const QString &words);
    const Staff *chosen() const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    QVector<Staff> m_staff;
    QHash<StaffId, UtcTime> m_blocked;
    InlineBar *m_bar;
    QTableWidget *m_table;
    Button *m_disable;
    Button *m_unlock;
    QLineEdit *m_name;
    QLineEdit *m_login;
    QComboBox *m_role;
    QLineEdit *m_password;
    QHash<QByteArray, FormRow *> m_rows; ///< by the service's fields
    QLineEdit *m_newPassword;
    FormRow *m_newPasswordRow;
    Button *m_setPassword;
};

} // namespace anteroom
