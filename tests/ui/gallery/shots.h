// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/staff.h"

#include <QDir>

namespace anteroom {

class Clinic;
class MainWindow;

/// Gives the window time to load and paint, and keeps its picture.
void shoot(QWidget &window, const QDir &folder, const QString &name);

/// The agenda of teleconsultations: empty, full, being moved, a day.
void shootAgenda(Clinic &clinic, MainWindow &window, const QDir &folder);

/// The dialogs and the details of teleconsultations, each in its states.
void shootTeleconsultations(Clinic &clinic, MainWindow &window, const Staff &staff, const QDir &folder);

} // namespace anteroom
