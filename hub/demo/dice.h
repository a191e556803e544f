// Chance that is the same on every machine: standard distributions are not.
#pragma once

#include "core/text/hex.h"

#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <string>

namespace chengyun::hub {

class Dice {
public:
    explicit Dice(std::uint32_t seed) : engine_(seed) {}

    /// 0 … sides − 1
    [[nodiscard]] std::size_t below(std::size_t sides) { return engine_() % sides; }
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    /// 0 ≤ value < 1
    [[nodiscard]] double real() { return static_cast<double>(engine_()) / 4294967296.0; }
    [[nodiscard]] double real(double low, double high) { return low + (high - low) * real(); }
    template <class Range>
    [[nodiscard]] const auto& pick(const Range& range) {
        return range[below(std::size(range))];
    }
    /// A UUIDv7, for departments take no other.
    [[nodiscard]] std::string uuid() {
        std::string out = "xxxxxxxx-xxxx-7xxx-axxx-xxxxxxxxxxxx";
        for (char& c : out)
            if (c == 'x')
                c = hex_digits[below(hex_digits.size())];
        // A time that has been: what lies ahead would sort behind all that people make.
        return out.replace(0, 3, "018");
    }

private:
    std::mt19937 engine_;
};

} // namespace chengyun::hub
