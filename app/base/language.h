// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace anteroom {

/// The languages the program speaks to patients.
enum class Language { English, Italian, Ukrainian };

inline constexpr Language allLanguages[] = {Language::English, Language::Italian, Language::Ukrainian};

/// `en`, `it`, `uk`.
const char *languageCode(Language language);

/// By its code, in any case and with or without a region (`it-CH`); nothing where it is none of ours.
std::optional<Language> languageByCode(QByteArrayView code);

} // namespace anteroom
