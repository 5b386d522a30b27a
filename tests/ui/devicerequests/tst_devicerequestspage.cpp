// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/importfile.h"
#include "app/settings/secrets.h"
#include "tests/app/delivery/receiver.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listview.h"
#include "ui/common/searchfield.h"
#include "ui/devicerequests/barcode.h"
#include "ui/devicerequests/devicerequestspage.h"
#include "ui/devicerequests/devicerequestwords.h"
#include "ui/devicerequests/resendpanel.h"
#include "ui/devicerequests/textsdialog.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

// $ stands for the ids' common beginning, apostrophes for quotation marks.
const char *const bundle =
    "{"
    "'legalEntities':[{'id':'$01','type':'MSP','status':'ACTIVE'}],"
    "'persons':[{'id':'$11','firstName':'Olena','lastName':'Kovalenko'},{'id':'$12','firstName':'Ivan'},"
    "{'id':'$13','isPreperson':true}],"
    "'authenticationMethods':["
    "{'id':'$21','personId':'$11','type':'OTP','phoneNumber':'+380931234585','isActive':true,'insertedAt':'"
    "2020-01-01'},"
    "{'id':'$22','personId':'$12','type':'OFFLINE','isActive':true,'insertedAt':'2020-01-01'}],"
    "'medicalPrograms':[{'id':'$31','name':'Devices'},{'id':'$32','name':'Silent','"
    "requestNotificationDisabled':true}],"
    "'deviceRequests':["
    "{'id':'$41','patientId':'$11','status':'active','requisition':'0059-AAAA','verificationCode':'4521','"
    "programId':'$31',"
    "'code':{'system':'s','code':'wheelchair'}},"
    "{'id':'$42','patientId':'$11','status':'completed','requisition':'0058-BBBB'},"
    "{'id':'$43','patientId':'$12','status':'active','requisition':'0059-CCCC'},"
    "{'id':'$44','patientId':'$13','status':'active','requisition':'0059-DDDD'}]}";

QByteArray id(const char *end)
{
    return QByteArray("0198c0de-0000-7000-8000-0000000000") + end;
}

} // namespace

class TestDeviceRequestsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_clinic = &m_console->clinic();
        const QByteArray json = QByteArray(bundle).replace('\'', '"').replace("$", id(""));
        const auto imported = importBundle(*m_clinic, ScratchConsole::actor()(), json);
        QVERIFY2(imported, imported ? "" : imported.error().reason);
        m_page = std::make_unique<DeviceRequestsPage>(*m_clinic, ScratchConsole::actor());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
        QTRY_COMPARE(m_page->model()->rowCount(), 4);
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void theListSaysWhoAndHow()
    {
        const int row = m_page->model()->rowOf(id("41"));
        const auto cell = [&](int column) { return m_page->model()->index(row, column).data().toString(); };
        QCOMPARE(cell(DeviceRequestModel::Number), u"0059-AAAA"_s);
        QCOMPARE(cell(DeviceRequestModel::Patient), u"Olena Kovalenko"_s);
        QCOMPARE(cell(DeviceRequestModel::Device), u"wheelchair"_s);
        QCOMPARE(cell(DeviceRequestModel::Programme), u"Devices"_s);
        QCOMPARE(cell(DeviceRequestModel::Status), u"Active"_s);
        QCOMPARE(cell(DeviceRequestModel::Reached), u"+38093*****85"_s);
    }

    void findsByNumberAndPerson()
    {
        m_page->findChild<SearchField *>()->setText(u"0059-c"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QCOMPARE(m_page->model()->row(0).view.request.requisition, u"0059-CCCC"_s);
        m_page->findChild<SearchField *>()->setText(u"koval ol"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        QCOMPARE(m_page->model()->row(0).patient, u"Olena Kovalenko"_s);
        m_page->findChild<SearchField *>()->setText(u"iv"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        m_page->open(id("11"));
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        QVERIFY(m_page->findChild<SearchField *>()->text().isEmpty());
        m_page->open({});
        QTRY_COMPARE(m_page->model()->rowCount(), 4);
    }

    void aTextNeedsTheTickAndThenCountsDown()
    {
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        QVERIFY(m_page->details()->barcode()->hasBars());
        QVERIFY(!panel()->button()->isEnabled());
        QVERIFY(panel()->reason().isEmpty());
        QVERIFY(!everythingSaid().contains(u"4521"_s)); // the code itself is nowhere
        QVERIFY(!everythingSaid().contains(u"+380931234585"_s));

        // From the row to the button without a mouse.
        m_page->activateWindow();
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_Return);
        QTRY_VERIFY(panel()->tick()->hasFocus());
        QTest::keyClick(panel()->tick(), Qt::Key_Space);
        QVERIFY(panel()->button()->isEnabled());
        QTest::keyClick(panel()->tick(), Qt::Key_Tab);
        QVERIFY(panel()->button()->hasFocus());
        QTest::keyClick(panel()->button(), Qt::Key_Space);

        QTRY_VERIFY(!panel()->reason().isEmpty());
        QVERIFY2(panel()->reason().contains(u"can leave in"_s), qPrintable(panel()->reason()));
        QVERIFY(!panel()->button()->isEnabled());
        QCOMPARE(panel()->button()->accessibleDescription(), panel()->reason());
        const QString first = panel()->reason();
        QTRY_VERIFY(panel()->reason() != first); // it goes on by itself
        const auto sent = m_console->messages();
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent.first().to, u"+380931234585"_s);
        // Its way, as the outbox tells it.
        for (const auto &[status, words] :
             {std::pair("queued", u"On its way"_s), std::pair("sent", u"Sent"_s),
              std::pair("failed", u"Not delivered"_s)}) {
            m_console->write([status = QByteArray(status)](WriteTransaction &tx) -> Result<bool> {
                tx.execute("UPDATE outbox SET status = ?, sent_at = NULL", status);
                tx.changed(Topic::Outbox);
                return true;
            });
            QTRY_COMPARE(panel()->findChild<Badge *>() ? panel()->findChild<Badge *>()->text() : QString(),
                         words);
        }
    }

    void whenTheWaitIsOverItCanBeSentAgain()
    {
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            return Settings::write(tx, "DR_SEND_TIMEOUT", u"2"_s).map([] { return true; });
        });
        QTRY_COMPARE(m_clinic->settings().integer("DR_SEND_TIMEOUT"), 2);
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        panel()->tick()->setChecked(true);
        panel()->button()->click();
        QTRY_VERIFY(!panel()->reason().isEmpty());
        QTRY_VERIFY(panel()->reason().isEmpty());
        QVERIFY(panel()->tick()->isVisible());
    }

    void reasonsAreWords()
    {
        choose("42");
        QTRY_VERIFY2(panel()->reason().contains(u"Completed"_s), qPrintable(panel()->reason()));
        choose("43");
        QTRY_VERIFY2(panel()->reason().contains(u"on paper"_s), qPrintable(panel()->reason()));
        choose("44");
        QTRY_VERIFY2(panel()->reason().contains(u"not identified"_s), qPrintable(panel()->reason()));
        QVERIFY(!panel()->tick()->isVisible());
    }

    // The longest reason in a narrow pane: no line of it is cut.
    void aLongReasonIsShownWhole()
    {
        ResendPreview preview;
        preview.refusal = Error{
            ErrorCode::Conflict, "device_request.method_inactive", nullptr, {{u"why"_s, u"no_confidant"_s}}};
        QWidget pane;
        auto *panel = new ResendPanel(m_clinic->clock());
        auto *column = new QVBoxLayout(&pane);
        column->addWidget(panel);
        column->addStretch();
        pane.resize(280, 600);
        panel->ResendPanel::show(preview, {}, true);
        pane.show();
        const auto *bar = panel->findChild<InlineBar *>();
        const auto *words = bar->findChild<QLabel *>();
        QTRY_VERIFY(words->height() > 2 * words->fontMetrics().height());
        QVERIFY(bar->height() >= words->heightForWidth(words->width()));
    }

    // A tick is for one number only.
    void theTickDoesNotStay()
    {
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        panel()->tick()->setChecked(true);
        choose("43");
        QTRY_VERIFY(!panel()->reason().isEmpty());
        choose("41");
        QTRY_VERIFY(panel()->reason().isEmpty());
        QVERIFY(!panel()->tick()->isChecked());
    }

    // The press is for the number that was ticked, even where the window has not heard of the new one yet.
    void aNumberThatChangedGetsNothing()
    {
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        panel()->tick()->setChecked(true);
        m_console->write([](WriteTransaction &tx) -> Result<bool> { // it looks the same while masked
            tx.execute("UPDATE authentication_methods SET phone_number = '+380931299985' WHERE id = ?",
                       id("21"));
            return true;
        });
        panel()->button()->click();
        QTRY_VERIFY(!panel()->tick()->isChecked());
        QCOMPARE(m_console->messages().size(), 0);
        QVERIFY(panel()->reason().isEmpty());

        // Confirmed anew it goes there.
        panel()->tick()->setChecked(true);
        panel()->button()->click();
        QTRY_COMPARE(m_console->messages().size(), 1);
        QCOMPARE(m_console->messages().first().to, u"+380931299985"_s);
    }

    void aTickGoesWithItsNumber()
    {
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        panel()->tick()->setChecked(true);
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE authentication_methods SET phone_number = '+380931299985' WHERE id = ?",
                       id("21"));
            tx.changed(Topic::Registers);
            return true;
        });
        QTRY_VERIFY(!panel()->tick()->isChecked());
    }

    void everyRefusalHasWords()
    {
        const QString nothingSpecial =
            resendRefusalText(Error{ErrorCode::Conflict, "nobody.knows", nullptr, {}});
        const std::pair<const char *, const char *> all[] = {
            {"device_request.unknown", ""},
            {"device_request.person_unknown", ""},
            {"device_request.legal_entity", "none"},
            {"device_request.legal_entity", "type"},
            {"device_request.legal_entity", "status"},
            {"device_request.status", ""},
            {"device_request.method_inactive", "unknown"},
            {"device_request.method_inactive", "inactive"},
            {"device_request.method_inactive", "no_confidant"},
            {"device_request.no_otp", "no_method"},
            {"device_request.no_otp", "type"},
            {"device_request.no_otp", "no_number"},
            {"device_request.number_changed", ""},
            {"device_request.too_soon", ""},
            {"device_request.program_silent", ""},
            {"device_request.sms_disabled", ""},
            {"device_request.code_missing", ""},
        };
        QSet<QString> said{nothingSpecial};
        for (const auto &[reason, why] : all) {
            const QString words = resendRefusalText(
                Error{ErrorCode::Conflict, reason, nullptr, {{u"why"_s, QLatin1String(why)}}});
            QVERIFY2(!said.contains(words), reason);
            said.insert(words);
        }
    }

    void countdowns()
    {
        using namespace std::chrono_literals;
        QCOMPARE(countdownText(1us), u"1 s"_s);
        QCOMPARE(countdownText(59s + 1us), u"1:00 min"_s);
        QCOMPARE(countdownText(125s), u"2:05 min"_s);
        QCOMPARE(countdownText(3h + 4min), u"3:04 h"_s);
    }

    void readingIsAudited()
    {
        choose("41");
        QTRY_VERIFY(panel()->tick()->isVisible());
        const auto rows = [&](const char *action) {
            return m_console->read([&](Transaction &tx) -> Result<qint64> {
                Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", QByteArray(action));
                return row.next() ? row.integer(0) : 0;
            });
        };
        QTRY_COMPARE(rows("device_request.read"), 1);
        QVERIFY(rows("device_request.list") >= 1);
    }

    void textsAreCheckedAndSaved()
    {
        TextsDialog dialog(*m_clinic, ScratchConsole::actor());
        dialog.show();
        dialog.choose(ResendTemplate::Program);
        dialog.field()->setPlainText(u"No. <request_number>, code <verification_code>"_s);
        QCOMPARE(dialog.preview(), u"No. 0059-A2MT-7B4X-81HK, code ••••"_s);
        QVERIFY(dialog.problem().isEmpty());
        dialog.field()->setPlainText(u"No. <request_numbr>"_s);
        QVERIFY(!dialog.problem().isEmpty());
        QVERIFY(!dialog.saveButton()->isEnabled());
        dialog.choose(ResendTemplate::Plain); // the fault is in another text, and that is seen
        QVERIFY(!dialog.saveButton()->isEnabled());
        dialog.field()->setPlainText(u"<verification_code>"_s);
        QVERIFY(!dialog.problem().isEmpty()); // there is no code in this one
        dialog.field()->setPlainText(u"Number <request_number>"_s);
        dialog.choose(ResendTemplate::Program);
        dialog.field()->setPlainText(u"No. <request_number>, code <verification_code>"_s);
        QVERIFY(dialog.saveButton()->isEnabled());
        dialog.saveButton()->click();
        QTRY_VERIFY(dialog.isHidden());
        QTRY_COMPARE(m_clinic->settings().text("CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE"),
                     u"Number <request_number>"_s);
        choose("41");
        QTRY_VERIFY(everythingSaid().contains(u"No. 0059-AAAA, code ••••"_s));
    }

    void aRequestIsRefreshedFromTheHealthSystem()
    {
        choose("41");
        QTRY_VERIFY(everythingSaid().contains(u"0059-AAAA"_s));
        QVERIFY2(!refresh()->isVisible(), "nobody has set up the health system");

        Receiver installation;
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            return Settings::write(tx, "ANTEROOM_EHEALTH_URL", installation.url(u"/"_s)).has_value();
        });
        QVERIFY(Secrets(m_clinic->settings(), m_clinic->keyring()).write("ANTEROOM_EHEALTH_TOKEN", "t0ken"));
        installation.answers = {
            answered("{'meta':{'code':200},'data':{'id':'$41','status':'completed','requisition':'0059-NEW',"
                     "'code':{'coding':[{'system':'s','code':'wheelchair'}]}}}"),
            answered("{'meta':{'code':200},'data':[{'id':'$21','type':'OTP','phone_number':'+380931234599'},"
                     "{'id':'$29','type':'OFFLINE'}]}")};
        InlineBarArea bars;
        m_page->setBars(&bars);
        choose("42");
        QTRY_VERIFY(refresh()->isVisible());
        choose("41");
        QTRY_VERIFY(everythingSaid().contains(u"0059-AAAA"_s));
        refresh()->click();
        QVERIFY2(!refresh()->isEnabled(), "one at a time");
        QTRY_VERIFY(refresh()->isEnabled());
        QCOMPARE(installation.requests.value(0).header("authorization"), "Bearer t0ken"_ba);
        QVERIFY2(told(bars).contains(u"2 way"_s), qPrintable(told(bars)));
        const auto cell = [&](int column) {
            return m_page->model()->index(m_page->model()->rowOf(id("41")), column).data().toString();
        };
        QTRY_COMPARE(cell(DeviceRequestModel::Number), u"0059-NEW"_s);
        QCOMPARE(cell(DeviceRequestModel::Status), u"Completed"_s);

        installation.answers = {Receiver::status(403)};
        refresh()->click();
        QTRY_VERIFY2(told(bars).contains(u"did not let us in"_s), qPrintable(told(bars)));
        QVERIFY(refresh()->isEnabled());
        m_page->setBars(nullptr);
    }

