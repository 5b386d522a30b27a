// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/patient/patientserver.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace anteroom::test {

PatientServer::PatientServer(QHash<QByteArray, QString> settings, PatientSite::Pace pace)
    : intake(PhotoIntake::findHelper())
{
    auto opened =
        Clinic::open({.dataDir = dir.filePath(u"data"_s), .environment = std::move(settings)}, clock);
    if (!opened)
        qFatal("no clinic: %s", opened.error().reason);
    clinic = *std::move(opened);
    publicUrl = std::make_unique<PublicUrl>(clinic->settings());
    publicUrl->setListener(u"http://127.0.0.1:8081"_s);
    requests = std::make_unique<FileRequestService>(clinic->settings(), clinic->outbox(), *publicUrl);
    files = std::make_unique<FileService>(clinic->settings(), clinic->vault(), clinic->outbox());
    access = std::make_unique<PatientAccess>(clinic->settings(), clinic->vault(), clinic->outbox());
    site = std::make_unique<PatientSite>(PatientSite::Parts{.store = clinic->store(),
                                                            .settings = clinic->settings(),
                                                            .blobs = clinic->blobs(),
                                                            .access = *access,
                                                            .files = *files,
                                                            .publicUrl = *publicUrl,
                                                            .intake = intake,
                                                            .clock = clock,
                                                            .pool = pool,
                                                            .vault = clinic->vault(),
                                                            .uploadFolder = dir.filePath(u"data/uploads"_s)},
                                         pace);
    site->addRoutes(router);
    dispatcher = std::make_unique<Dispatcher>(router, Dispatcher::Parts{.store = &clinic->store()});
    m_thread.start();
    auto *context = new QObject;
    context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, context, &QObject::deleteLater);
    QMetaObject::invokeMethod(
        context,
        [this] {
            m_transport = std::make_unique<TransportServer>(*dispatcher, TransportConfig());
            if (!m_transport->start())
                qFatal("the transport does not start");
            port =
                m_transport->listen(Listener::Patient, QHostAddress(QHostAddress::LocalHost), 0).value_or(0);
        },
        Qt::BlockingQueuedConnection);
    QObject::connect(
        &m_thread, &QThread::finished, context, [this] { m_transport.reset(); }, Qt::DirectConnection);
}

PatientServer::~PatientServer()
{
    m_thread.quit();
    m_thread.wait();
    site->stop();
    pool.waitForDone();
    site.reset(); // before the dispatcher, which counts the answers that are still delayed
}

FileRequestView PatientServer::newRequest(const std::function<void(NewFileRequest &)> &change)
{
    NewFileRequest input;
    input.prompt = u"Please take a photo of your rash."_s;
    input.type = u"photo"_s;
    input.accountId = u"12"_s;
    input.accountUserId = u"42"_s;
    input.staffName = u"Dr Rachel Williams"_s;
    input.patientDateOfBirth = u"1980-06-17"_s;
    input.patientMobile = u"+447777123456"_s;
    input.recipientMobile = u"+447777123456"_s;
    if (change)
        change(input);
    return write([&](WriteTransaction &tx) {
        return requests->create(tx, Actor::system("test"), input, Origin::Http);
    });
}

FileRequestView PatientServer::stored(const FileRequestView &view)
{
    auto result = clinic->store().readNow(
        [&](Transaction &tx) { return requests->get(tx, Actor::system("test"), view.request.id); });
    if (!result)
        qFatal("a request is gone: %s", result.error().reason);
    return *std::move(result);
}

PatientServer::Answer PatientServer::exchange(const QByteArray &bytes, bool head) const
{
    RawClient client(port);
    client.send(bytes);
    return client.answer(20'000, head);
}

PatientServer::Answer PatientServer::get(const QByteArray &link, const QByteArray &cookie,
                                         const QByteArray &fields) const
{
    return exchange("GET /r/" + link + " HTTP/1.1\r\nHost: a\r\n" +
                    (cookie.isEmpty() ? QByteArray() : "Cookie: " + cookie + "\r\n") + fields + "\r\n");
}

PatientServer::Answer PatientServer::postDate(const QByteArray &link, const QByteArray &form) const
{
    return exchange(
        "POST /r/" + link +
        " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
        QByteArray::number(form.size()) + "\r\n\r\n" + form);
}

QByteArray PatientServer::signIn(const QByteArray &link) const
{
    const QByteArray cookie = postDate(link).header("set-cookie");
    return cookie.left(cookie.indexOf(';'));
}

QByteArray PatientServer::csrfOf(const QByteArray &link, const QByteArray &cookie) const
{
    const QByteArray page = get(link, cookie).body;
    const QByteArray mark = "name=\"csrf\" value=\"";
    const qsizetype at = page.indexOf(mark) + mark.size();
    return page.mid(at, page.indexOf('"', at) - at);
}

QByteArray PatientServer::uploadOf(const QByteArray &link, const QByteArray &cookie, const QList<Part> &parts,
                                   const QByteArray &fields)
{
    QByteArray body;
    for (const Part &part : parts) {
        body += "--XyZ\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
        if (!part.fileName.isNull())
            body += "; filename=\"" + part.fileName + "\"\r\nContent-Type: application/octet-stream";
        body += "\r\n\r\n" + part.data + "\r\n";
    }
    body += "--XyZ--\r\n";
    return "POST /r/" + link + "/files HTTP/1.1\r\nHost: a\r\n" +
           (cookie.isEmpty() ? QByteArray() : "Cookie: " + cookie + "\r\n") + fields +
           "Content-Type: multipart/form-data; boundary=XyZ\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

PatientServer::Answer PatientServer::upload(const QByteArray &link, const QByteArray &cookie,
                                            const QList<Part> &parts, const QByteArray &fields) const
{
    return exchange(uploadOf(link, cookie, parts, fields));
}

int PatientServer::blobs() const
{
    int count = 0;
    for (QDirIterator it(clinic->blobs().folder(), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        count += !it.next().contains("/incoming/"_L1);
    return count;
}

int PatientServer::incoming() const
{
    return int(QDir(clinic->blobs().folder() + u"/incoming"_s).entryList(QDir::Files).size());
}

} // namespace anteroom::test
