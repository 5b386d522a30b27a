// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"
#include "app/filerequests/filerequestservice.h"
#include "ui/shell/personsearch.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;
class Label;
class PersonPicker;

/// A new file request: whose photo, who answers, what they should send; one sentence that says what will
/// happen, over the text that will be sent. Ctrl+Enter sends.
class FileRequestDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the dialog.
    FileRequestDialog(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                      QWidget *parent = nullptr);
    ~FileRequestDialog() override;

    /// Starts with this person chosen.
    void setPatient(const UserId &id);

    /// What the fields say, for the service. Nothing while no patient is chosen.
    std::optional<NewFileRequest> input() const;

Q_SIGNALS:
    /// It was made; the dialog has closed.
    void created(const anteroom::FileRequestView &view);

private:
    enum Recipient { ThePatient, SomebodyElse };

    void build();
    void take(const User &user);
    void askForPreview();
    void showPreview(const Result<FileRequestPreview> &preview);
    void showRefusal(const Error &error);
    void clearErrors();
    void send();
    QString sentence(const FileRequestPreview &preview) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PersonSearch &m_search;
    std::optional<User> m_patient;
    quint64 m_question = 0;
    QTimer m_pause;
    bool m_sending = false;

    PersonPicker *m_picker;
    FormRow *m_patientRow;
    QComboBox *m_who;
    FormRow *m_otherRow;
    QLineEdit *m_other;
    QCheckBox *m_viaApp;
    QPlainTextEdit *m_prompt;
    FormRow *m_promptRow;
    InlineBar *m_sentence;
    Label *m_length;
    Label *m_text;
    Button *m_send;
};

} // namespace anteroom
