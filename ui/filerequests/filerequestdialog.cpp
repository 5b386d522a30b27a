// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestdialog.h"

#include "app/base/whendone.h"
#include "app/clinic.h"
#include "app/directory/userservice.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/languagetext.h"
#include "ui/common/relativetime.h"
#include "ui/common/smspartstext.h"
#include "ui/directory/persontext.h"
#include "ui/filerequests/personpicker.h"
#include "ui/filerequests/templatesdialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

#include <algorithm>

namespace anteroom {

namespace {

constexpr qsizetype namesShown = 6;

// "Anna, John, Olena and 4 more"
QString namesText(const QStringList &names)
{
    if (names.size() <= namesShown)
        return names.join(QStringLiteral(", "));
    return FileRequestDialog::tr("%1 and %n more", nullptr, int(names.size() - namesShown))
        .arg(names.first(namesShown).join(QStringLiteral(", ")));
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
    wire();
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(150));
    connect(&m_pause, &QTimer::timeout, this, &FileRequestDialog::askForPreview);
    loadTemplates();
    askForPreview();
}

FileRequestDialog::~FileRequestDialog() = default;

void FileRequestDialog::setPatients(const QVector<UserId> &ids)
{
    whenDone(m_clinic.store().read(
                 [&clinic = m_clinic, actor = m_actor(), ids](Transaction &tx) -> Result<QVector<User>> {
                     QVector<User> users;
                     for (const UserId &id : ids.first(qMin(ids.size(), qsizetype(FileRequestDraft::most)))) {
                         auto user = clinic.users().get(tx, actor, id);
                         if (!user)
                             return fail(std::move(user.error()));
                         users.append(*std::move(user));
                     }
                     return users;
                 }),
             this, [this, tooMany = ids.size() > FileRequestDraft::most](const Result<QVector<User>> &users) {
                 if (!users)
                     return m_patientRow->setError(errorText(users.error()));
                 take(*users);
                 if (tooMany)
                     m_patientRow->setError(tr("At most %n people at once: these are the first.", nullptr,
                                               FileRequestDraft::most));
             });
}

void FileRequestDialog::take(const QVector<User> &users)
{
    m_patients = users;
    const bool several = users.size() > 1;
    m_whoRow->setVisible(!several);
    m_picker->setReadOnly(several);
    m_patientRow->setError({});
    if (several) {
        QStringList names;
        for (const User &user : users)
            names += personName(user);
        m_picker->setChosen(tr("%n people: %1", nullptr, int(users.size())).arg(namesText(names)));
    } else if (!users.isEmpty()) {
        const User &user = users.first();
        const QString born = dateText(user.dateOfBirth);
        m_picker->setChosen(born.isEmpty() ? personName(user)
                                           : QStringLiteral("%1 · %2").arg(personName(user), born));
    }
    m_prompt->setFocus();
    onChanged();
    askForPreview();
}

FileRequestDraft FileRequestDialog::draft() const
{
    return {.patients = m_patients,
            .who = FileRequestDraft::Who(m_who->currentData().toInt()),
            .carer = m_other->text(),
            .emailToo = m_emailToo->isChecked(),
            .viaApp = m_viaApp->isChecked(),
            .prompt = m_prompt->toPlainText()};
}

QVector<NewFileRequest> FileRequestDialog::inputs() const
{
    return draft().inputs(m_actor(), m_clinic.settings().text("ANTEROOM_CONSOLE_ACCOUNT"));
}

void FileRequestDialog::loadTemplates()
{
    whenDone(m_clinic.store().read([](Transaction &tx) -> Result<QVector<PromptTemplate>> {
        return PromptTemplates::list(tx);
    }),
             this, [this](const Result<QVector<PromptTemplate>> &templates) {
                 m_templates = templates.value_or(QVector<PromptTemplate>());
                 m_usedTemplate = -1;
                 showTemplates();
             });
}

Language FileRequestDialog::readersLanguage() const
{
    for (const Plan &plan : m_plans) {
        if (plan.preview)
            return plan.preview->language;
    }
    return languageByCode(m_clinic.settings().text("ANTEROOM_LANGUAGE").toLatin1())
        .value_or(Language::English);
}

void FileRequestDialog::useTemplate(int index)
{
    m_prompt->setPlainText(m_templates.at(index).in(readersLanguage(), Language::English).prompt);
    m_usedTemplate = index; // until somebody types: everybody gets it in their own language
    m_prompt->setFocus();
    m_prompt->moveCursor(QTextCursor::End);
}

void FileRequestDialog::editTemplates()
{
    auto *dialog = new TemplatesDialog(m_clinic, m_actor, m_templates, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TemplatesDialog::saved, this, &FileRequestDialog::loadTemplates);
    dialog->open();
}

// Whatever was looked at twice is another thing now.
void FileRequestDialog::onChanged()
{
    m_looked = false;
    m_sendAfter = false;
    m_send->setText(tr("Send"));
    m_sentence->setTone(Tone::Info);
    const bool both = draft().hasBothWays();
    m_emailToo->setVisible(both);
    clearErrors();
    m_pause.start();
}

void FileRequestDialog::askForPreview()
{
    m_pause.stop();
    const auto asked = inputs();
    const auto question = ++m_question;
    m_asking = !asked.isEmpty();
    if (asked.isEmpty()) {
        m_plans.clear();
        m_send->setEnabled(false);
        m_sentence->setText(tr("Choose a patient: then this line says what will happen."));
        m_length->clear();
        m_text->clear();
        return;
    }
    using Previews = QVector<Result<FileRequestPreview>>;
    whenDone(m_clinic.store().read(
                 [&clinic = m_clinic, actor = m_actor(), asked](Transaction &tx) -> Result<Previews> {
                     Previews previews;
                     for (const NewFileRequest &each : asked)
                         previews.append(clinic.fileRequests().preview(tx, actor, each));
                     return previews;
                 }),
             this, [this, question, asked](const Result<Previews> &previews) {
                 if (question != m_question)
                     return;
                 m_asking = false;
                 QVector<Plan> plans;
                 for (qsizetype i = 0; i < asked.size(); ++i)
                     plans.append({asked.at(i), previews ? previews->at(i) : fail(previews.error())});
                 showPlans(std::move(plans));
                 if (std::exchange(m_sendAfter, false))
                     send();
             });
}

void FileRequestDialog::showPlans(QVector<Plan> plans)
{
    if (m_usedTemplate >= 0) {
        const PromptTemplate &used = m_templates.at(m_usedTemplate);
        for (Plan &plan : plans) {
            if (plan.preview)
                plan.input.prompt = used.in(plan.preview->language, Language::English).prompt;
        }
    }
    m_plans = std::move(plans);
    if (m_usedTemplate >= 0) {
        const QString words = m_templates.at(m_usedTemplate).in(readersLanguage(), Language::English).prompt;
        if (words != m_prompt->toPlainText()) {
            const int used = m_usedTemplate;
            const QSignalBlocker blocked(m_prompt);
            m_prompt->setPlainText(words);
            m_usedTemplate = used;
        }
    }
    const auto goes = sendable();
    m_send->setEnabled(!goes.isEmpty());
    const auto first = std::find_if(m_plans.cbegin(), m_plans.cend(),
                                    [](const Plan &plan) { return plan.preview.has_value(); });
    if (first == m_plans.cend() || (m_patients.size() == 1 && goes.size() < m_plans.size())) {
        // One patient's request goes as it was meant or not at all.
        const auto refused =
            std::find_if(m_plans.cbegin(), m_plans.cend(), [](const Plan &plan) { return !plan.preview; });
        m_send->setEnabled(false);
        m_length->clear();
        m_text->clear();
        return showRefusal(refused->preview.error());
    }
    m_sentence->setText(m_plans.size() == 1 ? sentence(*first->preview) : summary(goes));
    showTexts(*first->preview);
}

void FileRequestDialog::showTexts(const FileRequestPreview &preview)
{
    QStringList texts, lengths;
    for (const PlannedMessage &message : preview.messages) {
        if (message.channel == Channel::Sms)
            lengths += smsPartsText(message.text);
        if (!message.text.isEmpty())
            texts += message.subject.isEmpty() ? message.text
                                               : message.subject + QStringLiteral("\n\n") + message.text;
    }
    QString head = lengths.isEmpty() ? tr("What they read") : lengths.first();
    if (m_plans.size() > 1)
        head += QStringLiteral(" · ") + tr("for %1").arg(preview.recipientName);
    m_length->setText(head);
    m_text->setText(texts.isEmpty() ? tr("The app shows the request itself.")
                                    : texts.join(QStringLiteral("\n\n")));
}

QString FileRequestDialog::nameOf(const Plan &plan)
{
    if (plan.input.recipientIsProxy)
        return tr("the carer");
    const QString name =
        QStringLiteral("%1 %2").arg(plan.input.patientFirstName, plan.input.patientLastName).trimmed();
    if (!name.isEmpty())
        return name;
    return plan.input.recipientMobile.isNull() ? tr("somebody without a name") : plan.input.recipientMobile;
}

// Who of several gets it, and who cannot be reached and is left out.
QString FileRequestDialog::summary(const QVector<NewFileRequest> &goes) const
{
    QStringList get, leftOut;
    for (const Plan &plan : m_plans)
        (plan.preview ? get : leftOut) += nameOf(plan);
    QString words = tr("%n people get this: %1.", nullptr, int(goes.size())).arg(namesText(get));
    if (!leftOut.isEmpty())
        words += u' ' + tr("Left out, as a number, an address or a date of birth is missing: %1.")
                            .arg(namesText(leftOut));
    return words;
}

QString FileRequestDialog::sentence(const FileRequestPreview &preview)
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
    } else if (field == "patientDateOfBirth") {
        m_patientRow->setError(tr("Their date of birth is missing: the patient’s page asks for it. "
                                  "Add it in People."));
    } else if (field.startsWith("patient")) {
        m_patientRow->setError(words);
    }
    const bool said = m_patientRow->hasError() || m_otherRow->hasError();
    m_sentence->setText(said ? tr("It cannot be sent yet.") : words);
}

