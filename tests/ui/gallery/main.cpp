// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the console's frame and parts with made-up rows, on the screen or as a picture:
//   ui_gallery --view files --scheme dark --points 10.5 --out files.png
#include "tests/support/manualclock.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/appearance.h"
#include "ui/common/badge.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/delegates.h"
#include "ui/common/detailsplitter.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/common/label.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/pagedtablemodel.h"
#include "ui/common/searchfield.h"
#include "ui/shell/consolepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/personsearch.h"
#include "ui/shell/signinview.h"
#include "ui/shell/statusline.h"
#include "ui/shell/viewstate.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLineParser>
#include <QDateEdit>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPromise>
#include <QRadioButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTimer>

namespace anteroom {
namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

struct Row
{
    QString patient;
    QString asked;
    QString by;
    QString state;
    Tone tone;
    std::chrono::microseconds ago;
};

const QVector<Row> rows{
    {u"John Smith"_s, u"Photo of your rash"_s, u"Text"_s, u"Answered"_s, Tone::Info, 4min},
    {u"Olena Kovalenko"_s, u"Wound after dressing"_s, u"Text, carer"_s, u"Answered"_s, Tone::Info, 22min},
    {u"Mario Rossi"_s, u"Photo of your mole"_s, u"App"_s, u"Scanning"_s, Tone::Warn, 31min},
    {u"Jane Doe"_s, u"Photo of the inhaler"_s, u"Text"_s, u"Not delivered"_s, Tone::Bad, 1h},
    {u"Peter Grant"_s, u"Photo of your eye"_s, u"E-mail"_s, u"Waiting"_s, Tone::Neutral, 2h},
    {u"Anna Nowak"_s, u"Photo of your throat"_s, u"App"_s, u"Opened"_s, Tone::Neutral, 3h},
    {u"Luigi Bianchi"_s, u"Blood pressure diary"_s, u"Text"_s, u"In doubt"_s, Tone::Warn, 3h},
    {u"Sara Conti"_s, u"Photo of your foot"_s, u"Text"_s, u"Done"_s, Tone::Good, 26h},
};

using Model = PagedTableModel<Row>;

template<typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    auto future = promise.future();
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return future;
}

Model *makeModel(const Clock &clock, const QString &what, QObject *parent)
{
    const auto text = [](QString Row::*member) {
        return [member](const Row &row, int role) {
            return role == Qt::DisplayRole ? QVariant(row.*member) : QVariant();
        };
    };
    QVector<PagedColumn<Row>> columns{
        {u"Patient"_s, text(&Row::patient), true},
        {u"Asked for"_s, text(&Row::asked)},
        {u"Sent by"_s, text(&Row::by)},
        {u"State"_s,
         [](const Row &row, int role) {
             return role == Qt::DisplayRole ? QVariant(row.state)
                    : role == ToneRole      ? QVariant(int(row.tone))
                                            : QVariant();
         }},
        {u"When"_s,
         [&clock](const Row &row, int role) {
             return role == TimeRole  ? QVariant(toUs(clock.now() - row.ago))
                    : role == DimRole ? QVariant(true)
                                      : QVariant();
         },
         true},
    };
    auto loader = [what](const PageRequest &) -> QFuture<Result<Page<Row>>> {
        if (what == u"empty"_s)
            return ready(Result<Page<Row>>(Page<Row>{}));
        if (what == u"error"_s)
            return ready(Result<Page<Row>>(fail(ErrorCode::Unavailable, "store.busy")));
        auto all = rows;
        if (what == u"long"_s) {
            for (int i = 0; i < 30; ++i) {
                auto row = rows.at(i % rows.size());
                row.patient += u" "_s + QString::number(i);
                all.append(row);
            }
        }
        return ready(Result<Page<Row>>(Page<Row>{all, {}}));
    };
    return new Model(
        std::move(columns), [](const Row &row) { return row.patient.toUtf8(); }, loader, parent);
}

