// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devicerequests/resendrule.h"
#include "app/devicerequests/resendtext.h"

#include <QTest>

#include <random>

using namespace anteroom;
using namespace Qt::StringLiterals;

namespace {

const UtcTime noon = utcFromUs(1'768'478'400'000'000);

template<typename T>
T idOf(int number)
{
    return T::fromTrusted("0198c0de-0000-7000-8000-" + QByteArray::number(number).rightJustified(12, '0'));
}

// ---- the rule, read a second time: by its sentences, over plain lists, without a thought of the first ----

struct Answer
{
    QString words; ///< "202 TEMPLATE to NUMBER", "202 nothing", or the status and the message

    friend bool operator==(const Answer &, const Answer &) = default;
};

QString plainWord(QString word)
{
    return word.toUpper().replace(u'-', u'_');
}

class NaiveRule
{
public:
    explicit NaiveRule(const ResendFacts &facts)
        : f(facts)
    {
    }

    Answer answer() const
    {
        if (!f.request.has_value() || !f.person.has_value())
            return {u"404 Not found"_s};
        if (f.person->isPreperson)
            return {u"202 nothing"_s};
        if (!legalEntityMay())
            return {u"409 Action is not allowed for the legal entity"_s};
        if (plainWord(f.request->status) != u"ACTIVE")
            return {u"409 You can not resend SMS for device request in status "_s + f.request->status};
        QString phone;
        const QString trouble = methodTrouble(phone);
        if (!trouble.isEmpty())
            return {u"409 "_s + trouble};
        const QString late = tooSoon();
        if (!late.isEmpty())
            return {u"429 "_s + late};
        const bool program = !f.request->program.isNull();
        const bool aid = assistive();
        if (program && f.programIsSilent)
            return {u"409 Action is not allowed for the specified medical program"_s};
        if (!program && !(aid ? f.assistiveDeviceRequestsEnabled : f.deviceRequestsEnabled))
            return {u"409 Action is disabled by the configuration"_s};
        QString name = u"CREATE_"_s;
        if (aid)
            name += u"ASSISTIVE_"_s;
        name += u"DEVICE_REQUEST_SMS_TEMPLATE"_s;
        if (!program)
            name += u"_WITHOUT_CODE"_s;
        else if (aid)
            name += u"_WITH_CODE"_s;
        bool needs = false;
        for (int i = 0; i < resendTemplates; ++i) {
            if (name == QLatin1String(templateSetting(ResendTemplate(i))))
                needs = f.needsCode[size_t(i)];
        }
        if (needs && !f.request->hasVerificationCode)
            return {u"409 Can't resend Device request without verification code!"_s};
        return {u"202 "_s + name + u" to "_s + phone};
    }

private:
    bool legalEntityMay() const
    {
        if (!f.legalEntity)
            return false;
        QStringList upper;
        for (const QString &type : f.allowedLegalEntityTypes)
            upper << plainWord(type);
        return upper.contains(plainWord(f.legalEntity->type)) &&
               plainWord(f.legalEntity->status) == u"ACTIVE";
    }

    bool lives(const AuthenticationMethod &m) const
    {
        if (!m.isActive)
            return false;
        if (!m.endedAt.has_value())
            return true;
        return toUs(*m.endedAt) > toUs(f.now);
    }

    // "OTP+38…", "OFFLINE" or nothing: what somebody has of their own.
    QString own(const QVector<AuthenticationMethod> &methods) const
    {
        QString best;
        for (const AuthenticationMethod &m : methods) {
            if (!lives(m))
                continue;
            if (plainWord(m.type) == u"OTP")
                return u"OTP"_s + m.phoneNumber;
            if (plainWord(m.type) == u"OFFLINE")
                best = u"OFFLINE"_s;
        }
        return best;
    }

    bool confidant(const PersonId &who) const
    {
        bool found = false;
        for (const ConfidantRelationship &r : f.relationships) {
            if (!(r.confidant == who) || !r.isActive)
                continue;
            if (r.activeTo.has_value() && toUs(*r.activeTo) <= toUs(f.now))
                continue;
            const QString status = plainWord(r.verificationStatus);
            if (status == u"VERIFIED" || (status == u"VERIFICATION_NEEDED" &&
                                          plainWord(r.verificationReason) == u"MANUAL_CREATED_BY_DOCTOR"))
                found = true;
        }
        return found;
    }

    QString methodTrouble(QString &phone) const
    {
        const QString gone = u"Authentication method doesn't exist or is inactive"_s;
        const QString none = u"Person or third person has no OTP auth method"_s;
        QString outcome;     // as own() says it
        PersonId thirdParty; // whose it is, where it is a third person's
        if (!f.request->informWith.isNull()) {
            bool seen = false;
            for (const AuthenticationMethod &m : f.methods) {
                if (!(m.id == f.request->informWith))
                    continue;
                if (!lives(m))
                    return gone;
                seen = true;
                if (plainWord(m.type) == u"THIRD_PERSON") {
                    thirdParty = m.value.isNull() ? idOf<PersonId>(999) : m.value;
                    outcome = own(f.methodsOfThirdPersons.value(m.value));
                } else if (plainWord(m.type) == u"OTP") {
                    outcome = u"OTP"_s + m.phoneNumber;
                }
            }
            if (!seen)
                return gone;
        } else {
            outcome = own(f.methods);
            for (const QString &wanted : {u"OTP"_s, u"OFFLINE"_s}) {
                for (const AuthenticationMethod &m : f.methods) {
                    if (!outcome.isEmpty() || plainWord(m.type) != u"THIRD_PERSON" || !lives(m))
                        continue;
                    const QString theirs = own(f.methodsOfThirdPersons.value(m.value));
                    if (theirs.startsWith(wanted)) {
                        outcome = theirs;
                        thirdParty = m.value;
                    }
                }
            }
        }
        if (!thirdParty.isNull() && f.checkRelationship && !confidant(thirdParty))
            return gone;
        if (!outcome.startsWith(u"OTP+"))
            return none;
        phone = outcome.mid(3);
        return {};
    }

    QString tooSoon() const
    {
        const qint64 window = f.sendTimeout.count() * 1'000'000;
        QVector<qint64> live;
        for (const UtcTime at : f.attempts) {
            if (toUs(at) > toUs(f.now) - window)
                live << toUs(at);
        }
        if (live.size() < f.maxAttempts)
            return {};
        std::sort(live.begin(), live.end());
        const qint64 next = live.first() + window;
        const qint64 rounded = (next + 999) / 1000 * 1000;
        return u"Next attempt will be available at %1; %2"_s
            .arg(QLatin1String(toIsoMillis(utcFromUs(rounded))))
            .arg((next - toUs(f.now) + 999'999) / 1'000'000);
    }

    bool assistive() const
    {
        QVector<DeviceCode> all = f.classificationTypes;
        if (!f.request->code.isNull())
            all << f.request->code;
        for (const DeviceCode &code : all) {
            for (const DictionaryEntry &entry : f.assistiveDevices) {
                if (entry.system != code.system)
                    continue;
                if (!entry.codes.has_value())
                    return true;
                for (const QString &listed : *entry.codes) {
                    if (listed == code.code)
                        return true;
                }
            }
        }
        return false;
    }

    const ResendFacts &f;
};

// ---- the same said of the first reading ----

Answer answerOf(const ResendFacts &facts)
{
    const ResendDecision decision = decideResend(facts);
    if (decision.kind == ResendDecision::Kind::Nothing)
        return {u"202 nothing"_s};
    if (decision.kind == ResendDecision::Kind::Send)
        return {
            u"202 %1 to %2"_s.arg(QLatin1String(templateSetting(decision.words)), decision.phone->number)};
    static const QHash<QByteArray, QString> words{
        {"device_request.unknown", u"404 Not found"_s},
        {"device_request.person_unknown", u"404 Not found"_s},
        {"device_request.legal_entity", u"409 Action is not allowed for the legal entity"_s},
        {"device_request.status", u"409 You can not resend SMS for device request in status %1"_s},
        {"device_request.method_inactive", u"409 Authentication method doesn't exist or is inactive"_s},
        {"device_request.no_otp", u"409 Person or third person has no OTP auth method"_s},
        {"device_request.too_soon", u"429 Next attempt will be available at %1; %2"_s},
        {"device_request.program_silent", u"409 Action is not allowed for the specified medical program"_s},
        {"device_request.sms_disabled", u"409 Action is disabled by the configuration"_s},
        {"device_request.code_missing", u"409 Can't resend Device request without verification code!"_s},
    };
    const Error &error = *decision.refusal;
    QString text = words.value(error.reason);
    if (error.is("device_request.status"))
        text = text.arg(error.data.value("status"_L1).toString());
    if (error.is("device_request.too_soon"))
        text = text.arg(error.data.value("nextAttempt"_L1).toString())
                   .arg((error.data.value("retryAfterMs"_L1).toInteger() + 999) / 1000);
    return {text};
}

// ---- cases by chance ----

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_engine(seed)
    {
    }
    int below(int end) { return int(m_engine() % quint32(end)); }
    bool once(int in) { return below(in) == 0; }
    template<typename T>
    T of(std::initializer_list<T> choices)
    {
        return *(choices.begin() + below(int(choices.size())));
    }
    // Around now, to the microsecond.
    UtcTime time()
    {
        return noon + std::chrono::microseconds(of<qint64>({-90'000'000, -1, 0, 1, 90'000'000}));
    }

private:
    std::mt19937 m_engine;
};

QVector<AuthenticationMethod> someMethods(Chance &chance, const PersonId &person, int &next)
{
    QVector<AuthenticationMethod> methods;
    for (int left = chance.below(4); left > 0; --left) {
        AuthenticationMethod m;
        m.id = idOf<AuthenticationMethodId>(next++);
        m.person = person;
        m.type = chance.of<QString>(
            {u"OTP"_s, u"otp"_s, u"OFFLINE"_s, u"THIRD_PERSON"_s, u"third-person"_s, u"NA"_s});
        if (!chance.once(6))
            m.phoneNumber = u"+38050%1"_s.arg(1'000'000 + next);
        if (!chance.once(6))
            m.value = idOf<PersonId>(chance.below(4));
        m.isActive = !chance.once(6);
        if (chance.once(3))
            m.endedAt = chance.time();
        methods << m;
    }
    return methods;
}

DeviceCode someCode(Chance &chance)
{
    return {chance.of<QString>({u"a"_s, u"b"_s}), chance.of<QString>({u"1"_s, u"2"_s, u"3"_s})};
}

void addMethods(Chance &chance, ResendFacts &f)
{
    int next = 100;
    f.methods = someMethods(chance, idOf<PersonId>(0), next);
    for (int who = 1; who < 4; ++who)
        f.methodsOfThirdPersons.insert(idOf<PersonId>(who), someMethods(chance, idOf<PersonId>(who), next));
    for (int left = chance.below(4); left > 0; --left)
        f.relationships << ConfidantRelationship{
            idOf<PersonId>(0),
            idOf<PersonId>(1 + chance.below(3)),
            !chance.once(5),
            chance.once(3) ? std::optional(chance.time()) : std::nullopt,
            chance.of<QString>({u"VERIFIED"_s, u"verified"_s, u"VERIFICATION_NEEDED"_s, u"NOT_VERIFIED"_s}),
            chance.of<QString>({QString(), u"MANUAL_CREATED_BY_DOCTOR"_s, u"INITIAL"_s})};
    if (chance.once(2) && !f.methods.isEmpty())
        f.request->informWith = f.methods.at(chance.below(int(f.methods.size()))).id;
    else if (chance.once(10))
        f.request->informWith = idOf<AuthenticationMethodId>(100 + chance.below(20));
}

ResendFacts someFacts(Chance &chance)
{
    ResendFacts f;
    f.now = noon;
    f.sendTimeout = std::chrono::seconds(chance.of<int>({0, 1, 60, 90}));
    f.maxAttempts = 1 + chance.below(3);
    f.checkRelationship = !chance.once(3);
    f.deviceRequestsEnabled = !chance.once(4);
    f.assistiveDeviceRequestsEnabled = !chance.once(4);
    f.allowedLegalEntityTypes =
        chance.once(5) ? QStringList{u"emergency"_s} : QStringList{u"MSP"_s, u"PRIMARY-CARE"_s};
    for (bool &needs : f.needsCode)
        needs = chance.once(2);
    if (chance.once(20))
        return f;
    f.request.emplace();
    f.request->id = idOf<DeviceRequestId>(1);
    f.request->patient = idOf<PersonId>(0);
    f.request->status = chance.once(8) ? u"completed"_s : chance.of<QString>({u"active"_s, u"ACTIVE"_s});
    f.request->hasVerificationCode = !chance.once(4);
    if (chance.once(2))
        f.request->program = idOf<MedicalProgramId>(1);
    if (!chance.once(20))
        f.person = Person{idOf<PersonId>(0), {}, {}, chance.once(15)};
    if (!chance.once(12))
        f.legalEntity =
            LegalEntity{idOf<LegalEntityId>(1),
                        chance.of<QString>({u"primary_care"_s, u"PRIMARY_CARE"_s, u"msp"_s, u"PHARMACY"_s}),
                        chance.of<QString>({u"ACTIVE"_s, u"active"_s, u"Active"_s, u"CLOSED"_s})};
    addMethods(chance, f);
    for (int left = chance.below(4); left > 0; --left)
        f.attempts << noon - f.sendTimeout +
                          std::chrono::microseconds(chance.of<qint64>({-1, 0, 1, 12'345, 30'000'000}));
    f.programIsSilent = chance.once(4);
    if (chance.once(2))
        f.request->code = someCode(chance);
    for (int left = chance.below(3); left > 0; --left)
        f.classificationTypes << someCode(chance);
    for (int left = chance.below(3); left > 0; --left)
        f.assistiveDevices << DictionaryEntry{chance.of<QString>({u"a"_s, u"b"_s}),
                                              chance.once(4) ? std::nullopt
                                                             : std::optional(QStringList{u"2"_s})};
    return f;
}

} // namespace

/// The decision: against a second reading, and at the edges of time.
class TestResendRule final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithASecondReading();
    void opensTheWindowToTheMicrosecond_data();
    void opensTheWindowToTheMicrosecond();
    void saysWhenToComeBack_data();
    void saysWhenToComeBack();
    void comparesWords();
    void masksNumbers_data();
    void masksNumbers();
    void fillsTexts_data();
    void fillsTexts();
};

void TestResendRule::agreesWithASecondReading()
{
    QHash<QString, int> seen;
    for (quint32 seed = 1; seed <= 40'000; ++seed) {
        Chance chance(seed);
        const ResendFacts facts = someFacts(chance);
        const QString first = answerOf(facts).words;
        const QString second = NaiveRule(facts).answer().words;
        QVERIFY2(first == second,
                 qPrintable(u"case %1: \"%2\", read again \"%3\""_s.arg(seed).arg(first, second)));
        QString kind = first.section(u" to "_s, 0, 0).section(u"; "_s, 0, 0);
        ++seen[kind.startsWith(u"429") ? u"429"_s : kind];
    }
    // Chance reached every end of the rule, none by a hair.
    QCOMPARE(seen.size(), 14);
    for (auto it = seen.cbegin(); it != seen.cend(); ++it)
        QVERIFY2(*it >= 50, qPrintable(u"%1: %2"_s.arg(it.key()).arg(*it)));
}

void TestResendRule::opensTheWindowToTheMicrosecond_data()
{
    QTest::addColumn<qint64>("attemptUs"); // before now, in microseconds
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<bool>("sent");
    QTest::newRow("a microsecond early") << qint64(59'999'999) << 1 << 1 << false;
    QTest::newRow("on time") << qint64(60'000'000) << 1 << 1 << true;
    QTest::newRow("a microsecond late") << qint64(60'000'001) << 1 << 1 << true;
    QTest::newRow("at once") << qint64(0) << 1 << 1 << false;
    QTest::newRow("the second of two") << qint64(0) << 2 << 1 << true;
    QTest::newRow("the third of two") << qint64(0) << 2 << 2 << false;
    QTest::newRow("the third of two, later") << qint64(60'000'000) << 2 << 2 << true;
}

void TestResendRule::opensTheWindowToTheMicrosecond()
{
    QFETCH(qint64, attemptUs);
    QFETCH(int, most);
    QFETCH(int, attempts);
    QFETCH(bool, sent);
    ResendFacts facts;
    facts.now = noon;
    facts.request.emplace();
    facts.request->status = u"active"_s;
    facts.person.emplace();
    facts.legalEntity = LegalEntity{{}, u"MSP"_s, u"ACTIVE"_s};
    facts.allowedLegalEntityTypes = {u"MSP"_s};
    facts.methods = {{idOf<AuthenticationMethodId>(1), {}, u"OTP"_s, u"+380501234567"_s, {}, true, {}, noon}};
    facts.maxAttempts = most;
    facts.attempts.fill(noon - std::chrono::microseconds(attemptUs), attempts);
    const ResendDecision decision = decideResend(facts);
    QCOMPARE(decision.kind == ResendDecision::Kind::Send, sent);
    QCOMPARE(decision.nextAttempt.has_value(), !sent);
    QVERIFY(decision.phone); // also where it has to wait
}

void TestResendRule::saysWhenToComeBack_data()
{
    QTest::addColumn<qint64>("attemptUs"); // relative to noon
    QTest::addColumn<QString>("next");
    QTest::addColumn<int>("seconds");
    QTest::newRow("whole") << qint64(0) << u"2026-01-15T12:01:00.000Z"_s << 60;
    QTest::newRow("a microsecond more") << qint64(-59'999'999) << u"2026-01-15T12:00:00.001Z"_s << 1;
    QTest::newRow("up to the millisecond") << qint64(-1'000'001) << u"2026-01-15T12:00:59.000Z"_s << 59;
    QTest::newRow("up to the second") << qint64(-500'000) << u"2026-01-15T12:00:59.500Z"_s << 60;
}

void TestResendRule::saysWhenToComeBack()
{
    QFETCH(qint64, attemptUs);
    QFETCH(QString, next);
    QFETCH(int, seconds);
    ResendFacts facts;
    facts.now = noon;
    facts.request.emplace();
    facts.request->status = u"active"_s;
    facts.person.emplace();
    facts.legalEntity = LegalEntity{{}, u"MSP"_s, u"ACTIVE"_s};
    facts.allowedLegalEntityTypes = {u"MSP"_s};
    facts.methods = {{idOf<AuthenticationMethodId>(1), {}, u"OTP"_s, u"+380501234567"_s, {}, true, {}, noon}};
    facts.attempts = {noon + std::chrono::microseconds(attemptUs)};
    const ResendDecision decision = decideResend(facts);
    QVERIFY(decision.refusal);
    QCOMPARE(decision.refusal->data.value("nextAttempt"_L1).toString(), next);
    QCOMPARE((decision.refusal->data.value("retryAfterMs"_L1).toInteger() + 999) / 1000, seconds);
    QCOMPARE(*decision.nextAttempt, facts.attempts.first() + std::chrono::seconds(60));
}

void TestResendRule::comparesWords()
{
    QVERIFY(isSameWord(u"THIRD_PERSON", u"third-person"));
    QVERIFY(isSameWord(u"third-Person", u"Third_person"));
    QVERIFY(!isSameWord(u"THIRD_PERSON", u"THIRD PERSON"));
    QVERIFY(!isSameWord(u"OTP", u"OTPS"));
    QVERIFY(isSameWord(QString(), u""));
}

void TestResendRule::masksNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("masked");
    QTest::newRow("Ukrainian") << u"+380931234585"_s << u"+38093*****85"_s;
    QTest::newRow("longer") << u"+38093123458512"_s << u"+38093*******12"_s;
    QTest::newRow("shorter") << u"+4712345678"_s << u"+471*****78"_s;
    QTest::newRow("shortest") << u"+1234567"_s << u"+*****67"_s;
    QTest::newRow("less") << u"123456"_s << u"*****6"_s;
    QTest::newRow("hardly any") << u"123"_s << u"***"_s;
    QTest::newRow("none") << QString() << QString();
}

void TestResendRule::masksNumbers()
{
    QFETCH(QString, number);
    QFETCH(QString, masked);
    QCOMPARE(maskedPhone(number), masked);
}

void TestResendRule::fillsTexts_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("text");
    QTest::newRow("both") << u"No <request_number>, code <verification_code>."_s
                          << u"No 12-34, code <request_number>."_s;
    QTest::newRow("twice") << u"<request_number><request_number>"_s << u"12-3412-34"_s;
    QTest::newRow("none") << u"a < b"_s << u"a < b"_s;
    QTest::newRow("at the end") << u"x<"_s << u"x<"_s;
}

void TestResendRule::fillsTexts()
{
    QFETCH(QString, words);
    QFETCH(QString, text);
    QCOMPARE(filledText(words, u"12-34"_s, u"<request_number>"_s), text);
}

QTEST_GUILESS_MAIN(TestResendRule)
#include "tst_resendrule.moc"
