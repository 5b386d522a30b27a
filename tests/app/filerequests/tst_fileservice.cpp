// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/fileservice.h"
#include "tests/support/scratchclinic.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

Actor patientOf(const FileRequestView &view)
{
    Actor actor;
    actor.kind = Actor::Kind::Patient;
    actor.id = view.request.id.text();
    actor.source = "127.0.0.1";
    return actor;
}

QVector<ReadyFile> photos(ScratchClinic &clinic, int count)
{
    QVector<ReadyFile> files;
    for (int i = 0; i < count; ++i) {
        ReadyFile file;
        file.id = FileId::generate(clinic.clock.now());
        file.mimeType = u"image/jpeg"_s;
        file.size = 2904221;
        file.width = 3024;
        file.height = 4032;
        file.takenAt = *parseUtcTime(u"2021-01-12T10:30:12.153234+00:00");
        file.originalName = u"IMG_%1.JPG"_s.arg(i);
        file.description = i == 0 ? u"A \"rash\"\nhere"_s : QString();
        file.hasThumbnail = true;
        files.append(file);
    }
    return files;
}

Result<QVector<File>> addPhotos(ScratchClinic &clinic, const FileRequestView &view, int count)
{
    return clinic.store().writeNow([&](WriteTransaction &tx) {
        return clinic.files.addPhotos(tx, patientOf(view), view.request.id, photos(clinic, count));
    });
}

Result<QVector<File>> addFiles(ScratchClinic &clinic, const Actor &actor, const NewFiles &input)
{
    return clinic.store().writeNow(
        [&](WriteTransaction &tx) { return clinic.files.addFiles(tx, actor, input, photos(clinic, 1)); });
}

Result<StoredFile> get(ScratchClinic &clinic, const Actor &actor, const FileId &id)
{
    return clinic.store().readNow([&](Transaction &tx) { return clinic.files.get(tx, actor, id); });
}

template<typename T>
QByteArray reasonOf(const Result<T> &result)
{
    return result ? QByteArray("ok") : QByteArray(result.error().reason);
}

} // namespace

