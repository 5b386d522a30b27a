// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/language.h"

#include <QString>

namespace anteroom {

/// What a message about a file request says. Nothing of the patient is in it.
struct MessageWords
{
    QString clinicName; ///< empty: left out
    QString staffName;
    QString link;
    bool forProxy = false; ///< "for a patient in your care"
};

/// What a message with a one-time code says.
struct CodeWords
{
    QString clinicName; ///< empty: left out
    QString code;
};

/// The texts of messages, a template a language. They change with the patient's language, not with the
/// console's.
class MessageTexts
{
public:
    static QString sms(Language language, const MessageWords &words);
    static QString emailSubject(Language language, const MessageWords &words);
    static QString emailBody(Language language, const MessageWords &words);
    static QString codeSms(Language language, const CodeWords &words);
    static QString codeSubject(Language language);
    static QString codeBody(Language language, const CodeWords &words);
};

} // namespace anteroom
