// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/phrasebook.h"
#include "server/patient/template.h"
#include "server/rooms/roompages.h"
#include "server/rooms/roomphrases.h"
#include "tests/server/support/apifixture.h"
#include "tests/support/teleconsultations.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <QWebSocket>

using namespace Qt::StringLiterals;
using namespace anteroom;
using namespace anteroom::test;
using namespace std::chrono_literals;

namespace {

constexpr char upgradeFields[] = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// A browser's page, as far as the server sees it.
class Visitor : public QObject
{
public:
    Visitor(quint16 port, const QByteArray &token, const QByteArray &origin = {})
    {
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            heard.append(QJsonDocument::fromJson(text.toUtf8()).object());
        });
        QNetworkRequest request(
            QUrl(u"ws://127.0.0.1:%1/room/%2/signal"_s.arg(port).arg(QLatin1String(token))));
        request.setRawHeader("Origin",
                             origin.isEmpty() ? "http://127.0.0.1:" + QByteArray::number(port) : origin);
        m_socket.open(request);
    }
    void say(const QJsonObject &message)
    {
        m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson()));
    }
    void join() { say({{u"type"_s, u"join"_s}, {u"instance"_s, u"x"_s}}); }
    QJsonObject last(QLatin1String type) const
    {
        for (auto it = heard.crbegin(); it != heard.crend(); ++it) {
            if (it->value("type"_L1).toString() == type)
                return *it;
        }
        return {};
    }
    QString state() const { return last("state"_L1)[u"state"_s].toString(); }
    QString why() const { return last("state"_L1)[u"why"_s].toString(); }
    QAbstractSocket::SocketState socketState() const { return m_socket.state(); }

    QList<QJsonObject> heard;

private:
    QWebSocket m_socket;
};

} // namespace

/// The pages and the WebSocket of video rooms, on a whole server.
class tst_RoomSite : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void phrases();
    void pageHasItsHeadersAndNothingInline();
    void pageSpeaksTheirLanguage();
    void unknownLinksAreAlike();
    void missesAreLimited();
    void assets();
    void signalWantsAWebSocketAndItsOrigin();
    void staffListenerHasNone();
    void meet();
    void letsInWhenItOpens();
    void cancelledIsSeenAtOnce();
    void endsForAll();
    void whoGoesInAndOutFillsNoLog();
    void turn();
    void logsNoLinks();

private:
    struct Meeting
    {
        Teleconsultation consultation;
        QByteArray doctor;
        QByteArray patient;
    };
    Meeting newMeeting(std::chrono::seconds startsIn = 0s, const QString &language = u"en"_s);
    RawClient::Answer get(const QByteArray &path, const QByteArray &fields = {});

    std::unique_ptr<ApiFixture> m_api;
};

void tst_RoomSite::initTestCase()
{
    m_api = std::make_unique<ApiFixture>(
        QHash<QByteArray, QString>{{"ANTEROOM_CLINIC_PHONE"_ba, u"020 7946 0018"_s},
                                   {"ANTEROOM_TURN_URL"_ba, u"turn:127.0.0.1:3478"_s},
                                   {"ANTEROOM_TURN_SECRET"_ba, u"north"_s}});
    QVERIFY(!m_api->error());
}

tst_RoomSite::Meeting tst_RoomSite::newMeeting(std::chrono::seconds startsIn, const QString &language)
{
    const auto &access = m_api->clinic().roomAccess();
    auto made = m_api->store().writeNow([&](WriteTransaction &tx) -> Result<Teleconsultation> {
        return makeTeleconsultation(tx, access, {.startsAt = tx.now() + startsIn, .language = language});
    });
    Meeting meeting;
    meeting.consultation = *made;
    meeting.doctor = access.tokenOf(made->participants[0].id);
    meeting.patient = access.tokenOf(made->participants[1].id);
    return meeting;
}

RawClient::Answer tst_RoomSite::get(const QByteArray &path, const QByteArray &fields)
{
    RawClient client(m_api->patientPort());
    client.send(anteroom::test::get(path, fields));
    return client.answer();
}

