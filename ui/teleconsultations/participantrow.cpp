// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/participantrow.h"

#include "ui/common/button.h"
#include "ui/common/icons.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/delivery/deliverywords.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QBoxLayout>

namespace anteroom {

ParticipantRow::ParticipantRow(const ParticipantId &id, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_name(new Label(TextRole::Strong))
    , m_facts(new Label(TextRole::Caption))
    , m_copy(new Button(tr("Copy link"), Button::Kind::Quiet))
{
    m_name->setWordWrap(true);
    m_facts->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_name);
    words->addWidget(m_facts);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::s);
    line->addLayout(words, 1);
    line->addWidget(m_copy, 0, Qt::AlignTop);
    connect(m_copy, &Button::clicked, this, [this] { Q_EMIT linkRequested(m_id); });
}

void ParticipantRow::show(const Participant &participant, const QVector<TeleconsultationView::Told> &told,
                          const QString &noLink)
{
    m_name->setText(participantText(participant));
    QStringList lines;
    bool isTold = false;
    bool isTrouble = false;
    for (const auto &[address, status] : told) {
        if (address.participant != m_id)
            continue;
        isTold = true;
        const QString what = status ? statusText(*status) : tr("told");
        //: A way by which somebody was invited: "+44 7777 123456: Sent".
        lines +=
            tr("%1: %2").arg(address.channel == Channel::Sms ? numberText(address.to) : address.to, what);
        isTrouble = isTrouble || status == MessageStatus::Failed || status == MessageStatus::Rejected ||
                    status == MessageStatus::InDoubt;
    }
    const QString role = roleText(participant.role);
    lines.prepend(isTold ? role : role + QStringLiteral(" · ") + tr("not invited"));
    if (!noLink.isEmpty())
        lines += noLink;
    m_facts->setText(lines.join(u'\n'));
    m_facts->setTone(isTrouble ? Tone::Bad : Tone::Neutral);
    m_copy->setEnabled(noLink.isEmpty());
    m_copy->setAccessibleName(tr("Copy the link of %1").arg(participantText(participant)));
    m_copy->setAccessibleDescription(noLink);
}

void ParticipantRow::setCopied(bool copied)
{
    m_copy->setText(copied ? tr("Copied") : tr("Copy link"));
}

QString ParticipantRow::facts() const
{
    return m_facts->text();
}

} // namespace anteroom
