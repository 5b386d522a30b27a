// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::ErrorText)
};

struct Words
{
    const char *reason;
    const char *text;
};

// The words for reason keys, in the order of the alphabet. Each says what to do next.
constexpr Words words[] = {
    {"access.admin_only",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "Only administrators can do this. Ask one of yours.")},
    {"audit.unwritable",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The file can't be written there. Choose another folder, or make room on the disk.")},
    {"cancelled", QT_TRANSLATE_NOOP("anteroom::ErrorText", "This was interrupted. Try again.")},
    {"date.in_future",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This date lies in the future. Check the year.")},
    {"date.in_past", QT_TRANSLATE_NOOP("anteroom::ErrorText", "This time is over. Choose a later one.")},
    {"date.malformed", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                         "This is no date. Write day, month and year, such as 17/6/1980.")},
    {"device_definition.type",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "A classification needs its system and its code, with | between.")},
    {"device_request.code",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "A device needs its system and its code, with | between.")},
    {"dictionary.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "A line needs a system, and may have codes after a |.")},
    {"email.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This is no e-mail address. It looks like name@example.org.")},
    {"ehealth.not_set_up",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "Nobody has set up the health system yet. An administrator can "
                                              "give its address and a token in Settings.")},
    {"ehealth.not_understood",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The health system’s answer was not understood, and nothing was "
                       "changed. Try again, or tell whoever looks after it.")},
    {"ehealth.refused",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "The health system did not let us in. An administrator should "
                                              "look at its address and token in Settings.")},
    {"ehealth.unknown", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                          "The health system knows no such device request of this person.")},
    {"ehealth.unreachable",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The health system can't be reached. Nothing was changed; try again later.")},
    {"file.damaged",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This file on the server is damaged and can't be shown. Ask the patient to send it "
                       "again, and an administrator to look at the backup.")},
    {"file.expired",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "This file has expired and its content is gone. Ask the patient again if you still need it.")},
    {"file.missing",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This file is no longer on the server. Ask the patient to send "
                                              "it again, and an administrator to look at the backup.")},
    {"prompt_template.empty",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "Template {place} needs a name and a text in at least one language, and both where there is one.")},
    {"prompt_template.too_long",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Template {place} is too long: 60 characters for the name, 2,000 for the text.")},
    {"prompt_template.too_many",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "There can be 20 templates at most.")},
    {"photo.not_printed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The printer did not take the photo. Look after it and try again.")},
    {"file.not_saved",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "The photo could not be saved there. Choose another folder.")},
    {"file.too_large",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This file is too large. Up to 25 MB are taken.")},
    {"file.too_many",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "These are too many files for one request. Make another request for the rest.")},
    {"file.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This file is no longer here. Go back to the list.")},
    {"file_request.cancelled",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This request was cancelled. Make a new one if you still need the photo.")},
    {"file_request.expired",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This request has expired. Extend it or make a new one.")},
    {"file_request.has_left",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The message has left already and can't be called back. You can cancel the request.")},
    {"file_request.no_recipient",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Whoever this request went to was erased. Make a new one for somebody else.")},
    {"file_request.pair",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Something is missing here. Give a mobile number, or the other way named beside it.")},
    {"file_request.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This request is no longer here. Go back to the list.")},
    {"id.malformed",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "This is no id of a record. It has 32 digits and letters, in five groups with hyphens.")},
    {"intake.busy", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                      "Other photos are being prepared just now. Try again in a moment.")},
    {"intake.died",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This photo can't be read. Ask the patient for another one.")},
    {"intake.timeout",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Reading this photo took too long. Ask the patient for another one.")},
    {"keyring.locked",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The keyring of this computer is locked. Unlock it, then try again.")},
    {"language.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This language is not known. Choose one of the list.")},
    {"member.required", QT_TRANSLATE_NOOP("anteroom::ErrorText", "This is needed. Fill it in.")},
    {"message.not_in_doubt",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Somebody has decided about this message already. Look at it again.")},
    {"message.not_replayable",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This event can't be replayed: it has not left yet. Look at it again.")},
    {"message.not_retryable",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This message can't be sent again in the state it is in. Look at it again.")},
    {"message.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This message is no longer here. Go back to the list.")},
    {"page.cursor", QT_TRANSLATE_NOOP("anteroom::ErrorText", "The list has changed. Load it again.")},
    {"phone.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This is no mobile number. Write it with the country, such as +44 7777 123456.")},
    {"register.needed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Other entries name this one and would lose their meaning. Remove those first.")},
    {"register.taken", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                         "There is an entry of this name or id already. Edit that one.")},
    {"register.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This entry is no longer here. Go back to the list.")},
    {"scope.missing",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "Your role does not allow this. Ask an administrator.")},
    {"setting.not_a_uuid",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "This is no id of a record. It has 32 digits and letters, in five groups with hyphens.")},
    {"setting.unknown_placeholder",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Only <request_number> and <verification_code> are filled in. Whatever else stands "
                       "between < and > would reach patients as it is.")},
    {"setting.unknown_placeholder_no_code",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Only <request_number> is filled in here. Whatever else stands between < and > would "
                       "reach patients as it is.")},
    {"staff.last_admin", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                           "This is the last administrator. Make somebody else one first.")},
    {"staff.login",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "A login has 1 to 64 characters. Choose another.")},
    {"staff.login_taken",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "Somebody has this login already. Choose another.")},
    {"staff.name", QT_TRANSLATE_NOOP("anteroom::ErrorText", "A name has 1 to 200 characters. Enter one.")},
    {"staff.no_memory",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The computer has too little memory free just now. Close something, then try again.")},
    {"staff.not_the_first",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "There is an administrator already. Sign in, or ask them to add you.")},
    {"staff.password_too_long",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This password is too long. Choose a shorter one.")},
    {"staff.password_too_short",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This password is too short. It takes at least 10 characters.")},
    {"staff.role", QT_TRANSLATE_NOOP("anteroom::ErrorText", "Choose a role: clinician or administrator.")},
    {"staff.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Nobody of the staff has this login. Choose somebody from the list.")},
    {"staff.wrong_login",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Login and password don't fit together. Check both and try again.")},
    {"storage.full",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The disk is full, nothing was saved. Free some space, then try again.")},
    {"storage.io",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "The disk can't be read or written. Nothing was changed; ask whoever looks after this computer.")},
    {"text.blank", QT_TRANSLATE_NOOP("anteroom::ErrorText", "This can't be empty. Enter something.")},
    {"text.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This holds characters that can't be stored. Type it anew.")},
    {"time.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This is no moment. Write it like 2026-11-22 14:30.")},
    {"url.malformed", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                        "This is no web address. It looks like https://example.org/path.")},
    {"user.forbidden", QT_TRANSLATE_NOOP("anteroom::ErrorText",
                                         "This person belongs to another account. Ask an administrator.")},
    {"user.nameless", QT_TRANSLATE_NOOP("anteroom::ErrorText", "A person needs a name. Enter one.")},
    {"user.unknown",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This person is no longer here. Go back to the list.")},
};

