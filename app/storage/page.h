// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QVector>

namespace anteroom {

/// Which part of a list is wanted: at most `limit` rows after `cursor`, or the first ones where it is empty.
struct PageRequest
{
    int limit = 50;
    QByteArray cursor;
};

/// One keyset page of a list (never an OFFSET, never the whole table).
template<typename T>
struct Page
{
    QVector<T> items;
    QByteArray nextCursor; ///< where the next page starts; empty on the last one
};

} // namespace anteroom
