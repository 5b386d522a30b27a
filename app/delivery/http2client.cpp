// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/http2client.h"

#include "app/delivery/curlsupport.h"

#include <QFile>

#include <algorithm>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace anteroom {

using Failure = CurlReply::Failure;

namespace {

constexpr qsizetype answerLimit = 16 * 1024;
constexpr std::chrono::milliseconds longestPoll = std::chrono::seconds(30);
// A peer that is gone is noticed within 35 s without a request, so that the next one need not find out.
constexpr int probeAfterS = 20, probeEveryS = 5, probes = 3;
// Servers and the firewalls before them let idle connections go some time; the probes keep most.
constexpr long keptForS = 3600;
constexpr long streamsAtOnce = 500;
// Connections are told apart by whole seconds of age: so long a new one is kept apart from a distrusted one.
constexpr auto distrustedFor = std::chrono::minutes(70);

// Before the first byte of the request: the connection stays, and is used by the next one.
int leaveOpen(void *, char *, char *, int, int)
{
    return CURL_PREREQFUNC_ABORT;
}

int probe(void *, curl_socket_t socket, curlsocktype)
{
    const int count = probes;
    ::setsockopt(socket, IPPROTO_TCP, TCP_KEEPCNT, &count, sizeof count);
    return CURL_SOCKOPT_OK;
}

} // namespace

struct Http2Client::Transfer
{
    explicit Transfer(const Http2Request &asked, Done whenDone)
        : request(asked)
        , headers(asked.headers)
        , done(std::move(whenDone))
        , handle(curl_easy_init())
    {
    }
    ~Transfer() { curl_easy_cleanup(handle); }
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    template<typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(handle, option, value);
    }

    static size_t takeBody(char *data, size_t size, size_t count, void *user)
    {
        auto &body = static_cast<Transfer *>(user)->reply.body;
        const auto bytes = static_cast<qsizetype>(size * count);
        const qsizetype room = answerLimit - body.size();
        body.append(data, std::min(bytes, room));
        static_cast<Transfer *>(user)->truncated = bytes > room;
        return bytes > room ? 0 : size_t(bytes); // ends the stream; the connection is others' too
    }

    static size_t takeHeader(char *data, size_t size, size_t count, void *user)
    {
        const QByteArrayView line(data, qsizetype(size * count));
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare("retry-after", Qt::CaseInsensitive) == 0)
            static_cast<Transfer *>(user)->reply.retryAfter =
                line.sliced(colon + 1).toByteArray().trimmed().left(64);
        return size * count;
    }

    Http2Request request;
    CurlList headers;
    Done done;
    CURL *handle;
    CurlReply reply;
    bool truncated = false; ///< the rest is left unread
};

Http2Client::Http2Client()
{
    ensureCurl();
    m_multi = curl_multi_init();
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, long(CURLPIPE_MULTIPLEX));
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, streamsAtOnce);
}

Http2Client::~Http2Client()
{
    stop();
    curl_multi_cleanup(m_multi);
}

bool Http2Client::run(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped)
            return false;
        m_jobs.push_back(std::move(job));
        if (!m_thread.joinable())
            m_thread = std::thread([this] { work(); });
    }
    curl_multi_wakeup(m_multi);
    return true;
}

void Http2Client::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    curl_multi_wakeup(m_multi);
    if (m_thread.joinable())
        m_thread.join();
}

void Http2Client::work()
{
    std::deque<std::function<void()>> jobs;
    for (;;) {
        bool stops = false;
        {
            const std::lock_guard lock(m_mutex);
            stops = m_stopped;
            jobs.swap(m_jobs); // what was handed in is heard, so that it can end in order
        }
        for (const auto &job : jobs)
            job();
        jobs.clear();
        if (stops)
            break;
        int running = 0;
        curl_multi_perform(m_multi, &running);
        takeMessages();
        const auto wait = runTimers(); // which may begin something as well
        curl_multi_poll(m_multi, nullptr, 0, int(wait.count()), nullptr);
    }
    m_timers.clear();
    while (!m_transfers.empty()) {
        const auto transfer = std::move(m_transfers.extract(m_transfers.begin()).mapped());
        curl_multi_remove_handle(m_multi, transfer->handle);
        transfer->reply.failure = Failure::Cancelled;
        if (transfer->done)
            transfer->done(std::move(transfer->reply));
    }
    m_timers.clear();
}

std::chrono::milliseconds Http2Client::runTimers()
{
    while (!m_timers.empty() && m_timers.begin()->first <= Clock::now()) {
        const auto job = std::move(m_timers.begin()->second);
        m_timers.erase(m_timers.begin());
        job();
    }
    if (m_timers.empty())
        return longestPoll;
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(m_timers.begin()->first - Clock::now());
    return std::clamp<std::chrono::milliseconds>(wait, std::chrono::milliseconds(0), longestPoll);
}

