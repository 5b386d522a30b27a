// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace anteroom {

/// Our own icons, one stroke width, each a file of resources/icons.
enum class Icon {
    App,
    Audit,
    Bad,
    Calendar,
    Calls,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Copy,
    DeviceRequests,
    Edit,
    Eye,
    FileRequests,
    Filter,
    Good,
    Info,
    Link,
    Lock,
    Logout,
    Mail,
    Message,
    More,
    Outbox,
    People,
    Photo,
    Plus,
    Print,
    Refresh,
    Registers,
    Rotate,
    Save,
    Search,
    Settings,
    Teleconsultations,
    Today,
    Trash,
    Undo,
    User,
    Warn,
    ZoomFit,
    ZoomIn,
    ZoomOut
};

/// Which colour of the application's palette an icon takes when it is painted.
enum class IconRole { Ink, Dim, Accent, OnAccent, Info, Good, Warn, Bad };

/// The icon in the colour of `role`: it follows the palette, a disabled one is dim. GUI thread.
QIcon icon(Icon icon, IconRole role = IconRole::Ink);

/// The product's own sign, in its own colours.
QIcon applicationIcon();

} // namespace anteroom
