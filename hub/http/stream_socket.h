// The stream's WebSocket: who may open it, and a seat of the feed on its other side.
#pragma once

#include "hub/http/context.h"
#include "hub/http/router.h"

#include <drogon/HttpFilter.h>
#include <drogon/WebSocketController.h>

namespace chengyun::hub {

/// Refuses the upgrade with a problem while it can still be refused: no session, a page of another
/// site, a bad position, too many seats.
class StreamGate : public drogon::HttpFilter<StreamGate, false> {
public:
    StreamGate(Context& context, const Router& router) : context_(context), router_(router) {}
    void doFilter(const drogon::HttpRequestPtr& request, drogon::FilterCallback&& refuse,
                  drogon::FilterChainCallback&& go_on) override;

private:
    void look(const drogon::HttpRequestPtr& request, const drogon::FilterCallback& refuse,
              const drogon::FilterChainCallback& go_on);

    Context& context_;
    const Router& router_;
};

class StreamSocket : public drogon::WebSocketController<StreamSocket, false> {
public:
    explicit StreamSocket(Context& context) : context_(context) {}

    void handleNewConnection(const drogon::HttpRequestPtr& request,
                             const drogon::WebSocketConnectionPtr& connection) override;
    void handleNewMessage(const drogon::WebSocketConnectionPtr& connection, std::string&& message,
                          const drogon::WebSocketMessageType& type) override;
    void handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) override;

    WS_PATH_LIST_BEGIN
    WS_PATH_ADD("/api/v1/stream", "chengyun::hub::StreamGate");
    WS_PATH_LIST_END

private:
    void join(const drogon::HttpRequestPtr& request,
              const drogon::WebSocketConnectionPtr& connection);
    void hear(const drogon::WebSocketConnectionPtr& connection, const std::string& message,
              const drogon::WebSocketMessageType& type);

    Context& context_;
};

} // namespace chengyun::hub
