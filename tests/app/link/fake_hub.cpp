#include "tests/app/link/fake_hub.h"

#include "core/json/codec.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>
#include <QWebSocket>

namespace chengyun::test {
namespace {

QByteArray bytes(const std::string& text) {
    return QByteArray::fromStdString(text);
}

QByteArray problem(int status, const QByteArray& kind, const QByteArray& field = {}) {
    Problem problem{
        "urn:chengyun:problem:" + kind.toStdString(), kind.toStdString(), status, {}, {}};
    if (!field.isEmpty())
        problem.field = field.toStdString();
    return bytes(json::write(problem));
}

} // namespace

FakeHub::FakeHub() : upgrade_(QStringLiteral("fake"), QWebSocketServer::NonSecureMode) {
    account = {
        "0190a000-0000-7000-8000-00000000a001", "wang", "王敏", Role::operator_, {}, {}, false, 1};
    server_.setProxy(QNetworkProxy::NoProxy);
    connect(&server_, &QTcpServer::newConnection, this, [this] {
        while (auto* socket = server_.nextPendingConnection()) {
            sockets_.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QObject::destroyed, this,
                    [this, socket] { sockets_.removeAll(socket); });
        }
    });
    connect(&upgrade_, &QWebSocketServer::newConnection, this, [this] {
        while (auto* stream = upgrade_.nextPendingConnection())
            openStream(stream);
    });
}

FakeHub::~FakeHub() {
    server_.disconnect(this);
    down();
}

void FakeHub::up() {
    if (!server_.listen(QHostAddress::LocalHost, port_))
        qFatal("no port for the test's hub");
    port_ = server_.serverPort();
}

void FakeHub::down() {
    server_.close();
    const auto streams = streams_;
    streams_.clear();
    for (auto* stream : streams) {
        stream->disconnect(this);
        stream->abort();
        stream->deleteLater();
    }
    const auto sockets = sockets_;
    sockets_.clear();
    for (auto* socket : sockets) {
        socket->disconnect(this);
        socket->abort();
        socket->deleteLater();
    }
}

QUrl FakeHub::url() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port_));
}

qint64 FakeHub::head() const {
    return journal_.empty() ? snapshot.seq : std::max(snapshot.seq, journal_.back().seq);
}