private:
    static QByteArray answered(QByteArray json)
    {
        json = json.replace('\'', '"').replace("$", id(""));
        return "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: " +
               QByteArray::number(json.size()) + "\r\n\r\n" + json;
    }

    static QString told(const InlineBarArea &bars)
    {
        QStringList all;
        for (const auto *bar : bars.findChildren<InlineBar *>())
            all += bar->text();
        return all.join(u'\n');
    }

    Button *refresh() const
    {
        for (auto *each : m_page->details()->findChildren<Button *>()) {
            if (each->text() == u"Refresh from eHealth"_s)
                return each;
        }
        return nullptr;
    }

    ResendPanel *panel() const { return m_page->details()->panel(); }
    ListView *view() const { return m_page->findChild<ListView *>(); }

    void choose(const char *end) { view()->selectRow(m_page->model()->rowOf(id(end))); }

    // Every word that stands in the details, badges among them.
    QString everythingSaid() const
    {
        QStringList said;
        for (auto *each : m_page->details()->findChildren<QLabel *>()) {
            if (each->isVisible())
                said.append(each->text());
        }
        for (auto *each : panel()->findChildren<Badge *>())
            said.append(each->text());
        return said.join(u'\n');
    }

    std::unique_ptr<ScratchConsole> m_console;
    Clinic *m_clinic = nullptr;
    std::unique_ptr<DeviceRequestsPage> m_page;
};

QTEST_MAIN(TestDeviceRequestsPage)
#include "tst_devicerequestspage.moc"
