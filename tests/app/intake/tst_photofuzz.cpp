// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photo.h"
#include "app/intake/refusals.h"
#include "tests/app/intake/corpus.h"

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
    void survivesMutations();
};

// Broken at random, but the same way each time: nothing crashes, and what is taken keeps nothing it may not
// and stays what it is when it is read once more.
void TestPhotoFuzz::survivesMutations()
{
    constexpr int rounds = 2000;
    const QList<QByteArray> photos = corpus::all();
    std::mt19937 random(20240331);
    const auto below = [&](qsizetype limit) { return qsizetype(random() % quint64(limit)); };
    int taken = 0;
    for (int round = 0; round < rounds; ++round) {
        QByteArray photo = photos[below(photos.size())];
        // Headers are where the decisions fall, so half of the blows go there.
        const auto place = [&] {
            return below(random() % 2 == 0 ? qMin<qsizetype>(photo.size(), 200) : photo.size());
        };
        for (int blows = 1 + int(below(4)); blows > 0 && photo.size() > 8; --blows) {
            const qsizetype at = place();
            switch (random() % 6) {
            case 0:
                photo[at] = char(random());
                break;
            case 1:
                photo[at] = char(photo[at] ^ (1 << below(8)));
                break;
            case 2:
                photo.remove(at, below(40));
                break;
            case 3:
                photo.insert(at, photo.mid(place(), below(300)));
                break;
            case 4:
                photo.replace(at, 4, QByteArray(4, random() % 2 == 0 ? '\xFF' : '\0'));
                break;
            default:
                photo.truncate(at + 1);
            }
        }
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
