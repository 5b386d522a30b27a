<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="it_IT" sourcelanguage="en">
<context>
    <name>PatientPage</name>
    <message>
        <source>Skip to the content</source>
        <translation>Vai al contenuto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Errore:</translation>
    </message>
    <message>
        <source>Photos for your clinic</source>
        <translation>Foto per il suo ambulatorio</translation>
    </message>
    <message>
        <source>Questions? Phone the clinic:</source>
        <translation>Domande? Telefoni all’ambulatorio:</translation>
    </message>
    <message>
        <source>Questions? Contact your clinic the way you usually do.</source>
        <translation>Domande? Contatti l’ambulatorio come fa di solito.</translation>
    </message>
    <message>
        <source>Nobody watches this page all the time. In an emergency call 112 or your local emergency number.</source>
        <translation>Nessuno controlla questa pagina in ogni momento. In caso di emergenza chiami il 112 o il numero di emergenza locale.</translation>
    </message>
    <message>
        <source>Send photos to your clinic</source>
        <translation>Invio di foto al suo ambulatorio</translation>
    </message>
    <message>
        <source>First tell us the patient’s date of birth. It keeps the request private.</source>
        <translation>Prima indichi la data di nascita del paziente: così la richiesta resta riservata.</translation>
    </message>
    <message>
        <source>What is the patient’s date of birth?</source>
        <translation>Qual è la data di nascita del paziente?</translation>
    </message>
    <message>
        <source>For example, 31 3 1980</source>
        <translation>Per esempio 31 3 1980</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mese</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Anno</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>If you care for the patient, enter the patient’s date of birth, not your own.</source>
        <translation>Se assiste il paziente, inserisca la data di nascita del paziente, non la propria.</translation>
    </message>
    <message>
        <source>Enter the day, the month and the year</source>
        <translation>Inserisca il giorno, il mese e l’anno</translation>
    </message>
    <message>
        <source>Enter a real date in the past, in numbers, with all four figures of the year</source>
        <translation>Inserisca una data reale già passata, in cifre, con tutte e quattro le cifre dell’anno</translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation>C’è un problema</translation>
    </message>
    <message>
        <source>We can’t open the request</source>
        <translation>Non possiamo aprire la richiesta</translation>
    </message>
    <message>
        <source>Check the date of birth, and that you opened the whole link from your message.</source>
        <translation>Controlli la data di nascita e di aver aperto il link completo che ha ricevuto.</translation>
    </message>
    <message>
        <source>Enter the date of birth again</source>
        <translation>Inserisca di nuovo la data di nascita</translation>
    </message>
    <message>
        <source>After five wrong answers you have to wait before you try again: 15 minutes at first, then longer. Until then the right date does not work either.</source>
        <translation>Dopo cinque risposte sbagliate bisogna aspettare prima di riprovare: prima 15 minuti, poi di più. Fino ad allora non funziona nemmeno la data giusta.</translation>
    </message>
    <message>
        <source>What the clinic asks for</source>
        <translation>Che cosa chiede l’ambulatorio</translation>
    </message>
    <message>
        <source>%1 asks:</source>
        <translation>%1 chiede:</translation>
    </message>
    <message>
        <source>Please send a photo.</source>
        <translation>Invii una foto, per favore.</translation>
    </message>
    <message>
        <source>This is for a patient in your care.</source>
        <translation>Riguarda un paziente che lei assiste.</translation>
    </message>
    <message>
        <source>Send more photos</source>
        <translation>Altre foto da inviare</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Scegli le foto</translation>
    </message>
    <message>
        <source>Further photos</source>
        <translation>Altre foto</translation>
    </message>
    <message>
        <source>And further photos</source>
        <translation>E altre foto ancora</translation>
    </message>
    <message>
        <source>Add photos that show something else</source>
        <translation>Aggiungi foto che mostrano altro</translation>
    </message>
    <message>
        <source>Never send intimate photos of a child (anybody under 18), even if asked to. Phone the clinic instead.</source>
        <translation>Non invii mai foto intime di minori di 18 anni, nemmeno su richiesta. Telefoni invece all’ambulatorio.</translation>
    </message>
    <message>
        <source>What do these photos show?</source>
        <translation>Che cosa mostrano queste foto?</translation>
    </message>
    <message>
        <source>If you like. For example: left arm, three days ago</source>
        <translation>Facoltativo. Per esempio: braccio sinistro, tre giorni fa</translation>
    </message>
    <message>
        <source>By sending you agree that the clinic keeps these photos in the patient’s record and uses them for the patient’s care.</source>
        <translation>Inviandole, lei accetta che l’ambulatorio conservi queste foto nella cartella del paziente e le usi per la sua cura.</translation>
    </message>
    <message>
        <source>Send photos</source>
        <translation>Invia le foto</translation>
    </message>
    <message>
        <source>Sending can take some minutes. Keep this page open until the next one appears.</source>
        <translation>L’invio può richiedere alcuni minuti. Tenga aperta questa pagina finché non appare la successiva.</translation>
    </message>
    <message>
        <source>Where a photo was taken is removed from it before it is kept.</source>
        <translation>Il luogo dello scatto viene tolto da ogni foto prima di conservarla.</translation>
    </message>
    <message>
        <source>You have sent all the photos that this request can take.</source>
        <translation>Ha inviato tutte le foto che questa richiesta può accogliere.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) arrived</source>
        <translation>
            <numerusform>%n foto è arrivata</numerusform>
            <numerusform>%n foto sono arrivate</numerusform>
        </translation>
    </message>
    <message>
        <source>Thank you. The clinic has what you see here; you can close this page.</source>
        <translation>Grazie. L’ambulatorio ha ricevuto ciò che vede qui; può chiudere la pagina.</translation>
    </message>
    <message>
        <source>Sent %1, %2</source>
        <translation>Inviata: %1, %2</translation>
    </message>
    <message>
        <source>Choose from this device</source>
        <translation>Scegli da questo dispositivo</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Scatta una foto</translation>
    </message>
    <message>
        <source>Chosen photos</source>
        <translation>Foto scelte</translation>
    </message>
    <message>
        <source>What does this photo show? (if you like)</source>
        <translation>Che cosa mostra questa foto? (facoltativo)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Rimuovi %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Rimossa: %1</translation>
    </message>
    <message>
        <source>Photos to send: %1</source>
        <translation>Foto da inviare: %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Avanzamento di %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Invio in corso…</translation>
    </message>
    <message>
        <source>Sending photo %1 of %2</source>
        <translation>Invio della foto %1 di %2</translation>
    </message>
    <message>
        <source>The clinic is checking it…</source>
        <translation>L’ambulatorio sta controllando la foto…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Inviata</translation>
    </message>
    <message>
        <source>All photos are sent</source>
        <translation>Tutte le foto sono state inviate</translation>
    </message>
    <message>
        <source>Sent: %1 of %2</source>
        <translation>Inviate: %1 di %2</translation>
    </message>
    <message>
        <source>Some photos were not sent</source>
        <translation>Alcune foto non sono state inviate</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Choose at least one photo</source>
        <translation>Scelga almeno una foto</translation>
    </message>
    <message>
        <source>It is larger than 25 MB. Take it again at a smaller size, or choose another one.</source>
        <translation>Supera i 25 MB. La scatti di nuovo più piccola o ne scelga un’altra.</translation>
    </message>
    <message>
        <source>That is too many: you can send %1 now. The last ones were left out.</source>
        <translation>Sono troppe: ora può inviarne %1. Le ultime sono state escluse.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Non è stato inviato nulla</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again, without the one that did not work.</source>
        <translation>Nessuna delle foto scelte ora è stata conservata. Le scelga di nuovo, senza quella che non andava.</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again.</source>
        <translation>Nessuna delle foto scelte ora è stata conservata. Le scelga di nuovo.</translation>
    </message>
    <message>
        <source>It is a rare kind of picture that we can’t read. Take a new photo, or send a screenshot of it.</source>
        <translation>È un tipo di immagine raro che non possiamo leggere. Scatti una nuova foto o invii uno screenshot.</translation>
    </message>
    <message>
        <source>It is damaged or incomplete. Choose it again or take a new photo.</source>
        <translation>È danneggiata o incompleta. La scelga di nuovo o scatti una nuova foto.</translation>
    </message>
    <message>
        <source>It has more than 100 megapixels. Take it again at a smaller size.</source>
        <translation>Ha più di 100 megapixel. La scatti di nuovo più piccola.</translation>
    </message>
    <message>
        <source>We could not check it. Try again, or take a new photo.</source>
        <translation>Non siamo riusciti a controllarla. Riprovi o scatti una nuova foto.</translation>
    </message>
    <message>
        <source>It may contain a virus, so it was not taken. Send another photo.</source>
        <translation>Potrebbe contenere un virus, quindi non è stata accettata. Invii un’altra foto.</translation>
    </message>
    <message>
        <source>Photo without a name</source>
        <translation>Foto senza nome</translation>
    </message>
    <message>
        <source>There was no photo. Choose at least one.</source>
        <translation>Non c’era nessuna foto. Ne scelga almeno una.</translation>
    </message>
    <message>
        <source>These are too many photos. A request takes 20 in all.</source>
        <translation>Sono troppe foto. Una richiesta ne accoglie 20 in tutto.</translation>
    </message>
    <message>
        <source>All photos together are too large. Send fewer at once.</source>
        <translation>Le foto insieme sono troppo grandi. Ne invii meno alla volta.</translation>
    </message>
    <message>
        <source>The photos did not arrive whole. Try again.</source>
        <translation>Le foto non sono arrivate per intero. Riprovi.</translation>
    </message>
    <message>
        <source>A description is too long. Use at most 1,000 characters.</source>
        <translation>Una descrizione è troppo lunga. Usi al massimo 1.000 caratteri.</translation>
    </message>
    <message>
        <source>The clinic’s computer can’t take photos at the moment. Try again later, or phone the clinic.</source>
        <translation>Il computer dell’ambulatorio al momento non può accogliere foto. Riprovi più tardi o telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>This page was too old to send from. Choose the photos again.</source>
        <translation>Questa pagina era troppo vecchia per inviare. Scelga di nuovo le foto.</translation>
    </message>
    <message>
        <source>Please enter the date of birth again</source>
        <translation>Inserisca di nuovo la data di nascita</translation>
    </message>
    <message>
        <source>It is some time since you entered it, so nothing was sent. Enter it again, then choose your photos.</source>
        <translation>L’ha inserita un po’ di tempo fa, perciò non è stato inviato nulla. La inserisca di nuovo e poi scelga le foto.</translation>
    </message>
    <message>
        <source>Go to the request</source>
        <translation>Vai alla richiesta</translation>
    </message>
    <message>
        <source>This request has expired</source>
        <translation>Questa richiesta è scaduta</translation>
    </message>
    <message>
        <source>Photos can’t be sent with this link any more. If the clinic still needs them, ask for a new link.</source>
        <translation>Con questo link non si possono più inviare foto. Se all’ambulatorio servono ancora, chieda un nuovo link.</translation>
    </message>
    <message>
        <source>This request was cancelled</source>
        <translation>Questa richiesta è stata annullata</translation>
    </message>
    <message>
        <source>The clinic no longer needs photos from you. You can close this page.</source>
        <translation>L’ambulatorio non ha più bisogno delle sue foto. Può chiudere questa pagina.</translation>
    </message>
    <message>
        <source>This page can’t be shown</source>
        <translation>Questa pagina non può essere mostrata</translation>
    </message>
    <message>
        <source>Open the link from your message once more.</source>
        <translation>Apra di nuovo il link che ha ricevuto.</translation>
    </message>
    <message>
        <source>That did not work just now</source>
        <translation>Adesso non ha funzionato</translation>
    </message>
    <message>
        <source>Nothing is lost. Wait a minute and try again, or phone the clinic.</source>
        <translation>Non ha perso nulla. Aspetti un minuto e riprovi, oppure telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>Finish without the others</source>
        <translation>Termina senza le altre</translation>
    </message>
    <message>
        <source>Check the code and the date of birth. A code works for 10 minutes and for five tries, and only the newest one counts.</source>
        <translation>Controlli il codice e la data di nascita. Un codice vale 10 minuti e cinque tentativi, e conta solo l’ultimo.</translation>
    </message>
    <message>
        <source>Enter both again</source>
        <translation>Inserisca di nuovo entrambi</translation>
    </message>
    <message>
        <source>Locked out by wrong answers?</source>
        <translation>Accesso bloccato per risposte errate?</translation>
    </message>
    <message>
        <source>Get a one-time code</source>
        <translation>Richiedi un codice monouso</translation>
    </message>
    <message>
        <source>With a code you need not wait after wrong answers. You still need the patient’s date of birth.</source>
        <translation>Con un codice non deve aspettare dopo le risposte errate. La data di nascita del paziente serve comunque.</translation>
    </message>
    <message>
        <source>It goes to the phone number or the e-mail address that the link was sent to, at most three times an hour.</source>
        <translation>Arriva al numero di telefono o all’indirizzo e-mail a cui è stato inviato il link, al massimo tre volte all’ora.</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>Inviatemi un codice</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>Ho già un codice</translation>
    </message>
    <message>
        <source>Go on without a code</source>
        <translation>Continua senza codice</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Inserisca il codice</translation>
    </message>
    <message>
        <source>If this link can still be used, you get a code in the next minutes. It works for 10 minutes.</source>
        <translation>Se questo link è ancora valido, riceverà un codice nei prossimi minuti. Vale 10 minuti.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Codice monouso</translation>
    </message>
    <message>
        <source>The 6 digits from the message</source>
        <translation>Le 6 cifre del messaggio</translation>
    </message>
    <message>
        <source>Enter the 6 digits of the code</source>
        <translation>Inserisca le 6 cifre del codice</translation>
    </message>
    <message>
        <source>Did nothing come?</source>
        <translation>Non è arrivato nulla?</translation>
    </message>
    <message>
        <source>Ask for another code</source>
        <translation>Richiedi un altro codice</translation>
    </message>
    <message numerus="yes">
        <source>JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG, HEIC o WebP, fino a 25 MB ciascuna. Può inviare ancora %n foto.</numerusform>
            <numerusform>JPEG, PNG, HEIC o WebP, fino a 25 MB ciascuna. Può inviare ancora %n foto.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no photo that we can read. Send a JPEG, PNG, HEIC or WebP, or take a new photo.</source>
        <translation>Non è una foto che possiamo leggere. Invii un file JPEG, PNG, HEIC o WebP, oppure scatti una nuova foto.</translation>
    </message>
    <message>
        <source>The connection was lost. It goes on by itself…</source>
        <translation>La connessione si è interrotta. Riprende da sola…</translation>
    </message>
    <message>
        <source>The connection was lost. Press “Try again”: it goes on where it stopped.</source>
        <translation>La connessione si è interrotta. Prema «Riprova»: riprende da dove si era fermata.</translation>
    </message>
    <message>
        <source>This photo can’t be read from the device any more. Choose it again.</source>
        <translation>Questa foto non si può più leggere dal dispositivo. La scelga di nuovo.</translation>
    </message>
    <message>
        <source>Check the date of birth</source>
        <translation>Controlli la data di nascita</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>Video consultation</source>
        <translation>Visita in video</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Vai al contenuto</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Il Suo ambulatorio</translation>
    </message>
    <message>
        <source>If the video does not work, phone the clinic:</source>
        <translation>Se il video non funziona, telefoni all’ambulatorio:</translation>
    </message>
    <message>
        <source>If the video does not work, contact your clinic the way you usually do.</source>
        <translation>Se il video non funziona, contatti l’ambulatorio come fa di solito.</translation>
    </message>
    <message>
        <source>In an emergency call 112 or your local emergency number.</source>
        <translation>In caso di emergenza chiami il 112 o il numero di emergenza locale.</translation>
    </message>
    <message>
        <source>This page needs JavaScript for the video. Switch it on in your browser, or phone the clinic.</source>
        <translation>Per il video questa pagina ha bisogno di JavaScript. Lo attivi nel browser, oppure telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>This link does not lead to a consultation</source>
        <translation>Questo link non porta a una visita</translation>
    </message>
    <message>
        <source>Check that you opened the whole link from your message. It may also have been replaced: then use the newest message from your clinic.</source>
        <translation>Controlli di aver aperto tutto il link del messaggio. Può anche essere stato sostituito: in tal caso usi il messaggio più recente dell’ambulatorio.</translation>
    </message>
    <message>
        <source>That did not work just now</source>
        <translation>In questo momento non ha funzionato</translation>
    </message>
    <message>
        <source>Wait a minute and open the link again, or phone the clinic.</source>
        <translation>Aspetti un minuto e riapra il link, oppure telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>Your video consultation</source>
        <translation>La Sua visita in video</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entri</translation>
    </message>
    <message>
        <source>Check before you join</source>
        <translation>Controllo prima di entrare</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Videocamera</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfono</translation>
    </message>
    <message>
        <source>How loud the microphone hears you</source>
        <translation>Quanto forte La sente il microfono</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connessione</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Ripeti il controllo</translation>
    </message>
    <message>
        <source>People in this consultation</source>
        <translation>Persone in questa visita</translation>
    </message>
    <message>
        <source>In the waiting room</source>
        <translation>In sala d’attesa</translation>
    </message>
    <message>
        <source>Camera, microphone and more</source>
        <translation>Videocamera, microfono e altro</translation>
    </message>
    <message>
        <source>Turn the sound on</source>
        <translation>Attiva l’audio</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Message to everybody here</source>
        <translation>Messaggio a tutti i presenti</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Chiudi la chat</translation>
    </message>
    <message>
        <source>Messages are not kept after the consultation.</source>
        <translation>I messaggi non vengono conservati dopo la visita.</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>Entra di nuovo</translation>
    </message>
    <message>
        <source>In a moment it ends for everybody, and nobody can come back.</source>
        <translation>Tra un momento termina per tutti, e nessuno può rientrare.</translation>
    </message>
    <message>
        <source>Do not end it</source>
        <translation>Non terminare</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Lei</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Medico</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>Videocamera spenta</translation>
    </message>
    <message>
        <source>Microphone is off</source>
        <translation>Microfono spento</translation>
    </message>
    <message>
        <source>Screen of %1</source>
        <translation>Schermo di %1</translation>
    </message>
    <message>
        <source>Video of %1</source>
        <translation>Video di %1</translation>
    </message>
    <message>
        <source>Your own picture</source>
        <translation>La Sua immagine</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connessione in corso…</translation>
    </message>
    <message>
        <source>Connection interrupted, trying again…</source>
        <translation>Connessione interrotta, nuovo tentativo…</translation>
    </message>
    <message>
        <source>Share screen</source>
        <translation>Condividi lo schermo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Esci</translation>
    </message>
    <message>
        <source>End for all</source>
        <translation>Termina per tutti</translation>
    </message>
    <message>
        <source>Let %1 in</source>
        <translation>Fai entrare %1</translation>
    </message>
    <message>
        <source>Chat, new messages: %1</source>
        <translation>Chat, messaggi nuovi: %1</translation>
    </message>
    <message>
        <source>Just a moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>The room is open. Join when you are ready.</source>
        <translation>La stanza è aperta. Entri quando è pronto.</translation>
    </message>
    <message>
        <source>The room opens on %1. Keep this page open: you will be let in by itself.</source>
        <translation>La stanza apre: %1. Tenga aperta questa pagina: entrerà automaticamente.</translation>
    </message>
    <message>
        <source>Opens in %1</source>
        <translation>Apre tra %1</translation>
    </message>
    <message>
        <source>The clinic is still preparing the consultation. Keep this page open: you will be let in by itself.</source>
        <translation>L’ambulatorio sta ancora preparando la visita. Tenga aperta questa pagina: entrerà automaticamente.</translation>
    </message>
    <message>
        <source>The clinician knows that you are here and will let you in. Keep this page open.</source>
        <translation>Il medico sa che Lei è qui e La farà entrare. Tenga aperta questa pagina.</translation>
    </message>
    <message>
        <source>The room is full. You will be let in as soon as somebody leaves.</source>
        <translation>La stanza è piena. Entrerà non appena qualcuno esce.</translation>
    </message>
    <message>
        <source>You are in the consultation.</source>
        <translation>È entrato nella visita.</translation>
    </message>
    <message>
        <source>You are the first one here. The others will appear by themselves.</source>
        <translation>Lei è la prima persona qui. Gli altri appariranno da soli.</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 è qui.</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>%1 è uscito/a.</translation>
    </message>
    <message>
        <source>%1 is waiting to be let in.</source>
        <translation>%1 aspetta di entrare.</translation>
    </message>
    <message>
        <source>Ends in %1</source>
        <translation>Termina tra %1</translation>
    </message>
    <message>
        <source>The consultation ends in %1 min.</source>
        <translation>La visita termina tra %1 min.</translation>
    </message>
    <message>
        <source>The connection was interrupted. Trying again…</source>
        <translation>La connessione si è interrotta. Nuovo tentativo…</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>La connessione è tornata.</translation>
    </message>
    <message>
        <source>It could not be ended just now. Try again.</source>
        <translation>In questo momento non è stato possibile terminare. Riprovi.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Controllo…</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funziona</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Spento</translation>
    </message>
    <message>
        <source>Works – say something and watch the bar</source>
        <translation>Funziona – dica qualcosa e guardi la barra</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buona</translation>
    </message>
    <message>
        <source>Slow – the picture may freeze at times</source>
        <translation>Lenta – a volte l’immagine può bloccarsi</translation>
    </message>
    <message>
        <source>No connection to the clinic</source>
        <translation>Nessuna connessione con l’ambulatorio</translation>
    </message>
    <message>
        <source>Good, but your network may block the picture. If so, phone the clinic.</source>
        <translation>Buona, ma la Sua rete può bloccare l’immagine. In tal caso telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non consentito</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Nessun dispositivo trovato</translation>
    </message>
    <message>
        <source>Used by another program</source>
        <translation>In uso da un altro programma</translation>
    </message>
    <message>
        <source>Not available on this page</source>
        <translation>Non disponibile su questa pagina</translation>
    </message>
    <message>
        <source>Your browser does not let this page use the camera or microphone. Tap the symbol beside the address, allow both, and check again. You can also join without: you will see and hear the others.</source>
        <translation>Il browser non permette a questa pagina di usare la videocamera o il microfono. Tocchi il simbolo accanto all’indirizzo, consenta entrambi e ripeta il controllo. Può entrare anche senza: vedrà e sentirà gli altri.</translation>
    </message>
    <message>
        <source>You can join without: you will see and hear the others. If they should hear you, phone the clinic as well.</source>
        <translation>Può entrare anche senza: vedrà e sentirà gli altri. Se devono sentirLa, telefoni anche all’ambulatorio.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera or microphone, and check again. You can also join without.</source>
        <translation>Chiuda gli altri programmi che usano la videocamera o il microfono e ripeta il controllo. Può entrare anche senza.</translation>
    </message>
    <message>
        <source>The address of this page is not encrypted, so browsers keep camera and microphone from it. You can watch and listen; tell the clinic.</source>
        <translation>L’indirizzo di questa pagina non è cifrato, perciò i browser le negano videocamera e microfono. Può guardare e ascoltare; lo segnali all’ambulatorio.</translation>
    </message>
    <message>
        <source>The consultation is over</source>
        <translation>La visita è terminata</translation>
    </message>
    <message>
        <source>It has ended. You can close this page.</source>
        <translation>È terminata. Può chiudere questa pagina.</translation>
    </message>
    <message>
        <source>The clinician ended it for everybody. You can close this page.</source>
        <translation>Il medico l’ha terminata per tutti. Può chiudere questa pagina.</translation>
    </message>
    <message>
        <source>The consultation was cancelled</source>
        <translation>La visita è stata annullata</translation>
    </message>
    <message>
        <source>The clinic cancelled it. If you did not expect that, phone the clinic.</source>
        <translation>L’ambulatorio l’ha annullata. Se non se lo aspettava, telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>This link does not work any more</source>
        <translation>Questo link non funziona più</translation>
    </message>
    <message>
        <source>The clinic changed who takes part. If you did not expect that, phone the clinic.</source>
        <translation>L’ambulatorio ha cambiato i partecipanti. Se non se lo aspettava, telefoni all’ambulatorio.</translation>
    </message>
    <message>
        <source>You joined from another window</source>
        <translation>È entrato da un’altra finestra</translation>
    </message>
    <message>
        <source>The consultation goes on there. To come back to this window, join again.</source>
        <translation>La visita continua lì. Per tornare in questa finestra, entri di nuovo.</translation>
    </message>
    <message>
        <source>You left the consultation</source>
        <translation>È uscito dalla visita</translation>
    </message>
    <message>
        <source>You can join again as long as it lasts.</source>
        <translation>Può entrare di nuovo finché dura.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Lingua</translation>
    </message>
