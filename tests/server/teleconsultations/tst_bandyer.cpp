// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationservice.h"
#include "tests/server/support/stubserver.h"
#include "tests/server/teleconsultations/teleconsultationfixture.h"

#include <thread>

using namespace anteroom;
using namespace anteroom::test;

/// Rooms of Bandyer's: what is asked of it, and that its state and ours never part.
class TestBandyer final : public TeleconsultationFixture
{
    Q_OBJECT

private:
    using Reply = StubServer::Reply;

    void startWith(const QString &version = u"v1"_s, QHash<QByteArray, QString> more = {})
    {
        m_api.reset();
        m_rooms = m_users = 0;
        m_override = nullptr;
        m_stub = std::make_unique<StubServer>([this](const StubServer::Request &r) { return answer(r); });
        more.insert("ANTEROOM_VIDEO_PROVIDER", u"bandyer"_s);
        more.insert("ANTEROOM_BANDYER_API", version);
        more.insert("BANDYER_BASE_URL", m_stub->url() + u"/base/"_s);
        more.insert("BANDYER_API_SECRET_KEY", u"s3cret"_s);
        start(more);
    }

    // The stub's thread.
    Reply answer(const StubServer::Request &request)
    {
        if (m_override) {
            if (const auto reply = m_override(request))
                return *reply;
        }
        const bool isV2 = request.path.startsWith("/base/v2");
        if (request.method == "DELETE")
            return {};
        if (request.path.contains("user")) {
            const QJsonObject user{{u"id"_s, u"user-%1"_s.arg(++m_users)}};
            return Reply::json(isV2 ? user : QJsonObject{{u"user"_s, user}});
        }
        const QString id = u"room-%1"_s.arg(++m_rooms);
        QJsonArray urls;
        const QJsonArray members = request.json().value("participants"_L1).toArray();
        for (const QJsonValue &member : members) {
            const QString user = member.toObject().value("user_id"_L1).toString();
            urls.append(
                QJsonObject{{u"user"_s, user}, {u"url"_s, u"https://b.example/"_s + id + u'/' + user}});
        }
        const QJsonObject room{{u"room_id"_s, id}, {u"user_urls"_s, urls}};
        return Reply::json(isV2 ? room : QJsonObject{{u"room"_s, room}});
    }

    int calls(const QByteArray &method, const QByteArray &path)
    {
        return int(m_stub->requests(method, "/base" + path).size());
    }

    std::unique_ptr<StubServer> m_stub;
    std::atomic<int> m_users = 0, m_rooms = 0;
    std::function<std::optional<Reply>(const StubServer::Request &)> m_override;

private Q_SLOTS:
    void cleanup()
    {
        if (m_api)
            QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
        m_api.reset();
        m_stub.reset();
    }

