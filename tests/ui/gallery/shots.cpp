// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the whole console on the demo's data, page by page:
//   ui_shots --scheme dark --language it --points 21 --size 1280x800 --out folder
#include "tests/ui/gallery/shots.h"
#include "app/base/clock.h"
#include "app/calls/callcenter.h"
#include "app/clinic.h"
#include "app/filerequests/filerequestservice.h"
#include "app/filerequests/publicurl.h"
#include "app/intake/photointake.h"
#include "ui/audit/auditfilterbar.h"
#include "ui/audit/auditjob.h"
#include "ui/audit/auditpage.h"
#include "ui/calls/callpage.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/appearance.h"
#include "ui/common/listview.h"
#include "ui/common/translators.h"
#include "ui/console.h"
#include "ui/demo/demodata.h"
#include "ui/devicerequests/devicerequestspage.h"
#include "ui/devicerequests/textsdialog.h"
#include "ui/directory/peoplepage.h"
#include "ui/filerequests/filerequestdialog.h"
#include "ui/filerequests/filerequestpage.h"
#include "ui/filerequests/templatesdialog.h"
#include "ui/registers/importdialog.h"
#include "ui/registers/registerdialog.h"
#include "ui/registers/registermodel.h"
#include "ui/registers/registerspage.h"
#include "ui/settings/accountchooser.h"
#include "ui/settings/settinggroup.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/smspresetpanel.h"
#include "ui/shell/consolepage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace anteroom;
using namespace Qt::StringLiterals;

void anteroom::shoot(QWidget &window, const QDir &folder, const QString &name)
{
    QTest::qWait(700);
    window.grab().save(folder.filePath(name + u".png"_s));
}

namespace {

void wait()
{
    QTest::qWait(700);
}

template<typename T>
T *find(QWidget &in)
{
    T *found = nullptr;
    for (int i = 0; i < 50 && !found; ++i) {
        QTest::qWait(20);
        found = in.findChild<T *>();
    }
    return found;
}

// The request that shows most.
int mostPhotos(MainWindow &window)
{
    const auto &rows = static_cast<FileRequestPage *>(window.page("file-requests"))->model()->rows();
    const auto most = std::max_element(rows.begin(), rows.end(), [](const auto &a, const auto &b) {
        return a.view.files.size() < b.view.files.size();
    });
    return int(most - rows.begin());
}

void shootDialogs(MainWindow &window, const QDir &folder)
{
    auto *page = static_cast<FileRequestPage *>(window.page("file-requests"));
    auto *people = static_cast<PeoplePage *>(window.page("people"));
    QVector<UserId> ids;
    for (const User &user : people->model()->rows()) {
        if (ids.size() < 3 && !user.mobile.isEmpty() && user.dateOfBirth.isValid())
            ids.append(user.id);
    }
    for (const auto &[name, chosen] : {std::pair(u"new"_s, ids.first(1)), std::pair(u"new-several"_s, ids)}) {
        page->startNew(chosen);
        auto *dialog = find<FileRequestDialog>(window);
        wait();
        for (auto *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == u"Wound"_s || button->text() == u"Ferita"_s || button->text() == u"Рана"_s)
                button->click();
        }
        wait();
        if (chosen.size() > 1)
            QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
        shoot(*dialog, folder, name);
        dialog->hide();
        delete dialog;
    }
}

// A preset half filled in, and an account that inherits.
void shootSms(MainWindow &window, const QDir &folder)
{
    window.openPage("settings");
    auto *sections = window.page("settings")->findChild<QListWidget *>();
    auto *presets = window.page("settings")->findChild<SmsPresetPanel *>();
    auto *accounts = window.page("settings")->findChild<AccountChooser *>();
    auto *group = qobject_cast<SettingGroup *>(presets->parentWidget());
    for (int i = 0; i < sections->count() && !presets->isVisible(); ++i)
        sections->setCurrentRow(i);
    wait();
    presets->findChild<QComboBox *>()->setCurrentIndex(2);
    presets->findChildren<QLineEdit *>().first()->setText(u"AC0123456789"_s);
    wait();
    presets->findChildren<QPushButton *>().last()->click();
    shoot(window, folder, u"settings-preset"_s);
    group->saveAll(); // what is missing comes into view
    shoot(window, folder, u"settings-preset-fields"_s);
    group->undoAll();
    presets->reset();
    accounts->findChild<QLineEdit *>()->setText(u"12"_s);
    for (auto *button : accounts->findChildren<QPushButton *>())
        button->click();
    accounts->findChild<QLineEdit *>()->setText(u"12"_s);
    Q_EMIT accounts->findChild<QLineEdit *>()->returnPressed();
    accounts->findChild<QComboBox *>()->setFocus();
    shoot(window, folder, u"settings-account"_s);
}

