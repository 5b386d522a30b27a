// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestdialog.h"

#include "app/base/phonenumber.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/relativetime.h"
#include "ui/filerequests/personpicker.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLocale>
#include <QPlainTextEdit>

#include <algorithm>
#include <array>

namespace anteroom {

namespace {

struct Template
{
    const char *name;
    const char *prompt;
};

// What clinicians ask for most; the words are the patient's.
constexpr std::array templates{
    Template{QT_TRANSLATE_NOOP("anteroom::FileRequestDialog", "Rash"),
             QT_TRANSLATE_NOOP("anteroom::FileRequestDialog",
                               "Please take a photo of your rash, in daylight if you can.")},
    Template{QT_TRANSLATE_NOOP("anteroom::FileRequestDialog", "Wound"),
             QT_TRANSLATE_NOOP("anteroom::FileRequestDialog",
                               "Please take a photo of the wound, with the dressing off.")},
    Template{QT_TRANSLATE_NOOP("anteroom::FileRequestDialog", "Mole"),
             QT_TRANSLATE_NOOP("anteroom::FileRequestDialog",
                               "Please take two photos of the mole: one near, one from an arm’s length.")},
    Template{QT_TRANSLATE_NOOP("anteroom::FileRequestDialog", "Medicine"),
             QT_TRANSLATE_NOOP("anteroom::FileRequestDialog",
                               "Please take a photo of your medicine so that the label can be read.")},
};

QString languageText(Language language)
{
    switch (language) {
    case Language::English:
        return FileRequestDialog::tr("English");
    case Language::Italian:
        return FileRequestDialog::tr("Italian");
    case Language::Ukrainian:
        return FileRequestDialog::tr("Ukrainian");
    }
    return {};
}

} // namespace

FileRequestDialog::FileRequestDialog(Clinic &clinic, std::function<Actor()> actor, PersonSearch &search,
                                     QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_search(search)
{
    setWindowTitle(tr("New file request"));
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &FileRequestDialog::askForPreview);
    askForPreview();
}

FileRequestDialog::~FileRequestDialog() = default;

void FileRequestDialog::build()
{
    m_picker = new PersonPicker(m_search);
    m_patientRow = new FormRow(tr("&Patient"), m_picker);
    m_who = new QComboBox;
    m_who->addItem(tr("The patient"), ThePatient);
    m_who->addItem(tr("Somebody who cares for them"), SomebodyElse);
    m_other = new QLineEdit;
    m_other->setPlaceholderText(tr("+44 7777 123456 or name@example.org"));
    m_otherRow = new FormRow(tr("Their &number or e-mail"), m_other);
    m_viaApp = new QCheckBox(tr("Use the app if they have it"));
    m_viaApp->setChecked(true);
    m_prompt = new QPlainTextEdit;
    m_prompt->setTabChangesFocus(true);
    m_prompt->setFixedHeight(m_prompt->fontMetrics().lineSpacing() * 3 + space::l);
    m_promptRow = new FormRow(tr("&What should they send?"), m_prompt);
    m_sentence = new InlineBar(Tone::Info, {});
    m_sentence->setClosable(false);
    m_length = new Label(TextRole::Caption);
    m_text = new Label(TextRole::Body);
    m_text->setWordWrap(true);
    auto *preview = new Card;
    preview->setPadding(space::m);
    preview->body()->setSpacing(space::xs);
    preview->body()->addWidget(m_length);
    preview->body()->addWidget(m_text);

    auto *who = new QHBoxLayout;
    who->setSpacing(space::m);
    who->addWidget(m_patientRow, 1);
    who->addWidget(new FormRow(tr("Who &answers"), m_who), 1);

    auto *chips = new QHBoxLayout;
    chips->setSpacing(space::s);
    for (const Template &each : templates) {
        auto *chip = new Button(tr(each.name));
        connect(chip, &Button::clicked, this, [this, &each] {
            m_prompt->setPlainText(tr(each.prompt));
            m_prompt->setFocus();
        });
        chips->addWidget(chip);
    }
    chips->addStretch();

    auto *cancel = new Button(tr("Cancel"));
    m_send = new Button(tr("Send"), Button::Kind::Primary);
    m_send->setKeyHint(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_send);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::l);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    column->addLayout(who);
    column->addWidget(m_otherRow);
    column->addWidget(m_promptRow);
    column->addLayout(chips);
    column->addWidget(m_viaApp);
    column->addWidget(m_sentence);
    column->addWidget(preview);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(640);
    resize(660, 680); // room for a sentence and a text that wrap

