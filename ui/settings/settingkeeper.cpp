// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingkeeper.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/background.h"

namespace anteroom {

namespace {

struct KeptSecrets
{
    QByteArrayList names; ///< those that were kept before something failed
    Result<void> result;
};

bool isSecret(QByteArrayView name)
{
    const SettingKey *key = settingKey(name);
    return key && key->type == SettingKey::Type::Secret;
}

} // namespace

SettingKeeper::SettingKeeper(Clinic &clinic, std::function<Actor()> actor, QObject *parent)
    : QObject(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_secrets(clinic.settings(), clinic.keyring())
{
    m_pool.setMaxThreadCount(1);
}

SettingKeeper::~SettingKeeper()
{
    m_pool.waitForDone();
}

const Settings &SettingKeeper::settings() const
{
    return m_clinic.settings();
}

void SettingKeeper::load()
{
    const auto work = [this] { return m_secrets.names(); };
    whenDone(inBackground(m_pool, work), this, [this](const Result<QList<QByteArray>> &names) {
        if (names)
            m_secretNames = *names;
        else
            Q_EMIT failed(names.error());
        Q_EMIT loaded();
    });
}

QStringList SettingKeeper::accounts() const
{
    QStringList all;
    for (const QByteArray &name : m_clinic.settings().accountKeys() + m_secretNames) {
        const qsizetype suffix = name.indexOf("__");
        const QString account = suffix < 0 ? QString() : QString::fromUtf8(name.mid(suffix + 2));
        if (!account.isEmpty() && !all.contains(account))
            all.append(account);
    }
    std::sort(all.begin(), all.end());
    return all;
}

void SettingKeeper::save(const QVector<Change> &changes, QObject *context,
                         std::function<void(const Result<void> &)> done)
{
    if (!m_actor().isAdmin())
        return done(fail(ErrorCode::Forbidden, "access.admin_only"));
    QVector<Change> secrets;
    QVector<Change> values;
    for (const Change &change : changes) {
        if (const auto good = checkSetting(change.name, change.value); !good)
            return done(good);
        (isSecret(change.name) ? secrets : values).append(change);
    }
    if (secrets.isEmpty())
        return commit(values, {}, context, std::move(done));
    const auto work = [this, secrets] {
        KeptSecrets kept;
        for (const Change &change : secrets) {
            kept.result = m_secrets.write(change.name, change.value.toUtf8());
            if (!kept.result)
                break;
            kept.names.append(change.name);
        }
        return kept;
    };
    whenDone(inBackground(m_pool, work), this,
             [this, values, context = QPointer(context), done = std::move(done)](const KeptSecrets &kept) {
                 if (kept.result)
                     return commit(values, kept.names, context, done);
                 // What was kept before the keyring failed is written down all the same.
                 commit({}, kept.names, context,
                        [done, failure = kept.result](const Result<void> &) { done(failure); });
             });
}

void SettingKeeper::commit(const QVector<Change> &values, const QByteArrayList &secrets, QObject *context,
                           std::function<void(const Result<void> &)> done)
{
    if (!context)
        context = this; // nobody waits for it any more
    whenDone(
        m_clinic.store().write([actor = m_actor(), values, secrets](WriteTransaction &tx) -> Result<void> {
            for (const Change &change : values) {
                if (const auto written = Settings::write(tx, actor, change.name, change.value); !written)
                    return written;
            }
            for (const QByteArray &name : secrets) {
                if (const auto noted = Secrets::recordChange(tx, actor, name); !noted)
                    return noted;
            }
            return {};
        }),
        context, std::move(done));
}

} // namespace anteroom
