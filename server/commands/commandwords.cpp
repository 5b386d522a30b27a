// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/commands/commandwords.h"

#include <QHash>
#include <QJsonObject>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    const char *reason;
    const char *sentence; ///< `{x}` is the member x of Error::data
};

constexpr Words table[] = {
    // access
    {"access.admin_only", "only an administrator may do this"},
    {"scope.unknown", "there is no scope \"{scope}\"; \"anteroomd --help\" lists them"},
    {"token.name", "--name has to be 1 to 100 characters in one line"},
    {"token.no_scope", "--scope names no scope; \"anteroomd --help\" lists them"},
    {"token.account", "--account has to be an account's id: 1 to 64 characters without spaces or commas"},
    {"token.expires_in", "--expires-in has to be a number of seconds, from 1 to a hundred years"},
    {"token.unknown", "there is no token of that id; \"anteroomd token list\" shows them"},
    {"staff.login", "--login has to be 1 to 64 characters in one line"},
    {"staff.name", "--name has to be 1 to 200 characters in one line"},
    {"staff.role", "--role has to be clinician or admin"},
    {"staff.password_too_short", "the password, stdin's first line, needs at least {minimum} characters"},
    {"staff.password_too_long",
     "the password, stdin's first line, is too long; 1000 characters are the most"},
    {"staff.login_taken", "somebody has that login already; take another one"},
    {"staff.no_memory", "there is not enough memory to hash the password; try again later"},
    // settings
    {"setting.unknown", "there is no setting \"{key}\"; \"anteroomd config list\" shows them"},
    {"setting.not_a_number", "{key} has to be a whole number"},
    {"setting.too_small", "{key} has to be at least {minimum}"},
    {"setting.too_large", "{key} has to be at most {maximum}"},
    {"setting.not_a_boolean", "{key} has to be true or false"},
    {"setting.not_a_choice", "{key} has to be one of {choices}"},
    {"setting.not_a_url", "{key} has to be a web address such as https://host/path, without a user or a #"},
    {"setting.url_not_secure", "{key} has to begin with https:// (http:// only to this machine)"},
    {"setting.not_an_smtp_url", "{key} has to be smtp://host:port or smtps://host:port"},
    {"setting.not_a_turn_url", "{key} has to be turn:host:port or turns:host:port"},
    {"setting.not_an_address", "{key} has to be an address and a port such as 127.0.0.1:8080 or [::1]:8080"},
    {"setting.not_a_scanner", "{key} has to be clamd's socket, as unix:/path or tcp://host:port"},
    {"setting.not_a_mail_address", "{key} has to be an e-mail address, perhaps as Name <address>"},
    {"setting.not_headers", "{key} has to be lines of Name: value"},
    {"setting.not_a_header_name", "{key} has to be the name of a header"},
    {"setting.not_a_pattern", "{key} has to be a regular expression"},
    {"setting.not_a_webhook_secret",
     "{key} has to be whsec_ and 24 to 64 bytes in base64; several are separated by spaces"},
    {"setting.not_a_phone_url", "{key} has to be a tel:, sip:, sips: or callto: address with {number} in it"},
    {"setting.not_hours", "{key} has to be two different times such as 22:00-07:30"},
    {"setting.not_a_list", "{key} has to be words separated by commas"},
    {"setting.not_a_bearer", "{key} has to be a token of visible characters, without spaces"},
    {"setting.not_a_uuid", "{key} has to be a UUID"},
    {"setting.unknown_placeholder", "{key} may hold the placeholders <request_number> and "
                                    "<verification_code>, and nothing else between < and >"},
    {"setting.unknown_placeholder_no_code",
     "{key} may hold the placeholder <request_number>, and nothing else between < and >"},
    {"setting.not_a_cidr", "{key} has to be addresses or ranges such as 10.0.0.0/8, separated by commas"},
    {"setting.not_a_time_zone", "{key} has to be a time zone such as Europe/Rome"},
    {"setting.file_unreadable", "{key} has to name a file that the server can read"},
    {"setting.file_not_absolute", "{key} has to be a whole path, beginning with /"},
    {"setting.logo_too_large",
     "{key}: the picture is larger than 32 KiB; every patient loads it, so make it smaller"},
    {"setting.not_a_logo", "{key} has to name a PNG or SVG picture"},
    {"setting.too_long", "{key} is too long; 10,000 characters are the most"},
    {"setting.control_character", "{key} holds a control character"},
    {"setting.secret", "{key} is a secret"},
    // import
    {"import.not_json", "the file is no JSON (at byte {offset}); nothing was imported"},
    {"import.not_an_object", "the file has to be one JSON object; nothing was imported"},
    {"import.invalid", "{pointer}: {reason}; nothing was imported"},
    {"import.stopped", "stopped; nothing was imported"},
    {"import.secret_not_kept",
     "everything was imported but the secret {key}, which the keyring did not take; "
     "set it with config set"},
    // the folder, the store and the keys
    {"datadir.in_use", "another process ({pid}) has {path} open and does not answer; stop it, or try again"},
    {"datadir.not_writable", "{path} can't be written to; give this user the right to, or another folder"},
    {"datadir.not_a_folder", "{path} is no folder; give another path"},
    {"datadir.path_too_long", "the path {path} is too long for the socket in it; take a shorter one"},
    {"keyring.locked", "the desktop's keyring is locked; unlock it and try again"},
    {"keyring.missing", "there is no keyring on this desktop"},
    {"keyring.damaged", "the file with the keys is damaged; put back the one from a backup"},
    {"keyring.key_missing", "the clinic's master key is missing: put back the file \"keys\", or, where the "
                            "console keeps it in the desktop's "
                            "keyring, keep the console open meanwhile"},
    {"keyring.open_to_others", "others can read {path}; take that right away (chmod 600) and try again"},
    {"keyring.not_readable", "{path} can't be read; give this user the right to"},
    {"keyring.not_writable",
     "{path} can't be written; give this user the right to, or make room on the disk"},
    {"storage.full", "the disk is full; make room and try again"},
    {"storage.io", "the disk can't be written; look at its state and try again"},
    {"storage.newer", "the folder was made by a later version of Anteroom; use that one"},
    {"storage.damaged", "the database is damaged ({detail}); nothing was changed"},
    {"storage.open", "the database can't be opened ({detail}); nothing was changed"},
    {"storage.failed", "the database refused ({detail}); nothing was changed"},
    // backups
    {"backup.unreadable", "{path} can't be read"},
    {"backup.unwritable", "{path} can't be written; give another place"},
    {"backup.exists", "{path} is there already; give another name"},
    {"backup.not_a_backup", "{path} is no backup of Anteroom"},
    {"backup.newer", "{path} was made by a later version of Anteroom; use that one"},
    {"backup.damaged", "{path} is damaged, or was cut off; nothing was changed"},
    {"backup.wrong_passphrase", "the passphrase does not open {path}; nothing was changed"},
    {"backup.needs_passphrase", "{path} is encrypted; give --passphrase-file FILE"},
    {"backup.passphrase_too_short", "the passphrase has to have at least 10 characters"},
    {"backup.other_keys", "the keys in the folder are not those of {path}; restore into an empty folder and "
                          "put the right \"keys\" there"},
    {"backup.stopped", "stopped; no backup was written"},
    // verify
    {"verify.database", "the database is damaged ({detail})"},
    {"verify.audit", "the audit log is broken at row {row}"},
    {"verify.key", "the master key does not open the data key of {owner}"},
    {"verify.file_missing", "file {file} is missing"},
    {"verify.file_damaged", "file {file} is damaged, or is not opened by its key"},
    {"verify.file_size", "file {file} is not as long as it should be"},
    // the admin socket
    {"admin.malformed", "the server does not understand the command; are both of the same version?"},
    {"admin.no_socket", "the socket {path} can't be opened ({detail})"},
    {"admin.too_large", "that is more than the server takes at once"},
};

const QHash<QByteArrayView, const char *> &byReason()
{
    static const auto words = [] {
        QHash<QByteArrayView, const char *> filled;
        for (const Words &entry : table)
            filled.insert(QByteArrayView(entry.reason), entry.sentence);
        return filled;
    }();
    return words;
}

} // namespace

QString commandWords(const Error &error)
{
    const char *known = byReason().value(QByteArrayView(error.reason));
    QString sentence = QString::fromUtf8(known ? known : error.reason);
    for (auto it = error.data.begin(); it != error.data.end(); ++it) {
        QString value = it.value().toVariant().toString();
        // An import's error holds another one's key.
        if (it.key() == "reason"_L1) {
            if (const char *words = byReason().value(value.toUtf8()))
                value = QString::fromUtf8(words);
        }
        if (known)
            sentence.replace(u'{' + it.key() + u'}', value);
        else
            sentence += u" %1=%2"_s.arg(it.key(), value);
    }
    if (!known && error.field)
        sentence += u" (%1)"_s.arg(QString::fromUtf8(error.field));
    sentence.replace(" ({detail})"_L1, QLatin1String());
    sentence.replace(u'\n', u' ');
    return sentence;
}

} // namespace anteroom
