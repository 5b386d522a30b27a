// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include "app/settings/secrets.h"
#include "app/storage/store.h"
#include "tests/support/manualclock.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace anteroom;
using namespace Qt::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void registryIsSound();
    void defaultsAndPrecedence();
    void ofAccounts();
    void checks_data();
    void checks();
    void filesMustBeReadable();
    void aLogoIsASmallPicture();
    void refusedValuesAreNotWritten();
    void clinicianMayNot();
    void secretsStayOutOfTheStore();
    void environmentIsChecked();
    void readersWhileChanging();

private:
    Result<void> write(QByteArrayView name, const QString &value);
    void load(Settings &settings);

    QTemporaryDir m_dir;
    ManualClock m_clock;
    std::unique_ptr<Store> m_store;
    int m_run = 0;
};

void TestSettings::init()
{
    auto store = Store::open(m_dir.filePath(u"%1.db"_s.arg(++m_run)), m_clock);
    QVERIFY(store);
    m_store = *std::move(store);
}

void TestSettings::cleanup()
{
    m_store.reset();
}

Result<void> TestSettings::write(QByteArrayView name, const QString &value)
{
    return m_store->writeNow(
        [&](WriteTransaction &tx) { return Settings::write(tx, Actor::system("command"), name, value); });
}

void TestSettings::load(Settings &settings)
{
    QVERIFY(m_store->readNow([&](Transaction &tx) -> Result<bool> {
        settings.load(tx);
        return true;
    }));
}

void TestSettings::registryIsSound()
{
    QSet<QByteArray> seen;
    for (const SettingKey &key : settingKeys()) {
        QVERIFY2(!seen.contains(key.name), key.name);
        seen.insert(key.name);
        QCOMPARE(settingKey(key.name), &key);
        QVERIFY(!QByteArray(key.name).contains("__"));
        if (key.defaultValue) {
            QVERIFY2(checkSetting(key.name, QString::fromUtf8(key.defaultValue)), key.name);
            QVERIFY2(key.type != SettingKey::Type::Secret, key.name);
        }
        if (key.type == SettingKey::Type::Boolean)
            QVERIFY2(key.defaultValue, key.name);
        QCOMPARE(key.type == SettingKey::Type::Choice, key.choices != nullptr);
    }
    // What the customer's documents and the contract name.
    for (const char *name :
         {"IMMUTABLE_PERIOD_MS", "DR_SEND_TIMEOUT", "DR_MAX_ATTEMPTS_COUNT", "USERID_HEADER_KEY",
          "ME_ALLOWED_TRANSACTIONS_LE_TYPES", "CREATE_DEVICE_REQUEST_SMS_TEMPLATE",
          "THIRD_PERSON_CONFIDANT_PERSON_RELATIONSHIP_CHECK", "AUTH0_MANAGEMENT_TOKEN",
          "ANTEROOM_FILES_BODY_LIMIT", "ANTEROOM_SMS_SUCCESS_PATTERN", "BANDYER_API_SECRET_KEY"})
        QVERIFY2(settingKey(name), name);
}

