// Pinyin of Chinese names, so that an operator finds 汉阳门 by typing "hym" or "hanyang".
#pragma once

#include <string>
#include <string_view>

namespace chengyun {

/// First letters of the syllables: 汉阳门 → "hym". ASCII letters and digits stand for themselves in
/// lower case (full-width forms too), so 3号楼A座 → "3hlaz"; everything else is left out.
/// Simplified and traditional characters alike. Bytes that are not UTF-8 are left out. Any thread;
/// about a microsecond a name.
[[nodiscard]] std::string pinyin_initials(std::string_view utf8);

/// The syllables joined, without tones, ü written v as input methods have it: 绿江 → "lvjiang".
[[nodiscard]] std::string pinyin(std::string_view utf8);

} // namespace chengyun