void tst_RoomSite::phrases()
{
    static const QRegularExpression place(u"%[0-9]"_s);
    const Phrasebook phrasebook;
    QSet<QByteArray> known;
    for (const Phrase &phrase : roomPhrases()) {
        QVERIFY2(!known.contains(phrase.key), phrase.key);
        known.insert(phrase.key);
        for (const QByteArray &language : Phrasebook::languages()) {
            const QString words = phrasebook.text(language, roomPageContext, phrase.source);
            QVERIFY2(language == "en" || phrasebook.has(language, roomPageContext, phrase.source),
                     phrase.key);
            QCOMPARE(words.count(place), QString::fromUtf8(phrase.source).count(place));
        }
    }
    for (const QByteArray &key : RoomPages(phrasebook).phraseKeys())
        QVERIFY2(known.contains(key), key.constData());
    // What the scripts say is among them.
    QByteArray scripts;
    for (const char *name : {"room.js", "view.js"}) {
        QFile file(u":/room/"_s + QLatin1String(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        scripts += file.readAll();
    }
    static const QRegularExpression said(u"say\\('([A-Za-z]+)'"_s);
    int found = 0;
    for (auto match = said.globalMatch(QString::fromUtf8(scripts)); match.hasNext(); ++found) {
        const QByteArray key = "script." + match.next().captured(1).toLatin1();
        QVERIFY2(known.contains(key), key.constData());
    }
    QVERIFY(found > 20);
}

void tst_RoomSite::pageHasItsHeadersAndNothingInline()
{
    static const QRegularExpression inlined(
        u"<script(?![^>]*src=)|<style|\\sstyle=|\\son[a-z]+=|javascript:|https?://"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto meeting = newMeeting();
    const auto page = get("/room/" + meeting.patient);
    QCOMPARE(page.status, 200);
    const QString body = QString::fromUtf8(page.body);
    QVERIFY2(!body.contains(inlined), qPrintable(inlined.match(body).captured()));
    QVERIFY(!body.contains("{{"_L1));
    QVERIFY(!body.contains("Patient 1"_L1)); // names come later, and to whom joins
    QVERIFY(!page.body.contains(meeting.patient));
    QVERIFY(body.contains("href=\"tel:02079460018\""_L1));
    QVERIFY(body.contains("data-state=\"waiting\""_L1));
    const QByteArray socket = "ws://127.0.0.1:" + QByteArray::number(m_api->patientPort());
    QVERIFY(page.header("content-security-policy").contains("connect-src 'self' " + socket + ";"));
    QVERIFY(page.header("content-security-policy").startsWith("default-src 'none'; script-src 'self';"));
    QVERIFY(page.header("permissions-policy")
                .startsWith("camera=(self), microphone=(self), display-capture=(self)"));
    QCOMPARE(page.header("referrer-policy"), "no-referrer"_ba);
    QCOMPARE(page.header("cache-control"), "no-store"_ba);
    QCOMPARE(page.header("x-frame-options"), "DENY"_ba);
    // A file request's page may use neither.
    QVERIFY(get("/r/abcdefghjkmn").header("permissions-policy").startsWith("camera=(), microphone=()"));
}

void tst_RoomSite::pageSpeaksTheirLanguage()
{
    const auto meeting = newMeeting(0s, u"uk"_s);
    QVERIFY(get("/room/" + meeting.patient, "Accept-Language: it\r\n").body.contains("<html lang=\"uk\">"));
    QVERIFY(get("/room/" + meeting.patient + "?lang=en").body.contains("<html lang=\"en\">"));
    QVERIFY(get("/room/unknown", "Accept-Language: it\r\n").body.contains("<html lang=\"it\">"));
    for (const char *code : {"en", "it", "uk"}) // and lets them choose
        QVERIFY(get("/room/" + meeting.patient).body.contains("href=\"?lang=" + QByteArray(code) + '"'));
    QVERIFY(get("/room/" + meeting.patient).body.contains("data-zone=\"UTC\""));
    const auto other = newMeeting(0s, u"fr"_s);
    QVERIFY(get("/room/" + other.patient, "Accept-Language: it\r\n").body.contains("<html lang=\"it\">"));
}

void tst_RoomSite::unknownLinksAreAlike()
{
    const auto meeting = newMeeting();
    auto removed = meeting.consultation;
    removed.participants.removeLast();
    const auto done = m_api->store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        const auto &access = m_api->clinic().roomAccess();
        TeleconsultationRepository::update(tx, removed,
                                           [&](const ParticipantId &id) { return access.tokenOf(id); });
        return {};
    });
    QVERIFY(done);
    const auto gone = get("/room/" + meeting.patient);
    QCOMPARE(gone.status, 404);
    for (const QByteArray &token : {"x"_ba, QByteArray(43, 'A'), "%00%ff"_ba, QByteArray(5000, 'a')}) {
        const auto answer = get("/room/" + token);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, gone.body);
        QVERIFY(!answer.header("permissions-policy").contains("self"));
    }
    QCOMPARE(get("/room/").status, 404);
    QCOMPARE(get("/room").status, 404);
    RawClient poster(m_api->patientPort());
    QVERIFY(poster.send(post("/room/" + meeting.doctor, "{}")));
    QCOMPARE(poster.answer().status, 405);
    RawClient head(m_api->patientPort());
    QVERIFY(head.send("HEAD /room/" + meeting.doctor + " HTTP/1.1\r\nHost: x\r\n\r\n"));
    QCOMPARE(head.answer(5000, true).status, 200);
}

