// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/messagedetails.h"

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/common/smspartstext.h"
#include "ui/delivery/deliverywords.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QUrl>

namespace anteroom {

namespace {

// What machines read to each other, laid out for people.
QString readable(const Message &message)
{
    if (message.channel != Channel::Push && message.channel != Channel::Webhook &&
        message.channel != Channel::Video)
        return message.body;
    const QJsonDocument document = QJsonDocument::fromJson(message.body.toUtf8());
    return document.isNull() ? message.body : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

} // namespace

MessageDetails::MessageDetails(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this))
    , m_hint(new Label(TextRole::Body, tr("Choose a message to read it.")))
    , m_content(new QWidget)
    , m_to(new Label(TextRole::Section))
    , m_how(new Label(TextRole::Caption))
    , m_subject(new Label(TextRole::Strong))
    , m_text(new QPlainTextEdit)
    , m_trouble(new Label(TextRole::Body))
    , m_next(new Label(TextRole::Caption))
    , m_openLink(new Button(tr("Open the link")))
    , m_retry(new Button(tr("Send again")))
    , m_settle(new Button(QString()))
    , m_replay(new Button(tr("Replay")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    m_card->setPadding(space::l);
    m_hint->setDim(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setWordWrap(true);
    m_card->body()->addWidget(m_hint, 1);
    m_card->body()->addWidget(m_content, 1);

    m_to->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_how->setWordWrap(true);
    m_subject->setWordWrap(true);
    m_to->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_next->setWordWrap(true);
    m_replay->setToolTip(
        tr("Sends the same event once more, under the same number, so that the receiver can tell "
           "whether it has it already."));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the message"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    for (Button *button : {m_openLink, m_retry, m_settle, m_replay})
        buttons->addWidget(button);
    buttons->addStretch();

    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    column->addWidget(m_to);
    column->addWidget(m_how);
    column->addWidget(m_subject);
    column->addWidget(m_text, 1);
    column->addWidget(m_trouble);
    column->addWidget(m_next);
    column->addLayout(buttons);

    connect(m_openLink, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(firstLink(m_text->toPlainText())); });
    connect(m_retry, &Button::clicked, this, [this] { Q_EMIT retryRequested(m_message->id); });
    connect(m_settle, &Button::clicked, this, [this] { Q_EMIT settleRequested(m_message->id); });
    connect(m_replay, &Button::clicked, this, [this] { Q_EMIT replayRequested(m_message->id); });
    show(std::nullopt, {}, {});
}

void MessageDetails::show(const std::optional<Message> &message, const DeliveryFigures &lanes, UtcTime now)
{
    m_message = message;
    m_hint->setVisible(!message);
    m_content->setVisible(message.has_value());
    if (!message)
        return;
    QStringList how{channelText(message->channel), stateText(*message),
                    fullTime(message->sentAt.value_or(message->createdAt)),
                    tr("through %1").arg(message->provider)};
    if (message->attempts > 1)
        how.append(tr("%n tries", nullptr, message->attempts));
    if (const QString parts = smsPartsText(message->body);
        message->channel == Channel::Sms && !parts.isEmpty())
        how.append(parts);
    m_to->setText(message->to);
    m_how->setText(how.join(QStringLiteral(" · ")));
    m_subject->setText(message->subject);
    m_subject->setVisible(!message->subject.isEmpty());
    m_text->setPlainText(message->sealed
                             ? QStringLiteral("••••\n") + tr("The text holds a code and is not shown.")
                             : readable(*message));
    const QString trouble = troubleText(*message);
    m_trouble->setText(trouble);
    m_trouble->setTone(stateTone(*message));
    m_trouble->setVisible(!trouble.isEmpty());
    const QString next = nextTryText(*message, lanes, now);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());

    // Only what never left the machine is followed from here: a patient's link is the patient's.
    const bool sandbox = message->provider == QLatin1String("sandbox");
    m_openLink->setVisible(sandbox && firstLink(message->body).isValid());
    const bool inDoubt = message->status == MessageStatus::InDoubt;
    m_retry->setVisible(message->isRetryable() && !isRoomInDoubt(*message));
    m_retry->setText(message->status == MessageStatus::Queued ? tr("Try now") : tr("Send again"));
    m_replay->setVisible(
        message->channel == Channel::Webhook &&
        (message->status == MessageStatus::Sent || message->status == MessageStatus::Delivered));
    m_settle->setVisible(inDoubt);
    m_settle->setText(settleText(*message));
}

QUrl MessageDetails::firstLink(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(R"(https?://[^\s<>"]*[^\s<>".,;:!?)])"));
    const auto match = address.match(text);
    return match.hasMatch() ? QUrl(match.captured(), QUrl::StrictMode) : QUrl();
}

} // namespace anteroom
