// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teleconsultations/teleconsultationmover.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "ui/teleconsultations/agendalayout.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QMessageBox>
#include <QPushButton>
#include <QSet>

namespace anteroom {

TeleconsultationMover::TeleconsultationMover(Clinic &clinic, TeleconsultationScheduler &scheduler,
                                             QWidget *window)
    : QObject(window)
    , m_clinic(clinic)
    , m_scheduler(scheduler)
    , m_window(window)
{
}

QMessageBox *TeleconsultationMover::question() const
{
    return m_question;
}

void TeleconsultationMover::move(const Teleconsultation &t, UtcTime start)
{
    if (m_busy)
        return;
    m_busy = true;
    if (m_clinic.teleconsultations().phaseOf(t, m_clinic.clock().now()) == TeleconsultationPhase::Ended)
        return stay(refusalText({ErrorCode::Conflict, "teleconsultation.over", nullptr, {}}));
    whenDone(m_scheduler.view(t.id, TeleconsultationScheduler::Reading::Refreshed), this,
             [this, start](const Result<TeleconsultationView> &view) {
                 if (!view)
                     return stay(refusalText(view.error()));
                 QSet<QByteArray> people;
                 for (const auto &told : view->told)
                     people.insert(told.address.participant.text());
                 const Teleconsultation &now = view->teleconsultation;
                 // Who was told of something that can't change any more is not asked about.
                 const UtcTime time = m_clinic.clock().now();
                 Teleconsultation then = now;
                 then.startsAt = start;
                 then.endsAt = start + (now.endsAt - now.startsAt);
                 const bool isClosed = now.isComplete() && time >= m_clinic.teleconsultations().opensAt(now);
                 const bool closes = now.isComplete() && time >= m_clinic.teleconsultations().opensAt(then);
                 if (!isClosed && (closes || !people.isEmpty()))
                     return ask(now, start, int(people.size()));
                 perform(now, start, int(people.size()));
             });
}

void TeleconsultationMover::ask(const Teleconsultation &t, UtcTime start, int told)
{
    const QTimeZone zone = clinicZone(m_clinic.settings());
    const QDate today = localTime(m_clinic.clock().now(), zone).date();
    Teleconsultation then = t;
    then.startsAt = start;
    then.endsAt = start + (t.endsAt - t.startsAt);
    auto *box = new QMessageBox(m_window->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Move the teleconsultation?"));
    //: %1 is whom it is about, %2 a day, %3 a span of time.
    box->setText(tr("Move %1 to %2, %3?")
                     .arg(whoText(t), dayText(localTime(start, zone).date(), today, QLocale()),
                          spanText(then.startsAt, then.endsAt, zone)));
    QStringList why;
    if (told > 0)
        why += tr("%n person(s) was/were invited already and is/are told of the new time.", nullptr, told);
    if (then.isOver(m_clinic.clock().now()))
        why += tr("That time is over: it would have ended, and could not be changed any more.");
    else if (t.isComplete() && m_clinic.clock().now() >= m_clinic.teleconsultations().opensAt(then))
        why += tr("It would be open at once, and could not be changed any more.");
    box->setInformativeText(why.join(u' '));
    auto *move = box->addButton(tr("Move"), QMessageBox::AcceptRole);
    auto *leave = box->addButton(tr("Leave it"), QMessageBox::RejectRole);
    box->setDefaultButton(leave);
    box->setEscapeButton(leave);
    connect(box, &QMessageBox::finished, this, [this, box, move, t, start, told] {
        if (box->clickedButton() == move)
            perform(t, start, told);
        else
            stay({});
    });
    m_question = box;
    box->open();
}

void TeleconsultationMover::perform(const Teleconsultation &t, UtcTime start, int told)
{
    whenDone(m_scheduler.move(t.id, start), this,
             [this, t, start, told](const Result<Teleconsultation> &done) {
                 if (!done)
                     return stay(refusalText(done.error()));
                 m_busy = false;
                 Q_EMIT moved(t, start, told);
             });
}

void TeleconsultationMover::stay(const QString &why)
{
    m_busy = false;
    Q_EMIT stayed(why);
}

} // namespace anteroom
