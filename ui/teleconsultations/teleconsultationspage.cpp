// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationspage.h"

#include "app/clinic.h"
#include "ui/common/emptystate.h"

#include <QAction>
#include <QBoxLayout>

namespace anteroom {

TeleconsultationsPage::TeleconsultationsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("teleconsultations", tr("Teleconsultations"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_nothing(new EmptyState)
{
    auto *schedule = new QAction(tr("Schedule"), this);
    schedule->setShortcut(QKeySequence(Qt::Key_T));
    connect(schedule, &QAction::triggered, this, [this] { startNew(); });
    setPrimaryAction(schedule);
    m_nothing->set(Icon::Teleconsultations, tr("Nothing is planned"),
                   tr("People meet here by video, each with a link of their own."));
    content()->addWidget(m_nothing, 1);
}

void TeleconsultationsPage::startNew(const UserId &, std::optional<UtcTime>)
{
}

} // namespace anteroom