</context>
<context>
    <name>anteroom::AccountChooser</name>
    <message>
        <source>Whose settings</source>
        <translation>Di chi sono le impostazioni</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Un altro account…</translation>
    </message>
    <message>
        <source>The account’s id</source>
        <translation>Identificativo dell’account</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Tutti gli account</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>Mostra le sue impostazioni</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>An account’s id here has letters, digits, points, hyphens and underscores, at most 64.</source>
        <translation>Qui l’identificativo di un account ha lettere, cifre, punti, trattini e trattini bassi, al massimo 64.</translation>
    </message>
    <message>
        <source>What is set here counts for every account without a value of its own.</source>
        <translation>Ciò che si imposta qui vale per ogni account senza un valore proprio.</translation>
    </message>
    <message>
        <source>What is left empty here is as for all accounts.</source>
        <translation>Ciò che qui resta vuoto è come per tutti gli account.</translation>
    </message>
</context>
<context>
    <name>anteroom::AgendaCanvas</name>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>Arrows go from time to time and from day to day. Enter opens. Control with an arrow moves a teleconsultation.</source>
        <translation>Le frecce vanno di ora in ora e di giorno in giorno. Invio apre. Ctrl con una freccia sposta un teleconsulto.</translation>
    </message>
    <message>
        <source>%1, %2, free</source>
        <extracomment>Read to blind people: a day, a time on it, and that nothing is planned then.</extracomment>
        <translation>%1, %2, libero</translation>
    </message>
    <message>
        <source>%1, %2. Enter puts it there, Escape leaves it.</source>
        <extracomment>While a teleconsultation is being moved: a day and a span of time.</extracomment>
        <translation>%1, %2. Invio lo sposta qui, Esc lo lascia dov’è.</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditFilterBar</name>
    <message>
        <source>Clear the filters</source>
        <translation>Togli i filtri</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>In qualsiasi momento</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Ultimi 7 giorni</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Ultimi 30 giorni</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>Altre date</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>Fino al giorno compreso</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Login or token</source>
        <translation>Login o token</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Dal giorno</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Nome o numero</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditJob</name>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avanzamento</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Verifica del registro…</translation>
    </message>
    <message>
        <source>Stopped. Nothing is proved.</source>
        <translation>Interrotto. Nulla è dimostrato.</translation>
    </message>
    <message>
        <source>The log is not whole: row %1 was changed, is missing or out of order. Up to row %2 it is as it was written. Keep this database as it is, and compare it with a backup.</source>
        <translation>Il registro non è integro: la riga %1 è stata modificata, manca o è fuori posto. Fino alla riga %2 è come fu scritto. Conservi questo database così com’è e lo confronti con un backup.</translation>
    </message>
    <message>
        <source>The log is whole: %1 rows, each as it was written, none missing between them. Write the number down: with fewer rows the next time, the newest were cut off.</source>
        <translation>Il registro è integro: %1 righe, ciascuna come fu scritta, nessuna mancante tra loro. Annoti il numero: se la prossima volta le righe sono meno, le più recenti sono state tagliate.</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Scrittura del file…</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Interrotto. Nessun file è stato scritto.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n riga scritta in %1 (%2).</numerusform>
            <numerusform>%n righe scritte in %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::AuditListWords</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Chi</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Che cosa</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Cancellato</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Da dove</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Registro accessi</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Esporta…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Write the rows that are shown here to a file, for a spreadsheet or another program</source>
        <translation>Scrive in un file le righe mostrate qui, per un foglio di calcolo o un altro programma</translation>
    </message>
    <message>
        <source>Prove that no row was changed or removed</source>
        <translation>Dimostra che nessuna riga è stata modificata o tolta</translation>
    </message>
    <message>
        <source>The audit log</source>
        <translation>Il registro degli accessi</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Non è ancora successo nulla</translation>
    </message>
    <message>
        <source>Whatever is done with patients’ data is written down here.</source>
        <translation>Tutto ciò che si fa con i dati dei pazienti viene annotato qui.</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>Nessuna riga così</translation>
    </message>
    <message>
        <source>Nothing in the log fits these filters.</source>
        <translation>Nulla nel registro corrisponde a questi filtri.</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Riga %1</translation>
    </message>
    <message>
        <source>who: %1</source>
        <translation>chi: %1</translation>
    </message>
    <message>
        <source>patient: %1</source>
        <translation>paziente: %1</translation>
    </message>
    <message>
        <source>about: %1</source>
        <translation>oggetto: %1</translation>
    </message>
    <message>
        <source>outcome: %1</source>
        <translation>esito: %1</translation>
    </message>
    <message>
        <source>For spreadsheets (*.csv)</source>
        <translation>Per fogli di calcolo (*.csv)</translation>
    </message>
    <message>
        <source>For other programs (*.json)</source>
        <translation>Per altri programmi (*.json)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Esporta il registro degli accessi</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditWords</name>
    <message>
        <source>Added a participant</source>
        <translation>Ha aggiunto un partecipante</translation>
    </message>
    <message>
        <source>Changed a teleconsultation</source>
        <translation>Ha modificato un teleconsulto</translation>
    </message>
    <message>
        <source>Scheduled a teleconsultation</source>
        <translation>Ha fissato un teleconsulto</translation>
    </message>
    <message>
        <source>Cancelled a teleconsultation</source>
        <translation>Ha annullato un teleconsulto</translation>
    </message>
    <message>
        <source>Erased a teleconsultation</source>
        <translation>Ha cancellato un teleconsulto</translation>
    </message>
    <message>
        <source>Imported a teleconsultation</source>
        <translation>Ha importato un teleconsulto</translation>
    </message>
    <message>
        <source>Invited to a teleconsultation</source>
        <translation>Ha invitato a un teleconsulto</translation>
    </message>
    <message>
        <source>Read the list of teleconsultations</source>
        <translation>Ha letto l’elenco dei teleconsulti</translation>
    </message>
    <message>
        <source>Opened a teleconsultation</source>
        <translation>Ha aperto un teleconsulto</translation>
    </message>
    <message>
        <source>Reminded of a teleconsultation</source>
        <translation>Ha ricordato un teleconsulto</translation>
    </message>
    <message>
        <source>Asked how a text was sent</source>
        <translation>Ha chiesto l’esito di un SMS</translation>
    </message>
    <message>
        <source>Refreshed a device request</source>
        <translation>Ha aggiornato una richiesta di dispositivo</translation>
    </message>
    <message>
        <source>Erased the texts of a device request</source>
        <translation>Ha cancellato gli SMS di una richiesta di dispositivo</translation>
    </message>
    <message>
        <source>Erased a call</source>
        <translation>Ha cancellato una chiamata</translation>
    </message>
    <message>
        <source>Exported the audit log</source>
        <translation>Ha esportato il registro</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>Ha letto il registro</translation>
    </message>
    <message>
        <source>Verified the audit log</source>
        <translation>Ha verificato il registro</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Ha fatto un backup</translation>
    </message>
    <message>
        <source>Ended a call</source>
        <translation>Ha terminato una chiamata</translation>
    </message>
    <message>
        <source>Called a device</source>
        <translation>Ha chiamato un dispositivo</translation>
    </message>
    <message>
        <source>Read the list of calls</source>
        <translation>Ha letto l’elenco delle chiamate</translation>
    </message>
    <message>
        <source>Read the list of device requests</source>
        <translation>Ha letto l’elenco delle prescrizioni di dispositivi</translation>
    </message>
    <message>
        <source>Opened a device request</source>
        <translation>Ha aperto una prescrizione di dispositivo</translation>
    </message>
    <message>
        <source>Sent a device request’s text again</source>
        <translation>Ha rinviato l’SMS di una prescrizione</translation>
    </message>
    <message>
        <source>Added files</source>
        <translation>Ha aggiunto file</translation>
    </message>
    <message>
        <source>Erased a file</source>
        <translation>Ha cancellato un file</translation>
    </message>
    <message>
        <source>Opened a photo or file</source>
        <translation>Ha aperto una foto o un file</translation>
    </message>
    <message>
        <source>Scanned a file</source>
        <translation>Ha controllato un file</translation>
    </message>
    <message>
        <source>Sent a text after a notification nobody answered</source>
        <translation>Ha inviato un SMS dopo una notifica senza risposta</translation>
    </message>
    <message>
        <source>Assigned a file request</source>
        <translation>Ha assegnato una richiesta di foto</translation>
    </message>
    <message>
        <source>Cancelled a file request</source>
        <translation>Ha annullato una richiesta di foto</translation>
    </message>
    <message>
        <source>Asked for photos</source>
        <translation>Ha chiesto delle foto</translation>
    </message>
    <message>
        <source>Marked a file request as done</source>
        <translation>Ha chiuso una richiesta di foto</translation>
    </message>
    <message>
        <source>Erased a file request</source>
        <translation>Ha cancellato una richiesta di foto</translation>
    </message>
    <message>
        <source>Extended a file request</source>
        <translation>Ha prolungato una richiesta di foto</translation>
    </message>
    <message>
        <source>Imported a file request</source>
        <translation>Ha importato una richiesta di foto</translation>
    </message>
    <message>
        <source>Read the list of file requests</source>
        <translation>Ha letto l’elenco delle richieste di foto</translation>
    </message>
    <message>
        <source>Opened a file request</source>
        <translation>Ha aperto una richiesta di foto</translation>
    </message>
    <message>
        <source>Sent a link again</source>
        <translation>Ha rinviato un link</translation>
    </message>
    <message>
        <source>Took a file request back</source>
        <translation>Ha ritirato una richiesta di foto</translation>
    </message>
    <message>
        <source>Unlocked a patient’s link</source>
        <translation>Ha sbloccato il link di un paziente</translation>
    </message>
    <message>
        <source>Imported data</source>
        <translation>Ha importato dati</translation>
    </message>
    <message>
        <source>Opened a message</source>
        <translation>Ha aperto un messaggio</translation>
    </message>
    <message>
        <source>Sent an event once more</source>
        <translation>Ha rinviato un evento</translation>
    </message>
    <message>
        <source>Reported on a delivery</source>
        <translation>Ha riferito di una consegna</translation>
    </message>
    <message>
        <source>Had a message sent again</source>
        <translation>Ha fatto rinviare un messaggio</translation>
    </message>
    <message>
        <source>Said that a message arrived</source>
        <translation>Ha indicato che un messaggio è arrivato</translation>
    </message>
    <message>
        <source>Sent a test message</source>
        <translation>Ha inviato un messaggio di prova</translation>
    </message>
    <message>
        <source>Read the outbox</source>
        <translation>Ha letto i messaggi in uscita</translation>
    </message>
    <message>
        <source>Asked for a one-time code</source>
        <translation>Ha chiesto un codice monouso</translation>
    </message>
    <message>
        <source>Typed a date of birth and a one-time code</source>
        <translation>Ha digitato data di nascita e codice monouso</translation>
    </message>
    <message>
        <source>Typed a date of birth</source>
        <translation>Ha digitato una data di nascita</translation>
    </message>
    <message>
        <source>Looked at a photo they sent</source>
        <translation>Ha guardato una foto inviata</translation>
    </message>
    <message>
        <source>Sent photos</source>
        <translation>Ha inviato foto</translation>
    </message>
    <message>
        <source>Opened their page</source>
        <translation>Ha aperto la sua pagina</translation>
    </message>
    <message>
        <source>Changed the templates</source>
        <translation>Ha modificato i modelli</translation>
    </message>
    <message>
        <source>Removed a register’s entry</source>
        <translation>Ha tolto una voce di registro</translation>
    </message>
    <message>
        <source>Changed a register’s entry</source>
        <translation>Ha modificato una voce di registro</translation>
    </message>
    <message>
        <source>Ended a teleconsultation for all</source>
        <translation>Ha terminato un teleconsulto per tutti</translation>
    </message>
    <message>
        <source>Joined a teleconsultation</source>
        <translation>È entrato in un teleconsulto</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Ha modificato un’impostazione</translation>
    </message>
    <message>
        <source>Added a member of staff</source>
        <translation>Ha aggiunto una persona al personale</translation>
    </message>
    <message>
        <source>Changed their password</source>
        <translation>Ha cambiato la propria password</translation>
    </message>
    <message>
        <source>Typed their password</source>
        <translation>Ha digitato la propria password</translation>
    </message>
    <message>
        <source>Disabled a member of staff</source>
        <translation>Ha disattivato una persona del personale</translation>
    </message>
    <message>
        <source>Enabled a member of staff</source>
        <translation>Ha riattivato una persona del personale</translation>
    </message>
    <message>
        <source>Set somebody’s password</source>
        <translation>Ha impostato la password di qualcuno</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Accesso</translation>
    </message>
    <message>
        <source>Ended somebody’s wait</source>
        <translation>Ha tolto l’attesa a qualcuno</translation>
    </message>
    <message>
        <source>Made an API token</source>
        <translation>Ha creato un token dell’API</translation>
    </message>
    <message>
        <source>Revoked an API token</source>
        <translation>Ha revocato un token dell’API</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>Ha aggiunto una persona</translation>
    </message>
    <message>
        <source>Changed a person’s data</source>
        <translation>Ha modificato i dati di una persona</translation>
    </message>
    <message>
        <source>Had a person erased</source>
        <translation>Ha fatto cancellare una persona</translation>
    </message>
    <message>
        <source>Erased a person</source>
        <translation>Ha cancellato una persona</translation>
    </message>
    <message>
        <source>Looked at what erasing would take</source>
        <translation>Ha guardato che cosa si cancellerebbe</translation>
    </message>
    <message>
        <source>Imported a person</source>
        <translation>Ha importato una persona</translation>
    </message>
    <message>
        <source>Read the list of people</source>
        <translation>Ha letto l’elenco delle persone</translation>
    </message>
    <message>
        <source>Opened a person’s page</source>
        <translation>Ha aperto la pagina di una persona</translation>
    </message>
    <message>
        <source>Searched for a person</source>
        <translation>Ha cercato una persona</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fatto</translation>
    </message>
    <message>
        <source>Answered again</source>
        <translation>Risposta ripetuta</translation>
    </message>
    <message>
        <source>Refused: not an administrator</source>
        <translation>Rifiutato: non è amministratore</translation>
    </message>
    <message>
        <source>Found a broken row</source>
        <translation>Trovata una riga non integra</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Interrotto</translation>
    </message>
    <message>
        <source>Refused: has to wait</source>
        <translation>Rifiutato: deve attendere</translation>
    </message>
    <message>
        <source>Refused: wrong password</source>
        <translation>Rifiutato: password errata</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tutto</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Accessi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>File requests and photos</source>
        <translation>Richieste di foto e foto</translation>
    </message>
    <message>
        <source>Patients’ own pages</source>
        <translation>Pagine dei pazienti</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Teleconsulti</translation>
    </message>
    <message>
        <source>Calls and devices</source>
        <translation>Chiamate e dispositivi</translation>
    </message>
    <message>
        <source>Device requests</source>
        <translation>Prescrizioni di dispositivi</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>Settings, staff and tokens</source>
        <translation>Impostazioni, personale e token</translation>
    </message>
    <message>
        <source>Backups, imports and this log</source>
        <translation>Backup, importazioni e questo registro</translation>
    </message>
    <message>
        <source>A patient</source>
        <translation>Un paziente</translation>
    </message>
    <message>
        <source>Anteroom itself</source>
        <translation>Anteroom stesso</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Token %1</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Riga di comando</translation>
    </message>
    <message>
        <source>Added a register’s entry</source>
        <translation>Ha aggiunto una voce di registro</translation>
    </message>
    <message>
        <source>A call was answered</source>
        <translation>Risposta a una chiamata</translation>
    </message>
    <message>
        <source>A call ended</source>
        <translation>Chiamata terminata</translation>
    </message>
    <message>
        <source>A call failed</source>
        <translation>Chiamata non riuscita</translation>
    </message>
    <message>
        <source>A push for a call failed</source>
        <translation>Push di una chiamata non riuscito</translation>
    </message>
    <message>
        <source>A phone registered for a call</source>
        <translation>Un telefono si è registrato per una chiamata</translation>
    </message>
    <message>
        <source>Reported on a call</source>
        <translation>Ha riferito di una chiamata</translation>
    </message>
    <message>
        <source>A phone rings</source>
        <translation>Un telefono squilla</translation>
    </message>
    <message>
        <source>A call ended by time</source>
        <translation>Chiamata terminata per tempo</translation>
    </message>
    <message>
        <source>Removed a device</source>
        <translation>Ha rimosso un dispositivo</translation>
    </message>
    <message>
        <source>Asked which devices there are</source>
        <translation>Ha chiesto quali dispositivi ci sono</translation>
    </message>
    <message>
        <source>Opened a device’s data</source>
        <translation>Ha aperto i dati di un dispositivo</translation>
    </message>
    <message>
        <source>Changed a device</source>
        <translation>Ha modificato un dispositivo</translation>
    </message>
    <message>
        <source>Read a register</source>
        <translation>Ha letto un registro</translation>
    </message>
    <message>
        <source>Opened a register’s entry</source>
        <translation>Ha aperto una voce di un registro</translation>
    </message>
    <message>
        <source>Read the addresses of a teleconsultation’s people</source>
        <translation>Ha letto i recapiti delle persone di un teleconsulto</translation>
    </message>
    <message>
        <source>Took a link to a teleconsultation</source>
        <translation>Ha preso un link a un teleconsulto</translation>
    </message>
    <message>
        <source>Imported a device</source>
        <translation>Ha importato un dispositivo</translation>
    </message>
    <message>
        <source>Imported a register’s entry</source>
        <translation>Ha importato una voce di un registro</translation>
    </message>
</context>
<context>
    <name>anteroom::BackupSection</name>
    <message>
        <source>&amp;File to write</source>
        <translation>&amp;File da scrivere</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>La stessa, &amp;di nuovo</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Crea un backup</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>Frase &amp;segreta</translation>
    </message>
    <message>
        <source>With one the backup is encrypted and holds the keys; without one photos and codes in it open only with this machine’s keys.</source>
        <translation>Con una frase il backup è cifrato e contiene le chiavi; senza, le foto e i codici si aprono solo con le chiavi di questo computer.</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Avanzamento del backup</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>File da scrivere</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>Indicare dove scriverlo.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Le due non coincidono.</translation>
    </message>
    <message>
        <source>The backup is made: %1, encrypted, with the keys.</source>
        <translation>Il backup è stato creato: %1, cifrato, con le chiavi.</translation>
    </message>
    <message>
        <source>The backup is made: %1, without keys. Keep this machine’s keys elsewhere.</source>
        <translation>Il backup è stato creato: %1, senza chiavi. Conservi altrove le chiavi di questo computer.</translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>Backup %1</translation>
    </message>
</context>
<context>
    <name>anteroom::Barcode</name>
    <message>
        <source>Bar code of %1</source>
        <translation>Codice a barre di %1</translation>
    </message>
</context>
<context>
    <name>anteroom::CallDesk</name>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Connect my phone</source>
        <translation>Collega il mio telefono</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chiama</translation>
    </message>
    <message>
        <source>Call by phone instead</source>
        <translation>Chiama invece per telefono</translation>
    </message>
    <message>
        <source>Choose whom to call</source>
        <translation>Scelga chi chiamare</translation>
    </message>
    <message>
        <source>All devices of a patient ring at once; whichever is answered first stops the others.</source>
        <translation>Tutti i dispositivi di un paziente squillano insieme; il primo a cui si risponde ferma gli altri.</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>Chiamata a %1</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Richiama</translation>
    </message>
    <message>
        <source>No phone woke within %1. Call %2 by telephone instead.</source>
        <translation>Nessun telefono si è svegliato entro %1. Chiami invece %2 per telefono.</translation>
    </message>
    <message>
        <source>There is no device with the app. Call %1 by telephone instead.</source>
        <translation>Non c’è alcun dispositivo con l’app. Chiami invece %1 per telefono.</translation>
    </message>
    <message>
        <source>No device takes the call. Call %1 by telephone instead.</source>
        <translation>Nessun dispositivo accetta la chiamata. Chiami invece %1 per telefono.</translation>
    </message>
    <message>
        <source>A phone has %1 to wake.</source>
        <translation>Un telefono ha %1 per svegliarsi.</translation>
    </message>
    <message>
        <source>If no phone wakes within %1, the telephone is the way: %2</source>
        <translation>Se nessun telefono si sveglia entro %1, resta la linea telefonica: %2</translation>
    </message>
    <message>
        <source>The push provider is the sandbox: nothing leaves this machine.</source>
        <translation>Il provider push è la sandbox: nulla lascia questo computer.</translation>
    </message>
    <message>
        <source>No device takes calls, and no telephone number is known.</source>
        <translation>Nessun dispositivo accetta chiamate e non si conosce alcun numero di telefono.</translation>
    </message>
