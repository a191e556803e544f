#include "core/resource/display_orientation.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace chengyun {

namespace {

using Bytes = std::span<const std::uint8_t>;

constexpr unsigned display_orientation = 47; ///< of the payloads of SEI

bool is_slice(PictureCodec codec, Bytes unit) {
    if (codec == PictureCodec::h264) {
        const unsigned type = unit[0] & 0x1fU; // H.264 table 7-1
        return type >= 1 && type <= 5;
    }
    return ((unit[0] >> 1U) & 0x3fU) < 32; // H.265 table 7-1
}

/// What stands behind the header of a unit of SEI; nothing of other units.
Bytes sei_of(PictureCodec codec, Bytes unit) {
    if (codec == PictureCodec::h264)
        return (unit[0] & 0x1fU) == 6 ? unit.subspan(1) : Bytes();
    const bool is_prefix = ((unit[0] >> 1U) & 0x3fU) == 39;
    return is_prefix && unit.size() > 2 ? unit.subspan(2) : Bytes();
}

/// Without the bytes that keep start codes out of a unit.
std::vector<std::uint8_t> unescaped(Bytes text) {
    std::vector<std::uint8_t> out;
    int zeros = 0;
    for (const auto byte : text) {
        if (zeros >= 2 && byte == 3) {
            zeros = 0;
            continue;
        }
        zeros = byte == 0 ? zeros + 1 : 0;
        out.push_back(byte);
    }
    return out;
}

/// A number of SEI: 255s, and what is left. None at the end of the text.
std::optional<std::size_t> take_number(Bytes& text) {
    std::size_t out = 0;
    while (!text.empty()) {
        const auto byte = text.front();
        text = text.subspan(1);
        out += byte;
        if (byte != 255)
            return out;
    }
    return std::nullopt;
}

/// Of the payload of a display orientation. A turn by anything but quarters, and a flip, cannot be
/// shown.
std::optional<int> quarters_of(Bytes payload) {
    if (payload.size() < 3)
        return std::nullopt;
    const std::uint32_t bits = std::uint32_t(payload[0]) << 16U | std::uint32_t(payload[1]) << 8U |
                               std::uint32_t(payload[2]);
    const bool cancelled = (bits >> 23U) != 0;
    const bool flipped = (bits >> 21U & 3U) != 0;
    const std::uint32_t turn = bits >> 5U & 0xffffU;
    if (cancelled)
        return 0;
    if (flipped || turn % 0x4000U != 0)
        return std::nullopt;
    // The standard counts anticlockwise.
    return static_cast<int>((4 - turn / 0x4000U) % 4);
}

std::optional<int> read_sei(Bytes unit) {
    const auto bytes = unescaped(unit);
    Bytes text(bytes);
    // The last byte is the end of the unit.
    while (text.size() > 2) {
        const auto type = take_number(text);
        const auto size = take_number(text);
        if (!type || !size || *size > text.size())
            return std::nullopt;
        if (*type == display_orientation)
            return quarters_of(text.first(*size));
        text = text.subspan(*size);
    }
    return std::nullopt;
}

/// Takes the first unit from the front of a picture; an empty one at its end.
Bytes take_unit(Bytes& picture, bool start_codes) {
    if (!start_codes) {
        if (picture.size() < 4)
            return {};
        const std::size_t size = std::size_t(picture[0]) << 24U | std::size_t(picture[1]) << 16U |
                                 std::size_t(picture[2]) << 8U | std::size_t(picture[3]);
        if (size > picture.size() - 4)
            return {};
        const auto unit = picture.subspan(4, size);
        picture = picture.subspan(4 + size);
        return unit;
    }
    const auto is_start = [&](std::size_t at) {
        return picture[at] == 0 && picture[at + 1] == 0 && picture[at + 2] == 1;
    };
    std::size_t at = 0;
    while (at + 3 <= picture.size() && !is_start(at))
        ++at;
    if (at + 3 > picture.size())
        return {};
    picture = picture.subspan(at + 3);
    std::size_t end = 0;
    while (end + 3 <= picture.size() && !is_start(end))
        ++end;
    if (end + 3 > picture.size())
        end = picture.size();
    const auto unit = picture.first(end);
    picture = picture.subspan(end);
    return unit;
}

} // namespace

std::optional<int> quarters_clockwise(PictureCodec codec, Bytes picture) {
    const bool start_codes = picture.size() > 3 && picture[0] == 0 && picture[1] == 0 &&
                             (picture[2] == 1 || (picture[2] == 0 && picture[3] == 1));
    for (;;) {
        const auto unit = take_unit(picture, start_codes);
        if (unit.empty() || is_slice(codec, unit))
            return std::nullopt;
        if (const auto quarters = read_sei(sei_of(codec, unit)))
            return quarters;
    }
}

} // namespace chengyun
