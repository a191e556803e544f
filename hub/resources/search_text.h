// Text search over rows: what is looked through, and the pattern that looks.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace chengyun::hub {

/// ASCII letters in lower case, all parts on lines of their own.
[[nodiscard]] std::string search_text(std::initializer_list<std::string_view> parts);

/// What to look for: the text in lower case, trimmed.
[[nodiscard]] std::string search_needle(std::string_view text);

} // namespace chengyun::hub