</context>
<context>
    <name>anteroom::CallPage</name>
    <message>
        <source>Calls</source>
        <translation>Chiamate</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Chi chiamare</translation>
    </message>
    <message>
        <source>Whom to call: name or number</source>
        <translation>Chi chiamare: nome o numero</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Chiamate precedenti</translation>
    </message>
    <message>
        <source>From push to registration, last 30 days</source>
        <translation>Dal push alla registrazione, ultimi 30 giorni</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Ancora nessuna chiamata</translation>
    </message>
    <message>
        <source>Never called</source>
        <translation>Mai chiamato</translation>
    </message>
    <message>
        <source>Every call stands here, and what became of it.</source>
        <translation>Qui sta ogni chiamata e come è andata.</translation>
    </message>
    <message>
        <source>No program on this computer opens %1. Dial the number yourself.</source>
        <translation>Nessun programma di questo computer apre %1. Componga il numero a mano.</translation>
    </message>
</context>
<context>
    <name>anteroom::CallWords</name>
    <message>
        <source>iPhone or iPad</source>
        <translation>iPhone o iPad</translation>
    </message>
    <message>
        <source>Android device</source>
        <translation>Dispositivo Android</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>Waking</source>
        <translation>Si sveglia</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>In invio</translation>
    </message>
    <message>
        <source>Awake</source>
        <translation>Sveglio</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Squilla</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>In conversazione</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Risposta altrove</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Senza risposta</translation>
    </message>
    <message>
        <source>Refuses calls</source>
        <translation>Rifiuta chiamate</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non raggiunto</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscita</translation>
    </message>
    <message>
        <source>Did not wake</source>
        <translation>Non si è svegliato</translation>
    </message>
    <message>
        <source>Calls are turned off on this device.</source>
        <translation>Le chiamate sono disattivate su questo dispositivo.</translation>
    </message>
    <message>
        <source>The app on this device has told us no way to wake it.</source>
        <translation>L’app su questo dispositivo non ci ha indicato come svegliarlo.</translation>
    </message>
    <message>
        <source>The push service no longer knows this device: the app was removed.</source>
        <translation>Il servizio push non conosce più questo dispositivo: l’app è stata rimossa.</translation>
    </message>
    <message>
        <source>The push service took no push for this device.</source>
        <translation>Il servizio push non ha accettato la notifica per questo dispositivo.</translation>
    </message>
    <message>
        <source>The push left, and the phone did not register in time. It will not ring later.</source>
        <translation>Il push è partito e il telefono non si è registrato in tempo. Non squillerà più tardi.</translation>
    </message>
    <message>
        <source>The telephone exchange could not connect the call.</source>
        <translation>La centrale telefonica non ha potuto collegare la chiamata.</translation>
    </message>
    <message>
        <source>Another device of theirs was answered.</source>
        <translation>Si è risposto da un altro loro dispositivo.</translation>
    </message>
    <message>
        <source>It rang, and nobody answered.</source>
        <translation>Ha squillato e nessuno ha risposto.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>anteroom::CancelDialog</name>
    <message>
        <source>Cancel consultation</source>
        <translation>Annulla il teleconsulto</translation>
    </message>
    <message>
        <source>Cancel the teleconsultation?</source>
        <translation>Annullare il teleconsulto?</translation>
    </message>
    <message>
        <source>Nobody was invited, so nobody is told.</source>
        <translation>Nessuno è stato invitato, quindi nessuno viene avvisato.</translation>
    </message>
    <message>
        <source>These are told that it does not take place: %1.</source>
        <translation>Vengono avvisati che non si svolge: %1.</translation>
    </message>
    <message>
        <source>People may be in the room just now: it closes at once.</source>
        <translation>Forse c’è qualcuno nella stanza: si chiude subito.</translation>
    </message>
    <message>
        <source>Everybody’s link stops working. This can’t be undone.</source>
        <translation>I link di tutti smettono di funzionare. Non si può tornare indietro.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Mantieni</translation>
    </message>
</context>
<context>
    <name>anteroom::Console</name>
    <message numerus="yes">
        <source>%1 answered: %n photo(s)</source>
        <translation>
            <numerusform>%1 ha risposto: %n foto</numerusform>
            <numerusform>%1 ha risposto: %n foto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A patient answered: %n photo(s)</source>
        <translation>
            <numerusform>Un paziente ha risposto: %n foto</numerusform>
            <numerusform>Un paziente ha risposto: %n foto</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos arrived</source>
        <translation>Foto ricevute</translation>
    </message>
    <message>
        <source>New file request</source>
        <translation>Nuova richiesta di foto</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) answered</source>
        <translation>
            <numerusform>%n paziente ha risposto</numerusform>
            <numerusform>%n pazienti hanno risposto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) need(s) you</source>
        <translation>
            <numerusform>%n messaggio richiede attenzione</numerusform>
            <numerusform>%n messaggi richiedono attenzione</numerusform>
        </translation>
    </message>
    <message>
        <source>Not delivered, or in doubt.</source>
        <translation>Non recapitati o in dubbio.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceCard</name>
    <message>
        <source>Push sent</source>
        <translation>Push inviato</translation>
    </message>
    <message>
        <source>Phone awake (registered)</source>
        <translation>Telefono sveglio (registrato)</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Squilla</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Risposta</translation>
    </message>
    <message>
        <source>Takes calls</source>
        <translation>Accetta chiamate</translation>
    </message>
    <message>
        <source>Refuses calls</source>
        <translation>Rifiuta chiamate</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Non raggiungibile</translation>
    </message>
    <message>
        <source>A call wakes it and lets it ring.</source>
        <translation>Una chiamata lo sveglia e lo fa squillare.</translation>
    </message>
    <message>
        <source>Calls are turned off on this device.</source>
        <translation>Le chiamate sono disattivate su questo dispositivo.</translation>
    </message>
    <message>
        <source>The app on this device has told us no way to wake it.</source>
        <translation>L’app su questo dispositivo non ci ha indicato come svegliarlo.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestColumns</name>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Code goes to</source>
        <translation>Codice a</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestDetails</name>
    <message>
        <source>Choose a device request.</source>
        <translation>Scelga una richiesta di dispositivo.</translation>
    </message>
    <message>
        <source>Open person</source>
        <translation>Apri la persona</translation>
    </message>
    <message>
        <source>Refresh from eHealth</source>
        <translation>Aggiorna da eHealth</translation>
    </message>
    <message>
        <source>A patient not in the register</source>
        <translation>Un paziente non presente nel registro</translation>
    </message>
    <message>
        <source>Assistive device: %1</source>
        <translation>Ausilio: %1</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Dispositivo: %1</translation>
    </message>
    <message>
        <source>No programme</source>
        <translation>Nessun programma</translation>
    </message>
    <message>
        <source>Programme: one that the register does not know</source>
        <translation>Programma: sconosciuto al registro</translation>
    </message>
    <message>
        <source>Programme: %1</source>
        <translation>Programma: %1</translation>
    </message>
    <message>
        <source>The code reaches nobody</source>
        <translation>Il codice non arriva a nessuno</translation>
    </message>
    <message>
        <source>The code goes to: %1</source>
        <translation>Il codice va a: %1</translation>
    </message>
    <message>
        <source>Known here since %1</source>
        <translation>Noto qui dal %1</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestWords</name>
    <message>
        <source>Active</source>
        <translation>Attiva</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Completata</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Revocata</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Inserita per errore</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>In sospeso</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Bozza</translation>
    </message>
    <message>
        <source>This device request is no longer here. Go back to the list.</source>
        <translation>Questa richiesta non c’è più. Torni all’elenco.</translation>
    </message>
    <message>
        <source>The register of persons does not know this patient. Have them imported first.</source>
        <translation>Il registro delle persone non conosce questo paziente. Lo faccia prima importare.</translation>
    </message>
    <message>
        <source>Which legal entity this clinic is has not been set. Ask an administrator: it stands in Settings, eHealth.</source>
        <translation>Non è indicato quale ente sia questo ambulatorio. Chieda a un amministratore: si trova in Impostazioni, eHealth.</translation>
    </message>
    <message>
        <source>Institutions of this clinic’s kind may not send these texts.</source>
        <translation>Gli enti di questo tipo non possono inviare questi SMS.</translation>
    </message>
    <message>
        <source>The clinic’s legal entity is not active in the register.</source>
        <translation>L’ente dell’ambulatorio non è attivo nel registro.</translation>
    </message>
    <message>
        <source>The request names a way to inform the patient that is not one of theirs. Have another one chosen.</source>
        <translation>La richiesta indica un modo di informare il paziente che non è tra i suoi. Ne faccia scegliere un altro.</translation>
    </message>
    <message>
        <source>The way to inform the patient that the request names has ended. Have another one chosen.</source>
        <translation>Il modo di informare il paziente indicato nella richiesta non è più valido. Ne faccia scegliere un altro.</translation>
    </message>
    <message>
        <source>The code would go to a third person who has no confirmed right to act for the patient now. Have it confirmed first.</source>
        <translation>Il codice andrebbe a una terza persona che ora non ha un diritto confermato di agire per il paziente. Lo faccia prima confermare.</translation>
    </message>
    <message>
        <source>No telephone is registered for the patient’s codes. Have one registered first.</source>
        <translation>Nessun telefono è registrato per i codici del paziente. Ne faccia prima registrare uno.</translation>
    </message>
    <message>
        <source>Codes reach this patient on paper, not by telephone. Print the number for them.</source>
        <translation>A questo paziente i codici arrivano su carta, non per telefono. Gli stampi il numero.</translation>
    </message>
    <message>
        <source>The telephone for the patient’s codes has no number that can be used.</source>
        <translation>Il telefono per i codici del paziente non ha un numero utilizzabile.</translation>
    </message>
    <message>
        <source>A text left a moment ago. Wait a little.</source>
        <translation>Un SMS è partito poco fa. Attenda un poco.</translation>
    </message>
    <message>
        <source>Texts are switched off for this programme. Tell the patient yourself.</source>
        <translation>Per questo programma gli SMS sono disattivati. Informi Lei il paziente.</translation>
    </message>
    <message>
        <source>The text needs a verification code, and this request has none.</source>
        <translation>Il testo richiede un codice di verifica e questa richiesta non ne ha.</translation>
    </message>
    <message>
        <source>A third person</source>
        <translation>Una terza persona</translation>
    </message>
    <message>
        <source>%1, a third person</source>
        <translation>%1, una terza persona</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>Su carta</translation>
    </message>
    <message>
        <source>Texts are sent for active requests only. This one: %1.</source>
        <translation>Gli SMS si inviano solo per richieste attive. Questa: %1.</translation>
    </message>
    <message>
        <source>Texts for assistive devices without a programme are switched off in Settings, eHealth.</source>
        <translation>Gli SMS per ausili senza programma sono disattivati in Impostazioni, eHealth.</translation>
    </message>
    <message>
        <source>Texts for devices without a programme are switched off in Settings, eHealth.</source>
        <translation>Gli SMS per dispositivi senza programma sono disattivati in Impostazioni, eHealth.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>In partenza</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Inviato</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non consegnato</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 min</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 h</translation>
    </message>
    <message>
        <source>Assistive device in a programme</source>
        <translation>Ausilio in un programma</translation>
    </message>
    <message>
        <source>Other device in a programme</source>
        <translation>Altro dispositivo in un programma</translation>
    </message>
    <message>
        <source>Assistive device without a programme</source>
        <translation>Ausilio senza programma</translation>
    </message>
    <message>
        <source>Other device without a programme</source>
        <translation>Altro dispositivo senza programma</translation>
    </message>
    <message>
        <source>Nothing was sent: the number has changed since you looked. Confirm the new one with the patient first.</source>
        <translation>Non è stato inviato nulla: il numero è cambiato nel frattempo. Verifichi prima quello nuovo con il paziente.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestsPage</name>
    <message>
        <source>Device requests</source>
        <translation>Richieste di dispositivi</translation>
    </message>
    <message>
        <source>Texts…</source>
        <translation>Testi…</translation>
    </message>
    <message>
        <source>Show everybody’s</source>
        <translation>Mostra quelle di tutti</translation>
    </message>
    <message>
        <source>Only one patient’s are shown.</source>
        <translation>Si vedono solo quelle di un paziente.</translation>
    </message>
    <message>
        <source>Only those of %1 are shown.</source>
        <translation>Si vedono solo quelle di %1.</translation>
    </message>
    <message>
        <source>No device requests</source>
        <translation>Nessuna richiesta di dispositivi</translation>
    </message>
    <message>
        <source>Nothing was prescribed for this patient.</source>
        <translation>A questo paziente non è stato prescritto nulla.</translation>
    </message>
    <message>
        <source>No device requests yet</source>
        <translation>Ancora nessuna richiesta di dispositivi</translation>
    </message>
    <message>
        <source>They come from the health system: an administrator imports them in Registers.</source>
        <translation>Arrivano dal sistema sanitario: un amministratore le importa in Registri.</translation>
    </message>
    <message>
        <source>The text is on its way. What becomes of it stands with the request.</source>
        <translation>L’SMS è in partenza. L’esito si legge nella richiesta.</translation>
    </message>
    <message numerus="yes">
        <source>This is what the health system says now. The patient has %n way(s) to be informed there.</source>
        <translation>
            <numerusform>È ciò che il sistema sanitario dice ora. Lì il paziente ha %n modo per essere informato.</numerusform>
            <numerusform>È ciò che il sistema sanitario dice ora. Lì il paziente ha %n modi per essere informato.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find by number or patient</source>
        <translation>Cerca per numero o paziente</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>Numbers and patients’ names are found by their beginning. Look for a typing mistake.</source>
        <translation>I numeri e i nomi dei pazienti si trovano dal loro inizio. Controlli se c’è un errore di battitura.</translation>
    </message>
</context>
<context>
    <name>anteroom::EraseDialog</name>
    <message>
        <source>Looking up what is there…</source>
        <translation>Ricerca di ciò che è presente…</translation>
    </message>
    <message>
        <source>I know that this can’t be &amp;undone</source>
        <translation>So che &amp;non si può annullare</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Cancella definitivamente</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Cancellare una persona</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>Cancellare %1?</translation>
    </message>
    <message>
        <source>The audit log stays: it holds no names, only that somebody was here. Backups made until now keep what they hold until you delete them.</source>
        <translation>Il registro degli accessi resta: non contiene nomi, solo che qualcuno è stato qui. I backup fatti finora conservano ciò che contengono finché Lei non li elimina.</translation>
    </message>
    <message>
        <source>How much is erased</source>
        <translation>Quanto è stato cancellato</translation>
    </message>
    <message>
        <source>What goes, for everybody and at once:</source>
        <translation>Che cosa scompare, per tutti e subito:</translation>
    </message>
    <message>
        <source>• name, date of birth, number, e-mail address and ids</source>
        <translation>• nome, data di nascita, numero, indirizzo e-mail e identificativi</translation>
    </message>
    <message numerus="yes">
        <source>• %n file request(s), with their links and messages</source>
        <translation>
            <numerusform>• %n richiesta di file, con il link e i messaggi</numerusform>
            <numerusform>• %n richieste di file, con i link e i messaggi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n photo(s) and file(s)</source>
        <translation>
            <numerusform>• %n foto o file</numerusform>
            <numerusform>• %n foto e file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n phone(s) with the app, and what the health system’s registers say of them here</source>
        <translation>
            <numerusform>• %n telefono con l’app, e ciò che qui dicono i registri del sistema sanitario</numerusform>
            <numerusform>• %n telefoni con l’app, e ciò che qui dicono i registri del sistema sanitario</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests of others that were sent to them lose their number and address.</source>
        <translation>Le richieste di altri inviate a questa persona perdono il suo numero e indirizzo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
