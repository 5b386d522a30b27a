<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="uk_UA" sourcelanguage="en">
<context>
    <name>PatientPage</name>
    <message>
        <source>Skip to the content</source>
        <translation>Перейти до змісту</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Помилка:</translation>
    </message>
    <message>
        <source>Photos for your clinic</source>
        <translation>Фото для вашої клініки</translation>
    </message>
    <message>
        <source>Questions? Phone the clinic:</source>
        <translation>Є запитання? Зателефонуйте до клініки:</translation>
    </message>
    <message>
        <source>Questions? Contact your clinic the way you usually do.</source>
        <translation>Є запитання? Зв’яжіться з клінікою у звичний спосіб.</translation>
    </message>
    <message>
        <source>Nobody watches this page all the time. In an emergency call 112 or your local emergency number.</source>
        <translation>За цією сторінкою не стежать постійно. У невідкладному випадку телефонуйте 112 або за місцевим номером екстреної допомоги.</translation>
    </message>
    <message>
        <source>Send photos to your clinic</source>
        <translation>Надішліть фото до клініки</translation>
    </message>
    <message>
        <source>First tell us the patient’s date of birth. It keeps the request private.</source>
        <translation>Спочатку вкажіть дату народження пацієнта: так запит лишається приватним.</translation>
    </message>
    <message>
        <source>What is the patient’s date of birth?</source>
        <translation>Яка дата народження пацієнта?</translation>
    </message>
    <message>
        <source>For example, 31 3 1980</source>
        <translation>Наприклад, 31 3 1980</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Місяць</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Рік</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Далі</translation>
    </message>
    <message>
        <source>If you care for the patient, enter the patient’s date of birth, not your own.</source>
        <translation>Якщо ви доглядаєте за пацієнтом, вкажіть його дату народження, а не свою.</translation>
    </message>
    <message>
        <source>Enter the day, the month and the year</source>
        <translation>Вкажіть день, місяць і рік</translation>
    </message>
    <message>
        <source>Enter a real date in the past, in numbers, with all four figures of the year</source>
        <translation>Вкажіть справжню минулу дату цифрами, рік чотирма цифрами</translation>
    </message>
    <message>
        <source>There is a problem</source>
        <translation>Виникла проблема</translation>
    </message>
    <message>
        <source>We can’t open the request</source>
        <translation>Не вдається відкрити запит</translation>
    </message>
    <message>
        <source>Check the date of birth, and that you opened the whole link from your message.</source>
        <translation>Перевірте дату народження і чи відкрили ви повне посилання з повідомлення.</translation>
    </message>
    <message>
        <source>Enter the date of birth again</source>
        <translation>Вкажіть дату народження ще раз</translation>
    </message>
    <message>
        <source>After five wrong answers you have to wait before you try again: 15 minutes at first, then longer. Until then the right date does not work either.</source>
        <translation>Після п’яти неправильних відповідей доведеться зачекати перед новою спробою: спершу 15 хвилин, далі довше. До того часу не спрацює і правильна дата.</translation>
    </message>
    <message>
        <source>What the clinic asks for</source>
        <translation>Про що просить клініка</translation>
    </message>
    <message>
        <source>%1 asks:</source>
        <translation>%1 просить:</translation>
    </message>
    <message>
        <source>Please send a photo.</source>
        <translation>Будь ласка, надішліть фото.</translation>
    </message>
    <message>
        <source>This is for a patient in your care.</source>
        <translation>Це стосується пацієнта, за яким ви доглядаєте.</translation>
    </message>
    <message>
        <source>Send more photos</source>
        <translation>Надіслати ще фото</translation>
    </message>
    <message>
        <source>Choose photos</source>
        <translation>Виберіть фото</translation>
    </message>
    <message>
        <source>Further photos</source>
        <translation>Інші фото</translation>
    </message>
    <message>
        <source>And further photos</source>
        <translation>І ще інші фото</translation>
    </message>
    <message>
        <source>Add photos that show something else</source>
        <translation>Додати фото, на яких щось інше</translation>
    </message>
    <message>
        <source>Never send intimate photos of a child (anybody under 18), even if asked to. Phone the clinic instead.</source>
        <translation>Ніколи не надсилайте інтимних фото дітей (до 18 років), навіть якщо вас про це просять. Натомість зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>What do these photos show?</source>
        <translation>Що видно на цих фото?</translation>
    </message>
    <message>
        <source>If you like. For example: left arm, three days ago</source>
        <translation>За бажанням. Наприклад: ліва рука, три дні тому</translation>
    </message>
    <message>
        <source>By sending you agree that the clinic keeps these photos in the patient’s record and uses them for the patient’s care.</source>
        <translation>Надсилаючи фото, ви погоджуєтеся, що клініка зберігатиме їх у картці пацієнта й використовуватиме для його лікування.</translation>
    </message>
    <message>
        <source>Send photos</source>
        <translation>Надіслати фото</translation>
    </message>
    <message>
        <source>Sending can take some minutes. Keep this page open until the next one appears.</source>
        <translation>Надсилання може тривати кілька хвилин. Не закривайте цю сторінку, поки не з’явиться наступна.</translation>
    </message>
    <message>
        <source>Where a photo was taken is removed from it before it is kept.</source>
        <translation>Перед збереженням із фото вилучається місце зйомки.</translation>
    </message>
    <message>
        <source>You have sent all the photos that this request can take.</source>
        <translation>Ви надіслали всі фото, які приймає цей запит.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) arrived</source>
        <translation>
            <numerusform>Надійшло %n фото</numerusform>
            <numerusform>Надійшло %n фото</numerusform>
            <numerusform>Надійшло %n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Thank you. The clinic has what you see here; you can close this page.</source>
        <translation>Дякуємо. Клініка отримала те, що ви бачите тут; сторінку можна закрити.</translation>
    </message>
    <message>
        <source>Sent %1, %2</source>
        <translation>Надіслано: %1, %2</translation>
    </message>
    <message>
        <source>Choose from this device</source>
        <translation>Вибрати на пристрої</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Зробити фото</translation>
    </message>
    <message>
        <source>Chosen photos</source>
        <translation>Вибрані фото</translation>
    </message>
    <message>
        <source>What does this photo show? (if you like)</source>
        <translation>Що видно на цьому фото? (за бажанням)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Прибрати %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Прибрано: %1</translation>
    </message>
    <message>
        <source>Photos to send: %1</source>
        <translation>Фото до надсилання: %1</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Перебіг надсилання %1</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Надсилання…</translation>
    </message>
    <message>
        <source>Sending photo %1 of %2</source>
        <translation>Надсилається фото %1 з %2</translation>
    </message>
    <message>
        <source>The clinic is checking it…</source>
        <translation>Клініка перевіряє його…</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Надіслано</translation>
    </message>
    <message>
        <source>All photos are sent</source>
        <translation>Усі фото надіслано</translation>
    </message>
    <message>
        <source>Sent: %1 of %2</source>
        <translation>Надіслано: %1 з %2</translation>
    </message>
    <message>
        <source>Some photos were not sent</source>
        <translation>Деякі фото не надіслано</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Choose at least one photo</source>
        <translation>Виберіть принаймні одне фото</translation>
    </message>
    <message>
        <source>It is larger than 25 MB. Take it again at a smaller size, or choose another one.</source>
        <translation>Воно більше за 25 МБ. Зробіть його ще раз у меншому розмірі або виберіть інше.</translation>
    </message>
    <message>
        <source>That is too many: you can send %1 now. The last ones were left out.</source>
        <translation>Забагато: зараз можна надіслати %1. Останні не додано.</translation>
    </message>
    <message>
        <source>Nothing was sent</source>
        <translation>Нічого не надіслано</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again, without the one that did not work.</source>
        <translation>Жодне з вибраних щойно фото не збережено. Виберіть їх ще раз, без того, що не підійшло.</translation>
    </message>
    <message>
        <source>None of the photos you chose just now was kept. Choose them again.</source>
        <translation>Жодне з вибраних щойно фото не збережено. Виберіть їх ще раз.</translation>
    </message>
    <message>
        <source>It is a rare kind of picture that we can’t read. Take a new photo, or send a screenshot of it.</source>
        <translation>Це рідкісний вид зображення, який ми не можемо прочитати. Зробіть нове фото або надішліть знімок екрана.</translation>
    </message>
    <message>
        <source>It is damaged or incomplete. Choose it again or take a new photo.</source>
        <translation>Воно пошкоджене або неповне. Виберіть його ще раз або зробіть нове фото.</translation>
    </message>
    <message>
        <source>It has more than 100 megapixels. Take it again at a smaller size.</source>
        <translation>У ньому понад 100 мегапікселів. Зробіть його ще раз у меншому розмірі.</translation>
    </message>
    <message>
        <source>We could not check it. Try again, or take a new photo.</source>
        <translation>Не вдалося його перевірити. Спробуйте ще раз або зробіть нове фото.</translation>
    </message>
    <message>
        <source>It may contain a virus, so it was not taken. Send another photo.</source>
        <translation>Воно може містити вірус, тому його не прийнято. Надішліть інше фото.</translation>
    </message>
    <message>
        <source>Photo without a name</source>
        <translation>Фото без назви</translation>
    </message>
    <message>
        <source>There was no photo. Choose at least one.</source>
        <translation>Фото не було. Виберіть принаймні одне.</translation>
    </message>
    <message>
        <source>These are too many photos. A request takes 20 in all.</source>
        <translation>Фото забагато. Запит приймає щонайбільше 20.</translation>
    </message>
    <message>
        <source>All photos together are too large. Send fewer at once.</source>
        <translation>Усі фото разом завеликі. Надсилайте менше за раз.</translation>
    </message>
    <message>
        <source>The photos did not arrive whole. Try again.</source>
        <translation>Фото надійшли не повністю. Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>A description is too long. Use at most 1,000 characters.</source>
        <translation>Опис задовгий. Не більше 1000 символів.</translation>
    </message>
    <message>
        <source>The clinic’s computer can’t take photos at the moment. Try again later, or phone the clinic.</source>
        <translation>Комп’ютер клініки зараз не може прийняти фото. Спробуйте пізніше або зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>This page was too old to send from. Choose the photos again.</source>
        <translation>Ця сторінка застаріла для надсилання. Виберіть фото ще раз.</translation>
    </message>
    <message>
        <source>Please enter the date of birth again</source>
        <translation>Вкажіть дату народження ще раз</translation>
    </message>
    <message>
        <source>It is some time since you entered it, so nothing was sent. Enter it again, then choose your photos.</source>
        <translation>Відтоді, як ви її вказали, минув час, тому нічого не надіслано. Вкажіть її ще раз, а потім виберіть фото.</translation>
    </message>
    <message>
        <source>Go to the request</source>
        <translation>Перейти до запиту</translation>
    </message>
    <message>
        <source>This request has expired</source>
        <translation>Термін цього запиту минув</translation>
    </message>
    <message>
        <source>Photos can’t be sent with this link any more. If the clinic still needs them, ask for a new link.</source>
        <translation>За цим посиланням більше не можна надсилати фото. Якщо вони ще потрібні клініці, попросіть нове посилання.</translation>
    </message>
    <message>
        <source>This request was cancelled</source>
        <translation>Цей запит скасовано</translation>
    </message>
    <message>
        <source>The clinic no longer needs photos from you. You can close this page.</source>
        <translation>Клініці більше не потрібні ваші фото. Цю сторінку можна закрити.</translation>
    </message>
    <message>
        <source>This page can’t be shown</source>
        <translation>Цю сторінку не можна показати</translation>
    </message>
    <message>
        <source>Open the link from your message once more.</source>
        <translation>Відкрийте посилання з повідомлення ще раз.</translation>
    </message>
    <message>
        <source>That did not work just now</source>
        <translation>Зараз не вдалося</translation>
    </message>
    <message>
        <source>Nothing is lost. Wait a minute and try again, or phone the clinic.</source>
        <translation>Нічого не втрачено. Зачекайте хвилину і спробуйте ще раз або зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>Finish without the others</source>
        <translation>Завершити без інших</translation>
    </message>
    <message>
        <source>Check the code and the date of birth. A code works for 10 minutes and for five tries, and only the newest one counts.</source>
        <translation>Перевірте код і дату народження. Код діє 10 хвилин і на п’ять спроб, і дійсний лише найновіший.</translation>
    </message>
    <message>
        <source>Enter both again</source>
        <translation>Введіть обидва ще раз</translation>
    </message>
    <message>
        <source>Locked out by wrong answers?</source>
        <translation>Доступ заблоковано через хибні відповіді?</translation>
    </message>
    <message>
        <source>Get a one-time code</source>
        <translation>Отримати одноразовий код</translation>
    </message>
    <message>
        <source>With a code you need not wait after wrong answers. You still need the patient’s date of birth.</source>
        <translation>З кодом не потрібно чекати після хибних відповідей. Дата народження пацієнта все одно потрібна.</translation>
    </message>
    <message>
        <source>It goes to the phone number or the e-mail address that the link was sent to, at most three times an hour.</source>
        <translation>Він надійде на номер телефону або електронну адресу, куди було надіслано посилання, не більше трьох разів на годину.</translation>
    </message>
    <message>
        <source>Send me a code</source>
        <translation>Надіслати мені код</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>У мене є код</translation>
    </message>
    <message>
        <source>Go on without a code</source>
        <translation>Продовжити без коду</translation>
    </message>
    <message>
        <source>Enter your code</source>
        <translation>Введіть код</translation>
    </message>
    <message>
        <source>If this link can still be used, you get a code in the next minutes. It works for 10 minutes.</source>
        <translation>Якщо це посилання ще дійсне, код надійде протягом кількох хвилин. Він діє 10 хвилин.</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Одноразовий код</translation>
    </message>
    <message>
        <source>The 6 digits from the message</source>
        <translation>6 цифр із повідомлення</translation>
    </message>
    <message>
        <source>Enter the 6 digits of the code</source>
        <translation>Введіть 6 цифр коду</translation>
    </message>
    <message>
        <source>Did nothing come?</source>
        <translation>Нічого не надійшло?</translation>
    </message>
    <message>
        <source>Ask for another code</source>
        <translation>Запросити інший код</translation>
    </message>
    <message numerus="yes">
        <source>JPEG, PNG, HEIC or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG, HEIC або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
            <numerusform>JPEG, PNG, HEIC або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
            <numerusform>JPEG, PNG, HEIC або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is no photo that we can read. Send a JPEG, PNG, HEIC or WebP, or take a new photo.</source>
        <translation>Це не фото, яке ми можемо прочитати. Надішліть JPEG, PNG, HEIC або WebP чи зробіть нове фото.</translation>
    </message>
    <message>
        <source>The connection was lost. It goes on by itself…</source>
        <translation>З’єднання втрачено. Надсилання продовжиться само…</translation>
    </message>
    <message>
        <source>The connection was lost. Press “Try again”: it goes on where it stopped.</source>
        <translation>З’єднання втрачено. Натисніть «Спробувати ще раз»: надсилання продовжиться з місця зупинки.</translation>
    </message>
    <message>
        <source>This photo can’t be read from the device any more. Choose it again.</source>
        <translation>Це фото більше не читається з пристрою. Виберіть його ще раз.</translation>
    </message>
    <message>
        <source>Check the date of birth</source>
        <translation>Перевірте дату народження</translation>
    </message>
</context>
<context>
    <name>RoomPage</name>
    <message>
        <source>Video consultation</source>
        <translation>Відеоконсультація</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>Перейти до змісту</translation>
    </message>
    <message>
        <source>Your clinic</source>
        <translation>Ваша клініка</translation>
    </message>
    <message>
        <source>If the video does not work, phone the clinic:</source>
        <translation>Якщо відео не працює, зателефонуйте до клініки:</translation>
    </message>
    <message>
        <source>If the video does not work, contact your clinic the way you usually do.</source>
        <translation>Якщо відео не працює, зверніться до клініки так, як робите це зазвичай.</translation>
    </message>
    <message>
        <source>In an emergency call 112 or your local emergency number.</source>
        <translation>У невідкладному випадку телефонуйте 112 або на місцевий номер екстреної допомоги.</translation>
    </message>
    <message>
        <source>This page needs JavaScript for the video. Switch it on in your browser, or phone the clinic.</source>
        <translation>Для відео цій сторінці потрібен JavaScript. Увімкніть його у браузері або зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>This link does not lead to a consultation</source>
        <translation>Це посилання не веде до консультації</translation>
    </message>
    <message>
        <source>Check that you opened the whole link from your message. It may also have been replaced: then use the newest message from your clinic.</source>
        <translation>Перевірте, чи ви відкрили все посилання з повідомлення. Можливо, його замінили: тоді скористайтеся найновішим повідомленням від клініки.</translation>
    </message>
    <message>
        <source>That did not work just now</source>
        <translation>Зараз це не вдалося</translation>
    </message>
    <message>
        <source>Wait a minute and open the link again, or phone the clinic.</source>
        <translation>Зачекайте хвилину та відкрийте посилання ще раз або зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>Your video consultation</source>
        <translation>Ваша відеоконсультація</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Увійти</translation>
    </message>
    <message>
        <source>Check before you join</source>
        <translation>Перевірка перед входом</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Камера</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Мікрофон</translation>
    </message>
    <message>
        <source>How loud the microphone hears you</source>
        <translation>Наскільки гучно вас чує мікрофон</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>З’єднання</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Перевірити ще раз</translation>
    </message>
    <message>
        <source>People in this consultation</source>
        <translation>Учасники цієї консультації</translation>
    </message>
    <message>
        <source>In the waiting room</source>
        <translation>У залі очікування</translation>
    </message>
    <message>
        <source>Camera, microphone and more</source>
        <translation>Камера, мікрофон та інше</translation>
    </message>
    <message>
        <source>Turn the sound on</source>
        <translation>Увімкнути звук</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Message to everybody here</source>
        <translation>Повідомлення всім присутнім</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>Close the chat</source>
        <translation>Закрити чат</translation>
    </message>
    <message>
        <source>Messages are not kept after the consultation.</source>
        <translation>Після консультації повідомлення не зберігаються.</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>Увійти знову</translation>
    </message>
    <message>
        <source>In a moment it ends for everybody, and nobody can come back.</source>
        <translation>За мить вона завершиться для всіх, і ніхто не зможе повернутися.</translation>
    </message>
    <message>
        <source>Do not end it</source>
        <translation>Не завершувати</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ви</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Лікар</translation>
    </message>
    <message>
        <source>Camera is off</source>
        <translation>Камеру вимкнено</translation>
    </message>
    <message>
        <source>Microphone is off</source>
        <translation>Мікрофон вимкнено</translation>
    </message>
    <message>
        <source>Screen of %1</source>
        <translation>Екран: %1</translation>
    </message>
    <message>
        <source>Video of %1</source>
        <translation>Відео: %1</translation>
    </message>
    <message>
        <source>Your own picture</source>
        <translation>Ваше зображення</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>З’єднання…</translation>
    </message>
    <message>
        <source>Connection interrupted, trying again…</source>
        <translation>З’єднання перервано, пробуємо ще раз…</translation>
    </message>
    <message>
        <source>Share screen</source>
        <translation>Показати екран</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Вийти</translation>
    </message>
    <message>
        <source>End for all</source>
        <translation>Завершити для всіх</translation>
    </message>
    <message>
        <source>Let %1 in</source>
        <translation>Впустити: %1</translation>
    </message>
    <message>
        <source>Chat, new messages: %1</source>
        <translation>Чат, нових повідомлень: %1</translation>
    </message>
    <message>
        <source>Just a moment…</source>
        <translation>Хвилинку…</translation>
    </message>
    <message>
        <source>The room is open. Join when you are ready.</source>
        <translation>Кімнату відкрито. Увійдіть, коли будете готові.</translation>
    </message>
    <message>
        <source>The room opens on %1. Keep this page open: you will be let in by itself.</source>
        <translation>Кімната відкриється: %1. Не закривайте цю сторінку: вас впустять автоматично.</translation>
    </message>
    <message>
        <source>Opens in %1</source>
        <translation>Відкриється через %1</translation>
    </message>
    <message>
        <source>The clinic is still preparing the consultation. Keep this page open: you will be let in by itself.</source>
        <translation>Клініка ще готує консультацію. Не закривайте цю сторінку: вас впустять автоматично.</translation>
    </message>
    <message>
        <source>The clinician knows that you are here and will let you in. Keep this page open.</source>
        <translation>Лікар знає, що ви тут, і впустить вас. Не закривайте цю сторінку.</translation>
    </message>
    <message>
        <source>The room is full. You will be let in as soon as somebody leaves.</source>
        <translation>У кімнаті немає місця. Вас впустять, щойно хтось вийде.</translation>
    </message>
    <message>
        <source>You are in the consultation.</source>
        <translation>Ви на консультації.</translation>
    </message>
    <message>
        <source>You are the first one here. The others will appear by themselves.</source>
        <translation>Ви тут перші. Інші з’являться самі.</translation>
    </message>
    <message>
        <source>%1 is here.</source>
        <translation>%1 тут.</translation>
    </message>
    <message>
        <source>%1 has left.</source>
        <translation>Вихід: %1.</translation>
    </message>
    <message>
        <source>%1 is waiting to be let in.</source>
        <translation>%1 чекає, щоб увійти.</translation>
    </message>
    <message>
        <source>Ends in %1</source>
        <translation>Завершиться через %1</translation>
    </message>
    <message>
        <source>The consultation ends in %1 min.</source>
        <translation>Консультація завершиться через %1 хв.</translation>
    </message>
    <message>
        <source>The connection was interrupted. Trying again…</source>
        <translation>З’єднання перервалося. Пробуємо ще раз…</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>З’єднання відновлено.</translation>
    </message>
    <message>
        <source>It could not be ended just now. Try again.</source>
        <translation>Зараз не вдалося завершити. Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Перевірка…</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Працює</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Вимкнено</translation>
    </message>
    <message>
        <source>Works – say something and watch the bar</source>
        <translation>Працює – скажіть щось і погляньте на смужку</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Добре</translation>
    </message>
    <message>
        <source>Slow – the picture may freeze at times</source>
        <translation>Повільне – зображення часом може завмирати</translation>
    </message>
    <message>
        <source>No connection to the clinic</source>
        <translation>Немає з’єднання з клінікою</translation>
    </message>
    <message>
        <source>Good, but your network may block the picture. If so, phone the clinic.</source>
        <translation>Добре, але ваша мережа може блокувати зображення. Якщо так, зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Не дозволено</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>Не знайдено</translation>
    </message>
    <message>
        <source>Used by another program</source>
        <translation>Використовує інша програма</translation>
    </message>
    <message>
        <source>Not available on this page</source>
        <translation>Недоступно на цій сторінці</translation>
    </message>
    <message>
        <source>Your browser does not let this page use the camera or microphone. Tap the symbol beside the address, allow both, and check again. You can also join without: you will see and hear the others.</source>
        <translation>Браузер не дозволяє цій сторінці користуватися камерою чи мікрофоном. Торкніться значка біля адреси, дозвольте обидва та перевірте ще раз. Можна ввійти й без них: ви бачитимете й чутимете інших.</translation>
    </message>
    <message>
        <source>You can join without: you will see and hear the others. If they should hear you, phone the clinic as well.</source>
        <translation>Можна ввійти й без них: ви бачитимете й чутимете інших. Якщо вони мають чути вас, ще й зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>Close other programs that use the camera or microphone, and check again. You can also join without.</source>
        <translation>Закрийте інші програми, що використовують камеру чи мікрофон, і перевірте ще раз. Можна ввійти й без них.</translation>
    </message>
    <message>
        <source>The address of this page is not encrypted, so browsers keep camera and microphone from it. You can watch and listen; tell the clinic.</source>
        <translation>Адреса цієї сторінки не зашифрована, тому браузери не дають їй камеру й мікрофон. Можна дивитися й слухати; повідомте клініку.</translation>
    </message>
    <message>
        <source>The consultation is over</source>
        <translation>Консультацію завершено</translation>
    </message>
    <message>
        <source>It has ended. You can close this page.</source>
        <translation>Вона закінчилася. Цю сторінку можна закрити.</translation>
    </message>
    <message>
        <source>The clinician ended it for everybody. You can close this page.</source>
        <translation>Лікар завершив її для всіх. Цю сторінку можна закрити.</translation>
    </message>
    <message>
        <source>The consultation was cancelled</source>
        <translation>Консультацію скасовано</translation>
    </message>
    <message>
        <source>The clinic cancelled it. If you did not expect that, phone the clinic.</source>
        <translation>Клініка скасувала її. Якщо ви цього не чекали, зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>This link does not work any more</source>
        <translation>Це посилання більше не працює</translation>
    </message>
    <message>
        <source>The clinic changed who takes part. If you did not expect that, phone the clinic.</source>
        <translation>Клініка змінила склад учасників. Якщо ви цього не чекали, зателефонуйте до клініки.</translation>
    </message>
    <message>
        <source>You joined from another window</source>
        <translation>Ви ввійшли з іншого вікна</translation>
    </message>
    <message>
        <source>The consultation goes on there. To come back to this window, join again.</source>
        <translation>Консультація триває там. Щоб повернутися в це вікно, увійдіть знову.</translation>
    </message>
    <message>
        <source>You left the consultation</source>
        <translation>Ви вийшли з консультації</translation>
    </message>
    <message>
        <source>You can join again as long as it lasts.</source>
        <translation>Можна ввійти знову, доки вона триває.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Мова</translation>
    </message>
