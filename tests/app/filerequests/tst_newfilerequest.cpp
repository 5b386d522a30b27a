// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/newfilerequest.h"
#include "tests/support/scratchclinic.h"

#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

using Edit = std::function<void(NewFileRequest &)>;
Q_DECLARE_METATYPE(Edit)

class TestNewFileRequest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data()
    {
        QTest::addColumn<Edit>("change");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<QByteArray>("field");
        const auto row = [](const char *name, QString NewFileRequest::*member, const QString &value,
                            const char *reason, const char *field) {
            QTest::newRow(name) << Edit([member, value](NewFileRequest &input) { input.*member = value; })
                                << QByteArray(reason) << QByteArray(field);
        };
        using N = NewFileRequest;
        row("no type", &N::type, {}, "member.required", "type");
        row("other type", &N::type, u"document"_s, "file_request.type", "type");
        row("type in capitals", &N::type, u"Photo"_s, "file_request.type", "type");
        row("no account", &N::accountId, {}, "member.required", "accountId");
        row("blank account", &N::accountId, u" "_s, "text.blank", "accountId");
        row("no staff name", &N::staffName, {}, "member.required", "staffName");
        row("empty staff name", &N::staffName, u""_s, "text.blank", "staffName");
        row("staff name of 201", &N::staffName, QString(201, u'a'), "text.too_long", "staffName");
        row("no date of birth", &N::patientDateOfBirth, {}, "member.required", "patientDateOfBirth");
        row("no real date", &N::patientDateOfBirth, u"1980-02-30"_s, "date.malformed", "patientDateOfBirth");
        row("other form of date", &N::patientDateOfBirth, u"17/06/1980"_s, "date.malformed",
            "patientDateOfBirth");
        row("a moment", &N::patientDateOfBirth, u"1980-06-17T00:00:00Z"_s, "date.malformed",
            "patientDateOfBirth");
        row("tomorrow", &N::patientDateOfBirth, u"2026-01-16"_s, "date.in_future", "patientDateOfBirth");
        row("first name of 201", &N::patientFirstName, QString(201, u'a'), "text.too_long",
            "patientFirstName");
        row("blank last name", &N::patientLastName, u"\t"_s, "text.malformed", "patientLastName");
        row("prompt of 2,001", &N::prompt, QString(2001, u'a'), "text.too_long", "prompt");
        row("empty prompt", &N::prompt, u""_s, "text.blank", "prompt");
        row("patient's number", &N::patientMobile, u"07777123456"_s, "phone.malformed", "patientMobile");
        row("recipient's number", &N::recipientMobile, u"+44 7777 123456"_s, "phone.malformed",
            "recipientMobile");
        row("e-mail", &N::recipientEmail, u"johnsmith@"_s, "email.malformed", "recipientEmail");
        row("staff id", &N::staffId, u"42"_s, "id.malformed", "staffId");
        row("hook by http", &N::filesUpdateWebhookUrl, u"http://example.com/"_s, "url.malformed",
            "filesUpdateWebhookUrl");
        row("hook with credentials", &N::filesUpdateWebhookUrl, u"https://u:p@example.com/"_s,
            "url.malformed", "filesUpdateWebhookUrl");
    }

    void refusals()
    {
        QFETCH(Edit, change);
        QFETCH(QByteArray, reason);
        QFETCH(QByteArray, field);
        NewFileRequest input = ScratchClinic::example();
        change(input);
        const auto result = checked(input, {ManualClock().now(), {}, false});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Invalid);
        QCOMPARE(QByteArray(result.error().reason), reason);
        QCOMPARE(QByteArray(result.error().field), field);
    }

    void pairs()
    {
        const std::pair<Edit, QString> rows[] = {
            {[](NewFileRequest &input) { input.accountUserId = QString(); }, u"staffId/accountUserId"_s},
            {[](NewFileRequest &input) { input.patientMobile = QString(); },
             u"patientMobile/patientExternalId"_s},
            {[](NewFileRequest &input) { input.recipientMobile = QString(); },
             u"recipientMobile/recipientEmail"_s},
        };
        for (const auto &[change, pair] : rows) {
            NewFileRequest input = ScratchClinic::example();
            change(input);
            const auto result = checked(input, {ManualClock().now(), {}, false});
            QVERIFY(!result);
            QCOMPARE(QByteArray(result.error().reason), "file_request.pair");
            QCOMPARE(result.error().data.value(u"pair").toString(), pair);
        }
    }

    void limitsAreReached()
    {
        NewFileRequest input = ScratchClinic::example();
        input.prompt = QString(1999, u'a') + u"\U0001F600"_s;
        input.patientFirstName = QString(200, u'a');
        input.patientDateOfBirth = u"2026-01-15"_s;
        input.filesUpdateWebhookUrl = u"https://example.com/hook"_s;
        QVERIFY(checked(input, {ManualClock().now(), {}, false}));
        input.filesUpdateWebhookUrl = u"http://127.0.0.1:9000/hook"_s;
        QVERIFY(!checked(input, {ManualClock().now(), {}, false}));
        QVERIFY(checked(input, {ManualClock().now(), {}, true}));
    }
};

QTEST_APPLESS_MAIN(TestNewFileRequest)
#include "tst_newfilerequest.moc"