</context>
<context>
    <name>anteroom::ErrorText</name>
    <message>
        <source>Only administrators can do this. Ask one of yours.</source>
        <translation>Solo gli amministratori possono farlo. Rivolgersi a un amministratore.</translation>
    </message>
    <message>
        <source>This was interrupted. Try again.</source>
        <translation>L’operazione è stata interrotta. Riprovare.</translation>
    </message>
    <message>
        <source>This date lies in the future. Check the year.</source>
        <translation>Questa data è nel futuro. Controllare l’anno.</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one.</source>
        <translation>Questo momento è già passato. Sceglierne uno successivo.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It looks like name@example.org.</source>
        <translation>Questo non è un indirizzo e-mail. Un esempio valido: nome@example.org.</translation>
    </message>
    <message>
        <source>This file on the server is damaged and can&apos;t be shown. Ask the patient to send it again, and an administrator to look at the backup.</source>
        <translation>Questo file sul server è danneggiato e non può essere mostrato. Chiedere al paziente di inviarlo di nuovo e a un amministratore di controllare il backup.</translation>
    </message>
    <message>
        <source>This file has expired and its content is gone. Ask the patient again if you still need it.</source>
        <translation>Questo file è scaduto e il contenuto non c’è più. Se serve ancora, chiederlo di nuovo al paziente.</translation>
    </message>
    <message>
        <source>This file is no longer on the server. Ask the patient to send it again, and an administrator to look at the backup.</source>
        <translation>Questo file non è più sul server. Chiedere al paziente di inviarlo di nuovo e a un amministratore di controllare il backup.</translation>
    </message>
    <message>
        <source>This file is too large. Up to 25 MB are taken.</source>
        <translation>Questo file è troppo grande. Si accettano file fino a 25 MB.</translation>
    </message>
    <message>
        <source>These are too many files for one request. Make another request for the rest.</source>
        <translation>Sono troppi file per una sola richiesta. Creare un’altra richiesta per i rimanenti.</translation>
    </message>
    <message>
        <source>This file is no longer here. Go back to the list.</source>
        <translation>Questo file non c’è più. Tornare all’elenco.</translation>
    </message>
    <message>
        <source>This request was cancelled. Make a new one if you still need the photo.</source>
        <translation>Questa richiesta è stata annullata. Se la foto serve ancora, crearne una nuova.</translation>
    </message>
    <message>
        <source>This request has expired. Extend it or make a new one.</source>
        <translation>Questa richiesta è scaduta. Prorogarla o crearne una nuova.</translation>
    </message>
    <message>
        <source>The message has left already and can&apos;t be called back. You can cancel the request.</source>
        <translation>Il messaggio è già partito e non si può richiamare. Si può annullare la richiesta.</translation>
    </message>
    <message>
        <source>Something is missing here. Give a mobile number, or the other way named beside it.</source>
        <translation>Manca un dato. Indicare un numero di cellulare o l’altro recapito indicato accanto.</translation>
    </message>
    <message>
        <source>This request is no longer here. Go back to the list.</source>
        <translation>Questa richiesta non c’è più. Tornare all’elenco.</translation>
    </message>
    <message>
        <source>Other photos are being prepared just now. Try again in a moment.</source>
        <translation>Altre foto sono in preparazione. Riprovare tra poco.</translation>
    </message>
    <message>
        <source>This photo can&apos;t be read. Ask the patient for another one.</source>
        <translation>Questa foto non si può leggere. Chiederne un’altra al paziente.</translation>
    </message>
    <message>
        <source>Reading this photo took too long. Ask the patient for another one.</source>
        <translation>La lettura di questa foto ha richiesto troppo tempo. Chiederne un’altra al paziente.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked. Unlock it, then try again.</source>
        <translation>Il portachiavi di questo computer è bloccato. Sbloccarlo e riprovare.</translation>
    </message>
    <message>
        <source>This language is not known. Choose one of the list.</source>
        <translation>Questa lingua non è disponibile. Sceglierne una dall’elenco.</translation>
    </message>
    <message>
        <source>Somebody has decided about this message already. Look at it again.</source>
        <translation>Qualcuno ha già deciso su questo messaggio. Controllarlo di nuovo.</translation>
    </message>
    <message>
        <source>This message can&apos;t be sent again in the state it is in. Look at it again.</source>
        <translation>Nello stato attuale questo messaggio non si può inviare di nuovo. Controllarlo di nuovo.</translation>
    </message>
    <message>
        <source>This message is no longer here. Go back to the list.</source>
        <translation>Questo messaggio non c’è più. Tornare all’elenco.</translation>
    </message>
    <message>
        <source>The list has changed. Load it again.</source>
        <translation>L’elenco è cambiato. Caricarlo di nuovo.</translation>
    </message>
    <message>
        <source>This is no mobile number. Write it with the country, such as +44 7777 123456.</source>
        <translation>Questo non è un numero di cellulare. Scriverlo con il prefisso del paese, per esempio +44 7777 123456.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Il ruolo attuale non lo consente. Rivolgersi a un amministratore.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else one first.</source>
        <translation>Questo è l’ultimo amministratore. Prima nominarne un altro.</translation>
    </message>
    <message>
        <source>A login has 1 to 64 characters. Choose another.</source>
        <translation>Un nome utente ha da 1 a 64 caratteri. Sceglierne un altro.</translation>
    </message>
    <message>
        <source>Somebody has this login already. Choose another.</source>
        <translation>Questo nome utente è già in uso. Sceglierne un altro.</translation>
    </message>
    <message>
        <source>A name has 1 to 200 characters. Enter one.</source>
        <translation>Un nome ha da 1 a 200 caratteri. Inserirne uno.</translation>
    </message>
    <message>
        <source>The computer has too little memory free just now. Close something, then try again.</source>
        <translation>Il computer ha poca memoria libera in questo momento. Chiudere qualcosa e riprovare.</translation>
    </message>
    <message>
        <source>There is an administrator already. Sign in, or ask them to add you.</source>
        <translation>Esiste già un amministratore. Accedere, oppure chiedergli di essere aggiunti.</translation>
    </message>
    <message>
        <source>This password is too long. Choose a shorter one.</source>
        <translation>Questa password è troppo lunga. Sceglierne una più breve.</translation>
    </message>
    <message>
        <source>This password is too short. It takes at least 10 characters.</source>
        <translation>Questa password è troppo breve. Servono almeno 10 caratteri.</translation>
    </message>
    <message>
        <source>Choose a role: clinician or administrator.</source>
        <translation>Scegliere un ruolo: operatore sanitario o amministratore.</translation>
    </message>
    <message>
        <source>Nobody of the staff has this login. Choose somebody from the list.</source>
        <translation>Nessuno del personale ha questo nome utente. Scegliere una persona dall’elenco.</translation>
    </message>
    <message>
        <source>Login and password don&apos;t fit together. Check both and try again.</source>
        <translation>Nome utente e password non corrispondono. Controllarli e riprovare.</translation>
    </message>
    <message>
        <source>The disk is full, nothing was saved. Free some space, then try again.</source>
        <translation>Il disco è pieno, non è stato salvato nulla. Liberare spazio e riprovare.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be read or written. Nothing was changed; ask whoever looks after this computer.</source>
        <translation>Il disco non si può leggere o scrivere. Non è stato modificato nulla; rivolgersi a chi gestisce questo computer.</translation>
    </message>
    <message>
        <source>This can&apos;t be empty. Enter something.</source>
        <translation>Questo campo non può essere vuoto. Inserire un valore.</translation>
    </message>
    <message>
        <source>This holds characters that can&apos;t be stored. Type it anew.</source>
        <translation>Il testo contiene caratteri che non si possono salvare. Digitarlo di nuovo.</translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://example.org/path.</source>
        <translation>Questo non è un indirizzo web. Un esempio valido: https://example.org/path.</translation>
    </message>
    <message>
        <source>This person belongs to another account. Ask an administrator.</source>
        <translation>Questa persona appartiene a un altro account. Rivolgersi a un amministratore.</translation>
    </message>
    <message>
        <source>A person needs a name. Enter one.</source>
        <translation>Una persona deve avere un nome. Inserirlo.</translation>
    </message>
    <message>
        <source>This person is no longer here. Go back to the list.</source>
        <translation>Questa persona non c’è più. Tornare all’elenco.</translation>
    </message>
    <message>
        <source>Something in this form can&apos;t be right. Check what you entered.</source>
        <translation>Qualcosa in questo modulo non è corretto. Controllare i dati inseriti.</translation>
    </message>
    <message>
        <source>You are no longer signed in. Sign in again.</source>
        <translation>La sessione è terminata. Accedere di nuovo.</translation>
    </message>
    <message>
        <source>This is no longer here. Somebody may have removed it; go back to the list.</source>
        <translation>Questa voce non c’è più. Forse qualcuno l’ha rimossa; tornare all’elenco.</translation>
    </message>
    <message>
        <source>Somebody changed this in the meantime. Look at it again, then decide.</source>
        <translation>Nel frattempo qualcuno ha modificato questi dati. Controllarli di nuovo, poi decidere.</translation>
    </message>
    <message>
        <source>This has expired. Make a new request if you still need it.</source>
        <translation>È scaduta. Se serve ancora, creare una nuova richiesta.</translation>
    </message>
    <message>
        <source>This is too large. Make it smaller and try again.</source>
        <translation>È troppo grande. Ridurre le dimensioni e riprovare.</translation>
    </message>
    <message>
        <source>Files of this kind can&apos;t be taken. Use a JPEG or PNG picture.</source>
        <translation>I file di questo tipo non sono accettati. Usare un’immagine JPEG o PNG.</translation>
    </message>
    <message>
        <source>This contradicts what was entered before. Check it and try again.</source>
        <translation>È in contraddizione con quanto inserito prima. Controllare e riprovare.</translation>
    </message>
    <message>
        <source>That was too often. Wait a little, then try again.</source>
        <translation>Troppi tentativi. Attendere un po’ e riprovare.</translation>
    </message>
    <message>
        <source>The other service did not take it. Try again, or ask whoever looks after it.</source>
        <translation>L’altro servizio non ha accettato la richiesta. Riprovare, o rivolgersi a chi lo gestisce.</translation>
    </message>
    <message>
        <source>This can&apos;t be done just now. Try again in a moment.</source>
        <translation>Al momento non è possibile. Riprovare tra poco.</translation>
    </message>
    <message>
        <source>Something went wrong here and nothing was changed. Try again; if it happens once more, the log says why.</source>
        <translation>Si è verificato un errore e non è stato modificato nulla. Riprovare; se succede di nuovo, il motivo è nel registro.</translation>
    </message>
    <message numerus="yes">
        <source>This is too long. It may have up to %n character(s).</source>
        <translation>
            <numerusform>È troppo lungo. È ammesso al massimo %n carattere.</numerusform>
            <numerusform>È troppo lungo. Sono ammessi al massimo %n caratteri.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too often. Try again %1.</source>
        <translation>Troppi tentativi. Riprovare %1.</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>tra %n secondo</numerusform>
            <numerusform>tra %n secondi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>tra %n minuto</numerusform>
            <numerusform>tra %n minuti</numerusform>
        </translation>
    </message>
    <message>
        <source>The photo could not be saved there. Choose another folder.</source>
        <translation>Non è stato possibile salvare la foto in quella posizione. Scegliere un’altra cartella.</translation>
    </message>
    <message>
        <source>Another Anteroom uses this data folder (process %1). Close that one, then start again.</source>
        <translation>Un altro Anteroom usa questa cartella dei dati (processo %1). Chiuderlo e avviare di nuovo.</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another one for the data.</source>
        <translation>%1 non è una cartella. Sceglierne un’altra per i dati.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. Give it to the user who runs Anteroom.</source>
        <translation>Non è possibile scrivere in %1. Assegnarla all’utente che esegue Anteroom.</translation>
    </message>
    <message>
        <source>The path %1 is too long for the data. Choose a shorter one.</source>
        <translation>Il percorso %1 è troppo lungo per i dati. Sceglierne uno più breve.</translation>
    </message>
    <message>
        <source>Nothing can listen on %1. Choose another port, or stop what uses it.</source>
        <translation>Non è possibile mettersi in ascolto su %1. Scegliere un’altra porta o fermare il programma che la usa.</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on. Give it like 127.0.0.1:8080.</source>
        <translation>«%1» non è un indirizzo di ascolto. Indicarlo come 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>The API stays closed: on %1 it needs TLS. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or listen on 127.0.0.1.</source>
        <translation>L’API resta chiusa: su %1 serve TLS. Impostare ANTEROOM_TLS_CERT e ANTEROOM_TLS_KEY, oppure usare 127.0.0.1.</translation>
    </message>
    <message>
        <source>The patients&apos; pages stay closed: on %1 they need TLS. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or ANTEROOM_PATIENT_PLAIN=true where a proxy with TLS stands in front.</source>
        <translation>Le pagine dei pazienti restano chiuse: su %1 serve TLS. Impostare ANTEROOM_TLS_CERT e ANTEROOM_TLS_KEY, oppure ANTEROOM_PATIENT_PLAIN=true se davanti c’è un proxy con TLS.</translation>
    </message>
    <message>
        <source>“%1” in ANTEROOM_TRUSTED_PROXIES is no network. Write networks such as 10.0.0.0/8, with commas between.</source>
        <translation>«%1» in ANTEROOM_TRUSTED_PROXIES non è una rete. Scrivere reti come 10.0.0.0/8, separate da virgole.</translation>
    </message>
    <message>
        <source>The clinic&apos;s data is damaged. Restore the latest backup.</source>
        <translation>I dati dell’ambulatorio sono danneggiati. Ripristinare l’ultimo backup.</translation>
    </message>
    <message>
        <source>The clinic&apos;s data was made by a later version of Anteroom. Install that one.</source>
        <translation>I dati dell’ambulatorio provengono da una versione più recente di Anteroom. Installare quella versione.</translation>
    </message>
    <message>
        <source>A certificate and its key go together. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY both, or neither.</source>
        <translation>Un certificato e la sua chiave vanno insieme. Impostare sia ANTEROOM_TLS_CERT sia ANTEROOM_TLS_KEY, o nessuno dei due.</translation>
    </message>
    <message>
        <source>%1 is not the key of the certificate. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY to a pair.</source>
        <translation>%1 non è la chiave del certificato. Impostare ANTEROOM_TLS_CERT e ANTEROOM_TLS_KEY con una coppia.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as a certificate or key. It has to be a PEM file.</source>
        <translation>%1 non si può leggere come certificato o chiave. Deve essere un file PEM.</translation>
    </message>
    <message>
        <source>This is no date. Write day, month and year, such as 17/6/1980.</source>
        <translation>Questa non è una data. Scrivere giorno, mese e anno, per esempio 17/6/1980.</translation>
    </message>
    <message>
        <source>The printer did not take the photo. Look after it and try again.</source>
        <translation>La stampante non ha accettato la foto. La controlli e riprovi.</translation>
    </message>
    <message>
        <source>Template {place} needs a name and a text in at least one language, and both where there is one.</source>
        <translation>Il modello {place} deve avere nome e testo in almeno una lingua, ed entrambi dove ce n’è uno.</translation>
    </message>
    <message>
        <source>Template {place} is too long: 60 characters for the name, 2,000 for the text.</source>
        <translation>Il modello {place} è troppo lungo: 60 caratteri per il nome, 2.000 per il testo.</translation>
    </message>
    <message>
        <source>There can be 20 templates at most.</source>
        <translation>I modelli possono essere al massimo 20.</translation>
    </message>
    <message>
        <source>Whoever this request went to was erased. Make a new one for somebody else.</source>
        <translation>La persona a cui era stata inviata questa richiesta è stata cancellata. Ne crei una nuova per qualcun altro.</translation>
    </message>
    <message>
        <source>This event can&apos;t be replayed: it has not left yet. Look at it again.</source>
        <translation>Questo evento non può essere ripetuto: non è ancora partito. Lo guardi di nuovo.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written there. Choose another folder, or make room on the disk.</source>
        <translation>Non è possibile scrivere il file lì. Scelga un’altra cartella o liberi spazio sul disco.</translation>
    </message>
    <message>
        <source>Nobody has set up the health system yet. An administrator can give its address and a token in Settings.</source>
        <translation>Il sistema sanitario non è ancora configurato. Un amministratore può indicarne indirizzo e token nelle Impostazioni.</translation>
    </message>
    <message>
        <source>The health system’s answer was not understood, and nothing was changed. Try again, or tell whoever looks after it.</source>
        <translation>La risposta del sistema sanitario non è stata compresa e nulla è stato modificato. Riprovi, o avvisi chi lo gestisce.</translation>
    </message>
    <message>
        <source>The health system did not let us in. An administrator should look at its address and token in Settings.</source>
        <translation>Il sistema sanitario non ha concesso l’accesso. Un amministratore verifichi indirizzo e token nelle Impostazioni.</translation>
    </message>
    <message>
        <source>The health system knows no such device request of this person.</source>
        <translation>Il sistema sanitario non conosce questa richiesta di dispositivo per questa persona.</translation>
    </message>
    <message>
        <source>The health system can&apos;t be reached. Nothing was changed; try again later.</source>
        <translation>Il sistema sanitario non è raggiungibile. Nulla è stato modificato; riprovi più tardi.</translation>
    </message>
    <message>
        <source>A classification needs its system and its code, with | between.</source>
        <translation>Una classificazione richiede il sistema e il codice, separati da |.</translation>
    </message>
    <message>
        <source>A device needs its system and its code, with | between.</source>
        <translation>Un dispositivo richiede il sistema e il codice, separati da |.</translation>
    </message>
    <message>
        <source>A line needs a system, and may have codes after a |.</source>
        <translation>Una riga richiede un sistema e può avere dei codici dopo |.</translation>
    </message>
    <message>
        <source>This is no id of a record. It has 32 digits and letters, in five groups with hyphens.</source>
        <translation>Questo non è l’id di una voce. Ha 32 cifre e lettere in cinque gruppi separati da trattini.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>È necessario. Lo compili.</translation>
    </message>
    <message>
        <source>Other entries name this one and would lose their meaning. Remove those first.</source>
        <translation>Altre voci rimandano a questa e perderebbero senso. Rimuova prima quelle.</translation>
    </message>
    <message>
        <source>There is an entry of this name or id already. Edit that one.</source>
        <translation>C’è già una voce con questo nome o id. Modifichi quella.</translation>
    </message>
    <message>
        <source>This entry is no longer here. Go back to the list.</source>
        <translation>Questa voce non c’è più. Torni all’elenco.</translation>
    </message>
    <message>
        <source>Only &lt;request_number&gt; and &lt;verification_code&gt; are filled in. Whatever else stands between &lt; and &gt; would reach patients as it is.</source>
        <translation>Si compilano solo &lt;request_number&gt; e &lt;verification_code&gt;. Qualsiasi altra cosa tra &lt; e &gt; arriverebbe ai pazienti così com’è.</translation>
    </message>
    <message>
        <source>Only &lt;request_number&gt; is filled in here. Whatever else stands between &lt; and &gt; would reach patients as it is.</source>
        <translation>Qui si compila solo &lt;request_number&gt;. Qualsiasi altra cosa tra &lt; e &gt; arriverebbe ai pazienti così com’è.</translation>
    </message>
    <message>
        <source>This is no moment. Write it like 2026-11-22 14:30.</source>
        <translation>Questo non è un momento valido. Lo scriva come 2026-11-22 14:30.</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDetails</name>
    <message>
        <source>Choose a request to see what came.</source>
        <translation>Selezionare una richiesta per vedere che cosa è arrivato.</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Segna come completata</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Chiedi di nuovo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Copy the patient&apos;s link</source>
        <translation>Copia il link del paziente</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Mostra i messaggi della richiesta</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>Annulla la richiesta</translation>
    </message>
    <message>
        <source>Asked by %1, %2</source>
        <translation>Chiesta da %1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>link aperto il %1</translation>
    </message>
    <message>
        <source>This request was cancelled.</source>
        <translation>Questa richiesta è stata annullata.</translation>
    </message>
    <message>
        <source>Done, without photos.</source>
        <translation>Completata, senza foto.</translation>
    </message>
    <message>
        <source>The link expired before an answer came. Ask again to send a new one.</source>
        <translation>Il link è scaduto prima che arrivasse una risposta. Chiedere di nuovo per inviarne un altro.</translation>
    </message>
    <message>
        <source>No photo yet. It appears here the moment it arrives.</source>
        <translation>Ancora nessuna foto. Apparirà qui appena arriva.</translation>
    </message>
    <message>
        <source>What came is looked through for viruses first. It appears here then.</source>
        <translation>I file arrivati vengono prima controllati contro i virus. Poi compaiono qui.</translation>
    </message>
    <message numerus="yes">
        <source>%n infected file(s) removed</source>
        <translation>
            <numerusform>%n file infetto rimosso</numerusform>
            <numerusform>%n file infetti rimossi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDialog</name>
    <message>
        <source>New file request</source>
        <translation>Nuova richiesta di foto</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Paziente</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>Il paziente</translation>
    </message>
    <message>
        <source>Somebody who cares for them</source>
        <translation>Chi lo assiste</translation>
    </message>
    <message>
        <source>Use the app if they have it</source>
        <translation>Usa l’app, se disponibile</translation>
    </message>
    <message>
        <source>&amp;What should they send?</source>
        <translation>&amp;Che cosa deve inviare?</translation>
    </message>
    <message>
        <source>Who &amp;answers</source>
        <translation>Chi &amp;risponde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Invia</translation>
    </message>
    <message>
        <source>Their date of birth is missing: the patient’s page asks for it. Add it in People.</source>
        <translation>Manca la data di nascita, richiesta dalla pagina del paziente. Aggiungerla in Persone.</translation>
    </message>
    <message>
        <source>Choose a patient: then this line says what will happen.</source>
        <translation>Scegliere un paziente: qui comparirà che cosa succederà.</translation>
    </message>
    <message>
        <source>What they read</source>
        <translation>Il testo inviato</translation>
    </message>
    <message>
        <source>The app shows the request itself.</source>
        <translation>L’app mostra direttamente la richiesta.</translation>
    </message>
    <message>
        <source>The recipient</source>
        <translation>Il destinatario</translation>
    </message>
    <message>
        <source>a notification in the app</source>
        <translation>una notifica nell’app</translation>
    </message>
    <message>
        <source>a text at %1</source>
        <translation>un SMS al numero %1</translation>
    </message>
    <message>
        <source>an e-mail at %1</source>
        <translation>un’e-mail all’indirizzo %1</translation>
    </message>
    <message>
        <source>%1 gets %2 in %3.</source>
        <translation>%1 riceverà %2, in %3.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> e </translation>
    </message>
    <message>
        <source>No such number is known; check it before you send.</source>
        <translation>Questo numero non sembra esistere; controllarlo prima di inviare.</translation>
    </message>
    <message>
        <source>No number and no e-mail address is known. Add one in People.</source>
        <translation>Non ci sono né numero né indirizzo e-mail. Aggiungerne uno in Persone.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 e %n altra persona</numerusform>
            <numerusform>%1 e altre %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n people at once: these are the first.</source>
        <translation>
            <numerusform>Al massimo %n persona alla volta: questa è la prima.</numerusform>
            <numerusform>Al massimo %n persone alla volta: queste sono le prime.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people: %1</source>
        <translation>
            <numerusform>%n persona: %1</numerusform>
            <numerusform>%n persone: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>per %1</translation>
    </message>
    <message>
        <source>the carer</source>
        <translation>chi assiste</translation>
    </message>
    <message numerus="yes">
        <source>%n people get this: %1.</source>
        <translation>
            <numerusform>%n persona lo riceverà: %1.</numerusform>
            <numerusform>%n persone lo riceveranno: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again before it goes:</source>
        <translation>Controlli ancora prima dell’invio:</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Invia a %n persona</numerusform>
            <numerusform>Invia a %n persone</numerusform>
        </translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Entrambi</translation>
    </message>
    <message>
        <source>+44 7777 123456, name@example.org</source>
        <translation>+44 7777 123456, nome@example.org</translation>
    </message>
    <message>
        <source>The carer’s &amp;number, e-mail address or both</source>
        <translation>&amp;Numero, e-mail di chi assiste o entrambi</translation>
    </message>
    <message>
        <source>Send an e-mail too</source>
        <translation>Invia anche un’e-mail</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Altro</translation>
    </message>
    <message>
        <source>Edit templates</source>
        <translation>Modifica i modelli</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>una persona senza nome</translation>
    </message>
    <message>
        <source>Left out, as a number, an address or a date of birth is missing: %1.</source>
        <translation>Escluse, perché manca un numero, un indirizzo o la data di nascita: %1.</translation>
    </message>
    <message>
        <source>It cannot be sent yet.</source>
        <translation>Non è ancora possibile inviare.</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestHeader</name>
    <message>
        <source>Open person</source>
        <translation>Apri la scheda</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>data di nascita: %1</translation>
    </message>
    <message>
        <source>carer: %1</source>
        <translation>chi assiste: %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non assegnata</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>A Lei</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Assegnata a: %1</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Prendi in carico</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>A nessuno</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestPage</name>
    <message>
        <source>File requests</source>
        <translation>Richieste di foto</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>Quali richieste</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutte</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con risposta</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>In sospeso</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Scadute</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Completate</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullate</translation>
    </message>
    <message>
        <source>New file request</source>
        <translation>Nuova richiesta di foto</translation>
    </message>
    <message>
        <source>No file requests yet</source>
        <translation>Ancora nessuna richiesta di foto</translation>
    </message>
    <message>
        <source>Ask a patient for a photo: they get a link and need no account.</source>
        <translation>Chiedere una foto a un paziente: riceverà un link, senza bisogno di un account.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nessun elemento</translation>
    </message>
    <message>
        <source>No request is in this state.</source>
        <translation>Nessuna richiesta è in questo stato.</translation>
    </message>
    <message>
        <source>The request for %1 is on its way.</source>
        <translation>La richiesta per %1 è in partenza.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ritira</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent.</source>
        <translation>Ritirata: non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The link is on its way again.</source>
        <translation>Il link è di nuovo in partenza.</translation>
    </message>
    <message>
        <source>The request is cancelled. Its link says so from now on.</source>
        <translation>La richiesta è annullata. D’ora in poi il link lo indica.</translation>
    </message>
    <message>
        <source>The request is yours.</source>
        <translation>La richiesta è stata presa in carico.</translation>
    </message>
    <message>
        <source>The link can be tried again.</source>
        <translation>Il link è di nuovo utilizzabile.</translation>
    </message>
    <message>
        <source>The patient’s link is on the clipboard.</source>
        <translation>Il link del paziente è negli appunti.</translation>
    </message>
    <message>
        <source>Whose requests</source>
        <translation>Di chi sono le richieste</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>Di tutti</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Mie</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Non assegnata</translation>
    </message>
    <message>
        <source>No answer waits</source>
        <translation>Nessuna risposta in attesa</translation>
    </message>
    <message>
        <source>Every photo that came has been dealt with.</source>
        <translation>Tutte le foto arrivate sono state esaminate.</translation>
    </message>
    <message>
        <source>The request is nobody’s now.</source>
        <translation>La richiesta ora non è assegnata a nessuno.</translation>
    </message>
    <message>
        <source>The request was given away.</source>
        <translation>La richiesta è stata assegnata a un collega.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are on their way.</source>
        <translation>
            <numerusform>%n richiesta è in partenza.</numerusform>
            <numerusform>%n richieste sono in partenza.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestWords</name>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Che cosa si chiede</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Una foto</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Tramite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>carer</source>
        <translation>chi assiste</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Completata</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullata</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con risposta</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non consegnata</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Incerta</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Scaduta</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Link aperto</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>In invio</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Assegnata a</translation>
    </message>
    <message>
        <source>Not scanned yet</source>
        <translation>Non ancora controllata</translation>
    </message>
</context>
<context>
    <name>anteroom::HistoryWords</name>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Esito</translation>
    </message>
    <message>
        <source>Awake after</source>
        <translation>Sveglio dopo</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Conversazione</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Cancellato</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Rimosso</translation>
    </message>
</context>
<context>
    <name>anteroom::ImportDialog</name>
    <message>
        <source>&amp;File to import</source>
        <translation>&amp;File da importare</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importa</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Importa un file</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Avanzamento dell’importazione</translation>
    </message>
    <message>
        <source>People, registers and settings come in from one JSON file: all of it, or nothing. What is here already is changed where the file says so; nothing is sent to anybody.</source>
        <translation>Persone, registri e impostazioni arrivano da un solo file JSON: tutto o niente. Ciò che c’è già cambia dove il file lo dice; non si invia nulla a nessuno.</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>File da importare</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>File JSON (*.json)</translation>
    </message>
    <message>
        <source>Say which file.</source>
        <translation>Indichi quale file.</translation>
    </message>
    <message>
        <source>There was nothing in this file to import.</source>
        <translation>In questo file non c’era nulla da importare.</translation>
    </message>
    <message>
        <source>Everything was imported.</source>
        <translation>Tutto è stato importato.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Interrompi</translation>
    </message>
