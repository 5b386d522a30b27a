// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>

class QCoreApplication;

namespace anteroom {

/// Gives the console the first language of `locale` that it has, English where it has none: its own words
/// and, where Qt's catalogues are installed, those of Qt's dialogs and menus. What a call before installed is
/// taken away. Before the first window, as windows keep the words they were made with. GUI thread. Returns
/// the language: one of Phrasebook::languages(). Dates and numbers keep following QLocale().
QByteArray installTranslators(QCoreApplication &application, const QLocale &locale = QLocale());

} // namespace anteroom
