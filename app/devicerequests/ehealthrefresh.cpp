// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/ehealthrefresh.h"

#include "app/access/auditlater.h"
#include "app/devicerequests/devicerequestrepository.h"
#include "app/devicerequests/ehealthanswers.h"
#include "app/directory/bundlepeople.h"
#include "app/settings/secrets.h"

#include <QSet>

namespace anteroom {

struct EHealthRefresh::Answers
{
    QJsonObject request;
    QJsonArray methods;
};

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestAnswer = 1024 * 1024;
constexpr int atOnce = 1; // somebody sits and waits; nobody asks for many

UserId asUser(const PersonId &person)
{
    return UserId::fromTrusted(person.text());
}

Result<void> writeRow(WriteTransaction &tx, const Vault &vault, Register which, const QJsonObject &members)
{
    BundleRow row(members, registerShape(which).name, 0);
    importRegisterRow(tx, vault, which, row);
    return row.good() ? Result<void>() : fail(*row.problem());
}

// A person that is not in the register yet has to be, or nothing finds the request.
Result<void> ensurePerson(WriteTransaction &tx, const Vault &vault, const PersonId &person)
{
    if (DeviceRequestRepository::person(tx, person))
        return {};
    return writeRow(tx, vault, Register::Persons, {{u"id"_s, QLatin1String(person.text())}});
}

} // namespace

EHealthRefresh::EHealthRefresh(Store &store, const Settings &settings, Keyring &keyring, const Vault &vault)
    : m_store(store)
    , m_settings(settings)
    , m_keyring(keyring)
    , m_vault(vault)
    , m_pool(atOnce)
{
}

EHealthRefresh::~EHealthRefresh() = default;

bool EHealthRefresh::isSetUp() const
{
    return !m_settings.text("ANTEROOM_EHEALTH_URL").isEmpty();
}

Result<QByteArray> EHealthRefresh::get(CurlTransfer &transfer, const std::stop_token &stop,
                                       const QByteArray &token, const QByteArray &path) const
{
    QByteArray base = m_settings.text("ANTEROOM_EHEALTH_URL").toUtf8();
    while (base.endsWith('/'))
        base.chop(1);
    CurlRequest request;
    request.url = base + path;
    request.caFile = m_settings.text("ANTEROOM_EHEALTH_CA");
    request.headers = {"Authorization: Bearer " + token, "Accept: application/json"_ba};
    request.answerLimit = longestAnswer + 1;
    request.keepConnection = true;
    const CurlReply reply = transfer.perform(request, stop);
    if (reply.failure != CurlReply::Failure::None)
        return fail(ErrorCode::BadGateway, "ehealth.unreachable", nullptr,
                    {{u"why"_s, QLatin1String(reasonOf(reply.failure))}});
    if (reply.status == 404)
        return fail(ErrorCode::NotFound, "ehealth.unknown");
    if (reply.status != 200)
        return fail(ErrorCode::BadGateway, "ehealth.refused", nullptr, {{u"status"_s, reply.status}});
    if (reply.body.size() > longestAnswer)
        return fail(ErrorCode::BadGateway, "ehealth.not_understood", nullptr, {{u"member"_s, u"data"_s}});
    return reply.body;
}

Result<EHealthRefresh::Answers> EHealthRefresh::ask(CurlTransfer &transfer, const std::stop_token &stop,
                                                    const PersonId &patient, const DeviceRequestId &id) const
{
    const auto token = Secrets(m_settings, m_keyring).read("ANTEROOM_EHEALTH_TOKEN");
    if (!token)
        return fail(token.error());
    if (token->isEmpty() || !isSetUp())
        return fail(ErrorCode::Conflict, "ehealth.not_set_up");
    const auto request =
        get(transfer, stop, *token, "/api/patients/" + patient.text() + "/device_requests/" + id.text());
    if (!request)
        return fail(request.error());
    const auto requestRow = deviceRequestRow(*request, patient, id);
    if (!requestRow)
        return fail(requestRow.error());
    const QByteArray list = "/api/persons/" + patient.text() + "/authentication_methods";
    MethodPages methods(patient);
    for (std::optional<int> page = 1; page; page = methods.next()) {
        const auto body =
            get(transfer, stop, *token, *page == 1 ? list : list + "?page=" + QByteArray::number(*page));
        if (!body)
            return fail(body.error());
        if (const auto read = methods.add(*body); !read)
            return fail(read.error());
    }
    return Answers{*requestRow, methods.rows()};
}