class FilesPage final : public ConsolePage
{
public:
    FilesPage(const Clock &clock, const QString &what)
        : ConsolePage("file-requests", u"File requests"_s)
        , m_model(makeModel(clock, what, this))
    {
        auto *action = new QAction(u"New file request"_s, this);
        action->setShortcut(QKeySequence(u"Ctrl+N"_s));
        setPrimaryAction(action);
        addHeaderWidget(new Badge(u"Answered 3"_s, Tone::Info));
        addHeaderWidget(new Badge(u"Waiting 14"_s));
        addHeaderWidget(new Badge(u"Done 212"_s));
        addHeaderWidget(new Button(u"Filter"_s));
        auto *split = new DetailSplitter;
        m_pane = new ListPane(m_model);
        m_pane->setEmpty(Icon::Good, u"Everybody has answered"_s,
                         u"Nobody is waiting for you and you are waiting for nobody."_s, action);
        m_pane->view()->setColumnWeights({2, 5, 2, 0, 0});
        m_pane->view()->setItemDelegateForColumn(3, new StateDelegate(this));
        m_pane->view()->setItemDelegateForColumn(4, new RelativeTimeDelegate(clock, this));
        split->addWidget(m_pane);
        if (what != u"empty"_s && what != u"error"_s)
            split->addWidget(details());
        split->setStretchFactor(0, 3);
        split->setStretchFactor(1, 2);
        content()->addWidget(split);
        setCount(3);
    }

    void activate() override
    {
        m_model->reload();
        QTimer::singleShot(0, this, [this] {
            m_pane->view()->selectRow(0);
            m_pane->focusContent();
        });
    }

private:
    QWidget *details()
    {
        auto *card = new Card;
        card->setTitle(u"John Smith"_s);
        card->addHeaderWidget(new Button(u"Open person"_s, Button::Kind::Quiet));
        auto *inner = new QVBoxLayout;
        inner->setContentsMargins(14, 12, 14, 14);
        inner->setSpacing(space::m);
        inner->addWidget(new Label(TextRole::Caption, u"born 17 June 1980 · +44 7777 123456"_s));
        auto *words =
            new Label(TextRole::Body, u"“This rash is looking better here than it was yesterday.”"_s);
        words->setWordWrap(true);
        inner->addWidget(words);
        auto *caption = new Label(TextRole::Caption,
                                  u"Taken 12 January 10:30 · 3024 × 4032 · 2.7 MB · position removed"_s);
        caption->setWordWrap(true);
        inner->addWidget(caption);
        inner->addStretch();
        auto *line = new QHBoxLayout;
        line->addWidget(new Button(u"Mark done"_s));
        line->addWidget(new Button(u"Ask again"_s));
        line->addStretch();
        line->addWidget(new Button(u"More"_s, Button::Kind::Quiet));
        inner->addLayout(line);
        card->body()->addLayout(inner, 1);
        return card;
    }

    Model *m_model;
    ListPane *m_pane = nullptr;
};

