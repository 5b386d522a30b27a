// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/errorwords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace anteroom {

namespace {

// `{field}` is the member at fault, `{x}` the figure of that name in Error::data. Sorted by feature.
struct Words
{
    const char *reason;
    const char *sentence;
};

constexpr Words table[] = {
    // access
    {"token.missing", "Send a token in the Authorization header: Bearer and the token."},
    {"token.unknown", "The token is not known; ask an administrator for a new one."},
    {"token.expired", "The token has expired; ask an administrator for a new one."},
    {"token.revoked", "The token has been revoked; ask an administrator for a new one."},
    {"scope.missing", "The token lacks the scope {scope}; ask an administrator for a token that has it."},
    {"access.admin_only", "Only an administrator may do this."},
    // repeated requests
    {"idempotency.key", "Idempotency-Key must be given once and have 1 to 255 characters."},
    {"idempotency.running", "A request with this Idempotency-Key is still running; try again in a second."},
    {"idempotency.other_request",
     "This Idempotency-Key was used for another request; take a new key for a new request."},
    // store
    {"storage.full", "The disk of the server is full; try again later."},
    {"storage.io", "The server could not write to its disk; try again later."},
    {"storage.failed", "The server could not do this; try again later."},
    {"storage.damaged", "The server's data is damaged; tell its administrator."},
};

const char *codeSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid:
        return "{field} is not valid; see /openapi.json.";
    case ErrorCode::Unauthenticated:
        return "Send a valid token in the Authorization header.";
    case ErrorCode::Forbidden:
        return "The token does not allow this.";
    case ErrorCode::NotFound:
        return "Not found";
    case ErrorCode::Conflict:
        return "The state of what is asked for does not allow this.";
    case ErrorCode::Gone:
        return "What is asked for has expired.";
    case ErrorCode::TooLarge:
        return "The body is too large.";
    case ErrorCode::UnsupportedType:
        return "Content of this type is not taken.";
    case ErrorCode::Unprocessable:
        return "The request contradicts an earlier one.";
    case ErrorCode::TooMany:
        return "Too many requests; wait for as long as Retry-After says.";
    case ErrorCode::BadGateway:
        return "A service that is needed for this failed; try again later.";
    case ErrorCode::Unavailable:
        return "The server is busy; wait for as long as Retry-After says.";
    case ErrorCode::Internal:
        break;
    }
    return "The server failed; its log says why.";
}

const QHash<QByteArrayView, const char *> &byReason()
{
    static const auto words = [] {
        QHash<QByteArrayView, const char *> filled;
        for (const Words &entry : table)
            filled.insert(QByteArrayView(entry.reason), entry.sentence);
        return filled;
    }();
    return words;
}

} // namespace

QByteArray errorSentence(const Error &error)
{
    QByteArray sentence = byReason().value(QByteArrayView(error.reason), codeSentence(error.code));
    sentence.replace("{field}", error.field ? QByteArray(error.field) : "The request"_ba);
    for (auto it = error.data.begin(); it != error.data.end() && sentence.contains('{'); ++it)
        sentence.replace('{' + it.key().toUtf8() + '}', it.value().toVariant().toString().toUtf8());
    return sentence;
}

bool hasWordsFor(QByteArrayView reason)
{
    return byReason().contains(reason);
}

} // namespace anteroom
