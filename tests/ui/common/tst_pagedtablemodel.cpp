// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/anteroomstyle.h"
#include "ui/common/inlinebar.h"
#include "ui/common/listpane.h"
#include "ui/common/listview.h"
#include "ui/common/pagedtablemodel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QHeaderView>
#include <QPromise>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

#include <deque>

using namespace Qt::StringLiterals;

namespace anteroom {
namespace {

struct Row
{
    QByteArray id;
    QString name;
};

QVector<Row> numbered(int from, int to)
{
    QVector<Row> rows;
    for (int i = from; i <= to; ++i)
        rows.append({QByteArray::number(i), u"Row %1"_s.arg(i)});
    return rows;
}

/// A loader whose answers the test gives, when and in which order it likes.
class Source
{
public:
    using Answer = Result<Page<Row>>;

    QFuture<Answer> load(const PageRequest &request)
    {
        requests.append(request);
        promises.emplace_back();
        promises.back().start();
        return promises.back().future();
    }

    void answer(std::size_t which, Answer answer)
    {
        promises.at(which).addResult(std::move(answer));
        promises.at(which).finish();
        QCoreApplication::processEvents();
    }

    void answerLast(Answer given) { answer(promises.size() - 1, std::move(given)); }

    QVector<PageRequest> requests;
    std::deque<QPromise<Answer>> promises;
};

using Model = PagedTableModel<Row>;

std::unique_ptr<Model> makeModel(Source &source, int pageSize = 3)
{
    QVector<PagedColumn<Row>> columns{
        {u"Name"_s,
         [](const Row &row, int role) { return role == Qt::DisplayRole ? QVariant(row.name) : QVariant(); },
         true},
        {u"Id"_s,
         [](const Row &row, int role) { return role == Qt::DisplayRole ? QVariant(row.id) : QVariant(); }},
    };
    auto model = std::make_unique<Model>(
        std::move(columns), [](const Row &row) { return row.id; },
        [&source](const PageRequest &request) { return source.load(request); });
    model->setPageSize(pageSize);
    return model;
}

QByteArrayList keys(const Model &model)
{
    QByteArrayList result;
    for (int i = 0; i < model.rowCount(); ++i)
        result.append(model.keyAt(i));
    return result;
}

} // namespace

class TestPagedTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new AnteroomStyle); }
    void loadsPageAfterPage();
    void asksNothingWhileAPageIsOnItsWay();
    void dropsAStaleAnswer();
    void failsAndTriesAgain();
    void refreshMergesAndKeepsTheSelection();
    void refreshAsksForAsManyRowsAsAreShown();
    void refreshFollowsAnyReordering();
    void refreshKeepsTheScroll();
    void aRowOnTwoPagesStandsOnce();
    void sortingStartsAnew();
    void anAbandonedAnswerIsAFailure();
    void paneShowsItsFaces();
    void paneKeepsRowsWhenTheNextPageFails();
    void columnsShareTheWidth();
    void layoutIsRememberedAndForeignIsIgnored();
    void enterOpensARow();
};

void TestPagedTableModel::loadsPageAfterPage()
{
    Source source;
    auto model = makeModel(source);
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model->state(), PagedModelBase::State::Idle);
    QVERIFY(!model->canFetchMore({}));
    model->reload();
    QCOMPARE(model->state(), PagedModelBase::State::Loading);
    QCOMPARE(source.requests.last().limit, 3);
    QVERIFY(source.requests.last().cursor.isEmpty());
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    QVERIFY(model->canFetchMore({}));
    model->fetchMore({});
    QCOMPARE(source.requests.last().cursor, "c3"_ba);
    source.answerLast(Page<Row>{numbered(4, 5), {}});
    QTRY_COMPARE(model->rowCount(), 5);
    QVERIFY(!model->canFetchMore({}));
    QCOMPARE(model->index(4, 0).data().toString(), u"Row 5"_s);
    QCOMPARE(model->index(4, 1).data(KeyRole).toByteArray(), "5"_ba);
}

void TestPagedTableModel::asksNothingWhileAPageIsOnItsWay()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    model->fetchMore({});
    model->fetchMore({});
    QCOMPARE(source.requests.size(), 2);
}

void TestPagedTableModel::dropsAStaleAnswer()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    model->reload(); // as a change of filter does
    source.answer(1, Page<Row>{numbered(10, 11), {}});
    QTRY_COMPARE(model->rowCount(), 2);
    source.answer(0, Page<Row>{numbered(1, 3), "c3"});
    QCoreApplication::processEvents();
    QCOMPARE(keys(*model), (QByteArrayList{"10", "11"}));
    QVERIFY(!model->canFetchMore({}));
}

