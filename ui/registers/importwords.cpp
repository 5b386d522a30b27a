// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/importwords.h"

#include "app/directory/register.h"
#include "ui/common/errortext.h"
#include "ui/registers/registerwords.h"
#include "ui/teleconsultations/teleconsultationwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace anteroom {

using namespace Qt::StringLiterals;

namespace {

struct ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::ImportWords)
};

struct Words
{
    const char *key;
    const char *text;
};

// Members of the file that are no registers.
constexpr Words lists[] = {
    {"users", QT_TRANSLATE_NOOP("anteroom::ImportWords", "People")},
    {"userDevices", QT_TRANSLATE_NOOP("anteroom::ImportWords", "Phones with the app")},
    {"configuration", QT_TRANSLATE_NOOP("anteroom::ImportWords", "Settings")},
    {"fileRequests", QT_TRANSLATE_NOOP("anteroom::ImportWords", "File requests")},
    {"teleconsultations", QT_TRANSLATE_NOOP("anteroom::ImportWords", "Teleconsultations")},
};

// Reasons that only a file can have; forms prevent them.
constexpr Words reasons[] = {
    {"member.not_text",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be text in quotation marks.")},
    {"member.not_boolean", QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be true or false.")},
    {"member.not_a_list", QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be a list.")},
    {"member.not_an_object", QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be an object.")},
    {"user.kind", QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be “patient” or “staff”.")},
    {"user.erased", QT_TRANSLATE_NOOP("anteroom::ImportWords",
                                      "This person was erased here, and their id is not taken again.")},
    {"device.platform",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be “ios”, “android” or “web”.")},
    {"file_request.state", QT_TRANSLATE_NOOP("anteroom::ImportWords", "There is no such state.")},
    {"teleconsultation.id",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "This has to be 24 digits from 0 to 9 and a to f.")},
    {"teleconsultation.deleted",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "This one was deleted here, and its id is not taken again.")},
    {"teleconsultation.end_and_duration",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "Give either end_date or duration_in_seconds.")},
    {"teleconsultation.required", QT_TRANSLATE_NOOP("anteroom::ImportWords", "This is missing.")},
    {"teleconsultation.too_many",
     QT_TRANSLATE_NOOP("anteroom::ImportWords", "More people are listed than the number says.")},
    {"setting.unknown", QT_TRANSLATE_NOOP("anteroom::ImportWords", "There is no such setting.")},
};

template<size_t N>
const char *find(const Words (&all)[N], QByteArrayView key)
{
    const auto found = std::find_if(std::begin(all), std::end(all),
                                    [key](const Words &each) { return key == QByteArrayView(each.key); });
    return found == std::end(all) ? nullptr : found->text;
}

QString listTitle(const QByteArray &name)
{
    for (const RegisterShape &shape : registerShapes()) {
        if (name == shape.name)
            return registerTitle(shape.which);
    }
    const char *title = find(lists, name);
    return title ? ImportWords::tr(title) : QString::fromUtf8(name);
}

// "/persons/3/firstName" in words: "Persons, entry 4, firstName". The member stays as the file spells it.
QString placeText(const QString &pointer)
{
    const QStringList path = pointer.split(u'/', Qt::SkipEmptyParts);
    if (path.isEmpty())
        return ImportWords::tr("the whole file");
    QStringList words{listTitle(path.first().toUtf8())};
    for (qsizetype i = 1; i < path.size(); ++i) {
        bool isNumber = false;
        const int number = path.at(i).toInt(&isNumber);
        words.append(isNumber ? ImportWords::tr("entry %1").arg(QLocale().toString(number + 1)) : path.at(i));
    }
    return words.join(u", "_s);
}

QString reasonText(const Error &error)
{
    const QByteArray reason = error.data.value("reason"_L1).toString().toLatin1();
    if (const char *words = find(reasons, reason))
        return ImportWords::tr(words);
    // The words that a form has for it.
    const Error own{ErrorCode::Invalid, reason.constData(), nullptr, error.data};
    return reason.startsWith("teleconsultation.") ? refusalText(own) : errorText(own);
}

} // namespace

QString importErrorText(const Error &error)
{
    if (error.is("import.not_json"))
        return ImportWords::tr(
                   "This file is no JSON: it can’t be read from byte %1 on. Nothing was imported.")
            .arg(QLocale().toString(error.data.value("offset"_L1).toInteger()));
    if (error.is("import.not_an_object"))
        return ImportWords::tr("This file has to be one JSON object. Nothing was imported.");
    if (error.is("import.stopped"))
        return ImportWords::tr("Stopped. Nothing was imported.");
    if (error.is("import.not_readable"))
        return ImportWords::tr(
            "This file can’t be read. Choose another one, or ask for the right to read it.");
    if (error.is("import.secret_not_kept"))
        return ImportWords::tr("Everything was imported but %1, which the keyring did not take. Set it in "
                               "Settings.")
            .arg(error.data.value("key"_L1).toString());
    if (!error.is("import.invalid"))
        return errorText(error);
    const QString pointer = error.data.value("pointer"_L1).toString();
    return ImportWords::tr("%1: %2 Nothing was imported. (%3)")
        .arg(placeText(pointer), reasonText(error), pointer);
}

QStringList importSummaryLines(const ImportSummary &summary)
{
    QStringList lines;
    for (auto it = summary.rows.cbegin(); it != summary.rows.cend(); ++it) {
        if (it.value() > 0)
            lines.append(ImportWords::tr("%1: %2").arg(listTitle(it.key()), QLocale().toString(it.value())));
    }
    lines.sort(Qt::CaseInsensitive);
    if (!summary.ignored.isEmpty())
        lines.append(ImportWords::tr("Not known to this version: %1").arg(summary.ignored.join(u", "_s)));
    return lines;
}

} // namespace anteroom
