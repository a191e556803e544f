// Where the demonstration district lies: its border, streets and communities, and its real water.
#pragma once

#include "core/area/area.h"
#include "core/geo/place.h"
#include "core/result.h"
#include "hub/demo/dice.h"

#include <filesystem>
#include <string>
#include <vector>

namespace chengyun::hub {

using Ring = std::vector<Place>;

/// Even-odd rule over all rings.
[[nodiscard]] bool contains(const std::vector<Ring>& rings, Place place);

/// Rivers and lakes of the base map.
class Water {
public:
    /// Polygons of a GeoJSON file, those that touch `box` only. An empty path is a dry land.
    [[nodiscard]] static Result<Water> load(const std::filesystem::path& file, const Box& box);
    /// On dry land, with some sixty metres to spare.
    [[nodiscard]] bool is_dry(Place place) const;
    /// To the nearest corner of a shore; infinite on dry land without any.
    [[nodiscard]] double shore_m(Place place) const;

private:
    struct Body {
        Box box;
        std::vector<Ring> rings;
    };
    [[nodiscard]] bool is_wet(Place place) const;
    std::vector<Body> bodies_;
};

struct Geography {
    std::vector<Area> areas; ///< city, district, streets, communities: above before below
    std::vector<Area> streets;
    std::vector<Area> communities;
    Water water;

    [[nodiscard]] static Result<Geography> make(Dice& dice, const std::filesystem::path& water);
    /// A dry place in the area; with `by_water`, one near a shore.
    [[nodiscard]] Place place_in(const Area& area, Dice& dice, bool by_water = false) const;
};

} // namespace chengyun::hub
