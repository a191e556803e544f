#include "hub/http/stream_socket.h"

#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/http/client_address.h"
#include "hub/http/pings.h"
#include "hub/http/stream_admission.h"
#include "hub/http/to_drogon.h"
#include "hub/live/live_message.h"

#include <drogon/HttpResponse.h>
#include <trantor/net/EventLoop.h>

#include <charconv>
#include <memory>
#include <utility>

namespace chengyun::hub {
namespace {

/// What the gate has found out, for the connection that follows.
struct Admitted {
    SignedInPtr who;
    JournalPosition from;
};
constexpr const char* admitted_key = "chengyun.admitted";
const std::string too_much = "more than the hub can hear";
/// The seat of one connection, for the feed and for the live lane. On the connection's loop.
class SocketSeat final : public FeedSeat,
                         public LiveSeat,
                         public std::enable_shared_from_this<SocketSeat> {
public:
    SocketSeat(Context& context, drogon::WebSocketConnectionPtr connection, std::string session)
        : context_(context), connection_(std::move(connection)), session_(std::move(session)) {}

    void send(const Frame& frame) override {
        if (!has_ended_)
            connection_->send(frame->data(), frame->size());
    }
    void mark(std::int64_t marker) override { ping({Pings::Of::feed, marker}); }
    void show(const Frame& frame, std::int64_t batch) override {
        send(frame);
        ping({Pings::Of::live, batch});
    }
    void end(Ending why) override {
        switch (why) {
        case Ending::going_away:
            return end(drogon::CloseCode::kEndpointGone, "the hub stops");
        case Ending::policy:
            return end(drogon::CloseCode::kViolation, "the session has ended");
        case Ending::slow:
            leave();
            // It does not read: a closing handshake would wait for what it has not read.
            return connection_->forceClose();
        case Ending::reload:
            return end(static_cast<drogon::CloseCode>(why), "fetch the snapshot");
        }
    }
    void end(drogon::CloseCode code, const std::string& reason) {
        leave();
        connection_->shutdown(code, reason);
        // A client that does not close its side would keep the connection for good.
        if (auto* loop = trantor::EventLoop::getEventLoopOfCurrentThread())
            loop->runAfter(closing_seconds, [still = std::weak_ptr(connection_)] {
                if (const auto connection = still.lock())
                    connection->forceClose();
            });
    }
    /// Feed and live lane forget it, and what they are still about to send goes nowhere: a client
    /// that does not close its side is neither told nor heard any more. Idempotent.
    void leave() {
        if (std::exchange(has_ended_, true))
            return;
        guarded_job("stream", [&] { context_.live->leave(shared_from_this()); });
        guarded_job("stream", [&] { context_.feed->leave(shared_from_this()); });
    }
    [[nodiscard]] bool has_ended() const { return has_ended_; }
    [[nodiscard]] const std::string& session() const { return session_; }
    [[nodiscard]] Pings& pings() { return pings_; }

private:
    void ping(Pings::Ping ping) {
        if (!has_ended_)
            connection_->send(pings_.add(ping), drogon::WebSocketMessageType::Ping);
    }

    static constexpr double closing_seconds = 2;

    Context& context_;
    drogon::WebSocketConnectionPtr connection_;
    std::string session_;
    Pings pings_;
    bool has_ended_ = false;
};

} // namespace

void StreamGate::doFilter(const drogon::HttpRequestPtr& request, drogon::FilterCallback&& refuse,
                          drogon::FilterChainCallback&& go_on) {
    auto let_in = guarded("stream", [&]() -> Result<> {
        look(request, refuse, go_on);
        return {};
    });
    if (!let_in)
        refuse(to_drogon(problem(let_in.error()), request->path()));
}

void StreamGate::look(const drogon::HttpRequestPtr& request, const drogon::FilterCallback& refuse,
                      const drogon::FilterChainCallback& go_on) {
    const auto deny = [&](const Failure& why) {
        log(LogLevel::info, "stream", "refused",
            {{"kind", json::name_of(why.kind)}, {"detail", std::string_view(why.detail)}});
        refuse(to_drogon(problem(why), request->path()));
    };
    bool by_cookie = false;
    auto who = router_.authenticate(request, by_cookie);
    if (!who)
        return deny(who.error());
    // A page of another site may open a WebSocket with our cookie; it cannot hide where it is from.
    static const std::string no_page;
    const auto& origin = by_cookie ? request->getHeader("origin") : no_page;
    if (auto may = check_stream(context_, origin, request->getHeader("host")); !may)
        return deny(may.error());
    const auto& text = request->getParameter("from");
    std::int64_t from = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), from);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() || from < 0)
        return deny(fail(FailureKind::invalid_field, "from", "a journal number"));
    const auto& hash = request->getParameter("hash");
    if (!hash.empty() && !is_chain_hash(hash))
        return deny(fail(FailureKind::invalid_field, "hash", "the hash of the entry `from`"));
    request->attributes()->insert(admitted_key, Admitted{std::move(*who), {from, hash}});
    if (context_.connections)
        context_.connections->streams(ends_of(request));
    go_on();
}

