// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/participantseditor.h"

#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/label.h"
#include "ui/filerequests/personpicker.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QMenu>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int lettersOfARole = 8;

} // namespace

ParticipantsEditor::ParticipantsEditor(PersonSearch &search, QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout)
    , m_nobody(new Label(TextRole::Body, tr("Nobody yet.")))
    , m_picker(new PersonPicker(search))
    , m_pickerRow(new FormRow(tr("&Add a patient"), m_picker))
    , m_colleague(new Button(tr("Colleague")))
    , m_colleagueMenu(new QMenu(this))
    , m_else(new Button(tr("Somebody else")))
{
    m_other = makeOther();
    m_nobody->setDim(true);
    m_rows->setSpacing(space::s);
    m_colleague->setMenu(m_colleagueMenu);
    m_else->setCheckable(true);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_pickerRow, 1);
    // Beside the field, not beside its label.
    line->addWidget(m_colleague, 0, Qt::AlignBottom);
    line->addWidget(m_else, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_nobody);
    column->addLayout(m_rows);
    column->addLayout(line);
    column->addWidget(m_other);
    m_other->hide();
    setFocusProxy(m_picker);

    connect(m_picker, &PersonPicker::personChosen, this, [this](const UserId &id) {
        m_picker->clear();
        Q_EMIT personChosen(id);
    });
    connect(m_else, &Button::toggled, this, [this](bool on) {
        m_other->setVisible(on);
        if (on)
            (m_fromElsewhere ? m_otherId : m_otherName)->setFocus();
    });
}

QWidget *ParticipantsEditor::makeOther()
{
    auto *panel = new QWidget;
    m_otherName = new QLineEdit;
    m_otherNameRow = new FormRow(tr("&Name"), m_otherName);
    m_otherId = new QLineEdit;
    m_otherIdRow = new FormRow(tr("&E-mail address, or an id of another system"), m_otherId);
    auto *take = new Button(tr("Add"));
    auto *line = new QHBoxLayout(panel);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(m_otherNameRow, 1, Qt::AlignTop);
    line->addWidget(m_otherIdRow, 1, Qt::AlignTop);
    line->addWidget(take, 0, Qt::AlignBottom);
    connect(take, &Button::clicked, this, &ParticipantsEditor::addOther);
    for (QLineEdit *field : {m_otherName, m_otherId}) {
        connect(field, &QLineEdit::returnPressed, this, &ParticipantsEditor::addOther);
        connect(field, &QLineEdit::textChanged, this, [this] {
            m_otherNameRow->setError({});
            m_otherIdRow->setError({});
        });
    }
    return panel;
}

void ParticipantsEditor::setFromElsewhere(bool fromElsewhere)
{
    m_fromElsewhere = fromElsewhere;
    m_otherNameRow->setVisible(!fromElsewhere);
    m_else->setText(fromElsewhere ? tr("By id") : tr("Somebody else"));
    m_otherIdRow->setHint(fromElsewhere ? tr("Auth0’s, such as auth0|5f7c8ec7c33c6c004bbafe82. Name and role "
                                             "come from there.")
                                        : QString());
    showPeople();
}

void ParticipantsEditor::setColleagues(const QVector<Staff> &colleagues)
{
    m_colleagues = colleagues;
    showColleagues();
}

void ParticipantsEditor::setPeople(const QVector<TeleconsultationDraft::Person> &people)
{
    m_people = people;
    showPeople();
    Q_EMIT changed();
}

void ParticipantsEditor::add(const TeleconsultationDraft::Person &person)
{
    const bool isThere = std::any_of(m_people.begin(), m_people.end(), [&](const auto &each) {
        return each.externalId == person.externalId || (!person.user.isNull() && each.user == person.user);
    });
    if (!isThere)
        m_people.append(person);
    showPeople();
    Q_EMIT changed();
}

void ParticipantsEditor::setError(const QString &error)
{
    m_pickerRow->setError(error);
}

QString ParticipantsEditor::error() const
{
    return m_pickerRow->error();
}

QWidget *ParticipantsEditor::makeRow(int index)
{
    const TeleconsultationDraft::Person &person = m_people.at(index);
    const QString name = person.name.isEmpty() ? person.externalId : person.name;
    auto *row = new QWidget;
    auto *who = new Label(TextRole::Body, name);
    who->setElided(true);
    auto *remove = new Button(tr("Remove"), Button::Kind::Quiet);
    remove->setAccessibleName(tr("Remove %1").arg(name));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(who, 1);
    if (!m_fromElsewhere) {
        auto *role = new QComboBox;
        for (const ParticipantRole each : {ParticipantRole::Plus, ParticipantRole::Basic})
            role->addItem(roleText(each), int(each));
        role->setCurrentIndex(role->findData(int(person.role)));
        role->setMinimumContentsLength(lettersOfARole);
        role->setAccessibleName(tr("What %1 may do").arg(name));
        line->addWidget(role);
        connect(role, &QComboBox::activated, this, [this, index, role] {
            m_people[index].role = ParticipantRole(role->currentData().toInt());
            Q_EMIT changed();
        });
    }
    line->addWidget(remove);
    connect(remove, &Button::clicked, this, [this, index] {
        m_people.removeAt(index);
        showPeople();
        m_picker->setFocus(); // the button that had it is gone
        Q_EMIT changed();
    });
    return row;
}

void ParticipantsEditor::showPeople()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be one of its buttons that asks
        delete item;
    }
    m_nobody->setVisible(m_people.isEmpty());
    for (int i = 0; i < m_people.size(); ++i)
        m_rows->addWidget(makeRow(i));
    showColleagues();
}

// Whoever is there already is not offered.
void ParticipantsEditor::showColleagues()
{
    m_colleagueMenu->clear();
    for (const Staff &staff : m_colleagues) {
        const auto person = TeleconsultationDraft::of(staff);
        const bool isThere = std::any_of(m_people.begin(), m_people.end(), [&](const auto &each) {
            return each.externalId == person.externalId ||
                   each.externalId.compare(staff.login, Qt::CaseInsensitive) == 0;
        });
        QString words = staff.name; // an ampersand in a name is one
        if (!isThere)
            m_colleagueMenu->addAction(words.replace(u'&', QStringLiteral("&&")), this,
                                       [this, person] { add(person); });
    }
    m_colleague->setVisible(!m_fromElsewhere && !m_colleagueMenu->isEmpty());
}

void ParticipantsEditor::addOther()
{
    const QString name = m_otherName->text().trimmed();
    const QString id = m_otherId->text().trimmed();
    if (name.isEmpty() && !m_fromElsewhere)
        m_otherNameRow->setError(tr("What are they called?"));
    if (id.isEmpty())
        m_otherIdRow->setError(tr("By what are they known?"));
    if (m_otherNameRow->hasError() || m_otherIdRow->hasError())
        return;
    m_otherName->clear();
    m_otherId->clear();
    m_else->setChecked(false);
    add({.externalId = id,
         .name = m_fromElsewhere ? QString() : name,
         .role = ParticipantRole::Basic,
         .groups = {},
         .language = {},
         .user = {}});
    m_picker->setFocus();
}

} // namespace anteroom