void tst_RoomSite::missesAreLimited()
{
    const auto meeting = newMeeting();
    int refused = 0;
    for (int i = 0; i < 80; ++i) {
        const auto answer = get("/room/guess" + QByteArray::number(i));
        if (answer.status == 429) {
            ++refused;
            QVERIFY(answer.header("retry-after").toInt() > 0);
        }
    }
    QVERIFY(refused > 0);
    QCOMPARE(get("/room/" + meeting.patient).status, 200); // a right one is
    m_api->clock.advance(1h);
    QCOMPARE(get("/room/guess").status, 404);
}

void tst_RoomSite::assets()
{
    const auto page = get("/room/" + newMeeting().patient).body;
    static const QRegularExpression link(u"(?:href|src)=\"(/room/-/[^\"]+)\""_s);
    int found = 0;
    QByteArray base;
    for (auto match = link.globalMatch(QString::fromUtf8(page)); match.hasNext(); ++found) {
        const QByteArray path = match.next().captured(1).toLatin1();
        base = path.first(path.lastIndexOf('/') + 1);
        const auto asset = get(path, "Accept-Encoding: gzip\r\n");
        QCOMPARE(asset.status, 200);
        QCOMPARE(asset.header("content-encoding"), "gzip"_ba);
        QVERIFY(asset.header("cache-control").contains("immutable"));
    }
    QCOMPARE(found, 3);
    for (const QByteArray &name : RoomPages::assetNames())
        QCOMPARE(get(base + name).status, 200);
    QCOMPARE(get("/room/-/old/room.js").header("cache-control"), "no-store"_ba);
    QCOMPARE(get(base + "room.html").status, 404);
    QCOMPARE(get(base + "%2e%2e").status, 404);
}

void tst_RoomSite::signalWantsAWebSocketAndItsOrigin()
{
    const auto meeting = newMeeting();
    const QByteArray path = "/room/" + meeting.patient + "/signal";
    QCOMPARE(get(path).status, 426);
    QCOMPARE(get(path, upgradeFields).status, 403); // no Origin
    QCOMPARE(get(path, upgradeFields + "Origin: https://evil.example\r\n"_ba).status, 403);
    QCOMPARE(get(path, upgradeFields + "Origin: null\r\n"_ba).status, 403);
    const QByteArray origin = "Origin: http://127.0.0.1:" + QByteArray::number(m_api->patientPort()) + "\r\n";
    RawClient client(m_api->patientPort());
    QVERIFY(client.send(anteroom::test::get(path, upgradeFields + origin)));
    QCOMPARE(client.answer(5000, true).status, 101);
    QCOMPARE(get("/room/unknown/signal", upgradeFields + origin).status, 404);
    QCOMPARE(get("/room/" + meeting.patient, upgradeFields + origin).status, 200); // the page itself
}

void tst_RoomSite::staffListenerHasNone()
{
    const auto meeting = newMeeting();
    QCOMPARE(m_api->send("GET", "/room/" + meeting.patient).status, 404);
    QCOMPARE(m_api->send("GET", "/room/" + meeting.patient + "/signal", {}, {}, upgradeFields).status, 404);
}

void tst_RoomSite::meet()
{
    const auto meeting = newMeeting();
    Visitor doctor(m_api->patientPort(), meeting.doctor);
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(doctor.state(), u"open"_s);
    QTRY_COMPARE(patient.state(), u"open"_s);
    doctor.join();
    QTRY_COMPARE(doctor.state(), u"live"_s);
    patient.join();
    QTRY_COMPARE(patient.state(), u"live"_s);
    QTRY_VERIFY(!doctor.last("entered"_L1).isEmpty());
    const auto id = patient.last("state"_L1)[u"people"_s][0][u"id"_s].toString();
    patient.say({{u"type"_s, u"signal"_s}, {u"to"_s, id}, {u"data"_s, QJsonObject{{u"a"_s, 1}}}});
    QTRY_COMPARE(doctor.last("signal"_L1)[u"data"_s][u"a"_s].toInt(), 1);
    doctor.say({{u"type"_s, u"chat"_s}, {u"text"_s, u"Добрий день"_s}});
    QTRY_COMPARE(patient.last("chat"_L1)[u"text"_s].toString(), u"Добрий день"_s);
    QTRY_COMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'room.join'"), 2);
    QVERIFY(m_api->number("SELECT count(*) FROM teleconsultations WHERE joined_at IS NOT NULL") >= 1);
}

