// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/staffsection.h"

#include "app/access/staffservice.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/settings/settingstable.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QTableWidget>

namespace anteroom {

namespace {

struct People
{
    QVector<Staff> staff;
    QHash<StaffId, UtcTime> blocked;
};

} // namespace

StaffSection::StaffSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_bar(new InlineBar(Tone::Good, {}))
    , m_table(settingsTable(tr("Staff"), {tr("Name"), tr("Login"), tr("Role"), tr("State")}))
    , m_disable(new Button(tr("Disable")))
    , m_unlock(new Button(tr("Unlock")))
    , m_newPassword(new QLineEdit)
    , m_newPasswordRow(new FormRow(tr("New &password for them"), m_newPassword))
    , m_setPassword(new Button(tr("Set password")))
{
    m_bar->hide();
    m_newPassword->setEchoMode(QLineEdit::Password);
    auto *actions = new QHBoxLayout;
    actions->setSpacing(space::s);
    actions->addWidget(m_disable);
    actions->addWidget(m_unlock);
    actions->addStretch();
    auto *password = new QHBoxLayout;
    password->setSpacing(space::s);
    password->addWidget(m_newPasswordRow, 1);
    password->addWidget(m_setPassword, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_bar);
    column->addWidget(m_table);
    column->addLayout(actions);
    column->addLayout(password);
    column->addWidget(new Label(TextRole::Section, tr("Add somebody")));
    column->addWidget(makeForm());

    connect(m_table, &QTableWidget::itemSelectionChanged, this, &StaffSection::follow);
    connect(m_disable, &Button::clicked, this, &StaffSection::setDisabled);
    connect(m_unlock, &Button::clicked, this, &StaffSection::unlock);
    connect(m_setPassword, &Button::clicked, this, &StaffSection::setPassword);
    follow();
}

QWidget *StaffSection::makeForm()
{
    m_name = new QLineEdit;
    m_login = new QLineEdit;
    m_role = new QComboBox;
    m_role->addItem(tr("Clinician"), int(Actor::Role::Clinician));
    m_role->addItem(tr("Administrator"), int(Actor::Role::Admin));
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_rows = {{"name", new FormRow(tr("&Name"), m_name)},
              {"login", new FormRow(tr("&Login"), m_login)},
              {"role", new FormRow(tr("&Role"), m_role)},
              {"password", new FormRow(tr("First pass&word"), m_password)}};
    m_rows["password"]->setHint(tr("At least 10 characters."));
    auto *addOne = new Button(tr("Add"));
    addOne->setObjectName(QStringLiteral("add-staff"));
    connect(addOne, &Button::clicked, this, &StaffSection::add);

    auto *form = new QWidget;
    auto *first = new QHBoxLayout;
    first->setSpacing(space::m);
    first->addWidget(m_rows["name"], 1);
    first->addWidget(m_rows["login"], 1);
    auto *second = new QHBoxLayout;
    second->setSpacing(space::m);
    second->addWidget(m_rows["role"], 1);
    second->addWidget(m_rows["password"], 1);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(addOne, 0, Qt::AlignLeft);
    return form;
}

void StaffSection::load()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<People> {
        return People{StaffService::list(tx, {200, {}}).items, StaffService::blocked(tx)};
    }),
             this, [this](const Result<People> &people) {
                 if (people)
                     showStaff(people->staff, people->blocked);
                 else
                     refuse(people.error());
             });
}

void StaffSection::showStaff(const QVector<Staff> &staff, const QHash<StaffId, UtcTime> &blocked)
{
    const StaffId before = chosen() ? chosen()->id : StaffId();
    m_staff = staff;
    m_blocked = blocked;
    QVector<QStringList> rows;
    int current = -1;
    for (const Staff &each : staff) {
        const QString role = each.role == Actor::Role::Admin ? tr("Administrator") : tr("Clinician");
        QString state = tr("May sign in");
        if (each.disabledAt)
            state = tr("Disabled");
        else if (blocked.contains(each.id))
            state = tr("Has to wait after wrong passwords");
        if (each.id == before)
            current = int(rows.size());
        rows.append({each.name, each.login, role, state});
    }
    fillTable(m_table, rows, current);
    follow();
}

const Staff *StaffSection::chosen() const
{
    const int row = selectedTableRow(m_table);
    return row >= 0 && row < m_staff.size() ? &m_staff.at(row) : nullptr;
}

void StaffSection::follow()
{
    const Staff *one = chosen();
    m_disable->setEnabled(one);
    m_disable->setText(one && one->disabledAt ? tr("Enable") : tr("Disable"));
    m_unlock->setEnabled(one && m_blocked.contains(one->id));
    m_newPasswordRow->setEnabled(one);
    m_setPassword->setEnabled(one);
}

void StaffSection::add()
{
    for (FormRow *row : std::as_const(m_rows))
        row->setError({});
    NewStaff input;
    input.name = m_name->text();
    input.login = m_login->text();
    input.role = Actor::Role(m_role->currentData().toInt());
    input.password = m_password->text();
    whenDone(m_clinic.staff().add(m_actor(), input), this, [this](const Result<Staff> &added) {
        if (!added)
            return refuse(added.error());
        for (QLineEdit *field : {m_name, m_login, m_password})
            field->clear();
        say(Tone::Good, tr("%1 may sign in now.").arg(added->name));
        load();
    });
}

void StaffSection::setPassword()
{
    const Staff *one = chosen();
    if (!one)
        return;
    m_newPasswordRow->setError({});
    whenDone(m_clinic.staff().setPassword(m_actor(), one->id, m_newPassword->text()), this,
             [this, name = one->name](const Result<void> &done) {
                 if (!done)
                     return m_newPasswordRow->setError(errorText(done.error()));
                 m_newPassword->clear();
                 say(Tone::Good, tr("%1 has a new password.").arg(name));
                 load();
             });
}

void StaffSection::setDisabled()
{
    const Staff *one = chosen();
    if (!one)
        return;
    const bool disable = !one->disabledAt;
    whenDone(m_clinic.store().write(
                 [actor = m_actor(), id = one->id, disable](WriteTransaction &tx) -> Result<void> {
                     return StaffService::setDisabled(tx, actor, id, disable);
                 }),
             this, [this, name = one->name, disable](const Result<void> &done) {
                 if (!done)
                     return refuse(done.error());
                 say(Tone::Good,
                     (disable ? tr("%1 may not sign in any more.") : tr("%1 may sign in again.")).arg(name));
                 load();
             });
}

void StaffSection::unlock()
{
    const Staff *one = chosen();
    if (!one)
        return;
    whenDone(m_clinic.store().write(
                 [&clinic = m_clinic, actor = m_actor(), id = one->id](WriteTransaction &tx) -> Result<void> {
                     return clinic.staff().unlock(tx, actor, id);
                 }),
             this, [this, name = one->name](const Result<void> &done) {
                 if (!done)
                     return refuse(done.error());
                 say(Tone::Good, tr("%1 may try again at once.").arg(name));
                 load();
             });
}

void StaffSection::refuse(const Error &error)
{
    if (FormRow *row = m_rows.value(error.field))
        row->setError(errorText(error));
    else
        say(Tone::Bad, errorText(error));
}

void StaffSection::say(Tone tone, const QString &words)
{
    m_bar->setTone(tone);
    m_bar->setText(words);
    m_bar->show();
}

} // namespace anteroom
