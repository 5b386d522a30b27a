// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinic.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace anteroom;

/// The whole of a clinic, as the programs start and end it.
class TestClinic final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWhatItStarted();
    void endsWithoutHavingStarted();

private:
    static Result<std::unique_ptr<Clinic>> open(const QTemporaryDir &dir, const Clock &clock)
    {
        return Clinic::open({.dataDir = dir.path(), .environment = {}}, clock);
    }

    SystemClock m_clock;
};

void TestClinic::endsWhatItStarted()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QObject::|QThread|QTimer")));
    const QTemporaryDir dir;
    for (int times = 0; times < 3; ++times) { // the folder is free again each time
        auto clinic = open(dir, m_clock);
        QVERIFY(clinic);
        (*clinic)->startDelivery();
    }
}

void TestClinic::endsWithoutHavingStarted()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("QObject::|QThread|QTimer")));
    const QTemporaryDir dir;
    QVERIFY(open(dir, m_clock));
    QVERIFY(open(dir, m_clock));
}

QTEST_GUILESS_MAIN(TestClinic)
#include "tst_clinic.moc"
