// What one sends: pictures and sound, coded and on their way to the media server.
#pragma once

#include "app/consult/media/webrtc_peer.h"

#include <memory>

typedef struct _GstSample GstSample; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// As captured, and as sent.
inline constexpr int sent_width = 640, sent_height = 360, sent_rate = 25;
inline constexpr unsigned sent_picture_kbit = 600, sent_sound_bit = 32'000;
inline constexpr int sound_rate = 48'000;

/// Pictures that go in: I420 of sent_width × sent_height.
[[nodiscard]] const char* sent_picture_caps();
/// Sound that goes in and comes out: 16 bit, one channel, 48 kHz.
[[nodiscard]] const char* sound_caps();

/// Sound is the first medium, pictures the second; there is a place for both from the beginning,
/// and nothing goes out until something comes in.
class Sender {
public:
    static constexpr unsigned sound_line = 0, picture_line = 1;

    explicit Sender(WebrtcPeer::Hears hears);

    /// False where plug-ins are missing.
    [[nodiscard]] bool exists() const { return is_whole_; }
    [[nodiscard]] WebrtcPeer& peer() { return peer_; }
    /// Plays and describes itself. One black picture and a moment of silence go first.
    void begin();
    /// "h264" or "vp8".
    [[nodiscard]] const char* picture_codec() const { return picture_codec_; }

    /// Something to put samples into, from any thread, for as long as one likes.
    using Entry = std::shared_ptr<GstElement>;
    [[nodiscard]] Entry sound_entry() const { return sound_; }
    [[nodiscard]] Entry picture_entry() const { return picture_; }
    static void put(GstElement* entry, GstSample* sample);

private:
    WebrtcPeer peer_;
    Entry sound_, picture_;
    const char* picture_codec_ = "h264";
    bool is_whole_ = false;
};

} // namespace chengyun::console