// What keeps the console or its listeners from starting; `figure` is the member of Error::data that stands
// for %1.
struct StartWords
{
    const char *reason;
    const char *figure;
    const char *text;
};

constexpr StartWords startWords[] = {
    {"datadir.in_use", "pid",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "Another Anteroom uses this data folder (process %1). Close that one, then start again.")},
    {"datadir.not_a_folder", "path",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "%1 is no folder. Choose another one for the data.")},
    {"datadir.not_writable", "path",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "%1 can't be written. Give it to the user who runs Anteroom.")},
    {"datadir.path_too_long", "path",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "The path %1 is too long for the data. Choose a shorter one.")},
    {"listen.failed", "address",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "Nothing can listen on %1. Choose another port, or stop what uses it.")},
    {"listen.malformed", "address",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "“%1” is no address to listen on. Give it like 127.0.0.1:8080.")},
    {"listen.needs_tls", "address",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The API stays closed: on %1 it needs TLS. Set ANTEROOM_TLS_CERT and "
                       "ANTEROOM_TLS_KEY, or listen on 127.0.0.1.")},
    {"listen.patient_needs_tls", "address",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "The patients' pages stay closed: on %1 they need TLS. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, "
         "or ANTEROOM_PATIENT_PLAIN=true where a proxy with TLS stands in front.")},
    {"proxies.malformed", "entry",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "“%1” in ANTEROOM_TRUSTED_PROXIES is no network. Write "
                                              "networks such as 10.0.0.0/8, with commas between.")},
    {"storage.damaged", "",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "The clinic's data is damaged. Restore the latest backup.")},
    {"storage.newer", "",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "The clinic's data was made by a later version of Anteroom. Install that one.")},
    {"tls.half", "",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "A certificate and its key go together. Set ANTEROOM_TLS_CERT "
                                              "and ANTEROOM_TLS_KEY both, or neither.")},
    {"tls.mismatch", "file",
     QT_TRANSLATE_NOOP(
         "anteroom::ErrorText",
         "%1 is not the key of the certificate. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY to a pair.")},
    {"tls.unreadable", "file",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "%1 can't be read as a certificate or key. It has to be a PEM file.")},
};

