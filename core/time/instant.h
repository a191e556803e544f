// Time as the product stores and sends it: UTC milliseconds. Local time exists only on screens.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>

namespace chengyun {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// 9999-12-31T23:59:59.999Z; anything later on the wire is a mistake or an attack.
inline constexpr std::int64_t latest_instant_ms = 253402300799999;

[[nodiscard]] constexpr Instant instant_of(std::int64_t ms) {
    return Instant(std::chrono::milliseconds(ms));
}
[[nodiscard]] constexpr std::int64_t ms_of(Instant instant) {
    return instant.time_since_epoch().count();
}

/// Where the present comes from; a parameter wherever deadlines are computed, so that tests own it.
using Clock = std::function<Instant()>;

[[nodiscard]] inline Instant system_now() {
    return std::chrono::time_point_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now());
}

} // namespace chengyun
