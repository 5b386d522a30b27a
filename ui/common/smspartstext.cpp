// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/smspartstext.h"

#include "app/delivery/smsparts.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

struct SmsPartsText
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::SmsPartsText)
};

} // namespace

QString smsPartsText(const QString &text)
{
    const SmsParts sms = SmsParts::of(text);
    if (sms.parts == 0)
        return {};
    return SmsPartsText::tr("%n text message(s), %1 of %2 characters", nullptr, sms.parts)
        .arg(sms.used)
        .arg(sms.room);
}

} // namespace anteroom