</context>
<context>
    <name>anteroom::AccountChooser</name>
    <message>
        <source>Whose settings</source>
        <translation>Чиї налаштування</translation>
    </message>
    <message>
        <source>Another account…</source>
        <translation>Інший обліковий запис…</translation>
    </message>
    <message>
        <source>The account’s id</source>
        <translation>Ідентифікатор облікового запису</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>Усі облікові записи</translation>
    </message>
    <message>
        <source>Show its settings</source>
        <translation>Показати його налаштування</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Обліковий запис %1</translation>
    </message>
    <message>
        <source>An account’s id here has letters, digits, points, hyphens and underscores, at most 64.</source>
        <translation>Тут ідентифікатор облікового запису складається з літер, цифр, крапок, дефісів і підкреслень, не більше 64.</translation>
    </message>
    <message>
        <source>What is set here counts for every account without a value of its own.</source>
        <translation>Задане тут діє для кожного облікового запису, що не має власного значення.</translation>
    </message>
    <message>
        <source>What is left empty here is as for all accounts.</source>
        <translation>Те, що тут порожнє, — як для всіх облікових записів.</translation>
    </message>
</context>
<context>
    <name>anteroom::AgendaCanvas</name>
    <message>
        <source>Agenda</source>
        <translation>Розклад</translation>
    </message>
    <message>
        <source>Arrows go from time to time and from day to day. Enter opens. Control with an arrow moves a teleconsultation.</source>
        <translation>Стрілки ведуть від часу до часу й від дня до дня. Enter відкриває. Ctrl зі стрілкою переносить телеконсультацію.</translation>
    </message>
    <message>
        <source>%1, %2, free</source>
        <extracomment>Read to blind people: a day, a time on it, and that nothing is planned then.</extracomment>
        <translation>%1, %2, вільно</translation>
    </message>
    <message>
        <source>%1, %2. Enter puts it there, Escape leaves it.</source>
        <extracomment>While a teleconsultation is being moved: a day and a span of time.</extracomment>
        <translation>%1, %2. Enter переносить сюди, Esc залишає на місці.</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditFilterBar</name>
    <message>
        <source>Clear the filters</source>
        <translation>Прибрати фільтри</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>Будь-коли</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Останні 7 днів</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Останні 30 днів</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>Інші дати</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Up to and with</source>
        <translation>До дня включно</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Login or token</source>
        <translation>Логін або токен</translation>
    </message>
    <message>
        <source>From the day</source>
        <translation>Від дня</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Ім’я або номер</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditJob</name>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Перебіг</translation>
    </message>
    <message>
        <source>Verifying the log…</source>
        <translation>Перевірка журналу…</translation>
    </message>
    <message>
        <source>Stopped. Nothing is proved.</source>
        <translation>Зупинено. Нічого не доведено.</translation>
    </message>
    <message>
        <source>The log is not whole: row %1 was changed, is missing or out of order. Up to row %2 it is as it was written. Keep this database as it is, and compare it with a backup.</source>
        <translation>Журнал не цілий: рядок %1 змінено, його бракує або він не на своєму місці. До рядка %2 журнал такий, як був записаний. Збережіть цю базу даних без змін і порівняйте її з резервною копією.</translation>
    </message>
    <message>
        <source>The log is whole: %1 rows, each as it was written, none missing between them. Write the number down: with fewer rows the next time, the newest were cut off.</source>
        <translation>Журнал цілий: %1 рядків, кожен такий, як був записаний, між ними нічого не бракує. Запишіть це число: якщо наступного разу рядків буде менше, найновіші відрізано.</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Запис файлу…</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>Зупинено. Файл не записано.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1 (%2).</source>
        <translation>
            <numerusform>%n рядок записано до %1 (%2).</numerusform>
            <numerusform>%n рядки записано до %1 (%2).</numerusform>
            <numerusform>%n рядків записано до %1 (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::AuditListWords</name>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Хто</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Що</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Стерто</translation>
    </message>
    <message>
        <source>Where from</source>
        <translation>Звідки</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>Журнал аудиту</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Експортувати…</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Перевірити</translation>
    </message>
    <message>
        <source>Write the rows that are shown here to a file, for a spreadsheet or another program</source>
        <translation>Записати показані тут рядки до файлу — для електронної таблиці чи іншої програми</translation>
    </message>
    <message>
        <source>Prove that no row was changed or removed</source>
        <translation>Довести, що жодного рядка не змінено й не вилучено</translation>
    </message>
    <message>
        <source>The audit log</source>
        <translation>Журнал аудиту</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Ще нічого не сталося</translation>
    </message>
    <message>
        <source>Whatever is done with patients’ data is written down here.</source>
        <translation>Усе, що роблять із даними пацієнтів, записується тут.</translation>
    </message>
    <message>
        <source>No such row</source>
        <translation>Таких рядків немає</translation>
    </message>
    <message>
        <source>Nothing in the log fits these filters.</source>
        <translation>У журналі немає нічого, що відповідало б цим фільтрам.</translation>
    </message>
    <message>
        <source>Row %1</source>
        <translation>Рядок %1</translation>
    </message>
    <message>
        <source>who: %1</source>
        <translation>хто: %1</translation>
    </message>
    <message>
        <source>patient: %1</source>
        <translation>пацієнт: %1</translation>
    </message>
    <message>
        <source>about: %1</source>
        <translation>про: %1</translation>
    </message>
    <message>
        <source>outcome: %1</source>
        <translation>результат: %1</translation>
    </message>
    <message>
        <source>For spreadsheets (*.csv)</source>
        <translation>Для електронних таблиць (*.csv)</translation>
    </message>
    <message>
        <source>For other programs (*.json)</source>
        <translation>Для інших програм (*.json)</translation>
    </message>
    <message>
        <source>Export the audit log</source>
        <translation>Експорт журналу аудиту</translation>
    </message>
</context>
<context>
    <name>anteroom::AuditWords</name>
    <message>
        <source>Added a participant</source>
        <translation>Додавання учасника</translation>
    </message>
    <message>
        <source>Changed a teleconsultation</source>
        <translation>Зміна телеконсультації</translation>
    </message>
    <message>
        <source>Scheduled a teleconsultation</source>
        <translation>Призначення телеконсультації</translation>
    </message>
    <message>
        <source>Cancelled a teleconsultation</source>
        <translation>Скасування телеконсультації</translation>
    </message>
    <message>
        <source>Erased a teleconsultation</source>
        <translation>Стирання телеконсультації</translation>
    </message>
    <message>
        <source>Imported a teleconsultation</source>
        <translation>Імпорт телеконсультації</translation>
    </message>
    <message>
        <source>Invited to a teleconsultation</source>
        <translation>Запрошення на телеконсультацію</translation>
    </message>
    <message>
        <source>Read the list of teleconsultations</source>
        <translation>Перегляд списку телеконсультацій</translation>
    </message>
    <message>
        <source>Opened a teleconsultation</source>
        <translation>Відкриття телеконсультації</translation>
    </message>
    <message>
        <source>Reminded of a teleconsultation</source>
        <translation>Нагадування про телеконсультацію</translation>
    </message>
    <message>
        <source>Asked how a text was sent</source>
        <translation>Запит про надсилання SMS</translation>
    </message>
    <message>
        <source>Refreshed a device request</source>
        <translation>Оновлення направлення на виріб</translation>
    </message>
    <message>
        <source>Erased the texts of a device request</source>
        <translation>Стирання SMS направлення на виріб</translation>
    </message>
    <message>
        <source>Erased a call</source>
        <translation>Стирання виклику</translation>
    </message>
    <message>
        <source>Exported the audit log</source>
        <translation>Експорт журналу аудиту</translation>
    </message>
    <message>
        <source>Read the audit log</source>
        <translation>Перегляд журналу аудиту</translation>
    </message>
    <message>
        <source>Verified the audit log</source>
        <translation>Перевірка журналу аудиту</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Створення резервної копії</translation>
    </message>
    <message>
        <source>Ended a call</source>
        <translation>Завершення виклику</translation>
    </message>
    <message>
        <source>Called a device</source>
        <translation>Виклик пристрою</translation>
    </message>
    <message>
        <source>Read the list of calls</source>
        <translation>Перегляд списку викликів</translation>
    </message>
    <message>
        <source>Read the list of device requests</source>
        <translation>Перегляд списку направлень на вироби</translation>
    </message>
    <message>
        <source>Opened a device request</source>
        <translation>Відкриття направлення на виріб</translation>
    </message>
    <message>
        <source>Sent a device request’s text again</source>
        <translation>Повторне SMS про направлення на виріб</translation>
    </message>
    <message>
        <source>Added files</source>
        <translation>Додавання файлів</translation>
    </message>
    <message>
        <source>Erased a file</source>
        <translation>Стирання файлу</translation>
    </message>
    <message>
        <source>Opened a photo or file</source>
        <translation>Відкриття фото або файлу</translation>
    </message>
    <message>
        <source>Scanned a file</source>
        <translation>Перевірка файлу на віруси</translation>
    </message>
    <message>
        <source>Sent a text after a notification nobody answered</source>
        <translation>SMS після сповіщення без відповіді</translation>
    </message>
    <message>
        <source>Assigned a file request</source>
        <translation>Призначення запиту на фото</translation>
    </message>
    <message>
        <source>Cancelled a file request</source>
        <translation>Скасування запиту на фото</translation>
    </message>
    <message>
        <source>Asked for photos</source>
        <translation>Запит на фото</translation>
    </message>
    <message>
        <source>Marked a file request as done</source>
        <translation>Завершення запиту на фото</translation>
    </message>
    <message>
        <source>Erased a file request</source>
        <translation>Стирання запиту на фото</translation>
    </message>
    <message>
        <source>Extended a file request</source>
        <translation>Продовження запиту на фото</translation>
    </message>
    <message>
        <source>Imported a file request</source>
        <translation>Імпорт запиту на фото</translation>
    </message>
    <message>
        <source>Read the list of file requests</source>
        <translation>Перегляд списку запитів на фото</translation>
    </message>
    <message>
        <source>Opened a file request</source>
        <translation>Відкриття запиту на фото</translation>
    </message>
    <message>
        <source>Sent a link again</source>
        <translation>Повторне надсилання посилання</translation>
    </message>
    <message>
        <source>Took a file request back</source>
        <translation>Відкликання запиту на фото</translation>
    </message>
    <message>
        <source>Unlocked a patient’s link</source>
        <translation>Розблокування посилання пацієнта</translation>
    </message>
    <message>
        <source>Imported data</source>
        <translation>Імпорт даних</translation>
    </message>
    <message>
        <source>Opened a message</source>
        <translation>Відкриття повідомлення</translation>
    </message>
    <message>
        <source>Sent an event once more</source>
        <translation>Повторне надсилання події</translation>
    </message>
    <message>
        <source>Reported on a delivery</source>
        <translation>Звіт про доставлення</translation>
    </message>
    <message>
        <source>Had a message sent again</source>
        <translation>Повторне надсилання повідомлення</translation>
    </message>
    <message>
        <source>Said that a message arrived</source>
        <translation>Позначка, що повідомлення надійшло</translation>
    </message>
    <message>
        <source>Sent a test message</source>
        <translation>Надсилання пробного повідомлення</translation>
    </message>
    <message>
        <source>Read the outbox</source>
        <translation>Перегляд вихідних</translation>
    </message>
    <message>
        <source>Asked for a one-time code</source>
        <translation>Запит одноразового коду</translation>
    </message>
    <message>
        <source>Typed a date of birth and a one-time code</source>
        <translation>Введення дати народження й одноразового коду</translation>
    </message>
    <message>
        <source>Typed a date of birth</source>
        <translation>Введення дати народження</translation>
    </message>
    <message>
        <source>Looked at a photo they sent</source>
        <translation>Перегляд надісланого фото</translation>
    </message>
    <message>
        <source>Sent photos</source>
        <translation>Надсилання фото</translation>
    </message>
    <message>
        <source>Opened their page</source>
        <translation>Відкриття своєї сторінки</translation>
    </message>
    <message>
        <source>Changed the templates</source>
        <translation>Зміна шаблонів</translation>
    </message>
    <message>
        <source>Removed a register’s entry</source>
        <translation>Вилучення запису реєстру</translation>
    </message>
    <message>
        <source>Changed a register’s entry</source>
        <translation>Зміна запису реєстру</translation>
    </message>
    <message>
        <source>Ended a teleconsultation for all</source>
        <translation>Завершення телеконсультації для всіх</translation>
    </message>
    <message>
        <source>Joined a teleconsultation</source>
        <translation>Приєднання до телеконсультації</translation>
    </message>
    <message>
        <source>Changed a setting</source>
        <translation>Зміна налаштування</translation>
    </message>
    <message>
        <source>Added a member of staff</source>
        <translation>Додавання працівника</translation>
    </message>
    <message>
        <source>Changed their password</source>
        <translation>Зміна свого пароля</translation>
    </message>
    <message>
        <source>Typed their password</source>
        <translation>Введення свого пароля</translation>
    </message>
    <message>
        <source>Disabled a member of staff</source>
        <translation>Вимкнення працівника</translation>
    </message>
    <message>
        <source>Enabled a member of staff</source>
        <translation>Увімкнення працівника</translation>
    </message>
    <message>
        <source>Set somebody’s password</source>
        <translation>Встановлення чужого пароля</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <source>Ended somebody’s wait</source>
        <translation>Скасування чийогось очікування</translation>
    </message>
    <message>
        <source>Made an API token</source>
        <translation>Створення токена API</translation>
    </message>
    <message>
        <source>Revoked an API token</source>
        <translation>Відкликання токена API</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>Додавання особи</translation>
    </message>
    <message>
        <source>Changed a person’s data</source>
        <translation>Зміна даних особи</translation>
    </message>
    <message>
        <source>Had a person erased</source>
        <translation>Запит на стирання особи</translation>
    </message>
    <message>
        <source>Erased a person</source>
        <translation>Стирання особи</translation>
    </message>
    <message>
        <source>Looked at what erasing would take</source>
        <translation>Перегляд того, що буде стерто</translation>
    </message>
    <message>
        <source>Imported a person</source>
        <translation>Імпорт особи</translation>
    </message>
    <message>
        <source>Read the list of people</source>
        <translation>Перегляд списку осіб</translation>
    </message>
    <message>
        <source>Opened a person’s page</source>
        <translation>Відкриття сторінки особи</translation>
    </message>
    <message>
        <source>Searched for a person</source>
        <translation>Пошук особи</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Виконано</translation>
    </message>
    <message>
        <source>Answered again</source>
        <translation>Повторна відповідь</translation>
    </message>
    <message>
        <source>Refused: not an administrator</source>
        <translation>Відмовлено: не адміністратор</translation>
    </message>
    <message>
        <source>Found a broken row</source>
        <translation>Знайдено пошкоджений рядок</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Зупинено</translation>
    </message>
    <message>
        <source>Refused: has to wait</source>
        <translation>Відмовлено: треба зачекати</translation>
    </message>
    <message>
        <source>Refused: wrong password</source>
        <translation>Відмовлено: хибний пароль</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Усе</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Вхід</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Особи</translation>
    </message>
    <message>
        <source>File requests and photos</source>
        <translation>Запити на фото і фото</translation>
    </message>
    <message>
        <source>Patients’ own pages</source>
        <translation>Сторінки пацієнтів</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Телеконсультації</translation>
    </message>
    <message>
        <source>Calls and devices</source>
        <translation>Виклики й пристрої</translation>
    </message>
    <message>
        <source>Device requests</source>
        <translation>Направлення на вироби</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>Settings, staff and tokens</source>
        <translation>Налаштування, персонал і токени</translation>
    </message>
    <message>
        <source>Backups, imports and this log</source>
        <translation>Резервні копії, імпорт і цей журнал</translation>
    </message>
    <message>
        <source>A patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Anteroom itself</source>
        <translation>Сам Anteroom</translation>
    </message>
    <message>
        <source>Token %1</source>
        <translation>Токен %1</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Консоль</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Командний рядок</translation>
    </message>
    <message>
        <source>Added a register’s entry</source>
        <translation>Додавання запису реєстру</translation>
    </message>
    <message>
        <source>A call was answered</source>
        <translation>На виклик відповіли</translation>
    </message>
    <message>
        <source>A call ended</source>
        <translation>Виклик завершено</translation>
    </message>
    <message>
        <source>A call failed</source>
        <translation>Виклик не вдався</translation>
    </message>
    <message>
        <source>A push for a call failed</source>
        <translation>Push для виклику не вдався</translation>
    </message>
    <message>
        <source>A phone registered for a call</source>
        <translation>Телефон зареєструвався для виклику</translation>
    </message>
    <message>
        <source>Reported on a call</source>
        <translation>Звіт про виклик</translation>
    </message>
    <message>
        <source>A phone rings</source>
        <translation>Телефон дзвонить</translation>
    </message>
    <message>
        <source>A call ended by time</source>
        <translation>Час виклику вичерпано</translation>
    </message>
    <message>
        <source>Removed a device</source>
        <translation>Вилучення пристрою</translation>
    </message>
    <message>
        <source>Asked which devices there are</source>
        <translation>Перегляд пристроїв</translation>
    </message>
    <message>
        <source>Opened a device’s data</source>
        <translation>Перегляд даних пристрою</translation>
    </message>
    <message>
        <source>Changed a device</source>
        <translation>Зміна пристрою</translation>
    </message>
    <message>
        <source>Read a register</source>
        <translation>Переглянуто реєстр</translation>
    </message>
    <message>
        <source>Opened a register’s entry</source>
        <translation>Відкрито запис реєстру</translation>
    </message>
    <message>
        <source>Read the addresses of a teleconsultation’s people</source>
        <translation>Перегляд адрес учасників телеконсультації</translation>
    </message>
    <message>
        <source>Took a link to a teleconsultation</source>
        <translation>Отримання посилання на телеконсультацію</translation>
    </message>
    <message>
        <source>Imported a device</source>
        <translation>Імпорт пристрою</translation>
    </message>
    <message>
        <source>Imported a register’s entry</source>
        <translation>Імпорт запису реєстру</translation>
    </message>
</context>
<context>
    <name>anteroom::BackupSection</name>
    <message>
        <source>&amp;File to write</source>
        <translation>&amp;Файл для запису</translation>
    </message>
    <message>
        <source>The same &amp;again</source>
        <translation>Ще &amp;раз те саме</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Створити резервну копію</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Парольна фраза</translation>
    </message>
    <message>
        <source>With one the backup is encrypted and holds the keys; without one photos and codes in it open only with this machine’s keys.</source>
        <translation>З нею копію зашифровано і вона містить ключі; без неї фото й коди відкриваються лише ключами цього комп’ютера.</translation>
    </message>
    <message>
        <source>Progress of the backup</source>
        <translation>Перебіг створення копії</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Файл для запису</translation>
    </message>
    <message>
        <source>Say where to write it.</source>
        <translation>Вкажіть, куди записати.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Вони не збігаються.</translation>
    </message>
    <message>
        <source>The backup is made: %1, encrypted, with the keys.</source>
        <translation>Резервну копію створено: %1, зашифровано, з ключами.</translation>
    </message>
    <message>
        <source>The backup is made: %1, without keys. Keep this machine’s keys elsewhere.</source>
        <translation>Резервну копію створено: %1, без ключів. Зберігайте ключі цього комп’ютера окремо.</translation>
    </message>
    <message>
        <source>Backup %1</source>
        <translation>Резервна копія %1</translation>
    </message>
</context>
<context>
    <name>anteroom::Barcode</name>
    <message>
        <source>Bar code of %1</source>
        <translation>Штрихкод %1</translation>
    </message>
</context>
<context>
    <name>anteroom::CallDesk</name>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Connect my phone</source>
        <translation>З’єднати мій телефон</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Зателефонувати</translation>
    </message>
    <message>
        <source>Call by phone instead</source>
        <translation>Подзвонити телефоном</translation>
    </message>
    <message>
        <source>Choose whom to call</source>
        <translation>Виберіть, кому телефонувати</translation>
    </message>
    <message>
        <source>All devices of a patient ring at once; whichever is answered first stops the others.</source>
        <translation>Усі пристрої пацієнта дзвонять одночасно; той, на якому відповіли першим, зупиняє решту.</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>Виклик: %1</translation>
    </message>
    <message>
        <source>Call again</source>
        <translation>Зателефонувати ще раз</translation>
    </message>
    <message>
        <source>No phone woke within %1. Call %2 by telephone instead.</source>
        <translation>Жоден телефон не прокинувся за %1. Подзвоніть натомість на %2.</translation>
    </message>
    <message>
        <source>There is no device with the app. Call %1 by telephone instead.</source>
        <translation>Немає жодного пристрою із застосунком. Подзвоніть натомість на %1.</translation>
    </message>
    <message>
        <source>No device takes the call. Call %1 by telephone instead.</source>
        <translation>Жоден пристрій не приймає виклик. Подзвоніть натомість на %1.</translation>
    </message>
    <message>
        <source>A phone has %1 to wake.</source>
        <translation>Телефон має %1, щоб прокинутися.</translation>
    </message>
    <message>
        <source>If no phone wakes within %1, the telephone is the way: %2</source>
        <translation>Якщо за %1 жоден телефон не прокинеться, лишається телефонна лінія: %2</translation>
    </message>
    <message>
        <source>The push provider is the sandbox: nothing leaves this machine.</source>
        <translation>Провайдер push — пісочниця: ніщо не залишає цей комп’ютер.</translation>
    </message>
    <message>
        <source>No device takes calls, and no telephone number is known.</source>
        <translation>Жоден пристрій не приймає виклики, а номер телефону невідомий.</translation>
    </message>
</context>
<context>
    <name>anteroom::CallPage</name>
    <message>
        <source>Calls</source>
        <translation>Виклики</translation>
    </message>
    <message>
        <source>Whom to call</source>
        <translation>Кому телефонувати</translation>
    </message>
    <message>
        <source>Whom to call: name or number</source>
        <translation>Кому телефонувати: ім’я або номер</translation>
    </message>
    <message>
        <source>Earlier calls</source>
        <translation>Попередні виклики</translation>
    </message>
    <message>
        <source>From push to registration, last 30 days</source>
        <translation>Від push до реєстрації, останні 30 днів</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Викликів ще немає</translation>
    </message>
    <message>
        <source>Never called</source>
        <translation>Ще не телефонували</translation>
    </message>
    <message>
        <source>Every call stands here, and what became of it.</source>
        <translation>Тут кожен виклик і його результат.</translation>
    </message>
    <message>
        <source>No program on this computer opens %1. Dial the number yourself.</source>
        <translation>Жодна програма на цьому комп’ютері не відкриває %1. Наберіть номер самостійно.</translation>
    </message>
</context>
<context>
    <name>anteroom::CallWords</name>
    <message>
        <source>iPhone or iPad</source>
        <translation>iPhone або iPad</translation>
    </message>
    <message>
        <source>Android device</source>
        <translation>Пристрій Android</translation>
    </message>
    <message>
        <source>Browser</source>
        <translation>Браузер</translation>
    </message>
    <message>
        <source>Waking</source>
        <translation>Прокидається</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилання</translation>
    </message>
    <message>
        <source>Awake</source>
        <translation>Прокинувся</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Дзвонить</translation>
    </message>
    <message>
        <source>Talking</source>
        <translation>Розмова</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Відповіли</translation>
    </message>
    <message>
        <source>Answered elsewhere</source>
        <translation>Відповіли деінде</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Не відповіли</translation>
    </message>
    <message>
        <source>Refuses calls</source>
        <translation>Не приймає викликів</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Не досягнуто</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не вдалося</translation>
    </message>
    <message>
        <source>Did not wake</source>
        <translation>Не прокинувся</translation>
    </message>
    <message>
        <source>Calls are turned off on this device.</source>
        <translation>Виклики на цьому пристрої вимкнено.</translation>
    </message>
    <message>
        <source>The app on this device has told us no way to wake it.</source>
        <translation>Застосунок на цьому пристрої не повідомив, як його розбудити.</translation>
    </message>
    <message>
        <source>The push service no longer knows this device: the app was removed.</source>
        <translation>Служба push більше не знає цього пристрою: застосунок видалено.</translation>
    </message>
    <message>
        <source>The push service took no push for this device.</source>
        <translation>Служба push не прийняла сповіщення для цього пристрою.</translation>
    </message>
    <message>
        <source>The push left, and the phone did not register in time. It will not ring later.</source>
        <translation>Push надіслано, але телефон не зареєструвався вчасно. Пізніше він не задзвонить.</translation>
    </message>
    <message>
        <source>The telephone exchange could not connect the call.</source>
        <translation>Телефонна станція не змогла з’єднати виклик.</translation>
    </message>
    <message>
        <source>Another device of theirs was answered.</source>
        <translation>Відповіли на іншому пристрої цієї особи.</translation>
    </message>
    <message>
        <source>It rang, and nobody answered.</source>
        <translation>Дзвонило, але ніхто не відповів.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
</context>
<context>
    <name>anteroom::CancelDialog</name>
    <message>
        <source>Cancel consultation</source>
        <translation>Скасувати консультацію</translation>
    </message>
    <message>
        <source>Cancel the teleconsultation?</source>
        <translation>Скасувати телеконсультацію?</translation>
    </message>
    <message>
        <source>Nobody was invited, so nobody is told.</source>
        <translation>Нікого не запрошували, тож нікого не повідомимо.</translation>
    </message>
    <message>
        <source>These are told that it does not take place: %1.</source>
        <translation>Про скасування повідомимо: %1.</translation>
    </message>
    <message>
        <source>People may be in the room just now: it closes at once.</source>
        <translation>Зараз у кімнаті можуть бути люди: вона одразу закриється.</translation>
    </message>
    <message>
        <source>Everybody’s link stops working. This can’t be undone.</source>
        <translation>Посилання всіх учасників перестануть працювати. Повернути це не можна.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Залишити</translation>
    </message>
</context>
<context>
    <name>anteroom::Console</name>
    <message numerus="yes">
        <source>%1 answered: %n photo(s)</source>
        <translation>
            <numerusform>%1: надійшла відповідь, %n фото</numerusform>
            <numerusform>%1: надійшла відповідь, %n фото</numerusform>
            <numerusform>%1: надійшла відповідь, %n фото</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A patient answered: %n photo(s)</source>
        <translation>
            <numerusform>Пацієнт відповів: %n фото</numerusform>
            <numerusform>Пацієнт відповів: %n фото</numerusform>
            <numerusform>Пацієнт відповів: %n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos arrived</source>
        <translation>Надійшли фото</translation>
    </message>
    <message>
        <source>New file request</source>
        <translation>Новий запит на фото</translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) answered</source>
        <translation>
            <numerusform>%n пацієнт відповів</numerusform>
            <numerusform>%n пацієнти відповіли</numerusform>
            <numerusform>%n пацієнтів відповіли</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) need(s) you</source>
        <translation>
            <numerusform>%n повідомлення потребує уваги</numerusform>
            <numerusform>%n повідомлення потребують уваги</numerusform>
            <numerusform>%n повідомлень потребують уваги</numerusform>
        </translation>
    </message>
    <message>
        <source>Not delivered, or in doubt.</source>
        <translation>Не доставлено або під сумнівом.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceCard</name>
    <message>
        <source>Push sent</source>
        <translation>Push надіслано</translation>
    </message>
    <message>
        <source>Phone awake (registered)</source>
        <translation>Телефон прокинувся (зареєстрований)</translation>
    </message>
    <message>
        <source>Ringing</source>
        <translation>Дзвонить</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Відповіли</translation>
    </message>
    <message>
        <source>Takes calls</source>
        <translation>Приймає виклики</translation>
    </message>
    <message>
        <source>Refuses calls</source>
        <translation>Не приймає викликів</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Недоступний</translation>
    </message>
    <message>
        <source>A call wakes it and lets it ring.</source>
        <translation>Виклик будить його, і він дзвонить.</translation>
    </message>
    <message>
        <source>Calls are turned off on this device.</source>
        <translation>Виклики на цьому пристрої вимкнено.</translation>
    </message>
    <message>
        <source>The app on this device has told us no way to wake it.</source>
        <translation>Застосунок на цьому пристрої не повідомив, як його розбудити.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestColumns</name>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Виріб</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Code goes to</source>
        <translation>Код отримає</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestDetails</name>
    <message>
        <source>Choose a device request.</source>
        <translation>Виберіть направлення.</translation>
    </message>
    <message>
        <source>Open person</source>
        <translation>Відкрити людину</translation>
    </message>
    <message>
        <source>Refresh from eHealth</source>
        <translation>Оновити з eHealth</translation>
    </message>
    <message>
        <source>A patient not in the register</source>
        <translation>Пацієнт, якого немає в реєстрі</translation>
    </message>
    <message>
        <source>Assistive device: %1</source>
        <translation>Допоміжний засіб: %1</translation>
    </message>
    <message>
        <source>Device: %1</source>
        <translation>Виріб: %1</translation>
    </message>
    <message>
        <source>No programme</source>
        <translation>Без програми</translation>
    </message>
    <message>
        <source>Programme: one that the register does not know</source>
        <translation>Програма: реєстр її не знає</translation>
    </message>
    <message>
        <source>Programme: %1</source>
        <translation>Програма: %1</translation>
    </message>
    <message>
        <source>The code reaches nobody</source>
        <translation>Код нікому не надходить</translation>
    </message>
    <message>
        <source>The code goes to: %1</source>
        <translation>Код отримає: %1</translation>
    </message>
    <message>
        <source>Known here since %1</source>
        <translation>Відомо тут від %1</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestWords</name>
    <message>
        <source>Active</source>
        <translation>Активне</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершене</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Відкликане</translation>
    </message>
    <message>
        <source>Entered in error</source>
        <translation>Внесене помилково</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Призупинене</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Чернетка</translation>
    </message>
    <message>
        <source>This device request is no longer here. Go back to the list.</source>
        <translation>Цього направлення вже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>The register of persons does not know this patient. Have them imported first.</source>
        <translation>Реєстр осіб не знає цього пацієнта. Спершу його треба імпортувати.</translation>
    </message>
    <message>
        <source>Which legal entity this clinic is has not been set. Ask an administrator: it stands in Settings, eHealth.</source>
        <translation>Не задано, якою юридичною особою є цей заклад. Зверніться до адміністратора: це в налаштуваннях, eHealth.</translation>
    </message>
    <message>
        <source>Institutions of this clinic’s kind may not send these texts.</source>
        <translation>Заклади такого типу не можуть надсилати ці SMS.</translation>
    </message>
    <message>
        <source>The clinic’s legal entity is not active in the register.</source>
        <translation>Юридична особа закладу в реєстрі не активна.</translation>
    </message>
    <message>
        <source>The request names a way to inform the patient that is not one of theirs. Have another one chosen.</source>
        <translation>У направленні вказано спосіб повідомлення, якого в пацієнта немає. Нехай виберуть інший.</translation>
    </message>
    <message>
        <source>The way to inform the patient that the request names has ended. Have another one chosen.</source>
        <translation>Спосіб повідомлення, вказаний у направленні, більше не діє. Нехай виберуть інший.</translation>
    </message>
    <message>
        <source>The code would go to a third person who has no confirmed right to act for the patient now. Have it confirmed first.</source>
        <translation>Код пішов би третій особі, яка зараз не має підтвердженого права діяти за пацієнта. Спершу його треба підтвердити.</translation>
    </message>
    <message>
        <source>No telephone is registered for the patient’s codes. Have one registered first.</source>
        <translation>Для кодів пацієнта не зареєстровано телефону. Спершу зареєструйте його.</translation>
    </message>
    <message>
        <source>Codes reach this patient on paper, not by telephone. Print the number for them.</source>
        <translation>Цей пацієнт отримує коди на папері, а не телефоном. Надрукуйте для нього номер.</translation>
    </message>
    <message>
        <source>The telephone for the patient’s codes has no number that can be used.</source>
        <translation>Телефон для кодів пацієнта не має придатного номера.</translation>
    </message>
    <message>
        <source>A text left a moment ago. Wait a little.</source>
        <translation>SMS щойно надіслано. Трохи зачекайте.</translation>
    </message>
    <message>
        <source>Texts are switched off for this programme. Tell the patient yourself.</source>
        <translation>Для цієї програми SMS вимкнено. Повідомте пацієнта самі.</translation>
    </message>
    <message>
        <source>The text needs a verification code, and this request has none.</source>
        <translation>Для тексту потрібен код підтвердження, а в цьому направленні його немає.</translation>
    </message>
    <message>
        <source>A third person</source>
        <translation>Третя особа</translation>
    </message>
    <message>
        <source>%1, a third person</source>
        <translation>%1, третя особа</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На папері</translation>
    </message>
    <message>
        <source>Texts are sent for active requests only. This one: %1.</source>
        <translation>SMS надсилаються лише для активних направлень. Це: %1.</translation>
    </message>
    <message>
        <source>Texts for assistive devices without a programme are switched off in Settings, eHealth.</source>
        <translation>SMS для допоміжних засобів без програми вимкнено в налаштуваннях, eHealth.</translation>
    </message>
    <message>
        <source>Texts for devices without a programme are switched off in Settings, eHealth.</source>
        <translation>SMS для виробів без програми вимкнено в налаштуваннях, eHealth.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>У дорозі</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Надіслано</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>%1:%2 min</source>
        <translation>%1:%2 хв</translation>
    </message>
    <message>
        <source>%1:%2 h</source>
        <translation>%1:%2 год</translation>
    </message>
    <message>
        <source>Assistive device in a programme</source>
        <translation>Допоміжний засіб за програмою</translation>
    </message>
    <message>
        <source>Other device in a programme</source>
        <translation>Інший виріб за програмою</translation>
    </message>
    <message>
        <source>Assistive device without a programme</source>
        <translation>Допоміжний засіб без програми</translation>
    </message>
    <message>
        <source>Other device without a programme</source>
        <translation>Інший виріб без програми</translation>
    </message>
    <message>
        <source>Nothing was sent: the number has changed since you looked. Confirm the new one with the patient first.</source>
        <translation>Нічого не надіслано: номер тим часом змінився. Спершу підтвердьте новий номер у пацієнта.</translation>
    </message>