void TestPagedTableModel::failsAndTriesAgain()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    source.answerLast(fail(ErrorCode::Unavailable, "store.busy"));
    QTRY_COMPARE(model->state(), PagedModelBase::State::Failed);
    QVERIFY(model->error()->is("store.busy"));
    model->retry();
    QCOMPARE(model->state(), PagedModelBase::State::Loading);
    QVERIFY(!model->error());
    source.answerLast(Page<Row>{numbered(1, 2), "c2"});
    QTRY_COMPARE(model->rowCount(), 2);
    // A failed next page is asked for again with its own cursor, and the rows stay.
    model->fetchMore({});
    source.answerLast(fail(ErrorCode::Internal, "internal"));
    QTRY_COMPARE(model->state(), PagedModelBase::State::Failed);
    QCOMPARE(model->rowCount(), 2);
    model->retry();
    QCOMPARE(source.requests.last().cursor, "c2"_ba);
}

void TestPagedTableModel::refreshMergesAndKeepsTheSelection()
{
    Source source;
    auto model = makeModel(source, 10);
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    ListView view;
    view.setModel(model.get());
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 5), {}});
    QTRY_COMPARE(model->rowCount(), 5);
    view.selectRow(2);
    const QPersistentModelIndex third(model->index(2, 0));

    model->refresh();
    QCOMPARE(model->rowCount(), 5); // nothing flickers meanwhile
    auto fresh = numbered(1, 5);
    fresh.removeAt(0);
    fresh.prepend({"9", u"New"_s});
    fresh.prepend({"8", u"Newer"_s});
    fresh[3].name = u"Changed"_s; // row 3, in its new place
    source.answerLast(Page<Row>{fresh, {}});
    QTRY_COMPARE(keys(*model), (QByteArrayList{"8", "9", "2", "3", "4", "5"}));
    QCOMPARE(view.selectedRow(), 3);
    QCOMPARE(third.row(), 3);
    QCOMPARE(view.currentIndex().data(KeyRole).toByteArray(), "3"_ba);
    QCOMPARE(model->index(3, 0).data().toString(), u"Changed"_s);
}

void TestPagedTableModel::refreshAsksForAsManyRowsAsAreShown()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    model->fetchMore({});
    source.answerLast(Page<Row>{numbered(4, 6), "c6"});
    QTRY_COMPARE(model->rowCount(), 6);

    model->refresh();
    source.answerLast(Page<Row>{numbered(0, 2), "c2"});
    QTRY_COMPARE(source.requests.last().cursor, "c2"_ba);
    QCOMPARE(model->rowCount(), 6);
    source.answerLast(Page<Row>{numbered(3, 5), "c5"});
    QTRY_COMPARE(keys(*model), (QByteArrayList{"0", "1", "2", "3", "4", "5"}));
    QVERIFY(model->canFetchMore({}));
    model->fetchMore({});
    QCOMPARE(source.requests.last().cursor, "c5"_ba);
}

void TestPagedTableModel::refreshFollowsAnyReordering()
{
    Source source;
    auto model = makeModel(source, 50);
    QAbstractItemModelTester tester(model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 9), {}});
    QTRY_COMPARE(model->rowCount(), 9);
    const QVector<QByteArrayList> orders{{"9", "8", "7", "6", "5", "4", "3", "2", "1"},
                                         {"1", "20", "3", "21", "5"},
                                         {"5", "1"},
                                         {"30", "31", "5", "32", "1", "33"},
                                         {}};
    for (const auto &order : orders) {
        QVector<Row> rows;
        for (const auto &id : order)
            rows.append({id, QString::fromLatin1(id)});
        model->refresh();
        source.answerLast(Page<Row>{rows, {}});
        QTRY_COMPARE(keys(*model), order);
    }
}

void TestPagedTableModel::refreshKeepsTheScroll()
{
    Source source;
    auto model = makeModel(source, 100);
    ListView view;
    view.setModel(model.get());
    view.resize(300, 300);
    view.show();
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 60), {}});
    QTRY_COMPARE(model->rowCount(), 60);
    view.verticalScrollBar()->setValue(view.rowHeight(0) * 20 + 7);
    const auto top = view.indexAt(QPoint(0, 0)).data(KeyRole).toByteArray();
    const int offset = view.rowViewportPosition(view.indexAt(QPoint(0, 0)).row());
    model->refresh();
    source.answerLast(Page<Row>{numbered(-4, 60), {}});
    QTRY_COMPARE(model->rowCount(), 65);
    QCOMPARE(view.indexAt(QPoint(0, 0)).data(KeyRole).toByteArray(), top);
    QCOMPARE(view.rowViewportPosition(view.indexAt(QPoint(0, 0)).row()), offset);
    // At the very top the new row is what one wants to see.
    view.verticalScrollBar()->setValue(0);
    model->refresh();
    source.answerLast(Page<Row>{numbered(-5, 60), {}});
    QTRY_COMPARE(model->rowCount(), 66);
    QCOMPARE(view.indexAt(QPoint(0, 0)).data(KeyRole).toByteArray(), "-5"_ba);
}

void TestPagedTableModel::aRowOnTwoPagesStandsOnce()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    model->fetchMore({});
    source.answerLast(Page<Row>{numbered(3, 5), {}});
    QTRY_COMPARE(keys(*model), (QByteArrayList{"1", "2", "3", "4", "5"}));
}

