// A clip held in memory as its encoded pictures, so that it can be played round and round without
// touching the disk or decoding anything.
#pragma once

#include "core/result.h"
#include "media/glib.h"

#include <filesystem>
#include <string>
#include <vector>

namespace chengyun::media {

/// Immutable once loaded; any thread may read it.
class Clip {
public:
    /// Reads the first video track. Fails with wrong_type (no H.264 or H.265 in it), too_large
    /// (over 256 MiB of video), unavailable (cannot be read).
    [[nodiscard]] static Result<Clip> load(const std::filesystem::path& file);

    [[nodiscard]] bool is_h265() const { return h265_; }
    /// Caps of the access units: byte-stream, aligned to access units.
    [[nodiscard]] GstCaps* caps() const { return caps_.get(); }
    /// Access units with PTS and DTS counted from 0.
    [[nodiscard]] const std::vector<BufferPtr>& units() const { return units_; }
    [[nodiscard]] GstClockTime duration() const { return duration_; }

private:
    bool h265_ = false;
    CapsPtr caps_;
    std::vector<BufferPtr> units_;
    GstClockTime duration_ = 0;
};

} // namespace chengyun::media
