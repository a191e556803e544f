#include "app/consult/media/janus_link.h"

#include "app/text.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QWebSocketHandshakeOptions>

#include <boost/json/serialize.hpp>

namespace chengyun::console {

namespace {

namespace bj = boost::json;

constexpr int refused_token = 403;

bool is_here(const QUrl& url) {
    return url.host() == QStringLiteral("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace

JanusLink::JanusLink(QObject* parent) : QObject(parent) {
    socket_.setMaxAllowedIncomingFrameSize(longest_janus_message);
    socket_.setMaxAllowedIncomingMessageSize(longest_janus_message);
    connect(&socket_, &QWebSocket::connected, this, &JanusLink::create);
    connect(&socket_, &QWebSocket::textMessageReceived, this, &JanusLink::take);
    connect(&socket_, &QWebSocket::binaryMessageReceived, this,
            [this] { end(fail(FailureKind::malformed, {}, "the media server sends no text")); });
    connect(&socket_, &QWebSocket::disconnected, this, [this] {
        end(fail(FailureKind::unavailable, {}, socket_.errorString().toStdString()));
    });
    connect(&socket_, &QWebSocket::errorOccurred, this, [this] {
        end(fail(FailureKind::unavailable, {}, socket_.errorString().toStdString()));
    });
    timer_.setInterval(beat);
    connect(&timer_, &QTimer::timeout, this, &JanusLink::look);
}

JanusLink::~JanusLink() {
    over_ = true;
}

void JanusLink::open(const QUrl& url, const QString& token) {
    token_ = token.toStdString();
    if (!url.isValid() ||
        (url.scheme() != QStringLiteral("ws") && url.scheme() != QStringLiteral("wss"))) {
        QMetaObject::invokeMethod(
            this,
            [this] { end(fail(FailureKind::unavailable, {}, "no address of a media server")); },
            Qt::QueuedConnection);
        return;
    }
    if (is_here(url))
        socket_.setProxy(QNetworkProxy::NoProxy);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({QStringLiteral("janus-protocol")});
    connecting_.start();
    timer_.start();
    socket_.open(url, options);
}

void JanusLink::close() {
    if (over_)
        return;
    if (session_ != 0) {
        // Otherwise the others would see us until the session runs out.
        send({{"janus", "destroy"}});
        socket_.flush();
    }
    over_ = true;
    open_.clear();
    timer_.stop();
    if (socket_.state() == QAbstractSocket::ConnectedState)
        socket_.close();
    else
        socket_.abort();
}

void JanusLink::create() {
    if (over_)
        return;
    last_heard_.start();
    send({{"janus", "create"}}, [this](const Result<JanusMessage>& answer) {
        if (!answer)
            return end(answer.error());
        if (answer->id == 0)
            return end(fail(FailureKind::unavailable, {}, answer->error));
        session_ = answer->id;
        Q_EMIT opened();
    });
}

void JanusLink::attach(std::function<void(std::uint64_t)> done) {
    send({{"janus", "attach"}, {"plugin", "janus.plugin.videoroom"}},
         [this, done = std::move(done)](const Result<JanusMessage>& answer) {
             if (!answer)
                 return end(answer.error());
             if (answer->id == 0)
                 return end(fail(FailureKind::unavailable, {}, answer->error));
             done(answer->id);
         });
}

void JanusLink::ask(std::uint64_t handle, bj::object body, OnAnswer done, const std::string& sdp,
                    bool is_offer) {
    bj::object request{{"janus", "message"}, {"handle_id", handle}, {"body", std::move(body)}};
    if (!sdp.empty())
        request["jsep"] = bj::object{{"type", is_offer ? "offer" : "answer"}, {"sdp", sdp}};
    send(std::move(request), std::move(done));
}

void JanusLink::trickle(std::uint64_t handle, unsigned mline, const std::string& candidate) {
    bj::object said;
    if (candidate.empty())
        said["completed"] = true;
    else
        said = {{"candidate", candidate}, {"sdpMLineIndex", mline}};
    send({{"janus", "trickle"}, {"handle_id", handle}, {"candidate", std::move(said)}});
}

void JanusLink::detach(std::uint64_t handle) {
    send({{"janus", "detach"}, {"handle_id", handle}});
}

void JanusLink::send(bj::object request, OnAnswer done, bool by_ack) {
    if (over_ || socket_.state() != QAbstractSocket::ConnectedState || !socket_.isValid())
        return;
    const auto transaction = QString::number(++asked_);
    request["transaction"] = transaction.toStdString();
    request["token"] = token_;
    if (session_ != 0)
        request["session_id"] = session_;
    if (done) {
        auto& asked = open_[transaction];
        asked.done = std::move(done);
        asked.by_ack = by_ack;
        asked.since.start();
    }
    socket_.sendTextMessage(qs(bj::serialize(request)));
}

void JanusLink::take(const QString& text) {
    if (over_)
        return;
    last_heard_.start();
    const auto bytes = text.toUtf8();
    const auto message = read_janus_message(view(bytes));
    if (!message)
        return end(message.error());
    using Kind = JanusMessage::Kind;
    if (message->kind == Kind::error && message->error_code == refused_token)
        return end(fail(FailureKind::forbidden, {}, message->error));
    if (message->kind == Kind::timeout)
        return end(fail(FailureKind::unavailable, {}, "the media server has ended the session"));
    if (const auto asked = open_.find(qs(message->transaction)); asked != open_.end()) {
        if (message->kind == Kind::ack && !asked->by_ack)
            return;
        // A copy: who is answered may ask anew, or close.
        const auto done = asked->done;
        open_.erase(asked);
        return done(*message);
    }
    if (message->kind == Kind::event || message->kind == Kind::hangup ||
        message->kind == Kind::detached)
        Q_EMIT heard(*message);
}

void JanusLink::look() {
    if (session_ == 0 && connecting_.elapsed() > patience.count())
        return end(fail(FailureKind::unavailable, {}, "the media server does not answer"));
    if (session_ == 0)
        return;
    if (last_heard_.elapsed() > silence.count())
        return end(fail(FailureKind::unavailable, {}, "the media server does not answer any more"));
    for (const auto& asked : std::as_const(open_))
        if (asked.since.elapsed() > patience.count())
            return end(
                fail(FailureKind::unavailable, {}, "the media server leaves a question open"));
    send({{"janus", "keepalive"}});
}

void JanusLink::end(const Failure& why) {
    if (std::exchange(over_, true))
        return;
    timer_.stop();
    open_.clear();
    socket_.abort();
    Q_EMIT lost(why);
}

} // namespace chengyun::console
