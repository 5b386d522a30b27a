// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/anteroomstyle.h"
#include "ui/common/searchfield.h"
#include "ui/shell/personsearch.h"

#include <QApplication>
#include <QBoxLayout>
#include <QPromise>
#include <QSignalSpy>

#include <deque>

using namespace Qt::StringLiterals;

namespace anteroom {
namespace {

class Search final : public PersonSearch
{
public:
    using Answer = Result<QVector<PersonHit>>;

    QFuture<Answer> find(const QString &text, int limit) override
    {
        texts.append(text);
        lastLimit = limit;
        promises.emplace_back();
        promises.back().start();
        return promises.back().future();
    }

    void answer(std::size_t which, Answer given)
    {
        promises.at(which).addResult(std::move(given));
        promises.at(which).finish();
        QCoreApplication::processEvents();
    }

    QStringList texts;
    int lastLimit = 0;
    std::deque<QPromise<Answer>> promises;
};

const QVector<PersonHit> two{{"1", u"John Smith"_s, u"born 17 June 1980"_s},
                             {"2", u"Joan Smithers"_s, u"born 2 May 1955"_s}};

} // namespace

class TestPersonSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new AnteroomStyle); }
    void init();
    void asksOnceTheTypingRests();
    void opensByKeyboard();
    void dropsAStaleAnswer();
    void saysThatNobodyFits();
    void saysWhatFailed();
    void escapeClosesFirst();

private:
    std::unique_ptr<QWidget> m_window;
    SearchField *m_field = nullptr;
    SearchPopup *m_popup = nullptr;
    std::unique_ptr<Search> m_search;
};

void TestPersonSearch::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 400);
    auto *column = new QVBoxLayout(m_window.get());
    m_field = new SearchField(u"Find a person"_s);
    column->addWidget(m_field);
    column->addStretch();
    m_search = std::make_unique<Search>();
    m_popup = new SearchPopup(m_field);
    m_popup->setSearch(m_search.get());
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_field->setFocus();
}

void TestPersonSearch::asksOnceTheTypingRests()
{
    QTest::keyClicks(m_field, u"john"_s);
    QVERIFY(m_search->texts.isEmpty());
    QTRY_COMPARE(m_search->texts, QStringList{u"john"_s});
    QVERIFY(m_search->lastLimit > 0);
}

void TestPersonSearch::opensByKeyboard()
{
    QSignalSpy chosen(m_popup, &SearchPopup::chosen);
    QTest::keyClicks(m_field, u"jo"_s);
    QTRY_COMPARE(m_search->texts.size(), 1);
    m_search->answer(0, two);
    QTRY_VERIFY(m_popup->isVisible());
    QVERIFY(m_field->hasFocus());
    QCOMPARE(m_popup->count(), 3); // the last one adds somebody
    QCOMPARE(m_popup->current(), 0);
    QTest::keyClick(m_field, Qt::Key_Down);
    QCOMPARE(m_popup->current(), 1);
    QTest::keyClick(m_field, Qt::Key_Down);
    QTest::keyClick(m_field, Qt::Key_Down); // round
    QCOMPARE(m_popup->current(), 0);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Up);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toByteArray(), "2"_ba);
    QVERIFY(!m_popup->isVisible());
    QVERIFY(m_field->text().isEmpty());
}

void TestPersonSearch::dropsAStaleAnswer()
{
    QTest::keyClicks(m_field, u"jo"_s);
    QTRY_COMPARE(m_search->texts.size(), 1);
    QTest::keyClicks(m_field, u"a"_s);
    m_search->answer(0, two);
    QTest::qWait(1);
    QVERIFY(!m_popup->isVisible());
    QTRY_COMPARE(m_search->texts.size(), 2);
    m_search->answer(1, QVector<PersonHit>{two.last()});
    QTRY_VERIFY(m_popup->isVisible());
    QCOMPARE(m_popup->count(), 2);
}

void TestPersonSearch::saysThatNobodyFits()
{
    QSignalSpy add(m_popup, &SearchPopup::addRequested);
    QTest::keyClicks(m_field, u"zed"_s);
    QTRY_COMPARE(m_search->texts.size(), 1);
    m_search->answer(0, QVector<PersonHit>{});
    QTRY_VERIFY(m_popup->isVisible());
    QCOMPARE(m_popup->count(), 1);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(add.count(), 1);
    QCOMPARE(add.first().first().toString(), u"zed"_s);
}

void TestPersonSearch::saysWhatFailed()
{
    QTest::keyClicks(m_field, u"zed"_s);
    QTRY_COMPARE(m_search->texts.size(), 1);
    m_search->answer(0, fail(ErrorCode::Unavailable, "store.busy"));
    QTRY_VERIFY(m_popup->isVisible());
    QCOMPARE(m_popup->count(), 0);
    QTest::keyClick(m_field, Qt::Key_Return); // nothing to open, nothing happens
    QVERIFY(!m_field->text().isEmpty());
}

void TestPersonSearch::escapeClosesFirst()
{
    QTest::keyClicks(m_field, u"jo"_s);
    QTRY_COMPARE(m_search->texts.size(), 1);
    m_search->answer(0, two);
    QTRY_VERIFY(m_popup->isVisible());
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(m_field->text(), u"jo"_s);
    QTest::keyClick(m_field, Qt::Key_Escape);
    QVERIFY(m_field->text().isEmpty());
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestPersonSearch)
#include "tst_personsearch.moc"
