// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/filerequests/worklist.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace anteroom {

class Clinic;

/// Says once for each answer that photos came, wherever they came from. Photos of one answer that come one
/// after the other are one piece of news, and many answers at once are one too. GUI thread.
class AnswerNotifier final : public QObject
{
    Q_OBJECT

public:
    /// How long no further photo has to come before the answer counts as whole.
    static constexpr std::chrono::milliseconds quiet{3000};
    /// More answers than this at once are not named one by one.
    static constexpr int named = 3;

    /// `clinic` outlives the notifier; `actor` says who is signed in: nobody is told nothing.
    AnswerNotifier(Clinic &clinic, std::function<Actor()> actor, QObject *parent = nullptr);

    /// For tests.
    void setQuiet(std::chrono::milliseconds time) { m_quiet = time; }

Q_SIGNALS:
    /// `photos` in all so far; `id` is the file request's.
    void answered(const QString &patient, int photos, const QByteArray &id);
    void manyAnswered(int answers);

private:
    void look();
    void tell(const QVector<NewAnswer> &answers);

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    std::chrono::milliseconds m_quiet = quiet;
    UtcTime m_since; ///< older answers are no news
    QTimer m_pause;
};

} // namespace anteroom
