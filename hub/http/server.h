// Drogon, set up for the hub: listeners, limits, routes, stream, and an orderly end.
#pragma once

#include "hub/capability/capability.h"
#include "hub/http/context.h"
#include "hub/http/router.h"

#include <functional>
#include <memory>

namespace chengyun::hub {

/// Whether the network library of this machine can do what is asked. Debian's is built without TLS
/// and would serve plain HTTP where HTTPS was asked for.
[[nodiscard]] Result<> can_serve(const HttpConfig& config);

/// One a process (Drogon's application is a singleton).
class Server {
public:
    /// All must outlive this.
    Server(Context& context, CapabilityList capabilities);
    ~Server();

    [[nodiscard]] const Router& router() const;

    /// Serves until stop() or a signal, then drains: new requests are refused, running ones
    /// finished within http.drain_seconds, streams closed with 1001. Stop the
    /// capabilities and the writer before this server goes: what they still do answers into its
    /// closed loops. `listening`
    /// is called once, with the address that was bound; Context::address says how phones reach it.
    /// Must be called on the main thread, with SIGTERM, SIGINT and SIGUSR2 blocked in every thread.
    /// Fails when the address cannot be bound.
    [[nodiscard]] Result<> run(std::function<void(const std::string& bound)> listening);
    /// Any thread.
    void stop();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::hub
