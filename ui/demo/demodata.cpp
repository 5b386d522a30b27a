// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/demodata.h"

#include "app/access/staffservice.h"
#include "app/base/random.h"
#include "app/clinic.h"
#include "app/devicerequests/devicerequestservice.h"
#include "app/directory/bundle.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/intake/photointake.h"
#include "ui/demo/democalls.h"
#include "ui/demo/democonsultations.h"
#include "ui/demo/drawnphoto.h"

#include <QFile>
#include <QJsonArray>
#include <QTimeZone>

namespace anteroom {

namespace {

struct Drawn
{
    DrawnSubject subject;
    quint32 seed;
    QString description;
};

/// A request that is made as the demo starts, so that its messages and times are fresh.
struct Story
{
    NewFileRequest request;
    QVector<Drawn> answer; ///< none: it is still open
};

QJsonObject bundle()
{
    QFile file(QStringLiteral(":/demo/demo.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// The file's moments are fixed; here the newest of them becomes a quarter of an hour ago.
QJsonObject broughtUpToDate(QJsonObject all, UtcTime now)
{
    const QString requests = QStringLiteral("fileRequests");
    const QStringList members{QStringLiteral("createdAt"), QStringLiteral("expiresAt")};
    QJsonArray rows = all.value(requests).toArray();
    UtcTime newest{};
    for (const auto &row : std::as_const(rows))
        newest =
            std::max(newest, parseUtcTime(row.toObject().value(members[0]).toString()).value_or(UtcTime{}));
    const auto by = now - std::chrono::minutes(15) - newest;
    for (int i = 0; i < rows.size(); ++i) {
        QJsonObject row = rows.at(i).toObject();
        for (const QString &member : members) {
            if (const auto time = parseUtcTime(row.value(member).toString()))
                row.insert(member, QString::fromLatin1(toIsoMicros(*time + by)));
        }
        rows.replace(i, row);
    }
    all.insert(requests, rows);
    return all;
}

NewFileRequest requestFor(const QJsonObject &user, const QString &prompt)
{
    const auto text = [&user](const char *member) {
        const QJsonValue value = user.value(QLatin1String(member));
        return value.isString() ? value.toString() : QString();
    };
    NewFileRequest request;
    request.type = QStringLiteral("photo");
    request.prompt = prompt;
    request.accountId = QStringLiteral("12");
    request.accountUserId = QStringLiteral("42");
    request.staffName = QStringLiteral("Dr Rachel Williams");
    request.patientFirstName = text("firstName");
    request.patientLastName = text("lastName");
    request.patientDateOfBirth = text("dateOfBirth");
    request.patientMobile = text("mobile");
    request.patientExternalId = text("externalId");
    request.recipientMobile = request.patientMobile;
    if (request.recipientMobile.isNull())
        request.recipientEmail = text("email");
    return request;
}

QVector<Story> stories(const QJsonArray &users)
{
    const auto to = [&users](int index, const char *prompt) {
        return requestFor(users.at(index).toObject(), QString::fromUtf8(prompt));
    };
    return {
        {to(0, "Please take a photo of your rash."),
         {{DrawnSubject::Rash, 1,
           QStringLiteral("This rash is looking better here than it was yesterday evening.")},
          {DrawnSubject::Rash, 2, QStringLiteral("The other arm.")},
          {DrawnSubject::Rash, 3, {}}}},
        {to(1, "Please take a photo of the wound, with the dressing off."),
         {{DrawnSubject::Wound, 4, QStringLiteral("Не болить, але свербить.")}}},
        {to(2, "Please take two photos of the mole: one near, one from an arm’s length."),
         {{DrawnSubject::Mole, 5, QStringLiteral("Da vicino")},
          {DrawnSubject::Mole, 6, QStringLiteral("Da lontano")}}},
        {to(9, "Please take a photo of your medicine so that the label can be read."), {}},
    };
}

Result<ReadyFile> keepPhoto(Clinic &clinic, const PhotoIntake &intake, const UploadRoom &room,
                            const Drawn &drawn, int number)
{
    const auto photo = intake.examine(drawPhoto(drawn.subject, drawn.seed));
    if (!photo)
        return fail(photo.error());
    ReadyFile file;
    file.id = FileId::generate(clinic.clock().now());
    if (auto stored = clinic.blobs().store(file.id, BlobStore::Part::Content, room.key, photo->stripped);
        !stored)
        return fail(stored.error());
    if (auto stored = clinic.blobs().store(file.id, BlobStore::Part::Thumbnail, room.key, photo->thumbnail);
        !stored)
        return fail(stored.error());
    file.mimeType = QString::fromLatin1(photo->mimeType);
    file.size = photo->stripped.size();
    file.width = photo->size.width();
    file.height = photo->size.height();
    file.takenAt = clinic.clock().now() - std::chrono::minutes(20 + number);
    file.originalName = QStringLiteral("IMG_%1.JPG").arg(290 + number, 4, 10, QLatin1Char('0'));
    file.description = drawn.description;
    file.hasThumbnail = true;
    file.keyName = room.keyName;
    return file;
}

Result<void> answer(Clinic &clinic, const PhotoIntake &intake, const FileRequestId &id,
                    const QVector<Drawn> &photos)
{
    const Actor patient{.kind = Actor::Kind::Patient, .id = id.text(), .source = "demo"};
    auto room = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<std::shared_ptr<UploadRoom>> {
        auto begun = clinic.files().beginPhotos(tx, patient, id);
        if (!begun)
            return fail(begun.error());
        return std::make_shared<UploadRoom>(*std::move(begun));
    });
    if (!room)
        return fail(room.error());
    QVector<ReadyFile> files;
    for (const Drawn &drawn : photos) {
        auto file = keepPhoto(clinic, intake, **room, drawn, int(files.size()));
        if (!file)
            return fail(file.error());
        files.append(*std::move(file));
    }
    return clinic.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        const auto added = clinic.files().addPhotos(tx, patient, id, files);
        return added ? Result<void>() : fail(added.error());
    });
}

} // namespace

Result<Staff> loadDemoData(Clinic &clinic, const QString &intakeHelper)
{
    const Actor actor = Actor::system("demo");
    const QJsonObject all = broughtUpToDate(bundle(), clinic.clock().now());
    const auto prepared = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<void> {
        for (const auto &[key, value] :
             {std::pair("ANTEROOM_CLINIC_NAME", "Riverside Practice"),
              std::pair("ANTEROOM_CLINIC_PHONE", "+44 20 7946 0000"),
              std::pair("ANTEROOM_CONSOLE_ACCOUNT", "12"), std::pair("ANTEROOM_TIME_ZONE", "Europe/London"),
              std::pair("IMMUTABLE_PERIOD_MS", "600000")}) {
            if (auto written = Settings::write(tx, actor, key, QString::fromUtf8(value)); !written)
                return written;
        }
        const BundleImport import(clinic.settings(), clinic.vault(), clinic.fileRequests());
        const auto imported = import.run(tx, actor, all);
        if (!imported)
            return fail(imported.error());
        addDemoCalls(tx);
        return {};
    });
    if (!prepared)
        return fail(prepared.error());

