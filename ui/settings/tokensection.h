// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;
class QSpinBox;
class QTableWidget;

namespace anteroom {

class Button;
class Clinic;
class FormRow;
class InlineBar;

/// The tokens by which other systems use the API: make one, which is shown once, and revoke.
class TokenSection final : public QWidget
{
    Q_OBJECT

public:
    /// `clinic` outlives the section; `actor` says who is signed in.
    TokenSection(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void load();
    const QVector<Token> &tokens() const { return m_tokens; }

private:
    QWidget *makeForm();
    void showTokens(const QVector<Token> &tokens);
    void create();
    void showOnce(const IssuedToken &issued);
    void revoke();
    void refuse(const Error &error);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    QVector<Token> m_tokens;
    InlineBar *m_bar;
    QWidget *m_once;
    QLineEdit *m_secret;
    QTableWidget *m_table;
    Button *m_revoke;
    QLineEdit *m_name;
    FormRow *m_nameRow;
    QLineEdit *m_accounts;
    FormRow *m_accountsRow;
    QSpinBox *m_days;
    FormRow *m_scopesRow;
    QVector<QCheckBox *> m_scopes; ///< in the order of allScopes()
};

} // namespace anteroom
