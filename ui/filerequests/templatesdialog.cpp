// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/templatesdialog.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/icons.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/languagetext.h"
#include "ui/filerequests/promptroom.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QTabBar>

namespace anteroom {

TemplatesDialog::TemplatesDialog(Clinic &clinic, std::function<Actor()> actor,
                                 QVector<PromptTemplate> templates, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_templates(std::move(templates))
    , m_trouble(new InlineBar(Tone::Bad, {}))
    , m_list(new QListWidget)
    , m_languages(new QTabBar)
    , m_name(new QLineEdit)
    , m_prompt(new QPlainTextEdit)
{
    setWindowTitle(tr("Templates"));
    m_trouble->hide();
    m_trouble->setClosable(false);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(space::l);
    middle->addWidget(makeList(), 2);
    middle->addWidget(makeFields(), 3);
    auto *cancel = new Button(tr("Cancel"));
    m_save = new Button(tr("Save"), Button::Kind::Primary);
    m_save->setObjectName(QStringLiteral("save"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(m_trouble);
    column->addLayout(middle, 1);
    column->addLayout(buttons);
    resize(680, 460);

    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_save, &Button::clicked, this, &TemplatesDialog::save);
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesDialog::showText);
    connect(m_languages, &QTabBar::currentChanged, this, &TemplatesDialog::showText);
    connect(m_name, &QLineEdit::textEdited, this, &TemplatesDialog::takeText);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, &TemplatesDialog::takeText);
    showList(0);
}

QWidget *TemplatesDialog::makeList()
{
    auto *side = new QWidget;
    m_list->setAccessibleName(tr("Templates"));
    auto *addOne = new Button(tr("Add"));
    m_remove = new Button(tr("Remove"));
    m_up = new Button(QString());
    m_up->setIcon(icon(Icon::ChevronUp));
    m_up->setAccessibleName(tr("Move up"));
    m_up->setToolTip(m_up->accessibleName());
    m_down = new Button(QString());
    m_down->setIcon(icon(Icon::ChevronDown));
    m_down->setAccessibleName(tr("Move down"));
    m_down->setToolTip(m_down->accessibleName());
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::xs);
    buttons->addWidget(addOne);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(addOne, &Button::clicked, this, &TemplatesDialog::add);
    connect(m_remove, &Button::clicked, this, &TemplatesDialog::remove);
    connect(m_up, &Button::clicked, this, [this] { move(-1); });
    connect(m_down, &Button::clicked, this, [this] { move(1); });
    return side;
}

QWidget *TemplatesDialog::makeFields()
{
    m_fields = new QWidget;
    m_languages->setAccessibleName(tr("Language of the patient"));
    m_languages->setExpanding(false);
    m_languages->setDrawBase(false);
    for (const Language each : allLanguages)
        m_languages->addTab(languageText(each));
    m_name->setMaxLength(PromptTemplates::longestName);
    auto *prompt = new FormRow(tr("&What the patient reads"), m_prompt);
    sayRoom(prompt, m_prompt);
    auto *hint =
        new Label(TextRole::Caption,
                  tr("A patient gets the text in their own language, or in English where it is missing."));
    hint->setWordWrap(true);
    auto *column = new QVBoxLayout(m_fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_languages);
    auto *name = new FormRow(tr("&Name of the button"), m_name);
    for (FormRow *row : {name, prompt})
        row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // the room goes to the end
    column->addWidget(name);
    column->addWidget(prompt);
    column->addWidget(hint);
    column->addStretch();
    return m_fields;
}

Language TemplatesDialog::language() const
{
    return allLanguages[qBound(0, m_languages->currentIndex(), int(std::size(allLanguages)) - 1)];
}

QString TemplatesDialog::nameOf(const PromptTemplate &each) const
{
    const Language console = languageByCode(QLocale().name().toLatin1()).value_or(Language::English);
    return each.texts.isEmpty() ? tr("New template") : each.in(console, Language::English).name;
}

void TemplatesDialog::showList(int current)
{
    {
        const QSignalBlocker blocked(m_list);
        m_list->clear();
        for (const PromptTemplate &each : std::as_const(m_templates))
            m_list->addItem(nameOf(each));
        m_list->setCurrentRow(qBound(-1, current, int(m_templates.size()) - 1));
    }
    showText();
}

void TemplatesDialog::showText()
{
    const int row = m_list->currentRow();
    m_fields->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_templates.size());
    const auto text = row < 0 ? PromptTemplate::Text{} : m_templates.at(row).texts.value(language());
    m_showing = true;
    m_name->setText(text.name);
    m_prompt->setPlainText(text.prompt);
    m_showing = false;
}

void TemplatesDialog::takeText()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    PromptTemplate &each = m_templates[row];
    const PromptTemplate::Text text{m_name->text(), m_prompt->toPlainText()};
    if (text.name.trimmed().isEmpty() && text.prompt.trimmed().isEmpty())
        each.texts.remove(language());
    else
        each.texts.insert(language(), text);
    m_list->item(row)->setText(nameOf(each));
}

void TemplatesDialog::add()
{
    m_templates.append(PromptTemplate{});
    showList(int(m_templates.size()) - 1);
    m_name->setFocus();
}

void TemplatesDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_templates.removeAt(row);
    showList(qMin(row, int(m_templates.size()) - 1));
}

void TemplatesDialog::move(int by)
{
    const int row = m_list->currentRow();
    if (row < 0 || row + by < 0 || row + by >= m_templates.size())
        return;
    m_templates.swapItemsAt(row, row + by);
    showList(row + by);
}

void TemplatesDialog::save()
{
    m_save->setEnabled(false);
    whenDone(
        m_clinic.store().write([actor = m_actor(), all = m_templates](WriteTransaction &tx) -> Result<void> {
            return PromptTemplates::replace(tx, actor, all);
        }),
        this, [this](const Result<void> &done) {
            m_save->setEnabled(true);
            if (done) {
                accept();
                Q_EMIT saved();
                return;
            }
            m_trouble->setText(errorText(done.error()));
            m_trouble->show();
        });
}

} // namespace anteroom
