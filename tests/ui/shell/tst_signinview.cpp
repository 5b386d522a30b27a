// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manualclock.h"
#include "ui/common/anteroomstyle.h"
#include "ui/common/button.h"
#include "ui/common/formrow.h"
#include "ui/common/inlinebar.h"
#include "ui/shell/signinview.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace anteroom {

class TestSignInView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new AnteroomStyle); }
    void init();
    void signsInByKeyboard();
    void emptyFieldsAreRefusedInPlace();
    void refusalEmptiesThePassword();
    void firstAdministratorIsChecked_data();
    void firstAdministratorIsChecked();
    void fieldErrorFromOutside();
    void slowDownCountsDown();
    void lockedKeepsTheLogin();

private:
    FormRow *row(const QString &name) const;
    QLineEdit *field(const QString &name) const;
    Button *submit() const;

    std::unique_ptr<SignInView> m_view;
};

void TestSignInView::init()
{
    m_view = std::make_unique<SignInView>();
    m_view->resize(900, 900);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

FormRow *TestSignInView::row(const QString &name) const
{
    for (auto *candidate : m_view->findChildren<FormRow *>()) {
        if (candidate->field()->accessibleName() == name)
            return candidate;
    }
    qFatal("no such row");
}

QLineEdit *TestSignInView::field(const QString &name) const
{
    return static_cast<QLineEdit *>(row(name)->field());
}

Button *TestSignInView::submit() const
{
    for (auto *button : m_view->findChildren<Button *>()) {
        if (button->kind() == Button::Kind::Primary)
            return button;
    }
    qFatal("no button");
}

void TestSignInView::signsInByKeyboard()
{
    QSignalSpy asked(m_view.get(), &SignInView::signInRequested);
    QCOMPARE(m_view->focusWidget(), field(u"Login"_s));
    QCOMPARE(field(u"Password"_s)->echoMode(), QLineEdit::Password);
    QTest::keyClicks(m_view->focusWidget(), u" rachel "_s);
    QTest::keyClick(m_view->focusWidget(), Qt::Key_Tab);
    QTest::keyClicks(m_view->focusWidget(), u" s3cret "_s);
    QTest::keyClick(m_view->focusWidget(), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toString(), u"rachel"_s);
    QCOMPARE(asked.first().at(1).toString(), u" s3cret "_s); // a password is taken as it is
    // Not twice while the answer is on its way.
    QVERIFY(!submit()->isEnabled());
    QTest::keyClick(field(u"Password"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
}

void TestSignInView::emptyFieldsAreRefusedInPlace()
{
    QSignalSpy asked(m_view.get(), &SignInView::signInRequested);
    submit()->click();
    QCOMPARE(asked.count(), 0);
    QVERIFY(row(u"Login"_s)->hasError());
    QVERIFY(row(u"Password"_s)->hasError());
    QCOMPARE(m_view->focusWidget(), field(u"Login"_s));
    QTest::keyClicks(field(u"Login"_s), u"r"_s);
    QVERIFY(!row(u"Login"_s)->hasError());
}

void TestSignInView::refusalEmptiesThePassword()
{
    field(u"Login"_s)->setText(u"rachel"_s);
    field(u"Password"_s)->setText(u"wrong"_s);
    submit()->click();
    m_view->setError(u"This login and password don't fit."_s);
    auto *bar = m_view->findChild<InlineBar *>();
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->text(), u"This login and password don't fit."_s);
    QVERIFY(field(u"Password"_s)->text().isEmpty());
    QCOMPARE(field(u"Login"_s)->text(), u"rachel"_s);
    QCOMPARE(m_view->focusWidget(), field(u"Password"_s));
    QVERIFY(submit()->isEnabled());
}

void TestSignInView::firstAdministratorIsChecked_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("login");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("again");
    QTest::addColumn<QString>("wrong");
    const auto good = u"four words in a row"_s;
    QTest::newRow("right") << u"Dr Rachel Williams"_s << u"rachel"_s << good << good << QString();
    QTest::newRow("no name") << u"  "_s << u"rachel"_s << good << good << u"Name, as patients read it"_s;
    QTest::newRow("no login") << u"Rachel"_s << u""_s << good << good << u"Login"_s;
    QTest::newRow("login with a space") << u"Rachel"_s << u"rachel w"_s << good << good << u"Login"_s;
    QTest::newRow("no password") << u"Rachel"_s << u"rachel"_s << u""_s << u""_s << u"Password"_s;
    QTest::newRow("short") << u"Rachel"_s << u"rachel"_s << u"123456789"_s << u"123456789"_s << u"Password"_s;
    QTest::newRow("just long enough")
        << u"Rachel"_s << u"rachel"_s << u"1234567890"_s << u"1234567890"_s << QString();
    QTest::newRow("differ") << u"Rachel"_s << u"rachel"_s << good << u"four words in a rov"_s
                            << u"Password again"_s;
}

void TestSignInView::firstAdministratorIsChecked()
{
    QFETCH(QString, name);
    QFETCH(QString, login);
    QFETCH(QString, password);
    QFETCH(QString, again);
    QFETCH(QString, wrong);
    m_view->showFirstAdministrator();
    QSignalSpy asked(m_view.get(), &SignInView::administratorRequested);
    QCOMPARE(m_view->focusWidget(), field(u"Name, as patients read it"_s));
    field(u"Name, as patients read it"_s)->setText(name);
    field(u"Login"_s)->setText(login);
    field(u"Password"_s)->setText(password);
    field(u"Password again"_s)->setText(again);
    submit()->click();
    QCOMPARE(asked.count(), wrong.isEmpty() ? 1 : 0);
    for (auto *candidate : m_view->findChildren<FormRow *>())
        QCOMPARE(candidate->hasError(), candidate->field()->accessibleName() == wrong);
    if (!wrong.isEmpty())
        QCOMPARE(m_view->focusWidget(), field(wrong));
}

void TestSignInView::fieldErrorFromOutside()
{
    m_view->showFirstAdministrator();
    m_view->setBusy(true);
    m_view->setFieldError("login", u"Somebody has this login already."_s);
    QCOMPARE(row(u"Login"_s)->error(), u"Somebody has this login already."_s);
    QVERIFY(submit()->isEnabled());
}

void TestSignInView::slowDownCountsDown()
{
    ManualClock clock;
    field(u"Login"_s)->setText(u"rachel"_s);
    field(u"Password"_s)->setText(u"x"_s);
    QSignalSpy asked(m_view.get(), &SignInView::signInRequested);
    m_view->startSlowDown(clock, clock.now() + 20s);
    QVERIFY(!submit()->isEnabled());
    QVERIFY(submit()->text().contains(u"20"_s));
    QTest::keyClick(field(u"Password"_s), Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    clock.advance(13s);
    QTRY_VERIFY(submit()->text().contains(u"7"_s));
    clock.advance(7s);
    QTRY_VERIFY(submit()->isEnabled());
    QCOMPARE(submit()->text(), u"Sign in"_s);
}

void TestSignInView::lockedKeepsTheLogin()
{
    QSignalSpy asked(m_view.get(), &SignInView::signInRequested);
    field(u"Login"_s)->setText(u"rachel"_s);
    field(u"Password"_s)->setText(u"secret"_s);
    submit()->click();
    m_view->showLocked(u"Dr Rachel Williams"_s);
    QVERIFY(!field(u"Login"_s)->isVisible());
    QVERIFY(field(u"Password"_s)->text().isEmpty());
    QVERIFY(submit()->isEnabled());
    QTest::keyClicks(m_view->focusWidget(), u"secret"_s);
    QTest::keyClick(m_view->focusWidget(), Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().at(0).toString(), u"rachel"_s);
    // Signed in without this view.
    m_view->setLogin(u"demo"_s);
    m_view->showLocked(u"Dr Demo"_s);
    QTest::keyClicks(m_view->focusWidget(), u"secret"_s);
    QTest::keyClick(m_view->focusWidget(), Qt::Key_Return);
    QCOMPARE(asked.last().at(0).toString(), u"demo"_s);
    m_view->showSignIn();
    QVERIFY(field(u"Login"_s)->isVisible());
    QVERIFY(field(u"Login"_s)->text().isEmpty());
}

} // namespace anteroom

QTEST_MAIN(anteroom::TestSignInView)
#include "tst_signinview.moc"
