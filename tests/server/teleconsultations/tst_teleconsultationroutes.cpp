// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/teleconsultations/teleconsultationfixture.h"

using namespace anteroom;
using namespace anteroom::test;

/// The endpoints of teleconsultations with rooms of our own, text for text.
class TestTeleconsultationRoutes final : public TeleconsultationFixture
{
    Q_OBJECT

private:
    static QByteArray unfolded(QByteArray calendar) { return calendar.replace("\r\n ", ""); }

private Q_SLOTS:
    void init() { start(); }
    void cleanup()
    {
        if (m_api)
            QCOMPARE(m_api->undescribed().join("\n"), QByteArray());
    }

    void makesARoom()
    {
        const Answer made = post(body());
        QCOMPARE(made.status, 201);
        const QString id = objectOf(made).value("roomId"_L1).toString();
        QCOMPARE(id.size(), 24);
        QCOMPARE(objectOf(made).size(), 1);

        const Answer seen = get(id.toLatin1(), "user3_external_id");
        QCOMPARE(seen.status, 200);
        const QJsonObject room = objectOf(seen);
        QCOMPARE(QStringList(room.keys()),
                 QStringList({u"accessLinkURL"_s, u"bandyerUserId"_s, u"participantsBandyerCall"_s}));
        QVERIFY(room.value("accessLinkURL"_L1).isNull());
        const QJsonArray others = room.value("participantsBandyerCall"_L1).toArray();
        QCOMPARE(others.size(), 1); // not the one who asks
        QCOMPARE(others.at(0).toObject().value("fullName"_L1).toString(), u"Joe Smith"_s);
        QVERIFY(!others.at(0).toObject().value("bandyerUserId"_L1).toString().isEmpty());
    }

    void bothPrefixesAreTheSame()
    {
        const QByteArray prefix = "/api/v1/telecons-be/teleconsultation";
        const Answer made = m_api->json("POST", prefix, m_token, body());
        QCOMPARE(made.status, 201);
        const QByteArray id = objectOf(made).value("roomId"_L1).toString().toLatin1();
        QCOMPARE(get(id, "user3_external_id").status, 200);
        const QByteArray user = "miauserid: user3_external_id\r\n";
        QCOMPARE(m_api->send("GET", prefix + '/' + id, m_token, {}, user).status, 200);
        QCOMPARE(m_api->send("GET", prefix + '/' + id + "/invite.ics", m_token, {}, user).status, 200);
        QCOMPARE(m_api->send("GET", prefix, m_token).status, 200);
        QCOMPARE(m_api->json("PATCH", prefix + '/' + id, m_token, {{u"end_date"_s, at(3h)}}).status, 204);
        QCOMPARE(m_api->send("DELETE", prefix + '/' + id, m_token).status, 204);
        const Answer refused =
            m_api->json("POST", prefix, m_token, body(participants({jane(), person("x", "patient", "X")})));
        QCOMPARE(wordsOf(refused), u"Failed POST /teleconsultation: no plus user in room"_s);
    }

