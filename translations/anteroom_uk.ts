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
    <message numerus="yes">
        <source>JPEG, PNG or WebP, up to 25 MB each. You can send %n more photo(s).</source>
        <translation>
            <numerusform>JPEG, PNG або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
            <numerusform>JPEG, PNG або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
            <numerusform>JPEG, PNG або WebP, до 25 МБ кожне. Можна надіслати ще %n фото.</numerusform>
        </translation>
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
        <source>The connection was lost. Press “Try again”.</source>
        <translation>З’єднання перервалося. Натисніть «Спробувати ще раз».</translation>
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
        <source>It is no photo that we can read. Send a JPEG, PNG or WebP, or take a new photo.</source>
        <translation>Це не фото, яке ми можемо прочитати. Надішліть JPEG, PNG або WebP чи зробіть нове фото.</translation>
    </message>
    <message>
        <source>It is a HEIC photo, which we can’t read. In the camera’s settings choose “Most compatible” and take it again, or send a screenshot of it.</source>
        <translation>Це фото HEIC, яке ми не можемо прочитати. У налаштуваннях камери виберіть «Найсумісніший» і зробіть його ще раз або надішліть знімок екрана.</translation>
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
</context>
</TS>
