// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/registerservice.h"
#include "ui/shell/consolepage.h"

#include <QTimer>

#include <functional>

class QComboBox;
class QStackedWidget;

namespace anteroom {

class Button;
class Clinic;
class Label;
class ListAudit;
class ListPane;
class RegisterModel;
class SearchField;

/// The health system's registers, for administrators: choose one, find an entry, add, edit, remove; and the
/// import of a file.
class RegistersPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    RegistersPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void activate() override;
    void restoreView(ViewState &state) override;

    /// Shows that register.
    void choose(Register which);
    RegisterModel *model() const { return current().model; }

private:
    struct Pane
    {
        RegisterModel *model = nullptr;
        ListPane *pane = nullptr;
        ListAudit *audit = nullptr;
    };

    Pane makePane(const RegisterShape &shape);
    const Pane &current() const;
    void showCurrent();
    void describeEmpty();
    void followSelection();
    void add();
    void edit();
    void remove();
    void import();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    RegisterService m_registers;
    QComboBox *m_which;
    SearchField *m_search;
    Label *m_about;
    QStackedWidget *m_stack;
    QVector<Pane> m_panes; ///< in the order of Register
    Button *m_edit;
    Button *m_remove;
    QTimer m_pause;
};

} // namespace anteroom
