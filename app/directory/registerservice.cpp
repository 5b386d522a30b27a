// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/registerservice.h"

#include "app/access/audit.h"
#include "app/directory/bundlepeople.h"
#include "app/directory/registerrepository.h"
#include "app/retention/erasurerepository.h"

#include <QJsonArray>

namespace anteroom {

namespace {

// An import's error as one of a form: the pointer within the row ("classificationTypes/2") becomes the
// member and the place in it.
Error formError(const RegisterShape &shape, const BundleRow &row)
{
    Error error = *row.problem();
    if (error.code != ErrorCode::Invalid)
        return error;
    const QStringList path = row.memberAtFault().split(u'/');
    const QByteArray name = path.first().toLatin1();
    error.reason = row.reason();
    error.data = {};
    if (const RegisterMember *member = shape.member(name))
        error.field = member->name;
    else if (name == shape.key)
        error.field = shape.key;
    if (path.size() > 1)
        error.data.insert(QStringLiteral("place"), path.at(1).toInt() + 1);
    return error;
}

} // namespace

RegisterService::RegisterService(const Vault &vault)
    : m_vault(vault)
{
}

Result<Page<RegisterEntry>> RegisterService::list(Transaction &tx, const Actor &actor, Register which,
                                                  const QString &text, const PageRequest &page) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    return RegisterRepository::page(tx, which, text.trimmed(), page);
}

Result<RegisterEntry> RegisterService::get(Transaction &tx, const Actor &actor, Register which,
                                           const QByteArray &key) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    auto entry = RegisterRepository::byKey(tx, which, key);
    return entry ? Result<RegisterEntry>(*std::move(entry)) : fail(ErrorCode::NotFound, "register.unknown");
}

Result<RegisterEntry> RegisterService::add(WriteTransaction &tx, const Actor &actor, Register which,
                                           const QJsonObject &members) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const RegisterShape &shape = registerShape(which);
    const QLatin1String keyMember(shape.key);
    QJsonObject given = members;
    const bool isNamed = which == Register::DictionaryConfigurations;
    if (!isNamed && given.value(keyMember).toString().isEmpty())
        given.insert(keyMember, QString::fromLatin1(newUuid(tx.now())));
    QByteArray key = given.value(keyMember).toString().toUtf8();
    if (isNamed && key.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, "text.blank", "name");
    if (!isNamed) {
        const auto id = canonicalUuid(key);
        if (!id)
            return fail(ErrorCode::Invalid, "id.malformed", "id");
        key = *id;
    }
    if (RegisterRepository::byKey(tx, which, key))
        return fail(ErrorCode::Conflict, "register.taken", shape.key);
    return write(tx, actor, which, key, given, "register.add");
}

Result<RegisterEntry> RegisterService::edit(WriteTransaction &tx, const Actor &actor, Register which,
                                            const QByteArray &key, const QJsonObject &members) const
{
    if (const auto known = get(tx, actor, which, key); !known)
        return known;
    return write(tx, actor, which, key, members, "register.edit");
}

Result<RegisterEntry> RegisterService::write(WriteTransaction &tx, const Actor &actor, Register which,
                                             const QByteArray &key, QJsonObject members,
                                             const char *action) const
{
    const RegisterShape &shape = registerShape(which);
    members.insert(QLatin1String(shape.key), QString::fromUtf8(key));
    BundleRow row(members, shape.name, 0);
    importRegisterRow(tx, m_vault, which, row);
    if (!row.good())
        return fail(formError(shape, row));
    const auto entry = RegisterRepository::byKey(tx, which, key);
    if (!entry)
        return fail(ErrorCode::Internal, "storage.failed");
    recordAudit(tx, actor,
                {.action = action, .patient = RegisterRepository::patientOf(which, *entry), .subject = key});
    tx.changed(which == Register::DeviceRequests ? Topic::DeviceRequests : Topic::Registers, key);
    return *entry;
}

Result<void> RegisterService::remove(WriteTransaction &tx, const Actor &actor, Register which,
                                     const QByteArray &key) const
{
    const auto known = get(tx, actor, which, key);
    if (!known)
        return fail(known.error());
    if (RegisterRepository::isNeeded(tx, which, key))
        return fail(ErrorCode::Conflict, "register.needed");
    if (which == Register::Persons) { // nothing else would lead to the texts that went to them
        ErasureRepository::erasePerson(tx, key);
        ErasureRepository::noteRemainders(tx);
        tx.changed(Topic::Outbox);
    } else {
        RegisterRepository::remove(tx, which, key);
    }
    recordAudit(tx, actor,
                {.action = "register.remove",
                 .patient = RegisterRepository::patientOf(which, *known),
                 .subject = key});
    tx.changed(which == Register::DeviceRequests ? Topic::DeviceRequests : Topic::Registers, key);
    return {};
}

} // namespace anteroom
