// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"
#include "app/teleconsultations/clinictime.h"
#include "app/teleconsultations/roomaccess.h"
#include "tests/support/teleconsultations.h"
#include "tests/ui/gallery/shots.h"
#include "ui/shell/mainwindow.h"
#include "ui/teleconsultations/teleconsultationspage.h"

#include <QTest>

namespace anteroom {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A week with what is hard to draw: side by side, short, over midnight, at the weekend.
void fillWeek(Clinic &clinic, QDate monday)
{
    const QTimeZone zone = clinicZone(clinic.settings());
    const auto written = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<bool> {
        const auto make = [&](int day, QTime start, std::chrono::minutes length, int basic = 1,
                              int expected = 0) {
            makeTeleconsultation(tx, clinic.roomAccess(),
                                 {.startsAt = meaningOf(monday.addDays(day), start, zone).time,
                                  .length = length,
                                  .basic = basic,
                                  .expected = expected});
        };
        make(0, {9, 30}, 60min);
        make(0, {13, 0}, 5min);
        make(1, {10, 30}, 90min, 2, 4);
        make(2, {9, 0}, 30min);
        make(2, {9, 15}, 45min, 2);
        make(2, {9, 30}, 30min, 1, 3);
        make(2, {10, 0}, 15min);
        make(3, {14, 0}, 30min, 1, 3);
        make(3, {14, 30}, 30min);
        make(3, {23, 30}, 60min);
        make(5, {12, 30}, 60min);
        return true;
    });
    if (!written)
        qFatal("the week could not be filled: %s", written.error().reason);
}

} // namespace

void shootAgenda(Clinic &clinic, MainWindow &window, const QDir &folder)
{
    window.openPage("teleconsultations");
    auto *page = static_cast<TeleconsultationsPage *>(window.page("teleconsultations"));
    shoot(window, folder, u"teleconsultations"_s);
    const QDate monday = page->agenda()->canvas()->places().dates().constFirst();
    page->goTo(monday.addDays(21));
    shoot(window, folder, u"teleconsultations-empty"_s);
    fillWeek(clinic, monday.addDays(21));
    shoot(window, folder, u"teleconsultations-crowded"_s);
    page->goTo(monday);
    QTest::qWait(700);
    AgendaCanvas *canvas = page->agenda()->canvas();
    const auto blocks = canvas->blocks();
    const auto movable = std::find_if(blocks.begin(), blocks.end(),
                                      [](const AgendaBlock *block) { return !block->entry().isFixed; });
    if (movable != blocks.end()) {
        const AgendaBlockPlace place = (*movable)->place();
        canvas->setCurrent({place.day, place.top, (*movable)->entry().id}, true);
        for (int i = 0; i < 6; ++i)
            QTest::keyClick(canvas, Qt::Key_Down, Qt::ControlModifier);
        shoot(window, folder, u"teleconsultations-moving"_s);
        QTest::keyClick(canvas, Qt::Key_Escape);
        page->open((*movable)->entry().id);
        shoot(window, folder, u"teleconsultations-details"_s);
    }
    QTest::keyClick(canvas, Qt::Key_Escape);
    page->setSpan(TeleconsultationsPage::Span::Day);
    page->goTo(localTime(clinic.clock().now(), clinicZone(clinic.settings())).date());
    shoot(window, folder, u"teleconsultations-day"_s);
    page->setSpan(TeleconsultationsPage::Span::Week);
}

} // namespace anteroom