    void refusesWhatIsNotRight_data()
    {
        QTest::addColumn<QJsonObject>("change"); // members of the body; null: left out
        QTest::addColumn<QString>("message");
        const auto who = [](const QJsonValue &value) { return QJsonObject{{u"participants"_s, value}}; };
        const auto one = [](const char *member, const QJsonValue &value) {
            QJsonObject changed = jane();
            if (value.isNull())
                changed.remove(QLatin1String(member));
            else
                changed.insert(QLatin1String(member), value);
            return QJsonObject{{u"participants"_s, participants({joe(), changed})}};
        };
        QTest::newRow("no start") << QJsonObject{{u"start_date"_s, QJsonValue()}}
                                  << u"body must have required property 'start_date'"_s;
        QTest::newRow("no end") << QJsonObject{{u"end_date"_s, QJsonValue()}}
                                << u"body must have required property 'end_date'"_s;
        QTest::newRow("no participants")
            << who(QJsonValue()) << u"body must have required property 'participants'"_s;
        QTest::newRow("start of another type")
            << QJsonObject{{u"start_date"_s, 5}} << u"body/start_date must be string"_s;
        for (const char *text : {"", "tomorrow", "2026-02-30T10:00:00Z", "2026-02-22T15:30:00", "2026-02-22",
                                 "2026-02-22T25:00:00Z"})
            QTest::newRow(text) << QJsonObject{{u"start_date"_s, QLatin1String(text)}}
                                << u"body/start_date must match format \"date-time\""_s;
        QTest::newRow("both ends") << QJsonObject{{u"duration_in_seconds"_s, 3600}}
                                   << u"body must NOT have both end_date and duration_in_seconds"_s;
        const QString length = u"body/end_date must be 5 minutes to 24 hours after start_date"_s;
        for (const qint64 seconds : {-1LL, 0LL, 299LL, 86401LL, 2147483647LL})
            QTest::newRow(QByteArray::number(seconds).constData())
                << QJsonObject{{u"end_date"_s, QJsonValue()}, {u"duration_in_seconds"_s, seconds}} << length;
        QTest::newRow("half a second")
            << QJsonObject{{u"duration_in_seconds"_s, 0.5}} << u"body/duration_in_seconds must be integer"_s;
        QTest::newRow("a list") << who(QJsonArray{u"a"_s, u"b"_s}) << u"body/participants must be object"_s;
        QTest::newRow("a text") << who(u"a"_s) << u"body/participants must be object"_s;
        QTest::newRow("no number") << who(QJsonObject{{u"data"_s, QJsonArray()}})
                                   << u"body/participants must have required property 'number'"_s;
        QTest::newRow("no data") << who(QJsonObject{{u"number"_s, 2}})
                                 << u"body/participants must have required property 'data'"_s;
        QTest::newRow("one") << who(participants({joe()}, 1)) << u"body/participants/number must be >= 2"_s;
        QTest::newRow("seven") << who(participants({joe()}, 7)) << u"body/participants/number must be <= 6"_s;
        QTest::newRow("26") << who(participants({joe()}, 26)) << u"body/participants/number must be <= 25"_s;
        QTest::newRow("a number as text")
            << who(QJsonObject{{u"number"_s, u"2"_s}, {u"data"_s, QJsonArray()}})
            << u"body/participants/number must be integer"_s;
        QTest::newRow("more data than number")
            << who(participants({joe(), jane(), person("x", "patient", "X")}, 2))
            << u"body/participants/data must NOT have more than 2 items"_s;
        QTest::newRow("twice") << who(participants({joe(), joe()}))
                               << u"body/participants/data/1 must NOT be a participant twice"_s;
        QTest::newRow("no id") << one("userExternalId", {})
                               << u"body/participants/data/1 must have required property 'userExternalId'"_s;
        QTest::newRow("no groups") << one("groups", {})
                                   << u"body/participants/data/1 must have required property 'groups'"_s;
        QTest::newRow("no name") << one("fullName", {})
                                 << u"body/participants/data/1 must have required property 'fullName'"_s;
        QTest::newRow("empty groups")
            << one("groups", QJsonArray())
            << u"body/participants/data/1/groups must NOT have fewer than 1 items"_s;
        QTest::newRow("groups as text")
            << one("groups", u"patient"_s) << u"body/participants/data/1/groups must be array"_s;
        QTest::newRow("a group that nobody lists")
            << one("groups", QJsonArray{u"patient"_s, u"king"_s})
            << u"body/participants/data/1/groups/1 must be equal to one of the allowed values"_s;
        QTest::newRow("an empty id")
            << one("userExternalId", u""_s)
            << u"body/participants/data/1/userExternalId must NOT have fewer than 1 characters"_s;
        QTest::newRow("a blank id")
            << one("userExternalId", u"  "_s)
            << u"userExternalId must not be blank; leave it out or give it a value."_s;
        QTest::newRow("a blank name")
            << one("fullName", u" "_s) << u"fullName must not be blank; leave it out or give it a value."_s;
        QTest::newRow("a blank language")
            << one("language", u" "_s) << u"language must not be blank; leave it out or give it a value."_s;
        QTest::newRow("a language as number")
            << one("language", 5) << u"body/participants/data/1/language must be string"_s;
    }

