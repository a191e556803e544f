#include "app/map/area_shapes.h"

#include <algorithm>
#include <cmath>

namespace chengyun::console {
namespace {

constexpr std::size_t chunk_segments = 4000;

double distance_to(World p, World a, World b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

struct Outline {
    AreaLevel level;
    std::vector<World> line;
};

/// Middle of a ring's area; of its points when it has none.
World middle_of(const std::vector<World>& ring) {
    double twice = 0;
    double x = 0;
    double y = 0;
    const World base = ring.front();
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const double ax = ring[i].x - base.x;
        const double ay = ring[i].y - base.y;
        const double bx = ring[i + 1].x - base.x;
        const double by = ring[i + 1].y - base.y;
        const double cross = ax * by - bx * ay;
        twice += cross;
        x += (ax + bx) * cross;
        y += (ay + by) * cross;
    }
    if (twice == 0)
        return base;
    return {base.x + x / (3 * twice), base.y + y / (3 * twice)};
}

std::vector<OutlineChunk> cut(const std::vector<Outline>& outlines) {
    std::vector<OutlineChunk> chunks;
    std::vector<const Outline*> open;
    std::size_t segments = 0;
    const auto close = [&] {
        if (open.empty())
            return;
        OutlineChunk chunk;
        chunk.level = open.front()->level;
        for (const auto* outline : open)
            for (const World at : outline->line)
                chunk.box.include(at);
        chunk.origin = {(chunk.box.left + chunk.box.right) / 2,
                        (chunk.box.top + chunk.box.bottom) / 2};
        chunk.segments.reserve(segments);
        const auto x = [&](World w) { return float(w.x - chunk.origin.x); };
        const auto y = [&](World w) { return float(w.y - chunk.origin.y); };
        for (const auto* outline : open)
            for (std::size_t i = 1; i < outline->line.size(); ++i) {
                const World a = outline->line[i - 1];
                const World b = outline->line[i];
                if (a != b)
                    chunk.segments.push_back({x(a), y(a), x(b), y(b)});
            }
        chunks.push_back(std::move(chunk));
        open.clear();
        segments = 0;
    };
    for (const auto& outline : outlines) {
        if (!open.empty() && (open.front()->level != outline.level ||
                              segments + outline.line.size() > chunk_segments))
            close();
        open.push_back(&outline);
        segments += outline.line.size();
    }
    close();
    return chunks;
}

} // namespace

std::vector<World> simplified(const std::vector<World>& line, double tolerance) {
    if (line.size() < 3)
        return line;
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double farthest = tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            // A closed ring's ends are one point: there the distance from it decides.
            const double d = distance_to(line[i], line[first], line[last]);
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (at == 0)
            continue;
        kept[at] = true;
        open.emplace_back(first, at);
        open.emplace_back(at, last);
    }
    std::vector<World> out;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (kept[i])
            out.push_back(line[i]);
    return out;
}

std::shared_ptr<const AreaShapes> AreaShapes::from(const std::vector<Area>& areas) {
    auto shapes = std::make_shared<AreaShapes>();
    std::vector<Outline> full;
    for (const Area& area : areas) {
        std::vector<World> largest;
        double largest_extent = -1;
        for (const auto& ring : area.rings) {
            std::vector<World> line;
            line.reserve(ring.size() + 1);
            WorldBox box;
            for (const Place place : ring) {
                line.push_back(world_of(place));
                box.include(line.back());
            }
            if (line.size() < 3)
                continue;
            if (line.front() != line.back())
                line.push_back(line.front());
            const double extent = (box.right - box.left) * (box.bottom - box.top);
            if (extent > largest_extent) {
                largest_extent = extent;
                largest = line;
            }
            // Runs that end where the next begins: a chunk's indices have 16 bits.
            for (std::size_t from = 0; from + 1 < line.size(); from += chunk_segments) {
                const std::size_t to = std::min(line.size(), from + chunk_segments + 1);
                full.push_back(
                    {area.level,
                     {line.begin() + std::ptrdiff_t(from), line.begin() + std::ptrdiff_t(to)}});
            }
        }
        const bool named = !area.name.empty() && area.level != AreaLevel::city;
        if (named && area.centre)
            shapes->names_.push_back(
                {world_of(*area.centre), area.level, QString::fromStdString(area.name)});
        else if (named && !largest.empty())
            shapes->names_.push_back(
                {middle_of(largest), area.level, QString::fromStdString(area.name)});
    }
    std::ranges::stable_sort(shapes->names_, {}, &AreaName::level);
    // Small ones first, so that the line of a larger area lies on top of theirs.
    std::ranges::stable_sort(full, [](const Outline& a, const Outline& b) {
        if (a.level != b.level)
            return a.level > b.level;
        const World p = a.line.front();
        const World q = b.line.front();
        return p.x != q.x ? p.x < q.x : p.y < q.y;
    });
    for (std::size_t i = 0; i < detail_zooms.size(); ++i) {
        if (i + 1 == detail_zooms.size()) {
            shapes->details_[i] = cut(full);
            break;
        }
        const double tolerance = 0.6 / world_px(detail_zooms[i] + 1);
        std::vector<Outline> coarse;
        coarse.reserve(full.size());
        for (const auto& outline : full)
            coarse.push_back({outline.level, simplified(outline.line, tolerance)});
        shapes->details_[i] = cut(coarse);
    }
    return shapes;
}

const std::vector<OutlineChunk>& AreaShapes::chunks(double zoom) const {
    std::size_t i = 0;
    while (i + 1 < detail_zooms.size() && zoom >= detail_zooms[i] + 1)
        ++i;
    return details_[i];
}

} // namespace chengyun::console
