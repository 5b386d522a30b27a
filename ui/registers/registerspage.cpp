// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/registerspage.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/searchfield.h"
#include "ui/registers/importdialog.h"
#include "ui/registers/registerdialog.h"
#include "ui/registers/registermodel.h"
#include "ui/registers/registerwords.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QItemSelectionModel>
#include <QMessageBox>
#include <QShortcut>
#include <QStackedWidget>

namespace anteroom {

RegistersPage::RegistersPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("registers", tr("Registers"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_registers(clinic.vault())
    , m_which(new QComboBox)
    , m_search(new SearchField(tr("Find by name, number or id")))
    , m_about(new Label(TextRole::Caption))
    , m_stack(new QStackedWidget)
    , m_edit(new Button(tr("Edit…")))
    , m_remove(new Button(tr("Remove…"), Button::Kind::Quiet))
{
    auto *adding = new QAction(tr("New entry"), this);
    adding->setShortcut(QKeySequence::New);
    connect(adding, &QAction::triggered, this, &RegistersPage::add);
    setPrimaryAction(adding);
    m_which->setAccessibleName(tr("Which register"));
    m_search->setMinimumWidth(240);
    auto *importing = new Button(tr("Import a file…"));
    addHeaderWidget(m_which);
    addHeaderWidget(importing);
    for (const RegisterShape &shape : registerShapes()) {
        m_which->addItem(registerTitle(shape.which), int(shape.which));
        m_panes.append(makePane(shape));
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(space::s);
    line->addWidget(m_edit);
    line->addWidget(m_remove);
    line->addStretch();
    m_about->setWordWrap(true);
    auto *about = new QHBoxLayout; // not in the header: there its title would be cut where text is large
    about->setSpacing(space::l);
    about->addWidget(m_about, 1);
    about->addWidget(m_search);
    content()->addLayout(about);
    content()->addWidget(m_stack, 1);
    content()->addLayout(line);

    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        model()->setFilter(m_search->text().trimmed());
        describeEmpty();
    });
    connect(m_which, &QComboBox::currentIndexChanged, this, &RegistersPage::showCurrent);
    connect(m_edit, &Button::clicked, this, &RegistersPage::edit);
    connect(m_remove, &Button::clicked, this, &RegistersPage::remove);
    connect(importing, &Button::clicked, this, &RegistersPage::import);
    auto *watch = new ChangeWatch(clinic.store().changes(), {Topic::Registers, Topic::DeviceRequests}, this);
    connect(watch, &ChangeWatch::changed, this, [this] { model()->refresh(); });
    describeEmpty();
    followSelection();
}

RegistersPage::Pane RegistersPage::makePane(const RegisterShape &shape)
{
    Pane made;
    made.model = new RegisterModel(m_clinic, m_actor, shape.which, this);
    made.pane = new ListPane(made.model);
    made.audit = new ListAudit(made.model, m_clinic.store(), m_actor, "register.list");
    m_stack->addWidget(made.pane);
    ListView *view = made.pane->view();
    view->setAccessibleName(registerTitle(shape.which));
    connect(view, &QTableView::activated, this, &RegistersPage::edit);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RegistersPage::followSelection);
    connect(made.model, &PagedModelBase::merged, this, &RegistersPage::followSelection);
    auto *removeKey = new QShortcut(QKeySequence::Delete, view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(removeKey, &QShortcut::activated, this, &RegistersPage::remove);
    return made;
}

const RegistersPage::Pane &RegistersPage::current() const
{
    return m_panes.at(qMax(0, m_which->currentIndex()));
}

void RegistersPage::choose(Register which)
{
    m_which->setCurrentIndex(m_which->findData(int(which)));
}

void RegistersPage::activate()
{
    if (!m_actor().isAdmin())
        return; // the window does not offer the page then
    showCurrent();
    current().pane->focusContent();
}

void RegistersPage::restoreView(ViewState &state)
{
    for (const Pane &each : std::as_const(m_panes))
        state.track(each.pane->view(),
                    QStringLiteral("registers/") + QLatin1String(registerShape(each.model->which()).name));
}

void RegistersPage::showCurrent()
{
    m_about->setText(registerSubtitle(model()->which()));
    m_stack->setCurrentWidget(current().pane);
    if (m_search->text().isEmpty() == model()->isFiltered())
        model()->setFilter(m_search->text().trimmed());
    describeEmpty();
    current().audit->opened();
    model()->refresh();
    followSelection();
}

void RegistersPage::describeEmpty()
{
    if (model()->isFiltered())
        current().pane->setEmpty(Icon::Search, tr("Nothing found"), tr("No entry here holds this text."));
    else
        current().pane->setEmpty(Icon::DeviceRequests, tr("This register is empty"),
                                 tr("Import a file of your health system, or add an entry."),
                                 primaryAction());
}

void RegistersPage::followSelection()
{
    const bool any = current().pane->view()->selectedRow() >= 0;
    m_edit->setEnabled(any);
    m_remove->setEnabled(any);
}

void RegistersPage::add()
{
    auto *dialog = new RegisterDialog(m_clinic, m_actor, model()->which(), std::nullopt, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RegistersPage::edit()
{
    const int row = current().pane->view()->selectedRow();
    if (row < 0)
        return;
    // As it is now, not as the list has had it for a while.
    whenDone(m_clinic.store().read([registers = m_registers, actor = m_actor(), which = model()->which(),
                                    key = model()->keyAt(row)](Transaction &tx) {
        return registers.get(tx, actor, which, key);
    }),
             this, [this, which = model()->which()](const Result<RegisterEntry> &entry) {
                 if (!entry) {
                     if (bars())
                         bars()->show(Tone::Bad, errorText(entry.error()));
                     return;
                 }
                 auditLater(m_clinic.store(), m_actor(), {.action = "register.read", .subject = entry->key});
                 auto *dialog = new RegisterDialog(m_clinic, m_actor, which, *entry, window());
                 dialog->setAttribute(Qt::WA_DeleteOnClose);
                 dialog->open();
             });
}

void RegistersPage::remove()
{
    const int row = current().pane->view()->selectedRow();
    if (row < 0)
        return;
    const RegisterRow &chosen = model()->row(row);
    const Register which = model()->which();
    QString name = entryName(which, chosen.entry);
    if (name.isEmpty())
        name = QString::fromUtf8(chosen.entry.key);
    auto *box = new QMessageBox(window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Remove an entry?"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Remove %1 from %2?").arg(name, registerTitle(which)));
    box->setInformativeText(tr("This can’t be undone; an import can bring it back."));
    auto *yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    auto *no = box->addButton(tr("Keep"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(box, &QDialog::finished, this, [this, box, yes, which, key = chosen.entry.key] {
        if (box->clickedButton() != yes)
            return;
        whenDone(m_clinic.store().write(
                     [registers = m_registers, actor = m_actor(), which, key](WriteTransaction &tx) {
                         return registers.remove(tx, actor, which, key);
                     }),
                 this, [this](const Result<void> &done) {
                     if (!bars())
                         return;
                     if (done)
                         bars()->show(Tone::Good, tr("The entry was removed."));
                     else
                         bars()->show(Tone::Bad, errorText(done.error()));
                 });
    });
    box->open();
}

void RegistersPage::import()
{
    auto *dialog = new ImportDialog(m_clinic, m_actor, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace anteroom
