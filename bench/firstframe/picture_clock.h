// The time in a picture: a row of black and white squares at its top, one a bit.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace chengyun::bench {

/// Large enough for a coder that saves bits.
constexpr int square = 16;
constexpr int clock_bits = 36; ///< of milliseconds: two years

/// The same in all processes of the machine.
inline std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// `luma`: the brightness of a picture of at least (clock_bits + 1) · square by square pixels,
/// whose lines are `stride` bytes apart.
inline void paint_clock(std::uint8_t* luma, std::ptrdiff_t stride, std::int64_t time_ms) {
    int ones = 0;
    for (int bit = 0; bit <= clock_bits; ++bit) {
        const bool one = bit < clock_bits ? ((time_ms >> bit) & 1) != 0 : (ones & 1) != 0;
        ones += one ? 1 : 0;
        for (int y = 0; y < square; ++y)
            for (int x = 0; x < square; ++x)
                luma[y * stride + bit * square + x] = one ? 235 : 16;
    }
}

/// Nothing where a bit cannot be told or the sum over them does not agree.
inline std::optional<std::int64_t> read_clock(const std::uint8_t* luma, std::ptrdiff_t stride) {
    std::int64_t time = 0;
    int ones = 0;
    for (int bit = 0; bit <= clock_bits; ++bit) {
        const int light = luma[(square / 2) * stride + bit * square + square / 2];
        if (light > 90 && light < 160)
            return std::nullopt;
        const bool one = light >= 160;
        if (bit == clock_bits)
            return one == ((ones & 1) != 0) ? std::optional(time) : std::nullopt;
        ones += one ? 1 : 0;
        time |= std::int64_t{one} << bit;
    }
    return std::nullopt;
}

} // namespace chengyun::bench
