// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/userservice.h"

#include <QDialog>

#include <functional>
#include <map>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class Label;

/// Adds a patient or changes one. What the service refuses stands under its field.
class PersonDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog. Without `user` somebody new is added.
    PersonDialog(Clinic &clinic, std::function<Actor()> actor, const std::optional<User> &user,
                 QWidget *parent = nullptr);
    ~PersonDialog() override;

    /// Starts somebody new with what was typed into the search box: a number, or names.
    void suggest(const QString &text);
    UserInput input() const;

Q_SIGNALS:
    /// It is in the directory; the dialog has closed.
    void saved(const anteroom::User &user);

private:
    QLineEdit *addField(QVBoxLayout *column, const char *member, const QString &label,
                        const QString &hint = {});
    void fill(const UserInput &input);
    void save();
    void refuse(const Error &error);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::optional<User> m_user;
    std::map<QByteArray, FormRow *> m_rows; ///< by the member's name
    QLineEdit *m_firstName;
    QLineEdit *m_lastName;
    QLineEdit *m_dateOfBirth;
    QLineEdit *m_mobile;
    QLineEdit *m_email;
    QLineEdit *m_externalId;
    QCheckBox *m_verified;
    QComboBox *m_language;
    Label *m_refusal;
    Button *m_save;
};

} // namespace anteroom
