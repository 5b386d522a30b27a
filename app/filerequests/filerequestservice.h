// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/delivery/message.h"
#include "app/filerequests/filerequest.h"
#include "app/filerequests/newfilerequest.h"
#include "app/storage/page.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Outbox;
class PublicUrl;
class Settings;

/// Through which face a request is made: those of the console can be undone for ten seconds.
enum class Origin { Http, Console };

/// What a list of file requests may ask for.
struct FileRequestFilter
{
    enum class State { Any, Open, Answered, Expired, Done, Cancelled };

    State state = State::Any;        ///< Open: and not expired
    QString accountId;               ///< null: any the actor may see
    UserId patient;                  ///< null: anybody's
    std::optional<StaffId> assignee; ///< a null id: nobody's
};

/// One message of a request that is not made yet, for the console's preview.
struct PlannedMessage
{
    Channel channel = Channel::Sms;
    QString to;      ///< a number as its country writes it, an address, or empty for the app
    QString subject; ///< of an e-mail
    QString text;    ///< of a text message or e-mail
};

/// What making a request would do.
struct FileRequestPreview
{
    QString recipientName; ///< "John Smith"; empty where nothing is known
    Language language = Language::English;
    bool isNewPatient = false;
    QVector<PlannedMessage> messages;
    bool numberLooksImpossible = false; ///< worth a warning
};

/// A request that an import file brings: what POST takes, and what happened since.
struct ImportedFileRequest
{
    NewFileRequest input;
    FileRequestId id;                                ///< null: a new one
    std::optional<UtcTime> createdAt;                ///< absent: now
    std::optional<std::optional<UtcTime>> expiresAt; ///< absent: as for a new one
    std::optional<FileRequest::State> state;         ///< absent: open
};

/// The rules of file requests (RULES.md, File requests). Synchronous, on the thread of the transaction it is
/// given. What changes something writes its audit row and its messages in the same transaction; the audit
/// rows of reads and of refusals are the caller's (auditLater).
class FileRequestService
{
public:
    /// How long a request made in the console can be undone.
    static constexpr std::chrono::seconds undoFor{10};

    FileRequestService(const Settings &settings, const Outbox &outbox, const PublicUrl &publicUrl);

    /// Makes a request, the people it needs, and the messages. Errors: checked()'s; Forbidden
    /// "scope.missing", "file_request.account"; the outbox's.
    Result<FileRequestView> create(WriteTransaction &tx, const Actor &actor, const NewFileRequest &input,
                                   Origin origin) const;

    /// As create(), but tells nobody; with an id that is known it overwrites that request, whose link stays.
    Result<FileRequest> import(WriteTransaction &tx, const Actor &actor,
                               const ImportedFileRequest &input) const;

    /// What create() would do. Errors: as create().
    Result<FileRequestPreview> preview(Transaction &tx, const Actor &actor,
                                       const NewFileRequest &input) const;

    /// Errors: Forbidden "scope.missing"; NotFound "file_request.unknown", also for another account's.
    Result<FileRequestView> get(Transaction &tx, const Actor &actor, const FileRequestId &id) const;

    /// Newest first. Errors: Forbidden "scope.missing", "file_request.account"; Invalid "page.cursor".
    Result<Page<FileRequestView>> list(Transaction &tx, const Actor &actor, const FileRequestFilter &filter,
                                       const PageRequest &page) const;

    // What staff do with a request. Errors of all: get()'s; Conflict "file_request.cancelled".

    /// Tells the recipient once more. Errors: also Conflict "file_request.expired",
    /// "file_request.no_recipient".
    Result<FileRequestView> sendAgain(WriteTransaction &tx, const Actor &actor, const FileRequestId &id,
                                      Origin origin) const;
    /// New ends; what is absent stays, an inner nothing means no end. Errors: also Invalid "date.in_past"
    /// with the field.
    struct Extension
    {
        std::optional<std::optional<UtcTime>> expiresAt;
        std::optional<std::optional<UtcTime>> shortLinkExpiresAt;
    };
    Result<FileRequestView> extend(WriteTransaction &tx, const Actor &actor, const FileRequestId &id,
                                   const Extension &extension) const;
    /// Messages that have not left yet never will.
    Result<FileRequestView> cancel(WriteTransaction &tx, const Actor &actor, const FileRequestId &id) const;
    Result<FileRequestView> done(WriteTransaction &tx, const Actor &actor, const FileRequestId &id) const;
    /// A null login: nobody's. Errors: also Invalid "staff.unknown" with field "login".
    Result<FileRequestView> assign(WriteTransaction &tx, const Actor &actor, const FileRequestId &id,
                                   const QString &login) const;
    /// Cancels a request whose messages are still held back. Errors: also Conflict "file_request.has_left".
    Result<FileRequestView> undo(WriteTransaction &tx, const Actor &actor, const FileRequestId &id) const;
    /// Until when wrong dates of birth keep the link locked; nothing where they do not. Errors: get()'s.
    Result<std::optional<UtcTime>> lockedUntil(Transaction &tx, const Actor &actor,
                                               const FileRequestId &id) const;
    /// Ends that lock, and the one on one-time codes.
    Result<FileRequestView> unlock(WriteTransaction &tx, const Actor &actor, const FileRequestId &id) const;

    /// The text message in place of the app's notification (AppFallback). Errors: the outbox's.
    Result<void> tellByText(WriteTransaction &tx, const FileRequest &request) const;

private:
    Result<void> mayWrite(const Actor &actor) const;
    Result<FileRequest> forChange(Transaction &tx, const Actor &actor, const FileRequestId &id) const;
    Result<FileRequestView> changed(WriteTransaction &tx, const Actor &actor, const FileRequest &request,
                                    const char *action) const;
    Result<CheckedFileRequest> check(UtcTime now, const Actor &actor, const NewFileRequest &input) const;
    struct People
    {
        UserMatch patient;
        RecipientMatch recipient;
        UserMatch staff;
    };
    static People findPeople(WriteTransaction &tx, const CheckedFileRequest &input);
    FileRequest requestFor(const CheckedFileRequest &input, const People &people, UtcTime createdAt) const;
    static void insertWithNewLink(WriteTransaction &tx, FileRequest &request);
    Language languageFor(const CheckedFileRequest &input, const User &recipient, const User &patient) const;
    QVector<PlannedMessage> plan(const FileRequest &request, bool toApp) const;
    Result<void> tell(WriteTransaction &tx, const FileRequest &request, const QVector<DeviceId> &devices,
                      Origin origin) const;

    const Settings &m_settings;
    const Outbox &m_outbox;
    const PublicUrl &m_publicUrl;
};

} // namespace anteroom
