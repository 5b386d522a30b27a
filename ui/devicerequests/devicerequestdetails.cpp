// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/devicerequestdetails.h"

#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/common/scrolled.h"
#include "ui/devicerequests/barcode.h"
#include "ui/devicerequests/devicerequestwords.h"
#include "ui/devicerequests/resendpanel.h"

#include <QBoxLayout>

namespace anteroom {

DeviceRequestDetails::DeviceRequestDetails(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a device request.")))
    , m_name(new Label(TextRole::Section))
    , m_status(new Badge)
    , m_open(new Button(tr("Open person"), Button::Kind::Quiet))
    , m_refresh(new Button(tr("Refresh from eHealth"), Button::Kind::Quiet))
    , m_barcode(new Barcode)
    , m_about(new Label(TextRole::Body))
    , m_panel(new ResendPanel(clock))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_name->setWordWrap(true);
    m_about->setWordWrap(true);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);

    auto *inner = new QWidget;
    m_area = scrolled(inner);
    m_area->setBackgroundRole(QPalette::Base);
    inner->setBackgroundRole(QPalette::Base);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_area, 1);
    auto *header = new QHBoxLayout;
    header->setSpacing(space::s);
    header->addWidget(m_name, 1);
    header->addWidget(m_status, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::m);
    column->addLayout(header);
    column->addWidget(m_barcode);
    column->addWidget(m_about);
    auto *links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_open);
    links->addWidget(m_refresh);
    links->addStretch();
    column->addLayout(links);
    column->addWidget(new Separator);
    column->addWidget(m_panel);
    column->addStretch();

    m_refresh->hide();
    connect(m_refresh, &Button::clicked, this, &DeviceRequestDetails::refreshRequested);
    connect(m_open, &Button::clicked, this, [this] { Q_EMIT openPerson(m_facts->user); });
    show(std::nullopt);
}

void DeviceRequestDetails::setRefreshable(bool refreshable)
{
    m_refresh->setVisible(refreshable);
}

void DeviceRequestDetails::setRefreshing(bool refreshing)
{
    m_refresh->setEnabled(!refreshing);
}

void DeviceRequestDetails::show(const std::optional<DeviceRequestFacts> &facts)
{
    const bool isAnother =
        !facts || !m_facts || !(m_facts->row.view.request.id == facts->row.view.request.id);
    m_facts = facts;
    m_hint->setVisible(!facts);
    m_area->setVisible(facts.has_value());
    if (!facts)
        return;
    const DeviceRequestView &view = facts->row.view;
    m_name->setText(facts->row.patient.isEmpty() ? tr("A patient not in the register") : facts->row.patient);
    m_status->set(deviceRequestStatusText(view.request.status), deviceRequestStatusTone(view.request.status));
    m_barcode->setText(view.request.requisition);
    QStringList lines;
    if (const QString device = facts->row.device(); !device.isEmpty())
        lines += view.isAssistive ? tr("Assistive device: %1").arg(device) : tr("Device: %1").arg(device);
    lines += view.request.program.isNull() ? tr("No programme")
             : view.programName.isEmpty()  ? tr("Programme: one that the register does not know")
                                           : tr("Programme: %1").arg(view.programName);
    const QString method = methodText(view.method);
    lines += method.isEmpty() ? tr("The code reaches nobody") : tr("The code goes to: %1").arg(method);
    lines += tr("Known here since %1").arg(fullTime(view.request.insertedAt));
    m_about->setText(lines.join(u'\n'));
    m_open->setVisible(!facts->user.isNull());
    m_panel->show(facts->preview, facts->jobs, isAnother);
}

} // namespace anteroom