void Http2Client::after(std::chrono::milliseconds wait, std::function<void()> job)
{
    m_timers.emplace(Clock::now() + wait, std::move(job));
}

void Http2Client::post(const Http2Request &request, Done done)
{
    auto transfer = std::make_unique<Transfer>(request, std::move(done));
    transfer->headers.append("Expect:");
    transfer->set(CURLOPT_HTTPHEADER, transfer->headers.get());
    transfer->set(CURLOPT_POST, 1L);
    transfer->set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(transfer->request.body.size()));
    transfer->set(CURLOPT_POSTFIELDS, transfer->request.body.constData());
    transfer->set(CURLOPT_FRESH_CONNECT, request.onNewConnection ? 1L : 0L);
    begin(std::move(transfer));
}

void Http2Client::open(const QByteArray &url, const QString &caFile)
{
    auto transfer = std::make_unique<Transfer>(Http2Request{.url = url, .caFile = caFile}, Done());
    transfer->set(CURLOPT_PREREQFUNCTION, leaveOpen);
    begin(std::move(transfer));
}

void Http2Client::begin(std::unique_ptr<Transfer> transfer)
{
    const Http2Request &request = transfer->request;
    Transfer &t = *transfer;
    t.set(CURLOPT_URL, request.url.constData());
    t.set(CURLOPT_PROTOCOLS_STR, "http,https");
    const bool isPlain = request.url.startsWith("http:");
    t.set(CURLOPT_HTTP_VERSION, long(!isPlain          ? CURL_HTTP_VERSION_2TLS
                                     : request.onHttp1 ? CURL_HTTP_VERSION_1_1
                                                       : CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE));
    t.set(CURLOPT_PIPEWAIT, 1L); // rather a stream of the connection that opens now than one more
    t.set(CURLOPT_NOSIGNAL, 1L);
    t.set(CURLOPT_QUICK_EXIT, 1L);
    t.set(CURLOPT_PROXY, "");
    t.set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
    t.set(CURLOPT_FOLLOWLOCATION, 0L);
    t.set(CURLOPT_TIMEOUT_MS, long(request.endWithin.count()));
    t.set(CURLOPT_SSL_VERIFYPEER, 1L);
    t.set(CURLOPT_SSL_VERIFYHOST, 2L);
    t.set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!request.caFile.isEmpty())
        t.set(CURLOPT_CAINFO, QFile::encodeName(request.caFile).constData());
    t.set(CURLOPT_TCP_KEEPALIVE, 1L);
    t.set(CURLOPT_TCP_KEEPIDLE, long(probeAfterS));
    t.set(CURLOPT_TCP_KEEPINTVL, long(probeEveryS));
    t.set(CURLOPT_SOCKOPTFUNCTION, probe);
    t.set(CURLOPT_MAXAGE_CONN, keptForS);
    const auto distrusted = Clock::now() - m_trustedSince;
    if (m_trustedSince != Clock::time_point{} && distrusted < distrustedFor)
        t.set(CURLOPT_MAXLIFETIME_CONN,
              long(std::max<qint64>(1, std::chrono::floor<std::chrono::seconds>(distrusted).count())));
    t.set(CURLOPT_WRITEFUNCTION, &Transfer::takeBody);
    t.set(CURLOPT_WRITEDATA, transfer.get());
    t.set(CURLOPT_HEADERFUNCTION, &Transfer::takeHeader);
    t.set(CURLOPT_HEADERDATA, transfer.get());
    CURL *handle = t.handle;
    m_transfers.emplace(handle, std::move(transfer));
    curl_multi_add_handle(m_multi, handle);
}

void Http2Client::takeMessages()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        CURL *handle = message->easy_handle;
        const auto found = m_transfers.find(handle);
        const std::unique_ptr<Transfer> transfer = std::move(found->second);
        m_transfers.erase(found);
        CurlReply &reply = transfer->reply;
        long status = 0, connects = 0, sent = 0;
        double connectedAfter = 0;
        curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(handle, CURLINFO_NUM_CONNECTS, &connects);
        curl_easy_getinfo(handle, CURLINFO_REQUEST_SIZE, &sent);
        curl_easy_getinfo(handle, CURLINFO_PRETRANSFER_TIME, &connectedAfter);
        m_connections += int(connects);
        reply.status = int(status);
        reply.connected = connectedAfter > 0;
        reply.mayHaveLeft = sent > 0;
        // A status counts only where the answer is whole: what it says stands in the rest.
        reply.failure = code == CURLE_WRITE_ERROR && transfer->truncated ? Failure::None : failureOf(code);
        curl_multi_remove_handle(m_multi, handle);
        if (transfer->done)
            transfer->done(std::move(reply));
    }
}

} // namespace anteroom
