// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/prompttemplates.h"
#include "ui/filerequests/filerequestdraft.h"
#include "ui/shell/personsearch.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
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
/// happen, over the text that will be sent. Ctrl+Enter sends; more than one recipient takes a second look.
class FileRequestDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `clinic` and `search` outlive the dialog.
    FileRequestDialog(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                      QWidget *parent = nullptr);
    ~FileRequestDialog() override;

    /// Starts with these people chosen.
    void setPatients(const QVector<UserId> &ids);

    /// What the fields say, for the service: one request a recipient. None while no patient is chosen.
    QVector<NewFileRequest> inputs() const;

Q_SIGNALS:
    /// They were made; the dialog has closed.
    void created(const QVector<anteroom::FileRequestView> &views);

private:
    /// One recipient's request and what making it would do.
    struct Plan
    {
        NewFileRequest input;
        Result<FileRequestPreview> preview;
    };

    void build();
    QWidget *makeButtons();
    void wire();
    FileRequestDraft draft() const;
    void take(const QVector<User> &users);
    void loadTemplates();
    void showTemplates();
    void useTemplate(int index);
    Language readersLanguage() const;
    void editTemplates();
    void onChanged();
    void askForPreview();
    void showPlans(QVector<Plan> plans);
    void showTexts(const FileRequestPreview &preview);
    void showRefusal(const Error &error);
    void clearErrors();
    void send();
    void create(const QVector<NewFileRequest> &inputs);
    QVector<NewFileRequest> sendable() const;
    static QString nameOf(const Plan &plan);
    static QString sentence(const FileRequestPreview &preview);
    QString summary(const QVector<NewFileRequest> &goes) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    PersonSearch &m_search;
    QVector<User> m_patients;
    QVector<PromptTemplate> m_templates;
    int m_usedTemplate = -1; ///< whose words stand in the field, untouched
    QVector<Plan> m_plans;
    quint64 m_question = 0;
    QTimer m_pause;
    bool m_looked = false;    ///< the number of recipients was said and not contradicted
    bool m_asking = false;    ///< a preview is on its way
    bool m_sendAfter = false; ///< Ctrl+Enter came before the preview
    bool m_sending = false;

    PersonPicker *m_picker;
    FormRow *m_patientRow;
    QComboBox *m_who;
    FormRow *m_whoRow;
    FormRow *m_otherRow;
    QLineEdit *m_other;
    QCheckBox *m_viaApp;
    QCheckBox *m_emailToo;
    QPlainTextEdit *m_prompt;
    FormRow *m_promptRow;
    QHBoxLayout *m_chips;
    InlineBar *m_sentence;
    Label *m_length;
    Label *m_text;
    Button *m_send;
};

} // namespace anteroom
