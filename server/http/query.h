// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <utility>
#include <vector>

namespace anteroom {

/// The parameters of a query or of a posted form: `a=1&b=two+words`, percent-decoded, in order.
class QueryParameters
{
public:
    explicit QueryParameters(const QByteArray &encoded);

    /// The first value of that name; nothing where there is none.
    std::optional<QByteArray> value(QByteArrayView name) const;
    QByteArrayList values(QByteArrayView name) const;

private:
    std::vector<std::pair<QByteArray, QByteArray>> m_items;
};

} // namespace anteroom
