// Small clips made on the spot with GStreamer, so that tests need no file from outside.
#pragma once

#include <filesystem>

namespace chengyun::media {

enum class ClipCodec { h264, h265 };

/// Writes `frames` pictures of 160×120 at 25 a second into an MP4; false when it could not.
[[nodiscard]] bool write_clip(const std::filesystem::path& file, ClipCodec codec, int frames);

} // namespace chengyun::media
