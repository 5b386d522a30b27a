// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/directory/registerservice.h"

#include <QDialog>

#include <functional>

class QLineEdit;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class Label;
class RegisterField;

/// A form for an entry of any register, made from its description. What the service refuses stands under
/// its field; ids say whom they mean.
class RegisterDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog. Without `entry` a new one is made.
    RegisterDialog(Clinic &clinic, std::function<Actor()> actor, Register which,
                   const std::optional<RegisterEntry> &entry, QWidget *parent = nullptr);

    /// The field of this member; nullptr where there is none.
    RegisterField *field(QByteArrayView member) const;
    FormRow *keyRow() const { return m_keyRow; }
    /// What is sent: of an old entry only what was changed.
    QJsonObject members() const;

Q_SIGNALS:
    /// It is in the register; the dialog has closed.
    void saved(const QByteArray &key);

private:
    QWidget *makeFields();
    void lookUp(RegisterField *field);
    void save();
    void refuse(const Error &error);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    RegisterService m_registers;
    const RegisterShape &m_shape;
    std::optional<RegisterEntry> m_entry;
    QVector<RegisterField *> m_fields;
    QLineEdit *m_key;
    FormRow *m_keyRow;
    Label *m_refusal;
    Button *m_save;
};

} // namespace anteroom
