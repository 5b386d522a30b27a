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
    {"access.admin_only", "Only an administrator may do this."},
    {"scope.missing", "The token lacks the scope {scope}; ask an administrator for a token that has it."},
    {"token.expired", "The token has expired; ask an administrator for a new one."},
    {"token.missing", "Send a token in the Authorization header: Bearer and the token."},
    {"token.revoked", "The token has been revoked; ask an administrator for a new one."},
    {"token.unknown", "The token is not known; ask an administrator for a new one."},
    // what members hold
    {"date.in_future", "{field} must not be in the future."},
    {"date.in_past", "{field} must be in the future."},
    {"date.malformed", "{field} must be a real date in the form YYYY-MM-DD."},
    {"email.malformed", "{field} must be an e-mail address such as name@example.com."},
    {"id.malformed", "{field} must be a UUID."},
    {"member.required", "{field} is required."},
    {"page.cursor", "{field} must be the nextCursor of an earlier page of the same list."},
    {"page.limit", "{field} must be a whole number from 1 to 200."},
    {"phone.malformed", "{field} must be a number in E.164 form such as +447777123456."},
    {"text.blank", "{field} must not be blank; leave it out or give it a value."},
    {"text.malformed", "{field} must not contain control characters."},
    {"text.too_long", "{field} is too long; {longest} characters are the most."},
    {"time.malformed", "{field} must be a time with an offset such as 2021-01-15T14:32:17+00:00."},
    {"url.malformed", "{field} must be an https address without credentials."},
    // file requests and files
    {"file.base64", "{field} must be base64 of at least one byte."},
    {"file.expired", "The file has expired."},
    {"file.expiry_interval", "{field} must be a number of seconds of at least 1 and at most ten years."},
    {"file.infected", "A file is infected; nothing was kept."},
    {"file.too_large_to_scan", "A file is larger than the virus scanner takes."},
    {"file.image_size", "{field} must be WIDTHxHEIGHT in pixels such as 200x140, at most 10000 each."},
    {"file.too_many", "The file request has as many photos as it takes."},
    {"file.type", "{field} must be a media type such as image/jpeg."},
    {"file.type_mismatch", "The content of a file is not of the type that {field} says."},
    {"file_request.account", "The token may not use the account that {field} names."},
    {"file_request.cancelled", "The file request was cancelled."},
    {"file_request.expired", "The file request has expired."},
    {"file_request.has_left", "The message has left already; cancel the file request instead."},
    {"file_request.no_recipient", "Whoever the file request went to was erased; make a new one."},
    {"file_request.pair", "Either {pair} is required."},
    {"file_request.state", "{field} must be one of \"open\", \"answered\", \"expired\"."},
    {"file_request.type", "{field} must be \"photo\"."},
    {"image_size.invalid", "{field} must be WIDTHxHEIGHT in pixels such as 200x140."},
    {"staff.unknown", "{field} must be the login of a member of staff."},
    {"vault.erased", "The patient's data was erased."},
    // device requests: the health system's own words
    {"device_request.code_missing", "Can't resend Device request without verification code!"},
    {"device_request.legal_entity", "Action is not allowed for the legal entity"},
    {"device_request.method_inactive", "Authentication method doesn't exist or is inactive"},
    {"device_request.no_otp", "Person or third person has no OTP auth method"},
    {"device_request.program_silent", "Action is not allowed for the specified medical program"},
    {"device_request.sms_disabled", "Action is disabled by the configuration"},
    {"device_request.status", "You can not resend SMS for device request in status {status}"},
    {"device_request.too_soon",
     "Sending SMS timeout. Try later. Next attempt will be available at {nextAttempt}"},
    {"page.number", "{field} must be a whole number from 1 to {most}."},
    // calls
    {"call.no_device", "The person has no device with the app; dial their number."},
    {"call.refused", "User has configured device to refuse inbound VoIP calls."},
    {"push.failed", "The push service could not be reached or refused the push; dial the number instead."},
    // photos
    {"intake.busy", "Too many photos are being looked at; try again later."},
    {"intake.died", "A photo could not be read; it may be damaged."},
    {"intake.timeout", "Looking at a photo took too long; try again later."},
    {"photo.damaged", "A photo is damaged."},
    {"photo.not_a_photo", "A file is no photo of the type that it claims to be."},
    {"photo.too_complex", "A photo takes too much memory to read; send a simpler one."},
    {"photo.too_large", "A photo is too large; 25 MiB are the most."},
    {"photo.too_many_pixels", "A photo has too many pixels; 100 megapixels are the most."},
    {"photo.truncated", "A photo is cut off before its end."},
    {"photo.unsupported", "A photo is of a kind that is not taken; send an ordinary JPEG or PNG."},
    // teleconsultations, in the words of a CRUD service
    {"auth0.failed", "Auth0 gave no good answer; try again later."},
    {"auth0.not_set_up", "Auth0 is not set up; an administrator has to see to it."},
    {"privileges.malformed", "The service's file of privileges is malformed: {detail}."},
    {"teleconsultation.changed", "The teleconsultation was changed meanwhile; try again."},
    {"teleconsultation.date", "{place} must match format \"date-time\""},
    {"teleconsultation.end_and_duration", "body must NOT have both end_date and duration_in_seconds"},
    {"teleconsultation.full", "body must NOT be added: all participants are known already"},
    {"teleconsultation.group", "{place} must be equal to one of the allowed values"},
    {"teleconsultation.ids_not_taken", "body/participants must be object"},
    {"teleconsultation.immutable",
     "The teleconsultation is about to begin or has begun; it cannot change any more."},
    {"teleconsultation.length", "body/end_date must be 5 minutes to 24 hours after start_date"},
    {"teleconsultation.no_groups", "{place}/groups must NOT have fewer than 1 items"},
    {"teleconsultation.no_plus", "no plus user in room"},
    {"teleconsultation.no_role", "{place} must have a group that has a privilege"},
    {"teleconsultation.not_plus", "Only somebody who may host teleconsultations may do this."},
    {"teleconsultation.number", "body/participants/number must be <= {limit}"},
    {"teleconsultation.number_low", "body/participants/number must be >= {limit}"},
    {"teleconsultation.person_unknown", "{place} must be a person known to the identity provider"},
    {"teleconsultation.required", "{place} must have required property '{member}'"},
    {"teleconsultation.too_many", "body/participants/data must NOT have more than {number} items"},
    {"teleconsultation.twice", "{place} must NOT be a participant twice"},
    {"video.failed",
     "The provider of video rooms gave no good answer; nothing was changed. Try again later."},
    {"video.garbage",
     "The provider of video rooms gave no good answer; nothing was changed. Try again later."},
    {"video.not_set_up", "The provider of video rooms is not set up; an administrator has to see to it."},
    // repeated requests
    {"idempotency.key", "Idempotency-Key must be given once and have 1 to 255 characters."},
    {"idempotency.other_request",
     "This Idempotency-Key was used for another request; take a new key for a new request."},
    {"idempotency.running", "A request with this Idempotency-Key is still running; try again in a second."},
    // the data folder, the store and the listeners
    {"datadir.in_use", "The folder is in use by the process {pid}; stop that first."},
    {"datadir.not_a_folder", "{path} is no folder."},
    {"datadir.not_writable", "{path} cannot be written; give it to the user who runs this."},
    {"datadir.path_too_long", "{path} is too long for a socket in it; choose a shorter one."},
    {"listen.failed",
     "{address} cannot be listened on: {message}. Choose another port, or stop what uses it."},
    {"listen.malformed", "{address} is no address to listen on; give it like 127.0.0.1:8080."},
    {"listen.needs_tls",
     "The staff API is not opened on {address} without TLS, as tokens and patients' data would "
     "cross the network in clear. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or listen on "
     "127.0.0.1."},
    {"listen.patient_needs_tls", "The patients' pages are not opened on {address} without TLS. Set "
                                 "ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or "
                                 "ANTEROOM_PATIENT_PLAIN=true where a proxy with TLS stands in front."},
    {"proxies.malformed",
     "ANTEROOM_TRUSTED_PROXIES must be networks such as 10.0.0.0/8, separated by commas."},
    {"storage.damaged", "The server's data is damaged; restore the latest backup."},
    {"storage.failed", "The server could not do this; try again later."},
    {"storage.full", "The disk of the server is full; try again later."},
    {"storage.io", "The server could not write to its disk; try again later."},
    {"storage.newer", "The data was made by a later version of Anteroom; install that one."},
    {"storage.not_migrated", "The database is not up to date yet."},
    {"tls.half", "Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY both, or neither."},
    {"tls.mismatch", "ANTEROOM_TLS_KEY is not the key of the certificate in ANTEROOM_TLS_CERT."},
    {"tls.unreadable", "ANTEROOM_TLS_CERT or ANTEROOM_TLS_KEY cannot be read as PEM."},
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

namespace {

QByteArray filled(QByteArray sentence, const Error &error)
{
    sentence.replace("{field}", error.field ? QByteArray(error.field) : "The request"_ba);
    for (auto it = error.data.begin(); it != error.data.end() && sentence.contains('{'); ++it) {
        QString text = it.value().toVariant().toString();
        if (it.key() == u"pair")
            text.replace(u"/"_s, u" or "_s);
        sentence.replace('{' + it.key().toUtf8() + '}', text.toUtf8());
    }
    return sentence;
}

} // namespace

QByteArray errorSentence(const Error &error)
{
    QByteArray sentence =
        filled(byReason().value(QByteArrayView(error.reason), codeSentence(error.code)), error);
    // A figure that the words need is missing: better said in general.
    return sentence.contains('{') ? filled(codeSentence(error.code), error) : sentence;
}

bool hasWordsFor(QByteArrayView reason)
{
    return byReason().contains(reason);
}

} // namespace anteroom
