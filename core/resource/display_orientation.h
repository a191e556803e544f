// How a coded picture wants to be turned: cameras that hang on their side say it in their stream
// (ITU-T H.264 D.1.27 and H.265 D.2.17, "display orientation"). GStreamer 1.26 does not read it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace chengyun {

enum class PictureCodec { h264, h265 };

/// Clockwise, in quarters: 0 … 3, as the decoded picture is to be turned. Of a coded picture as it
/// is given to a decoder, with start codes or with lengths of four bytes before its units; only the
/// units before the first slice are read. None where it says nothing, or another angle.
[[nodiscard]] std::optional<int> quarters_clockwise(PictureCodec codec,
                                                    std::span<const std::uint8_t> picture);

} // namespace chengyun
