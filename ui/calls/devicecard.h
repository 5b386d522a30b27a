// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/calls/call.h"
#include "ui/common/card.h"

#include <array>

namespace anteroom {

class Badge;
class Label;

/// A device of the person who is called: whether it takes calls, and, while it is called, each step with its
/// seconds.
class DeviceCard final : public Card
{
    Q_OBJECT

public:
    explicit DeviceCard(QWidget *parent = nullptr);

    /// `attempt`: of the call that is shown; nothing: it is not being called.
    void show(const QString &name, const UserDevice &device, const std::optional<CallAttempt> &attempt,
              UtcTime now);
    /// What is under way goes on.
    void tick(UtcTime now);
    /// The words and seconds of the steps, for tests.
    QStringList steps() const;
    QString state() const;

private:
    struct Step
    {
        QWidget *line = nullptr;
        Label *sign = nullptr;
        Label *words = nullptr;
        Label *time = nullptr;
    };
    void showSteps(const CallProgress &progress, UtcTime now);
    void showStep(int step, std::optional<UtcTime> since, std::optional<UtcTime> until, bool reached,
                  UtcTime now);

    QString m_name;
    std::optional<CallAttempt> m_attempt;
    Badge *m_state;
    Label *m_words;
    std::array<Step, 4> m_steps;
};

} // namespace anteroom