</context>
<context>
    <name>anteroom::DeviceRequestsPage</name>
    <message>
        <source>Device requests</source>
        <translation>Направлення на вироби</translation>
    </message>
    <message>
        <source>Texts…</source>
        <translation>Тексти…</translation>
    </message>
    <message>
        <source>Show everybody’s</source>
        <translation>Показати всі</translation>
    </message>
    <message>
        <source>Only one patient’s are shown.</source>
        <translation>Показано направлення одного пацієнта.</translation>
    </message>
    <message>
        <source>Only those of %1 are shown.</source>
        <translation>Показано лише направлення пацієнта %1.</translation>
    </message>
    <message>
        <source>No device requests</source>
        <translation>Немає направлень</translation>
    </message>
    <message>
        <source>Nothing was prescribed for this patient.</source>
        <translation>Цьому пацієнтові нічого не призначено.</translation>
    </message>
    <message>
        <source>No device requests yet</source>
        <translation>Направлень ще немає</translation>
    </message>
    <message>
        <source>They come from the health system: an administrator imports them in Registers.</source>
        <translation>Вони надходять із системи охорони здоров’я: адміністратор імпортує їх у реєстрах.</translation>
    </message>
    <message>
        <source>The text is on its way. What becomes of it stands with the request.</source>
        <translation>SMS у дорозі. Що з ним стане, видно біля направлення.</translation>
    </message>
    <message numerus="yes">
        <source>This is what the health system says now. The patient has %n way(s) to be informed there.</source>
        <translation>
            <numerusform>Так зараз каже система охорони здоров’я. Там пацієнт має %n спосіб повідомлення.</numerusform>
            <numerusform>Так зараз каже система охорони здоров’я. Там пацієнт має %n способи повідомлення.</numerusform>
            <numerusform>Так зараз каже система охорони здоров’я. Там пацієнт має %n способів повідомлення.</numerusform>
        </translation>
    </message>
    <message>
        <source>Find by number or patient</source>
        <translation>Шукати за номером або пацієнтом</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>Numbers and patients’ names are found by their beginning. Look for a typing mistake.</source>
        <translation>Номери та імена пацієнтів шукаються від початку. Перевірте, чи немає помилки.</translation>
    </message>
</context>
<context>
    <name>anteroom::EraseDialog</name>
    <message>
        <source>Looking up what is there…</source>
        <translation>Перевіряємо, що є…</translation>
    </message>
    <message>
        <source>I know that this can’t be &amp;undone</source>
        <translation>Я знаю, що це &amp;не можна скасувати</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Стерти назавжди</translation>
    </message>
    <message>
        <source>Erase a person</source>
        <translation>Стерти дані людини</translation>
    </message>
    <message>
        <source>Erase %1?</source>
        <translation>Стерти дані: %1?</translation>
    </message>
    <message>
        <source>The audit log stays: it holds no names, only that somebody was here. Backups made until now keep what they hold until you delete them.</source>
        <translation>Журнал аудиту залишається: у ньому немає імен, лише те, що хтось тут був. Резервні копії, зроблені дотепер, зберігають свій вміст, доки ви їх не видалите.</translation>
    </message>
    <message>
        <source>How much is erased</source>
        <translation>Скільки вже стерто</translation>
    </message>
    <message>
        <source>What goes, for everybody and at once:</source>
        <translation>Що зникне, для всіх і одразу:</translation>
    </message>
    <message>
        <source>• name, date of birth, number, e-mail address and ids</source>
        <translation>• ім’я, дата народження, номер, адреса електронної пошти та ідентифікатори</translation>
    </message>
    <message numerus="yes">
        <source>• %n file request(s), with their links and messages</source>
        <translation>
            <numerusform>• %n запит файлів із посиланням і повідомленнями</numerusform>
            <numerusform>• %n запити файлів із посиланнями та повідомленнями</numerusform>
            <numerusform>• %n запитів файлів із посиланнями та повідомленнями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n photo(s) and file(s)</source>
        <translation>
            <numerusform>• %n фото чи файл</numerusform>
            <numerusform>• %n фото та файли</numerusform>
            <numerusform>• %n фото та файлів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• %n phone(s) with the app, and what the health system’s registers say of them here</source>
        <translation>
            <numerusform>• %n телефон із застосунком, а також дані з реєстрів системи охорони здоров’я</numerusform>
            <numerusform>• %n телефони із застосунком, а також дані з реєстрів системи охорони здоров’я</numerusform>
            <numerusform>• %n телефонів із застосунком, а також дані з реєстрів системи охорони здоров’я</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests of others that were sent to them lose their number and address.</source>
        <translation>Із запитів інших пацієнтів, надісланих цій людині, зникнуть її номер і адреса.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
