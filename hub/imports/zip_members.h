// The members of a zip file, by a reader that takes only what every other reader understands alike:
// what is measured here must be what GDAL reads afterwards.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chengyun::hub {

struct ZipMember {
    std::string_view name;
    std::string_view packed;
    std::uint64_t size = 0; ///< unpacked, as the directory says; unpack() holds it to that
    bool is_deflated = false;
};

/// All members that are no folders, in the directory's order; views into `bytes`. Any thread. Fails
/// with `malformed` where the directory does not describe the file fully and once (another archive
/// behind it, a comment, members that overlap or have one name), `wrong_type` where a member is
/// encrypted, packed otherwise than by Deflate, or in the 64-bit form of the format, `too_large`
/// where it claims more than `most_bytes` in all.
[[nodiscard]] Result<std::vector<ZipMember>> zip_members(std::string_view bytes,
                                                         std::uint64_t most_bytes);

/// The member's content. `malformed` when it is not just as long as the directory says.
[[nodiscard]] Result<std::string> unpack(const ZipMember& member);

} // namespace chengyun::hub
