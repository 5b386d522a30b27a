// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace anteroom {

/// What to set for a well-known gateway (resources/sms-presets.json). `<WORDS>` are for an administrator to
/// fill in; what `{secret}` is to be says `secret`, in English.
struct SmsPreset
{
    QString id; ///< "kannel"
    QString name;
    QString method;
    QString url;
    QString headers; ///< empty: none are needed, as body and successPattern
    QString body;
    QString successPattern;
    QString secret;
};

/// All of them, in the order in which they are offered. Any thread.
QVector<SmsPreset> smsPresets();

} // namespace anteroom
