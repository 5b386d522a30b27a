// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/bodyreader.h"
#include "server/http/headparser.h"
#include "server/http/request.h"
#include "server/http/response.h"
#include "server/http/upload.h"

#include <QObject>

#include <memory>
#include <optional>

class QTcpSocket;

namespace anteroom {

class WebSocketLink;
class Worker;
struct BodyLimit;
struct SocketMail;

/// One step of an upload or of a pulled body.
inline constexpr qint64 ConnectionBlock = 64 * 1024;

/// How many steps one connection makes before others have their turn.
inline constexpr int ConnectionTurns = 32;

/// The guard of one connection: the only one that reads and writes its socket. One request is read, checked
/// and answered after the other; while one is worked on nothing is read, so a client that hurries is held
/// back by its own kernel, answers come in order, and a connection costs one request and one answer.
class ClientConnection final : public QObject
{
    Q_OBJECT

public:
    ClientConnection(Worker &worker, quint64 id, int slot, Listener listener);
    ~ClientConnection() override;

    /// Takes the descriptor over; false where it is of no use (it is closed then).
    bool open(qintptr descriptor, bool tls);

    quint64 id() const { return m_id; }

    /// A ticket's answer; ignored where it is not for what is under way.
    void deliver(quint64 sequence, HttpResponse response);

    /// What a WebSocket is to be told; ignored where it is none.
    void deliver(const SocketMail &mail);

    /// A ticket's answer while dispatch() runs: it is kept until the handler has returned. False: not for
    /// now.
    bool takeDirectly(quint64 sequence, HttpResponse &response);

    void credit(quint64 sequence, qint64 bytes); ///< an upload's block is written
    void evict();                                ///< ends it, if busy after its answer
    void stop();                                 ///< the server ends: idle ones at once
    void sweep(qint64 now);                      ///< looks at the clocks; milliseconds
    void abort(UploadSink::Abort why);           ///< ends it at once, an upload for that reason

private:
    enum class State : quint8 { Tls, ReadHead, ReadBody, Working, Uploading, Writing, Linger, Socket, Gone };

    void onEncrypted();
    void onReadyRead();
    void onBytesWritten();
    void onDisconnected();

    void pump();
    bool step();
    bool readHead();
    void complete(ParsedHead &parsed);
    bool admit(ParsedHead &&parsed);
    bool openSocket(SocketUpgrade &&upgrade, qint64 size);
    bool startUpload(RequestHead &&head, std::unique_ptr<UploadSink> sink);
    bool startBody(RequestHead &&head);
    bool readBody();
    bool readUpload();
    bool drop();
    bool dispatch(HttpRequest &&request);

    bool refuse(int status, const char *message);
    bool send(HttpResponse &&response);
    bool continueWriting();
    bool answered();
    bool finish();
    void forgetRequest();
    void lingerShortly();
    void sendContinue();
    void becomeIdle();
    void leave();
    qint64 unsent() const;
    bool isTooSlow(qint64 now) const;
    Ticket ticket() const;

    Worker &m_worker;
    const quint64 m_id;
    const int m_slot;
    const Listener m_listener;
    QTcpSocket *m_socket = nullptr;  ///< a child; null where a WebSocket has it
    WebSocketLink *m_link = nullptr; ///< a child, once the connection is a WebSocket
    QHostAddress m_peer;             ///< the other end of the socket, a proxy perhaps
    State m_state = State::ReadHead;
    bool m_tls = false;
    bool m_secure = false; ///< the client's side of the request at hand is https
    bool m_pumping = false;
    bool m_sending = false; ///< inside write() or flush()
    bool m_dispatching = false;
    bool m_keepAlive = true;
    bool m_http10 = false;
    bool m_headRequest = false;
    bool m_headStarted = false;
    bool m_closeSoon = false;
    bool m_unread = false; ///< a refused body may still be coming
    bool m_paused = false; ///< the upload waits for credit
    quint64 m_sequence = 0;

    HeadScanner m_scanner;
    QByteArray m_rawPath;
    QByteArray m_host;
    QByteArray m_requestId;
    std::optional<HttpRequest> m_request; ///< whose body is being read
    BodyReader m_reader;
    QByteArray m_block;
    std::unique_ptr<Upload> m_upload;
    int m_placeGroup = 0; ///< of BodyPlaces; 0: none taken

    std::optional<HttpResponse> m_early;
    std::unique_ptr<BodySource> m_source;
    qint64 m_sourceLeft = 0;

    qint64 m_stamp = 0;     ///< when something last moved, by state
    qint64 m_bodyStart = 0; ///< moved on by the time that an upload was held back
    qint64 m_pausedAt = 0;
    qint64 m_received = 0; ///< of the body, or of what is dropped
};

} // namespace anteroom
