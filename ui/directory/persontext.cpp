// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/persontext.h"

#include "ui/common/numbertext.h"
#include "ui/common/relativetime.h"

#include <QCoreApplication>
#include <QLocale>

namespace anteroom {

namespace {

struct PersonWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::PersonWords)
};

} // namespace

QString personName(const User &user)
{
    if (const QString name = user.name(); !name.isEmpty())
        return name;
    // Somebody a message went to, of whom no more is known.
    if (!user.mobile.isEmpty())
        return numberText(user.mobile);
    return user.email.isEmpty() ? PersonWords::tr("No name") : user.email;
}

QString personDetail(const User &user)
{
    QStringList parts;
    if (user.dateOfBirth.isValid())
        parts += PersonWords::tr("born %1").arg(dateText(user.dateOfBirth));
    if (!user.mobile.isEmpty())
        parts += numberText(user.mobile);
    else if (!user.email.isEmpty())
        parts += user.email;
    return parts.join(QStringLiteral(" · "));
}

QString reachText(const User &user)
{
    QStringList ways;
    if (user.isVerifiedAppUser())
        ways += PersonWords::tr("App");
    if (!user.mobile.isEmpty())
        ways += PersonWords::tr("Text message");
    if (!user.email.isEmpty())
        ways += PersonWords::tr("E-mail");
    return ways.isEmpty() ? PersonWords::tr("Not reachable") : ways.join(QStringLiteral(", "));
}

} // namespace anteroom
