// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/fileservice.h"
#include "app/filerequests/patientaccess.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/button.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/demo/drawnphoto.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/filerequestpage.h"
#include "ui/filerequests/locknotice.h"
#include "ui/filerequests/personpicker.h"
#include "ui/filerequests/photopane.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestFileRequestPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_page = std::make_unique<FileRequestPage>(m_console->clinic(), ScratchConsole::actor(),
                                                   m_console->search());
        m_bars = std::make_unique<InlineBarArea>();
        m_page->setBars(m_bars.get());
        m_page->resize(1200, 800);
        m_page->show();
        m_page->activate();
        m_view = m_page->findChild<ListPane *>()->view();
    }

    void cleanup()
    {
        m_page.reset();
        m_bars.reset();
        m_console.reset();
    }

    void whatComesOverHttpAppearsByItself()
    {
        QTRY_COMPARE(m_page->model()->state(), PagedModelBase::State::Ready);
        QCOMPARE(m_page->model()->rowCount(), 0);
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        const auto text = [this](int column) { return m_page->model()->index(0, column).data().toString(); };
        QCOMPARE(text(FileRequestModel::Patient), u"John Smith"_s);
        QCOMPARE(text(FileRequestModel::SentBy), u"Text message"_s);
        QCOMPARE(text(FileRequestModel::State), u"Waiting"_s);
    }

    void anAnswerShowsItsPhoto()
    {
        const auto view = m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        m_view->selectRow(0);
        QTRY_COMPARE(audited("file_request.read"), 1);
        answer(view.request.id, u"The left arm"_s);
        QTRY_COMPARE(m_page->model()->index(0, FileRequestModel::State).data().toString(), u"Answered"_s);
        QTRY_COMPARE(m_page->details()->photos()->count(), 1);
        QTRY_COMPARE(m_page->details()->photos()->shownPhoto().size(), QSize(1512, 2016));
        QTRY_COMPARE(m_page->count().value_or(0), 1);

        // Looking at it is written down; that the same request is shown anew is not.
        QTRY_COMPARE(audited("file.read"), 1);
        QCOMPARE(audited("file_request.read"), 1);
    }

    void openingTheListIsWrittenDownOnceAndRefreshesAreNot()
    {
        const User john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        m_console->ask(john);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QTRY_COMPARE(audited("file_request.list"), 1);
        m_console->ask(john);
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        m_page->activate(); // somebody comes back to it
        QTRY_COMPARE(audited("file_request.list"), 2);
    }

    void nothingIsLoadedOutOfSight()
    {
        QTRY_COMPARE(m_page->model()->state(), PagedModelBase::State::Ready);
        m_page->hide();
        m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QSignalSpy counted(m_page.get(), &ConsolePage::countChanged);
        m_console->write([](WriteTransaction &tx) -> Result<bool> {
            tx.execute("UPDATE file_requests SET state = 'answered', answered_at = ?", tx.now());
            tx.changed(Topic::FileRequests);
            return true;
        });
        QTRY_COMPARE(m_page->count().value_or(0), 1); // the side bar counts on
        QCOMPARE(m_page->model()->rowCount(), 0);
        m_page->show();
        m_page->activate();
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
    }

    void anAnswerIsTakenOverGivenAwayAndDoneByKeyboard()
    {
        for (const char *login : {"rachel", "luigi"})
            addStaff(login);
        m_page->setBars(nullptr); // here they are a window of their own, which takes the keys
        m_page->activate();
        const auto view = m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        m_view->selectRow(0);
        m_view->setFocus();
        const auto assignee = [this] {
            return m_page->model()->index(0, FileRequestModel::Assignee).data().toString();
        };
        QTest::keyClick(m_view, Qt::Key_A);
        QTRY_COMPARE(assignee(), u"rachel"_s);

        auto *whose = m_page->findChildren<QComboBox *>().at(0);
        QVERIFY(whose->findData(int(FileRequestPage::Whose::Mine)) >= 0);
        m_page->openAnswered(FileRequestPage::Whose::Mine);
        QTRY_COMPARE(m_page->model()->state(), PagedModelBase::State::Ready);
        QCOMPARE(m_page->model()->rowCount(), 0); // mine, and not answered yet
        answer(view.request.id, {});
        QTRY_COMPARE(m_page->model()->rowCount(), 1);

        m_view->selectRow(0);
        Q_EMIT m_page->details()->assignRequested(view.request.id, u"luigi"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 0);
        m_page->openAnswered(FileRequestPage::Whose::Everybodys);
        QTRY_COMPARE(assignee(), u"luigi"_s);
        m_view->selectRow(0);
        QTest::keyClick(m_view, Qt::Key_D);
        QTRY_COMPARE(m_page->model()->rowCount(), 0);
    }

    void whatLiesFarBackIsShownAllTheSame()
    {
        const User john = m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        const auto oldest = m_console->ask(john, u"The first of all"_s);
        for (int i = 0; i < 55; ++i)
            m_console->ask(john);
        m_page->open(oldest.request.id.text());
        const auto prompts = [this] {
            QStringList texts;
            for (const QLabel *label : m_page->details()->findChildren<QLabel *>())
                texts += label->text();
            return texts;
        };
        QTRY_VERIFY(prompts().contains(u"The first of all"_s));
    }

    void aPhotoIsPrintedAsItIsTurned()
    {
        QTemporaryDir folder;
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"photo.pdf"_s));
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(printPhoto(printer, image, 1));
        QFile file(printer.outputFileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("%PDF"));
        QVERIFY2(bytes.contains("/Width 200"), "the picture was not turned");
        printer.setOutputFileName(folder.filePath(u"not/there.pdf"_s));
        QVERIFY(!printPhoto(printer, image, 0));
    }

    void thePhotosToolsHaveNamesAndKeys()
    {
        for (const QPushButton *button : m_page->details()->photos()->findChildren<QPushButton *>()) {
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(button->toolTip().contains(u"("_s));
        }
    }

    void aLockedLinkIsSaidAndUnlocked()
    {
        const auto view = m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        m_view->selectRow(0);
        LockNotice *lock = m_page->details()->lock();
        QTRY_COMPARE(audited("file_request.read"), 1);
        QVERIFY(!lock->isVisible());
        for (int i = 0; i < PatientAccess::wrongDatesAllowed; ++i)
            m_console->write([&](WriteTransaction &tx) {
                return m_console->clinic().patientAccess().checkDateOfBirth(tx, view.request.shortLinkId,
                                                                            QDate(1900, 1, 1), "127.0.0.1");
            });
        QTRY_VERIFY(lock->isVisible()); // by itself
        lock->button()->click();
        QTRY_VERIFY(!lock->isVisible());
        QCOMPARE(audited("file_request.unlock"), 1);
    }

    void doneIsDone()
    {
        const auto view = m_console->ask(m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s));
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        Q_EMIT m_page->details()->requested(FileRequestDetails::Action::Done, view.request.id);
        QTRY_COMPARE(m_page->model()->index(0, FileRequestModel::State).data().toString(), u"Done"_s);
    }

    void aRequestIsMadeByKeyboardAndCanBeTakenBack()
    {
        m_console->addPatient(u"John"_s, u"Smith"_s, u"+447777123456"_s);
        auto *dialog = openDialog();
        auto *picker = dialog->findChild<PersonPicker *>();
        picker->setFocus();
        QTest::keyClicks(picker, u"smi"_s);
        QSignalSpy chosen(picker, &PersonPicker::personChosen);
        QTRY_VERIFY([&] {
            QTest::keyClick(picker, Qt::Key_Return);
            return !chosen.isEmpty();
        }());
        QTRY_VERIFY(!dialog->inputs().isEmpty());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"A photo of the rash, please."_s);
        QTRY_VERIFY(dialog->findChild<InlineBar *>()->text().contains(
            u"John Smith gets a text at +44 7777 123456"_s));
        QVERIFY(m_console->messages().isEmpty());

        QSignalSpy created(dialog, &FileRequestDialog::created);
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(m_console->messages().size(), 1);
        QCOMPARE(m_console->messages().first().status, MessageStatus::Queued);

        QTRY_COMPARE(m_bars->count(), 1);
        Q_EMIT m_bars->findChild<InlineBar *>()->actionTriggered();
        QTRY_COMPARE(m_console->messages().first().status, MessageStatus::Cancelled);
        QTRY_COMPARE(m_page->model()->index(0, FileRequestModel::State).data().toString(), u"Cancelled"_s);
    }

    void somebodyWhoCannotBeReachedIsSaid()
    {
        const User user = m_console->addPatient(u"Peter"_s, u"Grant"_s, QString());
        auto *dialog = openDialog();
        dialog->setPatients({user.id});
        QTRY_VERIFY(!dialog->inputs().isEmpty());
        QTRY_VERIFY(!dialog->findChild<QPushButton *>(u"send"_s)->isEnabled());
        QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(dialog->isVisible());
        QVERIFY(m_console->messages().isEmpty());
    }

