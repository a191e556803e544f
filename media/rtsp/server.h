// The RTSP server: one shared media a camera, made when the first viewer asks and dropped with the
// last, so that 60 cameras cost nothing until somebody looks.
#pragma once

#include "core/result.h"
#include "media/demo/cameras.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace chengyun::media {

/// What viewers may cost. A connection without a session shows nothing and is counted by nobody
/// else.
struct RtspLimits {
    int max_sessions = 512; ///< sessions at once; more are refused
    int max_quiet = 64;     ///< connections without a session; the oldest go first
    int quiet_seconds = 30; ///< how long a connection may be without one
};

class RtspServer {
public:
    /// Binds and starts answering on the default main context, which the caller runs.
    /// Fails with unavailable when the address cannot be bound.
    [[nodiscard]] static Result<std::unique_ptr<RtspServer>>
    start(const std::string& address, std::uint16_t port, const RtspLimits& limits,
          std::span<const DemoCamera> cameras);
    ~RtspServer();
    RtspServer(const RtspServer&) = delete;
    RtspServer& operator=(const RtspServer&) = delete;

    /// The port that was bound, also when 0 was asked for.
    [[nodiscard]] std::uint16_t port() const;

    /// Connections at present, with a session and without.
    [[nodiscard]] std::size_t connections() const;
    /// Forgets sessions of viewers that vanished, and closes connections beyond the limits. By
    /// itself every second; tests bring a later time. On the main context's thread.
    void tend(std::chrono::steady_clock::time_point now);

private:
    struct Impl;
    explicit RtspServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::media
