// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryreports.h"
#include "app/delivery/outbox.h"
#include "tests/server/support/apifixture.h"

#include <QTest>

using namespace anteroom;
using namespace anteroom::test;
using namespace Qt::StringLiterals;

/// Where gateways say over HTTP what became of a text message.
class TestDeliveryReportRoutes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesReports_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("status");
        const auto row = [](const char *name, const char *method, const char *query, const char *type,
                            const char *body, const char *status) {
            QTest::newRow(name) << QByteArray(method) << QByteArray(query) << QByteArray(type)
                                << QByteArray(body) << QString::fromLatin1(status);
        };
        row("Kannel", "GET", "&state=1", "", "", "delivered");
        row("in words", "GET", "&state=undeliverable", "", "", "rejected");
        row("not final", "GET", "&state=8", "", "", "sent");
        row("no state", "GET", "", "", "", "sent");
        row("asked for its head only", "HEAD", "&state=1", "", "", "sent");
        row("posted", "POST", "&state=16", "", "", "rejected");
        row("in a form", "POST", "", "application/x-www-form-urlencoded",
            "MessageSid=1&MessageStatus=delivered", "delivered");
        row("in JSON", "POST", "", "application/json; charset=utf-8", "{\"status\":\"failed\"}", "rejected");
        row("a number in JSON", "POST", "", "application/json", "{\"state\":1}", "delivered");
        row("no JSON", "POST", "", "application/json", "{", "sent");
        row("with the id once more", "GET", "?id=x&state=1", "", "", "delivered");
    }

    void takesReports()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, query);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        ApiFixture api(environment());
        const Message sent = message(api);
        const QByteArray url = api.clinic().deliveryReports().urlFor(sent);
        QVERIFY(url.startsWith("http://127.0.0.1:" + QByteArray::number(api.port()) + '/'));
        const auto answer = api.send(method, pathOf(url) + query, {}, body,
                                     type.isEmpty() ? QByteArray() : "Content-Type: " + type + "\r\n");
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.body.isEmpty());
        QTEST(statusOf(api, sent), "status");
        QCOMPARE(api.undescribed(), QByteArrayList());
        QVERIFY(!api.log().contains(pathOf(url).split('?').first().split('/').last()));
    }

    void refusesStrangers()
    {
        ApiFixture api(environment());
        const Message sent = message(api);
        const QByteArray path = pathOf(api.clinic().deliveryReports().urlFor(sent));
        QByteArray wrong = path;
        const qsizetype at = wrong.lastIndexOf('/') + 5;
        wrong[at] = wrong[at] == 'x' ? 'y' : 'x';
        for (const QByteArray &method : {"GET"_ba, "POST"_ba}) {
            const auto answer = api.send(method, wrong + "&state=1");
            QCOMPARE(answer.status, 404);
            QVERIFY(answer.body.isEmpty());
        }
        QCOMPARE(api.send("PUT", path + "&state=1", {}, "").status, 405);
        QCOMPARE(api.send("GET", "/v1/delivery-reports").status, 404);
        QCOMPARE(statusOf(api, sent), u"sent"_s);
        RawClient patient(api.patientPort());
        patient.send(get(path + "&state=1"));
        QCOMPARE(patient.answer().status, 404);
        QCOMPARE(statusOf(api, sent), u"sent"_s);
        QCOMPARE(api.send("GET", path.split('?').first() + "?id=unknown&state=1").status, 204);
        QCOMPARE(api.undescribed(), QByteArrayList());
    }

private:
    static QHash<QByteArray, QString> environment()
    {
        return {{"ANTEROOM_SMS_PROVIDER", u"http"_s}, {"ANTEROOM_SMS_URL", u"http://127.0.0.1:1/"_s}};
    }

    static QByteArray pathOf(const QByteArray &url) { return url.mid(url.indexOf("/v1/")); }

    static Message message(ApiFixture &api)
    {
        Message sent{.channel = Channel::Sms};
        const auto written = api.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
            const Outbox &outbox = api.clinic().outbox();
            sent.id = *outbox.enqueue(tx, {.to = u"+447777123456"_s, .body = u"Hello"_s, .reference = "1"});
            (void)outbox.claim(tx, {sent.id});
            (void)outbox.record(tx, {.id = sent.id});
            return {};
        });
        if (!written)
            qFatal("no message: %s", written.error().reason);
        return sent;
    }

    static QString statusOf(ApiFixture &api, const Message &message)
    {
        return *api.store().readNow([&](Transaction &tx) -> Result<QString> {
            Cursor row = tx.query("SELECT status FROM outbox WHERE id = ?", message.id);
            return row.next() ? row.text(0) : QString();
        });
    }
};

QTEST_GUILESS_MAIN(TestDeliveryReportRoutes)
#include "tst_deliveryreportroutes.moc"
