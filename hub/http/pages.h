// The pages that the hub itself serves, built into the program from hub/pages.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace chengyun::hub {

struct Page {
    std::string_view path; ///< "/field/app.js"
    std::string_view type;
    std::string_view content;
};

[[nodiscard]] std::span<const Page> pages();

/// The worker of /field for these pages: names the page's files, and its cache by a digest of them.
[[nodiscard]] std::string field_worker(std::span<const Page> pages);

} // namespace chengyun::hub
