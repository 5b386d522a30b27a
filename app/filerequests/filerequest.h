// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/language.h"
#include "app/directory/user.h"

#include <QVector>

namespace anteroom {

/// A request for photos, as it is stored (RULES.md, File requests). Strings are null where nothing was given.
struct FileRequest
{
    enum class State {
        Open,     ///< nothing has come yet
        Answered, ///< photos came that nobody has dealt with
        Done,     ///< somebody of the staff says so
        Cancelled
    };

    FileRequestId id;
    QString accountId;
    UtcTime createdAt;
    QString type; ///< "photo"
    QString prompt;
    UserId patient;
    QDate patientDateOfBirth; ///< what the patient page asks for: the request's own, not the user's
    UserId staff;
    QString staffName;
    UserId recipient;
    QString recipientMobile;
    QString recipientEmail;
    bool recipientIsProxy = false;
    bool attemptAppDelivery = true;
    Language language = Language::English; ///< of the messages and the page
    QByteArray shortLinkId;
    std::optional<UtcTime> shortLinkExpiresAt;
    std::optional<UtcTime> expiresAt;
    QString filesUpdateWebhookUrl;
    State state = State::Open;
    std::optional<UtcTime> openedAt;   ///< the right date of birth was given for the first time
    std::optional<UtcTime> answeredAt; ///< the latest photos came
    std::optional<UtcTime> closedAt;   ///< done or cancelled
    StaffId assignee;                  ///< null: nobody's

    /// Nothing can be added any more, by nobody.
    bool isExpired(UtcTime now) const { return expiresAt && *expiresAt <= now; }
    /// Nothing can be added by the link any more.
    bool isLinkExpired(UtcTime now) const
    {
        return isExpired(now) || (shortLinkExpiresAt && *shortLinkExpiresAt <= now);
    }
};

/// `open`, `answered`, `done`, `cancelled`.
const char *fileRequestStateName(FileRequest::State state);
std::optional<FileRequest::State> fileRequestStateByName(QByteArrayView name);

/// What the virus scanner says of a file; without a scanner all are clean.
enum class ScanState { Clean, Waiting, Infected };

/// A file that came, without its content.
struct File
{
    FileId id;
    FileRequestId fileRequest; ///< null: it came without one
    UtcTime createdAt;
    std::optional<UtcTime> expiresAt; ///< from then on its content is kept from everybody
    QString description;
    QString originalName;
    QString mimeType;
    qint64 size = 0; ///< bytes of the stored content
    std::optional<int> imageWidth;
    std::optional<int> imageHeight;
    std::optional<UtcTime> photoCreatedAt;
    bool hasThumbnail = false;

    bool isExpired(UtcTime now) const { return expiresAt && *expiresAt <= now; }
    bool isImage() const { return mimeType.startsWith(QLatin1String("image/")); }
};

/// A file request with what goes with it in every answer: its people and what has come.
struct FileRequestView
{
    FileRequest request;
    UserSummary patient;
    UserSummary staff;
    QVector<File> files;
};

} // namespace anteroom
