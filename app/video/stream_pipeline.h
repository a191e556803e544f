// One attempt at one stream: connect, decode, deliver pictures until something ends it. Never
// retries; CameraPlayer makes a new one for that.
#pragma once

#include <QString>
#include <QVideoFrame>

#include <functional>
#include <memory>
#include <string>

namespace chengyun::console {

/// Why there is no picture.
enum class StreamEnd {
    bad_address,  ///< not an rtsp:// or rtsps:// address
    unreachable,  ///< nobody answers there
    not_found,    ///< the server has no such camera
    unauthorized, ///< the server wants other credentials
    undecodable,  ///< the stream's format cannot be decoded here
    stalled,      ///< connected, but no picture comes any more
    ended         ///< the server closed the stream
};

/// Made, used and destroyed on one thread. Destroying it returns at once: callbacks are off before
/// it returns, and the pipeline is shut down in the background (a dead server must not freeze
/// the screen).
class StreamPipeline {
public:
    /// Called on a streaming thread of GStreamer; must be quick.
    using OnFrame = std::function<void(QVideoFrame)>;
    /// Called at most once, on a streaming thread, when the server has let us in and described the
    /// stream.
    using OnOpen = std::function<void()>;
    /// Called at most once, on a streaming thread.
    using OnEnd = std::function<void(StreamEnd, QString detail)>;

    /// `address` as core/resource/stream_address.h reads it, user and password included.
    StreamPipeline(const QString& address, OnFrame frame, OnOpen open, OnEnd end);
    ~StreamPipeline();
    StreamPipeline(const StreamPipeline&) = delete;
    StreamPipeline& operator=(const StreamPipeline&) = delete;

    /// Of the GStreamer that runs: "1.26.2".
    [[nodiscard]] static std::string libraryVersion();
    /// Waits, at most `milliseconds`, until pipelines being shut down are gone. For program end.
    static bool wait_for_shut_down(int milliseconds);

private:
    struct Shared;
    std::shared_ptr<Shared> shared_;
};

} // namespace chengyun::console
