// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/registerdialog.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/label.h"
#include "ui/common/scrolled.h"
#include "ui/registers/registerfield.h"
#include "ui/registers/registerwords.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QScreen>

namespace anteroom {

RegisterDialog::RegisterDialog(Clinic &clinic, std::function<Actor()> actor, Register which,
                               const std::optional<RegisterEntry> &entry, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_registers(clinic.vault())
    , m_shape(registerShape(which))
    , m_entry(entry)
    , m_key(new QLineEdit)
    , m_keyRow(new FormRow(memberTitle(m_shape, m_shape.key), m_key))
    , m_refusal(new Label(TextRole::Body))
    , m_save(new Button(entry ? tr("Save") : tr("Add"), Button::Kind::Primary))
{
    setWindowTitle(registerTitle(which));
    auto *title = new Label(TextRole::Title, registerTitle(which));
    auto *subtitle = new Label(TextRole::Caption, registerSubtitle(which));
    subtitle->setWordWrap(true);
    m_refusal->setTone(Tone::Bad);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *cancel = new Button(tr("Cancel"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(title);
    column->addWidget(subtitle);
    auto *fields = makeFields();
    auto *area = scrolled(fields);
    column->addWidget(area, 1);
    column->addWidget(m_refusal);
    column->addLayout(buttons);
    setMinimumWidth(520);
    const int room = screen() ? screen()->availableGeometry().height() - 60 : 700;
    resize(560, qMin(fields->sizeHint().height() + 190, room));

    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_save, &Button::clicked, this, &RegisterDialog::save);
    if (!m_fields.isEmpty())
        m_fields.first()->field()->setFocus();
    if (!entry && which == Register::DictionaryConfigurations)
        m_key->setFocus();
}

QWidget *RegisterDialog::makeFields()
{
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, space::s, 0);
    column->setSpacing(space::m);
    const bool isNamed = m_shape.which == Register::DictionaryConfigurations;
    if (m_entry) {
        m_key->setText(QString::fromUtf8(m_entry->key));
        m_key->setReadOnly(true);
    } else if (!isNamed) {
        m_keyRow->setHint(tr("Left empty, a new one is made."));
    }
    if (isNamed)
        column->addWidget(m_keyRow);
    for (const RegisterMember &member : m_shape.members) {
        auto *one = new RegisterField(m_shape, member);
        one->show(m_entry ? m_entry->members.value(QLatin1String(member.name)) : QJsonValue());
        m_fields.append(one);
        column->addWidget(one);
        if (member.refersTo) {
            connect(one, &RegisterField::edited, this, [this, one] { lookUp(one); });
            lookUp(one);
        }
    }
    if (!isNamed)
        column->addWidget(m_keyRow); // the last thing that somebody looks for
    column->addStretch();
    return inner;
}

RegisterField *RegisterDialog::field(QByteArrayView member) const
{
    for (RegisterField *each : m_fields) {
        if (member == QByteArrayView(each->member().name))
            return each;
    }
    return nullptr;
}

// Whom an id means: whoever typed or pasted one sees at once whether it is the right one.
void RegisterDialog::lookUp(RegisterField *field)
{
    const QByteArray id = field->id();
    field->setMeaning({});
    if (id.isNull())
        return;
    const Register which = *field->member().refersTo;
    whenDone(m_clinic.store().read([this, actor = m_actor(), which, id](Transaction &tx) {
        return m_registers.get(tx, actor, which, id);
    }),
             this, [this, field, which, id](const Result<RegisterEntry> &entry) {
                 if (field->id() != id)
                     return;
                 if (entry) {
                     auditLater(m_clinic.store(), m_actor(), {.action = "register.read", .subject = id});
                     field->setMeaning(entryName(which, *entry));
                 } else if (entry.error().is("register.unknown")) {
                     field->setMeaning(tr("No entry of %1 has this id yet.").arg(registerTitle(which)));
                 }
             });
}

QJsonObject RegisterDialog::members() const
{
    QJsonObject members;
    for (const RegisterField *each : m_fields) {
        if (!m_entry || each->isChanged())
            members.insert(QLatin1String(each->member().name), each->value());
    }
    if (const QString key = m_key->text().trimmed(); !m_entry && !key.isEmpty())
        members.insert(QLatin1String(m_shape.key), key);
    return members;
}

void RegisterDialog::save()
{
    for (RegisterField *each : std::as_const(m_fields))
        each->setError({});
    m_keyRow->setError({});
    m_refusal->hide();
    m_save->setEnabled(false);
    whenDone(m_clinic.store().write([registers = m_registers, actor = m_actor(), which = m_shape.which,
                                     entry = m_entry, members = members()](WriteTransaction &tx) {
        return entry ? registers.edit(tx, actor, which, entry->key, members)
                     : registers.add(tx, actor, which, members);
    }),
             this, [this](const Result<RegisterEntry> &entry) {
                 m_save->setEnabled(true);
                 if (!entry)
                     return refuse(entry.error());
                 accept();
                 Q_EMIT saved(entry->key);
             });
}

void RegisterDialog::refuse(const Error &error)
{
    QString words = errorText(error);
    if (const int place = error.data.value(QLatin1String("place")).toInt(); place > 0)
        words = tr("Line %1: %2").arg(place).arg(words);
    RegisterField *at = error.field ? field(error.field) : nullptr;
    if (at) {
        at->setError(words);
        at->field()->setFocus();
    } else if (error.field && QByteArrayView(error.field) == m_shape.key) {
        m_keyRow->setError(words);
        m_key->setFocus();
    } else {
        m_refusal->setText(words);
        m_refusal->show();
    }
}

} // namespace anteroom
