// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photo.h"
#include "app/intake/refusals.h"
#include "tests/app/intake/heiccorpus.h"

#include <QTest>

#include <random>

using namespace anteroom::intake;

namespace {

View viewOf(const QByteArray &bytes)
{
    return {reinterpret_cast<const uint8_t *>(bytes.constData()), size_t(bytes.size())};
}

} // namespace

class TestPhotoFuzz : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesMutations_data();
    void survivesMutations();
};

// Broken at random, but the same way each time: nothing crashes, and what is taken keeps nothing it may not
// and stays what it is when it is read once more.
void TestPhotoFuzz::survivesMutations_data()
{
    QTest::addColumn<QList<QByteArray>>("photos");
    QTest::addColumn<int>("rounds");
    QTest::newRow("all") << corpus::all() << 2000;
    QTest::newRow("heic") << QList<QByteArray>{corpus::heic(corpus::picture(64, 64)),
                                               corpus::telephoneHeic(corpus::picture(97, 61), 64)}
                          << 1000;
}

void TestPhotoFuzz::survivesMutations()
{
    QFETCH(QList<QByteArray>, photos);
    QFETCH(int, rounds);
    std::mt19937 random(20240331);
    int taken = 0;
    for (int round = 0; round < rounds; ++round) {
        const QByteArray photo = corpus::broken(photos[qsizetype(random() % quint64(photos.size()))], random);
        const auto examined = examine(viewOf(photo));
        if (!examined) {
            QVERIFY(refusal::find(examined.error()) != nullptr);
            continue;
        }
        ++taken;
        const auto again = examine(examined->photo.bytes);
        QVERIFY2(again, again ? "" : again.error());
        QCOMPARE(again->photo.bytes, examined->photo.bytes);
        QVERIFY(render(examined->photo.bytes, {20, 20}));
    }
    qInfo("%d of %d taken", taken, rounds);
    QVERIFY(taken > rounds / 20);
    QVERIFY(taken < rounds / 2);
}

QTEST_GUILESS_MAIN(TestPhotoFuzz)
#include "tst_photofuzz.moc"
