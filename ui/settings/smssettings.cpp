// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/smssettings.h"

#include "ui/settings/accountchooser.h"
#include "ui/settings/settinggroup.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/smspresetpanel.h"
#include "ui/settings/testrow.h"

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

// Where a template leads, up to its path.
QString originOf(const QString &url)
{
    const qsizetype host = url.indexOf("://"_L1);
    return url.left(url.indexOf(u'/', host < 0 ? 0 : host + 3)).toLower();
}

} // namespace

SmsSettings::SmsSettings(SettingKeeper &keeper, SettingGroup *group, TestRow *test)
    : QObject(group)
    , m_keeper(keeper)
    , m_group(group)
    , m_test(test)
    , m_accounts(new AccountChooser)
    , m_presets(new SmsPresetPanel)
{
    group->addAbove(m_accounts);
    group->addAbove(m_presets);
    group->addBelow(test);
    connect(m_accounts, &AccountChooser::chosen, this, &SmsSettings::choose);
    connect(m_presets, &SmsPresetPanel::fillRequested, this, &SmsSettings::fill);
    connect(group, &SettingGroup::changesFollowed, this, &SmsSettings::hold);
    connect(group, &SettingGroup::saved, m_presets, [this] {
        if (!m_group->isChanged())
            m_presets->reset();
    });
    connect(&keeper, &SettingKeeper::loaded, this, [this] { m_accounts->setAccounts(m_keeper.accounts()); });
}

void SmsSettings::choose(const QString &account)
{
    m_presets->reset();
    m_group->setAccount(account);
    m_test->setAccount(account);
}

void SmsSettings::fill(const SmsPreset &preset, const QStringList &blanks, const QString &secret)
{
    const auto row = [this](const char *name) { return m_group->row(name); };
    const bool elsewhere = originOf(row("ANTEROOM_SMS_URL")->text()) != originOf(preset.url);
    row("ANTEROOM_SMS_PROVIDER")->suggest(u"http"_s);
    row("ANTEROOM_SMS_URL")->suggest(preset.url, blanks);
    row("ANTEROOM_SMS_METHOD")->suggest(preset.method);
    row("ANTEROOM_SMS_BODY")->suggest(preset.body, blanks);
    row("ANTEROOM_SMS_HEADERS")->suggest(preset.headers, blanks);
    // An account cannot say "no pattern" where all accounts have one; this is one that always fits.
    const bool inherits = !m_group->account().isEmpty() && preset.successPattern.isEmpty() &&
                          !m_keeper.settings().text("ANTEROOM_SMS_SUCCESS_PATTERN").isEmpty();
    row("ANTEROOM_SMS_SUCCESS_PATTERN")->suggest(inherits ? u"^"_s : preset.successPattern);
    // The secret of one gateway is not for another.
    if (!secret.isEmpty() || elsewhere)
        row("ANTEROOM_SMS_SECRET")->suggest(secret);
}

// What is typed belongs to the account that is shown.
void SmsSettings::hold()
{
    m_accounts->setHeld(m_group->isChanged() ? tr("Save or undo the changes below first.") : QString());
}

} // namespace anteroom
