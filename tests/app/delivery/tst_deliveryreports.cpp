// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/deliveryreports.h"
#include "app/delivery/outbox.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"
#include "tests/support/scratchstore.h"

using namespace anteroom;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = DeliveryOutcome::Kind;

/// What gateways say afterwards of text messages.
class TestDeliveryReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scratch = std::make_unique<ScratchStore>();
        m_settings = std::make_unique<Settings>(
            QHash<QByteArray, QString>{{"ANTEROOM_SMS_PROVIDER", u"http"_s},
                                       {"ANTEROOM_SMS_URL", u"http://a.example/{to}"_s},
                                       {"ANTEROOM_SMS_URL__12", u"http://b.example/{to}"_s},
                                       {"ANTEROOM_SMS_PROVIDER__13", u"sandbox"_s}});
        m_outbox = std::make_unique<Outbox>(*m_settings, m_vault);
        m_reports = std::make_unique<DeliveryReports>(*m_settings, m_vault);
        m_reports->setListener(u"http://127.0.0.1:8080"_s);
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char *state, const char *status, const char *reason = "") {
            QTest::newRow(state) << QByteArray(state) << QByteArray(status) << QByteArray(reason);
        };
        row("1", "delivered");
        row("2", "rejected", "report.failed");
        row("16", "rejected", "report.rejected");
        row("delivered", "delivered");
        row("DELIVRD", "delivered");
        row(" Delivered ", "delivered");
        row("failed", "rejected", "report.failed");
        row("rejected", "rejected", "report.rejected");
        row("expired", "rejected", "report.expired");
        row("undeliverable", "rejected", "report.undeliverable");
        for (const char *other :
             {"", "4", "8", "0", "12", "buffered", "accepted", "sent", "enroute", "delivered'", "nonsense"})
            row(other, "");
    }

    void words()
    {
        QFETCH(const QByteArray, state);
        const auto verdict = DeliveryReports::verdictOf(state);
        QTEST(verdict ? QByteArray(statusName(verdict->status)) : QByteArray(""), "status");
        if (verdict)
            QTEST(verdict->reason.isNull() ? QByteArray("") : verdict->reason, "reason");
    }

    void eachGatewayHasItsOwnAddress()
    {
        const QByteArray general = m_reports->urlFor({}), own = urlOf(u"12"_s);
        QVERIFY(general.startsWith("http://127.0.0.1:8080/v1/delivery-reports/"));
        QVERIFY(tokenIn(general).size() >= 43); // 256 bits
        QVERIFY(tokenIn(general) != tokenIn(own));
        QCOMPARE(tokenIn(urlOf(u"14"_s)), tokenIn(general)); // no gateway of its own
        QCOMPARE(m_reports->urlFor({}), general);
        const DeliveryReports others(*m_settings, m_otherVault);
        QVERIFY(others.urlFor({}).isEmpty()); // nothing listens
        QVERIFY(known(tokenIn(general)));
        QVERIFY(known(tokenIn(own)));
        for (const QByteArray &wrong : {QByteArray(), QByteArray("x"), tokenIn(own).chopped(1),
                                        tokenIn(own) + 'A', tokenIn(own).toLower()})
            QVERIFY2(!known(wrong), wrong.constData());
    }

    void theFirstFinalStateCounts()
    {
        const Message sent = message(u"12"_s, Kind::Sent);
        const QByteArray token = tokenIn(m_reports->urlFor(sent));
        QVERIFY(!take(token, sent.id.text(), "8"));
        QVERIFY(!take(token, sent.id.text(), "nonsense"));
        QCOMPARE(reread(sent).status, MessageStatus::Sent);
        QVERIFY(take(token, sent.id.text() + "?x=y", "16"));
        QCOMPARE(reread(sent).status, MessageStatus::Rejected);
        QCOMPARE(reread(sent).lastError, "report.rejected"_ba);
        QVERIFY(!take(token, sent.id.text(), "1"));
        QCOMPARE(reread(sent).status, MessageStatus::Rejected);
        QCOMPARE(m_scratch->number("SELECT count(*) FROM audit WHERE action = 'message.report'"), 1);
        // A person tries again; the report of that try counts anew.
        m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox->retry(tx, Actor::system("test"), sent.id).has_value();
        });
        finish(sent.id, Kind::Sent);
        QVERIFY(take(token, sent.id.text(), "delivered"));
        QCOMPARE(reread(sent).status, MessageStatus::Delivered);
        QVERIFY(reread(sent).lastError.isEmpty());
    }

    void aReportMayBeFasterThanTheAnswer()
    {
        const Message sending = message({}, std::nullopt);
        QVERIFY(take(tokenIn(m_reports->urlFor(sending)), sending.id.text(), "1"));
        QVERIFY(reread(sending).sentAt);
        // What the gateway answers then changes nothing any more.
        const auto recorded = m_scratch->write([&](WriteTransaction &tx) {
            return m_outbox->record(tx, {.id = sending.id, .kind = Kind::Sent}).has_value();
        });
        QVERIFY(!recorded);
        QCOMPARE(reread(sending).status, MessageStatus::Delivered);
    }

    void doubtsAreSettled()
    {
        const Message doubted = message({}, Kind::InDoubt);
        QVERIFY(take(tokenIn(m_reports->urlFor(doubted)), doubted.id.text(), "1"));
        QCOMPARE(reread(doubted).status, MessageStatus::Delivered);
    }

    void whatWaitsForANewTryIsOverOnlyWhereItArrived()
    {
        const Message waiting = message({}, Kind::TryAgain);
        const QByteArray token = tokenIn(m_reports->urlFor(waiting));
        QVERIFY(!take(token, waiting.id.text(), "2"));
        QCOMPARE(reread(waiting).status, MessageStatus::Queued);
        QVERIFY(take(token, waiting.id.text(), "1"));
        QCOMPARE(reread(waiting).status, MessageStatus::Delivered);
    }

    void nobodyReportsForOthers()
    {
        const Message ofGeneral = message(u"14"_s, Kind::Sent);
        QVERIFY(!take(tokenIn(urlOf(u"12"_s)), ofGeneral.id.text(), "1"));
        const Message sandboxed = message(u"13"_s, std::nullopt);
        QVERIFY(!take(tokenIn(urlOf(u"14"_s)), sandboxed.id.text(), "16"));
        QCOMPARE(reread(sandboxed).status, MessageStatus::Sent);
        const Message fresh = enqueued(u"14"_s); // has not left yet
        QVERIFY(!take(tokenIn(urlOf(u"14"_s)), fresh.id.text(), "1"));
        QVERIFY(!take(tokenIn(urlOf(u"14"_s)), MessageId::generate(m_scratch->clock.now()).text(), "1"));
        QVERIFY(!take(tokenIn(urlOf(u"14"_s)), "nothing", "1"));
    }

    void aGatewayThatWasTakenOutMayStillReport()
    {
        const Message sent = message(u"12"_s, Kind::Sent);
        const QByteArray token = tokenIn(m_reports->urlFor(sent));
        const Settings without({{"ANTEROOM_SMS_PROVIDER", u"http"_s}});
        const DeliveryReports later(without, m_vault);
        m_scratch->read([&](Transaction &tx) {
            [&] {
                QVERIFY(later.isKnown(tx, token, sent.id.text()));
                QVERIFY(!later.isKnown(tx, token, {}));
            }();
            return true;
        });
    }

