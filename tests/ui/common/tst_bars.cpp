// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/searchfield.h"

#include <QApplication>
#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom {

class TestBars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new AnteroomStyle); }
    void undoCountsDownAndExpires();
    void undoByItsKeys();
    void areaKeepsThree();
    void goodNewsGoesByItself();
    void closesByTheCross();
    void formRowTellsItsError();
    void searchFieldEmptiesThenLeaves();
};

void TestBars::undoCountsDownAndExpires()
{
    ManualClock clock;
    InlineBarArea area;
    auto *bar = area.show(Tone::Info, u"John gets a text."_s, u"Undo"_s);
    QSignalSpy expired(bar, &InlineBar::expired);
    QSignalSpy closed(bar, &InlineBar::closed);
    bar->startCountdown(clock, clock.now() + 10s);
    QCOMPARE(bar->actionText(), u"Undo (10 s)"_s);
    clock.advance(1500ms);
    QTRY_COMPARE(bar->actionText(), u"Undo (9 s)"_s);
    clock.advance(8s);
    QTRY_COMPARE(bar->actionText(), u"Undo (1 s)"_s);
    QCOMPARE(expired.count(), 0);
    clock.advance(500ms);
    QTRY_COMPARE(expired.count(), 1);
    QCOMPARE(closed.count(), 1);
    QCOMPARE(area.count(), 0);
}

void TestBars::undoByItsKeys()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *area = new InlineBarArea;
    auto *field = new QLineEdit;
    column->addWidget(area);
    column->addWidget(field);
    auto *bar = area->show(Tone::Info, u"Sent."_s, u"Undo"_s, QKeySequence(u"Ctrl+U"_s));
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    QSignalSpy triggered(bar, &InlineBar::actionTriggered);
    QTest::keyClick(field, Qt::Key_U, Qt::ControlModifier);
    QCOMPARE(triggered.count(), 1);
}

void TestBars::areaKeepsThree()
{
    InlineBarArea area;
    for (int i = 0; i < 5; ++i)
        area.show(Tone::Warn, QString::number(i));
    QCOMPARE(area.count(), 3);
    area.clear();
    QCOMPARE(area.count(), 0);
    QVERIFY(area.isHidden());
}

void TestBars::goodNewsGoesByItself()
{
    InlineBar bar(Tone::Good, u"Saved."_s);
    QSignalSpy closed(&bar, &InlineBar::closed);
    bar.show();
    bar.closeAfter(20ms);
    QTRY_COMPARE(closed.count(), 1);
    QVERIFY(!bar.isVisible());
}

void TestBars::closesByTheCross()
{
    InlineBarArea area;
    auto *bar = area.show(Tone::Bad, u"The gateway refused it."_s);
    QToolButton *cross = nullptr;
    for (auto *button : bar->findChildren<QToolButton *>()) {
        if (button->focusPolicy() == Qt::StrongFocus)
            cross = button;
    }
    QVERIFY(cross);
    QVERIFY(!cross->accessibleName().isEmpty());
    cross->click();
    QCOMPARE(area.count(), 0);
}

void TestBars::formRowTellsItsError()
{
    auto *field = new QLineEdit;
    FormRow row(u"&Mobile"_s, field);
    row.setHint(u"With the country."_s);
    QCOMPARE(field->accessibleName(), u"Mobile"_s);
    QCOMPARE(field->accessibleDescription(), u"With the country."_s);
    row.setError(u"This is no mobile number."_s);
    QVERIFY(row.hasError());
    QVERIFY(field->property("invalid").toBool());
    QCOMPARE(field->accessibleDescription(), u"This is no mobile number."_s);
    row.setError({});
    QVERIFY(!field->property("invalid").toBool());
    QCOMPARE(field->accessibleDescription(), u"With the country."_s);
    bool buddy = false;
    for (auto *label : row.findChildren<QLabel *>())
        buddy = buddy || label->buddy() == field;
    QVERIFY(buddy);
}

void TestBars::searchFieldEmptiesThenLeaves()
{
    SearchField field(u"Find"_s, QKeySequence(u"Ctrl+K"_s));
    QSignalSpy left(&field, &SearchField::left);
    field.setText(u"john"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestBars)
#include "tst_bars.moc"
