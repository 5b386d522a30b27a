// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace anteroom {

class Button;
class FormRow;

/// Whose settings are shown: those of all accounts, or of one; and a way to name an account that has none of
/// its own yet.
class AccountChooser final : public QWidget
{
    Q_OBJECT

public:
    explicit AccountChooser(QWidget *parent = nullptr);

    /// Empty: all accounts.
    QString account() const;
    /// The accounts that are known; the chosen one stays, known or not.
    void setAccounts(const QStringList &accounts);
    /// Why it cannot be changed just now; empty: it can.
    void setHeld(const QString &why);

Q_SIGNALS:
    void chosen(const QString &account);

private:
    void add();
    void showNew(bool shown);
    void describe();

    QComboBox *m_accounts;
    FormRow *m_row;
    Button *m_addNew;
    QLineEdit *m_new;
    FormRow *m_newRow;
    QWidget *m_newLine;
    QString m_held;
};

} // namespace anteroom
