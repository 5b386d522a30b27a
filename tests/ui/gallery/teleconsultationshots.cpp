// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "tests/ui/gallery/shots.h"
#include "ui/common/button.h"
#include "ui/directory/directorysearch.h"
#include "ui/shell/mainwindow.h"
#include "ui/teleconsultations/canceldialog.h"
#include "ui/teleconsultations/invitationdialog.h"
#include "ui/teleconsultations/participantseditor.h"
#include "ui/teleconsultations/teleconsultationdetails.h"
#include "ui/teleconsultations/teleconsultationdialog.h"

#include <QComboBox>
#include <QDateEdit>
#include <QPushButton>
#include <QTest>
#include <QTimeEdit>

namespace anteroom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QVector<User> somePeople(Clinic &clinic, const Actor &actor)
{
    return clinic.store()
        .readNow([&](Transaction &tx) -> Result<QVector<User>> {
            QVector<User> named;
            const auto all = clinic.users().list(tx, actor, {}, {.limit = 20});
            for (const User &user : all->items) {
                if (!user.name().isEmpty() && !user.mobile.isEmpty())
                    named.append(user);
            }
            return named;
        })
        .value();
}

Teleconsultation make(Clinic &clinic, const Actor &actor, const QVector<User> &people, UtcTime startsAt)
{
    TeleconsultationDraft draft;
    Staff self;
    self.id = StaffId::fromTrusted(actor.id);
    self.name = actor.displayName;
    draft.people.append(TeleconsultationDraft::of(self));
    for (const User &user : people)
        draft.people.append(TeleconsultationDraft::of(user));
    const QTimeZone zone = clinicZone(clinic.settings());
    const auto rules = clinic.teleconsultations().rules();
    TeleconsultationTask task{.input = draft.input(zone, *rules)};
    task.input.startsAt = startsAt;
    return clinic.store()
        .writeNow([&](WriteTransaction &tx) { return clinic.teleconsultations().apply(tx, actor, task); })
        .value();
}

void shootDetails(Clinic &clinic, TeleconsultationScheduler &scheduler, const Teleconsultation &later,
                  const Teleconsultation &running, const QDir &folder)
{
    const auto setup = scheduler.invitationsFor(later.id).takeResult();
    TeleconsultationDetails details(clinic, scheduler);
    const int em = details.fontMetrics().height();
    details.resize(26 * em, 40 * em);
    details.show();
    details.show(later.id);
    shoot(details, folder, u"teleconsultation-ready"_s);
    details.inviteButton()->click();
    shoot(*details.findChild<InvitationDialog *>(), folder, u"teleconsultation-invite"_s);
    details.findChild<InvitationDialog *>()->close();
    [[maybe_unused]] const auto told = scheduler.invite(later.id, setup->known).takeResult();
    details.show(later.id);
    QTest::qWait(500);
    details.cancelButton()->click();
    shoot(*details.findChild<CancelDialog *>(), folder, u"teleconsultation-cancel"_s);
    details.findChild<CancelDialog *>()->close();
    shoot(details, folder, u"teleconsultation-told"_s);
    details.show(running.id);
    shoot(details, folder, u"teleconsultation-open"_s);
}

} // namespace

void shootTeleconsultations(Clinic &clinic, MainWindow &window, const Staff &staff, const QDir &folder)
{
    const auto actor = [&staff] { return staff.actor("console"); };
    const auto zoned = clinic.store().writeNow(
        [](WriteTransaction &tx) { return Settings::write(tx, "ANTEROOM_TIME_ZONE", u"Europe/Rome"_s); });
    QTest::qWait(300);
    if (!zoned)
        return;
    const UtcTime now = clinic.clock().now();
    DirectorySearch search(clinic, actor);
    TeleconsultationScheduler scheduler(clinic, actor);
    const QVector<User> people = somePeople(clinic, actor());
    const auto later = make(clinic, actor(), people.first(2), now + 26h);
    const auto running = make(clinic, actor(), people.first(1), now - 12min);
    const auto dialogFor = [&](const TeleconsultationDialog::Subject &subject) {
        auto dialog =
            std::make_unique<TeleconsultationDialog>(clinic, actor, scheduler, search, subject, &window);
        dialog->show();
        return dialog;
    };
    auto dialog = dialogFor({});
    shoot(*dialog, folder, u"teleconsultation-new"_s);
    dialog->people()->add(TeleconsultationDraft::of(people.first()));
    for (auto *button : dialog->people()->findChildren<QPushButton *>()) {
        if (button->isCheckable())
            button->click();
    }
    shoot(*dialog, folder, u"teleconsultation-new-person"_s);
    auto *role = dialog->people()->findChildren<QComboBox *>().constFirst();
    role->setCurrentIndex(1);
    Q_EMIT role->activated(1);
    dialog->findChild<QDateEdit *>()->setDate(QDate(2027, 10, 31));
    dialog->findChild<QTimeEdit *>()->setTime(QTime(2, 30));
    shoot(*dialog, folder, u"teleconsultation-new-doubled"_s);
    shoot(*dialogFor({.id = later.id}), folder, u"teleconsultation-edit"_s);
    shoot(*dialogFor({.id = running.id}), folder, u"teleconsultation-closed"_s);
    shootDetails(clinic, scheduler, later, running, folder);
    window.openPage("teleconsultations", later.id.text());
    shoot(window, folder, u"teleconsultations-chosen"_s);
}

} // namespace anteroom
