// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/registerservice.h"
#include "ui/common/pagedtablemodel.h"

#include <QHash>

#include <functional>

namespace anteroom {

class Clinic;

/// An entry with what the persons and programmes that it names are called.
struct RegisterRow
{
    RegisterEntry entry;
    QHash<QString, QString> names; ///< by id
};

/// One register as a list, in the order of its keys. GUI thread; pages come from the store's readers.
class RegisterModel final : public PagedTableModel<RegisterRow>
{
public:
    /// `clinic` outlives the model; `actor` says who is signed in.
    RegisterModel(Clinic &clinic, std::function<Actor()> actor, Register which, QObject *parent = nullptr);

    Register which() const { return m_which; }
    /// Shows only entries that hold this text, from the beginning.
    void setFilter(const QString &text);
    bool isFiltered() const { return !m_text.isEmpty(); }

private:
    QFuture<Result<Page<RegisterRow>>> load(const PageRequest &request) const;

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    Register m_which;
    QString m_text;
};

} // namespace anteroom
