// GeoJSON as text, before GDAL reads it as numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

struct GeoJsonText {
    /// The same, with the numbers of `properties` as strings in plain digits (plain_number): GDAL
    /// makes doubles and 64-bit integers of them, and long codes do not survive that.
    std::string text;
    /// What its members `crs` name, wherever they stand, each once, in words of the file; a `crs`
    /// of a form that is not known as its JSON. At most ten.
    std::vector<std::string> systems;
    std::int64_t features = 0; ///< that the text holds; 0 where it holds no list of them
};

/// `json` need not be sound: what is wrong with it is GDAL's to say.
[[nodiscard]] GeoJsonText read_geojson_text(std::string_view json);

} // namespace chengyun::hub
