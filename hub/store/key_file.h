// A secret key of the data folder in a file of its own, as hexadecimal digits, mode 0600.
#pragma once

#include "core/result.h"

#include <array>
#include <filesystem>

namespace chengyun::hub {

using SecretKey = std::array<unsigned char, 32>;

/// By its name, NAME.key. No backup has such a file, and a restore leaves it where it is.
[[nodiscard]] bool is_key_file(const std::filesystem::path& file);

/// `not_found`: the file is not there. `corrupt`: it holds no key. Any thread.
[[nodiscard]] Result<SecretKey> read_key_file(const std::filesystem::path& file);
/// A new key, on disk when this returns. It takes the place of a file that is there. Any thread.
[[nodiscard]] Result<SecretKey> make_key_file(const std::filesystem::path& file);

} // namespace chengyun::hub
