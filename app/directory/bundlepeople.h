// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/directory/bundlerow.h"
#include "app/directory/register.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Settings;
class Vault;

// The rows of an import file, one function a member. Each reads a row and writes it unless it has a problem.

void importUser(WriteTransaction &tx, const Actor &actor, const Settings &settings, BundleRow &row);
void importUserDevice(WriteTransaction &tx, const Actor &actor, const Vault &vault, BundleRow &row);

// What the health system's registers know, which device requests need.

/// A row of any register; a form's entry is checked and written by it too. A dictionary is the row {name,
/// entries}; null entries remove it.
void importRegisterRow(WriteTransaction &tx, const Vault &vault, Register which, BundleRow &row);

/// The file's `dictionaryConfigurations`: an object of lists.
Result<int> importDictionaries(WriteTransaction &tx, const QJsonObject &dictionaries);

} // namespace anteroom
