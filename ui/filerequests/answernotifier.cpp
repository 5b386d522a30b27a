// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/answernotifier.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/filerequests/filerequestservice.h"
#include "ui/filerequests/filerequestmodel.h"

namespace anteroom {

AnswerNotifier::AnswerNotifier(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_since(clinic.clock().now())
{
    connect(&clinic.store().changes(), &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        for (const Change &change : changes) {
            if (change.topic == Topic::FileRequests && !change.id.isEmpty())
                look(change.id);
        }
    });
}

void AnswerNotifier::look(const QByteArray &id)
{
    whenDone(m_clinic.store().read(
                 [&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) -> Result<FileRequestView> {
                     return clinic.fileRequests().get(tx, actor, FileRequestId::fromTrusted(id));
                 }),
             this, [this, id](const Result<FileRequestView> &view) {
                 if (!view || view->request.state != FileRequest::State::Answered ||
                     !view->request.answeredAt)
                     return;
                 const UtcTime at = *view->request.answeredAt;
                 if (at < m_since || m_told.value(id) == at)
                     return;
                 m_told.insert(id, at);
                 Q_EMIT answered(nameText(view->patient), int(view->files.size()), id);
             });
}

} // namespace anteroom
