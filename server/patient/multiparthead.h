// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/patient/multipartreader.h"

#include <vector>

namespace anteroom {

/// A field's value with its parameters: `form-data; name="photo"; filename="a.jpg"`.
struct ParameterisedValue
{
    QByteArray value;                                          ///< in lower case
    std::vector<std::pair<QByteArray, QByteArray>> parameters; ///< names in lower case, quotes undone

    std::optional<QByteArray> parameter(QByteArrayView name) const;
};

/// Nothing where it is malformed or names a parameter twice.
std::optional<ParameterisedValue> parseParameterised(QByteArrayView text);

/// A part's head without its last empty line. Nothing where it is malformed, has no form-data disposition
/// with a name, or a transfer encoding that would have to be undone.
std::optional<MultipartPart> parsePartHead(QByteArrayView head);

/// A photo's name as it is kept: the last component, without control characters, at most 200 characters;
/// never null.
QString tidyFileName(QString name);

} // namespace anteroom
