// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scratchconsole.h"
#include "ui/access/session.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signinview.h"
#include "ui/shell/viewstate.h"

#include <QSignalSpy>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstAdministratorIsAskedForSignedInLockedOutAndBack()
    {
        ScratchConsole console;
        QTemporaryDir dir;
        ViewState views(dir.filePath(u"views.ini"_s));
        MainWindow window(views);
        Session session(console.clinic(), window);
        session.begin();
        SignInView *view = window.signInView();
        QTRY_COMPARE(view->mode(), SignInView::Mode::FirstAdministrator);
        QVERIFY(!session.actor().isAdmin());

        QSignalSpy signedIn(&session, &Session::signedIn);
        Q_EMIT view->administratorRequested(u"Dr Rachel Williams"_s, u"rachel"_s, u"short"_s);
        QTRY_VERIFY(!view->findChildren<QWidget *>().isEmpty());
        QCOMPARE(signedIn.size(), 0);
        Q_EMIT view->administratorRequested(u"Dr Rachel Williams"_s, u"rachel"_s, u"correct horse battery"_s);
        QTRY_COMPARE(signedIn.size(), 1);
        QVERIFY(window.isSignedIn());
        QCOMPARE(session.actor().name, u"rachel"_s);
        QCOMPARE(session.actor().displayName, u"Dr Rachel Williams"_s);
        QVERIFY(session.actor().isAdmin());

        window.lock();
        QVERIFY(!session.isSignedIn());
        QVERIFY(!session.actor().isAdmin());
        Q_EMIT view->signInRequested(u"rachel"_s, u"wrong horse battery"_s);
        QTRY_VERIFY(!session.isSignedIn());
        Q_EMIT view->signInRequested(u"rachel"_s, u"correct horse battery"_s);
        QTRY_VERIFY(session.isSignedIn());
        QCOMPARE(signedIn.size(), 2);
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
