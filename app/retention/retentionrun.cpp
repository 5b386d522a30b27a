// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/retention/retentionrun.h"

#include "app/storage/vault.h"

#include <QLoggingCategory>
#include <QThread>

#include <algorithm>

namespace anteroom {

namespace {

constexpr int scrubTries = 100;
constexpr std::chrono::milliseconds betweenTries(50);
constexpr int answersAtOnce = 200;
constexpr QByteArrayView answerContext = "idempotent_answers.answer"; // the one they are sealed with

Q_LOGGING_CATEGORY(logRetention, "anteroom.retention")

tl::unexpected<Error> stopped()
{
    return fail(ErrorCode::Unavailable, "stopping");
}

} // namespace

RetentionRun::RetentionRun(Parts parts, GoOn goOn)
    : m_parts(parts)
    , m_goOn(std::move(goOn))
{
}

// Counts what a committed piece took away and removes the contents; whether there is more.
Result<bool> RetentionRun::take(const Result<ErasedBatch> &batch)
{
    if (!batch)
        return fail(batch.error());
    if (!m_goOn())
        return stopped(); // the contents can't be read any more; the sweep finds them
    for (const FileId &id : batch->files)
        m_parts.blobs.remove(id);
    m_erased.requests += batch->requests;
    m_erased.files += int(batch->files.size());
    if (m_progress)
        m_progress(m_erased);
    return batch->more;
}

template<typename Step, typename Committed>
Result<void> RetentionRun::repeat(Step step, Committed committed)
{
    for (bool more = true; more;) {
        if (!m_goOn())
            return stopped();
        const auto erased = m_parts.store.writeNow(step);
        committed();
        const auto taken = take(erased);
        if (!taken)
            return fail(taken.error());
        more = *taken;
    }
    return {};
}

Result<Erased> RetentionRun::all(bool withLeftovers)
{
    const auto cutoff = m_parts.service.cutoff(m_parts.store.clock().now());
    if (cutoff) {
        // A piece of work may be run twice before it is committed: each begins where the one before it ended.
        FileId file, fileReached;
        const auto files = repeat(
            [&](WriteTransaction &tx) {
                fileReached = file;
                return m_parts.service.eraseOldFiles(tx, *cutoff, fileReached);
            },
            [&] { file = fileReached; });
        if (!files)
            return fail(files.error());
        for (const QByteArray state : {"open", "answered", "done", "cancelled"}) {
            ErasureRepository::OldRequest request, requestReached;
            const auto requests = repeat(
                [&](WriteTransaction &tx) {
                    requestReached = request;
                    return m_parts.service.eraseOldRequests(tx, state, *cutoff, requestReached);
                },
                [&] { request = requestReached; });
            if (!requests)
                return fail(requests.error());
        }
        const auto calls =
            repeat([&](WriteTransaction &tx) { return m_parts.service.eraseOldCalls(tx, *cutoff); }, [] {});
        if (!calls)
            return fail(calls.error());
    }
    if (cutoff) {
        const auto resends =
            repeat([&](WriteTransaction &tx) { return m_parts.service.eraseOldResends(tx, *cutoff); }, [] {});
        if (!resends)
            return fail(resends.error());
        const auto consultations = repeat(
            [&](WriteTransaction &tx) { return m_parts.service.eraseOldTeleconsultations(tx, *cutoff); },
            [] {});
        if (!consultations)
            return fail(consultations.error());
    }
    const auto cutOff = m_parts.store.readNow(
        [](Transaction &tx) -> Result<QVector<UserId>> { return ErasureRepository::underWay(tx); });
    if (!cutOff)
        return fail(cutOff.error());
    for (const UserId &id : *cutOff) {
        if (const auto done = rest(id); !done)
            return fail(done.error());
    }
    if (withLeftovers) {
        removeUnknownContents(m_parts.store, m_parts.blobs, m_goOn);
        forgetUnusedKeys(m_parts.store, m_goOn);
    }
    removeOldCopies(m_parts.folder, cutoff);
    scrub();
    return m_erased;
}

Result<Erased> RetentionRun::person(const Actor &actor, const UserId &id,
                                    const std::function<void(const Erased &)> &progress)
{
    m_progress = progress;
    const auto begun = take(m_parts.store.writeNow(
        [&](WriteTransaction &tx) { return m_parts.service.erasePerson(tx, actor, id); }));
    if (!begun)
        return fail(begun.error());
    if (const auto done = rest(id); !done)
        return fail(done.error());
    scrub();
    return m_erased;
}

// What is left of somebody whose erasing has begun, to the end.
Result<void> RetentionRun::rest(const UserId &id)
{
    if (const auto done =
            repeat([&](WriteTransaction &tx) { return m_parts.service.continuePerson(tx, id); }, [] {});
        !done)
        return done;
    if (const auto done = traces(id); !done)
        return done;
    const auto ids = idsOf(id);
    if (!ids)
        return fail(ids.error());
    if (const auto done = answers(*ids); !done)
        return done;
    return m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<void> {
        m_parts.service.endPerson(tx, id);
        return {};
    });
}

