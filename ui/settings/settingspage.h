// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/actor.h"
#include "ui/shell/consolepage.h"

#include <functional>

class QListWidget;
class QScrollArea;
class QVBoxLayout;

namespace anteroom {

class BackupSection;
class Card;
class Clinic;
class EmptyState;
class SearchField;
class SettingGroup;
class SettingKeeper;
class SettingRow;
class StaffSection;
class TokenSection;

/// The clinic's settings, for administrators: sections made from the register of settings, and staff, tokens
/// and backup. Searching shows what fits from all sections at once.
class SettingsPage final : public ConsolePage
{
    Q_OBJECT

public:
    /// `clinic` outlives the page; `actor` says who is signed in.
    SettingsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent = nullptr);

    void activate() override;

    /// The row of this key; nullptr where the page does not show it.
    SettingRow *row(QByteArrayView name) const;
    StaffSection *staff() const { return m_staff; }
    TokenSection *tokens() const { return m_tokens; }
    BackupSection *backup() const { return m_backup; }

private:
    struct Section
    {
        QString title;
        Card *card = nullptr;
        SettingGroup *group = nullptr; ///< none: a section of another make
    };
    void addSettings();
    void addParts(const QByteArray &group, SettingGroup *rows);
    Card *addSection(const QString &title, QWidget *content, SettingGroup *group = nullptr);
    void follow();

    Clinic &m_clinic;
    std::function<Actor()> m_actor;
    SettingKeeper *m_keeper;
    SearchField *m_search;
    QListWidget *m_list;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column;
    EmptyState *m_nothing;
    QVector<Section> m_sections;
    StaffSection *m_staff;
    TokenSection *m_tokens;
    BackupSection *m_backup;
};

} // namespace anteroom
