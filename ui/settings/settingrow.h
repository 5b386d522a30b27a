// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace anteroom {

class Button;
class FormRow;

/// What is in force for a row. Of a secret the texts say only whether it is set: null where it is not.
struct SettingState
{
    QString value; ///< of an account: its own, null where it has none
    bool fromEnvironment = false;
    QString inherited = {}; ///< of an account: what counts while it has none of its own
};

/// One setting as a field made from its key: its words, when a change takes effect, whether the environment
/// rules it, and for an account what it inherits. A secret is written and never shown. It asks; its group
/// does.
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingRow(const SettingKey &key, QWidget *parent = nullptr);

    const SettingKey &key() const { return m_key; }
    /// The key's name, with the account's suffix where one is chosen.
    QByteArray name() const;
    /// Whose value it is: empty for all accounts. What was typed and not saved is gone.
    void setAccount(const QString &account);
    /// Shows what is in force, unless somebody is just changing it.
    void show(const SettingState &state);
    /// Types for somebody; nothing is saved. An empty text stands for the default, and of a secret for
    /// forgetting it. While one of `blanks` (SmsPreset::blanks) is still in the text it will not do.
    void suggest(const QString &text, const QStringList &blanks = {});

    bool isChanged() const;
    bool isFromEnvironment() const { return m_state.fromEnvironment; }
    QString text() const;
    /// The blanks that nobody has filled in yet.
    QStringList missing() const;
    /// Back to what is kept.
    void undo();
    /// Why the value was refused, under the field; empty takes it back.
    void setError(const QString &error);
    QString error() const;
    /// What was typed is kept now.
    void setSaved();
    bool matches(const QString &text) const;
    QWidget *field() const;

Q_SIGNALS:
    /// An empty value goes back to the default (an account's to what counts for all), or forgets the secret.
    void saveRequested(const QString &value);
    /// isChanged() may be another now.
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeField();
    void fillChoices();
    void setText(const QString &text);
    void setPlaceholder();
    QString hint() const;
    void onEdited();
    void follow();

    const SettingKey &m_key;
    QString m_account;
    SettingState m_state;
    QString m_shown;
    QStringList m_blanks;
    bool m_forget = false; ///< the secret goes when this is saved
    bool m_showing = false;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_lines = nullptr;
    QComboBox *m_choice = nullptr;
    FormRow *m_row;
    Button *m_save;
    Button *m_undo;
    Button *m_clear;
};

} // namespace anteroom
