// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/tokenservice.h"
#include "server/apiserver.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/delivery/messagedetails.h"
#include "ui/demo/drawnphoto.h"
#include "ui/filerequests/filerequestpage.h"
#include "ui/filerequests/photopane.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QUrl>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// The main job, whole: another system asks over HTTP, the patient answers in a real browser, the console
/// shows the photo.
class TestCircle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPhotoComesBackToTheConsole()
    {
        ScratchConsole console;
        Clinic &clinic = console.clinic();
        ApiServer server(clinic, {.listen = ListenAddress::parse(u"127.0.0.1:0"_s),
                                  .patientListen = ListenAddress::parse(u"127.0.0.1:0"_s),
                                  .logRequests = false});
        QVERIFY(server.start());
        FileRequestPage page(clinic, ScratchConsole::actor(), console.search());
        page.show();
        page.activate();
        QTRY_COMPARE(page.model()->state(), PagedModelBase::State::Ready);

        QNetworkReply *reply = post(server.staffUrl() + u"/v1/file-requests"_s, token(console));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        QTRY_COMPARE(page.model()->rowCount(), 1);
        page.findChild<ListPane *>()->view()->selectRow(0);

        const QUrl link = MessageDetails::firstLink(console.messages().first().body);
        QVERIFY(link.toString().startsWith(server.patientUrl() + u"/r/"_s));
        const QString photo = m_dir.filePath(u"IMG_0001.JPG"_s);
        QFile file(photo);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(drawPhoto(DrawnSubject::Rash, 7));
        file.close();

        QProcess patient;
        patient.setProcessChannelMode(QProcess::MergedChannels);
        patient.start(u"node"_s,
                      {qEnvironmentVariable("ANTEROOM_TEST_SOURCE") + u"/tests/system/browser/answer.mjs"_s,
                       link.toString(), u"17"_s, u"6"_s, u"1980"_s, u"The left arm"_s, photo});
        QTRY_VERIFY_WITH_TIMEOUT(patient.state() == QProcess::NotRunning, 120'000);
        const QByteArray said = patient.readAll();
        QVERIFY2(patient.exitStatus() == QProcess::NormalExit && patient.exitCode() == 0, said.constData());

        QTRY_COMPARE(page.model()->index(0, FileRequestModel::State).data().toString(), u"Answered"_s);
        QTRY_COMPARE(page.details()->photos()->count(), 1);
        QTRY_COMPARE(page.details()->photos()->shownPhoto().size(), QSize(1512, 2016));
        QCOMPARE(page.model()->row(0).view.files.first().description, u"The left arm"_s);
    }

private:
    static QByteArray token(ScratchConsole &console)
    {
        NewToken input;
        input.name = u"circle"_s;
        input.scopes = Scope::FileRequestWrite;
        return console
            .write([&](WriteTransaction &tx) {
                return console.clinic().tokens().create(tx, Actor::system("test"), input);
            })
            .secret;
    }

    QNetworkReply *post(const QString &url, const QByteArray &bearer)
    {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        request.setRawHeader("Authorization", "Bearer " + bearer);
        return m_network.post(request, R"({"prompt": "Please take a photo of your rash.", "type": "photo",
            "accountUserId": "42", "accountId": "12", "staffName": "Dr Rachel Williams",
            "patientDateOfBirth": "1980-06-17", "patientFirstName": "John", "patientLastName": "Smith",
            "patientMobile": "+447777123456", "recipientMobile": "+447777123456"})");
    }

    QTemporaryDir m_dir;
    QNetworkAccessManager m_network;
};

QTEST_MAIN(TestCircle)
#include "tst_circle.moc"
