// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registers/registerwords.h"

#include "app/base/utctime.h"
#include "app/devicerequests/devicerequest.h"
#include "ui/registers/codelines.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace anteroom {

namespace {

struct RegisterWords
{
    Q_DECLARE_TR_FUNCTIONS(anteroom::RegisterWords)
};

struct Titles
{
    const char *title;
    const char *subtitle;
};

// In the order of Register.
constexpr Titles registers[] = {
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Device requests"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords",
                       "What was prescribed, and the code that the patient shows for it.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Persons"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Whoever the health system knows, by its ids.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Authentication methods"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords",
                       "How a person proves who they are: by a telephone, on paper, through somebody else.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Confidant relationships"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Who may act for whom.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Legal entities"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "The institutions that prescribe, this one among them.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Medical programmes"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords",
                       "Who pays, and whether patients are told by text message.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Device definitions"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "The kinds of devices, with their classifications.")},
    {QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Dictionaries"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords",
                       "Lists of codes that rules use, such as assistive_devices.")},
};

struct Words
{
    const char *member;
    const char *title;
    const char *hint = nullptr;
};

// By their names, whichever the register.
constexpr Words members[] = {
    {"id", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Id"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Left empty, a new one is made.")},
    {"patientId", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Patient")},
    {"requisition", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Number")},
    {"status", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Status")},
    {"verificationCode", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Verification code")},
    {"programId", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Programme")},
    {"code", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Device"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "system | code")},
    {"codeReference", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Device definition")},
    {"informWith", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Inform with this method"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Left empty, the patient’s usual one is taken.")},
    {"firstName", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "First name")},
    {"lastName", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Last name")},
    {"isPreperson", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Not identified yet")},
    {"personId", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Person")},
    {"type", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Type")},
    {"phoneNumber", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Telephone"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "With the country’s code, for example +380931234585")},
    {"value", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Third person")},
    {"isActive", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Active")},
    {"endedAt", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Ended")},
    {"insertedAt", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Added")},
    {"confidantPersonId", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Confidant")},
    {"activeTo", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Ends")},
    {"verificationStatus", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Verification")},
    {"verificationReason", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Its reason")},
    {"name", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Name")},
    {"requestNotificationDisabled", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Texts are switched off")},
    {"classificationTypes", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Classifications"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords", "A line each: system | code")},
    {"entries", QT_TRANSLATE_NOOP("anteroom::RegisterWords", "Codes"),
     QT_TRANSLATE_NOOP("anteroom::RegisterWords",
                       "A line each: system | code, code. The system alone means all its codes.")},
};

const Words *wordsOf(QByteArrayView member)
{
    const auto found = std::find_if(std::begin(members), std::end(members), [member](const Words &each) {
        return member == QByteArrayView(each.member);
    });
    return found == std::end(members) ? nullptr : found;
}

QString timeText(const QString &iso)
{
    const auto time = parseUtcTime(iso);
    if (!time)
        return iso;
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(toUs(*time) / 1000), QLocale::ShortFormat);
}

} // namespace

QString registerTitle(Register which)
{
    return RegisterWords::tr(registers[static_cast<std::size_t>(which)].title);
}

QString registerSubtitle(Register which)
{
    return RegisterWords::tr(registers[static_cast<std::size_t>(which)].subtitle);
}

QString memberTitle(const RegisterShape &, QByteArrayView member)
{
    const Words *words = wordsOf(member);
    return words ? RegisterWords::tr(words->title) : QString::fromLatin1(member);
}

QString memberHint(const RegisterShape &, const RegisterMember &member)
{
    if (member.type == RegisterMember::Type::Time)
        return RegisterWords::tr("For example 2026-11-22 14:30");
    const Words *words = wordsOf(member.name);
    return words && words->hint ? RegisterWords::tr(words->hint) : QString();
}

QString valueText(const RegisterMember &member, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    switch (member.type) {
    case RegisterMember::Type::Id:
        return shortId(value.toString());
    case RegisterMember::Type::Text:
        return member.refersTo ? shortId(value.toString()) : value.toString();
    case RegisterMember::Type::Phone:
        return maskedPhone(value.toString());
    case RegisterMember::Type::Flag:
    case RegisterMember::Type::OptionalFlag:
        return value.toBool() ? RegisterWords::tr("Yes") : RegisterWords::tr("No");
    case RegisterMember::Type::Time:
        return timeText(value.toString());
    case RegisterMember::Type::Code:
        return value.toObject().value(QLatin1String("code")).toString();
    case RegisterMember::Type::Codes:
    case RegisterMember::Type::CodeSets:
        return codeLines(member.type, value).replace(u'\n', QStringLiteral("; "));
    case RegisterMember::Type::Secret:
        return RegisterWords::tr("Set");
    }
    return {};
}

QString entryName(Register which, const RegisterEntry &entry)
{
    const auto text = [&entry](const char *member) {
        return entry.members.value(QLatin1String(member)).toString();
    };
    switch (which) {
    case Register::Persons:
        return QString(text("firstName") + u' ' + text("lastName")).trimmed();
    case Register::MedicalPrograms:
        return text("name");
    case Register::AuthenticationMethods:
        return QString(text("type") + u' ' + maskedPhone(text("phoneNumber"))).trimmed();
    case Register::DeviceDefinitions:
        return codeLines(RegisterMember::Type::Codes,
                         entry.members.value(QLatin1String("classificationTypes")))
            .section(u'\n', 0, 0);
    case Register::DeviceRequests:
        return text("requisition");
    case Register::DictionaryConfigurations:
        return QString::fromUtf8(entry.key);
    default:
        return {};
    }
}

QString shortId(const QString &id)
{
    return id.size() == 36 ? u'…' + id.right(12) : id;
}

} // namespace anteroom
