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
    {"cancelled", QT_TRANSLATE_NOOP("anteroom::ErrorText", "This was interrupted. Try again.")},
    {"email.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText", "This is no e-mail address. It looks like name@example.org.")},
    {"phone.malformed",
     QT_TRANSLATE_NOOP("anteroom::ErrorText",
                       "This is no mobile number. Write it with the country, such as +44 7777 123456.")},
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
    for (const auto &entry : words) {
        if (error.is(entry.reason))
            return ErrorText::tr(entry.text);
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
