// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storage/changefeed.h"

#include <QTimer>

class QWidget;

namespace anteroom {

/// Tells a view that what it shows has changed: commits are gathered for a moment, so that a busy clinic does
/// not have it load anew at each, and nothing is said while the view is out of sight. Whoever comes back
/// into view loads by itself (ConsolePage::activate). GUI thread.
class ChangeWatch final : public QObject
{
    Q_OBJECT

public:
    /// How long commits are gathered.
    static constexpr std::chrono::milliseconds gathering{250};

    /// `view` is the parent too: it says who has to be visible.
    ChangeWatch(ChangeFeed &feed, QVector<Topic> topics, QWidget *view);
    /// The same for what is never shown: it is always told.
    ChangeWatch(ChangeFeed &feed, QVector<Topic> topics, QObject *parent);

Q_SIGNALS:
    void changed();

private:
    void watch(ChangeFeed &feed);

    QVector<Topic> m_topics;
    QWidget *m_view = nullptr;
    QTimer m_pause;
};

} // namespace anteroom