</context>
<context>
    <name>anteroom::ErrorText</name>
    <message>
        <source>Only administrators can do this. Ask one of yours.</source>
        <translation>Це можуть робити лише адміністратори. Зверніться до одного з них.</translation>
    </message>
    <message>
        <source>This was interrupted. Try again.</source>
        <translation>Операцію перервано. Спробуйте ще раз.</translation>
    </message>
    <message>
        <source>This date lies in the future. Check the year.</source>
        <translation>Ця дата ще не настала. Перевірте рік.</translation>
    </message>
    <message>
        <source>This time is over. Choose a later one.</source>
        <translation>Цей час уже минув. Виберіть пізніший.</translation>
    </message>
    <message>
        <source>This is no e-mail address. It looks like name@example.org.</source>
        <translation>Це не адреса е-пошти. Вона має вигляд name@example.org.</translation>
    </message>
    <message>
        <source>This file on the server is damaged and can&apos;t be shown. Ask the patient to send it again, and an administrator to look at the backup.</source>
        <translation>Цей файл на сервері пошкоджено, його не можна показати. Попросіть пацієнта надіслати його ще раз, а адміністратора перевірити резервну копію.</translation>
    </message>
    <message>
        <source>This file has expired and its content is gone. Ask the patient again if you still need it.</source>
        <translation>Термін зберігання цього файлу минув, і вмісту вже немає. Якщо він ще потрібен, попросіть пацієнта знову.</translation>
    </message>
    <message>
        <source>This file is no longer on the server. Ask the patient to send it again, and an administrator to look at the backup.</source>
        <translation>Цього файлу вже немає на сервері. Попросіть пацієнта надіслати його ще раз, а адміністратора перевірити резервну копію.</translation>
    </message>
    <message>
        <source>This file is too large. Up to 25 MB are taken.</source>
        <translation>Цей файл завеликий. Приймаються файли до 25 МБ.</translation>
    </message>
    <message>
        <source>These are too many files for one request. Make another request for the rest.</source>
        <translation>Забагато файлів для одного запиту. Створіть ще один запит для решти.</translation>
    </message>
    <message>
        <source>This file is no longer here. Go back to the list.</source>
        <translation>Цього файлу тут уже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>This request was cancelled. Make a new one if you still need the photo.</source>
        <translation>Цей запит скасовано. Якщо фото ще потрібне, створіть новий.</translation>
    </message>
    <message>
        <source>This request has expired. Extend it or make a new one.</source>
        <translation>Термін цього запиту минув. Подовжте його або створіть новий.</translation>
    </message>
    <message>
        <source>The message has left already and can&apos;t be called back. You can cancel the request.</source>
        <translation>Повідомлення вже надіслано, його не можна відкликати. Можна скасувати запит.</translation>
    </message>
    <message>
        <source>Something is missing here. Give a mobile number, or the other way named beside it.</source>
        <translation>Тут чогось бракує. Вкажіть номер мобільного або інший спосіб, названий поруч.</translation>
    </message>
    <message>
        <source>This request is no longer here. Go back to the list.</source>
        <translation>Цього запиту тут уже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>Other photos are being prepared just now. Try again in a moment.</source>
        <translation>Зараз готуються інші фото. Спробуйте за мить.</translation>
    </message>
    <message>
        <source>This photo can&apos;t be read. Ask the patient for another one.</source>
        <translation>Це фото не вдається прочитати. Попросіть у пацієнта інше.</translation>
    </message>
    <message>
        <source>Reading this photo took too long. Ask the patient for another one.</source>
        <translation>Це фото читалося надто довго. Попросіть у пацієнта інше.</translation>
    </message>
    <message>
        <source>The keyring of this computer is locked. Unlock it, then try again.</source>
        <translation>Сховище ключів цього комп’ютера заблоковано. Розблокуйте його та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>This language is not known. Choose one of the list.</source>
        <translation>Ця мова невідома. Виберіть мову зі списку.</translation>
    </message>
    <message>
        <source>Somebody has decided about this message already. Look at it again.</source>
        <translation>Щодо цього повідомлення вже хтось вирішив. Перегляньте його ще раз.</translation>
    </message>
    <message>
        <source>This message can&apos;t be sent again in the state it is in. Look at it again.</source>
        <translation>У теперішньому стані це повідомлення не можна надіслати знову. Перегляньте його ще раз.</translation>
    </message>
    <message>
        <source>This message is no longer here. Go back to the list.</source>
        <translation>Цього повідомлення тут уже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>The list has changed. Load it again.</source>
        <translation>Список змінився. Завантажте його знову.</translation>
    </message>
    <message>
        <source>This is no mobile number. Write it with the country, such as +44 7777 123456.</source>
        <translation>Це не номер мобільного. Напишіть його з кодом країни, наприклад +44 7777 123456.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask an administrator.</source>
        <translation>Ваша роль цього не дозволяє. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else one first.</source>
        <translation>Це останній адміністратор. Спершу призначте іншого.</translation>
    </message>
    <message>
        <source>A login has 1 to 64 characters. Choose another.</source>
        <translation>Логін має містити від 1 до 64 символів. Виберіть інший.</translation>
    </message>
    <message>
        <source>Somebody has this login already. Choose another.</source>
        <translation>Такий логін уже зайнято. Виберіть інший.</translation>
    </message>
    <message>
        <source>A name has 1 to 200 characters. Enter one.</source>
        <translation>Ім’я має містити від 1 до 200 символів. Введіть його.</translation>
    </message>
    <message>
        <source>The computer has too little memory free just now. Close something, then try again.</source>
        <translation>Комп’ютеру зараз бракує вільної пам’яті. Закрийте щось і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>There is an administrator already. Sign in, or ask them to add you.</source>
        <translation>Адміністратор уже є. Увійдіть або попросіть його додати вас.</translation>
    </message>
    <message>
        <source>This password is too long. Choose a shorter one.</source>
        <translation>Цей пароль задовгий. Виберіть коротший.</translation>
    </message>
    <message>
        <source>This password is too short. It takes at least 10 characters.</source>
        <translation>Цей пароль закороткий. Потрібно щонайменше 10 символів.</translation>
    </message>
    <message>
        <source>Choose a role: clinician or administrator.</source>
        <translation>Виберіть роль: медичний працівник або адміністратор.</translation>
    </message>
    <message>
        <source>Nobody of the staff has this login. Choose somebody from the list.</source>
        <translation>Ні в кого з персоналу немає такого логіна. Виберіть когось зі списку.</translation>
    </message>
    <message>
        <source>Login and password don&apos;t fit together. Check both and try again.</source>
        <translation>Логін і пароль не збігаються. Перевірте їх і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The disk is full, nothing was saved. Free some space, then try again.</source>
        <translation>Диск заповнено, нічого не збережено. Звільніть місце та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The disk can&apos;t be read or written. Nothing was changed; ask whoever looks after this computer.</source>
        <translation>Диск не читається або не записується. Нічого не змінено; зверніться до того, хто обслуговує цей комп’ютер.</translation>
    </message>
    <message>
        <source>This can&apos;t be empty. Enter something.</source>
        <translation>Це поле не може бути порожнім. Введіть щось.</translation>
    </message>
    <message>
        <source>This holds characters that can&apos;t be stored. Type it anew.</source>
        <translation>Тут є символи, які не можна зберегти. Наберіть текст заново.</translation>
    </message>
    <message>
        <source>This is no web address. It looks like https://example.org/path.</source>
        <translation>Це не вебадреса. Вона має вигляд https://example.org/path.</translation>
    </message>
    <message>
        <source>This person belongs to another account. Ask an administrator.</source>
        <translation>Ця особа належить до іншого облікового запису. Зверніться до адміністратора.</translation>
    </message>
    <message>
        <source>A person needs a name. Enter one.</source>
        <translation>Особі потрібне ім’я. Введіть його.</translation>
    </message>
    <message>
        <source>This person is no longer here. Go back to the list.</source>
        <translation>Цієї особи тут уже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>Something in this form can&apos;t be right. Check what you entered.</source>
        <translation>Щось у цій формі неправильно. Перевірте введене.</translation>
    </message>
    <message>
        <source>You are no longer signed in. Sign in again.</source>
        <translation>Ваш сеанс завершено. Увійдіть знову.</translation>
    </message>
    <message>
        <source>This is no longer here. Somebody may have removed it; go back to the list.</source>
        <translation>Цього тут уже немає. Можливо, хтось це вилучив; поверніться до списку.</translation>
    </message>
    <message>
        <source>Somebody changed this in the meantime. Look at it again, then decide.</source>
        <translation>Тим часом хтось це змінив. Перегляньте ще раз, а потім вирішуйте.</translation>
    </message>
    <message>
        <source>This has expired. Make a new request if you still need it.</source>
        <translation>Термін минув. Якщо це ще потрібно, створіть новий запит.</translation>
    </message>
    <message>
        <source>This is too large. Make it smaller and try again.</source>
        <translation>Це завелике. Зменште й спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Files of this kind can&apos;t be taken. Use a JPEG or PNG picture.</source>
        <translation>Файли цього типу не приймаються. Скористайтеся зображенням JPEG або PNG.</translation>
    </message>
    <message>
        <source>This contradicts what was entered before. Check it and try again.</source>
        <translation>Це суперечить введеному раніше. Перевірте та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>That was too often. Wait a little, then try again.</source>
        <translation>Забагато спроб. Трохи зачекайте та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The other service did not take it. Try again, or ask whoever looks after it.</source>
        <translation>Інша служба цього не прийняла. Спробуйте ще раз або зверніться до того, хто її обслуговує.</translation>
    </message>
    <message>
        <source>This can&apos;t be done just now. Try again in a moment.</source>
        <translation>Зараз це неможливо. Спробуйте за мить.</translation>
    </message>
    <message>
        <source>Something went wrong here and nothing was changed. Try again; if it happens once more, the log says why.</source>
        <translation>Сталася помилка, нічого не змінено. Спробуйте ще раз; якщо вона повториться, причина буде в журналі.</translation>
    </message>
    <message numerus="yes">
        <source>This is too long. It may have up to %n character(s).</source>
        <translation>
            <numerusform>Це задовге. Дозволено не більше ніж %n символ.</numerusform>
            <numerusform>Це задовге. Дозволено не більше ніж %n символи.</numerusform>
            <numerusform>Це задовге. Дозволено не більше ніж %n символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>That was too often. Try again %1.</source>
        <translation>Забагато спроб. Спробуйте ще раз %1.</translation>
    </message>
    <message numerus="yes">
        <source>in %n second(s)</source>
        <translation>
            <numerusform>через %n секунду</numerusform>
            <numerusform>через %n секунди</numerusform>
            <numerusform>через %n секунд</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation>
            <numerusform>через %n хвилину</numerusform>
            <numerusform>через %n хвилини</numerusform>
            <numerusform>через %n хвилин</numerusform>
        </translation>
    </message>
    <message>
        <source>The photo could not be saved there. Choose another folder.</source>
        <translation>Не вдалося зберегти фото в цьому місці. Виберіть іншу папку.</translation>
    </message>
    <message>
        <source>Another Anteroom uses this data folder (process %1). Close that one, then start again.</source>
        <translation>Цю папку даних використовує інший Anteroom (процес %1). Закрийте його та запустіть знову.</translation>
    </message>
    <message>
        <source>%1 is no folder. Choose another one for the data.</source>
        <translation>%1 не є папкою. Виберіть іншу папку для даних.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written. Give it to the user who runs Anteroom.</source>
        <translation>Немає права запису до %1. Передайте її користувачеві, від імені якого працює Anteroom.</translation>
    </message>
    <message>
        <source>The path %1 is too long for the data. Choose a shorter one.</source>
        <translation>Шлях %1 задовгий для даних. Виберіть коротший.</translation>
    </message>
    <message>
        <source>Nothing can listen on %1. Choose another port, or stop what uses it.</source>
        <translation>Не вдається приймати з’єднання на %1. Виберіть інший порт або зупиніть програму, яка його займає.</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on. Give it like 127.0.0.1:8080.</source>
        <translation>«%1» не є адресою для з’єднань. Вкажіть її як 127.0.0.1:8080.</translation>
    </message>
    <message>
        <source>The API stays closed: on %1 it needs TLS. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or listen on 127.0.0.1.</source>
        <translation>API лишається закритим: на %1 потрібен TLS. Задайте ANTEROOM_TLS_CERT і ANTEROOM_TLS_KEY або використайте 127.0.0.1.</translation>
    </message>
    <message>
        <source>The patients&apos; pages stay closed: on %1 they need TLS. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY, or ANTEROOM_PATIENT_PLAIN=true where a proxy with TLS stands in front.</source>
        <translation>Сторінки пацієнтів лишаються закритими: на %1 потрібен TLS. Задайте ANTEROOM_TLS_CERT і ANTEROOM_TLS_KEY або ANTEROOM_PATIENT_PLAIN=true, якщо перед ними стоїть проксі з TLS.</translation>
    </message>
    <message>
        <source>“%1” in ANTEROOM_TRUSTED_PROXIES is no network. Write networks such as 10.0.0.0/8, with commas between.</source>
        <translation>«%1» в ANTEROOM_TRUSTED_PROXIES не є мережею. Запишіть мережі на зразок 10.0.0.0/8 через кому.</translation>
    </message>
    <message>
        <source>The clinic&apos;s data is damaged. Restore the latest backup.</source>
        <translation>Дані клініки пошкоджено. Відновіть останню резервну копію.</translation>
    </message>
    <message>
        <source>The clinic&apos;s data was made by a later version of Anteroom. Install that one.</source>
        <translation>Дані клініки створено новішою версією Anteroom. Встановіть її.</translation>
    </message>
    <message>
        <source>A certificate and its key go together. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY both, or neither.</source>
        <translation>Сертифікат і його ключ потрібні разом. Задайте і ANTEROOM_TLS_CERT, і ANTEROOM_TLS_KEY або жодного з них.</translation>
    </message>
    <message>
        <source>%1 is not the key of the certificate. Set ANTEROOM_TLS_CERT and ANTEROOM_TLS_KEY to a pair.</source>
        <translation>%1 не є ключем цього сертифіката. Задайте в ANTEROOM_TLS_CERT і ANTEROOM_TLS_KEY відповідну пару.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read as a certificate or key. It has to be a PEM file.</source>
        <translation>%1 не вдається прочитати як сертифікат або ключ. Це має бути файл PEM.</translation>
    </message>
    <message>
        <source>This is no date. Write day, month and year, such as 17/6/1980.</source>
        <translation>Це не дата. Напишіть день, місяць і рік, наприклад 17.06.1980.</translation>
    </message>
    <message>
        <source>The printer did not take the photo. Look after it and try again.</source>
        <translation>Принтер не прийняв фото. Перевірте його та спробуйте ще раз.</translation>
    </message>
    <message>
        <source>Template {place} needs a name and a text in at least one language, and both where there is one.</source>
        <translation>Шаблон {place} потребує назви й тексту принаймні однією мовою, і обох там, де є одне.</translation>
    </message>
    <message>
        <source>Template {place} is too long: 60 characters for the name, 2,000 for the text.</source>
        <translation>Шаблон {place} задовгий: 60 символів для назви, 2000 для тексту.</translation>
    </message>
    <message>
        <source>There can be 20 templates at most.</source>
        <translation>Шаблонів може бути щонайбільше 20.</translation>
    </message>
    <message>
        <source>Whoever this request went to was erased. Make a new one for somebody else.</source>
        <translation>Дані людини, якій надіслано цей запит, стерто. Створіть новий запит для когось іншого.</translation>
    </message>
    <message>
        <source>This event can&apos;t be replayed: it has not left yet. Look at it again.</source>
        <translation>Цю подію не можна повторити: її ще не надіслано. Перегляньте її ще раз.</translation>
    </message>
    <message>
        <source>The file can&apos;t be written there. Choose another folder, or make room on the disk.</source>
        <translation>Туди неможливо записати файл. Виберіть іншу теку або звільніть місце на диску.</translation>
    </message>
    <message>
        <source>Nobody has set up the health system yet. An administrator can give its address and a token in Settings.</source>
        <translation>Систему охорони здоров’я ще не налаштовано. Адміністратор може вказати її адресу й токен у налаштуваннях.</translation>
    </message>
    <message>
        <source>The health system’s answer was not understood, and nothing was changed. Try again, or tell whoever looks after it.</source>
        <translation>Відповідь системи охорони здоров’я не вдалося зрозуміти, і нічого не змінено. Спробуйте ще раз або повідомте того, хто за неї відповідає.</translation>
    </message>
    <message>
        <source>The health system did not let us in. An administrator should look at its address and token in Settings.</source>
        <translation>Система охорони здоров’я не дала доступу. Адміністратору слід перевірити її адресу й токен у налаштуваннях.</translation>
    </message>
    <message>
        <source>The health system knows no such device request of this person.</source>
        <translation>Система охорони здоров’я не знає такого направлення цієї особи на медичний виріб.</translation>
    </message>
    <message>
        <source>The health system can&apos;t be reached. Nothing was changed; try again later.</source>
        <translation>Система охорони здоров’я недоступна. Нічого не змінено; спробуйте пізніше.</translation>
    </message>
    <message>
        <source>A classification needs its system and its code, with | between.</source>
        <translation>Класифікації потрібні система й код, між ними |.</translation>
    </message>
    <message>
        <source>A device needs its system and its code, with | between.</source>
        <translation>Виробу потрібні система й код, між ними |.</translation>
    </message>
    <message>
        <source>A line needs a system, and may have codes after a |.</source>
        <translation>У рядку потрібна система, після | можуть стояти коди.</translation>
    </message>
    <message>
        <source>This is no id of a record. It has 32 digits and letters, in five groups with hyphens.</source>
        <translation>Це не ідентифікатор запису. Він має 32 цифри й літери в п’яти групах через дефіс.</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>Це потрібно. Заповніть це поле.</translation>
    </message>
    <message>
        <source>Other entries name this one and would lose their meaning. Remove those first.</source>
        <translation>Інші записи посилаються на цей і втратять сенс. Спершу вилучіть їх.</translation>
    </message>
    <message>
        <source>There is an entry of this name or id already. Edit that one.</source>
        <translation>Запис із такою назвою чи ідентифікатором уже є. Змініть його.</translation>
    </message>
    <message>
        <source>This entry is no longer here. Go back to the list.</source>
        <translation>Цього запису вже немає. Поверніться до списку.</translation>
    </message>
    <message>
        <source>Only &lt;request_number&gt; and &lt;verification_code&gt; are filled in. Whatever else stands between &lt; and &gt; would reach patients as it is.</source>
        <translation>Заповнюються лише &lt;request_number&gt; і &lt;verification_code&gt;. Усе інше між &lt; і &gt; дійде до пацієнтів як є.</translation>
    </message>
    <message>
        <source>Only &lt;request_number&gt; is filled in here. Whatever else stands between &lt; and &gt; would reach patients as it is.</source>
        <translation>Тут заповнюється лише &lt;request_number&gt;. Усе інше між &lt; і &gt; дійде до пацієнтів як є.</translation>
    </message>
    <message>
        <source>This is no moment. Write it like 2026-11-22 14:30.</source>
        <translation>Це не дата й час. Напишіть, як-от 2026-11-22 14:30.</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDetails</name>
    <message>
        <source>Choose a request to see what came.</source>
        <translation>Виберіть запит, щоб побачити, що надійшло.</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Позначити виконаним</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запитати знову</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Більше</translation>
    </message>
    <message>
        <source>Copy the patient&apos;s link</source>
        <translation>Копіювати посилання пацієнта</translation>
    </message>
    <message>
        <source>Show its messages</source>
        <translation>Показати повідомлення запиту</translation>
    </message>
    <message>
        <source>Cancel the request</source>
        <translation>Скасувати запит</translation>
    </message>
    <message>
        <source>Asked by %1, %2</source>
        <translation>Автор запиту: %1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>opened %1</source>
        <translation>відкрито %1</translation>
    </message>
    <message>
        <source>This request was cancelled.</source>
        <translation>Цей запит скасовано.</translation>
    </message>
    <message>
        <source>Done, without photos.</source>
        <translation>Виконано, без фото.</translation>
    </message>
    <message>
        <source>The link expired before an answer came. Ask again to send a new one.</source>
        <translation>Термін посилання минув до отримання відповіді. Запитайте знову, щоб надіслати нове.</translation>
    </message>
    <message>
        <source>No photo yet. It appears here the moment it arrives.</source>
        <translation>Фото ще немає. Воно з’явиться тут, щойно надійде.</translation>
    </message>
    <message>
        <source>What came is looked through for viruses first. It appears here then.</source>
        <translation>Отримане спершу перевіряється на віруси. Потім воно з’явиться тут.</translation>
    </message>
    <message numerus="yes">
        <source>%n infected file(s) removed</source>
        <translation>
            <numerusform>%n заражений файл вилучено</numerusform>
            <numerusform>%n заражені файли вилучено</numerusform>
            <numerusform>%n заражених файлів вилучено</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestDialog</name>
    <message>
        <source>New file request</source>
        <translation>Новий запит на фото</translation>
    </message>
    <message>
        <source>&amp;Patient</source>
        <translation>&amp;Пацієнт</translation>
    </message>
    <message>
        <source>The patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Somebody who cares for them</source>
        <translation>Доглядальник</translation>
    </message>
    <message>
        <source>Use the app if they have it</source>
        <translation>Через застосунок, якщо він є</translation>
    </message>
    <message>
        <source>&amp;What should they send?</source>
        <translation>&amp;Що потрібно надіслати?</translation>
    </message>
    <message>
        <source>Who &amp;answers</source>
        <translation>Хто &amp;відповідає</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Надіслати</translation>
    </message>
    <message>
        <source>Their date of birth is missing: the patient’s page asks for it. Add it in People.</source>
        <translation>Бракує дати народження: її запитує сторінка пацієнта. Додайте її в розділі «Люди».</translation>
    </message>
    <message>
        <source>Choose a patient: then this line says what will happen.</source>
        <translation>Виберіть пацієнта, і тут буде написано, що відбудеться.</translation>
    </message>
    <message>
        <source>What they read</source>
        <translation>Текст для одержувача</translation>
    </message>
    <message>
        <source>The app shows the request itself.</source>
        <translation>Застосунок сам показує запит.</translation>
    </message>
    <message>
        <source>The recipient</source>
        <translation>Одержувач</translation>
    </message>
    <message>
        <source>a notification in the app</source>
        <translation>сповіщення в застосунку</translation>
    </message>
    <message>
        <source>a text at %1</source>
        <translation>SMS на номер %1</translation>
    </message>
    <message>
        <source>an e-mail at %1</source>
        <translation>лист на адресу %1</translation>
    </message>
    <message>
        <source>%1 gets %2 in %3.</source>
        <translation>%1 отримає %2 (%3 мовою).</translation>
    </message>
    <message>
        <source> and </source>
        <translation> та </translation>
    </message>
    <message>
        <source>No such number is known; check it before you send.</source>
        <translation>Схоже, такого номера не існує; перевірте його перед надсиланням.</translation>
    </message>
    <message>
        <source>No number and no e-mail address is known. Add one in People.</source>
        <translation>Немає ні номера, ні адреси е-пошти. Додайте їх у розділі «Люди».</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 і ще %n</numerusform>
            <numerusform>%1 і ще %n</numerusform>
            <numerusform>%1 і ще %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n people at once: these are the first.</source>
        <translation>
            <numerusform>Щонайбільше %n особа за раз: це перша.</numerusform>
            <numerusform>Щонайбільше %n особи за раз: це перші.</numerusform>
            <numerusform>Щонайбільше %n осіб за раз: це перші.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people: %1</source>
        <translation>
            <numerusform>%n особа: %1</numerusform>
            <numerusform>%n особи: %1</numerusform>
            <numerusform>%n осіб: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>для %1</translation>
    </message>
    <message>
        <source>the carer</source>
        <translation>доглядальник</translation>
    </message>
    <message numerus="yes">
        <source>%n people get this: %1.</source>
        <translation>
            <numerusform>Отримає %n особа: %1.</numerusform>
            <numerusform>Отримають %n особи: %1.</numerusform>
            <numerusform>Отримають %n осіб: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look again before it goes:</source>
        <translation>Перевірте ще раз перед надсиланням:</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n people</source>
        <translation>
            <numerusform>Надіслати %n особі</numerusform>
            <numerusform>Надіслати %n особам</numerusform>
            <numerusform>Надіслати %n особам</numerusform>
        </translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Обоє</translation>
    </message>
    <message>
        <source>+44 7777 123456, name@example.org</source>
        <translation>+44 7777 123456, name@example.org</translation>
    </message>
    <message>
        <source>The carer’s &amp;number, e-mail address or both</source>
        <translation>&amp;Номер доглядальника, адреса е-пошти або обоє</translation>
    </message>
    <message>
        <source>Send an e-mail too</source>
        <translation>Надіслати й лист</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Більше</translation>
    </message>
    <message>
        <source>Edit templates</source>
        <translation>Редагувати шаблони</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>особа без імені</translation>
    </message>
    <message>
        <source>Left out, as a number, an address or a date of birth is missing: %1.</source>
        <translation>Пропущено, бо бракує номера, адреси або дати народження: %1.</translation>
    </message>
    <message>
        <source>It cannot be sent yet.</source>
        <translation>Поки що надіслати не можна.</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestHeader</name>
    <message>
        <source>Open person</source>
        <translation>Відкрити картку</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>дата народження: %1</translation>
    </message>
    <message>
        <source>carer: %1</source>
        <translation>доглядальник: %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Не призначено</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваш</translation>
    </message>
    <message>
        <source>Assigned to: %1</source>
        <translation>Призначено: %1</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Взяти собі</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Нікому</translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestPage</name>
    <message>
        <source>File requests</source>
        <translation>Запити на фото</translation>
    </message>
    <message>
        <source>Which requests</source>
        <translation>Які запити</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>З відповіддю</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Активні</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Прострочені</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Виконані</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовані</translation>
    </message>
    <message>
        <source>New file request</source>
        <translation>Новий запит на фото</translation>
    </message>
    <message>
        <source>No file requests yet</source>
        <translation>Запитів на фото ще немає</translation>
    </message>
    <message>
        <source>Ask a patient for a photo: they get a link and need no account.</source>
        <translation>Попросіть у пацієнта фото: він отримає посилання, обліковий запис не потрібен.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Тут порожньо</translation>
    </message>
    <message>
        <source>No request is in this state.</source>
        <translation>Немає запитів у цьому стані.</translation>
    </message>
    <message>
        <source>The request for %1 is on its way.</source>
        <translation>Запит для пацієнта %1 надсилається.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Taken back: nothing was sent.</source>
        <translation>Відкликано: нічого не надіслано.</translation>
    </message>
    <message>
        <source>The link is on its way again.</source>
        <translation>Посилання надсилається знову.</translation>
    </message>
    <message>
        <source>The request is cancelled. Its link says so from now on.</source>
        <translation>Запит скасовано. Відтепер про це повідомляє посилання.</translation>
    </message>
    <message>
        <source>The request is yours.</source>
        <translation>Запит закріплено за вами.</translation>
    </message>
    <message>
        <source>The link can be tried again.</source>
        <translation>Посиланням знову можна скористатися.</translation>
    </message>
    <message>
        <source>The patient’s link is on the clipboard.</source>
        <translation>Посилання пацієнта скопійовано до буфера обміну.</translation>
    </message>
    <message>
        <source>Whose requests</source>
        <translation>Чиї запити</translation>
    </message>
    <message>
        <source>Everybody’s</source>
        <translation>Усіх</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мої</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Не призначено</translation>
    </message>
    <message>
        <source>No answer waits</source>
        <translation>Жодна відповідь не чекає</translation>
    </message>
    <message>
        <source>Every photo that came has been dealt with.</source>
        <translation>Усі отримані фото опрацьовано.</translation>
    </message>
    <message>
        <source>The request is nobody’s now.</source>
        <translation>Запит тепер нікому не призначено.</translation>
    </message>
    <message>
        <source>The request was given away.</source>
        <translation>Запит передано колезі.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) are on their way.</source>
        <translation>
            <numerusform>%n запит надсилається.</numerusform>
            <numerusform>%n запити надсилаються.</numerusform>
            <numerusform>%n запитів надсилаються.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::FileRequestWords</name>
    <message>
        <source>Patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>Що потрібно</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Спосіб</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без імені</translation>
    </message>
    <message>
        <source>carer</source>
        <translation>доглядальник</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Виконано</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Є відповідь</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Під сумнівом</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Прострочено</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Переглянуто</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилається</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Очікує</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Призначено</translation>
    </message>
    <message>
        <source>Not scanned yet</source>
        <translation>Ще не перевірено</translation>
    </message>
</context>
<context>
    <name>anteroom::HistoryWords</name>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Пристрій</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Результат</translation>
    </message>
    <message>
        <source>Awake after</source>
        <translation>Прокинувся за</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Розмова</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Стерто</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Вилучено</translation>
    </message>
</context>
<context>
    <name>anteroom::ImportDialog</name>
    <message>
        <source>&amp;File to import</source>
        <translation>&amp;Файл для імпорту</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Імпортувати</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>Import a file</source>
        <translation>Імпорт файлу</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Перебіг імпорту</translation>
    </message>
    <message>
        <source>People, registers and settings come in from one JSON file: all of it, or nothing. What is here already is changed where the file says so; nothing is sent to anybody.</source>
        <translation>Люди, реєстри й налаштування надходять з одного файлу JSON: або все, або нічого. Наявне змінюється там, де так сказано у файлі; нікому нічого не надсилається.</translation>
    </message>
    <message>
        <source>File to import</source>
        <translation>Файл для імпорту</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Файли JSON (*.json)</translation>
    </message>
    <message>
        <source>Say which file.</source>
        <translation>Укажіть файл.</translation>
    </message>
    <message>
        <source>There was nothing in this file to import.</source>
        <translation>У цьому файлі не було чого імпортувати.</translation>
    </message>
    <message>
        <source>Everything was imported.</source>
        <translation>Усе імпортовано.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Зупинити</translation>
    </message>
</context>
<context>
    <name>anteroom::ImportWords</name>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Phones with the app</source>
        <translation>Телефони із застосунком</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>File requests</source>
        <translation>Запити файлів</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Телеконсультації</translation>
    </message>
    <message>
        <source>This has to be text in quotation marks.</source>
        <translation>Тут має бути текст у лапках.</translation>
    </message>
    <message>
        <source>This has to be true or false.</source>
        <translation>Тут має бути true або false.</translation>
    </message>
    <message>
        <source>This has to be a list.</source>
        <translation>Тут має бути список.</translation>
    </message>
    <message>
        <source>This has to be an object.</source>
        <translation>Тут має бути об’єкт.</translation>
    </message>
    <message>
        <source>This has to be “patient” or “staff”.</source>
        <translation>Тут має бути “patient” або “staff”.</translation>
    </message>
    <message>
        <source>This person was erased here, and their id is not taken again.</source>
        <translation>Цю людину тут стерто, її ідентифікатор більше не приймається.</translation>
    </message>
    <message>
        <source>This has to be “ios”, “android” or “web”.</source>
        <translation>Тут має бути “ios”, “android” або “web”.</translation>
    </message>
    <message>
        <source>There is no such state.</source>
        <translation>Такого стану немає.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Такого налаштування немає.</translation>
    </message>
    <message>
        <source>the whole file</source>
        <translation>увесь файл</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>запис %1</translation>
    </message>
    <message>
        <source>This file is no JSON: it can’t be read from byte %1 on. Nothing was imported.</source>
        <translation>Цей файл не JSON: його не прочитати від байта %1. Нічого не імпортовано.</translation>
    </message>
    <message>
        <source>This file has to be one JSON object. Nothing was imported.</source>
        <translation>Цей файл має бути одним об’єктом JSON. Нічого не імпортовано.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>Зупинено. Нічого не імпортовано.</translation>
    </message>
    <message>
        <source>This file can’t be read. Choose another one, or ask for the right to read it.</source>
        <translation>Цей файл не прочитати. Виберіть інший або попросіть права на читання.</translation>
    </message>
    <message>
        <source>Everything was imported but %1, which the keyring did not take. Set it in Settings.</source>
        <translation>Імпортовано все, крім %1: сховище ключів його не прийняло. Задайте його в налаштуваннях.</translation>
    </message>
    <message>
        <source>%1: %2 Nothing was imported. (%3)</source>
        <translation>%1: %2 Нічого не імпортовано. (%3)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not known to this version: %1</source>
        <translation>Невідоме цій версії: %1</translation>
    </message>
    <message>
        <source>This has to be 24 digits from 0 to 9 and a to f.</source>
        <translation>Тут мають бути 24 цифри від 0 до 9 та від a до f.</translation>
    </message>
    <message>
        <source>This one was deleted here, and its id is not taken again.</source>
        <translation>Цю консультацію тут видалено, і її id більше не приймається.</translation>
    </message>
    <message>
        <source>Give either end_date or duration_in_seconds.</source>
        <translation>Укажіть або end_date, або duration_in_seconds.</translation>
    </message>
    <message>
        <source>This is missing.</source>
        <translation>Цього бракує.</translation>
    </message>
    <message>
        <source>More people are listed than the number says.</source>
        <translation>У списку більше людей, ніж указано в number.</translation>
    </message>