void FileRequestDialog::clearErrors()
{
    m_otherRow->setError({});
    if (m_patients.size() == 1)
        m_patientRow->setError({});
}

QVector<NewFileRequest> FileRequestDialog::sendable() const
{
    QVector<NewFileRequest> all;
    for (const Plan &plan : m_plans) {
        if (plan.preview)
            all.append(plan.input);
    }
    return all;
}

void FileRequestDialog::send()
{
    if (m_pause.isActive() || m_asking) {
        if (m_pause.isActive())
            askForPreview();
        m_sendAfter = m_asking; // what is sent is what was looked at
        return;
    }
    const auto goes = sendable();
    if (goes.isEmpty() || m_sending || !m_send->isEnabled())
        return;
    if (goes.size() > 1 && !m_looked) {
        m_looked = true;
        m_sentence->setTone(Tone::Warn);
        m_sentence->setText(tr("Look again before it goes:") + u' ' + summary(goes));
        m_send->setText(tr("Send to %n people", nullptr, int(goes.size())));
        return;
    }
    create(goes);
}

void FileRequestDialog::create(const QVector<NewFileRequest> &inputs)
{
    m_sending = true;
    m_send->setEnabled(false);
    using Views = QVector<FileRequestView>;
    whenDone(m_clinic.store().write(
                 [&clinic = m_clinic, actor = m_actor(), inputs](WriteTransaction &tx) -> Result<Views> {
                     Views views;
                     for (const NewFileRequest &input : inputs) {
                         auto view = clinic.fileRequests().create(tx, actor, input, Origin::Console);
                         if (!view)
                             return fail(std::move(view.error())); // all of them or none
                         views.append(*std::move(view));
                     }
                     return views;
                 }),
             this, [this](const Result<Views> &views) {
                 m_sending = false;
                 m_send->setEnabled(true);
                 if (!views)
                     return showRefusal(views.error());
                 accept();
                 Q_EMIT created(*views);
             });
}

} // namespace anteroom
