// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/patientcodes.h"

#include "app/base/random.h"
#include "app/delivery/outbox.h"
#include "app/filerequests/messagetexts.h"
#include "app/settings/settings.h"
#include "app/storage/vault.h"

namespace anteroom {

namespace {

constexpr std::chrono::hours hour{1};
constexpr std::chrono::hours day{24};
constexpr int beforeTheLinks = 10; // somebody waits for it with the page open

QByteArray contextOf(const QByteArray &id)
{
    return "patient_codes.code/" + id;
}

int countSince(Transaction &tx, const FileRequestId &request, UtcTime since)
{
    Cursor row = tx.query("SELECT count(*) FROM patient_codes WHERE file_request_id = ? AND created_at > ?",
                          request, since);
    return row.next() ? int(row.integer(0)) : 0;
}

} // namespace

PatientCodes::PatientCodes(const Settings &settings, const Vault &vault, const Outbox &outbox)
    : m_settings(settings)
    , m_vault(vault)
    , m_outbox(outbox)
{
}

Result<const char *> PatientCodes::send(WriteTransaction &tx, const FileRequest &request) const
{
    if (request.state == FileRequest::State::Cancelled)
        return "file_request.cancelled";
    if (request.isLinkExpired(tx.now()))
        return "file_request.expired";
    if (countSince(tx, request.id, tx.now() - hour) >= mostAnHour ||
        countSince(tx, request.id, tx.now() - day) >= mostADay)
        return "patient.too_many_codes";

    end(tx, request.id);
    const QByteArray code = randomText(digits, "0123456789");
    const QByteArray id = newUuid(tx.now());
    const auto sealed = m_vault.seal(tx, request.patient.text(), code, contextOf(id));
    if (!sealed)
        return fail(sealed.error());
    tx.execute("INSERT INTO patient_codes (id, file_request_id, code, created_at, tries_left) "
               "VALUES (?, ?, ?, ?, ?)",
               id, request.id, Blob{*sealed}, tx.now(), triesAllowed);
    if (const auto told = tell(tx, request, QString::fromLatin1(code)); !told)
        return fail(told.error());
    return "ok";
}

// By every way on which the link went; to the app's number by text message.
Result<void> PatientCodes::tell(WriteTransaction &tx, const FileRequest &request, const QString &code) const
{
    const CodeWords words{m_settings.text("ANTEROOM_CLINIC_NAME"), code};
    NewMessage message;
    message.accountId = request.accountId;
    message.user = request.recipient;
    message.reference = request.id.text();
    message.priority = beforeTheLinks;
    message.sealed = true;
    if (!request.recipientMobile.isNull()) {
        message.channel = Channel::Sms;
        message.to = request.recipientMobile;
        message.body = MessageTexts::codeSms(request.language, words);
        if (const auto queued = m_outbox.enqueue(tx, message); !queued)
            return fail(queued.error());
    }
    if (!request.recipientEmail.isNull()) {
        message.channel = Channel::Email;
        message.to = request.recipientEmail;
        message.subject = MessageTexts::codeSubject(request.language);
        message.body = MessageTexts::codeBody(request.language, words);
        if (const auto queued = m_outbox.enqueue(tx, message); !queued)
            return fail(queued.error());
    }
    return {};
}

bool PatientCodes::tryOut(WriteTransaction &tx, const FileRequest &request, const QByteArray &given) const
{
    QByteArray id;
    QByteArray sealed;
    {
        Cursor row = tx.query("SELECT id, code FROM patient_codes WHERE file_request_id = ? "
                              "AND created_at > ? AND tries_left > 0",
                              request.id, tx.now() - validFor);
        if (!row.next())
            return false;
        id = row.bytes(0);
        sealed = row.bytes(1);
    }
    tx.execute("UPDATE patient_codes SET tries_left = tries_left - 1 WHERE id = ?", id);
    const auto code = m_vault.open(tx, request.patient.text(), sealed, contextOf(id));
    return code && equalInConstantTime(*code, given);
}

void PatientCodes::end(WriteTransaction &tx, const FileRequestId &request)
{
    tx.execute("UPDATE patient_codes SET tries_left = 0 WHERE file_request_id = ?", request);
}

void PatientCodes::forgetOld(WriteTransaction &tx)
{
    tx.execute("DELETE FROM patient_codes WHERE created_at <= ?", tx.now() - day);
}

} // namespace anteroom