</context>
<context>
    <name>anteroom::InlineBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрити це повідомлення</translation>
    </message>
    <message>
        <source>%1 (%2 s)</source>
        <extracomment>%1 is an action such as &quot;Undo&quot;, %2 the seconds left for it.</extracomment>
        <translation>%1 (%2 с)</translation>
    </message>
</context>
<context>
    <name>anteroom::InvitationDialog</name>
    <message>
        <source>One moment…</source>
        <translation>Хвилинку…</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Надіслати запрошення</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Ел. пошта</translation>
    </message>
    <message>
        <source>Text message to %1</source>
        <translation>SMS: %1</translation>
    </message>
    <message>
        <source>E-mail to %1</source>
        <translation>Лист: %1</translation>
    </message>
    <message>
        <source>+44 7777 123456</source>
        <translation>+380 50 123 4567</translation>
    </message>
    <message>
        <source>name@example.org</source>
        <translation>name@example.org</translation>
    </message>
    <message>
        <source>Number of %1</source>
        <translation>Номер: %1</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Адреса: %1</translation>
    </message>
    <message>
        <source>%1 gets a text message at %2.</source>
        <translation>%1 отримає SMS на %2.</translation>
    </message>
    <message>
        <source>%1 gets an e-mail at %2, with the calendar’s entry.</source>
        <translation>%1 отримає листа на %2 із записом для календаря.</translation>
    </message>
    <message>
        <source>Nobody is chosen yet.</source>
        <translation>Ще нікого не вибрано.</translation>
    </message>
</context>
<context>
    <name>anteroom::LanguageWords</name>
    <message>
        <source>English</source>
        <translation>англійською</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>італійською</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>українською</translation>
    </message>
</context>
<context>
    <name>anteroom::ListPane</name>
    <message>
        <source>Loading…</source>
        <translation>Завантаження…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Тут порожньо</translation>
    </message>
    <message>
        <source>This list could not be loaded</source>
        <translation>Не вдалося завантажити список</translation>
    </message>
</context>
<context>
    <name>anteroom::LockNotice</name>
    <message>
        <source>Unlock the link</source>
        <translation>Розблокувати посилання</translation>
    </message>
    <message>
        <source>After wrong dates of birth the link is locked until %1.</source>
        <translation>Через хибні дати народження посилання заблоковано до %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::MainWindow</name>
    <message>
        <source>Find a person: name, number, birthday</source>
        <translation>Знайти особу: ім’я, номер, дата народження</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокувати</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Вийти</translation>
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
        <translation>Завершити роботу Anteroom?</translation>
    </message>
    <message>
        <source>The API and the patients&apos; pages stop until Anteroom is started again. Messages that wait are sent then.</source>
        <translation>API та сторінки пацієнтів не працюватимуть, доки Anteroom не запустять знову. Тоді ж буде надіслано повідомлення, що очікують.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершити</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Залишитися</translation>
    </message>
</context>
<context>
    <name>anteroom::MessageDetails</name>
    <message>
        <source>Choose a message to read it.</source>
        <translation>Виберіть повідомлення, щоб прочитати його.</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Відкрити посилання</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати знову</translation>
    </message>
    <message>
        <source>Text of the message</source>
        <translation>Текст повідомлення</translation>
    </message>
    <message>
        <source>The text holds a code and is not shown.</source>
        <translation>Текст містить код і не показується.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>Sends the same event once more, under the same number, so that the receiver can tell whether it has it already.</source>
        <translation>Надсилає ту саму подію ще раз під тим самим номером, щоб отримувач міг упізнати, чи вона вже в нього є.</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>через %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n спроба</numerusform>
            <numerusform>%n спроби</numerusform>
            <numerusform>%n спроб</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Спробувати зараз</translation>
    </message>
</context>
<context>
    <name>anteroom::OutboxPage</name>
    <message>
        <source>Outbox</source>
        <translation>Вихідні</translation>
    </message>
    <message>
        <source>Which messages</source>
        <translation>Які повідомлення</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Усі</translation>
    </message>
    <message>
        <source>Needs someone</source>
        <translation>Потребують уваги</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>Е-пошта</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Застосунок</translation>
    </message>
    <message>
        <source>Web hooks</source>
        <translation>Вебхуки</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Повідомлення</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Немає повідомлень</translation>
    </message>
    <message>
        <source>Nothing was sent for this request.</source>
        <translation>Для цього запиту нічого не надіслано.</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Усе гаразд</translation>
    </message>
    <message>
        <source>Every message left as it should.</source>
        <translation>Усі повідомлення надіслано як слід.</translation>
    </message>
    <message>
        <source>Nothing has left yet</source>
        <translation>Ще нічого не надіслано</translation>
    </message>
    <message>
        <source>Messages to patients appear here as soon as they are queued.</source>
        <translation>Повідомлення пацієнтам з’являються тут, щойно стають у чергу.</translation>
    </message>
    <message>
        <source>Messages of one file request</source>
        <translation>Повідомлення одного запиту на фото</translation>
    </message>
    <message>
        <source>The event is sent once more; it stands at the top of the list.</source>
        <translation>Подію надсилають ще раз; вона вгорі списку.</translation>
    </message>
</context>
<context>
    <name>anteroom::OutboxWords</name>
    <message>
        <source>Notification</source>
        <translation>Сповіщення</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Подія</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Кому</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Sent by</source>
        <translation>Спосіб</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Спроби</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Е-пошта</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Застосунок</translation>
    </message>
    <message>
        <source>Web hook</source>
        <translation>Вебхук</translation>
    </message>
    <message>
        <source>Video service</source>
        <translation>Відеослужба</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Очікує</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Надсилається</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Надіслано</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Доставлено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Відхилено</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не вдалося</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>Під сумнівом</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Відкликано</translation>
    </message>
    <message>
        <source>This version cannot send through “%1”. Choose another provider in the settings, then retry.</source>
        <translation>Ця версія не може надсилати через «%1». Виберіть іншого постачальника в налаштуваннях і спробуйте ще раз.</translation>
    </message>
    <message>
        <source>The provider did not take it (%1).</source>
        <translation>Постачальник його не прийняв (%1).</translation>
    </message>
    <message>
        <source>The name leads to an address inside this network, and such addresses are refused. If the receiver really is there, an administrator can allow it in the settings.</source>
        <translation>Ім’я веде на адресу всередині цієї мережі, а такі адреси відхиляються. Якщо отримувач справді там, адміністратор може дозволити це в налаштуваннях.</translation>
    </message>
    <message>
        <source>The address can&apos;t be used.</source>
        <translation>Цю адресу неможливо використати.</translation>
    </message>
    <message>
        <source>The connection broke before there was an answer.</source>
        <translation>З’єднання обірвалося, перш ніж надійшла відповідь.</translation>
    </message>
    <message>
        <source>The other side&apos;s certificate is not trusted, so nothing was sent there.</source>
        <translation>Сертифікату іншої сторони немає довіри, тож туди нічого не надіслано.</translation>
    </message>
    <message>
        <source>The account has sent as many messages today as it may. This one would be too late tomorrow.</source>
        <translation>Обліковий запис уже надіслав сьогодні стільки повідомлень, скільки дозволено. Завтра це повідомлення вже запізниться.</translation>
    </message>
    <message>
        <source>The name of the other side could not be looked up.</source>
        <translation>Ім’я іншої сторони не вдалося знайти.</translation>
    </message>
    <message>
        <source>The provider never answered.</source>
        <translation>Постачальник так і не відповів.</translation>
    </message>
    <message>
        <source>Nobody takes connections at the address.</source>
        <translation>За цією адресою ніхто не приймає з’єднань.</translation>
    </message>
    <message>
        <source>The provider refused it.</source>
        <translation>Постачальник відмовив.</translation>
    </message>
    <message>
        <source>The provider did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>Постачальник не прийняв наше ім’я користувача й пароль. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The other side took too long to answer.</source>
        <translation>Інша сторона відповідала надто довго.</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>Не вдалося домовитися про зашифроване з’єднання.</translation>
    </message>
    <message>
        <source>The address is no e-mail address.</source>
        <translation>Це не адреса електронної пошти.</translation>
    </message>
    <message>
        <source>The mail server&apos;s certificate is not trusted, so nothing was sent.</source>
        <translation>Сертифікату поштового сервера немає довіри, тож нічого не надіслано.</translation>
    </message>
    <message>
        <source>The mail server did not take the message.</source>
        <translation>Поштовий сервер не прийняв повідомлення.</translation>
    </message>
    <message>
        <source>The mail server gave no clear answer.</source>
        <translation>Поштовий сервер не дав чіткої відповіді.</translation>
    </message>
    <message>
        <source>The mail server&apos;s password can&apos;t be read from the keyring.</source>
        <translation>Пароль поштового сервера не вдається прочитати з в’язки ключів.</translation>
    </message>
    <message>
        <source>The text was erased.</source>
        <translation>Текст стерто.</translation>
    </message>
    <message>
        <source>The mail server offers no encryption, so nothing was sent.</source>
        <translation>Поштовий сервер не пропонує шифрування, тож нічого не надіслано.</translation>
    </message>
    <message>
        <source>The mail server is not set up. An administrator should look at the settings.</source>
        <translation>Поштовий сервер не налаштовано. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The mail server does not take mail for this address.</source>
        <translation>Поштовий сервер не приймає пошту для цієї адреси.</translation>
    </message>
    <message>
        <source>The mail server does not take mail from the clinic&apos;s own address. An administrator should look at the settings.</source>
        <translation>Поштовий сервер не приймає пошту з адреси клініки. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The mail server does not want to talk to us now.</source>
        <translation>Поштовий сервер зараз не хоче з нами спілкуватися.</translation>
    </message>
    <message>
        <source>The mail server did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>Поштовий сервер не прийняв наше ім’я користувача й пароль. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The SMS gateway&apos;s address can&apos;t be used. An administrator should look at the settings.</source>
        <translation>Адресу SMS-шлюзу неможливо використати. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The SMS gateway&apos;s password can&apos;t be read from the keyring.</source>
        <translation>Пароль SMS-шлюзу не вдається прочитати з в’язки ключів.</translation>
    </message>
    <message>
        <source>The SMS gateway is not set up. An administrator should look at the settings.</source>
        <translation>SMS-шлюз не налаштовано. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The SMS gateway did not accept our user name and password. An administrator should look at the settings.</source>
        <translation>SMS-шлюз не прийняв наше ім’я користувача й пароль. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The SMS gateway answered with something that does not say whether it took the text.</source>
        <translation>З відповіді SMS-шлюзу не зрозуміло, чи він прийняв повідомлення.</translation>
    </message>
    <message>
        <source>Events are sent to https addresses only, without user name and password.</source>
        <translation>Події надсилають лише на адреси https, без імені користувача й пароля.</translation>
    </message>
    <message>
        <source>The receiver says that it is gone for good (410). Ask whoever runs it for the new address.</source>
        <translation>Отримувач повідомляє, що його більше немає (410). Запитайте нову адресу в того, хто ним керує.</translation>
    </message>
    <message>
        <source>The key that signs events can&apos;t be read from the keyring.</source>
        <translation>Ключ, яким підписують події, не вдається прочитати з в’язки ключів.</translation>
    </message>
    <message>
        <source>The receiver points to another address. That is never followed: the address itself has to be changed.</source>
        <translation>Отримувач скеровує на іншу адресу. За таким скеруванням ніколи не переходять: треба змінити саму адресу.</translation>
    </message>
    <message>
        <source>Trying again</source>
        <translation>Нова спроба</translation>
    </message>
    <message numerus="yes">
        <source>Event: %n new file(s)</source>
        <translation>
            <numerusform>Подія: %n новий файл</numerusform>
            <numerusform>Подія: %n нові файли</numerusform>
            <numerusform>Подія: %n нових файлів</numerusform>
        </translation>
    </message>
    <message>
        <source>It may have left or not. If you can, ask the recipient; then say that it arrived, or send it again.</source>
        <translation>Воно могло піти, а могло й ні. Якщо можете, запитайте отримувача; тоді позначте, що воно надійшло, або надішліть ще раз.</translation>
    </message>
    <message>
        <source>The program stopped while this was under way.</source>
        <translation>Програма зупинилася під час надсилання.</translation>
    </message>
    <message>
        <source>It was handed over, and no clear answer came back.</source>
        <translation>Його передано, але чіткої відповіді не надійшло.</translation>
    </message>
    <message>
        <source>The receiver answered with status %1.</source>
        <translation>Отримувач відповів зі статусом %1.</translation>
    </message>
    <message>
        <source>The SMS gateway answered with status %1.</source>
        <translation>SMS-шлюз відповів зі статусом %1.</translation>
    </message>
    <message>
        <source>Waits until %1: the account has sent as many messages today as it may.</source>
        <translation>Чекає до %1: обліковий запис уже надіслав сьогодні стільки повідомлень, скільки дозволено.</translation>
    </message>
    <message>
        <source>Waits a moment: the account sends as many messages a minute as it may.</source>
        <translation>Трохи зачекає: обліковий запис уже надсилає стільки повідомлень за хвилину, скільки дозволено.</translation>
    </message>
    <message>
        <source>Waits until %1: the other side fails, and is left alone for a while.</source>
        <translation>Чекає до %1: інша сторона не працює, і їй дають спокій на певний час.</translation>
    </message>
    <message>
        <source>The next try is about to begin.</source>
        <translation>Наступна спроба ось-ось почнеться.</translation>
    </message>
    <message>
        <source>Waits for the end of the quiet hours: %1.</source>
        <translation>Чекає на кінець тихих годин: %1.</translation>
    </message>
    <message>
        <source>Leaves on %1.</source>
        <translation>Вирушить %1.</translation>
    </message>
    <message>
        <source>Next try: %1 (%2).</source>
        <translation>Наступна спроба: %1 (%2).</translation>
    </message>
    <message>
        <source>The phone could not be reached for so long that the network gave up.</source>
        <translation>Телефон був недоступний так довго, що мережа припинила спроби.</translation>
    </message>
    <message>
        <source>The phone network could not deliver it.</source>
        <translation>Телефонна мережа не змогла доставити повідомлення.</translation>
    </message>
    <message>
        <source>The phone network refused it. Check the number before you send it again.</source>
        <translation>Телефонна мережа відхилила повідомлення. Перевірте номер, перш ніж надсилати знову.</translation>
    </message>
    <message>
        <source>The phone network can&apos;t deliver to this number. Check the number before you send it again.</source>
        <translation>Телефонна мережа не може доставити повідомлення на цей номер. Перевірте номер, перш ніж надсилати знову.</translation>
    </message>
    <message>
        <source>E-mails do not leave</source>
        <translation>Листи не надсилаються</translation>
    </message>
    <message>
        <source>Messages do not leave (%1)</source>
        <translation>Повідомлення не надсилаються (%1)</translation>
    </message>
    <message numerus="yes">
        <source>Text messages of %n account(s) do not leave</source>
        <translation>
            <numerusform>SMS %n облікового запису не надсилаються</numerusform>
            <numerusform>SMS %n облікових записів не надсилаються</numerusform>
            <numerusform>SMS %n облікових записів не надсилаються</numerusform>
        </translation>
    </message>
    <message>
        <source>Text messages do not leave</source>
        <translation>SMS не надсилаються</translation>
    </message>
    <message>
        <source>Text messages of account %1 do not leave</source>
        <translation>SMS облікового запису %1 не надсилаються</translation>
    </message>
    <message>
        <source>Waits until %1.</source>
        <translation>Чекає до %1.</translation>
    </message>
    <message>
        <source>The program stopped while the phone was being called.</source>
        <translation>Програма зупинилася, коли телефонові дзвонили.</translation>
    </message>
    <message>
        <source>The key for push messages can&apos;t be used. An administrator should look at the settings.</source>
        <translation>Ключ для push-сповіщень непридатний. Адміністраторові слід переглянути налаштування.</translation>
    </message>
    <message>
        <source>The push service no longer knows this device. The app has to be opened on it again.</source>
        <translation>Служба push більше не знає цього пристрою. На ньому треба знову відкрити застосунок.</translation>
    </message>
    <message>
        <source>The push service&apos;s sign-in could not be reached.</source>
        <translation>Сторінка входу служби push недоступна.</translation>
    </message>
    <message>
        <source>The device is gone, or can&apos;t be sent to any more.</source>
        <translation>Пристрою більше немає, або на нього вже не можна надсилати.</translation>
    </message>
    <message>
        <source>Push messages are not set up for this kind of device. An administrator should look at the settings.</source>
        <translation>Push-сповіщення не налаштовані для пристроїв цього виду. Адміністраторові слід переглянути налаштування.</translation>
    </message>
    <message>
        <source>The push service does not let us in. An administrator should look at the settings.</source>
        <translation>Служба push не впускає нас. Адміністраторові слід переглянути налаштування.</translation>
    </message>
    <message>
        <source>The push service refused it or could not take it.</source>
        <translation>Служба push відмовила або не змогла прийняти.</translation>
    </message>
    <message>
        <source>It would have come too late to be of use.</source>
        <translation>Воно прийшло б запізно, щоб бути корисним.</translation>
    </message>
    <message>
        <source>Anteroom was being closed while this was under way.</source>
        <translation>Anteroom саме закривали, коли тривало надсилання.</translation>
    </message>
    <message>
        <source>This version cannot send through the provider that is chosen. Choose another one in the settings.</source>
        <translation>Ця версія не може надсилати через вибраного постачальника. Виберіть іншого в налаштуваннях.</translation>
    </message>
    <message>
        <source>It waits for the end of the quiet hours.</source>
        <translation>Чекає на кінець тихих годин.</translation>
    </message>
    <message>
        <source>The account sends as many messages a minute as it may.</source>
        <translation>Обліковий запис уже надсилає стільки повідомлень за хвилину, скільки дозволено.</translation>
    </message>
    <message>
        <source>The key for push messages is there, but nothing can be signed with it. An administrator should look at the settings.</source>
        <translation>Ключ для push-сповіщень є, але підписати ним нічого не вдається. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The push service could not be handed the call.</source>
        <translation>Виклик не вдалося передати push-сервісу.</translation>
    </message>
    <message>
        <source>The device&apos;s address for push messages is kept sealed and can&apos;t be opened. The app has to be opened on it again.</source>
        <translation>Адреса пристрою для push-сповіщень зберігається запечатаною, і відкрити її не вдається. Застосунок на ньому треба відкрити знову.</translation>
    </message>
    <message>
        <source>The video service could not be reached, or did not do what it was asked.</source>
        <translation>Відеосервіс був недоступний або не зробив того, про що його просили.</translation>
    </message>
    <message>
        <source>The video service answered with something that could not be understood.</source>
        <translation>Відповідь відеосервісу не вдалося зрозуміти.</translation>
    </message>
    <message>
        <source>The video service&apos;s key can&apos;t be read from the keyring.</source>
        <translation>Ключ відеосервісу не вдається прочитати з в’язки ключів.</translation>
    </message>
    <message>
        <source>The video service is not set up. An administrator should look at the settings.</source>
        <translation>Відеосервіс не налаштовано. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>A room was asked for, and the answer was lost: it may lie with the video service, and nobody uses it. Look there, delete it if it is there, and then say here that this is dealt with.</source>
        <translation>Було замовлено кімнату, а відповідь загубилася: вона може лишатися у відеосервісі, і ніхто нею не користується. Перевірте там, видаліть її, якщо вона є, а потім позначте тут, що питання вирішено.</translation>
    </message>
    <message>
        <source>The video service did not accept our key. An administrator should look at the settings.</source>
        <translation>Відеосервіс не прийняв наш ключ. Адміністратору слід перевірити налаштування.</translation>
    </message>
    <message>
        <source>The video service answered with status %1.</source>
        <translation>Відеосервіс відповів зі статусом %1.</translation>
    </message>
    <message>
        <source>Anteroom could not read its own data. Whoever looks after this computer should look at the disk.</source>
        <translation>Anteroom не змогла прочитати власні дані. Той, хто доглядає за цим комп’ютером, має перевірити диск.</translation>
    </message>
    <message>
        <source>A room that may lie there unused</source>
        <translation>Кімната, яка, можливо, лишилася там без ужитку</translation>
    </message>
    <message>
        <source>Deletes a room that nobody uses</source>
        <translation>Видаляє кімнату, якою ніхто не користується</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Вирішено</translation>
    </message>
    <message>
        <source>It arrived</source>
        <translation>Дійшло</translation>
    </message>
    <message>
        <source>Notifications to the app do not leave</source>
        <translation>Сповіщення до застосунку не надсилаються</translation>
    </message>
    <message>
        <source>Rooms that nobody uses can’t be deleted from the video service</source>
        <translation>Кімнати, якими ніхто не користується, не вдається видалити з відеосервісу</translation>
    </message>
</context>
<context>
    <name>anteroom::ParticipantRow</name>
    <message>
        <source>Copy link</source>
        <translation>Копіювати посилання</translation>
    </message>
    <message>
        <source>told</source>
        <translation>повідомлено</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>A way by which somebody was invited: &quot;+44 7777 123456: Sent&quot;.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not invited</source>
        <translation>не запрошено</translation>
    </message>
    <message>
        <source>Copy the link of %1</source>
        <translation>Копіювати посилання: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопійовано</translation>
    </message>
</context>
<context>
    <name>anteroom::ParticipantsEditor</name>
    <message>
        <source>Nobody yet.</source>
        <translation>Ще нікого.</translation>
    </message>
    <message>
        <source>&amp;Add a patient</source>
        <translation>&amp;Додати пацієнта</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Колега</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Хтось інший</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ім’я</translation>
    </message>
    <message>
        <source>&amp;E-mail address, or an id of another system</source>
        <translation>Ел. по&amp;шта або id іншої системи</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>By id</source>
        <translation>За id</translation>
    </message>
    <message>
        <source>Auth0’s, such as auth0|5f7c8ec7c33c6c004bbafe82. Name and role come from there.</source>
        <translation>Id з Auth0, наприклад auth0|5f7c8ec7c33c6c004bbafe82. Ім’я і роль беруться звідти.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Прибрати</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Прибрати: %1</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>Що може %1</translation>
    </message>
    <message>
        <source>What are they called?</source>
        <translation>Як звати цю людину?</translation>
    </message>
    <message>
        <source>By what are they known?</source>
        <translation>За чим цю людину знають?</translation>
    </message>
