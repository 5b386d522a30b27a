// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/resendtext.h"

namespace anteroom {

namespace {

constexpr QStringView requestNumber = u"<request_number>";
constexpr QStringView verificationCode = u"<verification_code>";

} // namespace

const char *templateSetting(ResendTemplate which)
{
    switch (which) {
    case ResendTemplate::ProgramAssistive:
        return "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE";
    case ResendTemplate::Program:
        return "CREATE_DEVICE_REQUEST_SMS_TEMPLATE";
    case ResendTemplate::Assistive:
        return "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE";
    case ResendTemplate::Plain:
        break;
    }
    return "CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE";
}

bool needsCode(const QString &words)
{
    return words.contains(verificationCode);
}

QString filledText(const QString &words, const QString &requisition, const QString &code)
{
    QString text;
    text.reserve(words.size() + requisition.size() + code.size());
    for (qsizetype at = 0; at < words.size();) {
        const QStringView rest = QStringView(words).mid(at);
        if (rest.startsWith(requestNumber)) {
            text += requisition;
            at += requestNumber.size();
        } else if (rest.startsWith(verificationCode)) {
            text += code;
            at += verificationCode.size();
        } else {
            text += words[at++];
        }
    }
    return text;
}

} // namespace anteroom
