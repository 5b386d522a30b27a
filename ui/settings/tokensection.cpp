// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tokensection.h"

#include "app/access/tokenservice.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/settings/settingstable.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>

namespace anteroom {

TokenSection::TokenSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_bar(new InlineBar(Tone::Bad, {}))
    , m_once(new QWidget)
    , m_secret(new QLineEdit)
    , m_table(settingsTable(tr("API tokens"),
                            {tr("Name"), tr("Scopes"), tr("Accounts"), tr("Ends"), tr("Last used")}))
    , m_revoke(new Button(tr("Revoke")))
{
    m_bar->hide();
    m_secret->setReadOnly(true);
    auto *copy = new Button(tr("Copy"));
    auto *hide = new Button(tr("Hide it"), Button::Kind::Quiet);
    auto *secretRow = new FormRow(tr("The new token"), m_secret);
    secretRow->setHint(tr("It is shown this once and kept nowhere. Copy it now."));
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(copy);
    line->addWidget(hide);
    line->addStretch();
    auto *once = new QVBoxLayout(m_once);
    once->setContentsMargins(0, 0, 0, 0);
    once->setSpacing(space::s);
    once->addWidget(secretRow);
    once->addLayout(line);
    m_once->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_bar);
    column->addWidget(m_once);
    column->addWidget(m_table);
    column->addWidget(m_revoke, 0, Qt::AlignLeft);
    column->addWidget(new Label(TextRole::Section, tr("Make a token")));
    column->addWidget(makeForm());

    const auto follow = [this] { m_revoke->setEnabled(selectedTableRow(m_table) >= 0); };
    connect(m_table, &QTableWidget::itemSelectionChanged, this, follow);
    connect(m_revoke, &Button::clicked, this, &TokenSection::revoke);
    connect(copy, &Button::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_secret->text()); });
    connect(hide, &Button::clicked, this, [this] {
        m_secret->clear();
        m_once->hide();
    });
    follow();
}

QWidget *TokenSection::makeForm()
{
    m_name = new QLineEdit;
    m_nameRow = new FormRow(tr("&Name, such as the system that uses it"), m_name);
    m_accounts = new QLineEdit;
    m_accountsRow = new FormRow(tr("&Accounts, separated by commas"), m_accounts);
    m_accountsRow->setHint(tr("None named: all of them."));
    m_days = new QSpinBox;
    m_days->setRange(0, 3650);
    m_days->setSpecialValueText(tr("Never"));
    auto *scopes = new QWidget;
    auto *grid = new QGridLayout(scopes);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::l);
    for (int i = 0; i < allScopes().size(); ++i) {
        m_scopes.append(new QCheckBox(QString::fromLatin1(scopeName(allScopes().at(i)))));
        grid->addWidget(m_scopes.last(), i / 2, i % 2);
    }
    m_scopesRow = new FormRow(tr("Scopes: what it may do; none implies another"), scopes);
    auto *make = new Button(tr("Make it"));
    make->setObjectName(QStringLiteral("make-token"));
    connect(make, &Button::clicked, this, &TokenSection::create);

    auto *form = new QWidget;
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(m_accountsRow, 2);
    line->addWidget(new FormRow(tr("&Ends after so many days"), m_days), 1);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_nameRow);
    column->addLayout(line);
    column->addWidget(m_scopesRow);
    column->addWidget(make, 0, Qt::AlignLeft);
    return form;
}

void TokenSection::load()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<QVector<Token>> {
        return TokenService::list(tx, {200, {}}).items;
    }),
             this, [this](const Result<QVector<Token>> &tokens) {
                 if (tokens)
                     showTokens(*tokens);
                 else
                     refuse(tokens.error());
             });
}

void TokenSection::showTokens(const QVector<Token> &tokens)
{
    m_tokens = tokens;
    QVector<QStringList> rows;
    for (const Token &each : tokens) {
        const QString ends = each.expiresAt ? fullTime(*each.expiresAt) : tr("Never");
        const QString used =
            each.lastUsedAt ? relativeTime(*each.lastUsedAt, m_clinic.clock().now()) : tr("Never");
        const QString accounts =
            each.accounts.isEmpty() ? tr("All") : QStringList(each.accounts).join(QStringLiteral(", "));
        rows.append({each.name, QString::fromLatin1(scopesText(each.scopes)), accounts, ends, used});
    }
    fillTable(m_table, rows);
}

void TokenSection::create()
{
    for (FormRow *row : {m_nameRow, m_accountsRow, m_scopesRow})
        row->setError({});
    m_bar->hide();
    NewToken input;
    input.name = m_name->text().trimmed();
    for (int i = 0; i < m_scopes.size(); ++i)
        input.scopes.setFlag(allScopes().at(i), m_scopes.at(i)->isChecked());
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    for (const QString &account : m_accounts->text().split(separators, Qt::SkipEmptyParts))
        input.accounts.append(account);
    if (m_days->value() > 0)
        input.expiresIn = std::chrono::hours(24 * m_days->value());
    whenDone(m_clinic.store().write(
                 [&clinic = m_clinic, actor = m_actor(), input](WriteTransaction &tx) -> Result<IssuedToken> {
                     return clinic.tokens().create(tx, actor, input);
                 }),
             this, [this](const Result<IssuedToken> &issued) {
                 if (!issued)
                     return refuse(issued.error());
                 showOnce(*issued);
                 load();
             });
}

void TokenSection::showOnce(const IssuedToken &issued)
{
    m_name->clear();
    m_accounts->clear();
    m_secret->setText(QString::fromLatin1(issued.secret));
    m_once->show();
    m_secret->setFocus();
    m_secret->selectAll();
}

void TokenSection::revoke()
{
    const int row = selectedTableRow(m_table);
    if (row < 0 || row >= m_tokens.size())
        return;
    whenDone(m_clinic.store().write([&clinic = m_clinic, actor = m_actor(),
                                     id = m_tokens.at(row).id](WriteTransaction &tx) -> Result<void> {
        return clinic.tokens().revoke(tx, actor, id);
    }),
             this, [this](const Result<void> &done) {
                 if (!done)
                     return refuse(done.error());
                 load();
             });
}

void TokenSection::refuse(const Error &error)
{
    const QString words = errorText(error);
    if (error.is("token.name"))
        return m_nameRow->setError(words);
    if (error.is("token.no_scope"))
        return m_scopesRow->setError(words);
    if (error.is("token.account"))
        return m_accountsRow->setError(words);
    m_bar->setText(words);
    m_bar->show();
}

} // namespace anteroom
