// A patrol group of cameras for a small hub.
#pragma once

#include "core/id/uuid.h"
#include "core/patrol/patrol_codec.h"
#include "tests/qml/small_hub.h"

#include <QStringList>

namespace chengyun::console {

inline const std::string patrolGroupId = "0192f1a0-0000-7000-8000-00000000d001";

/// A group of cameras "摄像机 1" … at these addresses, `dwell_s` seconds each.
inline void putPatrolInto(Snapshot& snapshot, const QStringList& addresses,
                          std::int64_t dwell_s = 20) {
    PatrolGroup group;
    group.id = patrolGroupId;
    group.name = "汉江沿线";
    group.area = "420114000000";
    group.dwell_s = dwell_s;
    group.started = system_now();
    group.version = 1;
    for (qsizetype i = 0; i < addresses.size(); ++i) {
        Resource camera;
        camera.id = new_id();
        camera.layer = Layer::camera;
        camera.code = "C-" + std::to_string(i + 1);
        camera.name = "摄像机 " + std::to_string(i + 1);
        camera.kind = "other";
        camera.area = group.area;
        camera.place = {114.03 + 0.001 * double(i), 30.58};
        camera.stream = addresses[i].toStdString();
        group.cameras.push_back(camera.id);
        snapshot.values<Resource>().push_back(camera);
    }
    snapshot.values<PatrolGroup>() = {group};
}

} // namespace chengyun::console
