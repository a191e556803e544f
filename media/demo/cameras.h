// The demonstration cameras: which clip each one plays and from where.
#pragma once

#include "media/demo/clip.h"

#include <memory>
#include <string>
#include <vector>

namespace chengyun::media {

struct DemoCamera {
    std::string path;                 ///< "/demo/17"
    int number = 0;                   ///< 17
    std::shared_ptr<const Clip> clip; ///< null: a synthetic picture
    /// Share of the clip it starts at, 0 … 1, so that cameras of one clip look different.
    double start = 0;
};

struct DemoCameras {
    std::vector<DemoCamera> cameras;
    std::vector<Failure> refused; ///< files that are no usable clip, by name
};

/// Loads every clip in `folder` (not below it), in order of name, and deals them out.
/// Fails with not_found when the folder does not exist; an empty name means synthetic ones.
[[nodiscard]] Result<DemoCameras> make_demo_cameras(const std::filesystem::path& folder, int count);

} // namespace chengyun::media
