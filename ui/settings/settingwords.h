// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

namespace anteroom {

/// What a setting is called for people; its key's name where nobody has found words yet.
QString settingTitle(QByteArrayView name);
/// A section of the Settings page; empty where the console does not show that group: what it rules is not
/// offered yet.
QString settingGroupTitle(QByteArrayView group);
/// What holds while a setting without a default is not set, for its empty field.
QString settingUnsetText(QByteArrayView name);
/// What a value that can be chosen means; the value itself where there is no more to say.
QString settingChoiceText(const SettingKey &key, const QString &value);
/// Why a value will not do and what would; other errors as errorText().
QString settingErrorText(const Error &error);
/// When a change takes effect, in words.
QString effectText(SettingKey::Effect effect);

} // namespace anteroom
