// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>
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
    bool secretIsBase64 = false; ///< the gateway wants it encoded; people type it as it is

    /// What is left to fill in, in the order in which it stands there: "USER", "SENDER".
    QStringList blanks() const;
    /// With these values in the place of the blanks, each escaped for where it stands. What has no value, or
    /// an empty one, stays a blank.
    SmsPreset filled(const QHash<QString, QString> &values) const;
    /// What somebody typed as the secret, in the form in which {secret} needs it.
    QString secretFrom(const QString &typed) const;
};

/// All of them, in the order in which they are offered. Any thread.
QVector<SmsPreset> smsPresets();
/// The blanks among `blanks` that are still in `text`.
QStringList blanksIn(const QString &text, const QStringList &blanks);

} // namespace anteroom
