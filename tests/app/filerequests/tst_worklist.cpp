// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/worklist.h"
#include "tests/support/scratchclinic.h"

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestWorkList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeWithTheirMessagesAndTheirNames()
    {
        ScratchClinic clinic;
        addStaff(clinic);
        const auto first = clinic.create().request.id;
        clinic.clock.advance(std::chrono::seconds(1));
        NewFileRequest both = ScratchClinic::example();
        both.recipientEmail = u"john@example.org"_s;
        const auto second = clinic.create(both).request.id;
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.sendAgain(tx, ScratchClinic::staff(), first, Origin::Http).value();
            clinic.fileRequests.assign(tx, ScratchClinic::staff(), first, u"rachel"_s).value();
        });

        const auto page = list(clinic, {});
        QCOMPARE(page.items.size(), 2);
        QCOMPARE(page.items.at(0).view.request.id, second);
        QCOMPARE(page.items.at(0).messages.size(), 2); // a text and an e-mail
        QVERIFY(page.items.at(0).assignee.isNull());
        QCOMPARE(page.items.at(1).messages.size(), 2); // a text, twice
        QVERIFY(page.items.at(1).messages.at(0).createdAt >= page.items.at(1).messages.at(1).createdAt);
        for (const Message &message : page.items.at(1).messages)
            QCOMPARE(message.reference, first.text());
        QCOMPARE(page.items.at(1).assignee, u"Dr Rachel Williams"_s);
    }

    void mineAreMineWhateverTheirState()
    {
        ScratchClinic clinic;
        addStaff(clinic);
        const auto mine = clinic.create().request.id;
        clinic.create();
        clinic.write([&](WriteTransaction &tx) {
            clinic.fileRequests.assign(tx, ScratchClinic::staff(), mine, u"rachel"_s).value();
        });
        const auto me = StaffId::fromTrusted(ScratchClinic::staff().id);
        QCOMPARE(list(clinic, {.assignee = me}).items.size(), 1);
        QCOMPARE(list(clinic, {.assignee = me}).items.first().view.request.id, mine);
        QCOMPARE(list(clinic, {.assignee = StaffId()}).items.size(), 1);
    }

    void answersAreCounted()
    {
        ScratchClinic clinic;
        addStaff(clinic);
        QVector<FileRequestId> ids;
        for (int i = 0; i < 4; ++i)
            ids.append(clinic.create().request.id);
        clinic.write([&](WriteTransaction &tx) {
            for (int i = 0; i < 3; ++i)
                tx.execute("UPDATE file_requests SET state = 'answered', answered_at = ? WHERE id = ?",
                           tx.now(), ids.at(i));
            clinic.fileRequests.assign(tx, ScratchClinic::staff(), ids.at(0), u"rachel"_s).value();
        });
        const auto counts = clinic.read(
            [](Transaction &tx) { return WorkList::answered(tx, ScratchClinic::staff()).value(); });
        QCOMPARE(counts.answered, 3);
        QCOMPARE(counts.mine, 1);
        QCOMPARE(counts.unassigned, 2);
        const auto refused = clinic.read([](Transaction &tx) {
            return WorkList::answered(tx, ScratchClinic::token(Scope::FileRequestRead)).error().code;
        });
        QCOMPARE(refused, ErrorCode::Forbidden);
    }

    void whatIsNotScannedYetIsCountedAndNotShown()
    {
        ScratchClinic clinic;
        const auto view = clinic.create();
        clinic.write([&](WriteTransaction &tx) {
            tx.execute(
                "INSERT INTO files (id, file_request_id, user_id, created_at, original_name, "
                "mime_type, size, scan_state) VALUES (?, ?, ?, ?, 'a.jpg', 'image/jpeg', 1, 'waiting')",
                FileId::generate(tx.now()), view.request.id, view.patient.id, tx.now());
        });
        const WorkItem item = list(clinic, {}).items.first();
        QCOMPARE(item.filesToScan, 1);
        QVERIFY(item.view.files.isEmpty());
    }

    void troubledMessagesNameTheirPatients()
    {
        ScratchClinic clinic;
        clinic.create();
        clinic.write([](WriteTransaction &tx) { tx.execute("UPDATE outbox SET status = 'failed'"); });
        const auto troubled = clinic.read(
            [](Transaction &tx) { return WorkList::troubled(tx, ScratchClinic::staff(), 10).value(); });
        QCOMPARE(troubled.size(), 1);
        QCOMPARE(troubled.first().patient, u"John Smith"_s);
        QVERIFY(troubled.first().message.body.isEmpty());
    }

private:
    static void addStaff(ScratchClinic &clinic)
    {
        clinic.write([](WriteTransaction &tx) {
            tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at) "
                       "VALUES (?, 'rachel', 'Dr Rachel Williams', 'clinician', 'x', ?)",
                       ScratchClinic::staff().id, tx.now());
        });
    }

    static Page<WorkItem> list(ScratchClinic &clinic, const FileRequestFilter &filter)
    {
        return clinic.read([&](Transaction &tx) {
            return WorkList::page(tx, clinic.fileRequests, ScratchClinic::staff(), filter, {}).value();
        });
    }
};

QTEST_GUILESS_MAIN(TestWorkList)
#include "tst_worklist.moc"
