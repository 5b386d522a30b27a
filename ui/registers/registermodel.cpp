// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/registermodel.h"

#include "app/clinic.h"
#include "ui/registers/registerwords.h"

namespace anteroom {

namespace {

constexpr int mostColumns = 6; // what is left out is in the entry's form

QString nameOf(const RegisterRow &row, const RegisterMember &member)
{
    const QJsonValue value = row.entry.members.value(QLatin1String(member.name));
    const QString name = row.names.value(value.toString());
    return name.isEmpty() ? valueText(member, value) : name;
}

QVector<PagedColumn<RegisterRow>> columns(const RegisterShape &shape)
{
    QVector<PagedColumn<RegisterRow>> all;
    for (const RegisterMember &member : shape.members) {
        if (all.size() == mostColumns)
            break;
        all.append({.title = memberTitle(shape, member.name),
                    .data = [&member](const RegisterRow &row, int role) -> QVariant {
                        if (role == Qt::ToolTipRole &&
                            (member.type == RegisterMember::Type::Id || member.refersTo))
                            return row.entry.members.value(QLatin1String(member.name)).toString();
                        return role == Qt::DisplayRole ? QVariant(nameOf(row, member)) : QVariant();
                    }});
    }
    PagedColumn<RegisterRow> key{.title = memberTitle(shape, shape.key),
                                 .data = [](const RegisterRow &row, int role) -> QVariant {
                                     const QString text = QString::fromUtf8(row.entry.key);
                                     if (role == Qt::DisplayRole)
                                         return shortId(text);
                                     return role == Qt::ToolTipRole ? QVariant(text) : QVariant();
                                 }};
    if (shape.which == Register::DictionaryConfigurations)
        all.prepend(key); // a name, which says more than all the rest
    else
        all.append(key);
    return all;
}

} // namespace

RegisterModel::RegisterModel(Clinic &clinic, std::function<Actor()> actor, Register which, QObject *parent)
    : PagedTableModel<RegisterRow>(
          columns(registerShape(which)), [](const RegisterRow &row) { return row.entry.key; },
          [this](const PageRequest &request) { return load(request); }, parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_which(which)
{
}

void RegisterModel::setFilter(const QString &text)
{
    if (std::exchange(m_text, text) != text)
        reload();
}

QFuture<Result<Page<RegisterRow>>> RegisterModel::load(const PageRequest &request) const
{
    return m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), which = m_which, text = m_text,
                                  request](Transaction &tx) -> Result<Page<RegisterRow>> {
        const RegisterService registers(clinic.vault());
        auto page = registers.list(tx, actor, which, text, request);
        if (!page)
            return fail(page.error());
        Page<RegisterRow> rows;
        rows.nextCursor = page->nextCursor;
        for (RegisterEntry &entry : page->items) {
            RegisterRow row{std::move(entry), {}};
            for (const RegisterMember &member : registerShape(which).members) {
                const QString id = row.entry.members.value(QLatin1String(member.name)).toString();
                if (!member.refersTo || id.isEmpty())
                    continue;
                if (const auto named = registers.get(tx, actor, *member.refersTo, id.toUtf8()))
                    row.names.insert(id, entryName(*member.refersTo, *named));
            }
            rows.items.append(std::move(row));
        }
        return rows;
    });
}

} // namespace anteroom
