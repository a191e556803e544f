// What is said between rtspsrc and a server, as far as GStreamer does not know it: sign-ins
// that it cannot answer (core/resource/digest_sign_in.h), and which answer a stream failed with.
#pragma once

#include "core/resource/digest_sign_in.h"
#include "core/resource/stream_address.h"

#include <gst/gst.h>
#include <gst/rtsp/gstrtspmessage.h>

#include <atomic>
#include <memory>
#include <optional>

namespace chengyun::console {

/// Of one rtspsrc. Its methods are called on the thread on which that one talks.
class RtspTalk {
public:
    explicit RtspTalk(StreamSignIn sign_in) : sign_in_(std::move(sign_in)) {}

    /// Before a request is sent: adds who asks, where GStreamer cannot.
    void before(GstRTSPMessage* request);
    /// When the answer is there. A question that is answered here is taken out of it, so that
    /// rtspsrc asks again and adds no answer of its own.
    void after(GstRTSPMessage* request, GstRTSPMessage* answer);

    /// The server has refused this way of transport (461).
    [[nodiscard]] bool is_transport_refused() const { return transport_refused_; }
    /// It has described the stream, in whatever words.
    [[nodiscard]] bool is_described() const { return described_; }

private:
    void take_question(GstRTSPMessage* answer);

    const StreamSignIn sign_in_;
    std::optional<DigestQuestion> question_;
    std::uint32_t answers_ = 0; ///< to this question
    std::atomic<bool> transport_refused_{false};
    std::atomic<bool> described_{false};
};

/// Has `talk` hear all that `source`, an rtspsrc, says and is told. Both live as long as `source`.
void listen_to(GstElement* source, std::shared_ptr<RtspTalk> talk);

/// Once, after gst_init and before the first rtspsrc is made: later ones are not listened to.
void register_rtsp_ear();

} // namespace chengyun::console