private:
    FileRequestDialog *openDialog()
    {
        m_page->startNew();
        FileRequestDialog *dialog = nullptr;
        [&] { QTRY_VERIFY(dialog = m_page->window()->findChild<FileRequestDialog *>()); }();
        return dialog;
    }

    // As the patient's page does it, without the examination: the photo is ours.
    void answer(const FileRequestId &id, const QString &words)
    {
        Clinic &clinic = m_console->clinic();
        const Actor patient{.kind = Actor::Kind::Patient, .id = id.text(), .source = "127.0.0.1"};
        const QByteArray photo = drawPhoto(DrawnSubject::Rash, 1);
        ReadyFile file;
        file.id = FileId::generate(clinic.clock().now());
        file.mimeType = u"image/jpeg"_s;
        file.size = photo.size();
        file.originalName = u"IMG_0001.JPG"_s;
        file.description = words;
        m_console->write([&](WriteTransaction &tx) -> Result<bool> {
            auto room = clinic.files().beginPhotos(tx, patient, id);
            if (!room)
                return fail(room.error());
            file.keyName = room->keyName;
            if (auto stored = clinic.blobs().store(file.id, BlobStore::Part::Content, room->key, photo);
                !stored)
                return fail(stored.error());
            const auto added = clinic.files().addPhotos(tx, patient, id, {file});
            return added ? Result<bool>(true) : fail(added.error());
        });
    }

    void addStaff(const char *login)
    {
        m_console->write([login](WriteTransaction &tx) -> Result<bool> {
            const QByteArray id = qstrcmp(login, "rachel") == 0 ? ScratchConsole::actor()().id
                                                                : StaffId::generate(tx.now()).text();
            tx.execute("INSERT INTO staff (id, login, name, role, password_hash, created_at) "
                       "VALUES (?, ?, ?, 'clinician', 'x', ?)",
                       id, login, login, tx.now());
            return true;
        });
    }

    int audited(const char *action)
    {
        return m_console->read([action](Transaction &tx) -> Result<int> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = ?", action);
            return row.next() ? int(row.integer(0)) : -1;
        });
    }

    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<FileRequestPage> m_page;
    std::unique_ptr<InlineBarArea> m_bars;
    ListView *m_view = nullptr;
};

QTEST_MAIN(TestFileRequestPage)
#include "tst_filerequestpage.moc"
