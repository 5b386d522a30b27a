// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/invitationdialog.h"

#include "app/base/emailaddress.h"
#include "app/base/phonenumber.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/common/scrolled.h"
#include "ui/common/smspartstext.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>
#include <QScreen>

#include <algorithm>

namespace anteroom {

namespace {

// Null where it is no address of that kind.
QString addressOf(Channel channel, const QString &typed)
{
    if (channel == Channel::Sms) {
        const auto number = PhoneNumber::parseLoosely(typed);
        return number ? number->text() : QString();
    }
    const auto address = EmailAddress::parse(typed.trimmed());
    return address ? address->text() : QString();
}

} // namespace

InvitationDialog::InvitationDialog(Clinic &clinic, TeleconsultationScheduler &scheduler,
                                   const TeleconsultationView &view, QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_scheduler(scheduler)
    , m_view(view)
    , m_sentence(new InlineBar(Tone::Info, tr("One moment…")))
    , m_parts(new Label(TextRole::Caption))
    , m_text(new Label(TextRole::Body))
    , m_send(new Button(tr("Send invitations"), Button::Kind::Primary))
{
    setWindowTitle(tr("Send invitations"));
    auto *people = new QVBoxLayout;
    people->setSpacing(space::l);
    build(people);
    for (const Participant &p : view.teleconsultation.participants) {
        auto *column = new QVBoxLayout;
        column->setSpacing(space::s);
        auto *name = new Label(TextRole::Strong, participantText(p));
        name->setWordWrap(true);
        column->addWidget(name);
        for (const Channel channel : {Channel::Sms, Channel::Email})
            addWay(column, p, channel);
        people->addLayout(column);
    }
    people->addStretch();
    m_send->setEnabled(false);
    whenDone(scheduler.invitationsFor(view.teleconsultation.id), this,
             [this](const Result<InvitationSetup> &setup) {
                 if (setup)
                     return begin(*setup);
                 m_sentence->setTone(Tone::Bad);
                 m_sentence->setText(refusalText(setup.error()));
             });
}

void InvitationDialog::build(QVBoxLayout *people)
{
    m_sentence->setClosable(false);
    m_sentence->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred); // as high as its words
    m_text->setWordWrap(true);
    auto *sample = new Card;
    sample->setPadding(space::m);
    sample->body()->setSpacing(space::xs);
    sample->body()->addWidget(m_parts);
    sample->body()->addWidget(m_text);
    m_sample = sample;
    m_sample->hide();
    auto *form = new QWidget;
    people->setContentsMargins(0, 0, space::m, 0); // beside the scroll bar
    form->setLayout(people);
    auto *cancel = new Button(tr("Cancel"));
    m_send->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_send->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addWidget(scrolled(form), 1);
    column->addWidget(m_sentence);
    column->addWidget(m_sample);
    column->addLayout(buttons);
    setMinimumWidth(520);
    const int em = fontMetrics().height();
    resize(QSize(38 * em, 38 * em).boundedTo(screen()->availableSize() * 9 / 10));

    auto *sendAction = new QAction(this);
    sendAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    addAction(sendAction);
    connect(sendAction, &QAction::triggered, this, &InvitationDialog::send);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_send, &Button::clicked, this, &InvitationDialog::send);
}

void InvitationDialog::addWay(QVBoxLayout *column, const Participant &p, Channel channel)
{
    const bool isSms = channel == Channel::Sms;
    Way way{p.id,          participantText(p),
            channel,       new QCheckBox(isSms ? tr("Text message") : tr("E-mail")),
            new QLineEdit, new Label(TextRole::Caption)};
    way.tick->setAccessibleName(isSms ? tr("Text message to %1").arg(way.name)
                                      : tr("E-mail to %1").arg(way.name));
    way.to->setPlaceholderText(isSms ? tr("+44 7777 123456") : tr("name@example.org"));
    way.to->setAccessibleName(isSms ? tr("Number of %1").arg(way.name) : tr("Address of %1").arg(way.name));
    way.error->setTone(Tone::Bad);
    way.error->setWordWrap(true);
    way.error->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    line->addWidget(way.tick, 2);
    line->addWidget(way.to, 5);
    column->addLayout(line);
    column->addWidget(way.error);
    connect(way.tick, &QCheckBox::toggled, this, &InvitationDialog::follow);
    connect(way.to, &QLineEdit::textEdited, this, [this, tick = way.tick](const QString &text) {
        tick->setChecked(!text.trimmed().isEmpty()); // whoever enters an address means it to be used
        follow();
    });
    m_ways.append(way);
}

