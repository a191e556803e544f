// The one structure of GStreamer's WebRTC library that is needed besides properties and signals.
// Its header comes in Debian in a package that brings 600 MB of OpenCV; the structure is part of
// the interface that GStreamer 1.x keeps.
#pragma once

#include <gst/gst.h>
#include <gst/sdp/sdp.h>

#include <memory>
#include <string>

namespace chengyun::console {

enum class SdpType : int { offer = 1, pranswer = 2, answer = 3, rollback = 4 };
/// Of a transceiver: GstWebRTCRTPTransceiverDirection.
enum class MediaDirection : int {
    none = 0,
    inactive = 1,
    sendonly = 2,
    recvonly = 3,
    sendrecv = 4
};
/// GstWebRTCKind
enum class MediaKind : int { unknown, audio, video };
/// GstWebRTCPeerConnectionState
enum class ConnectionState : int { fresh, connecting, connected, disconnected, failed, closed };
/// GstWebRTCICEGatheringState
enum class GatheringState : int { fresh, gathering, complete };

/// GstWebRTCSessionDescription
struct SessionDescription {
    SdpType type;
    GstSDPMessage* sdp;
};

/// 0 until an element of WebRTC has been made.
inline GType session_description_type() {
    return g_type_from_name("GstWebRTCSessionDescription");
}

struct DescriptionFree {
    void operator()(SessionDescription* description) const {
        g_boxed_free(session_description_type(), description);
    }
};
using DescriptionPtr = std::unique_ptr<SessionDescription, DescriptionFree>;

/// Null where GStreamer cannot read it.
inline DescriptionPtr make_description(SdpType type, const std::string& text) {
    GstSDPMessage* sdp = nullptr;
    if (gst_sdp_message_new_from_text(text.c_str(), &sdp) != GST_SDP_OK) {
        if (sdp)
            gst_sdp_message_free(sdp);
        return {};
    }
    const SessionDescription stack{type, sdp};
    DescriptionPtr out(
        static_cast<SessionDescription*>(g_boxed_copy(session_description_type(), &stack)));
    gst_sdp_message_free(sdp);
    return out;
}

} // namespace chengyun::console
