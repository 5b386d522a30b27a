// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/patient/multipartreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anteroom;

namespace {

struct Part
{
    QByteArray name;
    QString fileName;
    bool isFile = false;
    QByteArray data;
    bool ended = false;

    bool operator==(const Part &) const = default;
};

class Collector final : public MultipartReceiver
{
public:
    bool partBegins(const MultipartPart &part) override
    {
        parts.append({part.name, part.fileName, part.isFile, {}, false});
        return parts.size() != stopAtPart;
    }
    bool partData(QByteArrayView bytes) override
    {
        empty = empty || bytes.isEmpty();
        parts.last().data.append(bytes);
        return true;
    }
    bool partEnds() override
    {
        parts.last().ended = true;
        return true;
    }

    QList<Part> parts;
    bool empty = false;
    int stopAtPart = 0;
};

const QByteArray boundary = "----AnteroomX";
const QByteArray disposition = "Content-Disposition: form-data; name=\"a\"";

QByteArray body(const QByteArray &head, const QByteArray &data = "x")
{
    return "--" + boundary + "\r\n" + head + "\r\n\r\n" + data + "\r\n--" + boundary + "--\r\n";
}

} // namespace

class TestMultipartReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boundaries_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("boundary");
        const auto row = [](const char *type, const char *expected) {
            QTest::newRow(type) << QByteArray(type) << (expected ? QByteArray(expected) : QByteArray());
        };
        row("multipart/form-data; boundary=abc", "abc");
        row("Multipart/Form-Data;charset=utf-8 ; BOUNDARY=\"a b\"", "a b");
        row("multipart/form-data; boundary=----WebKitFormBoundary7MA4", "----WebKitFormBoundary7MA4");
        row("multipart/form-data", nullptr);
        row("multipart/form-data; boundary=", nullptr);
        row("multipart/form-data; boundary=\"\"", nullptr);
        row("multipart/form-data; boundary=a; boundary=b", nullptr);
        row("multipart/form-data; boundary=\"a ", nullptr);
        row("multipart/form-data; boundary=\"a \"", nullptr);
        row("multipart/form-data; boundary=a b", nullptr);
        row("multipart/form-data; boundary=\"a\tb\"", nullptr);
        row("multipart/mixed; boundary=abc", nullptr);
        row("application/x-www-form-urlencoded", nullptr);
        row("", nullptr);
        QTest::newRow("71 long") << "multipart/form-data; boundary=" + QByteArray(71, 'a') << QByteArray();
        QTest::newRow("70 long") << "multipart/form-data; boundary=" + QByteArray(70, 'a')
                                 << QByteArray(70, 'a');
    }
    void boundaries()
    {
        QFETCH(QByteArray, type);
        QTEST(MultipartReader::boundaryOf(type).value_or(QByteArray()), "boundary");
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("isFile");
        QTest::addColumn<QString>("fileName");
        const QByteArray photo = "Content-Disposition: form-data; name=\"photo\"; ";
        QTest::newRow("field") << QByteArray(disposition) << false << QString();
        QTest::newRow("file") << photo + "filename=\"IMG 1.JPG\"\r\nContent-Type: image/jpeg" << true
                              << u"IMG 1.JPG"_s;
        QTest::newRow("empty") << photo + "filename=\"\"" << true << QString();
        QTest::newRow("token") << photo + "filename=a.jpg" << true << u"a.jpg"_s;
        QTest::newRow("quote") << photo + "filename=\"a%22b.jpg\"" << true << u"a\"b.jpg"_s;
        QTest::newRow("escaped quote") << photo + "filename=\"a\\\"b;c.jpg\"" << true << u"a\"b;c.jpg"_s;
        QTest::newRow("path") << photo + "filename=\"C:\\fakepath\\b.jpg\"" << true << u"b.jpg"_s;
        QTest::newRow("climbing") << photo + "filename=\"../../etc/passwd\"" << true << u"passwd"_s;
        QTest::newRow("utf-8") << photo + "filename=\"родимка.jpg\"" << true << u"родимка.jpg"_s;
        QTest::newRow("not utf-8") << photo + "filename=\"\xff.jpg\"" << true << u"\ufffd.jpg"_s;
        QTest::newRow("extended") << photo + "filename=\"x\"; filename*=UTF-8''na%C3%AFve.jpg" << true
                                  << u"naïve.jpg"_s;
        QTest::newRow("turned around") << photo + "filename=\"a\u202egpj.exe\"" << true << u"agpj.exe"_s;
        QTest::newRow("long") << photo + "filename=\"" + QByteArray(3000, 'n') + "\"" << true
                              << QString(200, u'n');
    }
    void names()
    {
        QFETCH(QByteArray, head);
        Collector got;
        MultipartReader reader(boundary, got);
        QCOMPARE(reader.feed(body(head)), MultipartReader::State::Complete);
        QCOMPARE(got.parts.size(), 1);
        QTEST(got.parts[0].isFile, "isFile");
        QTEST(got.parts[0].fileName, "fileName");
        QCOMPARE(got.parts[0].data, "x");
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto head = [](const char *name, const QByteArray &text) { QTest::newRow(name) << body(text); };
        head("no disposition", "Content-Type: text/plain");
        head("no name", "Content-Disposition: form-data");
        head("empty name", "Content-Disposition: form-data; name=\"\"");
        head("attachment", "Content-Disposition: attachment; name=\"a\"");
        head("two dispositions", disposition + "\r\n" + disposition);
        head("two names", disposition + "; name=\"b\"");
        head("two file names", disposition + "; filename=\"b\"; filename=\"c\"");
        head("open quote", disposition + "; filename=\"b");
        head("behind a quote", disposition + "b");
        head("folded", disposition + ";\r\n filename=\"b\"");
        head("no colon", disposition + "\r\nnonsense");
        head("space before the colon", "Content-Disposition : form-data; name=\"a\"");
        head("NUL", disposition + "; filename=\"a" + QByteArray(1, '\0') + "\"");
        head("bare CR", disposition + "; filename=\"a\rb\"");
        head("base64", disposition + "\r\nContent-Transfer-Encoding: base64");
        head("bad extended name", disposition + "; filename*=latin1''a");
        head("long head", disposition + "\r\nX: " + QByteArray(MultipartReader::maxHead, 'x'));
        QTest::newRow("nothing before the head") << "--" + boundary + "\r\n\r\nx\r\n--" + boundary + "--";
        QTest::newRow("preamble") << "hello\r\n" + body(disposition);
        QTest::newRow("another boundary") << QByteArray("--other\r\n\r\n");
        QTest::newRow("LF only") << body(disposition).replace("\r\n", "\n");
        QTest::newRow("longer boundary") << "--" + boundary + "Y\r\n" + disposition + "\r\n\r\nx";
        QTest::newRow("boundary goes on")
            << "--" + boundary + "\r\n" + disposition + "\r\n\r\nx\r\n--" + boundary + "xy";
        QTest::newRow("epilogue") << body(disposition) + "x";
        QTest::newRow("two line ends") << body(disposition) + "\r\n";
        QTest::newRow("101 parts")
            << ("--" + boundary + "\r\n" + disposition + "\r\n\r\nx\r\n").repeated(101);
    }
    void malformed()
    {
        QFETCH(QByteArray, bytes);
        Collector got;
        MultipartReader whole(boundary, got);
        QCOMPARE(whole.feed(bytes), MultipartReader::State::Malformed);
        MultipartReader bytewise(boundary, got);
        for (const char byte : bytes)
            bytewise.feed(QByteArrayView(&byte, 1));
        QCOMPARE(bytewise.state(), MultipartReader::State::Malformed);
    }

    void anyCutIsIncomplete()
    {
        const QByteArray bytes = body(disposition, "some data");
        // All but the last line end may be missing.
        for (qsizetype length = 0; length < bytes.size() - 2; ++length) {
            Collector got;
            MultipartReader reader(boundary, got);
            QCOMPARE(reader.feed(bytes.first(length)), MultipartReader::State::Reading);
        }
        Collector got;
        MultipartReader reader(boundary, got);
        QCOMPARE(reader.feed(bytes.chopped(2)), MultipartReader::State::Complete);
        QCOMPARE(reader.feed("\r\n"), MultipartReader::State::Complete);
        QCOMPARE(reader.feed("\r\n"), MultipartReader::State::Malformed);
    }

    void theReceiverCanStop()
    {
        Collector got;
        got.stopAtPart = 1;
        MultipartReader reader(boundary, got);
        QCOMPARE(reader.feed(body(disposition, "data")), MultipartReader::State::Stopped);
        QCOMPARE(reader.feed("more"), MultipartReader::State::Stopped);
        QCOMPARE(got.parts.size(), 1);
        QVERIFY(got.parts[0].data.isEmpty());
    }

    void anySplitGivesTheSame()
    {
        // Seeded, so that a failure can be seen again; the seed is in the message.
        for (quint32 seed = 1; seed <= 600; ++seed) {
            QRandomGenerator random(seed);
            QList<Part> sent;
            QByteArray bytes;
            for (int part = random.bounded(6); part > 0; --part) {
                Part p{
                    .name = "n" + QByteArray::number(part), .isFile = random.bounded(2) == 1, .ended = true};
                if (p.isFile)
                    p.fileName = u"f%1"_s.arg(part);
                p.data = hostileBytes(random);
                bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + p.name + "\"";
                if (p.isFile)
                    bytes += "; filename=\"" + p.fileName.toUtf8() + "\"\r\nContent-Type: image/jpeg";
                bytes += "\r\n\r\n" + p.data + "\r\n";
                sent.append(p);
            }
            bytes += "--" + boundary + "--\r\n";

            Collector got;
            MultipartReader reader(boundary, got);
            const int longest = 1 + random.bounded(random.bounded(2) ? 8 : 400);
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype length = qMin<qsizetype>(bytes.size() - at, 1 + random.bounded(longest));
                reader.feed(QByteArrayView(bytes).sliced(at, length));
                at += length;
            }
            QVERIFY2(reader.state() == MultipartReader::State::Complete, qPrintable(QString::number(seed)));
            QVERIFY2(got.parts == sent, qPrintable(QString::number(seed)));
            QVERIFY(!got.empty);
        }
    }

    void anyDamageIsSurvived()
    {
        for (quint32 seed = 1; seed <= 3'000; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes = body(disposition + "; filename=\"a.jpg\"", hostileBytes(random));
            for (int hits = 1 + random.bounded(4); hits > 0; --hits) {
                const qsizetype at = random.bounded(bytes.size());
                switch (random.bounded(3)) {
                case 0:
                    bytes[at] = char(random.bounded(256));
                    break;
                case 1:
                    bytes.remove(at, 1 + random.bounded(20));
                    break;
                default:
                    bytes.insert(at, hostileBytes(random).left(30));
                }
                if (bytes.isEmpty())
                    bytes = "-";
            }
            Collector whole, cut;
            MultipartReader one(boundary, whole), many(boundary, cut);
            one.feed(bytes);
            for (qsizetype at = 0; at < bytes.size();) {
                const qsizetype length = qMin<qsizetype>(bytes.size() - at, 1 + random.bounded(40));
                many.feed(QByteArrayView(bytes).sliced(at, length));
                at += length;
            }
            QVERIFY2(one.state() == many.state(), qPrintable(QString::number(seed)));
            if (one.state() == MultipartReader::State::Complete)
                QVERIFY2(whole.parts == cut.parts, qPrintable(QString::number(seed)));
        }
    }

private:
    /// Bytes that look like what the reader looks for, but never hold the delimiter itself.
    static QByteArray hostileBytes(QRandomGenerator &random)
    {
        QByteArray bytes;
        for (int piece = random.bounded(30); piece > 0; --piece) {
            switch (random.bounded(7)) {
            case 0:
                bytes += "\r\n--" + boundary.left(random.bounded(boundary.size()));
                break;
            case 1:
                bytes += "\r\n";
                break;
            case 2:
                bytes += "\r";
                break;
            case 3:
                bytes += "--" + boundary;
                break;
            case 4:
                bytes += "\r\n\r\n";
                break;
            default:
                for (int i = random.bounded(50); i > 0; --i)
                    bytes += char(random.bounded(256));
            }
        }
        return bytes.replace("\r\n--" + boundary, "-");
    }
};

QTEST_GUILESS_MAIN(TestMultipartReader)
#include "tst_multipartreader.moc"