bool InvitationDialog::wasTold(const ParticipantId &id) const
{
    return std::any_of(m_view.told.begin(), m_view.told.end(),
                       [&](const auto &told) { return told.address.participant == id; });
}

// Where both are known a text message goes: it is read sooner. Who was invited already is not again, unless
// somebody says so.
void InvitationDialog::begin(const InvitationSetup &setup)
{
    m_texts = setup.texts;
    for (const Way &way : m_ways) {
        for (const InvitationAddress &known : setup.known) {
            if (known.participant == way.participant && known.channel == way.channel)
                way.to->setText(known.to);
        }
        for (const auto &[address, status] : m_view.told) {
            if (address.participant == way.participant && address.channel == way.channel)
                way.to->setText(address.to);
        }
        for (const Participant &p : m_view.teleconsultation.participants) {
            if (p.id == way.participant && way.channel == Channel::Email && way.to->text().isEmpty())
                way.to->setText(addressOf(Channel::Email, p.externalId)); // somebody known by it
        }
    }
    for (const Way &way : m_ways) {
        const bool hasAnother = std::any_of(m_ways.begin(), m_ways.end(), [&](const Way &each) {
            return each.participant == way.participant && each.tick->isChecked();
        });
        way.tick->setChecked(!way.to->text().isEmpty() && !hasAnother && !wasTold(way.participant));
    }
    m_ready = true;
    follow();
    if (!m_ways.isEmpty())
        m_ways.constFirst().tick->setFocus();
}

QVector<InvitationAddress> InvitationDialog::addresses()
{
    QVector<InvitationAddress> all;
    for (const Way &way : m_ways) {
        if (way.tick->isChecked())
            all.append({way.participant, way.channel, addressOf(way.channel, way.to->text())});
    }
    return all;
}

void InvitationDialog::follow()
{
    if (!m_ready)
        return;
    QStringList goes;
    QString text;
    bool isGood = true;
    const auto &participants = m_view.teleconsultation.participants;
    for (const Way &way : m_ways) {
        const QString to = addressOf(way.channel, way.to->text());
        const bool isWrong = way.tick->isChecked() && to.isNull();
        way.error->setText(
            !isWrong ? QString()
                     : errorText({ErrorCode::Invalid,
                                  way.channel == Channel::Sms ? "phone.malformed" : "email.malformed",
                                  nullptr,
                                  {}}));
        way.error->setVisible(isWrong);
        way.to->setProperty("invalid", isWrong); // as a FormRow has it
        way.to->setAccessibleDescription(way.error->text());
        way.to->update();
        isGood = isGood && !isWrong;
        if (!way.tick->isChecked() || isWrong)
            continue;
        goes += way.channel == Channel::Sms
                    ? tr("%1 gets a text message at %2.").arg(way.name, numberText(to))
                    : tr("%1 gets an e-mail at %2, with the calendar’s entry.").arg(way.name, to);
        for (qsizetype i = 0; i < participants.size() && text.isEmpty(); ++i) {
            if (way.channel == Channel::Sms && participants.at(i).id == way.participant)
                text = m_texts.value(i);
        }
    }
    m_sentence->setText(goes.isEmpty() ? tr("Nobody is chosen yet.") : goes.join(u' '));
    m_parts->setText(smsPartsText(text));
    m_text->setText(text);
    m_sample->setVisible(!text.isEmpty());
    m_send->setEnabled(isGood && !goes.isEmpty() && !m_sending);
}

void InvitationDialog::send()
{
    if (!m_send->isEnabled())
        return;
    m_sending = true;
    m_send->setEnabled(false);
    whenDone(m_scheduler.invite(m_view.teleconsultation.id, addresses()), this,
             [this](const Result<int> &messages) {
                 m_sending = false;
                 if (messages) {
                     accept();
                     Q_EMIT invited(*messages);
                     return;
                 }
                 m_send->setEnabled(true);
                 m_sentence->setTone(Tone::Bad);
                 m_sentence->setText(refusalText(messages.error()));
             });
}

QString InvitationDialog::says() const
{
    return m_sentence->text();
}

QString InvitationDialog::text() const
{
    return m_text->text();
}

} // namespace anteroom
