// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/id.h"
#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace anteroom {

/// One object of an import file, read member by member: what is absent leaves the value as it is, null clears
/// it. The first problem is remembered; reading on after it does no harm.
class BundleRow
{
public:
    BundleRow(const QJsonObject &object, const char *list, qsizetype index);

    bool given(const char *member) const { return m_object.contains(QLatin1String(member)); }

    /// Whether it is given as null.
    bool isCleared(const char *member) const;

    void read(const char *member, QString &value);
    void read(const char *member, bool &value); ///< null: false
    void read(const char *member, std::optional<bool> &value);
    /// A moment, or a day, which is its beginning.
    void read(const char *member, std::optional<UtcTime> &value);
    void read(const char *member, std::optional<qint64> &value);
    /// A UUID, in lower case afterwards.
    void readId(const char *member, QByteArray &value);
    /// The same, or an object that holds it as `inner`. Empty text and an empty object: none.
    void readIdOrObject(const char *member, const char *inner, QByteArray &value);
    void read(const char *member, QJsonObject &value);
    void read(const char *member, QJsonArray &value);

    /// The `id` that every row must have.
    QByteArray id();
    /// Remembers "member.required" where the value is missing.
    void require(const char *member, bool isThere);
    void refuse(const QString &member, const char *reason);
    /// Another check's error as one of this row.
    void refuse(const Error &error);

    bool good() const { return !m_problem; }
    const std::optional<Error> &problem() const { return m_problem; }
    /// The problem's reason, a literal, and where in this row it is ("classificationTypes/2"; empty: the row
    /// itself).
    const char *reason() const { return m_reason; }
    const QString &memberAtFault() const { return m_memberAtFault; }

private:
    /// The value where it is given and not null; `cleared` says that it is null.
    QJsonValue take(const char *member, bool &cleared) const;

    QJsonObject m_object;
    const char *m_list;
    qsizetype m_index;
    std::optional<Error> m_problem;
    const char *m_reason = nullptr;
    QString m_memberAtFault;
};

} // namespace anteroom
