// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/bundle.h"

#include "app/access/audit.h"
#include "app/directory/bundlepeople.h"
#include "app/directory/registerrepository.h"
#include "app/filerequests/filerequestservice.h"
#include "app/settings/settings.h"
#include "app/teleconsultations/importteleconsultation.h"

#include <QJsonDocument>

namespace anteroom {

namespace {

constexpr int rowsBetweenProgress = 1000;

using RowImport = std::function<void(WriteTransaction &, BundleRow &)>;

struct List
{
    const char *name;
    RowImport import;
};

tl::unexpected<Error> invalid(const QString &pointer, const char *reason)
{
    return fail(ErrorCode::Invalid, "import.invalid", nullptr,
                {{QStringLiteral("pointer"), pointer}, {QStringLiteral("reason"), QLatin1String(reason)}});
}

// Texts of the file request's members, by their names.
constexpr std::pair<const char *, QString NewFileRequest::*> fileRequestTexts[] = {
    {"prompt", &NewFileRequest::prompt},
    {"type", &NewFileRequest::type},
    {"staffId", &NewFileRequest::staffId},
    {"accountUserId", &NewFileRequest::accountUserId},
    {"accountId", &NewFileRequest::accountId},
    {"staffName", &NewFileRequest::staffName},
    {"patientDateOfBirth", &NewFileRequest::patientDateOfBirth},
    {"patientFirstName", &NewFileRequest::patientFirstName},
    {"patientLastName", &NewFileRequest::patientLastName},
    {"patientMobile", &NewFileRequest::patientMobile},
    {"patientExternalId", &NewFileRequest::patientExternalId},
    {"recipientMobile", &NewFileRequest::recipientMobile},
    {"recipientEmail", &NewFileRequest::recipientEmail},
    {"filesUpdateWebhookUrl", &NewFileRequest::filesUpdateWebhookUrl},
};

void importFileRequest(WriteTransaction &tx, const Actor &actor, const FileRequestService &service,
                       BundleRow &row)
{
    ImportedFileRequest request;
    for (const auto &[name, member] : fileRequestTexts)
        row.read(name, request.input.*member);
    row.read("recipientIsProxy", request.input.recipientIsProxy);
    std::optional<bool> attempt;
    row.read("attemptAppDelivery", attempt);
    request.input.attemptAppDelivery = attempt.value_or(true);
    QByteArray id;
    row.readId("id", id);
    request.id = FileRequestId::fromTrusted(id);
    row.read("createdAt", request.createdAt);
    if (row.given("expiresAt")) {
        request.expiresAt.emplace();
        row.read("expiresAt", *request.expiresAt);
    }
    QString state;
    row.read("state", state);
    if (!state.isNull()) {
        request.state = fileRequestStateByName(state.toUtf8());
        if (!request.state)
            row.refuse(QStringLiteral("state"), "file_request.state");
    }
    if (!row.good())
        return;
    if (const auto imported = service.import(tx, actor, request); !imported)
        row.refuse(imported.error());
}

QString settingText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toInteger());
    return value.toString();
}

Result<int> importConfiguration(WriteTransaction &tx, const Actor &actor, const QJsonObject &configuration,
                                ImportSummary &summary)
{
    int count = 0;
    for (auto it = configuration.begin(); it != configuration.end(); ++it, ++count) {
        const QByteArray name = it.key().toUtf8();
        const SettingKey *key = settingKey(name);
        const QString pointer = QStringLiteral("/configuration/") + it.key();
        if (!key)
            return invalid(pointer, "setting.unknown");
        if (it->isArray() || it->isObject())
            return invalid(pointer, "member.not_text");
        if (key->type == SettingKey::Type::Secret) {
            if (const auto good = checkSetting(name, settingText(*it)); !good && !it->isNull())
                return invalid(pointer, good.error().reason);
            summary.secrets.insert(name, settingText(*it));
        } else if (const auto written = Settings::write(tx, actor, name, settingText(*it)); !written) {
            return written.error().code == ErrorCode::Invalid ? invalid(pointer, written.error().reason)
                                                              : fail(written.error());
        }
    }
    return count;
}

// Where a file changes a patient's number, that is no less of a change than where somebody types it.
void recordRegisterRow(WriteTransaction &tx, const Actor &actor, Register which, const QByteArray &key)
{
    const auto entry = RegisterRepository::byKey(tx, which, key);
    const UserId patient = entry ? RegisterRepository::patientOf(which, *entry) : UserId();
    if (!patient.isNull())
        recordAudit(tx, actor, {.action = "register.import", .patient = patient, .subject = key});
}

} // namespace