void TestPagedTableModel::sortingStartsAnew()
{
    Source source;
    auto model = makeModel(source);
    model->sort(0, Qt::DescendingOrder); // before the first load it is only remembered
    QCOMPARE(source.requests.size(), 0);
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    model->sort(1, Qt::AscendingOrder); // a column that can't
    QCOMPARE(source.requests.size(), 1);
    QCOMPARE(model->sortColumn(), 0);
    model->sort(0, Qt::AscendingOrder);
    QCOMPARE(source.requests.size(), 2);
    QVERIFY(source.requests.last().cursor.isEmpty());
    QCOMPARE(model->sortOrder(), Qt::AscendingOrder);
}

void TestPagedTableModel::anAbandonedAnswerIsAFailure()
{
    Source source;
    auto model = makeModel(source);
    model->reload();
    source.promises.clear(); // as a store does that stops
    QTRY_COMPARE(model->state(), PagedModelBase::State::Failed);
}

void TestPagedTableModel::paneShowsItsFaces()
{
    Source source;
    auto model = makeModel(source);
    ListPane pane(model.get());
    pane.setEmpty(Icon::Good, u"Everybody has answered"_s, {});
    pane.resize(400, 300);
    pane.show();
    QCOMPARE(pane.face(), ListPane::Face::Rows);
    model->reload();
    QCOMPARE(pane.face(), ListPane::Face::Rows); // no flash of "Loading"
    QTRY_COMPARE(pane.face(), ListPane::Face::Loading);
    source.answerLast(fail(ErrorCode::Unavailable, "store.busy"));
    QTRY_COMPARE(pane.face(), ListPane::Face::Failed);
    pane.focusContent();
    auto *again = qobject_cast<QPushButton *>(pane.focusWidget());
    QVERIFY(again);
    again->click();
    QCOMPARE(source.requests.size(), 2);
    source.answerLast(Page<Row>{});
    QTRY_COMPARE(pane.face(), ListPane::Face::Empty);
    model->refresh();
    source.answerLast(Page<Row>{numbered(1, 2), {}});
    QTRY_COMPARE(pane.face(), ListPane::Face::Rows);
}

void TestPagedTableModel::paneKeepsRowsWhenTheNextPageFails()
{
    Source source;
    auto model = makeModel(source);
    ListPane pane(model.get());
    pane.show();
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 3), "c3"});
    QTRY_COMPARE(model->rowCount(), 3);
    // The view may have asked for the next page by itself.
    if (source.requests.size() == 1)
        model->fetchMore({});
    source.answerLast(fail(ErrorCode::Unavailable, "store.busy"));
    auto *bar = pane.findChild<InlineBar *>();
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(!bar->text().isEmpty());
    QCOMPARE(pane.face(), ListPane::Face::Rows);
    const auto before = source.requests.size();
    Q_EMIT bar->actionTriggered();
    QCOMPARE(source.requests.size(), before + 1);
    source.answerLast(Page<Row>{numbered(4, 4), {}});
    QTRY_VERIFY(!bar->isVisible());
    QCOMPARE(model->rowCount(), 4);
}

void TestPagedTableModel::columnsShareTheWidth()
{
    Source source;
    auto model = makeModel(source, 10);
    ListView view;
    view.setModel(model.get());
    view.setColumnWeights({1, 0});
    view.resize(600, 300);
    view.show();
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 5), {}});
    QTRY_COMPARE(model->rowCount(), 5);
    QCOMPARE(view.horizontalHeader()->length(), view.viewport()->width());
    const int id = view.columnWidth(1);
    view.resize(900, 300);
    QTRY_COMPARE(view.horizontalHeader()->length(), view.viewport()->width());
    QCOMPARE(view.columnWidth(1), id);
}

void TestPagedTableModel::layoutIsRememberedAndForeignIsIgnored()
{
    Source source;
    auto model = makeModel(source);
    ListView view;
    view.setModel(model.get());
    view.resize(600, 300);
    QSignalSpy changed(&view, &ListView::layoutChanged);
    view.horizontalHeader()->resizeSection(0, 321);
    QCOMPARE(changed.count(), 1);
    view.horizontalHeader()->setSortIndicator(0, Qt::DescendingOrder);
    const auto layout = view.saveLayout();

    auto second = makeModel(source);
    ListView other;
    other.setModel(second.get());
    other.resize(600, 300);
    other.restoreLayout("nonsense");
    QVERIFY(other.columnWidth(0) != 321);
    other.restoreLayout(layout);
    QCOMPARE(other.columnWidth(0), 321);
    QCOMPARE(second->sortColumn(), 0);
    QCOMPARE(second->sortOrder(), Qt::DescendingOrder);
}

void TestPagedTableModel::enterOpensARow()
{
    Source source;
    auto model = makeModel(source, 10);
    ListView view;
    view.setModel(model.get());
    view.show();
    model->reload();
    source.answerLast(Page<Row>{numbered(1, 5), {}});
    QTRY_COMPARE(model->rowCount(), 5);
    QSignalSpy opened(&view, &QAbstractItemView::activated);
    view.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QVERIFY(view.selectedRow() >= 0);
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestPagedTableModel)
#include "tst_pagedtablemodel.moc"
