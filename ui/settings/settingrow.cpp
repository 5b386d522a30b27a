// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingrow.h"

#include "app/delivery/smspresets.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/tokens.h"
#include "ui/settings/settingwords.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QPlainTextEdit>

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
    , m_clear(new Button(QString(), Button::Kind::Quiet))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(m_save);
    buttons->addWidget(m_undo);
    if (key.type == Type::File) {
        auto *choose = new Button(tr("Choose…"), Button::Kind::Quiet);
        choose->setAccessibleName(u"%1: %2"_s.arg(choose->text(), settingTitle(key.name)));
        connect(choose, &Button::clicked, this, [this] {
            const QString path = QFileDialog::getOpenFileName(this, settingTitle(m_key.name), m_line->text());
            if (!path.isEmpty())
                m_line->setText(path);
        });
        connect(this, &SettingRow::edited, choose,
                [this, choose] { choose->setVisible(!m_state.fromEnvironment); });
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
        undo();
        field()->setFocus();
    });
    setAccount({});
}

QWidget *SettingRow::makeField()
{
    if (m_key.type == Type::Choice || m_key.type == Type::Boolean) {
        m_choice = new QComboBox;
        m_choice->setFocusPolicy(Qt::StrongFocus);
        m_choice->installEventFilter(this);
        fillChoices();
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
    connect(m_line, &QLineEdit::textChanged, this, &SettingRow::onEdited);
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        if (isChanged())
            Q_EMIT saveRequested(text());
    });
    return m_line;
}

// Who scrolls the page past a choice does not mean to change it.
bool SettingRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_choice && event->type() == QEvent::Wheel && !m_choice->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

// An account may also have no choice of its own.
void SettingRow::fillChoices()
{
    m_choice->clear();
    if (!m_account.isEmpty())
        m_choice->addItem(tr("As for all accounts: %1").arg(settingChoiceText(m_key, m_state.inherited)),
                          QString());
    const QString all = m_key.type == Type::Boolean ? u"true|false"_s : QString::fromLatin1(m_key.choices);
    for (const QString &each : all.split(u'|'))
        m_choice->addItem(settingChoiceText(m_key, each), each);
}

QByteArray SettingRow::name() const
{
    return m_account.isEmpty() ? QByteArray(m_key.name) : m_key.name + "__"_ba + m_account.toUtf8();
}

void SettingRow::setAccount(const QString &account)
{
    m_account = account;
    m_clear->setText(m_key.type == Type::Secret ? tr("Forget it")
                     : !account.isEmpty()       ? tr("As for all accounts")
                     : key().defaultValue       ? tr("Back to the default")
                                                : tr("Clear"));
    for (auto *button : {m_save, m_undo, m_clear})
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), settingTitle(m_key.name)));
    undo();
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
    if (m_choice) {
        fillChoices();
        m_choice->setCurrentIndex(m_choice->findData(text));
    } else if (m_lines) {
        m_lines->setPlainText(text);
    } else {
        m_line->setText(text);
    }
    m_showing = false;
    follow();
}

// What counts while the field is empty stands in it, dim.
void SettingRow::setPlaceholder()
{
    QString text;
    if (m_key.type != Type::Secret)
        text = m_account.isEmpty() ? QString::fromUtf8(m_key.defaultValue) : m_state.inherited;
    if (text.isEmpty())
        text = settingUnsetText(m_key.name);
    if (m_line)
        m_line->setPlaceholderText(text);
    else if (m_lines)
        m_lines->setPlaceholderText(text);
}

void SettingRow::show(const SettingState &state)
{
    const bool secret = m_key.type == Type::Secret;
    const bool editing = isChanged(); // what somebody types is not taken from under their fingers
    m_state = state;
    m_shown = secret ? QString() : state.value;
    field()->setEnabled(!state.fromEnvironment);
    setPlaceholder();
    const bool own = !m_account.isEmpty() || secret
                         ? !state.value.isNull()
                         : !state.value.isEmpty() && state.value != QString::fromUtf8(m_key.defaultValue);
    m_clear->setVisible(!state.fromEnvironment && own);
    if (!editing)
        setText(m_shown);
    follow();
}

void SettingRow::suggest(const QString &text, const QStringList &blanks)
{
    if (m_state.fromEnvironment)
        return;
    setError({});
    m_blanks = blanks;
    const bool secret = m_key.type == Type::Secret;
    m_forget = secret && text.isEmpty() && !m_state.value.isNull();
    // A choice has no empty place where it is nobody's own.
    setText(m_choice && text.isEmpty() && m_account.isEmpty() ? QString::fromUtf8(m_key.defaultValue) : text);
}

bool SettingRow::isChanged() const
{
    return !m_state.fromEnvironment && (m_forget || text() != m_shown);
}

QStringList SettingRow::missing() const
{
    return blanksIn(text(), m_blanks);
}

void SettingRow::undo()
{
    setError({});
    m_blanks.clear();
    m_forget = false;
    setText(m_shown);
}

// A secret is forgotten with an empty text, and every text that is typed takes that back.
void SettingRow::setSaved()
{
    m_shown = m_key.type == Type::Secret ? QString() : text();
    undo();
}

void SettingRow::setError(const QString &error)
{
    m_row->setError(error);
}

QString SettingRow::error() const
{
    return m_row->error();
}

bool SettingRow::matches(const QString &text) const
{
    return settingTitle(m_key.name).contains(text, Qt::CaseInsensitive) ||
           QString::fromUtf8(name()).contains(text, Qt::CaseInsensitive);
}

QString SettingRow::hint() const
{
    // A key's long name may break after its underscores, so that it fits a narrow page.
    QStringList parts{QString::fromUtf8(name()).replace(u'_', u"_\u200b"_s), effectText(m_key.effect)};
    const bool secret = m_key.type == Type::Secret;
    if (m_state.fromEnvironment)
        parts += tr("ruled by an environment variable: change it there");
    else if (m_forget)
        parts += tr("is forgotten when you save");
    else if (!m_account.isEmpty() && !m_state.value.isNull())
        parts += secret ? tr("the account’s own; it is never shown") : tr("the account’s own");
    else if (!m_account.isEmpty() && secret)
        parts += m_state.inherited.isNull()
                     ? tr("not set")
                     : tr("as for all accounts, unless the account’s address leads to another server");
    else if (!m_account.isEmpty())
        parts += m_state.inherited.isEmpty() ? tr("as for all accounts: not set") : tr("as for all accounts");
    else if (secret)
        parts += m_state.value.isNull() ? tr("not set") : tr("set; it is never shown");
    return parts.join(u" · "_s);
}

void SettingRow::onEdited()
{
    if (m_showing)
        return;
    setError({});
    m_forget = false;
    follow();
}

void SettingRow::follow()
{
    const bool changed = isChanged();
    m_save->setVisible(changed);
    m_undo->setVisible(changed);
    m_row->setHint(hint());
    if (const QStringList blanks = missing(); !blanks.isEmpty())
        m_row->setError(tr("Still to be typed: %1").arg(u'<' + blanks.join(u">, <"_s) + u'>'));
    Q_EMIT edited();
}

} // namespace anteroom
