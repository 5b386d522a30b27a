// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/userservice.h"

#include "app/access/audit.h"
#include "app/base/isodate.h"
#include "app/base/names.h"
#include "app/base/phonenumber.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userrepository.h"
#include "app/settings/settings.h"
#include "app/storage/keyset.h"

#include <QRegularExpression>

namespace anteroom {

namespace {

bool mayUseDirectory(const Actor &actor)
{
    return actor.kind == Actor::Kind::Staff || actor.kind == Actor::Kind::System;
}

// A date as people write it, day first; nothing where the text is none.
std::optional<QDate> typedDate(const QString &text)
{
    if (const auto date = parseIsoDate(text))
        return date;
    static const QRegularExpression dayFirst(QStringLiteral("^(\\d{1,2})[./ -](\\d{1,2})[./ -](\\d{4})$"));
    const auto match = dayFirst.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QDate date(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return date.isValid() ? std::optional(date) : std::nullopt;
}

// The beginning of a number in E.164, or an empty string where the text is none.
QString typedNumber(const QString &text)
{
    QString bare;
    for (const QChar c : text) {
        if (c.isDigit() || (c == u'+' && bare.isEmpty()))
            bare += c;
        else if (!c.isSpace() && !QStringView(u"-.()/").contains(c))
            return {};
    }
    if (bare.startsWith(u"00"))
        bare.replace(0, 2, QStringLiteral("+"));
    return bare.startsWith(u'+') && bare.size() > 2 ? bare : QString();
}

bool hasDigit(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

UserService::UserService(const Settings &settings)
    : m_settings(settings)
{
}

Result<Page<User>> UserService::list(Transaction &tx, const Actor &actor, const UserFilter &filter,
                                     const PageRequest &page) const
{
    if (!mayUseDirectory(actor))
        return fail(ErrorCode::Forbidden, "user.forbidden");
    if (!page.cursor.isEmpty()) {
        if (const auto key = unpackCursor(page.cursor, 2); !key)
            return fail(key.error());
    }
    const QString text = filter.text.trimmed();
    if (text.isEmpty())
        return UserRepository::all(tx, filter.kind, page);
    if (const auto date = typedDate(text))
        return UserRepository::byDateOfBirth(tx, filter.kind, *date, page);
    if (const QString number = typedNumber(text); !number.isEmpty())
        return UserRepository::byMobileBeginning(tx, filter.kind, number, page);
    if (hasDigit(text))
        return UserRepository::byExternalIdBeginning(tx, filter.kind, text, page);
    const QStringList words = nameWords({text});
    return words.isEmpty() ? Page<User>() : UserRepository::byNameWords(tx, filter.kind, words, page);
}

Result<User> UserService::get(Transaction &tx, const Actor &actor, const UserId &id) const
{
    if (!mayUseDirectory(actor))
        return fail(ErrorCode::Forbidden, "user.forbidden");
    auto user = UserRepository::byId(tx, id);
    return user ? Result<User>(*std::move(user)) : fail(ErrorCode::NotFound, "user.unknown");
}

Result<QVector<UserDevice>> UserService::devices(Transaction &tx, const Actor &actor, const UserId &id) const
{
    if (!mayUseDirectory(actor))
        return fail(ErrorCode::Forbidden, "user.forbidden");
    return UserDeviceRepository::ofUser(tx, id);
}

Result<User> UserService::add(WriteTransaction &tx, const Actor &actor, const UserInput &input) const
{
    if (!mayUseDirectory(actor))
        return fail(ErrorCode::Forbidden, "user.forbidden");
    auto user = input.checked(tx.now(), m_settings.text("ANTEROOM_TIME_ZONE"));
    if (!user)
        return user;
    if (user->name().isEmpty() && user->mobile.isEmpty() && user->email.isEmpty() &&
        user->externalId.isEmpty())
        return fail(ErrorCode::Invalid, "user.nameless", "lastName");
    user->id = UserId::generate(tx.now());
    user->createdAt = tx.now();
    user->changedAt = tx.now();
    UserRepository::insert(tx, *user);
    recordAudit(tx, actor, {.action = "user.add", .patient = user->id, .subject = user->id.text()});
    tx.changed(Topic::Users, user->id.text());
    return user;
}

Result<User> UserService::edit(WriteTransaction &tx, const Actor &actor, const UserId &id,
                               const UserInput &input) const
{
    const auto before = get(tx, actor, id);
    if (!before)
        return before;
    auto user = input.checked(tx.now(), m_settings.text("ANTEROOM_TIME_ZONE"));
    if (!user)
        return user;
    if (user->name().isEmpty() && user->mobile.isEmpty() && user->email.isEmpty() &&
        user->externalId.isEmpty())
        return fail(ErrorCode::Invalid, "user.nameless", "lastName");
    user->id = id;
    user->createdAt = before->createdAt;
    user->changedAt = tx.now();
    UserRepository::update(tx, *before, *user);
    recordAudit(tx, actor, {.action = "user.edit", .patient = id, .subject = id.text()});
    tx.changed(Topic::Users, id.text());
    return user;
}

} // namespace anteroom
