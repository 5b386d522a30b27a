// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storage/keyring.h"

#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;
using namespace Qt::StringLiterals;

/// The desktop's keyring as the console uses it: run by keyringsession.sh on a bus and in a home of its own,
/// with a real gnome-keyring that is unlocked.
class TestDesktopKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsAreKeptListedAndForgotten()
    {
        QTemporaryDir dir;
        const auto keyring = Keyring::ofDesktop(dir.path());
        const auto none = keyring->read(u"smtp-password"_s);
        QVERIFY2(none, none ? "" : none.error().reason);
        QVERIFY(none->isNull());
        const QByteArray secret("pa\0ss", 5);
        QVERIFY(keyring->write(u"smtp-password"_s, secret));
        QCOMPARE(keyring->read(u"smtp-password"_s).value(), secret);
        QCOMPARE(keyring->names().value(), QStringList{u"smtp-password"_s});
        QVERIFY(keyring->write(u"smtp-password"_s, QByteArray()));
        QVERIFY(keyring->read(u"smtp-password"_s)->isNull());
        QVERIFY(keyring->names()->isEmpty());
    }

    void twoFoldersDoNotShareAKey()
    {
        QTemporaryDir one, two;
        const auto first = Keyring::ofDesktop(one.path());
        const auto second = Keyring::ofDesktop(two.path());
        QVERIFY(masterKey(*first, true));
        QVERIFY(masterKey(*second, false).error().is("keyring.key_missing"));
        QVERIFY(masterKey(*first, false));
    }
};

QTEST_GUILESS_MAIN(TestDesktopKeyring)
#include "tst_desktopkeyring.moc"
