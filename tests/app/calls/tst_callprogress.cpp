// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/call.h"

#include <QTest>

#include <random>

using namespace anteroom;
using namespace std::chrono_literals;

namespace {

constexpr std::array allStates{CallState::Dispatched,  CallState::Registered, CallState::Ringing,
                               CallState::Answered,    CallState::Ended,      CallState::Refused,
                               CallState::Unreachable, CallState::Failed,     CallState::TimedOut};
constexpr std::array allEvents{CallEvent::PushAccepted, CallEvent::PushFailed, CallEvent::Registered,
                               CallEvent::Ringing,      CallEvent::Answered,   CallEvent::Ended,
                               CallEvent::Failed,       CallEvent::Cancelled,  CallEvent::TimeUp};
constexpr UtcTime start{std::chrono::microseconds(1'768'478'400'000'000)};
const CallLimits limits;

// An attempt that has come into `state` by the shortest way, a second a step.
CallProgress in(CallState state)
{
    if (state == CallState::Refused)
        return CallProgress::over(start, state, "call.refused");
    CallProgress progress = CallProgress::dispatched(start, limits);
    const auto go = [&](CallEvent event, std::chrono::seconds at) {
        progress.advance(event, start + at, limits);
    };
    switch (state) {
    case CallState::Registered:
        go(CallEvent::Registered, 1s);
        break;
    case CallState::Ringing:
        go(CallEvent::Registered, 1s);
        go(CallEvent::Ringing, 2s);
        break;
    case CallState::Answered:
        go(CallEvent::Registered, 1s);
        go(CallEvent::Answered, 2s);
        break;
    case CallState::Ended:
        go(CallEvent::Registered, 1s);
        go(CallEvent::Answered, 2s);
        go(CallEvent::Ended, 3s);
        break;
    case CallState::Unreachable:
        go(CallEvent::PushFailed, 1s);
        break;
    case CallState::Failed:
        go(CallEvent::Registered, 1s);
        go(CallEvent::Failed, 2s);
        break;
    case CallState::TimedOut:
        go(CallEvent::TimeUp, 12s);
        break;
    default:
        break;
    }
    return progress;
}

} // namespace

/// The state machine of an attempt to ring a device (RULES.md, Calls).
class TestCallProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyEventInEveryState_data();
    void everyEventInEveryState();
    void finalStatesAreNeverLeft();
    void timeEndsEachState();
    void lateIsLateWithoutTheTimer();
    void stopsWhatWasCancelledBeforeThePushLeft();
    void stopsAPhoneThatTheProxyNoLongerWaitsFor();
    void stopsAPhoneWhosePushGotThroughAfterAll();
    void believesAnAnswerThatTheEndOvertook();
    void offersTheFallbackOnlyWhereNobodyWasReached();
    void anySequenceEndsInOneState();
};

void TestCallProgress::everyEventInEveryState_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<QByteArray>("line");
    // One letter an event, in the order of allEvents: where it leads, or `.` where the state stays. `!` after
    // it: the phone is told to stop; `+`: the others are.
    const std::pair<CallState, const char *> table[] = {
        //                         accepted push-failed registered ringing answered ended failed cancelled
        //                         time-up
        {CallState::Dispatched, ". U R r A+ E F E! T"}, {CallState::Registered, ". . . r A+ E F E! E!"},
        {CallState::Ringing, ". . . . A+ E F E! E!"},   {CallState::Answered, ". . . . . E E . E"},
        {CallState::Ended, ". . . . . . . . ."},        {CallState::Refused, ".! . . . . . . . ."},
        {CallState::Unreachable, ".! . . . . . . . ."}, {CallState::Failed, ". . . . . . . . ."},
        {CallState::TimedOut, ".! . .! .! . . . . ."},
    };
    for (const auto &[state, line] : table)
        QTest::newRow(callStateName(state)) << int(state) << QByteArray(line);
}