namespace {

// What the answers say, into the registers.
Result<EHealthRefreshed> write(WriteTransaction &tx, const Vault &vault, const PersonId &patient,
                               const QJsonObject &request, const QJsonArray &methods)
{
    if (auto there = ensurePerson(tx, vault, patient); !there)
        return fail(there.error());
    if (auto written = writeRow(tx, vault, Register::DeviceRequests, request); !written)
        return fail(written.error());

    const auto here = DeviceRequestRepository::methods(tx, patient);
    QSet<QByteArray> known;
    for (const AuthenticationMethod &method : here)
        known.insert(method.id.text());
    EHealthRefreshed refreshed;
    QSet<QByteArray> there;
    for (const QJsonValue &one : methods) {
        QJsonObject row = one.toObject();
        const QByteArray id = row.value("id"_L1).toString().toLatin1();
        there.insert(id);
        // Without a time of its own a new one counts as added now, in the order of the answer.
        if (!known.contains(id) && !row.contains("insertedAt"_L1))
            row.insert(u"insertedAt"_s,
                       QLatin1String(toIsoMicros(tx.now() + std::chrono::microseconds(refreshed.methods))));
        if (auto written = writeRow(tx, vault, Register::AuthenticationMethods, row); !written)
            return fail(written.error());
        ++refreshed.methods;
    }
    for (const AuthenticationMethod &method : here) {
        if (!method.isActive || there.contains(method.id.text()))
            continue;
        const QJsonObject row{{u"id"_s, QLatin1String(method.id.text())}, {u"isActive"_s, false}};
        if (auto written = writeRow(tx, vault, Register::AuthenticationMethods, row); !written)
            return fail(written.error());
        ++refreshed.ended;
    }
    return refreshed;
}

} // namespace

QFuture<Result<EHealthRefreshed>> EHealthRefresh::refresh(const Actor &actor, const PersonId &patient,
                                                          const DeviceRequestId &id)
{
    auto promise = std::make_shared<QPromise<Result<EHealthRefreshed>>>();
    const auto future = promise->future();
    promise->start();
    // What is written may outlive this object, and not the store.
    const auto end = [&store = m_store, promise, actor, patient, id](Result<EHealthRefreshed> result) {
        if (!result)
            auditLater(store, actor,
                       {"device_request.refresh", asUser(patient), id.text(), result.error().reason});
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (actor.kind == Actor::Kind::Token || actor.kind == Actor::Kind::Patient) {
        end(fail(ErrorCode::Forbidden, "scope.missing"));
        return future;
    }
    m_pool.start([this, end, actor, patient, id](CurlTransfer &transfer, const std::stop_token &stop) {
        auto answers = ask(transfer, stop, patient, id);
        if (!answers) {
            end(fail(answers.error()));
            return;
        }
        m_store.write(
            [&vault = m_vault, actor, patient, id,
             answers = *std::move(answers)](WriteTransaction &tx) -> Result<EHealthRefreshed> {
                auto refreshed = write(tx, vault, patient, answers.request, answers.methods);
                if (!refreshed)
                    return refreshed;
                recordAudit(tx, actor, {"device_request.refresh", asUser(patient), id.text()});
                tx.changed(Topic::DeviceRequests, id.text());
                tx.changed(Topic::Registers);
                return refreshed;
            },
            end);
    });
    return future;
}

} // namespace anteroom
