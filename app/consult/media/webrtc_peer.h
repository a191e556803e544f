// One WebRTC connection to the media server: a pipeline with a webrtcbin in it, of which others
// make a sender or a receiver.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

struct PeerShare;

/// Made, used and destroyed on one thread. Nothing waits. Destroying it returns at once: callbacks
/// are off before it returns, and the pipeline is shut down in the background.
class WebrtcPeer {
public:
    /// Called on threads of GStreamer; must be quick.
    struct Hears {
        /// Our own description, an offer or an answer, which the media server is to be told.
        std::function<void(std::string sdp)> described;
        /// An address of ours; empty text: these were all.
        std::function<void(unsigned mline, std::string candidate)> candidate;
        std::function<void()> connected;
        /// At most once. `detail` is GStreamer's own word, without secrets.
        std::function<void(std::string detail)> failed;
    };

    explicit WebrtcPeer(Hears hears);
    ~WebrtcPeer();
    WebrtcPeer(const WebrtcPeer&) = delete;
    WebrtcPeer& operator=(const WebrtcPeer&) = delete;

    /// Null where GStreamer has no webrtcbin. Others' elements go into it before play().
    [[nodiscard]] GstElement* pipeline() const;
    [[nodiscard]] GstElement* webrtc() const;

    void play();
    /// Describes what is sent as soon as the formats of all of it are known; then
    /// Hears::described. Before play().
    void offer_when_known();
    /// Takes the media server's answer to it.
    void take_answer(const std::string& sdp);
    /// Takes the media server's offer and answers it; then Hears::described.
    void take_offer(const std::string& sdp);

private:
    std::shared_ptr<PeerShare> shared_;
};

/// All pipelines of conferences count time from the same moment by the same clock, so that what one
/// of them has stamped can go into another.
void use_common_time(GstElement* pipeline);
/// The time stamp of what comes now, in nanoseconds.
[[nodiscard]] std::uint64_t common_time_now();

} // namespace chengyun::console
