// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/testrow.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/changewatch.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/delivery/deliverywords.h"

#include <QBoxLayout>
#include <QLineEdit>

namespace anteroom {

namespace {

QString exampleFor(Channel channel)
{
    switch (channel) {
    case Channel::Sms:
        return QStringLiteral("+44 7777 123456");
    case Channel::Push:
        return QStringLiteral("c1a21fce-8660-4c69-a98d-820a50154f93");
    default:
        return QStringLiteral("name@example.org");
    }
}

} // namespace

TestRow::TestRow(Clinic &clinic, std::function<Actor()> actor, Channel channel, QWidget *parent)
    : QWidget(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_channel(channel)
    , m_to(new QLineEdit)
    , m_row(new FormRow(channel == Channel::Sms    ? tr("Send a test to this number")
                        : channel == Channel::Push ? tr("Send a test to the device with this id")
                                                   : tr("Send a test to this address"),
                        m_to))
    , m_send(new Button(tr("Send a test")))
    , m_bar(new InlineBar(Tone::Info, {}))
{
    m_to->setPlaceholderText(exampleFor(channel));
    setAccount({});
    m_bar->setClosable(false);
    m_bar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_row);
    column->addWidget(m_send, 0, Qt::AlignLeft);
    column->addWidget(m_bar);
    connect(m_send, &Button::clicked, this, &TestRow::send);
    connect(m_to, &QLineEdit::returnPressed, this, &TestRow::send);
    auto *watch = new ChangeWatch(clinic.store().changes(), {Topic::Outbox}, static_cast<QObject *>(this));
    connect(watch, &ChangeWatch::changed, this, &TestRow::look);
}

void TestRow::setAccount(const QString &account)
{
    m_account = account;
    m_message = {};
    m_bar->hide();
    m_row->setHint(
        account.isEmpty()
            ? tr("It goes by the settings that are saved.")
            : tr("It goes by the settings that are saved, as a message of account %1.").arg(account));
}

QString TestRow::outcome() const
{
    return m_bar->text();
}

void TestRow::send()
{
    m_row->setError({});
    m_bar->hide();
    whenDone(m_clinic.store().write([&clinic = m_clinic, actor = m_actor(), channel = m_channel,
                                     order = TestMessage::Order{m_to->text().trimmed(), m_account}](
                                        WriteTransaction &tx) -> Result<MessageId> {
        return TestMessage::send(tx, actor, clinic.outbox(), clinic.settings(), channel, order);
    }),
             this, [this](const Result<MessageId> &id) {
                 if (!id)
                     return m_row->setError(errorText(id.error()));
                 m_message = *id;
                 m_bar->setTone(Tone::Info);
                 m_bar->setText(tr("The test is on its way."));
                 m_bar->show();
                 look();
             });
}

void TestRow::look()
{
    if (m_message.isNull())
        return;
    using Outcome = std::optional<TestMessage::Outcome>;
    whenDone(m_clinic.store().read(
                 [id = m_message](Transaction &tx) -> Result<Outcome> { return TestMessage::look(tx, id); }),
             this, [this, id = m_message](const Result<Outcome> &outcome) {
                 if (id == m_message && outcome && *outcome)
                     show(**outcome);
             });
}

void TestRow::show(const TestMessage::Outcome &outcome)
{
    Message message;
    message.channel = m_channel;
    message.status = outcome.status;
    message.provider = outcome.provider;
    message.lastError = outcome.reason;
    QString words = stateText(message) + u'.';
    if (outcome.isOver && outcome.provider == QLatin1String("sandbox"))
        words = tr("Recorded as sent. The provider is the sandbox: nothing left this machine.");
    else if (!outcome.reason.isEmpty())
        words += u' ' + troubleText(message);
    const Tone tone = stateTone(message);
    m_bar->setTone(tone == Tone::Neutral ? Tone::Info : tone);
    m_bar->setText(words);
    if (outcome.isOver)
        m_message = {};
}

} // namespace anteroom
