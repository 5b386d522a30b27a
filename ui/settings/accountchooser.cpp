// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/accountchooser.h"

#include "app/settings/settings.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/tokens.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>

namespace anteroom {

AccountChooser::AccountChooser(QWidget *parent)
    : QWidget(parent)
    , m_accounts(new QComboBox)
    , m_row(new FormRow(tr("Whose settings"), m_accounts))
    , m_addNew(new Button(tr("Another account…"), Button::Kind::Quiet))
    , m_new(new QLineEdit)
    , m_newRow(new FormRow(tr("The account’s id"), m_new))
    , m_newLine(new QWidget)
{
    m_accounts->addItem(tr("All accounts"), QString());
    auto *add = new Button(tr("Show its settings"));
    auto *leave = new Button(tr("Cancel"), Button::Kind::Quiet);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addWidget(add);
    buttons->addWidget(leave);
    buttons->addStretch();
    auto *lines = new QVBoxLayout(m_newLine);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::s);
    lines->addWidget(m_newRow);
    lines->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_row);
    column->addWidget(m_addNew, 0, Qt::AlignLeft);
    column->addWidget(m_newLine);
    showNew(false);
    describe();

    connect(m_addNew, &Button::clicked, this, [this] {
        showNew(true);
        m_new->setFocus();
    });
    connect(leave, &Button::clicked, this, [this] {
        showNew(false);
        m_accounts->setFocus();
    });
    connect(add, &Button::clicked, this, &AccountChooser::add);
    connect(m_new, &QLineEdit::returnPressed, this, &AccountChooser::add);
    connect(m_new, &QLineEdit::textChanged, this, [this] { m_newRow->setError({}); });
    connect(m_accounts, &QComboBox::currentIndexChanged, this, [this] {
        describe();
        Q_EMIT chosen(account());
    });
}

QString AccountChooser::account() const
{
    return m_accounts->currentData().toString();
}

void AccountChooser::setAccounts(const QStringList &accounts)
{
    const QString current = account();
    const QSignalBlocker quiet(m_accounts);
    while (m_accounts->count() > 1)
        m_accounts->removeItem(1);
    for (const QString &each : accounts)
        m_accounts->addItem(tr("Account %1").arg(each), each);
    if (!current.isEmpty() && !accounts.contains(current))
        m_accounts->addItem(tr("Account %1").arg(current), current);
    m_accounts->setCurrentIndex(m_accounts->findData(current));
}

void AccountChooser::setHeld(const QString &why)
{
    m_held = why;
    m_accounts->setEnabled(why.isEmpty());
    m_addNew->setEnabled(why.isEmpty());
    if (!why.isEmpty())
        showNew(false);
    describe();
}

void AccountChooser::add()
{
    const QString id = m_new->text().trimmed();
    if (id.isEmpty() || !settingKey("ANTEROOM_SMS_URL__" + id.toUtf8()))
        return m_newRow->setError(
            tr("An account’s id here has letters, digits, points, hyphens and underscores, at most 64."));
    showNew(false);
    if (m_accounts->findData(id) < 0)
        m_accounts->addItem(tr("Account %1").arg(id), id);
    m_accounts->setCurrentIndex(m_accounts->findData(id));
    m_accounts->setFocus();
}

void AccountChooser::showNew(bool shown)
{
    m_newLine->setVisible(shown);
    m_addNew->setVisible(!shown);
    m_new->clear();
}

void AccountChooser::describe()
{
    m_row->setHint(!m_held.isEmpty()     ? m_held
                   : account().isEmpty() ? tr("What is set here counts for every account without a value of "
                                              "its own.")
                                         : tr("What is left empty here is as for all accounts."));
}

} // namespace anteroom
