// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/tokens.h"

#include <QObject>
#include <QVariant>

#include <optional>

namespace anteroom {

/// Follows what the system asks for: light or dark, usual or high contrast. From Qt 6.5 the style hints tell
/// the scheme; before that, and for the contrast always, the desktop portal's settings do (asked without
/// waiting); where neither answers, the palette that the application started with. GUI thread.
class Appearance final : public QObject
{
    Q_OBJECT

public:
    explicit Appearance(QObject *parent = nullptr);

    /// Sets the application's palette now, and again whenever the system changes its mind. Never waits.
    void follow();
    /// Sets the palette and stops following; for tests and pictures.
    void fix(Scheme scheme, Contrast contrast);

    Scheme scheme() const;
    Contrast contrast() const { return m_contrast; }

    /// Takes a value of the portal's `org.freedesktop.appearance` namespace.
    void takePortalValue(const QString &key, const QVariant &value);

Q_SIGNALS:
    void changed();

private:
    void askPortal();
    void apply();

    Scheme m_paletteScheme; ///< the brightness of the palette at start
    std::optional<Scheme> m_hintScheme;
    std::optional<Scheme> m_portalScheme;
    Contrast m_contrast = Contrast::Normal;
    bool m_follow = false;
};

} // namespace anteroom
