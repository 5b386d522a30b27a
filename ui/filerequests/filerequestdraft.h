// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directory/user.h"
#include "app/filerequests/newfilerequest.h"

namespace anteroom {

struct Actor;

/// What the dialog for a new file request says: one or several patients, who answers for them, by which ways.
/// Each recipient gets a request of their own.
struct FileRequestDraft
{
    enum class Who { Patient, Carer, Both };

    /// How many people one draft may go to.
    static constexpr int most = 50;

    QVector<User> patients;
    Who who = Who::Patient; ///< with several patients it is always the patient
    QString carer;          ///< a number, an e-mail address or both, separated by a comma, `;` or a blank
    bool emailToo = false;  ///< beside the number, where both are known
    bool viaApp = true;
    QString prompt;

    /// The requests it makes, one a recipient, for the service; `account` is the console's.
    QVector<NewFileRequest> inputs(const Actor &actor, const QString &account) const;
    /// Whether a number and an e-mail address are both known of any patient.
    bool hasBothWays() const;
};

} // namespace anteroom
