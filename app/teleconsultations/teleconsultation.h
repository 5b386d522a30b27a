// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/language.h"
#include "app/delivery/message.h"

#include <QStringList>
#include <QVector>

namespace anteroom {

/// The id of a teleconsultation: 24 hexadecimal digits in lower case, the API's roomId.
class TeleconsultationId
{
public:
    TeleconsultationId() = default;

    /// Four bytes of time, so that those made one after the other lie together, and eight from the system's
    /// generator.
    static TeleconsultationId generate(UtcTime now);
    /// Nothing where the text is no such id.
    static std::optional<TeleconsultationId> parse(QByteArrayView text);
    /// For a column of the store.
    static TeleconsultationId fromTrusted(QByteArray text);

    bool isNull() const { return m_text.isEmpty(); }
    const QByteArray &text() const { return m_text; }

    friend bool operator==(const TeleconsultationId &, const TeleconsultationId &) = default;

private:
    QByteArray m_text;
};

using ParticipantId = Id<struct ParticipantTag>;

/// What a participant may do: `plus` users may host (RULES.md, Teleconsultations).
enum class ParticipantRole { Basic, Plus };

/// `basic`, `plus`.
const char *roleName(ParticipantRole role);

/// Somebody who takes part in one teleconsultation.
struct Participant
{
    ParticipantId id; ///< stays while they take part, and with it their link
    QString externalId;
    QString fullName;
    QStringList groups;
    ParticipantRole role = ParticipantRole::Basic;
    QString language;       ///< as it was given; null where it was not
    UserId user;            ///< where it is somebody we know
    QString providerUserId; ///< null until the provider has made one
    QByteArray accessUrl;   ///< sealed; null with rooms of our own

    friend bool operator==(const Participant &, const Participant &) = default;
};

/// Who meets when.
struct Teleconsultation
{
    enum class State { Public, Trash };

    TeleconsultationId id;
    State state = State::Public;
    UtcTime startsAt;
    UtcTime endsAt;         ///< as planned
    bool unlimited = false; ///< the room has no end
    int expected = 0;       ///< how many participants there will be
    QString provider;       ///< `embedded` or `bandyer`
    QString roomId;         ///< the provider's; null while there is none
    QByteArray roomMadeOf;  ///< what the room was made of
    int sequence = 0;       ///< rises with every change
    UtcTime createdAt;
    UtcTime changedAt;
    std::optional<UtcTime> joinedAt;   ///< somebody came into the room
    std::optional<UtcTime> endedAt;    ///< a plus user ended it for all
    std::optional<UtcTime> remindedAt; ///< of this start
    QVector<Participant> participants; ///< in their order

    bool isComplete() const { return participants.size() >= expected; }
    bool hasPlus() const;
    /// When the room closes; nothing where it stays open.
    std::optional<UtcTime> roomEndsAt() const;
    /// Whether the room has closed for good by then.
    bool isOver(UtcTime now) const;
    /// Null where nobody of that id takes part.
    const Participant *participant(const QString &externalId) const;
};

/// Where a participant is told something.
struct InvitationAddress
{
    ParticipantId participant;
    Channel channel = Channel::Sms; ///< or Email
    QString to;
};

} // namespace anteroom