void TestSettings::defaultsAndPrecedence()
{
    Settings settings({{"DR_SEND_TIMEOUT"_ba, u"7"_s}});
    QCOMPARE(settings.integer("DR_MAX_ATTEMPTS_COUNT"), 1);
    QCOMPARE(settings.integer("DR_SEND_TIMEOUT"), 7);
    QVERIFY(settings.flag("DEVICE_REQUESTS_SMS_ENABLED"));
    QVERIFY(settings.text("ANTEROOM_PUBLIC_URL").isNull());
    QVERIFY(settings.text("CREATE_DEVICE_REQUEST_SMS_TEMPLATE").contains(u"<verification_code>"));

    QVERIFY(write("DR_SEND_TIMEOUT", u"90"_s));
    QVERIFY(write("DR_MAX_ATTEMPTS_COUNT", u"3"_s));
    QVERIFY(write("DEVICE_REQUESTS_SMS_ENABLED", u"false"_s));
    load(settings);
    QCOMPARE(settings.integer("DR_SEND_TIMEOUT"), 7); // the environment wins
    QVERIFY(settings.isFromEnvironment("DR_SEND_TIMEOUT"));
    QCOMPARE(settings.integer("DR_MAX_ATTEMPTS_COUNT"), 3);
    QVERIFY(!settings.flag("DEVICE_REQUESTS_SMS_ENABLED"));

    QVERIFY(write("DR_MAX_ATTEMPTS_COUNT", {}));
    QVERIFY(write("DEVICE_REQUESTS_SMS_ENABLED", u""_s));
    load(settings);
    QCOMPARE(settings.integer("DR_MAX_ATTEMPTS_COUNT"), 1);
    QVERIFY(settings.flag("DEVICE_REQUESTS_SMS_ENABLED"));
}

void TestSettings::ofAccounts()
{
    Settings settings({{"ANTEROOM_SMS_URL__9"_ba, u"https://nine.example/"_s}});
    QVERIFY(write("ANTEROOM_SMS_PROVIDER__12", u"http"_s));
    QVERIFY(write("ANTEROOM_SMS_URL__12", u"http://10.0.0.5:13013/cgi-bin/sendsms?to={to}&text={text}"_s));
    load(settings);
    QCOMPARE(settings.text("ANTEROOM_SMS_PROVIDER", u"12"_s), u"http"_s);
    QCOMPARE(settings.text("ANTEROOM_SMS_PROVIDER", u"13"_s), u"sandbox"_s);
    QCOMPARE(settings.text("ANTEROOM_SMS_PROVIDER"), u"sandbox"_s);
    QCOMPARE(settings.text("ANTEROOM_SMS_URL", u"9"_s), u"https://nine.example/"_s);
    QCOMPARE(settings.accountKeys(),
             (QList<QByteArray>{"ANTEROOM_SMS_PROVIDER__12", "ANTEROOM_SMS_URL__12", "ANTEROOM_SMS_URL__9"}));
    QVERIFY(!settingKey("ANTEROOM_PUBLIC_URL__12"));
    QVERIFY(!settingKey("ANTEROOM_SMS_URL__"));
    QVERIFY(!settingKey("ANTEROOM_SMS_URL__a b"));
}

