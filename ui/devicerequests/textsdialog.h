// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/devicerequests/resendrule.h"

#include <QDialog>

#include <array>
#include <functional>

class QComboBox;
class QPlainTextEdit;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class Label;

/// The four texts of device requests: each with how it would arrive, what it costs, and whether a placeholder
/// would stay unfilled. All are saved together.
class TextsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` outlives the dialog; `actor` says who is signed in.
    TextsDialog(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void choose(ResendTemplate which);
    QPlainTextEdit *field() const { return m_text; }
    QString preview() const;
    /// Why the text that is shown can't be saved; empty where it can.
    QString problem() const;
    Button *saveButton() const { return m_save; }

private:
    ResendTemplate current() const;
    void showText();
    void takeText();
    void follow();
    void save();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::array<QString, resendTemplates> m_texts; ///< by ResendTemplate
    std::array<QString, resendTemplates> m_stored;
    QComboBox *m_which;
    QPlainTextEdit *m_text;
    FormRow *m_row;
    Label *m_preview;
    Label *m_parts;
    Label *m_warning;
    Label *m_refusal;
    Button *m_default;
    Button *m_save;
    bool m_showing = false;
};

} // namespace anteroom
