// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devicerequests/devicerequestwords.h"

#include "ui/common/errortext.h"

#include <QCoreApplication>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct DeviceRequestWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::DeviceRequestWords)
};

struct Status
{
    const char16_t *status;
    Tone tone;
    const char *text;
};

constexpr Status statuses[] = {
    {u"active", Tone::Good, QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "Active")},
    {u"completed", Tone::Neutral, QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "Completed")},
    {u"revoked", Tone::Neutral, QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "Revoked")},
    {u"entered-in-error", Tone::Neutral,
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "Entered in error")},
    {u"on-hold", Tone::Warn, QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "On hold")},
    {u"draft", Tone::Neutral, QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "Draft")},
};

const Status *find(const QString &status)
{
    for (const Status &each : statuses) {
        if (isSameWord(status, QStringView(each.status)))
            return &each;
    }
    return nullptr;
}

// A refusal's reason and, where it has one, its "why".
struct Refusal
{
    const char *reason;
    const char *why;
    const char *text;
};

constexpr Refusal refusals[] = {
    {"device_request.unknown", "",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "This device request is no longer here. Go back to the list.")},
    {"device_request.person_unknown", "",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The register of persons does not know this patient. Have them imported first.")},
    {"device_request.legal_entity", "none",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "Which legal entity this clinic is has not been set. Ask an administrator: it stands "
                       "in Settings, eHealth.")},
    {"device_request.legal_entity", "type",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "Institutions of this clinic’s kind may not send these texts.")},
    {"device_request.legal_entity", "status",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The clinic’s legal entity is not active in the register.")},
    {"device_request.method_inactive", "unknown",
     QT_TRANSLATE_NOOP(
         "anteroom::DeviceRequestWords",
         "The request names a way to inform the patient that is not one of theirs. Have another "
         "one chosen.")},
    {"device_request.method_inactive", "inactive",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The way to inform the patient that the request names has ended. Have another one "
                       "chosen.")},
    {"device_request.method_inactive", "no_confidant",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The code would go to a third person who has no confirmed right to act for the "
                       "patient now. Have it confirmed first.")},
    {"device_request.no_otp", "no_method",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "No telephone is registered for the patient’s codes. Have one registered first.")},
    {"device_request.no_otp", "type",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "Codes reach this patient on paper, not by telephone. Print the number for them.")},
    {"device_request.no_otp", "no_number",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The telephone for the patient’s codes has no number that can be used.")},
    {"device_request.number_changed", "",
     QT_TRANSLATE_NOOP(
         "anteroom::DeviceRequestWords",
         "Nothing was sent: the number has changed since you looked. Confirm the new one with the "
         "patient first.")},
    {"device_request.too_soon", "",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords", "A text left a moment ago. Wait a little.")},
    {"device_request.program_silent", "",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "Texts are switched off for this programme. Tell the patient yourself.")},
    {"device_request.code_missing", "",
     QT_TRANSLATE_NOOP("anteroom::DeviceRequestWords",
                       "The text needs a verification code, and this request has none.")},
};

} // namespace

QString deviceRequestStatusText(const QString &status)
{
    const Status *known = find(status);
    return known ? DeviceRequestWords::tr(known->text) : status;
}

Tone deviceRequestStatusTone(const QString &status)
{
    const Status *known = find(status);
    return known ? known->tone : Tone::Neutral;
}

QString methodText(const std::optional<CurrentMethod> &method)
{
    if (!method)
        return {};
    if (isSameWord(method->type, u"THIRD_PERSON"))
        return method->number.isEmpty() ? DeviceRequestWords::tr("A third person")
                                        : DeviceRequestWords::tr("%1, a third person").arg(method->number);
    return method->number.isEmpty() ? DeviceRequestWords::tr("On paper") : method->number;
}

QString resendRefusalText(const Error &error)
{
    const QString why = error.data.value("why"_L1).toString();
    if (error.is("device_request.status"))
        return DeviceRequestWords::tr("Texts are sent for active requests only. This one: %1.")
            .arg(deviceRequestStatusText(error.data.value("status"_L1).toString()));
    if (error.is("device_request.sms_disabled"))
        return error.data.value("setting"_L1).toString().startsWith("ASSISTIVE"_L1)
                   ? DeviceRequestWords::tr(
                         "Texts for assistive devices without a programme are switched off "
                         "in Settings, eHealth.")
                   : DeviceRequestWords::tr("Texts for devices without a programme are switched off in "
                                            "Settings, eHealth.");
    for (const Refusal &each : refusals) {
        if (error.is(each.reason) && (!*each.why || why == QLatin1String(each.why)))
            return DeviceRequestWords::tr(each.text);
    }
    return errorText(error);
}

QString resendJobText(ResendJob::State state)
{
    switch (state) {
    case ResendJob::State::Pending:
        return DeviceRequestWords::tr("On its way");
    case ResendJob::State::Processed:
        return DeviceRequestWords::tr("Sent");
    case ResendJob::State::Failed:
        return DeviceRequestWords::tr("Not delivered");
    }
    return {};
}

Tone resendJobTone(ResendJob::State state)
{
    switch (state) {
    case ResendJob::State::Pending:
        return Tone::Info;
    case ResendJob::State::Processed:
        return Tone::Good;
    case ResendJob::State::Failed:
        return Tone::Bad;
    }
    return Tone::Neutral;
}

QString countdownText(std::chrono::microseconds left)
{
    const auto seconds = qMax<qint64>(1, std::chrono::ceil<std::chrono::seconds>(left).count());
    if (seconds < 60)
        return DeviceRequestWords::tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return DeviceRequestWords::tr("%1:%2 min")
            .arg(seconds / 60)
            .arg(seconds % 60, 2, 10, QLatin1Char('0'));
    return DeviceRequestWords::tr("%1:%2 h")
        .arg(seconds / 3600)
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString resendTemplateTitle(ResendTemplate which)
{
    switch (which) {
    case ResendTemplate::ProgramAssistive:
        return DeviceRequestWords::tr("Assistive device in a programme");
    case ResendTemplate::Program:
        return DeviceRequestWords::tr("Other device in a programme");
    case ResendTemplate::Assistive:
        return DeviceRequestWords::tr("Assistive device without a programme");
    case ResendTemplate::Plain:
        return DeviceRequestWords::tr("Other device without a programme");
    }
    return {};
}

} // namespace anteroom
