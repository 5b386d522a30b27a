// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/directorysearch.h"

#include "app/access/audit.h"
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "ui/directory/persontext.h"

namespace anteroom {

DirectorySearch::DirectorySearch(Clinic &clinic, std::function<Actor()> actor)
    : m_clinic(clinic)
    , m_actor(std::move(actor))
{
}

QFuture<Result<QVector<PersonHit>>> DirectorySearch::find(const QString &text, int limit)
{
    return m_clinic.store().read(
        [&clinic = m_clinic, actor = m_actor(), text, limit](Transaction &tx) -> Result<QVector<PersonHit>> {
            const auto page = clinic.users().list(tx, actor, {.text = text}, {limit, {}});
            if (!page)
                return fail(page.error());
            if (!page->items.isEmpty())
                clinic.store().writeLater([actor](WriteTransaction &write) {
                    recordAudit(write, actor, {.action = "user.search"});
                });
            QVector<PersonHit> hits;
            for (const User &user : page->items)
                hits.append({user.id.text(), personName(user), personDetail(user)});
            return hits;
        });
}

} // namespace anteroom
