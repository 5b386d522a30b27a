// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callcenter.h"
#include "app/directory/userdevicerepository.h"
#include "app/settings/settings.h"
#include "tests/support/scratchconsole.h"
#include "ui/calls/callhistory.h"
#include "ui/calls/callpage.h"
#include "ui/calls/callwords.h"
#include "ui/calls/devicecard.h"
#include "ui/calls/registrationchart.h"
#include "ui/common/button.h"
#include "ui/today/todaylist.h"
#include "ui/today/todaypage.h"

#include <QAction>
#include <QDesktopServices>
#include <QUrl>

#include <numeric>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// Takes the addresses that the page opens.
class Telephone final : public QObject
{
    Q_OBJECT

public:
    Telephone()
    {
        for (const QString &scheme : schemes)
            QDesktopServices::setUrlHandler(scheme, this, "open");
    }
    ~Telephone() override
    {
        for (const QString &scheme : schemes)
            QDesktopServices::unsetUrlHandler(scheme);
    }

    QStringList opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened += url.toString(QUrl::FullyEncoded); }

private:
    const QStringList schemes{u"tel"_s, u"sip"_s};
};

class TestCallPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_telephone = std::make_unique<Telephone>();
        m_console = std::make_unique<ScratchConsole>();
        m_anna = m_console->addPatient(u"Anna"_s, u"Nowak"_s, u"+48221234567"_s);
        m_phone = addDevice(UserDevice::Platform::Ios, true);
        m_page =
            std::make_unique<CallPage>(m_console->clinic(), ScratchConsole::actor(), m_console->search());
        m_page->resize(1200, 900);
        m_page->show();
        m_page->activate();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
        m_telephone.reset();
    }

    void eachDeviceSaysWhetherItTakesCalls()
    {
        addDevice(UserDevice::Platform::Android, false);
        choose();
        QTRY_COMPARE(desk()->cards().size(), 2);
        QCOMPARE(desk()->cards().at(0)->state(), u"Takes calls"_s);
        QCOMPARE(desk()->cards().at(1)->state(), u"Refuses calls"_s);
        QVERIFY(desk()->call()->isVisible());
        QCOMPARE(desk()->call()->kind(), Button::Kind::Primary);
        QVERIFY(!desk()->dial()->isVisible());
        QTRY_COMPARE(audited("device.list"), 1);
    }

    void theStepsAreShownAsTheyHappen()
    {
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        QVERIFY2(desk()->notice().contains(u"12 s"_s), qPrintable(desk()->notice()));
        QVERIFY(desk()->notice().contains(u"sandbox"_s)); // nobody is led to wait for a phone
        QVERIFY(!desk()->dial()->isVisible());
        QVERIFY(card()->steps().at(0).startsWith(u"Push sent 0"_s));
        proxy(CallEvent::Registered);
        QTRY_COMPARE(card()->state(), u"Awake"_s);
        QVERIFY(desk()->notice().isEmpty());
        proxy(CallEvent::Ringing);
        QTRY_VERIFY(card()->state().startsWith(u"Ringing 0:0"_s));
        proxy(CallEvent::Answered);
        QTRY_VERIFY(card()->state().startsWith(u"Talking 0:0"_s));
        proxy(CallEvent::Ended);
        QTRY_COMPARE(card()->state(), u"Answered"_s);
        QVERIFY(!desk()->dial()->isVisible());
        QCOMPARE(desk()->call()->text(), u"Call again"_s);
    }

    void allDevicesRingAndTheFirstAnswerStopsTheOthers()
    {
        addDevice(UserDevice::Platform::Android, true);
        startCall();
        QTRY_COMPARE(desk()->cards().size(), 2);
        QTRY_VERIFY(desk()->cards().at(0)->state() == u"Waking"_s &&
                    desk()->cards().at(1)->state() == u"Waking"_s);
        proxy(CallEvent::Registered);
        proxy(CallEvent::Answered);
        QTRY_COMPARE(desk()->cards().at(1)->state(), u"Answered elsewhere"_s);
        QTRY_VERIFY(desk()->cards().at(0)->state().startsWith(u"Talking"_s));
        QVERIFY(!desk()->dial()->isVisible());
    }

    void thePhoneIsOfferedWhereNoDeviceTakesTheCall()
    {
        setDevice(m_phone, false);
        choose();
        QTRY_VERIFY(desk()->dial()->isVisible());
        QCOMPARE(desk()->dial()->kind(), Button::Kind::Primary);
        QVERIFY(!desk()->call()->isVisible());
        QVERIFY(desk()->notice().contains(u"+48 22 123 45 67"_s));
        desk()->dial()->click();
        QCOMPARE(m_telephone->opened, QStringList{u"tel:+48221234567"_s});
    }

    void thePhoneIsOfferedWhereNoDeviceWokeInTime()
    {
        set("ANTEROOM_CALL_REGISTER_TIMEOUT_MS", u"1000"_s);
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        QVERIFY(!desk()->dial()->isVisible());
        QTest::qWait(1100);
        m_console->clinic().callCenter().look();
        QTRY_COMPARE(card()->state(), u"Did not wake"_s);
        QTRY_VERIFY(desk()->dial()->isVisible());
        QCOMPARE(desk()->dial()->kind(), Button::Kind::Primary);
        QCOMPARE(desk()->call()->kind(), Button::Kind::Normal); // one main button
        QVERIFY(desk()->notice().contains(u"No phone woke"_s));
    }

    void thePhoneIsNotOfferedOtherwise()
    {
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        desk()->cancel()->click();
        QTRY_COMPARE(card()->state(), u"Cancelled"_s);
        QVERIFY(!desk()->dial()->isVisible());
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        proxy(CallEvent::Registered);
        proxy(CallEvent::Ringing);
        proxy(CallEvent::Ended); // it rang, and nobody answered
        QTRY_COMPARE(card()->state(), u"Not answered"_s);
        QVERIFY(!desk()->dial()->isVisible());
    }

    void escapeEndsTheCall()
    {
        startCall();
        QTRY_VERIFY(desk()->cancel()->isVisible());
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QTRY_COMPARE(card()->state(), u"Cancelled"_s);
        QTRY_COMPARE(audited("call.cancel"), 1);
    }

    void theSoftphoneIsCalledOnceAPhoneIsAwake()
    {
        set("ANTEROOM_CALL_SIP_URL", u"sip:{number}@sip.example.org"_s);
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        QVERIFY(m_telephone->opened.isEmpty());
        proxy(CallEvent::Registered);
        QTRY_COMPARE(m_telephone->opened, QStringList{u"sip:+48221234567@sip.example.org"_s});
        proxy(CallEvent::Ringing);
        QTRY_VERIFY(card()->state().startsWith(u"Ringing"_s));
        QCOMPARE(m_telephone->opened.size(), 1);
        desk()->connectPhone()->click(); // again, where the first was missed
        QCOMPARE(m_telephone->opened.size(), 2);
    }

    void aPhoneWithoutAnAddressIsNotOpened()
    {
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        proxy(CallEvent::Registered);
        QTRY_COMPARE(card()->state(), u"Awake"_s);
        QVERIFY(!desk()->connectPhone()->isVisible());
        QVERIFY(m_telephone->opened.isEmpty());
    }

    void theHistorySaysWhatBecameOfIt()
    {
        startCall();
        QTRY_COMPARE(card()->state(), u"Waking"_s);
        proxy(CallEvent::Registered);
        QTRY_COMPARE(m_page->history()->rows().size(), 1);
        const auto cell = [this](int column) {
            return m_page->history()->index(0, column).data().toString();
        };
        QCOMPARE(cell(CallHistory::Person), u"Anna Nowak"_s);
        QCOMPARE(cell(CallHistory::Device), u"iPhone or iPad"_s);
        QTRY_COMPARE(cell(CallHistory::Outcome), u"Awake"_s);
        QVERIFY(cell(CallHistory::AwakeAfter).endsWith(u" s"_s));
        QTRY_VERIFY(m_page->chart()->summary().contains(u"median"_s));
    }

    void theChartCountsByTime()
    {
        RegistrationChart chart;
        chart.setTimes({}, std::chrono::seconds(12));
        QVERIFY(chart.summary().isEmpty());
        QVector<RegistrationTime> times;
        for (int i = 1; i <= 100; ++i)
            times.append({{}, std::chrono::milliseconds(i * 100)});
        times.append({{}, std::chrono::milliseconds(60'000)}); // slower than the chart is wide
        chart.setTimes(times, std::chrono::seconds(12));
        QCOMPARE(chart.bars().size(), 20);
        QCOMPARE(std::accumulate(chart.bars().begin(), chart.bars().end(), 0), 101);
        QCOMPARE(chart.bars().last(), 1);
        QVERIFY2(chart.summary().contains(u"median 5.1 s"_s), qPrintable(chart.summary()));
        QVERIFY2(chart.summary().contains(u"95 % within 9.6 s"_s), qPrintable(chart.summary()));
        chart.resize(400, 200);
        QVERIFY(!chart.grab().isNull());
    }

    void todayTellsOfCallsThatRunAndThoseThatWereMissed()
    {
        QAction start(u"Start"_s);
        TodayPage today(m_console->clinic(), ScratchConsole::actor(), &start);
        today.resize(1000, 700);
        today.show();
        today.activate();
        startCall();
        QTRY_COMPARE(today.calls()->count(), 1);
        QCOMPARE(today.calls()->entries().first().title, u"Anna Nowak"_s);
        QTRY_COMPARE(today.calls()->entries().first().state, u"Waking"_s);
        proxy(CallEvent::Failed);
        QTRY_COMPARE(today.calls()->entries().first().state, u"Failed"_s);
        QTRY_COMPARE(today.count(), std::optional<int>(1));
        startCall();
        QTRY_COMPARE(today.calls()->entries().first().state, u"Waking"_s);
        QCOMPARE(today.calls()->count(), 1); // the same person stands there once
        proxy(CallEvent::Registered);
        proxy(CallEvent::Answered);
        proxy(CallEvent::Ended);
        QTRY_COMPARE(today.calls()->count(), 0);
    }

    void anAddressHoldsTheNumber()
    {
        QCOMPARE(phoneUrl(u"sip:{number}@example.org;user=phone"_s, u"+48221234567"_s),
                 u"sip:+48221234567@example.org;user=phone"_s);
        QVERIFY(checkSetting("ANTEROOM_CALL_SIP_URL", u"sip:{number}@example.org"_s));
        QVERIFY(!checkSetting("ANTEROOM_CALL_SIP_URL", u"sip:reception@example.org"_s));
        QVERIFY(!checkSetting("ANTEROOM_CALL_PHONE_URL", u"file:///{number}"_s));
    }

private:
    CallDesk *desk() { return m_page->desk(); }
    DeviceCard *card() { return desk()->cards().first(); }

    DeviceId addDevice(UserDevice::Platform platform, bool accepts)
    {
        UserDevice device;
        device.platform = platform;
        device.user = m_anna.id;
        device.acceptsInboundCalls = accepts;
        return m_console->write([&, device](WriteTransaction &tx) -> Result<DeviceId> {
            UserDevice made = device;
            made.id = DeviceId::generate(tx.now());
            made.createdAt = made.changedAt = tx.now();
            UserDeviceRepository::save(tx, made);
            if (auto kept =
                    UserDeviceRepository::savePushToken(tx, m_console->clinic().vault(), made, "token");
                !kept)
                return fail(kept.error());
            return made.id;
        });
    }

    void setDevice(const DeviceId &id, bool accepts)
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            auto device = UserDeviceRepository::byId(tx, id);
            device->acceptsInboundCalls = accepts;
            UserDeviceRepository::save(tx, *device);
            tx.changed(Topic::UserDevices, id.text());
            return true;
        });
    }

    void set(const char *name, const QString &value)
    {
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            return Settings::write(tx, name, value).map([] { return true; });
        });
        QTRY_COMPARE(m_console->clinic().settings().text(name), value);
    }

    void choose()
    {
        m_page->open(m_anna.id.text());
        QTRY_VERIFY(!desk()->cards().isEmpty());
    }

    void startCall()
    {
        choose();
        QTRY_VERIFY(desk()->call()->isVisible() && desk()->call()->isEnabled());
        desk()->call()->click();
    }

    // What the SIP proxy tells of the first device.
    void proxy(CallEvent event)
    {
        const CallService &service = m_console->clinic().calls();
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            const Actor actor = Actor::system("proxy");
            if (event == CallEvent::Registered)
                return service.registered(tx, actor, m_phone, false).map([](const auto &) { return true; });
            SipReport report;
            report.device = m_phone;
            report.callId = CallRepository::lastOfDevice(tx, m_phone, 1).first().callId;
            report.state = event == CallEvent::Ringing    ? SipReport::State::Ringing
                           : event == CallEvent::Answered ? SipReport::State::Answered
                           : event == CallEvent::Ended    ? SipReport::State::Ended
                                                          : SipReport::State::Failed;
            return service.report(tx, actor, report).map([] { return true; });
        });
    }

    int audited(const char *action)
    {
        return m_console->read([action](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    std::unique_ptr<Telephone> m_telephone;
    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<CallPage> m_page;
    User m_anna;
    DeviceId m_phone;
};

QTEST_MAIN(TestCallPage)
#include "tst_callpage.moc"