void FakeHub::take(QTcpSocket* socket) {
    // Looked at, not read: a request for the stream is handed on untouched.
    const auto seen = socket->peek(1 << 20);
    const auto headEnd = seen.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    const auto lines = seen.left(headEnd).split('\n');
    const auto first = lines.front().trimmed().split(' ');
    if (first.size() < 2)
        return;
    QHash<QByteArray, QByteArray> headers;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto colon = lines[i].indexOf(':');
        headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    if (first[1].startsWith("/api/v1/stream")) {
        if (isDeaf)
            return;
        socket->disconnect(this);
        sockets_.removeAll(socket);
        if (!knows(headers.value("authorization"))) {
            socket->write("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            socket->disconnectFromHost();
            return;
        }
        upgrade_.handleConnection(socket);
        return;
    }
    const auto length = headers.value("content-length").toLongLong();
    if (seen.size() < headEnd + 4 + length)
        return;
    socket->read(headEnd + 4);
    const auto body = socket->read(length);
    answer(socket, first[0], first[1].mid(QByteArray("/api/v1").size()), headers, body);
}

bool FakeHub::knows(const QByteArray& authorization) const {
    return authorization == "Bearer " + token ||
           (authorization.startsWith("Bearer ") &&
            others.contains(authorization.mid(qstrlen("Bearer "))));
}

void FakeHub::answer(QTcpSocket* socket, const QByteArray& method, const QByteArray& path,
                     const QHash<QByteArray, QByteArray>& headers, const QByteArray& body) {
    if (path == "/sessions" && method == "POST") {
        const auto asked = json::read<SignIn>(body.toStdString());
        if (!asked || QString::fromStdString(asked->password) != password)
            return reply(socket, 401, problem(401, "unauthenticated"));
        return reply(socket, 200,
                     bytes(json::write(
                         Session{token.toStdString(), instant_of(latest_instant_ms), account})));
    }
    const auto sent = headers.value("authorization");
    if (!knows(sent))
        return reply(socket, 401, problem(401, "unauthenticated"));
    if (path == "/password-rule")
        return reply(socket, 200, R"({"min_length":12})");
    if (path == "/me/password/check" && insteadOfTheHub.isEmpty())
        return checkPassword(socket, body);
    if (path == "/me/password" && insteadOfTheHub.isEmpty())
        return changePassword(socket, body);
    if (path == "/me")
        return reply(socket, 200,
                     bytes(json::write(others.value(sent.mid(qstrlen("Bearer ")), account))));
    if (path == "/snapshot") {
        if (withholdsSnapshot)
            return socket->abort();
        ++snapshots;
        auto told = snapshot;
        if (tellsHashes)
            told.hash = hashAt(told.seq).toStdString();
        return reply(socket, 200, bytes(json::write(told)));
    }
    if (path.startsWith("/attachments/") && !photo.isEmpty()) {
        paths.append(path);
        if (beforeAnswering)
            beforeAnswering();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\nContent-Length: " +
                      QByteArray::number(photo.size()) + "\r\n\r\n" + photo);
        return;
    }
    if (method == "GET") {
        fetched.append(path);
        if (const auto status = broken.constFind(path); status != broken.constEnd()) {
            ++askedForBroken;
            if (*status == 0)
                return socket->abort();
            socket->write("HTTP/1.1 " + QByteArray::number(*status) +
                          " Broken\r\nContent-Length: 0\r\n\r\n");
            return;
        }
        if (const auto page = pages.constFind(path); page != pages.constEnd())
            return reply(socket, 200, *page);
        if (refuseStatus != 0)
            return reply(socket, refuseStatus, problem(refuseStatus, refuseKind));
        return reply(socket, 404, problem(404, "not_found"));
    }

    if (method == "DELETE" && path == "/sessions/current" && insteadOfTheHub.isEmpty()) {
        ended.append(sent.mid(qstrlen("Bearer ")));
        return reply(socket, 204, {});
    }
    paths.append(path);
    if (silent)
        return;
    if (!insteadOfTheHub.isEmpty()) {
        socket->write(insteadOfTheHub);
        return;
    }
    const auto key = headers.value("idempotency-key");
    if (key.isEmpty() || !answers_.contains(key)) {
        if (const auto expires = headers.value("command-expires").toLongLong();
            expires != 0 && expires < ms_of(now()))
            return reply(socket, 410, problem(410, "expired"));
        if (refuseStatus != 0 && path.startsWith(refusePath))
            return reply(socket, refuseStatus, problem(refuseStatus, refuseKind));
        carriedOut.append(body);
        carriedOutAs.append(sent.mid(qstrlen("Bearer ")));
        answers_.insert(key, path == "/attachments" ? QByteArray(R"({"id":"photo-1"})")
                                                    : QByteArray(R"({"seq":1,"change":{}})"));
    }
    if (beforeAnswering)
        beforeAnswering();
    if (loseAnswers > 0) {
        --loseAnswers;
        socket->abort();
        return;
    }
    reply(socket, 200, answers_.value(key));
}

void FakeHub::checkPassword(QTcpSocket* socket, const QByteArray& body) {
    ++passwordsChecked;
    const auto asked = json::read<CheckPassword>(body.toStdString());
    if (refuseStatus != 0)
        return reply(socket, refuseStatus, problem(refuseStatus, refuseKind));
    if (asked && QString::fromStdString(asked->password) == password)
        return reply(socket, 200, bytes(json::write(account)));
    reply(socket, 403, problem(403, "forbidden", "password"));
}

void FakeHub::changePassword(QTcpSocket* socket, const QByteArray& body) {
    const auto asked = json::read<ChangePassword>(body.toStdString());
    if (!asked || QString::fromStdString(asked->old_password) != password)
        return reply(socket, 403, problem(403, "forbidden", "old_password"));
    if (asked->new_password.size() < 12)
        return reply(socket, 422, problem(422, "invalid_field", "new_password"));
    password = QString::fromStdString(asked->new_password);
    if (!silent)
        reply(socket, 200, R"({"seq":1,"change":{}})");
}

