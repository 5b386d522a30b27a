// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/worklist.h"

#include "app/delivery/outbox.h"

#include <QHash>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int messagesPerRequest = 20;

bool isStaff(const Actor &actor)
{
    return actor.kind == Actor::Kind::Staff || actor.kind == Actor::Kind::System;
}

// Ids as a JSON array for json_each(): their letters need no escaping.
QByteArray jsonList(const QList<QByteArray> &ids)
{
    return ids.isEmpty() ? QByteArrayLiteral("[]") : "[\"" + ids.join("\",\"") + "\"]";
}

QHash<QByteArray, QString> staffNames(Transaction &tx, const QList<QByteArray> &ids)
{
    QHash<QByteArray, QString> names;
    Cursor row =
        tx.query("SELECT id, name FROM staff WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids));
    while (row.next())
        names.insert(row.bytes(0), row.text(1));
    return names;
}

struct Scans
{
    int waiting = 0;
    int infected = 0;
};

QHash<QByteArray, Scans> scansOf(Transaction &tx, const QList<QByteArray> &requests)
{
    QHash<QByteArray, Scans> counts;
    Cursor row = tx.query("SELECT file_request_id, sum(scan_state = 'waiting' AND removed_at IS NULL), "
                          "sum(scan_state = 'infected') FROM files WHERE file_request_id IN "
                          "(SELECT value FROM json_each(?)) AND scan_state <> 'clean' "
                          "GROUP BY file_request_id",
                          jsonList(requests));
    while (row.next())
        counts.insert(row.bytes(0), {int(row.integer(1)), int(row.integer(2))});
    return counts;
}

QHash<QByteArray, QString> userNames(Transaction &tx, const QList<QByteArray> &ids)
{
    QHash<QByteArray, QString> names;
    Cursor row = tx.query("SELECT id, display_name, first_name, last_name FROM users WHERE id IN "
                          "(SELECT value FROM json_each(?))",
                          jsonList(ids));
    while (row.next())
        names.insert(row.bytes(0),
                     UserSummary{row.id<UserId>(0), row.text(1), row.text(2), row.text(3), {}}.name());
    return names;
}

QVector<WorkItem> complete(Transaction &tx, QVector<FileRequestView> views)
{
    QList<QByteArray> ids, staff;
    for (const FileRequestView &view : views) {
        ids.append(view.request.id.text());
        if (!view.request.assignee.isNull())
            staff.append(view.request.assignee.text());
    }
    QHash<QByteArray, QVector<Message>> messages;
    for (Message &message : Outbox::ofReferences(tx, ids, messagesPerRequest * int(ids.size())))
        messages[message.reference].append(std::move(message));
    const auto names = staffNames(tx, staff);
    const auto scans = scansOf(tx, ids);
    QVector<WorkItem> items;
    items.reserve(views.size());
    for (FileRequestView &view : views) {
        const QByteArray id = view.request.id.text();
        const QString assignee = names.value(view.request.assignee.text());
        const Scans scanned = scans.value(id);
        items.append({std::move(view), messages.take(id), assignee, scanned.waiting, scanned.infected});
    }
    return items;
}

} // namespace

Result<Page<WorkItem>> WorkList::page(Transaction &tx, const FileRequestService &service, const Actor &actor,
                                      const FileRequestFilter &filter, const PageRequest &page)
{
    auto views = service.list(tx, actor, filter, page);
    if (!views)
        return fail(std::move(views.error()));
    return Page<WorkItem>{complete(tx, std::move(views->items)), views->nextCursor};
}

Result<WorkItem> WorkList::item(Transaction &tx, const FileRequestService &service, const Actor &actor,
                                const FileRequestId &id)
{
    auto view = service.get(tx, actor, id);
    if (!view)
        return fail(std::move(view.error()));
    return complete(tx, {*std::move(view)}).takeFirst();
}

Result<WorkCounts> WorkList::answered(Transaction &tx, const Actor &actor)
{
    if (!isStaff(actor))
        return fail(ErrorCode::Forbidden, "scope.missing");
    // Said twice, so that the index of the few that are not open is used.
    Cursor row = tx.query("SELECT count(*), sum(assignee_id = ?), sum(assignee_id IS NULL) "
                          "FROM file_requests WHERE state <> 'open' AND state = 'answered'",
                          actor.id);
    if (!row.next())
        return WorkCounts{};
    return WorkCounts{int(row.integer(0)), int(row.integer(1)), int(row.integer(2))};
}

Result<QVector<NewAnswer>> WorkList::answeredSince(Transaction &tx, const Actor &actor, UtcTime since,
                                                   int limit)
{
    if (!isStaff(actor))
        return fail(ErrorCode::Forbidden, "scope.missing");
    QVector<NewAnswer> answers;
    Cursor row =
        tx.query("SELECT f.id, f.answered_at, p.display_name, p.first_name, p.last_name, (SELECT count(*) "
                 "FROM files x "
                 "WHERE x.file_request_id = f.id AND x.removed_at IS NULL AND x.scan_state = 'clean') "
                 "FROM file_requests f JOIN users p ON p.id = f.patient_user_id "
                 "WHERE f.state <> 'open' AND f.state = 'answered' AND f.answered_at > ? "
                 "ORDER BY f.answered_at, f.id LIMIT ?",
                 since, limit);
    while (row.next())
        answers.append({row.id<FileRequestId>(0), row.time(1),
                        UserSummary{{}, row.text(2), row.text(3), row.text(4), {}}.name(),
                        int(row.integer(5))});
    return answers;
}

Result<QVector<TroubledMessage>> WorkList::troubled(Transaction &tx, const Actor &actor, int limit)
{
    if (!isStaff(actor))
        return fail(ErrorCode::Forbidden, "scope.missing");
    QVector<Message> messages = Outbox::list(tx, {.onlyTrouble = true}, {limit, {}}).items;
    // Events to other systems are the Outbox page's matter.
    messages.removeIf([](const Message &message) {
        return message.channel == Channel::Webhook || message.channel == Channel::Video;
    });
    QList<QByteArray> ids;
    for (const Message &message : std::as_const(messages)) {
        if (!message.user.isNull())
            ids.append(message.user.text());
    }
    const auto names = userNames(tx, ids);
    QVector<TroubledMessage> troubled;
    troubled.reserve(messages.size());
    for (Message &message : messages) {
        message.body.clear();
        const QString patient = names.value(message.user.text());
        troubled.append({std::move(message), patient});
    }
    return troubled;
}

} // namespace anteroom