QString wordsFor(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Invalid:
        return ErrorText::tr("Something in this form can't be right. Check what you entered.");
    case ErrorCode::Unauthenticated:
        return ErrorText::tr("You are no longer signed in. Sign in again.");
    case ErrorCode::Forbidden:
        return ErrorText::tr("Your role does not allow this. Ask an administrator.");
    case ErrorCode::NotFound:
        return ErrorText::tr("This is no longer here. Somebody may have removed it; go back to the list.");
    case ErrorCode::Conflict:
        return ErrorText::tr("Somebody changed this in the meantime. Look at it again, then decide.");
    case ErrorCode::Gone:
        return ErrorText::tr("This has expired. Make a new request if you still need it.");
    case ErrorCode::TooLarge:
        return ErrorText::tr("This is too large. Make it smaller and try again.");
    case ErrorCode::UnsupportedType:
        return ErrorText::tr("Files of this kind can't be taken. Use a JPEG or PNG picture.");
    case ErrorCode::Unprocessable:
        return ErrorText::tr("This contradicts what was entered before. Check it and try again.");
    case ErrorCode::TooMany:
        return ErrorText::tr("That was too often. Wait a little, then try again.");
    case ErrorCode::BadGateway:
        return ErrorText::tr("The other service did not take it. Try again, or ask whoever looks after it.");
    case ErrorCode::Unavailable:
        return ErrorText::tr("This can't be done just now. Try again in a moment.");
    case ErrorCode::Internal:
        break;
    }
    return ErrorText::tr(
        "Something went wrong here and nothing was changed. Try again; if it happens once more, "
        "the log says why.");
}

} // namespace

QString errorText(const Error &error)
{
    // Those with figures in them.
    if (error.is("text.too_long"))
        return ErrorText::tr("This is too long. It may have up to %n character(s).", nullptr,
                             error.data.value("longest"_L1).toInt());
    for (const auto &entry : words) {
        if (error.is(entry.reason))
            return ErrorText::tr(entry.text);
    }
    for (const auto &entry : startWords) {
        if (!error.is(entry.reason))
            continue;
        const QString text = ErrorText::tr(entry.text);
        return *entry.figure ? text.arg(error.data.value(QLatin1String(entry.figure)).toVariant().toString())
                             : text;
    }
    if (error.code == ErrorCode::TooMany) {
        if (const auto when = retryAfterText(error); !when.isEmpty())
            return ErrorText::tr("That was too often. Try again %1.").arg(when);
    }
    return wordsFor(error);
}

QString retryAfterText(const Error &error)
{
    const auto ms = error.data.value("retryAfterMs"_L1).toInteger();
    if (ms <= 0)
        return {};
    const auto seconds = (ms + 999) / 1000;
    if (seconds < 120)
        return ErrorText::tr("in %n second(s)", nullptr, int(seconds));
    return ErrorText::tr("in %n minute(s)", nullptr, int((seconds + 59) / 60));
}

} // namespace anteroom
