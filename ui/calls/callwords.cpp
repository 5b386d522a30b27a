// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calls/callwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QUrl>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct CallWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::CallWords)
};

bool isCancelled(const CallProgress &progress)
{
    return progress.reason == "call.cancelled" || progress.reason == "call.answered_elsewhere";
}

} // namespace

QString platformText(UserDevice::Platform platform)
{
    switch (platform) {
    case UserDevice::Platform::Ios:
        return CallWords::tr("iPhone or iPad");
    case UserDevice::Platform::Android:
        return CallWords::tr("Android device");
    case UserDevice::Platform::Web:
        break;
    }
    return CallWords::tr("Browser");
}

QStringList deviceTexts(const QVector<UserDevice> &devices)
{
    QStringList texts;
    for (qsizetype i = 0; i < devices.size(); ++i) {
        int before = 0;
        int all = 0;
        for (qsizetype j = 0; j < devices.size(); ++j) {
            const bool same = devices.at(j).platform == devices.at(i).platform;
            all += same;
            before += same && j < i;
        }
        const QString kind = platformText(devices.at(i).platform);
        texts += all > 1 ? u"%1 %2"_s.arg(kind).arg(before + 1) : kind;
    }
    return texts;
}

QString callStateText(const CallProgress &progress)
{
    switch (progress.state) {
    case CallState::Dispatched:
        return progress.acceptedAt ? CallWords::tr("Waking") : CallWords::tr("Sending");
    case CallState::Registered:
        return CallWords::tr("Awake");
    case CallState::Ringing:
        return CallWords::tr("Ringing");
    case CallState::Answered:
        return CallWords::tr("Talking");
    case CallState::Ended:
        if (progress.answeredAt)
            return CallWords::tr("Answered");
        if (progress.reason == "call.answered_elsewhere")
            return CallWords::tr("Answered elsewhere");
        return isCancelled(progress) ? CallWords::tr("Cancelled") : CallWords::tr("Not answered");
    case CallState::Refused:
        return CallWords::tr("Refuses calls");
    case CallState::Unreachable:
        return CallWords::tr("Not reached");
    case CallState::Failed:
        return CallWords::tr("Failed");
    case CallState::TimedOut:
        break;
    }
    return CallWords::tr("Did not wake");
}

Tone callStateTone(const CallProgress &progress)
{
    switch (progress.state) {
    case CallState::Dispatched:
    case CallState::Registered:
    case CallState::Ringing:
        return Tone::Info;
    case CallState::Answered:
        return Tone::Good;
    case CallState::Ended:
        return progress.answeredAt ? Tone::Good : isCancelled(progress) ? Tone::Neutral : Tone::Warn;
    case CallState::TimedOut:
        return Tone::Warn;
    case CallState::Refused:
    case CallState::Unreachable:
    case CallState::Failed:
        break;
    }
    return Tone::Bad;
}

QString callReasonText(const CallProgress &progress)
{
    switch (progress.state) {
    case CallState::Refused:
        return CallWords::tr("Calls are turned off on this device.");
    case CallState::Unreachable:
        if (progress.reason == "call.no_token")
            return CallWords::tr("The app on this device has told us no way to wake it.");
        if (progress.reason == "push.dead_token")
            return CallWords::tr("The push service no longer knows this device: the app was removed.");
        return CallWords::tr("The push service took no push for this device.");
    case CallState::TimedOut:
        return CallWords::tr(
            "The push left, and the phone did not register in time. It will not ring later.");
    case CallState::Failed:
        return CallWords::tr("The telephone exchange could not connect the call.");
    case CallState::Ended:
        if (progress.reason == "call.answered_elsewhere")
            return CallWords::tr("Another device of theirs was answered.");
        return progress.answeredAt || isCancelled(progress) ? QString()
                                                            : CallWords::tr("It rang, and nobody answered.");
    default:
        return {};
    }
}

QString secondsText(std::chrono::milliseconds time)
{
    const double seconds = double(time.count()) / 1000;
    return CallWords::tr("%1 s").arg(QLocale().toString(seconds, 'f', seconds < 9.95 ? 1 : 0));
}

QString clockText(std::chrono::milliseconds time)
{
    const auto seconds = time.count() / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString phoneUrl(const QString &pattern, const QString &number)
{
    return QString(pattern).replace("{number}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(number, "+")));
}

} // namespace anteroom
