// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultation.h"

#include "app/base/random.h"

#include <QtEndian>

#include <algorithm>

namespace anteroom {

namespace {

constexpr qsizetype idLength = 24;
constexpr qsizetype randomLength = 8;

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

} // namespace

TeleconsultationId TeleconsultationId::generate(UtcTime now)
{
    const auto seconds = quint32(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
    const quint32 big = qToBigEndian(seconds);
    QByteArray bytes(reinterpret_cast<const char *>(&big), sizeof big);
    return fromTrusted((bytes + randomBytes(randomLength)).toHex());
}

std::optional<TeleconsultationId> TeleconsultationId::parse(QByteArrayView text)
{
    const QByteArray lower = text.toByteArray().toLower();
    if (lower.size() != idLength || !std::all_of(lower.begin(), lower.end(), isHex))
        return std::nullopt;
    return fromTrusted(lower);
}

TeleconsultationId TeleconsultationId::fromTrusted(QByteArray text)
{
    TeleconsultationId id;
    id.m_text = std::move(text);
    return id;
}

const char *roleName(ParticipantRole role)
{
    return role == ParticipantRole::Plus ? "plus" : "basic";
}

bool Teleconsultation::hasPlus() const
{
    return std::any_of(participants.begin(), participants.end(),
                       [](const Participant &p) { return p.role == ParticipantRole::Plus; });
}

std::optional<UtcTime> Teleconsultation::roomEndsAt() const
{
    if (endedAt)
        return endedAt;
    return unlimited ? std::nullopt : std::optional(endsAt);
}

bool Teleconsultation::isOver(UtcTime now) const
{
    const auto end = roomEndsAt();
    return end && now >= *end;
}

const Participant *Teleconsultation::participant(const QString &externalId) const
{
    const auto found = std::find_if(participants.begin(), participants.end(),
                                    [&](const Participant &p) { return p.externalId == externalId; });
    return found == participants.end() ? nullptr : &*found;
}

} // namespace anteroom