class ControlsPage final : public ConsolePage
{
public:
    ControlsPage()
        : ConsolePage("people", u"Parts"_s)
    {
        setSubtitle(u"Every control in its states"_s);
        auto *card = new Card;
        card->setPadding(space::l);
        auto *buttons = new QHBoxLayout;
        auto *primary = new Button(u"Send"_s, Button::Kind::Primary);
        primary->setKeyHint(QKeySequence(u"Ctrl+Return"_s));
        buttons->addWidget(primary);
        buttons->addWidget(new Button(u"Cancel"_s));
        buttons->addWidget(new Button(u"Edit templates"_s, Button::Kind::Quiet));
        auto *off = new Button(u"Not now"_s);
        off->setEnabled(false);
        buttons->addWidget(off);
        auto *offPrimary = new Button(u"Not now"_s, Button::Kind::Primary);
        offPrimary->setEnabled(false);
        buttons->addWidget(offPrimary);
        auto *iconic = new Button(u"Rotate"_s);
        iconic->setIcon(icon(Icon::Rotate));
        buttons->addWidget(iconic);
        buttons->addStretch();
        card->body()->addLayout(buttons);

        auto *fields = new QHBoxLayout;
        fields->setSpacing(space::l);
        auto *name = new QLineEdit(u"John Smith · 17 June 1980"_s);
        fields->addWidget(new FormRow(u"&Patient"_s, name), 1);
        auto *who = new QComboBox;
        who->addItems({u"The patient"_s, u"Somebody who cares for them"_s});
        fields->addWidget(new FormRow(u"&Who answers"_s, who), 1);
        auto *wrong = new FormRow(u"&Mobile"_s, new QLineEdit(u"077 12"_s));
        wrong->setError(u"This is no mobile number. Write it with the country, such as +44 7777 123456."_s);
        fields->addWidget(wrong, 1);
        card->body()->addLayout(fields);
        auto *more = new QHBoxLayout;
        more->setSpacing(space::l);
        auto *date = new QDateEdit(QDate(1980, 6, 17));
        more->addWidget(new FormRow(u"Date of birth"_s, date), 1);
        auto *locked = new QLineEdit(u"Cannot be changed"_s);
        locked->setEnabled(false);
        more->addWidget(new FormRow(u"External id"_s, locked), 1);
        auto *hinted = new FormRow(u"E-mail"_s, new QLineEdit);
        hinted->setHint(u"Used when there is no mobile."_s);
        more->addWidget(hinted, 1);
        card->body()->addLayout(more);
        auto *text = new QPlainTextEdit(u"Riverside Practice: Dr Rachel Williams asks you for a photo."_s);
        text->setMaximumHeight(fontMetrics().height() * 5);
        card->body()->addWidget(new FormRow(u"Text"_s, text));
        auto *ticks = new QHBoxLayout;
        auto *on = new QCheckBox(u"The patient confirmed this number"_s);
        on->setChecked(true);
        ticks->addWidget(on);
        ticks->addWidget(new QCheckBox(u"Off"_s));
        auto *radio = new QRadioButton(u"Text message"_s);
        radio->setChecked(true);
        ticks->addWidget(radio);
        ticks->addWidget(new QRadioButton(u"E-mail"_s));
        ticks->addStretch();
        card->body()->addLayout(ticks);
        auto *tones = new QHBoxLayout;
        tones->addWidget(new Badge(u"Waiting"_s));
        tones->addWidget(new Badge(u"Answered"_s, Tone::Info));
        tones->addWidget(new Badge(u"Done"_s, Tone::Good));
        tones->addWidget(new Badge(u"In doubt"_s, Tone::Warn));
        tones->addWidget(new Badge(u"Not delivered"_s, Tone::Bad));
        auto *tabs = new QTabBar;
        tabs->addTab(u"Details"_s);
        tabs->addTab(u"Delivery"_s);
        tones->addWidget(tabs);
        auto *progress = new QProgressBar;
        progress->setValue(62);
        tones->addWidget(progress, 1);
        card->body()->addLayout(tones);
        content()->addWidget(card);
        content()->addStretch();
        m_first = name;
    }

    void activate() override
    {
        bars()->clear();
        bars()->show(Tone::Warn,
                     u"If no phone wakes within 12 s, call by telephone instead: +48 22 123 4567"_s,
                     u"Call by phone"_s);
        bars()->show(Tone::Bad, u"The gateway says: number not in service."_s, u"Correct number"_s);
        m_first->setFocus();
    }

private:
    QWidget *m_first;
};

class Search final : public PersonSearch
{
public:
    QFuture<Result<QVector<PersonHit>>> find(const QString &, int) override
    {
        return ready(Result<QVector<PersonHit>>(
            QVector<PersonHit>{{"1", u"John Smith"_s, u"born 17 June 1980 · +44 7777 123456"_s},
                               {"2", u"Joan Smithers"_s, u"born 2 May 1955 · +44 7700 900123"_s}}));
    }
};

} // namespace
} // namespace anteroom