void TestCallProgress::everyEventInEveryState()
{
    QFETCH(const int, state);
    QFETCH(const QByteArray, line);
    const QByteArrayList cells = line.split(' ');
    QCOMPARE(size_t(cells.size()), allEvents.size());
    const QHash<char, CallState> letters{{'R', CallState::Registered}, {'r', CallState::Ringing},
                                         {'A', CallState::Answered},   {'E', CallState::Ended},
                                         {'F', CallState::Failed},     {'U', CallState::Unreachable},
                                         {'T', CallState::TimedOut}};
    for (size_t i = 0; i < allEvents.size(); ++i) {
        const QByteArray cell = cells.at(qsizetype(i));
        CallProgress progress = in(CallState(state));
        QCOMPARE(progress.state, CallState(state));
        const CallProgress before = progress;
        // Time is up when it is up; all else comes before.
        const bool isClock = allEvents[i] == CallEvent::TimeUp;
        const UtcTime now = isClock && before.dueAt ? *before.dueAt : start + 4s;
        const CallEffects effects = progress.advance(allEvents[i], now, limits, "why");
        QCOMPARE(progress.state, cell.at(0) == '.' ? CallState(state) : letters.value(cell.at(0)));
        QCOMPARE(effects.cancelPhone, cell.endsWith('!'));
        QCOMPARE(effects.cancelOthers, cell.endsWith('+'));
        QCOMPARE(progress.isFinal(), progress.endedAt.has_value());
        QCOMPARE(progress.isFinal(), !progress.dueAt.has_value());
        if (!effects.changed) {
            QCOMPARE(progress.registeredAt, before.registeredAt);
            QCOMPARE(progress.ringingAt, before.ringingAt);
            QCOMPARE(progress.answeredAt, before.answeredAt);
            QCOMPARE(progress.endedAt, before.endedAt);
            QCOMPARE(progress.reason, before.reason);
        }
        // Told twice, it is told once.
        const CallProgress once = progress;
        const CallEffects again = progress.advance(allEvents[i], now, limits, "why");
        QVERIFY(!again.cancelPhone && !again.cancelOthers);
        QCOMPARE(progress.state, once.state);
        QCOMPARE(progress.endedAt, once.endedAt);
    }
}

void TestCallProgress::finalStatesAreNeverLeft()
{
    for (const CallState state : allStates) {
        CallProgress progress = in(state);
        if (!progress.isFinal())
            continue;
        for (const CallEvent event : allEvents) {
            progress.advance(event, start + 1h, limits);
            QCOMPARE(progress.state, state);
        }
    }
}

void TestCallProgress::timeEndsEachState()
{
    const std::tuple<CallState, std::chrono::milliseconds, CallState> table[] = {
        {CallState::Dispatched, 12s, CallState::TimedOut},
        {CallState::Registered, 1s + 3min, CallState::Ended},
        {CallState::Ringing, 2s + 3min, CallState::Ended},
        {CallState::Answered, 2s + 12h, CallState::Ended}};
    for (const auto &[state, after, end] : table) {
        CallProgress progress = in(state);
        QVERIFY(progress.dueAt == start + after);
        progress.advance(CallEvent::TimeUp, start + after + 5s, limits);
        QCOMPARE(progress.state, end);
        QVERIFY(progress.endedAt == start + after); // not when somebody noticed
    }
}

void TestCallProgress::lateIsLateWithoutTheTimer()
{
    CallProgress progress = in(CallState::Dispatched);
    CallProgress inTime = progress;
    inTime.advance(CallEvent::Registered, start + 12s - 1us, limits);
    QCOMPARE(inTime.state, CallState::Registered);
    const CallEffects effects = progress.advance(CallEvent::Registered, start + 12s, limits);
    QCOMPARE(progress.state, CallState::TimedOut);
    QVERIFY(effects.changed && effects.cancelPhone);
    QVERIFY(!progress.registeredAt);
}

void TestCallProgress::stopsWhatWasCancelledBeforeThePushLeft()
{
    CallProgress progress = in(CallState::Dispatched);
    QVERIFY(progress.advance(CallEvent::Cancelled, start + 1s, limits, "call.cancelled").cancelPhone);
    // Its push may have come after the word to stop.
    QVERIFY(progress.advance(CallEvent::PushAccepted, start + 2s, limits).cancelPhone);
    QCOMPARE(progress.state, CallState::Ended);
    // One that rang and is over rings no more.
    CallProgress over = in(CallState::Ended);
    QVERIFY(!over.advance(CallEvent::PushAccepted, start + 4s, limits).cancelPhone);
}

