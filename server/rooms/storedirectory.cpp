// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/storedirectory.h"

#include "app/storage/store.h"
#include "app/storage/vault.h"

#include <QLoggingCategory>

namespace anteroom {

namespace {

Q_LOGGING_CATEGORY(logRooms, "anteroom.rooms")

} // namespace

Result<RoomSeat> StoreDirectory::seat(const ParticipantId &participant)
{
    return m_store.readNow([&](Transaction &tx) { return m_access.seatOf(tx, participant); });
}

void StoreDirectory::joined(const ParticipantId &participant, const QByteArray &source)
{
    const UtcTime now = m_store.clock().now();
    const QByteArray who = participant.text() + ' ' + source; // a link that wandered is news at once
    const auto known = m_noted.find(who);
    if (known != m_noted.end() && now - known->second < notedEvery)
        return;
    if (m_noted.size() >= remembered)
        std::erase_if(m_noted, [&](const auto &one) { return now - one.second >= notedEvery; });
    m_noted.insert_or_assign(who, now);
    m_store.write([access = &m_access, participant,
                   source](WriteTransaction &tx) { return access->join(tx, participant, source); },
                  [](const Result<void> &done) {
                      if (!done)
                          qCWarning(logRooms, "that somebody came in could not be written down: %s",
                                    done.error().reason);
                  });
}

void StoreDirectory::endForAll(const ParticipantId &participant, const QByteArray &source,
                               std::function<void()> failed)
{
    m_store.write([access = &m_access, participant,
                   source](WriteTransaction &tx) { return access->endForAll(tx, participant, source); },
                  [failed = std::move(failed)](const Result<void> &done) {
                      if (!done)
                          failed();
                  });
}

// From the master key, as links are: nothing has to be kept, and nobody makes one for themselves.
QByteArray StoreDirectory::admission(const ParticipantId &participant) const
{
    return m_vault.token("room-admission/" + participant.text());
}

} // namespace anteroom
