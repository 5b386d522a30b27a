// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/auditrepository.h"
#include "ui/common/tokens.h"

#include <QString>

namespace anteroom {

/// What was done, in words; the key itself where nobody has found words yet.
QString auditActionText(QByteArrayView action);
/// Who did it: a login, a token's name, "A patient", "Anteroom itself".
QString auditActorText(const AuditRow &row);
/// How it ended, in a word.
QString auditOutcomeText(const AuditRow &row);
Tone auditOutcomeTone(const AuditRow &row);
/// Where from: an address as it is, and words for the console and the command line.
QString auditSourceText(const AuditRow &row);

/// A kind of deed to filter by.
struct AuditKind
{
    QString text;
    QByteArrayList actions; ///< AuditFilter::actions
};
QVector<AuditKind> auditKinds();

} // namespace anteroom
