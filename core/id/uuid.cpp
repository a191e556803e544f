#include "core/id/uuid.h"

#include "core/text/hex.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <random>

namespace chengyun {

namespace {

constexpr std::size_t text_length = 36;
constexpr std::uint64_t low_62_bits = (std::uint64_t{1} << 62) - 1;
constexpr std::uint64_t latest_ms = (std::uint64_t{1} << 48) - 1;

/// RFC 9562, 6.2, method 2: within a millisecond the random part counts upwards in random steps, so
/// ids stay in order and still cannot be guessed from their neighbours at a glance.
class Sequence {
public:
    struct Bits {
        std::uint64_t ms = 0;   // 48 bits
        std::uint32_t high = 0; // 12 bits, "rand_a"
        std::uint64_t low = 0;  // 62 bits, "rand_b"
    };

    Bits next(std::uint64_t ms) {
        const std::scoped_lock lock(mutex_);
        if (ms > last_.ms) {
            // The highest bit stays free, so that a millisecond has room to count.
            last_ = {ms, static_cast<std::uint32_t>(random_() & 0x7ff), random_() & low_62_bits};
            return last_;
        }
        // The same millisecond, or a clock that was set back: go on from the last id.
        last_.low += 1 + (random_() & 0xffffffff);
        if (last_.low > low_62_bits) {
            last_.low &= low_62_bits;
            if (++last_.high > 0xfff) {
                last_.high = 0;
                ++last_.ms;
            }
        }
        return last_;
    }

private:
    static std::mt19937_64 seeded() {
        std::random_device device;
        std::array<std::uint32_t, 16> words{};
        std::generate(words.begin(), words.end(), [&] { return device(); });
        std::seed_seq seed(words.begin(), words.end());
        return std::mt19937_64(seed);
    }

    std::mutex mutex_;
    std::mt19937_64 random_ = seeded();
    Bits last_;
};

Sequence& sequence() {
    static Sequence one;
    return one;
}

bool is_dash_position(std::size_t i) {
    return i == 8 || i == 13 || i == 18 || i == 23;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return -1;
}

std::string text_of(std::uint64_t first, std::uint64_t second) {
    std::string text(text_length, '-');
    int nibble = 0;
    for (std::size_t i = 0; i < text_length; ++i) {
        if (is_dash_position(i))
            continue;
        const std::uint64_t word = nibble < 16 ? first : second;
        text[i] = hex_digits[(word >> (60 - 4 * (nibble % 16))) & 0xf];
        ++nibble;
    }
    return text;
}

constexpr std::uint64_t version = 0x7, variant = 0x2;

std::uint64_t id_ms(Instant time) {
    return static_cast<std::uint64_t>(
        std::clamp<std::int64_t>(ms_of(time), 0, static_cast<std::int64_t>(latest_ms)));
}

} // namespace

std::string new_id(Instant now) {
    const auto bits = sequence().next(id_ms(now));
    return text_of(bits.ms << 16 | version << 12 | bits.high, variant << 62 | bits.low);
}

bool is_uuid(std::string_view text) {
    if (text.size() != text_length)
        return false;
    for (std::size_t i = 0; i < text_length; ++i) {
        if (is_dash_position(i) ? text[i] != '-' : hex_value(text[i]) < 0)
            return false;
    }
    return true;
}

bool is_uuid7(std::string_view text) {
    return is_uuid(text) && text[14] == '7' && hex_value(text[19]) >= 8 &&
           hex_value(text[19]) <= 11;
}

Instant time_of_id(std::string_view id) {
    if (!is_uuid7(id))
        return Instant{};
    std::int64_t ms = 0;
    for (std::size_t i = 0; i < 13; ++i) {
        if (!is_dash_position(i))
            ms = ms << 4 | hex_value(id[i]);
    }
    return instant_of(ms);
}

std::string lowest_id(Instant time) {
    return text_of(id_ms(time) << 16 | version << 12, variant << 62);
}

} // namespace chengyun