</context>
<context>
    <name>anteroom::PeoplePage</name>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Дата народження</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Reached by</source>
        <translation>Зв’язок</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Filter by name, number or date of birth</source>
        <translation>Фільтр за ім’ям, номером або датою народження</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Додати особу</translation>
    </message>
    <message>
        <source>Nobody here</source>
        <translation>Тут нікого немає</translation>
    </message>
    <message>
        <source>Add a patient, or have your records system send its list.</source>
        <translation>Додайте пацієнта або передайте список із вашої МІС.</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>Дані людини стерто.</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonDetails</name>
    <message numerus="yes">
        <source>answered with %n photo(s)</source>
        <translation>
            <numerusform>відповідь, %n фото</numerusform>
            <numerusform>відповідь, %n фото</numerusform>
            <numerusform>відповідь, %n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>done</source>
        <translation>виконано</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>скасовано</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>переглянуто</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>очікує</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>Виберіть особу.</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Request photos</source>
        <translation>Запитати фото</translation>
    </message>
    <message>
        <source>File requests</source>
        <translation>Запити на фото</translation>
    </message>
    <message>
        <source>Reached by: %1</source>
        <translation>Зв’язок: %1</translation>
    </message>
    <message>
        <source>Number checked: %1</source>
        <translation>Номер перевірено: %1</translation>
    </message>
    <message>
        <source>Number not checked: %1</source>
        <translation>Номер не перевірено: %1</translation>
    </message>
    <message>
        <source>E-mail: %1</source>
        <translation>Е-пошта: %1</translation>
    </message>
    <message>
        <source>Id in the records system: %1</source>
        <translation>Ідентифікатор у МІС: %1</translation>
    </message>
    <message>
        <source>Nothing was asked of them yet.</source>
        <translation>Ще нічого не запитували.</translation>
    </message>
    <message numerus="yes">
        <source>Request photos from %n people</source>
        <translation>
            <numerusform>Запросити фото в %n особи</numerusform>
            <numerusform>Запросити фото в %n осіб</numerusform>
            <numerusform>Запросити фото в %n осіб</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Стерти…</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Стерти дані цієї людини</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Зателефонувати</translation>
    </message>
    <message>
        <source>Device requests</source>
        <translation>Направлення на вироби</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Запланувати</translation>
    </message>
    <message>
        <source>Schedule a teleconsultation</source>
        <translation>Запланувати телеконсультацію</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonDialog</name>
    <message>
        <source>The number was checked with the patient</source>
        <translation>Номер перевірено разом із пацієнтом</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Додати особу</translation>
    </message>
    <message>
        <source>Edit person</source>
        <translation>Змінити дані особи</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Нова особа</translation>
    </message>
    <message>
        <source>The clinic’s language</source>
        <translation>Мова клініки</translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Ім’я</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Прізвище</translation>
    </message>
    <message>
        <source>&amp;Date of birth</source>
        <translation>&amp;Дата народження</translation>
    </message>
    <message>
        <source>For example 17/6/1980</source>
        <translation>Наприклад, 17.06.1980</translation>
    </message>
    <message>
        <source>&amp;Mobile number</source>
        <translation>&amp;Мобільний номер</translation>
    </message>
    <message>
        <source>With the country’s code, for example +44 7777 123456</source>
        <translation>З кодом країни, наприклад +44 7777 123456</translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation>&amp;Е-пошта</translation>
    </message>
    <message>
        <source>&amp;Id in the records system</source>
        <translation>Іденти&amp;фікатор у МІС</translation>
    </message>
    <message>
        <source>Lan&amp;guage of messages</source>
        <translation>М&amp;ова повідомлень</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonPicker</name>
    <message>
        <source>Name, number or date of birth</source>
        <translation>Ім’я, номер або дата народження</translation>
    </message>
</context>
<context>
    <name>anteroom::PersonWords</name>
    <message>
        <source>No name</source>
        <translation>Без імені</translation>
    </message>
    <message>
        <source>born %1</source>
        <translation>дата народження: %1</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Застосунок</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Е-пошта</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Немає зв’язку</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoPane</name>
    <message>
        <source>Taken %1</source>
        <translation>Знято %1</translation>
    </message>
    <message>
        <source>position removed</source>
        <translation>місце зйомки вилучено</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Зменшити</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Збільшити</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>За розміром</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Повернути</translation>
    </message>
    <message>
        <source>Copy the photo</source>
        <translation>Копіювати фото</translation>
    </message>
    <message>
        <source>Print the photo</source>
        <translation>Друкувати фото</translation>
    </message>
    <message>
        <source>Save the photo</source>
        <translation>Зберегти фото</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) not scanned yet</source>
        <translation>
            <numerusform>%n фото ще не перевірено</numerusform>
            <numerusform>%n фото ще не перевірено</numerusform>
            <numerusform>%n фото ще не перевірено</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Opening the photo…</source>
        <translation>Відкриття фото…</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoStrip</name>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Фото %1 з %2</translation>
    </message>
</context>
<context>
    <name>anteroom::PhotoViewer</name>
    <message>
        <source>Photo</source>
        <translation>Фото</translation>
    </message>
    <message>
        <source>Plus and minus zoom, 0 fits, R rotates, Page Down shows the next photo.</source>
        <translation>Плюс і мінус змінюють масштаб, 0 вписує у вікно, R повертає, Page Down показує наступне фото.</translation>
    </message>
</context>
<context>
    <name>anteroom::PresetWords</name>
    <message>
        <source>User name at the gateway</source>
        <translation>Ім’я користувача на шлюзі</translation>
    </message>
    <message>
        <source>Account at the gateway (SID)</source>
        <translation>Обліковий запис на шлюзі (SID)</translation>
    </message>
    <message>
        <source>Key at the gateway</source>
        <translation>Ключ на шлюзі</translation>
    </message>
    <message>
        <source>Sender, the number or name that patients see</source>
        <translation>Відправник: номер або ім’я, які бачать пацієнти</translation>
    </message>
    <message>
        <source>The sendsms-user&apos;s password</source>
        <translation>Пароль користувача sendsms</translation>
    </message>
    <message>
        <source>Account and token with a colon between</source>
        <translation>Обліковий запис і токен через двокрапку</translation>
    </message>
    <message>
        <source>The API secret</source>
        <translation>Секрет API</translation>
    </message>
    <message>
        <source>The access key</source>
        <translation>Ключ доступу</translation>
    </message>
    <message>
        <source>The authentication key</source>
        <translation>Ключ автентифікації</translation>
    </message>
    <message>
        <source>The access token</source>
        <translation>Токен доступу</translation>
    </message>
    <message>
        <source>The OAuth token</source>
        <translation>Токен OAuth</translation>
    </message>
</context>
<context>
    <name>anteroom::PromptRoom</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>Залишився %n символ</numerusform>
            <numerusform>Залишилося %n символи</numerusform>
            <numerusform>Залишилося %n символів</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>Забагато на %n символ</numerusform>
            <numerusform>Забагато на %n символи</numerusform>
            <numerusform>Забагато на %n символів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterDialog</name>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Left empty, a new one is made.</source>
        <translation>Якщо порожньо, буде створено новий.</translation>
    </message>
    <message>
        <source>No entry of %1 has this id yet.</source>
        <translation>У реєстрі «%1» ще немає запису з цим ідентифікатором.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Рядок %1: %2</translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterField</name>
    <message>
        <source>Forget the code that is set</source>
        <translation>Забути заданий код</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Не вказано</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Так</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ні</translation>
    </message>
    <message>
        <source>One is set and never shown. Type another to replace it.</source>
        <translation>Код задано, він ніколи не показується. Введіть інший, щоб замінити.</translation>
    </message>
    <message>
        <source>None is set.</source>
        <translation>Код не задано.</translation>
    </message>
</context>
<context>
    <name>anteroom::RegisterWords</name>
    <message>
        <source>Device requests</source>
        <translation>Направлення на вироби</translation>
    </message>
    <message>
        <source>What was prescribed, and the code that the patient shows for it.</source>
        <translation>Що призначено і який код пацієнт за це показує.</translation>
    </message>
    <message>
        <source>Persons</source>
        <translation>Особи</translation>
    </message>
    <message>
        <source>Whoever the health system knows, by its ids.</source>
        <translation>Кого знає система охорони здоров’я, за її ідентифікаторами.</translation>
    </message>
    <message>
        <source>Authentication methods</source>
        <translation>Методи автентифікації</translation>
    </message>
    <message>
        <source>How a person proves who they are: by a telephone, on paper, through somebody else.</source>
        <translation>Як людина підтверджує, хто вона: телефоном, документами, через іншу особу.</translation>
    </message>
    <message>
        <source>Confidant relationships</source>
        <translation>Довірені особи</translation>
    </message>
    <message>
        <source>Who may act for whom.</source>
        <translation>Хто за кого може діяти.</translation>
    </message>
    <message>
        <source>Legal entities</source>
        <translation>Юридичні особи</translation>
    </message>
    <message>
        <source>The institutions that prescribe, this one among them.</source>
        <translation>Заклади, що призначають, зокрема й цей.</translation>
    </message>
    <message>
        <source>Medical programmes</source>
        <translation>Медичні програми</translation>
    </message>
    <message>
        <source>Who pays, and whether patients are told by text message.</source>
        <translation>Хто платить і чи пацієнтам надсилають SMS.</translation>
    </message>
    <message>
        <source>Device definitions</source>
        <translation>Визначення виробів</translation>
    </message>
    <message>
        <source>The kinds of devices, with their classifications.</source>
        <translation>Види виробів з їхніми класифікаціями.</translation>
    </message>
    <message>
        <source>Dictionaries</source>
        <translation>Довідники</translation>
    </message>
    <message>
        <source>Lists of codes that rules use, such as assistive_devices.</source>
        <translation>Списки кодів для правил, як-от assistive_devices.</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Ідентифікатор</translation>
    </message>
    <message>
        <source>Left empty, a new one is made.</source>
        <translation>Якщо порожньо, буде створено новий.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пацієнт</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Verification code</source>
        <translation>Код підтвердження</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Програма</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Виріб</translation>
    </message>
    <message>
        <source>system | code</source>
        <translation>система | код</translation>
    </message>
    <message>
        <source>Device definition</source>
        <translation>Визначення виробу</translation>
    </message>
    <message>
        <source>Inform with this method</source>
        <translation>Повідомляти цим методом</translation>
    </message>
    <message>
        <source>Left empty, the patient’s usual one is taken.</source>
        <translation>Якщо порожньо, береться звичний метод пацієнта.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Прізвище</translation>
    </message>
    <message>
        <source>Not identified yet</source>
        <translation>Ще не ідентифіковано</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Особа</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Тип</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>With the country’s code, for example +380931234585</source>
        <translation>З кодом країни, наприклад +380931234585</translation>
    </message>
    <message>
        <source>Third person</source>
        <translation>Третя особа</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активне</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Додано</translation>
    </message>
    <message>
        <source>Confidant</source>
        <translation>Довірена особа</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Завершується</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Підтвердження</translation>
    </message>
    <message>
        <source>Its reason</source>
        <translation>Його причина</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Назва</translation>
    </message>
    <message>
        <source>Texts are switched off</source>
        <translation>SMS вимкнено</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>Класифікації</translation>
    </message>
    <message>
        <source>A line each: system | code</source>
        <translation>Кожна в рядку: система | код</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Коди</translation>
    </message>
    <message>
        <source>A line each: system | code, code. The system alone means all its codes.</source>
        <translation>Кожен у рядку: система | код, код. Сама система означає всі її коди.</translation>
    </message>
    <message>
        <source>For example 2026-11-22 14:30</source>
        <translation>Наприклад, 2026-11-22 14:30</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Так</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ні</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Задано</translation>
    </message>
</context>
<context>
    <name>anteroom::RegistersPage</name>
    <message>
        <source>Registers</source>
        <translation>Реєстри</translation>
    </message>
    <message>
        <source>Find by name, number or id</source>
        <translation>Шукати за ім’ям, номером чи ідентифікатором</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Змінити…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Вилучити…</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Новий запис</translation>
    </message>
    <message>
        <source>Which register</source>
        <translation>Який реєстр</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Імпортувати файл…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нічого не знайдено</translation>
    </message>
    <message>
        <source>No entry here holds this text.</source>
        <translation>Жоден запис тут не містить цього тексту.</translation>
    </message>
    <message>
        <source>This register is empty</source>
        <translation>Цей реєстр порожній</translation>
    </message>
    <message>
        <source>Import a file of your health system, or add an entry.</source>
        <translation>Імпортуйте файл вашої системи охорони здоров’я або додайте запис.</translation>
    </message>
    <message>
        <source>Remove an entry?</source>
        <translation>Вилучити запис?</translation>
    </message>
    <message>
        <source>Remove %1 from %2?</source>
        <translation>Вилучити %1 з реєстру «%2»?</translation>
    </message>
    <message>
        <source>This can’t be undone; an import can bring it back.</source>
        <translation>Це не можна скасувати; повернути запис може імпорт.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Залишити</translation>
    </message>
    <message>
        <source>The entry was removed.</source>
        <translation>Запис вилучено.</translation>
    </message>
</context>
<context>
    <name>anteroom::RegistrationChart</name>
    <message>
        <source>From push to registration</source>
        <translation>Від push до реєстрації</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) · median %1 · 95 % within %2</source>
        <translation>
            <numerusform>%n виклик · медіана %1 · 95 % за %2</numerusform>
            <numerusform>%n виклики · медіана %1 · 95 % за %2</numerusform>
            <numerusform>%n викликів · медіана %1 · 95 % за %2</numerusform>
        </translation>
    </message>
    <message>
        <source>No phone has registered for a call in the last 30 days.</source>
        <translation>За останні 30 днів жоден телефон не зареєструвався для виклику.</translation>
    </message>
</context>
<context>
    <name>anteroom::RelativeTime</name>
    <message>
        <source>just now</source>
        <translation>щойно</translation>
    </message>
    <message>
        <source>in a moment</source>
        <translation>за мить</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 хв тому</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>через %1 хв</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 год тому</translation>
    </message>
    <message>
        <source>in %1 h</source>
        <translation>через %1 год</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчора</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
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
        <translation>Пацієнт &amp;підтвердив цей номер</translation>
    </message>
    <message>
        <source>Resend SMS</source>
        <translation>Надіслати SMS ще раз</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Надіслано раніше</translation>
    </message>
    <message>
        <source>A text goes to %1, the number of a third person</source>
        <translation>SMS піде на %1, номер третьої особи</translation>
    </message>
    <message>
        <source>A text goes to %1, the patient’s number</source>
        <translation>SMS піде на %1, номер пацієнта</translation>
    </message>
    <message>
        <source>Tick first that the patient confirmed the number.</source>
        <translation>Спершу позначте, що пацієнт підтвердив номер.</translation>
    </message>
    <message>
        <source>The patient is not identified yet: there is nobody to send a text to.</source>
        <translation>Пацієнта ще не ідентифіковано: нікому надсилати SMS.</translation>
    </message>
    <message>
        <source>A text left a moment ago. The next one can leave in %1.</source>
        <translation>SMS щойно надіслано. Наступне можна надіслати за %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::SearchField</name>
    <message>
        <source>Empty this field</source>
        <translation>Очистити це поле</translation>
    </message>
</context>
<context>
    <name>anteroom::SearchPopup</name>
    <message>
        <source>People found</source>
        <translation>Знайдені особи</translation>
    </message>
    <message>
        <source>Add “%1”…</source>
        <translation>Додати «%1»…</translation>
    </message>
    <message>
        <source>Nobody by that name, number or birthday.</source>
        <translation>Немає нікого з таким ім’ям, номером чи датою народження.</translation>
    </message>
    <message>
        <source>Nobody found. Add the person in People first.</source>
        <translation>Нікого не знайдено. Спершу додайте особу в розділі «Люди».</translation>
    </message>
