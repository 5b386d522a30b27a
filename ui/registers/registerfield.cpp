// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/registerfield.h"

#include "app/base/id.h"
#include "app/base/utctime.h"
#include "ui/common/formrow.h"
#include "ui/common/tokens.h"
#include "ui/registers/codelines.h"
#include "ui/registers/registerwords.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

using Type = RegisterMember::Type;

// A moment as people write it here, in this machine's zone.
QString momentText(const QString &iso)
{
    const auto time = parseUtcTime(iso);
    if (!time)
        return iso;
    const auto local = QDateTime::fromMSecsSinceEpoch(toUs(*time) / 1000);
    return local.toString(local.time().second() == 0 ? u"yyyy-MM-dd HH:mm"_s : u"yyyy-MM-dd HH:mm:ss"_s);
}

// The same back; what is no moment stays as it is, for the service to refuse.
QString isoOf(const QString &typed)
{
    for (const QString &format : {u"yyyy-MM-dd"_s, u"yyyy-MM-dd HH:mm"_s, u"yyyy-MM-dd HH:mm:ss"_s}) {
        const QDateTime local = QDateTime::fromString(typed, format);
        if (local.isValid())
            return QString::fromLatin1(toIsoMicros(utcFromUs(local.toMSecsSinceEpoch() * 1000)));
    }
    return typed;
}

} // namespace

RegisterField::RegisterField(const RegisterShape &shape, const RegisterMember &member, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_member(member)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    const QString title = memberTitle(shape, member.name);
    if (member.type == Type::Flag) {
        m_flag = new QCheckBox(title);
        connect(m_flag, &QCheckBox::toggled, this, &RegisterField::edited);
        column->addWidget(m_flag);
        return;
    }
    m_row = new FormRow(title, makeField());
    m_row->setHint(memberHint(shape, member));
    column->addWidget(m_row);
    if (member.type == Type::Secret) {
        m_flag = new QCheckBox(tr("Forget the code that is set"));
        m_flag->hide();
        connect(m_flag, &QCheckBox::toggled, this, &RegisterField::edited);
        connect(m_flag, &QCheckBox::toggled, m_line, &QWidget::setDisabled);
        column->addWidget(m_flag);
    }
}

QWidget *RegisterField::makeField()
{
    switch (m_member.type) {
    case Type::OptionalFlag:
        m_choice = new QComboBox;
        m_choice->addItem(tr("Not said"), QVariant());
        m_choice->addItem(tr("Yes"), true);
        m_choice->addItem(tr("No"), false);
        connect(m_choice, &QComboBox::currentIndexChanged, this, &RegisterField::edited);
        return m_choice;
    case Type::Codes:
    case Type::CodeSets:
        m_lines = new QPlainTextEdit;
        m_lines->setTabChangesFocus(true);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &RegisterField::edited);
        return m_lines;
    default:
        break;
    }
    if (m_member.suggestions) {
        m_choice = new QComboBox;
        m_choice->setEditable(true);
        m_choice->setInsertPolicy(QComboBox::NoInsert);
        m_choice->addItems(QString::fromLatin1(m_member.suggestions).split(u'|'));
        m_choice->setCurrentIndex(-1);
        connect(m_choice, &QComboBox::editTextChanged, this, &RegisterField::edited);
        return m_choice;
    }
    m_line = new QLineEdit;
    if (m_member.type == Type::Secret) {
        m_line->setEchoMode(QLineEdit::Password);
        m_line->setAttribute(Qt::WA_InputMethodEnabled, false);
    }
    connect(m_line, &QLineEdit::textChanged, this, &RegisterField::edited);
    return m_line;
}

void RegisterField::show(const QJsonValue &value)
{
    m_stored = value;
    if (m_member.type == Type::Flag) {
        m_flag->setChecked(value.toBool());
    } else if (m_member.type == Type::Secret) {
        m_flag->setVisible(value.toBool());
        m_row->setHint(value.toBool() ? tr("One is set and never shown. Type another to replace it.")
                                      : tr("None is set."));
    } else if (m_lines) {
        m_lines->setPlainText(codeLines(m_member.type, value));
    } else if (m_member.type == Type::OptionalFlag) {
        m_choice->setCurrentIndex(value.isBool() ? (value.toBool() ? 1 : 2) : 0);
    } else if (m_choice) {
        m_choice->setEditText(value.toString());
    } else if (m_member.type == Type::Code) {
        m_line->setText(codeLines(m_member.type, value));
    } else {
        m_line->setText(m_member.type == Type::Time ? momentText(value.toString()) : value.toString());
        m_line->setCursorPosition(0);
    }
    m_shown = this->value();
}

bool RegisterField::isChanged() const
{
    if (m_member.type == Type::Secret)
        return m_flag->isChecked() || !m_line->text().isEmpty();
    return value() != m_shown;
}

QString RegisterField::text() const
{
    if (m_line)
        return m_line->text().trimmed();
    return m_choice ? m_choice->currentText().trimmed() : m_lines->toPlainText();
}

QJsonValue RegisterField::value() const
{
    switch (m_member.type) {
    case Type::Flag:
        return m_flag->isChecked();
    case Type::OptionalFlag:
        return QJsonValue::fromVariant(m_choice->currentData());
    case Type::Code:
    case Type::Codes:
    case Type::CodeSets:
        return codesOfLines(m_member.type, text());
    case Type::Time:
        return text().isEmpty() ? QJsonValue() : QJsonValue(isoOf(text()));
    case Type::Secret:
        return text().isEmpty() || m_flag->isChecked() ? QJsonValue() : QJsonValue(text());
    default:
        return text().isEmpty() ? QJsonValue() : QJsonValue(text());
    }
}

void RegisterField::setError(const QString &error)
{
    if (m_row)
        m_row->setError(error);
}

QString RegisterField::error() const
{
    return m_row ? m_row->error() : QString();
}

void RegisterField::setMeaning(const QString &words)
{
    m_row->setHint(words.isEmpty() ? memberHint(m_shape, m_member) : words);
}

QByteArray RegisterField::id() const
{
    return m_line ? canonicalUuid(text().toLatin1()).value_or(QByteArray()) : QByteArray();
}

QWidget *RegisterField::field() const
{
    return m_row ? m_row->field() : m_flag;
}

} // namespace anteroom
