// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/messagetexts.h"

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;

// What the placeholders stand for: {staff}, {link} (or the code); {clinic} is "Name: " at the beginning of a
// text message and the name alone at the end of an e-mail.
struct Templates
{
    QStringView sms;
    QStringView smsForProxy;
    QStringView subject;
    QStringView greeting;
    QStringView ask;
    QStringView askForProxy;
    QStringView how;
    QStringView howForProxy;
    QStringView notYou;
    QStringView code;
    QStringView codeSubject;
    QStringView codeKeep;
};

const Templates &templatesOf(Language language)
{
    static constexpr Templates english{
        u"{clinic}{staff} asks you to send a photo. Please open {link}",
        u"{clinic}{staff} asks you to send a photo for a patient in your care. Please open {link}",
        u"{staff} asks you for a photo",
        u"Hello,",
        u"{staff} asks you to send one or more photos.",
        u"{staff} asks you to send one or more photos for a patient in your care.",
        u"Please open this page. It asks for your date of birth first, so that only you can answer:",
        u"Please open this page. It asks for the patient's date of birth first:",
        u"If you did not expect this message, please ignore it.",
        u"{clinic}{link} is your one-time code for sending photos. It works for 10 minutes.",
        u"Your one-time code",
        u"Nobody from the clinic will ask you for this code. If you did not ask for it, please ignore it.",
    };
    static constexpr Templates italian{
        u"{clinic}{staff} le chiede di inviare una foto. Apra {link}",
        u"{clinic}{staff} le chiede di inviare una foto per un paziente affidato alle sue cure. Apra {link}",
        u"{staff} le chiede una foto",
        u"Buongiorno,",
        u"{staff} le chiede di inviare una o pi\u00f9 foto.",
        u"{staff} le chiede di inviare una o pi\u00f9 foto per un paziente affidato alle sue cure.",
        u"Apra questa pagina. Le chieder\u00e0 prima la sua data di nascita, cos\u00ec che solo lei possa "
        u"rispondere:",
        u"Apra questa pagina. Le chieder\u00e0 prima la data di nascita del paziente:",
        u"Se non aspettava questo messaggio, lo ignori.",
        u"{clinic}{link} \u00e8 il suo codice monouso per inviare le foto. Vale 10 minuti.",
        u"Il suo codice monouso",
        u"Nessuno dell'ambulatorio le chieder\u00e0 questo codice. Se non l'ha richiesto lei, lo ignori.",
    };
    static constexpr Templates ukrainian{
        u"{clinic}{staff} просить вас надіслати фото. Відкрийте {link}",
        u"{clinic}{staff} просить вас надіслати фото для пацієнта, про якого ви піклуєтеся. Відкрийте {link}",
        u"{staff} просить вас надіслати фото",
        u"Добрий день!",
        u"{staff} просить вас надіслати одне або кілька фото.",
        u"{staff} просить вас надіслати одне або кілька фото для пацієнта, про якого ви піклуєтеся.",
        u"Відкрийте цю сторінку. Спершу вона запитає вашу дату народження, щоб відповісти могли лише ви:",
        u"Відкрийте цю сторінку. Спершу вона запитає дату народження пацієнта:",
        u"Якщо ви не чекали на це повідомлення, не зважайте на нього.",
        u"{clinic}{link} — ваш одноразовий код для надсилання фото. Він діє 10 хвилин.",
        u"Ваш одноразовий код",
        u"Ніхто з клініки не питатиме у вас цей код. Якщо ви його не замовляли, не зважайте на нього.",
    };
    switch (language) {
    case Language::Italian:
        return italian;
    case Language::Ukrainian:
        return ukrainian;
    case Language::English:
        break;
    }
    return english;
}

// One pass, so that a name with a brace in it stays a name.
QString filled(QStringView text, const MessageWords &words, const QString &clinic)
{
    QString out;
    out.reserve(text.size() + words.staffName.size() + words.link.size() + clinic.size());
    for (qsizetype at = 0; at < text.size();) {
        const QStringView rest = text.mid(at);
        if (rest.startsWith(u"{staff}")) {
            out += words.staffName;
            at += 7;
        } else if (rest.startsWith(u"{link}")) {
            out += words.link;
            at += 6;
        } else if (rest.startsWith(u"{clinic}")) {
            out += clinic;
            at += 8;
        } else {
            out += text[at++];
        }
    }
    return out;
}

} // namespace

QString MessageTexts::sms(Language language, const MessageWords &words)
{
    const Templates &texts = templatesOf(language);
    const QString clinic = words.clinicName.isEmpty() ? QString() : words.clinicName + QLatin1String(": ");
    return filled(words.forProxy ? texts.smsForProxy : texts.sms, words, clinic);
}

QString MessageTexts::emailSubject(Language language, const MessageWords &words)
{
    return filled(templatesOf(language).subject, words, words.clinicName);
}

QString MessageTexts::emailBody(Language language, const MessageWords &words)
{
    const Templates &texts = templatesOf(language);
    const QStringView ask = words.forProxy ? texts.askForProxy : texts.ask;
    const QStringView how = words.forProxy ? texts.howForProxy : texts.how;
    QString body;
    for (const QStringView part : {texts.greeting, QStringView(u"\n\n"), ask, QStringView(u"\n\n"), how,
                                   QStringView(u"\n{link}\n\n"), texts.notYou, QStringView(u"\n")})
        body += part;
    if (!words.clinicName.isEmpty())
        body += u"\n{clinic}\n";
    return filled(body, words, words.clinicName);
}

QString MessageTexts::codeSms(Language language, const CodeWords &words)
{
    const QString clinic = words.clinicName.isEmpty() ? QString() : words.clinicName + QLatin1String(": ");
    return filled(templatesOf(language).code, {.link = words.code}, clinic);
}

QString MessageTexts::codeSubject(Language language)
{
    return templatesOf(language).codeSubject.toString();
}

QString MessageTexts::codeBody(Language language, const CodeWords &words)
{
    const Templates &texts = templatesOf(language);
    QString body;
    const QString code = filled(texts.code, {.link = words.code}, {});
    for (const QStringView part : {texts.greeting, QStringView(u"\n\n"), QStringView(code),
                                   QStringView(u"\n\n"), texts.codeKeep, QStringView(u"\n")})
        body += part;
    if (!words.clinicName.isEmpty())
        body += u'\n' + words.clinicName + u'\n';
    return body;
}

} // namespace anteroom