    auto *sendAction = new QAction(this);
    sendAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    addAction(sendAction);
    connect(sendAction, &QAction::triggered, this, &FileRequestDialog::send);
    connect(m_send, &Button::clicked, this, &FileRequestDialog::send);
    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_picker, &PersonPicker::personChosen, this, &FileRequestDialog::setPatient);
    connect(m_picker, &PersonPicker::cleared, this, [this] {
        m_patient.reset();
        m_pause.start();
    });
    const auto later = [this] {
        clearErrors();
        m_pause.start();
    };
    connect(m_who, &QComboBox::currentIndexChanged, this, [this, later] {
        m_otherRow->setVisible(m_who->currentData() == SomebodyElse);
        later();
    });
    connect(m_other, &QLineEdit::textChanged, this, later);
    connect(m_prompt, &QPlainTextEdit::textChanged, this, later);
    connect(m_viaApp, &QCheckBox::toggled, this, later);
    m_otherRow->hide();
}

void FileRequestDialog::setPatient(const UserId &id)
{
    whenDone(
        m_clinic.store().read([&clinic = m_clinic, actor = m_actor(), id](Transaction &tx) -> Result<User> {
            return clinic.users().get(tx, actor, id);
        }),
        this, [this](const Result<User> &user) {
            if (user)
                take(*user);
            else
                m_patientRow->setError(errorText(user.error()));
        });
}

void FileRequestDialog::take(const User &user)
{
    m_patient = user;
    const QString born = dateText(user.dateOfBirth);
    m_picker->setChosen(user.dateOfBirth.isValid() ? QStringLiteral("%1 · %2").arg(user.name(), born)
                                                   : user.name());
    m_patientRow->setError(
        user.dateOfBirth.isValid()
            ? QString()
            : tr("Their date of birth is missing: the patient’s page asks for it. Add it in People."));
    m_prompt->setFocus();
    askForPreview();
}

std::optional<NewFileRequest> FileRequestDialog::input() const
{
    if (!m_patient)
        return std::nullopt;
    const auto orNull = [](const QString &text) {
        return text.trimmed().isEmpty() ? QString() : text.trimmed();
    };
    const Actor actor = m_actor();
    NewFileRequest input;
    input.type = QStringLiteral("photo");
    input.prompt = orNull(m_prompt->toPlainText());
    input.accountId = m_clinic.settings().text("ANTEROOM_CONSOLE_ACCOUNT");
    input.accountUserId = actor.name;
    input.staffName = actor.displayName.isEmpty() ? actor.name : actor.displayName;
    if (m_patient->dateOfBirth.isValid())
        input.patientDateOfBirth = m_patient->dateOfBirth.toString(Qt::ISODate);
    input.patientFirstName = orNull(m_patient->firstName);
    input.patientLastName = orNull(m_patient->lastName);
    input.patientMobile = orNull(m_patient->mobile);
    input.patientExternalId = orNull(m_patient->externalId);
    input.attemptAppDelivery = m_viaApp->isChecked();
    if (m_who->currentData() == SomebodyElse) {
        input.recipientIsProxy = true;
        const QString other = orNull(m_other->text());
        if (other.contains(u'@'))
            input.recipientEmail = other;
        else if (const auto number = PhoneNumber::parseLoosely(other))
            input.recipientMobile = number->text();
        else
            input.recipientMobile = other;
    } else if (!m_patient->mobile.isEmpty()) {
        input.recipientMobile = m_patient->mobile;
    } else {
        input.recipientEmail = orNull(m_patient->email);
    }
    // Somebody without a number and without an id of another system is found again by our own id for them.
    if (input.patientMobile.isNull() && input.patientExternalId.isNull())
        input.patientExternalId = QString::fromLatin1(m_patient->id.text());
    return input;
}

