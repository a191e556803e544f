// What a file is, told by its bytes and not by what its sender says.
#pragma once

#include <string_view>

namespace chengyun::hub {

/// The media type of an accepted kind of file, or empty. Needs the whole content for text, else its
/// beginning: JPEG, PNG, WebP, HEIC, GIF, PDF, MP4, ZIP (a Shapefile to import), GeoPackage, JSON
/// and plain text (UTF-8 without control characters; GB 18030 when it decodes).
[[nodiscard]] std::string_view sniff_type(std::string_view content);

/// May something claimed to be `claimed` be taken for what it is? An empty or general claim fits
/// all; CSV, GeoJSON and the like are plain text or JSON.
[[nodiscard]] bool claim_fits(std::string_view claimed, std::string_view sniffed);

/// The same name as a literal that lives for ever; "application/octet-stream" when it is none of
/// ours.
[[nodiscard]] std::string_view sniff_name(std::string_view type);
/// How such a file's name ends, without the dot.
[[nodiscard]] std::string_view sniff_extension(std::string_view type);

/// A film, which may be larger than anything else.
[[nodiscard]] bool is_film(std::string_view type);

/// Shown by a browser in place rather than saved: pictures, video and PDF only.
[[nodiscard]] bool is_shown_inline(std::string_view type);

} // namespace chengyun::hub
