// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingwords.h"

#include "app/base/language.h"
#include "ui/common/errortext.h"
#include "ui/common/languagetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace anteroom {

namespace {

struct SettingWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::SettingWords)
};

struct Words
{
    const char *name;
    const char *title;
};

constexpr Words settings[] = {
    {"ANTEROOM_CLINIC_NAME",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The clinic’s name, as patients read it")},
    {"ANTEROOM_CLINIC_PHONE", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The clinic’s telephone number")},
    {"ANTEROOM_CLINIC_LOGO",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The clinic’s logo: a picture file")},
    {"ANTEROOM_TIME_ZONE", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Time zone, such as Europe/London")},
    {"ANTEROOM_LANGUAGE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Language for patients of whom none is known")},
    {"ANTEROOM_CONSOLE_ACCOUNT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Account to which the console’s requests belong")},
    {"ANTEROOM_IDLE_LOCK_MINUTES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Lock the console after so many idle minutes")},
    {"ANTEROOM_LISTEN", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Where the API listens")},
    {"ANTEROOM_PATIENT_LISTEN",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Where the patients’ pages listen")},
    {"ANTEROOM_PUBLIC_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "What patients’ links begin with")},
    {"ANTEROOM_STAFF_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Where gateways and other systems reach the API")},
    {"ANTEROOM_TLS_CERT", QT_TRANSLATE_NOOP("anteroom::SettingWords", "TLS certificate: a PEM file")},
    {"ANTEROOM_TLS_KEY", QT_TRANSLATE_NOOP("anteroom::SettingWords", "TLS key: a PEM file")},
    {"ANTEROOM_TRUSTED_PROXIES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Proxies whose word about addresses is believed")},
    {"ANTEROOM_PATIENT_PLAIN",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "A proxy in front of the patients’ pages provides TLS")},
    {"ANTEROOM_HTTP_WORKERS", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Threads that answer requests")},
    {"ANTEROOM_HTTP_HEAD_BYTES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Longest head of a request, in bytes")},
    {"ANTEROOM_HTTP_HEAD_SECONDS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Time to send a request’s head, in seconds")},
    {"ANTEROOM_HTTP_IDLE_SECONDS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Time between two requests, in seconds")},
    {"ANTEROOM_HTTP_BODY_STALL_SECONDS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Longest pause within an upload, in seconds")},
    {"ANTEROOM_HTTP_MAX_CONNECTIONS", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Connections at once")},
    {"ANTEROOM_HTTP_MAX_CONNECTIONS_PER_HOST",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Connections at once from one address")},
    {"ANTEROOM_JSON_BODY_LIMIT", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Longest JSON body, in bytes")},
    {"ANTEROOM_FILES_BODY_LIMIT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Longest body with files over the API, in bytes")},
    {"ANTEROOM_FILE_REQUEST_TTL_S",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "How long a file request is open, in seconds")},
    {"ANTEROOM_SHORT_LINK_TTL_S",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "How long a patient’s link works, in seconds")},
    {"ANTEROOM_APP_FALLBACK_MINUTES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Minutes until a text follows a notification nobody answered")},
    {"ANTEROOM_RETENTION_DAYS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Days until files and requests are erased")},
    {"ANTEROOM_CLAMD",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Virus scanner: clamd’s socket or address")},
    {"ANTEROOM_WEBHOOKS_ENABLED",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Send events to other systems")},
    {"ANTEROOM_DEFAULT_WEBHOOK_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Where events go, unless a request says otherwise")},
    {"ANTEROOM_WEBHOOK_SECRET",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Secrets that sign events: whsec_…, separated by spaces")},
    {"ANTEROOM_WEBHOOK_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Certificate authority for events: a PEM file")},
    {"ANTEROOM_WEBHOOK_ALLOW_HTTP",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Allow events without TLS to this machine")},
    {"ANTEROOM_WEBHOOK_ALLOW_PRIVATE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Allow events to private addresses")},
    {"ANTEROOM_EHEALTH_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "The health system’s address, to refresh device requests from")},
    {"ANTEROOM_EHEALTH_TOKEN", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Token for the health system")},
    {"ANTEROOM_EHEALTH_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Certificate authority of the health system: a PEM file")},
    {"ANTEROOM_SMS_PROVIDER", QT_TRANSLATE_NOOP("anteroom::SettingWords", "How text messages leave")},
    {"ANTEROOM_SMS_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway’s address, with {to} and {text}")},
    {"ANTEROOM_SMS_METHOD", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway’s method")},
    {"ANTEROOM_SMS_HEADERS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway’s headers, one a line")},
    {"ANTEROOM_SMS_SECRET",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway’s secret, which stands for {secret}")},
    {"ANTEROOM_SMS_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Certificate authority of the gateway: a PEM file")},
    {"ANTEROOM_SMS_DROPS_DOUBLES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway recognises a message that it has already")},
    {"ANTEROOM_SMS_BODY",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The gateway’s body, with {to} and {text}")},
    {"ANTEROOM_SMS_SUCCESS_PATTERN",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Pattern by which its answer says yes")},
    {"ANTEROOM_SMS_DAILY_CAP", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Most text messages a day")},
    {"ANTEROOM_SMS_PER_MINUTE", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Most text messages a minute")},
    {"ANTEROOM_QUIET_HOURS", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Quiet hours, such as 21:00-07:00")},
    {"ANTEROOM_MAIL_PROVIDER", QT_TRANSLATE_NOOP("anteroom::SettingWords", "How e-mails leave")},
    {"ANTEROOM_SMTP_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Mail server, such as smtp://mail.example.org:587")},
    {"ANTEROOM_SMTP_USER", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Mail server’s user")},
    {"ANTEROOM_SMTP_PASSWORD", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Mail server’s password")},
    {"ANTEROOM_SMTP_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Certificate authority of the mail server: a PEM file")},
    {"ANTEROOM_MAIL_FROM", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Sender of e-mails")},
    {"ANTEROOM_CALL_REGISTER_TIMEOUT_MS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "How long a phone may take to wake, in milliseconds")},
    {"ANTEROOM_CALL_PHONE_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "How the telephone is called, such as tel:{number}")},
    {"ANTEROOM_CALL_SIP_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Your softphone, once a phone is awake, such as sip:{number}@sip.example.org")},
    {"ANTEROOM_VIDEO_PROVIDER", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Where people meet")},
    {"ANTEROOM_BANDYER_API", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Version of Bandyer’s interface")},
    {"BANDYER_BASE_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Bandyer’s address, such as https://company.bandyer.com")},
    {"BANDYER_API_SECRET_KEY", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Bandyer’s secret key")},
    {"UNLIMITED_TELECONSULTATION",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Rooms stay open without an end")},
    {"IMMUTABLE_PERIOD_MS",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "How long before its start a room opens and nothing may change, in milliseconds")},
    {"TELECONSULTATION_SERVICE_CONFIG_PATH",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Who may host, and who may use what: a JSON file")},
    {"ANTEROOM_ROOM_ADMIT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Patients wait until a host lets them in")},
    {"ANTEROOM_ROOM_REMINDER_MINUTES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Minutes before the start in which those invited are reminded")},
    {"ANTEROOM_TURN_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Relay for phones in other networks, such as turn:relay.example.org:3478")},
    {"ANTEROOM_TURN_SECRET", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The relay’s secret")},
    {"USERID_HEADER_KEY",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Header in which other systems say who asks")},
    {"AUTH_SERVICE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Names and groups come from Auth0: any word says yes")},
    {"AUTH0_DOMAIN",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0’s domain, such as clinic.eu.auth0.com")},
    {"AUTH0_AUDIENCE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0’s audience: whom access tokens have to be for")},
    {"AUTH0_MANAGEMENT_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Address of Auth0’s Management API")},
    {"AUTH0_MANAGEMENT_TOKEN", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Token for the Management API")},
    {"AUTH0_CLIENT_ID", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0’s client id")},
    {"AUTH0_CLIENT_SECRET", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0’s client secret")},
    {"DR_SEND_TIMEOUT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Seconds in which texts of one device request are counted")},
    {"DR_MAX_ATTEMPTS_COUNT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Most texts of one device request in that time")},
    {"DEVICE_REQUESTS_SMS_ENABLED",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Texts for devices without a programme")},
    {"ASSISTIVE_DEVICE_REQUESTS_SMS_ENABLED",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Texts for assistive devices without a programme")},
    {"THIRD_PERSON_CONFIDANT_PERSON_RELATIONSHIP_CHECK",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Third persons need a confirmed relationship to the patient")},
    {"ANTEROOM_LEGAL_ENTITY",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "This clinic’s legal entity: its id in the register")},
    {"ME_ALLOWED_TRANSACTIONS_LE_TYPES",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Kinds of legal entities that may send these texts")},
    {"CREATE_DEVICE_REQUEST_SMS_TEMPLATE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Text for a device in a programme")},
    {"CREATE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Text for a device without a programme")},
    {"CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITH_CODE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Text for an assistive device in a programme")},
    {"CREATE_ASSISTIVE_DEVICE_REQUEST_SMS_TEMPLATE_WITHOUT_CODE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Text for an assistive device without a programme")},
    {"ANTEROOM_PUSH_PROVIDER", QT_TRANSLATE_NOOP("anteroom::SettingWords", "How push messages leave")},
    {"ANTEROOM_FCM_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Firebase’s address (Android and web)")},
    {"ANTEROOM_FCM_SERVICE_ACCOUNT",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Firebase’s service account: a JSON file")},
    {"ANTEROOM_APNS_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Apple’s address (iPhones)")},
    {"ANTEROOM_APNS_KEY", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Apple’s key: a .p8 file")},
    {"ANTEROOM_APNS_KEY_ID", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Apple’s key: its id")},
    {"ANTEROOM_APNS_TEAM_ID", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Apple’s team id")},
    {"ANTEROOM_APNS_TOPIC", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The app’s bundle id")},
    {"ANTEROOM_PUSH_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Certificate authority of the push services: a PEM file")},
};

constexpr Words choices[] = {
    {"true", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Yes")},
    {"false", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No")},
    {"sandbox", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Sandbox: nothing leaves this machine")},
    {"http", QT_TRANSLATE_NOOP("anteroom::SettingWords", "A gateway, over HTTP")},
    {"smtp", QT_TRANSLATE_NOOP("anteroom::SettingWords", "A mail server, over SMTP")},
    {"real", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Firebase and Apple")},
    {"embedded", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Rooms of our own, among the patients’ pages")},
    {"bandyer", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Rooms of Bandyer’s")},
};

constexpr Words unset[] = {
    {"ANTEROOM_CLINIC_LOGO", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No logo")},
    {"ANTEROOM_PUBLIC_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The address where the patients’ pages listen")},
    {"ANTEROOM_STAFF_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The address where the API listens")},
    {"ANTEROOM_TLS_CERT", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Without TLS")},
    {"ANTEROOM_TLS_KEY", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Without TLS")},
    {"ANTEROOM_TRUSTED_PROXIES", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Nobody’s")},
    {"ANTEROOM_FILE_REQUEST_TTL_S", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Without an end")},
    {"ANTEROOM_SHORT_LINK_TTL_S", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Without an end")},
    {"ANTEROOM_APP_FALLBACK_MINUTES", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No text follows")},
    {"ANTEROOM_RETENTION_DAYS", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Nothing is erased by age")},
    {"ANTEROOM_CLAMD", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Files are not scanned")},
    {"ANTEROOM_WEBHOOK_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Only the authorities that this machine believes")},
    {"ANTEROOM_EHEALTH_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Nothing is asked of the health system")},
    {"ANTEROOM_EHEALTH_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Only the authorities that this machine believes")},
    {"ANTEROOM_SMS_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Only the authorities that this machine believes")},
    {"ANTEROOM_SMTP_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Only the authorities that this machine believes")},
    {"ANTEROOM_PUSH_CA",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Only the authorities that this machine believes")},
    {"ANTEROOM_SMS_SUCCESS_PATTERN",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Any answer with a status from 200 to 299")},
    {"ANTEROOM_SMS_DAILY_CAP", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No limit")},
    {"ANTEROOM_SMS_PER_MINUTE", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No limit")},
    {"ANTEROOM_CALL_SIP_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "No softphone is opened")},
    {"TELECONSULTATION_SERVICE_CONFIG_PATH",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Doctors host; customers and patients take part; everybody may use everything")},
    {"ANTEROOM_ROOM_REMINDER_MINUTES", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Nobody is reminded")},
    {"ANTEROOM_TURN_URL",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "No relay: phones outside this network often find no way")},
    {"AUTH_SERVICE",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "No: whoever schedules says who people are")},
    {"AUTH0_DOMAIN", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0 is not used")},
    {"AUTH0_AUDIENCE", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Auth0’s access tokens are not taken")},
    {"AUTH0_MANAGEMENT_URL", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The domain’s own: /api/v2")},
    {"ANTEROOM_QUIET_HOURS", QT_TRANSLATE_NOOP("anteroom::SettingWords", "None: texts leave at any hour")},
};

constexpr Words errors[] = {
    {"setting.not_a_number", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write a whole number.")},
    {"setting.too_small", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The least is %1.")},
    {"setting.too_large", QT_TRANSLATE_NOOP("anteroom::SettingWords", "The most is %1.")},
    {"setting.not_a_choice", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Choose one of these: %1.")},
    {"setting.not_a_url",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Write a web address such as https://host/path, without a user or a #.")},
    {"setting.url_not_secure",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "The address has to begin with https://; http:// will do for this machine alone.")},
    {"setting.not_an_smtp_url",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write smtp://host:port or smtps://host:port.")},
    {"setting.not_a_turn_url",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write turn:host:port or turns:host:port.")},
    {"setting.not_an_address",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Write an address and a port, such as 127.0.0.1:8080 or [::1]:8080.")},
    {"setting.not_a_scanner",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write clamd’s socket, as unix:/path or tcp://host:port.")},
    {"setting.not_a_mail_address",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write an e-mail address, perhaps as Name <address>.")},
    {"setting.not_headers",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write one header a line, each as Name: value.")},
    {"setting.not_a_header_name",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write the name of a header: letters, digits and hyphens.")},
    {"setting.not_a_pattern",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "This is no regular expression. Check brackets and backslashes.")},
    {"setting.not_a_webhook_secret",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Write whsec_ and 24 to 64 bytes in base64; several are separated by spaces.")},
    {"setting.not_a_phone_url",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Write a tel:, sip:, sips: or callto: address with {number} in it.")},
    {"setting.not_hours",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write two different times, such as 22:00-07:30.")},
    {"setting.not_a_list", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write words, separated by commas.")},
    {"setting.not_a_uuid", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write a UUID.")},
    {"setting.unknown_placeholder",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Between < and > only request_number and verification_code may stand.")},
    {"setting.unknown_placeholder_no_code",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Between < and > only request_number may stand.")},
    {"setting.not_a_cidr",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "Write addresses or ranges such as 10.0.0.0/8, separated by commas.")},
    {"setting.not_a_time_zone",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "There is no such time zone. Write one such as Europe/Rome.")},
    {"setting.file_unreadable",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "There is no such file, or Anteroom may not read it.")},
    {"setting.file_not_absolute",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "Write the whole path, beginning with /.")},
    {"setting.logo_too_large",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "The picture is larger than 32 KiB. Every patient loads it: make it smaller.")},
    {"setting.not_a_logo",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "The file has to be a PNG or SVG picture.")},
    {"setting.too_long",
     QT_TRANSLATE_NOOP("anteroom::SettingWords", "This is too long: 10,000 characters are the most.")},
    {"setting.control_character",
     QT_TRANSLATE_NOOP("anteroom::SettingWords",
                       "A character that cannot be seen has come along. Type it by hand.")},
};

constexpr Words groups[] = {
    {"clinic", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Clinic")},
    {"network", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Network and TLS")},
    {"files", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Files and retention")},
    {"webhooks", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Web hooks")},
    {"sms", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Text messages")},
    {"mail", QT_TRANSLATE_NOOP("anteroom::SettingWords", "E-mail")},
    {"push", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Push messages")},
    {"calls", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Calls")},
    {"video", QT_TRANSLATE_NOOP("anteroom::SettingWords", "Teleconsultations")},
    {"ehealth", QT_TRANSLATE_NOOP("anteroom::SettingWords", "eHealth")},
};

template<size_t N>
const char *find(const Words (&all)[N], QByteArrayView name)
{
    for (const Words &each : all) {
        if (name == QByteArrayView(each.name))
            return each.title;
    }
    return nullptr;
}

} // namespace

QString settingTitle(QByteArrayView name)
{
    const char *title = find(settings, name);
    return title ? SettingWords::tr(title) : QString::fromLatin1(name);
}

QString settingUnsetText(QByteArrayView name)
{
    const char *words = find(unset, name);
    return words ? SettingWords::tr(words) : QString();
}

QString settingGroupTitle(QByteArrayView group)
{
    const char *title = find(groups, group);
    return title ? SettingWords::tr(title) : QString();
}

QString settingChoiceText(const SettingKey &key, const QString &value)
{
    if (qstrcmp(key.name, "ANTEROOM_LANGUAGE") == 0) {
        const auto language = languageByCode(value.toUtf8());
        return language ? languageText(*language) : value;
    }
    const char *words = find(choices, value.toUtf8());
    return words ? SettingWords::tr(words) : value;
}

QString settingErrorText(const Error &error)
{
    const char *words = error.reason ? find(errors, error.reason) : nullptr;
    if (!words)
        return errorText(error);
    const QString text = SettingWords::tr(words);
    for (const char *figure : {"minimum", "maximum", "choices"}) {
        if (const QJsonValue value = error.data.value(QLatin1String(figure)); !value.isUndefined())
            return text.arg(value.isString() ? value.toString().replace(u'|', QStringLiteral(", "))
                                             : QLocale().toString(value.toInteger()));
    }
    return text;
}

QString effectText(SettingKey::Effect effect)
{
    return effect == SettingKey::Effect::AtOnce ? SettingWords::tr("takes effect at once")
                                                : SettingWords::tr("takes effect at the next start");
}

} // namespace anteroom
