// One attempt at one stream: connect, decode, deliver pictures until something ends it. Never
// retries; CameraFeed makes a new one for that.
#pragma once

#include "app/video/clip_ring.h"
#include "app/video/picture.h"

#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace chengyun::console {

/// Why there is no picture.
enum class StreamEnd {
    bad_address,       ///< not an address as core/resource/stream_address.h reads it
    unreachable,       ///< nobody answers there
    not_found,         ///< the server has no such camera
    unauthorized,      ///< the server wants other credentials
    transport_refused, ///< its packets do not come this way; by the other one they may
    no_pictures,       ///< what the server describes has no pictures: sound alone, or nothing
    no_key_picture,    ///< pictures come, and none that can be shown without those before it
    undecodable,       ///< the stream's format cannot be decoded here
    hardware_failed,   ///< a decoder in hardware did not do it; another one may
    stalled,           ///< connected, but no picture comes any more
    ended              ///< the server closed the stream
};

enum class Decoders {
    by_rank, ///< those in hardware first, where the machine has them
    software
};

/// How the packets of the stream come.
enum class StreamTransport {
    tcp, ///< in the connection: whole also through a lossy network
    udp
};

/// How far a stream that shows nothing has come.
struct StreamProgress {
    quint64 packets = 0;  ///< of pictures, that have come
    bool has_key = false; ///< a key picture has come, and no gap since
};

/// Since the stream was opened.
struct StreamFigures {
    quint64 bytes = 0;        ///< of coded pictures
    quint64 pictures = 0;     ///< that have come, coded
    quint64 held_back = 0;    ///< of them not decoded, because a picture before them was missing
    quint64 packets = 0;      ///< that have come
    quint64 packets_lost = 0; ///< that have not
    QString decoder;          ///< GStreamer's name of it: "avdec_h264"; empty before there is one
};

struct StreamShare;

/// Made, used and destroyed on one thread. Destroying it returns at once: callbacks are off before
/// it returns, and the pipeline is shut down in the background (a dead server must not freeze
/// the screen).
class StreamPipeline {
public:
    /// Called on a streaming thread of GStreamer; must be quick. The first picture comes as soon as
    /// it is decoded, and once more at its time.
    using OnPicture = std::function<void(Picture)>;
    /// Called at most once, on a streaming thread, when the server has let us in and described the
    /// stream.
    using OnOpen = std::function<void()>;
    /// Called at most once, on a streaming thread.
    using OnEnd = std::function<void(StreamEnd, QString detail)>;

    struct Way {
        Decoders decoders = Decoders::by_rank;
        StreamTransport transport = StreamTransport::tcp;
    };
    /// `address` as core/resource/stream_address.h reads it, user and password included.
    StreamPipeline(const QString& address, Way way, OnPicture picture, OnOpen open, OnEnd end);
    ~StreamPipeline();
    StreamPipeline(const StreamPipeline&) = delete;
    StreamPipeline& operator=(const StreamPipeline&) = delete;

    /// False: the stream is received and not decoded. True again: pictures come from the next key
    /// picture on.
    void set_wanted(bool wanted);
    /// Keeps the coded pictures from now on, until another ring or null is set.
    void set_ring(std::shared_ptr<ClipRing> ring);
    [[nodiscard]] StreamFigures figures() const;
    /// Costs next to nothing.
    [[nodiscard]] StreamProgress progress() const;

    /// Of the GStreamer that runs: "1.26.2".
    [[nodiscard]] static std::string libraryVersion();
    /// Waits, at most `milliseconds`, until pipelines being shut down are gone. For program end.
    static bool wait_for_shut_down(int milliseconds);

private:
    std::shared_ptr<StreamShare> shared_;
};

} // namespace chengyun::console