class TestFileService final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosAnswerARequest()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        clinic.clock.advance(std::chrono::minutes(5));
        const auto added = addPhotos(clinic, view, 2);
        QCOMPARE(reasonOf(added), "ok");
        const auto now = clinic.read([&](Transaction &tx) {
            return clinic.fileRequests.get(tx, ScratchClinic::staff(), view.request.id).value();
        });
        QCOMPARE(now.request.state, FileRequest::State::Answered);
        QCOMPARE(now.request.answeredAt, clinic.clock.now());
        QCOMPARE(now.files.size(), 2);
        QCOMPARE(now.files.at(0).imageWidth, 3024);
        QCOMPARE(now.files.at(0).size, 2904221);
        QCOMPARE(
            clinic.number("SELECT count(*) FROM audit WHERE action = 'file.add' AND actor_kind = 'patient'"),
            2);
        QCOMPARE(clinic.read([&](Transaction &tx) {
            return clinic.fileRequests
                .list(tx, ScratchClinic::staff(), {.state = FileRequestFilter::State::Answered}, {})
                ->items.constFirst()
                .files.size();
        }),
                 2);
    }

    void theEvent()
    {
        ScratchClinic clinic;
        NewFileRequest input = ScratchClinic::example();
        input.filesUpdateWebhookUrl = u"https://example.com/hook"_s;
        const FileRequestView view = clinic.create(input);
        clinic.clock.advance(std::chrono::minutes(5));
        QVERIFY(addPhotos(clinic, view, 2));
        const Message message = clinic.messages().constLast();
        QCOMPARE(message.channel, Channel::Webhook);
        QCOMPARE(message.to, u"https://example.com/hook"_s);
        QCOMPARE(message.reference, view.request.id.text());

        const QJsonObject event =
            QJsonDocument::fromJson(message.body.toUtf8()).object().value("event"_L1).toObject();
        QVERIFY(canonicalUuid(event.value("id"_L1).toString().toLatin1()));
        QCOMPARE(event.value("type"_L1).toString(), u"file-request.files.update"_s);
        QCOMPARE(event.value("createdAt"_L1).toString(), u"2026-01-15T12:05:00.000000+00:00"_s);
        QCOMPARE(event.value("addedFileIds"_L1).toArray().size(), 2);
        QVERIFY(event.value("removedFileIds"_L1).isArray());
        const QJsonObject request = event.value("fileRequest"_L1).toObject();
        const QStringList members = request.keys();
        QCOMPARE(members,
                 (QStringList{u"accountId"_s, u"createdAt"_s, u"expiresAt"_s, u"files"_s,
                              u"filesUpdateWebhookUrl"_s, u"id"_s, u"patientUser"_s, u"prompt"_s,
                              u"shortLinkExpiresAt"_s, u"shortLinkId"_s, u"staffUser"_s, u"type"_s}));
        const QJsonArray files = request.value("files"_L1).toArray();
        QCOMPARE(files.size(), 2);
        const QJsonObject file = files.at(0).toObject();
        QCOMPARE(file.keys(), (QStringList{u"createdAt"_s, u"description"_s, u"expiresAt"_s, u"id"_s,
                                           u"imageHeight"_s, u"imageWidth"_s, u"mimeType"_s,
                                           u"originalName"_s, u"photoCreatedAt"_s, u"size"_s}));
        QVERIFY(file.value("expiresAt"_L1).isNull());
        QCOMPARE(file.value("photoCreatedAt"_L1).toString(), u"2021-01-12T10:30:12.153234+00:00"_s);
        QCOMPARE(file.value("imageHeight"_L1).toInt(), 4032);
        QSet<QString> descriptions{files.at(0)["description"_L1].toString(),
                                   files.at(1)["description"_L1].toString()};
        QVERIFY(descriptions.contains(u"A \"rash\"\nhere"_s));
        const QJsonObject patient = request.value("patientUser"_L1).toObject();
        QCOMPARE(patient.value("firstName"_L1).toString(), u"John"_s);
        QVERIFY(patient.value("displayName"_L1).isNull());
    }

    void theDefaultHook()
    {
        ScratchClinic clinic({{"ANTEROOM_DEFAULT_WEBHOOK_URL", u"https://default.example.com/"_s}});
        const FileRequestView view = clinic.create();
        clinic.clock.advance(std::chrono::minutes(5));
        QVERIFY(addPhotos(clinic, view, 1));
        QCOMPARE(clinic.messages().constLast().to, u"https://default.example.com/"_s);
    }

    void atMostTwenty()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        const auto room = [&] {
            return clinic.store().writeNow([&](WriteTransaction &tx) -> Result<int> {
                const auto begun = clinic.files.beginPhotos(tx, patientOf(view), view.request.id);
                return begun ? Result<int>(begun->photosLeft) : fail(begun.error());
            });
        };
        QCOMPARE(room().value(), 20);
        QCOMPARE(reasonOf(addPhotos(clinic, view, 21)), "file.too_many");
        QCOMPARE(reasonOf(addPhotos(clinic, view, 18)), "ok");
        QCOMPARE(room().value(), 2);
        QCOMPARE(reasonOf(addPhotos(clinic, view, 3)), "file.too_many");
        QCOMPARE(reasonOf(addPhotos(clinic, view, 2)), "ok");
        QCOMPARE(reasonOf(room()), "file.too_many");
        QCOMPARE(clinic.number("SELECT count(*) FROM files"), 20);
    }

    void noPhotosAnyMore()
    {
        ScratchClinic clinic({{"ANTEROOM_FILE_REQUEST_TTL_S", u"60"_s}});
        const FileRequestView cancelled = clinic.create();
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.cancel(tx, ScratchClinic::staff(), cancelled.request.id).value();
        });
        QCOMPARE(reasonOf(addPhotos(clinic, cancelled, 1)), "file_request.cancelled");
        const FileRequestView other = clinic.create();
        const auto foreign = clinic.store().writeNow([&](WriteTransaction &tx) {
            return clinic.files.addPhotos(tx, patientOf(cancelled), other.request.id, photos(clinic, 1));
        });
        QCOMPARE(reasonOf(foreign), "file_request.unknown");
        clinic.clock.advance(std::chrono::seconds(60));
        QCOMPARE(reasonOf(addPhotos(clinic, other, 1)), "file_request.expired");
        QCOMPARE(clinic.number("SELECT count(*) FROM files"), 0);
    }

    void doneIsAnsweredAgain()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.done(tx, ScratchClinic::staff(), view.request.id).value();
        });
        QVERIFY(addPhotos(clinic, view, 1));
        const auto now = clinic.read([&](Transaction &tx) {
            return clinic.fileRequests.get(tx, ScratchClinic::staff(), view.request.id).value();
        });
        QCOMPARE(now.request.state, FileRequest::State::Answered);
        QVERIFY(!now.request.closedAt);
    }

    void filesFromTheApi()
    {
        ScratchClinic clinic(
            {{"ANTEROOM_SHORT_LINK_TTL_S", u"60"_s}, {"ANTEROOM_FILE_REQUEST_TTL_S", u"120"_s}});
        const FileRequestView view = clinic.create();
        const Actor writer = ScratchClinic::token(Scope::FileRequestWrite, {u"12"_s});
        const NewFiles input{view.patient.id.text(), view.request.id.text(), 60};
        const auto added = addFiles(clinic, writer, input);
        QCOMPARE(reasonOf(added), "ok");
        QCOMPARE(added->constFirst().expiresAt, clinic.clock.now() + std::chrono::seconds(60));
        QCOMPARE(added->constFirst().fileRequest, view.request.id);

        QCOMPARE(reasonOf(addFiles(clinic, ScratchClinic::token(Scope::FileRequestRead), input)),
                 "scope.missing");
        QCOMPARE(reasonOf(addFiles(clinic, ScratchClinic::token(Scope::FileRequestWrite, {u"13"_s}), input)),
                 "file_request.unknown");
        const QByteArray nobody = UserId::generate(clinic.clock.now()).text();
        QCOMPARE(reasonOf(addFiles(clinic, writer, {nobody, view.request.id.text(), {}})), "user.unknown");
        QCOMPARE(reasonOf(addFiles(clinic, writer, {"nonsense", {}, {}})), "user.unknown");
        QCOMPARE(reasonOf(addFiles(clinic, writer, {view.staff.id.text(), {}, {}})), "user.unknown");
        QCOMPARE(reasonOf(addFiles(clinic, writer, {view.patient.id.text(), nobody, {}})),
                 "file_request.unknown");
        QCOMPARE(reasonOf(addFiles(clinic, writer, {view.patient.id.text(), {}, 0})), "file.expiry_interval");

        clinic.clock.advance(std::chrono::seconds(60)); // the link's end does not matter here
        QCOMPARE(reasonOf(addFiles(clinic, writer, input)), "ok");
        clinic.clock.advance(std::chrono::seconds(60));
        const auto late = addFiles(clinic, writer, input);
        QCOMPARE(late.error().code, ErrorCode::Gone);
    }

    void whoMaySeeAFile()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        const FileId id = addPhotos(clinic, view, 1)->constFirst().id;
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::staff(), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(Scope::FileRead), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(Scope::FileRead, {u"12"_s}), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(Scope::FileRead, {u"13"_s}), id)), "file.unknown");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(Scope::FileRequestRead), id)), "scope.missing");
        QCOMPARE(reasonOf(get(clinic, patientOf(view), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, patientOf(clinic.create()), id)), "file.unknown");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::staff(), FileId::generate(clinic.clock.now()))),
                 "file.unknown");
    }

    void aFileWithoutARequestIsItsAccounts()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        const auto both = Scope::FileRequestWrite | Scope::FileRead;
        const NewFiles input{view.patient.id.text(), {}, {}};
        const FileId id =
            addFiles(clinic, ScratchClinic::token(both, {u"12"_s, u"15"_s}), input)->constFirst().id;
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(both, {u"15"_s}), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(both, {u"13"_s}), id)), "file.unknown");
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::token(both), id)), "ok");
        QCOMPARE(reasonOf(get(clinic, patientOf(view), id)), "file.unknown");
    }

    void anExpiredFileStaysListed()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        const FileId id =
            addFiles(clinic, ScratchClinic::staff(), {view.patient.id.text(), view.request.id.text(), 60})
                ->constFirst()
                .id;
        QCOMPARE(reasonOf(get(clinic, ScratchClinic::staff(), id)), "ok");
        clinic.clock.advance(std::chrono::seconds(60));
        const auto late = get(clinic, ScratchClinic::staff(), id);
        QCOMPARE(late.error().code, ErrorCode::Gone);
        QCOMPARE(clinic.read([&](Transaction &tx) {
            return clinic.fileRequests.get(tx, ScratchClinic::staff(), view.request.id)->files.size();
        }),
                 1);
    }

    void theKey()
    {
        ScratchClinic clinic;
        const FileRequestView view = clinic.create();
        const auto bytesOf = [](const SecretKey &key) {
            return QByteArray(reinterpret_cast<const char *>(key.data()), SecretKey::length);
        };
        const auto addOne = [&] { // its id, and the key it was sealed with
            return clinic.write([&](WriteTransaction &tx) {
                const auto room = clinic.files.beginPhotos(tx, patientOf(view), view.request.id);
                QVector<ReadyFile> one = photos(clinic, 1);
                one[0].keyName = room->keyName;
                const auto added = clinic.files.addPhotos(tx, patientOf(view), view.request.id, one);
                return std::pair(added->constFirst().id, bytesOf(room->key));
            });
        };
        const auto keyOf = [&](const FileId &id) {
            return clinic.read([&](Transaction &tx) {
                const auto key = clinic.files.keyOf(tx, *clinic.files.get(tx, ScratchClinic::staff(), id));
                return key ? bytesOf(*key) : QByteArray(key.error().reason);
            });
        };
        const auto [first, firstKey] = addOne();
        clinic.clock.advance(std::chrono::hours(1));
        const auto [second, secondKey] = addOne();
        QCOMPARE(keyOf(first), firstKey);
        QCOMPARE(keyOf(second), secondKey);
        QVERIFY(firstKey != secondKey);

        // One hour goes and the other stays; the patient goes with all of theirs.
        clinic.write([&](WriteTransaction &tx) {
            Vault::eraseOne(
                tx, Vault::hourOf(view.patient.id.text(), clinic.clock.now() - std::chrono::hours(1)));
        });
        QCOMPARE(keyOf(first), "vault.erased");
        QCOMPARE(keyOf(second), secondKey);
        clinic.write([&](WriteTransaction &tx) { Vault::erase(tx, view.patient.id.text()); });
        QCOMPARE(keyOf(second), "vault.erased");
    }
};

QTEST_GUILESS_MAIN(TestFileService)
#include "tst_fileservice.moc"