    void asksForUsersAndARoom_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QByteArray>("users");
        QTest::addColumn<QByteArray>("rooms");
        QTest::newRow("v1") << u"v1"_s << "/rest/user/create"_ba
                            << "/rest/room/create"_ba;
        QTest::newRow("v2") << u"v2"_s << "/v2/users"_ba
                            << "/v2/rooms"_ba;
    }

    void asksForUsersAndARoom()
    {
        QFETCH(QString, version);
        QFETCH(QByteArray, users);
        QFETCH(QByteArray, rooms);
        startWith(version);
        const QByteArray id = created();
        const auto asked = m_stub->requests();
        QCOMPARE(asked.size(), 3);
        QCOMPARE(asked.at(0).path, "/base" + users);
        QCOMPARE(asked.at(0).header("apikey"), "s3cret"_ba);
        QCOMPARE(asked.at(0).json().value("role"_L1).toString(), u"plus"_s);
        QCOMPARE(asked.at(1).json().value("role"_L1).toString(), u"basic"_s);
        QCOMPARE(asked.at(2).path, "/base" + rooms);
        const QJsonObject room = asked.at(2).json();
        QCOMPARE(room.value("duration"_L1).toInt(), 3600);
        const QJsonObject doctor = room.value("participants"_L1).toArray().at(0).toObject();
        QCOMPARE(doctor.value("user_id"_L1).toString(), u"user-1"_s);
        QCOMPARE(doctor.value("is_admin"_L1).toBool(), true);
        QCOMPARE(doctor.value("tools"_L1).toObject().size(), 8);

        m_api->clock.advance(1h);
        const QJsonObject seen = objectOf(get(id, "user3_external_id"));
        QCOMPARE(seen.value("bandyerUserId"_L1).toString(), u"user-2"_s);
        QCOMPARE(seen.value("accessLinkURL"_L1).toString(), u"https://b.example/room-1/user-2"_s);
        QCOMPARE(seen.value("participantsBandyerCall"_L1)
                     .toArray()
                     .at(0)
                     .toObject()
                     .value("bandyerUserId"_L1)
                     .toString(),
                 u"user-1"_s);
        m_stub->forget();
        created(); // known users are not made again
        QCOMPARE(m_stub->requests().size(), 1);
    }

    void makesUsersAtOnceAndTheRoomWithTheLast()
    {
        startWith();
        const QByteArray id = created(body(participants({jane()}, 2)));
        QCOMPARE(calls("POST", "/rest/user/create"), 1);
        QCOMPARE(calls("POST", "/rest/room/create"), 0);
        QCOMPARE(add(id, person("x", "customer", "X")).status, 400); // nobody to host: no user either
        QCOMPARE(calls("POST", "/rest/user/create"), 1);
        QCOMPARE(add(id, joe()).status, 201);
        QCOMPARE(calls("POST", "/rest/user/create"), 2);
        QCOMPARE(calls("POST", "/rest/room/create"), 1);
    }

    void anUnlimitedRoomHasNoDuration()
    {
        startWith(u"v1"_s, {{"UNLIMITED_TELECONSULTATION", u"true"_s}});
        created();
        QVERIFY(!m_stub->requests().last().json().contains("duration"_L1));
    }

    void aChangeOfTheRoomMakesAnotherOne()
    {
        startWith();
        startDelivery();
        const QByteArray id = created();
        QCOMPARE(patch(id, {{u"end_date"_s, at(3h)}}).status, 204);
        QCOMPARE(calls("POST", "/rest/room/create"), 2);
        QTRY_COMPARE(calls("DELETE", "/rest/room/room-1"), 1);
        // The same length at another time is the same room.
        QCOMPARE(patch(id, {{u"start_date"_s, at(2h)}, {u"end_date"_s, at(4h)}}).status, 204);
        QCOMPARE(calls("POST", "/rest/room/create"), 2);
        m_api->clock.advance(2h);
        QCOMPARE(link(id, "user1_external_id"), u"https://b.example/room-2/user-1"_s);
        QCOMPARE(remove(id).status, 204);
        QTRY_COMPARE(calls("DELETE", "/rest/room/room-2"), 1);
        QTRY_COMPARE(m_api->number("SELECT count(*) FROM outbox WHERE channel = 'video' AND status = 'sent'"),
                     2);
    }

    void aDeletionIsTriedUntilTheRoomIsGone()
    {
        startWith(u"v2"_s);
        std::atomic<int> tries = 0;
        m_override = [&](const StubServer::Request &r) -> std::optional<Reply> {
            if (r.method != "DELETE")
                return std::nullopt;
            return Reply{.status = ++tries == 1 ? 500 : 404};
        };
        startDelivery();
        const QByteArray id = created();
        QCOMPARE(remove(id).status, 204);
        QTRY_COMPARE(m_api->number("SELECT count(*) FROM outbox WHERE tries = 1 AND status = 'queued'"), 1);
        m_api->clock.advance(10s);
        (void)m_api->store().writeNow([](WriteTransaction &tx) -> Result<void> {
            tx.changed(Topic::Settings); // has the worker look again
            return {};
        });
        QTRY_COMPARE(calls("DELETE", "/v2/rooms/room-1"), 2);
        QTRY_COMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'sent'"), 1);
    }

    void aKeyThatIsNotTakenIsSaid()
    {
        startWith();
        m_override = [](const StubServer::Request &r) -> std::optional<Reply> {
            return r.method == "DELETE" ? std::optional(Reply{.status = 401}) : std::nullopt;
        };
        startDelivery();
        QCOMPARE(remove(created()).status, 204);
        QTRY_COMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'queued' "
                                   "AND last_error = 'video.sign_in 401'"),
                     1);
    }

    void afterAFailureNothingHasChanged_data()
    {
        QTest::addColumn<QByteArray>("what"); // the call that fails
        QTest::addColumn<int>("how");
        QTest::addColumn<bool>("mayExist");
        for (const char *what : {"user", "room"}) {
            const QByteArray name = what;
            QTest::newRow((name + " 500").constData()) << name << 500 << false;
            QTest::newRow((name + " 401").constData()) << name << 401 << false;
            QTest::newRow((name + " garbage").constData()) << name << 200 << true;
            QTest::newRow((name + " closes").constData()) << name << -1 << true;
        }
        QTest::newRow("room without links") << "room"_ba << 1 << false;
        QTest::newRow("room hangs") << "room"_ba << -2 << true;
    }

    void afterAFailureNothingHasChanged()
    {
        QFETCH(QByteArray, what);
        QFETCH(int, how);
        QFETCH(bool, mayExist);
        startWith();
        startDelivery();
        const QByteArray before = created();
        m_override = [&](const StubServer::Request &r) -> std::optional<Reply> {
            if (r.method != "POST" || !r.path.contains(what))
                return std::nullopt;
            if (how == 1)
                return Reply{.body = R"({"room":{"room_id":"lost","user_urls":[]}})"};
            if (how < 0)
                return Reply{.hangs = how == -2, .cuts = how == -1};
            return Reply{.status = how, .body = how == 200 ? "<html>"_ba : QByteArray()};
        };
        const QJsonObject newcomer = participants({joe(), person("new", "patient", "New")});
        const Answer refused = post(body(newcomer));
        QCOMPARE(refused.status, 502);
        QCOMPARE(objectOf(refused).value("statusCode"_L1).toInt(), 502);
        QCOMPARE(patch(before, {{u"participants"_s, newcomer}}).status, 502);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultations"), 1);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultation_participants"), 2);
        QCOMPARE(m_api->number("SELECT sequence FROM teleconsultations"), 0);
        QCOMPARE(m_api->number("SELECT count(*) FROM video_intents"), 0);
        QCOMPARE(calls("DELETE", "/rest/room/room-1"), 0);
        if (what == "room")
            QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'in_doubt'"),
                     mayExist ? 2 : 0);
        if (how == 1)
            QTRY_COMPARE(calls("DELETE", "/rest/room/lost"), 2);

        m_override = nullptr; // and then it works
        QCOMPARE(post(body(newcomer)).status, 201);
    }

    void aUserWhoseAnswerWasLostIsAskedForByTheSameName()
    {
        startWith();
        std::atomic<bool> lost = true;
        m_override = [&](const StubServer::Request &r) -> std::optional<Reply> {
            if (!r.path.contains("user"))
                return std::nullopt;
            return lost.exchange(false) ? Reply{.cuts = true} : Reply{.status = 409};
        };
        QCOMPARE(post(body()).status, 502);
        const QString wanted = m_stub->requests().first().json().value("id"_L1).toString();
        m_stub->forget();
        const QByteArray id = created();
        QCOMPARE(m_stub->requests().first().json().value("id"_L1).toString(), wanted);
        QCOMPARE(objectOf(get(id, "user1_external_id")).value("bandyerUserId"_L1).toString(), wanted);
    }

    void whatIsNotSetUpIsSaid()
    {
        start({{"ANTEROOM_VIDEO_PROVIDER", u"bandyer"_s}});
        QCOMPARE(post(body()).status, 502);
        m_stub = std::make_unique<StubServer>([](const StubServer::Request &) { return Reply{}; });
    }

    void manyAtOnceMakeEachUserOnce()
    {
        startWith();
        std::vector<std::thread> threads;
        std::atomic<int> made = 0;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&, what = body()] { made += post(what).status == 201; });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(made.load(), 4);
        QCOMPARE(calls("POST", "/rest/user/create"), 2);
        QCOMPARE(calls("POST", "/rest/room/create"), 4);
    }

    void aRoomThatIsNotUsedIsDeleted()
    {
        startWith();
        startDelivery();
        const QByteArray id = created();
        // While the other room is being made, somebody deletes the teleconsultation.
        m_override = [&, isFirst = true](const StubServer::Request &r) mutable -> std::optional<Reply> {
            if (r.path.endsWith("/room/create") && std::exchange(isFirst, false)) {
                (void)m_api->store().writeNow([&](WriteTransaction &tx) {
                    return m_api->clinic().teleconsultations().remove(tx, Actor::system("test"),
                                                                      TeleconsultationId::fromTrusted(id));
                });
            }
            return std::nullopt;
        };
        QCOMPARE(patch(id, {{u"end_date"_s, at(3h)}}).status, 404);
        QTRY_COMPARE(calls("DELETE", "/rest/room/room-2"), 1);
        QTRY_COMPARE(calls("DELETE", "/rest/room/room-1"), 1);
        QCOMPARE(m_api->number("SELECT count(*) FROM video_intents"), 0);
    }

    void whatAStopLeftIsSettledAtTheNextStart()
    {
        startWith();
        const QByteArray id = created();
        const auto repaired = m_api->store().writeNow([&](WriteTransaction &tx) {
            tx.execute("INSERT INTO video_intents (id, provider, teleconsultation_id, created_at) "
                       "VALUES ('i', 'bandyer', 'aaaaaaaaaaaaaaaaaaaaaaaa', 0)");
            tx.execute("UPDATE teleconsultations SET state = 'trash'");
            return m_api->clinic().teleconsultations().repair(tx);
        });
        QCOMPARE(repaired.value(), 2);
        QCOMPARE(m_api->number("SELECT count(*) FROM outbox WHERE status = 'in_doubt' "
                               "AND last_error = 'video.room_unknown'"),
                 1);
        QCOMPARE(
            m_api->number("SELECT count(*) FROM outbox WHERE status = 'queued' AND recipient = 'room-1'"), 1);
        QVERIFY(!m_api->store()
                     .readNow([](Transaction &tx) -> Result<bool> {
                         return TeleconsultationService::needsRepair(tx);
                     })
                     .value());
    }
};

QTEST_GUILESS_MAIN(TestBandyer)
#include "tst_bandyer.moc"
