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
        <translation>Foto per il tuo ambulatorio</translation>
    </message>
    <message>
        <source>Questions? Phone the clinic:</source>
        <translation>Domande? Telefona all’ambulatorio:</translation>
    </message>
    <message>
        <source>Questions? Contact your clinic the way you usually do.</source>
        <translation>Domande? Contatta l’ambulatorio come fai di solito.</translation>
    </message>
    <message>
        <source>Nobody watches this page all the time. In an emergency call 112 or your local emergency number.</source>
        <translation>Nessuno controlla questa pagina in ogni momento. In caso di emergenza chiama il 112 o il numero di emergenza locale.</translation>
    </message>
    <message>
        <source>Send photos to your clinic</source>
        <translation>Invia foto al tuo ambulatorio</translation>
    </message>
    <message>
        <source>First tell us the patient’s date of birth. It keeps the request private.</source>
        <translation>Prima indica la data di nascita del paziente: così la richiesta resta riservata.</translation>
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
        <translation>Se assisti il paziente, inserisci la sua data di nascita, non la tua.</translation>
    </message>
    <message>
        <source>Enter the day, the month and the year</source>
        <translation>Inserisci il giorno, il mese e l’anno</translation>
    </message>
    <message>
        <source>Enter a real date in the past, in numbers, with all four figures of the year</source>
        <translation>Inserisci una data reale già passata, in cifre, con tutte e quattro le cifre dell’anno</translation>
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
        <translation>Controlla la data di nascita e di aver aperto il link completo che hai ricevuto.</translation>
    </message>
    <message>
        <source>Enter the date of birth again</source>
        <translation>Inserisci di nuovo la data di nascita</translation>
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
        <translation>Invia una foto, per favore.</translation>
    </message>
    <message>
        <source>This is for a patient in your care.</source>
        <translation>Riguarda un paziente che assisti.</translation>
    </message>
    <message>
        <source>Send more photos</source>
        <translation>Invia altre foto</translation>
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
    <message numerus="yes">
        <source>JPEG, PNG or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG o WebP, fino a 25 MB ciascuna. Puoi inviare ancora %n foto.</numerusform>
            <numerusform>JPEG, PNG o WebP, fino a 25 MB ciascuna. Puoi inviare ancora %n foto.</numerusform>
        </translation>
    </message>
    <message>
        <source>Never send intimate photos of a child (anybody under 18), even if asked to. Phone the clinic instead.</source>
        <translation>Non inviare mai foto intime di minori di 18 anni, nemmeno su richiesta. Telefona invece all’ambulatorio.</translation>
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
        <translation>Inviandole accetti che l’ambulatorio conservi queste foto nella cartella del paziente e le usi per la sua cura.</translation>
    </message>
    <message>
        <source>Send photos</source>
        <translation>Invia le foto</translation>
    </message>
    <message>
        <source>Sending can take some minutes. Keep this page open until the next one appears.</source>
        <translation>L’invio può richiedere alcuni minuti. Tieni aperta questa pagina finché non appare la successiva.</translation>
    </message>
    <message>
        <source>Where a photo was taken is removed from it before it is kept.</source>
        <translation>Il luogo dello scatto viene tolto da ogni foto prima di conservarla.</translation>
    </message>
    <message>
        <source>You have sent all the photos that this request can take.</source>
        <translation>Hai inviato tutte le foto che questa richiesta può accogliere.</translation>
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
        <translation>Grazie. L’ambulatorio ha ricevuto ciò che vedi qui; puoi chiudere la pagina.</translation>
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
        <translation>Togli</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Togli %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Tolta: %1</translation>
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
        <translation>L’ambulatorio la sta controllando…</translation>
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
        <source>The connection was lost. Press “Try again”.</source>
        <translation>La connessione si è interrotta. Premi «Riprova».</translation>
    </message>
    <message>
        <source>Choose at least one photo</source>
        <translation>Scegli almeno una foto</translation>
    </message>
    <message>
        <source>It is larger than 25 MB. Take it again at a smaller size, or choose another one.</source>
        <translation>Supera i 25 MB. Scattala di nuovo più piccola o scegline un’altra.</translation>
    </message>
    <message>
        <source>That is too many: you can send %1 now. The last ones were left out.</source>
        <translation>Sono troppe: ora puoi inviarne %1. Le ultime sono state escluse.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Non è stato inviato nulla</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again, without the one that did not work.</source>
        <translation>Nessuna delle foto scelte ora è stata conservata. Sceglile di nuovo, senza quella che non andava.</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again.</source>
        <translation>Nessuna delle foto scelte ora è stata conservata. Sceglile di nuovo.</translation>
    </message>
    <message>
        <source>It is no photo that we can read. Send a JPEG, PNG or WebP, or take a new photo.</source>
        <translation>Non è una foto che possiamo leggere. Invia un file JPEG, PNG o WebP, oppure scatta una nuova foto.</translation>
    </message>
    <message>
        <source>It is a HEIC photo, which we can’t read. In the camera’s settings choose “Most compatible” and take it again, or send a screenshot of it.</source>
        <translation>È una foto HEIC, che non possiamo leggere. Nelle impostazioni della fotocamera scegli «Più compatibile» e scattala di nuovo, oppure invia uno screenshot.</translation>
    </message>
    <message>
        <source>It is a rare kind of picture that we can’t read. Take a new photo, or send a screenshot of it.</source>
        <translation>È un tipo di immagine raro che non possiamo leggere. Scatta una nuova foto o invia uno screenshot.</translation>
    </message>
    <message>
        <source>It is damaged or incomplete. Choose it again or take a new photo.</source>
        <translation>È danneggiata o incompleta. Sceglila di nuovo o scatta una nuova foto.</translation>
    </message>
    <message>
        <source>It has more than 100 megapixels. Take it again at a smaller size.</source>
        <translation>Ha più di 100 megapixel. Scattala di nuovo più piccola.</translation>
    </message>
    <message>
        <source>We could not check it. Try again, or take a new photo.</source>
        <translation>Non siamo riusciti a controllarla. Riprova o scatta una nuova foto.</translation>
    </message>
    <message>
        <source>It may contain a virus, so it was not taken. Send another photo.</source>
        <translation>Potrebbe contenere un virus, quindi non è stata accettata. Invia un’altra foto.</translation>
    </message>
    <message>
        <source>Photo without a name</source>
        <translation>Foto senza nome</translation>
    </message>
    <message>
        <source>There was no photo. Choose at least one.</source>
        <translation>Non c’era nessuna foto. Scegline almeno una.</translation>
    </message>
    <message>
        <source>These are too many photos. A request takes 20 in all.</source>
        <translation>Sono troppe foto. Una richiesta ne accoglie 20 in tutto.</translation>
    </message>
    <message>
        <source>All photos together are too large. Send fewer at once.</source>
        <translation>Le foto insieme sono troppo grandi. Inviane meno alla volta.</translation>
    </message>
    <message>
        <source>The photos did not arrive whole. Try again.</source>
        <translation>Le foto non sono arrivate per intero. Riprova.</translation>
    </message>
    <message>
        <source>A description is too long. Use at most 1,000 characters.</source>
        <translation>Una descrizione è troppo lunga. Usa al massimo 1.000 caratteri.</translation>
    </message>
    <message>
        <source>The clinic’s computer can’t take photos at the moment. Try again later, or phone the clinic.</source>
        <translation>Il computer dell’ambulatorio al momento non può accogliere foto. Riprova più tardi o telefona all’ambulatorio.</translation>
    </message>
    <message>
        <source>This page was too old to send from. Choose the photos again.</source>
        <translation>Questa pagina era troppo vecchia per inviare. Scegli di nuovo le foto.</translation>
    </message>
    <message>
        <source>Please enter the date of birth again</source>
        <translation>Inserisci di nuovo la data di nascita</translation>
    </message>
    <message>
        <source>It is some time since you entered it, so nothing was sent. Enter it again, then choose your photos.</source>
        <translation>L’hai inserita un po’ di tempo fa, perciò non è stato inviato nulla. Inseriscila di nuovo e poi scegli le foto.</translation>
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
        <translation>Con questo link non si possono più inviare foto. Se all’ambulatorio servono ancora, chiedi un nuovo link.</translation>
    </message>
    <message>
        <source>This request was cancelled</source>
        <translation>Questa richiesta è stata annullata</translation>
    </message>
    <message>
        <source>The clinic no longer needs photos from you. You can close this page.</source>
        <translation>L’ambulatorio non ha più bisogno di foto da te. Puoi chiudere questa pagina.</translation>
    </message>
    <message>
        <source>This page can’t be shown</source>
        <translation>Questa pagina non può essere mostrata</translation>
    </message>
    <message>
        <source>Open the link from your message once more.</source>
        <translation>Apri di nuovo il link che hai ricevuto.</translation>
    </message>
    <message>
        <source>That did not work just now</source>
        <translation>Adesso non ha funzionato</translation>
    </message>
    <message>
        <source>Nothing is lost. Wait a minute and try again, or phone the clinic.</source>
        <translation>Non hai perso nulla. Aspetta un minuto e riprova, oppure telefona all’ambulatorio.</translation>
    </message>
</context>
</TS>
