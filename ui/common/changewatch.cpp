// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/changewatch.h"

#include <QWidget>

#include <algorithm>

namespace anteroom {

ChangeWatch::ChangeWatch(ChangeFeed &feed, QVector<Topic> topics, QWidget *view)
    : QObject(view)
    , m_topics(std::move(topics))
    , m_view(view)
{
    watch(feed);
}

ChangeWatch::ChangeWatch(ChangeFeed &feed, QVector<Topic> topics, QObject *parent)
    : QObject(parent)
    , m_topics(std::move(topics))
{
    watch(feed);
}

void ChangeWatch::watch(ChangeFeed &feed)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(gathering);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (!m_view || m_view->isVisible())
            Q_EMIT changed();
    });
    connect(&feed, &ChangeFeed::changed, this, [this](const ChangeSet &changes) {
        const auto matters = [this](const Change &change) { return m_topics.contains(change.topic); };
        // A pause that runs is not begun anew: a steady stream must not silence the view.
        if (!m_pause.isActive() && std::any_of(changes.begin(), changes.end(), matters))
            m_pause.start();
    });
}

} // namespace anteroom