</context>
<context>
    <name>anteroom::ImportWords</name>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Phones with the app</source>
        <translation>Telefoni con l’app</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>File requests</source>
        <translation>Richieste di file</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Televisite</translation>
    </message>
    <message>
        <source>This has to be text in quotation marks.</source>
        <translation>Qui serve un testo tra virgolette.</translation>
    </message>
    <message>
        <source>This has to be true or false.</source>
        <translation>Qui serve true o false.</translation>
    </message>
    <message>
        <source>This has to be a list.</source>
        <translation>Qui serve un elenco.</translation>
    </message>
    <message>
        <source>This has to be an object.</source>
        <translation>Qui serve un oggetto.</translation>
    </message>
    <message>
        <source>This has to be “patient” or “staff”.</source>
        <translation>Qui serve “patient” o “staff”.</translation>
    </message>
    <message>
        <source>This person was erased here, and their id is not taken again.</source>
        <translation>Questa persona è stata cancellata qui e il suo id non viene più accolto.</translation>
    </message>
    <message>
        <source>This has to be “ios”, “android” or “web”.</source>
        <translation>Qui serve “ios”, “android” o “web”.</translation>
    </message>
    <message>
        <source>There is no such state.</source>
        <translation>Questo stato non esiste.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Questa impostazione non esiste.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>tutto il file</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>voce %1</translation>
    </message>
    <message>
        <source>This file is no JSON: it can’t be read from byte %1 on. Nothing was imported.</source>
        <translation>Questo file non è JSON: non si legge dal byte %1 in poi. Non è stato importato nulla.</translation>
    </message>
    <message>
        <source>This file has to be one JSON object. Nothing was imported.</source>
        <translation>Questo file deve essere un solo oggetto JSON. Non è stato importato nulla.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Interrotto. Non è stato importato nulla.</translation>
    </message>
    <message>
        <source>This file can’t be read. Choose another one, or ask for the right to read it.</source>
        <translation>Questo file non si può leggere. Ne scelga un altro o chieda il permesso di leggerlo.</translation>
    </message>
    <message>
        <source>Everything was imported but %1, which the keyring did not take. Set it in Settings.</source>
        <translation>Tutto è stato importato tranne %1, che il portachiavi non ha accolto. Lo imposti in Impostazioni.</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was imported. (%3)</source>
        <translation>%1: %2 Non è stato importato nulla. (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not known to this version: %1</source>
        <translation>Sconosciuto a questa versione: %1</translation>
    </message>
    <message>
        <source>This has to be 24 digits from 0 to 9 and a to f.</source>
        <translation>Devono essere 24 cifre da 0 a 9 e da a a f.</translation>
    </message>
    <message>
        <source>This one was deleted here, and its id is not taken again.</source>
        <translation>Questa è stata eliminata qui e il suo id non viene più accettato.</translation>
    </message>
    <message>
        <source>Give either end_date or duration_in_seconds.</source>
        <translation>Indichi end_date oppure duration_in_seconds.</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>Questo manca.</translation>
    </message>
    <message>
        <source>More people are listed than the number says.</source>
        <translation>Nell’elenco ci sono più persone di quante ne indichi number.</translation>
    </message>
</context>
<context>
    <name>anteroom::InlineBar</name>
    <message>
        <source>Close this message</source>
        <translation>Chiudi questo messaggio</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <extracomment>%1 is an action such as &quot;Undo&quot;, %2 the seconds left for it.</extracomment>
        <translation>%1 (%2 s)</translation>
    </message>
</context>
<context>
    <name>anteroom::InvitationDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Invia gli inviti</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Text message to %1</source>
        <translation>SMS a %1</translation>
    </message>
    <message>
        <source>E-mail to %1</source>
        <translation>E-mail a %1</translation>
    </message>
    <message>
        <source>+44 7777 123456</source>
        <translation>+39 333 1234567</translation>
    </message>
    <message>
        <source>name@example.org</source>
        <translation>nome@example.org</translation>
    </message>
    <message>
        <source>Number of %1</source>
        <translation>Numero di %1</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Indirizzo di %1</translation>
    </message>
    <message>
        <source>%1 gets a text message at %2.</source>
        <translation>%1 riceve un SMS al %2.</translation>
    </message>
    <message>
        <source>%1 gets an e-mail at %2, with the calendar’s entry.</source>
        <translation>%1 riceve un’e-mail a %2, con l’evento per il calendario.</translation>
    </message>
    <message>
        <source>Nobody is chosen yet.</source>
        <translation>Non è ancora scelto nessuno.</translation>
    </message>
</context>
<context>
    <name>anteroom::LanguageWords</name>
    <message>
        <source>English</source>
        <translation>inglese</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ucraino</translation>
    </message>
</context>
<context>
    <name>anteroom::ListPane</name>
    <message>
        <source>Loading…</source>
        <translation>Caricamento…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Nessun elemento</translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation>Non è stato possibile caricare l’elenco</translation>
    </message>
</context>
<context>
    <name>anteroom::LockNotice</name>
    <message>
        <source>Unlock the link</source>
        <translation>Sblocca il link</translation>
    </message>
    <message>
        <source>After wrong dates of birth the link is locked until %1.</source>
        <translation>Dopo date di nascita errate il link è bloccato fino a %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::MainWindow</name>
    <message>
        <source>Find a person: name, number, birthday</source>
        <translation>Cerca una persona: nome, numero, data di nascita</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Disconnetti</translation>
    </message>
    <message>
        <source>%1 - Anteroom</source>
        <translation>%1 - Anteroom</translation>
    </message>
    <message>
        <source>Anteroom</source>
        <translation>Anteroom</translation>
    </message>
    <message>
        <source>Quit Anteroom?</source>
        <translation>Chiudere Anteroom?</translation>
    </message>
    <message>
        <source>The API and the patients&apos; pages stop until Anteroom is started again. Messages that wait are sent then.</source>
        <translation>L’API e le pagine dei pazienti si fermano finché Anteroom non viene riavviato. I messaggi in attesa partiranno allora.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Chiudi Anteroom</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Rimani</translation>
    </message>
</context>
<context>
    <name>anteroom::MessageDetails</name>
    <message>
        <source>Choose a message to read it.</source>
        <translation>Selezionare un messaggio per leggerlo.</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Apri il link</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Testo del messaggio</translation>
    </message>
    <message>
        <source>The text holds a code and is not shown.</source>
        <translation>Il testo contiene un codice e non viene mostrato.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Ripeti</translation>
    </message>
    <message>
        <source>Sends the same event once more, under the same number, so that the receiver can tell whether it has it already.</source>
        <translation>Invia ancora una volta lo stesso evento, con lo stesso numero, così che il destinatario riconosca se lo ha già.</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>tramite %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n tentativo</numerusform>
            <numerusform>%n tentativi</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Prova ora</translation>
    </message>
</context>
<context>
    <name>anteroom::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Messaggi in uscita</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Quali messaggi</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tutti</translation>
    </message>
    <message>
        <source>Needs someone</source>
        <translation>Da controllare</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Web hooks</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messaggi</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Nessun messaggio</translation>
    </message>
    <message>
        <source>Nothing was sent for this request.</source>
        <translation>Per questa richiesta non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tutto a posto</translation>
    </message>
    <message>
        <source>Every message left as it should.</source>
        <translation>Tutti i messaggi sono partiti regolarmente.</translation>
    </message>
    <message>
        <source>Nothing has left yet</source>
        <translation>Ancora nessun invio</translation>
    </message>
    <message>
        <source>Messages to patients appear here as soon as they are queued.</source>
        <translation>I messaggi ai pazienti appaiono qui appena sono in coda.</translation>
    </message>
    <message>
        <source>Messages of one file request</source>
        <translation>Messaggi di una richiesta di foto</translation>
    </message>
    <message>
        <source>The event is sent once more; it stands at the top of the list.</source>
        <translation>L’evento viene inviato ancora una volta; è in cima all’elenco.</translation>
    </message>
</context>
<context>
    <name>anteroom::OutboxWords</name>
    <message>
        <source>Notification</source>
        <translation>Notifica</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Evento</translation>
    </message>
    <message>
        <source>To</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Testo</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Tramite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Tentativi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Web hook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Video service</source>
        <translation>Servizio video</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>In attesa</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>In invio</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Inviato</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Consegnato</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rifiutato</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Non riuscito</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Incerto</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Ritirato</translation>
    </message>
    <message>
        <source>This version cannot send through “%1”. Choose another provider in the settings, then retry.</source>
        <translation>Questa versione non può inviare tramite «%1». Scegliere un altro fornitore nelle impostazioni e riprovare.</translation>
    </message>
    <message>
        <source>The provider did not take it (%1).</source>
        <translation>Il fornitore non lo ha accettato (%1).</translation>
    </message>
    <message>
        <source>The name leads to an address inside this network, and such addresses are refused. If the receiver really is there, an administrator can allow it in the settings.</source>
        <translation>Il nome porta a un indirizzo interno a questa rete, e tali indirizzi vengono rifiutati. Se il destinatario si trova davvero lì, un amministratore può consentirlo nelle impostazioni.</translation>
    </message>
    <message>
        <source>The address can&apos;t be used.</source>
        <translation>L’indirizzo non è utilizzabile.</translation>
    </message>
    <message>
        <source>The connection broke before there was an answer.</source>
        <translation>La connessione si è interrotta prima di una risposta.</translation>
    </message>
    <message>
        <source>The other side&apos;s certificate is not trusted, so nothing was sent there.</source>
        <translation>Il certificato della controparte non è attendibile: non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The account has sent as many messages today as it may. This one would be too late tomorrow.</source>
        <translation>L’account ha già inviato oggi tutti i messaggi consentiti. Domani questo arriverebbe troppo tardi.</translation>
    </message>
    <message>
        <source>The name of the other side could not be looked up.</source>
        <translation>Non è stato possibile trovare il nome della controparte.</translation>
    </message>
    <message>
        <source>The provider never answered.</source>
        <translation>Il fornitore non ha mai risposto.</translation>
    </message>
    <message>
        <source>Nobody takes connections at the address.</source>
        <translation>A questo indirizzo nessuno accetta connessioni.</translation>
    </message>
    <message>
        <source>The provider refused it.</source>
        <translation>Il fornitore lo ha rifiutato.</translation>
    </message>
    <message>
        <source>The provider did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>Il fornitore non ha accettato il nostro nome utente e la password. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The other side took too long to answer.</source>
        <translation>La controparte ha impiegato troppo tempo a rispondere.</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>Non è stato possibile concordare una connessione cifrata.</translation>
    </message>
    <message>
        <source>The address is no e-mail address.</source>
        <translation>L’indirizzo non è un indirizzo e-mail.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is not trusted, so nothing was sent.</source>
        <translation>Il certificato del server di posta non è attendibile: non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The mail server did not take the message.</source>
        <translation>Il server di posta non ha accettato il messaggio.</translation>
    </message>
    <message>
        <source>The mail server gave no clear answer.</source>
        <translation>Il server di posta non ha dato una risposta chiara.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password can&apos;t be read from the keyring.</source>
        <translation>La password del server di posta non si può leggere dal portachiavi.</translation>
    </message>
    <message>
        <source>The text was erased.</source>
        <translation>Il testo è stato cancellato.</translation>
    </message>
    <message>
        <source>The mail server offers no encryption, so nothing was sent.</source>
        <translation>Il server di posta non offre la cifratura: non è stato inviato nulla.</translation>
    </message>
    <message>
        <source>The mail server is not set up. An administrator should look at the settings.</source>
        <translation>Il server di posta non è configurato. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The mail server does not take mail for this address.</source>
        <translation>Il server di posta non accetta posta per questo indirizzo.</translation>
    </message>
    <message>
        <source>The mail server does not take mail from the clinic&apos;s own address. An administrator should look at the settings.</source>
        <translation>Il server di posta non accetta posta dall’indirizzo dell’ambulatorio. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The mail server does not want to talk to us now.</source>
        <translation>Il server di posta per ora non accetta la connessione.</translation>
    </message>
    <message>
        <source>The mail server did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>Il server di posta non ha accettato il nostro nome utente e la password. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The SMS gateway&apos;s address can&apos;t be used. An administrator should look at the settings.</source>
        <translation>L’indirizzo del gateway SMS non è utilizzabile. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The SMS gateway&apos;s password can&apos;t be read from the keyring.</source>
        <translation>La password del gateway SMS non si può leggere dal portachiavi.</translation>
    </message>
    <message>
        <source>The SMS gateway is not set up. An administrator should look at the settings.</source>
        <translation>Il gateway SMS non è configurato. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The SMS gateway did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>Il gateway SMS non ha accettato il nostro nome utente e la password. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The SMS gateway answered with something that does not say whether it took the text.</source>
        <translation>Il gateway SMS ha risposto senza indicare se ha accettato il messaggio.</translation>
    </message>
    <message>
        <source>Events are sent to https addresses only, without user name and password.</source>
        <translation>Gli eventi vengono inviati solo a indirizzi https, senza nome utente e password.</translation>
    </message>
    <message>
        <source>The receiver says that it is gone for good (410). Ask whoever runs it for the new address.</source>
        <translation>Il destinatario dice di non esistere più (410). Chieda il nuovo indirizzo a chi lo gestisce.</translation>
    </message>
    <message>
        <source>The key that signs events can&apos;t be read from the keyring.</source>
        <translation>La chiave che firma gli eventi non si può leggere dal portachiavi.</translation>
    </message>
    <message>
        <source>The receiver points to another address. That is never followed: the address itself has to be changed.</source>
        <translation>Il destinatario rimanda a un altro indirizzo. I rimandi non vengono mai seguiti: va cambiato l’indirizzo stesso.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Nuovo tentativo</translation>
    </message>
    <message numerus="yes">
        <source>Event: %n new file(s)</source>
        <translation>
            <numerusform>Evento: %n nuovo file</numerusform>
            <numerusform>Evento: %n nuovi file</numerusform>
        </translation>
    </message>
    <message>
        <source>It may have left or not. If you can, ask the recipient; then say that it arrived, or send it again.</source>
        <translation>Potrebbe essere partito oppure no. Se può, chieda al destinatario; poi indichi che è arrivato, oppure lo invii di nuovo.</translation>
    </message>
    <message>
        <source>The program stopped while this was under way.</source>
        <translation>Il programma si è fermato mentre era in corso l’invio.</translation>
    </message>
    <message>
        <source>It was handed over, and no clear answer came back.</source>
        <translation>È stato consegnato al fornitore, ma non è arrivata una risposta chiara.</translation>
    </message>
    <message>
        <source>The receiver answered with status %1.</source>
        <translation>Il destinatario ha risposto con lo stato %1.</translation>
    </message>
    <message>
        <source>The SMS gateway answered with status %1.</source>
        <translation>Il gateway SMS ha risposto con lo stato %1.</translation>
    </message>
    <message>
        <source>Waits until %1: the account has sent as many messages today as it may.</source>
        <translation>In attesa fino a %1: l’account ha già inviato oggi tutti i messaggi consentiti.</translation>
    </message>
    <message>
        <source>Waits a moment: the account sends as many messages a minute as it may.</source>
        <translation>In attesa per un momento: l’account invia già tutti i messaggi al minuto consentiti.</translation>
    </message>
    <message>
        <source>Waits until %1: the other side fails, and is left alone for a while.</source>
        <translation>In attesa fino a %1: la controparte non funziona e per un po’ non viene contattata.</translation>
    </message>
    <message>
        <source>The next try is about to begin.</source>
        <translation>Il prossimo tentativo sta per iniziare.</translation>
    </message>
    <message>
        <source>Waits for the end of the quiet hours: %1.</source>
        <translation>Attende la fine delle ore di quiete: %1.</translation>
    </message>
    <message>
        <source>Leaves on %1.</source>
        <translation>Parte il %1.</translation>
    </message>
    <message>
        <source>Next try: %1 (%2).</source>
        <translation>Prossimo tentativo: %1 (%2).</translation>
    </message>
    <message>
        <source>The phone could not be reached for so long that the network gave up.</source>
        <translation>Il telefono è rimasto irraggiungibile così a lungo che la rete ha rinunciato.</translation>
    </message>
    <message>
        <source>The phone network could not deliver it.</source>
        <translation>La rete telefonica non ha potuto consegnarlo.</translation>
    </message>
    <message>
        <source>The phone network refused it. Check the number before you send it again.</source>
        <translation>La rete telefonica lo ha rifiutato. Controllare il numero prima di inviare di nuovo.</translation>
    </message>
    <message>
        <source>The phone network can&apos;t deliver to this number. Check the number before you send it again.</source>
        <translation>La rete telefonica non può consegnare a questo numero. Controllare il numero prima di inviare di nuovo.</translation>
    </message>
    <message>
        <source>E-mails do not leave</source>
        <translation>Le e-mail non partono</translation>
    </message>
    <message>
        <source>Messages do not leave (%1)</source>
        <translation>I messaggi non partono (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Text messages of %n account(s) do not leave</source>
        <translation>
            <numerusform>Gli SMS di %n account non partono</numerusform>
            <numerusform>Gli SMS di %n account non partono</numerusform>
        </translation>
    </message>
    <message>
        <source>Text messages do not leave</source>
        <translation>Gli SMS non partono</translation>
    </message>
    <message>
        <source>Text messages of account %1 do not leave</source>
        <translation>Gli SMS dell’account %1 non partono</translation>
    </message>
    <message>
        <source>Waits until %1.</source>
        <translation>Attende fino a: %1.</translation>
    </message>
    <message>
        <source>The program stopped while the phone was being called.</source>
        <translation>Il programma si è fermato mentre si chiamava il telefono.</translation>
    </message>
    <message>
        <source>The key for push messages can&apos;t be used. An administrator should look at the settings.</source>
        <translation>La chiave per le notifiche push non è utilizzabile. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The push service no longer knows this device. The app has to be opened on it again.</source>
        <translation>Il servizio push non conosce più questo dispositivo. L&apos;app va riaperta su di esso.</translation>
    </message>
    <message>
        <source>The push service&apos;s sign-in could not be reached.</source>
        <translation>L&apos;accesso al servizio push non è raggiungibile.</translation>
    </message>
    <message>
        <source>The device is gone, or can&apos;t be sent to any more.</source>
        <translation>Il dispositivo non c&apos;è più, o non gli si può più inviare nulla.</translation>
    </message>
    <message>
        <source>Push messages are not set up for this kind of device. An administrator should look at the settings.</source>
        <translation>Le notifiche push non sono configurate per questo tipo di dispositivo. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The push service does not let us in. An administrator should look at the settings.</source>
        <translation>Il servizio push non ci lascia accedere. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The push service refused it or could not take it.</source>
        <translation>Il servizio push lo ha rifiutato o non ha potuto prenderlo.</translation>
    </message>
    <message>
        <source>It would have come too late to be of use.</source>
        <translation>Sarebbe arrivato troppo tardi per essere utile.</translation>
    </message>
    <message>
        <source>Anteroom was being closed while this was under way.</source>
        <translation>Anteroom si stava chiudendo mentre l’invio era in corso.</translation>
    </message>
    <message>
        <source>This version cannot send through the provider that is chosen. Choose another one in the settings.</source>
        <translation>Questa versione non può inviare tramite il fornitore scelto. Ne scelga un altro nelle impostazioni.</translation>
    </message>
    <message>
        <source>It waits for the end of the quiet hours.</source>
        <translation>Attende la fine delle ore di quiete.</translation>
    </message>
    <message>
        <source>The account sends as many messages a minute as it may.</source>
        <translation>L’account invia già tutti i messaggi al minuto consentiti.</translation>
    </message>
    <message>
        <source>The key for push messages is there, but nothing can be signed with it. An administrator should look at the settings.</source>
        <translation>La chiave per i messaggi push c’è, ma non si riesce a firmare nulla con essa. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The push service could not be handed the call.</source>
        <translation>Non è stato possibile affidare la chiamata al servizio push.</translation>
    </message>
    <message>
        <source>The device&apos;s address for push messages is kept sealed and can&apos;t be opened. The app has to be opened on it again.</source>
        <translation>L’indirizzo del dispositivo per i messaggi push è conservato sigillato e non si può aprire. Occorre riaprire l’app sul dispositivo.</translation>
    </message>
    <message>
        <source>The video service could not be reached, or did not do what it was asked.</source>
        <translation>Il servizio video non era raggiungibile, o non ha fatto ciò che gli è stato chiesto.</translation>
    </message>
    <message>
        <source>The video service answered with something that could not be understood.</source>
        <translation>La risposta del servizio video non si è potuta comprendere.</translation>
    </message>
    <message>
        <source>The video service&apos;s key can&apos;t be read from the keyring.</source>
        <translation>La chiave del servizio video non si può leggere dal portachiavi.</translation>
    </message>
    <message>
        <source>The video service is not set up. An administrator should look at the settings.</source>
        <translation>Il servizio video non è configurato. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>A room was asked for, and the answer was lost: it may lie with the video service, and nobody uses it. Look there, delete it if it is there, and then say here that this is dealt with.</source>
        <translation>È stata chiesta una stanza e la risposta è andata persa: potrebbe trovarsi presso il servizio video, senza che nessuno la usi. Controlli lì, la elimini se c’è, e poi indichi qui che la questione è risolta.</translation>
    </message>
    <message>
        <source>The video service did not accept our key. An administrator should look at the settings.</source>
        <translation>Il servizio video non ha accettato la nostra chiave. Un amministratore dovrebbe controllare le impostazioni.</translation>
    </message>
    <message>
        <source>The video service answered with status %1.</source>
        <translation>Il servizio video ha risposto con lo stato %1.</translation>
    </message>
    <message>
        <source>Anteroom could not read its own data. Whoever looks after this computer should look at the disk.</source>
        <translation>Anteroom non ha potuto leggere i propri dati. Chi si occupa di questo computer dovrebbe controllare il disco.</translation>
    </message>
    <message>
        <source>A room that may lie there unused</source>
        <translation>Una stanza forse rimasta lì inutilizzata</translation>
    </message>
    <message>
        <source>Deletes a room that nobody uses</source>
        <translation>Elimina una stanza che nessuno usa</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Risolto</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>È arrivato</translation>
    </message>
    <message>
        <source>Notifications to the app do not leave</source>
        <translation>Le notifiche all’app non partono</translation>
    </message>
    <message>
        <source>Rooms that nobody uses can’t be deleted from the video service</source>
        <translation>Le stanze che nessuno usa non si possono eliminare dal servizio video</translation>
    </message>
</context>
<context>
    <name>anteroom::ParticipantRow</name>
    <message>
        <source>Copy link</source>
        <translation>Copia il link</translation>
    </message>
    <message>
        <source>told</source>
        <translation>avvisato</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A way by which somebody was invited: &quot;+44 7777 123456: Sent&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not invited</source>
        <translation>non invitato</translation>
    </message>
    <message>
        <source>Copy the link of %1</source>
        <translation>Copia il link di %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiato</translation>
    </message>
</context>
<context>
    <name>anteroom::ParticipantsEditor</name>
    <message>
        <source>Nobody yet.</source>
        <translation>Ancora nessuno.</translation>
    </message>
    <message>
        <source>&amp;Add a patient</source>
        <translation>&amp;Aggiunga un paziente</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Collega</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Qualcun altro</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;E-mail address, or an id of another system</source>
        <translation>Indirizzo &amp;e-mail, o un id di un altro sistema</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>Per id</translation>
    </message>
    <message>
        <source>Auth0’s, such as auth0|5f7c8ec7c33c6c004bbafe82. Name and role come from there.</source>
        <translation>Quello di Auth0, per esempio auth0|5f7c8ec7c33c6c004bbafe82. Nome e ruolo vengono da lì.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Togli</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Togli %1</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Che cosa può fare %1</translation>
    </message>
    <message>
        <source>What are they called?</source>
        <translation>Come si chiama?</translation>
    </message>
    <message>
        <source>By what are they known?</source>
        <translation>Con che cosa è conosciuta?</translation>
    </message>
</context>
<context>
    <name>anteroom::PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Data di nascita</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Recapiti</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Filter by name, number or date of birth</source>
        <translation>Filtra per nome, numero o data di nascita</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Aggiungi persona</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Non c’è nessuno</translation>
    </message>
    <message>
        <source>Add a patient, or have your records system send its list.</source>
        <translation>Aggiungere un paziente, oppure far inviare l’elenco dal gestionale clinico.</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>La persona è stata cancellata.</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonDetails</name>
    <message numerus="yes">
        <source>answered with %n photo(s)</source>
        <translation>
            <numerusform>risposta con %n foto</numerusform>
            <numerusform>risposta con %n foto</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>completata</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annullata</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>link aperto</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>in attesa</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>Selezionare una persona.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Request photos</source>
        <translation>Chiedi foto</translation>
    </message>
    <message>
        <source>File requests</source>
        <translation>Richieste di foto</translation>
    </message>
    <message>
        <source>Reached by: %1</source>
        <translation>Recapiti: %1</translation>
    </message>
    <message>
        <source>Number checked: %1</source>
        <translation>Numero verificato: %1</translation>
    </message>
    <message>
        <source>Number not checked: %1</source>
        <translation>Numero non verificato: %1</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>E-mail: %1</translation>
    </message>
    <message>
        <source>Id in the records system: %1</source>
        <translation>Identificativo nel gestionale clinico: %1</translation>
    </message>
    <message>
        <source>Nothing was asked of them yet.</source>
        <translation>Non è stata ancora chiesta alcuna foto.</translation>
    </message>
    <message numerus="yes">
        <source>Request photos from %n people</source>
        <translation>
            <numerusform>Chiedi foto a %n persona</numerusform>
            <numerusform>Chiedi foto a %n persone</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Cancella…</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Cancellare questa persona</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Chiama</translation>
    </message>
    <message>
        <source>Device requests</source>
        <translation>Richieste di dispositivi</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Fissa</translation>
    </message>
    <message>
        <source>Schedule a teleconsultation</source>
        <translation>Fissa un teleconsulto</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonDialog</name>
    <message>
        <source>The number was checked with the patient</source>
        <translation>Il numero è stato verificato con il paziente</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Aggiungi persona</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Modifica persona</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Aggiungi una persona</translation>
    </message>
    <message>
        <source>The clinic’s language</source>
        <translation>Lingua dell’ambulatorio</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Cognome</translation>
    </message>
    <message>
        <source>&amp;Date of birth</source>
        <translation>&amp;Data di nascita</translation>
    </message>
    <message>
        <source>For example 17/6/1980</source>
        <translation>Per esempio 17/6/1980</translation>
    </message>
    <message>
        <source>&amp;Mobile number</source>
        <translation>Numero di ce&amp;llulare</translation>
    </message>
    <message>
        <source>With the country’s code, for example +44 7777 123456</source>
        <translation>Con il prefisso del paese, per esempio +44 7777 123456</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;E-mail</translation>
    </message>
    <message>
        <source>&amp;Id in the records system</source>
        <translation>&amp;Identificativo nel gestionale clinico</translation>
    </message>
    <message>
        <source>Lan&amp;guage of messages</source>
        <translation>Lin&amp;gua dei messaggi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonPicker</name>
    <message>
        <source>Name, number or date of birth</source>
        <translation>Nome, numero o data di nascita</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonWords</name>
    <message>
        <source>No name</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>data di nascita: %1</translation>
    </message>
    <message>
        <source>App</source>
        <translation>App</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Non raggiungibile</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoPane</name>
    <message>
        <source>Taken %1</source>
        <translation>Scattata il %1</translation>
    </message>
    <message>
        <source>position removed</source>
        <translation>posizione rimossa</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Riduci</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Ingrandisci</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Adatta</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Ruota</translation>
    </message>
    <message>
        <source>Copy the photo</source>
        <translation>Copia la foto</translation>
    </message>
    <message>
        <source>Print the photo</source>
        <translation>Stampa la foto</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>Salva la foto</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not scanned yet</source>
        <translation>
            <numerusform>%n foto non ancora controllata</numerusform>
            <numerusform>%n foto non ancora controllate</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Opening the photo…</source>
        <translation>Apertura della foto…</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoStrip</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Foto %1 di %2</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoViewer</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 fits, R rotates, Page Down shows the next photo.</source>
        <translation>Più e meno ingrandiscono e riducono, 0 adatta, R ruota, Pag giù mostra la foto successiva.</translation>
    </message>
</context>
<context>
    <name>anteroom::PresetWords</name>
    <message>
        <source>User name at the gateway</source>
        <translation>Nome utente presso il gateway</translation>
    </message>
    <message>
        <source>Account at the gateway (SID)</source>
        <translation>Account presso il gateway (SID)</translation>
    </message>
    <message>
        <source>Key at the gateway</source>
        <translation>Chiave presso il gateway</translation>
    </message>
    <message>
        <source>Sender, the number or name that patients see</source>
        <translation>Mittente, il numero o nome che vedono i pazienti</translation>
    </message>
    <message>
        <source>The sendsms-user&apos;s password</source>
        <translation>La password dell’utente sendsms</translation>
    </message>
    <message>
        <source>Account and token with a colon between</source>
        <translation>Account e token, separati da due punti</translation>
    </message>
    <message>
        <source>The API secret</source>
        <translation>Il segreto dell’API</translation>
    </message>
    <message>
        <source>The access key</source>
        <translation>La chiave di accesso</translation>
    </message>
    <message>
        <source>The authentication key</source>
        <translation>La chiave di autenticazione</translation>
    </message>
    <message>
        <source>The access token</source>
        <translation>Il token di accesso</translation>
    </message>
    <message>
        <source>The OAuth token</source>
        <translation>Il token OAuth</translation>
    </message>
</context>
<context>
    <name>anteroom::PromptRoom</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n carattere disponibile</numerusform>
            <numerusform>%n caratteri disponibili</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n carattere di troppo</numerusform>
            <numerusform>%n caratteri di troppo</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterDialog</name>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Left empty, a new one is made.</source>
        <translation>Se vuoto, ne viene creato uno nuovo.</translation>
    </message>
    <message>
        <source>No entry of %1 has this id yet.</source>
        <translation>In %1 nessuna voce ha ancora questo id.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Riga %1: %2</translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterField</name>
    <message>
        <source>Forget the code that is set</source>
        <translation>Dimentica il codice impostato</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Non indicato</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>One is set and never shown. Type another to replace it.</source>
        <translation>È impostato e non viene mai mostrato. Ne scriva un altro per sostituirlo.</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>Non è impostato.</translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterWords</name>
    <message>
        <source>Device requests</source>
        <translation>Richieste di dispositivi</translation>
    </message>
    <message>
        <source>What was prescribed, and the code that the patient shows for it.</source>
        <translation>Ciò che è stato prescritto e il codice che il paziente mostra per averlo.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Persone</translation>
    </message>
    <message>
        <source>Whoever the health system knows, by its ids.</source>
        <translation>Chi è noto al sistema sanitario, con i suoi id.</translation>
    </message>
    <message>
        <source>Authentication methods</source>
        <translation>Metodi di autenticazione</translation>
    </message>
    <message>
        <source>How a person proves who they are: by a telephone, on paper, through somebody else.</source>
        <translation>Come una persona dimostra chi è: con un telefono, su carta, tramite qualcun altro.</translation>
    </message>
    <message>
        <source>Confidant relationships</source>
        <translation>Persone di fiducia</translation>
    </message>
    <message>
        <source>Who may act for whom.</source>
        <translation>Chi può agire per chi.</translation>
    </message>
    <message>
        <source>Legal entities</source>
        <translation>Enti</translation>
    </message>
    <message>
        <source>The institutions that prescribe, this one among them.</source>
        <translation>Gli enti che prescrivono, tra cui questo.</translation>
    </message>
    <message>
        <source>Medical programmes</source>
        <translation>Programmi sanitari</translation>
    </message>
    <message>
        <source>Who pays, and whether patients are told by text message.</source>
        <translation>Chi paga e se i pazienti ricevono un SMS.</translation>
    </message>
    <message>
        <source>Device definitions</source>
        <translation>Definizioni dei dispositivi</translation>
    </message>
    <message>
        <source>The kinds of devices, with their classifications.</source>
        <translation>I tipi di dispositivi con le loro classificazioni.</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>Dizionari</translation>
    </message>
    <message>
        <source>Lists of codes that rules use, such as assistive_devices.</source>
        <translation>Elenchi di codici usati dalle regole, come assistive_devices.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Id</translation>
    </message>
    <message>
        <source>Left empty, a new one is made.</source>
        <translation>Se vuoto, ne viene creato uno nuovo.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Paziente</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>Codice di verifica</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Programma</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>system | code</source>
        <translation>sistema | codice</translation>
    </message>
    <message>
        <source>Device definition</source>
        <translation>Definizione del dispositivo</translation>
    </message>
    <message>
        <source>Inform with this method</source>
        <translation>Informa con questo metodo</translation>
    </message>
    <message>
        <source>Left empty, the patient’s usual one is taken.</source>
        <translation>Se vuoto, vale quello abituale del paziente.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Cognome</translation>
    </message>
    <message>
        <source>Not identified yet</source>
        <translation>Non ancora identificata</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Tipo</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefono</translation>
    </message>
    <message>
        <source>With the country’s code, for example +380931234585</source>
        <translation>Con il prefisso del Paese, per esempio +380931234585</translation>
    </message>
    <message>
        <source>Third person</source>
        <translation>Terza persona</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Attiva</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminato</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Aggiunto</translation>
    </message>
    <message>
        <source>Confidant</source>
        <translation>Persona di fiducia</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Termina</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifica</translation>
    </message>
    <message>
        <source>Its reason</source>
        <translation>Il motivo</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Texts are switched off</source>
        <translation>SMS disattivati</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Classificazioni</translation>
    </message>
    <message>
        <source>A line each: system | code</source>
        <translation>Una riga ciascuna: sistema | codice</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codici</translation>
    </message>
    <message>
        <source>A line each: system | code, code. The system alone means all its codes.</source>
        <translation>Una riga ciascuno: sistema | codice, codice. Il solo sistema indica tutti i suoi codici.</translation>
    </message>
    <message>
        <source>For example 2026-11-22 14:30</source>
        <translation>Per esempio 2026-11-22 14:30</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Impostato</translation>
    </message>
</context>
<context>
    <name>anteroom::RegistersPage</name>
    <message>
        <source>Registers</source>
        <translation>Registri</translation>
    </message>
    <message>
        <source>Find by name, number or id</source>
        <translation>Cerca per nome, numero o id</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifica…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Rimuovi…</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Nuova voce</translation>
    </message>
    <message>
        <source>Which register</source>
        <translation>Quale registro</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Importa un file…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nessun risultato</translation>
    </message>
    <message>
        <source>No entry here holds this text.</source>
        <translation>Nessuna voce contiene questo testo.</translation>
    </message>
    <message>
        <source>This register is empty</source>
        <translation>Questo registro è vuoto</translation>
    </message>
    <message>
        <source>Import a file of your health system, or add an entry.</source>
        <translation>Importi un file del Suo sistema sanitario o aggiunga una voce.</translation>
    </message>
    <message>
        <source>Remove an entry?</source>
        <translation>Rimuovere una voce?</translation>
    </message>
    <message>
        <source>Remove %1 from %2?</source>
        <translation>Rimuovere %1 da %2?</translation>
    </message>
    <message>
        <source>This can’t be undone; an import can bring it back.</source>
        <translation>Non si può annullare; un’importazione può riportarla.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Mantieni</translation>
    </message>
    <message>
        <source>The entry was removed.</source>
        <translation>La voce è stata rimossa.</translation>
    </message>
</context>
<context>
    <name>anteroom::RegistrationChart</name>
    <message>
        <source>From push to registration</source>
        <translation>Dal push alla registrazione</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) · median %1 · 95 % within %2</source>
        <translation>
            <numerusform>%n chiamata · mediana %1 · 95 % entro %2</numerusform>
            <numerusform>%n chiamate · mediana %1 · 95 % entro %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No phone has registered for a call in the last 30 days.</source>
        <translation>Nessun telefono si è registrato per una chiamata negli ultimi 30 giorni.</translation>
    </message>
</context>
<context>
    <name>anteroom::RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>adesso</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>tra un attimo</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min fa</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>tra %1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h fa</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>tra %1 h</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>ieri</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>domani</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A date without its year, as QLocale::toString() understands it.</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 is a date (&quot;12 January 2026&quot;), %2 a time of day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>anteroom::ResendPanel</name>
    <message>
        <source>The patient &amp;confirmed this number</source>
        <translation>Il paziente ha &amp;confermato questo numero</translation>
    </message>
    <message>
        <source>Resend SMS</source>
        <translation>Invia di nuovo l’SMS</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Inviati prima</translation>
    </message>
    <message>
        <source>A text goes to %1, the number of a third person</source>
        <translation>Un SMS va a %1, il numero di una terza persona</translation>
    </message>
    <message>
        <source>A text goes to %1, the patient’s number</source>
        <translation>Un SMS va a %1, il numero del paziente</translation>
    </message>
    <message>
        <source>Tick first that the patient confirmed the number.</source>
        <translation>Spunti prima che il paziente ha confermato il numero.</translation>
    </message>
    <message>
        <source>The patient is not identified yet: there is nobody to send a text to.</source>
        <translation>Il paziente non è ancora identificato: non c’è nessuno a cui inviare un SMS.</translation>
    </message>
    <message>
        <source>A text left a moment ago. The next one can leave in %1.</source>
        <translation>Un SMS è partito poco fa. Il prossimo può partire tra %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::SearchField</name>
    <message>
        <source>Empty this field</source>
        <translation>Svuota questo campo</translation>
    </message>
</context>
<context>
    <name>anteroom::SearchPopup</name>
    <message>
        <source>People found</source>
        <translation>Persone trovate</translation>
    </message>
    <message>
        <source>Add “%1”…</source>
        <translation>Aggiungi «%1»…</translation>
    </message>
    <message>
        <source>Nobody by that name, number or birthday.</source>
        <translation>Nessuno con questo nome, numero o data di nascita.</translation>
    </message>
    <message>
        <source>Nobody found. Add the person in People first.</source>
        <translation>Nessuna persona trovata. Aggiungerla prima in Persone.</translation>
    </message>
</context>
<context>
    <name>anteroom::Session</name>
    <message>
        <source>Administrator</source>
        <translation>Amministratore</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Operatore sanitario</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingGroup</name>
    <message>
        <source>Undo all</source>
        <translation>Annulla tutto</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Salvato: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n setting(s).</source>
        <translation>
            <numerusform>Salvata: %n impostazione.</numerusform>
            <numerusform>Salvate: %n impostazioni.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes effect at the next start.</source>
        <translation>Ha effetto al prossimo avvio.</translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Salva %n modifica</numerusform>
            <numerusform>Salva %n modifiche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SettingRow</name>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Dimentica</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Torna al valore predefinito</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Scegli…</translation>
    </message>
    <message>
        <source>ruled by an environment variable: change it there</source>
        <translation>stabilito da una variabile d’ambiente: va cambiato lì</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non impostato</translation>
    </message>
    <message>
        <source>set; it is never shown</source>
        <translation>impostato; non viene mai mostrato</translation>
    </message>
    <message>
        <source>As for all accounts: %1</source>
        <translation>Come per tutti gli account: %1</translation>
    </message>
    <message>
        <source>As for all accounts</source>
        <translation>Come per tutti gli account</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Svuota</translation>
    </message>
    <message>
        <source>is forgotten when you save</source>
        <translation>viene dimenticato quando si salva</translation>
    </message>
    <message>
        <source>the account’s own; it is never shown</source>
        <translation>proprio dell’account; non viene mai mostrato</translation>
    </message>
    <message>
        <source>the account’s own</source>
        <translation>proprio dell’account</translation>
    </message>
    <message>
        <source>as for all accounts, unless the account’s address leads to another server</source>
        <translation>come per tutti gli account, se l’indirizzo dell’account non porta a un altro server</translation>
    </message>
    <message>
        <source>as for all accounts: not set</source>
        <translation>come per tutti gli account: non impostato</translation>
    </message>
    <message>
        <source>as for all accounts</source>
        <translation>come per tutti gli account</translation>
    </message>
    <message>
        <source>Still to be typed: %1</source>
        <translation>Ancora da digitare: %1</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingWords</name>
    <message>
        <source>The clinic’s name, as patients read it</source>
        <translation>Nome dell’ambulatorio, come lo leggono i pazienti</translation>
    </message>
    <message>
        <source>The clinic’s telephone number</source>
        <translation>Numero di telefono dell’ambulatorio</translation>
    </message>
    <message>
        <source>The clinic’s logo: a picture file</source>
        <translation>Logo dell’ambulatorio: un file immagine</translation>
    </message>
    <message>
        <source>Time zone, such as Europe/London</source>
        <translation>Fuso orario, ad esempio Europe/Rome</translation>
    </message>
    <message>
        <source>Language for patients of whom none is known</source>
        <translation>Lingua per i pazienti di cui non è nota</translation>
    </message>
    <message>
        <source>Account to which the console’s requests belong</source>
        <translation>Account a cui appartengono le richieste della console</translation>
    </message>
    <message>
        <source>Lock the console after so many idle minutes</source>
        <translation>Blocca la console dopo questi minuti di inattività</translation>
    </message>
    <message>
        <source>Where the API listens</source>
        <translation>Dove ascolta l’API</translation>
    </message>
    <message>
        <source>Where the patients’ pages listen</source>
        <translation>Dove ascoltano le pagine dei pazienti</translation>
    </message>
    <message>
        <source>What patients’ links begin with</source>
        <translation>Inizio dei link dei pazienti</translation>
    </message>
    <message>
        <source>TLS certificate: a PEM file</source>
        <translation>Certificato TLS: un file PEM</translation>
    </message>
    <message>
        <source>TLS key: a PEM file</source>
        <translation>Chiave TLS: un file PEM</translation>
    </message>
    <message>
        <source>Proxies whose word about addresses is believed</source>
        <translation>Proxy di cui si accettano gli indirizzi dichiarati</translation>
    </message>
    <message>
        <source>A proxy in front of the patients’ pages provides TLS</source>
        <translation>Un proxy davanti alle pagine dei pazienti fornisce TLS</translation>
    </message>
    <message>
        <source>Threads that answer requests</source>
        <translation>Thread che rispondono alle richieste</translation>
    </message>
    <message>
        <source>Longest head of a request, in bytes</source>
        <translation>Intestazione massima di una richiesta, in byte</translation>
    </message>
    <message>
        <source>Time to send a request’s head, in seconds</source>
        <translation>Tempo per inviare l’intestazione, in secondi</translation>
    </message>
    <message>
        <source>Time between two requests, in seconds</source>
        <translation>Tempo fra due richieste, in secondi</translation>
    </message>
    <message>
        <source>Longest pause within an upload, in seconds</source>
        <translation>Pausa massima durante un caricamento, in secondi</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Connessioni simultanee</translation>
    </message>
    <message>
        <source>Connections at once from one address</source>
        <translation>Connessioni simultanee da un indirizzo</translation>
    </message>
    <message>
        <source>Longest JSON body, in bytes</source>
        <translation>Corpo JSON massimo, in byte</translation>
    </message>
    <message>
        <source>Longest body with files over the API, in bytes</source>
        <translation>Corpo massimo con file tramite l’API, in byte</translation>
    </message>
    <message>
        <source>How long a file request is open, in seconds</source>
        <translation>Durata di una richiesta di foto, in secondi</translation>
    </message>
    <message>
        <source>How long a patient’s link works, in seconds</source>
        <translation>Durata del link del paziente, in secondi</translation>
    </message>
    <message>
        <source>Minutes until a text follows a notification nobody answered</source>
        <translation>Minuti prima di un SMS se la notifica resta senza risposta</translation>
    </message>
    <message>
        <source>Days until files and requests are erased</source>
        <translation>Giorni prima che file e richieste vengano cancellati</translation>
    </message>
    <message>
        <source>Virus scanner: clamd’s socket or address</source>
        <translation>Antivirus: socket o indirizzo di clamd</translation>
    </message>
    <message>
        <source>Send events to other systems</source>
        <translation>Invia eventi ad altri sistemi</translation>
    </message>
    <message>
        <source>Where events go, unless a request says otherwise</source>
        <translation>Destinazione degli eventi, salvo diversa indicazione</translation>
    </message>
    <message>
        <source>Secrets that sign events: whsec_…, separated by spaces</source>
        <translation>Segreti che firmano gli eventi: whsec_…, separati da spazi</translation>
    </message>
    <message>
        <source>Certificate authority for events: a PEM file</source>
        <translation>Autorità di certificazione per gli eventi: un file PEM</translation>
    </message>
    <message>
        <source>Allow events without TLS to this machine</source>
        <translation>Consenti eventi senza TLS verso questo computer</translation>
    </message>
    <message>
        <source>Allow events to private addresses</source>
        <translation>Consenti eventi verso indirizzi privati</translation>
    </message>
    <message>
        <source>How text messages leave</source>
        <translation>Come partono gli SMS</translation>
    </message>
    <message>
        <source>The gateway’s address, with {to} and {text}</source>
        <translation>Indirizzo del gateway, con {to} e {text}</translation>
    </message>
    <message>
        <source>The gateway’s method</source>
        <translation>Metodo del gateway</translation>
    </message>
    <message>
        <source>The gateway’s headers, one a line</source>
        <translation>Intestazioni del gateway, una per riga</translation>
    </message>
    <message>
        <source>The gateway’s body, with {to} and {text}</source>
        <translation>Corpo per il gateway, con {to} e {text}</translation>
    </message>
    <message>
        <source>Pattern by which its answer says yes</source>
        <translation>Espressione che riconosce una risposta positiva</translation>
    </message>
    <message>
        <source>Most text messages a day</source>
        <translation>SMS al giorno, al massimo</translation>
    </message>
    <message>
        <source>Most text messages a minute</source>
        <translation>SMS al minuto, al massimo</translation>
    </message>
    <message>
        <source>Quiet hours, such as 21:00-07:00</source>
        <translation>Ore di silenzio, ad esempio 21:00-07:00</translation>
    </message>
    <message>
        <source>How e-mails leave</source>
        <translation>Come partono le e-mail</translation>
    </message>
    <message>
        <source>Mail server, such as smtp://mail.example.org:587</source>
        <translation>Server di posta, ad esempio smtp://mail.example.org:587</translation>
    </message>
    <message>
        <source>Mail server’s user</source>
        <translation>Utente del server di posta</translation>
    </message>
    <message>
        <source>Mail server’s password</source>
        <translation>Password del server di posta</translation>
    </message>
    <message>
        <source>Certificate authority of the mail server: a PEM file</source>
        <translation>Autorità di certificazione del server di posta: un file PEM</translation>
    </message>
    <message>
        <source>Sender of e-mails</source>
        <translation>Mittente delle e-mail</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Ambulatorio</translation>
    </message>
    <message>
        <source>Network and TLS</source>
        <translation>Rete e TLS</translation>
    </message>
    <message>
        <source>Files and retention</source>
        <translation>File e conservazione</translation>
    </message>
    <message>
        <source>Web hooks</source>
        <translation>Web hook</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation>ha effetto subito</translation>
    </message>
    <message>
        <source>takes effect at the next start</source>
        <translation>ha effetto al prossimo avvio</translation>
    </message>
    <message>
        <source>Where gateways and other systems reach the API</source>
        <translation>Dove i gateway e altri sistemi raggiungono l’API</translation>
    </message>
    <message>
        <source>The gateway’s secret, which stands for {secret}</source>
        <translation>Segreto del gateway, al posto di {secret}</translation>
    </message>
    <message>
        <source>Certificate authority of the gateway: a PEM file</source>
        <translation>Autorità di certificazione del gateway: un file PEM</translation>
    </message>
    <message>
        <source>The gateway recognises a message that it has already</source>
        <translation>Il gateway riconosce un messaggio che ha già</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sì</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Sandbox: nothing leaves this machine</source>
        <translation>Sandbox: nulla lascia questo computer</translation>
    </message>
    <message>
        <source>A gateway, over HTTP</source>
        <translation>Un gateway, via HTTP</translation>
    </message>
    <message>
        <source>A mail server, over SMTP</source>
        <translation>Un server di posta, via SMTP</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Nessun logo</translation>
    </message>
    <message>
        <source>The address where the patients’ pages listen</source>
        <translation>L’indirizzo su cui rispondono le pagine dei pazienti</translation>
    </message>
    <message>
        <source>The address where the API listens</source>
        <translation>L’indirizzo su cui risponde l’API</translation>
    </message>
    <message>
        <source>Without TLS</source>
        <translation>Senza TLS</translation>
    </message>
    <message>
        <source>Nobody’s</source>
        <translation>Di nessuno</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>Senza scadenza</translation>
    </message>
    <message>
        <source>No text follows</source>
        <translation>Nessun SMS segue</translation>
    </message>
    <message>
        <source>Nothing is erased by age</source>
        <translation>Nulla viene cancellato per età</translation>
    </message>
    <message>
        <source>Files are not scanned</source>
        <translation>I file non vengono controllati</translation>
    </message>
    <message>
        <source>Only the authorities that this machine believes</source>
        <translation>Solo le autorità riconosciute da questo computer</translation>
    </message>
    <message>
        <source>Any answer with a status from 200 to 299</source>
        <translation>Ogni risposta con stato da 200 a 299</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Nessun limite</translation>
    </message>
    <message>
        <source>None: texts leave at any hour</source>
        <translation>Nessuna: gli SMS partono a ogni ora</translation>
    </message>
    <message>
        <source>The health system’s address, to refresh device requests from</source>
        <translation>Indirizzo del sistema sanitario da cui aggiornare le richieste di dispositivi</translation>
    </message>
    <message>
        <source>Token for the health system</source>
        <translation>Token per il sistema sanitario</translation>
    </message>
    <message>
        <source>Certificate authority of the health system: a PEM file</source>
        <translation>Autorità di certificazione del sistema sanitario: un file PEM</translation>
    </message>
    <message>
        <source>Nothing is asked of the health system</source>
        <translation>Al sistema sanitario non viene chiesto nulla</translation>
    </message>
    <message>
        <source>How long a phone may take to wake, in milliseconds</source>
        <translation>Quanto può impiegare un telefono a svegliarsi, in millisecondi</translation>
    </message>
    <message>
        <source>How the telephone is called, such as tel:{number}</source>
        <translation>Come si chiama per telefono, ad esempio tel:{number}</translation>
    </message>
    <message>
        <source>Your softphone, once a phone is awake, such as sip:{number}@sip.example.org</source>
        <translation>Il Suo softphone, quando un telefono è sveglio, ad esempio sip:{number}@sip.example.org</translation>
    </message>
    <message>
        <source>No softphone is opened</source>
        <translation>Nessun softphone viene aperto</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Scriva un numero intero.</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>Il minimo è %1.</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>Il massimo è %1.</translation>
    </message>
    <message>
        <source>Choose one of these: %1.</source>
        <translation>Scelga uno di questi: %1.</translation>
    </message>
    <message>
        <source>Write a web address such as https://host/path, without a user or a #.</source>
        <translation>Scriva un indirizzo web come https://host/path, senza utente e senza #.</translation>
    </message>
    <message>
        <source>The address has to begin with https://; http:// will do for this machine alone.</source>
        <translation>L’indirizzo deve iniziare con https://; http:// va bene solo per questo computer.</translation>
    </message>
    <message>
        <source>Write smtp://host:port or smtps://host:port.</source>
        <translation>Scriva smtp://host:port o smtps://host:port.</translation>
    </message>
    <message>
        <source>Write turn:host:port or turns:host:port.</source>
        <translation>Scriva turn:host:port o turns:host:port.</translation>
    </message>
    <message>
        <source>Write an address and a port, such as 127.0.0.1:8080 or [::1]:8080.</source>
        <translation>Scriva un indirizzo e una porta, come 127.0.0.1:8080 o [::1]:8080.</translation>
    </message>
    <message>
        <source>Write clamd’s socket, as unix:/path or tcp://host:port.</source>
        <translation>Scriva il socket di clamd, come unix:/path o tcp://host:port.</translation>
    </message>
    <message>
        <source>Write an e-mail address, perhaps as Name &lt;address&gt;.</source>
        <translation>Scriva un indirizzo e-mail, anche come Nome &lt;indirizzo&gt;.</translation>
    </message>
    <message>
        <source>Write one header a line, each as Name: value.</source>
        <translation>Scriva un’intestazione per riga, ciascuna come Nome: valore.</translation>
    </message>
    <message>
        <source>Write the name of a header: letters, digits and hyphens.</source>
        <translation>Scriva il nome di un’intestazione: lettere, cifre e trattini.</translation>
    </message>
    <message>
        <source>This is no regular expression. Check brackets and backslashes.</source>
        <translation>Non è un’espressione regolare. Controlli parentesi e barre rovesciate.</translation>
    </message>
    <message>
        <source>Write whsec_ and 24 to 64 bytes in base64; several are separated by spaces.</source>
        <translation>Scriva whsec_ e da 24 a 64 byte in base64; più segreti si separano con spazi.</translation>
    </message>
    <message>
        <source>Write a tel:, sip:, sips: or callto: address with {number} in it.</source>
        <translation>Scriva un indirizzo tel:, sip:, sips: o callto: che contenga {number}.</translation>
    </message>
    <message>
        <source>Write two different times, such as 22:00-07:30.</source>
        <translation>Scriva due ore diverse, come 22:00-07:30.</translation>
    </message>
    <message>
        <source>Write words, separated by commas.</source>
        <translation>Scriva parole separate da virgole.</translation>
    </message>
    <message>
        <source>Write a UUID.</source>
        <translation>Scriva un UUID.</translation>
    </message>
    <message>
        <source>Between &lt; and &gt; only request_number and verification_code may stand.</source>
        <translation>Tra &lt; e &gt; possono stare solo request_number e verification_code.</translation>
    </message>
    <message>
        <source>Between &lt; and &gt; only request_number may stand.</source>
        <translation>Tra &lt; e &gt; può stare solo request_number.</translation>
    </message>
    <message>
        <source>Write addresses or ranges such as 10.0.0.0/8, separated by commas.</source>
        <translation>Scriva indirizzi o intervalli come 10.0.0.0/8, separati da virgole.</translation>
    </message>
    <message>
        <source>There is no such time zone. Write one such as Europe/Rome.</source>
        <translation>Questo fuso orario non esiste. Ne scriva uno come Europe/Rome.</translation>
    </message>
    <message>
        <source>There is no such file, or Anteroom may not read it.</source>
        <translation>Il file non esiste o Anteroom non può leggerlo.</translation>
    </message>
    <message>
        <source>Write the whole path, beginning with /.</source>
        <translation>Scriva il percorso intero, che inizia con /.</translation>
    </message>
    <message>
        <source>The picture is larger than 32 KiB. Every patient loads it: make it smaller.</source>
        <translation>L’immagine supera i 32 KiB. Ogni paziente la carica: la riduca.</translation>
    </message>
    <message>
        <source>The file has to be a PNG or SVG picture.</source>
        <translation>Il file deve essere un’immagine PNG o SVG.</translation>
    </message>
    <message>
        <source>This is too long: 10,000 characters are the most.</source>
        <translation>È troppo lungo: al massimo 10.000 caratteri.</translation>
    </message>
    <message>
        <source>A character that cannot be seen has come along. Type it by hand.</source>
        <translation>C’è anche un carattere invisibile. Lo digiti a mano.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chiamate</translation>
    </message>
    <message>
        <source>Seconds in which texts of one device request are counted</source>
        <translation>Secondi in cui si contano gli SMS di una richiesta di dispositivo</translation>
    </message>
    <message>
        <source>Most texts of one device request in that time</source>
        <translation>Numero massimo di SMS di una richiesta in quel tempo</translation>
    </message>
    <message>
        <source>Texts for devices without a programme</source>
        <translation>SMS per dispositivi senza programma</translation>
    </message>
    <message>
        <source>Texts for assistive devices without a programme</source>
        <translation>SMS per ausili senza programma</translation>
    </message>
    <message>
        <source>Third persons need a confirmed relationship to the patient</source>
        <translation>Le terze persone devono avere un legame confermato con il paziente</translation>
    </message>
    <message>
        <source>This clinic’s legal entity: its id in the register</source>
        <translation>L’ente di questo ambulatorio: il suo id nel registro</translation>
    </message>
    <message>
        <source>Kinds of legal entities that may send these texts</source>
        <translation>Tipi di enti che possono inviare questi SMS</translation>
    </message>
    <message>
        <source>Text for a device in a programme</source>
        <translation>Testo per un dispositivo in un programma</translation>
    </message>
    <message>
        <source>Text for a device without a programme</source>
        <translation>Testo per un dispositivo senza programma</translation>
    </message>
    <message>
        <source>Text for an assistive device in a programme</source>
        <translation>Testo per un ausilio in un programma</translation>
    </message>
    <message>
        <source>Text for an assistive device without a programme</source>
        <translation>Testo per un ausilio senza programma</translation>
    </message>
    <message>
        <source>eHealth</source>
        <translation>eHealth</translation>
    </message>
    <message>
        <source>How push messages leave</source>
        <translation>Come partono le notifiche push</translation>
    </message>
    <message>
        <source>Firebase’s address (Android and web)</source>
        <translation>Indirizzo di Firebase (Android e web)</translation>
    </message>
    <message>
        <source>Firebase’s service account: a JSON file</source>
        <translation>Account di servizio Firebase: un file JSON</translation>
    </message>
    <message>
        <source>Apple’s address (iPhones)</source>
        <translation>Indirizzo di Apple (iPhone)</translation>
    </message>
    <message>
        <source>Apple’s key: a .p8 file</source>
        <translation>Chiave di Apple: un file .p8</translation>
    </message>
    <message>
        <source>Apple’s key: its id</source>
        <translation>Chiave di Apple: il suo id</translation>
    </message>
    <message>
        <source>Apple’s team id</source>
        <translation>Team id di Apple</translation>
    </message>
    <message>
        <source>The app’s bundle id</source>
        <translation>Bundle id dell’app</translation>
    </message>
    <message>
        <source>Certificate authority of the push services: a PEM file</source>
        <translation>Autorità di certificazione dei servizi push: un file PEM</translation>
    </message>
    <message>
        <source>Firebase and Apple</source>
        <translation>Firebase e Apple</translation>
    </message>
    <message>
        <source>Push messages</source>
        <translation>Notifiche push</translation>
    </message>
    <message>
        <source>Where people meet</source>
        <translation>Dove ci si incontra</translation>
    </message>
    <message>
        <source>Version of Bandyer’s interface</source>
        <translation>Versione dell’interfaccia di Bandyer</translation>
    </message>
    <message>
        <source>Bandyer’s address, such as https://company.bandyer.com</source>
        <translation>Indirizzo di Bandyer, ad esempio https://company.bandyer.com</translation>
    </message>
    <message>
        <source>Bandyer’s secret key</source>
        <translation>Chiave segreta di Bandyer</translation>
    </message>
    <message>
        <source>Rooms stay open without an end</source>
        <translation>Le stanze restano aperte senza un termine</translation>
    </message>
    <message>
        <source>How long before its start a room opens and nothing may change, in milliseconds</source>
        <translation>Quanto prima dell’inizio la stanza si apre e nulla può più cambiare, in millisecondi</translation>
    </message>
    <message>
        <source>Who may host, and who may use what: a JSON file</source>
        <translation>Chi può condurre e chi può usare che cosa: un file JSON</translation>
    </message>
    <message>
        <source>Patients wait until a host lets them in</source>
        <translation>I pazienti attendono che il conduttore li faccia entrare</translation>
    </message>
    <message>
        <source>Minutes before the start in which those invited are reminded</source>
        <translation>Minuti prima dell’inizio in cui gli invitati ricevono un promemoria</translation>
    </message>
    <message>
        <source>Relay for phones in other networks, such as turn:relay.example.org:3478</source>
        <translation>Relay per i telefoni in altre reti, ad esempio turn:relay.example.org:3478</translation>
    </message>
    <message>
        <source>The relay’s secret</source>
        <translation>Segreto del relay</translation>
    </message>
    <message>
        <source>Header in which other systems say who asks</source>
        <translation>Intestazione in cui gli altri sistemi dicono chi chiede</translation>
    </message>
    <message>
        <source>Names and groups come from Auth0: any word says yes</source>
        <translation>Nomi e gruppi vengono da Auth0: una parola qualsiasi vuol dire sì</translation>
    </message>
    <message>
        <source>Auth0’s domain, such as clinic.eu.auth0.com</source>
        <translation>Dominio di Auth0, ad esempio clinic.eu.auth0.com</translation>
    </message>
    <message>
        <source>Auth0’s audience: whom access tokens have to be for</source>
        <translation>Audience di Auth0: a chi devono essere destinati i token di accesso</translation>
    </message>
    <message>
        <source>Address of Auth0’s Management API</source>
        <translation>Indirizzo della Management API di Auth0</translation>
    </message>
    <message>
        <source>Token for the Management API</source>
        <translation>Token per la Management API</translation>
    </message>
    <message>
        <source>Auth0’s client id</source>
        <translation>Client id di Auth0</translation>
    </message>
    <message>
        <source>Auth0’s client secret</source>
        <translation>Client secret di Auth0</translation>
    </message>
    <message>
        <source>Rooms of our own, among the patients’ pages</source>
        <translation>Stanze proprie, fra le pagine per i pazienti</translation>
    </message>
    <message>
        <source>Rooms of Bandyer’s</source>
        <translation>Stanze di Bandyer</translation>
    </message>
    <message>
        <source>Doctors host; customers and patients take part; everybody may use everything</source>
        <translation>Il gruppo doctor conduce; customer e patient partecipano; tutti possono usare tutto</translation>
    </message>
    <message>
        <source>Nobody is reminded</source>
        <translation>Nessun promemoria</translation>
    </message>
    <message>
        <source>No relay: phones outside this network often find no way</source>
        <translation>Nessun relay: spesso i telefoni fuori da questa rete non trovano la via</translation>
    </message>
    <message>
        <source>No: whoever schedules says who people are</source>
        <translation>No: chi fissa l’appuntamento dice chi sono le persone</translation>
    </message>
    <message>
        <source>Auth0 is not used</source>
        <translation>Auth0 non è usato</translation>
    </message>
    <message>
        <source>Auth0’s access tokens are not taken</source>
        <translation>I token di accesso di Auth0 non sono accettati</translation>
    </message>
    <message>
        <source>The domain’s own: /api/v2</source>
        <translation>Quello del dominio: /api/v2</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Teleconsulti</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Cerca un’impostazione</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sezioni</translation>
    </message>
    <message>
        <source>No setting is called so</source>
        <translation>Nessuna impostazione con questo nome</translation>
    </message>
    <message>
        <source>Search for a word of its name or of its key.</source>
        <translation>Cercare una parola del nome o della chiave.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personale</translation>
    </message>
    <message>
        <source>API tokens</source>
        <translation>Token dell’API</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Backup</translation>
    </message>
</context>
<context>
    <name>anteroom::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Pagine</translation>
    </message>
    <message>
        <source>Anteroom</source>
        <translation>Anteroom</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The tool tip of a line of the side bar: page and the keys that lead there.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>The accessible name of the signed-in person&apos;s button: name, then role.</extracomment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>anteroom::SidebarItem</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>The accessible name of a line of the side bar: page, then how many things there need someone.</extracomment>
        <translation>
            <numerusform>%1, %n in attesa</numerusform>
            <numerusform>%1, %n in attesa</numerusform>
        </translation>
    </message>
    <message>
        <source>99+</source>
        <translation>99+</translation>
    </message>
</context>
<context>
    <name>anteroom::SignInView</name>
    <message>
        <source>&amp;Name, as patients read it</source>
        <translation>&amp;Nome, come lo leggono i pazienti</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>Nome &amp;utente</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>&amp;Ripetere la password</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Accedi con un altro nome utente</translation>
    </message>
    <message>
        <source>Dr Rachel Williams</source>
        <translation>Dott.ssa Laura Bianchi</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Accedi</translation>
    </message>
    <message>
        <source>Use the login your administrator gave you.</source>
        <translation>Usare il nome utente ricevuto dall’amministratore.</translation>
    </message>
    <message>
        <source>Welcome to Anteroom</source>
        <translation>Benvenuti in Anteroom</translation>
    </message>
    <message>
        <source>There is nobody here yet. You become the first administrator and can add your colleagues afterwards.</source>
        <translation>Non c’è ancora nessuno. Questo sarà il primo amministratore; i colleghi si possono aggiungere in seguito.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Bloccato</translation>
    </message>
    <message>
        <source>%1, enter your password to go on where you were.</source>
        <translation>%1, inserire la password per riprendere il lavoro da dove era rimasto.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s). Several words in a row are easy to remember.</source>
        <translation>
            <numerusform>Almeno %n carattere. Più parole di seguito sono facili da ricordare.</numerusform>
            <numerusform>Almeno %n caratteri. Più parole di seguito sono facili da ricordare.</numerusform>
        </translation>
    </message>
    <message>
        <source>Patients read this name. Enter yours.</source>
        <translation>I pazienti leggono questo nome. Inserire il proprio.</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Inserire il nome utente.</translation>
    </message>
    <message>
        <source>A login has no spaces, such as r.williams.</source>
        <translation>Un nome utente non ha spazi, per esempio l.bianchi.</translation>
    </message>
    <message>
        <source>Choose a password.</source>
        <translation>Scegliere una password.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Inserire la password.</translation>
    </message>
    <message numerus="yes">
        <source>This is too short. It takes at least %n character(s).</source>
        <translation>
            <numerusform>È troppo breve. Serve almeno %n carattere.</numerusform>
            <numerusform>È troppo breve. Servono almeno %n caratteri.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one twice.</source>
        <translation>Le due password sono diverse. Digitare due volte la stessa.</translation>
    </message>
    <message>
        <source>Create administrator</source>
        <translation>Crea amministratore</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Sblocca</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <extracomment>On the button, after too many wrong passwords.</extracomment>
        <translation>
            <numerusform>Riprova tra %n secondo</numerusform>
            <numerusform>Riprova tra %n secondi</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SmsPartsText</name>
    <message numerus="yes">
        <source>%n text message(s), %1 of %2 characters</source>
        <translation>
            <numerusform>%n SMS, %1 di %2 caratteri</numerusform>
            <numerusform>%n SMS, %1 di %2 caratteri</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SmsPresetPanel</name>
    <message>
        <source>None: the fields below as they are</source>
        <translation>Nessuno: i campi qui sotto così come sono</translation>
    </message>
    <message>
        <source>Fill in for a well-known gateway</source>
        <translation>Compila per un gateway noto</translation>
    </message>
    <message>
        <source>Kept in the keyring and never shown.</source>
        <translation>Conservato nel portachiavi e mai mostrato.</translation>
    </message>
    <message>
        <source>Fill in the fields below</source>
        <translation>Compila i campi qui sotto</translation>
    </message>
    <message>
        <source>Filled in below. Nothing is saved yet.</source>
        <translation>Compilato qui sotto. Non è ancora salvato nulla.</translation>
    </message>
    <message>
        <source>Filled in below, and nothing is saved yet. Still to be typed: %1.</source>
        <translation>Compilato qui sotto; non è ancora salvato nulla. Ancora da digitare: %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::SmsSettings</name>
    <message>
        <source>Save or undo the changes below first.</source>
        <translation>Prima salvi o annulli le modifiche qui sotto.</translation>
    </message>
