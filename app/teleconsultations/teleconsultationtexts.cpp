// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/teleconsultations/teleconsultationtexts.h"

#include <QLocale>
#include <QTimeZone>

namespace anteroom {

namespace {

using namespace Qt::StringLiterals;

// {clinic} is "Name: " at the beginning of a text message and the name alone elsewhere; {when} the start.
struct Templates
{
    QStringView sms[4]; // in the order of TeleconsultationTexts::Kind
    QStringView subject[4];
    QStringView body[4];
    QStringView smsLink;
    QStringView greeting;
    QStringView link;
    QStringView linkLater;
    QStringView keep;
    QStringView summary;
    QStringView summaryWithClinic;
};

const Templates &templatesOf(Language language)
{
    static constexpr Templates english{
        {u"{clinic}you are invited to a video consultation on {when}.",
         u"{clinic}your video consultation has a new time: {when}.",
         u"{clinic}your video consultation is on {when}.",
         u"{clinic}your video consultation on {when} has been cancelled."},
        {u"Your video consultation on {when}", u"New time for your video consultation: {when}",
         u"Reminder: your video consultation on {when}", u"Cancelled: your video consultation on {when}"},
        {u"You are invited to a video consultation on {when}.",
         u"Your video consultation has a new time: {when}.",
         u"This is a reminder of your video consultation on {when}.",
         u"Your video consultation on {when} has been cancelled."},
        u" Please open {link}",
        u"Hello,",
        u"Please open this link shortly before it begins; it works in any up-to-date browser:",
        u"You will find the link with your clinic shortly before it begins.",
        u"The link is for you alone; please do not pass it on.",
        u"Video consultation",
        u"Video consultation, {clinic}",
    };
    static constexpr Templates italian{
        {u"{clinic}Lei \u00e8 invitato a una videovisita il {when}.",
         u"{clinic}la Sua videovisita ha un nuovo orario: {when}.",
         u"{clinic}la Sua videovisita \u00e8 il {when}.",
         u"{clinic}la Sua videovisita del {when} \u00e8 stata annullata."},
        {u"La Sua videovisita del {when}", u"Nuovo orario della Sua videovisita: {when}",
         u"Promemoria: la Sua videovisita del {when}", u"Annullata: la Sua videovisita del {when}"},
        {u"Lei \u00e8 invitato a una videovisita il {when}.",
         u"La Sua videovisita ha un nuovo orario: {when}.", u"Le ricordiamo la Sua videovisita del {when}.",
         u"La Sua videovisita del {when} \u00e8 stata annullata."},
        u" Apra {link}",
        u"Buongiorno,",
        u"Apra questo link poco prima dell'inizio; funziona in ogni browser aggiornato:",
        u"Poco prima dell'inizio ricever\u00e0 il link dal Suo ambulatorio.",
        u"Il link \u00e8 personale: non lo trasmetta ad altri.",
        u"Videovisita",
        u"Videovisita, {clinic}",
    };
    static constexpr Templates ukrainian{
        {u"{clinic}вас запрошено на відеоконсультацію {when}.",
         u"{clinic}час вашої відеоконсультації змінено: {when}.",
         u"{clinic}ваша відеоконсультація відбудеться {when}.",
         u"{clinic}вашу відеоконсультацію {when} скасовано."},
        {u"Ваша відеоконсультація {when}", u"Новий час вашої відеоконсультації: {when}",
         u"Нагадування: ваша відеоконсультація {when}", u"Скасовано: ваша відеоконсультація {when}"},
        {u"Вас запрошено на відеоконсультацію {when}.", u"Час вашої відеоконсультації змінено: {when}.",
         u"Нагадуємо про вашу відеоконсультацію {when}.", u"Вашу відеоконсультацію {when} скасовано."},
        u" Відкрийте {link}",
        u"Вітаємо!",
        u"Відкрийте це посилання незадовго до початку; воно працює в будь-якому сучасному браузері:",
        u"Посилання ви отримаєте від вашої клініки незадовго до початку.",
        u"Посилання призначене лише для вас, будь ласка, нікому його не передавайте.",
        u"Відеоконсультація",
        u"Відеоконсультація, {clinic}",
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

QString filled(QStringView text, Language language, const TeleconsultationWords &words, const QString &clinic)
{
    // In the order in which none can bring in another's placeholder: the clinic's name comes last.
    QString done = text.toString();
    done.replace("{when}"_L1, TeleconsultationTexts::when(language, words.startsAt));
    done.replace("{link}"_L1, words.link);
    done.replace("{clinic}"_L1, clinic);
    return done;
}

} // namespace

QString TeleconsultationTexts::when(Language language, const QDateTime &time)
{
    // The day before the month everywhere: patients read it, and English here is that of Europe.
    const QLocale locale = language == Language::English ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                                         : QLocale(QLatin1String(languageCode(language)));
    return locale.toString(time.date(), u"d MMMM yyyy"_s) + u", "_s + time.time().toString(u"HH:mm"_s) +
           u" ("_s + QString::fromLatin1(time.timeZone().id()) + u')';
}

QString TeleconsultationTexts::sms(Language language, Kind kind, const TeleconsultationWords &words)
{
    const Templates &texts = templatesOf(language);
    const QString clinic = words.clinicName.isEmpty() ? QString() : words.clinicName + u": "_s;
    QString text = filled(texts.sms[size_t(kind)], language, words, clinic);
    if (words.clinicName.isEmpty() && !text.isEmpty())
        text[0] = text[0].toUpper();
    if (kind != Kind::Cancelled && !words.link.isEmpty())
        text += filled(texts.smsLink, language, words, clinic);
    return text;
}

QString TeleconsultationTexts::emailSubject(Language language, Kind kind, const TeleconsultationWords &words)
{
    return filled(templatesOf(language).subject[size_t(kind)], language, words, words.clinicName);
}

QString TeleconsultationTexts::emailBody(Language language, Kind kind, const TeleconsultationWords &words)
{
    const Templates &texts = templatesOf(language);
    QStringList lines{texts.greeting.toString(), QString(),
                      filled(texts.body[size_t(kind)], language, words, words.clinicName)};
    if (kind != Kind::Cancelled && !words.link.isEmpty())
        lines << QString() << texts.link.toString() << words.link << QString() << texts.keep.toString();
    else if (kind != Kind::Cancelled)
        lines << QString() << texts.linkLater.toString();
    if (!words.clinicName.isEmpty())
        lines << QString() << words.clinicName;
    return lines.join(u'\n');
}

QString TeleconsultationTexts::summary(Language language, const TeleconsultationWords &words)
{
    const Templates &texts = templatesOf(language);
    return filled(words.clinicName.isEmpty() ? texts.summary : texts.summaryWithClinic, language, words,
                  words.clinicName);
}

QString TeleconsultationTexts::description(Language language, const TeleconsultationWords &words)
{
    const Templates &texts = templatesOf(language);
    QStringList lines{when(language, words.startsAt)};
    if (!words.link.isEmpty())
        lines << texts.link.toString() << words.link << texts.keep.toString();
    return lines.join(u'\n');
}

} // namespace anteroom
