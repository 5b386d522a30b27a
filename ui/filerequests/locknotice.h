// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "app/base/utctime.h"

#include <QWidget>

#include <functional>
#include <optional>

namespace anteroom {

class Button;
class Clinic;
class Label;

/// Says that wrong dates of birth have locked a request's link, until when, and offers to unlock it. Hidden
/// where there is nothing to say.
class LockNotice final : public QWidget
{
    Q_OBJECT

public:
    LockNotice(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    /// Looks whether that request's link is locked; a null id: nothing is shown.
    void show(const FileRequestId &id);

    Button *button() const { return m_unlock; }

Q_SIGNALS:
    void unlockRequested();

private:
    void tell(std::optional<UtcTime> until);

    Clinic &m_clinic;
    const std::function<Actor()> m_actor;
    FileRequestId m_id;
    Label *m_words;
    Button *m_unlock;
};

} // namespace anteroom
