// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingkeeper.h"

#include <QHash>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace anteroom {

class Button;
class SettingRow;

/// The rows of one group of settings: of all accounts, or of one. Each can be saved by itself, and several
/// together.
class SettingGroup final : public QWidget
{
    Q_OBJECT

public:
    /// `keeper` outlives the group.
    SettingGroup(SettingKeeper &keeper, const QByteArray &group, QWidget *parent = nullptr);

    const QVector<SettingRow *> &rows() const { return m_rows; }
    /// nullptr where the group has no such key.
    SettingRow *row(QByteArrayView name) const;
    /// Above the rows, or below them; shown with the whole group only.
    void addAbove(QWidget *widget);
    void addBelow(QWidget *widget);
    /// With the whole group the row shows only where `applies`, which is asked at every change of a row, or
    /// while it is changed itself; a search finds it anyway.
    void offerWhere(QByteArrayView name, std::function<bool(const SettingGroup &)> applies);
    /// For the card's header: they show where more than one row is changed.
    QWidget *saveAllLine() const { return m_saveAllLine; }

    /// Shows what is in force, once the keeper has loaded.
    void load();
    /// Empty: all accounts. What was typed and not saved is gone; rows that no account can have go out of
    /// sight.
    void setAccount(const QString &account);
    const QString &account() const { return m_account; }
    bool isChanged() const;
    /// Shows all rows, or those that fit `text`; whether any does.
    bool filter(const QString &text, bool whole);
    void saveAll();
    void undoAll();

Q_SIGNALS:
    void saved(const QString &words);
    void changesFollowed();
    /// This should be seen: it is what keeps the rest from being saved.
    void attentionNeeded(QWidget *widget);

private:
    void save(const QVector<SettingRow *> &rows);
    void onSaved(const QVector<SettingRow *> &rows);
    void follow();
    bool isOffered(const SettingRow *row) const;
    bool isShown(const SettingRow *row) const;

    SettingKeeper &m_keeper;
    QString m_account;
    QVBoxLayout *m_column;
    QVector<SettingRow *> m_rows;
    QVector<QWidget *> m_around;
    QHash<const SettingRow *, std::function<bool(const SettingGroup &)>> m_conditions;
    QString m_search;      ///< what the rows that show have to fit,
    bool m_isWhole = true; ///< unless all do
    QWidget *m_saveAllLine;
    Button *m_saveAll;
};

} // namespace anteroom