void TestCallProgress::stopsAPhoneThatTheProxyNoLongerWaitsFor()
{
    CallProgress progress = in(CallState::Dispatched);
    progress.advance(CallEvent::Failed, start + 11'500ms, limits);
    QVERIFY(progress.advance(CallEvent::Registered, start + 11'700ms, limits).cancelPhone);
    QVERIFY(!progress.advance(CallEvent::Registered, start + 11'800ms, limits).cancelPhone);
    QCOMPARE(progress.state, CallState::Failed);
    QVERIFY(!progress.registeredAt);
    QVERIFY(progress.leavesFallback());
}

void TestCallProgress::stopsAPhoneWhosePushGotThroughAfterAll()
{
    for (const char *reason : {"delivery.timed_out", "delivery.broken"}) {
        CallProgress progress = CallProgress::dispatched(start, limits);
        progress.advance(CallEvent::PushFailed, start + 3s, limits, reason);
        QCOMPARE(progress.state, CallState::Unreachable);
        QVERIFY(progress.advance(CallEvent::Registered, start + 4s, limits).cancelPhone);
        QVERIFY(!progress.advance(CallEvent::Registered, start + 5s, limits).cancelPhone); // once
        QCOMPARE(progress.state, CallState::Unreachable);
        QVERIFY(progress.leavesFallback());
    }
    // Where the service refused it, the phone knows of nothing.
    for (const char *reason : {"push.dead_token", "push.status 400", "call.no_token"}) {
        CallProgress progress = CallProgress::dispatched(start, limits);
        progress.advance(CallEvent::PushFailed, start + 3s, limits, reason);
        QVERIFY(!progress.advance(CallEvent::Registered, start + 4s, limits).cancelPhone);
    }
}

void TestCallProgress::believesAnAnswerThatTheEndOvertook()
{
    CallProgress progress = in(CallState::Ringing);
    progress.advance(CallEvent::Ended, start + 5s, limits);
    QVERIFY(progress.advance(CallEvent::Answered, start + 6s, limits).cancelOthers);
    QCOMPARE(progress.state, CallState::Ended);
    QVERIFY(progress.answeredAt == start + 5s);
    QVERIFY(progress.endedAt == start + 5s);
}

void TestCallProgress::offersTheFallbackOnlyWhereNobodyWasReached()
{
    const auto attempt = [](CallProgress progress) {
        CallAttempt made;
        made.progress = std::move(progress);
        return made;
    };
    CallProgress gaveUp = in(CallState::Dispatched);
    gaveUp.advance(CallEvent::Failed, start + 1s, limits);
    CallProgress cancelled = in(CallState::Dispatched);
    cancelled.advance(CallEvent::Cancelled, start + 1s, limits);
    const QVector<CallAttempt> leaving{attempt(in(CallState::Refused)), attempt(in(CallState::Unreachable)),
                                       attempt(in(CallState::TimedOut)), attempt(gaveUp)};
    QVERIFY(isFallbackOffered(leaving));
    QVERIFY(!isFallbackOffered({}));
    const CallProgress staying[] = {in(CallState::Dispatched),
                                    in(CallState::Registered),
                                    in(CallState::Ringing),
                                    in(CallState::Answered),
                                    in(CallState::Ended),
                                    in(CallState::Failed),
                                    cancelled};
    for (const CallProgress &progress : staying)
        QVERIFY(!isFallbackOffered(leaving + QVector{attempt(progress)}));
}

void TestCallProgress::anySequenceEndsInOneState()
{
    std::mt19937 random(8599); // NOLINT: the same every time, so that a failure can be looked at
    for (int round = 0; round < 20'000; ++round) {
        CallProgress progress = CallProgress::dispatched(start, limits);
        UtcTime now = start;
        std::optional<CallState> ended;
        bool fallback = false;
        const int steps = int(random() % 12);
        for (int i = 0; i < steps; ++i) {
            now += std::chrono::milliseconds(random() % 6000);
            const CallEvent event = allEvents[random() % allEvents.size()];
            const CallProgress before = progress;
            // The clock comes only when it is time.
            if (event == CallEvent::TimeUp && (!before.dueAt || now < *before.dueAt))
                continue;
            progress.advance(event, now, limits, "why");
            QVERIFY(progress.state >= before.state || before.state > CallState::Ended);
            if (ended)
                QCOMPARE(progress.state, *ended);
            if (progress.isFinal())
                ended = progress.state;
            if (fallback) { // nothing rings after it
                QVERIFY(progress.leavesFallback());
                QVERIFY(!progress.ringingAt);
            }
            fallback = progress.leavesFallback();
        }
        while (progress.dueAt)
            progress.advance(CallEvent::TimeUp, *progress.dueAt, limits);
        QVERIFY(progress.isFinal());
        QVERIFY(progress.endedAt && *progress.endedAt >= start);
    }
}

QTEST_APPLESS_MAIN(TestCallProgress)
#include "tst_callprogress.moc"
