// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/request.h"

namespace anteroom {

/// In which language a patient page answers (RULES.md, Patient page).
struct PageLanguage
{
    QByteArray code;     ///< one of Phrasebook::languages()
    bool chosen = false; ///< by `?lang=` in this request, to be remembered
};

/// `?lang=` before the cookie, the cookie before Accept-Language, English where nothing fits.
PageLanguage pageLanguage(const RequestHead &head);

/// The language of ours that an Accept-Language field likes best; empty where none is accepted.
QByteArray acceptedLanguage(QByteArrayView acceptLanguage);

/// What it calls itself, in UTF-8.
const char *languageName(QByteArrayView code);

/// The value of the cookie `name`; null where there is none.
QByteArray cookieValue(const RequestHead &head, QByteArrayView name);

} // namespace anteroom
