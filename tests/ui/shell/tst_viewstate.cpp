// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/listview.h"
#include "ui/shell/viewstate.h"

#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace anteroom {

class TestViewState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyHasTheirOwn();
    void nobodyKeepsNothing();
    void listLayoutComesBack();
};

void TestViewState::everybodyHasTheirOwn()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"views.ini"_s);
    {
        ViewState state(path);
        state.setUser("a");
        state.setValue(u"zoom"_s, 2);
        state.setUser("b");
        QVERIFY(!state.value(u"zoom"_s).isValid());
        state.setValue(u"zoom"_s, 3);
    }
    ViewState state(path);
    state.setUser("a");
    QCOMPARE(state.value(u"zoom"_s).toInt(), 2);
    state.setUser("b");
    QCOMPARE(state.value(u"zoom"_s).toInt(), 3);
}

void TestViewState::nobodyKeepsNothing()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"views.ini"_s);
    ViewState state(path);
    state.setValue(u"zoom"_s, 2);
    QCOMPARE(state.value(u"zoom"_s, 1).toInt(), 1);
    state.sync();
    QVERIFY(!QFile::exists(path));
}

void TestViewState::listLayoutComesBack()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"views.ini"_s);
    QStandardItemModel model(3, 3);
    {
        ViewState state(path);
        state.setUser("a");
        ListView view;
        view.setModel(&model);
        view.resize(700, 300);
        state.track(&view, u"requests"_s);
        state.track(&view, u"requests"_s); // as after a second sign-in
        view.horizontalHeader()->resizeSection(1, 123);
        view.horizontalHeader()->moveSection(0, 1);
    }
    ViewState state(path);
    state.setUser("a");
    ListView view;
    view.setModel(&model);
    view.resize(700, 300);
    state.track(&view, u"requests"_s);
    QCOMPARE(view.columnWidth(1), 123);
    QCOMPARE(view.horizontalHeader()->visualIndex(0), 1);
    // Somebody else keeps the usual one.
    ListView other;
    other.setModel(&model);
    state.setUser("b");
    state.track(&other, u"requests"_s);
    QCOMPARE(other.horizontalHeader()->visualIndex(0), 0);
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestViewState)
#include "tst_viewstate.moc"