void StreamSocket::handleNewConnection(const drogon::HttpRequestPtr& request,
                                       const drogon::WebSocketConnectionPtr& connection) {
    if (!guarded_job("stream", [&] { join(request, connection); }))
        connection->forceClose();
}

void StreamSocket::join(const drogon::HttpRequestPtr& request,
                        const drogon::WebSocketConnectionPtr& connection) {
    const auto admitted = request->attributes()->get<Admitted>(admitted_key);
    if (!admitted.who) {
        connection->forceClose();
        return;
    }
    connection->disablePing(); // the feed's markers are pings
    auto seat = std::make_shared<SocketSeat>(context_, connection, admitted.who->session);
    connection->setContext(seat);
    context_.live->join(seat, context_.loops->current(), admitted.who->account);
    context_.feed->join(seat, context_.loops->current(), admitted.who->account,
                        admitted.who->session, admitted.from, context_.writer.head());
    // One that ended before the feed knew of this seat is not announced to it any more.
    if (!context_.sessions.touch(admitted.who->session))
        seat->end(Ending::policy);
}

void StreamSocket::handleNewMessage(const drogon::WebSocketConnectionPtr& connection,
                                    std::string&& message,
                                    const drogon::WebSocketMessageType& type) {
    if (!guarded_job("stream", [&] { hear(connection, message, type); }))
        connection->forceClose();
}

void StreamSocket::hear(const drogon::WebSocketConnectionPtr& connection,
                        const std::string& message, const drogon::WebSocketMessageType& type) {
    const auto seat = connection->getContext<SocketSeat>();
    if (!seat || seat->has_ended())
        return;
    if (type == drogon::WebSocketMessageType::Pong) {
        for (const auto& [of, number] : seat->pings().answered(message))
            if (of == Pings::Of::feed)
                context_.feed->marked(seat, number);
            else if (!context_.live->taken(seat, number))
                return seat->end(drogon::CloseCode::kViolation, too_much);
        static_cast<void>(context_.sessions.touch(seat->session()));
        return;
    }
    if (type != drogon::WebSocketMessageType::Text)
        return;
    auto said = read_seat_message(message);
    if (!said)
        return seat->end(drogon::CloseCode::kViolation, "not a message of this protocol");
    // An ended session's stream is closed by the feed, soon; a ping does not keep it.
    static_cast<void>(context_.sessions.touch(seat->session()));
    if (const auto* ping = std::get_if<PingMessage>(&*said))
        connection->send("{\"t\":\"pong\",\"at\":" + boost::json::serialize(ping->at) +
                         ",\"now\":" + std::to_string(ms_of(context_.clock())) + ",\"live\":1}");
    if (!context_.live->hear(seat, std::move(*said)))
        seat->end(drogon::CloseCode::kViolation, too_much);
}

void StreamSocket::handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) {
    if (const auto seat = connection->getContext<SocketSeat>()) {
        seat->leave();
        connection->clearContext(); // seat and connection hold each other
    }
}

} // namespace chengyun::hub
