// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

namespace anteroom {

/// Which part of a list is wanted. Lists are keyset pages: `cursor` is what the page before it handed out,
/// empty for the first. Its content is the repository's own business.
struct PageRequest
{
    int limit = 50; ///< rows at most
    QByteArray cursor;
};

/// A part of a list, in the list's order.
template<typename T>
struct Page
{
    QVector<T> items;
    QByteArray nextCursor; ///< where to go on; empty: this was the last page

    bool isLast() const { return nextCursor.isEmpty(); }
};

} // namespace anteroom
