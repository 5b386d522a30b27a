// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/misslimiter.h"
#include "tests/support/manualclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace std::chrono_literals;

class TestMissLimiter : public QObject
{
    Q_OBJECT

private:
    const QHostAddress m_one{u"192.0.2.7"_s};
    const QHostAddress m_other{u"192.0.2.8"_s};

private Q_SLOTS:
    void anAddressIsBlockedAfterItsMisses()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 3, .window = 90s});
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(limiter.begin(m_one), 0s);
            QCOMPARE(limiter.miss(), 0ms);
        }
        QCOMPARE(limiter.begin(m_one), 30s);
        QCOMPARE(limiter.begin(m_other), 0s);
        clock.advance(10s);
        QCOMPARE(limiter.begin(m_one), 20s);
        clock.advance(20s);
        QCOMPARE(limiter.begin(m_one), 0s);
        QCOMPARE(limiter.begin(m_one), 30s);
        clock.advance(24h);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.begin(m_one), 0s);
        QVERIFY(limiter.begin(m_one) > 0s);
    }

    void whatIsNotAnsweredYetCounts()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 3, .window = 90s});
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.begin(m_one), 0s);
        QCOMPARE(limiter.begin(m_one), 30s); // none of the three is known to be a miss
        limiter.hit(m_one);
        QCOMPARE(limiter.begin(m_one), 0s);
        for (int i = 0; i < 3; ++i)
            limiter.hit(m_one);
        for (int i = 0; i < 100; ++i) { // right answers use nothing up
            QCOMPARE(limiter.begin(m_one), 0s);
            limiter.hit(m_one);
        }
        limiter.hit(m_other); // unknown: nothing to give back
    }

    void sameNeighbourhood_data()
    {
        QTest::addColumn<QString>("misses");
        QTest::addColumn<QString>("asks");
        QTest::addColumn<bool>("blocked");
        QTest::newRow("the same") << u"192.0.2.7"_s << u"192.0.2.7"_s << true;
        QTest::newRow("the next") << u"192.0.2.7"_s << u"192.0.2.8"_s << false;
        QTest::newRow("mapped") << u"192.0.2.7"_s << u"::ffff:192.0.2.7"_s << true;
        QTest::newRow("one /64") << u"2001:db8:1:2::1"_s << u"2001:db8:1:2:ffff::9"_s << true;
        QTest::newRow("the next /64") << u"2001:db8:1:2::1"_s << u"2001:db8:1:3::1"_s << false;
    }
    void sameNeighbourhood()
    {
        QFETCH(QString, misses);
        QFETCH(QString, asks);
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 1});
        limiter.begin(QHostAddress(misses));
        QTEST(limiter.begin(QHostAddress(asks)) > 0s, "blocked");
    }

    void manyMissesInAllAreDelayed()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.total = 5, .totalWindow = 5s, .step = 100ms, .longest = 300ms});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(limiter.miss(), 0ms);
        QCOMPARE(limiter.miss(), 100ms);
        QCOMPARE(limiter.miss(), 200ms);
        for (int i = 7; i < 50; ++i)
            QVERIFY(limiter.miss() <= 300ms);
        QCOMPARE(limiter.miss(), 300ms);
        QCOMPARE(limiter.begin(m_one), 0s); // nobody is refused for it
        clock.advance(60s);
        QCOMPARE(limiter.miss(), 0ms);
    }

    void aClockSetBackForgivesNothing()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 1, .window = 60s});
        limiter.begin(m_one);
        clock.advance(-1h);
        QCOMPARE(limiter.begin(m_one), 60s);
    }

    void remembersOnlySoMany()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 1, .window = 60s, .total = 1'000'000, .addresses = 10});
        for (quint32 i = 0; i < 1'000; ++i)
            limiter.begin(QHostAddress(i));
        limiter.begin(m_one);
        QVERIFY(limiter.begin(m_one) > 0s); // the latest is among them
        int blocked = 0;
        for (quint32 i = 0; i < 1'000; ++i)
            blocked += limiter.begin(QHostAddress(i)) > 0s;
        QVERIFY(blocked <= 10);
    }
};

QTEST_GUILESS_MAIN(TestMissLimiter)
#include "tst_misslimiter.moc"
