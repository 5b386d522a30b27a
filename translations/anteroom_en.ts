<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PatientPage</name>
    <message numerus="yes">
        <source>%n photo(s) arrived</source>
        <translation>
            <numerusform>%n photo arrived</numerusform>
            <numerusform>%n photos arrived</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photo.</numerusform>
            <numerusform>JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::AuditJob</name>
    <message numerus="yes">
        <source>%n row(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n row written to %1 (%2).</numerusform>
            <numerusform>%n rows written to %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::Console</name>
    <message numerus="yes">
        <source>%1 answered: %n photo(s)</source>
        <translation>
            <numerusform>%1 answered: %n photo</numerusform>
            <numerusform>%1 answered: %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A patient answered: %n photo(s)</source>
        <translation>
            <numerusform>A patient answered: %n photo</numerusform>
            <numerusform>A patient answered: %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) answered</source>
        <translation>
            <numerusform>%n patient answered</numerusform>
            <numerusform>%n patients answered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) need(s) you</source>
        <translation>
            <numerusform>%n message needs you</numerusform>
            <numerusform>%n messages need you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestsPage</name>
    <message numerus="yes">
        <source>This is what the health system says now. The patient has %n way(s) to be informed there.</source>
        <translation>
            <numerusform>This is what the health system says now. The patient has %n way to be informed there.</numerusform>
            <numerusform>This is what the health system says now. The patient has %n ways to be informed there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::EraseDialog</name>
    <message numerus="yes">
        <source>• %n file request(s), with their links and messages</source>
        <translation>
            <numerusform>• %n file request, with its link and messages</numerusform>
            <numerusform>• %n file requests, with their links and messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n photo(s) and file(s)</source>
        <translation>
            <numerusform>• %n photo or file</numerusform>
            <numerusform>• %n photos and files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n phone(s) with the app, and what the health system’s registers say of them here</source>
        <translation>
            <numerusform>• %n phone with the app, and what the health system’s registers say of them here</numerusform>
            <numerusform>• %n phones with the app, and what the health system’s registers say of them here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::ErrorText</name>
    <message numerus="yes">
        <source>This is too long. It may have up to %n character(s).</source>
        <translation>
            <numerusform>This is too long. It may have up to %n character.</numerusform>
            <numerusform>This is too long. It may have up to %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>in %n second</numerusform>
            <numerusform>in %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>in %n minute</numerusform>
            <numerusform>in %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDetails</name>
    <message numerus="yes">
        <source>%n infected file(s) removed</source>
        <translation>
            <numerusform>%n infected file removed</numerusform>
            <numerusform>%n infected files removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDialog</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n people at once: these are the first.</source>
        <translation>
            <numerusform>At most %n person at once: this is the first.</numerusform>
            <numerusform>At most %n people at once: these are the first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people: %1</source>
        <translation>
            <numerusform>%n person: %1</numerusform>
            <numerusform>%n people: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people get this: %1.</source>
        <translation>
            <numerusform>%n person gets this: %1.</numerusform>
            <numerusform>%n people get this: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Send to %n person</numerusform>
            <numerusform>Send to %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestPage</name>
    <message numerus="yes">
        <source>%n request(s) are on their way.</source>
        <translation>
            <numerusform>%n request is on its way.</numerusform>
            <numerusform>%n requests are on their way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::MessageDetails</name>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n try</numerusform>
            <numerusform>%n tries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::OutboxWords</name>
    <message numerus="yes">
        <source>Event: %n new file(s)</source>
        <translation>
            <numerusform>Event: %n new file</numerusform>
            <numerusform>Event: %n new files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text messages of %n account(s) do not leave</source>
        <translation>
            <numerusform>Text messages of %n account do not leave</numerusform>
            <numerusform>Text messages of %n accounts do not leave</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::PersonDetails</name>
    <message numerus="yes">
        <source>answered with %n photo(s)</source>
        <translation>
            <numerusform>answered with %n photo</numerusform>
            <numerusform>answered with %n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Request photos from %n people</source>
        <translation>
            <numerusform>Request photos from %n person</numerusform>
            <numerusform>Request photos from %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoPane</name>
    <message numerus="yes">
        <source>%n photo(s) not scanned yet</source>
        <translation>
            <numerusform>%n photo not scanned yet</numerusform>
            <numerusform>%n photos not scanned yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::PromptRoom</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::RegistrationChart</name>
    <message numerus="yes">
        <source>%n call(s) · median %1 · 95 % within %2</source>
        <translation>
            <numerusform>%n call · median %1 · 95 % within %2</numerusform>
            <numerusform>%n calls · median %1 · 95 % within %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SettingGroup</name>
    <message numerus="yes">
        <source>Saved: %n setting(s).</source>
        <translation>
            <numerusform>Saved: %n setting.</numerusform>
            <numerusform>Saved: %n settings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Save %n change</numerusform>
            <numerusform>Save %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SidebarItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>The accessible name of a line of the side bar: page, then how many things there need someone.</extracomment>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SignInView</name>
    <message numerus="yes">
        <source>At least %n character(s). Several words in a row are easy to remember.</source>
        <translation>
            <numerusform>At least %n character. Several words in a row are easy to remember.</numerusform>
            <numerusform>At least %n characters. Several words in a row are easy to remember.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is too short. It takes at least %n character(s).</source>
        <translation>
            <numerusform>This is too short. It takes at least %n character.</numerusform>
            <numerusform>This is too short. It takes at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <extracomment>On the button, after too many wrong passwords.</extracomment>
        <translation>
            <numerusform>Try again in %n second</numerusform>
            <numerusform>Try again in %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SmsPartsText</name>
    <message numerus="yes">
        <source>%n text message(s), %1 of %2 characters</source>
        <translation>
            <numerusform>%n text message, %1 of %2 characters</numerusform>
            <numerusform>%n text messages, %1 of %2 characters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::StatusLine</name>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n message waiting</numerusform>
            <numerusform>%n messages waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationDetails</name>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n invitation is on its way.</numerusform>
            <numerusform>%n invitations are on their way.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Cancelled. %n message says so.</numerusform>
            <numerusform>Cancelled. %n messages say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationMover</name>
    <message numerus="yes">
        <source>%n person(s) was/were invited already and is/are told of the new time.</source>
        <translation>
            <numerusform>%n person was invited already and is told of the new time.</numerusform>
            <numerusform>%n people were invited already and are told of the new time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationWords</name>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <extracomment>How many of the people of a teleconsultation are known: &quot;2 of 3 people&quot;.</extracomment>
        <translation>
            <numerusform>%1 of %n person</numerusform>
            <numerusform>%1 of %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are not named yet.</source>
        <translation>
            <numerusform>%n person is not named yet.</numerusform>
            <numerusform>%n people are not named yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n people fit into one of these rooms.</source>
        <translation>
            <numerusform>At most %n person fits into one of these rooms.</numerusform>
            <numerusform>At most %n people fit into one of these rooms.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationsPage</name>
    <message numerus="yes">
        <source>Moved to %1, %2. %n person(s) is/are told.</source>
        <translation>
            <numerusform>Moved to %1, %2. %n person is told.</numerusform>
            <numerusform>Moved to %1, %2. %n people are told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Cancelled. %n message says so.</numerusform>
            <numerusform>Cancelled. %n messages say so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TodayConsultationWords</name>
    <message numerus="yes">
        <source>%1 of %n invited</source>
        <extracomment>How many of the patients and others who take part were invited: &quot;1 of 2 invited&quot;.</extracomment>
        <translation>
            <numerusform>%1 of %n invited</numerusform>
            <numerusform>%1 of %n invited</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TodayPage</name>
    <message numerus="yes">
        <source>%n thing(s) need(s) somebody</source>
        <translation>
            <numerusform>%n thing needs somebody</numerusform>
            <numerusform>%n things need somebody</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n invitation is on its way.</numerusform>
            <numerusform>%n invitations are on their way.</numerusform>
        </translation>
    </message>
</context>
</TS>
