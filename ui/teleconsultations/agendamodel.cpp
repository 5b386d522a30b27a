// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/agendamodel.h"

#include "app/clinic.h"
#include "app/teleconsultations/teleconsultationservice.h"

namespace anteroom {

namespace {

constexpr int atOnce = 100;

} // namespace

AgendaModel::AgendaModel(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : PagedTableModel<Teleconsultation>(
          {}, [](const Teleconsultation &t) { return t.id.text(); },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
{
    setPageSize(atOnce);
    connect(this, &PagedModelBase::stateChanged, this, &AgendaModel::goOn);
}

void AgendaModel::setSpan(UtcTime from, UtcTime to)
{
    if (from == m_from && to == m_to)
        return refresh();
    m_from = from;
    m_to = to;
    reload();
}

bool AgendaModel::isWhole() const
{
    return state() == State::Ready && (rows().size() >= most || !canFetchMore({}));
}

bool AgendaModel::isCutOff() const
{
    return rows().size() >= most && canFetchMore({});
}

QFuture<Result<Page<Teleconsultation>>> AgendaModel::load(const PageRequest &request) const
{
    // What began on the day before may reach into the span.
    return m_clinic.store().read([&service = m_clinic.teleconsultations(), actor = m_actor(),
                                  from = m_from - longestTeleconsultation, to = m_to,
                                  request](Transaction &tx) -> Result<Page<Teleconsultation>> {
        return service.list(tx, actor, from, to, request);
    });
}

void AgendaModel::goOn()
{
    if (state() != State::Ready)
        return;
    if (isWhole())
        Q_EMIT loaded();
    else
        fetchMore({});
}

} // namespace anteroom
