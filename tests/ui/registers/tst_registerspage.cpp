// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directory/registerservice.h"
#include "app/teleconsultations/teleconsultationrepository.h"
#include "tests/support/scratchconsole.h"
#include "ui/common/formrow.h"
#include "ui/common/label.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/searchfield.h"
#include "ui/registers/codelines.h"
#include "ui/registers/importdialog.h"
#include "ui/registers/registerdialog.h"
#include "ui/registers/registerfield.h"
#include "ui/registers/registermodel.h"
#include "ui/registers/registerspage.h"
#include "ui/registers/registerwords.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const QString person = u"0198c0de-0000-7000-8000-0000000000a1"_s;

} // namespace

class TestRegistersPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_console = std::make_unique<ScratchConsole>();
        m_page = std::make_unique<RegistersPage>(m_console->clinic(), ScratchConsole::actor());
        m_page->resize(1100, 700);
        m_page->show();
        m_page->activate();
    }

    void cleanup()
    {
        m_page.reset();
        m_console.reset();
    }

    void everyMemberHasWords()
    {
        for (const RegisterShape &shape : registerShapes()) {
            QVERIFY(!registerTitle(shape.which).isEmpty());
            QVERIFY(memberTitle(shape, shape.key) != QLatin1String(shape.key));
            for (const RegisterMember &member : shape.members)
                QVERIFY2(memberTitle(shape, member.name) != QLatin1String(member.name), member.name);
        }
    }

    // The narrowest window with a side bar of large text leaves a page so much.
    void theTitleIsNotCutWhereTextIsLarge()
    {
        const QFont usual = QApplication::font();
        const auto restore = qScopeGuard([&] { QApplication::setFont(usual); });
        QFont large = usual;
        large.setPointSizeF(15);
        QApplication::setFont(large);
        RegistersPage page(m_console->clinic(), ScratchConsole::actor());
        page.resize(840, 600);
        page.show();
        for (const auto *label : page.findChildren<Label *>()) {
            if (label->text() == page.title())
                QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()),
                         qPrintable(u"%1 px"_s.arg(label->width())));
        }
        QVERIFY(page.width() <= 840);
    }

    void codesAsLines()
    {
        const auto there = [](RegisterMember::Type type, const QString &text) {
            return codeLines(type, codesOfLines(type, text));
        };
        QCOMPARE(there(RegisterMember::Type::Code, u" s |c "_s), u"s | c"_s);
        QCOMPARE(there(RegisterMember::Type::Codes, u"s|a b\n\n t | c\n"_s), u"s | a b\nt | c"_s);
        QCOMPARE(there(RegisterMember::Type::CodeSets, u"s\nt|1,2 , 3"_s), u"s\nt | 1, 2, 3"_s);
        QVERIFY(codesOfLines(RegisterMember::Type::Code, u" "_s).isNull());
        QVERIFY(codesOfLines(RegisterMember::Type::CodeSets, u"s"_s)
                    .toArray()
                    .first()
                    .toObject()
                    .value(u"codes"_s)
                    .isUndefined());
    }

    void anEntryIsAddedEditedAndRemoved()
    {
        m_page->choose(Register::LegalEntities);
        RegisterDialog adding(m_console->clinic(), ScratchConsole::actor(), Register::LegalEntities, {});
        adding.show();
        QSignalSpy added(&adding, &RegisterDialog::saved);
        press(adding, u"Add"_s);
        QTRY_VERIFY(!adding.field("type")->error().isEmpty()); // the rule of the import, under its field
        QVERIFY(added.isEmpty());
        type(adding.field("type"), u"MSP"_s);
        type(adding.field("status"), u"ACTIVE"_s);
        press(adding, u"Add"_s);
        QTRY_COMPARE(added.size(), 1);
        QTRY_COMPARE(m_page->model()->rowCount(), 1); // the list follows
        QVERIFY(adding.isHidden());

        view()->selectRow(0);
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Return);
        auto *editing = opened<RegisterDialog>();
        QVERIFY(editing);
        QCOMPARE(editing->members(), QJsonObject()); // nothing was changed yet
        type(editing->field("status"), u"CLOSED"_s);
        QCOMPARE(editing->members(), (QJsonObject{{u"status"_s, u"CLOSED"_s}}));
        press(*editing, u"Save"_s);
        QTRY_COMPARE(m_page->model()->row(0).entry.members.value(u"status"_s).toString(), u"CLOSED"_s);

        m_page->activateWindow();
        view()->setFocus();
        QTRY_VERIFY(view()->hasFocus());
        view()->selectRow(0);
        QTest::keyClick(view(), Qt::Key_Delete);
        auto *box = opened<QMessageBox>();
        QVERIFY(box);
        press(*box, u"Remove"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 0);
    }

    void aCodeIsNeverShown()
    {
        const QByteArray key = add(Register::DeviceRequests, {{u"patientId"_s, person},
                                                              {u"requisition"_s, u"0123-ABCD"_s},
                                                              {u"status"_s, u"active"_s},
                                                              {u"verificationCode"_s, u"4521"_s}});
        const auto entry = this->entry(Register::DeviceRequests, key);
        RegisterDialog dialog(m_console->clinic(), ScratchConsole::actor(), Register::DeviceRequests, entry);
        dialog.show();
        RegisterField *code = dialog.field("verificationCode");
        auto *line = qobject_cast<QLineEdit *>(code->field());
        QVERIFY(line->text().isEmpty());
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QVERIFY(!code->isChanged());
        QVERIFY(dialog.members().isEmpty());
        auto *forget = code->findChild<QCheckBox *>();
        QVERIFY(forget->isVisible());
        forget->setChecked(true);
        QVERIFY(dialog.members().value(u"verificationCode"_s).isNull());
        QVERIFY(dialog.members().contains(u"verificationCode"_s));
        forget->setChecked(false);
        line->setText(u"9999"_s);
        QCOMPARE(dialog.members().value(u"verificationCode"_s).toString(), u"9999"_s);
    }

    void idsSayWhomTheyMean()
    {
        add(Register::Persons,
            {{u"id"_s, person}, {u"firstName"_s, u"Ivan"_s}, {u"lastName"_s, u"Franko"_s}});
        RegisterDialog dialog(m_console->clinic(), ScratchConsole::actor(), Register::AuthenticationMethods,
                              {});
        dialog.show();
        RegisterField *field = dialog.field("personId");
        type(field, person);
        QTRY_COMPARE(field->field()->accessibleDescription(), u"Ivan Franko"_s);
        type(field, u"0198c0de-0000-7000-8000-0000000000ff"_s);
        QTRY_VERIFY(field->field()->accessibleDescription().startsWith(u"No entry"_s));
    }

    // A moment keeps its microseconds until somebody types another.
    void aMomentStaysAsItIs()
    {
        const QByteArray key =
            add(Register::AuthenticationMethods, {{u"personId"_s, person},
                                                  {u"type"_s, u"OTP"_s},
                                                  {u"phoneNumber"_s, u"+380931234585"_s},
                                                  {u"isActive"_s, true},
                                                  {u"insertedAt"_s, u"2020-01-01T10:00:00.123456Z"_s}});
        RegisterDialog dialog(m_console->clinic(), ScratchConsole::actor(), Register::AuthenticationMethods,
                              entry(Register::AuthenticationMethods, key));
        dialog.show();
        QVERIFY(!dialog.field("insertedAt")->isChanged());
        type(dialog.field("endedAt"), u"2021-05-06 07:08"_s);
        press(dialog, u"Save"_s);
        QTRY_VERIFY(dialog.isHidden());
        const auto after = entry(Register::AuthenticationMethods, key);
        QCOMPARE(after.members.value(u"insertedAt"_s).toString(), u"2020-01-01T10:00:00.123456+00:00"_s);
        const QDateTime local(QDate(2021, 5, 6), QTime(7, 8));
        QCOMPARE(after.members.value(u"endedAt"_s).toString(),
                 QString::fromLatin1(toIsoMicros(utcFromUs(local.toMSecsSinceEpoch() * 1000))));
        // And lists show the number masked.
        m_page->choose(Register::AuthenticationMethods);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QCOMPARE(m_page->model()->index(0, 2).data().toString(), u"+38093*****85"_s);
    }

    void findsAndListsAreAudited()
    {
        for (const QString &name : {u"Franko"_s, u"Ukrainka"_s})
            add(Register::Persons, {{u"lastName"_s, name}});
        m_page->choose(Register::Persons);
        QTRY_COMPARE(m_page->model()->rowCount(), 2);
        m_page->findChild<SearchField *>()->setText(u"frank"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QTRY_VERIFY(m_console->read([](Transaction &tx) -> Result<qint64> {
            Cursor row = tx.query("SELECT count(*) FROM audit WHERE action = 'register.list'");
            return row.next() ? row.integer(0) : 0;
        }) >= 2);
    }

    void importsAFile()
    {
        ImportDialog dialog(m_console->clinic(), ScratchConsole::actor());
        dialog.show();
        QSignalSpy done(&dialog, &ImportDialog::imported);
        dialog.setPath(
            file("{'persons':[{'id':'0198c0de-0000-7000-8000-0000000000a1'}],'legalEntities':[]}"));
        dialog.start();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(dialog.outcome(), u"Everything was imported."_s);
        m_page->choose(Register::Persons);
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
    }

    void importsTeleconsultations()
    {
        const QByteArray row =
            "{'id':'0123456789abcdef01234567','start_date':'2026-02-01T10:00:00+01:00',"
            "'duration_in_seconds':1800,'participants':{'number':2,'data':["
            "{'userExternalId':'joe','groups':['doctor'],'fullName':'Joe Smith'},"
            "{'userExternalId':'jane','groups':['patient'],'fullName':'Jane Doe','language':'uk'}]}}";
        ImportDialog dialog(m_console->clinic(), ScratchConsole::actor());
        dialog.show();
        QSignalSpy done(&dialog, &ImportDialog::imported);
        dialog.setPath(file("{'teleconsultations':[" + row + "]}"));
        dialog.start();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(dialog.outcome(), u"Everything was imported."_s);
        const auto get = [&] {
            return m_console->read([](Transaction &tx) -> Result<Teleconsultation> {
                return TeleconsultationRepository::byId(
                           tx, TeleconsultationId::fromTrusted("0123456789abcdef01234567"))
                    .value_or(Teleconsultation());
            });
        };
        const Teleconsultation t = get();
        QCOMPARE(toIsoMillis(t.startsAt), "2026-02-01T09:00:00.000Z");
        QCOMPARE(toIsoMillis(t.endsAt), "2026-02-01T09:30:00.000Z");
        QCOMPARE(t.expected, 2);
        QCOMPARE(t.participants.size(), 2);
        QCOMPARE(t.participants.at(0).fullName, u"Joe Smith"_s);
        QCOMPARE(t.participants.at(0).role, ParticipantRole::Plus);
        QCOMPARE(t.participants.at(1).externalId, u"jane"_s);
        QCOMPARE(t.participants.at(1).language, u"uk"_s);

        dialog.setPath(file("{'teleconsultations':[" + QByteArray(row).replace("1800", "60") + "]}"));
        dialog.start();
        QTRY_COMPARE(done.size(), 2);
        QVERIFY2(dialog.outcome().startsWith(u"Teleconsultations, entry 1: "_s),
                 qPrintable(dialog.outcome()));
        QVERIFY(dialog.outcome().contains(u"24 hours"_s));
        dialog.setPath(
            file("{'teleconsultations':[" + QByteArray(row).replace("0123456789abcdef", "7") + "]}"));
        dialog.start();
        QTRY_COMPARE(done.size(), 3);
        QVERIFY2(dialog.outcome().startsWith(u"Teleconsultations, entry 1, id: This has to be 24"_s),
                 qPrintable(dialog.outcome()));
        QCOMPARE(get().sequence, 0);
    }

    void aWrongFileIsExplainedAndImportsNothing()
    {
        ImportDialog dialog(m_console->clinic(), ScratchConsole::actor());
        dialog.show();
        QSignalSpy done(&dialog, &ImportDialog::imported);
        dialog.setPath(file("{'persons':[{'id':'0198c0de-0000-7000-8000-0000000000a1'},{'id':7}]}"));
        dialog.start();
        QTRY_COMPARE(done.size(), 1);
        QVERIFY2(dialog.outcome().startsWith(u"Persons, entry 2, id: "_s), qPrintable(dialog.outcome()));
        QVERIFY(dialog.outcome().endsWith(u"(/persons/1/id)"_s));
        dialog.setPath(file("{"));
        dialog.start();
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(dialog.outcome().contains(u"no JSON"_s));
        dialog.setPath(u"/nowhere/at/all.json"_s);
        dialog.start();
        QTRY_COMPARE(done.size(), 3);
        QVERIFY(dialog.outcome().contains(u"can’t be read"_s));
        QCOMPARE(persons(), 0);
    }

    void anImportCanBeStopped()
    {
        QByteArray json = "{'persons':[";
        for (int i = 0; i < 60'000; ++i)
            json += QByteArray(i ? "," : "") + "{'id':'0198c0de-0000-7000-8000-" +
                    QByteArray::number(i).rightJustified(12, '0') + "'}";
        ImportDialog dialog(m_console->clinic(), ScratchConsole::actor());
        dialog.show();
        QSignalSpy done(&dialog, &ImportDialog::imported);
        dialog.setPath(file(json + "]}"));
        dialog.start();
        dialog.reject(); // the first Escape stops
        QVERIFY(dialog.isVisible());
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(dialog.outcome(), u"Stopped. Nothing was imported."_s);
        QCOMPARE(persons(), 0);
        dialog.reject();
        QVERIFY(dialog.isHidden());
    }

private:
    ListView *view() const
    {
        for (auto *each : m_page->findChildren<ListView *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }

    template<typename T>
    T *opened()
    {
        T *found = nullptr;
        for (int i = 0; i < patience / 20 && !found; ++i) {
            QTest::qWait(20);
            found = m_page->window()->findChild<T *>();
        }
        return found;
    }

    static void press(QWidget &in, const QString &text)
    {
        for (auto *each : in.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each->click();
        }
        QFAIL(qPrintable(text));
    }

    static void type(RegisterField *field, const QString &text)
    {
        if (auto *choice = qobject_cast<QComboBox *>(field->field()))
            choice->setEditText(text);
        else
            qobject_cast<QLineEdit *>(field->field())->setText(text);
    }

    QByteArray add(Register which, const QJsonObject &members)
    {
        return m_console
            ->write([&](WriteTransaction &tx) {
                return RegisterService(m_console->clinic().vault())
                    .add(tx, ScratchConsole::actor()(), which, members);
            })
            .key;
    }

    RegisterEntry entry(Register which, const QByteArray &key)
    {
        return m_console->read([&](Transaction &tx) {
            return RegisterService(m_console->clinic().vault())
                .get(tx, ScratchConsole::actor()(), which, key);
        });
    }

    qint64 persons()
    {
        return m_console->read([](Transaction &tx) -> Result<qint64> {
            Cursor row = tx.query("SELECT count(*) FROM persons");
            return row.next() ? row.integer(0) : -1;
        });
    }

    // Apostrophes stand for quotation marks.
    QString file(QByteArray json)
    {
        json.replace('\'', '"');
        QFile written(m_files.filePath(u"import.json"_s));
        if (!written.open(QIODevice::WriteOnly) || written.write(json) != json.size())
            qFatal("no file");
        return written.fileName();
    }

    QTemporaryDir m_files;
    std::unique_ptr<ScratchConsole> m_console;
    std::unique_ptr<RegistersPage> m_page;
};

QTEST_MAIN(TestRegistersPage)
#include "tst_registerspage.moc"
