// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace anteroom {

class Label;

/// A field with its label above, a hint under it, and, when refused, the reason under it.
class FormRow final : public QWidget
{
    Q_OBJECT

public:
    /// `label` may hold a mnemonic ("&Name"). The row takes `field`.
    FormRow(const QString &label, QWidget *field, QWidget *parent = nullptr);

    QWidget *field() const { return m_field; }
    void setHint(const QString &hint);
    /// Shows why the field is refused, instead of the hint; empty takes it back. Screen readers get it as the
    /// field's description. Typing does not take it back: whoever checks does.
    void setError(const QString &error);
    QString error() const;
    bool hasError() const { return !error().isEmpty(); }

private:
    void describe();

    QWidget *m_field;
    Label *m_label;
    Label *m_hint;
    Label *m_error;
};

} // namespace anteroom