</context>
<context>
    <name>anteroom::StaffSection</name>
    <message>
        <source>Staff</source>
        <translation>Personale</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Ruolo</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stato</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Disabilita</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Sblocca</translation>
    </message>
    <message>
        <source>New &amp;password for them</source>
        <translation>Nuova &amp;password</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Imposta la password</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Aggiungi una persona</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Clinico</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Amministratore</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nome</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Login</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Ruolo</translation>
    </message>
    <message>
        <source>First pass&amp;word</source>
        <translation>Prima pass&amp;word</translation>
    </message>
    <message>
        <source>At least 10 characters.</source>
        <translation>Almeno 10 caratteri.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Può accedere</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Disabilitato</translation>
    </message>
    <message>
        <source>Has to wait after wrong passwords</source>
        <translation>In attesa dopo password errate</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Abilita</translation>
    </message>
    <message>
        <source>%1 may sign in now.</source>
        <translation>%1 ora può accedere.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 ha una nuova password.</translation>
    </message>
    <message>
        <source>%1 may not sign in any more.</source>
        <translation>%1 non può più accedere.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 può di nuovo accedere.</translation>
    </message>
    <message>
        <source>%1 may try again at once.</source>
        <translation>%1 può riprovare subito.</translation>
    </message>
</context>
<context>
    <name>anteroom::StatusLine</name>
    <message>
        <source>API %1</source>
        <translation>API %1</translation>
    </message>
    <message>
        <source>API stopped</source>
        <translation>API non attiva</translation>
    </message>
    <message>
        <source>Patient pages %1</source>
        <translation>Pagine dei pazienti %1</translation>
    </message>
    <message>
        <source>Patient pages stopped</source>
        <translation>Pagine dei pazienti non attive</translation>
    </message>
    <message>
        <source>No messages waiting</source>
        <translation>Nessun messaggio in attesa</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n messaggio in attesa</numerusform>
            <numerusform>%n messaggi in attesa</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Ancora nessun backup</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationDetails</name>
    <message>
        <source>Choose a teleconsultation.</source>
        <translation>Scelga un teleconsulto.</translation>
    </message>
    <message>
        <source>What the provider did about its room is not certain, or failed.</source>
        <translation>Non è certo che cosa abbia fatto il fornitore con la stanza, o non è riuscito.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Invia gli inviti</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifica</translation>
    </message>
    <message>
        <source>Cancel consultation</source>
        <translation>Annulla il teleconsulto</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Apri i messaggi in uscita</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Chi partecipa</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annullato</translation>
    </message>
    <message>
        <source>%1
