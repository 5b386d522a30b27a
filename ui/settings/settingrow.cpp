// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/tokens.h"
#include "ui/settings/settingwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

using Type = SettingKey::Type;

bool hasSeveralLines(const SettingKey &key)
{
    return qstrcmp(key.name, "ANTEROOM_SMS_HEADERS") == 0 || qstrcmp(key.name, "ANTEROOM_SMS_BODY") == 0;
}

} // namespace

SettingRow::SettingRow(const SettingKey &key, QWidget *parent)
    : QWidget(parent)
    , m_key(key)
    , m_row(new FormRow(settingTitle(key.name), makeField()))
    , m_save(new Button(tr("Save")))
    , m_undo(new Button(tr("Undo"), Button::Kind::Quiet))
    , m_clear(new Button(key.type == Type::Secret ? tr("Forget it") : tr("Back to the default"),
                         Button::Kind::Quiet))
{
    for (auto *button : {m_save, m_undo, m_clear})
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), settingTitle(key.name)));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_save);
    buttons->addWidget(m_undo);
    if (key.type == Type::File) {
        auto *choose = new Button(tr("Choose…"), Button::Kind::Quiet);
        connect(choose, &Button::clicked, this, [this] {
            const QString path = QFileDialog::getOpenFileName(this, settingTitle(m_key.name), m_line->text());
            if (!path.isEmpty())
                m_line->setText(path);
        });
        buttons->addWidget(choose);
    }
    buttons->addWidget(m_clear);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_row);
    column->addLayout(buttons);
    setFocusProxy(m_row->field());
    m_shown = text(); // what a choice stands at by itself is nobody's wish

    connect(m_save, &Button::clicked, this, [this] { Q_EMIT saveRequested(text()); });
    connect(m_clear, &Button::clicked, this, [this] { Q_EMIT saveRequested({}); });
    connect(m_undo, &Button::clicked, this, [this] {
        setError({});
        setText(m_shown);
        field()->setFocus();
    });
    follow();
}

QWidget *SettingRow::makeField()
{
    if (m_key.type == Type::Choice || m_key.type == Type::Boolean) {
        m_choice = new QComboBox;
        if (m_key.type == Type::Boolean) {
            m_choice->addItem(tr("Yes"), u"true"_s);
            m_choice->addItem(tr("No"), u"false"_s);
        } else {
            for (const QString &each : QString::fromLatin1(m_key.choices).split(u'|'))
                m_choice->addItem(each, each);
        }
        connect(m_choice, &QComboBox::currentIndexChanged, this, &SettingRow::onEdited);
        return m_choice;
    }
    if (hasSeveralLines(m_key)) {
        m_lines = new QPlainTextEdit;
        m_lines->setTabChangesFocus(true);
        m_lines->setFixedHeight(m_lines->fontMetrics().lineSpacing() * 3 + space::l);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &SettingRow::onEdited);
        return m_lines;
    }
    m_line = new QLineEdit;
    if (m_key.type == Type::Secret)
        m_line->setEchoMode(QLineEdit::Password);
    else if (m_key.defaultValue)
        m_line->setPlaceholderText(QString::fromUtf8(m_key.defaultValue));
    connect(m_line, &QLineEdit::textChanged, this, &SettingRow::onEdited);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        if (m_save->isVisible())
            Q_EMIT saveRequested(text());
    });
    return m_line;
}

QWidget *SettingRow::field() const
{
    return m_row->field();
}

QString SettingRow::text() const
{
    if (m_choice)
        return m_choice->currentData().toString();
    return m_lines ? m_lines->toPlainText() : m_line->text().trimmed();
}

void SettingRow::setText(const QString &text)
{
    m_showing = true;
    if (m_choice)
        m_choice->setCurrentIndex(m_choice->findData(text));
    else if (m_lines)
        m_lines->setPlainText(text);
    else
        m_line->setText(text);
    m_showing = false;
    follow();
}

void SettingRow::show(const QString &value, bool fromEnvironment)
{
    const bool secret = m_key.type == Type::Secret;
    const bool editing = text() != m_shown; // what somebody types is not taken from under their fingers
    m_fromEnvironment = fromEnvironment;
    QString hint = QString::fromLatin1(m_key.name) + u" · "_s + effectText(m_key.effect);
    if (fromEnvironment)
        hint += u" · "_s + tr("ruled by an environment variable: change it there");
    else if (secret)
        hint += u" · "_s + (value.isNull() ? tr("not set") : tr("set; it is never shown"));
    m_row->setHint(hint);
    field()->setEnabled(!fromEnvironment);
    m_shown = secret ? QString() : value;
    const bool isDefault = value.isEmpty() || value == QString::fromUtf8(m_key.defaultValue);
    m_clear->setVisible(!fromEnvironment && (secret ? !value.isNull() : !isDefault));
    if (!editing)
        setText(m_shown);
    follow();
}

void SettingRow::setError(const QString &error)
{
    m_row->setError(error);
}

QString SettingRow::error() const
{
    return m_row->error();
}

void SettingRow::setSaved()
{
    setError({});
    m_shown = m_key.type == Type::Secret ? QString() : text();
    setText(m_shown);
}

bool SettingRow::matches(const QString &text) const
{
    return settingTitle(m_key.name).contains(text, Qt::CaseInsensitive) ||
           QString::fromLatin1(m_key.name).contains(text, Qt::CaseInsensitive);
}

void SettingRow::onEdited()
{
    if (m_showing)
        return;
    setError({});
    follow();
}

void SettingRow::follow()
{
    const bool changed = !m_fromEnvironment && text() != m_shown;
    m_save->setVisible(changed);
    m_undo->setVisible(changed);
}

} // namespace anteroom
