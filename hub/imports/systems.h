// Which coordinate system a file's numbers are in: what it claims, what the numbers look like, and
// the question when the two do not agree. Nothing is guessed.
#pragma once

#include "core/result.h"
#include "hub/imports/import_map.h"
#include "hub/imports/report.h"
#include "hub/imports/table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace chengyun::hub {

enum class Magnitude {
    unknown, ///< too few numbers to say
    degrees, ///< nearly all fit on the globe
    metres   ///< nearly all are far beyond it
};
/// Of the coordinates that are not 0.
[[nodiscard]] Magnitude magnitude_of(std::span<const Point> points);

/// What a column's heading says its numbers are; `X座標_TWD97TM121` claims metres.
[[nodiscard]] Magnitude claim_of_heading(std::string_view heading);

/// One name for the many of a system: "degrees" and "WGS-84" are EPSG:4326,
/// "urn:ogc:def:crs:EPSG::4547" is EPSG:4547. What has no other name stays as it is.
[[nodiscard]] std::string plain_system(std::string_view answer);

/// Whether what a file says of its system is definite, and known here.
[[nodiscard]] bool is_understood(const std::string& system);

struct SystemClaim {
    std::string answer;        ///< of the request; final when not empty
    std::string map;           ///< of the map
    std::string file;          ///< of the file: WKT, or a name
    std::string headings;      ///< of the two columns, joined; empty when the place is a geometry
    bool from_geojson = false; ///< whose rule is WGS 84 where nothing is said
};

struct SystemChoice {
    std::string system; ///< empty when there is a question
    std::optional<ImportQuestion> question;
};

/// Fails with invalid_field, `field` "system", when PROJ does not know the chosen one.
[[nodiscard]] Result<SystemChoice> choose_system(const SystemClaim& claim, Magnitude found);

} // namespace chengyun::hub
