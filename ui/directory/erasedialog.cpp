// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/erasedialog.h"

#include "app/access/auditlater.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/retention/retentionrunner.h"
#include "app/retention/retentionservice.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/label.h"
#include "ui/directory/persontext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QProgressBar>

#include <algorithm>

namespace anteroom {

EraseDialog::EraseDialog(Clinic &clinic, const Actor &actor, const User &user, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(actor)
    , m_user(user)
    , m_losses(new Label(TextRole::Body, tr("Looking up what is there…")))
    , m_refusal(new Label(TextRole::Body))
    , m_known(new QCheckBox(tr("I know that this can’t be &undone")))
    , m_progress(new QProgressBar)
    , m_cancel(new Button(tr("Cancel")))
    , m_erase(new Button(tr("Erase for good")))
{
    setWindowTitle(tr("Erase a person"));
    auto *title = new Label(TextRole::Title, tr("Erase %1?").arg(personName(user)));
    title->setWordWrap(true);
    m_losses->setWordWrap(true);
    auto *rest =
        new Label(TextRole::Caption,
                  tr("The audit log stays: it holds no names, only that somebody was here. Backups made "
                     "until now keep what they hold until you delete them."));
    rest->setWordWrap(true);
    m_refusal->setTone(Tone::Bad);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("How much is erased"));
    m_progress->hide();
    m_known->setEnabled(false);
    m_erase->setEnabled(false);
    m_erase->setAutoDefault(false); // nobody erases by a stray Return
    m_cancel->setDefault(true);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_erase);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(title);
    column->addWidget(m_losses);
    column->addWidget(rest);
    column->addWidget(m_known);
    column->addWidget(m_progress);
    column->addWidget(m_refusal);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(520);

    connect(m_known, &QCheckBox::toggled, m_erase, &QWidget::setEnabled);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_erase, &Button::clicked, this, &EraseDialog::erase);
    connect(&clinic.retentionRunner(), &RetentionRunner::progressed, this,
            [this](const QByteArray &person, int requests, int files) {
                if (person == m_user.id.text())
                    m_progress->setValue(std::min(requests + files, m_total));
            });
    look();
}

void EraseDialog::look()
{
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor, id = m_user.id](Transaction &tx) {
        return clinic.retention().holdingsOf(tx, actor, id);
    }),
             this, [this](const Result<PersonHoldings> &holdings) {
                 auditLater(m_clinic.store(), m_actor,
                            {.action = "user.erase_look",
                             .patient = m_user.id,
                             .subject = m_user.id.text(),
                             .outcome = holdings ? "ok" : holdings.error().reason});
                 if (holdings)
                     tell(*holdings);
                 else
                     refuse(errorText(holdings.error()));
             });
}

void EraseDialog::tell(const PersonHoldings &holdings)
{
    m_total = holdings.requests + holdings.files;
    const QStringList lines{
        tr("What goes, for everybody and at once:"),
        tr("• name, date of birth, number, e-mail address and ids"),
        tr("• %n file request(s), with their links and messages", nullptr, holdings.requests),
        tr("• %n photo(s) and file(s)", nullptr, holdings.files),
        tr("• %n phone(s) with the app, and what the health system’s registers say of them here", nullptr,
           holdings.devices),
        tr("Requests of others that were sent to them lose their number and address.")};
    m_losses->setText(lines.join(u'\n'));
    m_known->setEnabled(true);
    m_known->setFocus();
}

void EraseDialog::erase()
{
    m_refusal->hide();
    m_known->setEnabled(false);
    m_erase->setEnabled(false);
    m_cancel->setText(tr("Close"));
    m_progress->setRange(0, std::max(m_total, 1));
    m_progress->setValue(0);
    m_progress->show();
    whenDone(m_clinic.retentionRunner().erasePerson(m_actor, m_user.id), this,
             [this](const Result<Erased> &done) {
                 if (!done)
                     return refuse(errorText(done.error()));
                 m_progress->setValue(m_progress->maximum());
                 accept();
                 Q_EMIT erased(m_user.id);
             });
}

void EraseDialog::refuse(const QString &words)
{
    m_progress->hide();
    m_losses->setVisible(m_total > 0);
    m_refusal->setText(words);
    m_refusal->show();
}

} // namespace anteroom
