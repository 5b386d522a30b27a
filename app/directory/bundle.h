// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/result.h"
#include "app/storage/transaction.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <functional>

namespace anteroom {

class FileRequestService;
class Settings;
class Vault;

/// What an import did.
struct ImportSummary
{
    QHash<QByteArray, int> rows; ///< how many of each member, by its name
    QStringList ignored;         ///< members that mean nothing to this version
    QHash<QByteArray, QString>
        secrets; ///< settings that belong in the keyring, for the caller to keep after the commit
};

/// Reads the import file (RULES.md, The import file): one JSON object of lists, upserted by id in the
/// caller's transaction. An absent member keeps its value, null clears it; references need not exist yet;
/// nothing is sent.
class BundleImport
{
public:
    /// Called now and then with what is done and what there is; false from it stops.
    using Progress = std::function<bool(int done, int all)>;

    BundleImport(const Settings &settings, const Vault &vault, const FileRequestService &fileRequests);

    /// Reads the text; any thread. Errors: Invalid "import.not_json" with data.offset,
    /// "import.not_an_object".
    static Result<QJsonObject> parse(const QByteArray &json);

    /// Errors: Forbidden "access.admin_only"; Invalid "import.invalid" with data.pointer ("/users/3/mobile")
    /// and data.reason (a reason key) and what that reason carries; Conflict "import.stopped"; the vault's.
    /// After any of them the transaction must not be kept.
    Result<ImportSummary> run(WriteTransaction &tx, const Actor &actor, const QJsonObject &bundle,
                              const Progress &progress = {}) const;

private:
    const Settings &m_settings;
    const Vault &m_vault;
    const FileRequestService &m_fileRequests;
};

} // namespace anteroom
