// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/audit.h"
#include "app/clinic.h"
#include "app/directory/userdevicerepository.h"
#include "app/directory/userservice.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/fileservice.h"
#include "app/filerequests/patientaccess.h"
#include "app/retention/retentionrun.h"
#include "app/retention/retentionrunner.h"
#include "app/retention/retentionservice.h"
#include "app/storage/vault.h"
#include "tests/support/scratchclinic.h"

#include <QDirIterator>

using namespace anteroom;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto day = std::chrono::hours(24);

Actor admin()
{
    Actor actor = ScratchClinic::staff();
    actor.role = Actor::Role::Admin;
    return actor;
}

} // namespace

/// A clinic in a folder of its own that can be closed and opened again, with a patient who was sent a
/// request.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_clock.set(ManualClock().now());
        open(30);
    }

    void cleanup()
    {
        m_clinic.reset();
        m_dir.reset();
    }

    void nothingIsErasedUnlessAskedFor()
    {
        open(0);
        const FileRequestView view = create(example());
        const FileId photo = addPhoto(view, "a photo");
        m_clock.advance(5000 * day);
        QCOMPARE(run().files, 0);
        QVERIFY(isReadable(photo));
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 1);
    }

    void afterItsDaysAFileIsGone()
    {
        const FileRequestView view = create(example());
        const FileId photo = addPhoto(view, "a photo");
        m_clock.advance(30 * day - 1s);
        QCOMPARE(run().files, 0);
        QVERIFY(isReadable(photo));

        m_clock.advance(1h + 2s); // its key's hour has to be over too
        const Erased erased = run();
        QCOMPARE(erased.files, 1);
        QCOMPARE(erased.requests, 1);
        QCOMPARE(reasonOf(photo), "file.unknown");
        QCOMPARE(contents(), 0);
        QCOMPARE(number("SELECT count(*) FROM data_keys WHERE owner_id LIKE '%/%'"), 0);
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 0);
        QCOMPARE(number("SELECT count(*) FROM outbox"), 0);
        QCOMPARE(number("SELECT count(*) FROM users WHERE erased_at IS NULL AND kind = 'patient'"), 1);
        QCOMPARE(number("SELECT count(*) FROM audit WHERE action = 'file.erase' OR "
                        "action = 'file_request.erase'"),
                 2);
        QVERIFY(!chainBrokenAt());
    }

    // The answer of yesterday stays readable when that of a month ago goes, and so does its request.
    void youngerFilesOfTheSameRequestStay()
    {
        const FileRequestView view = create(example());
        const FileId old = addPhoto(view, "old");
        m_clock.advance(20 * day);
        const FileId young = addPhoto(view, "young");
        m_clock.advance(11 * day);
        QCOMPARE(run().files, 1);
        QCOMPARE(reasonOf(old), "file.unknown");
        QVERIFY(isReadable(young));
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 1);
        QCOMPARE(contents(), 1);

        m_clock.advance(20 * day);
        const Erased rest = run();
        QCOMPARE(rest.files, 1);
        QCOMPARE(rest.requests, 1);
    }

    // Two files under one key, one of them too young: neither goes before both may.
    void aKeyStaysAsLongAsItIsNeeded()
    {
        const FileRequestView view = create(example());
        addPhoto(view, "one");
        m_clock.advance(30min);
        addPhoto(view, "two");
        m_clock.advance(30 * day - 10min);
        QCOMPARE(run().files, 0);
        QCOMPARE(contents(), 2);
        m_clock.advance(2h);
        QCOMPARE(run().files, 2);
    }

    void aFileWithoutARequestGoesToo()
    {
        const FileRequestView view = create(example());
        const FileId photo = addFile(view.patient.id, "a letter");
        m_clock.advance(31 * day);
        QCOMPARE(run().files, 1);
        QCOMPARE(reasonOf(photo), "file.unknown");
    }

    // More than a transaction takes, stopped before each of its pieces in turn: in the end it is all gone.
    void itGoesOnWhereverItStopped()
    {
        for (int i = 0; i < 2 * RetentionService::batch + 5; ++i)
            create(example(i));
        const FileRequestView view = create(example());
        for (int i = 0; i < 5; ++i)
            addPhoto(view, "a photo");
        const FileRequestView young = [&] {
            m_clock.advance(31 * day);
            return create(example());
        }();

        int runs = 0;
        for (bool done = false; !done; ++runs) {
            QVERIFY(runs < 100);
            int left = runs + 1;
            done = RetentionRun(parts(), [&left] { return --left >= 0; }).all().has_value();
        }
        QVERIFY(runs > 3);
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 1);
        QCOMPARE(number("SELECT count(*) FROM files"), 0);
        QVERIFY(m_clinic->store().readNow(
            [&](Transaction &tx) { return m_clinic->fileRequests().get(tx, admin(), young.request.id); }));
        QVERIFY(!chainBrokenAt());
    }

    // A content whose row was never written, or went without it, is swept once it has lain there for two
    // days.
    void leftoversAreSwept()
    {
        const FileRequestView view = create(example());
        const FileId known = addPhoto(view, "known");
        const FileId fresh = FileId::generate(m_clock.now());
        const FileId stale = FileId::generate(m_clock.now());
        for (const FileId &id : {fresh, stale})
            QVERIFY(m_clinic->blobs().store(id, BlobStore::Part::Content, SecretKey::random(), "nobody's"));
        age(stale, 3);
        age(known, 3);
        run();
        QCOMPARE(contents(), 2);
        QVERIFY(isReadable(known));
    }

    void copiesPutAsideAreBounded_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<int>("left");
        QTest::newRow("the last three") << 0 << 3;
        QTest::newRow("none older than the retention") << 15 << 1;
    }

    void copiesPutAsideAreBounded()
    {
        QFETCH(const int, days);
        QFETCH(const int, left);
        open(days);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_clock.set(utcFromUs(now.toMSecsSinceEpoch() * 1000));
        for (int i = 0; i < 5; ++i) {
            const QString copy = m_dir->filePath(u"anteroom.db.before-schema-%1"_s.arg(5 + i));
            QFile file(copy);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("copy") == 4 && file.flush());
            QVERIFY(file.setFileTime(now.addDays(-10 * (i + 1)), QFileDevice::FileModificationTime));
        }
        run();
        const QDir dir(m_dir->path());
        const QStringList kept = dir.entryList({u"anteroom.db.before-*"_s}, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), left);
        QCOMPARE(kept.constFirst(), u"anteroom.db.before-schema-5"_s); // the youngest
    }

    void onlyAnAdministratorErasesAPerson()
    {
        const FileRequestView view = create(example());
        const auto erase = [&](const Actor &actor, const UserId &id) {
            const auto erased = RetentionRun(parts()).person(actor, id);
            return erased ? QByteArray("ok") : QByteArray(erased.error().reason);
        };
        QCOMPARE(erase(ScratchClinic::staff(), view.patient.id), "access.admin_only");
        QCOMPARE(erase(ScratchClinic::token(Scope::Admin), view.patient.id), "access.admin_only");
        QCOMPARE(erase(admin(), view.staff.id), "user.unknown");
        QCOMPARE(erase(admin(), UserId::generate(m_clock.now())), "user.unknown");
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 1);
        QCOMPARE(erase(admin(), view.patient.id), "ok");
        QCOMPARE(erase(admin(), view.patient.id), "user.unknown");
    }

    void aPersonIsErasedWithEverythingOfTheirs()
    {
        open(0);
        const FileRequestView theirs = create(example());
        const FileId photo = addPhoto(theirs, "theirs");
        const FileId letter = addFile(theirs.patient.id, "a letter");
        NewFileRequest other = example(7);
        const FileRequestView anothers = create(other);
        const FileId othersPhoto = addPhoto(anothers, "another's");
        // Somebody else's request that went to them: they are in it as the one who was told.
        NewFileRequest asProxy = example(8);
        asProxy.recipientMobile = example().patientMobile;
        asProxy.recipientIsProxy = true;
        const FileRequestView proxy = create(asProxy);
        QCOMPARE(recipientOf(proxy), theirs.patient.id);
        addDevice(theirs.patient.id);
        const PatientSession session = openPage(theirs);

        const auto holdings = m_clinic->store().readNow([&](Transaction &tx) {
            return m_clinic->retention().holdingsOf(tx, admin(), theirs.patient.id);
        });
        QCOMPARE(holdings->requests, 1);
        QCOMPARE(holdings->files, 2);
        QCOMPARE(holdings->devices, 1);

        const auto erased = m_clinic->retentionRunner().erasePerson(admin(), theirs.patient.id).takeResult();
        QVERIFY(erased);
        QCOMPARE(erased->requests, 1);
        QCOMPARE(erased->files, 2);

        QCOMPARE(reasonOf(photo), "file.unknown");
        QCOMPARE(reasonOf(letter), "file.unknown");
        QVERIFY(isReadable(othersPhoto));
        QCOMPARE(contents(), 1);
        const auto reason = [&](auto what) {
            const auto found = m_clinic->store().readNow([&](Transaction &tx) { return what(tx); });
            return found ? QByteArray("ok") : QByteArray(found.error().reason);
        };
        QCOMPARE(reason([&](Transaction &tx) {
                     return m_clinic->fileRequests().get(tx, admin(), theirs.request.id);
                 }),
                 "file_request.unknown");
        QCOMPARE(
            reason([&](Transaction &tx) { return m_clinic->users().get(tx, admin(), theirs.patient.id); }),
            "user.unknown");
        QCOMPARE(reason([&](Transaction &tx) {
                     return m_clinic->patientAccess().page(tx, theirs.request.shortLinkId, session.token);
                 }),
                 "session.unknown");
        QCOMPARE(reason([&](Transaction &tx) {
                     return m_clinic->fileRequests().get(tx, admin(), proxy.request.id);
                 }),
                 "ok");
        QCOMPARE(number("SELECT count(*) FROM file_requests WHERE recipient_mobile IS NULL"), 1);
        const auto again = m_clinic->store().writeNow([&](WriteTransaction &tx) {
            return m_clinic->fileRequests().sendAgain(tx, admin(), proxy.request.id, Origin::Http);
        });
        QVERIFY(!again && again.error().is("file_request.no_recipient"));
        QCOMPARE(number("SELECT count(*) FROM user_devices"), 0);
        QCOMPARE(number("SELECT count(*) FROM erasures"), 0);
        QCOMPARE(number("SELECT count(*) FROM patient_sessions"), 0);
        QCOMPARE(number("SELECT count(*) FROM outbox WHERE channel = 'sms'"), 1); // another's
        QCOMPARE(number("SELECT count(*) FROM audit WHERE action = 'user.erase' AND actor_name = 'rachel'"),
                 1);
        QVERIFY(!chainBrokenAt());

        // Matching does not find them again: the same clues make somebody new.
        QVERIFY(create(example()).patient.id != theirs.patient.id);
    }

    void anErasingThatWasCutOffIsFinishedAtTheNextRun()
    {
        FileRequestView view = create(example());
        for (int i = 0; i < RetentionService::batch + 20; ++i)
            view = create(example());
        addPhoto(view, "theirs");
        int left = 1;
        const auto cut =
            RetentionRun(parts(), [&left] { return --left >= 0; }).person(admin(), view.patient.id);
        QVERIFY(!cut);
        QCOMPARE(number("SELECT count(*) FROM erasures WHERE user_id <> ''"), 1);
        open(30); // as after a crash
        QVERIFY(number("SELECT count(*) FROM file_requests") > 0);
        // A page that is still open makes keys for what it is given.
        const auto made = m_clinic->store().writeNow([&](WriteTransaction &tx) -> Result<bool> {
            const QByteArray owner = view.patient.id.text();
            return m_clinic->vault().fileKey(tx, owner) &&
                   m_clinic->vault().fileKey(tx, Vault::hourOf(owner, tx.now()));
        });
        QVERIFY(made.value_or(false));
        run();
        QCOMPARE(number("SELECT count(*) FROM file_requests"), 0);
        QCOMPARE(number("SELECT count(*) FROM files"), 0);
        QCOMPARE(number("SELECT count(*) FROM erasures"), 0);
        QCOMPARE(number("SELECT count(*) FROM data_keys WHERE owner_id <> 'clinic'"), 0);
        QCOMPARE(number("SELECT count(*) FROM audit WHERE action = 'user.erase_done'"), 1);
    }

    // What was written of a person lies in no file of the folder, in any form: pages given back to the
    // database and its log among them.
    void noRemainderStaysInTheFolder()
    {
        open(0);
        // Others before and after, so that theirs lie in the middle of pages and pages are split.
        for (int i = 1; i < 150; ++i)
            create(example(i));
        NewFileRequest marked = example();
        marked.patientFirstName = u"Zyxmarkfirst"_s;
        marked.patientLastName = u"Zyxmarklast"_s;
        marked.patientMobile = u"+4499988877701"_s;
        marked.recipientMobile = u"+4499988877702"_s;
        marked.recipientEmail = u"zyxmark@example.org"_s;
        marked.patientExternalId = u"ZYXMARK-1"_s;
        FileRequestView view;
        for (int i = 0; i < 30; ++i) {
            marked.prompt = u"Zyxmarkprompt %1"_s.arg(i).leftJustified(i * 60 % 1900, u'x');
            view = create(marked);
            create(example(200 + i));
        }
        const FileId photo = addPhoto(view, "ZYXMARKPHOTO", u"Zyxmarkdescription"_s, u"ZYXMARK.JPG"_s);
        for (int i = 300; i < 400; ++i)
            create(example(i));
        const auto recipient = recipientOf(view);
        QVERIFY(inFolder("yxmark") > 0);
        QVERIFY(inFolder("99988877702") > 0);
        QCOMPARE(inFolder("ZYXMARKPHOTO"), 0);

        QVERIFY(RetentionRun(parts()).person(admin(), view.patient.id));
        QVERIFY(RetentionRun(parts()).person(admin(), recipient));
        for (const char *mark : {"yxmark", "YXMARK", "9998887770", "zyxmark@"})
            QCOMPARE(inFolder(mark), 0);
        QCOMPARE(inFolder(view.request.shortLinkId), 0);
        QCOMPARE(number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"), 0);
        QVERIFY(!chainBrokenAt());
        QVERIFY(inFolder(photo.text()) > 0); // the audit log knows that there was one
        m_clinic.reset();
        QCOMPARE(inFolder("yxmark"), 0);
    }

    void runsComeByThemselves()
    {
        create(example());
        m_clock.advance(31 * day);
        m_clinic->startRetention();
        QTRY_COMPARE(number("SELECT count(*) FROM file_requests"), 0);
    }

private:
    void open(int days)
    {
        m_clinic.reset();
        QHash<QByteArray, QString> environment;
        if (days > 0)
            environment.insert("ANTEROOM_RETENTION_DAYS", QString::number(days));
        auto opened = Clinic::open({.dataDir = m_dir->path(), .environment = environment}, m_clock);
        if (!opened)
            qFatal("the clinic could not be opened: %s", opened.error().reason);
        m_clinic = *std::move(opened);
    }

    RetentionRun::Parts parts()
    {
        return {m_clinic->store(), m_clinic->retention(), m_clinic->vault(), m_clinic->blobs(),
                m_clinic->dataDir()};
    }

    Erased run()
    {
        const auto erased = RetentionRun(parts()).all();
        if (!erased)
            qFatal("the run failed: %s", erased.error().reason);
        return *erased;
    }

    /// The contract's example; of somebody else for each number but 0.
    static NewFileRequest example(int number = 0)
    {
        NewFileRequest input = ScratchClinic::example();
        if (number > 0) {
            input.patientMobile = u"+44700%1"_s.arg(number, 7, 10, QChar(u'0'));
            input.recipientMobile = input.patientMobile;
            input.patientLastName = u"Other%1"_s.arg(number);
        }
        return input;
    }

    template<typename F>
    auto write(F fn)
    {
        auto done = m_clinic->store().writeNow(fn);
        if (!done)
            qFatal("a write failed: %s", done.error().reason);
        return *std::move(done);
    }

    FileRequestView create(const NewFileRequest &input)
    {
        return write([&](WriteTransaction &tx) {
            return m_clinic->fileRequests().create(tx, admin(), input, Origin::Http);
        });
    }

    FileId keep(const Result<UploadRoom> &room, const QByteArray &content, ReadyFile &file)
    {
        if (!room)
            qFatal("no room: %s", room.error().reason);
        file.id = FileId::generate(m_clock.now());
        file.mimeType = u"image/jpeg"_s;
        file.size = content.size();
        file.hasThumbnail = true;
        file.keyName = room->keyName;
        for (const auto part : {BlobStore::Part::Content, BlobStore::Part::Thumbnail}) {
            if (!m_clinic->blobs().store(file.id, part, room->key, content))
                qFatal("a content could not be stored");
        }
        return file.id;
    }

    FileId addPhoto(const FileRequestView &view, const QByteArray &content, const QString &description = {},
                    const QString &name = u"IMG_1.JPG"_s)
    {
        const Actor patient{
            .kind = Actor::Kind::Patient, .id = view.request.id.text(), .source = "127.0.0.1"};
        return write([&](WriteTransaction &tx) -> Result<FileId> {
            ReadyFile file;
            file.description = description;
            file.originalName = name;
            const FileId id =
                keep(m_clinic->files().beginPhotos(tx, patient, view.request.id), content, file);
            const auto added = m_clinic->files().addPhotos(tx, patient, view.request.id, {file});
            return added ? Result<FileId>(id) : fail(added.error());
        });
    }

    FileId addFile(const UserId &user, const QByteArray &content)
    {
        const NewFiles about{user.text(), {}, {}};
        return write([&](WriteTransaction &tx) -> Result<FileId> {
            ReadyFile file;
            file.originalName = u"letter.jpg"_s;
            const FileId id = keep(m_clinic->files().beginFiles(tx, admin(), about), content, file);
            const auto added = m_clinic->files().addFiles(tx, admin(), about, {file});
            return added ? Result<FileId>(id) : fail(added.error());
        });
    }

    void addDevice(const UserId &user)
    {
        write([&](WriteTransaction &tx) -> Result<bool> {
            const UserDevice device{.id = DeviceId::generate(tx.now()), .user = user};
            UserDeviceRepository::save(tx, device);
            const auto saved =
                UserDeviceRepository::savePushToken(tx, m_clinic->vault(), device, "a push token");
            return saved ? Result<bool>(true) : fail(saved.error());
        });
    }

    PatientSession openPage(const FileRequestView &view)
    {
        const DateAnswer answer = write([&](WriteTransaction &tx) {
            return m_clinic->patientAccess().checkDateOfBirth(tx, view.request.shortLinkId,
                                                              view.request.patientDateOfBirth, "127.0.0.1");
        });
        if (answer.kind != DateAnswer::Kind::Opened)
            qFatal("the page did not open");
        return answer.session;
    }

    UserId recipientOf(const FileRequestView &view)
    {
        return m_clinic->store()
            .readNow([&](Transaction &tx) -> Result<UserId> {
                Cursor row =
                    tx.query("SELECT recipient_user_id FROM file_requests WHERE id = ?", view.request.id);
                return row.next() ? row.id<UserId>(0) : UserId();
            })
            .value();
    }

    QByteArray reasonOf(const FileId &id)
    {
        const auto stored = m_clinic->store().readNow(
            [&](Transaction &tx) { return m_clinic->files().get(tx, admin(), id); });
        return stored ? QByteArray("ok") : QByteArray(stored.error().reason);
    }

    bool isReadable(const FileId &id)
    {
        const auto content = m_clinic->store().readNow([&](Transaction &tx) -> Result<QByteArray> {
            const auto stored = m_clinic->files().get(tx, admin(), id);
            if (!stored)
                return fail(stored.error());
            const auto key = m_clinic->files().keyOf(tx, *stored);
            return key ? m_clinic->blobs().load(id, BlobStore::Part::Content, *key) : fail(key.error());
        });
        return content && !content->isEmpty();
    }

    qint64 number(std::string_view sql)
    {
        return m_clinic->store()
            .readNow([sql](Transaction &tx) -> Result<qint64> {
                Cursor row = tx.query(sql);
                return row.next() ? row.integer(0) : -1;
            })
            .value();
    }

    std::optional<qint64> chainBrokenAt()
    {
        return m_clinic->store()
            .readNow(
                [](Transaction &tx) -> Result<std::optional<qint64>> { return verifyAudit(tx).brokenAt; })
            .value();
    }

    /// How many contents lie in the folder; thumbnails are not counted.
    int contents() const
    {
        int found = 0;
        for (QDirIterator it(m_dir->filePath(u"files"_s), {u"*.content"_s}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext(); it.next())
            ++found;
        return found;
    }

    void age(const FileId &id, int days)
    {
        const QString name = QString::fromLatin1(id.text());
        QFile file(m_dir->filePath(u"files/%1/%2.content"_s.arg(name.right(2), name)));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTimeUtc().addDays(-days),
                                 QFileDevice::FileModificationTime));
    }

    /// How often these bytes lie in the files of the folder.
    int inFolder(const QByteArray &mark) const
    {
        int found = 0;
        for (QDirIterator it(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile file(it.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray all = file.readAll();
            found += int(all.count(mark)) + int(file.fileName().toUtf8().count(mark));
        }
        return found;
    }

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Clinic> m_clinic;
};

QTEST_GUILESS_MAIN(TestRetention)
#include "tst_retention.moc"
