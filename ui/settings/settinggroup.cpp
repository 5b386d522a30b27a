// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settinggroup.h"

#include "ui/common/button.h"
#include "ui/common/tokens.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingwords.h"

#include <QBoxLayout>

#include <algorithm>

namespace anteroom {

SettingGroup::SettingGroup(SettingKeeper &keeper, const QByteArray &group, QWidget *parent)
    : QWidget(parent)
    , m_keeper(keeper)
    , m_column(new QVBoxLayout(this))
    , m_saveAllLine(new QWidget)
    , m_saveAll(new Button(QString(), Button::Kind::Primary))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    for (const SettingKey &key : settingKeys()) {
        if (group != key.group)
            continue;
        auto *row = new SettingRow(key);
        m_column->addWidget(row);
        m_rows.append(row);
        connect(row, &SettingRow::saveRequested, this, [this, row](const QString &value) {
            if (value.isEmpty())
                row->suggest({});
            save({row});
        });
        connect(row, &SettingRow::edited, this, &SettingGroup::follow);
    }
    auto *undo = new Button(tr("Undo all"), Button::Kind::Quiet);
    auto *line = new QHBoxLayout(m_saveAllLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addWidget(undo);
    line->addWidget(m_saveAll);
    m_saveAllLine->hide();
    connect(undo, &Button::clicked, this, &SettingGroup::undoAll);
    connect(m_saveAll, &Button::clicked, this, &SettingGroup::saveAll);
    connect(&keeper, &SettingKeeper::loaded, this, &SettingGroup::load);
}

SettingRow *SettingGroup::row(QByteArrayView name) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [name](const SettingRow *row) {
        return name == QByteArrayView(row->key().name);
    });
    return found == m_rows.end() ? nullptr : *found;
}

void SettingGroup::addAbove(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_rows.first()), widget);
    m_around.append(widget);
}

void SettingGroup::addBelow(QWidget *widget)
{
    m_column->addWidget(widget);
    m_around.append(widget);
}

void SettingGroup::offerWhere(QByteArrayView name, std::function<bool(const SettingGroup &)> applies)
{
    m_conditions.insert(row(name), std::move(applies));
}

void SettingGroup::load()
{
    const Settings &settings = m_keeper.settings();
    const auto valueOf = [&](const SettingRow *row, const QByteArray &name) {
        if (row->key().type != SettingKey::Type::Secret)
            return settings.valueOf(name);
        return m_keeper.isSecretSet(name) ? QStringLiteral("set") : QString();
    };
    for (SettingRow *row : std::as_const(m_rows)) {
        if (!isOffered(row))
            continue;
        const QByteArray name = row->name();
        row->show({.value = valueOf(row, name),
                   .fromEnvironment = settings.isFromEnvironment(name),
                   .inherited = m_account.isEmpty() ? QString() : valueOf(row, row->key().name)});
    }
}

void SettingGroup::setAccount(const QString &account)
{
    m_account = account;
    for (SettingRow *row : std::as_const(m_rows)) {
        row->setAccount(row->key().perAccount ? account : QString());
        row->setVisible(isOffered(row));
    }
    load();
}

bool SettingGroup::isOffered(const SettingRow *row) const
{
    return m_account.isEmpty() || row->key().perAccount;
}

bool SettingGroup::isChanged() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const SettingRow *row) { return row->isChanged(); });
}

bool SettingGroup::isShown(const SettingRow *row) const
{
    if (!isOffered(row))
        return false;
    if (!m_isWhole)
        return !m_search.isEmpty() && row->matches(m_search);
    const auto condition = m_conditions.constFind(row);
    return condition == m_conditions.constEnd() || row->isChanged() || (*condition)(*this);
}

bool SettingGroup::filter(const QString &text, bool whole)
{
    m_search = text;
    m_isWhole = whole;
    bool any = whole;
    for (SettingRow *row : std::as_const(m_rows)) {
        const bool fits = isShown(row);
        row->setVisible(fits);
        any = any || fits;
    }
    for (QWidget *each : std::as_const(m_around))
        each->setVisible(whole);
    return any;
}

void SettingGroup::saveAll()
{
    QVector<SettingRow *> changed;
    std::copy_if(m_rows.begin(), m_rows.end(), std::back_inserter(changed),
                 [](const SettingRow *row) { return row->isChanged(); });
    save(changed);
}

void SettingGroup::undoAll()
{
    for (SettingRow *row : std::as_const(m_rows))
        row->undo();
}

// What will not do is said under its field, and then nothing is saved.
void SettingGroup::save(const QVector<SettingRow *> &rows)
{
    QVector<SettingKeeper::Change> changes;
    SettingRow *wrong = nullptr;
    for (SettingRow *row : rows) {
        if (const auto good = checkSetting(row->name(), row->text()); !good)
            row->setError(settingErrorText(good.error()));
        if (!wrong && !row->error().isEmpty())
            wrong = row;
        const bool isDefault =
            m_account.isEmpty() && row->text() == QString::fromUtf8(row->key().defaultValue);
        changes.append({row->name(), isDefault ? QString() : row->text()});
    }
    if (wrong) {
        wrong->setFocus();
        Q_EMIT attentionNeeded(wrong);
        return;
    }
    m_keeper.save(changes, this, [this, rows](const Result<void> &done) {
        if (done)
            onSaved(rows);
        else if (!rows.isEmpty())
            rows.first()->setError(settingErrorText(done.error()));
    });
}

void SettingGroup::onSaved(const QVector<SettingRow *> &rows)
{
    bool atOnce = true;
    QStringList titles;
    for (SettingRow *row : rows) {
        row->setSaved();
        titles += settingTitle(row->key().name);
        atOnce = atOnce && row->key().effect == SettingKey::Effect::AtOnce;
    }
    m_keeper.load();
    const QString what = rows.size() == 1 ? tr("Saved: %1.").arg(titles.first())
                                          : tr("Saved: %n setting(s).", nullptr, int(rows.size()));
    Q_EMIT saved(atOnce ? what : what + u' ' + tr("It takes effect at the next start."));
}

void SettingGroup::follow()
{
    const auto changed =
        std::count_if(m_rows.begin(), m_rows.end(), [](const SettingRow *row) { return row->isChanged(); });
    m_saveAll->setText(tr("Save %n change(s)", nullptr, int(changed)));
    m_saveAllLine->setVisible(changed > 1);
    for (auto it = m_conditions.cbegin(); it != m_conditions.cend(); ++it)
        row(it.key()->key().name)->setVisible(isShown(it.key()));
    Q_EMIT changesFollowed();
}

} // namespace anteroom
