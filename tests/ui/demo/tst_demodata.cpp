// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/photointake.h"
#include "app/teleconsultations/teleconsultationservice.h"
#include "tests/support/scratchconsole.h"
#include "ui/demo/democonsultations.h"
#include "ui/demo/demodata.h"

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestDemoData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Whatever the day and the hour: some over, one with people in it, one open, some ready, one incomplete.
    void theWeekOfTeleconsultationsHasEveryPhase()
    {
        ScratchConsole console;
        const auto host = loadDemoData(console.clinic(), PhotoIntake::findHelper());
        QVERIFY2(host, host ? "" : host.error().reason);
        const auto all = list(console);
        QHash<TeleconsultationPhase, int> phases;
        int hosted = 0;
        const UtcTime now = console.clinic().clock().now();
        for (const Teleconsultation &t : all) {
            ++phases[console.clinic().teleconsultations().phaseOf(t, now)];
            hosted += t.participant(QString::fromLatin1(host->id.text())) != nullptr;
            for (const Participant &p : t.participants)
                QVERIFY2(!p.fullName.trimmed().isEmpty(), t.id.text().constData());
        }
        for (const auto phase :
             {TeleconsultationPhase::Ended, TeleconsultationPhase::Running, TeleconsultationPhase::Open,
              TeleconsultationPhase::Ready, TeleconsultationPhase::Incomplete})
            QVERIFY2(phases.value(phase) > 0, qPrintable(QString::number(int(phase))));
        QVERIFY(hosted > all.size() / 2);

        const auto again = addDemoConsultations(console.clinic(), *host);
        QVERIFY2(again, again ? "" : again.error().reason);
        QCOMPARE(list(console).size(), all.size());
    }

private:
    static QVector<Teleconsultation> list(ScratchConsole &console)
    {
        return console
            .read([&](Transaction &tx) {
                return console.clinic().teleconsultations().list(tx, ScratchConsole::actor()(), {}, {},
                                                                 {.limit = 200});
            })
            .items;
    }
};

QTEST_MAIN(TestDemoData)
#include "tst_demodata.moc"