void FakeHub::reply(QTcpSocket* socket, int status, const QByteArray& body) {
    socket->write("HTTP/1.1 " + QByteArray::number(status) + " Answer\r\n" +
                  (version.isEmpty() ? QByteArray() : "chengyun-wire: " + version + "\r\n") +
                  "Content-Type: application/" + (status < 400 ? "" : "problem+") +
                  "json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

void FakeHub::openStream(QWebSocket* stream) {
    const auto from = QUrlQuery(stream->requestUrl()).queryItemValue(QStringLiteral("from"));
    streams_.append(stream);
    const auto hash = QUrlQuery(stream->requestUrl()).queryItemValue(QStringLiteral("hash"));
    streamsFrom.append(from.toLongLong());
    streamsHash.append(hash);
    connect(stream, &QWebSocket::textMessageReceived, this,
            [this, stream = QPointer<QWebSocket>(stream)](const QString& text) {
                const auto said = json::parse(text.toStdString());
                if (!stream || !said)
                    return;
                if (said->at("t") != "ping") {
                    // One of an older version breaks off with whoever says what it does not know.
                    if (hasLiveLane)
                        live.append(text);
                    else
                        stream->close(QWebSocketProtocol::CloseCodePolicyViolated);
                    return;
                }
                stream->sendTextMessage(
                    QStringLiteral(R"({"t":"pong","at":%1,"now":%2%3})")
                        .arg(said->at("at").to_number<std::int64_t>())
                        .arg(ms_of(system_now()))
                        .arg(hasLiveLane ? QStringLiteral(R"(,"live":1)") : QString()));
            });
    connect(stream, &QWebSocket::disconnected, this, [this, stream] {
        streams_.removeAll(stream);
        stream->deleteLater();
    });
    if (from.toLongLong() > head() || (!hash.isEmpty() && hash != hashAt(from.toLongLong())))
        return tellReload();
    sendFrom(stream, from.toLongLong());
}

void FakeHub::sendFrom(QWebSocket* stream, qint64 after) {
    std::vector<Entry> entries;
    for (const auto& entry : journal_)
        if (entry.seq > after)
            entries.push_back(entry);
    const auto hash =
        tellsHashes ? QStringLiteral(R"("hash":"%1",)").arg(hashAt(head())) : QString();
    const auto told = version.isEmpty()
                          ? QString()
                          : QStringLiteral(R"("wire":"%1",)").arg(QString::fromLatin1(version));
    stream->sendTextMessage(QStringLiteral(R"({"t":"entries","after":%1,"head":%2,%3"entries":%4})")
                                .arg(after)
                                .arg(head())
                                .arg(told + hash, QString::fromStdString(json::write(entries))));
}

QString FakeHub::hashAt(qint64 seq) const {
    return QLatin1Char(chain_) + QStringLiteral("%1").arg(seq, 63, 16, QLatin1Char('0'));
}

void FakeHub::restore(Snapshot backup) {
    snapshot = std::move(backup);
    journal_.clear();
    ++chain_;
}

void FakeHub::push(Entry entry) {
    const auto before = head();
    entry.seq = before + 1;
    journal_.push_back(entry);
    if (!sendsEntries)
        return;
    for (auto* stream : std::as_const(streams_))
        sendFrom(stream, before);
}

void FakeHub::pushLive(const QByteArray& changes) {
    for (auto* stream : std::as_const(streams_))
        stream->sendTextMessage(
            QString::fromUtf8(R"({"t":"live","watches":)" + changes + QByteArray("}")));
}

void FakeHub::tellReload() {
    const auto streams = streams_;
    for (auto* stream : streams) {
        stream->sendTextMessage(QStringLiteral(R"({"t":"reload","head":%1})").arg(head()));
        stream->close(); // right behind it, as the real one
    }
}

} // namespace chengyun::test