// Other patients' requests that were sent to this one, and messages to them: no index leads there, so that
// making a request costs none. Whole tables are read, on a reader and in pieces.
Result<void> RetentionRun::traces(const UserId &id)
{
    using Find = ErasureRepository::Traces (*)(Transaction &, const UserId &, const QByteArray &);
    const auto follow = [&](Find find, auto erase) -> Result<void> {
        QByteArray after;
        do {
            if (!m_goOn())
                return stopped();
            const auto found = m_parts.store.readNow(
                [&](Transaction &tx) -> Result<ErasureRepository::Traces> { return find(tx, id, after); });
            if (!found)
                return fail(found.error());
            for (qsizetype i = 0; i < found->ids.size(); i += RetentionService::batch) {
                const auto some = found->ids.mid(i, RetentionService::batch);
                const auto done = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<bool> {
                    erase(tx, some);
                    return true;
                });
                if (!done)
                    return fail(done.error());
            }
            after = found->last;
        } while (!after.isNull());
        return {};
    };
    const auto forgotten = follow(&ErasureRepository::requestsTo,
                                  [&](WriteTransaction &tx, const QVector<QByteArray> &requests) {
                                      m_parts.service.forgetAsRecipient(tx, id, requests);
                                  });
    if (!forgotten)
        return forgotten;
    return follow(&ErasureRepository::messagesTo,
                  [&](WriteTransaction &tx, const QVector<QByteArray> &messages) {
                      m_parts.service.eraseMessages(tx, messages);
                  });
}

// What was theirs in the last days, by the audit log: the rows themselves are gone.
Result<QVector<QByteArray>> RetentionRun::idsOf(const UserId &id)
{
    return m_parts.store.readNow([&](Transaction &tx) -> Result<QVector<QByteArray>> {
        QVector<QByteArray> ids{id.text()};
        Cursor rows =
            tx.query("SELECT DISTINCT subject FROM audit WHERE patient_id = ? AND subject IS NOT NULL "
                     "AND at >= ?",
                     id, tx.now() - std::chrono::hours(48));
        while (rows.next())
            ids.append(rows.bytes(0));
        return ids;
    });
}

// The kept first answers of the last day that name them. They are sealed with the clinic's key, so each is
// opened.
Result<void> RetentionRun::answers(const QVector<QByteArray> &ids)
{
    struct Place
    {
        QByteArray token{""};
        QByteArray key{""};
    };
    Place last;
    for (bool more = true; more;) {
        if (!m_goOn())
            return stopped();
        const auto found = m_parts.store.readNow([&](Transaction &tx) -> Result<QVector<Place>> {
            QVector<Place> named;
            int rows = 0;
            Cursor row = tx.query("SELECT token_id, key, answer FROM idempotent_answers "
                                  "WHERE (token_id, key) > (?, ?) ORDER BY token_id, key LIMIT ?",
                                  last.token, last.key, answersAtOnce);
            while (row.next()) {
                ++rows;
                last = {row.bytes(0), row.bytes(1)};
                const auto plain = m_parts.vault.open(tx, Vault::clinic, row.bytes(2), answerContext);
                if (plain && std::any_of(ids.begin(), ids.end(),
                                         [&](const QByteArray &id) { return plain->contains(id); }))
                    named.append(last);
            }
            more = rows == answersAtOnce;
            return named;
        });
        if (!found)
            return fail(found.error());
        if (found->isEmpty())
            continue;
        const auto done = m_parts.store.writeNow([&](WriteTransaction &tx) -> Result<bool> {
            for (const Place &place : *found)
                tx.execute("DELETE FROM idempotent_answers WHERE token_id = ? AND key = ?", place.token,
                           place.key);
            return true;
        });
        if (!done)
            return fail(done.error());
    }
    return {};
}

// Readers are in the way for milliseconds; if they are all the time, the next run tries again.
void RetentionRun::scrub()
{
    const auto due = m_parts.store.readNow(
        [](Transaction &tx) -> Result<bool> { return ErasureRepository::hasRemainders(tx); });
    if (!due.value_or(false))
        return;
    int tries = 0;
    for (qint64 page = 1; page != 0;) {
        if (!m_goOn())
            return;
        const auto next = m_parts.store.scrub(page).takeResult();
        if (!next || (!*next && ++tries == scrubTries)) {
            qCWarning(logRetention, "what was erased may be found in free places of the database file still");
            return;
        }
        if (*next)
            page = **next;
        else
            QThread::msleep(ulong(betweenTries.count()));
    }
    [[maybe_unused]] const auto done = m_parts.store.writeNow([](WriteTransaction &tx) -> Result<bool> {
        ErasureRepository::forgetRemainders(tx);
        return true;
    });
}

} // namespace anteroom