void TestSettings::checks_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("reason"); // empty: it will do
    const auto row = [](const char *key, const QString &value, const char *reason = "") {
        QTest::addRow("%s=%s", key, qUtf8Printable(value.left(40)))
            << QByteArray(key) << value << QByteArray(reason);
    };
    row("NO_SUCH_KEY", u"1"_s, "setting.unknown");
    row("anteroom_public_url", u"https://x.example"_s, "setting.unknown");
    row("DR_MAX_ATTEMPTS_COUNT", u"0"_s, "setting.too_small");
    row("DR_MAX_ATTEMPTS_COUNT", u"-1"_s, "setting.too_small");
    row("DR_MAX_ATTEMPTS_COUNT", u"one"_s, "setting.not_a_number");
    row("DR_MAX_ATTEMPTS_COUNT", u"1.5"_s, "setting.not_a_number");
    row("DR_MAX_ATTEMPTS_COUNT", u"99999999999999999999"_s, "setting.not_a_number");
    row("DR_MAX_ATTEMPTS_COUNT", u"5"_s);
    row("ANTEROOM_HTTP_HEAD_BYTES", u"1000000"_s, "setting.too_large");
    row("ANTEROOM_WEBHOOKS_ENABLED", u"yes"_s, "setting.not_a_boolean");
    row("ANTEROOM_WEBHOOKS_ENABLED", u"True"_s, "setting.not_a_boolean");
    row("ANTEROOM_SMS_PROVIDER", u"twilio"_s, "setting.not_a_choice");
    row("ANTEROOM_PUBLIC_URL", u"https://clinic.example"_s);
    row("ANTEROOM_PUBLIC_URL", u"http://127.0.0.1:8081"_s);
    row("ANTEROOM_PUBLIC_URL", u"clinic.example"_s, "setting.not_a_url");
    row("ANTEROOM_PUBLIC_URL", u"ftp://clinic.example"_s, "setting.not_a_url");
    row("ANTEROOM_PUBLIC_URL", u"https://"_s, "setting.not_a_url");
    row("ANTEROOM_PUBLIC_URL", u"https://a:b@clinic.example"_s, "setting.not_a_url");
    row("ANTEROOM_PUBLIC_URL", u"https://clinic.example/?a=1"_s, "setting.not_a_url");
    row("ANTEROOM_PUBLIC_URL", u"https://clinic.example/#a"_s, "setting.not_a_url");
    row("BANDYER_BASE_URL", u"http://video.example"_s, "setting.url_not_secure");
    row("BANDYER_BASE_URL", u"http://127.0.0.1:9"_s);
    row("BANDYER_BASE_URL", u"http://[::1]:9/x"_s);
    row("ANTEROOM_SMS_URL", u"https://sms.example/?to={to}&text={text}"_s);
    row("ANTEROOM_SMS_URL", u"sms.example"_s, "setting.not_a_url");
    row("ANTEROOM_SMTP_URL", u"smtp://mail.example:587"_s);
    row("ANTEROOM_SMTP_URL", u"https://mail.example"_s, "setting.not_an_smtp_url");
    row("ANTEROOM_TRUSTED_PROXIES", u"10.0.0.0/8, ::1 192.168.1.7"_s);
    row("ANTEROOM_TRUSTED_PROXIES", u"10.0.0.0/33"_s, "setting.not_a_cidr");
    row("ANTEROOM_TRUSTED_PROXIES", u"proxy.example"_s, "setting.not_a_cidr");
    row("ANTEROOM_TRUSTED_PROXIES", u"10.0.0.0/8,x"_s, "setting.not_a_cidr");
    row("ANTEROOM_TIME_ZONE", u"Europe/Rome"_s);
    row("ANTEROOM_TIME_ZONE", u"Europe/Atlantis"_s, "setting.not_a_time_zone");
    row("ANTEROOM_LISTEN", u"0.0.0.0:0"_s);
    row("ANTEROOM_LISTEN", u"[::]:8080"_s);
    row("ANTEROOM_LISTEN", u"8080"_s, "setting.not_an_address");
    row("ANTEROOM_LISTEN", u"127.0.0.1:70000"_s, "setting.not_an_address");
    row("ANTEROOM_LISTEN", u"::1:8080"_s, "setting.not_an_address");
    row("ANTEROOM_CLAMD", u"/run/clamav/clamd.ctl"_s);
    row("ANTEROOM_CLAMD", u"127.0.0.1:3310"_s);
    row("ANTEROOM_CLAMD", u"unix:/run/clamav/clamd.ctl"_s);
    row("ANTEROOM_CLAMD", u"tcp://clamd.example.org:3310"_s);
    row("ANTEROOM_CLAMD", u"unix:relative"_s, "setting.not_a_scanner");
    row("ANTEROOM_CLAMD", u"tcp:///run/clamd"_s, "setting.not_a_scanner");
    row("ANTEROOM_CLAMD", u"clamd"_s, "setting.not_a_scanner");
    row("ANTEROOM_MAIL_FROM", u"Clinic <no-reply@clinic.example>"_s);
    row("ANTEROOM_MAIL_FROM", u"a@b.example"_s);
    row("ANTEROOM_MAIL_FROM", u"nobody"_s, "setting.not_a_mail_address");
    row("ANTEROOM_MAIL_FROM", u"Олена <олена@example.org>"_s, "setting.not_a_mail_address");
    row("ANTEROOM_MAIL_FROM", u"a@example.org\nBcc: b@example.org"_s, "setting.not_a_mail_address");
    row("ANTEROOM_SMS_HEADERS", u"Authorization: Basic eDp5\nX-A: b"_s);
    row("ANTEROOM_SMS_HEADERS", u"nonsense"_s, "setting.not_headers");
    row("ANTEROOM_SMS_SUCCESS_PATTERN", u"^OK ["_s, "setting.not_a_pattern");
    row("ANTEROOM_WEBHOOK_SECRET", u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s);
    row("ANTEROOM_WEBHOOK_SECRET", u"whsec_MfKQ"_s, "setting.not_a_webhook_secret");
    row("ANTEROOM_WEBHOOK_SECRET", u"secret"_s, "setting.not_a_webhook_secret");
    row("ANTEROOM_TURN_URL", u"turn:turn.example:3478?transport=udp turns:turn.example"_s);
    row("ANTEROOM_TURN_URL", u"https://turn.example"_s, "setting.not_a_turn_url");
    row("AUTH0_DOMAIN", u"clinic.eu.auth0.com"_s);
    row("AUTH0_DOMAIN", u"http://clinic.example"_s, "setting.url_not_secure");
    row("USERID_HEADER_KEY", u"x user"_s, "setting.not_a_header_name");
    row("ME_ALLOWED_TRANSACTIONS_LE_TYPES", u"MSP, PRIMARY_CARE"_s);
    row("ME_ALLOWED_TRANSACTIONS_LE_TYPES", u",,"_s, "setting.not_a_list");
    row("ANTEROOM_CLINIC_NAME", QString(10'001, u'x'), "setting.too_long");
    row("ANTEROOM_CLINIC_NAME", u"a\u0007b"_s, "setting.control_character");
}

void TestSettings::checks()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, reason);
    const auto good = checkSetting(key, value);
    QCOMPARE(good ? QByteArray() : QByteArray(good.error().reason), reason);
    if (!good)
        QCOMPARE(good.error().data.value(u"key"_s).toString(), QString::fromUtf8(key));
}

