// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/circuitbreaker.h"
#include "app/delivery/outbox.h"
#include "app/delivery/quiethours.h"
#include "app/delivery/retrypolicy.h"

#include <QTest>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using State = CircuitBreaker::State;

namespace {

UtcTime at(const char *iso)
{
    return parseUtcTime(QString::fromLatin1(iso)).value();
}

} // namespace

class TestDeliveryRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWebHookIsTriedAfterFiveSecondsAndThenRarer()
    {
        const RetryPolicy policy = retryPolicy(Channel::Webhook, false);
        QCOMPARE(retryDelay(policy, 1, 0.0), 5s);
        QCOMPARE(retryDelay(policy, 1, 0.99), 5s);
        std::chrono::milliseconds all = 5s;
        int tries = 2;
        for (; all < policy.giveUpAfter; ++tries) {
            const auto least = retryDelay(policy, tries, 0.0), most = retryDelay(policy, tries, 0.999);
            QVERIFY(least >= 5s && most > least && most <= policy.longest);
            QVERIFY(least >= retryDelay(policy, tries - 1, 0.0));
            all += most;
        }
        QVERIFY2(tries > 20 && tries < 100, qPrintable(QString::number(tries)));
        QCOMPARE(retryDelay(policy, 1'000'000, 0.0), policy.longest / 2);
    }

    void whatIsUrgentIsTriedSoonerAndGivenUpSooner()
    {
        const RetryPolicy urgent = retryPolicy(Channel::Sms, true), other = retryPolicy(Channel::Sms, false);
        QVERIFY(urgent.first < other.first && urgent.giveUpAfter < other.giveUpAfter);
        QCOMPARE(retryPolicy(Channel::Webhook, true).giveUpAfter, 72h);
    }

    void quietHours_data()
    {
        QTest::addColumn<QString>("hours");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("until");
        const auto row = [](const char *name, const char *hours, const char *zone, const char *now,
                            const char *until) {
            QTest::newRow(name) << QString::fromLatin1(hours) << QString::fromLatin1(zone)
                                << QString::fromLatin1(now) << QString::fromLatin1(until);
        };
        const char *night = "22:00-07:30";
        row("by day", night, "UTC", "2026-01-15T12:00:00Z", "");
        row("the last minute", night, "UTC", "2026-01-15T21:59:59Z", "");
        row("evening", night, "UTC", "2026-01-15T22:00:00Z", "2026-01-16T07:30:00Z");
        row("morning", night, "UTC", "2026-01-16T07:29:59Z", "2026-01-16T07:30:00Z");
        row("over", night, "UTC", "2026-01-16T07:30:00Z", "");
        row("in the clinic's time", night, "Europe/Kyiv", "2026-01-15T20:00:00Z", "2026-01-16T05:30:00Z");
        row("at noon", "12:00-13:00", "UTC", "2026-01-15T12:30:00Z", "2026-01-15T13:00:00Z");
        row("the night the clocks change", night, "Europe/Rome", "2026-03-28T22:00:00Z",
            "2026-03-29T05:30:00Z");
        row("an end that is left out", "22:00-02:30", "Europe/Rome", "2026-03-28T22:00:00Z",
            "2026-03-29T01:30:00Z");
    }

    void quietHours()
    {
        QFETCH(const QString, hours);
        QFETCH(const QString, zone);
        QFETCH(const QString, now);
        QFETCH(const QString, until);
        const QTimeZone timeZone(zone.toUtf8());
        if (!timeZone.isValid())
            QSKIP("no such time zone here");
        const auto end = QuietHours::parse(hours)->endAt(*parseUtcTime(now), timeZone);
        QCOMPARE(end.has_value(), !until.isEmpty());
        if (end)
            QCOMPARE(toIsoMillis(*end), toIsoMillis(*parseUtcTime(until)));
    }

    void whatIsNoPairOfTimesIsNoQuietHours()
    {
        for (const char *text : {"", "22:00", "22:00-22:00", "24:00-07:00", "22-7", "22:00-07:00-08:00"})
            QVERIFY2(!QuietHours::parse(QString::fromLatin1(text)), text);
    }

    void aProviderThatFailsIsSparedAndThenTriedByOne()
    {
        CircuitBreaker breaker;
        UtcTime now = at("2026-01-15T12:00:00Z");
        for (int i = 0; i < 4; ++i)
            breaker.failed(now, std::nullopt);
        QCOMPARE(breaker.stateAt(now), State::Closed);
        breaker.failed(now, std::nullopt);
        QCOMPARE(breaker.stateAt(now), State::Open);
        QCOMPARE(breaker.until(), now + 5s);
        breaker.failed(now, std::nullopt); // was under way: no longer pause for it
        QCOMPARE(breaker.until(), now + 5s);
        now += 5s;
        QCOMPARE(breaker.stateAt(now), State::HalfOpen);
        breaker.failed(now, std::nullopt);
        QCOMPARE(breaker.until(), now + 10s);
        now += 10s;
        breaker.answered();
        QCOMPARE(breaker.stateAt(now), State::Closed);
        QVERIFY(breaker.isFresh());
    }

    void thePauseGrowsToFiveMinutes()
    {
        CircuitBreaker breaker;
        UtcTime now = at("2026-01-15T12:00:00Z");
        for (int i = 0; i < 30; ++i) {
            breaker.failed(now, std::nullopt);
            if (breaker.stateAt(now) == State::Open)
                now = breaker.until();
        }
        const UtcTime last = now;
        breaker.failed(now, std::nullopt);
        QCOMPARE(breaker.until(), last + 5min);
    }

    void aProviderThatAsksForAPauseGetsIt()
    {
        CircuitBreaker breaker;
        const UtcTime now = at("2026-01-15T12:00:00Z");
        breaker.failed(now, 90s);
        QCOMPARE(breaker.until(), now + 90s);
        breaker.failed(now, 120s);
        QCOMPARE(breaker.until(), now + 120s);
        CircuitBreaker other;
        other.failed(now, 1000h);
        QCOMPARE(other.until(), now + 1h);
    }

    void lanesAreRemoteEnds()
    {
        QCOMPARE(laneOf(Channel::Sms, u"sandbox"_s, u"+47"_s, u"12"_s), u"sandbox"_s);
        QCOMPARE(laneOf(Channel::Sms, u"http"_s, u"+47"_s, u"12"_s), u"http 12"_s);
        QCOMPARE(laneOf(Channel::Email, u"smtp"_s, u"a@b.example"_s, u"12"_s), u"smtp"_s);
        QCOMPARE(laneOf(Channel::Webhook, u"webhook"_s, u"https://a.example/x?y"_s, u"12"_s),
                 u"webhook https://a.example:443"_s);
        QCOMPARE(laneOf(Channel::Webhook, u"webhook"_s, u"http://127.0.0.1:81/x"_s, {}),
                 u"webhook http://127.0.0.1:81"_s);
        QCOMPARE(providerOfLane(u"webhook https://a.example:443"_s), u"webhook"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryRules)
#include "tst_deliveryrules.moc"
