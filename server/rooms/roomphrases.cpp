// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/rooms/roomphrases.h"

#include <QCoreApplication>

namespace anteroom {

namespace {

// clang-format off
const Phrase list[] = {
    {"title", QT_TRANSLATE_NOOP("RoomPage", "Video consultation")},
    {"skip", QT_TRANSLATE_NOOP("RoomPage", "Skip to the content")},
    {"languages", QT_TRANSLATE_NOOP("RoomPage", "Language")},
    {"clinic.unnamed", QT_TRANSLATE_NOOP("RoomPage", "Your clinic")},
    {"footer.phone", QT_TRANSLATE_NOOP("RoomPage", "If the video does not work, phone the clinic:")},
    {"footer.help", QT_TRANSLATE_NOOP("RoomPage", "If the video does not work, contact your clinic the way you usually do.")},
    {"footer.emergency", QT_TRANSLATE_NOOP("RoomPage", "In an emergency call 112 or your local emergency number.")},
    {"noscript", QT_TRANSLATE_NOOP("RoomPage", "This page needs JavaScript for the video. Switch it on in your browser, or phone the clinic.")},
    {"unknown.title", QT_TRANSLATE_NOOP("RoomPage", "This link does not lead to a consultation")},
    {"unknown.words", QT_TRANSLATE_NOOP("RoomPage", "Check that you opened the whole link from your message. It may also have been replaced: then use the newest message from your clinic.")},
    {"busy.title", QT_TRANSLATE_NOOP("RoomPage", "That did not work just now")},
    {"busy.words", QT_TRANSLATE_NOOP("RoomPage", "Wait a minute and open the link again, or phone the clinic.")},

    {"ready.title", QT_TRANSLATE_NOOP("RoomPage", "Your video consultation")},
    {"ready.join", QT_TRANSLATE_NOOP("RoomPage", "Join")},
    {"check.title", QT_TRANSLATE_NOOP("RoomPage", "Check before you join")},
    {"check.camera", QT_TRANSLATE_NOOP("RoomPage", "Camera")},
    {"check.microphone", QT_TRANSLATE_NOOP("RoomPage", "Microphone")},
    {"check.level", QT_TRANSLATE_NOOP("RoomPage", "How loud the microphone hears you")},
    {"check.connection", QT_TRANSLATE_NOOP("RoomPage", "Connection")},
    {"check.again", QT_TRANSLATE_NOOP("RoomPage", "Check again")},
    {"people.title", QT_TRANSLATE_NOOP("RoomPage", "People in this consultation")},
    {"waiting.title", QT_TRANSLATE_NOOP("RoomPage", "In the waiting room")},
    {"tools", QT_TRANSLATE_NOOP("RoomPage", "Camera, microphone and more")},
    {"sound", QT_TRANSLATE_NOOP("RoomPage", "Turn the sound on")},
    {"chat.title", QT_TRANSLATE_NOOP("RoomPage", "Chat")},
    {"chat.label", QT_TRANSLATE_NOOP("RoomPage", "Message to everybody here")},
    {"chat.send", QT_TRANSLATE_NOOP("RoomPage", "Send")},
    {"chat.close", QT_TRANSLATE_NOOP("RoomPage", "Close the chat")},
    {"chat.kept", QT_TRANSLATE_NOOP("RoomPage", "Messages are not kept after the consultation.")},
    {"over.rejoin", QT_TRANSLATE_NOOP("RoomPage", "Join again")},
    {"end.words", QT_TRANSLATE_NOOP("RoomPage", "In a moment it ends for everybody, and nobody can come back.")},
    {"end.stay", QT_TRANSLATE_NOOP("RoomPage", "Do not end it")},

    {"script.you", QT_TRANSLATE_NOOP("RoomPage", "You")},
    {"script.host", QT_TRANSLATE_NOOP("RoomPage", "Clinician")},
    {"script.cameraOff", QT_TRANSLATE_NOOP("RoomPage", "Camera is off")},
    {"script.microphoneOff", QT_TRANSLATE_NOOP("RoomPage", "Microphone is off")},
    {"script.screenOf", QT_TRANSLATE_NOOP("RoomPage", "Screen of %1")},
    {"script.videoOf", QT_TRANSLATE_NOOP("RoomPage", "Video of %1")},
    {"script.own", QT_TRANSLATE_NOOP("RoomPage", "Your own picture")},
    {"script.connecting", QT_TRANSLATE_NOOP("RoomPage", "Connecting…")},
    {"script.interrupted", QT_TRANSLATE_NOOP("RoomPage", "Connection interrupted, trying again…")},

    {"script.microphone", QT_TRANSLATE_NOOP("RoomPage", "Microphone")},
    {"script.camera", QT_TRANSLATE_NOOP("RoomPage", "Camera")},
    {"script.screen", QT_TRANSLATE_NOOP("RoomPage", "Share screen")},
    {"script.chat", QT_TRANSLATE_NOOP("RoomPage", "Chat")},
    {"script.leave", QT_TRANSLATE_NOOP("RoomPage", "Leave")},
    {"script.end", QT_TRANSLATE_NOOP("RoomPage", "End for all")},
    {"script.admit", QT_TRANSLATE_NOOP("RoomPage", "Let %1 in")},
    {"script.unread", QT_TRANSLATE_NOOP("RoomPage", "Chat, new messages: %1")},

    {"script.opening", QT_TRANSLATE_NOOP("RoomPage", "Just a moment…")},
    {"script.open", QT_TRANSLATE_NOOP("RoomPage", "The room is open. Join when you are ready.")},
    {"script.early", QT_TRANSLATE_NOOP("RoomPage", "The room opens on %1. Keep this page open: you will be let in by itself.")},
    {"script.earlyIn", QT_TRANSLATE_NOOP("RoomPage", "Opens in %1")},
    {"script.unnamed", QT_TRANSLATE_NOOP("RoomPage", "The clinic is still preparing the consultation. Keep this page open: you will be let in by itself.")},
    {"script.waitAdmit", QT_TRANSLATE_NOOP("RoomPage", "The clinician knows that you are here and will let you in. Keep this page open.")},
    {"script.full", QT_TRANSLATE_NOOP("RoomPage", "The room is full. You will be let in as soon as somebody leaves.")},
    {"script.live", QT_TRANSLATE_NOOP("RoomPage", "You are in the consultation.")},
    {"script.alone", QT_TRANSLATE_NOOP("RoomPage", "You are the first one here. The others will appear by themselves.")},
    {"script.entered", QT_TRANSLATE_NOOP("RoomPage", "%1 is here.")},
    {"script.left", QT_TRANSLATE_NOOP("RoomPage", "%1 has left.")},
    {"script.waits", QT_TRANSLATE_NOOP("RoomPage", "%1 is waiting to be let in.")},
    {"script.endsIn", QT_TRANSLATE_NOOP("RoomPage", "Ends in %1")},
    {"script.endsSoon", QT_TRANSLATE_NOOP("RoomPage", "The consultation ends in %1 min.")},
    {"script.reconnecting", QT_TRANSLATE_NOOP("RoomPage", "The connection was interrupted. Trying again…")},
    {"script.reconnected", QT_TRANSLATE_NOOP("RoomPage", "The connection is back.")},
    {"script.endFailed", QT_TRANSLATE_NOOP("RoomPage", "It could not be ended just now. Try again.")},

    {"script.checking", QT_TRANSLATE_NOOP("RoomPage", "Checking…")},
    {"script.works", QT_TRANSLATE_NOOP("RoomPage", "Works")},
    {"script.off", QT_TRANSLATE_NOOP("RoomPage", "Off")},
    {"script.speak", QT_TRANSLATE_NOOP("RoomPage", "Works – say something and watch the bar")},
    {"script.good", QT_TRANSLATE_NOOP("RoomPage", "Good")},
    {"script.slow", QT_TRANSLATE_NOOP("RoomPage", "Slow – the picture may freeze at times")},
    {"script.none", QT_TRANSLATE_NOOP("RoomPage", "No connection to the clinic")},
    {"script.noRelay", QT_TRANSLATE_NOOP("RoomPage", "Good, but your network may block the picture. If so, phone the clinic.")},
    {"script.denied", QT_TRANSLATE_NOOP("RoomPage", "Not allowed")},
    {"script.missing", QT_TRANSLATE_NOOP("RoomPage", "None found")},
    {"script.busy", QT_TRANSLATE_NOOP("RoomPage", "Used by another program")},
    {"script.insecure", QT_TRANSLATE_NOOP("RoomPage", "Not available on this page")},
    {"script.helpDenied", QT_TRANSLATE_NOOP("RoomPage", "Your browser does not let this page use the camera or microphone. Tap the symbol beside the address, allow both, and check again. You can also join without: you will see and hear the others.")},
    {"script.helpMissing", QT_TRANSLATE_NOOP("RoomPage", "You can join without: you will see and hear the others. If they should hear you, phone the clinic as well.")},
    {"script.helpBusy", QT_TRANSLATE_NOOP("RoomPage", "Close other programs that use the camera or microphone, and check again. You can also join without.")},
    {"script.helpInsecure", QT_TRANSLATE_NOOP("RoomPage", "The address of this page is not encrypted, so browsers keep camera and microphone from it. You can watch and listen; tell the clinic.")},

    {"script.over", QT_TRANSLATE_NOOP("RoomPage", "The consultation is over")},
    {"script.overTime", QT_TRANSLATE_NOOP("RoomPage", "It has ended. You can close this page.")},
    {"script.overHost", QT_TRANSLATE_NOOP("RoomPage", "The clinician ended it for everybody. You can close this page.")},
    {"script.cancelled", QT_TRANSLATE_NOOP("RoomPage", "The consultation was cancelled")},
    {"script.cancelledWords", QT_TRANSLATE_NOOP("RoomPage", "The clinic cancelled it. If you did not expect that, phone the clinic.")},
    {"script.removed", QT_TRANSLATE_NOOP("RoomPage", "This link does not work any more")},
    {"script.removedWords", QT_TRANSLATE_NOOP("RoomPage", "The clinic changed who takes part. If you did not expect that, phone the clinic.")},
    {"script.replaced", QT_TRANSLATE_NOOP("RoomPage", "You joined from another window")},
    {"script.replacedWords", QT_TRANSLATE_NOOP("RoomPage", "The consultation goes on there. To come back to this window, join again.")},
    {"script.youLeft", QT_TRANSLATE_NOOP("RoomPage", "You left the consultation")},
    {"script.youLeftWords", QT_TRANSLATE_NOOP("RoomPage", "You can join again as long as it lasts.")},
};
// clang-format on

} // namespace

std::span<const Phrase> roomPhrases()
{
    return list;
}

const char *roomPhrase(QByteArrayView key)
{
    for (const Phrase &phrase : list) {
        if (key == QByteArrayView(phrase.key))
            return phrase.source;
    }
    Q_ASSERT_X(false, "roomPhrase", "no phrase of that key");
    return "";
}

} // namespace anteroom
