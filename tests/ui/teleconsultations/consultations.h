// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/support/stubserver.h"
#include "tests/support/scratchconsole.h"
#include "ui/teleconsultations/teleconsultationscheduler.h"

namespace anteroom {

using namespace std::chrono_literals;

/// A provider of rooms that takes every request and never answers.
class SilentProvider
{
public:
    SilentProvider()
        : m_stub([](const test::StubServer::Request &) { return test::StubServer::Reply{.hangs = true}; })
    {
    }

    /// What makes a clinic use it.
    QHash<QByteArray, QString> environment() const
    {
        return {{"ANTEROOM_VIDEO_PROVIDER", QStringLiteral("bandyer")},
                {"BANDYER_BASE_URL", m_stub.url()},
                {"BANDYER_API_SECRET_KEY", QStringLiteral("s3cret")}};
    }
    qsizetype asked() const { return m_stub.requests().size(); }

private:
    test::StubServer m_stub;
};

/// What tests of teleconsultations in the console ask again and again. `console` outlives it.
class Consultations
{
public:
    explicit Consultations(ScratchConsole &console)
        : m_console(console)
        , scheduler(console.clinic(), ScratchConsole::actor())
    {
    }

    static NewParticipant host()
    {
        const Actor actor = ScratchConsole::actor()();
        return {.externalId = TeleconsultationScheduler::externalIdOf(actor),
                .fullName = actor.displayName,
                .groups = QStringList{QStringLiteral("doctor")}};
    }
    static NewParticipant guest(const QString &id = QStringLiteral("jane"),
                                const QString &name = QStringLiteral("Jane Doe"))
    {
        return {.externalId = id, .fullName = name, .groups = QStringList{QStringLiteral("patient")}};
    }

    UtcTime now() const { return m_console.clinic().clock().now(); }

    /// So long from now, for half an hour; `number` 0: as many as there are.
    TeleconsultationInput input(std::chrono::seconds fromNow,
                                QVector<NewParticipant> people = {host(), guest()}, int number = 0) const
    {
        TeleconsultationInput input;
        input.startsAt = now() + fromNow;
        input.duration = 30min;
        const int expected = number > 0 ? number : int(people.size());
        input.participants = NewParticipants{.number = expected, .data = std::move(people)};
        return input;
    }

    /// As if over HTTP, beside the console.
    Teleconsultation add(const TeleconsultationInput &input)
    {
        return m_console.write([&](WriteTransaction &tx) {
            return m_console.clinic().teleconsultations().apply(tx, ScratchConsole::actor()(),
                                                                {.input = input});
        });
    }
    Teleconsultation add(std::chrono::seconds fromNow) { return add(input(fromNow)); }
    Teleconsultation get(const TeleconsultationId &id)
    {
        return m_console.read([&](Transaction &tx) {
            return m_console.clinic().teleconsultations().get(tx, ScratchConsole::actor()(), id, true);
        });
    }

    /// Rows of the audit log with that action and outcome.
    int audited(const char *action, const char *outcome = "ok")
    {
        return m_console.read([&](Transaction &tx) -> Result<int> {
            Cursor row =
                tx.query("SELECT count(*) FROM audit WHERE action = ? AND outcome = ?", action, outcome);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

private:
    ScratchConsole &m_console;

public:
    TeleconsultationScheduler scheduler;
};

} // namespace anteroom
