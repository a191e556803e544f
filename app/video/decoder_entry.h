// What goes into the decoder of one stream: counted, and held back where it would only be decoded
// into mud (KeyGate) or where nobody looks.
#pragma once

#include "app/video/clip_ring.h"

#include <QtTypes>

#include <atomic>
#include <memory>

typedef struct _GstElement GstElement; // NOLINT(bugprone-reserved-identifier): GStreamer's own name

namespace chengyun::console {

/// Written on a streaming thread, except for `wanted` and `ring`; read on any.
struct DecoderEntry {
    std::atomic<bool> wanted{true}; ///< false: nobody looks, so nothing is decoded
    /// Keeps the coded pictures, also those that are not decoded; none while nobody wants them.
    std::atomic<std::shared_ptr<ClipRing>> ring;
    std::atomic<quint64> bytes{0};
    std::atomic<quint64> pictures{0};
    std::atomic<quint64> held_back{0}; ///< of the pictures, while somebody looked
    /// What the decoder gets builds on a key picture that it got. It does not before the first one,
    /// nor after a gap.
    std::atomic<bool> has_key{false};
    /// Quarters clockwise by which the camera wants its pictures turned.
    std::atomic<int> quarters{0};
};

/// Whether `element` makes pictures of coded ones.
[[nodiscard]] bool is_picture_decoder(GstElement* element);
/// Whether it does so in hardware.
[[nodiscard]] bool is_hardware(GstElement* element);

/// Stands at the entry of a decoder for as long as the decoder lives.
void guard(GstElement* decoder, std::shared_ptr<DecoderEntry> counts);

} // namespace chengyun::console