</context>
<context>
    <name>anteroom::Session</name>
    <message>
        <source>Administrator</source>
        <translation>Адміністратор</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Медичний працівник</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingGroup</name>
    <message>
        <source>Undo all</source>
        <translation>Скасувати все</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Збережено: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n setting(s).</source>
        <translation>
            <numerusform>Збережено: %n налаштування.</numerusform>
            <numerusform>Збережено: %n налаштування.</numerusform>
            <numerusform>Збережено: %n налаштувань.</numerusform>
        </translation>
    </message>
    <message>
        <source>It takes effect at the next start.</source>
        <translation>Діє після перезапуску.</translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>Зберегти %n зміну</numerusform>
            <numerusform>Зберегти %n зміни</numerusform>
            <numerusform>Зберегти %n змін</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SettingRow</name>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Забути</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>До типового значення</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Вибрати…</translation>
    </message>
    <message>
        <source>ruled by an environment variable: change it there</source>
        <translation>задано змінною середовища: змініть її там</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>не задано</translation>
    </message>
    <message>
        <source>set; it is never shown</source>
        <translation>задано; ніколи не показується</translation>
    </message>
    <message>
        <source>As for all accounts: %1</source>
        <translation>Як для всіх облікових записів: %1</translation>
    </message>
    <message>
        <source>As for all accounts</source>
        <translation>Як для всіх облікових записів</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистити</translation>
    </message>
    <message>
        <source>is forgotten when you save</source>
        <translation>буде забуто після збереження</translation>
    </message>
    <message>
        <source>the account’s own; it is never shown</source>
        <translation>власне значення облікового запису; ніколи не показується</translation>
    </message>
    <message>
        <source>the account’s own</source>
        <translation>власне значення облікового запису</translation>
    </message>
    <message>
        <source>as for all accounts, unless the account’s address leads to another server</source>
        <translation>як для всіх облікових записів, якщо адреса цього запису не веде до іншого сервера</translation>
    </message>
    <message>
        <source>as for all accounts: not set</source>
        <translation>як для всіх облікових записів: не задано</translation>
    </message>
    <message>
        <source>as for all accounts</source>
        <translation>як для всіх облікових записів</translation>
    </message>
    <message>
        <source>Still to be typed: %1</source>
        <translation>Ще треба ввести: %1</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingWords</name>
    <message>
        <source>The clinic’s name, as patients read it</source>
        <translation>Назва клініки, яку читають пацієнти</translation>
    </message>
    <message>
        <source>The clinic’s telephone number</source>
        <translation>Номер телефону клініки</translation>
    </message>
    <message>
        <source>The clinic’s logo: a picture file</source>
        <translation>Логотип клініки: файл зображення</translation>
    </message>
    <message>
        <source>Time zone, such as Europe/London</source>
        <translation>Часовий пояс, наприклад Europe/Kyiv</translation>
    </message>
    <message>
        <source>Language for patients of whom none is known</source>
        <translation>Мова для пацієнтів, чия мова невідома</translation>
    </message>
    <message>
        <source>Account to which the console’s requests belong</source>
        <translation>Акаунт, до якого належать запити з консолі</translation>
    </message>
    <message>
        <source>Lock the console after so many idle minutes</source>
        <translation>Блокувати консоль після стількох хвилин бездіяльності</translation>
    </message>
    <message>
        <source>Where the API listens</source>
        <translation>Де слухає API</translation>
    </message>
    <message>
        <source>Where the patients’ pages listen</source>
        <translation>Де слухають сторінки пацієнтів</translation>
    </message>
    <message>
        <source>What patients’ links begin with</source>
        <translation>Початок посилань для пацієнтів</translation>
    </message>
    <message>
        <source>TLS certificate: a PEM file</source>
        <translation>Сертифікат TLS: файл PEM</translation>
    </message>
    <message>
        <source>TLS key: a PEM file</source>
        <translation>Ключ TLS: файл PEM</translation>
    </message>
    <message>
        <source>Proxies whose word about addresses is believed</source>
        <translation>Проксі, яким довіряють щодо адрес</translation>
    </message>
    <message>
        <source>A proxy in front of the patients’ pages provides TLS</source>
        <translation>TLS забезпечує проксі перед сторінками пацієнтів</translation>
    </message>
    <message>
        <source>Threads that answer requests</source>
        <translation>Потоки, що відповідають на запити</translation>
    </message>
    <message>
        <source>Longest head of a request, in bytes</source>
        <translation>Найдовший заголовок запиту, байтів</translation>
    </message>
    <message>
        <source>Time to send a request’s head, in seconds</source>
        <translation>Час на надсилання заголовка, секунд</translation>
    </message>
    <message>
        <source>Time between two requests, in seconds</source>
        <translation>Час між двома запитами, секунд</translation>
    </message>
    <message>
        <source>Longest pause within an upload, in seconds</source>
        <translation>Найдовша пауза під час надсилання, секунд</translation>
    </message>
    <message>
        <source>Connections at once</source>
        <translation>Одночасні з’єднання</translation>
    </message>
    <message>
        <source>Connections at once from one address</source>
        <translation>Одночасні з’єднання з однієї адреси</translation>
    </message>
    <message>
        <source>Longest JSON body, in bytes</source>
        <translation>Найдовше тіло JSON, байтів</translation>
    </message>
    <message>
        <source>Longest body with files over the API, in bytes</source>
        <translation>Найдовше тіло з файлами через API, байтів</translation>
    </message>
    <message>
        <source>How long a file request is open, in seconds</source>
        <translation>Скільки триває запит на фото, секунд</translation>
    </message>
    <message>
        <source>How long a patient’s link works, in seconds</source>
        <translation>Скільки діє посилання пацієнта, секунд</translation>
    </message>
    <message>
        <source>Minutes until a text follows a notification nobody answered</source>
        <translation>Хвилин до SMS, якщо на сповіщення не відповіли</translation>
    </message>
    <message>
        <source>Days until files and requests are erased</source>
        <translation>Днів до видалення файлів і запитів</translation>
    </message>
    <message>
        <source>Virus scanner: clamd’s socket or address</source>
        <translation>Антивірус: сокет або адреса clamd</translation>
    </message>
    <message>
        <source>Send events to other systems</source>
        <translation>Надсилати події іншим системам</translation>
    </message>
    <message>
        <source>Where events go, unless a request says otherwise</source>
        <translation>Куди йдуть події, якщо запит не каже інше</translation>
    </message>
    <message>
        <source>Secrets that sign events: whsec_…, separated by spaces</source>
        <translation>Секрети для підпису подій: whsec_…, через пробіл</translation>
    </message>
    <message>
        <source>Certificate authority for events: a PEM file</source>
        <translation>Центр сертифікації для подій: файл PEM</translation>
    </message>
    <message>
        <source>Allow events without TLS to this machine</source>
        <translation>Дозволити події без TLS на цей комп’ютер</translation>
    </message>
    <message>
        <source>Allow events to private addresses</source>
        <translation>Дозволити події на приватні адреси</translation>
    </message>
    <message>
        <source>How text messages leave</source>
        <translation>Як надсилаються SMS</translation>
    </message>
    <message>
        <source>The gateway’s address, with {to} and {text}</source>
        <translation>Адреса шлюзу, з {to} і {text}</translation>
    </message>
    <message>
        <source>The gateway’s method</source>
        <translation>Метод шлюзу</translation>
    </message>
    <message>
        <source>The gateway’s headers, one a line</source>
        <translation>Заголовки шлюзу, по одному в рядку</translation>
    </message>
    <message>
        <source>The gateway’s body, with {to} and {text}</source>
        <translation>Тіло для шлюзу, з {to} і {text}</translation>
    </message>
    <message>
        <source>Pattern by which its answer says yes</source>
        <translation>Шаблон, за яким відповідь ствердна</translation>
    </message>
    <message>
        <source>Most text messages a day</source>
        <translation>Щонайбільше SMS на день</translation>
    </message>
    <message>
        <source>Most text messages a minute</source>
        <translation>Щонайбільше SMS на хвилину</translation>
    </message>
    <message>
        <source>Quiet hours, such as 21:00-07:00</source>
        <translation>Години тиші, наприклад 21:00-07:00</translation>
    </message>
    <message>
        <source>How e-mails leave</source>
        <translation>Як надсилаються листи</translation>
    </message>
    <message>
        <source>Mail server, such as smtp://mail.example.org:587</source>
        <translation>Поштовий сервер, наприклад smtp://mail.example.org:587</translation>
    </message>
    <message>
        <source>Mail server’s user</source>
        <translation>Користувач поштового сервера</translation>
    </message>
    <message>
        <source>Mail server’s password</source>
        <translation>Пароль поштового сервера</translation>
    </message>
    <message>
        <source>Certificate authority of the mail server: a PEM file</source>
        <translation>Центр сертифікації поштового сервера: файл PEM</translation>
    </message>
    <message>
        <source>Sender of e-mails</source>
        <translation>Відправник листів</translation>
    </message>
    <message>
        <source>Clinic</source>
        <translation>Клініка</translation>
    </message>
    <message>
        <source>Network and TLS</source>
        <translation>Мережа й TLS</translation>
    </message>
    <message>
        <source>Files and retention</source>
        <translation>Файли й зберігання</translation>
    </message>
    <message>
        <source>Web hooks</source>
        <translation>Вебхуки</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Е-пошта</translation>
    </message>
    <message>
        <source>takes effect at once</source>
        <translation>діє одразу</translation>
    </message>
    <message>
        <source>takes effect at the next start</source>
        <translation>діє після перезапуску</translation>
    </message>
    <message>
        <source>Where gateways and other systems reach the API</source>
        <translation>Де шлюзи та інші системи знаходять API</translation>
    </message>
    <message>
        <source>The gateway’s secret, which stands for {secret}</source>
        <translation>Секрет шлюзу, замість {secret}</translation>
    </message>
    <message>
        <source>Certificate authority of the gateway: a PEM file</source>
        <translation>Центр сертифікації шлюзу: файл PEM</translation>
    </message>
    <message>
        <source>The gateway recognises a message that it has already</source>
        <translation>Шлюз розпізнає повідомлення, яке вже має</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Так</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ні</translation>
    </message>
    <message>
        <source>Sandbox: nothing leaves this machine</source>
        <translation>Пісочниця: ніщо не залишає цей комп’ютер</translation>
    </message>
    <message>
        <source>A gateway, over HTTP</source>
        <translation>Шлюз через HTTP</translation>
    </message>
    <message>
        <source>A mail server, over SMTP</source>
        <translation>Поштовий сервер через SMTP</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Без логотипа</translation>
    </message>
    <message>
        <source>The address where the patients’ pages listen</source>
        <translation>Адреса, де працюють сторінки для пацієнтів</translation>
    </message>
    <message>
        <source>The address where the API listens</source>
        <translation>Адреса, де працює API</translation>
    </message>
    <message>
        <source>Without TLS</source>
        <translation>Без TLS</translation>
    </message>
    <message>
        <source>Nobody’s</source>
        <translation>Нічийому</translation>
    </message>
    <message>
        <source>Without an end</source>
        <translation>Без кінцевого терміну</translation>
    </message>
    <message>
        <source>No text follows</source>
        <translation>SMS не надсилається</translation>
    </message>
    <message>
        <source>Nothing is erased by age</source>
        <translation>Ніщо не стирається за давністю</translation>
    </message>
    <message>
        <source>Files are not scanned</source>
        <translation>Файли не перевіряються</translation>
    </message>
    <message>
        <source>Only the authorities that this machine believes</source>
        <translation>Лише центри, яким довіряє цей комп’ютер</translation>
    </message>
    <message>
        <source>Any answer with a status from 200 to 299</source>
        <translation>Будь-яка відповідь зі станом від 200 до 299</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Без обмеження</translation>
    </message>
    <message>
        <source>None: texts leave at any hour</source>
        <translation>Немає: SMS надсилаються будь-коли</translation>
    </message>
    <message>
        <source>The health system’s address, to refresh device requests from</source>
        <translation>Адреса системи охорони здоров’я, з якої оновлюються направлення на медичні вироби</translation>
    </message>
    <message>
        <source>Token for the health system</source>
        <translation>Токен для системи охорони здоров’я</translation>
    </message>
    <message>
        <source>Certificate authority of the health system: a PEM file</source>
        <translation>Центр сертифікації системи охорони здоров’я: файл PEM</translation>
    </message>
    <message>
        <source>Nothing is asked of the health system</source>
        <translation>Систему охорони здоров’я ні про що не запитують</translation>
    </message>
    <message>
        <source>How long a phone may take to wake, in milliseconds</source>
        <translation>Скільки телефон може прокидатися, у мілісекундах</translation>
    </message>
    <message>
        <source>How the telephone is called, such as tel:{number}</source>
        <translation>Як дзвонити телефоном, наприклад tel:{number}</translation>
    </message>
    <message>
        <source>Your softphone, once a phone is awake, such as sip:{number}@sip.example.org</source>
        <translation>Ваш програмний телефон, коли телефон прокинувся, наприклад sip:{number}@sip.example.org</translation>
    </message>
    <message>
        <source>No softphone is opened</source>
        <translation>Програмний телефон не відкривається</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Напишіть ціле число.</translation>
    </message>
    <message>
        <source>The least is %1.</source>
        <translation>Найменше — %1.</translation>
    </message>
    <message>
        <source>The most is %1.</source>
        <translation>Найбільше — %1.</translation>
    </message>
    <message>
        <source>Choose one of these: %1.</source>
        <translation>Виберіть одне з цього: %1.</translation>
    </message>
    <message>
        <source>Write a web address such as https://host/path, without a user or a #.</source>
        <translation>Напишіть вебадресу на зразок https://host/path, без користувача та #.</translation>
    </message>
    <message>
        <source>The address has to begin with https://; http:// will do for this machine alone.</source>
        <translation>Адреса має починатися з https://; http:// годиться лише для цього комп’ютера.</translation>
    </message>
    <message>
        <source>Write smtp://host:port or smtps://host:port.</source>
        <translation>Напишіть smtp://host:port або smtps://host:port.</translation>
    </message>
    <message>
        <source>Write turn:host:port or turns:host:port.</source>
        <translation>Напишіть turn:host:port або turns:host:port.</translation>
    </message>
    <message>
        <source>Write an address and a port, such as 127.0.0.1:8080 or [::1]:8080.</source>
        <translation>Напишіть адресу й порт, наприклад 127.0.0.1:8080 або [::1]:8080.</translation>
    </message>
    <message>
        <source>Write clamd’s socket, as unix:/path or tcp://host:port.</source>
        <translation>Напишіть сокет clamd: unix:/path або tcp://host:port.</translation>
    </message>
    <message>
        <source>Write an e-mail address, perhaps as Name &lt;address&gt;.</source>
        <translation>Напишіть адресу електронної пошти, можна як Ім’я &lt;адреса&gt;.</translation>
    </message>
    <message>
        <source>Write one header a line, each as Name: value.</source>
        <translation>Напишіть по одному заголовку в рядку, кожен як Назва: значення.</translation>
    </message>
    <message>
        <source>Write the name of a header: letters, digits and hyphens.</source>
        <translation>Напишіть назву заголовка: літери, цифри й дефіси.</translation>
    </message>
    <message>
        <source>This is no regular expression. Check brackets and backslashes.</source>
        <translation>Це не регулярний вираз. Перевірте дужки та зворотні скісні риски.</translation>
    </message>
    <message>
        <source>Write whsec_ and 24 to 64 bytes in base64; several are separated by spaces.</source>
        <translation>Напишіть whsec_ і від 24 до 64 байтів у base64; кілька розділяйте пробілами.</translation>
    </message>
    <message>
        <source>Write a tel:, sip:, sips: or callto: address with {number} in it.</source>
        <translation>Напишіть адресу tel:, sip:, sips: або callto:, у якій є {number}.</translation>
    </message>
    <message>
        <source>Write two different times, such as 22:00-07:30.</source>
        <translation>Напишіть два різні часи, наприклад 22:00-07:30.</translation>
    </message>
    <message>
        <source>Write words, separated by commas.</source>
        <translation>Напишіть слова через кому.</translation>
    </message>
    <message>
        <source>Write a UUID.</source>
        <translation>Напишіть UUID.</translation>
    </message>
    <message>
        <source>Between &lt; and &gt; only request_number and verification_code may stand.</source>
        <translation>Між &lt; і &gt; можуть бути лише request_number і verification_code.</translation>
    </message>
    <message>
        <source>Between &lt; and &gt; only request_number may stand.</source>
        <translation>Між &lt; і &gt; може бути лише request_number.</translation>
    </message>
    <message>
        <source>Write addresses or ranges such as 10.0.0.0/8, separated by commas.</source>
        <translation>Напишіть адреси або діапазони, наприклад 10.0.0.0/8, через кому.</translation>
    </message>
    <message>
        <source>There is no such time zone. Write one such as Europe/Rome.</source>
        <translation>Такого часового поясу немає. Напишіть, наприклад, Europe/Kyiv.</translation>
    </message>
    <message>
        <source>There is no such file, or Anteroom may not read it.</source>
        <translation>Такого файлу немає або Anteroom не може його прочитати.</translation>
    </message>
    <message>
        <source>Write the whole path, beginning with /.</source>
        <translation>Напишіть повний шлях, що починається з /.</translation>
    </message>
    <message>
        <source>The picture is larger than 32 KiB. Every patient loads it: make it smaller.</source>
        <translation>Зображення більше за 32 КіБ. Його завантажує кожен пацієнт: зменште його.</translation>
    </message>
    <message>
        <source>The file has to be a PNG or SVG picture.</source>
        <translation>Файл має бути зображенням PNG або SVG.</translation>
    </message>
    <message>
        <source>This is too long: 10,000 characters are the most.</source>
        <translation>Це задовго: найбільше 10 000 символів.</translation>
    </message>
    <message>
        <source>A character that cannot be seen has come along. Type it by hand.</source>
        <translation>Трапився невидимий символ. Введіть текст уручну.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Виклики</translation>
    </message>
    <message>
        <source>Seconds in which texts of one device request are counted</source>
        <translation>За скільки секунд рахуються SMS одного направлення</translation>
    </message>
    <message>
        <source>Most texts of one device request in that time</source>
        <translation>Найбільше SMS одного направлення за цей час</translation>
    </message>
    <message>
        <source>Texts for devices without a programme</source>
        <translation>SMS для виробів без програми</translation>
    </message>
    <message>
        <source>Texts for assistive devices without a programme</source>
        <translation>SMS для допоміжних засобів без програми</translation>
    </message>
    <message>
        <source>Third persons need a confirmed relationship to the patient</source>
        <translation>Третя особа має мати підтверджений зв’язок із пацієнтом</translation>
    </message>
    <message>
        <source>This clinic’s legal entity: its id in the register</source>
        <translation>Юридична особа цього закладу: її ідентифікатор у реєстрі</translation>
    </message>
    <message>
        <source>Kinds of legal entities that may send these texts</source>
        <translation>Типи юридичних осіб, що можуть надсилати ці SMS</translation>
    </message>
    <message>
        <source>Text for a device in a programme</source>
        <translation>Текст для виробу за програмою</translation>
    </message>
    <message>
        <source>Text for a device without a programme</source>
        <translation>Текст для виробу без програми</translation>
    </message>
    <message>
        <source>Text for an assistive device in a programme</source>
        <translation>Текст для допоміжного засобу за програмою</translation>
    </message>
    <message>
        <source>Text for an assistive device without a programme</source>
        <translation>Текст для допоміжного засобу без програми</translation>
    </message>
    <message>
        <source>eHealth</source>
        <translation>eHealth</translation>
    </message>
    <message>
        <source>How push messages leave</source>
        <translation>Як надсилаються push-сповіщення</translation>
    </message>
    <message>
        <source>Firebase’s address (Android and web)</source>
        <translation>Адреса Firebase (Android і веб)</translation>
    </message>
    <message>
        <source>Firebase’s service account: a JSON file</source>
        <translation>Службовий обліковий запис Firebase: файл JSON</translation>
    </message>
    <message>
        <source>Apple’s address (iPhones)</source>
        <translation>Адреса Apple (iPhone)</translation>
    </message>
    <message>
        <source>Apple’s key: a .p8 file</source>
        <translation>Ключ Apple: файл .p8</translation>
    </message>
    <message>
        <source>Apple’s key: its id</source>
        <translation>Ключ Apple: його ідентифікатор</translation>
    </message>
    <message>
        <source>Apple’s team id</source>
        <translation>Ідентифікатор команди Apple</translation>
    </message>
    <message>
        <source>The app’s bundle id</source>
        <translation>Ідентифікатор застосунку (bundle id)</translation>
    </message>
    <message>
        <source>Certificate authority of the push services: a PEM file</source>
        <translation>Центр сертифікації служб push: файл PEM</translation>
    </message>
    <message>
        <source>Firebase and Apple</source>
        <translation>Firebase і Apple</translation>
    </message>
    <message>
        <source>Push messages</source>
        <translation>Push-сповіщення</translation>
    </message>
    <message>
        <source>Where people meet</source>
        <translation>Де зустрічаються</translation>
    </message>
    <message>
        <source>Version of Bandyer’s interface</source>
        <translation>Версія інтерфейсу Bandyer</translation>
    </message>
    <message>
        <source>Bandyer’s address, such as https://company.bandyer.com</source>
        <translation>Адреса Bandyer, наприклад https://company.bandyer.com</translation>
    </message>
    <message>
        <source>Bandyer’s secret key</source>
        <translation>Секретний ключ Bandyer</translation>
    </message>
    <message>
        <source>Rooms stay open without an end</source>
        <translation>Кімнати лишаються відкритими без кінця</translation>
    </message>
    <message>
        <source>How long before its start a room opens and nothing may change, in milliseconds</source>
        <translation>За скільки до початку кімната відкривається і нічого вже не змінити, у мілісекундах</translation>
    </message>
    <message>
        <source>Who may host, and who may use what: a JSON file</source>
        <translation>Хто може вести та хто чим може користуватися: файл JSON</translation>
    </message>
    <message>
        <source>Patients wait until a host lets them in</source>
        <translation>Пацієнти чекають, доки їх впустить ведучий</translation>
    </message>
    <message>
        <source>Minutes before the start in which those invited are reminded</source>
        <translation>За скільки хвилин до початку нагадувати запрошеним</translation>
    </message>
    <message>
        <source>Relay for phones in other networks, such as turn:relay.example.org:3478</source>
        <translation>Ретранслятор для телефонів в інших мережах, наприклад turn:relay.example.org:3478</translation>
    </message>
    <message>
        <source>The relay’s secret</source>
        <translation>Секрет ретранслятора</translation>
    </message>
    <message>
        <source>Header in which other systems say who asks</source>
        <translation>Заголовок, у якому інші системи кажуть, хто запитує</translation>
    </message>
    <message>
        <source>Names and groups come from Auth0: any word says yes</source>
        <translation>Імена та групи беруться з Auth0: будь-яке слово означає «так»</translation>
    </message>
    <message>
        <source>Auth0’s domain, such as clinic.eu.auth0.com</source>
        <translation>Домен Auth0, наприклад clinic.eu.auth0.com</translation>
    </message>
    <message>
        <source>Auth0’s audience: whom access tokens have to be for</source>
        <translation>Audience Auth0: для кого мають бути токени доступу</translation>
    </message>
    <message>
        <source>Address of Auth0’s Management API</source>
        <translation>Адреса Management API Auth0</translation>
    </message>
    <message>
        <source>Token for the Management API</source>
        <translation>Токен для Management API</translation>
    </message>
    <message>
        <source>Auth0’s client id</source>
        <translation>Client id Auth0</translation>
    </message>
    <message>
        <source>Auth0’s client secret</source>
        <translation>Client secret Auth0</translation>
    </message>
    <message>
        <source>Rooms of our own, among the patients’ pages</source>
        <translation>Власні кімнати, серед сторінок для пацієнтів</translation>
    </message>
    <message>
        <source>Rooms of Bandyer’s</source>
        <translation>Кімнати Bandyer</translation>
    </message>
    <message>
        <source>Doctors host; customers and patients take part; everybody may use everything</source>
        <translation>Група doctor веде; customer і patient беруть участь; усім доступно все</translation>
    </message>
    <message>
        <source>Nobody is reminded</source>
        <translation>Нікому не нагадують</translation>
    </message>
    <message>
        <source>No relay: phones outside this network often find no way</source>
        <translation>Без ретранслятора: телефони поза цією мережею часто не знаходять шляху</translation>
    </message>
    <message>
        <source>No: whoever schedules says who people are</source>
        <translation>Ні: хто призначає, той і каже, хто є хто</translation>
    </message>
    <message>
        <source>Auth0 is not used</source>
        <translation>Auth0 не використовується</translation>
    </message>
    <message>
        <source>Auth0’s access tokens are not taken</source>
        <translation>Токени доступу Auth0 не приймаються</translation>
    </message>
    <message>
        <source>The domain’s own: /api/v2</source>
        <translation>Власна адреса домену: /api/v2</translation>
    </message>
    <message>
        <source>Teleconsultations</source>
        <translation>Телеконсультації</translation>
    </message>
</context>
<context>
    <name>anteroom::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Знайти налаштування</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Розділи</translation>
    </message>
    <message>
        <source>No setting is called so</source>
        <translation>Такого налаштування немає</translation>
    </message>
    <message>
        <source>Search for a word of its name or of its key.</source>
        <translation>Шукайте слово з назви або ключа.</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>API tokens</source>
        <translation>Токени API</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Резервна копія</translation>
    </message>
</context>
<context>
    <name>anteroom::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Сторінки</translation>
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
            <numerusform>%1, очікує: %n</numerusform>
            <numerusform>%1, очікують: %n</numerusform>
            <numerusform>%1, очікують: %n</numerusform>
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
        <translation>&amp;Ім’я, яке бачать пацієнти</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Логін</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Пароль</translation>
    </message>
    <message>
        <source>Password &amp;again</source>
        <translation>Пароль &amp;ще раз</translation>
    </message>
    <message>
        <source>Sign in as somebody else</source>
        <translation>Увійти як інший користувач</translation>
    </message>
    <message>
        <source>Dr Rachel Williams</source>
        <translation>Олена Коваленко, лікарка</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Увійти</translation>
    </message>
    <message>
        <source>Use the login your administrator gave you.</source>
        <translation>Скористайтеся логіном, який вам дав адміністратор.</translation>
    </message>
    <message>
        <source>Welcome to Anteroom</source>
        <translation>Ласкаво просимо до Anteroom</translation>
    </message>
    <message>
        <source>There is nobody here yet. You become the first administrator and can add your colleagues afterwards.</source>
        <translation>Тут ще нікого немає. Ви станете першим адміністратором і згодом зможете додати колег.</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Заблоковано</translation>
    </message>
    <message>
        <source>%1, enter your password to go on where you were.</source>
        <translation>%1, введіть пароль, щоб продовжити з того самого місця.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n character(s). Several words in a row are easy to remember.</source>
        <translation>
            <numerusform>Щонайменше %n символ. Кілька слів поспіль легко запам’ятати.</numerusform>
            <numerusform>Щонайменше %n символи. Кілька слів поспіль легко запам’ятати.</numerusform>
            <numerusform>Щонайменше %n символів. Кілька слів поспіль легко запам’ятати.</numerusform>
        </translation>
    </message>
    <message>
        <source>Patients read this name. Enter yours.</source>
        <translation>Це ім’я бачать пацієнти. Введіть своє.</translation>
    </message>
    <message>
        <source>Enter your login.</source>
        <translation>Введіть логін.</translation>
    </message>
    <message>
        <source>A login has no spaces, such as r.williams.</source>
        <translation>Логін не містить пробілів, наприклад o.kovalenko.</translation>
    </message>
    <message>
        <source>Choose a password.</source>
        <translation>Виберіть пароль.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Введіть пароль.</translation>
    </message>
    <message numerus="yes">
        <source>This is too short. It takes at least %n character(s).</source>
        <translation>
            <numerusform>Це закоротке. Потрібен щонайменше %n символ.</numerusform>
            <numerusform>Це закоротке. Потрібно щонайменше %n символи.</numerusform>
            <numerusform>Це закоротке. Потрібно щонайменше %n символів.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords differ. Type the same one twice.</source>
        <translation>Паролі різні. Введіть двічі той самий.</translation>
    </message>
    <message>
        <source>Create administrator</source>
        <translation>Створити адміністратора</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Розблокувати</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n second(s)</source>
        <extracomment>On the button, after too many wrong passwords.</extracomment>
        <translation>
            <numerusform>Повторити через %n секунду</numerusform>
            <numerusform>Повторити через %n секунди</numerusform>
            <numerusform>Повторити через %n секунд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SmsPartsText</name>
    <message numerus="yes">
        <source>%n text message(s), %1 of %2 characters</source>
        <translation>
            <numerusform>%n SMS, %1 із %2 символів</numerusform>
            <numerusform>%n SMS, %1 із %2 символів</numerusform>
            <numerusform>%n SMS, %1 із %2 символів</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::SmsPresetPanel</name>
    <message>
        <source>None: the fields below as they are</source>
        <translation>Жоден: поля нижче як є</translation>
    </message>
    <message>
        <source>Fill in for a well-known gateway</source>
        <translation>Заповнити для відомого шлюзу</translation>
    </message>
    <message>
        <source>Kept in the keyring and never shown.</source>
        <translation>Зберігається у в’язці ключів і ніколи не показується.</translation>
    </message>
    <message>
        <source>Fill in the fields below</source>
        <translation>Заповнити поля нижче</translation>
    </message>
    <message>
        <source>Filled in below. Nothing is saved yet.</source>
        <translation>Заповнено нижче. Ще нічого не збережено.</translation>
    </message>
    <message>
        <source>Filled in below, and nothing is saved yet. Still to be typed: %1.</source>
        <translation>Заповнено нижче, ще нічого не збережено. Ще треба ввести: %1.</translation>
    </message>
</context>
<context>
    <name>anteroom::SmsSettings</name>
    <message>
        <source>Save or undo the changes below first.</source>
        <translation>Спочатку збережіть або скасуйте зміни нижче.</translation>
    </message>
</context>
<context>
    <name>anteroom::StaffSection</name>
    <message>
        <source>Staff</source>
        <translation>Персонал</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логін</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Роль</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Стан</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Вимкнути</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Розблокувати</translation>
    </message>
    <message>
        <source>New &amp;password for them</source>
        <translation>Новий &amp;пароль для особи</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Задати пароль</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Додати особу</translation>
    </message>
    <message>
        <source>Clinician</source>
        <translation>Лікар</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Адміністратор</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Ім’я</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Логін</translation>
    </message>
    <message>
        <source>&amp;Role</source>
        <translation>&amp;Роль</translation>
    </message>
    <message>
        <source>First pass&amp;word</source>
        <translation>Перший п&amp;ароль</translation>
    </message>
    <message>
        <source>At least 10 characters.</source>
        <translation>Щонайменше 10 символів.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>May sign in</source>
        <translation>Може входити</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Вимкнено</translation>
    </message>
    <message>
        <source>Has to wait after wrong passwords</source>
        <translation>Чекає після хибних паролів</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Увімкнути</translation>
    </message>
    <message>
        <source>%1 may sign in now.</source>
        <translation>%1 тепер може входити.</translation>
    </message>
    <message>
        <source>%1 has a new password.</source>
        <translation>%1 має новий пароль.</translation>
    </message>
    <message>
        <source>%1 may not sign in any more.</source>
        <translation>%1 більше не може входити.</translation>
    </message>
    <message>
        <source>%1 may sign in again.</source>
        <translation>%1 знову може входити.</translation>
    </message>
    <message>
        <source>%1 may try again at once.</source>
        <translation>%1 може одразу спробувати ще раз.</translation>
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
        <translation>API не працює</translation>
    </message>
    <message>
        <source>Patient pages %1</source>
        <translation>Сторінки пацієнтів %1</translation>
    </message>
    <message>
        <source>Patient pages stopped</source>
        <translation>Сторінки пацієнтів не працюють</translation>
    </message>
    <message>
        <source>No messages waiting</source>
        <translation>Немає повідомлень в очікуванні</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) waiting</source>
        <translation>
            <numerusform>%n повідомлення очікує</numerusform>
            <numerusform>%n повідомлення очікують</numerusform>
            <numerusform>%n повідомлень очікують</numerusform>
        </translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Резервної копії ще немає</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationDetails</name>
    <message>
        <source>Choose a teleconsultation.</source>
        <translation>Виберіть телеконсультацію.</translation>
    </message>
    <message>
        <source>What the provider did about its room is not certain, or failed.</source>
        <translation>Невідомо, що постачальник зробив із кімнатою, або це не вдалося.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Увійти</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Надіслати запрошення</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Змінити</translation>
    </message>
    <message>
        <source>Cancel consultation</source>
        <translation>Скасувати консультацію</translation>
    </message>
    <message>
        <source>Open the outbox</source>
        <translation>Відкрити вихідні</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Хто бере участь</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Хвилинку…</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Скасовано</translation>
    </message>
    <message>
        <source>%1
