// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QVector>

namespace anteroom {

/// What kind of thing changed.
enum class Topic {
    Users,
    UserDevices,
    FileRequests,
    Files,
    Outbox,
    Audit,
    Settings,
    Staff,
    Tokens,
    Registers, ///< persons, authentication methods and what else device requests are decided by
    DeviceRequests,
    Calls,
    Teleconsultations
};

/// One thing that a committed write made, changed or removed.
struct Change
{
    Topic topic;
    QByteArray id; ///< of the row; empty where many changed

    friend bool operator==(const Change &, const Change &) = default;
};

using ChangeSet = QVector<Change>;

/// Tells what changed, once it is durable. Emitted on the writer's thread, one signal a commit: connect with
/// a context object that lives in the receiver's thread, and the call is queued there.
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const anteroom::ChangeSet &changes);
};

} // namespace anteroom

Q_DECLARE_METATYPE(anteroom::ChangeSet)