    // One text has just left: the page shows the wait for the next.
    const auto sent = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<ResendJob> {
        return clinic.deviceRequests().resend(
            tx, actor, PersonId::fromTrusted("d0000000-0000-7000-8000-000000002006"),
            DeviceRequestId::fromTrusted("d0000000-0000-7000-8000-000000003511"));
    });
    if (!sent)
        return fail(sent.error());

    const PhotoIntake intake(intakeHelper);
    for (const Story &story : stories(all.value(QStringLiteral("users")).toArray())) {
        const auto view = clinic.store().writeNow([&](WriteTransaction &tx) -> Result<FileRequestView> {
            return clinic.fileRequests().create(tx, actor, story.request, Origin::Http);
        });
        if (!view)
            return fail(view.error());
        if (story.answer.isEmpty())
            continue;
        if (auto answered = answer(clinic, intake, view->request.id, story.answer); !answered)
            return fail(answered.error());
    }

    NewStaff staff;
    staff.login = QStringLiteral("rachel");
    staff.name = QStringLiteral("Dr Rachel Williams");
    staff.role = Actor::Role::Admin;
    staff.password = QString::fromLatin1(randomBytes(12).toHex()); // nobody needs it: the demo is signed in
    auto host = clinic.staff().addFirst(staff).takeResult();
    if (!host)
        return host;
    if (auto added = addDemoConsultations(clinic, *host); !added)
        return fail(added.error());
    return host;
}

} // namespace anteroom
