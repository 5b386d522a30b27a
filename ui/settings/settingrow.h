// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace anteroom {

class Button;
class FormRow;

/// One setting as a field made from its key: its words, when a change takes effect, whether the environment
/// rules it. A secret is written and never shown. It asks; the page does.
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingRow(const SettingKey &key, QWidget *parent = nullptr);

    const SettingKey &key() const { return m_key; }
    /// Shows what is in force, unless somebody is just changing it. Of a secret `value` says only whether it
    /// is set: it is null where it is not.
    void show(const QString &value, bool fromEnvironment);
    /// Why the value was refused, under the field; empty takes it back.
    void setError(const QString &error);
    QString error() const;
    /// What was typed is kept now.
    void setSaved();
    bool matches(const QString &text) const;
    QWidget *field() const;

Q_SIGNALS:
    /// An empty value goes back to the default, or forgets the secret.
    void saveRequested(const QString &value);

private:
    QWidget *makeField();
    QString text() const;
    void setText(const QString &text);
    void onEdited();
    void follow();

    const SettingKey &m_key;
    QString m_shown;
    bool m_fromEnvironment = false;
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
