// What an import is measured against: the same file into a GeoPackage, by the function that is all
// of ogr2ogr.
#pragma once

#include <string>

namespace chengyun::bench {

/// CPU seconds of a child process that turns the CSV (columns lon and lat) into a GeoPackage; below
/// 0 when it fails.
[[nodiscard]] double convert_cpu_s(const std::string& csv, const std::string& geopackage);

} // namespace chengyun::bench
