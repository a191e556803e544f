#include "hub/http/stream_socket.h"

#include "hub/config/guard.h"
#include "hub/config/log.h"
#include "hub/http/client_address.h"
#include "hub/http/stream_admission.h"
#include "hub/http/to_drogon.h"
#include "hub/live/live_message.h"

#include <drogon/HttpResponse.h>

#include <charconv>
#include <optional>

namespace chengyun::hub {
namespace {

/// What the gate has found out, for the connection that follows.
struct Admitted {
    SignedInPtr who;
    JournalPosition from;
};
constexpr const char* admitted_key = "chengyun.admitted";
/// Before the number in a ping that follows a batch of the live lane, and so in its pong.
const std::string live_mark = "live ";

template <class Number>
std::optional<Number> number_of(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return {};
    return number;
}

class SocketSeat final : public Seat, public LiveSeat {
public:
    SocketSeat(drogon::WebSocketConnectionPtr connection, std::string session)
        : connection_(std::move(connection)), session_(std::move(session)) {}

    void send(const Frame& frame) override { connection_->send(frame->data(), frame->size()); }
    void mark(std::int64_t marker) override {
        connection_->send(std::to_string(marker), drogon::WebSocketMessageType::Ping);
    }
    void show(const Frame& frame, std::int64_t batch) override {
        send(frame);
        connection_->send(live_mark + std::to_string(batch), drogon::WebSocketMessageType::Ping);
    }
    void end(Ending why) override {
        if (why == Ending::slow) {
            // It does not read: a closing handshake would wait for what it has not read.
            connection_->forceClose();
            return;
        }
        connection_->shutdown(static_cast<drogon::CloseCode>(why), reason(why));
    }
    [[nodiscard]] const std::string& session() const { return session_; }

private:
    static std::string reason(Ending why) {
        switch (why) {
        case Ending::going_away:
            return "the hub stops";
        case Ending::policy:
            return "the session has ended";
        case Ending::slow:
            return "too much unread";
        case Ending::reload:
            return "fetch the snapshot";
        }
        return {};
    }
    drogon::WebSocketConnectionPtr connection_;
    std::string session_;
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
    auto seat = std::make_shared<SocketSeat>(connection, admitted.who->session);
    connection->setContext(seat);
    context_.live->join(seat, context_.loops->current(), admitted.who->account);
    context_.feed->join(std::move(seat), context_.loops->current(), admitted.who->account,
                        admitted.who->session, admitted.from, context_.writer.head());
    // One that ended before the feed knew of this seat is not announced to it any more.
    if (!context_.sessions.touch(admitted.who->session))
        connection->shutdown(drogon::CloseCode::kViolation, "the session has ended");
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
    if (!seat)
        return;
    if (type == drogon::WebSocketMessageType::Pong) {
        const std::string_view text = message;
        if (!text.starts_with(live_mark)) {
            if (const auto marker = number_of<std::int64_t>(text))
                context_.feed->marked(seat, *marker);
        } else if (const auto batch = number_of<std::int64_t>(text.substr(live_mark.size()))) {
            context_.live->taken(seat, *batch);
        }
        static_cast<void>(context_.sessions.touch(seat->session()));
        return;
    }
    if (type != drogon::WebSocketMessageType::Text)
        return;
    auto said = read_seat_message(message);
    if (!said) {
        connection->shutdown(drogon::CloseCode::kViolation, "not a message of this protocol");
        return;
    }
    // An ended session's stream is closed by the feed, soon; a ping does not keep it.
    static_cast<void>(context_.sessions.touch(seat->session()));
    context_.live->heard(seat);
    if (const auto* ping = std::get_if<PingMessage>(&*said))
        connection->send("{\"t\":\"pong\",\"at\":" + boost::json::serialize(ping->at) +
                         ",\"now\":" + std::to_string(ms_of(context_.clock())) + ",\"live\":1}");
    else if (auto* watch = std::get_if<WatchLive>(&*said))
        context_.live->watch(seat, std::move(*watch));
    else if (const auto* unwatch = std::get_if<UnwatchMessage>(&*said))
        context_.live->unwatch(seat, unwatch->id);
    else if (auto* present = std::get_if<PresentLive>(&*said))
        context_.live->present(seat, std::move(*present));
}

void StreamSocket::handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) {
    if (const auto seat = connection->getContext<SocketSeat>()) {
        guarded_job("stream", [&] {
            context_.feed->leave(seat);
            context_.live->leave(seat);
        });
        connection->clearContext(); // seat and connection hold each other
    }
}

} // namespace chengyun::hub
