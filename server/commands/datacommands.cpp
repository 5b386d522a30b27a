// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/audit.h"
#include "app/backup/backup.h"
#include "app/backup/verification.h"
#include "app/directory/importfile.h"
#include "server/commands/commandrunner.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

const QByteArray source = QByteArrayLiteral("command");

// Who takes everybody's data out of here leaves one row, before the first byte.
Result<void> auditWholeRead(Store &store, const char *action)
{
    return store.writeNow([action](WriteTransaction &tx) -> Result<void> {
        recordAudit(tx, Actor::system(source), {.action = action});
        return {};
    });
}

QByteArray jsonOf(const Message &message)
{
    QJsonObject object{
        {u"id"_s, QString::fromUtf8(message.id.text())},
        {u"channel"_s, QString::fromUtf8(channelName(message.channel))},
        {u"to"_s, message.to},
        {u"body"_s, message.body},
        {u"status"_s, QString::fromUtf8(statusName(message.status))},
        {u"attempts"_s, message.attempts},
        {u"createdAt"_s, QString::fromUtf8(toIsoMicros(message.createdAt))},
        {u"provider"_s, message.provider},
        {u"reference"_s, QString::fromUtf8(message.reference)},
    };
    if (!message.subject.isEmpty())
        object.insert(u"subject"_s, message.subject);
    if (message.sentAt)
        object.insert(u"sentAt"_s, QString::fromUtf8(toIsoMicros(*message.sentAt)));
    if (!message.accountId.isEmpty())
        object.insert(u"accountId"_s, message.accountId);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

int CommandRunner::importFile(const Command &command, CommandOutput &output)
{
    const auto done = importBundle(m_clinic, Actor::system(source), command.input,
                                   [&](int, int) { return !output.isGone(); });
    if (!done) {
        explain(done.error(), command, output);
        return exitcode::failed; // the command was right, the file is not
    }
    settle();
    QByteArrayList members = done->rows.keys();
    std::sort(members.begin(), members.end());
    members.removeIf([&](const QByteArray &member) { return done->rows.value(member) == 0; });
    for (const QByteArray &member : members)
        output.out(member + ": " + QByteArray::number(done->rows.value(member)) + '\n');
    if (!done->ignored.isEmpty())
        output.complain(command, u"this version has no use for "_s + done->ignored.join(u", "_s));
    return exitcode::done;
}

int CommandRunner::outboxList(const Command &command, CommandOutput &output)
{
    if (const auto audited = auditWholeRead(m_clinic.store(), "outbox.list"); !audited)
        return explain(audited.error(), command, output);
    PageRequest page{.limit = 500, .cursor = {}};
    QByteArray separator = "[";
    do {
        const auto messages = m_clinic.store().readNow([&](Transaction &tx) -> Result<Page<Message>> {
            return m_clinic.outbox().listOldestFirst(tx, page);
        });
        if (!messages)
            return explain(messages.error(), command, output);
        for (const Message &message : messages->items) {
            output.out(separator + "\n " + jsonOf(message));
            separator = ",";
        }
        page.cursor = messages->nextCursor;
    } while (!page.cursor.isEmpty() && !output.isGone());
    output.out(separator == "[" ? "[]\n" : "\n]\n");
    return exitcode::done;
}

int CommandRunner::backup(const Command &command, CommandOutput &output)
{
    const QString path = command.option("to");
    const QString passphrase = passphraseOf(command);
    if (const auto audited = auditWholeRead(m_clinic.store(), "backup"); !audited)
        return explain(audited.error(), command, output);
    const auto done =
        createBackup(m_clinic, path, passphrase, [&](qint64, qint64) { return !output.isGone(); });
    if (!done)
        return explain(done.error(), command, output);
    output.out(
        u"%1: %2 bytes, with %3 sealed files\n"_s.arg(path).arg(done->bytes).arg(done->files).toUtf8());
    if (!done->holdsKeys)
        output.out("The keys are not in it, for no passphrase was given: keep a copy of the file \"keys\" "
                   "elsewhere. "
                   "Without it nobody can open the photos, codes and push tokens in this backup.\n");
    return exitcode::done;
}

int CommandRunner::verify(const Command &command, CommandOutput &output)
{
    const auto found = verifyClinic(m_clinic, [&](qint64) { return !output.isGone(); });
    if (!found)
        return explain(found.error(), command, output);
    if (found->broken)
        return explain(*found->broken, command, output);
    output.out(u"whole: %1 audit rows, %2 keys, %3 sealed files\n"_s.arg(found->auditRows)
                   .arg(found->keys)
                   .arg(found->files)
                   .toUtf8());
    return exitcode::done;
}

} // namespace anteroom
