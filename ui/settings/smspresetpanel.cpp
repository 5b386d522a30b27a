// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/smspresetpanel.h"

#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

#include <algorithm>

namespace anteroom {

namespace {

struct PresetWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::PresetWords)
};

struct Words
{
    const char *word;
    const char *text;
};

constexpr Words blankWords[] = {
    {"USER", QT_TRANSLATE_NOOP("anteroom::PresetWords", "User name at the gateway")},
    {"ACCOUNT", QT_TRANSLATE_NOOP("anteroom::PresetWords", "Account at the gateway (SID)")},
    {"KEY", QT_TRANSLATE_NOOP("anteroom::PresetWords", "Key at the gateway")},
    {"SENDER", QT_TRANSLATE_NOOP("anteroom::PresetWords", "Sender, the number or name that patients see")},
};

// The secrets in resources/sms-presets.json.
[[maybe_unused]] constexpr const char *secrets[] = {
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The sendsms-user's password"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "Account and token with a colon between"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The API secret"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The access key"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The authentication key"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The access token"),
    QT_TRANSLATE_NOOP("anteroom::PresetWords", "The OAuth token"),
};

} // namespace

QString presetBlankText(const QString &word)
{
    const auto *found = std::find_if(std::begin(blankWords), std::end(blankWords),
                                     [&](const Words &each) { return word == QLatin1String(each.word); });
    return found == std::end(blankWords) ? word : PresetWords::tr(found->text);
}

QString presetSecretText(const SmsPreset &preset)
{
    return PresetWords::tr(preset.secret.toUtf8().constData());
}

SmsPresetPanel::SmsPresetPanel(QWidget *parent)
    : QWidget(parent)
    , m_presets(smsPresets())
    , m_gateway(new QComboBox)
    , m_bar(new InlineBar(Tone::Info, {}))
    , m_column(new QVBoxLayout(this))
{
    m_gateway->addItem(tr("None: the fields below as they are"));
    for (const SmsPreset &preset : std::as_const(m_presets))
        m_gateway->addItem(preset.name);
    auto *row = new FormRow(tr("Fill in for a well-known gateway"), m_gateway);
    m_bar->setClosable(false);
    m_bar->hide();
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::l);
    m_column->addWidget(row);
    m_column->addWidget(m_bar);
    connect(m_gateway, &QComboBox::currentIndexChanged, this, &SmsPresetPanel::choose);
}

void SmsPresetPanel::reset()
{
    m_gateway->setCurrentIndex(0);
    choose();
}

void SmsPresetPanel::choose()
{
    delete std::exchange(m_needs, nullptr);
    m_blanks.clear();
    m_secret = nullptr;
    m_bar->hide();
    const int index = m_gateway->currentIndex() - 1;
    if (index < 0)
        return;
    const SmsPreset &preset = m_presets.at(index);
    m_needs = new QWidget;
    auto *column = new QVBoxLayout(m_needs);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    for (const QString &word : preset.blanks()) {
        auto *field = new QLineEdit;
        column->addWidget(new FormRow(presetBlankText(word), field));
        m_blanks.append({word, field});
        connect(field, &QLineEdit::returnPressed, this, &SmsPresetPanel::fill);
    }
    m_secret = new QLineEdit;
    m_secret->setEchoMode(QLineEdit::Password);
    auto *secret = new FormRow(presetSecretText(preset), m_secret);
    secret->setHint(tr("Kept in the keyring and never shown."));
    column->addWidget(secret);
    connect(m_secret, &QLineEdit::returnPressed, this, &SmsPresetPanel::fill);
    auto *fill = new Button(tr("Fill in the fields below"));
    connect(fill, &Button::clicked, this, &SmsPresetPanel::fill);
    column->addWidget(fill, 0, Qt::AlignLeft);
    m_column->insertWidget(1, m_needs);
    m_needs->show();
}

void SmsPresetPanel::fill()
{
    const SmsPreset &preset = m_presets.at(m_gateway->currentIndex() - 1);
    QHash<QString, QString> values;
    QStringList open;
    for (const Blank &blank : std::as_const(m_blanks)) {
        const QString typed = blank.field->text().trimmed();
        values.insert(blank.word, typed);
        if (typed.isEmpty())
            open += presetBlankText(blank.word);
    }
    const QString secret = m_secret->text().trimmed();
    Q_EMIT fillRequested(preset.filled(values), preset.blanks(),
                         secret.isEmpty() ? QString() : preset.secretFrom(secret));
    if (secret.isEmpty())
        open += presetSecretText(preset);
    m_bar->setTone(open.isEmpty() ? Tone::Info : Tone::Warn);
    m_bar->setText(open.isEmpty() ? tr("Filled in below. Nothing is saved yet.")
                                  : tr("Filled in below, and nothing is saved yet. Still to be typed: %1.")
                                        .arg(open.join(QStringLiteral("; "))));
    m_bar->show();
}

} // namespace anteroom
