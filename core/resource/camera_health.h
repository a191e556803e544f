// Whether a camera gives a picture, as those say who play it. docs/video.md, "Health".
#pragma once

#include "core/result.h"
#include "core/time/instant.h"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace chengyun {

/// Why there is no picture; `none` while there is one.
enum class CameraFault {
    none,
    bad_address,
    unreachable,
    not_found,
    unauthorized,
    transport_refused,
    no_pictures,
    no_key_picture,
    undecodable,
    stalled,
    ended
};
BOOST_DESCRIBE_ENUM(CameraFault, none, bad_address, unreachable, not_found, unauthorized,
                    transport_refused, no_pictures, no_key_picture, undecodable, stalled, ended)

/// A camera that somebody has played. It lasts until the hub is sure of another state.
struct CameraHealth {
    std::string camera; ///< id of its resource
    std::string area;   ///< the camera's
    CameraFault fault = CameraFault::none;
    Instant since{};             ///< from when on it has been as it is
    std::optional<Instant> seen; ///< with a fault: when the last picture was seen; none: never
    std::int64_t version = 0;    ///< journal number of its last change

    [[nodiscard]] bool online() const { return fault == CameraFault::none; }
    bool operator==(const CameraHealth&) const = default;
};
BOOST_DESCRIBE_STRUCT(CameraHealth, (), (camera, area, fault, since, seen, version))

struct SeenCamera {
    std::string camera;
    CameraFault fault = CameraFault::none;
    bool operator==(const SeenCamera&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeenCamera, (), (camera, fault))

/// What a console or a wall's machine says of the cameras that it plays.
struct SeenCameras {
    std::vector<SeenCamera> cameras;
    bool operator==(const SeenCameras&) const = default;
};
BOOST_DESCRIBE_STRUCT(SeenCameras, (), (cameras))

inline constexpr std::size_t most_seen_cameras = 256;

/// 1 … most_seen_cameras, ids.
[[nodiscard]] Result<> check(const SeenCameras& seen);

} // namespace chengyun
