// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/card.h"
#include "ui/common/changewatch.h"
#include "ui/common/emptystate.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/scrolled.h"
#include "ui/common/searchfield.h"
#include "ui/settings/background.h"
#include "ui/settings/backupsection.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingwords.h"
#include "ui/settings/staffsection.h"
#include "ui/settings/testrow.h"
#include "ui/settings/tokensection.h"

#include <QBoxLayout>
#include <QListWidget>

#include <algorithm>

namespace anteroom {

SettingsPage::SettingsPage(Clinic &clinic, std::function<Actor()> actor, QWidget *parent)
    : ConsolePage("settings", tr("Settings"), parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_secrets(clinic.settings(), clinic.keyring())
    , m_search(new SearchField(tr("Find a setting")))
    , m_list(new QListWidget)
    , m_nothing(new EmptyState)
    , m_staff(new StaffSection(clinic, m_actor))
    , m_tokens(new TokenSection(clinic, m_actor))
    , m_backup(new BackupSection(clinic, m_actor))
{
    m_pool.setMaxThreadCount(1);
    m_search->setMinimumWidth(280);
    addHeaderWidget(m_search);
    m_list->setAccessibleName(tr("Sections"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->set(Icon::Search, tr("No setting is called so"),
                   tr("Search for a word of its name or of its key."));

    auto *inner = new QWidget;
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
    line->addWidget(scrolled(inner), 1);
    content()->addLayout(line, 1);
    m_list->setCurrentRow(0);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * space::l);

    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        m_search->clear();
        follow();
    });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::follow);
    auto *values = new ChangeWatch(clinic.store().changes(), {Topic::Settings}, this);
    connect(values, &ChangeWatch::changed, this, &SettingsPage::load);
    auto *people = new ChangeWatch(clinic.store().changes(), {Topic::Staff}, this);
    connect(people, &ChangeWatch::changed, m_staff, &StaffSection::load);
    auto *tokens = new ChangeWatch(clinic.store().changes(), {Topic::Tokens}, this);
    connect(tokens, &ChangeWatch::changed, m_tokens, &TokenSection::load);
    follow();
}

SettingsPage::~SettingsPage()
{
    m_pool.waitForDone();
}

// One section a group of the register, in its order.
void SettingsPage::addSettings()
{
    QByteArray group;
    QWidget *content = nullptr;
    QVector<SettingRow *> rows;
    const auto end = [&] {
        if (!rows.isEmpty())
            addTest(group, content);
        if (!rows.isEmpty())
            addSection(settingGroupTitle(group), content, rows);
        rows.clear();
    };
    for (const SettingKey &key : settingKeys()) {
        if (group != key.group) {
            end();
            group = key.group;
            content = nullptr;
        }
        if (settingGroupTitle(group).isEmpty())
            continue;
        if (!content) {
            content = new QWidget;
            auto *column = new QVBoxLayout(content);
            column->setContentsMargins(0, 0, 0, 0);
            column->setSpacing(space::l);
        }
        auto *one = new SettingRow(key);
        connect(one, &SettingRow::saveRequested, this,
                [this, one](const QString &value) { save(one, value); });
        content->layout()->addWidget(one);
        rows.append(one);
    }
    end();
}

// A channel is tried where it is set up.
void SettingsPage::addTest(const QByteArray &group, QWidget *content)
{
    if (group == "sms")
        content->layout()->addWidget(new TestRow(m_clinic, m_actor, Channel::Sms));
    else if (group == "mail")
        content->layout()->addWidget(new TestRow(m_clinic, m_actor, Channel::Email));
}

void SettingsPage::addSection(const QString &title, QWidget *content, QVector<SettingRow *> rows)
{
    auto *card = new Card;
    card->setTitle(title);
    auto *room = new QVBoxLayout;
    room->setContentsMargins(space::l, space::m, space::l, space::l);
    room->addWidget(content);
    card->body()->addLayout(room);
    m_column->addWidget(card);
    m_list->addItem(title);
    m_sections.append({title, card, std::move(rows)});
}

SettingRow *SettingsPage::row(QByteArrayView name) const
{
    for (const Section &section : m_sections) {
        for (SettingRow *each : section.rows) {
            if (name == QByteArrayView(each->key().name))
                return each;
        }
    }
    return nullptr;
}

void SettingsPage::activate()
{
    if (!m_actor().isAdmin())
        return; // the window does not offer the page then
    load();
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
        bool shown =
            text.isEmpty() ? i == m_list->currentRow() : section.title.contains(text, Qt::CaseInsensitive);
        const bool whole = shown;
        for (SettingRow *each : section.rows) {
            const bool fits = whole || (!text.isEmpty() && each->matches(text));
            each->setVisible(fits);
            shown = shown || fits;
        }
        section.card->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
}

void SettingsPage::load()
{
    const Settings &settings = m_clinic.settings();
    for (const Section &section : std::as_const(m_sections)) {
        for (SettingRow *each : section.rows) {
            const char *name = each->key().name;
            if (each->key().type != SettingKey::Type::Secret)
                each->show(settings.valueOf(name), settings.isFromEnvironment(name));
        }
    }
    loadSecrets();
}

// Only whether they are set.
void SettingsPage::loadSecrets()
{
    const auto work = [this] { return m_secrets.names(); };
    whenDone(inBackground(m_pool, work), this, [this](const Result<QList<QByteArray>> &names) {
        if (!names && bars())
            bars()->show(Tone::Bad, errorText(names.error()));
        for (const Section &section : std::as_const(m_sections)) {
            for (SettingRow *each : section.rows) {
                const QByteArray name = each->key().name;
                if (each->key().type == SettingKey::Type::Secret)
                    each->show(names && names->contains(name) ? QStringLiteral("set") : QString(),
                               m_clinic.settings().isFromEnvironment(name));
            }
        }
    });
}

void SettingsPage::save(SettingRow *row, const QString &value)
{
    const QByteArray name = row->key().name;
    // What breaks the rule is said at once; the service asks again.
    if (const auto good = checkSetting(name, value); !good)
        return row->setError(errorText(good.error()));
    if (row->key().type == SettingKey::Type::Secret)
        return saveSecret(row, value);
    whenDone(m_clinic.store().write([actor = m_actor(), name, value](WriteTransaction &tx) -> Result<void> {
        return Settings::write(tx, actor, name, value);
    }),
             this, [this, row](const Result<void> &done) { saved(row, done); });
}

void SettingsPage::saveSecret(SettingRow *row, const QString &value)
{
    if (!m_actor().isAdmin())
        return saved(row, fail(ErrorCode::Forbidden, "access.admin_only"));
    const QByteArray name = row->key().name;
    const auto work = [this, name, value] { return m_secrets.write(name, value.toUtf8()); };
    whenDone(inBackground(m_pool, work), this, [this, row, name](const Result<void> &kept) {
        if (!kept)
            return saved(row, kept);
        whenDone(m_clinic.store().write([actor = m_actor(), name](WriteTransaction &tx) -> Result<void> {
            return Secrets::recordChange(tx, actor, name);
        }),
                 this, [this, row](const Result<void> &done) { saved(row, done); });
    });
}

void SettingsPage::saved(SettingRow *row, const Result<void> &done)
{
    if (!done)
        return row->setError(errorText(done.error()));
    row->setSaved();
    load();
    if (!bars())
        return;
    const QString title = settingTitle(row->key().name);
    bars()->show(Tone::Good, row->key().effect == SettingKey::Effect::AtOnce
                                 ? tr("Saved: %1.").arg(title)
                                 : tr("Saved: %1. It takes effect at the next start.").arg(title));
}

} // namespace anteroom
