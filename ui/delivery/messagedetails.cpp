// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/messagedetails.h"

#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/label.h"
#include "ui/delivery/outboxmodel.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QJsonDocument>
#include <QLocale>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QUrl>

namespace anteroom {

namespace {

// What machines read to each other, laid out for people.
QString readable(const Message &message)
{
    if (message.channel != Channel::Push && message.channel != Channel::Webhook)
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
    , m_openLink(new Button(tr("Open the link")))
    , m_retry(new Button(tr("Send again")))
    , m_settle(new Button(tr("It arrived")))
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
    m_trouble->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the message"));

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    for (Button *button : {m_openLink, m_retry, m_settle})
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
    column->addLayout(buttons);

    connect(m_openLink, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(firstLink(m_text->toPlainText())); });
    connect(m_retry, &Button::clicked, this, [this] { Q_EMIT retryRequested(m_message->id); });
    connect(m_settle, &Button::clicked, this, [this] { Q_EMIT settleRequested(m_message->id); });
    show(std::nullopt);
}

void MessageDetails::show(const std::optional<Message> &message)
{
    m_message = message;
    m_hint->setVisible(!message);
    m_content->setVisible(message.has_value());
    if (!message)
        return;
    const auto when =
        QDateTime::fromMSecsSinceEpoch(toUs(message->sentAt.value_or(message->createdAt)) / 1000);
    m_to->setText(message->to);
    m_how->setText(tr("%1 · %2 · %3 · through %4")
                       .arg(channelText(message->channel), statusText(message->status),
                            QLocale().toString(when, QLocale::ShortFormat), message->provider));
    m_subject->setText(message->subject);
    m_subject->setVisible(!message->subject.isEmpty());
    m_text->setPlainText(message->sealed
                             ? QStringLiteral("••••\n") + tr("The text holds a code and is not shown.")
                             : readable(*message));
    const QString trouble = troubleText(*message);
    m_trouble->setText(trouble);
    m_trouble->setTone(statusTone(message->status));
    m_trouble->setVisible(!trouble.isEmpty());

    // Only what never left the machine is followed from here: a patient's link is the patient's.
    const bool sandbox = message->provider == QLatin1String("sandbox");
    m_openLink->setVisible(sandbox && firstLink(message->body).isValid());
    const bool inDoubt = message->status == MessageStatus::InDoubt;
    m_retry->setVisible(inDoubt || message->status == MessageStatus::Failed ||
                        message->status == MessageStatus::Rejected);
    m_settle->setVisible(inDoubt);
}

QUrl MessageDetails::firstLink(const QString &text)
{
    static const QRegularExpression address(QStringLiteral(R"(https?://[^\s<>"]*[^\s<>".,;:!?)])"));
    const auto match = address.match(text);
    return match.hasMatch() ? QUrl(match.captured(), QUrl::StrictMode) : QUrl();
}

} // namespace anteroom