    void refusesWhatIsNotRight()
    {
        QFETCH(QJsonObject, change);
        QFETCH(QString, message);
        QJsonObject what = body();
        if (change.contains("duration_in_seconds"_L1) &&
            change.value("duration_in_seconds"_L1).toDouble() == 0.5)
            what.remove("end_date"_L1);
        for (auto it = change.begin(); it != change.end(); ++it)
            what.insert(it.key(), it.value());
        const Answer refused = post(what);
        QCOMPARE(refused.status, 400);
        QCOMPARE(objectOf(refused).value("statusCode"_L1).toInt(), 400);
        QCOMPARE(objectOf(refused).value("error"_L1).toString(), u"Bad Request"_s);
        QCOMPARE(crudMessage(refused), message);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultations"), 0);
        QCOMPARE(m_api->number("SELECT count(*) FROM video_users"), 0);
    }

    void takesADuration()
    {
        QJsonObject what = without(body(), "end_date");
        const QByteArray id = created(with(what, "duration_in_seconds", 300));
        QCOMPARE(m_api->number("SELECT ends_at - starts_at FROM teleconsultations"), 300'000'000);
        QCOMPARE(patch(id, {{u"duration_in_seconds"_s, 86400}}).status, 204);
        QCOMPARE(m_api->number("SELECT ends_at - starts_at FROM teleconsultations"), 86'400'000'000);
        // What the start alone changes keeps the end.
        QCOMPARE(patch(id, {{u"start_date"_s, at(2h)}}).status, 204);
        QCOMPARE(m_api->number("SELECT ends_at - starts_at FROM teleconsultations"), 82'800'000'000);
        QCOMPARE(patch(id, {{u"start_date"_s, at(30h)}}).status, 400);
        QCOMPARE(patch(id, {}).status, 204);
    }

    void nobodyToHost()
    {
        const QJsonObject nobody = participants({jane(), person("x", "customer", "X")});
        const Answer refused = post(body(nobody));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.body, R"({"error":"Failed POST /teleconsultation: no plus user in room"})"_ba);

        const QByteArray id = created();
        const Answer patched = patch(id, {{u"participants"_s, nobody}});
        QCOMPARE(patched.status, 400);
        QCOMPARE(patched.body, R"({"error":"Failed PATCH /teleconsultation: no plus user in room"})"_ba);

        const QByteArray open = created(body(participants({jane()}, 2)));
        const Answer added = add(open, person("x", "customer", "X"));
        QCOMPARE(added.status, 400);
        QCOMPARE(added.body, "{\"error\":\"Failed POST /teleconsultation/" + open +
                                 "/participants/data: no plus user in room\"}");
        QCOMPARE(m_api->number("SELECT count(*) FROM video_users WHERE external_id = 'x'"), 0);
    }

    void participantsMayComeLater()
    {
        const QByteArray id = created(body(participants({jane()}, 2)));
        m_api->clock.advance(1h);
        QVERIFY(link(id, "user3_external_id").isNull());
        QCOMPARE(add(id, jane()).status, 400);
        const Answer added = add(id, joe());
        QCOMPARE(added.status, 201);
        QCOMPARE(added.body, QByteArray());
        QVERIFY(link(id, "user3_external_id").startsWith(u"http://127.0.0.1:"));
        QCOMPARE(add(id, person("x", "patient", "X")).status, 409); // complete, and it has begun
    }

    void aFullListTakesNobody()
    {
        const QByteArray id = created();
        const Answer refused = add(id, person("x", "patient", "X"));
        QCOMPARE(refused.status, 400);
        QCOMPARE(objectOf(refused).value("statusCode"_L1).toInt(), 400);
    }

    void linksWorkInTheirWindowOnly()
    {
        start({{"IMMUTABLE_PERIOD_MS", u"600000"_s}});
        const QByteArray id = created();
        m_api->clock.advance(50min - 1s);
        QVERIFY(link(id, "user3_external_id").isNull());
        QCOMPARE(patch(id, {{u"end_date"_s, at(90min)}}).status, 204);
        m_api->clock.advance(1s);
        const QString janes = link(id, "user3_external_id");
        const QString joes = link(id, "user1_external_id");
        QVERIFY(janes.contains(u"/room/") && joes.contains(u"/room/") && janes != joes);
        const Answer refused = patch(id, {{u"end_date"_s, at(2h)}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(objectOf(refused).value("error"_L1).toString(), u"Conflict"_s);
        m_api->clock.advance(100min);
        QVERIFY(link(id, "user3_external_id").isNull());
        QCOMPARE(remove(id).status, 204);
    }

    void anUnlimitedRoomStays()
    {
        start({{"UNLIMITED_TELECONSULTATION", u"true"_s}});
        const QByteArray id = created();
        QCOMPARE(post(with(body(), "end_date", at(1h))).status, 400); // the check stays
        m_api->clock.advance(100h);
        QVERIFY(!link(id, "user3_external_id").isNull());
    }

    void whoStaysKeepsTheirLink()
    {
        const QByteArray id = created(body(participants({joe(), jane(), person("x", "patient", "X")})));
        const auto janes = unfolded(invitation(id, "user3_external_id").body);
        const qsizetype begin = janes.indexOf("URL:");
        QCOMPARE(patch(id, {{u"participants"_s, participants({joe(), jane()})}}).status, 204);
        m_api->clock.advance(1h);
        QCOMPARE(janes.mid(begin + 4, janes.indexOf('\r', begin) - begin - 4),
                 link(id, "user3_external_id").toLatin1());
        QCOMPARE(get(id, "x").body, R"({"error":"Unauthorized user"})"_ba);
    }

    void tellsWhatIsNotThere()
    {
        const QByteArray id = created();
        const Answer unknown = get("nothing%20here", "user3_external_id");
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.body, R"({"error":"Room with id nothing here not found on CRUD"})"_ba);
        QCOMPARE(get("0123456789abcdef01234567").body,
                 R"({"error":"Room with id 0123456789abcdef01234567 not found on CRUD"})"_ba);
        QCOMPARE(get(id).status, 401);
        QCOMPARE(get(id).body, R"({"error":"Unauthorized user"})"_ba);
        QCOMPARE(get(id, "somebody").body, R"({"error":"Unauthorized user"})"_ba);
        const Answer nobody = m_api->send("GET", "/teleconsultation/nothing");
        QCOMPARE(nobody.status, 401);
        QCOMPARE(objectOf(nobody).value("statusCode"_L1).toInt(), 401);
        for (const QByteArray &missing : {"nothing"_ba, "0123456789abcdef01234567"_ba}) {
            QCOMPARE(patch(missing, {}).body, R"({"error":"not found"})"_ba);
            QCOMPARE(remove(missing).body, R"({"error":"not found"})"_ba);
            QCOMPARE(add(missing, jane()).body, R"({"error":"not found"})"_ba);
            QCOMPARE(invitation(missing).body, R"({"error":"not found"})"_ba);
        }
        QCOMPARE(remove(id).status, 204);
        QCOMPARE(get(id, "user3_external_id").status, 404);
        QCOMPARE(patch(id, {}).status, 404);
        QCOMPARE(remove(id).status, 404);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultations WHERE state = 'trash'"), 1);
    }

    void theHeaderCountsWithItsScopeOnly()
    {
        const QByteArray id = created();
        const QByteArray plain = m_api->token(Scope::TeleconsultationRead);
        const auto ask = [&](const QByteArray &token, const QByteArray &header) {
            return m_api->send("GET", "/teleconsultation/" + id, token, {},
                               header + ": user3_external_id\r\n");
        };
        QCOMPARE(ask(plain, "miauserid").status, 401);
        QCOMPARE(ask(m_token, "other").status, 401);
        QCOMPARE(m_api->json("POST", "/teleconsultation", plain, body()).status, 403);
        const QByteArray writes = m_api->token(Scope::TeleconsultationWrite);
        QCOMPARE(m_api->send("GET", "/teleconsultation", writes).status, 403);
        start({{"USERID_HEADER_KEY", u"x-user"_s}});
        const QByteArray again = created();
        QCOMPARE(
            m_api->send("GET", "/teleconsultation/" + again, m_token, {}, "x-user: user3_external_id\r\n")
                .status,
            200);
    }

    void listsByStart()
    {
        for (const int hour : {5, 3, 4}) {
            QJsonObject what = body();
            what.insert(u"start_date"_s, at(std::chrono::hours(hour)));
            what.insert(u"end_date"_s, at(std::chrono::hours(hour + 1)));
            created(what);
        }
        const QByteArray trash = created(with(body(), "start_date", at(90min)));
        remove(trash);
        const auto list = [&](const QByteArray &query) {
            return objectOf(m_api->send("GET", "/teleconsultation?" + query, m_token));
        };
        const auto starts = [](const QJsonObject &page) {
            QStringList all;
            const QJsonArray items = page.value("items"_L1).toArray();
            for (const QJsonValue &item : items)
                all.append(item.toObject().value("start_date"_L1).toString());
            return all;
        };
        QCOMPARE(starts(list("")), QStringList({at(3h), at(4h), at(5h)}));
        QCOMPARE(m_api->send("GET", "/teleconsultation", m_token).header("cache-control"),
                 "private, no-store"_ba);
        const QByteArray from = at(3h).toLatin1(), to = at(5h).toLatin1();
        QCOMPARE(starts(list("from=" + from + "&to=" + to)), QStringList({at(3h), at(4h)}));
        const QJsonObject first = list("limit=2");
        QCOMPARE(starts(first), QStringList({at(3h), at(4h)}));
        const QByteArray cursor = first.value("nextCursor"_L1).toString().toLatin1();
        const QJsonObject second = list("limit=2&cursor=" + cursor);
        QCOMPARE(starts(second), QStringList{at(5h)});
        QVERIFY(second.value("nextCursor"_L1).isNull());
        for (const char *bad : {"limit=0", "limit=201", "limit=x", "cursor=x", "from=today", "to=2026-01-01"})
            QCOMPARE(m_api->send("GET", QByteArray("/teleconsultation?") + bad, m_token).status, 400);
    }

    void invitesByCalendar()
    {
        start({{"ANTEROOM_TIME_ZONE", u"Europe/Rome"_s}, {"ANTEROOM_CLINIC_NAME", u"Studio; Rossi, & C."_s}});
        const QByteArray id = created();
        const Answer first = invitation(id, "user3_external_id");
        QCOMPARE(first.status, 200);
        QVERIFY(first.header("content-type").startsWith("text/calendar"));
        const QByteArray text = unfolded(first.body);
        QVERIFY(text.contains("METHOD:REQUEST\r\n"));
        QVERIFY(text.contains("SEQUENCE:0\r\n"));
        QVERIFY(text.contains("X-WR-TIMEZONE:Europe/Rome\r\n"));
        QVERIFY(text.contains("(Europe/Rome)"));
        QVERIFY(text.contains("UID:" + id + "@anteroom\r\n"));
        QVERIFY(text.contains("CN=\"Studio; Rossi, & C.\""));
        const auto stamp = [](QString iso) {
            return iso.remove(u'-').remove(u':').left(15).toLatin1() + "Z\r\n";
        };
        QVERIFY(text.contains("DTSTART:" + stamp(at(1h))));
        QVERIFY(text.contains("DTEND:" + stamp(at(2h))));
        QVERIFY(text.contains("URL:http://127.0.0.1:"));
        for (const QByteArray &line : first.body.split('\n'))
            QVERIFY2(line.size() <= 76, line.constData());

        QVERIFY(!unfolded(invitation(id).body).contains("URL:")); // a service's token without a user
        QCOMPARE(invitation(id, "somebody").status, 401);
        QCOMPARE(patch(id, {{u"end_date"_s, at(3h)}}).status, 204);
        QVERIFY(invitation(id).body.contains("SEQUENCE:1\r\n"));
        QCOMPARE(patch(id, {{u"end_date"_s, at(3h)}}).status, 204); // nothing changes
        QVERIFY(invitation(id).body.contains("SEQUENCE:1\r\n"));
        QCOMPARE(remove(id).status, 204);
        const QByteArray cancelled = unfolded(invitation(id, "user3_external_id").body);
        QVERIFY(cancelled.contains("METHOD:CANCEL\r\n") && cancelled.contains("STATUS:CANCELLED\r\n"));
        QVERIFY(cancelled.contains("SEQUENCE:2\r\n") && !cancelled.contains("URL:"));
    }

    void aRepeatedPostMakesOne()
    {
        const Answer first = post(body(), "Idempotency-Key: k\r\n");
        const Answer second = post(body(), "Idempotency-Key: k\r\n");
        QCOMPARE(second.status, 201);
        QCOMPARE(second.body, first.body);
        QCOMPARE(m_api->number("SELECT count(*) FROM teleconsultations"), 1);
    }

    void usersAreMadeOnce()
    {
        const QByteArray first = created(), second = created();
        const auto self = [&](const QByteArray &id) {
            return objectOf(get(id, "user3_external_id")).value("bandyerUserId"_L1).toString();
        };
        QCOMPARE(self(first), self(second));
        QCOMPARE(m_api->number("SELECT count(*) FROM video_users"), 2);
    }

    void everythingIsWrittenDown()
    {
        const QByteArray id = created();
        get(id, "user3_external_id");
        get(id, "somebody");
        patch(id, {{u"end_date"_s, at(3h)}});
        m_api->send("GET", "/teleconsultation", m_token);
        invitation(id);
        remove(id);
        (void)m_api->store().writeNow([](WriteTransaction &) -> Result<void> { return {}; });
        for (const char *action : {"create", "read", "change", "list", "invitation", "delete"}) {
            const std::string sql = "SELECT count(*) FROM audit WHERE outcome = 'ok' AND action = "
                                    "'teleconsultation." +
                                    std::string(action) + "'";
            QTRY_COMPARE(m_api->number(sql), 1);
        }
        QTRY_COMPARE(m_api->number("SELECT count(*) FROM audit WHERE outcome = 'teleconsultation.not_yours'"),
                     1);
        QVERIFY(!m_api->log().contains("Jane") && !m_api->log().contains("/room/"));
    }

    void otherErrorsHaveTheCrudShape()
    {
        const auto shape = [](const Answer &answer) { return QStringList(objectOf(answer).keys()); };
        const QStringList crud{u"error"_s, u"message"_s, u"statusCode"_s};
        const QByteArray json = "Content-Type: application/json\r\n";
        QCOMPARE(shape(m_api->send("POST", "/teleconsultation", m_token, "{", json)), crud);
        QCOMPARE(
            shape(m_api->send("POST", "/teleconsultation", m_token, "x", "Content-Type: text/plain\r\n")),
            crud);
        QCOMPARE(shape(m_api->send("POST", "/teleconsultation", m_token, "[]", json)), crud);
        const Answer method = m_api->send("PUT", "/teleconsultation", m_token);
        QCOMPARE(method.status, 405);
        QCOMPARE(method.header("allow"), "POST, GET, HEAD, OPTIONS"_ba);
        QCOMPARE(shape(method), crud);
        QCOMPARE(m_api->send("GET", "/teleconsultation/a/b/c", m_token).body, R"({"error":"not found"})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestTeleconsultationRoutes)
#include "tst_teleconsultationroutes.moc"
