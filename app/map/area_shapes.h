// Area outlines prepared for drawing: simplified for a few zooms and cut into chunks. Made on a
// worker thread, never changed.
#pragma once

#include "app/map/mercator.h"
#include "core/area/area.h"

#include <QString>

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace chengyun::console {

/// One stretch of an outline, as offsets about its chunk's origin in units of the world's width.
struct OutlineSegment {
    float ax, ay, bx, by;
};

struct OutlineChunk {
    WorldBox box;
    World origin;
    AreaLevel level = AreaLevel::community;
    std::vector<OutlineSegment> segments;
};

struct AreaName {
    World at;
    AreaLevel level = AreaLevel::community;
    QString text;
};

class AreaShapes {
public:
    /// Zooms up to which each detail is good; the last is the outline as given.
    static constexpr std::array<int, 5> detail_zooms{9, 11, 13, 15, 22};

    [[nodiscard]] static std::shared_ptr<const AreaShapes> from(const std::vector<Area>& areas);

    [[nodiscard]] const std::vector<OutlineChunk>& chunks(double zoom) const;
    [[nodiscard]] const std::vector<AreaName>& names() const { return names_; }

private:
    std::array<std::vector<OutlineChunk>, detail_zooms.size()> details_;
    std::vector<AreaName> names_; ///< larger areas first
};

/// Leaves out what is nearer than `tolerance` to the line that remains (Douglas and Peucker).
[[nodiscard]] std::vector<World> simplified(const std::vector<World>& line, double tolerance);

} // namespace chengyun::console
