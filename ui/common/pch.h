// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/pch.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QWidget>
