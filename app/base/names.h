// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace anteroom {

/// A name as it is compared: NFC, case folded, trimmed, runs of white space made one space
/// (RULES.md, File requests). A null string stays null.
QString foldedName(const QString &name);

/// Whether both are given and differ once folded: a missing name conflicts with nothing.
bool namesConflict(const QString &a, const QString &b);

/// The folded words of the given names, each once, sorted: what the search box finds people by.
/// Hyphens and apostrophes separate words too.
QStringList nameWords(std::initializer_list<QString> names);

} // namespace anteroom
