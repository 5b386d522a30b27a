// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/delivery/curlsupport.h"

#include <QDateTime>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cctype>
#include <mutex>

#include <sys/socket.h>
#include <unistd.h>

namespace anteroom {

using Failure = CurlReply::Failure;

namespace {

constexpr std::chrono::milliseconds longestRetryAfterRead = std::chrono::hours(24 * 30);
// All that a mail server may say, in one conversation.
constexpr qsizetype mailAnswersLimit = 64 * 1024;
// How long a mail server that has taken everything is waited for to say goodbye.
constexpr std::chrono::seconds goodbyeWithin(2);
// How long a connection that is kept may lie idle. Servers close idle ones after some seconds, and a request
// that is sent into a closing one is a request without an answer.
constexpr long keptForSeconds = 1;

// What the callbacks of one transfer share.
struct Call
{
    const CurlRequest &request;
    const std::stop_token &stop;
    CurlReply reply;
    qsizetype uploaded = 0;
    bool bodyEnded = false; ///< all was asked for, and that there is no more has been said
    bool addressRefused = false;
    CURL *handle = nullptr;
    int tries = 0; ///< requests that libcurl was about to send
    bool keptWasClosed = false;
    bool truncated = false;
    qsizetype answered = 0; ///< bytes of a mail server's answers
    MailStep step = MailStep::Greeting;
    std::chrono::steady_clock::time_point quitAt;

