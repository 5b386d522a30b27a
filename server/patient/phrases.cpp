// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/phrases.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

// clang-format off
const Phrase list[] = {
    {"skip", QT_TRANSLATE_NOOP("PatientPage", "Skip to the content")},
    {"languages", QT_TRANSLATE_NOOP("PatientPage", "Language")},
    {"title.error", QT_TRANSLATE_NOOP("PatientPage", "Error:")},
    {"clinic.unnamed", QT_TRANSLATE_NOOP("PatientPage", "Photos for your clinic")},
    {"footer.phone", QT_TRANSLATE_NOOP("PatientPage", "Questions? Phone the clinic:")},
    {"footer.help", QT_TRANSLATE_NOOP("PatientPage", "Questions? Contact your clinic the way you usually do.")},
    {"footer.emergency", QT_TRANSLATE_NOOP("PatientPage", "Nobody watches this page all the time. In an emergency call 112 or your local emergency number.")},

    {"date.title", QT_TRANSLATE_NOOP("PatientPage", "Send photos to your clinic")},
    {"date.why", QT_TRANSLATE_NOOP("PatientPage", "First tell us the patient’s date of birth. It keeps the request private.")},
    {"date.legend", QT_TRANSLATE_NOOP("PatientPage", "What is the patient’s date of birth?")},
    {"date.hint", QT_TRANSLATE_NOOP("PatientPage", "For example, 31 3 1980")},
    {"date.day", QT_TRANSLATE_NOOP("PatientPage", "Day")},
    {"date.month", QT_TRANSLATE_NOOP("PatientPage", "Month")},
    {"date.year", QT_TRANSLATE_NOOP("PatientPage", "Year")},
    {"date.continue", QT_TRANSLATE_NOOP("PatientPage", "Continue")},
    {"date.private", QT_TRANSLATE_NOOP("PatientPage", "If you care for the patient, enter the patient’s date of birth, not your own.")},
    {"date.missing", QT_TRANSLATE_NOOP("PatientPage", "Enter the day, the month and the year")},
    {"date.impossible", QT_TRANSLATE_NOOP("PatientPage", "Enter a real date in the past, in numbers, with all four figures of the year")},

    {"refused.problem", QT_TRANSLATE_NOOP("PatientPage", "There is a problem")},
    {"refused.title", QT_TRANSLATE_NOOP("PatientPage", "We can’t open the request")},
    {"refused.check", QT_TRANSLATE_NOOP("PatientPage", "Check the date of birth, and that you opened the whole link from your message.")},
    {"refused.again", QT_TRANSLATE_NOOP("PatientPage", "Enter the date of birth again")},
    {"refused.date", QT_TRANSLATE_NOOP("PatientPage", "Check the date of birth")},
    {"refused.wait", QT_TRANSLATE_NOOP("PatientPage", "After five wrong answers you have to wait before you try again: 15 minutes at first, then longer. Until then the right date does not work either.")},

    {"refused.code", QT_TRANSLATE_NOOP("PatientPage", "Check the code and the date of birth. A code works for 10 minutes and for five tries, and only the newest one counts.")},
    {"refused.code.again", QT_TRANSLATE_NOOP("PatientPage", "Enter both again")},

    {"code.locked", QT_TRANSLATE_NOOP("PatientPage", "Locked out by wrong answers?")},
    {"code.link", QT_TRANSLATE_NOOP("PatientPage", "Get a one-time code")},
    {"code.title", QT_TRANSLATE_NOOP("PatientPage", "Get a one-time code")},
    {"code.why", QT_TRANSLATE_NOOP("PatientPage", "With a code you need not wait after wrong answers. You still need the patient’s date of birth.")},
    {"code.where", QT_TRANSLATE_NOOP("PatientPage", "It goes to the phone number or the e-mail address that the link was sent to, at most three times an hour.")},
    {"code.button", QT_TRANSLATE_NOOP("PatientPage", "Send me a code")},
    {"code.have", QT_TRANSLATE_NOOP("PatientPage", "I have a code")},
    {"code.back", QT_TRANSLATE_NOOP("PatientPage", "Go on without a code")},
    {"code.enter", QT_TRANSLATE_NOOP("PatientPage", "Enter your code")},
    {"code.sent", QT_TRANSLATE_NOOP("PatientPage", "If this link can still be used, you get a code in the next minutes. It works for 10 minutes.")},
    {"code.label", QT_TRANSLATE_NOOP("PatientPage", "One-time code")},
    {"code.hint", QT_TRANSLATE_NOOP("PatientPage", "The 6 digits from the message")},
    {"code.missing", QT_TRANSLATE_NOOP("PatientPage", "Enter the 6 digits of the code")},
    {"code.nothing", QT_TRANSLATE_NOOP("PatientPage", "Did nothing come?")},
    {"code.another", QT_TRANSLATE_NOOP("PatientPage", "Ask for another code")},

    {"ask.title", QT_TRANSLATE_NOOP("PatientPage", "Send photos to your clinic")},
    {"ask.label", QT_TRANSLATE_NOOP("PatientPage", "What the clinic asks for")},
    {"ask.from", QT_TRANSLATE_NOOP("PatientPage", "%1 asks:")},
    {"ask.unprompted", QT_TRANSLATE_NOOP("PatientPage", "Please send a photo.")},
    {"ask.proxy", QT_TRANSLATE_NOOP("PatientPage", "This is for a patient in your care.")},

    {"send.more", QT_TRANSLATE_NOOP("PatientPage", "Send more photos")},
    {"send.photos", QT_TRANSLATE_NOOP("PatientPage", "Choose photos")},
    {"send.photos.more", QT_TRANSLATE_NOOP("PatientPage", "Further photos")},
    {"send.photos.last", QT_TRANSLATE_NOOP("PatientPage", "And further photos")},
    {"send.others", QT_TRANSLATE_NOOP("PatientPage", "Add photos that show something else")},
    {"send.limits", QT_TRANSLATE_N_NOOP("PatientPage", "JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photo(s)."), true},
    {"send.children", QT_TRANSLATE_NOOP("PatientPage", "Never send intimate photos of a child (anybody under 18), even if asked to. Phone the clinic instead.")},
    {"send.describe", QT_TRANSLATE_NOOP("PatientPage", "What do these photos show?")},
    {"send.describe.hint", QT_TRANSLATE_NOOP("PatientPage", "If you like. For example: left arm, three days ago")},
    {"send.consent", QT_TRANSLATE_NOOP("PatientPage", "By sending you agree that the clinic keeps these photos in the patient’s record and uses them for the patient’s care.")},
    {"send.button", QT_TRANSLATE_NOOP("PatientPage", "Send photos")},
    {"send.patience", QT_TRANSLATE_NOOP("PatientPage", "Sending can take some minutes. Keep this page open until the next one appears.")},
    {"send.place", QT_TRANSLATE_NOOP("PatientPage", "Where a photo was taken is removed from it before it is kept.")},
    {"send.full", QT_TRANSLATE_NOOP("PatientPage", "You have sent all the photos that this request can take.")},

    {"sent.title", QT_TRANSLATE_N_NOOP("PatientPage", "%n photo(s) arrived"), true},
    {"sent.what", QT_TRANSLATE_NOOP("PatientPage", "Thank you. The clinic has what you see here; you can close this page.")},
    {"sent.facts", QT_TRANSLATE_NOOP("PatientPage", "Sent %1, %2")},

    {"script.choose", QT_TRANSLATE_NOOP("PatientPage", "Choose from this device")},
    {"script.camera", QT_TRANSLATE_NOOP("PatientPage", "Take a photo")},
    {"script.list", QT_TRANSLATE_NOOP("PatientPage", "Chosen photos")},
    {"script.describe", QT_TRANSLATE_NOOP("PatientPage", "What does this photo show? (if you like)")},
    {"script.remove", QT_TRANSLATE_NOOP("PatientPage", "Remove")},
    {"script.removeNamed", QT_TRANSLATE_NOOP("PatientPage", "Remove %1")},
    {"script.removed", QT_TRANSLATE_NOOP("PatientPage", "Removed: %1")},
    {"script.chosen", QT_TRANSLATE_NOOP("PatientPage", "Photos to send: %1")},
    {"script.progress", QT_TRANSLATE_NOOP("PatientPage", "Progress of %1")},
    {"script.sending", QT_TRANSLATE_NOOP("PatientPage", "Sending…")},
    {"script.sendingOf", QT_TRANSLATE_NOOP("PatientPage", "Sending photo %1 of %2")},
    {"script.checking", QT_TRANSLATE_NOOP("PatientPage", "The clinic is checking it…")},
    {"script.sent", QT_TRANSLATE_NOOP("PatientPage", "Sent")},
    {"script.allSent", QT_TRANSLATE_NOOP("PatientPage", "All photos are sent")},
    {"script.someSent", QT_TRANSLATE_NOOP("PatientPage", "Sent: %1 of %2")},
    {"script.failed", QT_TRANSLATE_NOOP("PatientPage", "Some photos were not sent")},
    {"script.finish", QT_TRANSLATE_NOOP("PatientPage", "Finish without the others")},
    {"script.again", QT_TRANSLATE_NOOP("PatientPage", "Try again")},
    {"script.waiting", QT_TRANSLATE_NOOP("PatientPage", "The connection was lost. It goes on by itself…")},
    {"script.lost", QT_TRANSLATE_NOOP("PatientPage", "The connection was lost. Press “Try again”: it goes on where it stopped.")},
    {"script.unread", QT_TRANSLATE_NOOP("PatientPage", "This photo can’t be read from the device any more. Choose it again.")},
    {"script.none", QT_TRANSLATE_NOOP("PatientPage", "Choose at least one photo")},
    {"script.tooLarge", QT_TRANSLATE_NOOP("PatientPage", "It is larger than 25 MB. Take it again at a smaller size, or choose another one.")},
    {"script.tooMany", QT_TRANSLATE_NOOP("PatientPage", "That is too many: you can send %1 now. The last ones were left out.")},

    {"problem.title", QT_TRANSLATE_NOOP("PatientPage", "Nothing was sent")},
    {"problem.end", QT_TRANSLATE_NOOP("PatientPage", "None of the photos you chose just now was kept. Choose them again, without the one that did not work.")},
    {"problem.end.again", QT_TRANSLATE_NOOP("PatientPage", "None of the photos you chose just now was kept. Choose them again.")},
    {"photo.not_a_photo", QT_TRANSLATE_NOOP("PatientPage", "It is no photo that we can read. Send a JPEG, PNG, HEIC or WebP, or take a new photo.")},
    {"photo.unsupported", QT_TRANSLATE_NOOP("PatientPage", "It is a rare kind of picture that we can’t read. Take a new photo, or send a screenshot of it.")},
    {"photo.damaged", QT_TRANSLATE_NOOP("PatientPage", "It is damaged or incomplete. Choose it again or take a new photo.")},
    {"photo.too_large", QT_TRANSLATE_NOOP("PatientPage", "It is larger than 25 MB. Take it again at a smaller size, or choose another one.")},
    {"photo.too_many_pixels", QT_TRANSLATE_NOOP("PatientPage", "It has more than 100 megapixels. Take it again at a smaller size.")},
    {"photo.failed", QT_TRANSLATE_NOOP("PatientPage", "We could not check it. Try again, or take a new photo.")},
    {"photo.infected", QT_TRANSLATE_NOOP("PatientPage", "It may contain a virus, so it was not taken. Send another photo.")},
    {"photo.unnamed", QT_TRANSLATE_NOOP("PatientPage", "Photo without a name")},
    {"body.none", QT_TRANSLATE_NOOP("PatientPage", "There was no photo. Choose at least one.")},
    {"body.too_many", QT_TRANSLATE_NOOP("PatientPage", "These are too many photos. A request takes 20 in all.")},
    {"body.too_large", QT_TRANSLATE_NOOP("PatientPage", "All photos together are too large. Send fewer at once.")},
    {"body.malformed", QT_TRANSLATE_NOOP("PatientPage", "The photos did not arrive whole. Try again.")},
    {"body.description", QT_TRANSLATE_NOOP("PatientPage", "A description is too long. Use at most 1,000 characters.")},
    {"body.disk", QT_TRANSLATE_NOOP("PatientPage", "The clinic’s computer can’t take photos at the moment. Try again later, or phone the clinic.")},
    {"body.stale", QT_TRANSLATE_NOOP("PatientPage", "This page was too old to send from. Choose the photos again.")},

    {"ended.title", QT_TRANSLATE_NOOP("PatientPage", "Please enter the date of birth again")},
    {"ended.words", QT_TRANSLATE_NOOP("PatientPage", "It is some time since you entered it, so nothing was sent. Enter it again, then choose your photos.")},
    {"ended.back", QT_TRANSLATE_NOOP("PatientPage", "Go to the request")},
    {"expired.title", QT_TRANSLATE_NOOP("PatientPage", "This request has expired")},
    {"expired.words", QT_TRANSLATE_NOOP("PatientPage", "Photos can’t be sent with this link any more. If the clinic still needs them, ask for a new link.")},
    {"cancelled.title", QT_TRANSLATE_NOOP("PatientPage", "This request was cancelled")},
    {"cancelled.words", QT_TRANSLATE_NOOP("PatientPage", "The clinic no longer needs photos from you. You can close this page.")},
    {"wrong.title", QT_TRANSLATE_NOOP("PatientPage", "This page can’t be shown")},
    {"wrong.words", QT_TRANSLATE_NOOP("PatientPage", "Open the link from your message once more.")},
    {"busy.title", QT_TRANSLATE_NOOP("PatientPage", "That did not work just now")},
    {"busy.words", QT_TRANSLATE_NOOP("PatientPage", "Nothing is lost. Wait a minute and try again, or phone the clinic.")},
};
// clang-format on

} // namespace

std::span<const Phrase> patientPhrases()
{
    return list;
}

const char *patientPhrase(QByteArrayView key)
{
    for (const Phrase &phrase : list) {
        if (key == QByteArrayView(phrase.key))
            return phrase.source;
    }
    Q_ASSERT_X(false, "patientPhrase", "no phrase of that key");
    return "";
}

} // namespace anteroom
