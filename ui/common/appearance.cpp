// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/appearance.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QPalette>
#include <QStyleHints>
#include <QTimer>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;

const auto portalService = u"org.freedesktop.portal.Desktop"_s;
const auto portalPath = u"/org/freedesktop/portal/desktop"_s;
const auto portalInterface = u"org.freedesktop.portal.Settings"_s;
const auto appearanceNamespace = u"org.freedesktop.appearance"_s;

// The portal's Read wraps its value in one variant more than its signal does.
QVariant unwrap(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

// Without an address libdbus would start a bus of its own, which takes seconds.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const auto runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

} // namespace

// Here and not in Appearance: the slot's signature is what QtDBus matches, and only this file knows QtDBus.
class PortalListener final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

public Q_SLOTS:
    // The whole message: a slot with a QDBusVariant of its own is not connected by Qt 6.4.
    void onSettingChanged(const QDBusMessage &message)
    {
        const auto values = message.arguments();
        if (values.size() == 3 && values.at(0).toString() == appearanceNamespace)
            Q_EMIT changed(values.at(1).toString(), values.at(2));
    }

Q_SIGNALS:
    void changed(const QString &key, const QVariant &value);
};

Appearance::Appearance(QObject *parent)
    : QObject(parent)
    , m_paletteScheme(Tokens::of(QGuiApplication::palette()).scheme)
{
}

void Appearance::follow()
{
    m_follow = true;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto takeHint = [this](Qt::ColorScheme scheme) {
        m_hintScheme = scheme == Qt::ColorScheme::Unknown ? std::nullopt
                       : scheme == Qt::ColorScheme::Dark  ? std::optional(Scheme::Dark)
                                                          : std::optional(Scheme::Light);
        apply();
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, takeHint);
    takeHint(QGuiApplication::styleHints()->colorScheme());
#endif
    apply();
    if (hasSessionBus())
        QTimer::singleShot(0, this, &Appearance::askPortal);
}

void Appearance::fix(Scheme scheme, Contrast contrast)
{
    m_follow = false;
    m_hintScheme = scheme;
    m_contrast = contrast;
    apply();
}

Scheme Appearance::scheme() const
{
    return m_hintScheme.value_or(m_portalScheme.value_or(m_paletteScheme));
}

void Appearance::takePortalValue(const QString &key, const QVariant &value)
{
    const uint number = unwrap(value).toUInt();
    if (key == u"color-scheme"_s)
        m_portalScheme = number == 1   ? std::optional(Scheme::Dark)
                         : number == 2 ? std::optional(Scheme::Light)
                                       : std::nullopt;
    else if (key == u"contrast"_s)
        m_contrast = number == 1 ? Contrast::High : Contrast::Normal;
    else
        return;
    apply();
}

void Appearance::askPortal()
{
    auto bus = QDBusConnection::sessionBus();
    if (!m_follow || !bus.isConnected())
        return;
    auto *listener = new PortalListener(this);
    connect(listener, &PortalListener::changed, this, [this](const QString &key, const QVariant &value) {
        if (m_follow)
            takePortalValue(key, value);
    });
    bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, listener,
                SLOT(onSettingChanged(QDBusMessage)));
    for (const auto &key : {u"color-scheme"_s, u"contrast"_s}) {
        auto call = QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"Read"_s);
        call << appearanceNamespace << key;
        auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 3000), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this,
                [this, key](QDBusPendingCallWatcher *done) {
                    done->deleteLater();
                    const QDBusPendingReply<QVariant> reply = *done;
                    if (m_follow && reply.isValid())
                        takePortalValue(key, reply.value());
                });
    }
}

void Appearance::apply()
{
    const auto palette = makePalette(Tokens::of(scheme(), m_contrast));
    if (palette != QGuiApplication::palette())
        QApplication::setPalette(palette);
    Q_EMIT changed();
}

} // namespace anteroom

#include "appearance.moc"
