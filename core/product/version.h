// Which build of the product this is: what every bug report begins with.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace chengyun {

/// "0.1.0"
[[nodiscard]] std::string_view product_version();
/// The commit that was built, "3ab90ab1c2d4", with "-modified" behind it where files differed from
/// it; "unknown" where there was no repository.
[[nodiscard]] std::string_view build_commit();

/// What `--version` prints, each line with its end: the program with version and commit, then the
/// libraries that it runs with, as they say themselves: {"SQLite", "3.46.1"}.
[[nodiscard]] std::string
version_text(std::string_view program,
             std::initializer_list<std::pair<std::string_view, std::string_view>> libraries);

} // namespace chengyun