int main(int argc, char **argv)
{
    using namespace anteroom;
    using namespace Qt::StringLiterals;
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"view"_s, u"files, long, empty, error, parts, search, signin, first, locked"_s,
                        u"name"_s, u"files"_s},
                       {u"scheme"_s, u"light, dark, high, darkhigh, system"_s, u"name"_s, u"light"_s},
                       {u"points"_s, u"size of text"_s, u"points"_s, u"10.5"_s},
                       {u"size"_s, u"such as 1280x800"_s, u"size"_s, u"1280x800"_s},
                       {u"out"_s, u"a picture instead of a window"_s, u"file"_s}});
    parser.process(app);

    auto font = QApplication::font();
    if (QGuiApplication::platformName() == u"offscreen"_s)
        font.setFamily(u"DejaVu Sans"_s);
    font.setPointSizeF(parser.value(u"points"_s).toDouble());
    QApplication::setFont(font);
    QApplication::setStyle(new AnteroomStyle);
    Appearance appearance;
    const auto scheme = parser.value(u"scheme"_s);
    if (scheme == u"system"_s)
        appearance.follow();
    else
        appearance.fix(scheme.startsWith(u"dark"_s) ? Scheme::Dark : Scheme::Light,
                       scheme.endsWith(u"high"_s) ? Contrast::High : Contrast::Normal);

    const auto what = parser.value(u"view"_s);
    QTemporaryDir folder;
    ManualClock clock;
    ViewState state(folder.filePath(u"views.ini"_s));
    Search search;
    MainWindow window(state);
    ConsolePage *people = what == u"parts"_s ? new ControlsPage : new ConsolePage("people", u"People"_s);
    window.addPage(people, Icon::People);
    window.addPage(new FilesPage(clock, what), Icon::FileRequests);
    auto *outbox = new ConsolePage("outbox", u"Outbox"_s);
    outbox->setCount(2, Tone::Bad);
    window.addPage(outbox, Icon::Outbox);
    auto *fallback = new QAction(u"New file request"_s, &window);
    fallback->setShortcut(QKeySequence(u"Ctrl+N"_s));
    window.setFallbackAction(fallback);
    window.setPersonSearch(&search);
    window.statusLine()->setApiAddress(u"https://192.0.2.10:8443"_s);
    window.statusLine()->setPatientAddress(u"https://ask.riverside.example"_s);
    window.statusLine()->setMessagesWaiting(2);
    window.statusLine()->setBackup(u"Backup 03:00, verified"_s);
    const auto size = parser.value(u"size"_s).split(u'x');
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    window.show();
    if (what == u"first"_s) {
        window.signInView()->showFirstAdministrator();
        window.signInView()->setFieldError("login", u"Somebody has this login already. Choose another."_s);
    } else if (what == u"signin"_s) {
        window.signInView()->setError(u"This login and password don't fit. Check both and try again."_s);
    } else {
        window.signIn("1", u"Dr Rachel Williams"_s, u"Clinician · Riverside"_s);
        if (what == u"parts"_s)
            window.openPage("people");
        else
            window.openPage("file-requests");
        if (what == u"locked"_s)
            window.lock();
        if (what == u"files"_s) {
            auto *bar = window.bars()->show(Tone::Info,
                                            u"John Smith will get a text at +44 7777 123456 in English."_s,
                                            u"Undo"_s, QKeySequence(u"Ctrl+Z"_s));
            bar->startCountdown(clock, clock.now() + std::chrono::seconds(8));
        }
        if (what == u"search"_s) {
            QTimer::singleShot(50, &window, [&window] {
                window.searchField()->setFocus();
                window.searchField()->setText(u"joh"_s);
                Q_EMIT window.searchField()->textEdited(u"joh"_s);
            });
        }
    }
    if (!parser.isSet(u"out"_s))
        return QApplication::exec();
    QTimer::singleShot(700, &window, [&] {
        window.grab().save(parser.value(u"out"_s));
        window.allowClose();
        QApplication::quit();
    });
    return QApplication::exec();
}
