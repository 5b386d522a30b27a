// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/audit.h"

#include <QtEndian>

#include <cstring>
#include <sodium.h>

namespace anteroom {

namespace {

constexpr qint64 rowsBetweenReports = 4096;

const char *kindName(Actor::Kind kind)
{
    switch (kind) {
    case Actor::Kind::Staff:
        return "staff";
    case Actor::Kind::Token:
        return "token";
    case Actor::Kind::Patient:
        return "patient";
    case Actor::Kind::System:
        break;
    }
    return "system";
}

// One link of the chain. Integers are eight bytes, texts their length in four bytes and then themselves, an
// absent one the length 0xffffffff: what one row encodes to, no other does.
class Link
{
public:
    explicit Link(QByteArrayView before)
    {
        crypto_hash_sha256_init(&m_state);
        feed(before.data(), size_t(before.size()));
    }

    Link &operator<<(qint64 value)
    {
        const auto bytes = qToBigEndian(value);
        feed(&bytes, sizeof bytes);
        return *this;
    }

    Link &operator<<(QByteArrayView text)
    {
        const auto length = qToBigEndian(text.isEmpty() ? absent : quint32(text.size()));
        feed(&length, sizeof length);
        feed(text.data(), size_t(text.size()));
        return *this;
    }

    QByteArray hash()
    {
        QByteArray bytes(crypto_hash_sha256_BYTES, Qt::Uninitialized);
        crypto_hash_sha256_final(&m_state, reinterpret_cast<unsigned char *>(bytes.data()));
        return bytes;
    }

private:
    static constexpr quint32 absent = 0xffffffff;

    void feed(const void *data, size_t size)
    {
        crypto_hash_sha256_update(&m_state, static_cast<const unsigned char *>(data), size);
    }

    crypto_hash_sha256_state m_state;
};

// Before the first row.
QByteArray chainStart()
{
    return QByteArray(crypto_hash_sha256_BYTES, '\0');
}

// An empty text and none are the same thing to the log.
QByteArray orNull(QByteArray text)
{
    return text.isEmpty() ? QByteArray() : text;
}

} // namespace

void recordAudit(WriteTransaction &tx, const Actor &actor, const AuditEntry &entry)
{
    qint64 seq = 1;
    QByteArray before;
    {
        Cursor last = tx.query("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
        if (last.next()) {
            seq = last.integer(0) + 1;
            before = last.bytes(1);
        } else {
            before = chainStart();
        }
    }
    if (tx.failed())
        return;

    const char *kind = kindName(actor.kind);
    const QByteArray name = orNull(actor.name.toUtf8());
    const QByteArray id = orNull(actor.id);
    const QByteArray patient = orNull(entry.patient.text());
    const QByteArray subject = orNull(entry.subject);
    const QByteArray source = orNull(actor.source);

    Link link(before);
    link << seq << toUs(tx.now()) << kind << id << name << entry.action << patient << subject << source
         << entry.outcome;
    tx.execute(
        "INSERT INTO audit (seq, at, actor_kind, actor_id, actor_name, action, patient_id, subject, source, "
        "outcome, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        seq, tx.now(), kind, id, name, entry.action, patient, subject, source, entry.outcome,
        Blob{link.hash()});
    tx.changed(Topic::Audit);
}

AuditVerdict verifyAudit(Transaction &tx, const std::function<bool(qint64)> &progress)
{
    AuditVerdict verdict;
    QByteArray before = chainStart();
    Cursor row =
        tx.query("SELECT seq, at, actor_kind, actor_id, actor_name, action, patient_id, subject, source, "
                 "outcome, hash FROM audit ORDER BY seq");
    while (row.next()) {
        const qint64 seq = verdict.rows + 1;
        Link link(before);
        link << row.integer(0) << row.integer(1);
        for (int column = 2; column <= 9; ++column)
            link << row.view(column);
        const QByteArray hash = link.hash();
        if (row.integer(0) != seq || row.view(10) != hash) {
            verdict.brokenAt = seq;
            return verdict;
        }
        before = hash;
        verdict.rows = seq;
        if (progress && seq % rowsBetweenReports == 0 && !progress(seq))
            return verdict;
    }
    if (tx.failed())
        verdict.brokenAt = verdict.rows + 1;
    return verdict;
}

} // namespace anteroom