// Filters, what fits them, and that the log is whole.
void shootAudit(MainWindow &window, const QDir &folder)
{
    window.openPage("audit");
    auto *page = static_cast<AuditPage *>(window.page("audit"));
    auto *span = page->filters()->findChildren<QComboBox *>().first();
    span->setCurrentIndex(span->count() - 1);
    Q_EMIT span->activated(span->currentIndex());
    page->job()->verify();
    wait();
    page->findChild<ListView *>()->selectRow(1);
    shoot(window, folder, u"audit-filters"_s);
}

// A call that runs, one that woke nobody, and somebody without a device.
void shootCalls(MainWindow &window, const QDir &folder)
{
    auto *page = static_cast<CallPage *>(window.page("calls"));
    window.openPage("calls", "d0000000-0000-7000-8000-000000000001");
    shoot(window, folder, u"calls-person"_s);
    page->call();
    QTest::qWait(1500);
    shoot(window, folder, u"calls-running"_s);
    window.openPage("today");
    shoot(window, folder, u"today-calls"_s);
    window.openPage("calls", "d0000000-0000-7000-8000-000000000001");
    QTest::qWait(11'000);
    shoot(window, folder, u"calls-fallback"_s);
    page->open("d0000000-0000-7000-8000-000000000003");
    shoot(window, folder, u"calls-refused"_s);
}

void shootRegisters(Clinic &clinic, MainWindow &window, const Staff &staff, const QDir &folder)
{
    auto *page = static_cast<RegistersPage *>(window.page("registers"));
    window.openPage("registers");
    const auto actor = [&staff] { return staff.actor("console"); };
    for (const RegisterShape &shape : registerShapes()) {
        page->choose(shape.which);
        wait();
        const QString name = u"register-"_s + QLatin1String(shape.name);
        shoot(window, folder, name);
        const auto entry =
            page->model()->rowCount() > 0 ? std::optional(page->model()->row(0).entry) : std::nullopt;
        RegisterDialog dialog(clinic, actor, shape.which, entry, &window);
        dialog.show();
        shoot(dialog, folder, name + u"-form"_s);
    }
    ImportDialog import(clinic, actor, &window);
    QFile wrong(folder.filePath(u"wrong.json"_s));
    if (wrong.open(QIODevice::WriteOnly))
        wrong.write(R"({"persons":[{"id":"d0000000-0000-7000-8000-0000000000a1"},{"id":"?"}]})");
    wrong.close();
    import.setPath(wrong.fileName());
    import.show();
    import.start();
    shoot(import, folder, u"import"_s);
    wrong.remove();
}

// What each of them says, and the texts.
void shootDeviceRequests(Clinic &clinic, MainWindow &window, const Staff &staff, const QDir &folder)
{
    window.openPage("device-requests");
    auto *page = static_cast<DeviceRequestsPage *>(window.page("device-requests"));
    wait();
    for (int i = 0; i < page->model()->rowCount(); ++i) {
        page->findChild<ListView *>()->selectRow(i);
        shoot(window, folder, u"device-request-%1"_s.arg(i));
    }
    TextsDialog texts(
        clinic, [&staff] { return staff.actor("console"); }, &window);
    texts.show();
    shoot(texts, folder, u"device-request-texts"_s);
    texts.field()->setPlainText(u"<request_numbr>"_s);
    shoot(texts, folder, u"device-request-texts-wrong"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"scheme"_s, u"light, dark, high"_s, u"name"_s, u"light"_s},
                       {u"language"_s, u"en, it, uk"_s, u"code"_s, u"en"_s},
                       {u"points"_s, u"size of text"_s, u"points"_s, u"10.5"_s},
                       {u"size"_s, u"such as 1280x800"_s, u"size"_s, u"1280x800"_s},
                       {u"only"_s, u"parts of it, such as today,settings; sms,dialogs"_s, u"names"_s, u""_s},
                       {u"out"_s, u"where to"_s, u"folder"_s, u"."_s}});
    parser.process(app);
    QFont font = QApplication::font();
    font.setFamily(u"DejaVu Sans"_s);
    font.setPointSizeF(parser.value(u"points"_s).toDouble());
    QApplication::setFont(font);
    QLocale::setDefault(QLocale(parser.value(u"language"_s)));
    installTranslators(app, QLocale(parser.value(u"language"_s)));
    QApplication::setStyle(new AnteroomStyle);
    Appearance appearance;
    const QString scheme = parser.value(u"scheme"_s);
    appearance.fix(scheme == u"dark"_s ? Scheme::Dark : Scheme::Light,
                   scheme == u"high"_s ? Contrast::High : Contrast::Normal);

    QTemporaryDir scratch;
    const SystemClock clock;
    auto clinic = Clinic::open({.dataDir = scratch.path()}, clock);
    if (!clinic)
        return 1;
    (*clinic)->publicUrl().setListener(u"https://ask.riverside.example"_s);
    auto staff = loadDemoData(**clinic, PhotoIntake::findHelper());
    if (!staff)
        return 1;
    (*clinic)->callCenter().start();
    Console console(**clinic);
    console.setAddresses(u"https://192.0.2.10:8443"_s, u"https://ask.riverside.example"_s);
    console.show(*staff);
    MainWindow &window = console.window();
    const auto size = parser.value(u"size"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    const QDir folder(parser.value(u"out"_s));
    folder.mkpath(u"."_s);
    const QStringList only = parser.value(u"only"_s).split(u',', Qt::SkipEmptyParts);
    const auto wants = [&only](QByteArrayView part) {
        return only.isEmpty() || only.contains(QLatin1String(part.data(), part.size()));
    };
    for (const QByteArray id : {"today", "people", "file-requests", "calls", "device-requests", "outbox",
                                "audit", "settings", "registers"}) {
        if (!wants(id))
            continue;
        window.openPage(id);
        wait();
        if (auto *list = window.page(id)->findChild<ListView *>())
            list->selectRow(id == "file-requests" ? mostPhotos(window) : 0);
        shoot(window, folder, QString::fromLatin1(id));
    }
    if (auto *sections = window.page("settings")->findChild<QListWidget *>(); sections && wants("settings")) {
        window.openPage("settings");
        for (int i = 1; i < sections->count(); ++i) {
            sections->setCurrentRow(i);
            shoot(window, folder, u"settings-%1"_s.arg(i));
        }
    }
    if (wants("teleconsultations"))
        shootAgenda(**clinic, window, folder);
    if (wants("teleconsultation-dialogs"))
        shootTeleconsultations(**clinic, window, *staff, folder);
    if (wants("sms"))
        shootSms(window, folder);
    if (wants("audit"))
        shootAudit(window, folder);
    if (wants("calls"))
        shootCalls(window, folder);
    if (wants("device-requests"))
        shootDeviceRequests(**clinic, window, *staff, folder);
    if (wants("registers"))
        shootRegisters(**clinic, window, *staff, folder);
    if (!wants("dialogs"))
        return 0;
    window.openPage("people");
    wait();
    shootDialogs(window, folder);
    TemplatesDialog templates(
        **clinic, [&] { return staff->actor("console"); },
        *(*clinic)->store().readNow(
            [](Transaction &tx) -> Result<QVector<PromptTemplate>> { return PromptTemplates::list(tx); }),
        &window);
    templates.show();
    shoot(templates, folder, u"templates"_s);
    return 0;
}
