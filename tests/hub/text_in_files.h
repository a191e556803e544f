// Whether a text stands in any file of a folder, however deep.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace chengyun::hub::test {

/// The first file that holds it, or an empty path.
inline std::filesystem::path file_with(const std::filesystem::path& folder, std::string_view text) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        std::ifstream in(entry.path(), std::ios::binary);
        const std::string content((std::istreambuf_iterator<char>(in)),
                                  std::istreambuf_iterator<char>());
        if (content.find(text) != std::string::npos)
            return entry.path();
    }
    return {};
}

} // namespace chengyun::hub::test
