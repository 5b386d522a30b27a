// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filerequests/filerequestdraft.h"

#include "app/access/actor.h"
#include "app/base/phonenumber.h"

#include <QRegularExpression>

#include <algorithm>

namespace anteroom {

namespace {

QString orNull(const QString &text)
{
    return text.trimmed().isEmpty() ? QString() : text.trimmed();
}

// Numbers hold blanks, so that what is left when the addresses are gone is the number.
void setCarer(NewFileRequest &input, const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QStringList rest;
    for (const QString &part : text.split(separators, Qt::SkipEmptyParts)) {
        if (part.contains(u'@'))
            input.recipientEmail = part;
        else
            rest += part;
    }
    const QString number = rest.join(u' ');
    if (number.isEmpty())
        return;
    const auto parsed = PhoneNumber::parseLoosely(number);
    input.recipientMobile = parsed ? parsed->text() : number;
}

} // namespace

bool FileRequestDraft::hasBothWays() const
{
    return std::any_of(patients.begin(), patients.end(),
                       [](const User &user) { return !user.mobile.isEmpty() && !user.email.isEmpty(); });
}

QVector<NewFileRequest> FileRequestDraft::inputs(const Actor &actor, const QString &account) const
{
    QVector<NewFileRequest> all;
    for (const User &patient : patients) {
        NewFileRequest input;
        input.type = QStringLiteral("photo");
        input.prompt = orNull(prompt);
        input.accountId = account;
        input.accountUserId = actor.name;
        input.staffName = actor.displayName.isEmpty() ? actor.name : actor.displayName;
        if (patient.dateOfBirth.isValid())
            input.patientDateOfBirth = patient.dateOfBirth.toString(Qt::ISODate);
        input.patientFirstName = orNull(patient.firstName);
        input.patientLastName = orNull(patient.lastName);
        input.patientMobile = orNull(patient.mobile);
        input.patientExternalId = orNull(patient.externalId);
        // Somebody without a number and without an id of another system is found again by our own id for
        // them.
        if (input.patientMobile.isNull() && input.patientExternalId.isNull())
            input.patientExternalId = QString::fromLatin1(patient.id.text());
        input.attemptAppDelivery = viaApp;
        const Who answers = patients.size() > 1 ? Who::Patient : who;
        if (answers != Who::Carer) {
            NewFileRequest own = input;
            own.recipientMobile = orNull(patient.mobile);
            if (own.recipientMobile.isNull() || emailToo)
                own.recipientEmail = orNull(patient.email);
            all.append(own);
        }
        if (answers != Who::Patient) {
            input.recipientIsProxy = true;
            setCarer(input, carer);
            all.append(input);
        }
    }
    return all;
}

} // namespace anteroom
