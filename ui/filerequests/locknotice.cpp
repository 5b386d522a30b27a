// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/locknotice.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/filerequests/filerequestservice.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"

#include <QBoxLayout>

namespace anteroom {

LockNotice::LockNotice(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_words(new Label(TextRole::Body))
    , m_unlock(new Button(tr("Unlock the link")))
{
    m_words->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(m_words, 1);
    row->addWidget(m_unlock);
    connect(m_unlock, &Button::clicked, this, &LockNotice::unlockRequested);
    hide();
}

void LockNotice::show(const FileRequestId &id)
{
    if (m_id != id)
        hide();
    m_id = id;
    if (id.isNull())
        return;
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) {
        return clinic.fileRequests().lockedUntil(tx, actor, id);
    }),
             this, [this, id](const Result<std::optional<UtcTime>> &until) {
                 if (m_id == id)
                     tell(until ? *until : std::nullopt);
             });
}

void LockNotice::tell(std::optional<UtcTime> until)
{
    if (until)
        m_words->setText(tr("After wrong dates of birth the link is locked until %1.").arg(fullTime(*until)));
    setVisible(until.has_value());
}

} // namespace anteroom
