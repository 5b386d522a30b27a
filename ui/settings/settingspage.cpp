// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "app/clinic.h"
#include "ui/common/card.h"
#include "ui/common/changewatch.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/scrolled.h"
#include "ui/common/searchfield.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/settinggroup.h"
#include "ui/settings/settingkeeper.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingwords.h"
#include "ui/settings/smssettings.h"
#include "ui/settings/staffsection.h"
#include "ui/settings/testrow.h"
#include "ui/settings/tokensection.h"

#include <QBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace anteroom {

namespace {

// What only one of the providers of rooms needs, and what Auth0 needs once it is used.
void offerVideo(SettingGroup *rows)
{
    const auto is = [](const char *provider) {
        return [provider](const SettingGroup &group) {
            return group.row("ANTEROOM_VIDEO_PROVIDER")->text() == QLatin1String(provider);
        };
    };
    for (const char *name : {"ANTEROOM_BANDYER_API", "BANDYER_BASE_URL", "BANDYER_API_SECRET_KEY"})
        rows->offerWhere(name, is("bandyer"));
    for (const char *name : {"ANTEROOM_ROOM_ADMIT", "ANTEROOM_TURN_URL", "ANTEROOM_TURN_SECRET"})
        rows->offerWhere(name, is("embedded"));
    for (const char *name : {"AUTH0_AUDIENCE", "AUTH0_MANAGEMENT_URL", "AUTH0_MANAGEMENT_TOKEN",
                             "AUTH0_CLIENT_ID", "AUTH0_CLIENT_SECRET"})
        rows->offerWhere(name, [](const SettingGroup &group) {
            return !group.row("AUTH_SERVICE")->text().isEmpty() ||
                   !group.row("AUTH0_DOMAIN")->text().isEmpty();
        });
}

} // namespace

SettingsPage::SettingsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("settings", tr("Settings"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_keeper(new SettingKeeper(clinic, m_actor, this))
    , m_search(new SearchField(tr("Find a setting")))
    , m_list(new QListWidget)
    , m_nothing(new EmptyState)
    , m_staff(new StaffSection(clinic, m_actor))
    , m_tokens(new TokenSection(clinic, m_actor))
    , m_backup(new BackupSection(clinic, m_actor))
{
    m_search->setMinimumWidth(280);
    addHeaderWidget(m_search);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->set(Icon::Search, tr("No setting is called so"),
                   tr("Search for a word of its name or of its key."));

    auto *inner = new QWidget;
    m_scroll = scrolled(inner);
    m_column = new QVBoxLayout(inner);
    m_column->setContentsMargins(0, 0, space::s, 0);
    m_column->setSpacing(space::l);
    addSettings();
    addSection(tr("Staff"), m_staff);
    addSection(tr("API tokens"), m_tokens);
    addSection(tr("Backup"), m_backup);
    m_column->addWidget(m_nothing);
    m_column->addStretch();

    auto *line = new QHBoxLayout;
    line->setSpacing(space::l);
    line->addWidget(m_list);
    line->addWidget(m_scroll, 1);
    content()->addLayout(line, 1);
    m_list->setCurrentRow(0);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * space::l);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        follow();
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::follow);
    auto *values = new ChangeWatch(clinic.store().changes(), {Topic::Settings}, this);
    connect(values, &ChangeWatch::changed, m_keeper, &SettingKeeper::load);
    connect(m_keeper, &SettingKeeper::failed, this, [this](const Error &error) {
        if (bars())
            bars()->show(Tone::Bad, errorText(error));
    });
    auto *people = new ChangeWatch(clinic.store().changes(), {Topic::Staff}, this);
    connect(people, &ChangeWatch::changed, m_staff, &StaffSection::load);
    auto *tokens = new ChangeWatch(clinic.store().changes(), {Topic::Tokens}, this);
    connect(tokens, &ChangeWatch::changed, m_tokens, &TokenSection::load);
    follow();
}

// One section a group of the register, in its order.
void SettingsPage::addSettings()
{
    QByteArray last;
    for (const SettingKey &key : settingKeys()) {
        const QByteArray name = std::exchange(last, key.group);
        const QString title = settingGroupTitle(key.group);
        if (name == last || title.isEmpty())
            continue;
        auto *group = new SettingGroup(*m_keeper, key.group);
        addParts(key.group, group);
        addSection(title, group, group)->addHeaderWidget(group->saveAllLine());
        connect(group, &SettingGroup::saved, this, [this](const QString &words) {
            if (bars())
                bars()->show(Tone::Good, words);
        });
        connect(group, &SettingGroup::attentionNeeded, this,
                [this](QWidget *widget) { m_scroll->ensureWidgetVisible(widget); });
    }
}

// A channel is tried where it is set up.
void SettingsPage::addParts(const QByteArray &group, SettingGroup *rows)
{
    if (group == "sms")
        new SmsSettings(*m_keeper, rows, new TestRow(m_clinic, m_actor, Channel::Sms));
    else if (group == "mail")
        rows->addBelow(new TestRow(m_clinic, m_actor, Channel::Email));
    else if (group == "push")
        rows->addBelow(new TestRow(m_clinic, m_actor, Channel::Push));
    else if (group == "video")
        offerVideo(rows);
}

Card *SettingsPage::addSection(const QString &title, QWidget *content, SettingGroup *group)
{
    auto *card = new Card;
    card->setTitle(title);
    auto *room = new QVBoxLayout;
    room->setContentsMargins(space::l, space::m, space::l, space::l);
    room->addWidget(content);
    card->body()->addLayout(room);
    m_column->addWidget(card);
    m_list->addItem(title);
    m_sections.append({title, card, group});
    return card;
}

SettingRow *SettingsPage::row(QByteArrayView name) const
{
    for (const Section &section : m_sections) {
        if (SettingRow *found = section.group ? section.group->row(name) : nullptr)
            return found;
    }
    return nullptr;
}

void SettingsPage::activate()
{
    if (!m_actor().isAdmin())
        return; // the window does not offer the page then
    m_keeper->load();
    m_staff->load();
    m_tokens->load();
    m_list->setFocus();
}

// The chosen section, or whatever fits the search.
void SettingsPage::follow()
{
    const QString text = m_search->text().trimmed();
    bool any = false;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const Section &section = m_sections.at(i);
        const bool whole =
            text.isEmpty() ? i == m_list->currentRow() : section.title.contains(text, Qt::CaseInsensitive);
        const bool shown = section.group ? section.group->filter(text, whole) : whole;
        section.card->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
}

} // namespace anteroom