    bool isMail() const { return !request.mailFrom.isNull(); }
};

size_t takeBody(char *data, size_t size, size_t count, void *user)
{
    auto *call = static_cast<Call *>(user);
    const auto bytes = static_cast<qsizetype>(size * count);
    const qsizetype room = call->request.answerLimit - call->reply.body.size();
    call->reply.body.append(data, std::min(bytes, room));
    call->truncated = bytes > room;
    return call->truncated ? 0 : size_t(bytes);
}

// `550 5.1.1 …` or `550-…`.
void takeMailAnswer(QByteArrayView line, Call &call)
{
    const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    if (call.step == MailStep::Quit || line.size() < 3 ||
        !std::all_of(line.begin(), line.begin() + 3, isDigit))
        return;
    call.reply.status = line.first(3).toInt();
    const QByteArrayView rest = line.sliced(std::min(line.size(), qsizetype(4)));
    const auto end =
        std::find_if_not(rest.begin(), rest.end(), [&](char c) { return isDigit(c) || c == '.'; });
    const QByteArrayView word = rest.first(end - rest.begin());
    const bool enhanced =
        word.size() >= 5 && word.size() <= 9 && std::count(word.begin(), word.end(), '.') == 2;
    call.reply.enhancedStatus = enhanced ? word.toByteArray() : QByteArray();
}

size_t takeHeader(char *data, size_t size, size_t count, void *user)
{
    auto *call = static_cast<Call *>(user);
    const QByteArrayView line(data, qsizetype(size * count));
    if (call->isMail()) {
        call->answered += line.size();
        takeMailAnswer(line, *call);
        return call->answered <= mailAnswersLimit ? size_t(line.size()) : 0;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon > 0 && line.first(colon).compare("retry-after", Qt::CaseInsensitive) == 0)
        call->reply.retryAfter = line.sliced(colon + 1).toByteArray().trimmed().left(64);
    return size * count;
}

size_t giveBody(char *buffer, size_t size, size_t count, void *user)
{
    auto *call = static_cast<Call *>(user);
    const qsizetype bytes = std::min(qsizetype(size * count), call->request.body.size() - call->uploaded);
    std::copy_n(call->request.body.constData() + call->uploaded, bytes, buffer);
    call->uploaded += bytes;
    call->bodyEnded = bytes == 0;
    return size_t(bytes);
}

// libcurl tells the last status only, and not what it was an answer to. Passwords come by here as well:
// nothing is kept of what is seen.
int watchMail(CURL *, curl_infotype type, char *data, size_t size, void *user)
{
    auto *call = static_cast<Call *>(user);
    if (type != CURLINFO_HEADER_OUT)
        return 0;
    const QByteArrayView line(data, qsizetype(size));
    const auto follows = [&](MailStep last, const char *command) {
        return call->step == last && line.startsWith(command);
    };
    if (call->step < MailStep::SignIn && (line.startsWith("EHLO ") || line.startsWith("HELO ")))
        call->step = MailStep::Hello;
    else if (follows(MailStep::Hello, "STARTTLS\r"))
        call->step = MailStep::StartTls;
    else if (follows(MailStep::Hello, "AUTH "))
        call->step = MailStep::SignIn;
    else if (call->step < MailStep::Sender && line.startsWith("MAIL FROM:"))
        call->step = MailStep::Sender;
    else if (follows(MailStep::Sender, "RCPT TO:"))
        call->step = MailStep::Recipient;
    else if (follows(MailStep::Recipient, "DATA\r"))
        call->step = MailStep::Text;
    else if (call->step != MailStep::SignIn && line.startsWith("QUIT\r")) {
        call->reply.step = call->step;
        call->step = MailStep::Quit;
        call->quitAt = std::chrono::steady_clock::now();
    }
    return 0;
}

int isStopping(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto *call = static_cast<Call *>(user);
    const bool waitsForGoodbye =
        call->step == MailStep::Quit && std::chrono::steady_clock::now() - call->quitAt > goodbyeWithin;
    return call->stop.stop_requested() || waitsForGoodbye ? 1 : 0;
}

// libcurl connects to the address that it hands over here, and to no other: what was checked is what is used.
curl_socket_t openSocket(void *user, curlsocktype, curl_sockaddr *address)
{
    auto *call = static_cast<Call *>(user);
    if (address->family != AF_INET && address->family != AF_INET6)
        return CURL_SOCKET_BAD;
    if (call->request.mayConnectTo && !call->request.mayConnectTo(QHostAddress(&address->addr))) {
        call->addressRefused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Where a kept connection is closed without an answer, libcurl sends the request once more on a new one.
// Nobody would know of that double; where nothing of the request had left, there is none.
int mayBegin(void *user, char *, char *, int, int)
{
    auto *call = static_cast<Call *>(user);
    long sent = 0;
    curl_easy_getinfo(call->handle, CURLINFO_REQUEST_SIZE, &sent);
    call->keptWasClosed = ++call->tries > 1 && sent > 0;
    return call->keptWasClosed ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

Failure failureOf(CURLcode code, const Call &call)
{
    if (call.keptWasClosed)
        return Failure::Broken;
    switch (code) {
    case CURLE_UNSUPPORTED_PROTOCOL: // also said of an answer that is no HTTP
        return call.reply.mayHaveLeft ? Failure::Broken : Failure::BadUrl;
    case CURLE_COULDNT_CONNECT:
        return call.addressRefused ? Failure::AddressRefused : Failure::NoConnection;
    case CURLE_WRITE_ERROR: // more than we read: the status has come, and that is what counts
        return call.truncated && call.reply.status != 0 ? Failure::None : Failure::Broken;
    default:
        break;
    }
    const Failure failure = anteroom::failureOf(code);
    return failure == Failure::Broken && call.isMail() && call.reply.status >= 400 ? Failure::Refused
                                                                                   : failure;
}

} // namespace

void ensureCurl()
{
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

Failure failureOf(CURLcode code)
{
    switch (code) {
    case CURLE_OK:
        return Failure::None;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
        return Failure::BadUrl;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
        return Failure::NoAddress;
    case CURLE_COULDNT_CONNECT:
        return Failure::NoConnection;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return Failure::Certificate;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
        return Failure::Tls;
    case CURLE_OPERATION_TIMEDOUT:
        return Failure::TimedOut;
    case CURLE_ABORTED_BY_CALLBACK:
        return Failure::Cancelled;
    case CURLE_LOGIN_DENIED:
        return Failure::SignIn;
    default:
        return Failure::Broken;
    }
}

class CurlTransfer::Private
{
public:
    Private()
    {
        ensureCurl();
        handle = curl_easy_init();
    }
    ~Private() { curl_easy_cleanup(handle); }

    template<typename T>
    void set(CURLoption option, T value)
    {
        curl_easy_setopt(handle, option, value);
    }

    void setCommon(Call &call)
    {
        const CurlRequest &request = call.request;
        curl_easy_reset(handle); // connections that were kept stay
        set(CURLOPT_URL, request.url.constData());
        set(CURLOPT_PROTOCOLS_STR, "http,https,smtp,smtps");
        set(CURLOPT_NOSIGNAL, 1L);
        set(CURLOPT_QUICK_EXIT, 1L); // a resolver that hangs is left behind
        set(CURLOPT_PROXY, "");      // nor one from the environment
        set(CURLOPT_NETRC, long(CURL_NETRC_IGNORED));
        set(CURLOPT_FOLLOWLOCATION, 0L);
        set(CURLOPT_CONNECTTIMEOUT_MS, long(request.connectWithin.count()));
        set(CURLOPT_TIMEOUT_MS, long(request.endWithin.count()));
        set(CURLOPT_SSL_VERIFYPEER, 1L);
        set(CURLOPT_SSL_VERIFYHOST, 2L);
        set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
        if (!request.caFile.isEmpty())
            set(CURLOPT_CAINFO, QFile::encodeName(request.caFile).constData());
        set(CURLOPT_OPENSOCKETFUNCTION, openSocket);
        set(CURLOPT_OPENSOCKETDATA, &call);
        set(CURLOPT_WRITEFUNCTION, takeBody);
        set(CURLOPT_WRITEDATA, &call);
        set(CURLOPT_HEADERFUNCTION, takeHeader);
        set(CURLOPT_HEADERDATA, &call);
        set(CURLOPT_NOPROGRESS, 0L);
        set(CURLOPT_XFERINFOFUNCTION, isStopping);
        set(CURLOPT_XFERINFODATA, &call);
        set(CURLOPT_FRESH_CONNECT, request.keepConnection ? 0L : 1L);
        set(CURLOPT_FORBID_REUSE, request.keepConnection ? 0L : 1L);
    }

    void setHttp(Call &call, CurlList &headers)
    {
        const CurlRequest &request = call.request;
        set(CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
        set(CURLOPT_CUSTOMREQUEST, request.method.constData());
        if (request.method == "POST" || request.method == "PUT") {
            set(CURLOPT_POST, 1L);
            set(CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.size()));
            set(CURLOPT_POSTFIELDS, request.body.constData());
            headers.append("Expect:"); // no waiting for a "100 Continue"
        }
        set(CURLOPT_HTTPHEADER, headers.get());
        set(CURLOPT_MAXAGE_CONN, keptForSeconds);
        set(CURLOPT_PREREQFUNCTION, mayBegin);
        set(CURLOPT_PREREQDATA, &call);
    }

    void setMail(Call &call, const CurlList &recipients)
    {
        const CurlRequest &request = call.request;
        set(CURLOPT_MAIL_FROM, request.mailFrom.constData());
        set(CURLOPT_MAIL_RCPT, recipients.get());
        set(CURLOPT_USE_SSL, long(request.requireTls ? CURLUSESSL_ALL : CURLUSESSL_TRY));
        set(CURLOPT_VERBOSE, 1L);
        set(CURLOPT_DEBUGFUNCTION, watchMail);
        set(CURLOPT_DEBUGDATA, &call);
        if (!request.user.isEmpty()) {
            set(CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN;AUTH=CRAM-MD5");
            set(CURLOPT_USERNAME, request.user.constData());
            set(CURLOPT_PASSWORD, request.password.constData());
        }
        set(CURLOPT_UPLOAD, 1L);
        set(CURLOPT_READFUNCTION, giveBody);
        set(CURLOPT_READDATA, &call);
    }

    CURL *handle = nullptr;
};

CurlTransfer::CurlTransfer()
    : d(std::make_unique<Private>())
{
}

CurlTransfer::~CurlTransfer() = default;

CurlReply CurlTransfer::perform(const CurlRequest &request, const std::stop_token &stop)
{
    Call call{request, stop, {}};
    if (stop.stop_requested()) {
        call.reply.failure = Failure::Cancelled;
        return std::move(call.reply);
    }
    call.handle = d->handle;
    CurlList headers(request.headers);
    const CurlList recipients(request.mailTo);
    const CurlList addresses(request.addresses);
    d->setCommon(call);
    if (!request.addresses.isEmpty())
        d->set(CURLOPT_RESOLVE, addresses.get());
    if (request.mailFrom.isNull())
        d->setHttp(call, headers);
    else
        d->setMail(call, recipients);

    const CURLcode code = curl_easy_perform(d->handle);
    long status = 0, sent = 0;
    double connectedAfter = 0;
    curl_easy_getinfo(d->handle, CURLINFO_RESPONSE_CODE, &status);
    curl_easy_getinfo(d->handle, CURLINFO_REQUEST_SIZE, &sent);
    curl_easy_getinfo(d->handle, CURLINFO_PRETRANSFER_TIME, &connectedAfter);
    call.reply.connected = connectedAfter > 0;
    call.reply.mayHaveLeft = call.isMail() ? call.bodyEnded : sent > 0;
    if (!call.isMail())
        call.reply.status = int(status);
    else if (call.step != MailStep::Quit)
        call.reply.step = call.step;
    call.reply.keptWasClosed = call.keptWasClosed;
    call.reply.failure = failureOf(code, call);
    if (call.reply.failure == Failure::BadUrl && call.reply.mayHaveLeft)
        call.reply.failure = Failure::Broken; // libcurl's word for an answer that is no HTTP
    return std::move(call.reply);
}

std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value, UtcTime now)
{
    bool number = false;
    const qint64 seconds = value.toLongLong(&number);
    std::chrono::milliseconds wait(0);
    if (number) {
        if (seconds < 0)
            return std::nullopt;
        wait = std::chrono::seconds(std::min<qint64>(seconds, 24 * 3600 * 30));
    } else {
        const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(value),
                                                       QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
        if (!date.isValid())
            return std::nullopt;
        const QDateTime utc(date.date(), date.time(), Qt::UTC);
        wait = std::chrono::milliseconds(utc.toMSecsSinceEpoch() - toUs(now) / 1000);
    }
    return std::clamp(wait, std::chrono::milliseconds(0), longestRetryAfterRead);
}

QByteArray reasonOf(Failure failure)
{
    switch (failure) {
    case Failure::None:
        return {};
    case Failure::BadUrl:
        return "delivery.bad_url";
    case Failure::NoAddress:
        return "delivery.no_address";
    case Failure::AddressRefused:
        return "delivery.address_refused";
    case Failure::NoConnection:
        return "delivery.no_connection";
    case Failure::Certificate:
        return "delivery.certificate";
    case Failure::Tls:
        return "delivery.tls";
    case Failure::TimedOut:
        return "delivery.timed_out";
    case Failure::Broken:
        return "delivery.broken";
    case Failure::SignIn:
        return "delivery.sign_in";
    case Failure::Refused:
        return "delivery.refused";
    case Failure::Cancelled:
        return "delivery.cancelled";
    }
    return {};
}

} // namespace anteroom