void TestSettings::filesMustBeReadable()
{
    const QString path = m_dir.filePath(u"cert.pem"_s);
    QVERIFY(checkSetting("ANTEROOM_TLS_CERT", path).error().is("setting.file_unreadable"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(checkSetting("ANTEROOM_TLS_CERT", path));
    QVERIFY(checkSetting("ANTEROOM_TLS_CERT", m_dir.path()).error().is("setting.file_unreadable"));
    QVERIFY(checkSetting("ANTEROOM_TLS_CERT", u"cert.pem"_s).error().is("setting.file_not_absolute"));
}

void TestSettings::aLogoIsASmallPicture()
{
    const QString path = m_dir.filePath(u"logo"_s);
    const auto reasonFor = [&](const QByteArray &content) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            return QByteArray("not written");
        file.write(content);
        file.close();
        const auto good = checkSetting("ANTEROOM_CLINIC_LOGO", path);
        return good ? QByteArray() : QByteArray(good.error().reason);
    };
    const QByteArray svg = "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"><g/></svg>";
    QCOMPARE(reasonFor(svg), QByteArray());
    QCOMPARE(reasonFor("\x89PNG\r\n\x1a\n"), QByteArray());
    QCOMPARE(reasonFor("<html></html>"), "setting.not_a_logo");
    QCOMPARE(reasonFor(svg.chopped(6)), "setting.not_a_logo");
    QCOMPARE(reasonFor("GIF89a"), "setting.not_a_logo");
    QCOMPARE(reasonFor(""), "setting.not_a_logo");
    QCOMPARE(reasonFor("\x89PNG\r\n\x1a\n" + QByteArray(32 * 1024, 'x')), "setting.logo_too_large");
}

void TestSettings::refusedValuesAreNotWritten()
{
    QVERIFY(write("DR_SEND_TIMEOUT", u"90"_s));
    QVERIFY(!write("DR_SEND_TIMEOUT", u"soon"_s));
    Settings settings({});
    load(settings);
    QCOMPARE(settings.integer("DR_SEND_TIMEOUT"), 90);
}

void TestSettings::clinicianMayNot()
{
    Actor clinician;
    clinician.kind = Actor::Kind::Staff;
    clinician.role = Actor::Role::Clinician;
    const auto written = m_store->writeNow(
        [&](WriteTransaction &tx) { return Settings::write(tx, clinician, "DR_SEND_TIMEOUT", u"90"_s); });
    QVERIFY(!written && written.error().is("access.admin_only"));
}

void TestSettings::secretsStayOutOfTheStore()
{
    QVERIFY(write("ANTEROOM_SMTP_PASSWORD", u"tortoise"_s).error().is("setting.secret"));
    QTemporaryDir folder;
    const auto keyring = Keyring::inFile(folder.path());
    const Settings settings({{"ANTEROOM_TURN_SECRET"_ba, u"from outside"_s}});
    Secrets secrets(settings, *keyring);
    QVERIFY(secrets.read("ANTEROOM_SMTP_PASSWORD").value().isNull());
    QVERIFY(secrets.write("ANTEROOM_SMTP_PASSWORD", "tortoise"));
    QVERIFY(secrets.write("ANTEROOM_SMS_HEADERS__12", "X-Key: hare"));
    QVERIFY(!secrets.write("ANTEROOM_WEBHOOK_SECRET", "no"));
    QCOMPARE(secrets.read("ANTEROOM_SMTP_PASSWORD").value(), "tortoise"_ba);
    QCOMPARE(secrets.read("ANTEROOM_TURN_SECRET").value(), "from outside"_ba);
    QCOMPARE(secrets.read("ANTEROOM_SMS_HEADERS", u"12"_s).value(), "X-Key: hare"_ba);
    QVERIFY(secrets.read("ANTEROOM_SMS_HEADERS", u"13"_s).value().isNull());
    QCOMPARE(secrets.names().value(), (QList<QByteArray>{"ANTEROOM_SMS_HEADERS__12", "ANTEROOM_SMTP_PASSWORD",
                                                         "ANTEROOM_TURN_SECRET"}));
    QVERIFY(secrets.write("ANTEROOM_SMTP_PASSWORD", {}));
    QVERIFY(secrets.read("ANTEROOM_SMTP_PASSWORD").value().isNull());
}

void TestSettings::environmentIsChecked()
{
    QVERIFY(Settings::checkEnvironment({{"DR_SEND_TIMEOUT"_ba, u"5"_s}}));
    const auto bad =
        Settings::checkEnvironment({{"DR_SEND_TIMEOUT"_ba, u"5"_s}, {"IMMUTABLE_PERIOD_MS"_ba, u"x"_s}});
    QVERIFY(!bad);
    QCOMPARE(bad.error().data.value(u"key"_s).toString(), u"IMMUTABLE_PERIOD_MS"_s);
    qputenv("DR_SEND_TIMEOUT", "33");
    qputenv("ANTEROOM_TEST_ONLY", "33");
    const auto environment = Settings::processEnvironment();
    qunsetenv("DR_SEND_TIMEOUT");
    QCOMPARE(environment.value("DR_SEND_TIMEOUT"), u"33"_s);
    QVERIFY(!environment.contains("ANTEROOM_TEST_ONLY"));
}

void TestSettings::readersWhileChanging()
{
    Settings settings({});
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    std::thread reader([&] {
        while (!stop) {
            const QString name = settings.text("ANTEROOM_CLINIC_NAME");
            wrong += !name.isEmpty() && !name.startsWith(u"Clinic ");
        }
    });
    for (int i = 0; i < 50; ++i) {
        QVERIFY(write("ANTEROOM_CLINIC_NAME", u"Clinic %1"_s.arg(i)));
        load(settings);
    }
    stop = true;
    reader.join();
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(settings.text("ANTEROOM_CLINIC_NAME"), u"Clinic 49"_s);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
