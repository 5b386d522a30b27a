// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/auditwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace anteroom {

namespace {

struct AuditWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::AuditWords)
};

struct Words
{
    const char *key;
    const char *text;
};

constexpr Words actions[] = {
    {"audit.export", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Exported the audit log")},
    {"audit.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the audit log")},
    {"audit.verify", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Verified the audit log")},
    {"backup", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Made a backup")},
    {"call.cancel", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Ended a call")},
    {"call.create", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Called a device")},
    {"call.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the list of calls")},
    {"teleconsultation.add_participant", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Added a participant")},
    {"teleconsultation.addresses",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the addresses of a teleconsultation’s people")},
    {"teleconsultation.change", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed a teleconsultation")},
    {"teleconsultation.create", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Scheduled a teleconsultation")},
    {"teleconsultation.delete", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Cancelled a teleconsultation")},
    {"teleconsultation.erase", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased a teleconsultation")},
    {"teleconsultation.import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported a teleconsultation")},
    {"teleconsultation.invite", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Invited to a teleconsultation")},
    {"teleconsultation.link", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Took a link to a teleconsultation")},
    {"teleconsultation.list",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the list of teleconsultations")},
    {"teleconsultation.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a teleconsultation")},
    {"teleconsultation.remind", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Reminded of a teleconsultation")},
    {"device_request.job", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Asked how a text was sent")},
    {"device_request.refresh", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Refreshed a device request")},
    {"device_request.text_erase",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased the texts of a device request")},
    {"call.erase", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased a call")},
    {"call.answered", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A call was answered")},
    {"call.ended", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A call ended")},
    {"call.failed", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A call failed")},
    {"call.push_failed", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A push for a call failed")},
    {"call.registered", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A phone registered for a call")},
    {"call.report", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Reported on a call")},
    {"call.ringing", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A phone rings")},
    {"call.time_up", QT_TRANSLATE_NOOP("anteroom::AuditWords", "A call ended by time")},
    {"device.delete", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Removed a device")},
    {"device.import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported a device")},
    {"device.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Asked which devices there are")},
    {"device.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a device’s data")},
    {"device.write", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed a device")},
    {"device_request.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the list of device requests")},
    {"device_request.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a device request")},
    {"device_request.resend",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent a device request’s text again")},
    {"file.add", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Added files")},
    {"file.erase", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased a file")},
    {"file.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a photo or file")},
    {"file.scan", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Scanned a file")},
    {"file_request.app_fallback",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent a text after a notification nobody answered")},
    {"file_request.assign", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Assigned a file request")},
    {"file_request.cancel", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Cancelled a file request")},
    {"file_request.create", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Asked for photos")},
    {"file_request.done", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Marked a file request as done")},
    {"file_request.erase", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased a file request")},
    {"file_request.extend", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Extended a file request")},
    {"file_request.import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported a file request")},
    {"file_request.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the list of file requests")},
    {"file_request.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a file request")},
    {"file_request.send", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent a link again")},
    {"file_request.undo", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Took a file request back")},
    {"file_request.unlock", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Unlocked a patient’s link")},
    {"import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported data")},
    {"message.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a message")},
    {"message.replay", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent an event once more")},
    {"message.report", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Reported on a delivery")},
    {"message.retry", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Had a message sent again")},
    {"message.settle", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Said that a message arrived")},
    {"message.test", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent a test message")},
    {"outbox.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the outbox")},
    {"patient.code", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Asked for a one-time code")},
    {"patient.date_and_code",
     QT_TRANSLATE_NOOP("anteroom::AuditWords", "Typed a date of birth and a one-time code")},
    {"patient.date_of_birth", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Typed a date of birth")},
    {"patient.photo", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Looked at a photo they sent")},
    {"patient.upload", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Sent photos")},
    {"patient.view", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened their page")},
    {"prompt_template.change", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed the templates")},
    {"register.add", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Added a register’s entry")},
    {"register.edit", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed a register’s entry")},
    {"register.import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported a register’s entry")},
    {"register.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read a register")},
    {"register.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a register’s entry")},
    {"register.remove", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Removed a register’s entry")},
    {"room.end", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Ended a teleconsultation for all")},
    {"room.join", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Joined a teleconsultation")},
    {"setting.change", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed a setting")},
    {"staff.add", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Added a member of staff")},
    {"staff.change_password", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed their password")},
    {"staff.check_password", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Typed their password")},
    {"staff.disable", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Disabled a member of staff")},
    {"staff.enable", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Enabled a member of staff")},
    {"staff.set_password", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Set somebody’s password")},
    {"staff.sign_in", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Signed in")},
    {"staff.unlock", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Ended somebody’s wait")},
    {"token.create", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Made an API token")},
    {"token.revoke", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Revoked an API token")},
    {"user.add", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Added a person")},
    {"user.edit", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Changed a person’s data")},
    {"user.erase", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Had a person erased")},
    {"user.erase_done", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Erased a person")},
    {"user.erase_look", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Looked at what erasing would take")},
    {"user.import", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Imported a person")},
    {"user.list", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Read the list of people")},
    {"user.read", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Opened a person’s page")},
    {"user.search", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Searched for a person")},
};

constexpr Words outcomes[] = {
    {"ok", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Done")},
    {"idempotency.repeated", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Answered again")},
    {"access.admin_only", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Refused: not an administrator")},
    {"audit.broken", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Found a broken row")},
    {"cancelled", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Stopped")},
    {"staff.wait", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Refused: has to wait")},
    {"staff.wrong_login", QT_TRANSLATE_NOOP("anteroom::AuditWords", "Refused: wrong password")},
};

struct Kind
{
    const char *text;
    const char *actions; ///< separated by spaces
};

constexpr Kind kinds[] = {
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Everything"), ""},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Signing in"), "staff.sign_in staff.check_password"},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "People"), "user."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "File requests and photos"), "file_request. file."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Patients’ own pages"), "patient."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Teleconsultations"), "teleconsultation. room."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Calls and devices"), "call. device."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Device requests"), "device_request. register."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Messages"), "message. outbox."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Settings, staff and tokens"),
     "setting. staff.add staff.change staff.set staff.disable staff.enable staff.unlock token. "
     "prompt_template."},
    {QT_TRANSLATE_NOOP("anteroom::AuditWords", "Backups, imports and this log"), "backup import audit."},
};

template<size_t N>
QString find(const Words (&all)[N], QByteArrayView key)
{
    const auto *found = std::find_if(std::begin(all), std::end(all),
                                     [key](const Words &each) { return key == QByteArrayView(each.key); });
    return found == std::end(all) ? QString::fromUtf8(key) : AuditWords::tr(found->text);
}

} // namespace

QString auditActionText(QByteArrayView action)
{
    return find(actions, action);
}

QString auditActorText(const AuditRow &row)
{
    if (row.actorKind == "patient")
        return AuditWords::tr("A patient");
    if (row.actorKind == "system")
        return AuditWords::tr("Anteroom itself");
    const QString name = row.actorName.isEmpty() ? QString::fromUtf8(row.actorId) : row.actorName;
    return row.actorKind == "token" ? AuditWords::tr("Token %1").arg(name) : name;
}

QString auditOutcomeText(const AuditRow &row)
{
    return find(outcomes, row.outcome);
}

Tone auditOutcomeTone(const AuditRow &row)
{
    if (row.outcome == "ok" || row.outcome == "idempotency.repeated")
        return Tone::Neutral;
    return row.outcome == "audit.broken" ? Tone::Bad : Tone::Warn;
}

QString auditSourceText(const AuditRow &row)
{
    if (row.source == "console")
        return AuditWords::tr("Console");
    if (row.source == "command")
        return AuditWords::tr("Command line");
    return QString::fromUtf8(row.source);
}

QVector<AuditKind> auditKinds()
{
    QVector<AuditKind> all;
    for (const Kind &kind : kinds)
        all.append({AuditWords::tr(kind.text),
                    *kind.actions ? QByteArray(kind.actions).split(' ') : QByteArrayList()});
    return all;
}

} // namespace anteroom
