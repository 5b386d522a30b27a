// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/delivery/smspresets.h"

#include <QObject>

namespace anteroom {

class AccountChooser;
class SettingGroup;
class SettingKeeper;
class SmsPresetPanel;
class TestRow;

/// What the text messages' settings have beyond rows: a choice of account, and presets of gateways. Its parts
/// are put into the group, which is its parent.
class SmsSettings final : public QObject
{
    Q_OBJECT

public:
    SmsSettings(SettingKeeper &keeper, SettingGroup *group, TestRow *test);

private:
    void choose(const QString &account);
    void fill(const SmsPreset &preset, const QStringList &blanks, const QString &secret);
    void hold();

    SettingKeeper &m_keeper;
    SettingGroup *m_group;
    TestRow *m_test;
    AccountChooser *m_accounts;
    SmsPresetPanel *m_presets;
};

} // namespace anteroom
