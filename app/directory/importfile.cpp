// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/importfile.h"

#include "app/clinic.h"
#include "app/settings/secrets.h"

namespace anteroom {

Result<ImportSummary> importBundle(Clinic &clinic, const Actor &actor, const QByteArray &json,
                                   const BundleImport::Progress &progress)
{
    const auto bundle = BundleImport::parse(json);
    if (!bundle)
        return fail(bundle.error());
    const BundleImport import(clinic.settings(), clinic.vault(), clinic.fileRequests());
    auto done = clinic.store().writeNow(
        [&](WriteTransaction &tx) { return import.run(tx, actor, *bundle, progress); });
    if (!done)
        return done;
    Secrets secrets(clinic.settings(), clinic.keyring());
    for (auto it = done->secrets.cbegin(); it != done->secrets.cend(); ++it) {
        const auto kept = secrets.write(it.key(), it.value().toUtf8());
        const auto told = !kept ? kept : clinic.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            return Secrets::recordChange(tx, actor, it.key());
        });
        if (!told)
            return fail(ErrorCode::Unavailable, "import.secret_not_kept", nullptr,
                        {{QStringLiteral("key"), QString::fromLatin1(it.key())}});
    }
    return done;
}

} // namespace anteroom
