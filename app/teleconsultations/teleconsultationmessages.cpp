// SPDX-License-Identifier: GPL-3.0-or-later
// What participants are told: invitations, changes of the time, cancellations, reminders.
#include "app/access/audit.h"
#include "app/base/emailaddress.h"
#include "app/base/phonenumber.h"
#include "app/delivery/outbox.h"
#include "app/directory/userrepository.h"
#include "app/settings/settings.h"
#include "app/teleconsultations/calendarentry.h"
#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "app/teleconsultations/teleconsultationservice.h"
#include "app/teleconsultations/teleconsultationtexts.h"

namespace anteroom {

namespace {

constexpr int remindedAtOnce = 50;
constexpr const char *reminderSetting = "ANTEROOM_ROOM_REMINDER_MINUTES";

} // namespace

Language TeleconsultationService::languageOf(const Participant &p) const
{
    return languageByCode(p.language.toLatin1())
        .value_or(languageByCode(m_parts.settings.text("ANTEROOM_LANGUAGE").toLatin1())
                      .value_or(Language::English));
}

QString TeleconsultationService::invitationText(Transaction &tx, const Teleconsultation &t,
                                                const Participant &p) const
{
    return TeleconsultationTexts::sms(languageOf(p), TeleconsultationTexts::Kind::Invitation,
                                      {.clinicName = m_parts.settings.text("ANTEROOM_CLINIC_NAME"),
                                       .startsAt = localTime(t.startsAt, clinicZone(m_parts.settings)),
                                       .link = linkForInvitation(tx, t, p).value_or(QString())});
}

Result<void> TeleconsultationService::tell(WriteTransaction &tx, const Teleconsultation &t,
                                           const Participant &p, Channel channel, const QString &to,
                                           TeleconsultationMessage kind) const
{
    using Kind = TeleconsultationTexts::Kind;
    const Kind text = kind == TeleconsultationMessage::Invitation  ? Kind::Invitation
                      : kind == TeleconsultationMessage::Moved     ? Kind::Moved
                      : kind == TeleconsultationMessage::Cancelled ? Kind::Cancelled
                                                                   : Kind::Reminder;
    CalendarEntry entry;
    entry.clinicName = m_parts.settings.text("ANTEROOM_CLINIC_NAME");
    entry.clinicMail = mailAddressOf(m_parts.settings.text("ANTEROOM_MAIL_FROM"));
    entry.zone = clinicZone(m_parts.settings);
    entry.language = languageOf(p);
    entry.link = linkForInvitation(tx, t, p).value_or(QString());
    entry.attendeeName = p.fullName;
    entry.attendeeMail = to;
    const TeleconsultationWords words{
        .clinicName = entry.clinicName, .startsAt = localTime(t.startsAt, entry.zone), .link = entry.link};
    NewMessage message{.channel = channel,
                       .to = to,
                       .user = p.user,
                       .reference = t.id.text(),
                       .sealed = !words.link.isEmpty()}; // the link lets in whoever has it
    if (channel == Channel::Email) {
        message.subject = TeleconsultationTexts::emailSubject(entry.language, text, words);
        message.body = TeleconsultationTexts::emailBody(entry.language, text, words);
        if (kind != TeleconsultationMessage::Reminder)
            message.calendar = calendarOf(t, entry);
    } else {
        message.body = TeleconsultationTexts::sms(entry.language, text, words);
        message.accountId = m_parts.settings.text("ANTEROOM_CONSOLE_ACCOUNT");
    }
    const auto queued = m_parts.outbox.enqueue(tx, message);
    return queued ? Result<void>() : fail(queued.error());
}

Result<int> TeleconsultationService::tellInvited(WriteTransaction &tx, const Teleconsultation &t,
                                                 TeleconsultationMessage kind) const
{
    int told = 0;
    for (const auto &[participant, channel, to] : TeleconsultationRepository::invited(tx, t.id)) {
        for (const Participant &p : t.participants) {
            if (p.id != participant)
                continue;
            if (auto sent = tell(tx, t, p, channel, to, kind); !sent)
                return fail(sent.error());
            ++told;
        }
    }
    return told;
}

Result<int> TeleconsultationService::invite(WriteTransaction &tx, const Actor &actor,
                                            const TeleconsultationId &id,
                                            const QVector<InvitationAddress> &addresses) const
{
    if (actor.kind == Actor::Kind::Patient || !actor.mayUse(Scope::TeleconsultationWrite))
        return fail(ErrorCode::Forbidden, "scope.missing");
    const auto t = TeleconsultationRepository::byId(tx, id);
    if (!t || t->state == Teleconsultation::State::Trash)
        return fail(ErrorCode::NotFound, "teleconsultation.unknown");
    if (t->isOver(tx.now()))
        return fail(ErrorCode::Conflict, "teleconsultation.over");
    // Whoever is invited as late as that needs no reminder a moment later.
    if (t->startsAt <= remindBefore(tx.now()) && TeleconsultationRepository::invited(tx, t->id).isEmpty())
        TeleconsultationRepository::setReminded(tx, t->id, tx.now());
    for (const InvitationAddress &address : addresses) {
        const auto p = std::find_if(t->participants.begin(), t->participants.end(),
                                    [&](const Participant &one) { return one.id == address.participant; });
        if (p == t->participants.end())
            return fail(ErrorCode::NotFound, "teleconsultation.participant_unknown");
        if (address.channel == Channel::Sms && !PhoneNumber::parse(address.to))
            return fail(ErrorCode::Invalid, "phone.malformed", "to");
        if (address.channel == Channel::Email && !EmailAddress::parse(address.to))
            return fail(ErrorCode::Invalid, "email.malformed", "to");
        if (auto sent = tell(tx, *t, *p, address.channel, address.to, TeleconsultationMessage::Invitation);
            !sent)
            return fail(sent.error());
        TeleconsultationRepository::setInvited(tx, t->id, address);
    }
    auditTeleconsultation(tx, actor, "teleconsultation.invite", *t);
    tx.changed(Topic::Teleconsultations, t->id.text());
    return int(addresses.size());
}

QVector<InvitationAddress> TeleconsultationService::addressesOf(Transaction &tx,
                                                                const Teleconsultation &t) const
{
    QVector<InvitationAddress> known;
    for (const Participant &p : t.participants) {
        const auto user = p.user.isNull() ? std::nullopt : UserRepository::byId(tx, p.user);
        if (user && !user->mobile.isEmpty())
            known.append({p.id, Channel::Sms, user->mobile});
        if (user && !user->email.isEmpty())
            known.append({p.id, Channel::Email, user->email});
    }
    return known;
}

bool TeleconsultationService::isReminderDue(Transaction &tx) const
{
    return !TeleconsultationRepository::toRemind(tx, remindBefore(tx.now()), 1).isEmpty();
}

UtcTime TeleconsultationService::remindBefore(UtcTime now) const
{
    return now + std::chrono::minutes(m_parts.settings.integer(reminderSetting));
}

Result<int> TeleconsultationService::remind(WriteTransaction &tx) const
{
    const auto due = TeleconsultationRepository::toRemind(tx, remindBefore(tx.now()), remindedAtOnce);
    for (const TeleconsultationId &id : due) {
        auto t = TeleconsultationRepository::byId(tx, id);
        if (!t)
            continue;
        TeleconsultationRepository::setReminded(tx, id, tx.now());
        const auto told = tellInvited(tx, *t, TeleconsultationMessage::Reminder);
        if (!told)
            return fail(told.error());
        if (*told > 0)
            auditTeleconsultation(tx, Actor::system("delivery"), "teleconsultation.remind", *t);
        tx.changed(Topic::Teleconsultations, id.text());
    }
    return int(due.size());
}

} // namespace anteroom
