// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"
#include "ui/filerequests/filerequestmodel.h"

#include <QWidget>

class QMenu;

namespace anteroom {

class Button;
class Label;

/// Whose request it is, what was asked, and who of the staff deals with it.
class FileRequestHeader final : public QWidget
{
    Q_OBJECT

public:
    /// `me` says who is signed in.
    explicit FileRequestHeader(std::function<Actor()> me, QWidget *parent = nullptr);

    void show(const FileRequestRow &row);
    /// Whom it can be given to, beside whoever is signed in.
    void setColleagues(const QVector<Staff> &staff) { m_colleagues = staff; }
    /// Opens the list of colleagues at its button, for the keyboard.
    void openColleagues();

Q_SIGNALS:
    void openPerson(const anteroom::UserId &id);
    /// A null login: nobody's any more.
    void assignRequested(const QString &login);

private:
    void fillMenu();

    std::function<Actor()> m_me;
    QVector<Staff> m_colleagues;
    UserId m_patient;
    StaffId m_assignee;
    Label *m_name;
    Label *m_about;
    Label *m_prompt;
    Button *m_assign;
    QMenu *m_menu;
};

} // namespace anteroom
