// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/filerequestrepository.h"

#include "app/filerequests/filerepository.h"
#include "app/storage/keyset.h"

#include <limits>

namespace anteroom {

namespace {

#define REQUEST_COLUMNS                                                                                      \
    "f.id, f.account_id, f.created_at, f.type, f.prompt, f.patient_user_id, f.patient_date_of_birth, "       \
    "f.staff_user_id, f.staff_name, f.recipient_user_id, f.recipient_mobile, f.recipient_email, "            \
    "f.recipient_is_proxy, f.attempt_app_delivery, f.language, f.short_link_id, f.short_link_expires_at, "   \
    "f.expires_at, f.files_update_webhook_url, f.state, f.opened_at, f.answered_at, f.closed_at, "           \
    "f.assignee_id "
#define VIEW_COLUMNS                                                                                         \
    REQUEST_COLUMNS ", p.display_name, p.first_name, p.last_name, p.profile_picture_url, "                   \
                    "s.display_name, s.first_name, s.last_name, s.profile_picture_url "
#define VIEW_JOINS                                                                                           \
    "FROM file_requests f JOIN users p ON p.id = f.patient_user_id JOIN users s ON s.id = f.staff_user_id "
constexpr int viewBegin = 24;

FileRequest readRequest(const Cursor &row)
{
    FileRequest request;
    request.id = row.id<FileRequestId>(0);
    request.accountId = row.text(1);
    request.createdAt = row.time(2);
    request.type = row.text(3);
    request.prompt = row.text(4);
    request.patient = row.id<UserId>(5);
    request.patientDateOfBirth = row.date(6);
    request.staff = row.id<UserId>(7);
    request.staffName = row.text(8);
    request.recipient = row.id<UserId>(9);
    request.recipientMobile = row.text(10);
    request.recipientEmail = row.text(11);
    request.recipientIsProxy = row.boolean(12);
    request.attemptAppDelivery = row.boolean(13);
    request.language = languageByCode(row.view(14)).value_or(Language::English);
    request.shortLinkId = row.bytes(15);
    request.shortLinkExpiresAt = row.optionalTime(16);
    request.expiresAt = row.optionalTime(17);
    request.filesUpdateWebhookUrl = row.text(18);
    request.state = fileRequestStateByName(row.view(19)).value_or(FileRequest::State::Open);
    request.openedAt = row.optionalTime(20);
    request.answeredAt = row.optionalTime(21);
    request.closedAt = row.optionalTime(22);
    request.assignee = row.id<StaffId>(23);
    return request;
}

FileRequestView readView(const Cursor &row)
{
    FileRequestView view;
    view.request = readRequest(row);
    view.patient = {view.request.patient, row.text(viewBegin), row.text(viewBegin + 1),
                    row.text(viewBegin + 2), row.text(viewBegin + 3)};
    view.staff = {view.request.staff, row.text(viewBegin + 4), row.text(viewBegin + 5),
                  row.text(viewBegin + 6), row.text(viewBegin + 7)};
    return view;
}

std::optional<FileRequest> readOne(Cursor row)
{
    return row.next() ? std::optional(readRequest(row)) : std::nullopt;
}

// ?1 ?2 the position, ?3 a state, ?4 how expiry counts (0 not, 1 not expired, 2 expired), ?5 now, ?6 how
// many, ?7 an assignee, ?8 and ?9 what the list is of.
#define LIST_CONDITIONS                                                                                      \
    "(f.created_at, f.id) < (?1, ?2) AND (?3 IS NULL OR f.state = ?3) AND (?4 = 0 "                          \
    "OR (?4 = 1 AND (f.expires_at IS NULL OR f.expires_at > ?5)) OR (?4 = 2 AND f.expires_at <= ?5)) "       \
    "AND (?7 IS NULL OR coalesce(f.assignee_id, '') = ?7) "
#define LIST_ORDER "ORDER BY f.created_at DESC, f.id DESC LIMIT ?6"

// The keys of one state, from an index that holds only its rows: those are found in the index alone. That it
// is (not) open is said in the index's own words, or SQLite does not use it.
#define KEYS(STATE, OF)                                                                                      \
    "SELECT key, at FROM (SELECT f.id AS key, f.created_at AS at FROM file_requests f WHERE " STATE OF       \
    " AND (f.created_at, f.id) < (?1, ?2) AND (?4 = 0 "                                                      \
    "OR (?4 = 1 AND (f.expires_at IS NULL OR f.expires_at > ?5)) OR (?4 = 2 AND f.expires_at <= ?5)) "       \
    "AND (?7 IS NULL OR coalesce(f.assignee_id, '') = ?7) " LIST_ORDER ") "
// The page's rows, of those keys.
#define OF_KEYS(KEYS)                                                                                        \
    "SELECT " VIEW_COLUMNS "FROM (" KEYS ") k JOIN file_requests f ON f.id = k.key "                         \
    "JOIN users p ON p.id = f.patient_user_id JOIN users s ON s.id = f.staff_user_id "                       \
    "ORDER BY f.created_at DESC, f.id DESC"
// All states: the newest of each, merged. No index holds them all, so that making a request fills no more
// than those of the open ones.
#define ANY(OF)                                                                                              \
    KEYS(OPEN, OF)                                                                                           \
    "UNION ALL " KEYS(IS("answered"), OF) "UNION ALL " KEYS(IS("done"), OF) "UNION ALL " KEYS(               \
        IS("cancelled"), OF) "ORDER BY at DESC, key DESC LIMIT ?6"
#define OPEN "f.state = 'open'"
#define EXPIRING "f.state = 'open' AND f.expires_at IS NOT NULL"
#define NOT_OPEN "f.state <> 'open' AND f.state = ?3"
#define IS(NAME) "f.state <> 'open' AND f.state = '" NAME "'"
#define OF_ACCOUNT " AND f.account_id = ?8"

struct ListValues
{
    UtcTime before = utcFromUs(std::numeric_limits<qint64>::max());
    QByteArray beforeId{""};
    QByteArray state;
    int expiry = 0;
    QByteArray assignee;
};

ListValues valuesOf(const FileRequestFilter &filter, const PageRequest &page)
{
    using State = FileRequestFilter::State;
    ListValues values;
    if (!page.cursor.isEmpty()) {
        if (const auto parts = unpackCursor(page.cursor, 2)) {
            values.before = utcFromUs(parts->at(0).toLongLong());
            values.beforeId = parts->at(1);
        }
    }
    if (filter.assignee)
        values.assignee = filter.assignee->isNull() ? QByteArray("") : filter.assignee->text();
    switch (filter.state) {
    case State::Any:
        break;
    case State::Open:
        values.state = "open";
        values.expiry = 1;
        break;
    case State::Expired:
        values.state = "open";
        values.expiry = 2;
        break;
    case State::Answered:
        values.state = "answered";
        break;
    case State::Done:
        values.state = "done";
        break;
    case State::Cancelled:
        values.state = "cancelled";
        break;
    }
    return values;
}

// Of a patient or of an assignee there are few: their states are told apart row by row.
bool isFewRows(const FileRequestFilter &filter, const ListValues &v)
{
    return !filter.patient.isNull() ||
           (v.state.isNull() && !v.assignee.isEmpty() && filter.accountId.isNull());
}

Cursor fewRows(Transaction &tx, const FileRequestFilter &filter, const ListValues &v, int limit)
{
    if (!filter.patient.isNull())
        return tx.query("SELECT " VIEW_COLUMNS VIEW_JOINS "WHERE f.patient_user_id = ?8 "
                        "AND (?9 IS NULL OR f.account_id = ?9) AND " LIST_CONDITIONS LIST_ORDER,
                        v.before, v.beforeId, v.state, v.expiry, tx.now(), limit, v.assignee, filter.patient,
                        filter.accountId);
    return tx.query("SELECT " VIEW_COLUMNS VIEW_JOINS
                    "WHERE f.assignee_id = ?7 AND " LIST_CONDITIONS LIST_ORDER,
                    v.before, v.beforeId, v.state, v.expiry, tx.now(), limit, v.assignee);
}

Cursor rowsOfStates(Transaction &tx, const FileRequestFilter &filter, const ListValues &v, int limit)
{
    std::string_view sql;
    if (filter.accountId.isNull())
        sql = v.state.isNull()    ? std::string_view(OF_KEYS(ANY("")))
              : v.expiry == 2     ? std::string_view(OF_KEYS(KEYS(EXPIRING, "")))
              : v.state == "open" ? std::string_view(OF_KEYS(KEYS(OPEN, "")))
                                  : std::string_view(OF_KEYS(KEYS(NOT_OPEN, "")));
    else
        sql = v.state.isNull()    ? std::string_view(OF_KEYS(ANY(OF_ACCOUNT)))
              : v.state == "open" ? std::string_view(OF_KEYS(KEYS(OPEN, OF_ACCOUNT)))
                                  : std::string_view(OF_KEYS(KEYS(NOT_OPEN, OF_ACCOUNT)));
    if (filter.accountId.isNull())
        return tx.query(sql, v.before, v.beforeId, v.state, v.expiry, tx.now(), limit, v.assignee);
    return tx.query(sql, v.before, v.beforeId, v.state, v.expiry, tx.now(), limit, v.assignee,
                    filter.accountId);
}

// One row more than asked for, where there is one.
QVector<FileRequestView> listRows(Transaction &tx, const FileRequestFilter &filter, const ListValues &values,
                                  int limit)
{
    QVector<FileRequestView> views;
    Cursor rows = isFewRows(filter, values) ? fewRows(tx, filter, values, limit + 1)
                                            : rowsOfStates(tx, filter, values, limit + 1);
    while (rows.next())
        views.append(readView(rows));
    return views;
}

} // namespace

std::optional<FileRequest> FileRequestRepository::byId(Transaction &tx, const FileRequestId &id)
{
    return readOne(tx.query("SELECT " REQUEST_COLUMNS "FROM file_requests f WHERE f.id = ?", id));
}

std::optional<FileRequest> FileRequestRepository::byShortLink(Transaction &tx, const QByteArray &shortLinkId)
{
    return readOne(
        tx.query("SELECT " REQUEST_COLUMNS "FROM file_requests f WHERE f.short_link_id = ?", shortLinkId));
}

std::optional<FileRequestView> FileRequestRepository::viewById(Transaction &tx, const FileRequestId &id)
{
    std::optional<FileRequestView> view;
    {
        Cursor row = tx.query("SELECT " VIEW_COLUMNS VIEW_JOINS "WHERE f.id = ?", id);
        if (!row.next())
            return std::nullopt;
        view = readView(row);
    }
    view->files = FileRepository::ofRequest(tx, id);
    return view;
}

FileRequestView FileRequestRepository::viewOf(Transaction &tx, const FileRequest &request)
{
    return viewById(tx, request.id).value_or(FileRequestView{request});
}

Page<FileRequestView> FileRequestRepository::list(Transaction &tx, const FileRequestFilter &filter,
                                                  const PageRequest &page)
{
    const int limit = clampedLimit(page);
    Page<FileRequestView> found;
    found.items = listRows(tx, filter, valuesOf(filter, page), limit);
    if (found.items.size() > limit) {
        found.items.resize(limit);
        const FileRequest &last = found.items.constLast().request;
        found.nextCursor = packCursor({QByteArray::number(toUs(last.createdAt)), last.id.text()});
    }
    for (FileRequestView &view : found.items) {
        if (view.request.answeredAt)
            view.files = FileRepository::ofRequest(tx, view.request.id);
    }
    return found;
}

bool FileRequestRepository::insert(WriteTransaction &tx, const FileRequest &r)
{
    return tx.insertUnlessDuplicate(
        "INSERT INTO file_requests (id, account_id, created_at, type, prompt, patient_user_id, "
        "patient_date_of_birth, staff_user_id, staff_name, recipient_user_id, recipient_mobile, "
        "recipient_email, "
        "recipient_is_proxy, attempt_app_delivery, language, short_link_id, short_link_expires_at, "
        "expires_at, "
        "files_update_webhook_url, state, opened_at, answered_at, closed_at, assignee_id) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.id, r.accountId, r.createdAt, r.type, r.prompt, r.patient, r.patientDateOfBirth, r.staff,
        r.staffName, r.recipient, r.recipientMobile, r.recipientEmail, r.recipientIsProxy,
        r.attemptAppDelivery, languageCode(r.language), r.shortLinkId, r.shortLinkExpiresAt, r.expiresAt,
        r.filesUpdateWebhookUrl, fileRequestStateName(r.state), r.openedAt, r.answeredAt, r.closedAt,
        r.assignee);
}

void FileRequestRepository::update(WriteTransaction &tx, const FileRequest &r)
{
    tx.execute(
        "UPDATE file_requests SET account_id = ?, created_at = ?, prompt = ?, patient_user_id = ?, "
        "patient_date_of_birth = ?, staff_user_id = ?, staff_name = ?, recipient_user_id = ?, "
        "recipient_mobile = ?, recipient_email = ?, recipient_is_proxy = ?, attempt_app_delivery = ?, "
        "language = ?, short_link_expires_at = ?, expires_at = ?, files_update_webhook_url = ?, state = ?, "
        "opened_at = ?, answered_at = ?, closed_at = ?, assignee_id = ? WHERE id = ?",
        r.accountId, r.createdAt, r.prompt, r.patient, r.patientDateOfBirth, r.staff, r.staffName,
        r.recipient, r.recipientMobile, r.recipientEmail, r.recipientIsProxy, r.attemptAppDelivery,
        languageCode(r.language), r.shortLinkExpiresAt, r.expiresAt, r.filesUpdateWebhookUrl,
        fileRequestStateName(r.state), r.openedAt, r.answeredAt, r.closedAt, r.assignee, r.id);
}

int FileRequestRepository::messagesOf(Transaction &tx, const FileRequestId &id)
{
    Cursor row = tx.query(
        "SELECT count(*) FROM outbox WHERE reference = ? AND channel IN ('sms', 'email', 'push')", id);
    return row.next() ? int(row.integer(0)) : 0;
}

FileRequestRepository::Lock FileRequestRepository::lockOf(Transaction &tx, const FileRequestId &id)
{
    Cursor row = tx.query("SELECT wrong_dates, lock_count, locked_until, codes_locked_until "
                          "FROM file_requests WHERE id = ?",
                          id);
    return row.next()
               ? Lock{int(row.integer(0)), int(row.integer(1)), row.optionalTime(2), row.optionalTime(3)}
               : Lock{};
}

void FileRequestRepository::setLock(WriteTransaction &tx, const FileRequestId &id, const Lock &lock)
{
    tx.execute("UPDATE file_requests SET wrong_dates = ?, lock_count = ?, locked_until = ?, "
               "codes_locked_until = ? WHERE id = ?",
               lock.wrongDates, lock.lockCount, lock.lockedUntil, lock.codesLockedUntil, id);
}

} // namespace anteroom
