// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/delivery/deliverymetrics.h"

#include <QTest>

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;
using State = CircuitBreaker::State;

/// What /metrics says of delivery.
class TestDeliveryMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingYetIsStillDeclared()
    {
        const QByteArray text = deliveryMetrics({});
        for (const char *name : {"anteroom_delivery_in_flight gauge", "anteroom_delivery_paused gauge",
                                 "anteroom_delivery_outcomes_total counter"})
            QVERIFY2(text.contains("# TYPE "_ba + name + '\n'), name);
        QVERIFY(!text.contains('{'));
        checkForm(text);
    }

    void lanesAreAddedUpByProvider()
    {
        const UtcTime later = utcFromUs(1'768'478'400'000'000) + 5min;
        DeliveryFigures figures;
        figures.lanes = {{u"http 11"_s, 3, State::Closed, {}, {}},
                         {u"http 12"_s, 4, State::Open, later, "delivery.timed_out"_ba},
                         {u"http"_s, 0, State::Closed, later, "delivery.daily_cap"_ba},
                         {u"webhook https://receiver.example:443"_s, 1, State::HalfOpen, {}, {}}};
        const QByteArray text = deliveryMetrics(figures);
        QVERIFY(text.contains("\nanteroom_delivery_in_flight{provider=\"http\"} 7\n"));
        QVERIFY(text.contains("\nanteroom_delivery_paused{provider=\"http\"} 2\n"));
        QVERIFY(text.contains("\nanteroom_delivery_in_flight{provider=\"webhook\"} 1\n"));
        QVERIFY(text.contains("\nanteroom_delivery_paused{provider=\"webhook\"} 0\n"));
        // Whose gateway and whose address it is is nobody's business here.
        QVERIFY(!text.contains("receiver") && !text.contains("12\""));
        checkForm(text);
    }

    void outcomesAreCountedByKind()
    {
        DeliveryFigures figures;
        figures.outcomes = {{{u"http"_s, Kind::Sent}, 12'345'678'901ULL},
                            {{u"http"_s, Kind::TryAgain}, 2},
                            {{u"http"_s, Kind::GivenUp}, 3},
                            {{u"smtp"_s, Kind::Rejected}, 4},
                            {{u"smtp"_s, Kind::InDoubt}, 5}};
        const QByteArray text = deliveryMetrics(figures);
        for (const char *line :
             {"provider=\"http\",outcome=\"sent\"} 12345678901", "provider=\"http\",outcome=\"try_again\"} 2",
              "provider=\"http\",outcome=\"given_up\"} 3", "provider=\"smtp\",outcome=\"rejected\"} 4",
              "provider=\"smtp\",outcome=\"in_doubt\"} 5"})
            QVERIFY2(text.contains("\nanteroom_delivery_outcomes_total{"_ba + line + '\n'), line);
        checkForm(text);
    }

private:
    // Prometheus' text format: every sample follows the HELP and TYPE of its own metric, every line ends.
    static void checkForm(const QByteArray &text)
    {
        QVERIFY(text.endsWith('\n'));
        QByteArray metric;
        for (const QByteArray &line : text.chopped(1).split('\n')) {
            const QByteArrayList words = line.split(' ');
            QVERIFY2(words.size() >= 2, line.constData());
            if (words[0] == "#" && words[1] == "HELP") {
                metric = words.value(2);
                continue;
            }
            if (words[0] == "#") {
                QCOMPARE(words.value(1), "TYPE"_ba);
                QCOMPARE(words.value(2), metric);
                continue;
            }
            QCOMPARE(words[0].split('{').first(), metric);
            bool isNumber = false;
            words.last().toULongLong(&isNumber);
            QVERIFY2(isNumber, line.constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestDeliveryMetrics)
#include "tst_deliverymetrics.moc"
