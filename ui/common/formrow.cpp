// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formrow.h"

#include "ui/common/label.h"

#include <QBoxLayout>

namespace anteroom {

FormRow::FormRow(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_label(new Label(TextRole::Caption, label, this))
    , m_hint(new Label(TextRole::Caption, {}, this))
    , m_error(new Label(TextRole::Caption, {}, this))
{
    field->setParent(this);
    m_label->setBuddy(field);
    // A sentence has to fit at any size of text; a word or two may say how narrow the form can be.
    m_label->setWordWrap(label.size() > 40);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(QString(label).remove(u'&'));
    m_error->setTone(Tone::Bad);
    for (auto *under : {m_hint, m_error}) {
        under->setWordWrap(true);
        under->hide();
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_label);
    column->addWidget(field);
    column->addWidget(m_hint);
    column->addWidget(m_error);
    // Beside a taller row the field stays at the top; one that grows takes the room itself.
    if (!(field->sizePolicy().verticalPolicy() & QSizePolicy::ExpandFlag))
        column->addStretch(1);
    setFocusProxy(field);
}

void FormRow::setHint(const QString &hint)
{
    m_hint->setText(hint);
    describe();
}

void FormRow::setError(const QString &error)
{
    if (error == m_error->text())
        return;
    m_error->setText(error);
    m_field->setProperty("invalid", !error.isEmpty());
    m_field->update();
    describe();
}

QString FormRow::error() const
{
    return m_error->text();
}

void FormRow::describe()
{
    const bool wrong = hasError();
    m_error->setVisible(wrong);
    m_hint->setVisible(!wrong && !m_hint->text().isEmpty());
    // Where a line may break is nothing to be read out.
    m_field->setAccessibleDescription(wrong ? error() : m_hint->text().remove(QChar(0x200b)));
}

} // namespace anteroom
