// The time in pictures and sound, so that who receives them knows how old they are. Sender and
// receiver are on one machine and read the same clock.
#pragma once

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>

namespace chengyun::bench {

inline std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

// In the brightness of a picture's top rows: bits as bright and dark fields.
constexpr int field = 16, clock_bits = 30;

inline void draw_clock(std::uint8_t* bright, int stride, std::int64_t ms) {
    for (int bit = 0; bit < clock_bits; ++bit)
        for (int row = 0; row < field; ++row)
            std::fill_n(bright + row * stride + bit * field, field,
                        std::uint8_t((ms >> bit) & 1 ? 235 : 16));
}

/// Milliseconds; nothing where a field is neither bright nor dark.
inline std::optional<std::int64_t> read_clock(const std::uint8_t* bright, int stride) {
    std::int64_t ms = 0;
    for (int bit = 0; bit < clock_bits; ++bit) {
        const int value = bright[field / 2 * stride + bit * field + field / 2];
        if (value > 90 && value < 160)
            return {};
        ms |= std::int64_t(value >= 160) << bit;
    }
    return ms;
}

/// How old what shows `ms` is.
inline std::int64_t age_of(std::int64_t ms) {
    constexpr std::int64_t round = std::int64_t(1) << clock_bits;
    return ((now_ms() - ms) % round + round) % round;
}

// In sound: a tone of 100 ms that begins with each full second of the clock.
constexpr int sound_rate_hz = 48'000;
constexpr std::int64_t burst_every_ms = 1000, burst_ms = 100;

/// The sample that is recorded at this moment, in microseconds of the clock.
inline std::int16_t sample_at(std::int64_t us) {
    const auto into = us % (burst_every_ms * 1000);
    if (into >= burst_ms * 1000)
        return 0;
    return static_cast<std::int16_t>(
        12'000 * std::sin(2 * std::numbers::pi * 1000 * static_cast<double>(into) / 1e6));
}

} // namespace chengyun::bench
