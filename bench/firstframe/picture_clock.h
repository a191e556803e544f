// A clock in a picture: the milliseconds of this machine's monotonic clock as black and white
// squares in its upper left corner, large enough to outlive a coder.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace chengyun::bench {

inline constexpr int clock_bits = 24; ///< four and a half hours
inline constexpr int clock_square = 16;

inline std::uint32_t clock_now() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return static_cast<std::uint32_t>(
               std::chrono::duration_cast<std::chrono::milliseconds>(now).count()) &
           ((1U << clock_bits) - 1);
}

/// Milliseconds from `then` to `now`.
inline int clock_between(std::uint32_t then, std::uint32_t now) {
    return static_cast<int>((now - then) & ((1U << clock_bits) - 1));
}

/// `luma` is the first line of a plane that is at least clock_bits × clock_square wide.
inline void write_clock(std::uint8_t* luma, int stride, std::uint32_t value) {
    for (int y = 0; y < clock_square; ++y)
        for (int x = 0; x < clock_bits * clock_square; ++x)
            luma[static_cast<std::ptrdiff_t>(y) * stride + x] =
                (value >> (x / clock_square) & 1U) ? 235 : 16;
}

inline std::uint32_t read_clock(const std::uint8_t* luma, int stride) {
    const int middle = clock_square / 2;
    std::uint32_t value = 0;
    for (int bit = 0; bit < clock_bits; ++bit)
        if (luma[static_cast<std::ptrdiff_t>(middle) * stride + bit * clock_square + middle] > 125)
            value |= 1U << bit;
    return value;
}

} // namespace chengyun::bench
