// Coded pictures or sound as the RTP packets of a few seconds, made on the spot by GStreamer: what
// a HardCamera sends.
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace chengyun::test {

struct RtpPacket {
    QByteArray bytes;            ///< header and payload, as the payloader made them
    std::chrono::nanoseconds at; ///< when it is sent, from the beginning of the clip
    std::uint32_t stamp;         ///< its time stamp, from that of the first packet
    bool ends_picture = false;
};

struct RtpClip {
    QByteArray media;    ///< "video", "audio"
    QByteArray encoding; ///< "H264", as in a=rtpmap
    int payload = 96;
    std::uint32_t clock_rate = 90000;
    /// What stands in a=fmtp: "packetization-mode" and "1".
    std::vector<std::pair<QByteArray, QByteArray>> format;
    std::vector<RtpPacket> packets;
    std::chrono::nanoseconds length{}; ///< after it the clip begins anew
};

/// Runs a line of GStreamer that ends in a payloader: "videotestsrc num-buffers=50 ! … !
/// rtph264pay". Pictures are sent evenly, `rate` a second, in the order in which they are coded;
/// sound (rate 0) by its time stamps.
[[nodiscard]] Result<RtpClip> record_clip(const std::string& line, double rate);

/// A clip of H.264: `coding` is added to the encoder, `pictures` are the caps of the test picture
/// behind "video/x-raw,framerate=10/1,". 20 pictures, a key picture each ten.
[[nodiscard]] Result<RtpClip> record_h264(const std::string& pictures,
                                          const std::string& coding = "key-int-max=10",
                                          int count = 20);

/// The same clip with this unit of H.264 (its header first) before each key picture, in a packet of
/// its own.
[[nodiscard]] RtpClip with_unit(RtpClip clip, const QByteArray& unit);

} // namespace chengyun::test