%2 (%3)</source>
        <translation>%1
%2 (%3)</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>senza fine</translation>
    </message>
    <message>
        <source>It was cancelled and does not take place.</source>
        <translation>È stato annullato e non si svolge.</translation>
    </message>
    <message>
        <source>You can’t join: you do not take part in it.</source>
        <translation>Non può entrare: Lei non partecipa.</translation>
    </message>
    <message>
        <source>You can’t join: the provider gave you no link.</source>
        <translation>Non può entrare: il fornitore non Le ha dato un link.</translation>
    </message>
    <message>
        <source>It is open, so it can’t be edited any more.</source>
        <translation>È aperto, quindi non si può più modificare.</translation>
    </message>
    <message>
        <source>The link works no more.</source>
        <translation>Il link non funziona più.</translation>
    </message>
    <message>
        <source>There is a link once everybody is named.</source>
        <translation>Il link c’è quando sono tutti indicati.</translation>
    </message>
    <message>
        <source>There is a link from %1 on.</source>
        <translation>Il link c’è dalle %1.</translation>
    </message>
    <message>
        <source>The provider gave no link.</source>
        <translation>Il fornitore non ha dato un link.</translation>
    </message>
    <message>
        <source>No browser was found. Copy your link and open it in one.</source>
        <translation>Non è stato trovato un browser. Copi il Suo link e lo apra in un browser.</translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n invito è in partenza.</numerusform>
            <numerusform>%n inviti sono in partenza.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Annullato. %n messaggio lo comunica.</numerusform>
            <numerusform>Annullato. %n messaggi lo comunicano.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationDialog</name>
    <message>
        <source>New teleconsultation</source>
        <translation>Nuovo teleconsulto</translation>
    </message>
    <message>
        <source>Change the teleconsultation</source>
        <translation>Modifica il teleconsulto</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>Nothing is known here of their id in Auth0.</source>
        <translation>Qui non si conosce il loro id in Auth0.</translation>
    </message>
    <message>
        <source>The first (%1)</source>
        <translation>La prima (%1)</translation>
    </message>
    <message>
        <source>The second (%1)</source>
        <translation>La seconda (%1)</translation>
    </message>
    <message>
        <source>The clocks are put back: there are two of this time.</source>
        <translation>Gli orologi tornano indietro: quest’ora c’è due volte.</translation>
    </message>
    <message>
        <source>The clocks are put forward and leave out %1: it begins at %2.</source>
        <translation>Gli orologi vanno avanti e saltano le %1: inizia alle %2.</translation>
    </message>
    <message>
        <source>%1, %2 (%3)</source>
        <translation>%1, %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>This time is over already.</source>
        <translation>Quest’ora è già passata.</translation>
    </message>
    <message>
        <source>It is open at once, and can’t be changed any more.</source>
        <translation>È subito aperto e non si può più modificare.</translation>
    </message>
    <message>
        <source>Auth0 says who they are and who may host.</source>
        <translation>Auth0 dice chi sono e chi può condurre.</translation>
    </message>
    <message>
        <source>The clocks are put forward that day.</source>
        <translation>Quel giorno gli orologi vanno avanti.</translation>
    </message>
    <message>
        <source>Whoever was invited is told of the new time.</source>
        <translation>Chi è stato invitato viene avvisato del nuovo orario.</translation>
    </message>
    <message>
        <source>%1’s link stops working at once.</source>
        <translation>Il link di %1 smette subito di funzionare.</translation>
    </message>
    <message>
        <source>It can’t be saved yet.</source>
        <translation>Non si può ancora salvare.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Chiudi</translation>
    </message>
    <message>
        <source>The provider of video rooms is asked…</source>
        <translation>Si chiede al fornitore delle stanze video…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>People named &amp;later</source>
        <translation>Persone indicate in &amp;seguito</translation>
    </message>
    <message>
        <source>The room is there once everybody is named.</source>
        <translation>La stanza c’è quando sono tutti indicati.</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Chi partecipa</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quando</translation>
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation>I&amp;nizio</translation>
    </message>
    <message>
        <source>&amp;Which of the two</source>
        <translation>&amp;Quale delle due</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>Leng&amp;th</source>
        <translation>&amp;Durata</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Giorno</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Fissa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationMover</name>
    <message>
        <source>Move the teleconsultation?</source>
        <translation>Spostare il teleconsulto?</translation>
    </message>
    <message>
        <source>Move %1 to %2, %3?</source>
        <extracomment>%1 is whom it is about, %2 a day, %3 a span of time.</extracomment>
        <translation>Spostare %1 a %2, %3?</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) was/were invited already and is/are told of the new time.</source>
        <translation>
            <numerusform>%n persona è già stata invitata e viene avvisata del nuovo orario.</numerusform>
            <numerusform>%n persone sono già state invitate e vengono avvisate del nuovo orario.</numerusform>
        </translation>
    </message>
    <message>
        <source>That time is over: it would have ended, and could not be changed any more.</source>
        <translation>Quell’orario è passato: il teleconsulto risulterebbe terminato e non si potrebbe più modificare.</translation>
    </message>
    <message>
        <source>It would be open at once, and could not be changed any more.</source>
        <translation>Sarebbe subito aperto e non si potrebbe più modificare.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Sposta</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lascia com’è</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationWords</name>
    <message>
        <source>The directory of people could not be asked. Nothing was changed; try again in a moment.</source>
        <translation>Non è stato possibile interrogare l’elenco delle persone. Nulla è stato modificato; riprovi tra un momento.</translation>
    </message>
    <message>
        <source>Somebody else changed this teleconsultation just now. Look at it again, then decide.</source>
        <translation>Qualcun altro ha appena modificato questo teleconsulto. Lo riguardi, poi decida.</translation>
    </message>
    <message>
        <source>It is open already, and its people may be waiting: it can&apos;t be changed any more. It can be cancelled.</source>
        <translation>È già aperto e le persone potrebbero essere in attesa: non si può più modificare. Si può annullare.</translation>
    </message>
    <message>
        <source>This teleconsultation is over and can&apos;t be changed. Schedule another one.</source>
        <translation>Questo teleconsulto è terminato e non si può modificare. Ne fissi un altro.</translation>
    </message>
    <message>
        <source>Somebody has cancelled this teleconsultation.</source>
        <translation>Qualcuno ha annullato questo teleconsulto.</translation>
    </message>
    <message>
        <source>The provider of video rooms did not do it. Nothing was changed; try again in a moment.</source>
        <translation>Il fornitore delle stanze video non l’ha fatto. Nulla è stato modificato; riprovi tra un momento.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incompleto</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aperto</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>In corso</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminato</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <extracomment>How many of the people of a teleconsultation are known: &quot;2 of 3 people&quot;.</extracomment>
        <translation>
            <numerusform>%1 persona su %n</numerusform>
            <numerusform>%1 persone su %n</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>pronto</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aperto</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>in corso da %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminato</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Conduttore</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Partecipante</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Senza nome</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ancora nessuno</translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>A name, and how many more people: &quot;Jane Doe + 1&quot;.</extracomment>
        <translation>%1 + %2</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>A span of time: &quot;10:30 – 11:00&quot;.</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2 %3</source>
        <extracomment>A span of time that ends on another day: &quot;23:30 – Tue 00:30&quot;.</extracomment>
        <translation>%1 – %2 %3</translation>
    </message>
    <message>
        <source>Times are in %1.</source>
        <translation>Orari nel fuso %1.</translation>
    </message>
    <message>
        <source>Nobody has set up the directory of people (Auth0) yet. An administrator can do it in Settings.</source>
        <translation>Nessuno ha ancora configurato l’elenco delle persone (Auth0). Può farlo un amministratore nelle impostazioni.</translation>
    </message>
    <message>
        <source>The file that says who may host can&apos;t be understood. An administrator should look at it.</source>
        <translation>Il file che dice chi può condurre non si capisce. Un amministratore dovrebbe controllarlo.</translation>
    </message>
    <message>
        <source>The file that says who may host can&apos;t be read. An administrator should look at it.</source>
        <translation>Il file che dice chi può condurre non si può leggere. Un amministratore dovrebbe controllarlo.</translation>
    </message>
    <message>
        <source>The program is stopping. Nothing was changed.</source>
        <translation>Il programma si sta fermando. Non è cambiato nulla.</translation>
    </message>
    <message>
        <source>Everybody is named already.</source>
        <translation>Sono già tutti indicati.</translation>
    </message>
    <message>
        <source>Somebody here belongs to a group that has no role any more. Choose their role again.</source>
        <translation>Qualcuno appartiene a un gruppo che non ha più un ruolo. Scelga di nuovo il ruolo.</translation>
    </message>
    <message>
        <source>It can last from 5 minutes to 24 hours.</source>
        <translation>Può durare da 5 minuti a 24 ore.</translation>
    </message>
    <message>
        <source>No group has this role. An administrator should look at the file that says who may host.</source>
        <translation>Nessun gruppo ha questo ruolo. Un amministratore dovrebbe controllare il file che dice chi può condurre.</translation>
    </message>
    <message>
        <source>There is no link that works now.</source>
        <translation>Non c’è un link che ora funzioni.</translation>
    </message>
    <message>
        <source>No clinician with the right to host yet. Add one, or make somebody the host.</source>
        <translation>Manca ancora un medico che possa condurre. Ne aggiunga uno, o faccia condurre qualcuno.</translation>
    </message>
    <message>
        <source>Somebody here has no group that may take part. Whoever looks after the directory of people can give them one.</source>
        <translation>Qualcuno non ha un gruppo che possa partecipare. Può darglielo chi gestisce l’elenco delle persone.</translation>
    </message>
    <message>
        <source>At least two people meet. Add one more, or say that somebody is named later.</source>
        <translation>Si incontrano almeno due persone. Ne aggiunga un’altra, o dica che qualcuno verrà indicato dopo.</translation>
    </message>
    <message>
        <source>This person takes part no more. Look at it again.</source>
        <translation>Questa persona non partecipa più. Riguardi il teleconsulto.</translation>
    </message>
    <message>
        <source>The directory of people knows somebody here by no such id. Check the ids.</source>
        <translation>L’elenco delle persone non conosce qualcuno con questo id. Controlli gli id.</translation>
    </message>
    <message>
        <source>Somebody is named here twice. Remove one.</source>
        <translation>Qualcuno è indicato due volte. Ne tolga uno.</translation>
    </message>
    <message>
        <source>The provider of video rooms answered something that is not understood. Nothing was changed.</source>
        <translation>Il fornitore delle stanze video ha risposto in modo incomprensibile. Non è cambiato nulla.</translation>
    </message>
    <message>
        <source>Nobody has set up the provider of video rooms yet. An administrator can do it in Settings.</source>
        <translation>Nessuno ha ancora configurato il fornitore delle stanze video. Può farlo un amministratore nelle impostazioni.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are not named yet.</source>
        <translation>
            <numerusform>%n persona non è ancora indicata.</numerusform>
            <numerusform>%n persone non sono ancora indicate.</numerusform>
        </translation>
    </message>
    <message>
        <source>No clinician with the right to host yet.</source>
        <translation>Manca ancora un medico che possa condurre.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n people fit into one of these rooms.</source>
        <translation>
            <numerusform>In una di queste stanze entra al massimo %n persona.</numerusform>
            <numerusform>In una di queste stanze entrano al massimo %n persone.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>A moment on another day: %1 the time of day, %2 the day.</extracomment>
        <translation>%1 di %2</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>It opens at %1.</source>
        <translation>Apre alle %1.</translation>
    </message>
    <message>
        <source>It is open. Nobody has come in yet.</source>
        <translation>È aperto. Non è ancora entrato nessuno.</translation>
    </message>
    <message>
        <source>It is open until %1. Nobody has come in yet.</source>
        <translation>È aperto fino alle %1. Non è ancora entrato nessuno.</translation>
    </message>
    <message>
        <source>Running for %1.</source>
        <translation>In corso da %1.</translation>
    </message>
    <message>
        <source>It ends at %1.</source>
        <translation>Finisce alle %1.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>È finito.</translation>
    </message>
    <message>
        <source>It ended at %1.</source>
        <translation>È finito alle %1.</translation>
    </message>
    <message>
        <source>Nobody came in.</source>
        <translation>Non è entrato nessuno.</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationsPage</name>
    <message>
        <source>Teleconsultations</source>
        <translation>Teleconsulti</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Fissa</translation>
    </message>
    <message>
        <source>There is more than can be shown here: these are the first %1.</source>
        <translation>C’è più di quanto si possa mostrare qui: questi sono i primi %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Riprova</translation>
    </message>
    <message numerus="yes">
        <source>Moved to %1, %2. %n person(s) is/are told.</source>
        <translation>
            <numerusform>Spostato a %1, %2. %n persona viene avvisata.</numerusform>
            <numerusform>Spostato a %1, %2. %n persone vengono avvisate.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to %1, %2.</source>
        <translation>Spostato a %1, %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Settimana</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>Quanto viene mostrato</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Giorno</translation>
    </message>
    <message>
        <source>Saturday and Sunday too</source>
        <translation>Anche sabato e domenica</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Settimana precedente</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Giorno precedente</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Settimana successiva</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Giorno successivo</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>Read to blind people: whom it is about, the day, the span of time, and how far it is.</extracomment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Nothing is planned this week. Double-click a time, or press T, to schedule a teleconsultation.</source>
        <translation>Questa settimana non c’è nulla in programma. Per fissare un teleconsulto faccia doppio clic su un orario o prema T.</translation>
    </message>
    <message>
        <source>Nothing is planned on this day. Double-click a time, or press T, to schedule a teleconsultation.</source>
        <translation>In questo giorno non c’è nulla in programma. Per fissare un teleconsulto faccia doppio clic su un orario o prema T.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Annullato. %n messaggio lo comunica.</numerusform>
            <numerusform>Annullato. %n messaggi lo comunicano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annullato.</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Chiudi i dettagli</translation>
    </message>