BundleImport::BundleImport(const Settings &settings, const Vault &vault,
                           const FileRequestService &fileRequests)
    : m_settings(settings)
    , m_vault(vault)
    , m_fileRequests(fileRequests)
{
}

Result<QJsonObject> BundleImport::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(
            ErrorCode::Invalid, "import.not_json", nullptr,
            {{QStringLiteral("offset"), error.offset}, {QStringLiteral("detail"), error.errorString()}});
    if (!document.isObject())
        return fail(ErrorCode::Invalid, "import.not_an_object");
    return document.object();
}

Result<ImportSummary> BundleImport::run(WriteTransaction &tx, const Actor &actor, const QJsonObject &bundle,
                                        const Progress &progress) const
{
    if (!actor.isAdmin())
        return fail(ErrorCode::Forbidden, "access.admin_only");
    const auto toRegister = [this, &actor](Register which) -> RowImport {
        return [this, which, &actor](WriteTransaction &t, BundleRow &row) {
            importRegisterRow(t, m_vault, which, row);
            if (row.good())
                recordRegisterRow(t, actor, which, row.id());
        };
    };
    // In the order in which they refer to one another.
    const List lists[] = {
        {"users", [&](auto &t, auto &row) { importUser(t, actor, m_settings, row); }},
        {"userDevices", [&](auto &t, auto &row) { importUserDevice(t, actor, m_vault, row); }},
        {"legalEntities", toRegister(Register::LegalEntities)},
        {"persons", toRegister(Register::Persons)},
        {"authenticationMethods", toRegister(Register::AuthenticationMethods)},
        {"confidantPersonRelationships", toRegister(Register::ConfidantPersonRelationships)},
        {"medicalPrograms", toRegister(Register::MedicalPrograms)},
        {"deviceDefinitions", toRegister(Register::DeviceDefinitions)},
        {"deviceRequests", toRegister(Register::DeviceRequests)},
        {"fileRequests", [&](auto &t, auto &row) { importFileRequest(t, actor, m_fileRequests, row); }},
        {"teleconsultations",
         [&](auto &t, auto &row) { importTeleconsultation(t, actor, m_settings, m_vault, row); }},
    };

    ImportSummary summary;
    int all = 0;
    for (auto it = bundle.begin(); it != bundle.end(); ++it) {
        const bool isList = std::any_of(std::begin(lists), std::end(lists), [&it](const List &list) {
            return it.key() == QLatin1String(list.name);
        });
        const bool isObject = it.key() == u"configuration" || it.key() == u"dictionaryConfigurations";
        if (it->isNull())
            continue;
        if (isList && !it->isArray()) {
            return invalid(u'/' + it.key(), "member.not_a_list");
        } else if (isObject && !it->isObject()) {
            return invalid(u'/' + it.key(), "member.not_an_object");
        } else if (!isList && !isObject) {
            summary.ignored.append(it.key());
        }
        all += isList ? int(it->toArray().size()) : 0;
    }

    const QJsonObject configuration = bundle.value(QLatin1String("configuration")).toObject();
    const auto settings = importConfiguration(tx, actor, configuration, summary);
    if (!settings)
        return fail(settings.error());
    const auto dictionaries =
        importDictionaries(tx, bundle.value(QLatin1String("dictionaryConfigurations")).toObject());
    if (!dictionaries)
        return fail(dictionaries.error());
    summary.rows.insert("configuration", *settings);
    summary.rows.insert("dictionaryConfigurations", *dictionaries);

    int done = 0;
    for (const List &list : lists) {
        const QJsonArray rows = bundle.value(QLatin1String(list.name)).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonValue value = rows.at(i);
            BundleRow row(value.toObject(), list.name, i);
            if (!value.isObject())
                row.refuse(QString(), "member.not_an_object");
            else
                list.import(tx, row);
            if (!row.good())
                return fail(*row.problem());
            if (tx.failed())
                return fail(ErrorCode::Internal, "storage.failed");
            if (++done % rowsBetweenProgress != 0)
                continue;
            tx.takeChanges(); // told of below, all at once
            if (progress && !progress(done, all))
                return fail(ErrorCode::Conflict, "import.stopped");
        }
        summary.rows.insert(list.name, int(rows.size()));
    }

    // One note that many changed, instead of one for each row.
    tx.takeChanges();
    for (const Topic topic : {Topic::Users, Topic::UserDevices, Topic::FileRequests, Topic::Teleconsultations,
                              Topic::Settings, Topic::Registers, Topic::DeviceRequests})
        tx.changed(topic);
    recordAudit(tx, actor, {.action = "import"});
    return summary;
}

} // namespace anteroom
