// The RTSP server: one shared media a camera, made when the first viewer asks and dropped with the
// last, so that 60 cameras cost nothing until somebody looks.
#pragma once

#include "core/result.h"
#include "media/demo/cameras.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>

namespace chengyun::media {

class RtspServer {
public:
    /// Binds and starts answering on the default main context, which the caller runs.
    /// Fails with unavailable when the address cannot be bound.
    [[nodiscard]] static Result<std::unique_ptr<RtspServer>>
    start(const std::string& address, std::uint16_t port, int max_sessions,
          std::span<const DemoCamera> cameras);
    ~RtspServer();
    RtspServer(const RtspServer&) = delete;
    RtspServer& operator=(const RtspServer&) = delete;

    /// The port that was bound, also when 0 was asked for.
    [[nodiscard]] std::uint16_t port() const;

private:
    struct Impl;
    explicit RtspServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace chengyun::media
