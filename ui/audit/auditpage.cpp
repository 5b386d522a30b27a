// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditpage.h"

#include "app/clinic.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/auditjob.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/delegates.h"
#include "ui/common/label.h"
#include "ui/common/listaudit.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/shell/viewstate.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QStandardPaths>

namespace anteroom {

using namespace Qt::StringLiterals;

AuditPage::AuditPage(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search, QWidget *parent)
    : ConsolePage("audit", tr("Audit"), parent)
    , m_actor(std::move(actor))
    , m_model(new AuditModel(clinic.store(), m_actor, this))
    , m_pane(new ListPane(m_model))
    , m_filters(new AuditFilterBar(search, clinic.clock()))
    , m_job(new AuditJob(clinic.store(), m_actor))
    , m_details(new Label(TextRole::Caption))
    , m_audit(new ListAudit(m_model, clinic.store(), m_actor, "audit.list"))
{
    auto *take = new Button(tr("Export…"));
    auto *verify = new Button(tr("Verify"));
    take->setToolTip(
        tr("Write the rows that are shown here to a file, for a spreadsheet or another program"));
    verify->setToolTip(tr("Prove that no row was changed or removed"));
    addHeaderWidget(take);
    addHeaderWidget(verify);

    ListView *view = m_pane->view();
    view->setAccessibleName(tr("The audit log"));
    view->setItemDelegateForColumn(AuditModel::Outcome, new StateDelegate(view));
    view->setColumnWeights({0, 2, 3, 3, 1, 0});
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);

    content()->addWidget(m_filters);
    content()->addWidget(m_job);
    content()->addWidget(m_pane, 1);
    content()->addWidget(m_details);
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::seconds(10));

    connect(take, &Button::clicked, this, &AuditPage::askWhere);
    connect(verify, &Button::clicked, m_job, &AuditJob::verify);
    connect(m_job, &AuditJob::runningChanged, this, [take, verify](bool running) {
        take->setEnabled(!running);
        verify->setEnabled(!running);
    });
    connect(m_filters, &AuditFilterBar::changed, this, &AuditPage::applyFilter);
    connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AuditPage::describe);
    connect(m_model, &PagedModelBase::merged, this, &AuditPage::describe);
    connect(&m_patience, &QTimer::timeout, m_model, &PagedModelBase::refresh);
    auto *watch = new ChangeWatch(clinic.store().changes(), {Topic::Audit}, this);
    connect(watch, &ChangeWatch::changed, this, &AuditPage::refresh);
    applyFilter();
}

void AuditPage::activate()
{
    if (!m_actor().isAdmin())
        return; // the window does not offer the page then
    m_audit->opened();
    m_model->refresh();
    m_pane->focusContent();
}

void AuditPage::restoreView(ViewState &state)
{
    state.track(m_pane->view(), u"audit/list"_s);
}

void AuditPage::applyFilter()
{
    const AuditFilter filter = m_filters->filter();
    if (filter.isEmpty())
        m_pane->setEmpty(Icon::Audit, tr("Nothing has happened yet"),
                         tr("Whatever is done with patients’ data is written down here."));
    else
        m_pane->setEmpty(Icon::Audit, tr("No such row"), tr("Nothing in the log fits these filters."));
    if (filter != m_model->filter())
        m_model->setFilter(filter);
    describe();
}

void AuditPage::refresh()
{
    if (m_model->filter().isEmpty())
        m_model->refresh();
    else if (!m_patience.isActive())
        m_patience.start();
}

void AuditPage::describe()
{
    const int row = m_pane->view()->selectedRow();
    m_details->setVisible(row >= 0);
    if (row < 0)
        return;
    const AuditRow &chosen = m_model->row(row).row;
    QStringList parts{tr("Row %1").arg(QLocale().toString(chosen.seq)),
                      QString::fromLatin1(toIsoMicros(chosen.at)), QString::fromUtf8(chosen.action)};
    if (!chosen.actorId.isEmpty())
        parts += tr("who: %1").arg(QString::fromUtf8(chosen.actorId));
    if (!chosen.patient.isNull())
        parts += tr("patient: %1").arg(QString::fromLatin1(chosen.patient.text()));
    if (!chosen.subject.isEmpty())
        parts += tr("about: %1").arg(QString::fromUtf8(chosen.subject));
    parts += tr("outcome: %1").arg(QString::fromUtf8(chosen.outcome));
    m_details->setText(parts.join(u" · "_s));
}

void AuditPage::askWhere()
{
    const QString csv = tr("For spreadsheets (*.csv)");
    const QString json = tr("For other programs (*.json)");
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = u"anteroom-audit-%1.csv"_s.arg(QDate::currentDate().toString(Qt::ISODate));
    QString chosen = csv;
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Export the audit log"), QDir(folder).filePath(name), csv + u";;"_s + json, &chosen);
    if (path.isEmpty())
        return;
    const bool isJson = path.endsWith(".json"_L1, Qt::CaseInsensitive) ||
                        (chosen == json && !path.endsWith(".csv"_L1, Qt::CaseInsensitive));
    m_job->exportTo(path, isJson ? AuditService::Format::Json : AuditService::Format::Csv, m_model->filter());
}

} // namespace anteroom