private:
    static QByteArray tokenIn(const QByteArray &url)
    {
        return url.mid(url.lastIndexOf('/') + 1).split('?').first();
    }

    QByteArray urlOf(const QString &account) { return m_reports->urlFor({.accountId = account}); }

    bool known(const QByteArray &token)
    {
        return m_scratch->read([&](Transaction &tx) { return m_reports->isKnown(tx, token, {}); });
    }

    bool take(const QByteArray &token, const QByteArray &id, const QByteArray &state)
    {
        return m_scratch->write([&](WriteTransaction &tx) {
            return m_reports->take(tx, Actor::system("gateway"), token, id, state);
        });
    }

    Message enqueued(const QString &account)
    {
        const MessageId id = m_scratch->write([&](WriteTransaction &tx) {
            return *m_outbox->enqueue(
                tx, {.to = u"+447777123456"_s, .body = u"Hello"_s, .accountId = account, .reference = "1"});
        });
        return reread({.id = id});
    }

    // Handed over; without a kind there is no answer yet.
    Message message(const QString &account, std::optional<Kind> kind)
    {
        const Message row = enqueued(account);
        finish(row.id, kind);
        return reread(row);
    }

    void finish(const MessageId &id, std::optional<Kind> kind)
    {
        m_scratch->write([&](WriteTransaction &tx) {
            (void)m_outbox->claim(tx, {id});
            if (kind)
                (void)m_outbox->record(tx, {.id = id, .kind = *kind, .reason = "sms.status_503"});
        });
    }

    Message reread(const Message &message)
    {
        const auto all = m_scratch->read(
            [&](Transaction &tx) { return m_outbox->listOldestFirst(tx, {.limit = 100}).items; });
        for (const Message &row : all) {
            if (row.id == message.id)
                return row;
        }
        qFatal("the message is gone");
    }

    Vault m_vault{SecretKey::random()}, m_otherVault{SecretKey::random()};
    std::unique_ptr<ScratchStore> m_scratch;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<DeliveryReports> m_reports;
};

QTEST_GUILESS_MAIN(TestDeliveryReports)
#include "tst_deliveryreports.moc"
