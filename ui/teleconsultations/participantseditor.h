// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/personsearch.h"
#include "ui/teleconsultations/teleconsultationdraft.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QVBoxLayout;

namespace anteroom {

class Button;
class FormRow;
class Label;
class PersonPicker;

/// Who takes part: a line each with what they may do, and the ways to add somebody: the directory's people, a
/// colleague, or anybody else by name and e-mail address or an id of another system.
class ParticipantsEditor final : public QWidget
{
    Q_OBJECT

public:
    /// `search` outlives the editor.
    explicit ParticipantsEditor(PersonSearch &search, QWidget *parent = nullptr);

    /// Where names and roles come from elsewhere, ids are all there is to enter.
    void setFromElsewhere(bool fromElsewhere);
    void setColleagues(const QVector<Staff> &colleagues);

    const QVector<TeleconsultationDraft::Person> &people() const { return m_people; }
    void setPeople(const QVector<TeleconsultationDraft::Person> &people);
    /// At their end; whoever is there already is not added twice.
    void add(const TeleconsultationDraft::Person &person);

    /// Why the people will not do; empty takes it back.
    void setError(const QString &error);
    QString error() const;
    PersonPicker *picker() const { return m_picker; }

Q_SIGNALS:
    void changed();
    /// Somebody of the directory, whom the form looks up and adds.
    void personChosen(const anteroom::UserId &id);

private:
    QWidget *makeRow(int index);
    QWidget *makeOther();
    void showPeople();
    void showColleagues();
    void addOther();

    QVector<TeleconsultationDraft::Person> m_people;
    QVector<Staff> m_colleagues;
    bool m_fromElsewhere = false;
    QVBoxLayout *m_rows;
    Label *m_nobody;
    PersonPicker *m_picker;
    FormRow *m_pickerRow;
    Button *m_colleague;
    QMenu *m_colleagueMenu;
    Button *m_else;
    QWidget *m_other;
    QLineEdit *m_otherName;
    FormRow *m_otherNameRow;
    QLineEdit *m_otherId;
    FormRow *m_otherIdRow;
};

} // namespace anteroom
