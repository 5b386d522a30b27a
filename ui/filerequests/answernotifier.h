// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/utctime.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace anteroom {

class Clinic;

/// Says once for each answer that photos came, wherever they came from.
class AnswerNotifier final : public QObject
{
    Q_OBJECT

public:
    /// `clinic` outlives the notifier; `actor` says who is signed in: nobody is told nothing.
    AnswerNotifier(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);

Q_SIGNALS:
    /// `photos` in all so far; `id` is the file request's.
    void answered(const QString &patient, int photos, const QByteArray &id);

private:
    void look(const QByteArray &id);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    UtcTime m_since; ///< older answers are no news
    QHash<QByteArray, UtcTime> m_told;
};

} // namespace anteroom
