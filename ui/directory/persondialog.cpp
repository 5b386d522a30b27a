// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/directory/persondialog.h"

#include "app/base/phonenumber.h"
#include "app/base/whendone.h"
#include "app/clinic.h"
#include "ui/common/button.h"
#include "ui/common/errortext.h"
#include "ui/common/formrow.h"
#include "ui/common/label.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>

namespace anteroom {

namespace {

// 17/6/1980, 17.6.1980 and 1980-06-17 mean the same; anything else goes to the service as it is, which
// refuses it.
QString isoDate(const QString &typed)
{
    static const QRegularExpression dayFirst(
        QStringLiteral(R"(^\s*(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})\s*$)"));
    const auto match = dayFirst.match(typed);
    if (!match.hasMatch())
        return typed.trimmed();
    const QDate date(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    return date.isValid() ? date.toString(Qt::ISODate) : typed.trimmed();
}

QString orNull(const QString &text)
{
    const QString trimmed = text.trimmed();
    return trimmed.isEmpty() ? QString() : trimmed;
}

} // namespace

PersonDialog::PersonDialog(Clinic &clinic, std::function<Actor()> actor, const std::optional<User> &user,
                           QWidget *parent)
    : QDialog(parent)
    , m_clinic(clinic)
    , m_actor(std::move(actor))
    , m_user(user)
    , m_verified(new QCheckBox(tr("The number was checked with the patient")))
    , m_language(new QComboBox)
    , m_refusal(new Label(TextRole::Body))
    , m_save(new Button(user ? tr("Save") : tr("Add person"), Button::Kind::Primary))
{
    setWindowTitle(user ? tr("Edit person") : tr("Add a person"));
    m_language->addItem(tr("The clinic’s language"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Italiano"), QStringLiteral("it"));
    m_language->addItem(QStringLiteral("Українська"), QStringLiteral("uk"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(new Label(TextRole::Title, windowTitle()));
    auto *names = new QHBoxLayout;
    names->setSpacing(space::m);
    auto *first = new QVBoxLayout, *last = new QVBoxLayout;
    names->addLayout(first, 1);
    names->addLayout(last, 1);
    column->addLayout(names);
    m_firstName = addField(first, "firstName", tr("&First name"));
    m_lastName = addField(last, "lastName", tr("&Last name"));
    m_dateOfBirth = addField(column, "dateOfBirth", tr("&Date of birth"), tr("For example 17/6/1980"));
    m_mobile = addField(column, "mobile", tr("&Mobile number"),
                        tr("With the country’s code, for example +44 7777 123456"));
    column->addWidget(m_verified);
    m_email = addField(column, "email", tr("&E-mail"));
    m_externalId = addField(column, "externalId", tr("&Id in the records system"));
    auto *language = new FormRow(tr("Lan&guage of messages"), m_language);
    m_rows.emplace("language", language);
    column->addWidget(language);
    m_refusal->setTone(Tone::Bad);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    column->addWidget(m_refusal);
    column->addStretch();

    auto *cancel = new Button(tr("Cancel"));
    m_save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    column->addLayout(buttons);
    setMinimumWidth(520);

    connect(cancel, &Button::clicked, this, &QDialog::reject);
    connect(m_save, &Button::clicked, this, &PersonDialog::save);
    if (user)
        fill(UserInput::of(*user));
}

PersonDialog::~PersonDialog() = default;

QLineEdit *PersonDialog::addField(QVBoxLayout *column, const char *member, const QString &label,
                                  const QString &hint)
{
    auto *field = new QLineEdit;
    auto *row = new FormRow(label, field);
    if (!hint.isEmpty())
        row->setHint(hint);
    m_rows.emplace(member, row);
    column->addWidget(row);
    return field;
}

void PersonDialog::fill(const UserInput &input)
{
    m_firstName->setText(input.firstName);
    m_lastName->setText(input.lastName);
    m_dateOfBirth->setText(input.dateOfBirth);
    m_mobile->setText(input.mobile);
    m_verified->setChecked(input.mobileVerified);
    m_email->setText(input.email);
    m_externalId->setText(input.externalId);
    m_language->setCurrentIndex(qMax(0, m_language->findData(input.language)));
}

void PersonDialog::suggest(const QString &text)
{
    if (const auto number = PhoneNumber::parseLoosely(text)) {
        m_mobile->setText(number->text());
        return;
    }
    const QStringList words = text.simplified().split(u' ');
    m_firstName->setText(words.value(0));
    m_lastName->setText(words.mid(1).join(u' '));
}

UserInput PersonDialog::input() const
{
    // What this form does not show stays as it is.
    UserInput input = m_user ? UserInput::of(*m_user) : UserInput();
    input.firstName = orNull(m_firstName->text());
    input.lastName = orNull(m_lastName->text());
    input.dateOfBirth = orNull(isoDate(m_dateOfBirth->text()));
    const QString mobile = orNull(m_mobile->text());
    const auto number = PhoneNumber::parseLoosely(mobile);
    input.mobile = number ? number->text() : mobile;
    input.mobileVerified = m_verified->isChecked() && !mobile.isNull();
    input.email = orNull(m_email->text());
    input.externalId = orNull(m_externalId->text());
    input.language = orNull(m_language->currentData().toString());
    return input;
}

void PersonDialog::save()
{
    for (const auto &[member, row] : m_rows)
        row->setError({});
    m_refusal->hide();
    m_save->setEnabled(false);
    whenDone(m_clinic.store().write([&clinic = m_clinic, actor = m_actor(), user = m_user,
                                     input = input()](WriteTransaction &tx) -> Result<User> {
        return user ? clinic.users().edit(tx, actor, user->id, input) : clinic.users().add(tx, actor, input);
    }),
             this, [this](const Result<User> &saved_) {
                 m_save->setEnabled(true);
                 if (!saved_)
                     return refuse(saved_.error());
                 accept();
                 Q_EMIT saved(*saved_);
             });
}

void PersonDialog::refuse(const Error &error)
{
    const auto row = m_rows.find(error.field ? error.field : "");
    if (row != m_rows.end()) {
        row->second->setError(errorText(error));
        row->second->field()->setFocus();
        return;
    }
    m_refusal->setText(errorText(error));
    m_refusal->show();
}

} // namespace anteroom
