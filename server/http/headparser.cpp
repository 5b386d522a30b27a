// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/headparser.h"

#include <array>
#include <cstring>
#include <optional>

namespace anteroom {

namespace {

enum CharKind : quint8 { Token = 1, Target = 2, Value = 4, Id = 8, Hex = 16, Host = 32 };

constexpr std::array<quint8, 256> charKinds()
{
    std::array<quint8, 256> kinds{};
    for (int c = 0; c < 256; ++c) {
        const bool digit = c >= '0' && c <= '9';
        const bool alpha = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        quint8 kind = 0;
        if (digit || alpha)
            kind |= Token | Id | Host;
        if (digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'))
            kind |= Hex;
        if (c > 0x20 && c < 0x7f)
            kind |= Target;
        if (c == '\t' || (c >= 0x20 && c != 0x7f))
            kind |= Value;
        kinds[size_t(c)] = kind;
    }
    for (const char c : std::string_view("!#$%&'*+-.^_`|~"))
        kinds[quint8(c)] |= Token;
    for (const char c : std::string_view("#\"<>\\"))
        kinds[quint8(c)] &= quint8(~Target);
    for (const char c : std::string_view("._-"))
        kinds[quint8(c)] |= Id;
    for (const char c : std::string_view("-._~%!$&'()*+;=:[]"))
        kinds[quint8(c)] |= Host;
    return kinds;
}

constexpr auto Kinds = charKinds();

bool are(QByteArrayView text, quint8 kind)
{
    for (const char c : text) {
        if (!(Kinds[quint8(c)] & kind))
            return false;
    }
    return true;
}

bool isOws(char c)
{
    return c == ' ' || c == '\t';
}

bool sameText(QByteArrayView a, const char *lower)
{
    return qstrnicmp(a.data(), a.size(), lower, qsizetype(strlen(lower))) == 0;
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isOws(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isOws(text.back()))
        text.chop(1);
    return text;
}

/// Calls `fn` with every member of a comma-separated list.
template<typename Fn>
void forEachMember(QByteArrayView list, Fn fn)
{
    for (;;) {
        const auto comma = list.indexOf(',');
        const auto member = trimmed(comma < 0 ? list : list.first(comma));
        if (!member.isEmpty())
            fn(member);
        if (comma < 0)
            return;
        list = list.sliced(comma + 1);
    }
}

HttpMethod methodOf(QByteArrayView text)
{
    struct Named
    {
        QByteArrayView name;
        HttpMethod method;
    };
    static constexpr Named All[] = {{"GET", HttpMethod::Get},        {"POST", HttpMethod::Post},
                                    {"HEAD", HttpMethod::Head},      {"PUT", HttpMethod::Put},
                                    {"PATCH", HttpMethod::Patch},    {"DELETE", HttpMethod::Delete},
                                    {"OPTIONS", HttpMethod::Options}};
    for (const auto &named : All) {
        if (text == named.name)
            return named.method;
    }
    return HttpMethod::Other;
}

bool wholeEscapes(QByteArrayView target)
{
    for (auto i = target.indexOf('%'); i >= 0; i = target.indexOf('%', i + 1)) {
        if (i + 2 >= target.size() || !are(target.sliced(i + 1, 2), Hex))
            return false;
    }
    return true;
}

/// Reads the request line and the fields of one head; the first thing wrong ends it.
class Parser
{
public:
    Parser(const QByteArray &text, const Limits &limits, ParsedHead &out)
        : m_text(text)
        , m_limits(limits)
        , m_out(out)
    {
    }

    std::optional<Refusal> run();

private:
    std::optional<Refusal> requestLine(QByteArrayView line);
    std::optional<Refusal> target(QByteArrayView text);
    std::optional<Refusal> field(qsizetype begin, qsizetype end);
    std::optional<Refusal> special(QByteArrayView name, QByteArrayView value);
    std::optional<Refusal> framing();

    const QByteArray &m_text;
    const Limits &m_limits;
    ParsedHead &m_out;
    QByteArrayView m_authority; ///< of an absolute-form target
    QByteArrayView m_host;
    QByteArrayView m_transferEncoding;
    int m_hosts = 0;
    int m_lengths = 0;
    int m_encodings = 0;
    int m_expects = 0;
    int m_types = 0;
    int m_authorizations = 0;
    qint64 m_length = 0;
    bool m_close = false;
    bool m_keep = false;
};

std::optional<Refusal> Parser::run()
{
    auto lineEnd = m_text.indexOf("\r\n");
    if (auto refused = requestLine(QByteArrayView(m_text).first(lineEnd)))
        return refused;
    for (auto begin = lineEnd + 2;; begin = lineEnd + 2) {
        lineEnd = m_text.indexOf("\r\n", begin);
        if (lineEnd <= begin)
            break;
        if (auto refused = field(begin, lineEnd))
            return refused;
    }
    return framing();
}

std::optional<Refusal> Parser::requestLine(QByteArrayView line)
{
    const auto firstSpace = line.indexOf(' ');
    const auto lastSpace = line.lastIndexOf(' ');
    if (firstSpace <= 0 || lastSpace <= firstSpace + 1)
        return Refusal{400, "malformed request line"};
    const auto method = line.first(firstSpace);
    const auto version = line.sliced(lastSpace + 1);
    if (!isToken(method))
        return Refusal{400, "malformed method"};
    if (method.size() > 32)
        return Refusal{501, "unknown method"};
    m_out.head.method = methodOf(method);
    m_out.head.methodText = method.toByteArray();

    const bool wellFormed = version.size() == 8 && version.startsWith("HTTP/") && version.at(6) == '.' &&
                            version.at(5) >= '0' && version.at(5) <= '9' && version.at(7) >= '0' &&
                            version.at(7) <= '9';
    if (!wellFormed)
        return Refusal{400, "malformed HTTP version"};
    if (version.at(5) != '1' || version.at(7) > '1')
        return Refusal{505, "only HTTP/1.0 and HTTP/1.1 are spoken here"};
    m_out.http10 = version.at(7) == '0';
    return target(line.sliced(firstSpace + 1, lastSpace - firstSpace - 1));
}

std::optional<Refusal> Parser::target(QByteArrayView text)
{
    if (text.size() > m_limits.target)
        return Refusal{414, "the request target is too long"};
    if (!are(text, Target) || !wholeEscapes(text))
        return Refusal{400, "malformed request target"};
    if (text.front() != '/') { // RFC 9112 §3.2.2: the absolute form has to be taken
        const auto scheme = text.indexOf("://");
        if (scheme < 0 || !(sameText(text.first(scheme), "http") || sameText(text.first(scheme), "https")))
            return Refusal{400, "malformed request target"};
        text = text.sliced(scheme + 3);
        qsizetype end = 0;
        while (end < text.size() && text.at(end) != '/' && text.at(end) != '?')
            ++end;
        m_authority = text.first(end);
        if (m_authority.isEmpty() || !are(m_authority, Host))
            return Refusal{400, "malformed request target"};
        text = text.sliced(end);
    }
    const auto question = text.indexOf('?');
    m_out.head.rawPath = (question < 0 ? text : text.first(question)).toByteArray();
    if (m_out.head.rawPath.isEmpty())
        m_out.head.rawPath = QByteArray("/");
    if (question >= 0)
        m_out.head.rawQuery =
            question + 1 == text.size() ? QByteArray("") : text.sliced(question + 1).toByteArray();
    return std::nullopt;
}

std::optional<Refusal> Parser::field(qsizetype begin, qsizetype end)
{
    if (m_out.head.headers.size() >= m_limits.fields)
        return Refusal{431, "too many header fields"};
    const auto line = QByteArrayView(m_text).sliced(begin, end - begin);
    if (isOws(line.front()))
        return Refusal{400, "folded header field"};
    const auto colon = line.indexOf(':');
    if (colon <= 0 || !isToken(line.first(colon)))
        return Refusal{400, "malformed header field"};
    const auto name = line.first(colon);
    const auto value = trimmed(line.sliced(colon + 1));
    if (!isFieldValue(value))
        return Refusal{400, "malformed header field"};
    m_out.head.headers.addSpan(begin, colon, value.data() - m_text.constData(), value.size());
    return special(name, value);
}

std::optional<Refusal> Parser::special(QByteArrayView name, QByteArrayView value)
{
    switch (name.size()) {
    case 4:
        if (sameText(name, "host")) {
            m_host = value;
            if (++m_hosts > 1 || !are(value, Host))
                return Refusal{400, "malformed or doubled Host"};
        }
        break;
    case 6:
        if (sameText(name, "expect")) {
            if (++m_expects > 1 || !sameText(value, "100-continue"))
                return Refusal{417, "unknown expectation"};
            m_out.expectContinue = true;
        }
        break;
    case 10:
        if (sameText(name, "connection")) {
            forEachMember(value, [this](QByteArrayView option) {
                m_close = m_close || sameText(option, "close");
                m_keep = m_keep || sameText(option, "keep-alive");
            });
        }
        break;
    case 12:
        if (sameText(name, "content-type") && ++m_types > 1)
            return Refusal{400, "doubled Content-Type"};
        break;
    case 13:
        if (sameText(name, "authorization") && ++m_authorizations > 1)
            return Refusal{400, "doubled Authorization"};
        break;
    case 14:
        if (sameText(name, "content-length")) {
            if (++m_lengths > 1 || value.isEmpty() || value.size() > 18)
                return Refusal{400, "malformed or doubled Content-Length"};
            for (const char c : value) {
                if (c < '0' || c > '9')
                    return Refusal{400, "malformed or doubled Content-Length"};
                m_length = m_length * 10 + (c - '0');
            }
        }
        break;
    case 17:
        if (sameText(name, "transfer-encoding")) {
            if (++m_encodings > 1)
                return Refusal{400, "doubled Transfer-Encoding"};
            m_transferEncoding = value;
        }
        break;
    default:
        break;
    }
    return std::nullopt;
}

std::optional<Refusal> Parser::framing()
{
    auto &head = m_out.head;
    if (m_hosts == 0 && !m_out.http10)
        return Refusal{400, "no Host"};
    if (!m_authority.isEmpty() && m_hosts > 0 &&
        qstrnicmp(m_authority.data(), m_authority.size(), m_host.data(), m_host.size()) != 0)
        return Refusal{400, "Host differs from the request target"};
    if (m_encodings > 0) {
        if (m_lengths > 0)
            return Refusal{400, "both Content-Length and Transfer-Encoding"};
        if (m_out.http10)
            return Refusal{400, "Transfer-Encoding in HTTP/1.0"};
        int codings = 0;
        QByteArrayView last;
        forEachMember(m_transferEncoding, [&](QByteArrayView coding) {
            ++codings;
            last = coding;
        });
        if (!sameText(last, "chunked"))
            return Refusal{400, "the body's end cannot be found"};
        if (codings > 1 || m_transferEncoding.size() != 7)
            return Refusal{501, "unknown transfer coding"};
        head.bodyLength = -1;
    } else {
        head.bodyLength = m_length;
    }
    m_out.keepAlive = !m_close && (!m_out.http10 || m_keep);
    m_out.expectContinue = m_out.expectContinue && !m_out.http10 && head.hasBody();
    return std::nullopt;
}

} // namespace

HeadScanner::State HeadScanner::refuse(int status, const char *message)
{
    m_refusal = {status, message};
    return State::Refused;
}

HeadScanner::State HeadScanner::scan(QByteArrayView bytes, const Limits &limits)
{
    const char *data = bytes.data();
    while (m_scanned < bytes.size()) {
        const auto *found =
            static_cast<const char *>(memchr(data + m_scanned, '\n', size_t(bytes.size() - m_scanned)));
        const auto lineEnd = found ? found - data : bytes.size();
        if (m_lineStart == m_begin && m_scanned == m_begin && lineEnd > m_begin && data[m_begin] != '\r' &&
            !(Kinds[quint8(data[m_begin])] & Token))
            return refuse(400, "malformed request line"); // such as TLS on the plain port
        if (!found) {
            m_scanned = bytes.size();
            break;
        }
        if (lineEnd == m_lineStart || data[lineEnd - 1] != '\r')
            return refuse(400, "a line ends without CR LF");
        m_scanned = lineEnd + 1;
        const bool emptyLine = lineEnd - m_lineStart == 1;
        if (emptyLine && m_lineStart > m_begin) {
            m_length = m_scanned - m_begin;
            return m_length > limits.head ? refuse(431, "the header is too large") : State::Complete;
        }
        m_lineStart = m_scanned;
        if (emptyLine) { // RFC 9112 §2.2: an empty line before a request is passed over
            m_begin = m_scanned;
            if (m_begin > 4)
                return refuse(400, "malformed request line");
        }
    }
    if (bytes.size() - m_begin > limits.head) {
        return m_lineStart == m_begin ? refuse(414, "the request target is too long")
                                      : refuse(431, "the header is too large");
    }
    return State::Incomplete;
}

bool parseHead(QByteArray text, const Limits &limits, ParsedHead &out, Refusal &refusal)
{
    out.head.headers.setBuffer(text);
    auto refused = Parser(text, limits, out).run();
    if (refused)
        refusal = *refused;
    return !refused;
}

bool isRequestId(QByteArrayView id)
{
    return !id.isEmpty() && id.size() <= 128 && are(id, Id);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && are(text, Token);
}

bool isFieldValue(QByteArrayView text)
{
    return are(text, Value);
}

} // namespace anteroom
