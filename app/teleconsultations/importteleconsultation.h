// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/directory/bundlerow.h"
#include "app/storage/transaction.h"

namespace anteroom {

class Settings;
class Vault;

/// One of an import file's `teleconsultations`: what POST takes, and an id. It takes place in a room of our
/// own, whatever the provider, until it is changed; nothing is asked of anybody, and nothing is sent. A
/// room that it had elsewhere is deleted by the outbox. Refused: what POST refuses, "teleconsultation.id",
/// "teleconsultation.deleted".
void importTeleconsultation(WriteTransaction &tx, const Actor &actor, const Settings &settings,
                            const Vault &vault, BundleRow &row);

} // namespace anteroom