%2 (%3)</source>
        <translation>%1
%2 (%3)</translation>
    </message>
    <message>
        <source>without an end</source>
        <translation>без кінця</translation>
    </message>
    <message>
        <source>It was cancelled and does not take place.</source>
        <translation>Її скасовано, вона не відбудеться.</translation>
    </message>
    <message>
        <source>You can’t join: you do not take part in it.</source>
        <translation>Ви не можете ввійти: ви не берете участі.</translation>
    </message>
    <message>
        <source>You can’t join: the provider gave you no link.</source>
        <translation>Ви не можете ввійти: постачальник не дав вам посилання.</translation>
    </message>
    <message>
        <source>It is open, so it can’t be edited any more.</source>
        <translation>Вона вже відкрита, тому змінити її не можна.</translation>
    </message>
    <message>
        <source>The link works no more.</source>
        <translation>Посилання більше не працює.</translation>
    </message>
    <message>
        <source>There is a link once everybody is named.</source>
        <translation>Посилання з’явиться, коли буде названо всіх.</translation>
    </message>
    <message>
        <source>There is a link from %1 on.</source>
        <translation>Посилання з’явиться о %1.</translation>
    </message>
    <message>
        <source>The provider gave no link.</source>
        <translation>Постачальник не дав посилання.</translation>
    </message>
    <message>
        <source>No browser was found. Copy your link and open it in one.</source>
        <translation>Браузер не знайдено. Скопіюйте своє посилання й відкрийте його в браузері.</translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n запрошення в дорозі.</numerusform>
            <numerusform>%n запрошення в дорозі.</numerusform>
            <numerusform>%n запрошень у дорозі.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Скасовано. Про це йде %n повідомлення.</numerusform>
            <numerusform>Скасовано. Про це йдуть %n повідомлення.</numerusform>
            <numerusform>Скасовано. Про це йде %n повідомлень.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 хв</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationDialog</name>
    <message>
        <source>New teleconsultation</source>
        <translation>Нова телеконсультація</translation>
    </message>
    <message>
        <source>Change the teleconsultation</source>
        <translation>Зміна телеконсультації</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Хвилинку…</translation>
    </message>
    <message>
        <source>Nothing is known here of their id in Auth0.</source>
        <translation>Id цієї людини в Auth0 тут невідомий.</translation>
    </message>
    <message>
        <source>The first (%1)</source>
        <translation>Перша (%1)</translation>
    </message>
    <message>
        <source>The second (%1)</source>
        <translation>Друга (%1)</translation>
    </message>
    <message>
        <source>The clocks are put back: there are two of this time.</source>
        <translation>Годинники переводять назад: цей час буде двічі.</translation>
    </message>
    <message>
        <source>The clocks are put forward and leave out %1: it begins at %2.</source>
        <translation>Годинники переводять уперед, часу %1 не буде: початок о %2.</translation>
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
        <translation>Цей час уже минув.</translation>
    </message>
    <message>
        <source>It is open at once, and can’t be changed any more.</source>
        <translation>Вона одразу відкрита, і змінити її вже не можна.</translation>
    </message>
    <message>
        <source>Auth0 says who they are and who may host.</source>
        <translation>Хто вони і хто може вести, скаже Auth0.</translation>
    </message>
    <message>
        <source>The clocks are put forward that day.</source>
        <translation>Цього дня годинники переводять уперед.</translation>
    </message>
    <message>
        <source>Whoever was invited is told of the new time.</source>
        <translation>Усім, кого запрошено, повідомимо новий час.</translation>
    </message>
    <message>
        <source>%1’s link stops working at once.</source>
        <translation>Посилання для %1 одразу перестане працювати.</translation>
    </message>
    <message>
        <source>It can’t be saved yet.</source>
        <translation>Поки що не можна зберегти.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрити</translation>
    </message>
    <message>
        <source>The provider of video rooms is asked…</source>
        <translation>Звертаємося до постачальника відеокімнат…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>People named &amp;later</source>
        <translation>Буде названо &amp;пізніше</translation>
    </message>
    <message>
        <source>The room is there once everybody is named.</source>
        <translation>Кімната з’явиться, коли буде названо всіх.</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Хто бере участь</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Коли</translation>
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation>По&amp;чаток</translation>
    </message>
    <message>
        <source>&amp;Which of the two</source>
        <translation>&amp;Котра з двох</translation>
    </message>
    <message>
        <source> min</source>
        <translation> хв</translation>
    </message>
    <message>
        <source>Leng&amp;th</source>
        <translation>&amp;Тривалість</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>Д&amp;ень</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Призначити</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationMover</name>
    <message>
        <source>Move the teleconsultation?</source>
        <translation>Перенести телеконсультацію?</translation>
    </message>
    <message>
        <source>Move %1 to %2, %3?</source>
        <extracomment>%1 is whom it is about, %2 a day, %3 a span of time.</extracomment>
        <translation>Перенести «%1» на: %2, %3?</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) was/were invited already and is/are told of the new time.</source>
        <translation>
            <numerusform>%n особу вже запрошено, їй повідомлять про новий час.</numerusform>
            <numerusform>%n особи вже запрошено, їм повідомлять про новий час.</numerusform>
            <numerusform>%n осіб уже запрошено, їм повідомлять про новий час.</numerusform>
        </translation>
    </message>
    <message>
        <source>That time is over: it would have ended, and could not be changed any more.</source>
        <translation>Цей час уже минув: телеконсультація вважалася б завершеною, і змінити її було б не можна.</translation>
    </message>
    <message>
        <source>It would be open at once, and could not be changed any more.</source>
        <translation>Вона одразу була б відкрита, і змінити її було б не можна.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Перенести</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Залишити</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationWords</name>
    <message>
        <source>The directory of people could not be asked. Nothing was changed; try again in a moment.</source>
        <translation>Не вдалося звернутися до довідника людей. Нічого не змінено; спробуйте ще раз за мить.</translation>
    </message>
    <message>
        <source>Somebody else changed this teleconsultation just now. Look at it again, then decide.</source>
        <translation>Хтось інший щойно змінив цю телеконсультацію. Перегляньте її ще раз і тоді вирішуйте.</translation>
    </message>
    <message>
        <source>It is open already, and its people may be waiting: it can&apos;t be changed any more. It can be cancelled.</source>
        <translation>Вона вже відкрита, і люди, можливо, чекають: змінити її більше не можна. Її можна скасувати.</translation>
    </message>
    <message>
        <source>This teleconsultation is over and can&apos;t be changed. Schedule another one.</source>
        <translation>Ця телеконсультація завершилася, змінити її не можна. Заплануйте іншу.</translation>
    </message>
    <message>
        <source>Somebody has cancelled this teleconsultation.</source>
        <translation>Хтось скасував цю телеконсультацію.</translation>
    </message>
    <message>
        <source>The provider of video rooms did not do it. Nothing was changed; try again in a moment.</source>
        <translation>Постачальник відеокімнат цього не зробив. Нічого не змінено; спробуйте ще раз за мить.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 хв</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 год</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Неповна</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Готова</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрита</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Триває</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Завершена</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n people</source>
        <extracomment>How many of the people of a teleconsultation are known: &quot;2 of 3 people&quot;.</extracomment>
        <translation>
            <numerusform>%1 з %n особи</numerusform>
            <numerusform>%1 з %n осіб</numerusform>
            <numerusform>%1 з %n осіб</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готова</translation>
    </message>
    <message>
        <source>open</source>
        <translation>відкрита</translation>
    </message>
    <message>
        <source>running %1</source>
        <translation>триває %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>завершена</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Ведучий</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Учасник</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Без імені</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Ще нікого</translation>
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
        <translation>Час указано за %1.</translation>
    </message>
    <message>
        <source>Nobody has set up the directory of people (Auth0) yet. An administrator can do it in Settings.</source>
        <translation>Довідник людей (Auth0) ще не налаштовано. Адміністратор може зробити це в налаштуваннях.</translation>
    </message>
    <message>
        <source>The file that says who may host can&apos;t be understood. An administrator should look at it.</source>
        <translation>Файл, де сказано, хто може вести, незрозумілий. Адміністратору слід його переглянути.</translation>
    </message>
    <message>
        <source>The file that says who may host can&apos;t be read. An administrator should look at it.</source>
        <translation>Файл, де сказано, хто може вести, неможливо прочитати. Адміністратору слід його переглянути.</translation>
    </message>
    <message>
        <source>The program is stopping. Nothing was changed.</source>
        <translation>Програма зупиняється. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Everybody is named already.</source>
        <translation>Усіх уже названо.</translation>
    </message>
    <message>
        <source>Somebody here belongs to a group that has no role any more. Choose their role again.</source>
        <translation>Хтось належить до групи, яка вже не має ролі. Виберіть роль ще раз.</translation>
    </message>
    <message>
        <source>It can last from 5 minutes to 24 hours.</source>
        <translation>Вона може тривати від 5 хвилин до 24 годин.</translation>
    </message>
    <message>
        <source>No group has this role. An administrator should look at the file that says who may host.</source>
        <translation>Жодна група не має цієї ролі. Адміністратору слід переглянути файл, де сказано, хто може вести.</translation>
    </message>
    <message>
        <source>There is no link that works now.</source>
        <translation>Зараз немає чинного посилання.</translation>
    </message>
    <message>
        <source>No clinician with the right to host yet. Add one, or make somebody the host.</source>
        <translation>Ще немає лікаря, який може вести. Додайте такого або дайте комусь цю роль.</translation>
    </message>
    <message>
        <source>Somebody here has no group that may take part. Whoever looks after the directory of people can give them one.</source>
        <translation>Хтось не має групи, яка може брати участь. Її може надати той, хто веде довідник людей.</translation>
    </message>
    <message>
        <source>At least two people meet. Add one more, or say that somebody is named later.</source>
        <translation>Зустрічаються щонайменше двоє. Додайте ще одну людину або вкажіть, що когось буде названо пізніше.</translation>
    </message>
    <message>
        <source>This person takes part no more. Look at it again.</source>
        <translation>Ця людина вже не бере участі. Погляньте ще раз.</translation>
    </message>
    <message>
        <source>The directory of people knows somebody here by no such id. Check the ids.</source>
        <translation>Довідник людей не знає когось за таким id. Перевірте id.</translation>
    </message>
    <message>
        <source>Somebody is named here twice. Remove one.</source>
        <translation>Когось названо двічі. Приберіть одне.</translation>
    </message>
    <message>
        <source>The provider of video rooms answered something that is not understood. Nothing was changed.</source>
        <translation>Постачальник відеокімнат відповів щось незрозуміле. Нічого не змінено.</translation>
    </message>
    <message>
        <source>Nobody has set up the provider of video rooms yet. An administrator can do it in Settings.</source>
        <translation>Постачальника відеокімнат ще не налаштовано. Адміністратор може зробити це в налаштуваннях.</translation>
    </message>
    <message numerus="yes">
        <source>%n people are not named yet.</source>
        <translation>
            <numerusform>%n учасника ще не названо.</numerusform>
            <numerusform>%n учасників ще не названо.</numerusform>
            <numerusform>%n учасників ще не названо.</numerusform>
        </translation>
    </message>
    <message>
        <source>No clinician with the right to host yet.</source>
        <translation>Ще немає лікаря, який може вести.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n people fit into one of these rooms.</source>
        <translation>
            <numerusform>У таку кімнату вміщується щонайбільше %n людина.</numerusform>
            <numerusform>У таку кімнату вміщується щонайбільше %n людини.</numerusform>
            <numerusform>У таку кімнату вміщується щонайбільше %n людей.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>A moment on another day: %1 the time of day, %2 the day.</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>It opens at %1.</source>
        <translation>Відкриється о %1.</translation>
    </message>
    <message>
        <source>It is open. Nobody has come in yet.</source>
        <translation>Відкрито. Ще ніхто не ввійшов.</translation>
    </message>
    <message>
        <source>It is open until %1. Nobody has come in yet.</source>
        <translation>Відкрито до %1. Ще ніхто не ввійшов.</translation>
    </message>
    <message>
        <source>Running for %1.</source>
        <translation>Триває %1.</translation>
    </message>
    <message>
        <source>It ends at %1.</source>
        <translation>Кінець о %1.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Завершено.</translation>
    </message>
    <message>
        <source>It ended at %1.</source>
        <translation>Завершено о %1.</translation>
    </message>
    <message>
        <source>Nobody came in.</source>
        <translation>Ніхто не ввійшов.</translation>
    </message>
</context>
<context>
    <name>anteroom::TeleconsultationsPage</name>
    <message>
        <source>Teleconsultations</source>
        <translation>Телеконсультації</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Запланувати</translation>
    </message>
    <message>
        <source>There is more than can be shown here: these are the first %1.</source>
        <translation>Тут є більше, ніж можна показати: це перші %1.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Спробувати ще раз</translation>
    </message>
    <message numerus="yes">
        <source>Moved to %1, %2. %n person(s) is/are told.</source>
        <translation>
            <numerusform>Перенесено на: %1, %2. Повідомлення отримає %n особа.</numerusform>
            <numerusform>Перенесено на: %1, %2. Повідомлення отримають %n особи.</numerusform>
            <numerusform>Перенесено на: %1, %2. Повідомлення отримають %n осіб.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to %1, %2.</source>
        <translation>Перенесено на: %1, %2.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Тиждень</translation>
    </message>
    <message>
        <source>How much is shown</source>
        <translation>Скільки показано</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Saturday and Sunday too</source>
        <translation>Також субота й неділя</translation>
    </message>
    <message>
        <source>Previous week</source>
        <translation>Попередній тиждень</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>Попередній день</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Наступний тиждень</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Наступний день</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <extracomment>Read to blind people: whom it is about, the day, the span of time, and how far it is.</extracomment>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Nothing is planned this week. Double-click a time, or press T, to schedule a teleconsultation.</source>
        <translation>Цього тижня нічого не заплановано. Щоб запланувати телеконсультацію, двічі клацніть час або натисніть T.</translation>
    </message>
    <message>
        <source>Nothing is planned on this day. Double-click a time, or press T, to schedule a teleconsultation.</source>
        <translation>Цього дня нічого не заплановано. Щоб запланувати телеконсультацію, двічі клацніть час або натисніть T.</translation>
    </message>
    <message numerus="yes">
        <source>Cancelled. %n message(s) say so.</source>
        <translation>
            <numerusform>Скасовано. Про це йде %n повідомлення.</numerusform>
            <numerusform>Скасовано. Про це йдуть %n повідомлення.</numerusform>
            <numerusform>Скасовано. Про це йде %n повідомлень.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Скасовано.</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Закрити подробиці</translation>
    </message>
</context>
<context>
    <name>anteroom::TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Шаблони</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Додати</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Вилучити</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Перемістити вгору</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Перемістити вниз</translation>
    </message>
    <message>
        <source>Language of the patient</source>
        <translation>Мова пацієнта</translation>
    </message>
    <message>
        <source>&amp;What the patient reads</source>
        <translation>&amp;Що читає пацієнт</translation>
    </message>
    <message>
        <source>A patient gets the text in their own language, or in English where it is missing.</source>
        <translation>Пацієнт отримує текст своєю мовою, а якщо його немає, англійською.</translation>
    </message>
    <message>
        <source>&amp;Name of the button</source>
        <translation>&amp;Назва кнопки</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Новий шаблон</translation>
    </message>
</context>
<context>
    <name>anteroom::TestRow</name>
    <message>
        <source>Send a test to this number</source>
        <translation>Надіслати пробне повідомлення на цей номер</translation>
    </message>
    <message>
        <source>Send a test to this address</source>
        <translation>Надіслати пробне повідомлення на цю адресу</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Надіслати пробне</translation>
    </message>
    <message>
        <source>The test is on its way.</source>
        <translation>Пробне повідомлення надсилається.</translation>
    </message>
    <message>
        <source>Recorded as sent. The provider is the sandbox: nothing left this machine.</source>
        <translation>Записано як надіслане. Провайдер — пісочниця: нічого не залишило цей комп’ютер.</translation>
    </message>
    <message>
        <source>It goes by the settings that are saved.</source>
        <translation>Надсилається за збереженими налаштуваннями.</translation>
    </message>
    <message>
        <source>It goes by the settings that are saved, as a message of account %1.</source>
        <translation>Надсилається за збереженими налаштуваннями, як повідомлення облікового запису %1.</translation>
    </message>
    <message>
        <source>Send a test to the device with this id</source>
        <translation>Надіслати пробне на пристрій із цим ідентифікатором</translation>
    </message>
</context>
<context>
    <name>anteroom::TextsDialog</name>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Текст</translation>
    </message>
    <message>
        <source>Use the usual text</source>
        <translation>Узяти звичний текст</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Зберегти</translation>
    </message>
    <message>
        <source>Texts of device requests</source>
        <translation>Тексти направлень</translation>
    </message>
    <message>
        <source>Which text</source>
        <translation>Який текст</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Скасувати</translation>
    </message>
    <message>
        <source>How it arrives</source>
        <translation>Як його отримають</translation>
    </message>
    <message>
        <source>An environment variable rules this text.</source>
        <translation>Цей текст задає змінна середовища.</translation>
    </message>
    <message>
        <source>&lt;request_number&gt; becomes the number, &lt;verification_code&gt; the code.</source>
        <translation>Замість &lt;request_number&gt; буде номер, замість &lt;verification_code&gt; — код.</translation>
    </message>
    <message>
        <source>&lt;request_number&gt; becomes the number.</source>
        <translation>Замість &lt;request_number&gt; буде номер.</translation>
    </message>
    <message>
        <source>Left empty, the usual text is sent.</source>
        <translation>Якщо порожньо, надсилається звичний текст.</translation>
    </message>
    <message>
        <source>The code is not in this text: patients would have to ask for it.</source>
        <translation>У цьому тексті немає коду: пацієнтам доведеться його питати.</translation>
    </message>
    <message>
        <source>The number is not in this text.</source>
        <translation>У цьому тексті немає номера.</translation>
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
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>by telephone: %1</source>
        <translation>телефоном: %1</translation>
    </message>
    <message>
        <source>Call again…</source>
        <translation>Зателефонувати ще раз…</translation>
    </message>
</context>
<context>
    <name>anteroom::TodayConsultationWords</name>
    <message>
        <source>Join</source>
        <translation>Увійти</translation>
    </message>
    <message>
        <source>Send invitations</source>
        <translation>Запросити</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>nobody invited</source>
        <translation>нікого не запрошено</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n invited</source>
        <extracomment>How many of the patients and others who take part were invited: &quot;1 of 2 invited&quot;.</extracomment>
        <translation>
            <numerusform>запрошено %1 з %n</numerusform>
            <numerusform>запрошено %1 з %n</numerusform>
            <numerusform>запрошено %1 з %n</numerusform>
        </translation>
    </message>
    <message>
        <source>invited</source>
        <translation>запрошено</translation>
    </message>
    <message>
        <source>everybody invited</source>
        <translation>усіх запрошено</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>завтра</translation>
    </message>
    <message>
        <source>since yesterday</source>
        <translation>від учора</translation>
    </message>
    <message>
        <source>opens %1</source>
        <translation>відкриється о %1</translation>
    </message>
</context>
<context>
    <name>anteroom::TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Сьогодні</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Отримані відповіді</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Не доставлено</translation>
    </message>
    <message>
        <source>Whose answers</source>
        <translation>Чиї відповіді</translation>
    </message>
    <message>
        <source>Show all answers</source>
        <translation>Показати всі відповіді</translation>
    </message>
    <message>
        <source>No answer waits here.</source>
        <translation>Тут жодна відповідь не чекає.</translation>
    </message>
    <message>
        <source>Every message left as it should.</source>
        <translation>Усі повідомлення надіслано.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Ніщо не чекає на вас</translation>
    </message>
    <message>
        <source>Every answer has been dealt with, and every message left as it should.</source>
        <translation>Усі відповіді опрацьовано, усі повідомлення надіслано.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need(s) somebody</source>
        <translation>
            <numerusform>%n справа чекає</numerusform>
            <numerusform>%n справи чекають</numerusform>
            <numerusform>%n справ чекають</numerusform>
        </translation>
    </message>
    <message>
        <source>Mine %1</source>
        <translation>Мої %1</translation>
    </message>
    <message>
        <source>Unassigned %1</source>
        <translation>Не призначено %1</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Усі %1</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
            <numerusform>%n фото</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>«%1»</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Перевіряється</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Відкрити</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторити</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Надіслати ще раз</translation>
    </message>
    <message>
        <source>Written down: it arrived.</source>
        <translation>Записано: доставлено.</translation>
    </message>
    <message>
        <source>It is on its way again.</source>
        <translation>Знову надсилається.</translation>
    </message>
    <message>
        <source>What waits leaves by itself once that is mended.</source>
        <translation>Те, що чекає, вирушить само, щойно це виправлять.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Зупинено</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Налаштування</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Виклики</translation>
    </message>
    <message>
        <source>No call runs, and none was missed since yesterday.</source>
        <translation>Немає поточних викликів, і з учора жодного не пропущено.</translation>
    </message>
    <message>
        <source>Next consultations</source>
        <translation>Наступні консультації</translation>
    </message>
    <message>
        <source>Nobody meets within 24 hours.</source>
        <translation>Упродовж 24 годин консультацій немає.</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 години</translation>
    </message>
    <message>
        <source>Show the agenda</source>
        <translation>Показати розклад</translation>
    </message>
    <message>
        <source>No browser could be opened.</source>
        <translation>Не вдалося відкрити браузер.</translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) are on their way.</source>
        <translation>
            <numerusform>%n запрошення в дорозі.</numerusform>
            <numerusform>%n запрошення в дорозі.</numerusform>
            <numerusform>%n запрошень у дорозі.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>anteroom::TokenSection</name>
    <message>
        <source>API tokens</source>
        <translation>Токени API</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Ім’я</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Дозволи</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Акаунти</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Закінчується</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Останнє використання</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Відкликати</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копіювати</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>Приховати</translation>
    </message>
    <message>
        <source>The new token</source>
        <translation>Новий токен</translation>
    </message>
    <message>
        <source>It is shown this once and kept nowhere. Copy it now.</source>
        <translation>Його показано лише зараз і ніде не збережено. Скопіюйте його.</translation>
    </message>
    <message>
        <source>Make a token</source>
        <translation>Створити токен</translation>
    </message>
    <message>
        <source>&amp;Name, such as the system that uses it</source>
        <translation>&amp;Назва, наприклад системи, що його використовує</translation>
    </message>
    <message>
        <source>&amp;Accounts, separated by commas</source>
        <translation>&amp;Акаунти через кому</translation>
    </message>
    <message>
        <source>None named: all of them.</source>
        <translation>Не вказано: усі.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Ніколи</translation>
    </message>
    <message>
        <source>Scopes: what it may do; none implies another</source>
        <translation>Дозволи: що йому можна; жоден не передбачає іншого</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Створити</translation>
    </message>
    <message>
        <source>&amp;Ends after so many days</source>
        <translation>&amp;Закінчується через стільки днів</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Усі</translation>
    </message>
</context>
<context>
    <name>anteroom::Tray</name>
    <message>
        <source>Open Anteroom</source>
        <translation>Відкрити Anteroom</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Заблокувати</translation>
    </message>
    <message>
        <source>Quit…</source>
        <translation>Завершити…</translation>
    </message>
    <message>
        <source>Anteroom</source>
        <translation>Anteroom</translation>
    </message>
    <message>
        <source>Anteroom goes on in the tray</source>
        <translation>Anteroom працює далі в області сповіщень</translation>
    </message>
    <message>
        <source>The API and the patients&apos; pages keep running.</source>
        <translation>API та сторінки пацієнтів працюють далі.</translation>
    </message>
</context>
</TS>
