// Looks through a session description of the media server before GStreamer reads it: sizes, and
// nothing in it but sound and pictures in formats that are taken here.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::console {

inline constexpr std::size_t most_media_lines = 250;
inline constexpr std::size_t most_sdp_lines = 10'000;
inline constexpr std::size_t longest_sdp_line = 4'000;
inline constexpr std::size_t most_candidates = 100;

struct SdpMedia {
    bool is_video = false;
    bool is_off = false; ///< refused, or inactive
    std::string mid;
    std::vector<std::string> codecs; ///< in lower case: "opus", "h264", "vp8"
    bool operator==(const SdpMedia&) const = default;
};

/// The media lines in their order. `malformed` or `too_large` for what is no description;
/// `invalid_field` where one that is in use has no format that is taken here, or is neither sound
/// nor picture: the detail names it. Passwords and keys are in no detail.
[[nodiscard]] Result<std::vector<SdpMedia>> check_sdp(std::string_view text);

} // namespace chengyun::console
