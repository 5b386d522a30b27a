// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/tokens.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

constexpr std::array names{u"app",           u"audit",
                           u"bad",           u"calendar",
                           u"calls",         u"check",
                           u"chevron-down",  u"chevron-left",
                           u"chevron-right", u"chevron-up",
                           u"clock",         u"close",
                           u"copy",          u"device-requests",
                           u"edit",          u"eye",
                           u"file-requests", u"filter",
                           u"good",          u"info",
                           u"link",          u"lock",
                           u"logout",        u"mail",
                           u"message",       u"more",
                           u"outbox",        u"people",
                           u"photo",         u"plus",
                           u"print",         u"refresh",
                           u"registers",     u"rotate",
                           u"save",          u"search",
                           u"settings",      u"teleconsultations",
                           u"today",         u"trash",
                           u"undo",          u"user",
                           u"warn",          u"zoom-fit",
                           u"zoom-in",       u"zoom-out"};

QColor colorOf(IconRole role, const Tokens &tokens)
{
    switch (role) {
    case IconRole::Ink:
        return tokens.ink;
    case IconRole::Dim:
        return tokens.dim;
    case IconRole::Accent:
        return tokens.accent;
    case IconRole::OnAccent:
        return tokens.onAccent;
    case IconRole::Info:
        return tokens.tone(Tone::Info).text;
    case IconRole::Good:
        return tokens.tone(Tone::Good).text;
    case IconRole::Warn:
        return tokens.tone(Tone::Warn).text;
    case IconRole::Bad:
        return tokens.tone(Tone::Bad).text;
    }
    return tokens.ink;
}

// Draws the strokes of a file in a colour chosen when painting, so that a change of palette needs no new
// icon.
class Engine final : public QIconEngine
{
public:
    Engine(Icon icon, IconRole role)
        : m_icon(icon)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const double ratio = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        const auto image = render(rect.size() * ratio, mode);
        painter->drawPixmap(rect, image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return render(size, mode); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return render(size, mode);
    }

    QIconEngine *clone() const override { return new Engine(m_icon, m_role); }

    bool isNull() override { return false; }

private:
    QPixmap render(const QSize &size, QIcon::Mode mode) const
    {
        const auto &tokens = Tokens::of(QGuiApplication::palette());
        const auto color = mode == QIcon::Disabled ? tokens.dim : colorOf(m_role, tokens);
        const QStringView name(names[static_cast<std::size_t>(m_icon)]);
        const auto key =
            u"anteroom/%1/%2/%3x%4"_s.arg(name, color.name()).arg(size.width()).arg(size.height());
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        QFile file(u":/icons/%1.svg"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto svg = file.readAll().replace("#000", color.name().toLatin1());
        result = QPixmap(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        painter.setRenderHint(QPainter::Antialiasing);
        QSvgRenderer renderer(svg);
        const int side = qMin(size.width(), size.height());
        renderer.render(&painter,
                        QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        painter.end();
        QPixmapCache::insert(key, result);
        return result;
    }

    Icon m_icon;
    IconRole m_role;
};

} // namespace

QIcon icon(Icon icon, IconRole role)
{
    return QIcon(new Engine(icon, role));
}

QIcon applicationIcon()
{
    QIcon result;
    QSvgRenderer renderer(u":/icons/anteroom.svg"_s);
    for (const int side : {16, 22, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        painter.end();
        result.addPixmap(pixmap);
    }
    return result;
}

} // namespace anteroom
