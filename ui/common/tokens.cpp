// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tokens.h"

#include <QFontMetrics>
#include <QPalette>

#include <algorithm>
#include <cmath>

namespace anteroom {
namespace {

constexpr QRgb rgb(uint value)
{
    return 0xff000000U | value;
}

const Tokens light{Scheme::Light,
                   Contrast::Normal,
                   rgb(0xf6f7f9),
                   rgb(0xffffff),
                   rgb(0xdfe3e8),
                   rgb(0xc5ccd4),
                   rgb(0x1c2733),
                   rgb(0x5b6875),
                   rgb(0x0b6e6e),
                   rgb(0xe3f1f0),
                   rgb(0xffffff),
                   rgb(0xf1f4f6),
                   {{{rgb(0x55616e), rgb(0xf0f2f5)},
                     {rgb(0x23528f), rgb(0xe4eefb)},
                     {rgb(0x1c6b3a), rgb(0xe2f4e8)},
                     {rgb(0x8a5a00), rgb(0xfff3d6)},
                     {rgb(0xa3261d), rgb(0xfde8e6)}}}};

const Tokens dark{Scheme::Dark,
                  Contrast::Normal,
                  rgb(0x14191f),
                  rgb(0x1c232b),
                  rgb(0x323c47),
                  rgb(0x4a5663),
                  rgb(0xe6ebf0),
                  rgb(0x9aa7b4),
                  rgb(0x4fc4bd),
                  rgb(0x17383a),
                  rgb(0x10191c),
                  rgb(0x252e38),
                  {{{rgb(0xaab5c0), rgb(0x28313b)},
                    {rgb(0x9cc3f5), rgb(0x1b2f49)},
                    {rgb(0x7fd6a0), rgb(0x183524)},
                    {rgb(0xf0c05a), rgb(0x3a2f14)},
                    {rgb(0xff9d94), rgb(0x43201d)}}}};

const Tokens lightHigh{Scheme::Light,
                       Contrast::High,
                       rgb(0xffffff),
                       rgb(0xffffff),
                       rgb(0x4b5560),
                       rgb(0x000000),
                       rgb(0x000000),
                       rgb(0x2b343d),
                       rgb(0x004d4d),
                       rgb(0xcfeae8),
                       rgb(0xffffff),
                       rgb(0xe8ecef),
                       {{{rgb(0x1c2733), rgb(0xeceff2)},
                         {rgb(0x0d326a), rgb(0xe4eefb)},
                         {rgb(0x0a4521), rgb(0xe2f4e8)},
                         {rgb(0x573800), rgb(0xfff3d6)},
                         {rgb(0x7a120b), rgb(0xfde8e6)}}}};

const Tokens darkHigh{Scheme::Dark,
                      Contrast::High,
                      rgb(0x000000),
                      rgb(0x000000),
                      rgb(0xaab5c0),
                      rgb(0xffffff),
                      rgb(0xffffff),
                      rgb(0xd5dde5),
                      rgb(0x7ce8e1),
                      rgb(0x0d3f42),
                      rgb(0x000000),
                      rgb(0x1d252d),
                      {{{rgb(0xf0f4f8), rgb(0x232b33)},
                        {rgb(0xc5defc), rgb(0x10243f)},
                        {rgb(0xaef0c6), rgb(0x0b2918)},
                        {rgb(0xffdc8f), rgb(0x2f2508)},
                        {rgb(0xffc4be), rgb(0x3a1411)}}}};

double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

int roundUpToFour(int pixels)
{
    return (pixels + 3) / 4 * 4;
}

} // namespace

const Tokens &Tokens::of(Scheme scheme, Contrast contrast)
{
    if (contrast == Contrast::High)
        return scheme == Scheme::Dark ? darkHigh : lightHigh;
    return scheme == Scheme::Dark ? dark : light;
}

const Tokens &Tokens::of(const QPalette &palette)
{
    const Scheme scheme =
        luminance(palette.color(QPalette::Active, QPalette::Window)) < 0.18 ? Scheme::Dark : Scheme::Light;
    const Tokens &high = of(scheme, Contrast::High);
    const bool isHigh = palette.color(QPalette::Active, QPalette::Mid) == high.line;
    return isHigh ? high : of(scheme, Contrast::Normal);
}

QPalette makePalette(const Tokens &tokens)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &color) {
        palette.setColor(role, color);
    };
    set(QPalette::Window, tokens.background);
    set(QPalette::WindowText, tokens.ink);
    set(QPalette::Base, tokens.panel);
    set(QPalette::AlternateBase, tokens.hover);
    set(QPalette::Text, tokens.ink);
    set(QPalette::PlaceholderText, tokens.dim);
    set(QPalette::Button, tokens.panel);
    set(QPalette::ButtonText, tokens.ink);
    set(QPalette::BrightText, tokens.tone(Tone::Bad).text);
    set(QPalette::ToolTipBase, tokens.ink);
    set(QPalette::ToolTipText, tokens.panel);
    set(QPalette::Highlight, tokens.accent);
    set(QPalette::HighlightedText, tokens.onAccent);
    set(QPalette::Link, tokens.accent);
    set(QPalette::LinkVisited, tokens.accent);
    set(QPalette::Light, tokens.panel);
    set(QPalette::Midlight, tokens.hover);
    set(QPalette::Mid, tokens.line);
    set(QPalette::Dark, tokens.fieldLine);
    set(QPalette::Shadow, tokens.scheme == Scheme::Dark ? QColor(Qt::black) : tokens.fieldLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, tokens.dim);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.line);
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, tokens.ink);
    return palette;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    // By value: std::minmax of two temporaries gives references to them.
    const auto [darker, brighter] = std::minmax({luminance(a), luminance(b)});
    return (brighter + 0.05) / (darker + 0.05);
}

QFont fontFor(TextRole role, const QFont &base)
{
    QFont font = base;
    const auto scale = [&font](double factor) {
        if (font.pixelSize() > 0)
            font.setPixelSize(qRound(font.pixelSize() * factor));
        else
            font.setPointSizeF(font.pointSizeF() * factor);
    };
    switch (role) {
    case TextRole::Title:
        scale(20.0 / 14);
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Section:
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Body:
        break;
    case TextRole::Caption:
        scale(12.0 / 14);
        break;
    case TextRole::CaptionStrong:
        scale(12.0 / 14);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

int controlHeight(const QFontMetrics &metrics)
{
    return roundUpToFour(metrics.height() + 20);
}

int rowHeight(const QFontMetrics &metrics)
{
    return roundUpToFour(metrics.height() + 24);
}

} // namespace anteroom
