// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/store.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

namespace anteroom {

/// An empty store in a folder of its own, and a clock set by hand. `write` and `read` end the test where the
/// store itself fails; what the function returns is handed on.
class ScratchStore
{
public:
    ScratchStore()
    {
        auto opened = Store::open(m_dir.filePath(QStringLiteral("anteroom.db")), clock);
        if (!opened)
            qFatal("the scratch store could not be opened: %s", opened.error().reason);
        m_store = *std::move(opened);
    }

    Store &store() { return *m_store; }

    /// Runs `fn(WriteTransaction &)`, which returns any value, and commits.
    template<typename F>
    auto write(F fn)
    {
        using T = std::invoke_result_t<F &, WriteTransaction &>;
        if constexpr (std::is_void_v<T>) {
            auto done = m_store->writeNow([&](WriteTransaction &tx) -> Result<bool> {
                fn(tx);
                return true;
            });
            if (!done)
                qFatal("a write failed: %s", done.error().reason);
        } else {
            auto done = m_store->writeNow([&](WriteTransaction &tx) -> Result<T> { return fn(tx); });
            if (!done)
                qFatal("a write failed: %s", done.error().reason);
            return *std::move(done);
        }
    }

    template<typename F>
    auto read(F fn)
    {
        using T = std::invoke_result_t<F &, Transaction &>;
        auto done = m_store->readNow([&](Transaction &tx) -> Result<T> { return fn(tx); });
        if (!done)
            qFatal("a read failed: %s", done.error().reason);
        return *std::move(done);
    }

    /// The number a query answers with.
    qint64 number(std::string_view sql)
    {
        return read([sql](Transaction &tx) {
            Cursor row = tx.query(sql);
            return row.next() ? row.integer(0) : -1;
        });
    }

    ManualClock clock;

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Store> m_store;
};

} // namespace anteroom
