// Members that are called otherwise in texts of earlier versions.
#pragma once

#include <array>
#include <string_view>

namespace chengyun::json {

struct Renamed {
    std::string_view now, before;
};

/// Of the described type T; specialised beside it. Texts are written with the present names only.
template <class T>
inline constexpr std::array<Renamed, 0> renamed{};

} // namespace chengyun::json
