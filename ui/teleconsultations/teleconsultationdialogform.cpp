// SPDX-License-Identifier: GPL-3.0-or-later
// How the dialog for a teleconsultation looks: its fields and their places.
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"
#include "ui/teleconsultations/participantseditor.h"
#include "ui/teleconsultations/teleconsultationdialog.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QScreen>
#include <QSpinBox>

namespace anteroom {

namespace {

constexpr int shortest =
    int(std::chrono::minutes(shortestTeleconsultation / std::chrono::minutes(1)).count());
constexpr int longest = int(std::chrono::minutes(longestTeleconsultation / std::chrono::minutes(1)).count());
constexpr int step = 5;
constexpr int mostLater = 24; // the rules say how many there may be in all

} // namespace

void TeleconsultationDialog::build()
{
    m_form = new QWidget;
    m_later = new QSpinBox;
    m_later->setRange(0, mostLater);
    auto *laterRow = new FormRow(tr("People named &later"), m_later);
    laterRow->setHint(tr("The room is there once everybody is named."));
    m_sentence = new InlineBar(Tone::Info, {});
    m_sentence->setClosable(false);
    // It is as high as its words in this width, which may be more than the bar's own hint.
    m_sentence->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);

    auto *fields = new QVBoxLayout(m_form);
    fields->setContentsMargins(0, 0, space::m, 0); // beside the scroll bar
    fields->setSpacing(space::l);
    fields->addWidget(new Label(TextRole::Strong, tr("Who takes part")));
    fields->addWidget(m_people);
    auto *laterLine = new QHBoxLayout; // a figure needs no more
    laterLine->addWidget(laterRow, 1);
    laterLine->addStretch(1);
    fields->addLayout(laterLine);
    fields->addWidget(new Label(TextRole::Strong, tr("When")));
    fields->addWidget(makeWhen());
    fields->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(scrolled(m_form), 1);
    column->addWidget(m_sentence);
    column->addWidget(makeButtons());
    setMinimumWidth(560);
    const int em = fontMetrics().height();
    resize(QSize(40 * em, 40 * em).boundedTo(screen()->availableSize() * 9 / 10));
}

QWidget *TeleconsultationDialog::makeWhen()
{
    m_date = new QDateEdit;
    m_date->setCalendarPopup(true);
    m_clock = new QTimeEdit;
    m_zoneText = new Label(TextRole::Caption, zoneText(m_zone));
    m_zoneText->setWordWrap(true);
    m_which = new QComboBox;
    m_whichRow = new FormRow(tr("&Which of the two"), m_which);
    m_whichRow->hide();
    m_length = new QSpinBox;
    m_length->setRange(shortest, longest);
    m_length->setSingleStep(step);
    m_length->setSuffix(tr(" min"));
    m_lengthRow = new FormRow(tr("Leng&th"), m_length);

    auto *when = new QWidget;
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(new FormRow(tr("&Day"), m_date), 1);
    line->addWidget(new FormRow(tr("Sta&rt"), m_clock), 1);
    line->addWidget(m_lengthRow, 1);
    auto *second = new QHBoxLayout;
    second->addWidget(m_whichRow, 1);
    second->addStretch(1);
    auto *column = new QVBoxLayout(when);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addLayout(line);
    column->addWidget(m_zoneText);
    column->addLayout(second);
    return when;
}

QWidget *TeleconsultationDialog::makeButtons()
{
    auto *line = new QWidget;
    m_cancel = new Button(tr("Cancel"));
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    m_save = new Button(m_subject.id.isNull() ? tr("Schedule") : tr("Save"), Button::Kind::Primary);
    m_save->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_save->setObjectName(QStringLiteral("save"));
    connect(m_save, &Button::clicked, this, &TeleconsultationDialog::save);
    auto *buttons = new QHBoxLayout(line);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    return line;
}

void TeleconsultationDialog::wire()
{
    auto *saveAction = new QAction(this);
    saveAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    addAction(saveAction);
    connect(saveAction, &QAction::triggered, this, &TeleconsultationDialog::save);
    connect(m_people, &ParticipantsEditor::changed, this, &TeleconsultationDialog::onChanged);
    connect(m_people, &ParticipantsEditor::personChosen, this, &TeleconsultationDialog::lookUp);
    connect(m_later, &QSpinBox::valueChanged, this, &TeleconsultationDialog::onChanged);
    connect(m_date, &QDateEdit::dateChanged, this, &TeleconsultationDialog::onChanged);
    connect(m_clock, &QTimeEdit::timeChanged, this, &TeleconsultationDialog::onChanged);
    connect(m_which, &QComboBox::activated, this, &TeleconsultationDialog::onChanged);
    connect(m_length, &QSpinBox::valueChanged, this, &TeleconsultationDialog::onChanged);
}

// Return in a field ends what is typed there and saves nothing; on a button it presses the button.
void TeleconsultationDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !qobject_cast<QPushButton *>(focusWidget()))
        return event->accept();
    QDialog::keyPressEvent(event);
}

} // namespace anteroom
