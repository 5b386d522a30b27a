// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSettings>
#include <QVariant>

class QSplitter;
class QWidget;

namespace anteroom {

class ListView;

/// What the console remembers about its views for each person: widths, order, sorting, splitters, the
/// window's place. A file of its own in the data folder; nothing about patients is ever in it. GUI thread.
class ViewState final : public QObject
{
    Q_OBJECT

public:
    /// `path`: an INI file, made when first written.
    explicit ViewState(const QString &path, QObject *parent = nullptr);

    /// From here on everything is this person's; `key` is their id. Empty: nobody, nothing is kept.
    void setUser(const QByteArray &key);

    QVariant value(const QString &key, const QVariant &fallback = {}) const;
    void setValue(const QString &key, const QVariant &value);

    /// Brings back the layout kept under `key`, and keeps every later change of it.
    void track(ListView *view, const QString &key);
    void track(QSplitter *splitter, const QString &key);
    /// The window's place and size, which are the machine's and not the person's.
    void restoreGeometry(QWidget *window);
    void saveGeometry(const QWidget *window);

    /// Writes what is not written yet; also happens by itself.
    void sync();

private:
    QString path(const QString &key) const;

    QSettings m_settings;
    QString m_user;
};

} // namespace anteroom
