// SPDX-License-Identifier: GPL-3.0-or-later
// How the dialog for a new file request looks: its fields and their places.
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/personpicker.h"
#include "ui/filerequests/promptroom.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>

namespace anteroom {

void FileRequestDialog::build()
{
    using Who = FileRequestDraft::Who;
    m_picker = new PersonPicker(m_search);
    m_patientRow = new FormRow(tr("&Patient"), m_picker);
    m_who = new QComboBox;
    m_who->addItem(tr("The patient"), int(Who::Patient));
    m_who->addItem(tr("Somebody who cares for them"), int(Who::Carer));
    m_who->addItem(tr("Both"), int(Who::Both));
    m_whoRow = new FormRow(tr("Who &answers"), m_who);
    m_other = new QLineEdit;
    m_other->setPlaceholderText(tr("+44 7777 123456, name@example.org"));
    m_otherRow = new FormRow(tr("The carer’s &number, e-mail address or both"), m_other);
    m_otherRow->hide();
    m_viaApp = new QCheckBox(tr("Use the app if they have it"));
    m_viaApp->setChecked(true);
    m_emailToo = new QCheckBox(tr("Send an e-mail too"));
    m_prompt = new QPlainTextEdit;
    m_promptRow = new FormRow(tr("&What should they send?"), m_prompt);
    sayRoom(m_promptRow, m_prompt);
    m_sentence = new InlineBar(Tone::Info, {});
    m_sentence->setClosable(false);
    m_length = new Label(TextRole::Caption);
    m_text = new Label(TextRole::Body);
    m_text->setWordWrap(true);
    auto *preview = new Card;
    preview->setPadding(space::m);
    preview->body()->setSpacing(space::xs);
    preview->body()->addWidget(m_length);
    preview->body()->addWidget(m_text);

    auto *top = new QWidget;
    for (QWidget *row : {top, static_cast<QWidget *>(m_otherRow), static_cast<QWidget *>(m_promptRow)})
        row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the room goes to the end

    auto *people = new QHBoxLayout(top);
    people->setContentsMargins(0, 0, 0, 0);
    people->setSpacing(space::m);
    people->addWidget(m_patientRow, 1);
    people->addWidget(m_whoRow, 1);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(space::s);
    auto *ways = new QHBoxLayout;
    ways->setSpacing(space::l);
    ways->addWidget(m_viaApp);
    ways->addWidget(m_emailToo);
    ways->addStretch();

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(top);
    column->addWidget(m_otherRow);
    column->addWidget(m_promptRow);
    column->addLayout(m_chips);
    column->addLayout(ways);
    column->addWidget(m_sentence);
    column->addWidget(preview);
    column->addStretch();
    column->addWidget(makeButtons());
    setMinimumWidth(640);
    resize(680, 720); // room for a sentence and a text that wrap
}

QWidget *FileRequestDialog::makeButtons()
{
    auto *line = new QWidget;
    auto *cancel = new Button(tr("Cancel"));
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    m_send = new Button(tr("Send"), Button::Kind::Primary);
    m_send->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setDefault(true);
    connect(m_send, &Button::clicked, this, &FileRequestDialog::send);
    auto *buttons = new QHBoxLayout(line);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    return line;
}

void FileRequestDialog::wire()
{
    auto *sendAction = new QAction(this);
    sendAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    addAction(sendAction);
    connect(sendAction, &QAction::triggered, this, &FileRequestDialog::send);
    connect(m_picker, &PersonPicker::personChosen, this, [this](const UserId &id) { setPatients({id}); });
    connect(m_picker, &PersonPicker::cleared, this, [this] {
        m_patients.clear();
        onChanged();
    });
    connect(m_who, &QComboBox::currentIndexChanged, this, [this] {
        m_otherRow->setVisible(m_who->currentData().toInt() != int(FileRequestDraft::Who::Patient));
        onChanged();
    });
    connect(m_other, &QLineEdit::textChanged, this, &FileRequestDialog::onChanged);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, [this] {
        m_usedTemplate = -1;
        onChanged();
    });
    connect(m_viaApp, &QCheckBox::toggled, this, &FileRequestDialog::onChanged);
    connect(m_emailToo, &QCheckBox::toggled, this, &FileRequestDialog::onChanged);
}

// The templates' names in the console's language; an administrator finds the way to edit them behind.
void FileRequestDialog::showTemplates()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Language console = languageByCode(QLocale().name().toLatin1()).value_or(Language::English);
    const qsizetype shown = qMin(m_templates.size(), qsizetype(5));
    for (int i = 0; i < shown; ++i) {
        auto *chip = new Button(m_templates.at(i).in(console, Language::English).name);
        connect(chip, &Button::clicked, this, [this, i] { useTemplate(i); });
        m_chips->addWidget(chip);
    }
    if (shown < m_templates.size()) {
        auto *rest = new Button(tr("More"), Button::Kind::Quiet);
        auto *menu = new QMenu(rest);
        for (int i = int(shown); i < m_templates.size(); ++i)
            menu->addAction(m_templates.at(i).in(console, Language::English).name, this,
                            [this, i] { useTemplate(i); });
        rest->setMenu(menu);
        m_chips->addWidget(rest);
    }
    m_chips->addStretch();
    if (m_actor().isAdmin()) {
        auto *edit = new Button(tr("Edit templates"), Button::Kind::Quiet);
        connect(edit, &Button::clicked, this, &FileRequestDialog::editTemplates);
        m_chips->addWidget(edit);
    }
}

} // namespace anteroom
