// KML as text, before GDAL reads it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// Blanks the encoding that the XML declaration names: the text is UTF-8 by now, whatever it was.
void forget_encoding(std::string& xml);

/// Elements `Placemark`, comments and CDATA left out.
[[nodiscard]] std::int64_t placemarks_in(std::string_view xml);
/// Elements `Folder` and `Document`, likewise. GDAL makes a layer of each, in a time that grows
/// with the square of their number.
[[nodiscard]] std::int64_t folders_in(std::string_view xml);

} // namespace chengyun::hub