void tst_RoomSite::letsInWhenItOpens()
{
    const auto meeting = newMeeting(10min);
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(patient.why(), u"early"_s);
    patient.join();
    m_api->clock.advance(10min);
    QTRY_COMPARE(patient.state(), u"live"_s);
    m_api->clock.advance(30min);
    QTRY_COMPARE(patient.state(), u"ended"_s);
    QCOMPARE(patient.why(), u"time"_s);
    QTRY_COMPARE(patient.socketState(), QAbstractSocket::UnconnectedState);
}

void tst_RoomSite::cancelledIsSeenAtOnce()
{
    auto meeting = newMeeting(10min);
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(patient.state(), u"waiting"_s);
    meeting.consultation.state = Teleconsultation::State::Trash;
    const auto done = m_api->store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        const auto &access = m_api->clinic().roomAccess();
        TeleconsultationRepository::update(tx, meeting.consultation,
                                           [&](const ParticipantId &id) { return access.tokenOf(id); });
        tx.changed(Topic::Teleconsultations, meeting.consultation.id.text());
        return {};
    });
    QVERIFY(done);
    QTRY_COMPARE(patient.why(), u"cancelled"_s);
}

void tst_RoomSite::endsForAll()
{
    const auto meeting = newMeeting();
    Visitor doctor(m_api->patientPort(), meeting.doctor);
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(doctor.state(), u"open"_s);
    QTRY_COMPARE(patient.state(), u"open"_s);
    doctor.join();
    patient.join();
    QTRY_COMPARE(patient.state(), u"live"_s);
    QTRY_COMPARE(doctor.state(), u"live"_s);
    patient.say({{u"type"_s, u"end"_s}});
    doctor.say({{u"type"_s, u"end"_s}});
    QTRY_COMPARE(patient.why(), u"host"_s);
    QTRY_COMPARE(doctor.why(), u"host"_s);
    QCOMPARE(m_api->number("SELECT count(*) FROM audit WHERE action = 'room.end'"), 1);
    Visitor again(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(again.state(), u"ended"_s);
}

// Whoever has a link can come in as often as they like; the audit log is for ever.
void tst_RoomSite::whoGoesInAndOutFillsNoLog()
{
    const auto meeting = newMeeting();
    const auto joins = [&] {
        return m_api->number("SELECT count(*) FROM audit WHERE action = 'room.join' AND subject = '" +
                             meeting.consultation.id.text().toStdString() + "'");
    };
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(patient.state(), u"open"_s);
    for (int i = 1; i <= 20; ++i) {
        patient.join();
        patient.say({{u"type"_s, u"leave"_s}});
    }
    patient.say({{u"type"_s, u"ping"_s}});
    QTRY_VERIFY(!patient.last("pong"_L1).isEmpty()); // all of it has been heard
    (void)m_api->store().writeNow([](WriteTransaction &) -> Result<void> { return {}; });
    QCOMPARE(joins(), 1);
    m_api->clock.advance(1min); // and then it is news again
    patient.join();
    QTRY_COMPARE(joins(), 2);
}

void tst_RoomSite::turn()
{
    const auto meeting = newMeeting();
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_VERIFY(!patient.heard.isEmpty());
    const auto server = patient.heard.first()[u"ice"_s][0];
    QCOMPARE(server[u"urls"_s][0].toString(), u"turn:127.0.0.1:3478"_s);
    QVERIFY(!server[u"credential"_s].toString().isEmpty());
}

void tst_RoomSite::logsNoLinks()
{
    const auto meeting = newMeeting();
    get("/room/" + meeting.patient);
    Visitor patient(m_api->patientPort(), meeting.patient);
    QTRY_COMPARE(patient.state(), u"open"_s);
    QTRY_VERIFY(m_api->log().contains("roomSignal"));
    const auto log = m_api->log();
    QVERIFY(!log.contains(meeting.patient));
    QVERIFY(!log.contains("Patient 1"));
}

QTEST_GUILESS_MAIN(tst_RoomSite)
#include "tst_roomsite.moc"
