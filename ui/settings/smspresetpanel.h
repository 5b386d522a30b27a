// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/smspresets.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace anteroom {

class FormRow;
class InlineBar;

/// Asks what a well-known gateway needs and types the rest of its settings for somebody; it saves nothing.
class SmsPresetPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SmsPresetPanel(QWidget *parent = nullptr);

    /// Back to no gateway chosen; what was typed, the secret too, is gone.
    void reset();

Q_SIGNALS:
    /// `preset` is filled as far as it goes; `blanks` are those it had. `secret` is what was typed, ready for
    /// {secret}.
    void fillRequested(const SmsPreset &preset, const QStringList &blanks, const QString &secret);

private:
    void choose();
    void fill();

    struct Blank
    {
        QString word;
        QLineEdit *field;
    };
    QVector<SmsPreset> m_presets;
    QComboBox *m_gateway;
    QWidget *m_needs = nullptr; ///< what the chosen one needs; made anew with each choice
    QVector<Blank> m_blanks;
    QLineEdit *m_secret = nullptr;
    InlineBar *m_bar;
    QVBoxLayout *m_column;
};

/// What `<SENDER>` and the like ask for.
QString presetBlankText(const QString &word);
/// What a preset's secret is, in the console's language.
QString presetSecretText(const SmsPreset &preset);

} // namespace anteroom
