// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for app and server: what nearly every file of theirs includes.
#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>