void FileRequestDialog::askForPreview()
{
    const auto asked = input();
    const auto question = ++m_question;
    if (!asked) {
        m_send->setEnabled(false);
        m_sentence->setText(tr("Choose a patient: then this line says what will happen."));
        m_length->clear();
        m_text->clear();
        return;
    }
    whenDone(m_clinic.store().read([&clinic = m_clinic, actor = m_actor(),
                                    asked](Transaction &tx) -> Result<FileRequestPreview> {
        return clinic.fileRequests().preview(tx, actor, *asked);
    }),
             this, [this, question](const Result<FileRequestPreview> &preview) {
                 if (question == m_question)
                     showPreview(preview);
             });
}

void FileRequestDialog::showPreview(const Result<FileRequestPreview> &preview)
{
    m_send->setEnabled(preview.has_value());
    if (!preview) {
        showRefusal(preview.error());
        m_length->clear();
        m_text->clear();
        return;
    }
    clearErrors();
    m_sentence->setText(sentence(*preview));
    QStringList texts, lengths;
    for (const PlannedMessage &message : preview->messages) {
        if (message.channel == Channel::Sms)
            lengths += tr("%n character(s)", nullptr, int(message.text.size()));
        if (!message.text.isEmpty())
            texts += message.subject.isEmpty() ? message.text
                                               : message.subject + QStringLiteral("\n\n") + message.text;
    }
    m_length->setText(lengths.isEmpty() ? tr("What they read") : tr("Text message, %1").arg(lengths.first()));
    m_text->setText(texts.isEmpty() ? tr("The app shows the request itself.")
                                    : texts.join(QStringLiteral("\n\n")));
}

QString FileRequestDialog::sentence(const FileRequestPreview &preview) const
{
    const QString who = preview.recipientName.isEmpty() ? tr("The recipient") : preview.recipientName;
    QStringList ways;
    for (const PlannedMessage &message : preview.messages) {
        switch (message.channel) {
        case Channel::Push:
            ways += tr("a notification in the app");
            break;
        case Channel::Sms:
            ways += tr("a text at %1").arg(message.to);
            break;
        case Channel::Email:
            ways += tr("an e-mail at %1").arg(message.to);
            break;
        default:
            break;
        }
    }
    ways.removeDuplicates();
    QString words = tr("%1 gets %2 in %3.").arg(who, ways.join(tr(" and ")), languageText(preview.language));
    const auto usesNumber = [](const PlannedMessage &message) { return message.channel == Channel::Sms; };
    if (preview.numberLooksImpossible &&
        std::any_of(preview.messages.begin(), preview.messages.end(), usesNumber))
        words += u' ' + tr("No such number is known; check it before you send.");
    return words;
}

void FileRequestDialog::showRefusal(const Error &error)
{
    const QByteArrayView field(error.field ? error.field : "");
    const QString words = errorText(error);
    if (field.startsWith("recipient") ||
        error.data.value(QLatin1String("pair")).toString().startsWith(QLatin1String("recipient"))) {
        if (m_otherRow->isVisibleTo(this))
            m_otherRow->setError(words);
        else
            m_patientRow->setError(tr("No number and no e-mail address is known. Add one in People."));
    } else if (field.startsWith("patient")) {
        m_patientRow->setError(words);
    } else if (field == "prompt") {
        m_promptRow->setError(words);
    }
    m_sentence->setText(words);
}

void FileRequestDialog::clearErrors()
{
    for (FormRow *row : {m_otherRow, m_promptRow})
        row->setError({});
    if (m_patient && m_patient->dateOfBirth.isValid())
        m_patientRow->setError({});
}

void FileRequestDialog::send()
{
    const auto asked = input();
    if (!asked || m_sending || !m_send->isEnabled())
        return;
    m_sending = true;
    m_send->setEnabled(false);
    whenDone(m_clinic.store().write([&clinic = m_clinic, actor = m_actor(),
                                     asked](WriteTransaction &tx) -> Result<FileRequestView> {
        return clinic.fileRequests().create(tx, actor, *asked, Origin::Console);
    }),
             this, [this](const Result<FileRequestView> &view) {
                 m_sending = false;
                 m_send->setEnabled(true);
                 if (!view) {
                     showRefusal(view.error());
                     return;
                 }
                 accept();
                 Q_EMIT created(*view);
             });
}

} // namespace anteroom
