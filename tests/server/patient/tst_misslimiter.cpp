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
            QCOMPARE(limiter.blockedFor(m_one), 0s);
            QCOMPARE(limiter.miss(m_one), 0ms);
        }
        QCOMPARE(limiter.blockedFor(m_one), 30s);
        QCOMPARE(limiter.blockedFor(m_other), 0s);
        clock.advance(10s);
        QCOMPARE(limiter.blockedFor(m_one), 20s);
        clock.advance(20s);
        QCOMPARE(limiter.blockedFor(m_one), 0s);
        limiter.miss(m_one);
        QCOMPARE(limiter.blockedFor(m_one), 30s);
        clock.advance(24h);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(limiter.blockedFor(m_one), 0s);
            limiter.miss(m_one);
        }
        QVERIFY(limiter.blockedFor(m_one) > 0s);
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
        limiter.miss(QHostAddress(misses));
        QTEST(limiter.blockedFor(QHostAddress(asks)) > 0s, "blocked");
    }

    void manyMissesInAllAreDelayed()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.total = 5, .totalWindow = 5s, .step = 100ms, .longest = 300ms});
        const auto from = [](int n) { return QHostAddress(quint32(0x0a000000 + n)); };
        for (int i = 0; i < 5; ++i)
            QCOMPARE(limiter.miss(from(i)), 0ms);
        QCOMPARE(limiter.miss(from(5)), 100ms);
        QCOMPARE(limiter.miss(from(6)), 200ms);
        for (int i = 7; i < 50; ++i)
            QVERIFY(limiter.miss(from(i)) <= 300ms);
        QCOMPARE(limiter.miss(from(50)), 300ms);
        QCOMPARE(limiter.blockedFor(from(99)), 0s); // nobody is refused for it
        clock.advance(60s);
        QCOMPARE(limiter.miss(from(51)), 0ms);
    }

    void aClockSetBackForgivesNothing()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 1, .window = 60s});
        limiter.miss(m_one);
        clock.advance(-1h);
        QCOMPARE(limiter.blockedFor(m_one), 60s);
    }

    void remembersOnlySoMany()
    {
        ManualClock clock;
        MissLimiter limiter(clock, {.perAddress = 1, .window = 60s, .total = 1'000'000, .addresses = 10});
        for (quint32 i = 0; i < 1'000; ++i)
            limiter.miss(QHostAddress(i));
        int blocked = 0;
        for (quint32 i = 0; i < 1'000; ++i)
            blocked += limiter.blockedFor(QHostAddress(i)) > 0s;
        QCOMPARE(blocked, 10);
    }
};

QTEST_GUILESS_MAIN(TestMissLimiter)
#include "tst_misslimiter.moc"