</context>
<context>
    <name>anteroom::TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Modelli</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Aggiungi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Rimuovi</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Sposta su</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Sposta giù</translation>
    </message>
    <message>
        <source>Language of the patient</source>
        <translation>Lingua del paziente</translation>
    </message>
    <message>
        <source>&amp;What the patient reads</source>
        <translation>&amp;Che cosa legge il paziente</translation>
    </message>
    <message>
        <source>A patient gets the text in their own language, or in English where it is missing.</source>
        <translation>Il paziente riceve il testo nella propria lingua o, se manca, in inglese.</translation>
    </message>
    <message>
        <source>&amp;Name of the button</source>
        <translation>&amp;Nome del pulsante</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nuovo modello</translation>
    </message>
</context>
<context>
    <name>anteroom::TestRow</name>
    <message>
        <source>Send a test to this number</source>
        <translation>Invia una prova a questo numero</translation>
    </message>
    <message>
        <source>Send a test to this address</source>
        <translation>Invia una prova a questo indirizzo</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Invia una prova</translation>
    </message>
    <message>
        <source>The test is on its way.</source>
        <translation>La prova è in partenza.</translation>
    </message>
    <message>
        <source>Recorded as sent. The provider is the sandbox: nothing left this machine.</source>
        <translation>Registrato come inviato. Il fornitore è la sandbox: nulla ha lasciato questo computer.</translation>
    </message>
    <message>
        <source>It goes by the settings that are saved.</source>
        <translation>Parte con le impostazioni salvate.</translation>
    </message>
    <message>
        <source>It goes by the settings that are saved, as a message of account %1.</source>
        <translation>Parte con le impostazioni salvate, come messaggio dell’account %1.</translation>
    </message>
    <message>
        <source>Send a test to the device with this id</source>
        <translation>Invia una prova al dispositivo con questo id</translation>
    </message>
</context>
<context>
    <name>anteroom::TextsDialog</name>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Testo</translation>
    </message>
    <message>
        <source>Use the usual text</source>
        <translation>Usa il testo abituale</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Salva</translation>
    </message>
    <message>
        <source>Texts of device requests</source>
        <translation>Testi delle richieste di dispositivi</translation>
    </message>
    <message>
        <source>Which text</source>
        <translation>Quale testo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annulla</translation>
    </message>
    <message>
        <source>How it arrives</source>
        <translation>Come arriva</translation>
    </message>
    <message>
        <source>An environment variable rules this text.</source>
        <translation>Questo testo è regolato da una variabile d’ambiente.</translation>
    </message>
    <message>
        <source>&lt;request_number&gt; becomes the number, &lt;verification_code&gt; the code.</source>
        <translation>&lt;request_number&gt; diventa il numero, &lt;verification_code&gt; il codice.</translation>
    </message>
    <message>
        <source>&lt;request_number&gt; becomes the number.</source>
        <translation>&lt;request_number&gt; diventa il numero.</translation>
    </message>
    <message>
        <source>Left empty, the usual text is sent.</source>
        <translation>Se vuoto, parte il testo abituale.</translation>
    </message>
    <message>
        <source>The code is not in this text: patients would have to ask for it.</source>
        <translation>In questo testo manca il codice: i pazienti dovrebbero chiederlo.</translation>
    </message>
    <message>
        <source>The number is not in this text.</source>
        <translation>In questo testo manca il numero.</translation>
    </message>
    <message>
        <source>%1 (!)</source>
        <translation>%1 (!)</translation>
    </message>
</context>
<context>
    <name>anteroom::TodayCallWords</name>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>by telephone: %1</source>
        <translation>per telefono: %1</translation>
    </message>
    <message>
        <source>Call again…</source>
        <translation>Richiama…</translation>
    </message>
</context>
<context>
    <name>anteroom::TodayConsultationWords</name>
    <message>
        <source>Join</source>
        <translation>Entra</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Invia gli inviti</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>nobody invited</source>
        <translation>nessun invito</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n invited</source>
        <extracomment>How many of the patients and others who take part were invited: &quot;1 of 2 invited&quot;.</extracomment>
        <translation>
            <numerusform>%1 di %n invitato</numerusform>
            <numerusform>%1 di %n invitati</numerusform>
        </translation>
    </message>
    <message>
        <source>invited</source>
        <translation>invitato</translation>
    </message>
    <message>
        <source>everybody invited</source>
        <translation>tutti invitati</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>domani</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>da ieri</translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation>si apre alle %1</translation>
    </message>
</context>
<context>
    <name>anteroom::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Oggi</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Con risposta</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Non recapitati</translation>
    </message>
    <message>
        <source>Whose answers</source>
        <translation>Risposte di chi</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>Mostra tutte le risposte</translation>
    </message>
    <message>
        <source>No answer waits here.</source>
        <translation>Nessuna risposta in attesa qui.</translation>
    </message>
    <message>
        <source>Every message left as it should.</source>
        <translation>Tutti i messaggi sono partiti.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Non c’è nulla in attesa</translation>
    </message>
    <message>
        <source>Every answer has been dealt with, and every message left as it should.</source>
        <translation>Tutte le risposte sono state esaminate e tutti i messaggi sono partiti.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need(s) somebody</source>
        <translation>
            <numerusform>%n cosa richiede attenzione</numerusform>
            <numerusform>%n cose richiedono attenzione</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Mie %1</translation>
    </message>
    <message>
        <source>Unassigned %1</source>
        <translation>Non assegnate %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Tutte %1</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n foto</numerusform>
            <numerusform>%n foto</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Controllo in corso</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Apri</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Riprova</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Invia di nuovo</translation>
    </message>
    <message>
        <source>Written down: it arrived.</source>
        <translation>Annotato: è arrivato.</translation>
    </message>
    <message>
        <source>It is on its way again.</source>
        <translation>È di nuovo in partenza.</translation>
    </message>
    <message>
        <source>What waits leaves by itself once that is mended.</source>
        <translation>Ciò che attende parte da sé appena il problema è risolto.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Fermo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Impostazioni</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Chiamate</translation>
    </message>
    <message>
        <source>No call runs, and none was missed since yesterday.</source>
        <translation>Nessuna chiamata in corso, nessuna persa da ieri.</translation>
    </message>
    <message>
        <source>Next consultations</source>
        <translation>Prossimi teleconsulti</translation>
    </message>
    <message>
        <source>Nobody meets within 24 hours.</source>
        <translation>Nessun teleconsulto nelle prossime 24 ore.</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 ore</translation>
    </message>
    <message>
        <source>Show the agenda</source>
        <translation>Mostra l’agenda</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Non è stato possibile aprire un browser.</translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n invito è in partenza.</numerusform>
            <numerusform>%n inviti sono in partenza.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TokenSection</name>
    <message>
        <source>API tokens</source>
        <translation>Token dell’API</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Permessi</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Scadenza</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Ultimo uso</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revoca</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>Nascondi</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Il nuovo token</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. Copy it now.</source>
        <translation>Viene mostrato solo questa volta e non viene conservato. Lo copi ora.</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Crea un token</translation>
    </message>
    <message>
        <source>&amp;Name, such as the system that uses it</source>
        <translation>&amp;Nome, ad esempio del sistema che lo usa</translation>
    </message>
    <message>
        <source>&amp;Accounts, separated by commas</source>
        <translation>&amp;Account, separati da virgole</translation>
    </message>
    <message>
        <source>None named: all of them.</source>
        <translation>Nessuno indicato: tutti.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Scopes: what it may do; none implies another</source>
        <translation>Permessi: che cosa può fare; nessuno ne implica un altro</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Crea</translation>
    </message>
    <message>
        <source>&amp;Ends after so many days</source>
        <translation>&amp;Scade dopo questi giorni</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tutti</translation>
    </message>
</context>
<context>
    <name>anteroom::Tray</name>
    <message>
        <source>Open Anteroom</source>
        <translation>Apri Anteroom</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Blocca</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Esci…</translation>
    </message>
    <message>
        <source>Anteroom</source>
        <translation>Anteroom</translation>
    </message>
    <message>
        <source>Anteroom goes on in the tray</source>
        <translation>Anteroom resta attivo nell’area di notifica</translation>
    </message>
    <message>
        <source>The API and the patients&apos; pages keep running.</source>
        <translation>L’API e le pagine dei pazienti restano in funzione.</translation>
    </message>
</context>
</TS>
