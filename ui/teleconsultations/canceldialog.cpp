// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/canceldialog.h"

#include "app/base/whendone.h"
#include "ui/common/button.h"
#include "ui/common/label.h"
#include "ui/common/numbertext.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QBoxLayout>

namespace anteroom {

namespace {

// Each as they were told of the meeting: "Jane Doe (+44 7777 123456)".
QStringList toldTexts(const TeleconsultationView &view)
{
    QStringList told;
    for (const auto &[address, status] : view.told) {
        for (const Participant &p : view.teleconsultation.participants) {
            if (p.id == address.participant)
                told += QStringLiteral("%1 (%2)").arg(participantText(p), address.channel == Channel::Sms
                                                                              ? numberText(address.to)
                                                                              : address.to);
        }
    }
    return told;
}

} // namespace

CancelDialog::CancelDialog(TeleconsultationScheduler &scheduler, const TeleconsultationView &view,
                           UtcTime now, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_scheduler(scheduler)
    , m_id(view.teleconsultation.id)
    , m_consequences(new Label(TextRole::Body))
    , m_refusal(new Label(TextRole::Body))
    , m_confirm(new Button(tr("Cancel consultation")))
{
    setWindowTitle(tr("Cancel the teleconsultation?"));
    const Teleconsultation &t = view.teleconsultation;
    const QStringList told = t.isOver(now) ? QStringList() : toldTexts(view);
    m_told = int(told.size());
    QStringList words{
        everybodyText(t) + u'\n' + momentText(t.startsAt, now, zone),
        told.isEmpty()
            ? tr("Nobody was invited, so nobody is told.")
            : tr("These are told that it does not take place: %1.").arg(QLocale().createSeparatedList(told))};
    if (t.joinedAt && !t.isOver(now))
        words += tr("People may be in the room just now: it closes at once.");
    words += tr("Everybody’s link stops working. This can’t be undone.");
    m_consequences->setText(words.join(QStringLiteral("\n\n")));
    m_consequences->setWordWrap(true);
    m_refusal->setTone(Tone::Bad);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto *keep = new Button(tr("Keep it"));
    keep->setDefault(true);
    m_confirm->setAutoDefault(false); // nobody cancels by a stray Return
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(keep);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    auto *title = new Label(TextRole::Title, windowTitle());
    title->setWordWrap(true);
    column->addWidget(title);
    column->addWidget(m_consequences);
    column->addWidget(m_refusal);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(480);
    connect(keep, &Button::clicked, this, &QDialog::reject);
    connect(m_confirm, &Button::clicked, this, &CancelDialog::confirm);
}

QString CancelDialog::consequences() const
{
    return m_consequences->text();
}

void CancelDialog::confirm()
{
    m_refusal->hide();
    m_confirm->setEnabled(false);
    whenDone(m_scheduler.remove(m_id), this, [this](const Result<Teleconsultation> &done) {
        if (done) {
            accept();
            Q_EMIT cancelled(m_told);
            return;
        }
        m_confirm->setEnabled(true);
        m_refusal->setText(refusalText(done.error()));
        m_refusal->show();
    });
}

} // namespace anteroom
