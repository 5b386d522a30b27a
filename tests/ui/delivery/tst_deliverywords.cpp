// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delivery/deliverywords.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

// Every key that the program's own sources hold for how an attempt may end, as a gateway would write it.
QSet<QByteArray> keysInTheSources()
{
    // What begins so is nothing but such keys, wherever it stands; in delivery's own folder every reason is
    // one. What a space or an underscore ends is followed by the other side's own code.
    static const QRegularExpression known(
        uR"("((?:delivery|sms|mail|push|webhook|report|video)\.[a-z_]+)(?:"| ))"_s);
    static const QRegularExpression any(uR"(\.?\breason\s*=\s*"([a-z]+\.[a-z_]+)(?:"| ))"_s);
    QSet<QByteArray> keys;
    QDirIterator files(qEnvironmentVariable("ANTEROOM_TEST_SOURCE") + u"/app"_s, {u"*.cpp"_s}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        const bool isDelivery = files.filePath().contains("/app/delivery/"_L1);
        for (const auto &pattern : isDelivery ? QList{known, any} : QList{known}) {
            auto matches = pattern.globalMatch(text);
            while (matches.hasNext()) {
                QByteArray key = matches.next().captured(1).toLatin1();
                keys.insert(key.endsWith('_') ? key + "503" : key);
            }
        }
    }
    return keys;
}

} // namespace

class TestDeliveryWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyOfTheSourcesHasWords()
    {
        const QSet<QByteArray> keys = keysInTheSources();
        for (const char *sure : {"mail.sign_in", "sms.status_503", "video.status_503", "push.bad_key"})
            QVERIFY2(keys.contains(sure), sure); // the sources were read
        QVERIFY(keys.size() > 40);
        QByteArrayList without;
        for (const QByteArray &key : keys) {
            if (reasonText(key).contains(QLatin1String(key)))
                without += key;
        }
        QVERIFY2(without.isEmpty(), without.join(", ").constData());
    }

    void anAdministratorsMattersAreToldApart_data()
    {
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<bool>("theirs");
        QTest::newRow("not set up") << "mail.not_set_up"_ba << true;
        QTest::newRow("not let in, with a code") << "push.sign_in 403"_ba << true;
        QTest::newRow("a video service's key") << "video.sign_in 401"_ba << true;
        QTest::newRow("no key to sign with") << "push.cannot_sign"_ba << true;
        QTest::newRow("no answer") << "delivery.timed_out"_ba << false;
        QTest::newRow("a dead token") << "push.dead_token 410"_ba << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }

    void anAdministratorsMattersAreToldApart()
    {
        QFETCH(const QByteArray, reason);
        QFETCH(const bool, theirs);
        QCOMPARE(isForAdministrator(reason), theirs);
    }

    // Only who looks there can tell, and there is no recipient to be asked.
    void aRoomInDoubtIsNoMessageInDoubt()
    {
        Message message;
        message.channel = Channel::Video;
        message.status = MessageStatus::InDoubt;
        message.body = u"{\"action\":\"room.create\"}"_s;
        message.lastError = "video.room_unknown";
        QVERIFY(isRoomInDoubt(message));
        QVERIFY(troubleText(message).contains(u"delete it"_s));
        QVERIFY(!troubleText(message).contains(u"recipient"_s));
        QVERIFY(!firstLine(message).contains(u"action"_s));
        QVERIFY(settleText(message) != settleText(Message{}));
        message.channel = Channel::Sms;
        message.lastError = "delivery.interrupted";
        QVERIFY(!isRoomInDoubt(message));
        QVERIFY(troubleText(message).contains(u"recipient"_s));
    }
};

QTEST_MAIN(TestDeliveryWords)
#include "tst_deliverywords.moc"
