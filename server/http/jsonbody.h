// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/family.h"
#include "server/http/openapi.h"
#include "server/http/request.h"
#include "server/http/route.h"

#include <tl/expected.hpp>

namespace anteroom {

/// Why a body is refused: the status and a sentence for the caller.
struct BodyProblem
{
    int status = 400;
    QByteArray sentence;
};

/// Reads the JSON object that a request carries (RULES.md, Bodies): the content type is looked at only where
/// there is a body, members that are null count as absent, and what is left has to fit `schema` (null: no
/// check). The words are those of the family.
tl::expected<QJsonObject, BodyProblem> readJsonBody(const HttpRequest &request, BodyKind kind,
                                                    const JsonSchema *schema, Family family = Family::None);

} // namespace anteroom
