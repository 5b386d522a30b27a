// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filerequests/prompttemplates.h"
#include "tests/support/scratchclinic.h"

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestPromptTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewClinicHasSomeInEveryLanguage()
    {
        ScratchStore store;
        const auto all = list(store);
        QCOMPARE(all.size(), 4);
        for (const PromptTemplate &each : all)
            QCOMPARE(each.texts.size(), 3);
        QCOMPARE(all.at(1).in(Language::English, Language::English).name, u"Wound"_s);
        QVERIFY(all.at(1).in(Language::Italian, Language::English).prompt.contains(u"ferita"_s));
    }

    void aMissingLanguageFallsBack()
    {
        PromptTemplate each;
        each.texts.insert(Language::Italian, {u"Neo"_s, u"Fotografi il neo."_s});
        QCOMPARE(each.in(Language::Ukrainian, Language::English).name, u"Neo"_s);
        each.texts.insert(Language::English, {u"Mole"_s, u"A photo, please."_s});
        QCOMPARE(each.in(Language::Ukrainian, Language::English).name, u"Mole"_s);
        QCOMPARE(each.in(Language::Italian, Language::English).name, u"Neo"_s);
    }

    void anAdministratorPutsOthersInTheirPlace()
    {
        ScratchStore store;
        PromptTemplate one;
        one.texts.insert(Language::Ukrainian, {u"Око"_s, u"Сфотографуйте око."_s});
        PromptTemplate two;
        two.texts.insert(Language::English, {u"Eye"_s, u"A photo of your eye, please."_s});
        QVERIFY(replace(store, admin(), {one, two}));
        const auto all = list(store);
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).texts.value(Language::Ukrainian).name, u"Око"_s);
        QCOMPARE(all.at(1).texts.value(Language::English).name, u"Eye"_s);
        QCOMPARE(store.number("SELECT count(*) FROM audit WHERE action = 'prompt_template.change'"), 1);
    }

    void badOnesAreRefusedAndNothingChanges()
    {
        ScratchStore store;
        PromptTemplate nameless;
        nameless.texts.insert(Language::English, {u" "_s, u"A photo, please."_s});
        QCOMPARE(replace(store, admin(), {nameless}).error().reason, "prompt_template.empty"_ba);
        PromptTemplate longOne;
        longOne.texts.insert(Language::English, {u"Eye"_s, QString(2001, u'x')});
        QCOMPARE(replace(store, admin(), {longOne}).error().reason, "prompt_template.too_long"_ba);
        QCOMPARE(replace(store, admin(), {PromptTemplate{}}).error().reason, "prompt_template.empty"_ba);
        PromptTemplate good;
        good.texts.insert(Language::English, {u"Eye"_s, QString(2000, u'x')});
        QCOMPARE(replace(store, admin(), QVector<PromptTemplate>(21, good)).error().reason,
                 "prompt_template.too_many"_ba);
        QCOMPARE(replace(store, ScratchClinic::staff(), {good}).error().code, ErrorCode::Forbidden);
        QCOMPARE(list(store).size(), 4);
        QVERIFY(replace(store, admin(), {good}));
    }

private:
    static Actor admin()
    {
        Actor actor = ScratchClinic::staff();
        actor.role = Actor::Role::Admin;
        return actor;
    }

    static QVector<PromptTemplate> list(ScratchStore &store)
    {
        return store.read([](Transaction &tx) { return PromptTemplates::list(tx); });
    }

    static Result<void> replace(ScratchStore &store, const Actor &actor,
                                const QVector<PromptTemplate> &templates)
    {
        return store.store().writeNow(
            [&](WriteTransaction &tx) { return PromptTemplates::replace(tx, actor, templates); });
    }
};

QTEST_GUILESS_MAIN(TestPromptTemplates)
#include "tst_prompttemplates.moc"
