// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/phototime.h"

#include <QTest>

using namespace anteroom;

class TestPhotoTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestPhotoTime::reads_data()
{
    QTest::addColumn<QByteArray>("taken");
    QTest::addColumn<QByteArray>("subSec");
    QTest::addColumn<QByteArray>("offset");
    QTest::addColumn<QByteArray>("expected");
    const auto add = [](const char *name, const char *taken, const char *subSec, const char *offset,
                        const char *expected) {
        QTest::newRow(name) << QByteArray(taken) << QByteArray(subSec) << QByteArray(offset)
                            << QByteArray(expected);
    };
    add("own offset", "2024:03:31 18:05:59", "", "+05:30", "2024-03-31T12:35:59.000000+00:00");
    add("west", "2024:03:31 18:05:59", "", "-03:30", "2024-03-31T21:35:59.000000+00:00");
    add("clinic, winter", "2024:01:15 12:00:00", "", "", "2024-01-15T11:00:00.000000+00:00");
    add("clinic, summer", "2024:07:15 12:00:00", "", "", "2024-07-15T10:00:00.000000+00:00");
    add("tenths", "2024:07:15 12:00:00", "5", "+00:00", "2024-07-15T12:00:00.500000+00:00");
    add("microseconds", "2024:07:15 12:00:00", "123456789", "+00:00", "2024-07-15T12:00:00.123456+00:00");
    add("no digits", "2024:07:15 12:00:00", "x", "+00:00", "2024-07-15T12:00:00.000000+00:00");
    add("a senseless offset", "2024:01:15 12:00:00", "", "+99:00", "2024-01-15T11:00:00.000000+00:00");
    add("long ago", "1969:12:31 23:59:59", "25", "+00:00", "1969-12-31T23:59:59.250000+00:00");
}

void TestPhotoTime::reads()
{
    QFETCH(QByteArray, taken);
    QFETCH(QByteArray, subSec);
    QFETCH(QByteArray, offset);
    QFETCH(QByteArray, expected);
    const auto moment = momentOf({taken, subSec, offset}, QTimeZone("Europe/Rome"));
    QVERIFY(moment);
    QCOMPARE(toIsoMicros(*moment), expected);
}

void TestPhotoTime::refuses_data()
{
    QTest::addColumn<QByteArray>("taken");
    for (const char *text : {"", "2024:02:30 12:00:00", "2024:13:01 12:00:00", "2024-01-01T12:00:00",
                             "2024:01:01 24:00:00", "2024:01:01 12:00", "yesterday"})
        QTest::addRow("%s", text) << QByteArray(text);
}

void TestPhotoTime::refuses()
{
    QFETCH(QByteArray, taken);
    QVERIFY(!momentOf({taken, "1", "+00:00"}, QTimeZone::utc()));
}

QTEST_GUILESS_MAIN(TestPhotoTime)
#include "tst_phototime.moc"
