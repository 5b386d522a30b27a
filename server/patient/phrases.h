// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <span>

namespace anteroom {

/// One thing that the patient pages say, under the short name by which templates and code ask for it.
struct Phrase
{
    const char *key;
    const char *source; ///< English, marked for translation in the context "PatientPage"
    bool plural = false;
};

inline constexpr const char *patientPageContext = "PatientPage";

/// All of them.
std::span<const Phrase> patientPhrases();

/// The English source of that key; `key` must be one of them (Q_ASSERT).
const char *patientPhrase(QByteArrayView key);

} // namespace anteroom
