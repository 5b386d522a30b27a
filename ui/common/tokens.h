// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

#include <array>

class QFontMetrics;
class QPalette;

namespace anteroom {

/// How bright the console is, as the system asks for it.
enum class Scheme { Light, Dark };

/// High: stronger lines and no soft greys, where the system asks for more contrast.
enum class Contrast { Normal, High };

/// What a state means to whoever reads it. A state is always a word too, never a colour alone.
enum class Tone { Neutral, Info, Good, Warn, Bad };

/// A text colour and the ground it is written on: at least 4.5:1.
struct TonePair
{
    QColor text;
    QColor ground;
};

/// The console's colours: one table for each scheme and contrast. Any thread.
struct Tokens
{
    Scheme scheme;
    Contrast contrast;
    QColor background; ///< behind everything
    QColor panel;      ///< cards, fields, the side bar
    QColor line;       ///< between rows, around cards
    QColor fieldLine;  ///< around what can be filled in or pressed; stronger than `line`
    QColor ink;        ///< text
    QColor dim;        ///< text of second rank
    QColor accent;     ///< the one accent: primary buttons, focus, links
    QColor accentSoft; ///< ground of what is selected
    QColor onAccent;   ///< text on `accent`
    QColor hover;      ///< ground under the pointer
    std::array<TonePair, 5> tones;

    const TonePair &tone(Tone tone) const { return tones[static_cast<std::size_t>(tone)]; }

    /// The table for what the system asks for.
    static const Tokens &of(Scheme scheme, Contrast contrast);
    /// The table that `palette` was made from, so that whatever paints follows a change at once. For a
    /// palette of another make: the table of its brightness.
    static const Tokens &of(const QPalette &palette);
};

/// The console's palette.
QPalette makePalette(const Tokens &tokens);

/// The contrast of two opaque colours, 1 to 21 (WCAG 2.2, relative luminance).
double contrastRatio(const QColor &a, const QColor &b);

/// Distances in pixels, in steps of four.
namespace space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace space

inline constexpr int controlRadius = 8;
inline constexpr int cardRadius = 10;

/// What a text is, which decides its size: 14/20 for text, 20/28 for titles, 12/16 for captions at the
/// system's usual size. All are steps from the given font, so that larger text stays in proportion.
enum class TextRole { Title, Section, Body, Strong, Caption, CaptionStrong };
QFont fontFor(TextRole role, const QFont &base);

/// Height of a field or a button in pixels: 36 at the usual text size.
int controlHeight(const QFontMetrics &metrics);
/// Height of a row of a list in pixels: 40 at the usual text size.
int rowHeight(const QFontMetrics &metrics);

} // namespace anteroom
