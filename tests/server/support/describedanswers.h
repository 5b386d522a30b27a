// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/http/transportfixture.h"

#include <QJsonObject>

#include <map>
#include <set>

namespace anteroom::test {

/// Holds answers against what openapi.json says of them: the status, the content type, and the body against
/// its schema, where a member that is not described is at fault too.
class DescribedAnswers
{
public:
    DescribedAnswers();
    ~DescribedAnswers();

    /// Empty where the answer is as described; else what is at fault.
    QByteArray problemOf(const QByteArray &operationId, const RawClient::Answer &answer, bool isHead);

    /// Which statuses are described of an operation.
    std::set<int> statusesOf(const QByteArray &operationId) const;

private:
    QJsonObject operation(const QByteArray &id) const;

    QJsonObject m_root;
    std::map<QByteArray, QJsonObject> m_operations;
};

} // namespace anteroom::test
