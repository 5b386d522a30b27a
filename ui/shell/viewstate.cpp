// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/viewstate.h"

#include "ui/common/listview.h"

#include <QSplitter>
#include <QWidget>

namespace anteroom {

using namespace Qt::StringLiterals;

ViewState::ViewState(const QString &path, QObject *parent)
    : QObject(parent)
    , m_settings(path, QSettings::IniFormat)
{
}

void ViewState::setUser(const QByteArray &key)
{
    m_user = QString::fromUtf8(key.toHex());
}

QVariant ViewState::value(const QString &key, const QVariant &fallback) const
{
    return m_user.isEmpty() ? fallback : m_settings.value(path(key), fallback);
}

void ViewState::setValue(const QString &key, const QVariant &value)
{
    if (!m_user.isEmpty())
        m_settings.setValue(path(key), value);
}

void ViewState::track(ListView *view, const QString &key)
{
    // The same view again, after somebody else signed in: the earlier connection would keep it twice.
    disconnect(view, &ListView::layoutChanged, this, nullptr);
    if (const auto layout = value(key).toByteArray(); !layout.isEmpty())
        view->restoreLayout(layout);
    connect(view, &ListView::layoutChanged, this, [this, view, key] { setValue(key, view->saveLayout()); });
}

void ViewState::track(QSplitter *splitter, const QString &key)
{
    disconnect(splitter, &QSplitter::splitterMoved, this, nullptr);
    if (const auto state = value(key).toByteArray(); !state.isEmpty())
        splitter->restoreState(state);
    connect(splitter, &QSplitter::splitterMoved, this,
            [this, splitter, key] { setValue(key, splitter->saveState()); });
}

void ViewState::restoreGeometry(QWidget *window)
{
    window->restoreGeometry(m_settings.value(u"window/geometry"_s).toByteArray());
}

void ViewState::saveGeometry(const QWidget *window)
{
    m_settings.setValue(u"window/geometry"_s, window->saveGeometry());
}

void ViewState::sync()
{
    m_settings.sync();
}

QString ViewState::path(const QString &key) const
{
    return u"people/%1/%2"_s.arg(m_user, key);
}

} // namespace anteroom
