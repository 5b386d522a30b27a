// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/settingchecks.h"

#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;
using namespace settingchecks;
using Type = SettingKey::Type;
using Effect = SettingKey::Effect;

constexpr qsizetype longestValue = 10'000;
constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 tenYears = 10LL * 366 * 24 * 3600; // in seconds

// clang-format off
constexpr SettingKey keys[] = {
    // The clinic and its console.
    {.name = "ANTEROOM_CLINIC_NAME", .group = "clinic", .type = Type::Text},
    {.name = "ANTEROOM_CLINIC_PHONE", .group = "clinic", .type = Type::Text},
    {.name = "ANTEROOM_CLINIC_LOGO", .group = "clinic", .type = Type::File, .check = logo},
    {.name = "ANTEROOM_TIME_ZONE", .group = "clinic", .type = Type::TimeZone, .defaultValue = "UTC"},
    {.name = "ANTEROOM_LANGUAGE", .group = "clinic", .type = Type::Choice, .defaultValue = "en", .choices = "en|it|uk"},
    {.name = "ANTEROOM_CONSOLE_ACCOUNT", .group = "clinic", .type = Type::Text, .defaultValue = "1"},
    {.name = "ANTEROOM_IDLE_LOCK_MINUTES", .group = "clinic", .type = Type::Integer, .defaultValue = "10", .minimum = 1, .maximum = 24 * 60},

    // The listeners and their limits.
    {.name = "ANTEROOM_LISTEN", .group = "network", .type = Type::Text, .defaultValue = "127.0.0.1:8080", .effect = Effect::AtRestart, .check = listenAddress},
    {.name = "ANTEROOM_PATIENT_LISTEN", .group = "network", .type = Type::Text, .defaultValue = "127.0.0.1:8081", .effect = Effect::AtRestart, .check = listenAddress},
    {.name = "ANTEROOM_PUBLIC_URL", .group = "network", .type = Type::Url, .check = publicUrl},
    {.name = "ANTEROOM_STAFF_URL", .group = "network", .type = Type::Url, .check = publicUrl},
    {.name = "ANTEROOM_TLS_CERT", .group = "network", .type = Type::File, .effect = Effect::AtRestart},
    {.name = "ANTEROOM_TLS_KEY", .group = "network", .type = Type::File, .effect = Effect::AtRestart},
    {.name = "ANTEROOM_TRUSTED_PROXIES", .group = "network", .type = Type::Cidrs, .effect = Effect::AtRestart},
    {.name = "ANTEROOM_PATIENT_PLAIN", .group = "network", .type = Type::Boolean, .defaultValue = "false", .effect = Effect::AtRestart},
    {.name = "ANTEROOM_HTTP_WORKERS", .group = "network", .type = Type::Integer, .defaultValue = "2", .effect = Effect::AtRestart, .minimum = 1, .maximum = 64},
    {.name = "ANTEROOM_HTTP_HEAD_BYTES", .group = "network", .type = Type::Integer, .defaultValue = "16384", .effect = Effect::AtRestart, .minimum = 1024, .maximum = 65536},
    {.name = "ANTEROOM_HTTP_HEAD_SECONDS", .group = "network", .type = Type::Integer, .defaultValue = "10", .effect = Effect::AtRestart, .minimum = 1, .maximum = 600},
    {.name = "ANTEROOM_HTTP_IDLE_SECONDS", .group = "network", .type = Type::Integer, .defaultValue = "30", .effect = Effect::AtRestart, .minimum = 1, .maximum = 3600},
    {.name = "ANTEROOM_HTTP_BODY_STALL_SECONDS", .group = "network", .type = Type::Integer, .defaultValue = "120", .effect = Effect::AtRestart, .minimum = 1, .maximum = 3600},
    {.name = "ANTEROOM_HTTP_MAX_CONNECTIONS", .group = "network", .type = Type::Integer, .defaultValue = "2000", .effect = Effect::AtRestart, .minimum = 1, .maximum = 100'000},
    {.name = "ANTEROOM_HTTP_MAX_CONNECTIONS_PER_HOST", .group = "network", .type = Type::Integer, .defaultValue = "500", .effect = Effect::AtRestart, .minimum = 1, .maximum = 100'000},
    {.name = "ANTEROOM_JSON_BODY_LIMIT", .group = "network", .type = Type::Integer, .defaultValue = "1048576", .effect = Effect::AtRestart, .minimum = 1024, .maximum = 64 * mebibyte},
    {.name = "ANTEROOM_FILES_BODY_LIMIT", .group = "network", .type = Type::Integer, .defaultValue = "50331648", .effect = Effect::AtRestart, .minimum = 1024, .maximum = 1024 * mebibyte},

    // File requests, their files and web hooks.
    {.name = "ANTEROOM_FILE_REQUEST_TTL_S", .group = "files", .type = Type::Integer, .minimum = 1, .maximum = tenYears},
    {.name = "ANTEROOM_SHORT_LINK_TTL_S", .group = "files", .type = Type::Integer, .minimum = 1, .maximum = tenYears},
    {.name = "ANTEROOM_APP_FALLBACK_MINUTES", .group = "files", .type = Type::Integer, .minimum = 1, .maximum = 7 * 24 * 60},
    {.name = "ANTEROOM_RETENTION_DAYS", .group = "files", .type = Type::Integer, .minimum = 1, .maximum = 36'600},
    {.name = "ANTEROOM_CLAMD", .group = "files", .type = Type::Text, .check = scanner},
    {.name = "ANTEROOM_WEBHOOKS_ENABLED", .group = "webhooks", .type = Type::Boolean, .defaultValue = "false"},
    {.name = "ANTEROOM_DEFAULT_WEBHOOK_URL", .group = "webhooks", .type = Type::Url, .defaultValue = "https://sc-api.x-onweb.com/api/v2/patient-notifications", .check = secureUrl},
    {.name = "ANTEROOM_WEBHOOK_SECRET", .group = "webhooks", .type = Type::Secret, .check = webhookSecrets},
    {.name = "ANTEROOM_WEBHOOK_CA", .group = "webhooks", .type = Type::File},
    {.name = "ANTEROOM_WEBHOOK_ALLOW_HTTP", .group = "webhooks", .type = Type::Boolean, .defaultValue = "false"},
    {.name = "ANTEROOM_WEBHOOK_ALLOW_PRIVATE", .group = "webhooks", .type = Type::Boolean, .defaultValue = "false"},

    // Text messages. Each can be an account's own.
    {.name = "ANTEROOM_SMS_PROVIDER", .group = "sms", .type = Type::Choice, .defaultValue = "sandbox", .perAccount = true, .choices = "sandbox|http"},
    {.name = "ANTEROOM_SMS_URL", .group = "sms", .type = Type::Url, .perAccount = true, .check = templateUrl},
    {.name = "ANTEROOM_SMS_METHOD", .group = "sms", .type = Type::Choice, .defaultValue = "POST", .perAccount = true, .choices = "GET|POST|PUT"},
    {.name = "ANTEROOM_SMS_HEADERS", .group = "sms", .type = Type::Secret, .perAccount = true, .check = headerLines},
    {.name = "ANTEROOM_SMS_SECRET", .group = "sms", .type = Type::Secret, .perAccount = true},
    {.name = "ANTEROOM_SMS_BODY", .group = "sms", .type = Type::Text, .perAccount = true},
    {.name = "ANTEROOM_SMS_SUCCESS_PATTERN", .group = "sms", .type = Type::Text, .perAccount = true, .check = pattern},
    {.name = "ANTEROOM_SMS_CA", .group = "sms", .type = Type::File, .perAccount = true},
    {.name = "ANTEROOM_SMS_DROPS_DOUBLES", .group = "sms", .type = Type::Boolean, .defaultValue = "false", .perAccount = true},
    {.name = "ANTEROOM_SMS_DAILY_CAP", .group = "sms", .type = Type::Integer, .perAccount = true, .minimum = 1, .maximum = 10'000'000},
    {.name = "ANTEROOM_SMS_PER_MINUTE", .group = "sms", .type = Type::Integer, .perAccount = true, .minimum = 1, .maximum = 1'000'000},
    {.name = "ANTEROOM_QUIET_HOURS", .group = "sms", .type = Type::Text, .check = hours},

    // E-mail.
    {.name = "ANTEROOM_MAIL_PROVIDER", .group = "mail", .type = Type::Choice, .defaultValue = "sandbox", .choices = "sandbox|smtp"},
    {.name = "ANTEROOM_SMTP_URL", .group = "mail", .type = Type::Url, .check = smtpUrl},
    {.name = "ANTEROOM_SMTP_USER", .group = "mail", .type = Type::Text},
    {.name = "ANTEROOM_SMTP_PASSWORD", .group = "mail", .type = Type::Secret},
    {.name = "ANTEROOM_SMTP_CA", .group = "mail", .type = Type::File},
    {.name = "ANTEROOM_MAIL_FROM", .group = "mail", .type = Type::Text, .check = mailAddress},

    // Push messages.
    {.name = "ANTEROOM_PUSH_PROVIDER", .group = "push", .type = Type::Choice, .defaultValue = "sandbox", .choices = "sandbox|real"},
    {.name = "ANTEROOM_FCM_URL", .group = "push", .type = Type::Url, .defaultValue = "https://fcm.googleapis.com", .check = secureUrl},
    {.name = "ANTEROOM_FCM_SERVICE_ACCOUNT", .group = "push", .type = Type::File},
    {.name = "ANTEROOM_APNS_URL", .group = "push", .type = Type::Url, .defaultValue = "https://api.push.apple.com", .check = secureUrl},
    {.name = "ANTEROOM_APNS_KEY", .group = "push", .type = Type::File},
    {.name = "ANTEROOM_APNS_KEY_ID", .group = "push", .type = Type::Text},
    {.name = "ANTEROOM_APNS_TEAM_ID", .group = "push", .type = Type::Text},
    {.name = "ANTEROOM_APNS_TOPIC", .group = "push", .type = Type::Text},
    {.name = "ANTEROOM_PUSH_CA", .group = "push", .type = Type::File},

    // Calls to patients' devices, and the clinician's own telephone.
    {.name = "ANTEROOM_CALL_REGISTER_TIMEOUT_MS", .group = "calls", .type = Type::Integer, .defaultValue = "12000", .minimum = 100, .maximum = 600'000},
    {.name = "ANTEROOM_CALL_PHONE_URL", .group = "calls", .type = Type::Text, .defaultValue = "tel:{number}", .check = phoneUrl},
    {.name = "ANTEROOM_CALL_SIP_URL", .group = "calls", .type = Type::Text, .check = phoneUrl},

    // Teleconsultations.
    {.name = "ANTEROOM_VIDEO_PROVIDER", .group = "video", .type = Type::Choice, .defaultValue = "embedded", .choices = "embedded|bandyer"},
    {.name = "ANTEROOM_BANDYER_API", .group = "video", .type = Type::Choice, .defaultValue = "v1", .choices = "v1|v2"},
    {.name = "BANDYER_BASE_URL", .group = "video", .type = Type::Url, .check = secureUrl},
    {.name = "BANDYER_API_SECRET_KEY", .group = "video", .type = Type::Secret},
    {.name = "UNLIMITED_TELECONSULTATION", .group = "video", .type = Type::Boolean, .defaultValue = "false"},
    {.name = "IMMUTABLE_PERIOD_MS", .group = "video", .type = Type::Integer, .defaultValue = "0", .maximum = tenYears * 1000},
    {.name = "TELECONSULTATION_SERVICE_CONFIG_PATH", .group = "video", .type = Type::File},
    {.name = "ANTEROOM_ROOM_ADMIT", .group = "video", .type = Type::Boolean, .defaultValue = "false"},
    {.name = "ANTEROOM_ROOM_REMINDER_MINUTES", .group = "video", .type = Type::Integer, .minimum = 1, .maximum = 7 * 24 * 60},
    {.name = "ANTEROOM_TURN_URL", .group = "video", .type = Type::Text, .check = turnUrls},
    {.name = "ANTEROOM_TURN_SECRET", .group = "video", .type = Type::Secret},
    {.name = "USERID_HEADER_KEY", .group = "video", .type = Type::Text, .defaultValue = "miauserid", .check = headerName},
    {.name = "AUTH_SERVICE", .group = "video", .type = Type::Text},
    {.name = "AUTH0_DOMAIN", .group = "video", .type = Type::Text, .check = hostOrUrl},
    {.name = "AUTH0_AUDIENCE", .group = "video", .type = Type::Text},
    {.name = "AUTH0_MANAGEMENT_URL", .group = "video", .type = Type::Url, .check = secureUrl},
    {.name = "AUTH0_MANAGEMENT_TOKEN", .group = "video", .type = Type::Secret},
    {.name = "AUTH0_CLIENT_ID", .group = "video", .type = Type::Text},
    {.name = "AUTH0_CLIENT_SECRET", .group = "video", .type = Type::Secret},

    // Device requests (eHealth).
    {.name = "DR_SEND_TIMEOUT", .group = "ehealth", .type = Type::Integer, .defaultValue = "60", .maximum = tenYears},
    {.name = "DR_MAX_ATTEMPTS_COUNT", .group = "ehealth", .type = Type::Integer, .defaultValue = "1", .minimum = 1, .maximum = 1'000'000},
    {.name = "DEVICE_REQUESTS_SMS_ENABLED", .group = "ehealth", .type = Type::Boolean, .defaultValue = "true"},
    {.name = "ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED", .group = "ehealth", .type = Type::Boolean, .defaultValue = "true"},
    {.name = "THIRD_PERSON_CONFIDANT_PERSON_RELATIONSHIP_CHECK", .group = "ehealth", .type = Type::Boolean, .defaultValue = "true"},
    {.name = "ANTEROOM_EHEALTH_URL", .group = "ehealth", .type = Type::Url, .check = secureBase},
    {.name = "ANTEROOM_EHEALTH_TOKEN", .group = "ehealth", .type = Type::Secret, .check = bearer},
    {.name = "ANTEROOM_EHEALTH_CA", .group = "ehealth", .type = Type::File},
    {.name = "ANTEROOM_LEGAL_ENTITY", .group = "ehealth", .type = Type::Text, .check = uuid},
    {.name = "ME_ALLOWED_TRANSACTIONS_LE_TYPES", .group = "ehealth", .type = Type::Text, .defaultValue = "MSP,PRIMARY_CARE,OUTPATIENT,EMERGENCY", .check = words},
    {.name = "CREATE_DEVICE_REQUEST_SMS_TEMPLATE", .group = "ehealth", .type = Type::Text,
     .defaultValue = "Ваше направлення на медичний виріб: <request_number>. Код підтвердження: <verification_code>", .check = textWithCode},
    {.name = "CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE", .group = "ehealth", .type = Type::Text,
     .defaultValue = "Ваше направлення на медичний виріб: <request_number>", .check = textWithoutCode},
    {.name = "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE", .group = "ehealth", .type = Type::Text,
     .defaultValue = "Ваше направлення на допоміжний засіб: <request_number>. Код підтвердження: <verification_code>", .check = textWithCode},
    {.name = "CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE", .group = "ehealth", .type = Type::Text,
     .defaultValue = "Ваше направлення на допоміжний засіб: <request_number>", .check = textWithoutCode},
};
// clang-format on

using Index = std::unordered_map<std::string_view, const SettingKey *>;

const Index &index()
{
    static const Index all = [] {
        Index made;
        for (const SettingKey &key : keys)
            made.emplace(key.name, &key);
        return made;
    }();
    return all;
}

// An account's suffix: what follows the two underscores.
bool isAccount(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_' || c == '.';
    });
}

// The reason that `value` won't do for the type; nullptr where it does. `data` gets the figures for the
// words.
const char *checkType(const SettingKey &key, const QString &value, QJsonObject &data)
{
    switch (key.type) {
    case Type::Integer: {
        bool number = false;
        const qint64 integer = value.toLongLong(&number);
        if (!number)
            return "setting.not_a_number";
        if (integer < key.minimum) {
            data.insert(u"minimum"_s, key.minimum);
            return "setting.too_small";
        }
        if (integer > key.maximum) {
            data.insert(u"maximum"_s, key.maximum);
            return "setting.too_large";
        }
        return nullptr;
    }
    case Type::Boolean:
        return value == "true"_L1 || value == "false"_L1 ? nullptr : "setting.not_a_boolean";
    case Type::Choice: {
        const QString choices = QString::fromLatin1(key.choices);
        data.insert(u"choices"_s, choices);
        return choices.split(u'|').contains(value) ? nullptr : "setting.not_a_choice";
    }
    case Type::Cidrs:
        return cidrs(value);
    case Type::TimeZone:
        return QTimeZone(value.toUtf8()).isValid() ? nullptr : "setting.not_a_time_zone";
    case Type::File: {
        const QFileInfo file(value);
        if (!file.isAbsolute())
            return "setting.file_not_absolute";
        return file.isFile() && file.isReadable() ? nullptr : "setting.file_unreadable";
    }
    case Type::Text:
    case Type::Url:
    case Type::Secret:
        break;
    }
    return nullptr;
}

} // namespace

std::span<const SettingKey> settingKeys()
{
    return keys;
}

const SettingKey *settingKey(QByteArrayView name)
{
    const auto exact = index().find(std::string_view(name.data(), size_t(name.size())));
    if (exact != index().end())
        return exact->second;
    const qsizetype suffix = name.toByteArray().indexOf("__");
    if (suffix < 0 || !isAccount(name.sliced(suffix + 2)))
        return nullptr;
    const auto general = index().find(std::string_view(name.data(), size_t(suffix)));
    return general != index().end() && general->second->perAccount ? general->second : nullptr;
}

Result<void> checkSetting(QByteArrayView name, const QString &value)
{
    QJsonObject data{{u"key"_s, QString::fromUtf8(name)}};
    const SettingKey *key = settingKey(name);
    if (!key)
        return fail(ErrorCode::Invalid, "setting.unknown", nullptr, data);
    if (value.isEmpty())
        return {};
    const char *reason = nullptr;
    if (value.size() > longestValue)
        reason = "setting.too_long";
    else if (std::any_of(value.begin(), value.end(), [](QChar c) {
                 return c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
             }))
        reason = "setting.control_character";
    else
        reason = checkType(*key, value, data);
    if (!reason && key->check)
        reason = key->check(value);
    if (reason)
        return fail(ErrorCode::Invalid, reason, nullptr, data);
    return {};
}

} // namespace anteroom
