// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"
#include "ui/teleconsultations/teleconsultationdraft.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QDateEdit;
class QSpinBox;
class QTimeEdit;

namespace anteroom {

class Button;
class FormRow;
class InlineBar;
class Label;
class ParticipantsEditor;
class PersonSearch;

/// A teleconsultation, new or changed: who meets, as what, when and how long on the clinic's clock. While
/// somebody types, one line says what it comes to and what it lacks, by the service's own rules. Ctrl+Enter
/// saves. What can't be changed any more says so before anybody types.
class TeleconsultationDialog final : public QDialog
{
    Q_OBJECT

public:
    /// What it is about.
    struct Subject
    {
        TeleconsultationId id = {};                  ///< what to change; null: a new one
        UserId person = {};                          ///< whom a new one is for; null: nobody yet
        std::optional<UtcTime> start = std::nullopt; ///< when a new one begins
    };

    /// All outlive the dialog; `actor` says who is signed in.
    TeleconsultationDialog(Clinic &clinic, std::function<Actor()> actor, TeleconsultationScheduler &scheduler,
                           PersonSearch &search, const Subject &subject, QWidget *parent = nullptr);
    ~TeleconsultationDialog() override;

    TeleconsultationDraft draft() const;
    /// What the line says.
    QString says() const;
    ParticipantsEditor *people() const { return m_people; }
    Button *saveButton() const { return m_save; }

    /// While it is being saved the dialog can be closed; it goes on, and its end is told all the same.
    void done(int result) override;

Q_SIGNALS:
    void saved(const anteroom::Teleconsultation &teleconsultation);
    /// It was closed while it was being saved, and that failed.
    void failed(const QString &words);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QWidget *makeWhen();
    QWidget *makeButtons();
    void wire();
    void load();
    void begin(const TeleconsultationSetup &setup);
    void fill(const TeleconsultationDraft &draft);
    void lookUp(const UserId &id);
    void take(const User &user);
    TeleconsultationInput input() const;
    void onChanged();
    void followClock();
    void askForPreview();
    void showPreview(const TeleconsultationPreview &preview);
    void showRefusal(const Error &error);
    void say(Tone tone, const QString &words);
    void save();
    void end(const Result<Teleconsultation> &done);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    TeleconsultationScheduler &m_scheduler;
    const Subject m_subject;
    QTimeZone m_zone;
    TeleconsultationRules m_rules;
    std::optional<TeleconsultationView> m_view; ///< what is to change
    TeleconsultationDraft m_before;
    quint64 m_question = 0;
    QTimer m_pause;
    bool m_ready = false;     ///< the form may be filled in
    bool m_asking = false;    ///< a preview is on its way
    bool m_saveAfter = false; ///< Ctrl+Enter came before the preview
    bool m_saving = false;
    bool m_closed = false; ///< while it was being saved

    QWidget *m_form;
    ParticipantsEditor *m_people;
    QSpinBox *m_later;
    QDateEdit *m_date;
    QTimeEdit *m_clock;
    Label *m_zoneText; ///< which clock it is, and what it does that day
    QComboBox *m_which;
    FormRow *m_whichRow;
    QSpinBox *m_length;
    FormRow *m_lengthRow;
    InlineBar *m_sentence;
    Button *m_cancel;
    Button *m_save;
};

} // namespace anteroom
