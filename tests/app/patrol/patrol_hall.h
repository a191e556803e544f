// A hall with four cameras and a patrol group of three of them, for tests of what shows and edits
// groups.
#pragma once

#include "core/patrol/patrol_codec.h"
#include "tests/app/link/hall.h"

namespace chengyun::test {

inline const std::string groupId = "0192f1a0-0000-7000-8000-00000000d001";
inline constexpr int cameraCount = 4;

/// Of the numbers 1 …
[[nodiscard]] inline std::string cameraId(int number) {
    return id(200 + number);
}

[[nodiscard]] inline Resource camera(int number) {
    auto one = resource(200 + number, Layer::camera, "other", "摄像机 " + std::to_string(number),
                        "sxj", {114.03 + 0.1 * number, 30.58});
    one.stream = "rtsp://127.0.0.1:1/" + std::to_string(number);
    return one;
}

/// Its first turn begins at hallNow.
[[nodiscard]] inline PatrolGroup threeCameras() {
    PatrolGroup group;
    group.id = groupId;
    group.name = "汉江沿线";
    group.area = "420114000000";
    group.dwell_s = 20;
    group.cameras = {cameraId(1), cameraId(2), cameraId(3)};
    group.started = instant_of(hallNow);
    group.version = 3;
    return group;
}

[[nodiscard]] inline Snapshot patrolHall() {
    auto snapshot = hall();
    for (int number = 1; number <= cameraCount; ++number)
        snapshot.values<Resource>().push_back(camera(number));
    snapshot.values<PatrolGroup>() = {threeCameras()};
    return snapshot;
}

} // namespace chengyun::test
