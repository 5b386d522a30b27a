// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/register.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace anteroom {

class FormRow;

/// One member of a register's entry as a field made from its description: text, yes or no, a moment, codes;
/// a secret is written and never shown. It checks nothing: the service does.
class RegisterField final : public QWidget
{
    Q_OBJECT

public:
    RegisterField(const RegisterShape &shape, const RegisterMember &member, QWidget *parent = nullptr);

    const RegisterMember &member() const { return m_member; }
    /// What is stored now; a secret's says only whether there is one.
    void show(const QJsonValue &value);
    /// Whether something else than what is stored stands here.
    bool isChanged() const;
    /// What stands here, as the import file would say it.
    QJsonValue value() const;

    void setError(const QString &error);
    QString error() const;
    /// What an id stands for, in words, in the place of the hint.
    void setMeaning(const QString &words);
    /// The id that stands here; null where it is none.
    QByteArray id() const;
    QWidget *field() const;

Q_SIGNALS:
    void edited();

private:
    QWidget *makeField();
    QString text() const;

    const RegisterShape &m_shape;
    const RegisterMember &m_member;
    QJsonValue m_stored;
    QJsonValue m_shown; ///< what the field made of it
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    QCheckBox *m_flag = nullptr; ///< of a Flag; of a Secret: forget it
    FormRow *m_row = nullptr;    ///< none of a Flag
};

} // namespace anteroom
